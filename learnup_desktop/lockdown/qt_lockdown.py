"""Lockdown by what the system can tell: focus, displays, clipboard, the screenshot key, full screen on top, captures.

All of it lives in this process: an event filter, a few signals, a thread that only looks, and the window's own flags.
When the process dies the desktop is as it was, since nothing outside was changed (``bench lockdown`` kills it a hundred
times and compares).
"""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.integrity import IntegrityKind, ProctoringPolicy
from learnup_desktop.lockdown.capabilities import WITHOUT_A_DISPLAY, capabilities
from learnup_desktop.lockdown.capture import CaptureExclusion, capture_exclusion
from learnup_desktop.lockdown.clipboard import InAppClipboard
from learnup_desktop.lockdown.computer import Computer, Seen
from learnup_desktop.lockdown.computer_watch import ComputerWatch
from learnup_desktop.lockdown.focus import FocusRule, FocusTurn
from learnup_desktop.lockdown.guard import Capability, ClosingReport, Report

_log = get_logger(__name__)


class QtLockdown(QObject):
    """See ``guard.Lockdown``.

    Args:
        full_screen: take the whole screen and stay on top; False for tests and for a walk-through without a display.
        clock: measures how long the focus is away.
        capture: keeps the window out of captures; what the system offers when None.
        computer: what is looked at during a sitting.

    Attributes:
        clipboard: what answer fields use for copy, cut and paste.
    """

    def __init__(
        self,
        *,
        full_screen: bool = True,
        clock: Clock | None = None,
        capture: CaptureExclusion | None = None,
        computer: Computer | None = None,
    ) -> None:
        super().__init__()
        self.clipboard = InAppClipboard()
        self._full_screen = full_screen
        self._clock = clock or SystemClock()
        self._capture = capture
        self._computer = computer
        self._policy = ProctoringPolicy()
        self._focus = FocusRule(self._clock, 0.0, 0.0)
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.look)
        self._watch = ComputerWatch(self.take_seen)
        self._window: QWidget | None = None
        self._report: Report | None = None
        self._open: dict[tuple[IntegrityKind, str], ClosingReport] = {}
        self._before: tuple[Qt.WindowState, bool] | None = None
        self._excluded = False
        self._machine_told = False
        self._connections: list[QMetaObject.Connection] = []

    # --- the protocol ------------------------------------------------------------------------------------------------

    def engage(self, window: object, report: Report, policy: ProctoringPolicy | None = None) -> None:
        """Take the screen and begin to report."""
        app = QGuiApplication.instance()
        if self._report is not None or not isinstance(app, QGuiApplication):
            return
        self._report = report
        self._policy = policy or ProctoringPolicy()
        self._machine_told = False
        self._focus = FocusRule(self._clock, self._policy.focus_settle_seconds, self._policy.focus_minimum_seconds)
        self._focus.settle()
        self.clipboard.clear()
        self.clipboard.on_refused = self._paste_refused
        self._connections = [
            app.applicationStateChanged.connect(self._focus_changed),
            app.screenAdded.connect(self._displays_changed),
            app.screenRemoved.connect(self._displays_changed),
            QGuiApplication.clipboard().changed.connect(self._clipboard_changed),
        ]
        app.installEventFilter(self)
        if isinstance(window, QWidget):
            self._take_screen(window)
        self._focus_changed(QGuiApplication.applicationState())
        self._count_displays()
        self._watch_computer()

    def use_policy(self, policy: ProctoringPolicy) -> None:
        """Go on under other rules. How long a lost focus must last stays as it was when the sitting began."""
        if self._report is None:
            return
        self._policy = policy
        if self._window is not None:
            self._exclude_from_capture(self._window)
        self._watch_computer()

    def release(self) -> None:
        """Give everything back."""
        if self._report is None:
            return
        self._due.stop()
        self._watch.stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        app = QGuiApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        for kind, detail in list(self._open):
            self._end(kind, detail)
        self.clipboard.clear()
        self.clipboard.on_refused = None
        self._report = None
        self._give_screen_back()

    def display_count(self) -> int:
        """How many displays are connected now."""
        return len(QGuiApplication.screens())

    def capabilities(self) -> tuple[Capability, ...]:
        """What this computer can and cannot guarantee."""
        return capabilities(QGuiApplication.platformName())

    # --- the screen --------------------------------------------------------------------------------------------------

    def _take_screen(self, window: QWidget) -> None:
        self._window = window
        window.destroyed.connect(self._window_gone)
        if self._full_screen:
            on_top = bool(window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)
            self._before = (window.windowState(), on_top)
            # Changing the flag recreates the native window, hence the order: flag, then state, then show.
            window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, True)
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
            window.show()
        self._exclude_from_capture(window)

    def _give_screen_back(self) -> None:
        window, before = self._window, self._before
        self._window = self._before = None
        if window is None:
            return
        with suppress(RuntimeError):
            window.destroyed.disconnect(self._window_gone)
        if self._excluded:
            self._excluded = False
            self._capture_exclusion().allow(int(window.winId()))
        if before is None:
            return
        state, on_top = before
        visible = window.isVisible()
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)
        window.setWindowState(state)
        if visible:
            window.show()

    def _window_gone(self) -> None:
        self._window = self._before = None
        self._excluded = False

    def _capture_exclusion(self) -> CaptureExclusion:
        if self._capture is None:
            self._capture = capture_exclusion(QGuiApplication.platformName())
        return self._capture

    def _exclude_from_capture(self, window: QWidget) -> None:
        """A magnifier or a helper's view needs captures: a student who is spared the screenshot rule is not hidden."""
        if self._policy.wants(IntegrityKind.SCREENSHOT_KEY):
            self._excluded = self._capture_exclusion().exclude(int(window.winId()))
            _log.info("captures: the window is %s", "left out" if self._excluded else "not left out")
        elif self._excluded:
            self._excluded = not self._capture_exclusion().allow(int(window.winId()))

    # --- what the system tells ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the screenshot key and our own window pass; nothing is ever held back."""
        kind = event.type()
        if kind == QEvent.Type.KeyRelease:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Print and watched.isWindowType():
                self._moment(IntegrityKind.SCREENSHOT_KEY, "print")
        elif kind == QEvent.Type.WinIdChange and watched is self._window:
            # A new native window knows nothing of what was asked of the old one. Asked for on the next turn: now Qt is
            # in the middle of making it.
            QTimer.singleShot(0, self, self._window_made_anew)
        return False

    def _window_made_anew(self) -> None:
        if self._report is not None and self._window is not None:
            self._focus.settle()
            self._exclude_from_capture(self._window)

    def look(self) -> None:
        """Tell a lost focus when it has lasted long enough; a timer calls this at the right time."""
        self._take_turn(self._focus.look())

    def _focus_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._take_turn(self._focus.focused())
        else:
            hidden = state == Qt.ApplicationState.ApplicationHidden
            self._take_turn(self._focus.unfocused("minimised" if hidden else ""))

    def _take_turn(self, turn: FocusTurn | None) -> None:
        if turn is FocusTurn.LOST:
            ago_ms = round(self._focus.lost_seconds() * 1000)
            self._begin(IntegrityKind.FOCUS_LOST, self._focus.detail, ago_ms=ago_ms)
        elif turn is FocusTurn.BACK:
            self._end_all(IntegrityKind.FOCUS_LOST)
        wait = self._focus.wait_seconds()
        if wait is None:
            self._due.stop()
        else:
            self._due.start(round(wait * 1000) + 1)

    def _displays_changed(self, *_screen: object) -> None:
        self._focus.settle()
        self._count_displays()

    def _count_displays(self) -> None:
        count = self.display_count()
        self._end_all(IntegrityKind.SECOND_DISPLAY, but=str(count))
        if count > 1:
            self._begin(IntegrityKind.SECOND_DISPLAY, str(count))

    def _clipboard_changed(self, mode: QClipboard.Mode) -> None:
        clipboard = QGuiApplication.clipboard()
        if mode == QClipboard.Mode.Clipboard and not clipboard.ownsClipboard():
            self._moment(IntegrityKind.CLIPBOARD_USED, "copied_outside")
        elif mode == QClipboard.Mode.Selection and clipboard.ownsSelection():
            # Under X11 and Wayland whatever is selected is offered to the middle button of every program. This is told
            # before Qt answers any of them, so nobody gets to read an answer.
            clipboard.clear(QClipboard.Mode.Selection)

    def _paste_refused(self) -> None:
        self._moment(IntegrityKind.CLIPBOARD_USED, "paste_refused")

    # --- what the computer is ----------------------------------------------------------------------------------------

    def _watch_computer(self) -> None:
        listed = self._policy.listed_processes if self._policy.wants(IntegrityKind.LISTED_PROCESS) else ()
        self._watch.start(partial((self._computer or Computer()).look, listed))

    def take_seen(self, seen: Seen) -> None:
        """Take a look at the computer; the watch calls this."""
        if seen.virtual_machine and not self._machine_told:
            self._machine_told = True
            self._moment(IntegrityKind.VIRTUAL_MACHINE, seen.virtual_machine)
        # Where nothing is shown, nothing is shown elsewhere either.
        shown = self._computer is not None or QGuiApplication.platformName() not in WITHOUT_A_DISPLAY
        self._end_all(IntegrityKind.REMOTE_SESSION, but=seen.remote_session)
        if seen.remote_session and shown:
            self._begin(IntegrityKind.REMOTE_SESSION, seen.remote_session)
        self._end_all(IntegrityKind.LISTED_PROCESS, but=seen.listed)
        for name in seen.listed:
            self._begin(IntegrityKind.LISTED_PROCESS, name)

    # --- reports -----------------------------------------------------------------------------------------------------

    def _begin(self, kind: IntegrityKind, detail: str, *, ago_ms: int = 0) -> None:
        if self._report is not None and (kind, detail) not in self._open:
            self._open[kind, detail] = self._report(kind, detail, ago_ms=ago_ms)

    def _end(self, kind: IntegrityKind, detail: str) -> None:
        closing = self._open.pop((kind, detail), None)
        if closing is not None:
            closing()

    def _end_all(self, kind: IntegrityKind, *, but: str | tuple[str, ...] = ()) -> None:
        kept = (but,) if isinstance(but, str) else but
        for open_kind, detail in list(self._open):
            if open_kind is kind and detail not in kept:
                self._end(kind, detail)

    def _moment(self, kind: IntegrityKind, detail: str) -> None:
        if self._report is not None:
            self._report(kind, detail)()
