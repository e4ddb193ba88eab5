"""The library: shelves by class, what is on this computer, what is on its way, and the room it takes."""

import asyncio
import importlib
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from learnup_desktop.contract.classes import Material
from learnup_desktop.domain.downloads import Estimate, Priority
from learnup_desktop.domain.file_standing import FileState
from learnup_desktop.features.library.library_widgets import ItemRow
from learnup_desktop.features.library.pack_widgets import PackActions
from learnup_desktop.features.library.service import Item, LibraryService, LibraryView, Shelf, Storage
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.dialogs import confirm, open_menu
from learnup_desktop.qt.following import Following
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    EmptyState,
    FlowRow,
    PageFrame,
    PrimaryButton,
    ProgressBar,
    QuietButton,
    Row,
    SearchEdit,
    SecondaryButton,
    SegmentedControl,
    StateStack,
    WrapLabel,
    clear_layout,
    show_if,
)

ALL, HERE, MOVING = "all", "here", "moving"
_ON_THE_WAY = frozenset({FileState.WAITING, FileState.RUNNING, FileState.PAUSED, FileState.FAILED, FileState.UPDATING})


class LibraryPage(PageFrame):
    """Shelves of rows. While downloads move, rows change in place; shelves are built anew only when items do."""

    def __init__(self, service: LibraryService, context: PageContext, *, publications_route: str = "") -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._view: LibraryView | None = None
        self._rows: dict[str, ItemRow] = {}
        self._online = True
        self.tasks = TaskScope(self)
        self.choice = SegmentedControl([(ALL, ""), (HERE, ""), (MOVING, "")])
        self.choice.changed.connect(self._rebuild)
        self.search = SearchEdit()
        self.search.textChanged.connect(self._rebuild)
        self.tomorrow = PrimaryButton(icon="weather-sunset-up")
        self.tomorrow.clicked.connect(self.fetch_tomorrow)
        head = FlowRow(gap=3)
        head.add(self.choice, self.search, self.tomorrow)
        self.publications = QuietButton(icon="book-plus-outline")
        self.publications.clicked.connect(lambda: context.navigate(publications_route))
        if publications_route:
            head.add(self.publications)
        self.publications.setVisible(bool(publications_route))
        self.room = Card(gap=2)
        self._room_words = WrapLabel("", "label")
        self._room_detail = WrapLabel("", "caption", "text-muted")
        self._room_bar = ProgressBar()
        self.network = SecondaryButton(icon="download")
        self.network.clicked.connect(service.allow_network)
        self.settings = QuietButton(icon="cog-outline")
        self.settings.clicked.connect(lambda: context.navigate("settings", focus="downloads"))
        self.packs = PackActions(service, self.tasks)
        actions = FlowRow(gap=3)
        actions.add(self.network, self.settings)
        if service.has_packs:
            actions.add(self.packs.export, self.packs.take)
        self.packs.setVisible(service.has_packs)
        self.room.add(self._room_words, self._room_bar, self._room_detail, actions, self.packs)
        shelves = QWidget()
        self._shelves = Column(shelves, gap=4)
        self.stack = StateStack(shelves, empty=EmptyState(icon="bookshelf"), skeleton_rows=5)
        self.stack.retry_requested.connect(self.reload)
        self.add(head, self.stack, self.room)
        self.finish()
        following = Following(self, self.tasks, self._service.library, self._show)
        stop = service.on_change(following.moved)
        self.destroyed.connect(lambda *_: stop())
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.choice.set_texts([self.tr("By class"), self.tr("On this PC"), self.tr("On its way")])
        self.search.set_placeholder(self.tr("Find material"))
        self.tomorrow.setText(self.tr("Everything for tomorrow"))
        self.publications.setText(self.tr("Publications"))
        self.network.setText(self.tr("Download on this network"))
        self.packs.retranslate()
        self.settings.setText(self.tr("Settings of downloads"))
        self._rows.clear()
        self._show(self._view)

    def activated(self, parameters: dict[str, object]) -> None:
        wanted = parameters.get("find")
        if isinstance(wanted, str):
            self.choice.set_value(ALL)
            self.search.setText(wanted)
        self.tasks.latest("reader", _load_reader)
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"materials", "classes"}:
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """The platform is reached, or is not."""
        self._online = online
        self.stack.set_offline(not online, self._view.as_of if self._view is not None else None)

    def reload(self) -> None:
        """Read the cache and the downloads again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.library, on_success=self._show, on_failure=self.stack.show_error)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, view: LibraryView | None) -> None:
        if view is None:
            return
        self._view = view
        self._show_room(view.storage)
        self.stack.set_offline(not self._online, view.as_of)
        shown = self._chosen(view)
        wanted = [item.material.id for shelf in shown for item in shelf.items]
        if wanted and wanted == list(self._rows):
            for item in (item for shelf in shown for item in shelf.items):
                self._rows[item.material.id].show_item(item)
        else:
            self._rebuild()

    def _chosen(self, view: LibraryView) -> list[Shelf]:
        needle = self.search.text().strip().casefold()
        which = self.choice.value()

        def shown(item: Item) -> bool:
            if which == HERE and not item.file.readable:
                return False
            if which == MOVING and item.file.state not in _ON_THE_WAY:
                return False
            title = item.material.title
            return not needle or any(needle in (text or "").casefold() for text in (title.en, title.si, title.ta))

        shelves = [Shelf(shelf.school_class, tuple(filter(shown, shelf.items))) for shelf in view.shelves]
        return [shelf for shelf in shelves if shelf.items]

    def _rebuild(self) -> None:
        if self._view is None:
            return
        clear_layout(self._shelves)
        self._rows.clear()
        shelves = self._chosen(self._view)
        for shelf in shelves:
            self._shelves.addWidget(self._card(shelf))
        if shelves:
            self.stack.show_content()
            return
        title, text = {
            HERE: (self.tr("Nothing on this PC yet"), self.tr("Download a file, a class, or everything for tomorrow.")),
            MOVING: (self.tr("Nothing on its way"), self.tr("What you download is shown here until it has arrived.")),
        }.get(
            self.choice.value(),
            (self.tr("No material yet"), self.tr("What your teachers put up appears here.")),
        )
        if self.search.text().strip():
            title, text = self.tr("Nothing found"), self.tr("Look for a part of the title, in any language.")
        self.stack.empty.set(title, text, icon="bookshelf")
        self.stack.show_empty()

    def _card(self, shelf: Shelf) -> Card:
        missing = [item.material for item in shelf.items if item.file.state is FileState.ONLINE]
        whole = QuietButton(self.tr("Download all"), icon="download-multiple")
        whole.clicked.connect(partial(self.fetch, missing, Priority.CLASS, f"class:{shelf.school_class.id}"))
        show_if(whole, len(missing) > 1)
        title = shelf.school_class.name.text(i18n.language())
        card, head = Card(gap=0), Row(gap=3)
        card.setAccessibleName(title)
        # The name goes on in the next line rather than making the page wider than the window.
        head.addWidget(WrapLabel(title, "heading"), 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(whole)
        card.add(head)
        for item in shelf.items:
            row = ItemRow(item)
            row.wanted.connect(partial(self._act, item.material.id))
            row.menu_asked.connect(partial(self._ask_menu, item.material.id))
            self._rows[item.material.id] = row
            card.add(Divider(), row)
        return card

    def _show_room(self, storage: Storage) -> None:
        used, quota = i18n.format_bytes(storage.used), i18n.format_bytes(storage.quota)
        words = self.tr("{used} of {quota} used for study files").format(used=used, quota=quota)
        self._room_words.setText(words)
        self._room_bar.set_value(storage.used, max(1, storage.quota), description=words)
        free = self.tr("{free} free on this disk.").format(free=i18n.format_bytes(storage.free))
        rule = self.tr(
            "When room is needed, what you have not read for longest goes first ({size}). What you keep or what is "
            "still due stays."
        ).format(size=i18n.format_bytes(storage.removable))
        today = ""
        if storage.daily is not None:
            today = self.tr("{here} of {size} fetched today.").format(
                here=i18n.format_bytes(storage.fetched_today), size=i18n.format_bytes(storage.daily)
            )
        self._room_detail.setText(" ".join(filter(None, (free, today, rule))))
        show_if(self.network, storage.waits_for_network)

    # -- doing --------------------------------------------------------------------------------------------------------

    def fetch_tomorrow(self) -> None:
        """Ask for what tomorrow needs, after saying what it costs."""
        self.tasks.latest("fetch", self._fetch_tomorrow)

    async def _fetch_tomorrow(self) -> None:
        materials = await self._service.tomorrow()
        if await self._agreed(self.tr("Everything for tomorrow"), materials):
            await self._service.download_tomorrow(materials)

    def fetch(self, materials: Sequence[Material], priority: Priority, package: str | None) -> None:
        """Ask for several, after saying what it costs."""
        self.tasks.latest("fetch", partial(self._fetch, materials, priority, package))

    async def _fetch(self, materials: Sequence[Material], priority: Priority, package: str | None) -> None:
        if await self._agreed(self.tr("Download all"), materials):
            await self._service.download(materials, priority, package)

    async def _agreed(self, title: str, materials: Sequence[Material]) -> bool:
        estimate = await self._service.estimate(materials)
        if not estimate.files:
            notices.say_text("info", self.tr("Everything is here already"), key="library.nothing-to-fetch")
            return False
        if estimate.evicted is None:
            text = self.tr("{size} do not fit. Remove or no longer keep some files first.").format(
                size=i18n.format_bytes(estimate.size)
            )
            notices.say_text("caution", self.tr("Not enough room"), text, key="library.no-room")
            return False
        return await confirm(self, title, self._cost(estimate), self.tr("Download"))

    def _cost(self, estimate: Estimate) -> str:
        size = i18n.format_bytes(estimate.size)
        words = self.tr("One file, {size}.") if estimate.files == 1 else self.tr("{count} files, {size}.")
        words = words.format(count=i18n.format_number(estimate.files), size=size)
        if estimate.seconds is not None:
            words += " " + self.tr("About {time}.").format(time=i18n.format_duration(max(1.0, estimate.seconds)))
        if estimate.evicted:
            freed = i18n.format_bytes(sum(file.size for file in estimate.evicted))
            words += " " + self.tr("{size} that you have not read for longest will be removed.").format(size=freed)
        if not self._online:
            words += " " + self.tr("It begins when there is a network.")
        return words

    def _act(self, material_id: str) -> None:
        item = self._rows[material_id].item
        if item.file.readable:
            self._context.navigate("reader", material_id=material_id)
        elif item.file.state is FileState.ONLINE:
            self.tasks.run(partial(self._service.download, [item.material]))
        elif item.file.state in (FileState.WAITING, FileState.RUNNING):
            self.tasks.run(partial(self._service.pause, item))
        else:
            self.tasks.run(partial(self._service.resume, item))

    def _ask_menu(self, material_id: str) -> None:
        row = self._rows[material_id]
        self.tasks.latest("menu", partial(self._menu, row))

    async def _menu(self, row: ItemRow) -> None:
        item, menu = row.item, QMenu(self)
        for value, words in self._choices(item):
            action = QAction(words, menu)
            action.setData(value)
            menu.addAction(action)
        chosen = await open_menu(menu, row.more.mapToGlobal(QPoint(0, row.more.height())))
        if chosen == "keep":
            await self._service.pin(item, not item.pinned)
        elif chosen == "remove":
            await self._service.remove(item)
        elif chosen == "cancel":
            await self._service.cancel(item)
        elif chosen == "download":
            await self._service.download([item.material])

    def _choices(self, item: Item) -> list[tuple[str, str]]:
        if item.file.readable:
            keep = self.tr("No longer keep on this PC") if item.pinned else self.tr("Keep on this PC")
            return [("keep", keep), ("remove", self.tr("Remove from this PC"))]
        if item.file.state is FileState.ONLINE:
            return [("download", self.tr("Download"))]
        return [("cancel", self.tr("Cancel the download"))]


async def _load_reader() -> None:
    # The first click on a file waits for no import; who never reads has none of it in memory.
    await asyncio.to_thread(importlib.import_module, "learnup_desktop.features.library.reader_page")
