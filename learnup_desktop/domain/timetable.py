"""Rules of the timetable: weeks, what is next, what overlaps, and how entries share the width of a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.domain.meetings import Joinable, join_state


def week_start(day: date) -> date:
    """The Monday of the week (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def local_day(moment: datetime, zone: tzinfo) -> date:
    """The calendar day of an aware time in ``zone``."""
    return moment.astimezone(zone).date()


def lessons_between(lessons: Iterable[Lesson], first: date, last: date, zone: tzinfo) -> list[Lesson]:
    """Lessons beginning on ``first`` to ``last`` (both included) in ``zone``, by time; a moved one where it now is."""
    chosen = [lesson for lesson in lessons if first <= local_day(lesson.starts_at, zone) <= last]
    return sorted(chosen, key=lambda lesson: (lesson.starts_at, lesson.ends_at, lesson.id))


def next_lesson(lessons: Iterable[Lesson], now: datetime) -> Lesson | None:
    """The lesson going on, else the next to begin; cancelled ones are passed over."""
    ahead = [lesson for lesson in lessons if lesson.ends_at > now and lesson.state is not LessonState.CANCELLED]
    return min(ahead, key=lambda lesson: (lesson.starts_at, lesson.id), default=None)


def can_join(lesson: Lesson, now: datetime) -> bool:
    """Whether an online lesson's meeting may be opened."""
    return join_state(lesson, now) is Joinable.OPEN


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a lesson sits in its day: column ``index`` of ``count``."""

    lesson: Lesson
    index: int
    count: int


def place_side_by_side(lessons: Sequence[Lesson]) -> list[Placement]:
    """Give overlapping lessons of one day columns of their own: each cluster is as wide as its most crowded moment."""
    placed: list[Placement] = []
    cluster: list[tuple[Lesson, int]] = []
    column_ends: list[datetime] = []

    def close() -> None:
        placed.extend(Placement(lesson, index, len(column_ends)) for lesson, index in cluster)
        cluster.clear()
        column_ends.clear()

    for lesson in sorted(lessons, key=lambda item: (item.starts_at, item.ends_at, item.id)):
        if column_ends and all(end <= lesson.starts_at for end in column_ends):
            close()
        for index, end in enumerate(column_ends):
            if end <= lesson.starts_at:
                column_ends[index] = lesson.ends_at
                cluster.append((lesson, index))
                break
        else:
            column_ends.append(lesson.ends_at)
            cluster.append((lesson, len(column_ends) - 1))
    close()
    return placed
