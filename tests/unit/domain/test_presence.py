"""What join and leave times of a live class suggest."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.domain.presence import Stay, Suggestion, suggest

STARTS = datetime(2026, 11, 18, 3, 30, tzinfo=UTC)
ENDS = STARTS + timedelta(minutes=90)


def stay(joined: float, left: float | None = None) -> Stay:
    """Minutes from the lesson's beginning."""
    return Stay(STARTS + timedelta(minutes=joined), None if left is None else STARTS + timedelta(minutes=left))


@pytest.mark.parametrize(
    ("stays", "at", "expected"),
    [
        ([], 30, None),
        ([], 90, Suggestion(AttendanceState.ABSENT, 0, 0)),
        ([stay(-10)], 90, Suggestion(AttendanceState.PRESENT, 0, 90)),
        ([stay(-60, 50)], 90, Suggestion(AttendanceState.PRESENT, 0, 50)),  # coming early asks for no longer stay
        ([stay(9)], 60, Suggestion(AttendanceState.PRESENT, 0, 51)),
        ([stay(10)], 60, Suggestion(AttendanceState.PRESENT, 0, 50)),
        ([stay(0, 45)], 90, Suggestion(AttendanceState.PRESENT, 0, 45)),  # half of it is enough
        ([stay(60, 76)], 90, Suggestion(AttendanceState.LATE, 60, 16)),  # half of what was left when they came
        ([stay(25)], 90, Suggestion(AttendanceState.LATE, 25, 65)),
        ([stay(0, 20), stay(60)], 90, Suggestion(AttendanceState.PRESENT, 0, 50)),
        ([stay(0, 20)], 90, Suggestion(None, 0, 20)),
        ([stay(0, 60), stay(10, 60)], 90, Suggestion(AttendanceState.PRESENT, 0, 60)),
        ([stay(95)], 120, Suggestion(AttendanceState.ABSENT, 0, 0)),
        ([stay(40, 30)], 90, Suggestion(AttendanceState.ABSENT, 0, 0)),
    ],
)
def test_stays_suggest(stays: list[Stay], at: float, expected: Suggestion | None) -> None:
    assert suggest(stays, STARTS, ENDS, STARTS + timedelta(minutes=at)) == expected


minutes = st.integers(-30, 120)


@given(st.lists(st.tuples(minutes, st.none() | minutes), max_size=6), minutes)
def test_neither_order_nor_repeats_matter_and_no_minute_counts_twice(
    spans: list[tuple[int, int | None]], at: int
) -> None:
    stays = [stay(joined, left) for joined, left in spans]
    now = STARTS + timedelta(minutes=at)
    found = suggest(stays, STARTS, ENDS, now)
    assert suggest([*reversed(stays), *stays], STARTS, ENDS, now) == found
    if found is not None:
        assert 0 <= found.minutes_there <= 90
