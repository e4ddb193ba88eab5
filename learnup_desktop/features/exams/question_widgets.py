"""One question as the student sees it: text, pictures, formula, and the editor that it asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.contract.answers import Answer
from learnup_desktop.contract.questions import (
    BlanksQuestion,
    DrawingQuestion,
    EssayQuestion,
    MatchingQuestion,
    MultipleChoiceQuestion,
    NumericQuestion,
    OrderingQuestion,
    Question,
    ShortAnswerQuestion,
    SimpleQuestion,
    SingleChoiceQuestion,
    StructuredQuestion,
    TrueFalseQuestion,
)
from learnup_desktop.domain.inline_formulas import spoken
from learnup_desktop.features.exams.blanks_widgets import BlanksEditor
from learnup_desktop.features.exams.choice_widgets import ChoiceEditor
from learnup_desktop.features.exams.drawing_widgets import DrawingEditor
from learnup_desktop.features.exams.editor_widgets import AnswerEditor, EditorTools
from learnup_desktop.features.exams.matching_widgets import MatchingEditor
from learnup_desktop.features.exams.ordering_widgets import OrderingEditor
from learnup_desktop.features.exams.structured_widgets import StructuredEditor
from learnup_desktop.features.exams.text_widgets import EssayEditor, NumericEditor, ShortEditor
from learnup_desktop.qt.paper.figures import FormulaView, PaperImage
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.paper.table import TableView
from learnup_desktop.qt.widgets import Column, Label


def make_editor(question: Question, language: str, tools: EditorTools) -> AnswerEditor:
    """The editor that a question asks for."""
    if isinstance(question, StructuredQuestion):
        return StructuredEditor(question, language, tools, make_simple_editor)
    return make_simple_editor(question, language, tools)


def make_simple_editor(question: SimpleQuestion, language: str, tools: EditorTools) -> AnswerEditor:
    """The editor of a question without parts, or of a part."""
    match question:
        case SingleChoiceQuestion() | TrueFalseQuestion():
            return ChoiceEditor(question.choices, language, tools.formulas, several=False)
        case MultipleChoiceQuestion():
            return ChoiceEditor(question.choices, language, tools.formulas, several=True)
        case NumericQuestion():
            return NumericEditor(question.unit, tools.clipboard, asks_unit=question.ask_unit)
        case ShortAnswerQuestion():
            return ShortEditor(question.maximum_length, tools.clipboard)
        case BlanksQuestion():
            return BlanksEditor(question, language, tools.clipboard, tools.formulas)
        case MatchingQuestion():
            return MatchingEditor(question, language, tools.formulas)
        case OrderingQuestion():
            return OrderingEditor(question, language, tools.formulas)
        case DrawingQuestion():
            return DrawingEditor(question, tools.work, tools.camera)
        case EssayQuestion():
            return EssayEditor(question.word_limit, tools.clipboard, minimum_words=question.minimum_words)


class QuestionView(QWidget):
    """A question and its editor; kept for the whole sitting, so that undo and scroll position stay.

    Attributes:
        edited: the new :data:`Answer`.
    """

    edited = Signal(object)

    def __init__(self, question: Question, language: str, tools: EditorTools) -> None:
        super().__init__()
        self.question = question
        self._language = language
        self._text = PaperText(tools.formulas, "reading")
        self._hint = Label("", "caption", "text-muted")
        self._pictures = [PaperImage(tools.images.get(name, b""), "") for name in question.images]
        self.formula = FormulaView(question.formula, tools.formulas) if question.formula else None
        self.table = TableView(question.table, tools.formulas) if question.table is not None else None
        self.editor = make_editor(question, language, tools)
        self.editor.edited.connect(self.edited)
        column = Column(self, gap=4)
        column.addWidget(self._text)
        column.add(*self._pictures)
        if self.formula is not None:
            column.addWidget(self.formula)
        if self.table is not None:
            column.addWidget(self.table)
        column.addWidget(self._hint)
        fills = self.editor.fills()
        column.addWidget(self.editor, 1 if fills else 0)
        if not fills:
            column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Show the paper's words in another language."""
        self._language = language
        self._text.setText(self.question.text.text(language))
        for index, picture in enumerate(self._pictures):
            descriptions = self.question.image_descriptions
            picture.set_description(descriptions[index].text(language) if index < len(descriptions) else "")
        if self.table is not None:
            self.table.set_language(language)
        self.editor.set_language(language)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the program's own words again."""
        several = isinstance(self.question, MultipleChoiceQuestion)
        self._hint.setText(self.tr("Choose all that are right.") if several else "")
        self._hint.setVisible(several)
        self.editor.setAccessibleDescription(spoken(self.question.text.text(self._language)))
        self.editor.retranslate()

    def set_answer(self, answer: Answer | None) -> None:
        """Show what was answered."""
        self.editor.set_answer(answer)
