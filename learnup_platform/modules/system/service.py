"""Whether the platform's parts work, and tidying up what need not be kept."""

from datetime import timedelta

from sqlalchemy import delete, text
from sqlalchemy.exc import SQLAlchemyError

from learnup_desktop.contract.system import DemoAccount, Health, WellKnown
from learnup_desktop.contract.wire import CONTRACT_VERSION
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_people import AuthSessionRecord, SignInGuardRecord
from learnup_platform.http.idempotency import forget_old_answers
from learnup_platform.modules.sync.service import forget_old_changes
from learnup_platform.storage import MissingFileError, StorageFault

OK, FAILING, UNUSED = "ok", "failing", "unused"
SESSIONS_KEPT = timedelta(days=90)
"""How long an ended session stays in the list that explains the security log."""


async def health(context: PlatformContext) -> Health:
    """What works; ``status`` is ``ok`` only if all that is used does."""
    parts = {
        "database": await _database_state(context),
        "redis": await _redis_state(context),
        "storage": await _storage_state(context),
    }
    return Health(status=FAILING if FAILING in parts.values() else OK, **parts)


def well_known(context: PlatformContext) -> WellKnown:
    """Who this platform is. Only a demo platform lists accounts."""
    accounts: list[DemoAccount] = []
    if context.settings.demo:
        from learnup_platform.demo.people import listed_accounts

        accounts = listed_accounts()
    return WellKnown(
        product="learnup",
        name=f"{context.settings.platform_name} (demo)" if context.settings.demo else context.settings.platform_name,
        contract_version=CONTRACT_VERSION,
        minimum_client_version=context.settings.minimum_client_version,
        signing_key_id=context.keys.key_id,
        signing_key=context.keys.public_key,
        upload_limit_bytes=context.settings.max_file_size,
        time_zone="Asia/Colombo" if context.settings.demo else "",
        demo_accounts=accounts,
    )


async def write_presence(context: PlatformContext) -> None:
    """Write when devices were last seen."""
    await context.presence.flush(context.database)


async def drop_ended_connections(context: PlatformContext) -> None:
    """Let go of Socket.IO connections whose session has ended."""
    await context.realtime.drop_ended(context)


async def tidy_up(context: PlatformContext) -> None:
    """Forget kept answers, old guards, long-ended sessions and old changes."""
    now = context.clock.utc_now()
    async with context.database.transaction() as session:
        await forget_old_answers(session, now)
        await forget_old_changes(session, now)
        await session.execute(
            delete(SignInGuardRecord).where(SignInGuardRecord.last_failure_at < now - timedelta(days=1))
        )
        await session.execute(delete(AuthSessionRecord).where(AuthSessionRecord.expires_at < now - SESSIONS_KEPT))


async def _database_state(context: PlatformContext) -> str:
    try:
        async with context.database.transaction(write=False) as session:
            await session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return FAILING
    return OK


async def _redis_state(context: PlatformContext) -> str:
    try:
        return OK if await context.limiter.check() else UNUSED
    except ConnectionError:
        return FAILING


async def _storage_state(context: PlatformContext) -> str:
    try:
        await context.files.check()
    except (StorageFault, MissingFileError):
        return FAILING
    return OK
