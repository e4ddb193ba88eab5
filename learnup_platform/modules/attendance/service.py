"""Rules of attendance on the platform.

Uploads come in any order, late, twice, and from several computers. Every mark is kept; which one stands for a student
is decided by ``domain.attendance`` alone, so that the computers and the platform agree without talking.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.attendance import (
    AttendanceCounts,
    AttendanceState,
    AttendanceTaken,
    AttendanceUpload,
    ClassAttendance,
    LessonAttendance,
    Mark,
    MyAttendance,
    RefusedMark,
    StudentAttendance,
)
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.realtime import AttendanceUpdated, ServerEvent
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.attendance import merge_marks, rate
from learnup_desktop.domain.attendance_risk import by_lesson, judge
from learnup_platform.access import require_class, require_lesson
from learnup_platform.db.models_academic import LessonRecord
from learnup_platform.db.models_attendance import LessonRollRecord, MarkRecord
from learnup_platform.events import publish
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.attendance import queries
from learnup_platform.modules.attendance.notices import tell_absences
from learnup_platform.modules.attendance.policy import attendance_policy
from learnup_platform.modules.attendance.register import states_in_order
from learnup_platform.modules.sync.versions import of_account, of_staff, touch
from learnup_platform.principal import Principal

CLOCK_TOLERANCE = timedelta(minutes=2)
"""A mark from further in the future comes from a wrong clock; it is dated now, or nothing could ever replace it."""


async def lesson_attendance(session: AsyncSession, principal: Principal, lesson_id: str) -> LessonAttendance:
    """The standing marks of a lesson.

    Raises:
        PlatformFault: 404, not one's class.
    """
    lesson = await require_lesson(session, principal, lesson_id, teaching=True)
    return (await attendance_of(session, [lesson.id]))[lesson.id]


async def attendance_of(session: AsyncSession, lesson_ids: Sequence[str]) -> dict[str, LessonAttendance]:
    """The standing marks of lessons, by lesson."""
    marks: dict[str, list[Mark]] = {lesson_id: [] for lesson_id in lesson_ids}
    for record in await queries.standing_marks(session, lesson_ids):
        marks[record.lesson_id].append(queries.mark_of(record))
    versions = await queries.versions(session, lesson_ids)
    return {
        lesson_id: LessonAttendance(lesson_id=lesson_id, marks=marks[lesson_id], version=versions.get(lesson_id, 0))
        for lesson_id in lesson_ids
    }


async def take_marks(
    session: AsyncSession, principal: Principal, lesson_id: str, upload: AttendanceUpload, now: datetime
) -> AttendanceTaken:
    """Take a batch. What cannot be taken is reported mark by mark and does not hold up the rest.

    Raises:
        PlatformFault: 404, not one's class; 409 ``attendance.not_on_roll`` when nothing at all could be taken
            (``details.refused`` says why for each mark).
    """
    lesson = await require_lesson(session, principal, lesson_id, teaching=True)
    await queries.lock_lesson(session, lesson.id)
    taken, refused = await _sort(session, principal, lesson, upload.marks, now)
    if refused and len(refused) == len(upload.marks):
        raise PlatformFault(
            409,
            ErrorCode.ATTENDANCE_NOT_ON_ROLL,
            details={"refused": [entry.to_wire() for entry in refused]},
        )
    changed = await _merge(session, lesson, taken, now)
    if changed:
        version = await _next_version(session, lesson.id)
        touch(session, Stream.ATTENDANCE, lesson.id, of_staff(lesson.class_id), *map(of_account, sorted(changed)))
        publish(
            session,
            of_staff(lesson.class_id),
            ServerEvent.ATTENDANCE_UPDATED,
            AttendanceUpdated(lesson_id=lesson.id, version=version),
        )
    await session.flush()
    standing = (await attendance_of(session, [lesson.id]))[lesson.id]
    return AttendanceTaken(lesson_id=lesson.id, marks=standing.marks, version=standing.version, refused=refused)


async def my_attendance(session: AsyncSession, principal: Principal, offset: int, limit: int) -> MyAttendance:
    """A student's own marks."""
    records = await queries.own_marks(session, principal.account_id, offset=offset, limit=limit + 1)
    counts = await queries.state_counts(session, student_id=principal.account_id)
    return MyAttendance(
        items=[queries.mark_of(record) for record in records[:limit]],
        next_cursor=str(offset + limit) if len(records) > limit else None,
        counts=_counts(counts.get(principal.account_id, {})),
    )


