"""Small pages beside the pages of a PDF, to choose from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from learnup_desktop.features.library.pdf_widgets import PdfPages
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme


class PdfThumbnails(PdfPages):
    """Small pages to choose from; the one that is read is framed.

    Attributes:
        chosen: a page, from 0.
    """

    chosen = Signal(int)
    SMALLEST = 0.02
    SELECTABLE = False

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        self._current = 0
        super().__init__(document, parent)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def retranslate(self) -> None:
        """Say again what this is."""
        self.setAccessibleName(self.tr("Small pages"))

    def set_current(self, page: int) -> None:
        """Frame a page and bring it into view."""
        self._current = page
        if page < self.document.pageCount():
            rect = self.page_rect(page)
            if rect.top() < 0 or rect.bottom() > self.viewport().height():
                self.go_to(page)
            number = i18n.format_number(page + 1)
            self.setAccessibleDescription(self.tr("Page {number}").format(number=number))
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.point_at(event.position())
        if place is not None:
            self.chosen.emit(place.page)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is selected here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(min(max(self._current + step, 0), max(0, self.document.pageCount() - 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._current < self.document.pageCount():
            painter = QPainter(self.viewport())
            pen = painter.pen()
            pen.setColor(theme().color("accent"))
            pen.setWidth(theme().px(3))
            painter.setPen(pen)
            painter.drawRect(self.page_rect(self._current).adjusted(-2, -2, 2, 2))
