"""SQL of the administrator's views: what was done by whom, what fell over, the school in numbers."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, Select, case, func, literal, null, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from learnup_desktop.contract.auth import Role
from learnup_desktop.contract.classes import LessonState
from learnup_desktop.contract.system import Analytics
from learnup_platform.db.models_academic import ClassRecord, LessonChangeRecord, LessonRecord
from learnup_platform.db.models_attendance import AttendancePolicyRecord, CardIssueRecord, MarkRecord
from learnup_platform.db.models_branches import ExamChangeRecord
from learnup_platform.db.models_exams import CommandRecord, ExamAttemptRecord
from learnup_platform.db.models_face import FaceAuditRecord
from learnup_platform.db.models_meetings import MeetingEntryRecord
from learnup_platform.db.models_people import AccountRecord, AuthSessionRecord, SecurityEntryRecord
from learnup_platform.db.models_results import PublicationRecord
from learnup_platform.db.models_system import ErrorReportRecord

WEEK = timedelta(days=7)
_Log = Select[str, datetime, str, str, str | None, str]
"""Id, time, domain, action, actor and subject."""


async def audit_page(
    session: AsyncSession, before: str | None, limit: int
) -> Sequence[Row[str, datetime, str, str, str | None, str]]:
    """Id, time, domain, action, actor and subject of what was done, the latest first, from before entry ``before``.

    Every domain keeps its own log; ids are UUIDv7, so one order holds for all.
    """
    logs = [*_logs(), *_logs_of_exams()]
    entries = union_all(*logs).subquery("entries")
    wanted = select(entries)
    if before is not None:
        wanted = wanted.where(entries.c.id < before)
    return (await session.execute(wanted.order_by(entries.c.id.desc()).limit(limit))).all()


def _logs() -> list[_Log]:
    return [
        select(
            SecurityEntryRecord.id,
            SecurityEntryRecord.at,
            literal("auth").label("domain"),
            SecurityEntryRecord.kind.label("action"),
            SecurityEntryRecord.account_id.label("actor_id"),
            SecurityEntryRecord.account_id.label("subject_id"),
        ),
        select(
            LessonChangeRecord.id,
            LessonChangeRecord.changed_at,
            literal("classes"),
            literal("rescheduled"),
            LessonChangeRecord.changed_by,
            LessonChangeRecord.lesson_id,
        ),
        select(
            FaceAuditRecord.id,
            FaceAuditRecord.at,
            literal("face"),
            FaceAuditRecord.action,
            FaceAuditRecord.actor_id,
            FaceAuditRecord.student_id,
        ),
        select(
            CardIssueRecord.id,
            CardIssueRecord.issued_at,
            literal("attendance"),
            literal("cards_issued"),
            CardIssueRecord.issued_by,
            CardIssueRecord.class_id,
        ),
        select(
            MeetingEntryRecord.id,
            MeetingEntryRecord.at,
            literal("meetings"),
            MeetingEntryRecord.action,
            MeetingEntryRecord.account_id,
            MeetingEntryRecord.lesson_id,
        ),
        select(
            AttendancePolicyRecord.id,
            AttendancePolicyRecord.set_at,
            literal("attendance"),
            literal("policy_set"),
            AttendancePolicyRecord.set_by,
            AttendancePolicyRecord.id,
        ),
    ]


def _logs_of_exams() -> list[_Log]:
    return [
        select(
            CommandRecord.id,
            CommandRecord.given_at,
            literal("exams"),
            CommandRecord.command,
            func.coalesce(CommandRecord.given_by, null()),
            CommandRecord.attempt_id,
        ),
        select(
            ExamChangeRecord.id,
            ExamChangeRecord.made_at,
            literal("exams"),
            case((ExamChangeRecord.question_id == "", "cancelled"), else_="withdrew_question"),
            ExamChangeRecord.made_by,
            ExamChangeRecord.exam_id,
        ),
        select(
            PublicationRecord.id,
            PublicationRecord.published_at,
            literal("exams"),
            literal("published_results"),
            PublicationRecord.published_by,
            PublicationRecord.exam_id,
        ),
    ]


async def error_page(session: AsyncSession, before: str | None, limit: int) -> Sequence[ErrorReportRecord]:
    """Crash reports, the latest first, from before report ``before``."""
    wanted = select(ErrorReportRecord)
    if before is not None:
        wanted = wanted.where(ErrorReportRecord.id < before)
    return (await session.scalars(wanted.order_by(ErrorReportRecord.id.desc()).limit(limit))).all()


async def analytics(session: AsyncSession, now: datetime) -> Analytics:
    """The school in numbers."""
    since = now - WEEK
    lessons = (
        LessonRecord.starts_at > since,
        LessonRecord.starts_at <= now,
        LessonRecord.state != LessonState.CANCELLED,
    )
    begun = ExamAttemptRecord.started_at > since
    handed_in = ExamAttemptRecord.submitted_at.is_not(None)
    marked = LessonRecord.id.in_(select(MarkRecord.lesson_id))
    counts = {
        "students": _count(AccountRecord.id, AccountRecord.role == Role.STUDENT, AccountRecord.active.is_(True)),
        "teachers": _count(AccountRecord.id, AccountRecord.role == Role.TEACHER, AccountRecord.active.is_(True)),
        "classes": _count(ClassRecord.id),
        "signed_in_last_week": _count(AuthSessionRecord.account_id.distinct(), AuthSessionRecord.last_seen_at > since),
        "lessons_last_week": _count(LessonRecord.id, *lessons),
        "lessons_marked_last_week": _count(LessonRecord.id, *lessons, marked),
        "attempts_last_week": _count(ExamAttemptRecord.id, begun),
        "attempts_submitted_last_week": _count(ExamAttemptRecord.id, begun, handed_in),
        "crashes_last_week": _count(ErrorReportRecord.id, ErrorReportRecord.received_at > since),
    }
    row = (await session.execute(select(*(query.label(name) for name, query in counts.items())))).one()
    return Analytics.model_validate(dict(row._mapping))


def _count(
    column: ColumnElement[str] | InstrumentedAttribute[str], *conditions: ColumnElement[bool]
) -> ColumnElement[int]:
    return select(func.count(column)).where(*conditions).scalar_subquery()
