"""Drawings and photographs of answers: taken whole or in parts, known by their hash, shown to student and markers.

They are part of the answers, so unlike evidence they need no consent to the camera and are kept as long as the attempt.
They may arrive before the journal entry that names them or long after the submission, whose head names them already.
"""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.invigilation import EvidenceState
from learnup_desktop.domain.sealed_work import open_work, work_keys
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord, WorkFileRecord
from learnup_platform.http.content_range import Part
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.evidence import collect_part, evidence_key
from learnup_platform.modules.exams.papers import content_key_of
from learnup_platform.principal import Principal
from learnup_platform.storage import MissingFileError

MAXIMUM_FILES = 1000
MAXIMUM_BYTES = 300 * 1024 * 1024
"""Of one attempt: a drawing is sent each time the pen rests."""
SEAL_BYTES = 4096
"""What a seal may add to a picture."""


async def take(
    context: PlatformContext,
    session: AsyncSession,
    principal: Principal,
    attempt_id: str,
    digest: str,
    part: Part,
    data: bytes,
    now: datetime,
) -> EvidenceState:
    """Take a file or the next part of one.

    Raises:
        PlatformFault: 404; 400 nothing in it; 413; 409 with ``details.receivedBytes`` when the part is not the next
            one; 422 when the whole does not have the hash it was announced with, or is no picture of this attempt.
    """
    attempt, exam = await queries.own_attempt(session, principal, attempt_id)
    held = await session.get(WorkFileRecord, (attempt.id, digest))
    if held is not None:
        return EvidenceState(sha256=digest, received_bytes=held.size_bytes, complete=True)
    await _check_room(session, attempt.id, part.total, context.settings.max_file_size + SEAL_BYTES)
    if len(data) < part.total:
        whole = await collect_part(context, attempt.id, digest, part, data)
        if whole is None:
            return EvidenceState(sha256=digest, received_bytes=part.start + len(data), complete=False)
        data = whole
    if sha256_hex(data) != digest:
        raise _invalid("differs")
    try:
        open_work(data, attempt.id, _keys(context, attempt, exam))
    except IntegrityFault as error:
        raise _invalid("does not open") from error
    key = f"work/{attempt.id}/{digest}"
    await context.files.put(key, data)
    session.add(
        WorkFileRecord(attempt_id=attempt.id, sha256=digest, size_bytes=len(data), storage_key=key, received_at=now)
    )
    return EvidenceState(sha256=digest, received_bytes=len(data), complete=True)


async def read(
    context: PlatformContext, session: AsyncSession, principal: Principal, attempt_id: str, digest: str
) -> tuple[str, bytes]:
    """Media type and bytes of a picture, for the student and those who teach the class.

    Raises:
        PlatformFault: 404.
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id)
    record = await session.get(WorkFileRecord, (attempt.id, digest))
    if record is None:
        raise not_found()
    try:
        sealed = await context.files.read(record.storage_key)
        return open_work(sealed, attempt.id, _keys(context, attempt, exam))
    except (MissingFileError, IntegrityFault) as error:
        raise not_found() from error


def _keys(context: PlatformContext, attempt: ExamAttemptRecord, exam: ExamRecord) -> tuple[bytes, ...]:
    content_key = content_key_of(exam, context.keys.sealing_key)
    return work_keys(attempt.id, evidence_key(context, attempt.id), content_key)


def _invalid(problem: str) -> PlatformFault:
    return PlatformFault(422, ErrorCode.VALIDATION, details={"fields": [{"field": "sha256", "problem": problem}]})


async def _check_room(session: AsyncSession, attempt_id: str, size: int, maximum: int) -> None:
    statement = select(func.count(), func.coalesce(func.sum(WorkFileRecord.size_bytes), 0))
    count, held = (await session.execute(statement.where(WorkFileRecord.attempt_id == attempt_id))).one()
    if size == 0:
        raise PlatformFault(400, ErrorCode.BAD_REQUEST)
    if size > maximum or count >= MAXIMUM_FILES or held + size > MAXIMUM_BYTES:
        raise PlatformFault(413, ErrorCode.TOO_LARGE, details={"limitBytes": maximum})
