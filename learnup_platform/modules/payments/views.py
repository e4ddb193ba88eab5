"""Rows of this domain as the wire has them."""

from learnup_desktop.contract.payments import Invoice, InvoiceLine, InvoiceReceipt, Money, Payment, WalletTransaction
from learnup_platform.db.models_payments import InvoiceRecord, PaymentRecord, WalletEntryRecord


def invoice(record: InvoiceRecord) -> Invoice:
    """An invoice with its receipt, if there is one."""
    receipt = None
    if record.receipt_sha256 and record.receipt_bytes and record.receipt_name:
        receipt = InvoiceReceipt(
            file_name=record.receipt_name, size_bytes=record.receipt_bytes, sha256=record.receipt_sha256
        )
    return Invoice(
        id=record.id,
        number=record.number,
        title=record.title,
        lines=[InvoiceLine.model_validate(line) for line in record.lines],
        total=Money(amount=record.amount, currency=record.currency),
        issued_at=record.issued_at,
        due_at=record.due_at,
        state=record.state,
        paid_at=record.paid_at,
        receipt=receipt,
    )


def payment(record: PaymentRecord, checkout_url: str) -> Payment:
    """An attempt to pay, with where it is paid."""
    return Payment(
        id=record.id,
        invoice_id=record.invoice_id,
        total=Money(amount=record.amount, currency=record.currency),
        state=record.state,
        checkout_url=checkout_url,
        expires_at=record.expires_at,
    )


def wallet_transaction(record: WalletEntryRecord) -> WalletTransaction:
    """An entry of the wallet."""
    return WalletTransaction(
        id=record.id,
        at=record.at,
        amount=Money(amount=record.amount, currency=record.currency),
        title=record.title,
        invoice_id=record.invoice_id,
    )
