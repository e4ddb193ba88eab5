"""One seat an attempt: a second device asks, silence or the teacher decides, and exactly one lease wins.

Every change of the seat happens under the attempt's row lock (``queries.own_attempt``, ``visible_attempt``), so of two
devices that ask at once the second one finds the first one's lease.
"""

import secrets
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AttemptCommand
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.contract.seats import SeatDecision, TakeoverAnswer, TakeoverRequest
from learnup_platform.db.models_exams import CommandRecord, ExamAttemptRecord, ExamRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.notices import line_of, tell_line, tell_student
from learnup_platform.modules.exams.views import LEASE_SILENCE
from learnup_platform.principal import Principal


async def ask(
    session: AsyncSession, principal: Principal, attempt_id: str, request: TakeoverRequest, now: datetime
) -> TakeoverAnswer:
    """Ask for the seat. Granted at once to its holder and when the holder has been silent; else the teacher is asked.

    The same device may ask again and again while it waits. Another device's question takes the place of an older one.

    Raises:
        PlatformFault: 404; 409 ``attempt.submitted``.
    """
    attempt, exam = await queries.own_attempt(session, principal, attempt_id)
    _check_open(attempt)
    if attempt.lease_device_id == request.device_id:
        return TakeoverAnswer(granted=True)
    if now >= attempt.heard_at + LEASE_SILENCE:
        await _hand_over(session, exam, attempt, request.device_id, request.device_name, now)
        return TakeoverAnswer(granted=True)
    if attempt.seat_device_id != request.device_id:
        attempt.seat_device_id, attempt.seat_device_name = request.device_id, request.device_name
        attempt.seat_asked_at, attempt.seat_refused_at = now, None
        await session.flush()
        tell_line(session, exam, await line_of(session, exam, attempt.student_id, attempt, now))
    return TakeoverAnswer(
        granted=False,
        refused=attempt.seat_refused_at is not None,
        held_by=attempt.lease_device_name,
        free_at=attempt.heard_at + LEASE_SILENCE,
    )


async def decide(
    session: AsyncSession, principal: Principal, attempt_id: str, request: SeatDecision, now: datetime
) -> AttemptOverview:
    """The teacher gives the seat to the device that asks for it, or says no. Saying no again changes nothing.

    Raises:
        PlatformFault: 404; 409 ``attempt.submitted``; 409 ``attempt.lease_lost`` when nobody asks (any more).
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id, teaching=True)
    _check_open(attempt)
    if attempt.seat_device_id is None:
        raise PlatformFault(409, ErrorCode.ATTEMPT_LEASE_LOST, details={"deviceName": attempt.lease_device_name})
    session.add(
        CommandRecord(
            id=uuid7(),
            attempt_id=attempt.id,
            command="takeover" if request.allow else "keep_seat",
            given_by=principal.account_id,
            given_at=now,
            text=request.reason,
        )
    )
    if request.allow:
        await _hand_over(session, exam, attempt, attempt.seat_device_id, attempt.seat_device_name, now)
    else:
        attempt.seat_refused_at = now
        await session.flush()
        tell_line(session, exam, await line_of(session, exam, attempt.student_id, attempt, now))
    return await line_of(session, exam, attempt.student_id, attempt, now)


async def _hand_over(
    session: AsyncSession, exam: ExamRecord, attempt: ExamAttemptRecord, device_id: str, device_name: str, now: datetime
) -> None:
    """A new lease for the device; whoever had the old one hears of it and sends what it has left."""
    attempt.lease_device_id, attempt.lease_device_name = device_id, device_name
    attempt.lease_token = secrets.token_urlsafe(32)
    attempt.heard_at = now
    attempt.seat_device_id = attempt.seat_asked_at = attempt.seat_refused_at = None
    attempt.seat_device_name = ""
    await session.flush()
    tell_student(session, attempt, AttemptCommand(attempt_id=attempt.id, command="handover"))
    tell_line(session, exam, await line_of(session, exam, attempt.student_id, attempt, now))


def _check_open(attempt: ExamAttemptRecord) -> None:
    if attempt.submitted_at is not None:
        raise PlatformFault(409, ErrorCode.ATTEMPT_SUBMITTED, details={"attemptId": attempt.id})
