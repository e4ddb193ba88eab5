"""Payments: what is to be paid and by when, the way to the bank's page, and what was paid, with receipts.

The list is there without a network, with the time it is from; paying says that it needs one.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.payments import Invoice
from learnup_desktop.features.payments.service import (
    InvoicesView,
    PaymentsService,
    Standing,
    WalletView,
    standing_of,
)
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.money import format_money
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    Column,
    Divider,
    EmptyState,
    Label,
    ListRow,
    PageFrame,
    Pill,
    PrimaryButton,
    Row,
    SecondaryButton,
    StateStack,
    Tone,
    WrapLabel,
    clear_layout,
)

MAXIMUM_WIDTH = 820
_TONES: dict[Standing, Tone] = {
    Standing.OVERDUE: "critical",
    Standing.DUE: "caution",
    Standing.PAID: "positive",
    Standing.CANCELLED: "neutral",
}


class PaymentsPage(PageFrame):
    """Invoices of one student."""

    def __init__(self, service: PaymentsService) -> None:
        super().__init__(maximum_width=MAXIMUM_WIDTH)
        self._service = service
        self._view: InvoicesView | None = None
        self._wallet: WalletView | None = None
        self._online = True
        self.tasks = TaskScope(self)
        self.banner = Banner("", tone="accent", icon="open-in-new")
        self.banner.hide()
        self.total = Label("", "title")
        self._total_caption = WrapLabel("", "caption", "text-muted")
        self.pay_buttons: list[PrimaryButton] = []
        self.open_card, self.settled_card = Card(" ", gap=3), Card(" ", gap=3)
        self._open_rows, self._settled_rows = Column(gap=0), Column(gap=0)
        self.open_card.add(self.total, self._total_caption, self._open_rows)
        self.settled_card.add(self._settled_rows)
        self.wallet_card = Card(" ", gap=3)
        self.balance, self._balance_caption = Label("", "title"), WrapLabel("", "caption", "text-muted")
        self._entries = Column(gap=0)
        self.wallet_card.add(self.balance, self._balance_caption, self._entries)
        self.wallet_card.hide()
        content = QWidget()
        Column(content, gap=4).add(self.banner, self.open_card, self.settled_card, self.wallet_card)
        self.stack = StateStack(content, empty=EmptyState(icon="wallet-outline"), skeleton_rows=4)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.open_card.set_title(self.tr("To pay"))
        self.settled_card.set_title(self.tr("Paid"))
        self.wallet_card.set_title(self.tr("Your wallet"))
        self._balance_caption.setText(self.tr("What the school holds for you"))
        title = self.tr("Finish paying in your browser")
        self.banner.set(title, self.tr("This page shows it as paid as soon as the school has heard from the bank."))
        if self._view is not None:
            self._show(self._view)
        if self._wallet is not None:
            self._show_wallet(self._wallet)

    def activated(self, parameters: dict[str, object]) -> None:
        self._service.hint()
        self.reload()
        self._ask_wallet()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if "invoices" in streams:
            self.banner.hide()
            self.reload()
            self._ask_wallet()

    def connection_changed(self, online: bool) -> None:
        """The platform is reached, or is not."""
        came_back, self._online = online and not self._online, online
        if not online:
            self.wallet_card.hide()  # what it holds is only known with a network
        elif came_back and self.isVisible():
            self._ask_wallet()
        self.stack.set_offline(not online, self._view.as_of if self._view is not None else None)
        for button in self.pay_buttons:
            self._dress_pay(button)

    def reload(self) -> None:
        """Read the cache again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.invoices, on_success=self._show, on_failure=self.stack.show_error)

    def _ask_wallet(self) -> None:
        """Ask what the wallet holds; a page that cannot know it is whole without."""
        if self._online:
            hide = lambda _: self.wallet_card.hide()  # noqa: E731 - a failure is said by the state pill already
            self.tasks.latest("wallet", self._service.wallet, on_success=self._show_wallet, on_failure=hide)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, view: InvoicesView) -> None:
        self._view = view
        self.stack.set_offline(not self._online, view.as_of)
        if not view.open and not view.settled:
            self._show_empty(view)
            return
        self.pay_buttons = []
        clear_layout(self._open_rows)
        clear_layout(self._settled_rows)
        for invoice in view.open:
            self._open_rows.add(Divider(), self._row(invoice))
        for invoice in view.settled:
            self._settled_rows.add(Divider(), self._row(invoice))
        self.total.setText(" + ".join(map(format_money, view.totals)) if view.totals else self.tr("Nothing to pay"))
        self._total_caption.setText(self.tr("All that is open, together") if len(view.open) > 1 else "")
        self._total_caption.setVisible(len(view.open) > 1)
        self.settled_card.setVisible(bool(view.settled))
        self.stack.show_content()

    def _show_empty(self, view: InvoicesView) -> None:
        if view.as_of is None:
            text = self.tr("Your invoices are fetched as soon as there is a network.")
            self.stack.empty.set(self.tr("Nothing on this computer yet"), text, icon="cloud-download-outline")
        else:
            text = self.tr("When the school asks for a payment, it is here.")
            self.stack.empty.set(self.tr("No invoices"), text, icon="wallet-outline")
        self.stack.show_empty()

    def _show_wallet(self, wallet: WalletView) -> None:
        self._wallet = wallet
        self.balance.setText(format_money(wallet.balance))
        clear_layout(self._entries)
        for entry in wallet.entries:
            row = ListRow(entry.title.text(i18n.language()), i18n.format_moment(entry.at), wrap=True, strong=False)
            amount = Label(format_money(entry.amount), "strong")
            row.add_trailing(amount)
            row.setAccessibleName(f"{row.accessibleName()}, {amount.text()}")
            self._entries.add(Divider(), row)
        self.wallet_card.setVisible(self._online and (bool(wallet.entries) or wallet.balance.amount != 0))

    def _row(self, invoice: Invoice) -> QWidget:
        language = i18n.language()
        standing = standing_of(invoice, self._service.now())
        parts = [self.tr("Invoice {number}").format(number=invoice.number)]
        if len(invoice.lines) > 1:
            parts += [
                f"{line.title.text(language)} {format_money(invoice.total.model_copy(update={'amount': line.amount}))}"
                for line in invoice.lines
            ]
        row = ListRow(invoice.title.text(language), " · ".join(parts), wrap=True)
        side = QWidget()
        column = Column(side, gap=1)
        amount = Label(format_money(invoice.total), "strong")
        amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        pill = Pill(self._standing_text(invoice, standing), _TONES[standing], small=True)
        column.addWidget(amount, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(pill, 0, Qt.AlignmentFlag.AlignRight)
        row.add_trailing(side)
        row.setAccessibleName(f"{row.accessibleName()}, {amount.text()}, {self._standing_text(invoice, standing)}")
        button = self._button(invoice, standing)
        if button is None:
            return row
        whole = QWidget()
        holder = Column(whole, gap=1, margins=(0, 0, 0, 3))
        buttons = Row(gap=3)
        buttons.addStretch(1)
        buttons.addWidget(button)
        holder.addWidget(row)
        holder.addLayout(buttons)
        return whole

    def _button(self, invoice: Invoice, standing: Standing) -> QWidget | None:
        name = f"{invoice.title.text(i18n.language())}, {format_money(invoice.total)}"
        if standing in (Standing.DUE, Standing.OVERDUE):
            pay = PrimaryButton(self.tr("Pay"), icon="open-in-new")
            pay.setAccessibleName(f"{pay.text()}: {name}")
            pay.clicked.connect(partial(self._pay, invoice))
            self.pay_buttons.append(pay)
            self._dress_pay(pay)
            return pay
        if standing is Standing.PAID and invoice.receipt is not None:
            receipt = SecondaryButton(self.tr("Receipt"), icon="file-pdf-box")
            receipt.setAccessibleName(f"{receipt.text()}: {name}")
            receipt.clicked.connect(partial(self._open_receipt, invoice))
            return receipt
        return None

    def _dress_pay(self, button: PrimaryButton) -> None:
        # Not disabled without a network: pressing it says why, a grey button says nothing.
        button.setToolTip("" if self._online else self.tr("Paying needs a network."))

    def _standing_text(self, invoice: Invoice, standing: Standing) -> str:
        if standing is Standing.OVERDUE:
            return self.tr("Overdue since {date}").format(date=i18n.format_date(i18n.local(invoice.due_at)))
        if standing is Standing.DUE:
            return self.tr("Due {date}").format(date=i18n.format_date(i18n.local(invoice.due_at)))
        if standing is Standing.PAID and invoice.paid_at is not None:
            return self.tr("Paid {date}").format(date=i18n.format_date(i18n.local(invoice.paid_at)))
        return self.tr("Paid") if standing is Standing.PAID else self.tr("Cancelled")

    # -- doing --------------------------------------------------------------------------------------------------------

    def _pay(self, invoice: Invoice) -> None:
        if not self._online:
            text = self.tr("It is done on the bank's page, so it cannot be kept for later. Your invoices stay here.")
            notices.say_text("caution", self.tr("Paying needs a network"), text, key="pay-offline")
            return
        if not self.tasks.busy("pay"):
            self.tasks.latest("pay", partial(self._service.pay, invoice), on_success=self._open_checkout)

    def _open_checkout(self, address: str) -> None:
        if QDesktopServices.openUrl(QUrl(address)):
            self.banner.show()
            return
        title = self.tr("No browser could be opened")
        notices.say_text("caution", title, self.tr("Open this address yourself: {address}").format(address=address))

    def _open_receipt(self, invoice: Invoice) -> None:
        self.tasks.latest("receipt", partial(self._service.receipt, invoice), on_success=self._show_receipt)

    def _show_receipt(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            title = self.tr("No program for PDF files was found")
            notices.say_text("caution", title, self.tr("The receipt is here: {path}").format(path=str(path)))
