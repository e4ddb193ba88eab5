"""The viewers of the reader: one for each kind of file, all with the same few verbs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument, QPdfSearchModel
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QScrollArea, QTextBrowser, QTextEdit, QTreeView, QWidget

from learnup_desktop.contract.study import Anchor
from learnup_desktop.domain.anchors import Place, anchor_at, from_utf16, to_utf16
from learnup_desktop.features.library.pdf_thumbnails_widgets import PdfThumbnails
from learnup_desktop.features.library.pdf_widgets import ZOOM_STEP, PdfPages
from learnup_desktop.qt import i18n
from learnup_desktop.qt.clean_html import clean_html
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, Row, SegmentedControl, follow_theme

_LINE = 80
"""Characters at the top of a text by which a bookmark finds its place again."""
LARGEST_PIXELS = 40_000_000
"""A picture with more pixels than a 40-megapixel scan is not decoded: it would take 160 MB."""


def memory_device(data: bytes, owner: QObject) -> QBuffer:
    """``data`` as a device that players and readers take; it lives as long as ``owner``."""
    device = QBuffer(owner)
    device.setData(QByteArray(data))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    return device


class Viewer(QWidget):
    """What every viewer can do.

    Attributes:
        told: page or hits have changed: what the tool bar says.
        menu_asked: a menu for what is selected is wanted, at this global position.
    """

    told = Signal()
    menu_asked = Signal(QPoint)

    def page_text(self, page: int) -> str:
        """The plain text of a page; empty where there is none."""
        return ""

    def selections(self) -> list[Place]:
        """What is selected, page after page; else the hit that is shown."""
        return []

    def moment(self) -> Anchor:
        """Where the reader is, for a bookmark or a note that belongs to no words."""
        return Anchor()

    def show_marks(self, marks: Sequence[tuple[Place, str]], bookmarked: frozenset[int]) -> None:
        """Draw markers in their pens, and bookmarks on pages."""

    def go_to_words(self, place: Place) -> None:
        """Bring words into view and select them."""

    def go_to_moment(self, anchor: Anchor) -> None:
        """Go where :meth:`moment` was."""

    def progress(self) -> float:
        """How far down the document the reader is, 0 to 1."""
        return 0.0

    def place(self) -> dict[str, float]:
        """Where the reader is, for the next time."""
        return {}

    def restore(self, place: dict[str, float]) -> None:
        """Go where :meth:`place` was."""

    def search_for(self, words: str) -> None:
        """Mark every place of ``words`` and go to the first; empty words mark nothing."""

    def step(self, forward: bool) -> None:
        """The next hit, or the one before."""

    def hits(self) -> tuple[int, int]:
        """Which hit is shown (from 1, 0 for none), of how many."""
        return 0, 0

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller; 0: as the page's width or true size."""

    def position_words(self) -> str:
        """``Page 3 of 12``; empty where there are no pages."""
        return ""

    def has_side(self) -> bool:
        """Whether there is an outline or small pages."""
        return False

    def show_side(self, shown: bool) -> None:
        """Show or hide them."""


