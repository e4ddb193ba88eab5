"""Ctrl+K by keyboard, with providers that answer late."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.shell.palette import CommandPalette, PaletteItem, match_score

RunQt = Callable[[Coroutine[Any, Any, Any]], Any]
KEY = Qt.Key


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def palette(qtbot: QtBot, chosen: list[str]) -> CommandPalette:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    one = CommandPalette(window)
    one.window_keeper = window  # type: ignore[attr-defined]  # keeps the parent alive for the test
    titles = ("Today", "Timetable", "Exams", "Settings")
    one.set_items(lambda: [PaletteItem(title, partial(chosen.append, title), "Page") for title in titles])
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    one.open()
    one.place(900)
    return one


def titles(palette: CommandPalette) -> list[str]:
    return [item.title for item in palette.items()]


def test_typing_narrows_and_enter_opens(palette: CommandPalette, qtbot: QtBot, chosen: list[str]) -> None:
    assert titles(palette) == ["Today", "Timetable", "Exams", "Settings"]
    QTest.keyClicks(palette.line, "t")
    assert titles(palette) == ["Today", "Timetable", "Settings"]
    QTest.keyClick(palette.line, KEY.Key_Down)
    assert palette.line.accessibleDescription() == "Timetable"
    QTest.keyClick(palette.line, KEY.Key_Return)
    assert chosen == ["Timetable"]
    assert not palette.isVisible()


def test_up_from_the_first_goes_to_the_last(palette: CommandPalette, qtbot: QtBot) -> None:
    QTest.keyClick(palette.line, KEY.Key_Up)
    current = palette.current()
    assert current is not None and current.title == "Settings"


def test_escape_closes_without_choosing(palette: CommandPalette, qtbot: QtBot, chosen: list[str]) -> None:
    with qtbot.waitSignal(palette.closed):
        QTest.keyClick(palette.line, KEY.Key_Escape)
    assert chosen == []


def test_nothing_found_is_said(palette: CommandPalette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.line, "zzz")
    assert titles(palette) == []
    assert palette.line.accessibleDescription() == "Nothing found"
    QTest.keyClick(palette.line, KEY.Key_Return)
    assert palette.isVisible()


def test_it_opens_empty_again(palette: CommandPalette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.line, "exa")
    QTest.keyClick(palette.line, KEY.Key_Escape)
    palette.open()
    assert palette.line.text() == ""
    assert len(titles(palette)) == 4


def test_an_answer_to_older_words_is_dropped(palette: CommandPalette, run_qt: RunQt, qtbot: QtBot) -> None:
    asked: list[str] = []

    async def students(words: str) -> Sequence[PaletteItem]:
        asked.append(words)
        await asyncio.sleep(0.2 if words == "her" else 0.0)
        return [PaletteItem(f"Student {words}", lambda: None, "Student")]

    async def body() -> None:
        palette.add_provider(students)
        QTest.keyClicks(palette.line, "her")
        await asyncio.sleep(0.16)
        QTest.keyClicks(palette.line, "ath")
        await asyncio.sleep(0.4)

    run_qt(body())
    assert asked == ["her", "herath"]
    assert titles(palette) == ["Student herath"]


def test_scores() -> None:
    item = PaletteItem("Physics term test", lambda: None, keywords="exam hall")
    assert match_score("phys", item) == 0
    assert match_score("term", item) == 1
    assert match_score("test physics", item) == 2
    assert match_score("hall", item) == 3
    assert match_score("chemistry", item) is None
    assert match_score("", item) == 0
