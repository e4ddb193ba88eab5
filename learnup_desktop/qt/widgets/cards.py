"""Cards, and the banner that says something within a page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import (
    TONE_ICONS,
    Tone,
    focus_ring,
    follow_theme,
    mixed,
    round_box,
    show_if,
    tone_color,
)
from learnup_desktop.qt.widgets.layout import Column, Row
from learnup_desktop.qt.widgets.pills import IconLabel
from learnup_desktop.qt.widgets.text import Label, WrapLabel


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
        # The border is drawn inside, so the content starts behind it.
        self.setContentsMargins(1, 1, 1, 1)
        self.body = Column(self, gap=gap, margins=(padding, padding, padding, padding))
        self._title: Label | None = None
        if title or trailing is not None:
            self._make_header(title, trailing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if title:
            self.setAccessibleName(title)
        theme().follow(self.update)

    def _make_header(self, title: str, trailing: QWidget | None) -> Label:
        heading = Label(title, "heading", "on-accent" if self._filled else "text")
        header = Row(gap=3)
        header.addWidget(heading)
        header.addStretch(1)
        if trailing is not None:
            header.addWidget(trailing)
        self.body.insertLayout(0, header)
        self._title = heading
        return heading

    def set_title(self, title: str) -> None:
        """Set the heading."""
        (self._title or self._make_header("", None)).setText(title)
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
        show_if(self._text, bool(text))
        name = self._given_icon or TONE_ICONS[self._tone]
        self._icon.set(name, self._tone if self._tone != "neutral" else "text-muted")
        self.setAccessibleName(f"{title} {text}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        border = theme().color("border") if self._tone == "neutral" else tone_color(self._tone)
        round_box(
            QPainter(self), self.rect(), theme().radius("card"), fill=theme().color("surface-raised"), border=border
        )
