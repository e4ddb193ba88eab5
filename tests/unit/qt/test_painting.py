"""Painting is held back while everything changes, and always let go again."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from learnup_desktop.qt.painting import painting


def window_of_three(qtbot: QtBot) -> tuple[QWidget, list[QWidget]]:
    window = QWidget()
    qtbot.addWidget(window)
    box = QHBoxLayout(window)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        box.addWidget(part)
    window.resize(600, 200)
    window.show()
    return window, parts


def on_the_loop(qtbot: QtBot, action: Callable[[], None]) -> None:
    done: list[bool] = []

    def act() -> None:
        action()
        done.append(True)

    QTimer.singleShot(0, act)
    qtbot.waitUntil(lambda: bool(done))


def test_held_until_the_last_reason_is_gone(qtbot: QtBot) -> None:
    _, parts = window_of_three(qtbot)
    painting().hold("theme")
    painting().hold("language")
    painting().hold("theme")
    assert not any(part.updatesEnabled() for part in parts)
    painting().release("theme")
    assert not any(part.updatesEnabled() for part in parts), "the language is still being changed"
    painting().release("language")
    assert all(part.updatesEnabled() for part in parts), "at once where no loop runs"


def test_let_go_one_part_a_turn(qtbot: QtBot) -> None:
    _, parts = window_of_three(qtbot)
    after_release: list[bool] = []

    def act() -> None:
        painting().hold("theme")
        painting().release("theme")
        after_release.extend(part.updatesEnabled() for part in parts)

    on_the_loop(qtbot, act)
    assert after_release == [False, False, False]
    qtbot.waitUntil(lambda: all(part.updatesEnabled() for part in parts))


def test_a_part_that_is_gone_or_hides_its_own_painting_is_left_alone(qtbot: QtBot) -> None:
    _, parts = window_of_three(qtbot)
    parts[0].setUpdatesEnabled(False)
    painting().hold("theme")
    delete(parts[1])
    painting().release("theme")
    assert not parts[0].updatesEnabled()
    assert parts[2].updatesEnabled()


def test_a_page_is_painted_in_the_turn_after_it_was_built(qtbot: QtBot) -> None:
    _, parts = window_of_three(qtbot)
    at_once: list[bool] = []

    def act() -> None:
        painting().in_next_turn(parts[0])
        at_once.append(parts[0].updatesEnabled())

    on_the_loop(qtbot, act)
    assert at_once == [False]
    qtbot.waitUntil(parts[0].updatesEnabled)


def test_a_page_that_opens_during_a_switch_waits_for_its_end(qtbot: QtBot) -> None:
    _, parts = window_of_three(qtbot)
    inner = QWidget(parts[0])
    inner.show()
    painting().hold("theme")
    painting().in_next_turn(inner)
    assert not inner.updatesEnabled()
    painting().release("theme")
    assert inner.updatesEnabled()
