"""How server time was told during a sitting, in the journal: what a deadline is judged by later."""

from collections.abc import Callable

from learnup_desktop.base.clock import epoch_milliseconds
from learnup_desktop.contract.exams import EntryKind
from learnup_desktop.domain.exam_timing import ClockSample
from learnup_desktop.features.exams.sitting_parts import ServerNow

CLOCK_EVERY_MS = 300_000
CLOCK_MOVED_MS = 250
"""A clock sample is journaled so often, or when it moves server time by so much."""


class ClockRecorder:
    """Between the platform's clock and one sitting's journal."""

    def __init__(self, clock: ServerNow, record: Callable[[EntryKind, dict[str, object]], None]) -> None:
        self._clock = clock
        self._record = record
        self._unsubscribe: Callable[[], None] = lambda: None
        self._recorded: tuple[int, int] | None = None

    def start(self) -> None:
        """Note how it is told now, and every sample from now on that says something else."""
        self._unsubscribe = self._clock.subscribe(self._note)
        self._note()

    def stop(self) -> None:
        """Note no more."""
        self._unsubscribe()

    def _note(self, _sample: ClockSample | None = None) -> None:
        error = self._clock.error_ms
        if error is None:
            return
        monotonic = round(self._clock.monotonic() * 1000)
        offset = epoch_milliseconds(self._clock.now()) - monotonic
        before = self._recorded
        if before is not None and monotonic - before[0] < CLOCK_EVERY_MS and abs(offset - before[1]) < CLOCK_MOVED_MS:
            return
        self._recorded = (monotonic, offset)
        self._record(EntryKind.CLOCK, {"offsetMs": offset, "roundTripMs": 2 * error, "monotonicMs": monotonic})
