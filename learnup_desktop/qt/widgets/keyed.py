"""A column of a list that changes: what is shown already stays, and what is new comes in one widget a turn of the loop.

Building a list anew for every look at the cache would cost a page's time each time, take the keyboard's place away from
who was on one of its buttons, and lay out and paint all of it in one piece.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.gradual import NEXT_TURN
from learnup_desktop.qt.widgets.layout import NO_MARGINS, Column, Margins


class KeyedRow(NamedTuple):
    """A row of a :class:`KeyedColumn`.

    Attributes:
        name: which it is, such as an identifier; no two rows of a column have the same.
        says: everything that it shows; when this is no longer equal, the row is built anew.
        build: makes its widget.
    """

    name: str
    says: object
    build: Callable[[], QWidget]


class KeyedColumn(Column):
    """A column whose rows are known by name and by what they show. Rows are added by :meth:`showing` only."""

    def __init__(self, parent: QWidget | None = None, *, gap: float = 2, margins: Margins = NO_MARGINS) -> None:
        self._rows: dict[str, tuple[object, QWidget]] = {}
        super().__init__(parent, gap=gap, margins=margins)

    def showing(self, rows: Sequence[KeyedRow]) -> Iterator[object]:
        """Show these rows and no others, in this order; to be run by a :class:`~learnup_desktop.qt.gradual.Gradual`."""
        wanted = {row.name for row in rows}
        for name in [name for name in self._rows if name not in wanted]:
            self._discard(name)
        for place, row in enumerate(rows):
            said, widget = self._rows.get(row.name, (None, None))
            if widget is not None and said == row.says:
                if self.indexOf(widget) != place:
                    self.removeWidget(widget)
                    self.insertWidget(place, widget)
                continue
            if widget is not None:
                self._discard(row.name)
            widget = row.build()
            self._rows[row.name] = row.says, widget
            self.insertWidget(place, widget)
            yield NEXT_TURN

    def rows(self) -> list[QWidget]:
        """What is shown now, from above."""
        items = (self.itemAt(index) for index in range(self.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _discard(self, name: str) -> None:
        _, widget = self._rows.pop(name)
        self.removeWidget(widget)
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
