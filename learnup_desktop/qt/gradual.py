"""A page's long list, built over several turns of the loop: no turn of it longer than a quarter of a frame.

The work is a generator that yields wherever it may be interrupted, and :data:`NEXT_TURN` where it is to be: what was
shown until then is laid out and painted by Qt before the rest, which no slice of ours would count. The first slice
runs at once, so that a short list is there when the call returns and a long one shows its beginning in the first frame.
What it shows may change meanwhile: a new start drops the rest of the one before.
"""

from collections.abc import Iterator
from math import inf
from time import perf_counter

from PySide6.QtCore import QObject, QThread, QTimer, Signal

SLICE_SECONDS = 0.004
NEXT_TURN = object()
"""Yielded: the loop comes round before the work goes on, however little was done."""


class Gradual(QObject):
    """Runs one generator at a time; ends with its owner.

    Args:
        owner: the widget whose contents are built.

    Attributes:
        finished: the generator came to its end.
    """

    finished = Signal()

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._work: Iterator[object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether something is left to do."""
        return self._work is not None

    def start(self, work: Iterator[object], *, at_once: bool = True) -> None:
        """Do this instead of what was being done; all of it at once where no loop runs that has other work.

        Args:
            work: yields wherever it may be interrupted.
            at_once: the first slice runs now and not in the next turn.
        """
        self._work = work
        if QThread.currentThread().loopLevel() == 0:
            self.finish()
            return
        self._timer.start()
        if at_once:
            self._slice()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._work = None
        self._timer.stop()

    def finish(self) -> None:
        """Do the rest now, since somebody needs all of it."""
        self._run(inf)

    def _slice(self) -> None:
        self._run(perf_counter() + SLICE_SECONDS)

    def _run(self, until: float) -> None:
        work = self._work
        if work is None:
            return
        for pause in work:
            if work is not self._work:
                return
            if until != inf and (pause is NEXT_TURN or perf_counter() > until):
                return
        if work is self._work:
            self.stop()
            self.finished.emit()
