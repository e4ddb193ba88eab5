"""What the join and leave times of a live class say about attendance: a proposal, never a mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from learnup_desktop.contract.attendance import AttendanceState

LATE_AFTER = timedelta(minutes=10)
"""Joining this long after the beginning is late: a poor line needs a few tries."""
STAYED_SHARE = 0.5
"""Who was there for less of the lesson so far is for the teacher to judge: the line may have been poor."""


@dataclass(frozen=True, slots=True)
class Stay:
    """From joining to leaving; ``left`` None: still there. Aware times."""

    joined: datetime
    left: datetime | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``state`` None: somebody was there, but not long enough to say. ``minutes_there`` counts no minute twice."""

    state: AttendanceState | None
    minutes_late: int
    minutes_there: int


def suggest(stays: Iterable[Stay], starts_at: datetime, ends_at: datetime, now: datetime) -> Suggestion | None:
    """What one student's stays suggest at ``now``.

    Args:
        stays: in any order; may overlap (two devices) and reach over the lesson's ends.
        starts_at: the lesson's beginning.
        ends_at: the lesson's end.
        now: platform time; what lies after it has not happened.

    Returns:
        None while nothing can be said: nobody joined yet and the lesson is not over.
    """
    until = min(ends_at, now)
    spans = sorted(
        (max(stay.joined, starts_at), min(until, stay.left or until))
        for stay in stays
        if (stay.left is None or stay.left >= stay.joined) and stay.joined <= until
    )
    spans = [(joined, left) for joined, left in spans if left > joined]
    if not spans:
        return Suggestion(AttendanceState.ABSENT, 0, 0) if now >= ends_at else None
    there, reached = timedelta(0), starts_at
    for joined, left in spans:
        there += max(timedelta(0), left - max(joined, reached))
        reached = max(reached, left)
    first = spans[0][0]
    late = first - starts_at > LATE_AFTER
    minutes_late = int((first - starts_at) / timedelta(minutes=1)) if late else 0
    minutes_there = int(there / timedelta(minutes=1))
    # Measured from when they came: being late is said already, and must not count against staying as well.
    if there < (until - first) * STAYED_SHARE:
        return Suggestion(None, minutes_late, minutes_there)
    return Suggestion(AttendanceState.LATE if late else AttendanceState.PRESENT, minutes_late, minutes_there)
