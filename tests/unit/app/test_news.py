"""What stands by an account begins only while it is open, and is ended with it, whenever that is."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from learnup_desktop.app import news, preload, standing_by
from learnup_desktop.shell.frame import AccountSummary
from learnup_desktop.shell.main_window import MainWindow


async def _nothing(*_: object) -> None:
    """Loaded, closed."""


@pytest.mark.parametrize("closed_in", ["nothing", "cut off stays"])
async def test_what_stands_by_is_ended_with_the_account(
    closed_in: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    class Recorder:
        """In the place of reminders and the kept calendar."""

        def __init__(self, *_: object) -> None:
            self.start = lambda: said.append("start")

        async def end(self) -> None:
            said.append("end")

    reached, go_on = asyncio.Event(), asyncio.Event()

    async def close_cut_off() -> None:
        reached.set()
        await go_on.wait()

    monkeypatch.setattr(news, "STANDING_BY_SECONDS", 0)
    monkeypatch.setattr(preload, "load", _nothing)
    monkeypatch.setattr(standing_by, "StandingBy", Recorder)
    window = MainWindow([], AccountSummary("", "", ""))
    qtbot.addWidget(window)
    parts = SimpleNamespace(close_cut_off=close_cut_off, close=_nothing)
    pages = SimpleNamespace(live=SimpleNamespace(data_changed=None), live_parts=parts, zone=None)
    told = news.AccountNews(
        window, cast(Any, SimpleNamespace()), cast(Any, pages), cast(Any, SimpleNamespace()), lambda _: None
    )
    standing = asyncio.create_task(told.stand_by(cast(Any, None)))
    if closed_in == "nothing":
        go_on.set()
        await standing
        await told.end()
    else:
        await reached.wait()
        await told.end()
        go_on.set()
        await standing
    assert said == ["start", "end"], "never begun on an account that is closed already"
