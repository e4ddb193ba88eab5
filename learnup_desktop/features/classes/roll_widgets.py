"""A line of a class's roll. It paints itself: made of labels it would be six widgets, and a roll has fifty lines."""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.contract.classes import RollStudent
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import follow_theme, initials_of, paint_avatar, paint_pill, pill_size


class RollRow(QWidget):
    """One student.

    Args:
        student: whose line it is.
        enrolled: the words of the pill for an enrolled face; empty for none.
    """

    def __init__(self, student: RollStudent, enrolled: str) -> None:
        super().__init__()
        self.student = student
        self._initials = initials_of(student.name)
        self._enrolled = enrolled
        self._words = f"{student.name} {student.index_number}".casefold()
        self.setAccessibleName(", ".join(part for part in (student.name, student.index_number, enrolled) if part))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def is_found_by(self, typed: str) -> bool:
        """Whether what was typed is part of the name or the number."""
        return typed.strip().casefold() in self._words

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), _row_height(theme().zoom_percent))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        side = look.px(36)
        paint_avatar(painter, QRectF(0, (self.height() - side) / 2, side, side), self._initials)
        left, right = side + look.px(12), self.width()
        if self._enrolled:
            size = pill_size(self._enrolled, icon="face-recognition", small=True)
            width = min(size.width(), right // 2)
            pill = QRectF(right - width, (self.height() - size.height()) / 2, width, size.height())
            paint_pill(painter, pill, self._enrolled, "positive", icon="face-recognition", small=True)
            right -= width + look.px(12)
        lines = [(self.student.name, "body", "text"), (self.student.index_number, "caption", "text-muted")]
        shown = [(text, look.font(font, bold=False), tone) for text, font, tone in lines if text]
        top = (self.height() - sum(QFontMetrics(font).height() for _, font, _ in shown)) / 2
        for text, font, tone in shown:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(look.color(tone))
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left)
            painter.drawText(
                QRectF(left, top, right - left + 2, metrics.height()), Qt.AlignmentFlag.AlignVCenter, elided
            )
            top += metrics.height()


@cache
def _row_height(zoom_percent: int) -> int:
    """All rows are equally high; only the zoom changes how high."""
    look = theme()
    words = QFontMetrics(look.font("body", bold=False)).height() + QFontMetrics(look.font("caption")).height()
    return max(look.px(36), words) + 2 * look.space(2.75)
