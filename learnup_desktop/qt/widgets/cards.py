"""Cards and the rows inside them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import TONE_ICONS, Tone, focus_ring, follow_theme, mixed, round_box, tone_color
from learnup_desktop.qt.widgets.layout import Column, Row
from learnup_desktop.qt.widgets.pills import IconLabel, PillButton
from learnup_desktop.qt.widgets.text import ElidedLabel, Label, WrapLabel


class Card(QFrame):
    """A raised box for things that belong together; fill :attr:`body`.

    Args:
        title: heading at the top; empty for none.
        trailing: widget at the right of the heading.
        padding: grid units.
        gap: distance between the parts, grid units.
        filled: filled with the accent, for the one thing that matters now; use ``on-accent`` text on it.
        clickable: emits :attr:`clicked` on mouse, Enter and Space and can be reached by Tab; give it an accessible
            name.
    """

    clicked = Signal()

    def __init__(
        self,
        title: str = "",
        *,
        trailing: QWidget | None = None,
        padding: float = 5,
        gap: float = 3,
        filled: bool = False,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filled = filled
        self._clickable = clickable
        self._outline: Tone | None = None
        self.body = Column(self, gap=gap, margins=(padding, padding, padding, padding))
        self._title = Label(title, "heading", "on-accent" if filled else "text")
        self.header = Row(gap=3)
        if title or trailing is not None:
            self.header.addWidget(self._title)
            self.header.addStretch(1)
            if trailing is not None:
                self.header.addWidget(trailing)
            self.body.addLayout(self.header)
        else:
            self._title.setParent(self)
            self._title.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if title:
            self.setAccessibleName(title)
        theme().changed.connect(self.update)

    def set_title(self, title: str) -> None:
        """Change the heading of a card that was made with one."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_outline(self, tone: Tone | None) -> None:
        """A 2-px border in a tone (chosen, or needs a look); None for the plain one."""
        if tone != self._outline:
            self._outline = tone
            self.update()

    def outline(self) -> Tone | None:
        """The tone of the border, None when plain."""
        return self._outline

    def add(self, *items: QWidget | QLayout, stretch: int = 0) -> None:
        """Append widgets or layouts."""
        self.body.add(*items, stretch=stretch)

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
        look = theme()
        painter = QPainter(self)
        radius = look.radius("card")
        if self._filled:
            round_box(painter, self.rect(), radius, fill=look.color("accent"))
        else:
            fill = look.color("surface-raised")
            if self._clickable and self.underMouse():
                fill = mixed(fill, look.color("text"), 0.03)
            border = tone_color(self._outline) if self._outline else look.color("border")
            round_box(painter, self.rect(), radius, fill=fill, border=border, width=look.px(2) if self._outline else 1)
        if self._clickable and self.hasFocus():
            focus_ring(painter, self.rect(), radius)


class Divider(QWidget):
    """A 1-px line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("border"))


class ListRow(QWidget):
    """A row of a list: leading widget, title over detail, trailing widgets.

    Args:
        title: what it is, in bold unless ``strong`` is False.
        detail: one muted line below.
        leading: an avatar, a subject bar, an icon.
        trailing: pills or buttons at the right.
        clickable: as :class:`Card`.
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
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clickable = clickable
        self.row = Row(self, gap=3, margins=(0, 2, 0, 2))
        if leading is not None:
            self.row.addWidget(leading)
        words = Column(gap=0)
        self._title = ElidedLabel(title, "body", bold=strong)
        self._detail = ElidedLabel(detail, "caption", "text-muted")
        self._detail.setVisible(bool(detail))
        words.addStretch(1)
        words.add(self._title, self._detail)
        words.addStretch(1)
        self.row.addLayout(words, 1)
        if trailing is not None:
            self.row.addWidget(trailing)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    def set(self, title: str, detail: str = "") -> None:
        """Change the words."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._name()

    def add_trailing(self, *widgets: QWidget) -> None:
        """Append widgets at the right."""
        self.row.add(*widgets)

    def _name(self) -> None:
        self.setAccessibleName(", ".join(part for part in (self._title.text(), self._detail.text()) if part))

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
        self._text = Label(text)
        self._detail = WrapLabel(detail, "caption", "text-muted")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._button = PillButton(action, small=True)
        self._button.clicked.connect(self.action_requested)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self._detail, 1)
        row.addWidget(self._button)
        self.set(text, detail, tone, action=action)

    def set(self, text: str, detail: str, tone: Tone, *, action: str = "") -> None:
        """Change everything."""
        self._text.setText(text)
        self._detail.setText(detail)
        self._icon.set(_CHECK_ICONS[tone], tone if tone != "neutral" else "text-muted")
        self._button.set(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(f"{text}: {detail}")

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), max(size.height(), theme().px(22)))


_CHECK_ICONS: dict[Tone, str] = {
    **TONE_ICONS,
    "neutral": "circle-outline",
    "accent": "progress-clock",
    "critical": "close-circle-outline",
}


class Banner(QFrame):
    """A message within the page: what happened, what it means, what to do. Stays until its page takes it away."""

    def __init__(
        self,
        title: str,
        text: str = "",
        tone: Tone = "caution",
        *,
        icon: str | None = None,
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self._given_icon = icon
        row = Row(self, gap=2, margins=(3, 3, 3, 3))
        self._icon = IconLabel(icon or TONE_ICONS[tone], tone if tone != "neutral" else "text-muted")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=0)
        self._title = WrapLabel(title, "caption", bold=True)
        self._text = WrapLabel(text, "caption", "text-muted")
        words.add(self._title, self._text)
        row.addLayout(words, 1)
        if action is not None:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set(title, text, tone)
        follow_theme(self.update)

    def set(self, title: str, text: str = "", tone: Tone | None = None) -> None:
        """Change the words and, where given, the tone."""
        self._tone = tone or self._tone
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        name = self._given_icon or TONE_ICONS[self._tone]
        self._icon.set(name, self._tone if self._tone != "neutral" else "text-muted")
        self.setAccessibleName(f"{title} {text}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        border = theme().color("border") if self._tone == "neutral" else tone_color(self._tone)
        round_box(
            QPainter(self), self.rect(), theme().radius("card"), fill=theme().color("surface-raised"), border=border
        )
