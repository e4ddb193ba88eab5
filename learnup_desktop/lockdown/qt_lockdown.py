"""Lockdown by what Qt can tell on every system: focus, displays, clipboard, the screenshot key, full screen on top.

All of it lives in this process: an event filter, a few signals and the window's own flags. When the process dies the
desktop is as it was, since nothing outside was changed.
"""

import sys
from contextlib import suppress

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.integrity import IntegrityKind
from learnup_desktop.lockdown.clipboard import InAppClipboard
from learnup_desktop.lockdown.guard import Capability, Certainty, ClosingReport, Report

SETTLE_MS = 1000
"""A window manager animates and re-activates for less."""


class QtLockdown(QObject):
    """See ``guard.Lockdown``.

    Args:
        full_screen: take the whole screen and stay on top; False for tests and for a walk-through without a display.
        settle_ms: how long after taking the screen the focus is not looked at, since going full screen moves it.

    Attributes:
        clipboard: what answer fields use for copy, cut and paste.
    """

    def __init__(self, *, full_screen: bool = True, settle_ms: int = SETTLE_MS) -> None:
        super().__init__()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(settle_ms if full_screen else 0)
        self._settle.timeout.connect(self._look_at_focus)
        self.clipboard = InAppClipboard()
        self._full_screen = full_screen
        self._window: QWidget | None = None
        self._report: Report | None = None
        self._had_focus = False
        self._open: dict[IntegrityKind, ClosingReport] = {}
        self._before: tuple[Qt.WindowState, bool] | None = None
        self._connections: list[QMetaObject.Connection] = []

    # --- the protocol ------------------------------------------------------------------------------------------------

    def engage(self, window: object, report: Report) -> None:
        """Take the screen and begin to report."""
        app = QGuiApplication.instance()
        if self._report is not None or not isinstance(app, QGuiApplication):
            return
        self._report = report
        self._had_focus = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        self.clipboard.clear()
        self.clipboard.on_refused = self._paste_refused
        self._connections = [
            app.applicationStateChanged.connect(self._focus_changed),
            app.screenAdded.connect(self._count_displays),
            app.screenRemoved.connect(self._count_displays),
            QGuiApplication.clipboard().changed.connect(self._clipboard_changed),
        ]
        app.installEventFilter(self)
        if isinstance(window, QWidget):
            self._take_screen(window)
        self._settle.start()
        self._count_displays()

    def release(self) -> None:
        """Give everything back."""
        if self._report is None:
            return
        self._settle.stop()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        app = QGuiApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        for kind in list(self._open):
            self._end(kind)
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
        if not self._full_screen:
            return
        on_top = bool(window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)
        self._before = (window.windowState(), on_top)
        # Changing the flag recreates the native window, hence the order: flag, then state, then show.
        window.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, True)
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        window.show()

    def _give_screen_back(self) -> None:
        window, before = self._window, self._before
        self._window = self._before = None
        if window is None:
            return
        with suppress(RuntimeError):
            window.destroyed.disconnect(self._window_gone)
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

    # --- what the system tells ---------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the screenshot key pass; nothing is ever held back."""
        if (
            event.type() == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Print
            and watched.isWindowType()
        ):
            self._moment(IntegrityKind.SCREENSHOT_KEY, "print")
        return False

    def _look_at_focus(self) -> None:
        self._focus_changed(QGuiApplication.applicationState())

    def _focus_changed(self, state: Qt.ApplicationState) -> None:
        if self._settle.isActive():
            return
        if state == Qt.ApplicationState.ApplicationActive:
            self._had_focus = True
            self._end(IntegrityKind.FOCUS_LOST)
        elif self._had_focus:  # what was never had cannot be lost: a screen without a window manager gives none
            self._begin(IntegrityKind.FOCUS_LOST, "minimised" if state == Qt.ApplicationState.ApplicationHidden else "")

    def _count_displays(self, *_screen: object) -> None:
        count = self.display_count()
        if count > 1:
            self._begin(IntegrityKind.SECOND_DISPLAY, str(count))
        else:
            self._end(IntegrityKind.SECOND_DISPLAY)

    def _clipboard_changed(self, mode: QClipboard.Mode) -> None:
        if mode == QClipboard.Mode.Clipboard and not QGuiApplication.clipboard().ownsClipboard():
            self._moment(IntegrityKind.CLIPBOARD_USED, "copied_outside")

    def _paste_refused(self) -> None:
        self._moment(IntegrityKind.CLIPBOARD_USED, "paste_refused")

    # --- reports -----------------------------------------------------------------------------------------------------

    def _begin(self, kind: IntegrityKind, detail: str) -> None:
        if self._report is not None and kind not in self._open:
            self._open[kind] = self._report(kind, detail)

    def _end(self, kind: IntegrityKind) -> None:
        closing = self._open.pop(kind, None)
        if closing is not None:
            closing()

    def _moment(self, kind: IntegrityKind, detail: str) -> None:
        if self._report is not None:
            self._report(kind, detail)()


def capabilities(platform_name: str, system: str = sys.platform) -> tuple[Capability, ...]:
    """What can be promised on a Qt platform (``xcb``, ``wayland``, ``windows``, ``cocoa``, …) of a system.

    Full screen and focus come from the window system. Under Wayland a program may not put itself on top nor see
    another's clipboard while it has no focus, and the screenshot key belongs to the compositor; on Windows and macOS
    parts of the screenshot keys are taken before programs see them. Capture exclusion
    needs a system call per platform and is not used yet.
    """
    nothing = platform_name in ("offscreen", "minimal", "vnc", "")
    wayland = platform_name.startswith("wayland")
    mostly, sure, absent = Certainty.MOSTLY, Certainty.SURE, Certainty.NOT_HERE
    if nothing:
        names = ("full_screen", "on_top", "focus", "displays", "clipboard", "screenshot_key", "capture_exclusion")
        kept = {"clipboard": Capability("clipboard", sure)}
        return tuple(kept.get(name, Capability(name, absent, "no_display")) for name in names)
    return (
        Capability("full_screen", sure),
        Capability("on_top", absent, "wayland") if wayland else Capability("on_top", mostly, "other_on_top"),
        Capability("focus", sure),
        Capability("displays", mostly, "splitters_unseen"),
        Capability("clipboard", sure),
        Capability("screenshot_key", absent, "wayland")
        if wayland
        else Capability(
            "screenshot_key", mostly, "taken_by_system" if system in ("win32", "darwin") else "other_tools"
        ),
        Capability("capture_exclusion", absent, "not_offered"),
    )
