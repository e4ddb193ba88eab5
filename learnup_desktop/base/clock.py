"""Time, in one place, so that tests can fake it and nobody trusts the PC's clock by accident."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is here, and how much has passed."""

    def utc_now(self) -> datetime:
        """The PC's idea of UTC, aware. May jump when somebody moves the clock."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow; the zero has no meaning."""
        ...


class SystemClock:
    """The real clock.

    ``monotonic`` counts time asleep too where the system can (CLOCK_BOOTTIME on Linux; Windows' and macOS's
    ``time.monotonic`` do so on the supported versions or fall behind, which the next server sample corrects).
    """

    def utc_now(self) -> datetime:
        """The PC's UTC time."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some fixed moment, sleep included where the system counts it."""
        boot_time = getattr(time, "CLOCK_BOOTTIME", None)
        return time.clock_gettime(boot_time) if boot_time is not None else time.monotonic()


@dataclass(slots=True)
class ManualClock:
    """A clock that tests move by hand."""

    utc: datetime
    seconds: float = 0.0

    def utc_now(self) -> datetime:
        """The set time."""
        return self.utc

    def monotonic(self) -> float:
        """The set seconds."""
        return self.seconds

    def advance(self, seconds: float) -> None:
        """Let time pass on both."""
        from datetime import timedelta

        self.utc += timedelta(seconds=seconds)
        self.seconds += seconds


def epoch_milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware time, the unit of the journal."""
    return round(moment.timestamp() * 1000)


def from_epoch_milliseconds(milliseconds: int) -> datetime:
    """The aware UTC time of milliseconds since 1970."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
