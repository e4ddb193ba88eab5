"""Reading records of attendance: one's own, and a class's with its register. From the cache; the platform knows more.

A computer has the lessons of two months, and no names of who left a class. So a teacher is shown what this computer
knows at once, and the platform's word as soon as it comes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import NotFoundError
from learnup_desktop.contract.attendance import Mark
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.attendance_record import AbsenceNotice, RegisterStudent
from learnup_desktop.contract.classes import ClassRoll, Lesson, LessonState, SchoolClass
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.attendance import merge_marks
from learnup_desktop.domain.attendance_risk import Standing, by_lesson, gravity, judge
from learnup_desktop.domain.register import Register, make_register, month_of, month_span
from learnup_desktop.domain.timetable import local_day

if TYPE_CHECKING:
    from learnup_desktop.api.attendance import AttendanceApi
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.marks import MarkStore
    from learnup_desktop.store.read_marks import ReadMarks

LOOK_BACK = timedelta(days=92)
"""A summary is of a quarter year: a term, and the longest span that the platform gives at once."""
NOTICES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """One's own mark, and the lesson where this computer knows it.

    Attributes:
        at: when the lesson began; of a lesson that is not known here when it was marked.
    """

    mark: Mark
    lesson: Lesson | None
    at: datetime


@dataclass(frozen=True, slots=True)
class OwnClass:
    """What one's marks of one class add up to."""

    school_class: SchoolClass
    standing: Standing


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """A student's record.

    Attributes:
        entries: the latest first.
        overall: over all classes; its reasons are empty, since policies are of classes.
        notices: what the school told of absences, the latest first.
        as_of: when the cache last agreed with the platform.
        unread: those of the notices that nobody has read as they are now.
    """

    entries: tuple[OwnEntry, ...]
    overall: Standing
    classes: tuple[OwnClass, ...]
    notices: tuple[AbsenceNotice, ...]
    as_of: datetime | None
    unread: tuple[AbsenceNotice, ...] = ()

    def months(self, zone: tzinfo) -> tuple[date, date] | None:
        """The first and the last month with a mark; None without any."""
        if not self.entries:
            return None
        return month_of(local_day(self.entries[-1].at, zone)), month_of(local_day(self.entries[0].at, zone))

    def of_month(self, month: date, zone: tzinfo) -> Mapping[date, Sequence[OwnEntry]]:
        """Its entries by day, each day's by time."""
        found: dict[date, list[OwnEntry]] = {}
        for entry in reversed(self.entries):
            day = local_day(entry.at, zone)
            if month_of(day) == month_of(month):
                found.setdefault(day, []).append(entry)
        return found


class OwnRecordService:
    """A student's own record, from the cache alone.

    Args:
        cache: of the account.
        now: server time, aware.
        zone: where the school is.
        marks: which notices were read; None: it is not kept.
    """

    def __init__(
        self, cache: "Cache", now: Callable[[], datetime], zone: tzinfo, marks: "ReadMarks | None" = None
    ) -> None:
        self._cache = cache
        self._marks = marks
        self.now = now
        self.zone = zone

    async def record(self) -> OwnRecord:
        """Everything.

        Raises:
            StorageError: the cache cannot be read.
        """
        marks = [mark for mark in await self._cache.all(Stream.ATTENDANCE, Mark) if not mark.withdrawn]
        lessons = {lesson.id: lesson for lesson in await self._lessons(marks)}
        entries = []
        for mark in marks:
            lesson = lessons.get(mark.lesson_id)
            entries.append(OwnEntry(mark, lesson, lesson.starts_at if lesson is not None else mark.marked_at))
        entries.sort(key=lambda entry: (entry.at, entry.mark.id), reverse=True)
        classes = []
        for item in await self._cache.all(Stream.CLASSES, SchoolClass):
            own = [(e.at, e.mark) for e in entries if e.lesson is not None and e.lesson.class_id == item.id]
            if own:
                classes.append(OwnClass(item, judge(by_lesson(own), item.attendance_policy)))
        notices = await self._notices()
        return OwnRecord(
            tuple(entries),
            judge(by_lesson((entry.at, entry.mark) for entry in entries), AttendancePolicy()),
            tuple(sorted(classes, key=lambda line: (gravity(line.standing), line.school_class.id))),
            tuple(notices),
            await self._cache.as_of(),
            tuple(await self._marks.unread_notices(notices)) if self._marks is not None else (),
        )

    async def read(self, notices: Sequence[AbsenceNotice]) -> None:
        """Note that these were read.

        Raises:
            StorageError: not stored.
        """
        if self._marks is not None:
            for notice in notices:
                await self._marks.read_notice(notice)

    async def _lessons(self, marks: Sequence[Mark]) -> list[Lesson]:
        ids = sorted({mark.lesson_id for mark in marks})
        found: list[Lesson] = []
        for start in range(0, len(ids), 300):
            found += await self._cache.some(Stream.LESSONS, ids[start : start + 300], Lesson)
        return found

    async def _notices(self) -> list[AbsenceNotice]:
        return await self._cache.newest(Stream.NOTICES, AbsenceNotice, NOTICES_SHOWN)


