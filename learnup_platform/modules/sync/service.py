"""Pulling: what changed for an account since a cursor, or everything as a snapshot, in pages."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.sync import Change, Stream, SyncAnswer
from learnup_platform.access import audiences_of
from learnup_platform.db.models_system import SyncChangeRecord
from learnup_platform.modules.sync import queries
from learnup_platform.modules.sync.cursors import Cursor, decode_cursor, scope_of, too_old
from learnup_platform.modules.sync.sources import StreamSources
from learnup_platform.modules.sync.versions import of_account, touch
from learnup_platform.principal import Principal

PAGE = 200
CHANGES_KEPT = timedelta(days=60)
"""How long a client may be away and still catch up by changes."""

Key = tuple[Stream, str]


async def pull(
    session: AsyncSession, sources: StreamSources, principal: Principal, streams: Sequence[Stream], cursor: str | None
) -> SyncAnswer:
    """The next page of changes after ``cursor``; without one, or in the middle of a snapshot, of the snapshot.

    Raises:
        PlatformFault: 410 ``sync.cursor_too_old``.
    """
    if cursor is None:
        return await snapshot(session, sources, principal, streams, None)
    state = await queries.state(session)
    scope = scope_of(state.epoch, principal.account_id, streams)
    at = decode_cursor(cursor)
    if at.scope != scope or not state.floor <= at.sequence <= state.sequence:
        raise too_old()
    if at.snapshot is not None:
        return await snapshot(session, sources, principal, streams, cursor)
    audiences = await audiences_of(session, principal)
    found = await queries.changes_after(session, audiences, [stream.value for stream in streams], at.sequence, PAGE + 1)
    page = [((Stream(stream), entity_id), place) for stream, entity_id, place in found[:PAGE]]
    more = len(found) > PAGE
    reached = page[-1][1] if more else state.sequence
    changes = await _changes(session, sources, principal, page)
    return SyncAnswer(changes=changes, cursor=Cursor(reached, scope).encode(), has_more=more)


async def snapshot(
    session: AsyncSession, sources: StreamSources, principal: Principal, streams: Sequence[Stream], cursor: str | None
) -> SyncAnswer:
    """The next page of everything the account sees. What changes meanwhile comes with the pull after the last page.

    Raises:
        PlatformFault: 410, the snapshot was begun too long ago or on another database.
    """
    state = await queries.state(session)
    scope = scope_of(state.epoch, principal.account_id, streams)
    at = decode_cursor(cursor) if cursor is not None else Cursor(state.sequence, scope, "")
    if at.scope != scope or not state.floor <= at.sequence <= state.sequence:
        raise too_old()
    keys = await _visible_keys(session, sources, principal, streams)
    rest = [key for key in keys if _mark(key) > (at.snapshot or "")]
    page, more = rest[:PAGE], len(rest) > PAGE
    changes = await _changes(session, sources, principal, [(key, at.sequence) for key in page])
    following = Cursor(at.sequence, scope, _mark(page[-1]) if more else None)
    present = [change for change in changes if not change.deleted]
    return SyncAnswer(changes=present, cursor=following.encode(), has_more=more)


async def touch_class_for(session: AsyncSession, sources: StreamSources, class_id: str, account_id: str) -> None:
    """Everything of a class is news to somebody who joins or leaves it."""
    for stream, source in sources.items():
        for entity_id in await source.ids_of_class(session, class_id):
            touch(session, stream, entity_id, of_account(account_id))


async def forget_old_changes(session: AsyncSession, now: datetime) -> None:
    """Forget changes that are kept long enough."""
    newest = await session.scalar(
        select(func.max(SyncChangeRecord.sequence)).where(SyncChangeRecord.changed_at < now - CHANGES_KEPT)
    )
    if newest is not None:
        await queries.forget_through(session, newest)


def _mark(key: Key) -> str:
    return f"{key[0].value}/{key[1]}"


async def _visible_keys(
    session: AsyncSession, sources: StreamSources, principal: Principal, streams: Sequence[Stream]
) -> list[Key]:
    keys: list[Key] = []
    for stream in streams:
        if source := sources.get(stream):
            keys.extend((stream, entity_id) for entity_id in await source.visible_ids(session, principal))
    return sorted(keys, key=_mark)


async def _changes(
    session: AsyncSession, sources: StreamSources, principal: Principal, page: Sequence[tuple[Key, int]]
) -> list[Change]:
    wanted: dict[Stream, list[str]] = {}
    for (stream, entity_id), _ in page:
        wanted.setdefault(stream, []).append(entity_id)
    loaded = {
        stream: await sources[stream].load(session, principal, ids) if stream in sources else {}
        for stream, ids in wanted.items()
    }
    changes: list[Change] = []
    for (stream, entity_id), version in page:
        entity = loaded[stream].get(entity_id)
        data = entity.to_wire() if entity is not None else None
        changes.append(Change(stream=stream, id=entity_id, version=version, deleted=entity is None, data=data))
    return changes
