"""SQL of marks."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_platform.access import class_is_visible
from learnup_platform.db.models_academic import ClassRecord, EnrollmentRecord, LessonRecord
from learnup_platform.db.models_attendance import LessonRollRecord, MarkRecord, PresenceRecord
from learnup_platform.db.models_people import AccountRecord, AuthSessionRecord
from learnup_platform.principal import Principal


def mark_of(record: MarkRecord) -> Mark:
    """A stored mark as it crosses the wire."""
    return Mark(
        id=record.id,
        lesson_id=record.lesson_id,
        student_id=record.student_id,
        state=record.state,
        minutes_late=record.minutes_late,
        note=record.note,
        marked_at=record.marked_at,
        marked_by=record.marked_by,
        method=record.method,
        device_id=record.device_id,
        withdrawn=record.withdrawn,
    )


async def standing_marks(session: AsyncSession, lesson_ids: Iterable[str]) -> Sequence[MarkRecord]:
    """The standing marks of lessons, withdrawn ones included."""
    found = await session.scalars(
        select(MarkRecord)
        .where(MarkRecord.lesson_id.in_(list(lesson_ids)), MarkRecord.standing)
        .order_by(MarkRecord.lesson_id, MarkRecord.student_id)
    )
    return found.all()


async def history(
    session: AsyncSession, lesson_id: str, student_id: str | None
) -> Sequence[tuple[MarkRecord, str | None]]:
    """Every mark of a lesson (of one student), the latest first, with the name of who made it."""
    statement = (
        select(MarkRecord, AccountRecord.name)
        .outerjoin(AccountRecord, AccountRecord.id == MarkRecord.marked_by)
        .where(MarkRecord.lesson_id == lesson_id)
        .order_by(MarkRecord.marked_at.desc(), MarkRecord.id.desc())
    )
    if student_id is not None:
        statement = statement.where(MarkRecord.student_id == student_id)
    return [(record, name) for record, name in await session.execute(statement)]


async def device_names(session: AsyncSession, device_ids: Iterable[str]) -> dict[str, str]:
    """What devices were called when they last signed in."""
    found = await session.execute(
        select(AuthSessionRecord.device_id, AuthSessionRecord.device_name)
        .where(AuthSessionRecord.device_id.in_(set(device_ids)))
        .order_by(AuthSessionRecord.last_seen_at)
    )
    return {device_id: name for device_id, name in found}


async def presences(session: AsyncSession, lesson_id: str) -> dict[str, list[PresenceRecord]]:
    """Stays in a lesson's meeting, by student."""
    stays: dict[str, list[PresenceRecord]] = {}
    for record in await session.scalars(select(PresenceRecord).where(PresenceRecord.lesson_id == lesson_id)):
        stays.setdefault(record.student_id, []).append(record)
    return stays


async def roll_numbers(session: AsyncSession, class_id: str) -> list[tuple[str, str, str]]:
    """Id, name and index number of the students on a class's roll, by name."""
    rows = await session.execute(
        select(AccountRecord.id, AccountRecord.name, AccountRecord.index_number)
        .join(EnrollmentRecord, EnrollmentRecord.student_id == AccountRecord.id)
        .where(EnrollmentRecord.class_id == class_id, EnrollmentRecord.left_at.is_(None))
        .order_by(AccountRecord.name, AccountRecord.id)
    )
    return [(student_id, name, number or "") for student_id, name, number in rows]


async def marks_by_id(session: AsyncSession, ids: Iterable[str]) -> dict[str, MarkRecord]:
    """Marks that are held, by id."""
    found = await session.scalars(select(MarkRecord).where(MarkRecord.id.in_(list(ids))))
    return {record.id: record for record in found}


async def versions(session: AsyncSession, lesson_ids: Iterable[str]) -> dict[str, int]:
    """How often the marks of each lesson have changed."""
    found = await session.scalars(select(LessonRollRecord).where(LessonRollRecord.lesson_id.in_(list(lesson_ids))))
    return {record.lesson_id: record.version for record in found}


async def lock_lesson(session: AsyncSession, lesson_id: str) -> None:
    """Let nobody else change the lesson's marks until the commit."""
    await session.execute(select(LessonRecord.id).where(LessonRecord.id == lesson_id).with_for_update())


