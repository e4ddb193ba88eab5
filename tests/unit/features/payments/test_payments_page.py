"""Payments on the screen: sums in whole cents, what is late, paying only with a network, receipts without one."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import OfflineError, ProtocolError
from learnup_desktop.contract.payments import (
    Invoice,
    InvoiceLine,
    InvoiceReceipt,
    InvoiceState,
    Money,
    Payment,
    Wallet,
    WalletTransaction,
)
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.features.payments.payments_page import PaymentsPage
from learnup_desktop.features.payments.service import PaymentsService
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.money import format_money
from learnup_desktop.qt.widgets import ListRow
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import show, until
from tests.unit.features.school import COLOMBO, NOW, change, opened_store

RunQt = Callable[..., Any]
RECEIPT = b"%PDF-1.4 paid"


def invoice(identity: str, days: float, amount: int, state: InvoiceState = InvoiceState.DUE) -> Invoice:
    text = LocalizedText(en=identity)
    receipt = InvoiceReceipt(file_name="r.pdf", size_bytes=len(RECEIPT), sha256=sha256_hex(RECEIPT))
    paid = state is InvoiceState.PAID
    return Invoice(
        id=identity,
        number=f"2026/{identity}",
        title=text,
        lines=[InvoiceLine(title=text, amount=amount)],
        total=Money(amount=amount),
        issued_at=NOW - timedelta(days=30),
        due_at=NOW + timedelta(days=days),
        state=state,
        paid_at=NOW if paid else None,
        receipt=receipt if paid else None,
    )


INVOICES = (
    invoice("late", -3, 120_000),
    invoice("soon", 5, 48_050),
    invoice("term", -9, 325_000, InvoiceState.PAID),
)


class Bank:
    """The wire: payments begin while there is one."""

    def __init__(self) -> None:
        self.reached = True
        self.asked: list[str] = []
        self.address = "https://bank.example/pay/1"
        self.content = RECEIPT

    async def begin(self, request: Any, idempotency_key: str) -> Payment:
        self._needs_a_line(f"pay {request.invoice_id}")
        return Payment(
            id="p", invoice_id=request.invoice_id, total=Money(amount=1), checkout_url=self.address, expires_at=NOW
        )

    async def wallet(self) -> Wallet:
        if not self.reached:
            raise OfflineError("no line")
        return Wallet(balance=Money(amount=10_050))

    async def wallet_transactions(self) -> list[WalletTransaction]:
        refund = LocalizedText(en="Refund")
        return [WalletTransaction(id="w", at=NOW, amount=Money(amount=10_050), title=refund)]

    async def receipt(self, invoice_id: str) -> bytes:
        self._needs_a_line(f"receipt {invoice_id}")
        return self.content

    def _needs_a_line(self, what: str) -> None:
        if not self.reached:
            raise OfflineError("no line")
        self.asked.append(what)


Play = Callable[[PaymentsPage, AccountStore, Bank, list[str]], Any]


@pytest.fixture
def scenario(run_qt: RunQt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Play], None]:
    """``scenario(play)`` runs ``await play(page, store, bank, opened)`` with the page shown."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)

    def run(play: Play) -> None:
        async def whole() -> None:
            async with opened_store(tmp_path) as store:
                await store.cache.apply([change(Stream.INVOICES, item.id, item) for item in INVOICES], "2")
                bank = Bank()
                service = PaymentsService(
                    store.cache,
                    store.blobs,
                    lambda: bank,  # type: ignore[arg-type,return-value]  # the wire is what is faked
                    ManualClock(NOW).utc_now,
                    store.folder / "handed-over",
                    lambda: None,
                )
                page = PaymentsPage(service)
                qtbot.addWidget(page)
                show(page)
                page.activated({})
                await until(lambda: not page.tasks.busy())
                await play(page, store, bank, opened)
                page.tasks.close()

        notices.center().history.clear()
        i18n.set_time_zone(COLOMBO)
        try:
            run_qt(whole())
        finally:
            i18n.set_time_zone(None)

    return run


