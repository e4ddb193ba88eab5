"""Layouts that flow: a grid with as many equal columns as fit, a row that goes on below, a pair that turns."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import follow_theme
from learnup_desktop.qt.widgets.layout import clear_layout


class _Flow(QLayout):
    """What both flowing layouts share: a list of items, and a height that depends on the width."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent) if parent is not None else super().__init__()
        self._items: list[QLayoutItem] = []
        # The layouts around ask for the height at many widths, several times for each change of a cell.
        self._heights: dict[int, int] = {}
        self._visible: list[QLayoutItem] | None = None
        self.setContentsMargins(0, 0, 0, 0)
        theme().follow(self.invalidate)

    def invalidate(self) -> None:
        self._heights.clear()
        self._visible = None
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._visible = None

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt asks past the end and wants null
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._visible = None
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self.arrange(QRect(0, 0, width, 0), place=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self.arrange(rect, place=True)

    def visible_items(self) -> list[QLayoutItem]:
        """The items that take room."""
        if self._visible is None:
            self._visible = [item for item in self._items if not item.isEmpty()]
        return self._visible

    def arrange(self, rect: QRect, *, place: bool) -> int:
        """Place the items (or only pretend) and return the height that they need."""
        raise NotImplementedError


class FlowGridLayout(_Flow):
    """Equal columns, as many as fit; every row as tall as its tallest cell.

    Args:
        parent: widget that the layout fills.
        minimum_column: narrowest column, px at 100 %.
        gap: distance between cells, grid units.
        maximum_columns: upper bound, None for no bound.
    """

    def __init__(
        self, parent: QWidget | None, *, minimum_column: int, gap: float = 3, maximum_columns: int | None = None
    ) -> None:
        super().__init__(parent)
        self._minimum_column = minimum_column
        self._gap = gap
        self._maximum_columns = maximum_columns
        self._own_heights: list[int | None] | None = None

    def invalidate(self) -> None:
        self._own_heights = None
        super().invalidate()

    def sizeHint(self) -> QSize:
        column = theme().px(self._minimum_column)
        columns = max(1, min(self._maximum_columns or 4, len(self.visible_items())))
        width = columns * column + (columns - 1) * theme().space(self._gap)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self.visible_items()), default=0)
        return QSize(max(widest, theme().px(min(self._minimum_column, 160))), 0)

    def columns_for(self, width: int) -> int:
        """How many columns fit into a width in px."""
        gap = theme().space(self._gap)
        fitting = max(1, (width + gap) // (theme().px(self._minimum_column) + gap))
        return min(fitting, self._maximum_columns) if self._maximum_columns else fitting

    def arrange(self, rect: QRect, *, place: bool) -> int:
        gap = theme().space(self._gap)
        columns = self.columns_for(rect.width())
        cell = (rect.width() - gap * (columns - 1)) / columns
        items = self.visible_items()
        heights = self._heights_without_width(items)
        top = rect.top()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            height = max(
                _height_at(item, int(cell)) if own is None else own
                for item, own in zip(row, heights[start : start + columns], strict=True)
            )
            if place:
                for index, item in enumerate(row):
                    left = rect.left() + round(index * (cell + gap))
                    right = rect.left() + round(index * (cell + gap) + cell)
                    item.setGeometry(QRect(QPoint(left, top), QSize(right - left, height)))
            top += height + gap
        return max(0, top - gap - rect.top())

    def _heights_without_width(self, items: list[QLayoutItem]) -> list[int | None]:
        """The heights of the items, None where they depend on the width; asked for once, as there may be fifty."""
        if self._own_heights is None or len(self._own_heights) != len(items):
            self._own_heights = [None if item.hasHeightForWidth() else _height_at(item, 0) for item in items]
        return self._own_heights


class FlowRow(_Flow):
    """Widgets side by side at their own width, going on below where there is no room: buttons and pills at 200 %.

    Args:
        parent: widget that the layout fills; None for a layout that is added to another.
        gap: distance in both directions, grid units.
        trailing: push everything to the right.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: float = 2, trailing: bool = False) -> None:
        super().__init__(parent)
        self._gap = gap
        self._trailing = trailing

    def add(self, *widgets: QWidget) -> "FlowRow":
        """Append widgets; returns itself."""
        for widget in widgets:
            self.addWidget(widget)
        return self

    def set_trailing(self, trailing: bool) -> None:
        """Push everything to the right, or to the left again."""
        if trailing != self._trailing:
            self._trailing = trailing
            self.invalidate()

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self.visible_items()]
        width = sum(size.width() for size in sizes) + theme().space(self._gap) * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self.visible_items()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def arrange(self, rect: QRect, *, place: bool) -> int:
        gap = theme().space(self._gap)
        top = rect.top()
        for line in self._lines(rect.width(), gap):
            height = max(size.height() for _, size in line)
            width = sum(size.width() for _, size in line) + gap * (len(line) - 1)
            left = rect.left() + (rect.width() - width if self._trailing else 0)
            for item, size in line:
                if place:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + gap
            top += height + gap
        return max(0, top - gap - rect.top())

    def _lines(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self.visible_items():
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(1, width)), hint.height())
            if not lines or used + gap + size.width() > width:
                lines.append([])
                used = size.width()
            else:
                used += gap + size.width()
            lines[-1].append((item, size))
        return lines


def _height_at(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return max(item.sizeHint().height(), item.minimumSize().height())


class FlowGrid(QWidget):
    """A responsive grid of cards; arrow keys move between its focusable cells."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        minimum_column: int = 200,
        gap: float = 2.5,
        maximum_columns: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._cells = FlowGridLayout(self, minimum_column=minimum_column, gap=gap, maximum_columns=maximum_columns)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Append cells."""
        for widget in widgets:
            self._cells.addWidget(widget)

    def cells(self) -> list[QWidget]:
        """The cells in order."""
        widgets = (item.widget() for item in self._cells._items)
        return [widget for widget in widgets if widget is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrives here from a focused cell that had no use for it.
        cells = [cell for cell in self.cells() if not cell.isHidden()]
        at = next((index for index, cell in enumerate(cells) if cell.hasFocus()), None)
        columns = self.columns()
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(cells):
            cells[at + step].setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Remove and delete all cells."""
        clear_layout(self._cells)

    def columns(self) -> int:
        """Columns at the present width."""
        return self._cells.columns_for(self.width())


class TurningPair(QWidget):
    """Two widgets side by side; the second goes below where the first would be squeezed: large text, a small window.

    Args:
        first: takes the room that is left.
        second: as wide as it wants to be.
        least: the first's narrowest width, px at 100 %, before the second goes below.
        gap: distance between them, grid units.

    Attributes:
        turned: whether the second stands below now.
    """

    turned = Signal(bool)

    def __init__(self, first: QWidget, second: QWidget, *, least: int = 220, gap: float = 4) -> None:
        super().__init__()
        self._second = second
        self._least = least
        self._gap = gap
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(first, 1)
        self._box.addWidget(second)
        follow_theme(self._retheme)

    def is_turned(self) -> bool:
        """Whether the second stands below now."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _retheme(self) -> None:
        self._turn()

    def _turn(self) -> None:
        look = theme()
        needed = look.px(self._least) + look.space(self._gap) + self._second.sizeHint().width()
        below = self.width() < needed
        self._box.setSpacing(look.space(2 if below else self._gap))
        if below != self.is_turned():
            directions = QBoxLayout.Direction
            self._box.setDirection(directions.TopToBottom if below else directions.LeftToRight)
            self.turned.emit(below)
