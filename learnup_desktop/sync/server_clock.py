"""Server time for everybody who shows or records one, from the samples that every answer of the platform brings."""

from collections.abc import Callable
from datetime import datetime, timedelta

from learnup_desktop.base.background import Listeners
from learnup_desktop.base.clock import Clock, SystemClock, epoch_milliseconds
from learnup_desktop.domain.exam_timing import ClockSample, ServerClock


class PlatformClock:
    """Server time, which does not move when somebody moves the PC's clock.

    Before the first sample it is the PC's own time, shifted by what ``seed`` said.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._server = ServerClock()
        self._seed = timedelta(0)
        self._listeners: Listeners[ClockSample] = Listeners()

    def add(self, sample: ClockSample) -> None:
        """Take a sample; give this to ``Transport.on_clock_sample``."""
        if self._server.add(sample):
            self._listeners.tell(sample)

    def seed(self, offset_ms: int | None) -> None:
        """Start from what an earlier run knew (``AttemptMeta.clock_offset_ms``); the first sample replaces it."""
        if offset_ms is not None:
            self._seed = timedelta(milliseconds=offset_ms)

    def subscribe(self, listener: Callable[[ClockSample], None]) -> Callable[[], None]:
        """Call ``listener`` with each sample that comes into use. Returns how to stop."""
        return self._listeners.subscribe(listener)

    def now(self) -> datetime:
        """Server time, aware UTC."""
        return self._server.now(self._clock.monotonic(), self._clock.utc_now() + self._seed)

    def now_ms(self) -> int:
        """Server time in epoch milliseconds, the journal's unit."""
        return epoch_milliseconds(self.now())

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return self._clock.monotonic()

    @property
    def synchronised(self) -> bool:
        """Whether the platform has been heard since the start."""
        return self._server.synchronised

    @property
    def offset_ms(self) -> int | None:
        """Server time minus the PC's clock; None before the first sample."""
        if not self._server.synchronised:
            return None
        return round((self.now() - self._clock.utc_now()).total_seconds() * 1000)

    @property
    def error_ms(self) -> int | None:
        """Half the round trip of the sample in use: how wrong ``now`` may be. None before the first sample."""
        best = self._server.best
        return None if best is None else round(best.round_trip * 500)
