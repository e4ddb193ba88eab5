"""Server time on this PC's monotonic clock: the time left must not move when somebody moves the PC's clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LATE_GRACE = timedelta(seconds=5)
"""How long after the deadline an answer still counts: covers one slow round trip, not one more thought."""

DRIFT = 1e-4
"""How far two quartz clocks go apart, as a share of the time that passed."""
TICK_SECONDS = 0.05
"""What a server's time may be off within its own answer: it is read before the answer is made."""


@dataclass(frozen=True, slots=True)
class ClockSample:
    """One question to the platform for its time; seconds on the monotonic clock before and after."""

    sent: float
    received: float
    server_time: datetime

    @property
    def round_trip(self) -> float:
        """Seconds."""
        return self.received - self.sent


class ServerClock:
    """Server time from the sample with the least round trip among the recent ones (Cristian 1989).

    The error is at most half that round trip. A sample older than ``maximum_age`` seconds gives way to any newer one,
    since two crystals drift apart by up to about 100 parts in a million. And one that a newer sample contradicts, by
    more than both may be wrong, gives way at once: this PC's monotonic clock has then stood still, as macOS lets it do
    in sleep.
    """

    def __init__(self, maximum_age: float = 600.0) -> None:
        self._maximum_age = maximum_age
        self._best: ClockSample | None = None

    def add(self, sample: ClockSample) -> bool:
        """Take a sample; True when it became the one in use.

        A sample with a negative round trip is no sample and is ignored.
        """
        if sample.round_trip < 0:
            return False
        best = self._best
        stale = best is not None and sample.received - best.received > self._maximum_age
        if best is None or stale or sample.round_trip <= best.round_trip or self._contradicts(best, sample):
            self._best = sample
            return True
        return False

    def _contradicts(self, best: ClockSample, sample: ClockSample) -> bool:
        """Whether the two cannot both be right: each is within half its round trip, and the crystals drift."""
        middle = sample.sent + sample.round_trip / 2
        apart = abs((self.now(middle) - sample.server_time).total_seconds())
        drift = DRIFT * abs(sample.received - best.received)
        return apart > (best.round_trip + sample.round_trip) / 2 + drift + TICK_SECONDS

    @property
    def best(self) -> ClockSample | None:
        """The sample in use."""
        return self._best

    @property
    def synchronised(self) -> bool:
        """Whether the platform has been asked at least once."""
        return self._best is not None

    def now(self, monotonic: float, fallback: datetime | None = None) -> datetime:
        """Server time at ``monotonic``; ``fallback`` (the PC's own time) before the first sample.

        Raises:
            ValueError: neither a sample nor a fallback.
        """
        if self._best is None:
            if fallback is None:
                raise ValueError("no clock sample yet")
            return fallback.astimezone(UTC)
        middle = self._best.sent + self._best.round_trip / 2
        return self._best.server_time + timedelta(seconds=monotonic - middle)


def time_left(deadline: datetime, now: datetime) -> timedelta:
    """Time left, never negative."""
    return max(deadline - now, timedelta(0))


def attempt_deadline(started_at: datetime, duration: timedelta, closes_at: datetime) -> datetime:
    """An attempt ends after its duration, at the latest when the exam closes."""
    return min(started_at + duration, closes_at)


def counts(received_at: datetime, deadline: datetime) -> bool:
    """Whether an answer received then by the platform's clock counts."""
    return received_at <= deadline + LATE_GRACE
