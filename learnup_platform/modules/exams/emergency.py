"""Emergency files: brought by the student or by a teacher, later or twice, and merged without a duplicate.

What follows the chain goes into it while the attempt is open; what is in it already is recognised; everything else is
kept beside it as a branch. A file is opened under the platform's own key, so it cannot be made up by who brings it, but
its times are the student's computer's: what it brings after the deadline came after the deadline.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import Head, JournalEntry
from learnup_desktop.contract.seats import BranchRequest, BranchSource, EmergencyAnswer, EmergencyUpload
from learnup_desktop.domain.emergency import open_emergency
from learnup_desktop.domain.journal import extend_head, genesis_head, head_of
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.keys import PlatformKeys
from learnup_platform.modules.exams import branches, queries
from learnup_platform.modules.exams.emergency_keys import emergency_key
from learnup_platform.modules.exams.journal import take_entries
from learnup_platform.modules.exams.views import head_of_attempt
from learnup_platform.principal import Principal

_BATCH = 500


async def take(
    session: AsyncSession, keys: PlatformKeys, principal: Principal, upload: EmergencyUpload, now: datetime
) -> EmergencyAnswer:
    """Open a file and merge it.

    Raises:
        PlatformFault: 404 for an attempt the account may not see; 422 ``validation`` for what is no emergency file of
            this platform; 409 ``attempt.chain_broken`` for a journal that does not hold.
    """
    try:
        header, journal = open_emergency(upload.file, emergency_key(keys))
    except IntegrityFault as error:
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"reason": str(error)}) from error
    if principal.is_student:
        attempt, exam = await queries.own_attempt(session, principal, journal.attempt_id)
    else:
        attempt, exam, _ = await queries.visible_attempt(session, principal, journal.attempt_id, teaching=True)
    held = head_of_attempt(attempt)
    common, fresh = await _divided(session, attempt, journal.entries)
    known = len(journal.entries) - len(fresh)
    if not fresh:
        return EmergencyAnswer(attempt_id=attempt.id, known=known, head=held)
    try:
        extend_head(common, fresh)
    except IntegrityFault as error:
        raise PlatformFault(409, ErrorCode.ATTEMPT_CHAIN_BROKEN, details={"head": held.to_wire()}) from error
    if common == held and attempt.submitted_at is None:
        await take_entries(session, attempt, exam, fresh, now)
        return EmergencyAnswer(attempt_id=attempt.id, appended=len(fresh), known=known, head=head_of_attempt(attempt))
    await _beside(session, attempt, exam, principal, header.device_id, common, fresh, now)
    return EmergencyAnswer(attempt_id=attempt.id, set_aside=len(fresh), known=known, head=head_of_attempt(attempt))


async def _divided(
    session: AsyncSession, attempt: ExamAttemptRecord, entries: Sequence[JournalEntry]
) -> tuple[Head, list[JournalEntry]]:
    """The last link that file and chain share, and what the file has after it."""
    if not entries:
        return genesis_head(attempt.id), []
    records = await queries.entries(session, attempt.id, after=entries[0].seq - 2, last=entries[-1].seq)
    hashes = {record.seq: record.hash for record in records}
    common = Head(seq=entries[0].seq - 1, hash=entries[0].prev)
    for place, entry in enumerate(entries):
        if hashes.get(entry.seq) != entry.hash:
            return common, list(entries[place:])
        common = head_of(entry)
    return common, []


async def _beside(
    session: AsyncSession,
    attempt: ExamAttemptRecord,
    exam: ExamRecord,
    principal: Principal,
    device_id: str,
    base: Head,
    entries: Sequence[JournalEntry],
    now: datetime,
) -> None:
    for start in range(0, len(entries), _BATCH):
        part = list(entries[start : start + _BATCH])
        request = BranchRequest(device_id=device_id, source=BranchSource.EMERGENCY, base=base, entries=part)
        base = await branches.keep_branch(session, attempt, exam, principal.account_id, request, now)
