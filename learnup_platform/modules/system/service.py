"""Whether the platform's parts work, and tidying up what need not be kept."""

from datetime import datetime, timedelta

from sqlalchemy import delete, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.system import CrashReport, DemoAccount, ErrorEntry, Health, SystemSettings, WellKnown
from learnup_desktop.contract.wire import CONTRACT_VERSION
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_people import AuthSessionRecord, SignInGuardRecord
from learnup_platform.db.models_system import ErrorReportRecord
from learnup_platform.http.idempotency import forget_old_answers
from learnup_platform.modules.auth.codes import forget_old_codes
from learnup_platform.modules.sync.service import forget_old_changes
from learnup_platform.principal import Principal
from learnup_platform.storage import MissingFileError, StorageFault

OK, FAILING, UNUSED = "ok", "failing", "unused"
SESSIONS_KEPT = timedelta(days=90)
"""How long an ended session stays in the list that explains the security log."""
REPORTS_KEPT = timedelta(days=90)


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


def effective_settings(context: PlatformContext) -> SystemSettings:
    """What is in force, without secrets."""
    settings = context.settings
    return SystemSettings(
        platform_name=settings.platform_name,
        minimum_client_version=settings.minimum_client_version,
        database=context.database.engine.dialect.name,
        storage=context.files.name,
        shares_counters=settings.redis_host is not None,
        sends_email=settings.email_enabled,
        access_token_seconds=settings.jwt_expires_in,
        refresh_token_seconds=settings.jwt_refresh_expires_in,
        requests_per_window=settings.requests_per_window,
        window_seconds=settings.rate_limit_ttl,
        upload_limit_bytes=settings.max_file_size,
        face_threshold=settings.face_threshold,
    )


def keep_crash(session: AsyncSession, principal: Principal, report: CrashReport, now: datetime) -> None:
    """Keep a client's crash report."""
    session.add(
        ErrorReportRecord(
            id=uuid7(),
            account_id=principal.account_id,
            client_version=report.client_version,
            system=report.system,
            message=report.message,
            trace=report.trace,
            happened_at=report.happened_at,
            received_at=now,
        )
    )


def error_entry(record: ErrorReportRecord) -> ErrorEntry:
    """A kept report as an administrator sees it."""
    return ErrorEntry(
        id=record.id,
        account_id=record.account_id,
        client_version=record.client_version,
        system=record.system,
        message=record.message,
        trace=record.trace,
        happened_at=record.happened_at,
        received_at=record.received_at,
    )


async def write_presence(context: PlatformContext) -> None:
    """Write when devices were last seen."""
    await context.presence.flush(context.database)


async def drop_ended_connections(context: PlatformContext) -> None:
    """Let go of Socket.IO connections whose session has ended."""
    await context.realtime.drop_ended(context)


async def tidy_up(context: PlatformContext) -> None:
    """Forget kept answers, codes, crash reports, old guards, long-ended sessions and old changes."""
    now = context.clock.utc_now()
    async with context.database.transaction() as session:
        await forget_old_answers(session, now)
        await forget_old_changes(session, now)
        await forget_old_codes(session, now)
        await session.execute(delete(ErrorReportRecord).where(ErrorReportRecord.received_at < now - REPORTS_KEPT))
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
