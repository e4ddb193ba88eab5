"""Cyclic garbage is collected on the thread of Qt, and only there.

Python collects on whichever thread allocates at the moment; a database's thread that happens to collect a widget with
its timers destroys them on the wrong thread, which Qt answers with a warning, or a crash. So the automatic collection
is off while the window is open, and a timer looks instead. What was loaded for the start is frozen out of it, since it
lives as long as the program does, and looking through it would hold the loop for longer than a frame.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1_000


class MainThreadCollector(QObject):
    """Collects while it runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._running = False
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over from Python."""
        if not self._running:
            self._running = True
            self._was_enabled = gc.isenabled()
            gc.disable()
            self._timer.start()

    def settle(self) -> None:
        """The start is over: what there is now is not looked through again."""
        gc.collect()
        gc.freeze()

    def collect(self) -> None:
        """Collect the generations that are due, as Python would have: by how much was allocated since."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [number for number in range(3) if thresholds[number] and counts[number] > thresholds[number]]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Give it back to Python."""
        if self._running:
            self._running = False
            self._timer.stop()
            gc.unfreeze()
            if self._was_enabled:
                gc.enable()
