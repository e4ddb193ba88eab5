"""The ``materials`` stream: what the classes have, and what the account has bought."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.classes import Material
from learnup_platform.db.models_academic import MaterialRecord
from learnup_platform.db.models_materials import PurchaseRecord
from learnup_platform.modules.materials import queries, views
from learnup_platform.principal import Principal


class MaterialSource:
    """``materials``; a ``LongStream``."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        now = datetime.now(UTC)
        of_classes = queries.materials_visible(principal, now).with_only_columns(MaterialRecord.id)
        bought = queries.owned(principal, now).with_only_columns(PurchaseRecord.id)
        return [*(await session.scalars(of_classes)), *(await session.scalars(bought))]

    async def ids_after(self, session: AsyncSession, principal: Principal, after: str, limit: int) -> Sequence[str]:
        """See ``LongStream``."""
        now = datetime.now(UTC)
        wanted = queries.materials_visible(principal, now).where(MaterialRecord.id > after)
        ordered = wanted.with_only_columns(MaterialRecord.id).order_by(None).order_by(MaterialRecord.id).limit(limit)
        bought = queries.owned(principal, now).where(PurchaseRecord.id > after).with_only_columns(PurchaseRecord.id)
        ids = [*(await session.scalars(ordered)), *(await session.scalars(bought.limit(limit)))]
        return sorted(ids)[:limit]

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, Material]:
        """See ``StreamSource``."""
        now = datetime.now(UTC)
        of_classes = await session.scalars(queries.materials_visible(principal, now).where(MaterialRecord.id.in_(ids)))
        found = {record.id: views.material(record) for record in of_classes}
        bought = await session.execute(queries.owned(principal, now).where(PurchaseRecord.id.in_(ids)))
        return found | {row[0].id: views.bought_material(row) for row in bought}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        return (await session.scalars(select(MaterialRecord.id).where(MaterialRecord.class_id == class_id))).all()
