"""The ``invoices`` stream: a student's own."""

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.payments import Invoice
from learnup_platform.db.models_payments import InvoiceRecord
from learnup_platform.modules.payments import queries, views
from learnup_platform.principal import Principal


class InvoiceSource:
    """``invoices``. Administrators look invoices up; they do not carry everybody's about."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        if not principal.is_student:
            return []
        wanted = queries.invoices_visible(principal).with_only_columns(InvoiceRecord.id)
        return (await session.scalars(wanted)).all()

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, Invoice]:
        """See ``StreamSource``."""
        if not principal.is_student:
            return {}
        wanted = queries.invoices_visible(principal).where(InvoiceRecord.id.in_(ids))
        return {record.id: views.invoice(record) for record in await session.scalars(wanted)}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``: invoices belong to no class."""
        return []
