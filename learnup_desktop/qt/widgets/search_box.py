"""The search of the top bar; apart from the other fields, since every start shows it and needs no field."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import focus_ring, follow_theme, mixed, round_box
from learnup_desktop.qt.widgets.text import key_chip_size, paint_key_chip


class SearchBox(QPushButton):
    """The search of the top bar. It only looks like a field: pressing it opens the command palette.

    Args:
        text: the words in it.
        chip: the key that does the same, as a keycap.
    """

    def __init__(self, text: str, chip: str = "Ctrl K", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._chip = chip
        self._compact = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        follow_theme(self._retheme)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    def set_compact(self, compact: bool) -> None:
        """Shrink to the magnifier where there is no room."""
        self._compact = compact
        self.setToolTip(self.text() if compact else "")
        self.updateGeometry()
        self.update()

    def _retheme(self) -> None:
        self.setFont(theme().font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = theme()
        height = max(look.px(34), self.fontMetrics().height() + look.px(12))
        if self._compact:
            return QSize(height, height)
        chip = key_chip_size(self._chip).width()
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(max(look.px(300), words + chip + look.px(12 + 18 + 8 + 16 + 10)), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().height(), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        fill = look.color("surface" if look.appearance == "light" else "surface-sunken")
        if self.underMouse():
            fill = mixed(fill, look.color("text"), 0.04)
        round_box(painter, self.rect(), look.radius("control"), fill=fill, border=look.color("border"))
        side = look.px(18)
        left = (self.width() - side) / 2 if self._compact else look.px(10)
        magnifier = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, "magnify", magnifier, look.color("text-muted"))
        if not self._compact:
            chip = key_chip_size(self._chip)
            chip_left = self.width() - look.px(10) - chip.width()
            paint_key_chip(painter, self._chip, chip_left, self.height() / 2, "text-muted", "border")
            painter.setFont(self.font())
            painter.setPen(look.color("text-muted"))
            start = look.px(36)
            room = int(chip_left - start - look.px(8))
            shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(start, 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            focus_ring(painter, self.rect(), look.radius("control"))
