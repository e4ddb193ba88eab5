"""The main window: navigation, top bar and the pages, each built on its first visit.

It takes routes and an account summary and knows no feature by name. During an exam it hands its whole area to one
widget.
"""

import logging
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import delete, isValid

from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.icons import app_icon
from learnup_desktop.qt.painting import painting
from learnup_desktop.qt.routes import Route
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import PageFrame, ToastHost
from learnup_desktop.shell.frame import AccountSummary, SideBar, TopBar
from learnup_desktop.shell.state_pill import SyncState, pill_look

if TYPE_CHECKING:
    from learnup_desktop.shell.ledger import LedgerProvider
    from learnup_desktop.shell.ledger_panel import LedgerPanel
    from learnup_desktop.shell.palette import CommandPalette, PaletteItem, PaletteProvider

log = logging.getLogger(__name__)

COLLAPSE_BELOW = 900
SMALLEST = (480, 400)


class MainWindow(QWidget):
    """The frame; implements :class:`~learnup_desktop.qt.routes.PageContext`.

    Args:
        routes: every page of the program; those for the account's role are shown.
        account: who is signed in.
        ledger: what the state pill opens; without one the pill only tells.

    Attributes:
        page_shown: name of the route that is shown now.
        account_pressed: the account at the foot was pressed.
        full_page_left: the frame has the window back.
        closing: the window is about to close; whoever must not lose something asks for :meth:`hold_close`.
    """

    page_shown = Signal(str)
    account_pressed = Signal()
    full_page_left = Signal()
    closing = Signal()

    def __init__(
        self, routes: Sequence[Route], account: AccountSummary, *, ledger: "LedgerProvider | None" = None
    ) -> None:
        super().__init__()
        self._routes: dict[str, Route] = {}
        self._pages: dict[str, QWidget] = {}
        self._discarded: list[QWidget] = []
        self._discarding = Gradual(self)
        self._current: str | None = None
        self._history: list[str] = []
        self._account = account
        self._state = SyncState()
        self._ledger_provider = ledger
        self._ledger: LedgerPanel | None = None
        self._palette: CommandPalette | None = None
        self._palette_providers: list[PaletteProvider] = []
        self._title_override = ""
        self._full_page: QWidget | None = None
        self._holding = False
        self.setObjectName("MainWindow")
        self.setWindowTitle("LearnUp")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(*SMALLEST)
        self._build()
        self.set_routes(routes, account)
        self.set_sync_state(self._state)

    def _build(self) -> None:
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._frame = QWidget()
        across = QHBoxLayout(self._frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.side_bar = SideBar()
        self.top_bar = TopBar()
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self._stack, 1)
        across.addWidget(self.side_bar)
        across.addLayout(right, 1)
        self._outer.addWidget(self._frame)
        self.toasts = ToastHost(self)
        self.side_bar.selected.connect(self.navigate)
        self.side_bar.account.clicked.connect(self.account_pressed)
        self.top_bar.search.clicked.connect(self.open_palette)
        self.top_bar.pill.clicked.connect(self.toggle_ledger)
        # On the frame, not the window: while a page has the whole window, the frame is hidden and its keys rest.
        QShortcut(QKeySequence("Ctrl+K"), self._frame, self.open_palette)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self._frame, self.go_back)
        for number in range(1, 10):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self._frame, partial(self._open_nth, number))
        theme().changed.connect(self._fit)

    # -- routes and pages ---------------------------------------------------------------------------------------------

    def set_routes(self, routes: Sequence[Route], account: AccountSummary) -> None:
        """Start over with other routes or another account; pages built before are deleted."""
        shown = self.current_page()
        # The shown one last: the stack would show, and lay out, each of the others in its place.
        for page in sorted(self._pages.values(), key=lambda page: page is shown):
            self._stack.removeWidget(page)
            scope = getattr(page, "tasks", None)
            if isinstance(scope, TaskScope):
                scope.close()
        self._discarded += self._pages.values()
        self._pages.clear()
        self._discarding.start(self._discard(), at_once=False)
        self._history.clear()
        self._current = None
        self._account = account
        mine = sorted((route for route in routes if route.is_for(account.role)), key=lambda route: route.order)
        self._routes = {route.name: route for route in mine}
        for bar, at_foot in ((self.side_bar.main, False), (self.side_bar.foot, True)):
            bar.clear()
            for route in mine:
                if not route.hidden and route.foot == at_foot:
                    bar.add_item(route.name, route.title(), route.icon)
        self.side_bar.account.set_account(account)
        self.side_bar.set_collapsed(self.side_bar.is_collapsed())

    def _discard(self) -> Iterator[None]:
        """Delete pages that nobody sees any more; all at once would be a stand-still."""
        while self._discarded:
            page = self._discarded.pop()
            if isValid(page):
                delete(page)
            yield

    def navigate(self, route_name: str, **parameters: object) -> None:
        """Open a page.

        Raises:
            LookupError: no such route for this person.
        """
        if route_name not in self._routes:
            raise LookupError(route_name)
        self._close_overlays()
        before = self._pages.get(self._current) if self._current else None
        if self._current and self._current != route_name:
            self._history.append(self._current)
            if isinstance(before, PageFrame):
                before.deactivated()
        page = self._page(route_name)
        self._current = route_name
        self._title_override = ""
        self._stack.setCurrentWidget(page)
        painting().in_next_turn(self._stack)
        route = self._routes[route_name]
        self.side_bar.set_current(route.parent if route.hidden and route.parent else route_name)
        if isinstance(page, PageFrame):
            page.activated(dict(parameters))
        self._show_title()
        self.page_shown.emit(route_name)

    def go_back(self) -> None:
        """The page before."""
        while self._history:
            name = self._history.pop()
            if name in self._routes and name != self._current:
                self.navigate(name)
                self._history.pop()
                return

    def current_route(self) -> str | None:
        """Name of the shown page's route."""
        return self._current

    def current_page(self) -> QWidget | None:
        """The shown page."""
        return self._pages.get(self._current) if self._current else None

    def built_pages(self) -> list[str]:
        """Names of the pages that have been visited."""
        return list(self._pages)

    def set_page_title(self, title: str) -> None:
        """What the top bar says until another page is opened."""
        self._title_override = title
        self._show_title()

    def set_badge(self, route_name: str, count: int) -> None:
        """A count beside a destination; a route that this person does not have is ignored."""
        for bar in (self.side_bar.main, self.side_bar.foot):
            item = bar.items().get(route_name)
            if item is not None:
                item.set_badge(count)

    def _page(self, name: str) -> QWidget:
        page = self._pages.get(name)
        if page is None:
            page = self._routes[name].build(self)
            self._pages[name] = page
            self._stack.addWidget(page)
        return page

    def _open_nth(self, number: int) -> None:
        shown = list(self.side_bar.main.items())
        if number <= len(shown):
            self.navigate(shown[number - 1])

    def _show_title(self) -> None:
        if self._current is None:
            return
        page = self._pages[self._current]
        own = page.title() if isinstance(page, PageFrame) else ""
        title = self._title_override or own or self._routes[self._current].title()
        self.top_bar.title.setText(title)
        self.setWindowTitle(f"{title} – LearnUp")

    # -- state, ledger, palette ---------------------------------------------------------------------------------------

    def set_sync_state(self, state: SyncState) -> None:
        """Show where everything stands."""
        self._state = state
        look = pill_look(state)
        self.top_bar.pill.set(look.text, look.tone, look.icon)
        self.top_bar.fit()
        if self._ledger is not None and self._ledger.isVisible():
            self._ledger.reload()

    def sync_state(self) -> SyncState:
        """What the pill shows."""
        return self._state

    def set_ledger(self, provider: "LedgerProvider | None") -> None:
        """Give the ledger another source."""
        self._ledger_provider = provider
        if self._ledger is not None:
            self._ledger.deleteLater()
            self._ledger = None

    def toggle_ledger(self) -> None:
        """Open or close the ledger."""
        if self._ledger_provider is None:
            return
        if self._ledger is None:
            from learnup_desktop.shell.ledger_panel import LedgerPanel

            self._ledger = LedgerPanel(self._ledger_provider, self)
            self._ledger.hide()
        self._place_overlays()
        self._ledger.setVisible(not self._ledger.isVisible())

    def ledger(self) -> "LedgerPanel | None":
        """The panel, once it was opened."""
        return self._ledger

    def add_palette_provider(self, provider: "PaletteProvider") -> None:
        """Let the palette find more than pages."""
        self._palette_providers.append(provider)
        if self._palette is not None:
            self._palette.add_provider(provider)

    def open_palette(self) -> None:
        """Ctrl+K; not while a page has the whole window."""
        if self._full_page is not None:
            return
        palette = self.command_palette()
        palette.open()
        self._place_overlays()

    def command_palette(self) -> "CommandPalette":
        """The palette, made on first use."""
        if self._palette is None:
            from learnup_desktop.shell.palette import CommandPalette

            self._palette = CommandPalette(self)
            self._palette.set_items(self._page_items)
            for provider in self._palette_providers:
                self._palette.add_provider(provider)
        return self._palette

    def _page_items(self) -> "list[PaletteItem]":
        from learnup_desktop.shell.palette import PaletteItem

        group = self.tr("Page")
        return [
            PaletteItem(route.title(), partial(self.navigate, route.name), group, route.icon, route.name)
            for route in self._routes.values()
            if not route.hidden
        ]

    # -- the whole window for one page --------------------------------------------------------------------------------

    def enter_full_page(self, widget: QWidget) -> None:
        """Hand the whole window to one widget; the frame is hidden and its shortcuts rest.

        Raises:
            RuntimeError: another widget has it.
        """
        if self._full_page is not None:
            raise RuntimeError("the window is taken")
        self._close_overlays()
        self._full_page = widget
        self._frame.hide()
        self._frame.setEnabled(False)
        self._outer.addWidget(widget)
        widget.show()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_full_page(self) -> None:
        """Give the window back to the frame.

        The widget is hidden and without a parent then, for its owner to keep or delete.
        """
        widget = self._full_page
        if widget is None:
            return
        self._full_page = None
        self._outer.removeWidget(widget)
        widget.hide()
        widget.setParent(None)
        self._frame.setEnabled(True)
        self._frame.show()
        self.full_page_left.emit()

    def full_page(self) -> QWidget | None:
        """The widget that has the window."""
        return self._full_page

    # -- events -------------------------------------------------------------------------------------------------------

    def hold_close(self) -> None:
        """Called while :attr:`closing` is emitted: do not close now; the caller closes later."""
        self._holding = True

    def closeEvent(self, event: QCloseEvent) -> None:
        self._holding = False
        self.closing.emit()
        if self._holding:
            event.ignore()
        else:
            event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        chosen = self.side_bar.main.items().get(self._current or "")
        if self.focusWidget() is None and chosen is not None:
            chosen.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for bar in (self.side_bar.main, self.side_bar.foot):
            for name, item in bar.items().items():
                item.set_text(self._routes[name].title())
        self.side_bar.retranslate()
        self.top_bar.retranslate()
        self.set_sync_state(self._state)
        self._show_title()
        if self._palette is not None:
            self._palette.retranslate()

    def _fit(self) -> None:
        collapsed = self.width() < theme().px(COLLAPSE_BELOW)
        if collapsed != self.side_bar.is_collapsed():
            self.side_bar.set_collapsed(collapsed)
        self.top_bar.fit()
        self._place_overlays()

    def _place_overlays(self) -> None:
        if self._palette is not None:
            self._palette.place(self.width())
        if self._ledger is not None:
            self._ledger.place(self.width(), self.top_bar.height(), self.height())

    def _close_overlays(self) -> None:
        if self._palette is not None:
            self._palette.close_palette()
        if self._ledger is not None:
            self._ledger.hide()
