"""Names whatever blocks the loop for more than 16 ms: one frame at 60 Hz.

A timer on the loop leaves a mark every few milliseconds; a thread looks at the mark. When it is late, the thread
reads the main thread's stack by ``sys._current_frames`` at that very moment, so the report says which line was
running, not merely that something was slow. For tests and ``--debug`` only: it wakes the processor.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer

log = logging.getLogger(__name__)

LIMIT_MS = 16.0
_BEAT_MS = 4


@dataclass(frozen=True, slots=True)
class Blocked:
    """The loop stood still.

    Attributes:
        milliseconds: how long, up to when it moved again.
        where: ``file:line function`` of the innermost frame of ours, else of the innermost frame.
        stack: the whole stack, when it was first seen late.
    """

    milliseconds: float
    where: str
    stack: str


class Watchdog(QObject):
    """Watches the loop of the thread that made it; use as a context manager or with start and stop.

    Args:
        limit_ms: longest stand-still that is not reported.
        on_blocked: called from the watching thread; by default it is logged as a warning.
    """

    def __init__(
        self,
        limit_ms: float = LIMIT_MS,
        on_blocked: Callable[[Blocked], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.reports: list[Blocked] = []
        self._limit = limit_ms / 1000
        self._on_blocked = on_blocked or _log_blocked
        self._thread_id = threading.get_ident()
        self._beat = time.perf_counter()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._mark)

    def start(self) -> None:
        """Begin to watch."""
        self._mark()
        self._stop.clear()
        self._timer.start()
        self._thread = threading.Thread(target=self._watch, name="loop-watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; returns once the thread is gone."""
        self._timer.stop()
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def __enter__(self) -> "Watchdog":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _mark(self) -> None:
        self._beat = time.perf_counter()

    def _watch(self) -> None:
        seen: tuple[float, str, str] | None = None
        while not self._stop.wait(_BEAT_MS / 1000):
            beat = self._beat
            late = time.perf_counter() - beat > self._limit + _BEAT_MS / 1000
            if seen is not None and beat != seen[0]:
                self._tell(beat - seen[0], seen[1], seen[2])
                seen = None
            if late and seen is None:
                where, stack = self._look()
                seen = (beat, where, stack)
        if seen is not None:
            self._tell(time.perf_counter() - seen[0], seen[1], seen[2])

    def _tell(self, seconds: float, where: str, stack: str) -> None:
        blocked = Blocked(seconds * 1000, where, stack)
        self.reports.append(blocked)
        self._on_blocked(blocked)

    def _look(self) -> tuple[str, str]:
        frame = sys._current_frames().get(self._thread_id)
        if frame is None:
            return "?", ""
        summary = traceback.extract_stack(frame)
        ours = [entry for entry in summary if "learnup_desktop" in entry.filename]
        entry = (ours or list(summary))[-1]
        return f"{entry.filename}:{entry.lineno} {entry.name}", "".join(traceback.format_list(summary))


def _log_blocked(blocked: Blocked) -> None:
    log.warning("the loop stood still for %.0f ms at %s", blocked.milliseconds, blocked.where)
