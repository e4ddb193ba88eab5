"""Text: labels by type size and tone, one that elides, one that wraps, and the keycap chip."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from learnup_desktop.qt.theme import TEXT_ROLES, theme
from learnup_desktop.qt.widgets._paint import follow_theme, round_box

_TALLEST = 1_000_000


class Label(QLabel):
    """One line of text in a type size and a colour token.

    Args:
        text: plain text; never interpreted as markup, since most of it was written by people.
        type_name: ``micro caption label body heading strong reading title display``.
        tone: ``text text-muted accent on-accent positive caution critical``.
        bold: overrides the size's own weight.
    """

    def __init__(
        self,
        text: str = "",
        type_name: str = "body",
        tone: str = "text",
        *,
        bold: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._type_name = type_name
        self._tone = tone
        self._bold = bold
        self._struck = False
        # Layouts ask for the same sizes many times over, and measuring a text costs more than all else of a label.
        self._sizes: dict[str, QSize] = {}
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        follow_theme(self._retheme)

    def setText(self, text: str) -> None:
        if text != self.text():
            self._forget_sizes()
            super().setText(text)

    def _size(self, name: str, measure: Callable[[], QSize]) -> QSize:
        size = self._sizes.get(name)
        if size is None:
            size = self._sizes[name] = measure()
        return size

    def _forget_sizes(self) -> None:
        self._sizes.clear()
        self._heights.clear()

    def set_tone(self, tone: str) -> None:
        """Change the colour token."""
        if tone != self._tone:
            self._tone = tone
            self.setForegroundRole(TEXT_ROLES[tone])

    def set_bold(self, bold: bool | None) -> None:
        """Change the weight."""
        if bold != self._bold:
            self._bold = bold
            self._retheme()

    def set_struck_out(self, struck: bool) -> None:
        """Strike the text through: a time that no longer holds. Say so in words too."""
        self._struck = struck
        self._retheme()

    def set_selectable(self, selectable: bool = True) -> None:
        """Let people copy the text with mouse or keyboard."""
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard if selectable else flags.NoTextInteraction
        )

    def _retheme(self) -> None:
        font = theme().font(self._type_name, bold=self._bold)
        font.setStrikeOut(self._struck)
        self._forget_sizes()
        self.setFont(font)
        self.setForegroundRole(TEXT_ROLES[self._tone])


class WrapLabel(Label):
    """Text over several lines that always gets the height it needs.

    QLabel reports a height for a width, but layouts without height-for-width (a scroll area's viewport, a stack)
    ignore it and clip at 200 %. So the label also demands the height as its minimum once it knows its width.
    """

    def __init__(
        self,
        text: str = "",
        type_name: str = "body",
        tone: str = "text",
        *,
        bold: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, type_name, tone, bold=bold, parent=parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._demand_height()

    def minimumSizeHint(self) -> QSize:
        return self._size("least", self._least)

    def sizeHint(self) -> QSize:
        return self._size("hint", self._wanted)

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            # QLabel's own answer is never less than the minimum height, so a height once demanded would never shrink.
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
            height = self.fontMetrics().boundingRect(0, 0, max(1, width), _TALLEST, flags, self.text()).height()
            self._heights[width] = height
        return height

    def _least(self) -> QSize:
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(longest, theme().px(240)), metrics.height())

    def _wanted(self) -> QSize:
        width = min(self.fontMetrics().horizontalAdvance(self.text()) + 2, theme().px(480))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._demand_height()

    def _retheme(self) -> None:
        super()._retheme()
        self._demand_height()

    def _demand_height(self) -> None:
        if self.width() > 0 and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)


class ElidedLabel(Label):
    """One line that ends in an ellipsis when there is no room; the whole text is its tool tip."""

    def __init__(
        self,
        text: str = "",
        type_name: str = "body",
        tone: str = "text",
        *,
        bold: bool | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        self._mode = mode
        super().__init__(text, type_name, tone, bold=bold, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def is_elided(self) -> bool:
        """Whether something is hidden at the present width."""
        return self.sizeHint().width() - 2 > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        return self._size("least", self._least)

    def sizeHint(self) -> QSize:
        return self._size("hint", self._wanted)

    def _least(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…mm"), super().minimumSizeHint().height())

    def _wanted(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self.text() if self.is_elided() else ""
        if whole != self.toolTip():
            self.setToolTip(whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())
        painter.drawText(self.contentsRect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)


def paint_key_chip(painter: QPainter, text: str, left: float, centre: float, color: str, border: str) -> None:
    """Draw a keycap with its left edge and vertical centre given."""

    size = key_chip_size(text)
    box = QRectF(left, centre - size.height() / 2, size.width(), size.height())
    round_box(painter, box, theme().radius("chip"), border=theme().color(border))
    painter.setPen(theme().color(color))
    painter.setFont(theme().font("micro"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def key_chip_size(text: str) -> QSize:
    """Room that a keycap takes."""

    metrics = QFontMetrics(theme().font("micro"))
    height = max(theme().px(22), metrics.height() + theme().px(4))
    return QSize(max(height, metrics.horizontalAdvance(text) + theme().px(14)), height)


class KeyChip(QWidget):
    """A key to press, drawn as a keycap: ``Ctrl K``."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        follow_theme(self._retheme)

    def sizeHint(self) -> QSize:
        return key_chip_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key_chip(QPainter(self), self._text, 0, self.height() / 2, "text-muted", "border")

    def _retheme(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
