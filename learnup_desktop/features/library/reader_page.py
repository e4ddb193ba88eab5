"""The reader: one material of this computer, with search, zoom and the place where one stopped."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.features.library.library_widgets import media_icon
from learnup_desktop.features.library.marking_widgets import Marking
from learnup_desktop.features.library.reading import Document, Kind, ReaderService, plain_type
from learnup_desktop.features.library.viewer_widgets import ImageViewer, PdfViewer, TextViewer, Viewer
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import confirm
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    EmptyState,
    IconButton,
    Label,
    PageFrame,
    Row,
    SearchEdit,
    StateStack,
    show_if,
)

KEEP_PLACE_MILLISECONDS = 2000
"""A place is kept when one has rested there, not at every turn of the wheel."""
_WEB = frozenset({"http", "https", "mailto"})


class ReaderPage(PageFrame):
    """Tool bar and viewer; the viewer is made for the kind of file."""

    def __init__(self, service: ReaderService, context: PageContext) -> None:
        super().__init__(scroll=False, maximum_width=None, gap=3)
        self._service = service
        self._context = context
        self._material_id = ""
        self._document: Document | None = None
        self._wanted: tuple[int | None, str] = (None, "")
        self.viewer: Viewer | None = None
        self.tasks = TaskScope(self)
        self.back = IconButton("arrow-left", "")
        self.back.clicked.connect(partial(context.navigate, "library"))
        self.side = IconButton("view-list-outline", "", boxed=True)
        self.side.setCheckable(True)
        self.side.toggled.connect(lambda shown: self.viewer and self.viewer.show_side(shown))
        self.position = Label("", "caption", "text-muted")
        self.search = SearchEdit()
        self.search.returnPressed.connect(partial(self._step, True))
        self.search.textChanged.connect(self._search_soon)
        self.hits = Label("", "caption", "text-muted")
        self.before, self.after = IconButton("chevron-up", ""), IconButton("chevron-down", "")
        self.before.clicked.connect(partial(self._step, False))
        self.after.clicked.connect(partial(self._step, True))
        self.smaller, self.larger = IconButton("magnify-minus-outline", ""), IconButton("magnify-plus-outline", "")
        self.fit = IconButton("arrow-expand-horizontal", "")
        for button, steps in ((self.smaller, -1), (self.larger, 1), (self.fit, 0)):
            button.clicked.connect(partial(self._zoom, steps))
        self.marking = Marking(self, service.marks, self.tasks)
        self.highlight = IconButton("marker", "")
        self.highlight.clicked.connect(partial(self.marking.start, "highlight"))
        self.notes = IconButton("notebook-outline", "", boxed=True)
        self.notes.setCheckable(True)
        self.notes.toggled.connect(self.marking.panel.setVisible)
        self.marking.panel.hide()
        holder = Card(padding=0)
        self._holder = Row(gap=3)
        holder.body.addLayout(self._holder, 1)
        self._holder.addWidget(self.marking.panel)
        self.stack = StateStack(holder, empty=EmptyState(icon="book-open-variant"), skeleton_rows=8)
        self.stack.retry_requested.connect(self.reload)
        self.stack.empty_action_requested.connect(self._open_elsewhere)
        self._resting = QTimer(self, singleShot=True, interval=KEEP_PLACE_MILLISECONDS)
        self._resting.timeout.connect(lambda: self.keep_place())
        self._typing = QTimer(self, singleShot=True, interval=200)
        self._typing.timeout.connect(self._search)
        self.add(self._bar())
        self.add(self.stack, stretch=1)
        self.retranslate()

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = Row(bar, gap=2)
        row.add(self.back, self.side)
        row.addStretch(1)
        row.add(self.position, self.search, self.hits, self.before, self.after, self.smaller, self.larger, self.fit)
        row.add(self.highlight, self.notes)
        return bar

    # -- frame --------------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return self._document.material.title.text(i18n.language()) if self._document is not None else ""

    def retranslate(self) -> None:
        self.back.set_label(self.tr("Back to the library"))
        self.side.set_label(self.tr("Pages and contents"))
        self.search.set_placeholder(self.tr("Find in this text"))
        self.before.set_label(self.tr("The hit before"))
        self.after.set_label(self.tr("The next hit"))
        self.smaller.set_label(self.tr("Smaller"))
        self.larger.set_label(self.tr("Larger"))
        self.fit.set_label(self.tr("Fit"))
        self.highlight.set_label(self.tr("Highlight the selected words (Ctrl+H)"))
        self.notes.set_label(self.tr("Your notes on this document"))
        self.marking.panel.retranslate()
        self._tell()

    def activated(self, parameters: dict[str, object]) -> None:
        wanted = parameters.get("material_id")
        if isinstance(wanted, str) and wanted != self._material_id:
            self.keep_place(leaving=True)
            self._material_id = wanted
            self._document = None
        if parameters.get("notes"):
            self.notes.setChecked(True)
        page, words = parameters.get("page"), parameters.get("find")
        self._wanted = (page if isinstance(page, int) else None, words if isinstance(words, str) else "")
        if self._document is None:
            self.reload()
        else:
            self._go_to_wanted()

    def deactivated(self) -> None:
        self.keep_place(leaving=True)

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated: another computer of this account may have written."""
        if "annotations" in streams:
            self.marking.reload()

    def reload(self) -> None:
        """Open the material again."""
        self._clear()
        self.stack.show_loading()
        self.tasks.latest("open", self._open, on_failure=self._failed)

    # -- opening ------------------------------------------------------------------------------------------------------

    async def _open(self) -> None:
        document = await self._service.open(self._material_id)
        viewer: Viewer | None = None
        if document.kind is Kind.PDF:
            made = PdfViewer(str(document.path), document.opened)
            viewer = made if made.readable else None
        elif document.kind is Kind.IMAGE:
            material = document.material
            title = material.title.text(i18n.language())
            picture = ImageViewer(await self._service.data(document), plain_type(material.media_type), title)
            viewer = picture if picture.readable else None
        elif document.kind is Kind.MEDIA:
            # QtMultimedia is loaded by the first recording.
            from learnup_desktop.features.library.media_widgets import MediaViewer

            viewer = MediaViewer(str(document.path), document.material.title.text(i18n.language()), document.opened)
        elif document.kind is not Kind.SYSTEM:
            viewer = TextViewer(await self._service.text(document), document.kind.value, self._follow)
        self._document = document
        if viewer is None:
            self._offer_elsewhere(document)
        else:
            self._show(document, viewer)

    def _show(self, document: Document, viewer: Viewer) -> None:
        self.viewer = viewer
        viewer.told.connect(self._moved)
        self._holder.insertWidget(0, viewer, 1)
        material = document.material
        all_pages = partial(self._service.all_pages, document)
        self.marking.open(viewer, material.id, material.sha256, material.title.text(i18n.language()), all_pages)
        self.stack.show_content()
        # The first layout gives pages their places.
        QTimer.singleShot(0, viewer, partial(self._arrive, viewer, document))
        show_if(self.side, viewer.has_side())
        self._context.set_page_title(self.title())
        self._tell()

    def _arrive(self, viewer: Viewer, document: Document) -> None:
        viewer.restore(document.place)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        """Where a search outside the reader found its words."""
        (page, words), self._wanted = self._wanted, (None, "")
        if self.viewer is None:
            return
        if page is not None:
            self.viewer.restore({"page": page, "share": 0.0})
        if words:
            self.search.setText(words)
            self._search()

    def _failed(self, error: LearnUpError) -> None:
        self._document = None
        self.stack.show_error(error)

    def _offer_elsewhere(self, document: Document) -> None:
        title = document.material.title.text(i18n.language())
        icon = media_icon(document.material.media_type)
        if document.kind is Kind.SYSTEM:
            text = self.tr("LearnUp opens this kind of file in another program of this computer.")
            self.stack.empty.set(title, text, icon=icon, action=self.tr("Open in another program"))
        else:
            text = self.tr("This file is damaged or not what its name says. Tell your teacher.")
            self.stack.empty.set(title, text, icon=icon)
        self.stack.show_empty()
        self._tell()

    def _open_elsewhere(self) -> None:
        if self._document is not None:
            self.tasks.latest("elsewhere", partial(self._hand_over, self._document))

    async def _hand_over(self, document: Document) -> None:
        place = await self._service.copy_for_system(document, i18n.language())
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    def _follow(self, address: str) -> None:
        url = QUrl(address)
        if url.scheme() in _WEB:
            self.tasks.latest("link", partial(self._ask_to_follow, url))

    async def _ask_to_follow(self, url: QUrl) -> None:
        text = self.tr("{address} opens in the browser of this computer.").format(address=url.toDisplayString())
        if await confirm(self, self.tr("Leave LearnUp?"), text, self.tr("Open")):
            QDesktopServices.openUrl(url)

    # -- reading ------------------------------------------------------------------------------------------------------

    def keep_place(self, *, leaving: bool = False) -> None:
        """Remember where the reader is; ``leaving``: also for one's other computers."""
        self._resting.stop()
        if self.viewer is not None and self._document is not None:
            material_id, place, progress = self._document.material.id, self.viewer.place(), self.viewer.progress()
            self.tasks.run(partial(self._service.keep_place, material_id, place, progress, leaving))

    def _moved(self) -> None:
        self._resting.start()
        self._tell()

    def _search_soon(self) -> None:
        self._typing.start()

    def _search(self) -> None:
        if self.viewer is not None:
            self.viewer.search_for(self.search.text())

    def _step(self, forward: bool) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self._search()
        elif self.viewer is not None:
            self.viewer.step(forward)

    def _zoom(self, steps: int) -> None:
        if self.viewer is not None:
            self.viewer.zoom_by(steps)

    def _tell(self) -> None:
        viewer = self.viewer
        self.position.setText(viewer.position_words() if viewer is not None else "")
        show_if(self.position, bool(self.position.text()))
        searchable = isinstance(viewer, PdfViewer | TextViewer)
        for widget in (self.search, self.before, self.after):
            show_if(widget, searchable)
        for button in (self.smaller, self.larger, self.fit):
            show_if(button, searchable or isinstance(viewer, ImageViewer))
        show_if(self.side, viewer is not None and viewer.has_side())
        show_if(self.highlight, searchable)
        show_if(self.notes, viewer is not None)
        current, count = viewer.hits() if viewer is not None else (0, 0)
        words = ""
        if searchable and self.search.text().strip():
            words = self.tr("{current} of {count}").format(
                current=i18n.format_number(current), count=i18n.format_number(count)
            )
            words = words if count else self.tr("Not found")
        self.hits.setText(words)
        show_if(self.hits, bool(words))
        for button in (self.before, self.after):
            button.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self._zoom(1)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self._zoom(-1)
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self._step(True)
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self._step(False)
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        viewer, self.viewer = self.viewer, None
        self.search.clear()
        self._typing.stop()
        self.marking.close()
        if viewer is not None:
            self._holder.removeWidget(viewer)
            viewer.hide()
            viewer.deleteLater()
