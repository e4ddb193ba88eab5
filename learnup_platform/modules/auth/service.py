"""The rules of signing in: locking, rotation of refresh tokens, revoking, passwords.

bcrypt takes a quarter of a second, so nothing here verifies a password while it holds a transaction: look, verify, then
write what came of it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from weakref import WeakValueDictionary

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.auth import Account, LoginRequest, PasswordChange, SessionInfo, TokenPair
from learnup_desktop.contract.codes import ErrorCode
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_people import AccountRecord, AuthSessionRecord
from learnup_platform.events import after_commit
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.auth import queries
from learnup_platform.modules.auth.guards import ALLOWED_FAILURES, refuse_locked, strike
from learnup_platform.modules.auth.passwords import check_password, hash_password, is_weak, needs_rehash
from learnup_platform.modules.auth.tokens import (
    AccessClaims,
    RefreshClaims,
    TokenExpiredError,
    TokenInvalidError,
    make_access_token,
    make_refresh_token,
    read_refresh_token,
)
from learnup_platform.principal import Principal

RETRY_WINDOW = timedelta(seconds=60)
"""How long a refresh may be repeated with the same Idempotency-Key, for a client whose answer was lost on the way."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request came from."""

    address: str
    key: str | None = None


def account_model(record: AccountRecord) -> Account:
    """The account as its owner sees it."""
    return Account(
        id=record.id,
        username=record.username,
        name=record.name,
        role=record.role,
        language=record.language,
        index_number=record.index_number,
        grade=record.grade,
        medium=record.medium,
        email=record.email,
        email_verified=record.email_verified_at is not None,
        face_enrolled=record.face_enrolled,
    )


class SignIn:
    """Signing in by password. One name at a time, so that guesses sent together are still counted one by one."""

    def __init__(self) -> None:
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def login(self, context: PlatformContext, request: LoginRequest, origin: Origin) -> TokenPair:
        """A new session for the right password.

        Raises:
            PlatformFault: 401 ``auth.wrong_password``, or 423 ``auth.locked`` with ``until``.
        """
        async with self._turn(request.username):
            now = context.clock.utc_now()
            async with context.database.transaction(write=False) as session:
                refuse_locked(await queries.guard(session, request.username), now)
                account = await queries.account_by_username(session, request.username)
            rounds = context.settings.bcrypt_salt_rounds
            hashed = account.password_hash if account is not None else None
            fits = await check_password(request.password, hashed, rounds)
            if account is None or not fits:
                await _count_failure(context, request, account, origin)
                raise AssertionError("a failure is always refused")
            fresh_hash = (
                await hash_password(request.password, rounds) if needs_rehash(account.password_hash, rounds) else None
            )
            async with context.database.transaction() as session:
                answer = await _open_session(session, context, account.id, fresh_hash, request, origin)
        context.metrics.sign_ins.labels("ok").inc()
        return answer

    @asynccontextmanager
    async def _turn(self, username: str) -> AsyncIterator[None]:
        lock = self._turns.setdefault(queries.name_key(username), asyncio.Lock())
        async with lock:
            yield


async def refresh(session: AsyncSession, context: PlatformContext, token: str, origin: Origin) -> TokenPair:
    """The next pair. The token presented is spent; presenting a spent one ends the session.

    Raises:
        PlatformFault: 401 ``auth.session_revoked`` or ``auth.refresh_reused``.
    """
    now = context.clock.utc_now()
    try:
        claims = read_refresh_token(context.keys, token, now)
    except (TokenExpiredError, TokenInvalidError) as error:
        raise PlatformFault(401, ErrorCode.AUTH_SESSION_REVOKED) from error
    device = await session.get(AuthSessionRecord, claims.session_id)
    if device is None or device.revoked_at is not None or device.expires_at <= now:
        raise PlatformFault(401, ErrorCode.AUTH_SESSION_REVOKED)
    account = await session.get_one(AccountRecord, device.account_id)
    if not account.active:
        raise PlatformFault(401, ErrorCode.AUTH_SESSION_REVOKED)
    if claims.refresh_id != device.refresh_id and not _is_retry(device, claims, origin, now):
        await end_sessions(session, context, [device.id], "refresh_reused")
        queries.log(session, account.id, now, "refresh_reused", device.device_name, origin.address)
        raise PlatformFault(401, ErrorCode.AUTH_REFRESH_REUSED, keep=True)
    if claims.refresh_id == device.refresh_id:
        device.previous_refresh_id, device.refresh_id = device.refresh_id, uuid7()
        device.refresh_key, device.refreshed_at = origin.key, now
        device.expires_at = now + timedelta(seconds=context.settings.jwt_refresh_expires_in)
    device.last_seen_at = now
    return _pair(context, account, device, now)


async def logout(session: AsyncSession, context: PlatformContext, principal: Principal, origin: Origin) -> None:
    """End this device's session."""
    now = context.clock.utc_now()
    device = await session.get_one(AuthSessionRecord, principal.session_id)
    await queries.revoke(session, [device.id], now, "logout")
    queries.log(session, principal.account_id, now, "sign_out", device.device_name, origin.address)


