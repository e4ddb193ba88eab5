"""Beginning an attempt, and the lease that lets one device at a time write it.

The content key leaves the platform here, no earlier than the exam opens by the platform's clock.
"""

import secrets
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import (
    AttemptStarted,
    ExamPreparation,
    Lease,
    LeaseRequest,
    StartAttemptRequest,
)
from learnup_desktop.contract.integrity import Assurance, ProctoringPolicy
from learnup_desktop.contract.wire import wire_time
from learnup_desktop.domain.exam_timing import attempt_deadline
from learnup_desktop.domain.journal import genesis_head
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.events import after_commit
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import evidence, exceptions, queries
from learnup_platform.modules.exams.emergency_keys import public_emergency_key
from learnup_platform.modules.exams.judging import lowest_assurance
from learnup_platform.modules.exams.notices import summary_changed, tell_invigilators, tell_of_beginning
from learnup_platform.modules.exams.papers import content_key_of
from learnup_platform.modules.exams.views import (
    LEASE_SILENCE,
    deadline_of,
    head_of_attempt,
    lease_of,
    stored_state,
)
from learnup_platform.modules.face.service import approved_templates
from learnup_platform.principal import Principal
from learnup_platform.realtime import exam_room


async def start(
    context: PlatformContext,
    session: AsyncSession,
    principal: Principal,
    exam_id: str,
    request: StartAttemptRequest,
    now: datetime,
) -> AttemptStarted:
    """Begin the attempt, or go on with it on the same device; the same request again gives the same lease.

    Raises:
        PlatformFault: 404; 403 ``exam.proctoring_required``; 409 ``exam.not_open``, ``exam.closed``,
            ``attempt.lease_held``, ``attempt.submitted``.
    """
    exam, *_ = await queries.exam_row(session, principal, exam_id)
    attempt = await queries.lock_attempt_of(session, principal.account_id, exam.id)
    # Behind the lock: what a teacher grants at this moment is either seen here or told to the attempt.
    granted = await queries.granted(session, exam.id, principal.account_id)
    policy = exceptions.policy_with(exam, granted)
    if attempt is None:
        if request.attempt_id is None:
            if any(not change.question_id for change in await queries.changes_of(session, exam.id)):
                raise PlatformFault(409, ErrorCode.EXAM_CANCELLED)
            _check_may_begin(exam, policy, request, now)
        attempt = _new_attempt(exam, principal.account_id, request, now)
        session.add(attempt)
        summary_changed(session, attempt)
        tell_of_beginning(session, exam, attempt, principal.name, granted, now)
    else:
        _check_open(attempt)
        if request.attempt_id not in (None, attempt.id):
            raise _held(attempt, attempt.heard_at + LEASE_SILENCE, ErrorCode.ATTEMPT_LEASE_HELD)
        _take_lease(attempt, request.device_id, None, now)
        attempt.lease_device_name = request.device_name or attempt.lease_device_name
        attempt.assurance = lowest_assurance(attempt.assurance, request.assurance)
        if request.consent and attempt.consent_at is None:
            attempt.consent_at = now
        await tell_invigilators(session, exam, attempt, now)

    async def join_room() -> None:
        await context.realtime.join(principal.account_id, exam_room(exam.id))

    after_commit(session, join_room)
    return await _started(context, session, exam, attempt, policy, now)


async def _started(
    context: PlatformContext,
    session: AsyncSession,
    exam: ExamRecord,
    attempt: ExamAttemptRecord,
    policy: ProctoringPolicy,
    now: datetime,
) -> AttemptStarted:
    """Everything the device needs to sit, the content key among it."""
    templates, model = await approved_templates(context, session, attempt.student_id)
    return AttemptStarted(
        attempt_id=attempt.id,
        exam_id=exam.id,
        student_id=attempt.student_id,
        lease=lease_of(attempt),
        state=stored_state(attempt),
        started_at=attempt.started_at,
        deadline=deadline_of(attempt, now),
        server_time=now,
        head=head_of_attempt(attempt),
        content_key=content_key_of(exam, context.keys.sealing_key),
        evidence_key=evidence.evidence_key(context, attempt.id),
        emergency_key=public_emergency_key(context.keys),
        policy=policy,
        face_templates=templates,
        face_model=model,
    )


async def preparation(
    context: PlatformContext, session: AsyncSession, principal: Principal, exam_id: str
) -> ExamPreparation:
    """What a lobby needs before the start; says nothing of the paper, so it may be asked for at any time.

    Raises:
        PlatformFault: 404.
    """
    exam, *_ = await queries.exam_row(session, principal, exam_id)
    templates, model = await approved_templates(context, session, principal.account_id)
    granted = await queries.granted(session, exam.id, principal.account_id)
    return ExamPreparation(
        exam_id=exam.id,
        policy=exceptions.policy_with(exam, granted),
        face_templates=templates,
        face_model=model,
        exceptions=granted,
    )