def test_the_wallet_is_shown_while_it_is_known(scenario: Callable[[Play], None]) -> None:
    async def play(page: PaymentsPage, store: AccountStore, bank: Bank, opened: list[str]) -> None:
        assert page.wallet_card.isVisible() and page.balance.text() == "Rs\N{NO-BREAK SPACE}100.50"
        page.connection_changed(False)
        assert not page.wallet_card.isVisible(), "a balance of yesterday is not shown as today's"
        bank.reached = False
        page.connection_changed(True)
        await until(lambda: not page.tasks.busy())
        assert not page.wallet_card.isVisible() and not notices.center().history
        bank.reached = True
        page.activated({})
        await until(lambda: page.wallet_card.isVisible())

    scenario(play)


def test_what_is_late_comes_first_and_the_sum_is_exact(scenario: Callable[[Play], None]) -> None:
    async def play(page: PaymentsPage, store: AccountStore, bank: Bank, opened: list[str]) -> None:
        shown = [row for card in (page.open_card, page.settled_card) for row in card.findChildren(ListRow)]
        rows = [row.accessibleName().replace("\N{NO-BREAK SPACE}", " ") for row in shown]
        assert rows == [
            "late, Invoice 2026/late, Rs 1,200.00, Overdue since 15 Nov",
            "soon, Invoice 2026/soon, Rs 480.50, Due 23 Nov",
            "term, Invoice 2026/term, Rs 3,250.00, Paid 18 Nov",
        ]
        assert page.total.text() == "Rs\N{NO-BREAK SPACE}1,680.50"

    scenario(play)


def test_paying_opens_the_bank_s_page_and_never_waits_for_a_network(scenario: Callable[[Play], None]) -> None:
    async def play(page: PaymentsPage, store: AccountStore, bank: Bank, opened: list[str]) -> None:
        page.connection_changed(False)
        page.pay_buttons[0].click()
        assert notices.center().history[-1].title == "Paying needs a network"
        page.connection_changed(True)
        bank.reached = False
        page.pay_buttons[0].click()
        await until(lambda: not page.tasks.busy())
        assert not opened and len(notices.center().history) == 2
        assert await store.outbox.operations() == [], "a payment is never kept for later"
        bank.reached = True
        page.pay_buttons[0].click()
        await until(page.banner.isVisible)
        assert (bank.asked, opened) == (["pay late"], ["https://bank.example/pay/1"])
        paid = invoice("late", -3, 120_000, InvoiceState.PAID)
        page.data_changed(await store.cache.apply([change(Stream.INVOICES, "late", paid, version=2)], "3"))
        await until(lambda: len(page.pay_buttons) == 1)
        assert page.banner.isHidden()

    scenario(play)


def test_a_receipt_is_fetched_once_and_only_if_it_is_the_one(scenario: Callable[[Play], None]) -> None:
    async def play(page: PaymentsPage, store: AccountStore, bank: Bank, opened: list[str]) -> None:
        bank.content = b"something else"
        page._open_receipt(INVOICES[2])
        await until(lambda: not page.tasks.busy())
        assert not opened and not await store.blobs.has(sha256_hex(b"something else"))
        bank.content = RECEIPT
        page._open_receipt(INVOICES[2])
        await until(lambda: opened)
        bank.reached = False
        page._open_receipt(INVOICES[2])
        await until(lambda: len(opened) == 2)
        (path,) = store.folder.glob("handed-over/*/*.pdf")
        assert path.name == "LearnUp-2026-term.pdf" and path.read_bytes() == RECEIPT

    scenario(play)


def test_an_address_that_is_no_web_page_is_not_opened(scenario: Callable[[Play], None]) -> None:
    async def play(page: PaymentsPage, store: AccountStore, bank: Bank, opened: list[str]) -> None:
        bank.address = "file:///etc/passwd"
        with pytest.raises(ProtocolError):
            await page._service.pay(INVOICES[0])
        assert not opened

    scenario(play)


@pytest.mark.parametrize(
    ("amount", "currency", "language", "text"),
    [
        (150_000, "LKR", "en", "Rs 1,500.00"),
        (5, "LKR", "si", "රු. 0.05"),
        (123_456_789, "LKR", "ta", "ரூ. 1,234,567.89"),
        (-2_550, "USD", "en", "\N{MINUS SIGN}USD 25.50"),
    ],
)
def test_money_is_written_whole(
    amount: int, currency: str, language: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "language", lambda: language)
    assert format_money(Money(amount=amount, currency=currency)).replace("\N{NO-BREAK SPACE}", " ") == text
