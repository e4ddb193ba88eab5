"""What lockdown reports, and that it leaves the desktop as it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.contract.integrity import IntegrityKind
from learnup_desktop.lockdown.guard import Certainty, ClosingReport
from learnup_desktop.lockdown.qt_lockdown import QtLockdown, capabilities


class Told:
    """What was reported: kind, detail, and whether it has ended."""

    def __init__(self) -> None:
        self.reports: list[tuple[IntegrityKind, str]] = []
        self.ended: list[IntegrityKind] = []

    def __call__(self, kind: IntegrityKind, detail: str) -> ClosingReport:
        self.reports.append((kind, detail))
        return lambda: self.ended.append(kind)

    def kinds(self) -> list[IntegrityKind]:
        return [kind for kind, _ in self.reports]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A shown top-level window."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


@pytest.fixture
def lockdown(qapp: QApplication) -> Iterator[QtLockdown]:
    """Released at the end whatever the test did."""
    guard = QtLockdown(settle_ms=0)
    yield guard
    guard.release()


def test_the_window_takes_the_screen_and_gives_it_back(window: QWidget, lockdown: QtLockdown) -> None:
    before = (window.windowFlags(), window.windowState(), window.isVisible())
    lockdown.engage(window, Told())
    assert window.isFullScreen()
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    lockdown.engage(window, Told())  # a second call changes nothing
    lockdown.release()
    assert (window.windowFlags(), window.windowState(), window.isVisible()) == before
    lockdown.release()


def test_a_window_that_is_gone_is_no_trouble(qapp: QApplication, lockdown: QtLockdown) -> None:
    widget = QWidget()
    widget.show()
    lockdown.engage(widget, Told())
    widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    lockdown.release()


def test_losing_the_focus_has_a_beginning_and_an_end(qapp: QApplication, window: QWidget, lockdown: QtLockdown) -> None:
    told = Told()
    lockdown.engage(window, told)
    qapp.processEvents()
    assert told.kinds() == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationHidden)
    assert told.kinds() == [IntegrityKind.FOCUS_LOST]
    assert told.ended == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert told.ended == [IntegrityKind.FOCUS_LOST]


def test_going_full_screen_is_not_leaving_the_exam(qapp: QApplication, window: QWidget) -> None:
    guard, told = QtLockdown(settle_ms=60_000), Told()
    guard.engage(window, told)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert told.reports == []
    guard.release()


def test_the_screenshot_key_is_reported_and_passes(qapp: QApplication, window: QWidget, lockdown: QtLockdown) -> None:
    told = Told()
    lockdown.engage(window, told)
    handle = window.windowHandle()
    release = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Print, Qt.KeyboardModifier.NoModifier)
    assert not lockdown.eventFilter(handle, release)
    assert told.reports == [(IntegrityKind.SCREENSHOT_KEY, "print")]
    letter = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier)
    assert not lockdown.eventFilter(handle, letter)
    assert len(told.reports) == 1


def test_a_paste_from_outside_is_reported_and_nothing_comes_in(window: QWidget, lockdown: QtLockdown) -> None:
    told = Told()
    QGuiApplication.clipboard().setText("outside")
    lockdown.engage(window, told)
    assert lockdown.clipboard.paste() == ""
    assert (IntegrityKind.CLIPBOARD_USED, "paste_refused") in told.reports
    lockdown.clipboard.copy("inside")
    assert lockdown.clipboard.paste() == "inside"
    lockdown.release()
    assert QGuiApplication.clipboard().text() == "outside"
    assert lockdown.clipboard.paste() == ""


def test_after_the_end_nothing_is_reported(qapp: QApplication, window: QWidget, lockdown: QtLockdown) -> None:
    told = Told()
    lockdown.engage(window, told)
    qapp.processEvents()
    assert told.kinds() == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    lockdown.release()
    assert told.ended == [IntegrityKind.FOCUS_LOST]  # what was open is ended by the end
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert len(told.reports) == 1


def test_without_full_screen_the_window_is_left_alone(window: QWidget, qapp: QApplication) -> None:
    guard = QtLockdown(full_screen=False)
    guard.engage(window, Told())
    assert not window.isFullScreen()
    guard.release()


@pytest.mark.parametrize("platform", ["xcb", "wayland", "windows", "cocoa", "offscreen"])
def test_the_table_has_the_same_rows_everywhere_and_says_why(platform: str) -> None:
    table = capabilities(platform, {"windows": "win32", "cocoa": "darwin"}.get(platform, "linux"))
    assert [row.name for row in table] == [
        "full_screen",
        "on_top",
        "focus",
        "displays",
        "clipboard",
        "screenshot_key",
        "capture_exclusion",
    ]
    for row in table:
        assert (row.certainty is Certainty.SURE) == (row.why == "")


def test_one_display_is_no_event(window: QWidget, lockdown: QtLockdown) -> None:
    told = Told()
    lockdown.engage(window, told)
    assert lockdown.display_count() == 1
    assert IntegrityKind.SECOND_DISPLAY not in told.kinds()
    assert lockdown.capabilities() == capabilities(QGuiApplication.platformName())
