"""Pulling: what changed for an account since a cursor, or everything as a snapshot, in pages."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.sync import Change, Stream, SyncAnswer
from learnup_desktop.contract.wire import WireModel
from learnup_platform.access import audiences_of
from learnup_platform.db.models_system import SyncChangeRecord
from learnup_platform.modules.sync import queries
from learnup_platform.modules.sync.cursors import Cursor, decode_cursor, scope_of, too_old
from learnup_platform.modules.sync.sources import LongStream, StreamSources
from learnup_platform.modules.sync.versions import of_account, touch
from learnup_platform.principal import Principal

PAGE = 200
SNAPSHOT_PAGE = 1000
"""Entities a page of a snapshot: a school's first pull must fit into the requests a minute has, and half a megabyte of
JSON (a tenth of it on the line) is little enough to be sent again when the line breaks."""
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
    rest = await _visible_keys(session, sources, principal, streams, at.snapshot or "")
    page, more = rest[:SNAPSHOT_PAGE], len(rest) > SNAPSHOT_PAGE
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
    session: AsyncSession, sources: StreamSources, principal: Principal, streams: Sequence[Stream], after: str
) -> list[Key]:
    """A page of what the account sees behind the mark ``after``, and one more when there is more."""
    begun, _, last = after.partition("/")
    keys: list[Key] = []
    for stream in sorted(streams):
        room = SNAPSHOT_PAGE + 1 - len(keys)
        source = sources.get(stream)
        if source is None or stream.value < begun or room <= 0:
            continue
        behind = last if stream.value == begun else ""
        if isinstance(source, LongStream):
            ids = await source.ids_after(session, principal, behind, room)
        else:
            visible = await source.visible_ids(session, principal)
            ids = sorted(entity_id for entity_id in visible if entity_id > behind)[:room]
        keys.extend((stream, entity_id) for entity_id in ids)
    return keys


async def _changes(
    session: AsyncSession, sources: StreamSources, principal: Principal, page: Sequence[tuple[Key, int]]
) -> list[Change]:
    wanted: dict[Stream, list[str]] = {}
    for (stream, entity_id), _ in page:
        wanted.setdefault(stream, []).append(entity_id)
    loaded: dict[Stream, dict[str, WireModel]] = {stream: {} for stream in wanted}
    for stream, ids in wanted.items():
        for start in range(0, len(ids) if stream in sources else 0, PAGE):
            loaded[stream] |= await sources[stream].load(session, principal, ids[start : start + PAGE])
    changes: list[Change] = []
    for (stream, entity_id), version in page:
        entity = loaded[stream].get(entity_id)
        data = entity.to_wire() if entity is not None else None
        changes.append(Change(stream=stream, id=entity_id, version=version, deleted=entity is None, data=data))
    return changes