@dataclass(frozen=True, slots=True)
class StudentRecord:
    """A line of a class's summary."""

    student: RegisterStudent
    standing: Standing


@dataclass(frozen=True, slots=True)
class ClassRecord:
    """What is known of a class over a span.

    Attributes:
        marks: what stands, by lesson and student, own marks that are not sent yet included.
        students: on the roll; with ``whole`` also who left.
        whole: the platform's word; False: what this computer knows.
        as_of: when the cache last agreed with the platform.
    """

    class_id: str
    class_name: LocalizedText
    policy: AttendancePolicy
    lessons: tuple[Lesson, ...]
    students: tuple[RegisterStudent, ...]
    marks: Mapping[str, Mapping[str, Mark]] = field(default_factory=dict)
    whole: bool = False
    as_of: datetime | None = None

    def marked_lessons(self) -> list[Lesson]:
        """Those with at least one mark, by beginning."""
        return [
            lesson for lesson in self.lessons if any(not m.withdrawn for m in self.marks.get(lesson.id, {}).values())
        ]

    def summary(self) -> list[StudentRecord]:
        """Everybody on the roll, by name."""
        lines = []
        for student in self.students:
            if student.left_at is None:
                own = [
                    (lesson.starts_at, mark)
                    for lesson in self.lessons
                    if (mark := self.marks.get(lesson.id, {}).get(student.id)) is not None
                ]
                lines.append(StudentRecord(student, judge(by_lesson(own), self.policy)))
        return sorted(lines, key=lambda line: (line.student.name.casefold(), line.student.index_number))

    def at_risk(self) -> list[StudentRecord]:
        """Who needs looking at, the gravest first."""
        found = [line for line in self.summary() if line.standing.reasons]
        return sorted(found, key=lambda line: (gravity(line.standing), line.student.name.casefold()))

    def register(self, month: date, zone: tzinfo) -> Register:
        """The register of a month within the span."""
        return make_register(month, self.lessons, self.students, self.marks, zone)


class ClassRecordService:
    """Records of classes one teaches.

    Args:
        cache, marks: of the account.
        now: server time, aware.
        zone: where the school is.
        api: the platform, which knows older lessons and who left; None where there is none to ask.
    """

    def __init__(
        self,
        cache: "Cache",
        marks: "MarkStore",
        now: Callable[[], datetime],
        zone: tzinfo,
        api: "Callable[[], AttendanceApi] | None" = None,
    ) -> None:
        self._cache = cache
        self._marks = marks
        self.now = now
        self.zone = zone
        self._api = api

    async def classes(self) -> list[SchoolClass]:
        """Every class of the account, by name in English.

        Raises:
            StorageError: the cache cannot be read.
        """
        found = await self._cache.all(Stream.CLASSES, SchoolClass)
        return sorted(found, key=lambda item: (item.name.text("en").casefold(), item.id))

    def span(self, month: date | None = None) -> tuple[datetime, datetime]:
        """The quarter year up to now, or a month."""
        if month is not None:
            return month_span(month, self.zone)
        return self.now() - LOOK_BACK, self.now()

    async def here(self, class_id: str, month: date | None = None) -> ClassRecord:
        """What this computer knows.

        Raises:
            NotFoundError: the class is not in the cache.
            StorageError: the cache cannot be read.
        """
        first, last = self.span(month)
        found = await self._cache.get(Stream.CLASSES, class_id, SchoolClass)
        if found is None:
            raise NotFoundError(f"class {class_id} is not cached")
        roll = await self._cache.get(Stream.ROLLS, class_id, ClassRoll)
        lessons = [
            lesson
            for lesson in await self._cache.lessons_between(first, last)
            if lesson.class_id == class_id and lesson.state is not LessonState.CANCELLED and lesson.starts_at >= first
        ]
        students = roll.students if roll is not None else []
        return ClassRecord(
            class_id,
            found.name,
            found.attendance_policy,
            tuple(lessons),
            tuple(RegisterStudent(id=item.id, name=item.name, index_number=item.index_number) for item in students),
            {lesson.id: await self._standing(lesson.id) for lesson in lessons},
            False,
            await self._cache.as_of(),
        )

    async def whole(self, class_id: str, month: date | None = None) -> ClassRecord:
        """The platform's word, with what was marked here and is not there yet over it.

        Raises:
            LearnUpError: it cannot be reached, or refuses.
        """
        if self._api is None:
            raise NotFoundError("there is no platform to ask")
        first, last = self.span(month)
        told = await self._api().register(class_id, first, last)
        marks: dict[str, Mapping[str, Mark]] = {}
        for lesson in told.lessons:
            sent = [mark for mark in told.marks if mark.lesson_id == lesson.id]
            waiting = await self._marks.unsent(lesson.id)
            marks[lesson.id] = merge_marks([*sent, *waiting])
        held = tuple(lesson for lesson in told.lessons if lesson.state is not LessonState.CANCELLED)
        as_of = await self._cache.as_of()
        students = tuple(told.students)
        return ClassRecord(class_id, told.class_name, told.policy, held, students, marks, True, as_of)

    async def _standing(self, lesson_id: str) -> Mapping[str, Mark]:
        return (await self._marks.marks_for(lesson_id)).standing
