"""The calculator of an exam: an expression, its result, and keys for who has no keyboard for ``π``."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from learnup_desktop.domain.calculator import LONGEST, CalculatorError, CalculatorFault, calculate, shown
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    Label,
    PrimaryButton,
    Row,
    SecondaryButton,
    SegmentedControl,
    WrapLabel,
    follow_theme,
)

KEYS = (
    ("sin", "cos", "tan", "π", "⌫"),
    ("ln", "log", "√", "^", "C"),
    ("7", "8", "9", "(", ")"),
    ("4", "5", "6", "×", "÷"),
    ("1", "2", "3", "+", "-"),
    ("0", ".", "E", "Ans", "="),
)
_CLIPBOARD_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)
_OPENED = frozenset({"sin", "cos", "tan", "ln", "log"})


class ExpressionLine(QLineEdit):
    """Where the expression is typed; ``*`` and ``/`` are shown as × and ÷."""

    def __init__(self) -> None:
        super().__init__()
        theme().dress(self)
        self.setMaxLength(LONGEST)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        follow_theme(self._retheme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = {"*": "×", "/": "÷", "p": "π"}.get(event.text())
        if typed is not None:
            self.insert(typed)
        elif any(event.matches(keys) for keys in _CLIPBOARD_KEYS):
            # What is typed here stays here; answers are copied from where they were written.
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def _retheme(self) -> None:
        self.setFont(theme().font("reading"))
        self.setMinimumHeight(QFontMetrics(self.font()).height() + theme().px(16))


class CalculatorPanel(QWidget):
    """A scientific calculator. Enter gives the result, which stays as ``Ans``."""

    def __init__(self) -> None:
        super().__init__()
        self._answer = 0.0
        self.line = ExpressionLine()
        self.line.setObjectName("calculator-line")
        self.line.returnPressed.connect(self.evaluate)
        self.result = Label("0", "title")
        self.result.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._fault = WrapLabel("", "caption", "caution")
        self.angles = SegmentedControl([("degrees", ""), ("radians", "")])
        self.keys: dict[str, SecondaryButton | PrimaryButton] = {}
        grid = QWidget()
        self._grid = QGridLayout(grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for row, keys in enumerate(KEYS):
            for column, key in enumerate(keys):
                button = PrimaryButton(key) if key == "=" else SecondaryButton(key)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                button.clicked.connect(partial(self.press, key))
                self.keys[key] = button
                self._grid.addWidget(button, row, column)
        angle_row = Row(gap=2)
        angle_row.addWidget(self.angles)
        angle_row.addStretch(1)
        column_layout = Column(self, gap=2.5)
        column_layout.add(angle_row, self.line, self.result, self._fault, grid)
        self.setFocusProxy(self.line)
        self.retranslate()
        follow_theme(self._retheme)

    def press(self, key: str) -> None:
        """As if the key were pressed."""
        if key == "=":
            self.evaluate()
        elif key == "C":
            self.line.clear()
            self.result.setText("0")
            self._fault.setText("")
        elif key == "⌫":
            self.line.backspace()
        else:
            self.line.insert(f"{key}(" if key in _OPENED else key)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def evaluate(self) -> None:
        """Show the result of the line."""
        text = self.line.text()
        if not text.strip():
            return
        try:
            self._answer = calculate(text, degrees=self.angles.value() == "degrees", answer=self._answer)
        except CalculatorError as error:
            self._fault.setText(self._words(error.fault))
            self._fault.show()
            return
        self._fault.setText("")
        self._fault.hide()
        self.result.setText(shown(self._answer))
        self.result.setAccessibleName(self.tr("Result: {value}").format(value=self.result.text()))
        self.line.selectAll()

    def retranslate(self) -> None:
        """Every text again."""
        self.angles.set_texts([self.tr("Degrees"), self.tr("Radians")])
        self.line.setAccessibleName(self.tr("Expression"))
        self.line.setPlaceholderText(self.tr("For instance 2π√(0.8÷9.8)"))
        names = {"⌫": self.tr("Delete the last sign"), "C": self.tr("Clear"), "√": self.tr("Square root")}
        for key, button in self.keys.items():
            button.setAccessibleName(names.get(key, key))

    def _words(self, fault: CalculatorFault) -> str:
        if fault is CalculatorFault.DOMAIN:
            return self.tr("This has no value, for instance a division by 0.")
        if fault is CalculatorFault.TOO_LARGE:
            return self.tr("The result is too large.")
        return self.tr("This cannot be read. Look at the brackets and signs.")

    def _retheme(self) -> None:
        self._grid.setSpacing(theme().space(1.5))
        self._fault.setVisible(bool(self._fault.text()))
