"""Python's cycle collector, kept on Qt's thread.

A cycle that holds a QObject is destroyed on whatever thread the collector happens to run. When an allocation in a
SQLite or pool thread sets it off, widgets are destroyed and timers stopped outside Qt's thread: at best a warning, at
worst a crash in the middle of an exam. So the automatic collector rests, and a timer on Qt's thread asks for it by
the same thresholds.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

INTERVAL_MS = 2000


def collect_if_due() -> int | None:
    """Collect the oldest generation whose threshold is passed; which it was, None when none is."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if thresholds[generation] and counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return generation
    return None


@contextmanager
def collected_on_this_thread() -> Iterator[None]:
    """Within, cycles are collected on this thread only; it must be Qt's, and run its loop."""
    was_enabled = gc.isenabled()
    gc.disable()
    timer = QTimer()
    timer.setInterval(INTERVAL_MS)
    timer.timeout.connect(collect_if_due)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        gc.collect()
        if was_enabled:
            gc.enable()
