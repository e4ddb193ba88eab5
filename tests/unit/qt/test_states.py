"""The four list states, and what is said in them."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.base.errors import OfflineError
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import BaseButton, EmptyState, Label, StateStack


@pytest.fixture
def stack(qtbot: QtBot) -> StateStack:
    one = StateStack(Label("content"), empty=EmptyState("No lessons today", "Come back on Monday.", action="Open"))
    qtbot.addWidget(one)
    one.show()
    return one


def visible(stack: StateStack) -> set[str]:
    parts = {"loading": stack.skeleton, "empty": stack.empty, "error": stack.error, "content": stack.content}
    return {name for name, part in parts.items() if part.isVisible()}


def press(state: QWidget) -> None:
    button = state.findChild(BaseButton)
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_exactly_one_state_is_shown(stack: StateStack) -> None:
    assert visible(stack) == {"loading"}
    stack.show_empty()
    assert visible(stack) == {"empty"}
    stack.show_error(OfflineError())
    assert visible(stack) == {"error"}
    stack.show_content()
    assert visible(stack) == {"content"} == {stack.state()}


def test_old_content_stays_while_loading_again(stack: StateStack) -> None:
    stack.show_content()
    stack.show_loading()
    assert visible(stack) == {"content"}
    stack.show_error(OfflineError())
    stack.show_loading()
    assert visible(stack) == {"loading"}


def test_the_error_says_what_to_do_with_a_code_and_a_retry(stack: StateStack, qtbot: QtBot) -> None:
    stack.show_error(OfflineError())
    said = stack.error.message()
    assert "There is no network now." in said
    assert "kept on this computer" in said
    assert "LU-111" in said
    with qtbot.waitSignal(stack.retry_requested):
        press(stack.error)


def test_the_empty_state_offers_what_to_do(stack: StateStack, qtbot: QtBot) -> None:
    stack.show_empty()
    assert "No lessons today" in stack.empty.message()
    with qtbot.waitSignal(stack.empty_action_requested):
        press(stack.empty)


def test_offline_is_said_above_any_state(stack: StateStack) -> None:
    stack.show_content()
    moment = datetime.now(UTC)
    stack.set_offline(True, moment)
    assert stack.offline.isVisible()
    assert i18n.format_time(moment) in stack.offline.accessibleName()
    assert visible(stack) == {"content"}
    stack.set_offline(False)
    assert not stack.offline.isVisible()


def test_the_stack_is_only_as_tall_as_what_it_shows(stack: StateStack) -> None:
    stack.show_error(OfflineError())
    tall = stack.minimumSizeHint().height()
    stack.show_content()
    assert stack.minimumSizeHint().height() < tall / 2


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_no_sentence_is_clipped(qapp: QApplication, qtbot: QtBot, stack: StateStack, zoom: int) -> None:
    theme().apply(qapp, "light", zoom)
    stack.resize(320, 100)
    stack.show_error(OfflineError())
    qtbot.wait(20)
    for label in stack.error.findChildren(Label):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
