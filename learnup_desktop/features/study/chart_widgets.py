"""A small bar chart by days; the same numbers stand beside it as text and are what a screen reader says."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import follow_theme


class DayBars(QWidget):
    """One bar a day.

    Attributes:
        values: what is drawn: the words below a bar, and its count.
    """

    def __init__(self) -> None:
        super().__init__()
        self.values: list[tuple[str, int]] = []
        self._strong = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._retheme)

    def set_values(self, values: Sequence[tuple[str, int]], strong: int, description: str) -> None:
        """Draw these.

        Args:
            values: words and count of each day.
            strong: which one is today.
            description: the same in words.
        """
        self.values = list(values)
        self._strong = strong
        self.setAccessibleName(description)
        self.update()

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(220), theme().px(104))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(140), theme().px(104))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.values:
            return
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("micro"))
        line = painter.fontMetrics().height()
        step = self.width() / len(self.values)
        room = self.height() - 2 * line - look.px(4)
        most = max(1, *(count for _, count in self.values))
        widest = max(painter.fontMetrics().horizontalAdvance(words) for words, _ in self.values) + look.px(4)
        every = max(1, -(-widest // max(1, round(step))))
        painter.setPen(look.color("border"))
        base = line + room
        painter.drawLine(0, base, self.width(), base)
        for number, (words, count) in enumerate(self.values):
            high = room * count / most
            bar = QRectF(number * step + step * 0.2, base - high, step * 0.6, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent" if number == self._strong else "text-muted"))
            if count:
                painter.drawRoundedRect(bar, look.radius("bar"), look.radius("bar"))
            painter.setPen(look.color("text-muted"))
            cell = QRectF(number * step - step, 0, step * 3, line)
            if count:
                painter.drawText(
                    cell.translated(0, base - high - line), Qt.AlignmentFlag.AlignCenter, i18n.format_number(count)
                )
            # As many words as there is room for, today's among them.
            if (number - self._strong) % every == 0:
                painter.drawText(cell.translated(0, base + look.px(3)), Qt.AlignmentFlag.AlignCenter, words)
