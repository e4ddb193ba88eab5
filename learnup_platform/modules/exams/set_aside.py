"""What could not count is kept beside what does, and shown: nothing that a student wrote is ever dropped.

There are two ways not to count. An entry is in the chain, but came late, or is about a question that was withdrawn, or
has not the form its question asks for. Or an entry could not go into the chain at all, because its device had lost the
seat or the attempt was over: then it is kept as a *branch*, chained from a head that the device and the chain shared.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AnswerRecord, EntryKind, Head, JournalEntry
from learnup_desktop.contract.seats import BranchAnswer, BranchRequest, BranchSource, SetAside, SetAsideReason
from learnup_desktop.domain.exam_timing import counts
from learnup_desktop.domain.journal import extend_head, genesis_head, latest_answers
from learnup_platform.db.models_branches import JournalBranchRecord
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord, JournalEntryRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.journal import standing_answers
from learnup_platform.modules.exams.notices import tell_invigilators
from learnup_platform.modules.exams.views import deadline_of, head_of_attempt, journal_entry
from learnup_platform.principal import Principal

MAXIMUM_BRANCHES = 200
"""Of one attempt: far more than devices and breaks can make, far fewer than would fill a disk."""


async def take_branch(
    session: AsyncSession, principal: Principal, attempt_id: str, request: BranchRequest, now: datetime
) -> BranchAnswer:
    """Keep entries beside the chain. No lease is asked for: who has lost it is who sends them.

    Raises:
        PlatformFault: 404; 409 ``attempt.chain_broken`` when the entries do not follow their base, or their base is
            no link of the chain nor of a branch.
    """
    attempt, exam = await queries.own_attempt(session, principal, attempt_id)
    head = await keep_branch(session, attempt, exam, principal.account_id, request, now)
    return BranchAnswer(head=head)


async def keep_branch(
    session: AsyncSession,
    attempt: ExamAttemptRecord,
    exam: ExamRecord,
    sender: str,
    request: BranchRequest,
    now: datetime,
) -> Head:
    """Store a branch, once; its last head."""
    try:
        head = extend_head(request.base, request.entries)
        document = canonical_json([entry.to_wire() for entry in request.entries]).decode()
    except (IntegrityFault, TypeError, ValueError) as error:
        raise _broken(attempt) from error
    branches = await branches_of(session, attempt.id)
    if any(branch.head_hash == head.hash for branch in branches):
        return head
    known = await _is_known(session, attempt, request.base, branches) or _begins(request)
    if not known or len(branches) >= MAXIMUM_BRANCHES:
        raise _broken(attempt)
    session.add(
        JournalBranchRecord(
            id=uuid7(),
            attempt_id=attempt.id,
            device_id=request.device_id,
            source=request.source.value,
            base_seq=request.base.seq,
            base_hash=request.base.hash,
            head_seq=head.seq,
            head_hash=head.hash,
            entries=document,
            sent_by=sender,
            received_at=now,
        )
    )
    attempt.branch_count = len(branches) + 1
    await session.flush()
    await tell_invigilators(session, exam, attempt, now)
    return head


async def set_aside(session: AsyncSession, principal: Principal, attempt_id: str, now: datetime) -> list[SetAside]:
    """Every answer of an attempt that does not count, with the one that does beside it; the newest of a question last.

    Raises:
        PlatformFault: 404.
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id)
    standing = {record.question_id: record for record in await standing_answers(session, attempt, exam, now)}
    changes = await queries.changes_of(session, exam.id)
    withdrawn, cancelled = {change.question_id for change in changes}, any(not item.question_id for item in changes)
    records = await queries.entries(session, attempt.id, kind=EntryKind.ANSWER)
    found = _in_chain(records, standing, deadline_of(attempt, now), withdrawn, cancelled)
    for branch in await branches_of(session, attempt.id):
        found += _in_branch(branch, standing)
    return sorted(found, key=lambda item: (item.question_id, item.at_ms))


async def branches_of(session: AsyncSession, attempt_id: str) -> Sequence[JournalBranchRecord]:
    """The branches of an attempt, oldest first."""
    statement = select(JournalBranchRecord).where(JournalBranchRecord.attempt_id == attempt_id)
    return (await session.scalars(statement.order_by(JournalBranchRecord.id))).all()


def entries_of(branch: JournalBranchRecord) -> list[JournalEntry]:
    """The entries of a branch."""
    return [JournalEntry.model_validate(item) for item in json.loads(branch.entries)]


def _begins(request: BranchRequest) -> bool:
    """Whether a branch is the beginning of a journal of its own."""
    return request.origin is not None and request.base == genesis_head(request.origin)


async def _is_known(
    session: AsyncSession, attempt: ExamAttemptRecord, base: Head, branches: Iterable[JournalBranchRecord]
) -> bool:
    """Whether a branch may begin at ``base``: genesis, a link of the chain, or the end of another branch."""
    if base in (genesis_head(attempt.id), head_of_attempt(attempt)):
        return True
    if any((branch.head_seq, branch.head_hash) == (base.seq, base.hash) for branch in branches):
        return True
    found = await queries.entries(session, attempt.id, after=base.seq - 1, last=base.seq)
    return bool(found) and found[0].hash == base.hash


def _in_chain(
    records: Sequence[JournalEntryRecord],
    standing: dict[str, AnswerRecord],
    deadline: datetime,
    withdrawn: set[str],
    cancelled: bool,
) -> list[SetAside]:
    """The last answer of each question that was meant to count and does not."""
    received = {record.seq: record.received_at for record in records}
    found = []
    for question_id, entry in latest_answers(journal_entry(record) for record in records).items():
        stands = standing.get(question_id)
        if question_id in withdrawn:
            reason = SetAsideReason.WITHDRAWN
        elif cancelled:
            reason = SetAsideReason.CANCELLED
        elif stands is not None and stands.seq == entry.seq:
            continue
        else:
            in_time = counts(received[entry.seq], deadline)
            reason = SetAsideReason.UNFIT if in_time else SetAsideReason.LATE
        found.append(_shown(entry, reason, received[entry.seq], "", stands))
    return found


def _in_branch(branch: JournalBranchRecord, standing: dict[str, AnswerRecord]) -> list[SetAside]:
    reason = SetAsideReason(BranchSource(branch.source).value)
    try:
        answers = latest_answers(entries_of(branch))
    except ValidationError:
        return []
    return [
        _shown(entry, reason, branch.received_at, branch.device_id, standing.get(question_id))
        for question_id, entry in answers.items()
    ]


def _shown(
    entry: JournalEntry, reason: SetAsideReason, received_at: datetime, device_id: str, stands: AnswerRecord | None
) -> SetAside:
    answer = entry.body.get("answer")
    return SetAside(
        question_id=str(entry.body["questionId"]),
        answer=answer if isinstance(answer, dict) else {"value": answer},
        reason=reason,
        seq=entry.seq,
        at_ms=entry.at_ms,
        received_at=received_at,
        device_id=device_id,
        standing=stands,
    )


def _broken(attempt: ExamAttemptRecord) -> PlatformFault:
    details = {"head": head_of_attempt(attempt).to_wire()}
    return PlatformFault(409, ErrorCode.ATTEMPT_CHAIN_BROKEN, details=details)
