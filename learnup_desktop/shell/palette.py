"""Ctrl+K: everything by name. Pages are known at once; classes, materials, students and actions come from providers.

Providers are asked together after a pause in typing, and each answer is shown as it comes; an answer to older words is
dropped. The list is driven from the line: arrows move, Enter opens, Escape closes.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, Divider, Label, follow_theme, round_box

_PAUSE_MS = 120
_MOST_ROWS = 9


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """Something to open or do.

    Attributes:
        title: what it is called.
        run: opens it.
        group: "Page", "Class", "Student"; shown at the right.
        icon: Material Design icon.
        keywords: other words that find it.
    """

    title: str
    run: Callable[[], object]
    group: str = ""
    icon: str = "arrow-right"
    keywords: str = ""


PaletteProvider = Callable[[str], Awaitable[Sequence[PaletteItem]]]


def match_score(words: str, item: PaletteItem) -> int | None:
    """How well an item fits; smaller is better, None when a word is missing.

    A title that starts with the words is best, then a word that starts with them, then anywhere, then keywords.
    """
    title = item.title.casefold()
    everything = f"{title} {item.keywords.casefold()}"
    asked = words.casefold().split()
    if any(word not in everything for word in asked):
        return None
    whole = " ".join(asked)
    if title.startswith(whole):
        return 0
    if any(part.startswith(whole) for part in title.split()):
        return 1
    return 2 if all(word in title for word in asked) else 3


class _Rows(QWidget):
    """The results, painted; the line above keeps the keyboard."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.items: list[PaletteItem] = []
        self.current = 0
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow_theme(self.updateGeometry)

    def row_height(self) -> int:
        return max(theme().px(42), self.fontMetrics().height() + theme().px(16))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(560), self.row_height() * len(self.items))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(200), self.sizeHint().height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.current = min(int(event.position().y()) // self.row_height(), len(self.items) - 1)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self.row_height()
        if 0 <= index < len(self.items):
            self.chosen.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        height = self.row_height()
        for index, item in enumerate(self.items):
            row = QRectF(0, index * height, self.width(), height)
            chosen = index == self.current
            if chosen:
                round_box(painter, row, look.radius("control"), fill=look.color("accent-soft"))
            color = look.color("accent" if chosen else "text-muted")
            side = look.px(20)
            paint_icon(painter, item.icon, QRectF(look.px(12), row.center().y() - side / 2, side, side), color)
            painter.setFont(look.font("caption"))
            group_width = painter.fontMetrics().horizontalAdvance(item.group) + look.px(12)
            painter.setPen(look.color("text-muted"))
            group = QRectF(self.width() - group_width - 1, row.top(), group_width, height)
            painter.drawText(group, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, item.group)
            painter.setFont(look.font("body", bold=chosen))
            painter.setPen(look.color("text"))
            room = int(self.width() - look.px(44) - group_width - look.px(8))
            shown = painter.fontMetrics().elidedText(item.title, Qt.TextElideMode.ElideRight, room)
            words = QRectF(look.px(44), row.top(), room + 2, height)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class _Scrim(QWidget):
    """Darkens the window behind the palette; a click on it closes."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(0.32)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)


class CommandPalette(QFrame):
    """The line and its results, over the upper middle of the window.

    Args:
        parent: the window.

    Attributes:
        closed: it went away, by choice or not.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._scrim = _Scrim(parent)
        self._scrim.hide()
        self._scrim.pressed.connect(self.close_palette)
        self._own: Callable[[], Sequence[PaletteItem]] = list
        self._providers: list[PaletteProvider] = []
        self._tasks = TaskScope(self)
        self._found: dict[int, list[PaletteItem]] = {}
        column = Column(self, gap=2, margins=(3, 3, 3, 3))
        self.line = QLineEdit()
        self.line.setProperty("bare", True)
        theme().dress(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._typed)
        top = Column(margins=(2, 2, 2, 1))
        top.addWidget(self.line)
        self._rows = _Rows()
        self._rows.chosen.connect(self._run)
        self._none = Label("", tone="text-muted")
        self._none.setContentsMargins(theme().px(12), 0, 0, 0)
        column.addLayout(top)
        column.addWidget(Divider())
        column.addWidget(self._rows)
        column.addWidget(self._none)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask_providers)
        self.hide()
        follow_theme(self._retheme)
        self.retranslate()

    def set_items(self, items: Callable[[], Sequence[PaletteItem]]) -> None:
        """What is always known: the pages."""
        self._own = items

    def add_provider(self, provider: PaletteProvider) -> None:
        """Ask this too; it gets the typed words."""
        self._providers.append(provider)

    def items(self) -> list[PaletteItem]:
        """What is listed now."""
        return list(self._rows.items)

    def current(self) -> PaletteItem | None:
        """What Enter would open."""
        rows = self._rows
        return rows.items[rows.current] if 0 <= rows.current < len(rows.items) else None

    def open(self) -> None:
        """Show it empty, with the keyboard in its line."""
        self.retranslate()
        self.line.clear()
        self._found.clear()
        self._refresh()
        self._scrim.setGeometry(self._window.rect())
        self._scrim.show()
        self._scrim.raise_()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Take it away."""
        if self.isHidden():
            return
        self._pause.stop()
        self._tasks.cancel()
        self.hide()
        self._scrim.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Set the words again."""
        words = self.tr("Search pages, classes, notes")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self._none.setText(self.tr("Nothing found"))

    def place(self, width: int) -> None:
        """Put it in the upper middle of a window of this width."""
        self._scrim.setGeometry(self._window.rect())
        own = min(theme().px(600), width - 2 * theme().space(4))
        self.setFixedWidth(own)
        self.adjustSize()
        self.move((width - own) // 2, theme().px(72))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.close_palette()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is not None:
            if self._rows.items:
                self._rows.current = (self._rows.current + step) % len(self._rows.items)
                self._announce()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._rows.current)
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        return False

    def _run(self, index: int) -> None:
        if 0 <= index < len(self._rows.items):
            item = self._rows.items[index]
            self.close_palette()
            item.run()

    def _typed(self) -> None:
        self._found.clear()
        self._refresh()
        if self._providers and self.line.text().strip():
            self._pause.start()
        else:
            self._pause.stop()

    def _ask_providers(self) -> None:
        words = self.line.text().strip()
        for index, provider in enumerate(self._providers):
            self._tasks.latest(
                f"provider-{index}",
                partial(_answer, provider, words),
                on_success=partial(self._answered, words, index),
            )

    def _answered(self, words: str, index: int, items: Sequence[PaletteItem]) -> None:
        if words == self.line.text().strip():
            self._found[index] = list(items)
            self._refresh()

    def _refresh(self) -> None:
        words = self.line.text().strip()
        scored = [(match_score(words, item), item) for item in self._own()]
        fitting = sorted(((score, item) for score, item in scored if score is not None), key=lambda pair: pair[0])
        items = [item for _, item in fitting]
        for index in sorted(self._found):
            items += self._found[index]
        self._rows.items = items[:_MOST_ROWS]
        self._rows.current = 0
        self._none.setVisible(not items)
        self._rows.setVisible(bool(items))
        self._rows.updateGeometry()
        self.adjustSize()
        self._announce()

    def _announce(self) -> None:
        current = self.current()
        self.line.setAccessibleDescription(current.title if current else self._none.text())
        self._rows.update()

    def _retheme(self) -> None:
        self.line.setFont(theme().font("strong", bold=False))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        round_box(
            QPainter(self),
            self.rect(),
            look.radius("card"),
            fill=look.color("surface-raised"),
            border=look.color("border"),
        )


async def _answer(provider: PaletteProvider, words: str) -> Sequence[PaletteItem]:
    return await provider(words)
