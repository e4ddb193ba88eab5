"""Publications: what teachers offer to one's classes, what it costs, and the way to have it.

Paying is Payments' business: whoever buys is led to the invoice. What is one's own is opened from here.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.materials import Publication, PurchaseState
from learnup_desktop.contract.payments import Money
from learnup_desktop.features.publications.service import OfferShelf, PublicationsService, can_be_got, is_free
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.dialogs import confirm
from learnup_desktop.qt.money import format_money
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    EmptyState,
    FlowRow,
    IconButton,
    Label,
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


class PublicationsPage(PageFrame):
    """Offers by class."""

    def __init__(self, service: PublicationsService, context: PageContext) -> None:
        super().__init__(maximum_width=MAXIMUM_WIDTH)
        self._service = service
        self._context = context
        self._view: tuple[OfferShelf, ...] | None = None
        self._online = True
        self.buttons: dict[str, PrimaryButton | SecondaryButton] = {}
        self.tasks = TaskScope(self)
        self.back = IconButton("arrow-left", "")
        self.back.clicked.connect(partial(context.navigate, "library"))
        self._lead = WrapLabel("", "body", "text-muted")
        head = QWidget()
        row = Row(head, gap=2)
        row.add(self.back)
        row.addWidget(self._lead, 1, Qt.AlignmentFlag.AlignVCenter)
        shelves = QWidget()
        self._shelves = Column(shelves, gap=4)
        self.stack = StateStack(shelves, empty=EmptyState(icon="book-plus-outline"), skeleton_rows=3)
        self.stack.retry_requested.connect(self.reload)
        self.add(head, self.stack)
        self.finish()
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.back.set_label(self.tr("Back to the library"))
        self._lead.setText(self.tr("What you get here is yours alone and opens in the library, also with no network."))
        if self._view is not None:
            self._show(self._view)

    def activated(self, parameters: dict[str, object]) -> None:
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """An invoice was paid, or what was bought has come or gone."""
        if streams & {"materials", "invoices", "classes"} and self.isVisible():
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """The platform is reached, or is not."""
        came_back = online and not self._online
        self._online = online
        if came_back and self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Ask the platform again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.shelves, on_success=self._show, on_failure=self.stack.show_error)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, shelves: tuple[OfferShelf, ...]) -> None:
        self._view = shelves
        self.buttons.clear()
        clear_layout(self._shelves)
        for shelf in shelves:
            known = shelf.school_class
            title = known.name.text(i18n.language()) if known is not None else self.tr("Other classes")
            card = Card(title, gap=0)
            for offer in shelf.offers:
                card.add(Divider(), self._row(offer))
            self._shelves.addWidget(card)
        if shelves:
            self.stack.show_content()
            return
        text = self.tr("When a teacher of yours offers a book or a collection, it is here.")
        self.stack.empty.set(self.tr("No publications"), text, icon="book-plus-outline")
        self.stack.show_empty()

    def _row(self, offer: Publication) -> QWidget:
        language, title = i18n.language(), offer.title.text(i18n.language())
        row = QWidget()
        whole = Column(row, gap=1, margins=(0, 3, 0, 3))
        whole.add(WrapLabel(title, "body", bold=True))
        summary = offer.summary.text(language)
        if summary:
            whole.add(WrapLabel(summary, "body"))
        whole.add(WrapLabel(f"{offer.author_name} · {i18n.format_bytes(offer.size_bytes)}", "caption", "text-muted"))
        foot = FlowRow(gap=3)
        foot.add(Label(self._price(offer), "strong"))
        pill = self._standing(offer)
        if pill is not None:
            foot.add(Pill(pill[0], pill[1], small=True))
        foot.add(self._button(offer, title))
        whole.add(foot)
        row.setAccessibleName(", ".join(filter(None, (title, self._price(offer), pill[0] if pill else ""))))
        return row

    def _price(self, offer: Publication) -> str:
        if is_free(offer):
            return self.tr("Free")
        return format_money(Money(amount=offer.price_minor, currency=offer.currency))

    def _standing(self, offer: Publication) -> tuple[str, Tone] | None:
        if offer.state is PurchaseState.PENDING:
            return self.tr("Waits for payment"), "caution"
        if offer.state is PurchaseState.ENDED:
            return self.tr("Your time with it is over"), "neutral"
        if offer.state is not PurchaseState.OWNED:
            return None
        if offer.access_ends_at is not None:
            until = i18n.format_date(i18n.local(offer.access_ends_at), weekday=True)
            return self.tr("Yours until {date}").format(date=until), "positive"
        return self.tr("Yours"), "positive"

    def _button(self, offer: Publication, title: str) -> QWidget:
        button: PrimaryButton | SecondaryButton
        if can_be_got(offer):
            words = self.tr("Get") if is_free(offer) else self.tr("Buy")
            button = PrimaryButton(words, icon="book-plus-outline")
            button.clicked.connect(partial(self._get, offer))
        elif offer.state is PurchaseState.PENDING:
            button = SecondaryButton(self.tr("Pay"), icon="wallet-outline")
            button.clicked.connect(partial(self._context.navigate, "payments"))
        else:
            button = SecondaryButton(self.tr("Show in the library"), icon="bookshelf")
            button.clicked.connect(partial(self._context.navigate, "library", find=title))
        button.setAccessibleName(f"{button.text()}: {title}")
        self.buttons[offer.id] = button
        return button

    # -- doing --------------------------------------------------------------------------------------------------------

    def _get(self, offer: Publication) -> None:
        if not self._online:
            text = self.tr("It is asked of the school, so it cannot be kept for later.")
            notices.say_text("caution", self.tr("Getting a publication needs a network"), text, key="get-offline")
        elif not self.tasks.busy("get"):
            self.tasks.latest("get", partial(self._ask_and_get, offer))

    async def _ask_and_get(self, offer: Publication) -> None:
        title = offer.title.text(i18n.language())
        if not is_free(offer):
            question = self.tr("Buy “{title}” for {price}?").format(title=title, price=self._price(offer))
            text = self.tr("You get an invoice and pay it on the bank's page. Until then it costs nothing.")
            if not await confirm(self, question, text, self.tr("Buy")):
                return
        taken = await self._service.get(offer)
        if taken.state is PurchaseState.OWNED:
            notices.say_text("positive", self.tr("It is yours"), self.tr("It is in your library now."), key="got")
            self.reload()
        else:
            text = self.tr("“{title}” is yours as soon as its invoice is paid.").format(title=title)
            notices.say_text("info", self.tr("Now it is to be paid"), text, key="got")
            self._context.navigate("payments")
