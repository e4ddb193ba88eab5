"""Flags after the fact: the student may answer each one, a teacher judges it. Nothing follows from one by itself."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.integrity import IntegrityEvent
from learnup_desktop.contract.invigilation import IntegrityDecision, IntegrityRecord, IntegrityReply
from learnup_platform.db.models_exams import EvidenceRecord, ExamRecord, IntegrityEventRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.evidence import kept_until
from learnup_platform.modules.exams.notices import tell_invigilators
from learnup_platform.modules.exams.papers import policy_of
from learnup_platform.principal import Principal

DECIDED = "integrity.decided"


async def flags_of(session: AsyncSession, principal: Principal, attempt_id: str) -> list[IntegrityRecord]:
    """The flags of an attempt in order of time.

    Raises:
        PlatformFault: 404.
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id)
    records = await session.scalars(
        select(IntegrityEventRecord)
        .where(IntegrityEventRecord.attempt_id == attempt.id)
        .order_by(IntegrityEventRecord.started_ms, IntegrityEventRecord.id)
    )
    return await _views(session, attempt.id, exam, list(records))


async def reply(
    session: AsyncSession, principal: Principal, flag_id: str, request: IntegrityReply, now: datetime
) -> IntegrityRecord:
    """Write the student's side.

    Raises:
        PlatformFault: 404; 409, the flag was judged already.
    """
    record = await _flag(session, flag_id)
    attempt, exam = await queries.own_attempt(session, principal, record.attempt_id)
    if record.decision is not None:
        raise PlatformFault(409, ErrorCode.BAD_REQUEST, DECIDED)
    record.reply, record.replied_at = request.text, now
    await session.flush()
    await tell_invigilators(session, exam, attempt, now)
    return (await _views(session, attempt.id, exam, [record]))[0]


async def decide(
    session: AsyncSession, principal: Principal, flag_id: str, request: IntegrityDecision, now: datetime
) -> IntegrityRecord:
    """Write a teacher's judgement; a later one replaces it.

    Raises:
        PlatformFault: 404.
    """
    record = await _flag(session, flag_id)
    attempt, exam, _ = await queries.visible_attempt(session, principal, record.attempt_id, teaching=True)
    record.decision, record.decision_note = request.decision, request.note
    record.decided_at, record.decided_by = now, principal.account_id
    await session.flush()
    await tell_invigilators(session, exam, attempt, now)
    return (await _views(session, attempt.id, exam, [record]))[0]


async def _flag(session: AsyncSession, flag_id: str) -> IntegrityEventRecord:
    record = await session.get(IntegrityEventRecord, flag_id)
    if record is None:
        raise not_found()
    return record


async def _views(
    session: AsyncSession, attempt_id: str, exam: ExamRecord, records: list[IntegrityEventRecord]
) -> list[IntegrityRecord]:
    policy, held, deleted = policy_of(exam), {}, set()
    for file in await session.scalars(select(EvidenceRecord).where(EvidenceRecord.attempt_id == attempt_id)):
        if file.deleted_at is None:
            held[file.sha256] = kept_until(file, policy)
        else:
            deleted.add(file.sha256)
    judges = {record.decided_by for record in records if record.decided_by}
    rows = await session.execute(select(AccountRecord.id, AccountRecord.name).where(AccountRecord.id.in_(judges)))
    names = {account_id: name for account_id, name in rows}
    views = []
    for record in records:
        event = IntegrityEvent.model_validate_json(record.event)
        views.append(
            IntegrityRecord(
                id=record.id,
                attempt_id=record.attempt_id,
                event=event,
                received_at=record.received_at,
                evidence_held=[digest for digest in event.evidence if digest in held],
                evidence_until={digest: held[digest] for digest in event.evidence if digest in held},
                evidence_deleted=[digest for digest in event.evidence if digest in deleted],
                reply=record.reply,
                replied_at=record.replied_at,
                decision=record.decision,
                decision_note=record.decision_note,
                decided_at=record.decided_at,
                decided_by=names.get(record.decided_by or "", ""),
            )
        )
    return views
