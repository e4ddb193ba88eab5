"""A class's register of a span: lessons, everybody who was on the roll then, and the marks that stand."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.attendance import Mark
from learnup_desktop.contract.attendance_record import ClassRegister, RegisterStudent
from learnup_platform.access import require_class
from learnup_platform.db.models_academic import EnrollmentRecord, LessonRecord
from learnup_platform.db.models_attendance import MarkRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.modules.attendance import queries
from learnup_platform.modules.attendance.policy import attendance_policy
from learnup_platform.modules.classes import queries as class_queries
from learnup_platform.modules.classes import views
from learnup_platform.modules.classes.service import Span
from learnup_platform.principal import Principal


async def class_register(session: AsyncSession, principal: Principal, class_id: str, span: Span) -> ClassRegister:
    """The register of a class one teaches.

    Raises:
        PlatformFault: 404, not one's class.
    """
    school_class = await require_class(session, principal, class_id, teaching=True)
    wanted = class_queries.lessons_visible(principal).where(
        LessonRecord.class_id == school_class.id,
        LessonRecord.starts_at >= span.first,
        LessonRecord.starts_at < span.last,
    )
    lessons = [views.lesson(row) for row in (await session.execute(wanted)).all()]
    marks = await _marks(session, [lesson.id for lesson in lessons])
    return ClassRegister(
        class_id=school_class.id,
        class_name=school_class.name,
        policy=await attendance_policy(session),
        lessons=lessons,
        students=await _students(session, school_class.id, span, marks),
        marks=marks,
    )


async def _marks(session: AsyncSession, lesson_ids: list[str]) -> list[Mark]:
    found = await queries.standing_marks(session, lesson_ids)
    return [queries.mark_of(record) for record in found if not record.withdrawn]


async def _students(session: AsyncSession, class_id: str, span: Span, marks: list[Mark]) -> list[RegisterStudent]:
    """Who was on the roll within the span, and whoever was marked, by name."""
    marked = {mark.student_id for mark in marks}
    rows = await session.execute(
        select(AccountRecord, EnrollmentRecord)
        .join(EnrollmentRecord, EnrollmentRecord.student_id == AccountRecord.id)
        .where(
            EnrollmentRecord.class_id == class_id,
            or_(
                EnrollmentRecord.left_at.is_(None),
                EnrollmentRecord.left_at > span.first,
                AccountRecord.id.in_(marked),
            ),
        )
        .order_by(AccountRecord.name, AccountRecord.id)
    )
    return [
        RegisterStudent(
            id=account.id,
            name=account.name,
            index_number=account.index_number or "",
            joined_at=enrolment.joined_at,
            left_at=enrolment.left_at,
        )
        for account, enrolment in rows
        if enrolment.joined_at < span.last or account.id in marked
    ]


async def states_in_order(session: AsyncSession, class_id: str) -> dict[str, list[tuple[datetime, Mark]]]:
    """Every standing mark of a class with its lesson's beginning, by student."""
    rows = await session.execute(
        select(MarkRecord, LessonRecord.starts_at)
        .join(LessonRecord, LessonRecord.id == MarkRecord.lesson_id)
        .where(LessonRecord.class_id == class_id, MarkRecord.standing, ~MarkRecord.withdrawn)
    )
    found: dict[str, list[tuple[datetime, Mark]]] = {}
    for record, starts_at in rows:
        found.setdefault(record.student_id, []).append((starts_at, queries.mark_of(record)))
    return found
