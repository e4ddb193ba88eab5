"""Says something to the person: in the window while it is looked at, else by the desktop's own notifications."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from learnup_desktop.qt import notices
from learnup_desktop.qt.front import bring_to_front
from learnup_desktop.qt.icons import app_icon

if TYPE_CHECKING:
    from learnup_desktop.shell.main_window import MainWindow

SHOWN_MS = 15_000


class DesktopTeller(QObject):
    """One for an open account; :meth:`end` takes its icon away.

    Args:
        window: comes to the front when a notification is pressed.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._pressed: Callable[[], None] | None = None

    def tell(self, title: str, text: str, route: str, key: str) -> None:
        """Say it.

        Args:
            route: where its button leads.
            key: an earlier one with the same key is replaced.
        """
        if self.tell_outside(title, text):
            return
        opens = QCoreApplication.translate("Reminders", "Show")
        notices.say_text("info", title, text, action=notices.Action(opens, partial(self._open, route)), key=key)

    def tell_outside(self, title: str, text: str, pressed: Callable[[], None] | None = None) -> bool:
        """Say it by the desktop's own notification, unless the window is looked at or there is none; whether it was.

        Args:
            pressed: called when the notification is pressed, once the window is in front.
        """
        if QApplication.activeWindow() is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        tray = self._tray or self._make_tray()
        self._pressed = pressed
        tray.show()
        tray.showMessage(title, text, QSystemTrayIcon.MessageIcon.Information, SHOWN_MS)
        return True

    def end(self) -> None:
        """The account is being closed."""
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
        self.deleteLater()

    def _make_tray(self) -> QSystemTrayIcon:
        # Made when it is first needed: an icon that is always there would promise more than it does.
        self._tray = QSystemTrayIcon(app_icon(), self)
        self._tray.setToolTip("LearnUp")
        self._tray.activated.connect(lambda _: bring_to_front(self._window))
        self._tray.messageClicked.connect(self._message_pressed)
        return self._tray

    def _message_pressed(self) -> None:
        bring_to_front(self._window)
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            pressed()

    def _open(self, route: str) -> None:
        if self._window.full_page() is None:
            self._window.navigate(route)
