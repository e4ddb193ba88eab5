"""Layouts that live on the 4-px grid and follow the zoom: boxes, the columns, the page frame."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
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
        self._heights: dict[int, int] = {}
        super().__init__(parent) if parent is not None else super().__init__()
        self._gap = gap
        self._units = margins
        follow_theme(self._retheme)

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        # Qt remembers one width. A box within a box is asked for several, each time of all that is in it, so that five
        # boxes deep a label is asked a thousand times over.
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def add(self, *items: QWidget | QLayout, stretch: int = 0) -> "Row":
        """Append widgets or layouts; returns itself."""
        _append(self, items, stretch)
        return self

    def set_spacing(self, *, gap: float | None = None, margins: Margins | None = None) -> None:
        """Change the distances, in grid units."""
        self._gap = self._gap if gap is None else gap
        self._units = self._units if margins is None else margins
        self._retheme()

    def _retheme(self) -> None:
        _set_box(self, self._gap, self._units)


class Column(QVBoxLayout):
    """Widgets below each other; ``gap`` and ``margins`` in grid units of 4 px."""

    def __init__(self, parent: QWidget | None = None, *, gap: float = 2, margins: Margins = NO_MARGINS) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(parent) if parent is not None else super().__init__()
        self._gap = gap
        self._units = margins
        follow_theme(self._retheme)

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        # Qt remembers one width. A box within a box is asked for several, each time of all that is in it, so that five
        # boxes deep a label is asked a thousand times over.
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def add(self, *items: QWidget | QLayout, stretch: int = 0) -> "Column":
        """Append widgets or layouts; returns itself."""
        _append(self, items, stretch)
        return self

    def add_gap(self, units: float) -> None:
        """Append an empty distance, in grid units; ``addSpacing`` would not follow the zoom."""
        self.addWidget(_Gap(units))

    @property
    def gap(self) -> float:
        """Distance between the parts, grid units."""
        return self._gap

    def set_spacing(self, *, gap: float | None = None, margins: Margins | None = None) -> None:
        """Change the distances, in grid units."""
        self._gap = self._gap if gap is None else gap
        self._units = self._units if margins is None else margins
        self._retheme()

    def _retheme(self) -> None:
        _set_box(self, self._gap, self._units)


class _Gap(QWidget):
    def __init__(self, units: float) -> None:
        super().__init__()
        self._units = units
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        self.setFixedHeight(theme().space(self._units))


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


def replace_rows(column: Column, rows: Iterable[QWidget]) -> None:
    """Show other rows in a column that may be on the screen.

    They come in one holder: Qt shows and lays out a holder at once, but each row by itself that is added to what is on
    the screen, which takes twice as long.
    """
    clear_layout(column)
    holder = QWidget()
    inside = Column(holder, gap=column.gap)
    inside.add(*rows)
    if inside.count():
        column.addWidget(holder)


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
        # A viewport of ours: to find out what Qt's own is, the binding would make every class of widgets (9 ms).
        port = QWidget()
        port.setAutoFillBackground(False)
        self.setViewport(port)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        theme().dress(self)


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
        self._speaks_another = False
        self._scroll: ScrollColumn | None = None
        content = QWidget()
        self.body = Column(content, gap=gap)
        holder = QWidget() if scroll else self
        self._outer = QHBoxLayout(holder)
        self._outer.addWidget(content)
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
            # A page out of sight sets its words when it is shown, the one in sight in the next turn of the loop: all of
            # them together would hold up the switch.
            self._speaks_another = True
            if self.isVisible():
                QTimer.singleShot(0, self, self._speak)
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._speak()

    def _speak(self) -> None:
        if self._speaks_another:
            self._speaks_another = False
            self.retranslate()

    def _retheme(self) -> None:
        space = theme().space
        self._outer.setContentsMargins(space(6), space(6), space(6), space(6))
        self._outer.setSpacing(0)
        if self._maximum_width is not None:
            self._content.setMaximumWidth(theme().px(self._maximum_width))