class PdfViewer(Viewer):
    """A PDF with outline and small pages.

    Args:
        path: of the file.
        opened: its bytes in place of the file, of a publication that is nowhere but in memory.

    Attributes:
        readable: whether it is a PDF at all.
    """

    def __init__(self, path: str, opened: bytes | None = None) -> None:
        super().__init__()
        self._document = QPdfDocument(self)
        if opened is None:
            loaded = self._document.load(path) == QPdfDocument.Error.None_
        else:
            self._document.load(memory_device(opened, self))
            loaded = self._document.status() == QPdfDocument.Status.Ready
        self.readable = loaded and self._document.pageCount() > 0
        self.pages = PdfPages(self._document)
        self.pages.page_changed.connect(self._turned)
        self.pages.menu_asked.connect(self.menu_asked)
        self._texts: dict[int, str] = {}
        self._search = QPdfSearchModel(self)
        self._search.setDocument(self._document)
        self._search.modelReset.connect(self._found)
        self._search.rowsInserted.connect(self._found)
        self._hit = -1
        self._side = self._make_side()
        row = Row(self, gap=3)
        row.addWidget(self._side)
        row.addWidget(self.pages, 1)
        self._side.hide()
        follow_theme(self._retheme)

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = Column(side, gap=2)
        self.thumbnails = PdfThumbnails(self._document)
        self.thumbnails.chosen.connect(self.pages.go_to)
        self._outline_model = QPdfBookmarkModel(self)
        self._outline_model.setDocument(self._document)
        self.outline = QTreeView()
        self.outline.setModel(self._outline_model)
        self.outline.setHeaderHidden(True)
        self.outline.setFrameShape(QFrame.Shape.NoFrame)
        self.outline.setAccessibleName(self.tr("Contents"))
        theme().dress(self.outline)
        self.outline.activated.connect(self._go_to_entry)
        self.outline.clicked.connect(self._go_to_entry)
        self.choice = SegmentedControl([("pages", self.tr("Pages")), ("outline", self.tr("Contents"))])
        self.choice.changed.connect(self._choose_side)
        self.choice.setVisible(self._outline_model.rowCount(QModelIndex()) > 0)
        column.addWidget(self.choice)
        column.addWidget(self.thumbnails, 1)
        column.addWidget(self.outline, 1)
        self.outline.hide()
        return side

    def _retheme(self) -> None:
        self._side.setFixedWidth(theme().px(200))

    def _choose_side(self, which: str) -> None:
        self.thumbnails.setVisible(which == "pages")
        self.outline.setVisible(which == "outline")

    def _go_to_entry(self, index: QModelIndex) -> None:
        page = index.data(QPdfBookmarkModel.Role.Page)
        if isinstance(page, int):
            self.pages.go_to(page)

    def _turned(self, page: int) -> None:
        self.thumbnails.set_current(page)
        self.told.emit()

    def place(self) -> dict[str, float]:
        page, share = self.pages.place()
        return {"page": page, "share": share}

    def restore(self, place: dict[str, float]) -> None:
        self.pages.go_to(int(place.get("page", 0)), min(max(place.get("share", 0.0), 0.0), 1.0))

    def search_for(self, words: str) -> None:
        self._hit = -1
        self._search.setSearchString(words.strip())
        self._found()

    def _found(self) -> None:
        count = self._search.rowCount(QModelIndex())
        if self._hit < 0 and count:
            page = self.pages.page()
            ahead = [row for row in range(count) if self._search.resultAtIndex(row).page() >= page]
            self._hit = ahead[0] if ahead else 0
        self.pages.show_hits(self._search, self._hit)
        self.told.emit()

    def step(self, forward: bool) -> None:
        count = self._search.rowCount(QModelIndex())
        if count:
            self._hit = (self._hit + (1 if forward else -1)) % count
            self.pages.show_hits(self._search, self._hit)
            self.told.emit()

    def hits(self) -> tuple[int, int]:
        return self._hit + 1, self._search.rowCount(QModelIndex())

    def zoom_by(self, steps: int) -> None:
        self.pages.set_zoom(self.pages.zoom() * ZOOM_STEP**steps if steps else None)

    def position_words(self) -> str:
        page, count = (i18n.format_number(number) for number in (self.pages.page() + 1, self._document.pageCount()))
        return self.tr("Page {page} of {count}").format(page=page, count=count)

    def page_text(self, page: int) -> str:
        if not 0 <= page < self._document.pageCount():
            return ""
        if page not in self._texts:
            self._texts[page] = self._document.getAllText(page).text()
        return self._texts[page]

    def selections(self) -> list[Place]:
        return [
            Place(item.page, *(from_utf16(self.page_text(item.page), index) for index in (item.first, item.last)))
            for item in self.pages.stretches()
        ]

    def moment(self) -> Anchor:
        return Anchor(page=self.pages.page())

    def show_marks(self, marks: Sequence[tuple[Place, str]], bookmarked: frozenset[int]) -> None:
        self.pages.show_marks([(pen, place.page, *self._stretch(place)) for place, pen in marks], bookmarked)

    def go_to_words(self, place: Place) -> None:
        self.pages.go_to_stretch(place.page, *self._stretch(place))

    def go_to_moment(self, anchor: Anchor) -> None:
        self.pages.go_to(anchor.page or 0)

    def _stretch(self, place: Place) -> tuple[int, int]:
        text = self.page_text(place.page)
        return to_utf16(text, place.start), to_utf16(text, place.end)

    def progress(self) -> float:
        return (self.pages.page() + 1) / max(1, self._document.pageCount())

    def has_side(self) -> bool:
        return self._document.pageCount() > 1

    def show_side(self, shown: bool) -> None:
        self._side.setVisible(shown)