async def sessions(session: AsyncSession, context: PlatformContext, principal: Principal) -> list[SessionInfo]:
    """Devices of the account that are signed in now."""
    found = await queries.live_sessions(session, principal.account_id, context.clock.utc_now())
    return [
        SessionInfo(
            id=device.id,
            device_name=device.device_name,
            created_at=device.created_at,
            last_seen_at=max(device.last_seen_at, context.presence.last_seen(device.id) or device.last_seen_at),
            current=device.id == principal.session_id,
        )
        for device in found
    ]


async def end_session(
    session: AsyncSession, context: PlatformContext, principal: Principal, session_id: str, origin: Origin
) -> None:
    """Sign another (or this) device of the account out.

    Raises:
        PlatformFault: 404.
    """
    device = await session.get(AuthSessionRecord, session_id)
    if device is None or device.account_id != principal.account_id or device.revoked_at is not None:
        raise not_found()
    await end_sessions(session, context, [device.id], "revoked")
    now = context.clock.utc_now()
    queries.log(session, principal.account_id, now, "device_signed_out", device.device_name, origin.address)


async def change_password(
    context: PlatformContext, principal: Principal, change: PasswordChange, origin: Origin
) -> None:
    """Set a new password and sign every other device out.

    Raises:
        PlatformFault: 401 ``auth.wrong_password``, 422 ``auth.weak_password``, 423 ``auth.locked``.
    """
    now, rounds = context.clock.utc_now(), context.settings.bcrypt_salt_rounds
    async with context.database.transaction(write=False) as session:
        refuse_locked(await queries.guard(session, principal.username), now)
        account = await session.get_one(AccountRecord, principal.account_id)
    if not await check_password(change.current_password, account.password_hash, rounds):
        device = LoginRequest(username=account.username, password="-", device_id=principal.device_id)
        await _count_failure(context, device, account, origin)
    if is_weak(change.new_password, account.username, account.name):
        raise PlatformFault(422, ErrorCode.AUTH_WEAK_PASSWORD)
    hashed = await hash_password(change.new_password, rounds)
    async with context.database.transaction() as session:
        account = await session.get_one(AccountRecord, principal.account_id)
        account.password_hash = hashed
        others = await queries.live_sessions(session, account.id, now)
        await end_sessions(
            session, context, [device.id for device in others if device.id != principal.session_id], "password_changed"
        )
        queries.log(session, account.id, now, "password_changed", "", origin.address)


async def _count_failure(
    context: PlatformContext, request: LoginRequest, account: AccountRecord | None, origin: Origin
) -> None:
    """Count a wrong password and refuse, with 423 when it was one too many."""
    now = context.clock.utc_now()
    async with context.database.transaction() as session:
        guard = await strike(session, request.username, now)
        if account is not None:
            kind = "locked" if guard.locked_until is not None else "wrong_password"
            queries.log(session, account.id, now, kind, request.device_name, origin.address)
    context.metrics.sign_ins.labels("refused").inc()
    refuse_locked(guard, now)
    raise PlatformFault(401, ErrorCode.AUTH_WRONG, details={"attemptsLeft": ALLOWED_FAILURES - guard.failures})


async def _open_session(
    session: AsyncSession,
    context: PlatformContext,
    account_id: str,
    fresh_hash: str | None,
    request: LoginRequest,
    origin: Origin,
) -> TokenPair:
    now = context.clock.utc_now()
    guard = await queries.guard(session, request.username)
    if guard is not None:
        refuse_locked(guard, now)
        await session.delete(guard)
    account = await session.get_one(AccountRecord, account_id)
    if fresh_hash is not None:
        account.password_hash = fresh_hash
    device = AuthSessionRecord(
        id=uuid7(),
        account_id=account.id,
        device_id=request.device_id,
        device_name=request.device_name,
        created_at=now,
        last_seen_at=now,
        expires_at=now + timedelta(seconds=context.settings.jwt_refresh_expires_in),
        refresh_id=uuid7(),
        refreshed_at=now,
    )
    session.add(device)
    queries.log(session, account.id, now, "sign_in", request.device_name, origin.address)
    return _pair(context, account, device, now)


def _is_retry(device: AuthSessionRecord, claims: RefreshClaims, origin: Origin, now: datetime) -> bool:
    return (
        origin.key is not None
        and origin.key == device.refresh_key
        and claims.refresh_id == device.previous_refresh_id
        and now - device.refreshed_at <= RETRY_WINDOW
    )


async def end_sessions(session: AsyncSession, context: PlatformContext, ids: list[str], reason: str) -> None:
    """Revoke sessions; their devices are told after the commit."""
    await queries.revoke(session, ids, context.clock.utc_now(), reason)
    for session_id in ids:
        after_commit(session, partial(context.realtime.end_session, session_id))


def _pair(context: PlatformContext, account: AccountRecord, device: AuthSessionRecord, now: datetime) -> TokenPair:
    seconds = context.settings.jwt_expires_in
    return TokenPair(
        access_token=make_access_token(
            context.keys, AccessClaims(account.id, device.id), account.role.value, now, seconds
        ),
        refresh_token=make_refresh_token(context.keys, RefreshClaims(device.id, device.refresh_id), device.expires_at),
        expires_in=seconds,
        account=account_model(account),
    )
