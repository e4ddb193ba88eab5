"""Input: labelled text, password and choice fields with their error below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QWidget

from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import focus_ring, follow_theme, mixed, round_box, show_if
from learnup_desktop.qt.widgets.buttons import IconButton
from learnup_desktop.qt.widgets.layout import Column, Row
from learnup_desktop.qt.widgets.pills import IconLabel
from learnup_desktop.qt.widgets.text import Label, WrapLabel


class _Field(QWidget):
    """Label above, control, help or error below; the control's accessible name and description follow them."""

    def __init__(self, label: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._hint = hint
        self._error = ""
        column = Column(self, gap=1)
        self._label = Label(label, "caption", bold=True)
        self._label.setBuddy(control)
        self._error_icon = IconLabel("alert-circle-outline", "critical", size=16)
        self._below = WrapLabel("", "caption", "text-muted")
        below = Row(gap=1)
        below.addWidget(self._error_icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        column.add(self._label, control, below)
        self.setFocusProxy(control)
        self.set_label(label)
        self.set_error("")

    def set_label(self, label: str) -> None:
        """Change the words above."""
        self._label.setText(label)
        show_if(self._label, bool(label))
        self._control.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """Change the help below, shown while there is no error."""
        self._hint = hint
        self.set_error(self._error)

    def set_error(self, error: str) -> None:
        """Say what is wrong; empty when nothing is."""
        self._error = error
        self._below.setText(error or self._hint)
        self._below.set_tone("critical" if error else "text-muted")
        show_if(self._below, bool(error or self._hint))
        show_if(self._error_icon, bool(error))
        self._control.setAccessibleDescription(error or self._hint)
        if bool(self._control.property("invalid")) != bool(error):
            self._control.setProperty("invalid", bool(error))
            self._control.style().unpolish(self._control)
            self._control.style().polish(self._control)

    def error(self) -> str:
        """What is said to be wrong."""
        return self._error


class TextField(_Field):
    """One line of text.

    Attributes:
        edit: the QLineEdit, for its signals and validators.
    """

    def __init__(
        self,
        label: str,
        text: str = "",
        *,
        placeholder: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.edit = QLineEdit(text)
        self.edit.setPlaceholderText(placeholder)
        super().__init__(label, self.edit, hint, parent)
        self.edit.textEdited.connect(self._clear_error)
        follow_theme(self._retheme)
        # Last: once dressed, a control's style is worked out again for every parent and font that it is given.
        theme().dress(self.edit)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Put text in."""
        self.edit.setText(text)

    def _clear_error(self) -> None:
        if self.error():
            self.set_error("")

    def _retheme(self) -> None:
        self.edit.setFont(theme().font("body"))
        metrics = QFontMetrics(theme().font("body"))
        self.edit.setMinimumHeight(max(theme().px(38), metrics.height() + theme().px(16)))


class PasswordField(TextField):
    """A password, with an eye that shows it."""

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        # Not QLineEdit.addAction: its icon stays 16 px at every zoom and cannot be reached by Tab.
        self._eye: IconButton | None = None
        super().__init__(label, parent=parent)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = IconButton("eye-outline", self.tr("Show password"), size=32, parent=self.edit)
        self._eye.clicked.connect(self._toggle)
        inside = Row(self.edit, margins=(0, 0, 0.5, 0))
        inside.addStretch(1)
        inside.addWidget(self._eye)
        self._retheme()

    def text(self) -> str:
        """What was typed, exactly."""
        return self.edit.text()

    def _toggle(self) -> None:
        shown = self.edit.echoMode() == QLineEdit.EchoMode.Password
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        if self._eye is not None:
            self._eye.set_icon_name("eye-off-outline" if shown else "eye-outline")
            self._eye.set_label(self.tr("Hide password") if shown else self.tr("Show password"))

    def _retheme(self) -> None:
        super()._retheme()
        self.edit.setTextMargins(0, 0, theme().px(28), 0)


class ComboBox(QComboBox):
    """A choice drawn in the theme; values are the items' data."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The default delegate of a combo box ignores the stylesheet's padding.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        follow_theme(self._retheme)
        theme().dress(self)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Replace the items by ``(value, text)``, keeping the choice where its value is still there."""
        before = self.currentData()
        self.blockSignals(True)
        self.clear()
        for value, text in choices:
            self.addItem(text, value)
        index = self.findData(before)
        self.setCurrentIndex(max(0, index) if choices else -1)
        self.blockSignals(False)
        self.updateGeometry()

    def _retheme(self) -> None:
        self.setFont(theme().font("body"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = theme()
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=look.px(80))
        return QSize(widest + look.px(12 + 8 + 20 + 10), max(look.px(36), metrics.height() + look.px(14)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme().px(120)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        fill = look.color("surface-raised")
        if self.underMouse():
            fill = mixed(fill, look.color("text"), 0.04)
        border = "critical" if self.property("invalid") else "border"
        round_box(painter, self.rect(), look.radius("control"), fill=fill, border=look.color(border))
        side = look.px(20)
        right = self.width() - look.px(10) - side
        chevron = QRectF(right, (self.height() - side) / 2, side, side)
        paint_icon(painter, "chevron-down", chevron, look.color("text-muted"))
        painter.setFont(self.font())
        painter.setPen(look.color("text"))
        room = right - look.px(12) - look.px(4)
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        area = QRectF(look.px(12), 0, room + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.hasFocus():
            focus_ring(painter, self.rect(), look.radius("control"))


class ComboField(_Field):
    """One of several, labelled.

    Attributes:
        combo: the :class:`ComboBox`.
        changed: the chosen value.
    """

    changed = Signal(object)

    def __init__(
        self,
        label: str,
        choices: Sequence[tuple[object, str]] = (),
        value: object = None,
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.combo = ComboBox()
        super().__init__(label, self.combo, hint, parent)
        self.set_choices(choices)
        if value is not None:
            self.set_value(value)
        self.combo.currentIndexChanged.connect(self._emit)

    def value(self) -> object:
        """The chosen value, None when there is nothing to choose."""
        return self.combo.currentData()

    def set_value(self, value: object) -> None:
        """Choose by value; an unknown one changes nothing."""
        index = self.combo.findData(value)
        if index >= 0:
            self.combo.setCurrentIndex(index)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Replace the choices by ``(value, text)``."""
        self.combo.set_choices(choices)

    def _emit(self) -> None:
        self.changed.emit(self.value())


class SearchEdit(QLineEdit):
    """A line to filter what is below it; Escape empties it."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_placeholder(placeholder)
        follow_theme(self._retheme)
        theme().dress(self)

    def set_placeholder(self, placeholder: str) -> None:
        """Change the words in the empty line."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def _retheme(self) -> None:
        self.setFont(theme().font("body"))
        self.setMinimumHeight(max(theme().px(36), QFontMetrics(theme().font("body")).height() + theme().px(14)))
        self.setTextMargins(theme().px(24), 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(18)
        area = QRectF(theme().px(10), (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), "magnify", area, theme().color("text-muted"))
