"""Pages of a PDF below each other: drawn on threads, zoomed, searched, selected (also by keyboard) and copied.

QtPdfWidgets' own view cannot select text nor say where a page lies, which highlights need; so this one is ours, on
QtPdf's document, renderer and search.
"""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer, QPdfSearchModel
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from learnup_desktop.features.library.pdf_text_widgets import WALKING_KEYS, PagePoint, PdfCursor, Spot, Stretch
from learnup_desktop.qt.theme import theme

ZOOM_RANGE = (0.25, 6.0)
ZOOM_STEP = 1.2
_POINTS_PER_INCH = 72.0
_CACHED_PIXELS = 24_000_000
"""Rendered pages kept, in pixels: about ten A4 pages at 100 %, 96 MB at most."""
_LARGEST_SIDE = 6000
"""No page is rendered larger than this; beyond it the picture is scaled up."""


class PdfPages(QAbstractScrollArea):
    """The pages of a document.

    Args:
        document: opened by the caller, who keeps it.

    Attributes:
        page_changed: the page in the middle of the view, from 0.
        zoom_changed: the factor, 1.0 is true size.
        selected: what is selected has changed.
        menu_asked: a menu for it is wanted, at this global position.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    selected = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._zoom: float | None = None  # None: as wide as the view
        self._rects: list[QRectF] = []
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._asked: dict[int, QSize] = {}
        self._page = 0
        self.text_cursor = PdfCursor(document)
        self.walking = False
        self._selected: list[Stretch] = []
        self._marks: dict[int, list[tuple[str, list[QPolygonF]]]] = {}
        self._ribbons: frozenset[int] = frozenset()
        self._hits: dict[int, list[QRectF]] = {}
        self._hit: tuple[int, list[QRectF]] | None = None
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(document)
        self._renderer.pageRendered.connect(self._rendered)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme().dress(self)
        theme().changed.connect(self.viewport().update)
        self.retranslate()
        self._lay_out()

    # --- where everything is ---------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say again what this is."""
        self.setAccessibleName(self.tr("Pages"))
        self.setAccessibleDescription(self.tr("Shift and the arrow keys select words; F7 shows a cursor."))

    def scale(self) -> float:
        """Pixels a point."""
        return self.zoom() * self.logicalDpiX() / _POINTS_PER_INCH

    SMALLEST = ZOOM_RANGE[0]
    SELECTABLE = True

    def zoom(self) -> float:
        """The factor now, whether chosen or by the view's width."""
        if self._zoom is not None:
            return self._zoom
        widest = max((size.width() for size in self._sizes()), default=0.0)
        if widest <= 0:
            return 1.0
        room = self.viewport().width() - 2 * theme().space(4)
        wanted = room / (widest * self.logicalDpiX() / _POINTS_PER_INCH)
        return min(max(wanted, self.SMALLEST), ZOOM_RANGE[1])

    def set_zoom(self, zoom: float | None) -> None:
        """Choose a factor, None for as wide as the view; what is in the middle stays there."""
        middle = self.place()
        self._zoom = None if zoom is None else min(max(zoom, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        self._lay_out()
        self.go_to(*middle)
        self.zoom_changed.emit(self.zoom())

    def page(self) -> int:
        """The page in the middle of the view, from 0."""
        return self._page

    def place(self) -> tuple[int, float]:
        """What the top of the view shows: page from 0, and how far down it, 0 to 1."""
        top = float(self.verticalScrollBar().value())
        for number, rect in enumerate(self._rects):
            if rect.bottom() > top:
                return number, min(max((top - rect.top()) / max(1.0, rect.height()), 0.0), 1.0)
        return max(0, len(self._rects) - 1), 0.0

    def go_to(self, page: int, share: float = 0.0) -> None:
        """Put a place at the top of the view; a page that is not there is the nearest one."""
        if self._rects:
            rect = self._rects[min(max(page, 0), len(self._rects) - 1)]
            self.verticalScrollBar().setValue(round(rect.top() + share * rect.height()))

    def page_rect(self, page: int) -> QRectF:
        """Where a page is drawn, in the viewport's pixels."""
        return self._rects[page].translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def point_at(self, position: QPointF) -> PagePoint | None:
        """The place in the document below (or nearest to) a point of the viewport; None for an empty document."""
        scale = self.scale()
        nearest, distance = None, float("inf")
        for number in range(len(self._rects)):
            rect = self.page_rect(number)
            away = max(rect.top() - position.y(), position.y() - rect.bottom(), 0.0)
            if away < distance:
                nearest, distance = number, away
        if nearest is None:
            return None
        rect = self.page_rect(nearest)
        x = min(max(position.x() - rect.left(), 0.0), rect.width()) / scale
        y = min(max(position.y() - rect.top(), 0.0), rect.height()) / scale
        return PagePoint(nearest, x, y)

    # --- search and selection --------------------------------------------------------------------------------------

    def show_hits(self, model: QPdfSearchModel, current: int) -> None:
        """Mark every hit, and bring the current one (an index of the model) into view."""
        self._hits.clear()
        for row in range(model.rowCount(QModelIndex())):
            link = model.resultAtIndex(row)
            self._hits.setdefault(link.page(), []).extend(QRectF(area) for area in link.rectangles())
        self._hit = None
        if 0 <= current < model.rowCount(QModelIndex()):
            link = model.resultAtIndex(current)
            areas = [QRectF(area) for area in link.rectangles()]
            self._hit = (link.page(), areas)
            self._bring_into_view(link.page(), areas)
        self.viewport().update()

    def selected_text(self) -> str:
        """What is selected, page after page."""
        return "\n".join(stretch.text for stretch in self._selected)

    def stretches(self) -> list[Stretch]:
        """What is selected, page after page; else the hit that is shown."""
        if self._selected or self._hit is None or not self._hit[1]:
            return list(self._selected)
        page, areas = self._hit
        words = self.text_cursor.text(page)
        first = words.boundary(areas[0].left(), areas[0].center().y())
        stretch = self._stretch(page, first, words.boundary(areas[-1].right(), areas[-1].center().y()))
        return [stretch] if stretch is not None else []

    def show_marks(self, marks: Sequence[tuple[str, int, int, int]], ribbons: frozenset[int]) -> None:
        """Draw markers and bookmarks.

        Args:
            marks: pen, page, first and last character (behind it) of each marker.
            ribbons: the pages with a bookmark.
        """
        self._marks = {}
        for pen, page, first, last in marks:
            stretch = self._stretch(page, first, last)
            if stretch is not None:
                self._marks.setdefault(page, []).append((pen, stretch.polygons))
        self._ribbons = ribbons
        self.viewport().update()

    def go_to_stretch(self, page: int, first: int, last: int) -> None:
        """Bring a stretch of text into view and select it."""
        stretch = self._stretch(page, first, last)
        if stretch is None:
            self.go_to(page)
            return
        self._choose([stretch])
        self._bring_into_view(page, [polygon.boundingRect() for polygon in stretch.polygons])

    def _stretch(self, page: int, first: int, last: int) -> Stretch | None:
        if not (0 <= page < self.document.pageCount() and last > first):
            return None
        found = self.document.getSelectionAtIndex(page, first, last - first)
        return Stretch(page, first, last, list(found.bounds()), found.text()) if found.isValid() else None

    def _choose(self, stretches: list[Stretch]) -> None:
        self._selected = stretches
        self.selected.emit()
        self.viewport().update()

    def select(self, start: PagePoint, end: PagePoint) -> None:
        """Select from one place to another, over pages."""
        self.text_cursor.put(self._spot(start))
        self.text_cursor.put(self._spot(end), keep_anchor=True)
        self._select_walked()

    def _spot(self, point: PagePoint) -> Spot:
        return Spot(point.page, self.text_cursor.text(point.page).boundary(point.x, point.y))

    def _select_walked(self) -> None:
        """Select what lies between the cursor's anchor and the cursor."""
        cursor = self.text_cursor
        if cursor.anchor is None or cursor.spot is None:
            return
        start, end = sorted((cursor.anchor, cursor.spot))
        chosen = []
        for page in range(start.page, end.page + 1):
            first = start.index if page == start.page else 0
            last = end.index if page == end.page else cursor.text(page).count
            stretch = self._stretch(page, first, last)
            if stretch is not None:
                chosen.append(stretch)
        self._choose(chosen)

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self._selected:
            QGuiApplication.clipboard().setText(self.selected_text())

    def set_walking(self, walking: bool) -> None:
        """Show a cursor that the arrow keys move, as F7 does in browsers; else they scroll. Shift selects in both."""
        self.walking = walking
        if walking:
            self._find_cursor()
        self.viewport().update()

    def _find_cursor(self) -> bool:
        """Put the cursor to the first letter that is seen, unless it is in view; False in a document without text."""
        held = self._cursor_rect()
        if held is None or not held.intersects(QRectF(self.viewport().rect())):
            begin = self.text_cursor.begin(*self.place())
            if begin is None:
                return held is not None
            self.text_cursor.put(begin)
        return True

    def _selects(self, event: QKeyEvent) -> bool:
        """Whether a key was one of those that select or move the cursor."""
        modifiers, walking = event.modifiers(), self.walking
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._select_page()
            return True
        if event.key() == Qt.Key.Key_F7 or (walking and event.key() == Qt.Key.Key_Escape):
            self.set_walking(not walking)
            return True
        return (walking or bool(modifiers & Qt.KeyboardModifier.ShiftModifier)) and self._walk(event.key(), modifiers)

    def _select_page(self) -> None:
        """Select the page in the middle of the view."""
        if self.document.pageCount():
            self.text_cursor.put(Spot(self._page, 0))
            self.text_cursor.put(Spot(self._page, self.text_cursor.text(self._page).count), keep_anchor=True)
            self._select_walked()

    def _walk(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if self.document.pageCount() == 0 or key not in WALKING_KEYS or not self._find_cursor():
            return False
        self.text_cursor.move(key, modifiers)
        self._select_walked()
        spot, place = self.text_cursor.spot, self.text_cursor.place()
        if spot is not None and place is not None:
            self._bring_into_view(spot.page, [place])
        return True

    def _cursor_rect(self) -> QRectF | None:
        """Where the cursor is drawn, in the viewport's pixels."""
        spot, place = self.text_cursor.spot, self.text_cursor.place()
        if spot is None or place is None or spot.page >= len(self._rects):
            return None
        corner, scale = self.page_rect(spot.page).topLeft(), self.scale()
        return QRectF(
            corner.x() + place.x() * scale - 1, corner.y() + place.y() * scale, theme().px(2), place.height() * scale
        )

    # --- events ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = self.point_at(event.position())
            if place is not None:
                keep = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.text_cursor.put(self._spot(place), keep_anchor=keep)
            self._select_walked()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.point_at(event.position())
        if place is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.text_cursor.put(self._spot(place), keep_anchor=True)
            self._select_walked()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom() * (ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self.SELECTABLE and self._selects(event):
            pass
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif key == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.triggerAction(bar.SliderAction.SliderPageStepSub if back else bar.SliderAction.SliderPageStepAdd)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.place()
        self._lay_out()
        if self._zoom is None:
            self.go_to(*place)
            self.zoom_changed.emit(self.zoom())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self.viewport()), theme()
        painter.fillRect(event.rect(), look.color("surface-sunken"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in range(len(self._rects)):
            rect = self.page_rect(number)
            if not rect.intersects(QRectF(event.rect())):
                continue
            # Paper is white whatever the theme: figures are drawn in black.
            painter.fillRect(rect, Qt.GlobalColor.white)
            picture = self._picture(number)
            if picture is not None:
                painter.drawImage(rect, picture)
            self._paint_marks(painter, number, rect)
            if number in self._ribbons:
                self._paint_ribbon(painter, rect)
            painter.setPen(look.color("border"))
            painter.drawRect(rect)
        held = self._cursor_rect() if self.walking else None
        if held is not None:
            painter.fillRect(held, Qt.GlobalColor.black)  # on white paper

    # --- inside ----------------------------------------------------------------------------------------------------

    def _sizes(self) -> list[QSize]:
        return [self.document.pagePointSize(page).toSize() for page in range(self.document.pageCount())]

    def _lay_out(self) -> None:
        scale, gap = self.scale(), theme().space(4)
        sizes = [self.document.pagePointSize(page) * scale for page in range(self.document.pageCount())]
        widest = max((size.width() for size in sizes), default=0.0)
        width = max(float(self.viewport().width()), widest + 2 * gap)
        top, self._rects = float(gap), []
        for size in sizes:
            self._rects.append(QRectF((width - size.width()) / 2, top, size.width(), size.height()))
            top += size.height() + gap
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(top) - self.viewport().height()))
        vertical.setPageStep(max(1, self.viewport().height() - gap))
        vertical.setSingleStep(theme().px(40))
        horizontal.setRange(0, max(0, round(width) - self.viewport().width()))
        horizontal.setPageStep(self.viewport().width())
        self._asked.clear()
        self._scrolled()

    def _scrolled(self) -> None:
        middle = self.viewport().height() / 2
        pages = range(len(self._rects))
        page = min(pages, key=lambda number: abs(self.page_rect(number).center().y() - middle), default=0)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()

    def _picture(self, page: int) -> QImage | None:
        """The page as last rendered; asks for it at the right size when that is another."""
        ratio = self.devicePixelRatioF()
        size = (self._rects[page].size() * ratio).toSize()
        if max(size.width(), size.height()) > _LARGEST_SIDE:
            size.scale(_LARGEST_SIDE, _LARGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
        picture = self._pictures.get(page)
        if (picture is None or picture.size() != size) and self._asked.get(page) != size:
            self._asked[page] = size
            self._renderer.requestPage(page, size, QPdfDocumentRenderOptions())
        if picture is not None:
            self._pictures.move_to_end(page)
        return picture

    def _rendered(self, page: int, size: QSize, picture: QImage) -> None:
        if self._asked.get(page) != size:
            return  # of an earlier zoom
        self._pictures[page] = picture
        self._pictures.move_to_end(page)
        while len(self._pictures) > 1 and sum(map(_pixels, self._pictures.values())) > _CACHED_PIXELS:
            gone, _ = self._pictures.popitem(last=False)
            self._asked.pop(gone, None)
        self.viewport().update()

    def _paint_marks(self, painter: QPainter, page: int, rect: QRectF) -> None:
        scale = self.scale()
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(scale, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        # As ink of a marker does: black letters stay black.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for pen, polygons in self._marks.get(page, []):
            painter.setBrush(theme().marker_color(pen, paper=True))
            for polygon in polygons:
                painter.drawPolygon(polygon)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(_marker("caution", 0.25))
        painter.drawRects(self._hits.get(page, []))
        if self._hit is not None and self._hit[0] == page:
            painter.setBrush(_marker("caution", 0.35))
            painter.drawRects(self._hit[1])
        painter.setBrush(_marker("accent", 0.28))
        for stretch in self._selected:
            if stretch.page == page:
                for polygon in stretch.polygons:
                    painter.drawPolygon(polygon)
        painter.restore()

    def _paint_ribbon(self, painter: QPainter, rect: QRectF) -> None:
        wide = min(theme().px(18), rect.width() / 24)
        left, top, high = rect.right() - 2 * wide, rect.top(), wide * 1.6
        corners = [(0, 0), (wide, 0), (wide, high), (wide / 2, high * 0.7), (0, high)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in corners]))
        painter.restore()

    def _bring_into_view(self, page: int, areas: list[QRectF]) -> None:
        if not areas or page >= len(self._rects):
            return
        top = self._rects[page].top() + areas[0].top() * self.scale()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= top <= bar.value() + height - theme().px(60):
            bar.setValue(round(top - height / 3))


def _marker(token: str, share: float) -> QColor:
    """A marker pen on white paper, in light and dark alike: the letters below stay black."""
    color = QColor(theme().color(token))
    color.setAlphaF(share)
    return color


def _pixels(picture: QImage) -> int:
    return picture.width() * picture.height()
