"""A structured question: its parts below each other, each with its letter, marks and the editor of its kind."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from learnup_desktop.contract.answers import Answer, PartsAnswer, SimpleAnswer
from learnup_desktop.contract.questions import SimpleQuestion, StructuredQuestion
from learnup_desktop.domain.inline_formulas import spoken
from learnup_desktop.features.exams.editor_widgets import AnswerEditor, EditorTools
from learnup_desktop.qt import i18n
from learnup_desktop.qt.paper.figures import FormulaView, PaperImage
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.paper.table import TableView
from learnup_desktop.qt.widgets import Column, Divider, Label, Row

MakeEditor = Callable[[SimpleQuestion, str, EditorTools], AnswerEditor]


class PartView(QWidget):
    """One part.

    Attributes:
        edited: the new :data:`SimpleAnswer`.
    """

    edited = Signal(object)

    def __init__(self, part: SimpleQuestion, language: str, tools: EditorTools, make: MakeEditor) -> None:
        super().__init__()
        self.part = part
        self._letter = Label(f"({part.id})", "strong", bold=True)
        self._text = PaperText(tools.formulas, "strong", bold=False)
        self._marks = Label("", "caption", "text-muted")
        self._pictures = [PaperImage(tools.images.get(name, b""), "") for name in part.images]
        self._table = TableView(part.table, tools.formulas) if part.table is not None else None
        self.editor = make(part, language, tools)
        self.editor.edited.connect(self.edited)
        head = Row(gap=3)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self._letter, 0, top)
        head.addWidget(self._text, 1)
        head.addWidget(self._marks, 0, top)
        column = Column(self, gap=3)
        column.addLayout(head)
        column.add(*self._pictures)
        if self._table is not None:
            column.addWidget(self._table)
        if part.formula:
            column.addWidget(FormulaView(part.formula, tools.formulas))
        column.addWidget(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_language(self, language: str) -> None:
        """Show the part in another language."""
        words = self.part.text.text(language)
        self._text.setText(words)
        for picture, description in zip(self._pictures, self.part.image_descriptions, strict=False):
            picture.set_description(description.text(language))
        if self._table is not None:
            self._table.set_language(language)
        self.editor.set_language(language)
        self.editor.setAccessibleDescription(f"({self.part.id}) {spoken(words)}")

    def retranslate(self) -> None:
        """The program's own words."""
        marks = self.tr("1 mark") if self.part.marks == 1 else self.tr("{n} marks")
        self._marks.setText(marks.format(n=i18n.format_number(self.part.marks)))
        self.editor.retranslate()


class StructuredEditor(AnswerEditor):
    """All parts; an answer to one leaves the others as they are."""

    def __init__(self, question: StructuredQuestion, language: str, tools: EditorTools, make: MakeEditor) -> None:
        super().__init__()
        self._answers: dict[str, SimpleAnswer] = {}
        self.parts: dict[str, PartView] = {}
        column = Column(self, gap=5)
        for part in question.parts:
            view = PartView(part, language, tools, make)
            view.edited.connect(partial(self._edited, part.id))
            self.parts[part.id] = view
            column.add(Divider(), view)
        self.set_language(language)
        self.retranslate()

    def set_answer(self, answer: Answer | None) -> None:
        """Show what was answered to each part."""
        self._answers = dict(answer.parts) if isinstance(answer, PartsAnswer) else {}
        for name, view in self.parts.items():
            view.editor.set_answer(self._answers.get(name))

    def set_language(self, language: str) -> None:
        """Every part in another language."""
        for view in self.parts.values():
            view.set_language(language)

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take keystrokes in every part."""
        for view in self.parts.values():
            view.editor.set_read_only(read_only)

    def choose(self, index: int) -> bool:
        """Press a choice of the part in which the keyboard is."""
        view = self._focused()
        return view is not None and view.editor.choose(index)

    def takes_letters(self) -> bool:
        """Where the part with the keyboard does."""
        view = self._focused()
        return view is not None and view.editor.takes_letters()

    def focus_editor(self) -> None:
        """To the first part without an answer."""
        name = next((name for name in self.parts if name not in self._answers), next(iter(self.parts)))
        self.parts[name].editor.focus_editor()

    def retranslate(self) -> None:
        """The program's own words in every part."""
        for view in self.parts.values():
            view.retranslate()

    def _focused(self) -> PartView | None:
        at = QApplication.focusWidget()
        return next((view for view in self.parts.values() if at is not None and view.isAncestorOf(at)), None)

    def _edited(self, name: str, answer: SimpleAnswer) -> None:
        self._answers[name] = answer
        parts = {name: self._answers[name] for name in self.parts if name in self._answers}
        self.edited.emit(PartsAnswer(parts=parts))
