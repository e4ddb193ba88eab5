"""The ``seminars`` stream."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.recordings import Seminar
from learnup_platform.db.models_seminars import SeminarRecord
from learnup_platform.modules.seminars import queries, views
from learnup_platform.principal import Principal


class SeminarSource:
    """``seminars``."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        wanted = queries.seminars_visible(principal)
        return (await session.scalars(wanted.with_only_columns(SeminarRecord.id))).all()

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, Seminar]:
        """See ``StreamSource``."""
        rows = await session.execute(queries.seminars_visible(principal).where(SeminarRecord.id.in_(ids)))
        return {row[0].id: views.seminar(row) for row in rows.all()}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        return (await session.scalars(select(SeminarRecord.id).where(SeminarRecord.class_id == class_id))).all()
