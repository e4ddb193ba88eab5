"""Invoices, attempts to pay them, and the wallet. Amounts are whole minor units."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.payments import InvoiceState, PaymentState
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.db.base import Base, Json, string_enum


class InvoiceRecord(Base):
    """What a student is asked to pay. The receipt is a file of the store, written when the money has come in."""

    __tablename__ = "invoices"
    __table_args__ = (Index(None, "student_id", "due_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(40), unique=True)
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    title: Mapped[LocalizedText]
    lines: Mapped[list[dict[str, object]]] = mapped_column(Json)
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3), default="LKR")
    issued_at: Mapped[datetime]
    due_at: Mapped[datetime]
    state: Mapped[InvoiceState] = mapped_column(string_enum(InvoiceState), default=InvoiceState.DUE)
    paid_at: Mapped[datetime | None]
    receipt_name: Mapped[str | None] = mapped_column(String(200))
    receipt_bytes: Mapped[int | None]
    receipt_sha256: Mapped[str | None]


class PaymentRecord(Base):
    """An attempt to pay at the checkout. ``unmatched``: money came in that the invoice no longer asked for."""

    __tablename__ = "payments"
    __table_args__ = (Index(None, "invoice_id", "state"), Index(None, "settled_at"), Index(None, "created_at"))

    id: Mapped[str] = mapped_column(primary_key=True)
    invoice_id: Mapped[str] = mapped_column(ForeignKey("invoices.id", ondelete="CASCADE"))
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    state: Mapped[PaymentState] = mapped_column(string_enum(PaymentState), default=PaymentState.OPEN)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    unmatched: Mapped[bool] = mapped_column(default=False)


class WalletEntryRecord(Base):
    """Money into (positive) or out of a student's wallet; the balance is their sum."""

    __tablename__ = "wallet_entries"
    __table_args__ = (Index(None, "account_id", "at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    invoice_id: Mapped[str | None] = mapped_column(ForeignKey("invoices.id", ondelete="SET NULL"))
    at: Mapped[datetime]
    amount: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    title: Mapped[LocalizedText]
