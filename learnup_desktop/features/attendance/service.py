"""Use cases of marking a roll: which lessons, the board of one, and marks that are safe before anything is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import NetworkError, NotFoundError
from learnup_desktop.contract.attendance import Mark, MarkEntry
from learnup_desktop.contract.classes import ClassRoll, Lesson, LessonState
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.timetable import local_day
from learnup_desktop.features.attendance.board import AttendanceBoard

if TYPE_CHECKING:
    from learnup_desktop.api.attendance import AttendanceApi
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.marks import MarkStore
    from learnup_desktop.store.records import RollMarks

LOOK_BACK = timedelta(days=7)
LOOK_AHEAD = timedelta(days=1)
"""Lessons of the last week can be put right, tomorrow's prepared; whole local days."""


LAST_LESSON_WITHIN = timedelta(days=31)
"""How far back the last lesson is looked for: longer ago it says nothing about today."""


@dataclass(frozen=True, slots=True)
class LessonChoice:
    """A lesson that can be marked, and how far it is."""

    lesson: Lesson
    marked: int
    total: int


@dataclass(frozen=True, slots=True)
class OpenRoll:
    """What the page needs of one lesson.

    Attributes:
        board: the roll with the marks that stand.
        marks: which of them are not on the platform yet.
        as_of: when the cache last agreed with the platform.
        last: what stood in the class's last lesson that was marked, by student.
    """

    board: AttendanceBoard
    marks: "RollMarks"
    as_of: datetime | None
    last: Mapping[str, Mark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class History:
    """Marks of one student in one lesson, the latest first. ``whole`` False: only what this computer knows."""

    entries: Sequence[MarkEntry]
    whole: bool


class AttendanceService:
    """Marks by hand.

    Args:
        cache: lessons, rolls and the platform's marks.
        marks: where own marks go first.
        account_id: who marks.
        device_id: this computer.
        now: server time, aware.
        zone: where the person is.
        api: the platform's record of who marked what; None where there is none to ask.
    """

    def __init__(
        self,
        cache: "Cache",
        marks: "MarkStore",
        *,
        account_id: str,
        device_id: str,
        now: Callable[[], datetime],
        zone: tzinfo,
        api: "Callable[[], AttendanceApi] | None" = None,
    ) -> None:
        self._cache = cache
        self._marks = marks
        self._account_id = account_id
        self._device_id = device_id
        self.now = now
        self._zone = zone
        self._api = api

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener()`` when an own mark may have reached the platform or been refused; returns how to stop."""
        return self._marks.subscribe(listener)

    async def choices(self) -> list[LessonChoice]:
        """Lessons of today, then of each day before back to a week ago, then of tomorrow; by time within a day.

        Raises:
            StorageError: the store cannot be read.
        """
        lessons = await self._lessons()
        rolls = {roll.class_id: roll for roll in await self._cache.all(Stream.ROLLS, ClassRoll)}
        choices = []
        for lesson in lessons:
            roll = rolls.get(lesson.class_id)
            on_roll = {student.id for student in roll.students} if roll is not None else set()
            standing = (await self._marks.marks_for(lesson.id)).standing
            marked = sum(student in on_roll and not mark.withdrawn for student, mark in standing.items())
            choices.append(LessonChoice(lesson, marked, len(on_roll)))
        today = local_day(self.now(), self._zone)

        def order(choice: LessonChoice) -> tuple[bool, int, datetime]:
            day = self._day(choice.lesson)
            return day > today, abs((today - day).days), choice.lesson.starts_at

        return sorted(choices, key=order)

    async def lesson_to_mark(self) -> Lesson | None:
        """The lesson a teacher standing in class means: going on, else the last begun today, else today's next.

        Raises:
            StorageError: the store cannot be read.
        """
        now = self.now()
        today = [lesson for lesson in await self._lessons() if self._day(lesson) == local_day(now, self._zone)]
        begun = [lesson for lesson in today if lesson.starts_at <= now]
        going_on = [lesson for lesson in begun if lesson.ends_at > now]
        if going_on or begun:
            return max(going_on or begun, key=lambda lesson: (lesson.starts_at, lesson.id))
        return min(today, key=lambda lesson: (lesson.starts_at, lesson.id), default=None)

    async def open(self, lesson_id: str) -> OpenRoll:
        """The board of a lesson, as this computer knows it.

        Raises:
            NotFoundError: no such lesson in the cache.
            StorageError: the store cannot be read.
        """
        lesson = await self._cache.get(Stream.LESSONS, lesson_id, Lesson)
        if lesson is None:
            raise NotFoundError(f"lesson {lesson_id} is not cached")
        roll = await self._cache.get(Stream.ROLLS, lesson.class_id, ClassRoll)
        marks = await self._marks.marks_for(lesson_id)
        board = AttendanceBoard(
            lesson,
            roll.students if roll is not None else [],
            marks.standing.values(),
            account_id=self._account_id,
            device_id=self._device_id,
            now=self.now,
        )
        return OpenRoll(board, marks, await self._cache.as_of(), await self._last_lesson(lesson))

    async def history(self, board: AttendanceBoard, student_id: str) -> History:
        """Every mark ever made about a student in a lesson, own ones that are still here included.

        Raises:
            LearnUpError: the platform refuses, or the store cannot be read. Without a network it is what is known here.
        """
        lesson_id = board.lesson.id
        own = await self._marks.own_marks(lesson_id, student_id)
        standing = (await self._marks.marks_for(lesson_id)).standing.get(student_id)
        told: Sequence[MarkEntry] = ()
        whole = False
        if self._api is not None:
            try:
                told = (await self._api().history(lesson_id, student_id)).entries
                whole = True
            except NetworkError:
                pass
        known = {entry.mark.id: entry for entry in told}
        local = [*own, *([standing] if standing is not None else [])]
        for mark in local:
            known.setdefault(
                mark.id, MarkEntry(mark=mark, marked_by_name="", received_at=mark.marked_at, standing=False)
            )
        stands = standing.id if standing is not None else ""
        entries = [entry.model_copy(update={"standing": entry.mark.id == stands}) for entry in known.values()]
        return History(sorted(entries, key=lambda entry: (entry.mark.marked_at, entry.mark.id), reverse=True), whole)

    async def put(self, marks: Sequence[Mark]) -> None:
        """Keep marks; they are on the disk, and on their way, when this returns.

        Raises:
            StorageError: not stored.
        """
        if marks:
            await self._marks.put(marks)

    async def _last_lesson(self, lesson: Lesson) -> Mapping[str, Mark]:
        """What stood in the class's last lesson before this one that has marks."""
        before = await self._cache.lessons_between(lesson.starts_at - LAST_LESSON_WITHIN, lesson.starts_at)
        for other in sorted(before, key=lambda held: (held.starts_at, held.id), reverse=True):
            if other.class_id == lesson.class_id and other.id != lesson.id and other.state is not LessonState.CANCELLED:
                standing = (await self._marks.marks_for(other.id)).standing
                marks = {student: mark for student, mark in standing.items() if not mark.withdrawn}
                if marks:
                    return marks
        return {}

    async def refresh(self, board: AttendanceBoard) -> OpenRoll:
        """The same board with the marks that stand now, own and from elsewhere; the board itself is not changed.

        Raises:
            StorageError: the store cannot be read.
        """
        return OpenRoll(board, await self._marks.marks_for(board.lesson.id), await self._cache.as_of())

    async def _lessons(self) -> list[Lesson]:
        now, a_day = self.now(), timedelta(days=1)
        today = local_day(now, self._zone)
        lessons = await self._cache.lessons_between(now - LOOK_BACK - a_day, now + LOOK_AHEAD + a_day)
        return [
            lesson
            for lesson in lessons
            if lesson.state is not LessonState.CANCELLED
            and today - LOOK_BACK <= self._day(lesson) <= today + LOOK_AHEAD
        ]

    def _day(self, lesson: Lesson) -> date:
        return local_day(lesson.starts_at, self._zone)