async def on_roll(session: AsyncSession, lesson: LessonRecord) -> set[str]:
    """Students who were on the class's roll when the lesson was to be held, by its first plan or now, or are now.

    A lesson that was moved past a student's last day was marked on computers that did not know it yet.
    """
    held_at = min(lesson.starts_at, lesson.previous_starts_at or lesson.starts_at)
    found = await session.scalars(
        select(EnrollmentRecord.student_id).where(
            EnrollmentRecord.class_id == lesson.class_id,
            EnrollmentRecord.left_at.is_(None) | (EnrollmentRecord.left_at > held_at),
        )
    )
    return set(found)


async def lessons_with_marks(
    session: AsyncSession, principal: Principal, ids: Sequence[str] | None = None
) -> list[str]:
    """Lessons that the account may see marks of: own ones (students), those of its classes (teachers)."""
    statement = select(MarkRecord.lesson_id).where(MarkRecord.standing).distinct()
    if principal.is_student:
        statement = statement.where(MarkRecord.student_id == principal.account_id, ~MarkRecord.withdrawn)
    else:
        statement = (
            statement.join(LessonRecord, LessonRecord.id == MarkRecord.lesson_id)
            .join(ClassRecord, ClassRecord.id == LessonRecord.class_id)
            .where(class_is_visible(principal))
        )
    if ids is not None:
        statement = statement.where(MarkRecord.lesson_id.in_(ids))
    return list(await session.scalars(statement))


async def lesson_ids_of_class(session: AsyncSession, class_id: str) -> list[str]:
    """Lessons of a class that have marks."""
    found = await session.scalars(
        select(MarkRecord.lesson_id)
        .join(LessonRecord, LessonRecord.id == MarkRecord.lesson_id)
        .where(LessonRecord.class_id == class_id, MarkRecord.standing)
        .distinct()
    )
    return list(found)


async def own_marks(
    session: AsyncSession, student_id: str, *, offset: int = 0, limit: int | None = None
) -> Sequence[MarkRecord]:
    """A student's standing marks, the latest lesson first."""
    found = await session.scalars(
        select(MarkRecord)
        .join(LessonRecord, LessonRecord.id == MarkRecord.lesson_id)
        .where(MarkRecord.student_id == student_id, MarkRecord.standing, ~MarkRecord.withdrawn)
        .order_by(LessonRecord.starts_at.desc(), MarkRecord.id)
        .offset(offset)
        .limit(limit)
    )
    return found.all()


async def state_counts(
    session: AsyncSession, *, student_id: str | None = None, class_id: str | None = None
) -> dict[str, dict[AttendanceState, int]]:
    """Standing marks by student and state, of one student or of one class."""
    statement = (
        select(MarkRecord.student_id, MarkRecord.state, func.count())
        .where(MarkRecord.standing, ~MarkRecord.withdrawn)
        .group_by(MarkRecord.student_id, MarkRecord.state)
    )
    if student_id is not None:
        statement = statement.where(MarkRecord.student_id == student_id)
    if class_id is not None:
        statement = statement.join(LessonRecord, LessonRecord.id == MarkRecord.lesson_id).where(
            LessonRecord.class_id == class_id
        )
    counts: dict[str, dict[AttendanceState, int]] = {}
    for student, state, count in await session.execute(statement):
        counts.setdefault(student, {})[state] = count
    return counts


async def lessons_marked(session: AsyncSession, class_id: str) -> int:
    """How many lessons of a class have at least one standing mark that was not taken back."""
    statement = (
        select(func.count(MarkRecord.lesson_id.distinct()))
        .join(LessonRecord, LessonRecord.id == MarkRecord.lesson_id)
        .where(LessonRecord.class_id == class_id, MarkRecord.standing, ~MarkRecord.withdrawn)
    )
    return int(await session.scalar(statement) or 0)


async def roll_names(session: AsyncSession, class_id: str) -> list[tuple[str, str]]:
    """Id and name of the students on a class's roll, by name."""
    return [(student_id, name) for student_id, name, _ in await roll_numbers(session, class_id)]
