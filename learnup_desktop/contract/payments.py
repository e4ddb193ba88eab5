"""Invoices, payments and the wallet. Money is whole minor units (cents of a rupee) and a currency, never a fraction."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, LocalizedText, Sha256, UtcTime, WireModel

Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
"""ISO 4217."""


class Money(WireModel):
    """An amount in minor units of its currency: 150000 and ``LKR`` is Rs 1,500.00."""

    amount: int
    currency: Currency = "LKR"


class InvoiceState(StrEnum):
    """What has become of an invoice. Overdue is no state: it is due, and its day is past."""

    DUE = "due"
    PAID = "paid"
    CANCELLED = "cancelled"


class InvoiceLine(WireModel):
    """One thing that is charged; ``amount`` in the invoice's currency."""

    title: LocalizedText
    amount: int


class InvoiceReceipt(WireModel):
    """The receipt of a paid invoice, as ``GET invoices/{id}/pdf`` gives it."""

    file_name: Annotated[str, Field(max_length=200)]
    size_bytes: Annotated[int, Field(ge=1)]
    sha256: Sha256


class Invoice(WireModel):
    """``GET invoices``, ``GET invoices/{id}`` and the ``invoices`` stream: what a student is asked to pay.

    ``number`` is what people read out; ``total`` is the sum of ``lines``.
    """

    id: Identifier
    number: str
    title: LocalizedText
    lines: list[InvoiceLine] = Field(default_factory=list)
    total: Money
    issued_at: UtcTime
    due_at: UtcTime
    state: InvoiceState = InvoiceState.DUE
    paid_at: UtcTime | None = None
    receipt: InvoiceReceipt | None = None


class PaymentRequest(WireModel):
    """``POST payments``: to pay one invoice in full. Never sent later by itself: somebody is waiting in front of it."""

    invoice_id: Identifier


class PaymentState(StrEnum):
    """What has become of an attempt to pay."""

    OPEN = "open"
    PAID = "paid"
    CANCELLED = "cancelled"


class Payment(WireModel):
    """An attempt to pay. ``checkout_url`` is opened in the system's browser, where the card is typed; never here."""

    id: Identifier
    invoice_id: Identifier
    total: Money
    state: PaymentState = PaymentState.OPEN
    checkout_url: str
    expires_at: UtcTime


class Wallet(WireModel):
    """``GET wallet``: what the school holds for the student."""

    balance: Money


class WalletTransaction(WireModel):
    """``GET wallet/transactions``, the newest first. A negative amount was taken from the wallet."""

    id: Identifier
    at: UtcTime
    amount: Money
    title: LocalizedText
    invoice_id: Identifier | None = None


class Reconciliation(WireModel):
    """``GET reconciliations`` (administrators): one day of the school's clock, for comparing with the bank's statement.

    Attributes:
        paid: sum of the payments that came in on that day; ``count`` of them.
        open: payments begun on that day which neither came in nor were given up.
        unmatched: payments that came in although their invoice was paid already or cancelled.
    """

    day: date
    paid: Money
    count: int
    open: int
    unmatched: int
