"""What is told of an attempt: to the invigilators, to the student's devices, and to everybody who syncs exams."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.exams import AttemptCommand
from learnup_desktop.contract.integrity import StudentExceptions
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.contract.realtime import ServerEvent
from learnup_desktop.contract.sync import Stream
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.events import publish
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.views import overview
from learnup_platform.modules.sync.versions import of_account, of_staff, touch


async def tell_invigilators(session: AsyncSession, exam: ExamRecord, attempt: ExamAttemptRecord, now: datetime) -> None:
    """``exam:state`` with the student's line to those who teach the class: they are the invigilators of its exams."""
    tell_line(session, exam, await line_of(session, exam, attempt.student_id, attempt, now))


def tell_of_beginning(
    session: AsyncSession,
    exam: ExamRecord,
    attempt: ExamAttemptRecord,
    name: str,
    granted: StudentExceptions,
    now: datetime,
) -> None:
    """``exam:state`` of an attempt that begins now: nothing is answered or flagged yet, so nothing is looked up."""
    line = overview(exam, (attempt.student_id, name), attempt, now, exceptions=None if granted.empty else granted)
    tell_line(session, exam, line)


def tell_line(session: AsyncSession, exam: ExamRecord, line: AttemptOverview) -> None:
    """``exam:state`` with a line that is made already."""
    publish(session, of_staff(exam.class_id), ServerEvent.EXAM_STATE, line)


async def line_of(
    session: AsyncSession, exam: ExamRecord, student_id: str, attempt: ExamAttemptRecord | None, now: datetime
) -> AttemptOverview:
    """One student's line for the invigilators, with or without an attempt."""
    name = await session.scalar(select(AccountRecord.name).where(AccountRecord.id == student_id))
    ids = [] if attempt is None else [attempt.id]
    answered = await queries.answered_counts(session, ids)
    flags = await queries.flag_tallies(session, ids)
    arranged = await queries.granted(session, exam.id, student_id)
    return overview(
        exam,
        (student_id, name or ""),
        attempt,
        now,
        answered.get(ids[0], 0) if ids else 0,
        flags.get(ids[0]) if ids else None,
        None if arranged.empty else arranged,
    )


def tell_student(session: AsyncSession, attempt: ExamAttemptRecord, command: AttemptCommand) -> None:
    """``attempt:command`` to every device of the student."""
    publish(session, of_account(attempt.student_id), ServerEvent.ATTEMPT_COMMAND, command)


def summary_changed(session: AsyncSession, attempt: ExamAttemptRecord) -> None:
    """The student's own line in the list of exams has changed."""
    touch(session, Stream.EXAMS, attempt.exam_id, of_account(attempt.student_id))
