"""Looking at the computer again and again during a sitting, on a thread of its own, and telling it on Qt's."""

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from learnup_desktop.lockdown.computer import Seen

LOOK_SECONDS = 15.0
"""As often as the invigilator hears from a sitting; listing two hundred processes takes some 20 ms of a slow PC."""


class ComputerWatch(QObject):
    """One thread while it is started.

    Args:
        on_seen: called on this object's thread with each look.
        every: seconds between two looks; the first is taken at once.
    """

    _seen = Signal(object, object)

    def __init__(self, on_seen: Callable[[Seen], None], every: float = LOOK_SECONDS) -> None:
        super().__init__()
        self._on_seen = on_seen
        self._every = every
        self._ended: threading.Event | None = None
        self._seen.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, look: Callable[[], Seen]) -> None:
        """Begin; what an earlier start still finds is not told any more."""
        self.stop()
        self._ended = threading.Event()
        # A daemon, as a program that ends must not wait for a list of processes.
        threading.Thread(target=self._run, args=(look, self._ended), name="computer-watch", daemon=True).start()

    def stop(self) -> None:
        """End; returns at once."""
        if self._ended is not None:
            self._ended.set()
            self._ended = None

    def _run(self, look: Callable[[], Seen], ended: threading.Event) -> None:
        while not ended.is_set():
            seen = look()
            with suppress(RuntimeError):  # the program is ending, and this object's C++ side is gone already
                self._seen.emit(ended, seen)
            ended.wait(self._every)

    def _tell(self, ended: threading.Event, seen: Seen) -> None:
        if not ended.is_set():
            self._on_seen(seen)
