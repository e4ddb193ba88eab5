"""Evidence files: whole or in parts, known by their hash, kept as long as the exam's policy says.

Parts are collected in a folder of this process's computer. Where several computers share the work, a part may be
asked of another one than the last: it answers with what it has (nothing), and the client begins again from there.
"""

import asyncio
import contextlib
import hmac
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.contract.invigilation import EvidenceState
from learnup_desktop.domain.sealed_evidence import open_evidence
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_exams import EvidenceRecord, ExamAttemptRecord, ExamRecord
from learnup_platform.http.content_range import Part
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.papers import policy_of
from learnup_platform.principal import Principal
from learnup_platform.storage import MissingFileError

MAXIMUM_FILES = 2000
MAXIMUM_BYTES = 200 * 1024 * 1024
"""Of one attempt: three hours of flags at the policy's rate stay far below."""

PART_LIFE = timedelta(days=2)


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
    """Take a file or the next part of one. Also after submission: evidence goes up in the background.

    A file whose time is over already is not taken back in: the client is told that it is held, and lets go of it.

    Raises:
        PlatformFault: 404; 403 ``face.no_consent``; 413; 409 with ``details.receivedBytes`` when the part is not the
            next one; 422 when the whole does not have the hash it was announced with.
    """
    attempt, _ = await queries.own_attempt(session, principal, attempt_id)
    if attempt.consent_at is None:
        raise PlatformFault(403, ErrorCode.FACE_NO_CONSENT)
    held = await session.get(EvidenceRecord, (attempt.id, digest))
    if held is not None:
        return EvidenceState(sha256=digest, received_bytes=held.size_bytes, complete=True)
    await _check_room(session, attempt.id, part.total, context.settings.max_file_size)
    if len(data) < part.total:
        whole = await collect_part(context, attempt.id, digest, part, data)
        if whole is None:
            return EvidenceState(sha256=digest, received_bytes=part.start + len(data), complete=False)
        data = whole
    if sha256_hex(data) != digest:
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": [{"field": "sha256", "problem": "differs"}]})
    key = f"evidence/{attempt.id}/{digest}"
    await context.files.put(key, data)
    session.add(
        EvidenceRecord(attempt_id=attempt.id, sha256=digest, size_bytes=len(data), storage_key=key, received_at=now)
    )
    return EvidenceState(sha256=digest, received_bytes=len(data), complete=True)


def evidence_key(context: PlatformContext, attempt_id: str) -> bytes:
    """The 32 bytes that seal an attempt's evidence: HMAC-SHA-256 of its id under the platform's sealing key."""
    return hmac.digest(context.keys.sealing_key, b"learnup-evidence:" + attempt_id.encode(), "sha256")


async def read(
    context: PlatformContext, session: AsyncSession, principal: Principal, attempt_id: str, digest: str
) -> bytes:
    """The JPEG of an evidence file, for the student and those who teach the class.

    Raises:
        PlatformFault: 404; also for a file that does not open: it was not sealed for this attempt.
    """
    attempt, *_ = await queries.visible_attempt(session, principal, attempt_id)
    record = await session.get(EvidenceRecord, (attempt.id, digest))
    if record is None or record.deleted_at is not None:
        raise not_found()
    try:
        sealed = await context.files.read(record.storage_key)
        return open_evidence(sealed, evidence_key(context, attempt.id))[1]
    except (MissingFileError, IntegrityFault) as error:
        raise not_found() from error


def kept_until(record: EvidenceRecord, policy: ProctoringPolicy) -> datetime:
    """When the retention of a picture ends; the job that deletes it comes round within the hour after."""
    return record.received_at + timedelta(days=policy.retention_days)


async def forget_old_evidence(context: PlatformContext) -> None:
    """Delete what is older than its exam's policy keeps it, and parts that nobody went on with.

    That there was a picture stays known, and since when it is gone; nothing of the picture does.
    """
    now = context.clock.utc_now()
    async with context.database.transaction(write=False) as session:
        rows = await session.execute(
            select(EvidenceRecord, ExamRecord)
            .join(ExamAttemptRecord, ExamAttemptRecord.id == EvidenceRecord.attempt_id)
            .join(ExamRecord, ExamRecord.id == ExamAttemptRecord.exam_id)
            .where(EvidenceRecord.deleted_at.is_(None))
        )
        old = [
            (record.attempt_id, record.sha256, record.storage_key)
            for record, exam in rows
            if kept_until(record, policy_of(exam)) < now
        ]
    for attempt_id, digest, key in old:
        await context.files.delete(key)
        async with context.database.transaction() as session:
            record = await session.get(EvidenceRecord, (attempt_id, digest))
            if record is not None:
                record.deleted_at = now
    await asyncio.to_thread(_remove_old_parts, _parts_folder(context), (now - PART_LIFE).timestamp())


async def _check_room(session: AsyncSession, attempt_id: str, size: int, maximum: int) -> None:
    count, held = await queries.evidence_totals(session, attempt_id)
    if size == 0:
        raise PlatformFault(400, ErrorCode.BAD_REQUEST)
    if size > maximum or count >= MAXIMUM_FILES or held + size > MAXIMUM_BYTES:
        raise PlatformFault(413, ErrorCode.TOO_LARGE, details={"limitBytes": maximum})


def _parts_folder(context: PlatformContext) -> Path:
    return context.settings.data / "parts"


async def collect_part(context: PlatformContext, attempt_id: str, digest: str, part: Part, data: bytes) -> bytes | None:
    """Add a part; the whole file once it is complete, and the part's file is gone then."""
    path = _parts_folder(context) / f"{attempt_id}-{digest}"
    received, whole = await asyncio.to_thread(_append, path, part, data)
    if received != part.start:
        details = {"receivedBytes": received}
        raise PlatformFault(409, ErrorCode.BAD_REQUEST, details=details)
    return whole


def _append(path: Path, part: Part, data: bytes) -> tuple[int, bytes | None]:
    """How many bytes there were before; the part is only added when it begins exactly there (or anew at 0)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    received = path.stat().st_size if path.exists() else 0
    if part.start == 0 and received:
        path.unlink()
        received = 0
    if received != part.start:
        return received, None
    with path.open("ab") as file:
        file.write(data)
    if received + len(data) < part.total:
        return received, None
    whole = path.read_bytes()
    path.unlink()
    return received, whole


def _remove_old_parts(folder: Path, before: float) -> None:
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):
            if path.stat().st_mtime < before:
                path.unlink()
