"""Codes sent by e-mail: a lost password, and proof that an address is somebody's.

A code is ten characters of Crockford's base32 (50 bits), so that it can be read out and typed, lives for half an hour
and works once; the database keeps only a keyed digest of it. Guesses are counted like wrong passwords, but apart from
them: who locks an account by guessing its password must not lock its owner out of getting a new one.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.auth import Account, EmailVerification, PasswordForgotten, PasswordReset
from learnup_desktop.contract.codes import ErrorCode
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_people import AccountCodeRecord, AccountRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.keys import PlatformKeys
from learnup_platform.mail import post
from learnup_platform.modules.auth import letters, queries, service
from learnup_platform.modules.auth.guards import ALLOWED_FAILURES, refuse_locked, strike
from learnup_platform.modules.auth.passwords import hash_password, is_weak
from learnup_platform.modules.auth.service import Origin
from learnup_platform.principal import Principal

CODE_LIFE = timedelta(minutes=30)
CODES_AN_HOUR = 3
"""More are asked for by a machine or by somebody who wants to annoy."""

RESET, VERIFY = "password_reset", "email_verify"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 10
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


async def send_reset_code(context: PlatformContext, request: PasswordForgotten, origin: Origin) -> None:
    """Send a code to every account of that name or address that has an address; nobody is told if there was one."""
    now = context.clock.utc_now()
    async with context.database.transaction() as session:
        for account in await queries.accounts_by_name_or_email(session, request.username):
            if await _send(session, context, account, RESET, now):
                queries.log(session, account.id, now, "password_reset_asked", "", origin.address)


async def reset_password(context: PlatformContext, request: PasswordReset, origin: Origin) -> None:
    """Set a new password by a code; every device is signed out and a lock of the name is lifted.

    Raises:
        PlatformFault: 422 ``auth.code_wrong`` or ``auth.weak_password``, 423 ``auth.locked``.
    """
    now, guarded = context.clock.utc_now(), f"{RESET}:{request.username}"
    async with context.database.transaction(write=False) as session:
        refuse_locked(await queries.guard(session, guarded), now)
        account = await queries.account_by_username(session, request.username)
        if account is not None and await _standing(session, context.keys, account, RESET, request.code, now) is None:
            account = None
    if account is None:
        await _refuse_code(context, guarded, now)
        raise AssertionError("a wrong code is always refused")
    if is_weak(request.new_password, account.username, account.name):
        raise PlatformFault(422, ErrorCode.AUTH_WEAK_PASSWORD)
    hashed = await hash_password(request.new_password, context.settings.bcrypt_salt_rounds)
    async with context.database.transaction() as session:
        account = await session.get_one(AccountRecord, account.id)
        code = await _standing(session, context.keys, account, RESET, request.code, now)
        if code is None:  # its twin was quicker
            raise PlatformFault(422, ErrorCode.AUTH_CODE_WRONG)
        code.used_at, account.password_hash = now, hashed
        if code.email == account.email:
            account.email_verified_at = account.email_verified_at or now
        for name in (guarded, request.username):
            guard = await queries.guard(session, name)
            if guard is not None:
                await session.delete(guard)
        devices = await queries.live_sessions(session, account.id, now)
        await service.end_sessions(session, context, [device.id for device in devices], "password_reset")
        queries.log(session, account.id, now, "password_reset", "", origin.address)


async def verify_email(
    context: PlatformContext, principal: Principal, request: EmailVerification, origin: Origin
) -> Account:
    """Without a code: send one to the account's address. With the right one: the address is proved.

    Raises:
        PlatformFault: 409 ``auth.no_email``, 422 ``auth.code_wrong``, 423 ``auth.locked``.
    """
    now, guarded = context.clock.utc_now(), f"{VERIFY}:{principal.username}"
    async with context.database.transaction() as session:
        account = await session.get_one(AccountRecord, principal.account_id)
        if account.email is None:
            raise PlatformFault(409, ErrorCode.AUTH_NO_EMAIL)
        if request.code is None:
            await _send(session, context, account, VERIFY, now)
            return service.account_model(account)
        refuse_locked(await queries.guard(session, guarded), now)
        code = await _standing(session, context.keys, account, VERIFY, request.code, now)
        if code is not None and code.email == account.email:
            code.used_at, account.email_verified_at = now, now
            queries.log(session, account.id, now, "email_verified", "", origin.address)
            return service.account_model(account)
    await _refuse_code(context, guarded, now)
    raise AssertionError("a wrong code is always refused")


async def forget_old_codes(session: AsyncSession, now: datetime) -> None:
    """Delete codes that are long past; those of the last hour are still counted."""
    await session.execute(delete(AccountCodeRecord).where(AccountCodeRecord.expires_at < now - timedelta(hours=1)))


def make_code() -> str:
    """A fresh code, as it is written in the letter: ``K7Q2M-XW9TA``."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return f"{code[:5]}-{code[5:]}"


def digest(keys: PlatformKeys, purpose: str, account_id: str, code: str) -> str:
    """What is kept of a code: however it was typed, and worth nothing without the platform's secret."""
    text = f"{purpose}:{account_id}:{code.upper().translate(_READ_AS)}"
    return hmac.new(keys.access_secret, text.encode(), hashlib.sha256).hexdigest()


async def _send(
    session: AsyncSession, context: PlatformContext, account: AccountRecord, purpose: str, now: datetime
) -> bool:
    if account.email is None or await _sent_lately(session, account.id, purpose, now) >= CODES_AN_HOUR:
        return False
    code = make_code()
    session.add(
        AccountCodeRecord(
            digest=digest(context.keys, purpose, account.id, code),
            account_id=account.id,
            purpose=purpose,
            email=account.email,
            created_at=now,
            expires_at=now + CODE_LIFE,
        )
    )
    compose = letters.reset_letter if purpose == RESET else letters.verify_letter
    subject, body = compose(account, code, context.settings.platform_name, CODE_LIFE)
    post(session, account.email, subject, body, now)
    return True


async def _sent_lately(session: AsyncSession, account_id: str, purpose: str, now: datetime) -> int:
    wanted = select(func.count()).where(
        AccountCodeRecord.account_id == account_id,
        AccountCodeRecord.purpose == purpose,
        AccountCodeRecord.created_at > now - timedelta(hours=1),
    )
    return (await session.scalar(wanted)) or 0


async def _standing(
    session: AsyncSession, keys: PlatformKeys, account: AccountRecord, purpose: str, code: str, now: datetime
) -> AccountCodeRecord | None:
    record = await session.get(AccountCodeRecord, digest(keys, purpose, account.id, code))
    return record if record is not None and record.used_at is None and record.expires_at > now else None


async def _refuse_code(context: PlatformContext, guarded: str, now: datetime) -> None:
    async with context.database.transaction() as session:
        guard = await strike(session, guarded, now)
    refuse_locked(guard, now)
    raise PlatformFault(422, ErrorCode.AUTH_CODE_WRONG, details={"attemptsLeft": ALLOWED_FAILURES - guard.failures})
