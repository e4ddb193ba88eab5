"""What could not go into an attempt's chain is kept beside it: nothing that a student wrote is ever dropped.

Its device had lost the seat, or the attempt was over (handed in, marked or published meanwhile: a branch is taken at
any time, and changes no mark). It is kept as a *branch*, chained from a head that the device and the chain shared. What
teachers see of it and make of it is ``set_aside``.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import Head, JournalEntry
from learnup_desktop.contract.seats import BranchAnswer, BranchRequest
from learnup_desktop.domain.journal import extend_head, genesis_head
from learnup_platform.db.models_branches import JournalBranchRecord
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.notices import tell_invigilators
from learnup_platform.modules.exams.views import head_of_attempt
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


def _broken(attempt: ExamAttemptRecord) -> PlatformFault:
    details = {"head": head_of_attempt(attempt).to_wire()}
    return PlatformFault(409, ErrorCode.ATTEMPT_CHAIN_BROKEN, details=details)
