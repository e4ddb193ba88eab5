"""The screen stays on during a class. Guarded everywhere: a computer that may sleep is no reason to miss a class.

Linux: ``org.freedesktop.ScreenSaver.Inhibit`` on the session bus (GNOME, KDE, Xfce, Cinnamon have it); Windows:
``SetThreadExecutionState``; macOS: ``caffeinate``, which ends by itself with the process it watches. All of them are
undone by :meth:`Awake.rest`, and by the end of this process.
"""

import contextlib
import ctypes
import os
import subprocess
import sys
from typing import Protocol

from learnup_desktop.base.log import get_logger

_log = get_logger(__name__)

ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED = 0x80000000, 0x00000001, 0x00000002
"""winbase.h."""


class Inhibitor(Protocol):
    """One system's way."""

    def hold(self, reason: str) -> bool:
        """Keep awake; whether it was taken."""
        ...

    def release(self) -> None:
        """As it was."""
        ...


class ScreenSaverBus:
    """By D-Bus, as the desktop's own video players do, on a connection that is ours alone.

    The inhibition ends with its connection (the desktop's idle-inhibition specification): that is how it is given back,
    since the cookie is an unsigned number, which the binding cannot send.
    """

    SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
    CONNECTION = "learnup-awake"
    PATIENCE_MS = 500

    def hold(self, reason: str) -> bool:
        """See ``Inhibitor``."""
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self.CONNECTION)
        if bus.isConnected():
            message = QDBusMessage.createMethodCall(self.SERVICE, self.PATH, self.SERVICE, "Inhibit")
            message.setArguments(["LearnUp", reason])
            reply = bus.call(message, QDBus.CallMode.Block, self.PATIENCE_MS)
            if reply.type() == QDBusMessage.MessageType.ReplyMessage:
                return True
        self.release()
        return False

    def release(self) -> None:
        """See ``Inhibitor``."""
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(self.CONNECTION)


class ExecutionState:
    """By ``kernel32.SetThreadExecutionState``, which holds for the thread that asks: Qt's own.

    Args:
        set_state: that function; 0 means it was not taken.
    """

    def __init__(self, set_state: "SetState") -> None:
        self._set_state = set_state

    def hold(self, reason: str) -> bool:
        """See ``Inhibitor``."""
        return bool(self._set_state(ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED))

    def release(self) -> None:
        """See ``Inhibitor``."""
        self._set_state(ES_CONTINUOUS)


class SetState(Protocol):
    def __call__(self, flags: int, /) -> int: ...


class Caffeinate:
    """By macOS's own command, watching this process."""

    COMMAND = "/usr/bin/caffeinate"

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self, reason: str) -> bool:
        """See ``Inhibitor``."""
        with contextlib.suppress(OSError):
            self._process = subprocess.Popen(
                [self.COMMAND, "-di", "-w", str(os.getpid())], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
        return self._process is not None

    def release(self) -> None:
        """See ``Inhibitor``."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


def inhibitor() -> Inhibitor:
    """This system's."""
    if sys.platform == "win32":
        return ExecutionState(ctypes.windll.kernel32.SetThreadExecutionState)
    if sys.platform == "darwin":
        return Caffeinate()
    return ScreenSaverBus()


class Awake:
    """Held or not, each once.

    Args:
        by: how; default this system's way.
    """

    def __init__(self, by: Inhibitor | None = None) -> None:
        self._by = by or inhibitor()
        self._asked = self._held = False

    def hold(self, reason: str) -> None:
        """Keep the screen on; a system that refuses is asked once."""
        if not self._asked:
            self._asked = True
            self._held = self._by.hold(reason)
            if not self._held:
                _log.info("the system does not let us keep the screen on")

    def rest(self) -> None:
        """Let it sleep again."""
        self._asked = False
        if self._held:
            self._held = False
            self._by.release()
