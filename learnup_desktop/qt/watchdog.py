"""Names whatever blocks the loop for more than 16 ms: one frame at 60 Hz.

A timer on the loop leaves a mark every few milliseconds; a thread looks at the mark. While it is late, the thread
reads the main thread's stack, so the report says which line was running, not merely that something was slow. For tests,
benches and ``--debug`` only: it wakes the processor.

The stack is written down by ``faulthandler`` and not taken from ``sys._current_frames``: who holds a frame keeps its
locals alive, and a ``QPainter`` that outlives its ``paintEvent`` and is destroyed on another thread ends the program.

Two clocks are kept. What a person feels is the time on the wall; but that also counts other processes and other threads
that had the processor or Python's lock, which no change of ours mends. So the loop's own thread's processor time stands
beside it, and tests and benches judge by that one.
"""

import faulthandler
import logging
import re
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer

log = logging.getLogger(__name__)

LIMIT_MS = 16.0
_BEAT_MS = 4

_FRAME = re.compile(r'  File "(.*)", line (\S+) in (.*)')


@dataclass(frozen=True, slots=True)
class Blocked:
    """The loop stood still.

    Attributes:
        milliseconds: how long, on the wall, up to when it moved again.
        cpu_milliseconds: processor time that the loop's thread used of it. Less than ``milliseconds`` when it waited:
            for the disk, for Python's lock, for another process. (Windows counts it in steps of 16 ms.)
        where: ``file:line function`` of the innermost frame of ours, else of the innermost frame; the one that was seen
            most often while the loop stood.
        stack: the whole stack, when that was first seen.
    """

    milliseconds: float
    cpu_milliseconds: float
    where: str
    stack: str


class Watchdog(QObject):
    """Watches the loop of the thread that makes and starts it; use as a context manager or with start and stop.

    Args:
        limit_ms: longest stand-still that is not reported.
        on_blocked: called on the loop, once it moves again; by default it is logged as a warning.
        by_processor: judge by the thread's processor time instead of the time on the wall.
        beat_ms: distance of the marks; a stand-still is known to about this much. 0 marks every turn of the loop, which
            never rests then.
    """

    def __init__(
        self,
        limit_ms: float = LIMIT_MS,
        on_blocked: Callable[[Blocked], None] | None = None,
        parent: QObject | None = None,
        *,
        by_processor: bool = False,
        beat_ms: int = _BEAT_MS,
    ) -> None:
        super().__init__(parent)
        self.reports: list[Blocked] = []
        self._limit = limit_ms / 1000
        # Between two marks of a loop that rests lies a beat already; it is no stand-still.
        self._grace = 0.0 if by_processor else beat_ms / 1000
        self._by_processor = by_processor
        self._on_blocked = on_blocked or _log_blocked
        self._thread_id = threading.get_ident()
        self._beat = time.perf_counter()
        self._used = time.thread_time()
        self._samples: list[str] = []
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(beat_ms)
        self._timer.timeout.connect(self._mark)

    def start(self) -> None:
        """Begin to watch."""
        self._thread_id = threading.get_ident()
        self._beat, self._used = time.perf_counter(), time.thread_time()
        self._stop.clear()
        self._timer.start()
        self._thread = threading.Thread(target=self._watch, name="loop-watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; returns once the thread is gone. What stands still at this moment is reported too."""
        self._timer.stop()
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
            self._mark()

    def __enter__(self) -> "Watchdog":
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _mark(self) -> None:
        now, used = time.perf_counter(), time.thread_time()
        stood, worked = now - self._beat, used - self._used
        samples, self._samples = self._samples, []
        if (worked if self._by_processor else stood) > self._limit + self._grace:
            where, stack = _most_often(samples)
            blocked = Blocked(stood * 1000, worked * 1000, where, stack)
            self.reports.append(blocked)
            self._on_blocked(blocked)
        self._beat, self._used = time.perf_counter(), time.thread_time()

    def _watch(self) -> None:
        """Look at the stack whenever the mark is older than half the limit: by then it may become too old."""
        patience = self._limit / 2 + self._grace
        rhythm = max(0.001, min(_BEAT_MS / 1000, self._limit / 4))
        with tempfile.TemporaryFile() as paper:
            while not self._stop.wait(rhythm):
                if time.perf_counter() - self._beat > patience:
                    paper.seek(0)
                    paper.truncate()
                    faulthandler.dump_traceback(paper, all_threads=True)
                    paper.seek(0)
                    self._samples.append(self._own_part(paper.read().decode(errors="replace")))

    def _own_part(self, stacks: str) -> str:
        """Of the stacks of all threads the one of the loop's, innermost frame first."""
        begin = re.search(rf"hread 0x0*{self._thread_id:x}\b.*\n", stacks)
        return stacks[begin.end() :].split("\n\n", 1)[0] if begin is not None else ""


def _most_often(samples: list[str]) -> tuple[str, str]:
    """Where it was seen most often, and the stack there."""
    stacks: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for stack in samples:
        frames = _FRAME.findall(stack)
        file, line, function = next(
            (frame for frame in frames if "learnup_desktop" in frame[0]), (*frames, ("?",) * 3)[0]
        )
        where = f"{file}:{line} {function}"
        seen[where] += 1
        stacks.setdefault(where, stack)
    if not seen:
        return "?", ""
    where = seen.most_common(1)[0][0]
    return where, stacks[where]


def _log_blocked(blocked: Blocked) -> None:
    log.warning(
        "the loop stood still for %.0f ms (%.0f ms of them at work) at %s",
        blocked.milliseconds,
        blocked.cpu_milliseconds,
        blocked.where,
    )
