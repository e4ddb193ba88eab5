"""SQL of invoices, payments and wallets, always through what the account may see."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_platform.db.models_payments import InvoiceRecord, PaymentRecord, WalletEntryRecord
from learnup_platform.principal import Principal


def invoices_visible(principal: Principal) -> Select[InvoiceRecord]:
    """A student's own, an administrator's all, nobody else's; what is due last comes first."""
    wanted = select(InvoiceRecord).order_by(InvoiceRecord.due_at.desc(), InvoiceRecord.id)
    return wanted if principal.is_admin else wanted.where(InvoiceRecord.student_id == principal.account_id)


async def invoice(session: AsyncSession, principal: Principal, invoice_id: str) -> InvoiceRecord | None:
    """One invoice that the account may see."""
    return await session.scalar(invoices_visible(principal).where(InvoiceRecord.id == invoice_id))


async def payment_with_invoice(session: AsyncSession, payment_id: str) -> tuple[PaymentRecord, InvoiceRecord] | None:
    """A payment and what it pays, both held until the transaction ends."""
    row = (
        await session.execute(
            select(PaymentRecord, InvoiceRecord)
            .join(InvoiceRecord, InvoiceRecord.id == PaymentRecord.invoice_id)
            .where(PaymentRecord.id == payment_id)
            .with_for_update()
        )
    ).one_or_none()
    return None if row is None else (row[0], row[1])


async def wallet_balance(session: AsyncSession, account_id: str) -> int:
    """The sum of a wallet's entries, minor units."""
    total = select(func.coalesce(func.sum(WalletEntryRecord.amount), 0)).where(
        WalletEntryRecord.account_id == account_id
    )
    return int(await session.scalar(total) or 0)


def wallet_entries(account_id: str) -> Select[WalletEntryRecord]:
    """A wallet's entries, the newest first."""
    wanted = select(WalletEntryRecord).where(WalletEntryRecord.account_id == account_id)
    return wanted.order_by(WalletEntryRecord.at.desc(), WalletEntryRecord.id.desc())


async def payments_between(session: AsyncSession, first: datetime, last: datetime) -> Sequence[PaymentRecord]:
    """Payments begun or settled in ``[first, last)``."""
    begun = (PaymentRecord.created_at >= first) & (PaymentRecord.created_at < last)
    settled = (PaymentRecord.settled_at >= first) & (PaymentRecord.settled_at < last)
    return (await session.scalars(select(PaymentRecord).where(begun | settled))).all()
