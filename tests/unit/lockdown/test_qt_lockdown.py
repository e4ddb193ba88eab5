"""What lockdown reports, and that it leaves the desktop as it was."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.integrity import IntegrityKind, ProctoringPolicy
from learnup_desktop.lockdown.capabilities import NAMES, capabilities
from learnup_desktop.lockdown.computer import Computer, Seen
from learnup_desktop.lockdown.guard import Certainty, ClosingReport
from learnup_desktop.lockdown.qt_lockdown import QtLockdown

QUICK = ProctoringPolicy(focus_settle_seconds=3.0, focus_minimum_seconds=2.0)


class Told:
    """What was reported: kind, detail, how long before it began, and whether it has ended."""

    def __init__(self) -> None:
        self.reports: list[tuple[IntegrityKind, str]] = []
        self.ago_ms: list[int] = []
        self.ended: list[IntegrityKind] = []

    def __call__(self, kind: IntegrityKind, detail: str, *, ago_ms: int = 0) -> ClosingReport:
        self.reports.append((kind, detail))
        self.ago_ms.append(ago_ms)
        return lambda: self.ended.append(kind)

    def kinds(self) -> list[IntegrityKind]:
        return [kind for kind, _ in self.reports]


class PlayedCapture:
    """The capture exclusion of a system that has one."""

    def __init__(self) -> None:
        self.excluded: set[int] = set()

    def exclude(self, window_id: int) -> bool:
        self.excluded.add(window_id)
        return True

    def allow(self, window_id: int) -> bool:
        self.excluded.discard(window_id)
        return True


def a_plain_computer(*running: str, firmware: tuple[str, ...] = (), **environment: str) -> Computer:
    """A real one, with these programs."""
    return Computer("darwin", environment, Path("nowhere"), lambda: firmware, processes=lambda: frozenset(running))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A shown top-level window."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    return widget


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 3, 2, 8, 0, tzinfo=UTC), seconds=1000.0)


@pytest.fixture
def lockdown(qapp: QApplication, clock: ManualClock) -> Iterator[QtLockdown]:
    """Released at the end whatever the test did."""
    guard = QtLockdown(clock=clock, computer=a_plain_computer())
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


ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


def test_the_stir_at_the_start_of_a_sitting_is_no_event(
    qapp: QApplication, window: QWidget, lockdown: QtLockdown, clock: ManualClock
) -> None:
    """As the offscreen walk-through saw it: twice away for a moment while the window changes."""
    told = Told()
    lockdown.engage(window, told, QUICK)
    for _ in range(2):
        qapp.applicationStateChanged.emit(INACTIVE)
        clock.advance(0.2)
        lockdown.look()
        qapp.applicationStateChanged.emit(ACTIVE)
    clock.advance(60)
    lockdown.look()
    assert told.kinds() == []


def test_losing_the_focus_has_its_true_beginning_and_end(
    qapp: QApplication, window: QWidget, lockdown: QtLockdown, clock: ManualClock
) -> None:
    told = Told()
    lockdown.engage(window, told, QUICK)
    qapp.applicationStateChanged.emit(ACTIVE)
    clock.advance(10)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationHidden)
    clock.advance(1.9)
    lockdown.look()
    assert told.reports == []
    clock.advance(0.6)
    lockdown.look()
    lockdown.look()
    assert told.reports == [(IntegrityKind.FOCUS_LOST, "minimised")]
    assert told.ago_ms == [2500]
    assert told.ended == []
    qapp.applicationStateChanged.emit(ACTIVE)
    assert told.ended == [IntegrityKind.FOCUS_LOST]


def test_a_timer_looks_at_the_right_time(qapp: QApplication, window: QWidget, qtbot: QtBot) -> None:
    guard, told = QtLockdown(full_screen=False, computer=a_plain_computer()), Told()
    guard.engage(window, told, ProctoringPolicy(focus_settle_seconds=0.0, focus_minimum_seconds=0.05))
    qapp.applicationStateChanged.emit(ACTIVE)
    qapp.applicationStateChanged.emit(INACTIVE)
    qtbot.waitUntil(lambda: told.kinds() == [IntegrityKind.FOCUS_LOST], timeout=20_000)
    assert told.ago_ms[0] >= 50
    guard.release()


def test_the_sitting_is_left_out_of_captures_and_given_back(window: QWidget, qapp: QApplication) -> None:
    capture = PlayedCapture()
    guard = QtLockdown(capture=capture, computer=a_plain_computer())
    guard.engage(window, Told())
    assert capture.excluded == {int(window.winId())}
    window.setWindowFlag(Qt.WindowType.WindowStaysOnBottomHint, False)  # makes the native window anew
    window.show()
    qapp.processEvents()
    assert int(window.winId()) in capture.excluded
    guard.release()
    assert int(window.winId()) not in capture.excluded


def test_who_needs_a_magnifier_is_not_hidden_from_it(window: QWidget) -> None:
    capture = PlayedCapture()
    guard = QtLockdown(capture=capture, computer=a_plain_computer())
    spared = ProctoringPolicy(exceptions=frozenset({IntegrityKind.SCREENSHOT_KEY}))
    guard.engage(window, Told(), spared)
    assert capture.excluded == set()
    guard.use_policy(ProctoringPolicy())
    assert capture.excluded == {int(window.winId())}
    guard.use_policy(spared)  # a teacher spares the student in mid-exam
    assert capture.excluded == set()
    guard.release()


def test_what_the_computer_is_becomes_events(window: QWidget, qtbot: QtBot) -> None:
    told = Told()
    computer = a_plain_computer("anydesk", firmware=("QEMU",), SSH_CONNECTION="somewhere")
    guard = QtLockdown(full_screen=False, computer=computer)
    guard.engage(window, told, ProctoringPolicy(listed_processes=("AnyDesk", "TeamViewer")))
    expected = {
        (IntegrityKind.VIRTUAL_MACHINE, "qemu"),
        (IntegrityKind.REMOTE_SESSION, "ssh"),
        (IntegrityKind.LISTED_PROCESS, "AnyDesk"),
    }
    qtbot.waitUntil(lambda: set(told.reports) == expected, timeout=20_000)
    assert told.ended == [IntegrityKind.VIRTUAL_MACHINE]  # a state of things, told once
    guard.release()
    assert set(told.ended) == {kind for kind, _ in expected}


def test_a_program_that_ends_ends_its_event(window: QWidget, lockdown: QtLockdown) -> None:
    told = Told()
    lockdown.engage(window, told)
    lockdown.take_seen(Seen(listed=("AnyDesk", "TeamViewer")))
    lockdown.take_seen(Seen(listed=("AnyDesk",)))
    assert told.reports == [(IntegrityKind.LISTED_PROCESS, "AnyDesk"), (IntegrityKind.LISTED_PROCESS, "TeamViewer")]
    assert told.ended == [IntegrityKind.LISTED_PROCESS]


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


def test_after_the_end_nothing_is_reported(
    qapp: QApplication, window: QWidget, lockdown: QtLockdown, clock: ManualClock
) -> None:
    told = Told()
    lockdown.engage(window, told, QUICK)
    qapp.applicationStateChanged.emit(ACTIVE)
    qapp.applicationStateChanged.emit(INACTIVE)
    clock.advance(10)
    lockdown.look()
    lockdown.release()
    assert told.ended == [IntegrityKind.FOCUS_LOST]  # what was open is ended by the end
    qapp.applicationStateChanged.emit(INACTIVE)
    clock.advance(10)
    lockdown.look()
    assert len(told.reports) == 1


def test_without_full_screen_the_window_is_left_alone(window: QWidget, qapp: QApplication) -> None:
    guard = QtLockdown(full_screen=False, computer=a_plain_computer())
    guard.engage(window, Told())
    assert not window.isFullScreen()
    guard.release()


@pytest.mark.parametrize("platform", ["xcb", "wayland", "windows", "cocoa", "offscreen"])
def test_the_table_has_the_same_rows_everywhere_and_says_why(platform: str) -> None:
    table = capabilities(platform, {"windows": "win32", "cocoa": "darwin"}.get(platform, "linux"))
    assert tuple(row.name for row in table) == NAMES
    for row in table:
        assert (row.certainty is Certainty.SURE) == (row.why == "")


def test_one_display_is_no_event(window: QWidget, lockdown: QtLockdown) -> None:
    told = Told()
    lockdown.engage(window, told)
    assert lockdown.display_count() == 1
    assert IntegrityKind.SECOND_DISPLAY not in told.kinds()
    assert lockdown.capabilities() == capabilities(QGuiApplication.platformName())


def test_displays_that_come_and_go_are_counted(
    qapp: QApplication, window: QWidget, lockdown: QtLockdown, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, screens = Told(), [QGuiApplication.primaryScreen()]
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)  # what the system would say
    lockdown.engage(window, told)
    for count in (2, 2, 3, 1):
        screens[:] = screens[:1] * count
        qapp.screenAdded.emit(screens[-1])
    assert told.reports == [(IntegrityKind.SECOND_DISPLAY, "2"), (IntegrityKind.SECOND_DISPLAY, "3")]
    assert told.ended == [IntegrityKind.SECOND_DISPLAY] * 2
