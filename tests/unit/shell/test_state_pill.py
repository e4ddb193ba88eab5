"""What the pill says, and the ledger behind it."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.qt.widgets import IconButton, ListRow, Pill
from learnup_desktop.shell.frame import AccountSummary
from learnup_desktop.shell.ledger import LedgerEntry, LedgerState
from learnup_desktop.shell.main_window import MainWindow
from learnup_desktop.shell.state_pill import SyncState, pill_look

RunQt = Callable[[Coroutine[Any, Any, Any]], Any]
NOW = datetime(2026, 11, 22, 8, 35, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "text", "tone"),
    [
        (SyncState(), "Online · all saved", "positive"),
        (SyncState(saving=2, waiting=1), "Saving 3…", "accent"),
        (SyncState(online=False, waiting=5), "Offline · 5 waiting", "caution"),
        (SyncState(online=False), "Offline", "caution"),
        (SyncState(attention=1), "Needs attention 1", "critical"),
        (SyncState(online=False, waiting=5, attention=1), "Needs attention 1", "critical"),
        (SyncState(signed_in=False, waiting=2), "Sign in to sync", "caution"),
    ],
)
def test_the_pill_says_where_everything_stands(state: SyncState, text: str, tone: str) -> None:
    look = pill_look(state)
    assert (look.text, look.tone) == (text, tone)


class Ledger:
    def __init__(self) -> None:
        self.found: list[LedgerEntry] = []
        self.error: Exception | None = None
        self.retried: list[str] = []
        self.exported: Path | None = None

    async def entries(self) -> Sequence[LedgerEntry]:
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
        return self.found

    async def export(self, target: Path) -> None:
        self.exported = target

    async def retry(self, identifier: str) -> None:
        self.retried.append(identifier)


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def window(qtbot: QtBot, ledger: Ledger) -> MainWindow:
    one = MainWindow([], AccountSummary("Nimali R.", "Grade 12", "student"), ledger=ledger)
    qtbot.addWidget(one)
    one.resize(1000, 700)
    one.show()
    return one


async def opened(window: MainWindow) -> None:
    window.top_bar.pill.click()
    await asyncio.sleep(0.05)


def test_the_ledger_lists_every_write_with_its_receipt(window: MainWindow, ledger: Ledger, run_qt: RunQt) -> None:
    ledger.found = [
        LedgerEntry("2", "Answer to question 7", NOW, LedgerState.NEEDS_ATTENTION, "too late"),
        LedgerEntry("1", "Answer to question 6", NOW, LedgerState.ACKNOWLEDGED, receipt="8f3a…21"),
    ]

    async def body() -> None:
        await opened(window)
        panel = window.ledger()
        assert panel is not None and panel.stack.state() == "content"
        rows = panel.findChildren(ListRow)
        assert [row.accessibleName().split(",")[0] for row in rows] == ["Answer to question 7", "Answer to question 6"]
        assert "8f3a…21" in rows[1].accessibleName()
        assert [pill.text() for pill in panel.findChildren(Pill)] == ["Needs attention", "At school"]
        again = rows[0].findChild(IconButton)
        assert again is not None
        again.click()
        await asyncio.sleep(0.05)
        assert ledger.retried == ["2"]

    run_qt(body())


def test_an_empty_and_a_damaged_ledger_are_told_apart(window: MainWindow, ledger: Ledger, run_qt: RunQt) -> None:
    async def body() -> None:
        await opened(window)
        panel = window.ledger()
        assert panel is not None and panel.stack.state() == "empty"
        ledger.error = DamagedFileError()
        panel.reload()
        await asyncio.sleep(0.05)
        assert panel.stack.state() == "error"
        assert "LU-123" in panel.stack.error.message()

    run_qt(body())


def test_escape_closes_the_ledger(window: MainWindow, run_qt: RunQt, qtbot: QtBot) -> None:
    async def body() -> None:
        await opened(window)
        panel = window.ledger()
        assert panel is not None and panel.isVisible()
        assert panel.geometry().right() == window.rect().right()
        QTest.keyClick(panel, Qt.Key.Key_Escape)
        assert not panel.isVisible()

    run_qt(body())
