"""Controls that hold a choice: check box, switch, segmented control."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import focus_ring, follow_theme, round_box
from learnup_desktop.qt.widgets.buttons import BaseButton

_TALLEST = 100_000
_TEXT_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic | Qt.TextFlag.TextWordWrap


class CheckBox(QCheckBox):
    """A check box drawn in the theme; its text goes on below where there is no room.

    As :class:`WrapLabel`, it demands the height that its text needs once it knows its width.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        self.setFont(theme().font("body"))
        self.updateGeometry()
        self._demand_height()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._demand_height()

    def sizeHint(self) -> QSize:
        width = self._text_left() + self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(self._text_left() + min(longest, theme().px(240)), self._height_of_lines(0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - self._text_left()), _TALLEST)
        return self._height_of_lines(self.fontMetrics().boundingRect(room, _TEXT_FLAGS, self.text()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._demand_height()

    def _demand_height(self) -> None:
        if self.width() > 0 and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)

    def _height_of_lines(self, height: int) -> int:
        look = theme()
        return max(look.px(28), max(height, self.fontMetrics().height()) + look.px(6))

    def _text_left(self) -> int:
        return theme().px(34) if self.text() else theme().px(24)

    def hitButton(self, position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        side = look.px(20)
        box = QRectF(look.px(2), (self.height() - side) / 2, side, side)
        if self.isChecked():
            round_box(painter, box, look.radius("chip"), fill=look.color("accent"))
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), look.color("on-accent"))
        else:
            edge = "accent" if self.underMouse() else "text-muted"
            round_box(painter, box, look.radius("chip"), fill=look.color("surface-raised"), border=look.color(edge))
        painter.setPen(look.color("text"))
        painter.setFont(self.font())
        text = QRectF(self.rect()).adjusted(side + look.px(12), 0, 0, 0)
        painter.drawText(text, _TEXT_FLAGS, self.text())
        if self.hasFocus():
            focus_ring(painter, self.rect(), look.radius("chip") + 2)


class Switch(QCheckBox):
    """On or off, effective at once. The knob's place and the accessible state say it, not colour alone."""

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(44), theme().px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        height = look.px(22)
        track = QRectF(look.px(2), (self.height() - height) / 2, look.px(40), height)
        inset = look.px(3)
        knob = track.height() - 2 * inset
        left = track.right() - inset - knob if self.isChecked() else track.left() + inset
        if self.isChecked():
            round_box(painter, track, height / 2, fill=look.color("accent"))
        else:
            fill, border = look.color("surface-sunken"), look.color("text-muted")
            round_box(painter, track, height / 2, fill=fill, border=border)
        color = look.color("on-accent" if self.isChecked() else "text-muted")
        round_box(painter, QRectF(left, track.top() + inset, knob, knob), knob / 2, fill=color)
        if self.hasFocus():
            focus_ring(painter, self.rect(), self.height() / 2)


class _Segment(BaseButton):
    def __init__(self, text: str, icon: str | None) -> None:
        super().__init__(text, icon=icon)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def colors(self) -> tuple[str | None, str | None, str]:
        if not self.isChecked():
            return None, None, "text-muted"
        # In high contrast every surface is black, so the chosen one is filled.
        if theme().appearance == "contrast":
            return "accent", None, "on-accent"
        return "surface-raised", "border", "text"

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() - theme().px(8), size.height() - theme().px(4))


class SegmentedControl(QWidget):
    """One of a few: ``Day | Week``. Arrow keys move, Home and End jump."""

    changed = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str] | tuple[str, str, str]],
        value: str | None = None,
        *,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Args: choices as ``(value, text)`` or ``(value, text, icon)``; the first is chosen unless ``value`` says."""
        super().__init__(parent)
        self._values = [choice[0] for choice in choices]
        self._segments = [_Segment(choice[1], choice[2] if len(choice) > 2 else None) for choice in choices]
        self._label = label
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._box = QHBoxLayout(self)
        for key, segment in zip(self._values, self._segments, strict=True):
            self._box.addWidget(segment)
            segment.clicked.connect(lambda _checked=False, key=key: self.set_value(key))
        self._value = ""
        self._show(value if value is not None else self._values[0])
        follow_theme(self._retheme)

    def value(self) -> str:
        """The chosen value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose; emits :attr:`changed` if that differs.

        Raises:
            ValueError: not one of the choices.
        """
        before = self._value
        self._show(value)
        if value != before:
            self.changed.emit(value)

    def set_texts(self, texts: Sequence[str]) -> None:
        """New words after a change of language."""
        for segment, text in zip(self._segments, texts, strict=True):
            segment.setText(text)
            segment.updateGeometry()
        self._show(self._value)

    def _show(self, value: str) -> None:
        index = self._values.index(value)
        self._value = value
        for at, segment in enumerate(self._segments):
            segment.setChecked(at == index)
        self.setAccessibleName(f"{self._label}: {self._segments[index].text()}".removeprefix(": "))

    def _retheme(self) -> None:
        inset = theme().px(3)
        self._box.setContentsMargins(inset, inset, inset, inset)
        self._box.setSpacing(theme().px(2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self._values.index(self._value)
        target = {
            Qt.Key.Key_Left: index - 1,
            Qt.Key.Key_Up: index - 1,
            Qt.Key.Key_Right: index + 1,
            Qt.Key.Key_Down: index + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._values) - 1,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.set_value(self._values[max(0, min(len(self._values) - 1, target))])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        round_box(painter, self.rect(), look.radius("control"), fill=look.color("surface-sunken"))
        if self.hasFocus():
            focus_ring(painter, self.rect(), look.radius("control"))