async def class_attendance(session: AsyncSession, principal: Principal, class_id: str) -> ClassAttendance:
    """What a class's marks add up to, student by student, and who needs looking at by the school's policy.

    Raises:
        PlatformFault: 404, not one's class.
    """
    school_class = await require_class(session, principal, class_id, teaching=True)
    marks = await states_in_order(session, school_class.id)
    policy = await attendance_policy(session)
    students = []
    for student_id, name in await queries.roll_names(session, school_class.id):
        standing = judge(by_lesson(marks.get(student_id, ())), policy)
        students.append(
            StudentAttendance(
                student_id=student_id,
                student_name=name,
                counts=_counts(standing.counts),
                reasons=[reason.value for reason in standing.reasons],
            )
        )
    return ClassAttendance(
        class_id=school_class.id,
        lessons_marked=await queries.lessons_marked(session, school_class.id),
        students=students,
        policy=policy,
    )


def _counts(states: Mapping[AttendanceState, int]) -> AttendanceCounts:
    share = rate(Counter(states))
    return AttendanceCounts(
        present=states.get(AttendanceState.PRESENT, 0),
        late=states.get(AttendanceState.LATE, 0),
        absent=states.get(AttendanceState.ABSENT, 0),
        excused=states.get(AttendanceState.EXCUSED, 0),
        rate_per_mille=None if share is None else round(share * 1000),
    )


async def _sort(
    session: AsyncSession, principal: Principal, lesson: LessonRecord, marks: Sequence[Mark], now: datetime
) -> tuple[list[Mark], list[RefusedMark]]:
    """Marks that are new and may be taken, and those that may not. Repeats are in neither list.

    A mark is signed by the account that sends it, whatever it says itself.
    """
    roll = await queries.on_roll(session, lesson)
    records = await queries.marks_by_id(session, {mark.id for mark in marks})
    held = {mark_id: queries.mark_of(record) for mark_id, record in records.items()}
    taken: list[Mark] = []
    refused: list[RefusedMark] = []
    for sent in marks:
        marked_at = now if sent.marked_at > now + CLOCK_TOLERANCE else sent.marked_at
        mark = sent.model_copy(update={"marked_by": principal.account_id, "marked_at": marked_at})
        if sent.id in held:
            if not _is_repeat(sent, held[sent.id]):
                refused.append(_refused(sent, ErrorCode.VALIDATION))
        elif sent.lesson_id != lesson.id:
            refused.append(_refused(sent, ErrorCode.VALIDATION))
        elif sent.student_id not in roll:
            refused.append(_refused(sent, ErrorCode.ATTENDANCE_NOT_ON_ROLL))
        else:
            held[sent.id] = mark
            taken.append(mark)
    return taken, refused


def _is_repeat(sent: Mark, held: Mark) -> bool:
    """The same mark again; who signed it and a corrected time do not make it another one."""
    same = {"marked_by": held.marked_by, "marked_at": held.marked_at}
    return sent.model_copy(update=same) == held


def _refused(mark: Mark, code: ErrorCode) -> RefusedMark:
    return RefusedMark(mark_id=mark.id, student_id=mark.student_id, code=code.value)


async def _merge(session: AsyncSession, lesson: LessonRecord, taken: Sequence[Mark], now: datetime) -> set[str]:
    """Keep the marks, let the right one stand for each student, and say for whom that changed anything."""
    standing = {record.student_id: record for record in await queries.standing_marks(session, [lesson.id])}
    merged = merge_marks([*(queries.mark_of(record) for record in standing.values()), *taken])
    changed: set[str] = set()
    for mark in taken:
        stands = merged[mark.student_id].id == mark.id
        session.add(MarkRecord(**mark.model_dump(), standing=stands, received_at=now))
        if stands:
            changed.add(mark.student_id)
            if mark.student_id in standing:
                standing[mark.student_id].standing = False
    await session.flush()
    before = {student_id: queries.mark_of(record) for student_id, record in standing.items()}
    await tell_absences(session, lesson.id, before, {student_id: merged[student_id] for student_id in changed}, now)
    return changed


async def _next_version(session: AsyncSession, lesson_id: str) -> int:
    record = await session.get(LessonRollRecord, lesson_id)
    if record is None:
        record = LessonRollRecord(lesson_id=lesson_id, version=0)
        session.add(record)
    record.version += 1
    return record.version