class _QuietBrowser(QTextBrowser):
    """Text that fetches nothing: neither from a network nor from this computer's files."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Zoom is the reader's; Qt would change only this widget's font.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)


class TextViewer(Viewer):
    """Markdown, HTML or plain text.

    HTML is reduced to what is harmless (``qt.clean_html``), and nothing is fetched.

    Args:
        text: the words.
        markup: ``markdown``, ``html`` or ``text``.
        follow: called with the address of a link that somebody presses.
    """

    def __init__(self, text: str, markup: str, follow: Callable[[str], None]) -> None:
        super().__init__()
        self._steps = 0
        self._words = ""
        self._count = self._current = 0
        self.browser = _QuietBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setFrameShape(QFrame.Shape.NoFrame)
        self.browser.setAccessibleName(self.tr("Text"))
        theme().dress(self.browser)
        self.browser.anchorClicked.connect(lambda address: follow(address.toString()))
        if markup == "markdown":
            features = QTextDocument.MarkdownFeature
            self.browser.document().setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        elif markup == "html":
            self.browser.setHtml(clean_html(text))
        else:
            self.browser.setPlainText(text)
        flags = Qt.TextInteractionFlag
        self.browser.setTextInteractionFlags(flags.TextBrowserInteraction | flags.TextSelectableByKeyboard)
        self.browser.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.browser.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(self.browser.viewport().mapToGlobal(at))
        )
        self._text = self.browser.document().toPlainText()
        self._marks: list[tuple[Place, str]] = []
        Column(self).add(self.browser, stretch=1)
        follow_theme(self._retheme)

    def page_text(self, page: int) -> str:
        return self._text if page == 0 else ""

    def selections(self) -> list[Place]:
        cursor = self.browser.textCursor()
        if not cursor.hasSelection():
            return []
        return [Place(0, *(from_utf16(self._text, at) for at in (cursor.selectionStart(), cursor.selectionEnd())))]

    def moment(self) -> Anchor:
        # A text has no pages: the words at the top of the view are the place.
        start = from_utf16(self._text, self.browser.cursorForPosition(QPoint(4, 4)).position())
        end = self._text.find("\n", start)
        end = min(len(self._text) if end < 0 else end, start + _LINE)
        return anchor_at(self._text, Place(0, start, end), "") if end > start else Anchor()

    def show_marks(self, marks: Sequence[tuple[Place, str]], bookmarked: frozenset[int]) -> None:
        self._marks = list(marks)
        self._paint_marks()

    def _paint_marks(self) -> None:
        drawn = []
        for place, pen in self._marks:
            extra = QTextEdit.ExtraSelection()
            extra.cursor = self._cursor(place)
            extra.format.setBackground(theme().marker_color(pen))
            drawn.append(extra)
        self.browser.setExtraSelections(drawn)

    def _cursor(self, place: Place) -> QTextCursor:
        cursor = QTextCursor(self.browser.document())
        cursor.setPosition(to_utf16(self._text, place.start))
        cursor.setPosition(to_utf16(self._text, place.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def go_to_words(self, place: Place) -> None:
        self.browser.setTextCursor(self._cursor(place))
        self.browser.ensureCursorVisible()

    def progress(self) -> float:
        bar = self.browser.verticalScrollBar()
        return (bar.value() + bar.pageStep()) / max(1, bar.maximum() + bar.pageStep())

    def _retheme(self) -> None:
        font = theme().font("body")
        # A little larger than a page's own words: this is read for long.
        font.setPixelSize(max(8, round(theme().px(16) * 1.1**self._steps)))
        self.browser.document().setDefaultFont(font)
        self.browser.document().setDocumentMargin(theme().space(5))
        self._paint_marks()

    def place(self) -> dict[str, float]:
        bar = self.browser.verticalScrollBar()
        return {"share": bar.value() / bar.maximum() if bar.maximum() else 0.0}

    def restore(self, place: dict[str, float]) -> None:
        bar = self.browser.verticalScrollBar()
        bar.setValue(round(min(max(place.get("share", 0.0), 0.0), 1.0) * bar.maximum()))

    def search_for(self, words: str) -> None:
        self._words, self._current = words.strip(), 0
        self._count = self._counted()
        cursor = self.browser.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.browser.setTextCursor(cursor)
        if self._count:
            self.step(forward=True)
        self.told.emit()

    def _counted(self) -> int:
        if not self._words:
            return 0
        count, cursor = 0, QTextCursor(self.browser.document())
        while not (cursor := self.browser.document().find(self._words, cursor)).isNull():
            count += 1
        return count

    def step(self, forward: bool) -> None:
        if not self._count:
            return
        flag = QTextDocument.FindFlag(0) if forward else QTextDocument.FindFlag.FindBackward
        if not self.browser.find(self._words, flag):
            cursor = self.browser.textCursor()
            end = QTextCursor.MoveOperation.Start if forward else QTextCursor.MoveOperation.End
            cursor.movePosition(end)
            self.browser.setTextCursor(cursor)
            self.browser.find(self._words, flag)
        self._current = (self._current - 1 + (1 if forward else -1)) % self._count + 1
        self.told.emit()

    def hits(self) -> tuple[int, int]:
        return self._current, self._count

    def zoom_by(self, steps: int) -> None:
        self._steps = min(max(self._steps + steps, -4), 12) if steps else 0
        self._retheme()


class _Canvas(QWidget):
    """A picture on white paper."""

    def __init__(self, image: QImage, svg: QSvgRenderer | None) -> None:
        super().__init__()
        self._image, self._svg = image, svg

    def natural_size(self) -> QSize:
        """Pixels at 100 %; empty when it cannot be shown."""
        return self._svg.defaultSize() if self._svg is not None else self._image.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._svg is not None:
            self._svg.render(painter, QRectF(self.rect()))
        else:
            painter.drawImage(self.rect(), self._image)


class ImageViewer(Viewer):
    """One picture.

    Attributes:
        readable: whether it is one, of a size that can be shown.
    """

    def __init__(self, data: bytes, media_type: str, description: str) -> None:
        super().__init__()
        svg = QSvgRenderer(data) if media_type == "image/svg+xml" else None
        image = QImage() if svg is not None else QImage.fromData(data)
        if image.width() * image.height() > LARGEST_PIXELS:
            image = QImage()
        self._canvas = _Canvas(image, svg if svg is not None and svg.isValid() else None)
        self._canvas.setAccessibleName(description)
        self.readable = not self._canvas.natural_size().isEmpty()
        self._factor: float | None = None
        self._area = QScrollArea()
        self._area.setWidget(self._canvas)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        theme().dress(self._area)
        Column(self).add(self._area, stretch=1)

    def progress(self) -> float:
        return 1.0

    def showEvent(self, event: object) -> None:
        self._scale()

    def resizeEvent(self, event: object) -> None:
        self._scale()

    def _scale(self) -> None:
        natural = QSizeF(self._canvas.natural_size())
        if natural.isEmpty():
            return
        room = self._area.maximumViewportSize()
        fitting = min(room.width() / natural.width(), room.height() / natural.height(), 1.0)
        self._canvas.resize((natural * (fitting if self._factor is None else self._factor)).toSize())

    def zoom_by(self, steps: int) -> None:
        natural = self._canvas.natural_size().width()
        if steps and natural:
            self._factor = min(max(self._canvas.width() / natural * ZOOM_STEP**steps, 0.1), 8.0)
        else:
            self._factor = None
        self._scale()
