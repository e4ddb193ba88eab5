"""Who may see which class: the one place that knows. What is not yours is ``not_found()``, never 403."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.auth import Role
from learnup_platform.db.models_academic import ClassRecord, EnrollmentRecord, LessonRecord
from learnup_platform.db.models_meetings import SubstituteRecord
from learnup_platform.http.errors import not_found
from learnup_platform.modules.sync.versions import EVERYONE, of_account, of_class, of_staff
from learnup_platform.principal import Principal


def class_is_visible(principal: Principal) -> ColumnElement[bool]:
    """A condition on ``ClassRecord``: those that the account learns in, teaches, or (administrators) all."""
    if principal.role is Role.ADMIN:
        return ClassRecord.id.is_not(None)
    if principal.role is Role.TEACHER:
        return ClassRecord.teacher_id == principal.account_id
    enrolled = select(EnrollmentRecord.class_id).where(
        EnrollmentRecord.student_id == principal.account_id, EnrollmentRecord.left_at.is_(None)
    )
    return ClassRecord.id.in_(enrolled)


def lesson_is_visible(principal: Principal) -> ColumnElement[bool]:
    """A condition on ``LessonRecord`` joined with ``ClassRecord``: visible classes, and lessons one stands in for."""
    visible = class_is_visible(principal)
    if principal.role is not Role.TEACHER:
        return visible
    stands_in = select(SubstituteRecord.lesson_id).where(SubstituteRecord.teacher_id == principal.account_id)
    return or_(visible, LessonRecord.id.in_(stands_in))


async def visible_class_ids(session: AsyncSession, principal: Principal) -> Sequence[str]:
    """Ids of every class the account has to do with."""
    return (await session.scalars(select(ClassRecord.id).where(class_is_visible(principal)))).all()


async def audiences_of(session: AsyncSession, principal: Principal) -> list[str]:
    """Sync audiences, and likewise Socket.IO rooms, that the account belongs to."""
    class_ids = await visible_class_ids(session, principal)
    audiences = [EVERYONE, of_account(principal.account_id), *(of_class(class_id) for class_id in class_ids)]
    if not principal.is_student:
        audiences.extend(of_staff(class_id) for class_id in class_ids)
    return audiences


async def require_class(
    session: AsyncSession, principal: Principal, class_id: str, *, teaching: bool = False
) -> ClassRecord:
    """The class, if the account has to do with it (``teaching``: teaches it, or is an administrator).

    Raises:
        PlatformFault: 404.
    """
    found = await session.scalar(select(ClassRecord).where(ClassRecord.id == class_id, class_is_visible(principal)))
    if found is None or (teaching and principal.is_student):
        raise not_found()
    return found


async def require_lesson(
    session: AsyncSession, principal: Principal, lesson_id: str, *, teaching: bool = False
) -> LessonRecord:
    """The lesson, if the account has to do with its class (see ``require_class``) or stands in for its teacher.

    Raises:
        PlatformFault: 404.
    """
    lesson = await session.get(LessonRecord, lesson_id)
    if lesson is None:
        raise not_found()
    if not await stands_in(session, principal, lesson_id):
        await require_class(session, principal, lesson.class_id, teaching=teaching)
    return lesson


async def lesson_audiences(session: AsyncSession, lesson: LessonRecord) -> list[str]:
    """Who is told of a change of a lesson: its class, and who stands in for its teacher."""
    substitute = await session.get(SubstituteRecord, lesson.id)
    others = [] if substitute is None else [of_account(substitute.teacher_id)]
    return [of_class(lesson.class_id), *others]


async def stands_in(session: AsyncSession, principal: Principal, lesson_id: str) -> bool:
    """Whether the account takes this lesson in its teacher's place."""
    if principal.role is not Role.TEACHER:
        return False
    substitute = await session.get(SubstituteRecord, lesson_id)
    return substitute is not None and substitute.teacher_id == principal.account_id


async def is_on_roll(session: AsyncSession, class_id: str, student_id: str) -> bool:
    """Whether the student learns in the class now."""
    found = await session.scalar(
        select(EnrollmentRecord.id).where(
            EnrollmentRecord.class_id == class_id,
            EnrollmentRecord.student_id == student_id,
            EnrollmentRecord.left_at.is_(None),
        )
    )
    return found is not None
