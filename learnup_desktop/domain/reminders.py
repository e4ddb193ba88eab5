"""When somebody is reminded of a lesson or an exam, and of what not: pure, so that sleeping computers can be tested.

A reminder is due some minutes before the beginning. Within quiet hours nothing is said: what would have been said then
is said when they end, if there is still something to be in time for. A computer that slept, or a person who sat an
exam meanwhile, hears of what has begun as missed, once and together; a computer that was off hears nothing of it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import StrEnum

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.exam_list import AttemptState, ExamSummary

HORIZON = timedelta(hours=36)
"""How far ahead reminders are planned: a day, and a night of quiet hours."""

MISSED_FOR = timedelta(hours=12)
"""What began longer ago is no news any more."""


class ReminderKind(StrEnum):
    """What begins."""

    LESSON = "lesson"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """What the person has set.

    Attributes:
        before: how long before the beginning.
        quiet_from, quiet_until: local times between which nothing is said, over midnight too; equal: none.
    """

    before: timedelta
    quiet_from: time = time()
    quiet_until: time = time()


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder.

    Attributes:
        id: of the lesson or exam.
        due_at: when it is said.
    """

    kind: ReminderKind
    id: str
    starts_at: datetime
    due_at: datetime

    @property
    def key(self) -> str:
        """Names this reminder in what was told: a lesson that moves to another time is told anew."""
        return f"{self.kind}:{self.id}:{int(self.starts_at.timestamp())}"


@dataclass(frozen=True, slots=True)
class Telling:
    """What to say at one moment.

    Attributes:
        now: still to come, by beginning.
        missed: has begun without having been said.
        next_at: when to look again; None: nothing is planned.
    """

    now: tuple[Reminder, ...]
    missed: tuple[Reminder, ...]
    next_at: datetime | None


def plan_reminders(
    lessons: Iterable[Lesson], exams: Iterable[ExamSummary], rules: ReminderRules, zone: tzinfo
) -> list[Reminder]:
    """The reminders of these, by when they are due. Cancelled lessons and finished exams have none."""
    starts = [
        (ReminderKind.LESSON, lesson.id, lesson.starts_at)
        for lesson in lessons
        if lesson.state is not LessonState.CANCELLED
    ]
    starts += [
        (ReminderKind.EXAM, exam.id, exam.opens_at)
        for exam in exams
        if exam.attempt_state is not AttemptState.SUBMITTED
    ]
    planned = [
        Reminder(kind, identifier, starts_at, _after_quiet_hours(starts_at - rules.before, rules, zone))
        for kind, identifier, starts_at in starts
    ]
    return sorted(planned, key=lambda item: (item.due_at, item.starts_at, item.key))


def decide(
    reminders: Sequence[Reminder],
    now: datetime,
    told: Collection[str],
    watching_since: datetime,
    rules: ReminderRules,
    zone: tzinfo,
) -> Telling:
    """What to say at ``now``.

    Args:
        reminders: those that are planned.
        told: keys of what was said already.
        watching_since: since when this program has been open; what was due before and has begun is not told.
        rules, zone: as they were planned with.
    """
    open_ones = [item for item in reminders if item.key not in told]
    if in_quiet_hours(now, rules, zone):
        later = [_after_quiet_hours(now, rules, zone), *(item.due_at for item in open_ones if item.due_at > now)]
        return Telling((), (), min(later) if open_ones else None)
    due = [item for item in open_ones if item.due_at <= now]
    ahead = sorted((item for item in due if item.starts_at > now), key=lambda item: (item.starts_at, item.key))
    missed = [
        item
        for item in due
        if item.starts_at <= now and item.due_at >= watching_since and now - item.starts_at <= MISSED_FOR
    ]
    next_at = min((item.due_at for item in open_ones if item.due_at > now), default=None)
    return Telling(tuple(ahead), tuple(missed), next_at)


def in_quiet_hours(moment: datetime, rules: ReminderRules, zone: tzinfo) -> bool:
    """Whether nothing is said at ``moment``."""
    local = moment.astimezone(zone).time()
    begins, ends = rules.quiet_from, rules.quiet_until
    if begins == ends:
        return False
    return begins <= local < ends if begins < ends else local >= begins or local < ends


def _after_quiet_hours(moment: datetime, rules: ReminderRules, zone: tzinfo) -> datetime:
    """``moment``, or the end of the quiet hours it lies in."""
    if not in_quiet_hours(moment, rules, zone):
        return moment
    local = moment.astimezone(zone)
    ends = local.replace(hour=rules.quiet_until.hour, minute=rules.quiet_until.minute, second=0, microsecond=0, fold=0)
    if ends <= local:
        ends += timedelta(days=1)
    return ends.astimezone(moment.tzinfo)
