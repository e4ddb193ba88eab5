"""SQL of accounts, sessions, guards and the security log."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.ids import uuid7
from learnup_platform.db.models_people import (
    AccountRecord,
    AuthSessionRecord,
    SecurityEntryRecord,
    SignInGuardRecord,
)


def name_key(username: str) -> str:
    """How a guard names what was typed as a user name."""
    return sha256_hex(username.strip().casefold().encode())


async def account_by_username(session: AsyncSession, username: str) -> AccountRecord | None:
    """The active account of that name."""
    folded = username.strip().casefold()
    return await session.scalar(
        select(AccountRecord).where(AccountRecord.username == folded, AccountRecord.active.is_(True))
    )


async def accounts_by_name_or_email(session: AsyncSession, text: str) -> Sequence[AccountRecord]:
    """Active accounts of that user name or e-mail address; brothers and sisters share their parents' address."""
    folded = text.strip().casefold()
    found = await session.scalars(
        select(AccountRecord)
        .where(
            or_(AccountRecord.username == folded, func.lower(AccountRecord.email) == folded),
            AccountRecord.active.is_(True),
        )
        .order_by(AccountRecord.id)
        .limit(10)
    )
    return found.all()


async def guard(session: AsyncSession, username: str) -> SignInGuardRecord | None:
    """The guard of a name, None when nobody was wrong lately."""
    return await session.get(SignInGuardRecord, name_key(username))


async def live_sessions(session: AsyncSession, account_id: str, now: datetime) -> Sequence[AuthSessionRecord]:
    """Devices signed in now, the latest first."""
    found = await session.scalars(
        select(AuthSessionRecord)
        .where(
            AuthSessionRecord.account_id == account_id,
            AuthSessionRecord.revoked_at.is_(None),
            AuthSessionRecord.expires_at > now,
        )
        .order_by(AuthSessionRecord.last_seen_at.desc(), AuthSessionRecord.id)
    )
    return found.all()


async def revoke(session: AsyncSession, ids: Sequence[str], now: datetime, reason: str) -> None:
    """End sessions."""
    await session.execute(
        update(AuthSessionRecord)
        .where(AuthSessionRecord.id.in_(ids), AuthSessionRecord.revoked_at.is_(None))
        .values(revoked_at=now, revoked_reason=reason)
    )


def log(session: AsyncSession, account_id: str, now: datetime, kind: str, device_name: str, address: str) -> None:
    """Add a line to the account's security log."""
    session.add(
        SecurityEntryRecord(
            id=uuid7(), account_id=account_id, at=now, kind=kind, device_name=device_name, address=address
        )
    )


async def log_page(
    session: AsyncSession, account_id: str, before: str | None, limit: int
) -> Sequence[SecurityEntryRecord]:
    """The log, the latest first, from before entry ``before``."""
    wanted = select(SecurityEntryRecord).where(SecurityEntryRecord.account_id == account_id)
    if before is not None:
        wanted = wanted.where(SecurityEntryRecord.id < before)
    found = await session.scalars(wanted.order_by(SecurityEntryRecord.id.desc()).limit(limit))
    return found.all()
