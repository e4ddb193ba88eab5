"""The navigation at the left: icon and word, or the icon alone where there is no room."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from learnup_desktop.qt.icons import IconNotFoundError, glyph, paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import focus_ring, follow_theme, mixed, round_box, shows_focus
from learnup_desktop.qt.widgets.layout import Column, clear_layout
from learnup_desktop.qt.widgets.pills import paint_badge


class NavigationItem(QPushButton):
    """One destination."""

    def __init__(self, name: str, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.name = name
        self._icon = icon
        self._chosen_icon = _filled(icon)
        self._badge = ""
        self._collapsed = False
        self._ring = False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        follow_theme(self._retheme)

    def set_text(self, text: str) -> None:
        """Change the word."""
        self.setText(text)
        self._describe()

    def set_badge(self, count: int) -> None:
        """A count at the right; 0 for none."""
        self._badge = "" if count <= 0 else "99+" if count > 99 else str(count)
        self._describe()
        self.update()

    def set_collapsed(self, collapsed: bool) -> None:
        """Show only the icon; the word becomes the tool tip."""
        self._collapsed = collapsed
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._badge}".strip())
        self.setToolTip(self.text() if self._collapsed else "")

    def _retheme(self) -> None:
        self.setFont(theme().font("body"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        height = max(look.px(38), self.fontMetrics().height() + look.px(14))
        if self._collapsed:
            return QSize(look.px(44), height)
        metrics = QFontMetrics(look.font("body", bold=True))
        return QSize(look.px(44) + metrics.horizontalAdvance(self.text()) + look.px(36), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(44), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = shows_focus(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen:
            round_box(painter, self.rect(), look.radius("control"), fill=look.color("accent-soft"))
        elif self.underMouse():
            fill = mixed(look.color("surface-raised"), look.color("text"), 0.05)
            round_box(painter, self.rect(), look.radius("control"), fill=fill)
        color = look.color("accent" if chosen else "text-muted")
        side = look.px(20)
        left = (self.width() - side) / 2 if self._collapsed else look.px(12)
        area = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._chosen_icon if chosen else self._icon, area, color)
        if self._collapsed:
            if self._badge:
                paint_badge(painter, self._badge, self.width() - look.px(1), look.px(9))
        else:
            painter.setFont(look.font("body", bold=chosen))
            painter.setPen(color)
            room = self.width() - look.px(44) - look.px(34 if self._badge else 8)
            words = QRectF(look.px(44), 0, room, self.height())
            shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            if self._badge:
                paint_badge(painter, self._badge, self.width() - look.px(12), self.height() / 2)
        if self.hasFocus() and self._ring:
            focus_ring(painter, self.rect(), look.radius("control"))


def _filled(icon: str) -> str:
    candidate = icon.removesuffix("-outline").replace("-outline-", "-")
    try:
        glyph(candidate)
    except IconNotFoundError:
        return icon
    return candidate


class NavigationList(QWidget):
    """Destinations below each other; one is chosen. Up and Down move, Enter or Space opens.

    Attributes:
        selected: the name of a destination that the user chose.
    """

    selected = Signal(str)

    def __init__(self, *, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, NavigationItem] = {}
        self._column = Column(self, gap=0.5)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add_item(self, name: str, text: str, icon: str) -> NavigationItem:
        """Append a destination.

        Raises:
            IconNotFoundError: unknown icon.
        """
        glyph(icon)
        item = NavigationItem(name, text, icon)
        item.clicked.connect(lambda: self._clicked(name))
        self._items[name] = item
        self._column.addWidget(item)
        return item

    def clear(self) -> None:
        """Remove all destinations."""
        self._items.clear()
        clear_layout(self._column)

    def items(self) -> dict[str, NavigationItem]:
        """The destinations by name, in order."""
        return dict(self._items)

    def current(self) -> str | None:
        """The chosen destination."""
        return next((name for name, item in self._items.items() if item.isChecked()), None)

    def set_current(self, name: str | None) -> None:
        """Mark a destination without emitting :attr:`selected`; an unknown name marks none."""
        for key, item in self._items.items():
            item.setChecked(key == name)

    def set_collapsed(self, collapsed: bool) -> None:
        """Icons only, or icons and words."""
        for item in self._items.values():
            item.set_collapsed(collapsed)

    def _clicked(self, name: str) -> None:
        self.set_current(name)
        self.selected.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        items = list(self._items.values())
        focused = next((index for index, item in enumerate(items) if item.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        items[(focused + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)
