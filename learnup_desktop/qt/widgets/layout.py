"""Layouts that live on the 4-px grid and follow the zoom: boxes, the responsive grid, columns, the page frame."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import follow_theme

Margins = tuple[float, float, float, float]
NO_MARGINS: Margins = (0, 0, 0, 0)


class Row(QHBoxLayout):
    """Widgets side by side; ``gap`` and ``margins`` (left, top, right, bottom) in grid units of 4 px."""

    def __init__(self, parent: QWidget | None = None, *, gap: float = 2, margins: Margins = NO_MARGINS) -> None:
        # A layout given to a widget at construction belongs to it; one without is added to another later.
        super().__init__(parent) if parent is not None else super().__init__()
        self._gap = gap
        self._units = margins
        follow_theme(self._retheme)

    def add(self, *items: QWidget | QLayout, stretch: int = 0) -> "Row":
        """Append widgets or layouts; returns itself."""
        _append(self, items, stretch)
        return self

    def _retheme(self) -> None:
        _set_box(self, self._gap, self._units)


class Column(QVBoxLayout):
    """Widgets below each other; ``gap`` and ``margins`` in grid units of 4 px."""

    def __init__(self, parent: QWidget | None = None, *, gap: float = 2, margins: Margins = NO_MARGINS) -> None:
        super().__init__(parent) if parent is not None else super().__init__()
        self._gap = gap
        self._units = margins
        follow_theme(self._retheme)

    def add(self, *items: QWidget | QLayout, stretch: int = 0) -> "Column":
        """Append widgets or layouts; returns itself."""
        _append(self, items, stretch)
        return self

    def _retheme(self) -> None:
        _set_box(self, self._gap, self._units)


def _append(box: QBoxLayout, items: Sequence[QWidget | QLayout], stretch: int) -> None:
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item, stretch)
        else:
            box.addLayout(item, stretch)


def _set_box(box: QBoxLayout, gap: float, margins: Margins) -> None:
    space = theme().space
    box.setSpacing(space(gap))
    box.setContentsMargins(*(space(unit) for unit in margins))


class FlowGridLayout(QLayout):
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
        super().__init__(parent) if parent is not None else super().__init__()
        self._items: list[QLayoutItem] = []
        self._minimum_column = minimum_column
        self._gap = gap
        self._maximum_columns = maximum_columns
        self.setContentsMargins(0, 0, 0, 0)
        theme().changed.connect(self.invalidate)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt asks past the end and wants null
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        column = theme().px(self._minimum_column)
        columns = max(1, min(self._maximum_columns or 4, len(self._visible()) or 1))
        width = columns * column + (columns - 1) * theme().space(self._gap)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._visible()), default=0)
        return QSize(max(widest, theme().px(min(self._minimum_column, 160))), 0)

    def columns_for(self, width: int) -> int:
        """How many columns fit into a width in px."""
        gap = theme().space(self._gap)
        fitting = max(1, (width + gap) // (theme().px(self._minimum_column) + gap))
        return min(fitting, self._maximum_columns) if self._maximum_columns else fitting

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        margins: QMargins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        gap = theme().space(self._gap)
        columns = self.columns_for(area.width())
        cell = (area.width() - gap * (columns - 1)) / columns
        top = area.top()
        items = self._visible()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            height = max(_height_at(item, int(cell)) for item in row)
            if place:
                for index, item in enumerate(row):
                    left = area.left() + round(index * (cell + gap))
                    right = area.left() + round(index * (cell + gap) + cell)
                    item.setGeometry(QRect(QPoint(left, top), QSize(right - left, height)))
            top += height + gap
        used = top - gap - area.top() if items else 0
        return used + margins.top() + margins.bottom()


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

    def clear(self) -> None:
        """Remove and delete all cells."""
        clear_layout(self._cells)

    def columns(self) -> int:
        """Columns at the present width."""
        return self._cells.columns_for(self.width())


def clear_layout(layout: QLayout) -> None:
    """Remove everything from a layout and delete its widgets, nested layouts included."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
            inner.deleteLater()


class SideBySide(QWidget):
    """A main and a side column; the side goes below on a narrow window.

    Args:
        main: the wider column.
        side: the narrower one.
        side_share: the side's share of the width.
        breakpoint: below this width (px at 100 %) the columns stand below each other.
    """

    def __init__(
        self, main: QWidget, side: QWidget, *, side_share: float = 0.39, breakpoint: int = 760, gap: float = 4
    ) -> None:
        super().__init__()
        self._breakpoint = breakpoint
        self._gap = gap
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        main_share = round((1 - side_share) * 100)
        for widget, share in ((main, main_share), (side, 100 - main_share)):
            policy = widget.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            widget.setSizePolicy(policy)
            self._box.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        follow_theme(self._retheme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def is_stacked(self) -> bool:
        """Whether the side stands below the main column now."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def _retheme(self) -> None:
        self._box.setSpacing(theme().space(self._gap))
        self._turn()

    def _turn(self) -> None:
        narrow = self.width() < theme().px(self._breakpoint)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._box.direction():
            self._box.setDirection(direction)


class ScrollColumn(QScrollArea):
    """A frameless vertical scroll area around one widget."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)


class PageFrame(QWidget):
    """Base of every page: scrolling content on the grid, at most 1,200 px wide.

    Subclasses fill :attr:`body` in ``__init__`` and override what they need of :meth:`title`, :meth:`retranslate`,
    :meth:`activated` and :meth:`deactivated`. ``retranslate`` is called on every change of language.

    Args:
        scroll: False for a page that manages its own scrolling, such as a week grid.
        maximum_width: px at 100 %; None for a page that uses the whole width.
        gap: distance between the parts, grid units.
    """

    def __init__(self, *, scroll: bool = True, maximum_width: int | None = 1200, gap: float = 4) -> None:
        super().__init__()
        self._maximum_width = maximum_width
        self._scroll: ScrollColumn | None = None
        content = QWidget()
        self.body = Column(content, gap=gap)
        holder = QWidget() if scroll else self
        self._outer = QHBoxLayout(holder)
        self._outer.addStretch(1)
        self._outer.addWidget(content, 1000)
        self._outer.addStretch(1)
        self._content = content
        if scroll:
            frame = QVBoxLayout(self)
            frame.setContentsMargins(0, 0, 0, 0)
            self._scroll = ScrollColumn(holder)
            frame.addWidget(self._scroll)
        follow_theme(self._retheme)

    def title(self) -> str:
        """What the top bar says; empty for the route's own title."""
        return ""

    def retranslate(self) -> None:
        """Set every text again; called after a change of language."""

    def activated(self, parameters: dict[str, object]) -> None:
        """The page was opened, perhaps again, with the parameters of ``navigate``."""

    def deactivated(self) -> None:
        """Another page took its place."""

    def add(self, *items: QWidget | QLayout, stretch: int = 0) -> None:
        """Append widgets or layouts to the page."""
        self.body.add(*items, stretch=stretch)

    def finish(self) -> None:
        """Push everything to the top; call after the last ``add`` of a page that need not fill the height."""
        self.body.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _retheme(self) -> None:
        space = theme().space
        self._outer.setContentsMargins(space(6), space(6), space(6), space(6))
        self._outer.setSpacing(0)
        if self._maximum_width is not None:
            self._content.setMaximumWidth(theme().px(self._maximum_width))
