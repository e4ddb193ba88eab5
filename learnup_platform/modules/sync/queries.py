"""SQL of the change sequence."""

from collections.abc import Sequence

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_platform.db.models_system import SyncChangeRecord, SyncStateRecord
from learnup_platform.modules.sync.versions import STATE_ID


async def state(session: AsyncSession) -> SyncStateRecord:
    """Where the sequence stands."""
    return await session.get_one(SyncStateRecord, STATE_ID)


async def changes_after(
    session: AsyncSession, audiences: Sequence[str], streams: Sequence[str], sequence: int, limit: int
) -> list[tuple[str, str, int]]:
    """Stream, id and sequence of what changed for any of ``audiences``, each entity once, in sequence order."""
    latest = func.max(SyncChangeRecord.sequence)
    found = await session.execute(
        select(SyncChangeRecord.stream, SyncChangeRecord.entity_id, latest)
        .where(
            SyncChangeRecord.audience.in_(audiences),
            SyncChangeRecord.stream.in_(streams),
            SyncChangeRecord.sequence > sequence,
        )
        .group_by(SyncChangeRecord.stream, SyncChangeRecord.entity_id)
        .order_by(latest)
        .limit(limit)
    )
    return [(stream, entity_id, int(place)) for stream, entity_id, place in found]


async def forget_through(session: AsyncSession, sequence: int) -> None:
    """Forget changes up to ``sequence``; older cursors get 410 from now on."""
    await session.execute(delete(SyncChangeRecord).where(SyncChangeRecord.sequence <= sequence))
    await session.execute(update(SyncStateRecord).where(SyncStateRecord.id == STATE_ID).values(floor=sequence))
