"""The demo timetable: last week, this week and the next, two changes, and a physics lesson going on right now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from learnup_desktop.contract.classes import LessonState
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.timetable import week_start
from learnup_platform.demo.classes import (
    CLASSES,
    LESSON_MINUTES,
    MATHEMATICS_ENGLISH,
    PHYSICS_ENGLISH,
    SLOT_HOURS,
    DemoClass,
    Slot,
)
from learnup_platform.demo.school import COLOMBO, demo_id, text

WEEKS = (-1, 0, 1)
LIVE_BEGAN = timedelta(minutes=15)
LIVE_LASTS = timedelta(minutes=LESSON_MINUTES)

MOVED_NOTE = text(
    "Moved to the afternoon: the room is needed for a staff meeting.",
    "සවස් වරුවට මාරු කරන ලදී: කාමරය කාර්ය මණ්ඩල රැස්වීමකට අවශ්‍යයි.",
    "பிற்பகலுக்கு மாற்றப்பட்டது: அறை பணியாளர் கூட்டத்திற்குத் தேவை.",
)
CANCELLED_NOTE = text(
    "Cancelled: the teacher is at a provincial workshop. The worksheet is in the library.",
    "අවලංගු කරන ලදී: ගුරුතුමිය පළාත් වැඩමුළුවකට සහභාගී වේ. වැඩ පත්‍රිකාව පුස්තකාලයේ ඇත.",
    "இரத்துச் செய்யப்பட்டது: ஆசிரியர் மாகாணப் பயிற்சிப்பட்டறையில் உள்ளார். பயிற்சித்தாள் நூலகத்தில் உள்ளது.",
)


@dataclass(frozen=True, slots=True)
class DemoLesson:
    """A lesson before it is a row."""

    id: str
    of: DemoClass
    topic: LocalizedText
    room: str
    online: bool
    starts_at: datetime
    ends_at: datetime
    state: LessonState = LessonState.PLANNED
    previous_starts_at: datetime | None = None
    previous_ends_at: datetime | None = None
    note: LocalizedText | None = None

    def overlaps(self, other: "DemoLesson") -> bool:
        """Whether both go on at some moment."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def build_timetable(now: datetime) -> list[DemoLesson]:
    """The lessons around ``now``, by time."""
    live = _live_lesson(now)
    regular = [
        lesson
        for lesson in _regular_lessons(now)
        if not (lesson.overlaps(live) and (lesson.of.teacher == live.of.teacher or lesson.of.group == live.of.group))
    ]
    changed = _cancel_one(_move_one(regular, now), now)
    return sorted([*changed, live], key=lambda lesson: (lesson.starts_at, lesson.id))


def live_lesson_id() -> str:
    """The id of the lesson that is going on when the school is seeded or started."""
    return demo_id("lesson", "live")


def _live_lesson(now: datetime) -> DemoLesson:
    of = _class(PHYSICS_ENGLISH)
    local = now.astimezone(COLOMBO).replace(second=0, microsecond=0)
    begun = local - timedelta(minutes=local.minute % 5) - LIVE_BEGAN
    # Not before midnight: it is to be one of today's lessons.
    begun = max(begun, datetime.combine(local.date(), time(), COLOMBO))
    return DemoLesson(live_lesson_id(), of, of.topics[2], of.room, True, begun, begun + LIVE_LASTS)


def _regular_lessons(now: datetime) -> Iterator[DemoLesson]:
    monday = week_start(now.astimezone(COLOMBO).date())
    for of in CLASSES:
        number = 0
        for week in WEEKS:
            for slot in sorted(of.slots):
                starts = _slot_time(monday + timedelta(weeks=week), slot)
                yield DemoLesson(
                    demo_id("lesson", f"{of.key}/{week}/{slot[0]}-{slot[1]}"),
                    of,
                    of.topics[number % len(of.topics)],
                    of.room,
                    slot in of.online_slots,
                    starts,
                    starts + timedelta(minutes=LESSON_MINUTES),
                )
                number += 1


def _slot_time(monday: date, slot: Slot) -> datetime:
    day, index = slot
    hour, minute = SLOT_HOURS[index]
    return datetime.combine(monday + timedelta(days=day), time(hour, minute), COLOMBO)


def _move_one(lessons: Sequence[DemoLesson], now: datetime) -> list[DemoLesson]:
    """The first mathematics lesson from tomorrow on begins three and a half hours later."""
    chosen = _first_from_tomorrow(lessons, MATHEMATICS_ENGLISH, now)
    later = timedelta(hours=3, minutes=30)
    moved = replace(
        chosen,
        starts_at=chosen.starts_at + later,
        ends_at=chosen.ends_at + later,
        state=LessonState.MOVED,
        previous_starts_at=chosen.starts_at,
        previous_ends_at=chosen.ends_at,
        note=MOVED_NOTE,
    )
    return [moved if lesson is chosen else lesson for lesson in lessons]


def _cancel_one(lessons: Sequence[DemoLesson], now: datetime) -> list[DemoLesson]:
    """The first physics lesson from tomorrow on does not take place."""
    chosen = _first_from_tomorrow(lessons, PHYSICS_ENGLISH, now)
    cancelled = replace(chosen, state=LessonState.CANCELLED, note=CANCELLED_NOTE)
    return [cancelled if lesson is chosen else lesson for lesson in lessons]


def _first_from_tomorrow(lessons: Sequence[DemoLesson], key: str, now: datetime) -> DemoLesson:
    today = now.astimezone(COLOMBO).date()
    ahead = [lesson for lesson in lessons if lesson.of.key == key and lesson.starts_at.date() > today]
    return min(ahead, key=lambda lesson: lesson.starts_at)


def _class(key: str) -> DemoClass:
    return next(of for of in CLASSES if of.key == key)
