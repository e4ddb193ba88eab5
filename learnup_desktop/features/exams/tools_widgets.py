"""What stays at hand beside the questions: the calculator and the paper's sheets of formulas."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.contract.questions import Paper, ReferenceSheet
from learnup_desktop.features.exams.calculator_widgets import CalculatorPanel
from learnup_desktop.features.exams.editor_widgets import EditorTools
from learnup_desktop.qt.paper.figures import FormulaView, PaperImage
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, IconButton, Label, Row, ScrollColumn, show_if


class SheetView(QWidget):
    """One reference sheet."""

    def __init__(self, sheet: ReferenceSheet, tools: EditorTools) -> None:
        super().__init__()
        self.sheet = sheet
        self._texts: list[PaperText] = []
        self._pictures = [PaperImage(tools.images.get(name, b""), "") for name in sheet.images]
        column = Column(self, gap=3)
        for entry in sheet.entries:
            text = PaperText(tools.formulas, "caption", "text-muted")
            self._texts.append(text)
            column.addWidget(text)
            show_if(text, entry.text is not None)
            if entry.formula:
                column.addWidget(FormulaView(entry.formula, tools.formulas))
        column.add(*self._pictures)
        column.addStretch(1)

    def set_language(self, language: str) -> None:
        """The sheet in another language."""
        for label, entry in zip(self._texts, self.sheet.entries, strict=True):
            label.setText(entry.text.text(language) if entry.text is not None else "")
        for picture, words in zip(self._pictures, self.sheet.image_descriptions, strict=False):
            picture.set_description(words.text(language))


def make_tool_buttons(paper: Paper, toggle: Callable[[str], None]) -> dict[str, IconButton]:
    """A button for the calculator and for each sheet of the paper, by the tool's name."""
    buttons = {"calculator": "calculator"} if paper.calculator == "scientific" else {}
    made: dict[str, IconButton] = {}
    for name, icon in (buttons | {sheet.id: "function-variant" for sheet in paper.sheets}).items():
        button = IconButton(icon, "", boxed=True)
        button.setObjectName(f"tool-{name}")
        button.clicked.connect(lambda _on=False, name=name: toggle(name))
        made[name] = button
    return made


class ToolPanel(QWidget):
    """One tool at a time, in a column beside the question; it hides nothing and takes no keys from an answer.

    Attributes:
        closed: the student puts the tool away.
    """

    closed = Signal()

    def __init__(self, paper: Paper, tools: EditorTools, language: str) -> None:
        super().__init__()
        self._language = language
        self._title = Label("", "heading")
        self.close_button = IconButton("close", "", size=30)
        self.close_button.clicked.connect(self.put_away)
        self.calculator = CalculatorPanel() if paper.calculator == "scientific" else None
        self.sheets = {sheet.id: SheetView(sheet, tools) for sheet in paper.sheets}
        self._open = ""
        head = Row(gap=2)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        content = QWidget()
        inner = Column(content, gap=0)
        if self.calculator is not None:
            inner.addWidget(self.calculator)
        inner.add(*self.sheets.values())
        inner.addStretch(1)
        column = Column(self, gap=3, margins=(5, 5, 5, 5))
        column.addLayout(head)
        column.addWidget(ScrollColumn(content), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()
        self.set_language(language)

    @property
    def opened(self) -> str:
        """``calculator``, the id of a sheet, or empty."""
        return self._open

    def toggle(self, tool: str) -> None:
        """Open a tool, or put it away when it is the one that is open."""
        self._open = "" if tool == self._open else tool
        if self.calculator is not None:
            show_if(self.calculator, self._open == "calculator")
        for name, sheet in self.sheets.items():
            show_if(sheet, self._open == name)
        self.setVisible(bool(self._open))
        self.retranslate()
        if self._open == "calculator" and self.calculator is not None:
            self.calculator.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._open:
            self.closed.emit()

    def put_away(self) -> None:
        """Close what is open."""
        if self._open:
            self.toggle(self._open)

    def name_of(self, tool: str) -> str:
        """What a tool is called in the paper's language."""
        sheet = self.sheets.get(tool)
        return sheet.sheet.title.text(self._language) if sheet is not None else self.tr("Calculator")

    def set_language(self, language: str) -> None:
        """The sheets in another language."""
        self._language = language
        for sheet in self.sheets.values():
            sheet.set_language(language)
        self.retranslate()

    def retranslate(self) -> None:
        """The program's own words."""
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close"))
        title = self.name_of(self._open)
        self._title.setText(title)
        self.setAccessibleName(title)
        if self.calculator is not None:
            self.calculator.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("surface-raised"))
        painter.fillRect(0, 0, 1, self.height(), look.color("border"))
