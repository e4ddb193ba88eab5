"""Rules of paying: one invoice in full, at a checkout that is not ours, settled once by what the gateway reports.

Card numbers never come near the platform. What counts is the gateway's signed report (or the demo's own checkout); the
student's browser coming back says nothing.
"""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.payments import InvoiceState, Money, Payment, PaymentState, Reconciliation
from learnup_desktop.contract.sync import Stream
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_payments import InvoiceRecord, PaymentRecord
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.materials import publications
from learnup_platform.modules.payments import queries, views
from learnup_platform.modules.sync.versions import of_account, touch
from learnup_platform.plain_pdf import text_pdf
from learnup_platform.principal import Principal

CHECKOUT_OPEN = timedelta(minutes=30)
DEMO_CHECKOUT = "/demo/checkout/{id}"
LONGEST_RECONCILIATION = timedelta(days=93)


async def begin(
    session: AsyncSession, context: PlatformContext, principal: Principal, invoice_id: str, base_url: str, now: datetime
) -> Payment:
    """Begin to pay an invoice.

    Raises:
        PlatformFault: 404 not the student's; 409 ``payment.not_due``; 503 ``payment.unavailable`` when this platform
            has no checkout.
    """
    invoice = await queries.invoice(session, principal, invoice_id)
    if invoice is None:
        raise not_found()
    if invoice.state is not InvoiceState.DUE:
        raise PlatformFault(409, ErrorCode.PAYMENT_NOT_DUE)
    record = PaymentRecord(
        id=uuid7(),
        invoice_id=invoice.id,
        amount=invoice.amount,
        currency=invoice.currency,
        state=PaymentState.OPEN,
        created_at=now,
        expires_at=now + CHECKOUT_OPEN,
        settled_at=None,
        unmatched=False,
    )
    session.add(record)
    return views.payment(record, checkout_url(context, record, base_url))


def checkout_url(context: PlatformContext, payment: PaymentRecord, base_url: str) -> str:
    """Where a payment is made.

    Raises:
        PlatformFault: 503, nowhere.
    """
    settings = context.settings
    if settings.checkout_url:
        return settings.checkout_url.format(payment=payment.id, amount=payment.amount, currency=payment.currency)
    if settings.demo:
        return f"{base_url.rstrip('/')}{DEMO_CHECKOUT.format(id=payment.id)}?key={demo_key(context, payment.id)}"
    raise PlatformFault(503, ErrorCode.PAYMENT_UNAVAILABLE)


def demo_key(context: PlatformContext, payment_id: str) -> str:
    """What opens the demo's checkout of one payment, and nobody can guess."""
    return _signature(context.keys.sealing_key, f"demo-checkout:{payment_id}")


def report_signature(secret: str, payment_id: str, state: PaymentState, total: Money) -> str:
    """How the gateway signs its report: HMAC-SHA256 over ``id:state:amount:currency``, in hex."""
    return _signature(secret.encode(), f"{payment_id}:{state.value}:{total.amount}:{total.currency}")


def same(one: str, other: str) -> bool:
    """Whether two signatures are equal, in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())


async def settle(
    session: AsyncSession, context: PlatformContext, payment_id: str, state: PaymentState, now: datetime
) -> PaymentRecord:
    """Take what became of a payment. The first report counts; a repeat changes nothing.

    Money that came in for an invoice that is no longer due is kept as ``unmatched`` for the office, never lost.

    Raises:
        PlatformFault: 404, no such payment.
    """
    found = await queries.payment_with_invoice(session, payment_id)
    if found is None:
        raise not_found()
    payment, invoice = found
    # A payment that was given up and comes in all the same is money too.
    if payment.state is PaymentState.PAID or payment.state is state or state is PaymentState.OPEN:
        return payment
    payment.state, payment.settled_at = state, now
    if state is PaymentState.PAID:
        if invoice.state is InvoiceState.DUE:
            await mark_paid(context, invoice, now)
            await publications.paid(context, session, invoice.id, now)
        else:
            payment.unmatched = True
    touch(session, Stream.INVOICES, invoice.id, of_account(invoice.student_id))
    return payment


async def mark_paid(context: PlatformContext, invoice: InvoiceRecord, now: datetime) -> None:
    """Write the receipt and note it."""
    content = receipt_pdf(context.settings.platform_name, invoice, now)
    digest = sha256_hex(content)
    await context.files.put(receipt_key(digest), content)
    invoice.state, invoice.paid_at = InvoiceState.PAID, now
    invoice.receipt_name = f"receipt-{invoice.number}.pdf"
    invoice.receipt_bytes, invoice.receipt_sha256 = len(content), digest


def receipt_key(digest: str) -> str:
    """Where a receipt is in the store."""
    return f"receipts/{digest[:2]}/{digest}"


def receipt_pdf(school: str, invoice: InvoiceRecord, paid_at: datetime) -> bytes:
    """The receipt as a PDF, in English: the base fonts have no other script; the client shows it in any language."""
    lines = [f"Receipt for invoice {invoice.number}", f"Paid on {paid_at:%Y-%m-%d %H:%M} UTC", ""]
    for line in invoice.lines:
        title, amount = line.get("title"), line.get("amount")
        name = str(title.get("en") or "") if isinstance(title, dict) else ""
        lines.append(f"{name}: {_amount(int(str(amount)), invoice.currency)}")
    lines += ["", f"Total paid: {_amount(invoice.amount, invoice.currency)}"]
    return text_pdf(_latin(school), [_latin(line) for line in lines])


async def reconciliations(session: AsyncSession, first: date, last: date, now: datetime) -> list[Reconciliation]:
    """The days from ``first`` to ``last``, in UTC as the contract's times are.

    Raises:
        PlatformFault: 422, no span of at most 93 days.
    """
    if not timedelta() <= last - first <= LONGEST_RECONCILIATION:
        fields = [{"field": "query.to", "problem": "at most 93 days after from"}]
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields})
    start = datetime.combine(first, time(), UTC)
    payments = await queries.payments_between(session, start, datetime.combine(last, time(), UTC) + timedelta(days=1))
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [_of_day(day, payments, now) for day in days]


def _of_day(day: date, payments: Sequence[PaymentRecord], now: datetime) -> Reconciliation:
    came_in = [
        payment
        for payment in payments
        if payment.state is PaymentState.PAID and payment.settled_at is not None and payment.settled_at.date() == day
    ]
    begun = [payment for payment in payments if payment.created_at.date() == day]
    return Reconciliation(
        day=day,
        paid=Money(amount=sum(payment.amount for payment in came_in)),
        count=len(came_in),
        open=sum(payment.state is PaymentState.OPEN and payment.expires_at > now for payment in begun),
        unmatched=sum(payment.unmatched for payment in came_in),
    )


def _signature(secret: bytes, text: str) -> str:
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()


def _amount(minor: int, currency: str) -> str:
    return f"{currency} {minor // 100:,}.{minor % 100:02d}"


def _latin(line: str) -> str:
    return line.encode("cp1252", "replace").decode("cp1252")
