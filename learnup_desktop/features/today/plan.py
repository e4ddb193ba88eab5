"""What Today says, worked out from cached entities: pure, so that every hour of the day can be tested."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from learnup_desktop.contract.classes import Lesson, Material
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exam_list import AttemptState, ExamSummary
from learnup_desktop.domain.timetable import can_join, lessons_between, local_day, next_lesson

LOOK_AHEAD = timedelta(days=7)
"""The next lesson is named even over a weekend, but not one in the far future."""

EXAMS_SHOWN = 3
DUE_SHOWN = 5
ANNOUNCEMENTS_SHOWN = 5


class PartOfDay(StrEnum):
    """What the greeting depends on."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class ReadinessState(StrEnum):
    """One line of the readiness light."""

    READY = "ready"
    ATTENTION = "attention"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReadinessLine:
    """One thing an exam needs of this PC, in words to show. ``fix_route`` leads to where it is put right."""

    label: str
    detail: str
    state: ReadinessState
    fix_label: str = ""
    fix_route: str = ""


@dataclass(frozen=True, slots=True)
class TomorrowOffer:
    """What the next day needs and is not here: files, their bytes, and seconds on this line (None: unknown)."""

    files: int
    size: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class TodayPlan:
    """Everything the page shows.

    Attributes:
        part: for the greeting.
        upcoming: the lesson going on or the next within a week.
        minutes: until it begins; 0 or less while it goes on.
        joinable: its meeting is open now.
        lessons: today's, cancelled ones too.
        tomorrow: the next day's.
        exams: not handed in and not over, soonest first.
        due: study material with a task, what is due first.
        announcements: what was not read yet, the newest first; when all is read, the newest.
        unread: how many were not read yet.
        as_of: when the cache last agreed with the platform, None if never.
    """

    part: PartOfDay
    upcoming: Lesson | None
    minutes: int
    joinable: bool
    lessons: tuple[Lesson, ...]
    tomorrow: tuple[Lesson, ...]
    exams: tuple[ExamSummary, ...]
    due: tuple[Material, ...]
    announcements: tuple[Announcement, ...]
    unread: int
    as_of: datetime | None


def part_of_day(now: datetime) -> PartOfDay:
    """Morning until noon, evening from five."""
    if now.hour < 12:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if now.hour < 17 else PartOfDay.EVENING


def exams_ahead(exams: Iterable[ExamSummary], now: datetime) -> list[ExamSummary]:
    """What still can be sat: not submitted and not closed, by opening time."""
    ahead = [exam for exam in exams if exam.closes_at > now and exam.attempt_state is not AttemptState.SUBMITTED]
    return sorted(ahead, key=lambda exam: (exam.opens_at, exam.id))


def due_ahead(materials: Iterable[Material], now: datetime) -> list[Material]:
    """What is due from now on within ``LOOK_AHEAD``, the soonest first."""
    due = [(item.due_at, item.id, item) for item in materials if item.due_at and now <= item.due_at < now + LOOK_AHEAD]
    return [item for *_, item in sorted(due, key=lambda entry: entry[:2])]


def plan_today(
    lessons: Sequence[Lesson],
    exams: Iterable[ExamSummary],
    announcements: Iterable[Announcement],
    *,
    now: datetime,
    zone: tzinfo,
    due: Iterable[Material] = (),
    unread: Iterable[Announcement] | None = None,
    as_of: datetime | None = None,
) -> TodayPlan:
    """Work the page out for the moment ``now`` (aware) of somebody living in ``zone``.

    Args:
        unread: those of the announcements that were not read yet; None: those without a mark.
    """
    today = local_day(now, zone)
    following = today + timedelta(days=1)
    upcoming = next_lesson((lesson for lesson in lessons if lesson.starts_at - now <= LOOK_AHEAD), now)
    minutes = 0
    if upcoming is not None:
        # Up, so that "in 1 minute" stands until it begins.
        minutes = -int((now - upcoming.starts_at) // timedelta(minutes=1))
    newest = sorted(announcements, key=lambda item: (item.published_at, item.id), reverse=True)
    open_ids = {item.id for item in (newest if unread is None else unread) if item.read_at is None}
    unread_first = [item for item in newest if item.id in open_ids] or newest
    return TodayPlan(
        part=part_of_day(now.astimezone(zone)),
        upcoming=upcoming,
        minutes=minutes,
        joinable=upcoming is not None and can_join(upcoming, now),
        lessons=tuple(lessons_between(lessons, today, today, zone)),
        tomorrow=tuple(lessons_between(lessons, following, following, zone)),
        exams=tuple(exams_ahead(exams, now)[:EXAMS_SHOWN]),
        due=tuple(due_ahead(due, now)[:DUE_SHOWN]),
        announcements=tuple(unread_first[:ANNOUNCEMENTS_SHOWN]),
        unread=len(open_ids),
        as_of=as_of,
    )
