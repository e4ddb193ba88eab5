"""How a service says that an entity has changed, and for whom.

A change is noted for *audiences*: an account, a class (students and staff), the staff of a class, everyone. Pulls read
the changes of the audiences the account belongs to; what the entity looks like is loaded then, by the stream's source,
which also judges visibility. So a touch too many costs a little traffic and never leaks anything.

The places in the sequence are given out at the very end of the transaction, under the lock of the one ``sync_state``
row: sequence order is commit order, and a pull can never step over a change that was still being written.
"""

from datetime import UTC, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.realtime import ServerEvent, SyncHint
from learnup_desktop.contract.sync import Stream
from learnup_platform.db.models_system import SyncChangeRecord, SyncStateRecord
from learnup_platform.events import publish

STATE_ID = 1
EVERYONE = "everyone"


def of_account(account_id: str) -> str:
    """The audience of one account (also the room of its devices)."""
    return f"user:{account_id}"


def of_class(class_id: str) -> str:
    """The audience of a class: its students and its teacher."""
    return f"class:{class_id}"


def of_staff(class_id: str) -> str:
    """The audience of those who teach a class."""
    return f"staff:{class_id}"


_Touched = dict[tuple[Stream, str, str], None]


def _touched(session: AsyncSession) -> _Touched:
    touched: _Touched = session.info.setdefault("learnup_touched", {})
    return touched


def touch(session: AsyncSession, stream: Stream, entity_id: str, *audiences: str) -> None:
    """Note that ``entity_id`` of ``stream`` was made, changed or deleted, for ``audiences``; takes effect at commit."""
    touched = _touched(session)
    for audience in audiences:
        key = (stream, entity_id, audience)
        touched.pop(key, None)
        touched[key] = None


async def record_touched(session: AsyncSession) -> None:
    """Write what was touched and queue the hints; the last thing before every commit."""
    await session.flush()
    touched = list(_touched(session))
    _touched(session).clear()
    if not touched:
        return
    taken = (
        update(SyncStateRecord)
        .where(SyncStateRecord.id == STATE_ID)
        .values(sequence=SyncStateRecord.sequence + len(touched))
        .returning(SyncStateRecord.sequence)
    )
    last = (await session.execute(taken, execution_options={"synchronize_session": False})).scalar_one()
    now = datetime.now(UTC)
    rows: list[dict[str, object]] = [
        {"stream": stream.value, "entity_id": entity_id, "audience": audience, "sequence": sequence, "changed_at": now}
        for sequence, (stream, entity_id, audience) in enumerate(touched, last - len(touched) + 1)
    ]
    for start in range(0, len(rows), 500):
        await _replace(session, rows[start : start + 500])
    _queue_hints(session, touched)


async def ensure_state(session: AsyncSession) -> None:
    """Make the one row of ``sync_state`` if this database is new."""
    if await session.scalar(select(SyncStateRecord.id).where(SyncStateRecord.id == STATE_ID)) is None:
        await session.execute(insert(SyncStateRecord).values(id=STATE_ID, epoch=uuid7(), sequence=0, floor=0))


async def _replace(session: AsyncSession, rows: list[dict[str, object]]) -> None:
    """Insert, or give the change that is there its new place."""
    table = SyncChangeRecord.__table__
    keys = [table.c.stream, table.c.entity_id, table.c.audience]
    if session.get_bind().dialect.name == "postgresql":
        into_postgresql = postgresql.insert(SyncChangeRecord)
        fresh = {name: into_postgresql.excluded[name] for name in ("sequence", "changed_at")}
        await session.execute(into_postgresql.on_conflict_do_update(index_elements=keys, set_=fresh), rows)
        return
    into_sqlite = sqlite.insert(SyncChangeRecord)
    fresh = {name: into_sqlite.excluded[name] for name in ("sequence", "changed_at")}
    await session.execute(into_sqlite.on_conflict_do_update(index_elements=keys, set_=fresh), rows)


def _queue_hints(session: AsyncSession, touched: list[tuple[Stream, str, str]]) -> None:
    streams_of: dict[str, set[Stream]] = {}
    for stream, _, audience in touched:
        streams_of.setdefault(audience, set()).add(stream)
    for audience, streams in streams_of.items():
        publish(session, audience, ServerEvent.SYNC, SyncHint(streams=sorted(streams)))
