"""``GET /api/v1/sync`` and ``GET /api/v1/sync/snapshot``."""

from typing import Annotated

from fastapi import Query

from learnup_desktop.contract import routes
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.sync import Stream, SyncAnswer
from learnup_platform.http.dependencies import Context, CurrentAccount, Session
from learnup_platform.http.errors import PlatformFault
from learnup_platform.http.route import platform_router
from learnup_platform.modules.sync import service

router = platform_router("sync")

StreamsParameter = Annotated[str | None, Query(description="Streams separated by commas; all when left out.")]


def _streams(text: str | None) -> list[Stream]:
    """The streams asked for. Unknown names are left out: a newer client may know streams this platform does not."""
    if not text:
        return list(Stream)
    known = {stream.value: stream for stream in Stream}
    chosen = {known[name.strip()] for name in text.split(",") if name.strip() in known}
    if not chosen:
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": [{"field": "query.streams"}]})
    return sorted(chosen)


@router.get(routes.SYNC)
async def sync(
    session: Session,
    context: Context,
    principal: CurrentAccount,
    streams: StreamsParameter = None,
    cursor: str | None = None,
) -> SyncAnswer:
    """What changed since ``cursor``; without one everything. 410 when the cursor is too old: take a snapshot."""
    return await service.pull(session, context.sources, principal, _streams(streams), cursor or None)


@router.get(routes.SYNC_SNAPSHOT)
async def sync_snapshot(
    session: Session,
    context: Context,
    principal: CurrentAccount,
    streams: StreamsParameter = None,
    cursor: str | None = None,
) -> SyncAnswer:
    """Everything the account sees; with ``hasMore`` the next page by ``cursor``, here or at ``sync``."""
    return await service.snapshot(session, context.sources, principal, _streams(streams), cursor or None)
