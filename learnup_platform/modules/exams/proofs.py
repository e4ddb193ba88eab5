"""Proof on the platform's side: a receipt that somebody shows, and the platform's own record of every attempt.

The platform checks itself with the same rules as everybody else: what its database holds must still be the chain that
it once signed for.
"""

from collections.abc import AsyncIterator, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import JournalEntry, Receipt
from learnup_desktop.contract.proof import Verification, VerifiedCheck, VerifyRequest
from learnup_desktop.domain import proof
from learnup_desktop.domain.proof import Check, Finding, JournalFile
from learnup_desktop.domain.receipt import read_code
from learnup_platform.access import class_is_visible
from learnup_platform.db.models_academic import ClassRecord
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.keys import PlatformKeys
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.views import journal_entry
from learnup_platform.principal import Principal

RECORD = "record"


async def verify(
    session: AsyncSession, keys: PlatformKeys, principal: Principal, request: VerifyRequest
) -> Verification:
    """Check a receipt, the journal with it, and, for whoever may see the attempt, the platform's own record."""
    try:
        receipt = proof.read_receipt(request.receipt.encode())
    except IntegrityFault as error:
        return Verification(holds=False, checks=[_failed(Check.SIGNATURE, error)])
    checks = _checked(keys, receipt)
    if request.journal is not None:
        try:
            journal = proof.read_journal(request.journal.encode())
            checks += [_told(finding) for finding in proof.check_journal(receipt, journal)]
        except IntegrityFault as error:
            checks.append(_failed(Check.CHAIN, error))
    try:
        attempt, *_ = await queries.visible_attempt(session, principal, receipt.attempt_id)
    except PlatformFault:
        # Somebody else's: its signature is all they may learn.
        return Verification(holds=all(check.held for check in checks), checks=checks, receipt=receipt)
    checks.append(await _record_check(session, attempt, receipt))
    return Verification(holds=all(check.held for check in checks), checks=checks, receipt=receipt)


async def receipt_of_code(session: AsyncSession, principal: Principal, code: str) -> Receipt:
    """The receipt that a short code names, among those the account may see.

    Raises:
        PlatformFault: 404.
    """
    try:
        wanted = read_code(code)
    except ValueError as error:
        raise not_found() from error
    mine = ExamAttemptRecord.student_id == principal.account_id
    found = await session.scalar(
        select(ExamAttemptRecord)
        .join(ExamRecord, ExamRecord.id == ExamAttemptRecord.exam_id)
        .join(ClassRecord, ClassRecord.id == ExamRecord.class_id)
        .where(
            ExamAttemptRecord.receipt["code"].as_string() == wanted,
            mine if principal.is_student else class_is_visible(principal),
        )
        .limit(1)
    )
    if found is None:
        raise not_found()
    return Receipt.model_validate(found.receipt)


async def audit(session: AsyncSession, keys: PlatformKeys) -> AsyncIterator[tuple[Receipt, list[VerifiedCheck]]]:
    """Every receipt this platform has given, checked against what its database holds now."""
    found = await session.scalars(select(ExamAttemptRecord).where(ExamAttemptRecord.submitted_at.is_not(None)))
    for attempt in found.all():
        receipt = Receipt.model_validate(attempt.receipt)
        yield receipt, [*_checked(keys, receipt), await _record_check(session, attempt, receipt)]


def _checked(keys: PlatformKeys, receipt: Receipt) -> list[VerifiedCheck]:
    return [_told(finding) for finding in proof.check_receipt(receipt, keys.public_key)]


async def _record_check(session: AsyncSession, attempt: ExamAttemptRecord, receipt: Receipt) -> VerifiedCheck:
    """Whether the platform's record is the receipt's: the same receipt, over entries that still make its chain."""
    if attempt.receipt is None or Receipt.model_validate(attempt.receipt) != receipt:
        return VerifiedCheck(check=RECORD, held=False, detail="the platform gave no such receipt for this attempt")
    entries = await _stored_entries(session, attempt.id)
    bad = [item for item in proof.check_journal(receipt, JournalFile(attempt.id, tuple(entries))) if not item.held]
    if bad:
        return VerifiedCheck(check=RECORD, held=False, detail=bad[0].detail, seq=bad[0].seq)
    return VerifiedCheck(check=RECORD, held=True)


async def _stored_entries(session: AsyncSession, attempt_id: str) -> Sequence[JournalEntry]:
    return [journal_entry(record) for record in await queries.entries(session, attempt_id)]


def _told(finding: Finding) -> VerifiedCheck:
    return VerifiedCheck(check=finding.check.value, held=finding.held, detail=finding.detail, seq=finding.seq)


def _failed(check: Check, error: IntegrityFault) -> VerifiedCheck:
    place = error.arguments.get("seq")
    seq = place if isinstance(place, int) else None
    return VerifiedCheck(check=check.value, held=False, detail=str(error), seq=seq)
