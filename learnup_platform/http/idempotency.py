"""Kept answers: a write repeated with its ``Idempotency-Key`` gets the first answer instead of happening twice.

The answer is written in the same transaction as the work, so either both are there or neither. Refusals are not kept:
a refused write did nothing, and the same request may be allowed later (a lease that was free again). Nor are answers
marked ``no-store``, which carry tokens.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import Request
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.codes import ErrorCode
from learnup_platform.db.models_system import IdempotencyRecord
from learnup_platform.http.errors import PlatformFault

HEADER = "Idempotency-Key"
KEPT_FOR = timedelta(days=7)
NO_STORE = "no-store"
MAXIMUM_KEY_LENGTH = 200
MAXIMUM_KEPT_BYTES = 1_048_576
"""Larger answers are not kept; no write of the contract gives one."""


@dataclass(frozen=True, slots=True)
class KeyedRequest:
    """A write with a key, by an account. ``digest`` is over method, path, query and body."""

    account_id: str
    key: str
    digest: str


def request_key(request: Request) -> str | None:
    """The key of a request.

    Raises:
        PlatformFault: 400, the key is longer than a key may be.
    """
    key = request.headers.get(HEADER)
    if key is not None and len(key) > MAXIMUM_KEY_LENGTH:
        raise PlatformFault(400, ErrorCode.BAD_REQUEST, details={"header": HEADER})
    return key or None


async def keyed_request(request: Request, key: str, account_id: str) -> KeyedRequest:
    """``request``, identified for repeats."""
    target = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
    return KeyedRequest(account_id, key, sha256_hex(target + await request.body()))


async def kept_answer(session: AsyncSession, keyed: KeyedRequest, now: datetime) -> Response | None:
    """The first answer, None when this is the first time.

    Raises:
        PlatformFault: 409 ``idempotency.mismatch``, the key was used for something else.
    """
    record = await session.get(IdempotencyRecord, (keyed.account_id, keyed.key))
    if record is None or record.created_at + KEPT_FOR <= now:
        return None
    if record.digest != keyed.digest:
        raise PlatformFault(409, ErrorCode.IDEMPOTENCY_MISMATCH)
    headers = {"Idempotency-Replayed": "true"}
    return Response(record.body, record.status, headers, record.media_type or None)


async def keep_answer(session: AsyncSession, keyed: KeyedRequest, answer: Response, now: datetime) -> None:
    """Remember ``answer``. A twin request that was quicker shows as ``IntegrityError`` at flush."""
    body = bytes(answer.body)
    if answer.status_code >= 400 or answer.headers.get("cache-control") == NO_STORE or len(body) > MAXIMUM_KEPT_BYTES:
        return
    await session.execute(
        delete(IdempotencyRecord).where(
            IdempotencyRecord.account_id == keyed.account_id,
            IdempotencyRecord.key == keyed.key,
            IdempotencyRecord.created_at <= now - KEPT_FOR,
        )
    )
    session.add(
        IdempotencyRecord(
            account_id=keyed.account_id,
            key=keyed.key,
            digest=keyed.digest,
            status=answer.status_code,
            media_type=answer.headers.get("content-type", ""),
            body=body,
            created_at=now,
        )
    )
    await session.flush()


async def forget_old_answers(session: AsyncSession, now: datetime) -> None:
    """Delete what is older than a key is kept."""
    await session.execute(delete(IdempotencyRecord).where(IdempotencyRecord.created_at <= now - KEPT_FOR))
