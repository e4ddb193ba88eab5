"""The rows inside cards: lines of a list, of numbers, of a checklist; and the divider between them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import TONE_ICONS, Tone, focus_ring, follow_theme, mixed, round_box, show_if
from learnup_desktop.qt.widgets.layout import Column, Row
from learnup_desktop.qt.widgets.pills import IconLabel, PillButton
from learnup_desktop.qt.widgets.text import ElidedLabel, Label, WrapLabel


class Divider(QWidget):
    """A 1-px line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("border"))


class TwoLines(QWidget):
    """A line with a smaller one close below it, in the middle of the height: name and number, title and detail."""

    def __init__(
        self,
        title: str = "",
        detail: str = "",
        *,
        type_name: str = "body",
        strong: bool = True,
        tones: tuple[str, str] = ("text", "text-muted"),
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = Column(self, gap=0)
        kind = WrapLabel if wrap else ElidedLabel
        self.title: WrapLabel | ElidedLabel = kind(title, type_name, tones[0], bold=strong)
        self.detail: WrapLabel | ElidedLabel = kind(detail, "caption", tones[1])
        column.addStretch(1)
        column.add(self.title, self.detail)
        column.addStretch(1)
        show_if(self.detail, bool(detail))

    def set(self, title: str, detail: str = "") -> None:
        """Change both lines."""
        self.title.setText(title)
        self.detail.setText(detail)
        show_if(self.detail, bool(detail))


class ListRow(QWidget):
    """A row of a list: leading widget, title over detail, trailing widgets.

    Args:
        title: what it is.
        detail: one muted line below.
        leading: an avatar, a subject bar, an icon.
        trailing: pills or buttons at the right.
        strong: title in bold.
        dense: less height, for lists without dividers.
        clickable: as :class:`Card`.
        wrap: what is too long goes on in the next line instead of being cut.
    """

    clicked = Signal()

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        leading: QWidget | None = None,
        trailing: QWidget | None = None,
        strong: bool = True,
        dense: bool = False,
        clickable: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clickable = clickable
        height = 1.75 if dense else 2.75
        self.row = Row(self, gap=3, margins=(0, height, 0, height))
        if leading is not None:
            self.row.addWidget(leading)
        self._words = TwoLines(title, detail, strong=strong, wrap=wrap)
        self.row.addWidget(self._words, 1)
        if trailing is not None:
            self.row.addWidget(trailing)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    def set(self, title: str, detail: str = "") -> None:
        """Change the words."""
        self._words.set(title, detail)
        self._name()

    def add_trailing(self, *widgets: QWidget) -> None:
        """Append widgets at the right."""
        self.row.add(*widgets)

    def _name(self) -> None:
        self.setAccessibleName(
            ", ".join(part for part in (self._words.title.text(), self._words.detail.text()) if part)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.clicked.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._clickable:
            return
        look = theme()
        painter = QPainter(self)
        out = self.rect()
        if self.underMouse():
            fill = mixed(look.color("surface-raised"), look.color("text"), 0.04)
            round_box(painter, out, look.radius("control"), fill=fill)
        if self.hasFocus():
            focus_ring(painter, out, look.radius("control"))


class KeyValueRow(QWidget):
    """``Present ........ 25``."""

    def __init__(self, key: str, value: str = "", *, muted: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = Row(self, gap=3)
        self._key = Label(key, "caption", "text-muted" if muted else "text")
        self._value = ElidedLabel(value, "caption", bold=True)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._key)
        row.addWidget(self._value, 1)
        self.set(key, value)

    def set(self, key: str, value: str) -> None:
        """Change both."""
        self._key.setText(key)
        self._value.setText(value)
        self.setAccessibleName(f"{key}: {value}")


class CheckRow(QWidget):
    """A line of a checklist: icon, what, how it stands, and a button that mends it.

    Args:
        text: what is checked.
        detail: how it stands.
        tone: ``positive`` fulfilled, ``caution`` look at it, ``critical`` must be mended, ``neutral`` not looked at
            yet. action: the button's text; empty for none.
    """

    action_requested = Signal()

    def __init__(
        self,
        text: str,
        detail: str = "",
        tone: Tone = "neutral",
        *,
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = Row(self, gap=3)
        self._icon = IconLabel(_CHECK_ICONS[tone], tone if tone != "neutral" else "text-muted")
        self._text = WrapLabel(text)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._detail = WrapLabel(detail, "caption", "text-muted")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._button = PillButton(action, small=True)
        self._button.clicked.connect(self.action_requested)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self._detail, 1)
        row.addWidget(self._button)
        self.set(text, detail, tone, action=action)
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        self.setMinimumHeight(theme().px(22))

    def set(self, text: str, detail: str, tone: Tone, *, action: str = "") -> None:
        """Change everything."""
        self._text.setText(text)
        self._detail.setText(detail)
        self._icon.set(_CHECK_ICONS[tone], tone if tone != "neutral" else "text-muted")
        self._button.set(action)
        show_if(self._button, bool(action))
        self.setAccessibleName(f"{text}: {detail}")


_CHECK_ICONS: dict[Tone, str] = {
    **TONE_ICONS,
    "neutral": "circle-outline",
    "accent": "progress-clock",
    "critical": "close-circle-outline",
}
