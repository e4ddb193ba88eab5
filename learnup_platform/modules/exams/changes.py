"""Cancelling an exam, or withdrawing a question, after it was set: attempts go on being kept, they only count less."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.exams import AttemptCommand
from learnup_desktop.contract.seats import ChangedExam, ExamChange
from learnup_platform.access import require_class
from learnup_platform.db.models_branches import ExamChangeRecord
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.http.errors import not_found
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.notices import summary_changed, tell_student
from learnup_platform.modules.exams.papers import paper_of
from learnup_platform.principal import Principal


async def cancel(
    session: AsyncSession, principal: Principal, exam_id: str, request: ExamChange, now: datetime
) -> ChangedExam:
    """Cancel an exam. Running attempts are told to hand in what they have; nobody can begin any more.

    Raises:
        PlatformFault: 404.
    """
    exam = await _taught(session, principal, exam_id)
    if await _note(session, principal, exam, "", request, now):
        for attempt in await _attempts(session, exam):
            if attempt.submitted_at is None:
                tell_student(session, attempt, AttemptCommand(attempt_id=attempt.id, command="submit"))
            summary_changed(session, attempt)
    return await _state(session, exam)


async def withdraw(
    session: AsyncSession, principal: Principal, exam_id: str, question_id: str, request: ExamChange, now: datetime
) -> ChangedExam:
    """Take a question out of the marking. What was written to it stays in every journal and is shown as set aside.

    Raises:
        PlatformFault: 404, also for a question that is not in the paper.
    """
    exam = await _taught(session, principal, exam_id)
    if question_id not in {question.id for question in (await paper_of(session, exam)).questions}:
        raise not_found()
    await _note(session, principal, exam, question_id, request, now)
    return await _state(session, exam)


async def _taught(session: AsyncSession, principal: Principal, exam_id: str) -> ExamRecord:
    exam, *_ = await queries.exam_row(session, principal, exam_id)
    await require_class(session, principal, exam.class_id, teaching=True)
    return exam


async def _note(
    session: AsyncSession, principal: Principal, exam: ExamRecord, question_id: str, request: ExamChange, now: datetime
) -> bool:
    """Write the change down, once; whether it is new."""
    if any(change.question_id == question_id for change in await queries.changes_of(session, exam.id)):
        return False
    session.add(
        ExamChangeRecord(
            id=uuid7(),
            exam_id=exam.id,
            question_id=question_id,
            reason=request.reason,
            made_by=principal.account_id,
            made_at=now,
        )
    )
    await session.flush()
    return True


async def _attempts(session: AsyncSession, exam: ExamRecord) -> list[ExamAttemptRecord]:
    return list(await session.scalars(select(ExamAttemptRecord).where(ExamAttemptRecord.exam_id == exam.id)))


async def _state(session: AsyncSession, exam: ExamRecord) -> ChangedExam:
    changes = await queries.changes_of(session, exam.id)
    withdrawn = sorted(change.question_id for change in changes if change.question_id)
    return ChangedExam(exam_id=exam.id, cancelled=len(withdrawn) < len(changes), withdrawn=withdrawn)
