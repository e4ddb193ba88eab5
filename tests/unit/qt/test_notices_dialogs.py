"""Saying something, asking something: recorded, replaced, and never with a nested loop."""

import asyncio
from collections.abc import Callable, Coroutine
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.base.errors import OfflineError
from learnup_desktop.qt import dialogs, notices
from learnup_desktop.qt.dialogs import Choice
from learnup_desktop.qt.widgets import BaseButton, ToastHost

RunQt = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


def test_what_is_said_is_recorded() -> None:
    notices.say("positive", "error.rate_limited")
    notices.report(OfflineError("detail for the log"))
    first, second = notices.center().history
    assert (first.level, first.title) == ("positive", "The server asks us to slow down.")
    assert (second.level, second.code) == ("caution", "LU-111")
    assert "detail" not in second.title + second.text


def test_a_toast_is_replaced_by_its_key_and_withdrawn(window: QWidget) -> None:
    host = ToastHost(window)
    notices.report(OfflineError())
    notices.report(OfflineError())
    assert len(host.toasts()) == 1
    notices.withdraw("error.offline")
    assert host.toasts() == []


def test_a_toast_stays_inside_a_narrow_window(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    for index in range(5):
        notices.say_text("caution", f"Notice {index}", "A sentence that is long enough to go over two lines. " * 2)
    window.resize(480, 700)
    qtbot.wait(10)
    assert [toast.notice.title for toast in host.toasts()] == ["Notice 2", "Notice 3", "Notice 4"]
    for toast in host.toasts():
        assert window.rect().contains(toast.geometry())
    tops = [toast.geometry() for toast in host.toasts()]
    assert all(above.bottom() < below.top() for above, below in pairwise(tops))


def test_a_toasts_action_runs_once_and_closes_it(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    seen: list[int] = []
    notices.say_text("info", "Deleted", action=notices.Action("Undo", lambda: seen.append(1)))
    (toast,) = host.toasts()
    button = next(one for one in toast.findChildren(BaseButton) if one.text() == "Undo")
    button.click()
    assert seen == [1]
    assert host.toasts() == []


def test_escape_closes_a_toast(window: QWidget, qtbot: QtBot) -> None:
    host = ToastHost(window)
    notices.say_text("critical", "Look at this")
    QTest.keyClick(host.toasts()[0], Qt.Key.Key_Escape)
    assert host.toasts() == []


def press(window: QWidget, text: str) -> None:
    for dialog in window.findChildren(QDialog):
        for button in dialog.findChildren(BaseButton):
            if button.text() == text:
                button.click()
                return
    raise AssertionError(f"no button {text}")


def test_a_question_is_answered_while_other_work_goes_on(window: QWidget, run_qt: RunQt) -> None:
    async def body() -> tuple[str | None, int]:
        ticks = 0
        asking = asyncio.ensure_future(
            dialogs.ask(window, "Leave?", "Text", [Choice("no", "Stay"), Choice("yes", "Leave", "primary")])
        )
        while ticks < 5:
            await asyncio.sleep(0.005)
            ticks += 1
        assert not asking.done()
        press(window, "Leave")
        return await asking, ticks

    assert run_qt(body()) == ("yes", 5)


def test_escape_answers_nothing(window: QWidget, run_qt: RunQt, qtbot: QtBot) -> None:
    async def body() -> str | None:
        asking = asyncio.ensure_future(dialogs.ask(window, "Leave?", "", [Choice("yes", "Leave", "primary")]))
        await asyncio.sleep(0.01)
        (dialog,) = window.findChildren(QDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        return await asking

    assert run_qt(body()) is None


def test_cancelling_the_question_closes_it(window: QWidget, run_qt: RunQt) -> None:
    async def body() -> None:
        asking = asyncio.ensure_future(dialogs.confirm(window, "Delete?", "", "Delete", critical=True))
        await asyncio.sleep(0.01)
        dialog = window.findChild(QDialog)
        assert dialog is not None and dialog.isVisible()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        await asyncio.sleep(0.01)
        assert window.findChild(QDialog) is None

    run_qt(body())


def test_the_parents_end_is_an_answer(run_qt: RunQt) -> None:
    async def body() -> int:
        parent = QWidget()
        opening = asyncio.ensure_future(dialogs.open_dialog(QDialog(parent)))
        await asyncio.sleep(0.01)
        parent.deleteLater()
        return await opening

    assert run_qt(body()) == int(QDialog.DialogCode.Rejected)


def test_a_menu_gives_what_was_chosen(window: QWidget, run_qt: RunQt, qtbot: QtBot) -> None:
    async def body(key: Qt.Key | None) -> object | None:
        menu = QMenu(window)
        menu.addAction("Account").setData("account")
        menu.addAction("Sign out")
        opened = asyncio.ensure_future(dialogs.open_menu(menu, window.mapToGlobal(QPoint(10, 10))))
        await asyncio.sleep(0.02)
        if key is None:
            menu.close()
        else:
            QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, key)
        return await opened

    assert run_qt(body(Qt.Key.Key_Return)) == "account"
    assert run_qt(body(None)) is None


def test_information_goes_by_itself_and_warnings_stay(window: QWidget, qtbot: QtBot) -> None:
    QCursor.setPos(window.mapToGlobal(QPoint(1, 1)))
    qtbot.wait(10)
    host = ToastHost(window)
    notices.say_text("info", "Saved")
    notices.say_text("caution", "Look")
    info, caution = host.toasts()
    timers = [toast.findChild(QTimer) for toast in (info, caution)]
    assert timers[0] is not None and timers[0].isActive()
    assert timers[1] is not None and not timers[1].isActive()
