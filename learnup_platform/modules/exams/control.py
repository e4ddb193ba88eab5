"""What an invigilator may do to a running attempt. Nothing here ends one: only the student or the time does."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AttemptCommand
from learnup_desktop.contract.invigilation import (
    AttemptControl,
    AttemptOverview,
    ExtendRequest,
    PauseRequest,
    WarnRequest,
)
from learnup_desktop.domain.exam_timing import counts
from learnup_platform.access import require_class
from learnup_platform.db.models_exams import CommandRecord, ExamAttemptRecord, ExamRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.journal import rejudge
from learnup_platform.modules.exams.notices import summary_changed, tell_invigilators, tell_student
from learnup_platform.modules.exams.views import deadline_of, overview, reported_state
from learnup_platform.principal import Principal


async def attempts_of_exam(
    session: AsyncSession, principal: Principal, exam_id: str, now: datetime
) -> list[AttemptOverview]:
    """Everybody who may sit the exam, with how far they are.

    Raises:
        PlatformFault: 404.
    """
    exam, *_ = await queries.exam_row(session, principal, exam_id)
    await require_class(session, principal, exam.class_id, teaching=True)
    people = await queries.roll_with_attempts(session, exam)
    ids = [attempt.id for *_, attempt in people if attempt is not None]
    answered = await queries.answered_counts(session, ids)
    flags = await queries.flag_tallies(session, ids)
    arranged = await queries.granted_in(session, exam.id)
    return [
        overview(
            exam,
            (student_id, name),
            attempt,
            now,
            answered.get(attempt.id, 0) if attempt else 0,
            flags.get(attempt.id) if attempt else None,
            arranged.get(student_id),
        )
        for student_id, name, attempt in people
    ]


async def extend(
    session: AsyncSession, principal: Principal, attempt_id: str, request: ExtendRequest, now: datetime
) -> AttemptControl:
    """Give more time, counted from the deadline, or from now when that has passed already.

    Answers that came between the old deadline and the new one count from then on.

    Raises:
        PlatformFault: 404; 409 ``attempt.submitted``.
    """
    attempt, exam = await _running(session, principal, attempt_id)
    reopened = attempt.paused_at is None and not counts(now, attempt.deadline)
    begin = now if reopened else attempt.deadline
    attempt.deadline = begin + timedelta(seconds=request.seconds)
    attempt.closed_at = None
    await rejudge(session, attempt, exam, now)
    return await _done(session, principal, attempt, exam, now, "extend", request.reason, request.seconds)


async def warn(
    session: AsyncSession, principal: Principal, attempt_id: str, request: WarnRequest, now: datetime
) -> AttemptControl:
    """Show words on the student's screen.

    Raises:
        PlatformFault: 404; 409 ``attempt.submitted``.
    """
    attempt, exam = await _running(session, principal, attempt_id)
    return await _done(session, principal, attempt, exam, now, "warn", request.message)


async def pause(
    session: AsyncSession, principal: Principal, attempt_id: str, request: PauseRequest, now: datetime
) -> AttemptControl:
    """Stop the time until ``resume``. Pausing twice is pausing once.

    Raises:
        PlatformFault: 404; 409 ``attempt.submitted`` or ``attempt.deadline_passed``.
    """
    attempt, exam = await _running(session, principal, attempt_id)
    if attempt.paused_at is None:
        if not counts(now, attempt.deadline):
            raise PlatformFault(409, ErrorCode.ATTEMPT_DEADLINE_PASSED)
        attempt.paused_at = now
    return await _done(session, principal, attempt, exam, now, "pause", request.reason)


async def resume(
    session: AsyncSession, principal: Principal, attempt_id: str, request: PauseRequest, now: datetime
) -> AttemptControl:
    """Let the time run again; the pause is given back in full, beyond the exam's closing time if need be.

    Raises:
        PlatformFault: 404; 409 ``attempt.submitted``.
    """
    attempt, exam = await _running(session, principal, attempt_id)
    if attempt.paused_at is not None:
        attempt.deadline = deadline_of(attempt, now)
        attempt.paused_at = None
        await rejudge(session, attempt, exam, now)
    return await _done(session, principal, attempt, exam, now, "resume", request.reason)


async def _running(
    session: AsyncSession, principal: Principal, attempt_id: str
) -> tuple[ExamAttemptRecord, ExamRecord]:
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id, teaching=True)
    if attempt.submitted_at is not None:
        raise PlatformFault(409, ErrorCode.ATTEMPT_SUBMITTED, details={"attemptId": attempt.id})
    return attempt, exam


async def _done(
    session: AsyncSession,
    principal: Principal,
    attempt: ExamAttemptRecord,
    exam: ExamRecord,
    now: datetime,
    command: str,
    text: str,
    seconds: int = 0,
) -> AttemptControl:
    """Write down who did it, and tell the student, the other invigilators and the list of exams."""
    session.add(
        CommandRecord(
            id=uuid7(),
            attempt_id=attempt.id,
            command=command,
            given_by=principal.account_id,
            given_at=now,
            seconds=seconds,
            text=text,
        )
    )
    await session.flush()
    deadline = deadline_of(attempt, now)
    told = AttemptCommand.model_validate(
        {
            "attempt_id": attempt.id,
            "command": command,
            "message": text,
            "deadline": deadline if command in ("extend", "resume") else None,
        }
    )
    tell_student(session, attempt, told)
    summary_changed(session, attempt)
    await tell_invigilators(session, exam, attempt, now)
    return AttemptControl(attempt_id=attempt.id, state=reported_state(attempt, now), deadline=deadline)
