"""Server time follows the best sample and the monotonic clock, never the PC's."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain.exam_timing import (
    LATE_GRACE,
    ClockSample,
    ServerClock,
    attempt_deadline,
    counts,
    time_left,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def sample(at: float, there: float, back: float, offset: float = 0.0) -> ClockSample:
    """A sample of a server whose clock is NOON + monotonic + offset."""
    return ClockSample(at, at + there + back, NOON + timedelta(seconds=at + there + offset))


@given(st.floats(0, 2), st.floats(0, 2))
def test_the_error_is_at_most_half_the_round_trip(there: float, back: float) -> None:
    clock = ServerClock()
    clock.add(sample(100.0, there, back))
    error = abs((clock.now(200.0) - (NOON + timedelta(seconds=200))).total_seconds())
    assert error <= (there + back) / 2 + 1e-5


def test_the_least_round_trip_is_kept_until_it_is_old() -> None:
    clock = ServerClock(maximum_age=600)
    good = sample(0.0, 0.01, 0.01)
    assert clock.add(good)
    assert not clock.add(sample(10.0, 1.0, 0.1))
    assert clock.best == good
    assert clock.add(sample(700.0, 1.0, 0.1))


def test_a_sample_that_ran_backwards_is_ignored() -> None:
    clock = ServerClock()
    assert not clock.add(ClockSample(10.0, 9.0, NOON))
    assert not clock.synchronised


def test_a_clock_that_slept_is_put_right_by_the_next_sample_however_slow() -> None:
    clock = ServerClock()
    clock.add(ClockSample(10.0, 10.01, NOON))
    assert not clock.add(ClockSample(20.0, 20.5, NOON + timedelta(seconds=10.4)))
    # Ten minutes of sleep that the monotonic clock did not count, then an answer over a slow line.
    woken = NOON + timedelta(seconds=630)
    assert clock.add(ClockSample(30.0, 30.8, woken))
    assert abs((clock.now(30.4) - woken).total_seconds()) <= 0.01


def test_before_the_first_sample_the_fallback_is_used() -> None:
    clock = ServerClock()
    assert clock.now(5.0, NOON) == NOON
    with pytest.raises(ValueError, match="no clock sample"):
        clock.now(5.0)


def test_an_attempt_ends_with_its_duration_or_the_exam() -> None:
    hour = timedelta(hours=1)
    assert attempt_deadline(NOON, hour, NOON + 2 * hour) == NOON + hour
    assert attempt_deadline(NOON, hour, NOON + hour / 2) == NOON + hour / 2


def test_late_is_judged_with_one_slow_round_trip_of_grace() -> None:
    assert counts(NOON + LATE_GRACE, NOON)
    assert not counts(NOON + LATE_GRACE + timedelta(milliseconds=1), NOON)


def test_time_left_is_never_negative() -> None:
    assert time_left(NOON, NOON + timedelta(seconds=3)) == timedelta(0)
