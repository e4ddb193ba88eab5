"""Submission: the platform's signed word that it holds exactly what the student's computer holds."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AttemptRecord, Receipt, SubmitRequest
from learnup_desktop.domain.receipt import receipt_code
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.keys import PlatformKeys
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.attempts import require_lease
from learnup_platform.modules.exams.journal import late_answers
from learnup_platform.modules.exams.notices import summary_changed, tell_invigilators
from learnup_platform.modules.exams.standing import standing_answers
from learnup_platform.modules.exams.views import deadline_of, head_of_attempt, reported_state
from learnup_platform.principal import Principal
from learnup_platform.signing import sign_receipt


async def submit(
    session: AsyncSession,
    keys: PlatformKeys,
    principal: Principal,
    attempt_id: str,
    request: SubmitRequest,
    now: datetime,
) -> Receipt:
    """Close the attempt and sign for it. The same head again gives the same receipt, whoever asks with which lease.

    Also possible after the time is over: the receipt then covers everything that is held, late answers included, and
    ``answered`` counts those that count.

    Raises:
        PlatformFault: 404; 409 ``attempt.lease_lost``, ``attempt.submitted`` (with another head),
            ``attempt.chain_gap`` or ``attempt.chain_broken`` (``details.head``).
    """
    attempt, exam = await queries.own_attempt(session, principal, attempt_id)
    held = head_of_attempt(attempt)
    if attempt.receipt is not None:
        if request.head != held:
            raise PlatformFault(409, ErrorCode.ATTEMPT_SUBMITTED, details={"attemptId": attempt.id})
        return Receipt.model_validate(attempt.receipt)
    require_lease(attempt, request.lease_token)
    if request.head != held:
        ahead = request.head.seq > held.seq
        code = ErrorCode.ATTEMPT_CHAIN_GAP if ahead else ErrorCode.ATTEMPT_CHAIN_BROKEN
        raise PlatformFault(409, code, details={"head": held.to_wire()})
    receipt = await _sign(session, keys, attempt, exam, now)
    attempt.submitted_at = receipt.submitted_at
    attempt.receipt = receipt.to_wire()
    attempt.paused_at = None
    attempt.heard_at = now
    await session.flush()
    summary_changed(session, attempt)
    await tell_invigilators(session, exam, attempt, now)
    return receipt


async def _sign(
    session: AsyncSession, keys: PlatformKeys, attempt: ExamAttemptRecord, exam: ExamRecord, now: datetime
) -> Receipt:
    answered = await queries.answered_counts(session, [attempt.id])
    head = head_of_attempt(attempt)
    # Times on the wire have milliseconds; the stored time is the signed one.
    moment = now.replace(microsecond=now.microsecond // 1000 * 1000)
    unsigned = Receipt(
        attempt_id=attempt.id,
        exam_id=exam.id,
        student_id=attempt.student_id,
        head=head,
        answered=answered.get(attempt.id, 0),
        question_count=exam.question_count,
        submitted_at=moment,
        key_id=keys.key_id,
        code=receipt_code(attempt.id, head),
        signature=b"",
    )
    return sign_receipt(keys, unsigned)


async def record_of(session: AsyncSession, principal: Principal, attempt_id: str, now: datetime) -> AttemptRecord:
    """The platform's own record of an attempt.

    An attempt whose time ran out without a submission is reported as submitted, with the answers that are held and
    without a receipt: a receipt is only ever given for a head that the student's computer has named.

    Raises:
        PlatformFault: 404.
    """
    attempt, exam, name = await queries.visible_attempt(session, principal, attempt_id)
    flags = await queries.flag_tallies(session, [attempt.id])
    return AttemptRecord(
        attempt_id=attempt.id,
        exam_id=exam.id,
        student_id=attempt.student_id,
        student_name=name,
        state=reported_state(attempt, now),
        assurance=attempt.assurance,
        started_at=attempt.started_at,
        deadline=deadline_of(attempt, now),
        head=head_of_attempt(attempt),
        answers=await standing_answers(session, attempt, exam, now),
        late=await late_answers(session, attempt, now),
        integrity_counts=flags[attempt.id].counts if attempt.id in flags else {},
        receipt=Receipt.model_validate(attempt.receipt) if attempt.receipt else None,
    )
