"""Buttons: primary, secondary, quiet, critical, icon.

They paint themselves because a stylesheet cannot draw an icon in the text's colour, a keycap or a focus ring that
does not move the text.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import focus_ring, follow_theme, mixed, round_box, shows_focus
from learnup_desktop.qt.widgets.text import key_chip_size, paint_key_chip


class BaseButton(QPushButton):
    """What all our push buttons share: size, icon, keycap, focus ring.

    Args:
        text: label; also the accessible name.
        icon: Material Design icon before the text.
        shortcut: key that presses it, shown as a keycap (``"Y"``); works in its window while the button is visible.
        trailing: put the icon after the text (``Next →``).
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str | None = None,
        shortcut: str | None = None,
        trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._trailing = trailing
        self._hint = shortcut
        self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if shortcut:
            QShortcut(QKeySequence(shortcut), self, self.click)
        follow_theme(self._retheme)

    def set_icon_name(self, name: str | None) -> None:
        """Show another icon."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def _retheme(self) -> None:
        self.setFont(theme().font("body", bold=True))
        self.updateGeometry()
        self.update()

    def colors(self) -> tuple[str | None, str | None, str]:
        """Tokens of fill, border and text."""
        return "surface-raised", "border", "text"

    def sizeHint(self) -> QSize:
        look = theme()
        metrics = QFontMetrics(look.font("body", bold=True))
        width = 2 * look.px(16 if self.text() else 8) + metrics.horizontalAdvance(self.text())
        if self._icon_name:
            width += look.px(18) + (look.px(8) if self.text() else 0)
        if self._hint:
            width += key_chip_size(self._hint).width() + look.px(16)
        return QSize(width, max(look.px(34), metrics.height() + look.px(12)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = shows_focus(event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        fill_token, border_token, text_token = self.colors()
        text_color = look.color(text_token)
        fill = look.color(fill_token) if fill_token else None
        active = self.isEnabled() and (self.underMouse() or self.isDown())
        if active:
            fill = mixed(fill or look.color("surface-raised"), text_color, 0.14 if self.isDown() else 0.06)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        border = look.color(border_token) if border_token else None
        if look.appearance == "contrast" and border is None:
            border = look.color("border")
        radius = look.radius("control")
        round_box(painter, self.rect(), radius, fill=fill, border=border)
        self._paint_content(painter, text_token)
        if self.hasFocus() and self._ring:
            self._paint_ring(painter, fill_token == "accent")

    def _paint_ring(self, painter: QPainter, filled: bool) -> None:
        look = theme()
        if filled:
            inset = look.px(2)
            inside = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            focus_ring(painter, inside, look.radius("control") - inset, look.color("on-accent"))
        else:
            focus_ring(painter, self.rect(), look.radius("control"))

    def _paint_content(self, painter: QPainter, text_token: str) -> None:
        look = theme()
        color = look.color(text_token)
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        text_width = metrics.horizontalAdvance(self.text())
        side = look.px(18) if self._icon_name else 0
        gap = look.px(8) if side and self.text() else 0
        chip = key_chip_size(self._hint).width() + look.px(16) if self._hint else 0
        left = (self.width() - side - gap - text_width - chip) / 2
        if self._hint:
            left = min(left, look.px(16))
        centre = self.height() / 2
        text_left = left if self._trailing else left + side + gap
        icon_left = left + text_width + gap if self._trailing else left
        if self._icon_name:
            paint_icon(painter, self._icon_name, QRectF(icon_left, centre - side / 2, side, side), color)
        painter.setPen(color)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextHideMnemonic
        painter.drawText(QRectF(text_left, 0, text_width + 2, self.height()), flags, self.text())
        if self._hint:
            right = self.width() - left
            border = text_token if text_token == "on-accent" else "border"
            paint_key_chip(painter, self._hint, right - chip + look.px(16), centre, text_token, border)


class PrimaryButton(BaseButton):
    """The one thing to do here."""

    def colors(self) -> tuple[str | None, str | None, str]:
        return "accent", None, "on-accent"


class SecondaryButton(BaseButton):
    """Another thing to do here."""


class QuietButton(BaseButton):
    """Something rarely done: no box until it is pointed at."""

    def colors(self) -> tuple[str | None, str | None, str]:
        return None, None, "accent"


class OnAccentButton(BaseButton):
    """The button on a card filled with the accent."""

    def colors(self) -> tuple[str | None, str | None, str]:
        return "surface-raised", None, "accent"


class CriticalButton(BaseButton):
    """Something that cannot be undone."""

    def colors(self) -> tuple[str | None, str | None, str]:
        return "critical-soft", "critical", "critical"


class IconButton(BaseButton):
    """A square button with an icon only; ``label`` is its name and tool tip."""

    def __init__(
        self, icon: str, label: str, *, boxed: bool = False, size: int = 34, parent: QWidget | None = None
    ) -> None:
        self._boxed = boxed
        self._side = size
        super().__init__("", icon=icon, parent=parent)
        self.set_label(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_label(self, label: str) -> None:
        """Change the name that screen readers say and the tool tip shows."""
        self.setAccessibleName(label)
        self.setToolTip(label)

    def colors(self) -> tuple[str | None, str | None, str]:
        return ("surface-raised", "border", "text") if self._boxed else (None, None, "text-muted")

    def sizeHint(self) -> QSize:
        side = theme().px(self._side)
        return QSize(side, side)