async def renew_lease(
    session: AsyncSession, principal: Principal, attempt_id: str, request: LeaseRequest, now: datetime
) -> Lease:
    """Renew the own lease, or take it over from a device that has fallen silent.

    Raises:
        PlatformFault: 404; 409 ``attempt.submitted``, ``attempt.lease_held``, ``attempt.lease_lost``.
    """
    attempt, exam = await queries.own_attempt(session, principal, attempt_id)
    _check_open(attempt)
    if _take_lease(attempt, request.device_id, request.token, now):
        await tell_invigilators(session, exam, attempt, now)
    return lease_of(attempt)


def require_lease(attempt: ExamAttemptRecord, token: str) -> None:
    """Whether ``token`` is the lease in force. One that has run out still is while nobody else has taken it.

    Raises:
        PlatformFault: 409 ``attempt.lease_lost``.
    """
    if not secrets.compare_digest(attempt.lease_token.encode(), token.encode()):
        raise PlatformFault(409, ErrorCode.ATTEMPT_LEASE_LOST, details={"deviceName": attempt.lease_device_name})


def _check_open(attempt: ExamAttemptRecord) -> None:
    if attempt.submitted_at is not None:
        raise PlatformFault(409, ErrorCode.ATTEMPT_SUBMITTED, details={"attemptId": attempt.id})


def _take_lease(attempt: ExamAttemptRecord, device_id: str, token: str | None, now: datetime) -> bool:
    """Renew the lease for its holder, or hand it to another device; True when it changed hands."""
    if device_id == attempt.lease_device_id:
        attempt.heard_at = now
        return False
    held_until = attempt.heard_at + LEASE_SILENCE
    if now < held_until:
        code = ErrorCode.ATTEMPT_LEASE_HELD if token is None else ErrorCode.ATTEMPT_LEASE_LOST
        raise _held(attempt, held_until, code)
    attempt.lease_device_id = device_id
    attempt.lease_device_name = ""
    attempt.lease_token = secrets.token_urlsafe(32)
    attempt.heard_at = now
    return True


def _held(attempt: ExamAttemptRecord, held_until: datetime, code: ErrorCode) -> PlatformFault:
    details = {"attemptId": attempt.id, "deviceName": attempt.lease_device_name, "heldUntil": wire_time(held_until)}
    return PlatformFault(409, code, details=details)


def _check_may_begin(exam: ExamRecord, policy: ProctoringPolicy, request: StartAttemptRequest, now: datetime) -> None:
    if now < exam.opens_at:
        raise PlatformFault(409, ErrorCode.EXAM_NOT_OPEN, details={"opensAt": wire_time(exam.opens_at)})
    if now >= exam.closes_at:
        raise PlatformFault(409, ErrorCode.EXAM_CLOSED, details={"closedAt": wire_time(exam.closes_at)})
    enough = {Assurance.FULL.value, Assurance.IDENTITY.value}
    if policy.allow_camera_only:
        enough.add(Assurance.CAMERA_ONLY.value)
    if exam.proctored and policy.camera_required and request.assurance not in enough:
        raise PlatformFault(403, ErrorCode.EXAM_MODELS_REQUIRED, details={"enough": sorted(enough)})


def _new_attempt(exam: ExamRecord, student_id: str, request: StartAttemptRequest, now: datetime) -> ExamAttemptRecord:
    """A new attempt; one that was begun without a network keeps its id, and its time began when its student says.

    That cannot be before the exam opened, and what it brings counts only when it came in time by the platform's clock.
    """
    attempt_id = request.attempt_id or uuid7()
    began = now
    if request.attempt_id is not None:
        began = min(now, max(request.began_at or now, exam.opens_at))
    return ExamAttemptRecord(
        id=attempt_id,
        exam_id=exam.id,
        student_id=student_id,
        started_at=began,
        deadline=attempt_deadline(began, exam.duration, exam.closes_at),
        paused_at=None,
        closed_at=None,
        submitted_at=None,
        consent_at=now if request.consent else None,
        assurance=lowest_assurance(request.assurance, Assurance.FULL.value),
        lease_token=secrets.token_urlsafe(32),
        lease_device_id=request.device_id,
        lease_device_name=request.device_name,
        heard_at=now,
        head_seq=0,
        head_hash=genesis_head(attempt_id).hash,
        worker_state="",
        question=0,
        branch_count=0,
        receipt=None,
    )
