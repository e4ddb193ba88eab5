"""The ``exams`` and ``results`` streams, and the time running out, which no request brings about."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.exams import AttemptCommand, AttemptStatus, ExamSummary
from learnup_desktop.contract.invigilation import AcknowledgedStatus
from learnup_desktop.contract.results import OwnResult
from learnup_desktop.domain.exam_timing import LATE_GRACE
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.db.models_results import PublishedResultRecord
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.notices import summary_changed, tell_invigilators, tell_student
from learnup_platform.modules.exams.views import deadline_of, exam_summary, head_of_attempt, stored_state
from learnup_platform.principal import Principal

CLOSE_EVERY_SECONDS = 5.0


async def summaries(
    session: AsyncSession, principal: Principal, rows: Sequence[queries.ExamRow], now: datetime | None = None
) -> list[ExamSummary]:
    """Exams as the account sees them."""
    attempts: dict[str, ExamAttemptRecord] = {}
    if principal.is_student:
        ids = [exam.id for exam, *_ in rows]
        attempts = await queries.attempts_of_student(session, principal.account_id, ids)
    return [exam_summary(row, attempts.get(row[0].id), now) for row in rows]


class ExamSource:
    """The ``exams`` stream."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        return await queries.visible_exam_ids(session, principal)

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, ExamSummary]:
        """See ``StreamSource``."""
        rows = await queries.exam_rows(session, principal, ids)
        return {summary.id: summary for summary in await summaries(session, principal, rows)}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        return await queries.exam_ids_of_class(session, class_id)


class ResultSource:
    """The ``results`` stream: what a student has been told. Whoever leaves a class keeps what they were told in it."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        own = PublishedResultRecord.student_id == principal.account_id
        return (await session.scalars(select(PublishedResultRecord.exam_id).where(own))).all()

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, OwnResult]:
        """See ``StreamSource``."""
        records = await session.scalars(
            select(PublishedResultRecord).where(
                PublishedResultRecord.student_id == principal.account_id, PublishedResultRecord.exam_id.in_(ids)
            )
        )
        return {record.exam_id: OwnResult.model_validate(record.document) for record in records}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``; results belong to an account, not to a class."""
        return ()


async def take_status(
    context: PlatformContext, principal: Principal, payload: Mapping[str, object]
) -> Mapping[str, object]:
    """``attempt:status``: note how far the student is, keep the lease alive and show it to the invigilators.

    Raises:
        PlatformFault: 404.
        ValueError: no status.
    """
    status = AttemptStatus.model_validate(payload)
    now = context.clock.utc_now()
    async with context.database.transaction() as session:
        attempt, exam = await queries.own_attempt(session, principal, status.attempt_id)
        if attempt.submitted_at is None and principal.device_id == attempt.lease_device_id:
            attempt.heard_at = now
            attempt.worker_state = status.worker_state[:40]
            attempt.question = min(max(status.question, 0), exam.question_count)
            await session.flush()
            await tell_invigilators(session, exam, attempt, now)
        answer = {
            "head": head_of_attempt(attempt),
            "deadline": deadline_of(attempt, now),
            "state": stored_state(attempt),
        }
    return AcknowledgedStatus.model_validate(answer).to_wire()


async def close_overdue(context: PlatformContext) -> None:
    """Note which attempts have run out of time, and tell their students' programs to submit what they have.

    The journal stays open for what is still on its way; see ``journal``.
    """
    now = context.clock.utc_now()
    overdue = (
        select(ExamAttemptRecord, ExamRecord)
        .join(ExamRecord, ExamRecord.id == ExamAttemptRecord.exam_id)
        .where(
            ExamAttemptRecord.submitted_at.is_(None),
            ExamAttemptRecord.closed_at.is_(None),
            ExamAttemptRecord.paused_at.is_(None),
            ExamAttemptRecord.deadline < now - LATE_GRACE,
        )
    )
    async with context.database.transaction(write=False) as session:
        if (await session.execute(overdue.limit(1))).first() is None:
            return
    async with context.database.transaction() as session:
        rows = await session.execute(overdue.with_for_update(of=ExamAttemptRecord))
        for attempt, exam in rows.all():
            attempt.closed_at = attempt.deadline
            await session.flush()
            tell_student(session, attempt, AttemptCommand(attempt_id=attempt.id, command="submit"))
            summary_changed(session, attempt)
            await tell_invigilators(session, exam, attempt, now)
