"""A week as the grid shows it: which entry stands where, from which hour to which.

A moved lesson stands at its new time; at its old time a faint trace stays, struck through, so that nobody waits in an
empty hall. The trace never takes width from a real lesson.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.domain.timetable import lessons_between, local_day, place_side_by_side

EARLIEST_END = 8
LATEST_START = 17
"""The grid shows at least 8:00 to 17:00, and more when a lesson needs it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A lesson in a day's column: lane ``index`` of ``count``. ``trace``: where it was before it moved."""

    lesson: Lesson
    starts_at: datetime
    ends_at: datetime
    index: int = 0
    count: int = 1
    trace: bool = False


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One column, by time."""

    day: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """Seven days from ``first``; ``as_of`` is when the cache last agreed with the platform, None if never."""

    first: date
    days: tuple[DayPlan, ...]
    first_hour: int
    last_hour: int
    as_of: datetime | None

    @property
    def last(self) -> date:
        """The last day."""
        return self.days[-1].day

    @property
    def count(self) -> int:
        """Lessons in the week, traces not counted."""
        return sum(not entry.trace for day in self.days for entry in day.entries)


def plan_week(lessons: Iterable[Lesson], first: date, zone: tzinfo, as_of: datetime | None) -> WeekPlan:
    """Lay out the seven days from ``first``.

    Args:
        lessons: any lessons; those of other days are passed over.
        first: the first day, usually a Monday.
        zone: where the person is.
        as_of: passed on.
    """
    known = list(lessons)
    days = tuple(
        DayPlan(day, _entries_of(known, day, zone)) for day in (first + timedelta(days=offset) for offset in range(7))
    )
    starts, ends = [EARLIEST_END], [LATEST_START]
    for plan in days:
        for entry in plan.entries:
            start, end = entry.starts_at.astimezone(zone), entry.ends_at.astimezone(zone)
            starts.append(start.hour)
            # A lesson over midnight is cut at the foot of its day.
            ends.append(24 if end.date() > start.date() else end.hour + (end.minute > 0))
    return WeekPlan(first, days, min(starts), max(ends), as_of)


def _entries_of(lessons: Sequence[Lesson], day: date, zone: tzinfo) -> tuple[Entry, ...]:
    entries = [
        Entry(placed.lesson, placed.lesson.starts_at, placed.lesson.ends_at, placed.index, placed.count)
        for placed in place_side_by_side(lessons_between(lessons, day, day, zone))
    ]
    for lesson in lessons:
        before = lesson.previous_starts_at
        if lesson.state is not LessonState.MOVED or before is None or before == lesson.starts_at:
            continue
        if local_day(before, zone) == day:
            ends_at = lesson.previous_ends_at or before + (lesson.ends_at - lesson.starts_at)
            entries.append(Entry(lesson, before, ends_at, trace=True))
    return tuple(sorted(entries, key=lambda entry: (entry.starts_at, entry.index, entry.lesson.id)))
