"""A column of heavy parts that come into view one a turn of the loop.

Qt polishes and lays out a widget when it is first shown. A column of cards that is shown as one piece takes all of that
in one turn; here the first time is spread, and what stands beside the column is on the screen before it.
"""

from collections.abc import Iterator

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.gradual import NEXT_TURN, Gradual
from learnup_desktop.qt.widgets.layout import Column


class PartByPart(QWidget):
    """Parts below each other.

    Args:
        gap: distance between the parts, grid units.
    """

    def __init__(self, *, gap: float = 3) -> None:
        super().__init__()
        self.column = Column(self, gap=gap)
        self._held: list[QWidget] = []
        self._showing = Gradual(self)

    def add(self, *parts: QWidget) -> None:
        """Append parts that are held back until the column has been shown.

        Who hides or shows one of them meanwhile is overruled when its turn comes.
        """
        for part in parts:
            self.column.add(part)
            part.hide()
        self._held += parts

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._held and not self._showing.busy:
            self._showing.start(self._show(), at_once=False)

    def _show(self) -> Iterator[object]:
        while self._held:
            self._held.pop(0).show()
            yield NEXT_TURN
