"""Invoices that other domains write: for a publication somebody buys. Nothing here knows what is bought."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.payments import InvoiceLine, InvoiceState, Money
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.db.models_payments import InvoiceRecord
from learnup_platform.modules.sync.versions import of_account, touch

TIME_TO_PAY = timedelta(days=14)


async def due_invoice(session: AsyncSession, invoice_id: str | None) -> InvoiceRecord | None:
    """The invoice, if it is still to be paid."""
    invoice = await session.get(InvoiceRecord, invoice_id) if invoice_id is not None else None
    return invoice if invoice is not None and invoice.state is InvoiceState.DUE else None


async def issue(
    session: AsyncSession, student_id: str, title: LocalizedText, total: Money, now: datetime
) -> InvoiceRecord:
    """Ask a student for the price of one thing."""
    identifier = uuid7()
    invoice = InvoiceRecord(
        id=identifier,
        # The end of a UUIDv7 is random: short enough to be read out, and of no order that tells how many were sold.
        number=f"{now.year}-P{identifier[-8:].upper()}",
        student_id=student_id,
        title=title,
        lines=[InvoiceLine(title=title, amount=total.amount).to_wire()],
        amount=total.amount,
        currency=total.currency,
        issued_at=now,
        due_at=now + TIME_TO_PAY,
        state=InvoiceState.DUE,
    )
    session.add(invoice)
    await session.flush()
    touch(session, Stream.INVOICES, invoice.id, of_account(student_id))
    return invoice


def cancel(session: AsyncSession, invoice: InvoiceRecord) -> None:
    """Ask for it no longer."""
    invoice.state = InvoiceState.CANCELLED
    touch(session, Stream.INVOICES, invoice.id, of_account(invoice.student_id))
