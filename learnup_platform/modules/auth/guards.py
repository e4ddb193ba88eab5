"""Counting wrong passwords and codes, and locking a name after too many of them."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.wire import wire_time
from learnup_platform.db.models_people import SignInGuardRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.auth import queries

ALLOWED_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)


def refuse_locked(guard: SignInGuardRecord | None, now: datetime) -> None:
    """Nothing, or the refusal of a locked name.

    Raises:
        PlatformFault: 423 ``auth.locked`` with ``until``.
    """
    if guard is not None and guard.locked_until is not None and guard.locked_until > now:
        wait = max(1, round((guard.locked_until - now).total_seconds()))
        raise PlatformFault(
            423,
            ErrorCode.AUTH_LOCKED,
            details={"until": wire_time(guard.locked_until)},
            headers={"Retry-After": str(wait)},
        )


async def strike(session: AsyncSession, name: str, now: datetime) -> SignInGuardRecord:
    """Count one more failure of ``name``; its guard, locked when that was one too many."""
    guard = await queries.guard(session, name)
    if guard is None:
        guard = SignInGuardRecord(name_hash=queries.name_key(name), failures=0, last_failure_at=now)
        session.add(guard)
    if guard.locked_until is not None and guard.locked_until <= now:
        guard.failures, guard.locked_until = 0, None
    guard.failures += 1
    guard.last_failure_at = now
    if guard.failures >= ALLOWED_FAILURES:
        guard.locked_until = now + LOCKED_FOR
    return guard
