"""What a teacher arranges for one student in one exam, before it or while it runs.

Rows are only added: the newest holds, the others say who granted what and when. What then holds for the student is the
exam's own policy and the grant together; nothing granted takes anything from what the exam allows everybody.
"""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.exams import AttemptCommand
from learnup_desktop.contract.integrity import ProctoringPolicy, StudentExceptions
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_platform.access import require_class
from learnup_platform.db.models_exams import CommandRecord, ExamExceptionRecord, ExamRecord
from learnup_platform.http.errors import not_found
from learnup_platform.modules.exams import notices, queries
from learnup_platform.modules.exams.papers import policy_of
from learnup_platform.principal import Principal


async def arrangement_for(session: AsyncSession, exam: ExamRecord, student_id: str) -> StudentExceptions:
    """What holds for a student: the exam's own exceptions and the granted ones together."""
    return policy_of(exam).arrangement.together(await queries.granted(session, exam.id, student_id))


def policy_with(exam: ExamRecord, granted: StudentExceptions) -> ProctoringPolicy:
    """The exam's policy as it is for the student who was granted this."""
    own = policy_of(exam)
    return own.arranged(own.arrangement.together(granted))


async def grant(
    session: AsyncSession,
    principal: Principal,
    exam_id: str,
    student_id: str,
    request: StudentExceptions,
    now: datetime,
) -> AttemptOverview:
    """Arrange something for a student; an empty request takes it back. A running attempt is told at once.

    Raises:
        PlatformFault: 404, also for a student who does not sit this exam.
    """
    exam, *_ = await queries.exam_row(session, principal, exam_id)
    await require_class(session, principal, exam.class_id, teaching=True)
    if student_id not in {found for found, *_ in await queries.roll_with_attempts(session, exam)}:
        raise not_found()
    # Locks the account, so that what this returns is what the next start sees.
    attempt = await queries.lock_attempt_of(session, student_id, exam.id)
    session.add(
        ExamExceptionRecord(
            id=uuid7(),
            exam_id=exam.id,
            student_id=student_id,
            kinds=sorted(request.kinds),
            challenge_exempt=request.challenge_exempt,
            camera_only=request.camera_only,
            note=request.note,
            given_by=principal.account_id,
            given_at=now,
        )
    )
    await session.flush()
    if attempt is not None and attempt.submitted_at is None:
        session.add(
            CommandRecord(
                id=uuid7(),
                attempt_id=attempt.id,
                command="policy",
                given_by=principal.account_id,
                given_at=now,
                seconds=0,
                text=request.note,
            )
        )
        holds = await arrangement_for(session, exam, student_id)
        notices.tell_student(
            session, attempt, AttemptCommand(attempt_id=attempt.id, command="policy", exceptions=holds)
        )
    line = await notices.line_of(session, exam, student_id, attempt, now)
    notices.tell_line(session, exam, line)
    return line
