"""How the parts of a sitting stand in their window: the map's column, and what is held in the middle."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.features.exams.map_widgets import QuestionMap
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, Row, ScrollColumn, SecondaryButton, follow_theme


class MapColumn(QWidget):
    """The left: the map, and the way to the end."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.map = QuestionMap(count)
        self.finish = SecondaryButton("", icon="flag-checkered")
        self.finish.setObjectName("finish")
        column = Column(self, gap=4, margins=(5, 5, 5, 5))
        column.addWidget(ScrollColumn(self.map), 1)
        column.addWidget(self.finish)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), theme().color("border"))


class Centred(QWidget):
    """``content`` in the middle, at most ``width`` px at 100 %, with the page's margins."""

    def __init__(self, content: QWidget, width: int) -> None:
        super().__init__()
        self._content = content
        self._width = width
        self._row = Row(self, gap=0, margins=(14, 7, 14, 5))
        self._row.addStretch(1)
        self._row.addWidget(content, 1000)
        self._row.addStretch(1)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_theme(self._retheme)

    def set_tight(self, tight: bool) -> None:
        """Smaller margins, where the text is large or the window small."""
        self._row.set_spacing(margins=(4, 3, 4, 2) if tight else (14, 7, 14, 5))

    def _retheme(self) -> None:
        self._content.setMaximumWidth(theme().px(self._width))
