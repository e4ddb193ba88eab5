"""Use cases of payments: invoices out of the cache, and what only goes with a network: paying.

Paying is never kept for later. Who presses the button is shown a bank's page now, or told that it cannot be now; a
payment that went out by itself some hours afterwards would be one that nobody watched.
"""

import asyncio
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from learnup_desktop.base.errors import IntegrityFault, ProtocolError
from learnup_desktop.base.files import write_atomically
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.payments import Invoice, InvoiceState, Money, PaymentRequest, WalletTransaction
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.api.payments import PaymentsApi
    from learnup_desktop.store.blobs import BlobStore
    from learnup_desktop.store.cache import Cache

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class Standing(StrEnum):
    """How an invoice stands for who has to pay it."""

    OVERDUE = "overdue"
    DUE = "due"
    PAID = "paid"
    CANCELLED = "cancelled"


def standing_of(invoice: Invoice, now: datetime) -> Standing:
    """Overdue is what is due and whose day has passed."""
    if invoice.state is InvoiceState.DUE:
        return Standing.OVERDUE if invoice.due_at < now else Standing.DUE
    return Standing.PAID if invoice.state is InvoiceState.PAID else Standing.CANCELLED


def totals_of(invoices: Iterable[Invoice]) -> tuple[Money, ...]:
    """What is to be paid, a sum for each currency."""
    sums: dict[str, int] = {}
    for invoice in invoices:
        if invoice.state is InvoiceState.DUE:
            sums[invoice.total.currency] = sums.get(invoice.total.currency, 0) + invoice.total.amount
    return tuple(Money(amount=amount, currency=currency) for currency, amount in sorted(sums.items()))


@dataclass(frozen=True, slots=True)
class InvoicesView:
    """Everything the page shows.

    Attributes:
        open: to be paid, what is due first.
        settled: paid or cancelled, the newest first.
        totals: what is to be paid, by currency.
        as_of: when the cache last agreed with the platform, None if never.
    """

    open: tuple[Invoice, ...]
    settled: tuple[Invoice, ...]
    totals: tuple[Money, ...]
    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class WalletView:
    """What the school holds for the student, and how it came to that: the newest entries first."""

    balance: Money
    entries: tuple[WalletTransaction, ...]


class PaymentsService:
    """Reads invoices, begins payments, gets receipts.

    Args:
        cache, blobs: of the account.
        api: the platform's routes; made when first needed.
        now: server time, aware.
        folder: where receipts are put under a name for the system's PDF program.
        hint: asks for a pull, since a bank's page says nothing to us.
    """

    def __init__(
        self,
        cache: "Cache",
        blobs: "BlobStore",
        api: "Callable[[], PaymentsApi]",
        now: Callable[[], datetime],
        folder: Path,
        hint: Callable[[], object],
    ) -> None:
        self._cache = cache
        self._blobs = blobs
        self._api = api
        self.now = now
        self._folder = folder
        self.hint = hint

    async def invoices(self) -> InvoicesView:
        """What the cache has.

        Raises:
            StorageError: the cache cannot be read.
        """
        invoices = await self._cache.all(Stream.INVOICES, Invoice)
        unpaid = sorted(
            (item for item in invoices if item.state is InvoiceState.DUE), key=lambda item: (item.due_at, item.id)
        )
        settled = sorted(
            (item for item in invoices if item.state is not InvoiceState.DUE),
            key=lambda item: (item.paid_at or item.issued_at, item.id),
            reverse=True,
        )
        return InvoicesView(tuple(unpaid), tuple(settled), totals_of(unpaid), await self._cache.as_of())

    async def wallet(self) -> WalletView:
        """What the school holds for the student now. Nothing of it is kept: a balance of yesterday is a wrong one.

        Raises:
            NetworkError, PlatformError: the platform could not be asked.
        """
        api = self._api()
        return WalletView((await api.wallet()).balance, tuple(await api.wallet_transactions()))

    async def pay(self, invoice: Invoice) -> str:
        """Begin to pay; returns the address of the checkout, for the system's browser.

        Raises:
            NetworkError: there is no network; nothing was begun and nothing will be.
            PlatformError: refused, as when it has been paid meanwhile.
            ProtocolError: the answer leads somewhere a browser must not be sent.
        """
        payment = await self._api().begin(PaymentRequest(invoice_id=invoice.id), uuid7())
        address = urlsplit(payment.checkout_url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise ProtocolError("the checkout is no web page", reason="malformed")
        return payment.checkout_url

    async def has_receipt(self, invoice: Invoice) -> bool:
        """Whether the receipt is on this computer."""
        return invoice.receipt is not None and await self._blobs.has(invoice.receipt.sha256)

    async def receipt(self, invoice: Invoice) -> Path:
        """The receipt as a file with a name; fetched once, then here without a network.

        Raises:
            NetworkError: it is not here, and there is no network.
            IntegrityFault: what came is not the receipt.
            StorageError: the disk refused.
        """
        receipt = invoice.receipt
        if receipt is None:
            raise ProtocolError("there is no receipt", reason="malformed")
        path = await self._blobs.path(receipt.sha256)
        if path is None:
            data = await self._api().receipt(invoice.id)
            stored = await self._blobs.put_bytes(data)
            if stored != receipt.sha256:
                await self._blobs.delete(stored)
                raise IntegrityFault("the receipt is not the one that was announced")
            path = await self._blobs.path(receipt.sha256)
            assert path is not None
        name = _UNSAFE.sub("-", invoice.number).strip("-.") or "receipt"
        place = self._folder / receipt.sha256[:16] / f"LearnUp-{name}.pdf"
        await asyncio.to_thread(_copy, path, place)
        return place


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(target, source.read_bytes())
