"""The ``recordings`` stream."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.recordings import Recording
from learnup_platform.db.models_academic import MaterialRecord
from learnup_platform.db.models_seminars import RecordingRecord
from learnup_platform.modules.recordings import queries, views
from learnup_platform.principal import Principal


class RecordingSource:
    """``recordings``, by the id of their material."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        wanted = queries.recordings_visible(principal, datetime.now(UTC))
        return (await session.scalars(wanted.with_only_columns(MaterialRecord.id))).all()

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, Recording]:
        """See ``StreamSource``."""
        wanted = queries.recordings_visible(principal, datetime.now(UTC)).where(MaterialRecord.id.in_(ids))
        return {row[0].id: views.recording(row) for row in (await session.execute(wanted)).all()}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        wanted = (
            select(RecordingRecord.material_id)
            .join(MaterialRecord, MaterialRecord.id == RecordingRecord.material_id)
            .where(MaterialRecord.class_id == class_id)
        )
        return (await session.scalars(wanted)).all()
