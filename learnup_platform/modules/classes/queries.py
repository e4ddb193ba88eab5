"""SQL of classes, rolls, lessons, materials and announcements, always through what the account may see."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from learnup_desktop.contract.classes import LessonState
from learnup_platform.access import class_is_visible, lesson_is_visible
from learnup_platform.db.models_academic import (
    AnnouncementReadRecord,
    AnnouncementRecord,
    ClassRecord,
    EnrollmentRecord,
    LessonRecord,
    SubjectRecord,
)
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.principal import Principal

Ids = Sequence[str] | None
"""Only these; all when None."""


def chosen(column: InstrumentedAttribute[str], ids: Ids) -> list[ColumnElement[bool]]:
    """A condition for ``ids``, none for all."""
    return [] if ids is None else [column.in_(ids)]


async def classes(
    session: AsyncSession, principal: Principal, ids: Ids
) -> Sequence[Row[ClassRecord, SubjectRecord, str, int]]:
    """Classes with subject, teacher's name and number of students."""
    students = (
        select(func.count())
        .where(EnrollmentRecord.class_id == ClassRecord.id, EnrollmentRecord.left_at.is_(None))
        .scalar_subquery()
    )
    found = await session.execute(
        select(ClassRecord, SubjectRecord, AccountRecord.name, students)
        .join(SubjectRecord, SubjectRecord.id == ClassRecord.subject_id)
        .join(AccountRecord, AccountRecord.id == ClassRecord.teacher_id)
        .where(class_is_visible(principal), *chosen(ClassRecord.id, ids))
        .order_by(ClassRecord.grade, ClassRecord.id)
    )
    return found.all()


async def roll(session: AsyncSession, class_ids: Sequence[str]) -> Sequence[Row[str, AccountRecord]]:
    """Class id and account of everybody on the rolls of these classes, by index number."""
    found = await session.execute(
        select(EnrollmentRecord.class_id, AccountRecord)
        .join(AccountRecord, AccountRecord.id == EnrollmentRecord.student_id)
        .where(EnrollmentRecord.class_id.in_(class_ids), EnrollmentRecord.left_at.is_(None))
        .order_by(EnrollmentRecord.class_id, AccountRecord.index_number, AccountRecord.id)
    )
    return found.all()


def lessons_visible(principal: Principal) -> Select[LessonRecord, ClassRecord, SubjectRecord, str]:
    """Lessons with class, subject and teacher's name."""
    return (
        select(LessonRecord, ClassRecord, SubjectRecord, AccountRecord.name)
        .join(ClassRecord, ClassRecord.id == LessonRecord.class_id)
        .join(SubjectRecord, SubjectRecord.id == ClassRecord.subject_id)
        .join(AccountRecord, AccountRecord.id == ClassRecord.teacher_id)
        .where(lesson_is_visible(principal))
        .order_by(LessonRecord.starts_at, LessonRecord.id)
    )


def lies_between(first: datetime, last: datetime) -> ColumnElement[bool]:
    """Lessons that are, or were planned, in a span: a moved one is struck through where it was."""
    return or_(
        and_(LessonRecord.starts_at < last, LessonRecord.ends_at > first),
        and_(LessonRecord.previous_starts_at < last, LessonRecord.previous_ends_at > first),
    )


async def overlapping(
    session: AsyncSession, lesson: LessonRecord, teacher_id: str, starts_at: datetime, ends_at: datetime
) -> str | None:
    """The id of another lesson of the same teacher or class at that time."""
    return await session.scalar(
        select(LessonRecord.id)
        .join(ClassRecord, ClassRecord.id == LessonRecord.class_id)
        .where(
            LessonRecord.id != lesson.id,
            or_(ClassRecord.teacher_id == teacher_id, ClassRecord.id == lesson.class_id),
            LessonRecord.state != LessonState.CANCELLED,
            LessonRecord.starts_at < ends_at,
            LessonRecord.ends_at > starts_at,
        )
        .limit(1)
    )


def announcements_visible(principal: Principal, now: datetime) -> Select[AnnouncementRecord, str, datetime | None]:
    """Announcements to everyone and to the account's classes, with the author's name and when the account read them."""
    mine = select(ClassRecord.id).where(class_is_visible(principal))
    return (
        select(AnnouncementRecord, AccountRecord.name, AnnouncementReadRecord.read_at)
        .join(AccountRecord, AccountRecord.id == AnnouncementRecord.author_id)
        .outerjoin(
            AnnouncementReadRecord,
            and_(
                AnnouncementReadRecord.announcement_id == AnnouncementRecord.id,
                AnnouncementReadRecord.account_id == principal.account_id,
            ),
        )
        .where(
            or_(AnnouncementRecord.class_id.is_(None), AnnouncementRecord.class_id.in_(mine)),
            AnnouncementRecord.published_at <= now,
        )
        .order_by(AnnouncementRecord.published_at.desc(), AnnouncementRecord.id)
    )
