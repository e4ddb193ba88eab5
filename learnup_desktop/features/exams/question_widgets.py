"""One question as the student sees it: text, pictures, formula, and the editor that it asks for."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.contract.exams import (
    Answer,
    EssayQuestion,
    MultipleChoiceQuestion,
    NumericQuestion,
    Question,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
)
from learnup_desktop.features.exams.choice_widgets import ChoiceEditor
from learnup_desktop.features.exams.editor_widgets import AnswerEditor, Clipboard
from learnup_desktop.features.exams.figure_widgets import FormulaView, PaperImage
from learnup_desktop.features.exams.formula import FormulaCache
from learnup_desktop.features.exams.text_widgets import EssayEditor, NumericEditor, ShortEditor
from learnup_desktop.qt.widgets import Column, Label, WrapLabel


def make_editor(question: Question, language: str, clipboard: Clipboard | None) -> AnswerEditor:
    """The editor that a question asks for."""
    if isinstance(question, SingleChoiceQuestion):
        return ChoiceEditor(question.choices, language, several=False)
    if isinstance(question, MultipleChoiceQuestion):
        return ChoiceEditor(question.choices, language, several=True)
    if isinstance(question, NumericQuestion):
        return NumericEditor(question.unit, clipboard)
    if isinstance(question, ShortAnswerQuestion):
        return ShortEditor(question.maximum_length, clipboard)
    return EssayEditor(question.word_limit, clipboard)


class QuestionView(QWidget):
    """A question and its editor; kept for the whole sitting, so that undo and scroll position stay.

    Attributes:
        edited: the new :data:`Answer`.
    """

    edited = Signal(object)

    def __init__(
        self,
        question: Question,
        images: Mapping[str, bytes],
        language: str,
        formulas: FormulaCache,
        clipboard: Clipboard | None,
    ) -> None:
        super().__init__()
        self.question = question
        self._language = language
        self._text = WrapLabel("", "reading")
        self._hint = Label("", "caption", "text-muted")
        self._pictures = [PaperImage(images.get(name, b""), "") for name in question.images]
        self.formula = FormulaView(question.formula, formulas) if question.formula else None
        self.editor = make_editor(question, language, clipboard)
        self.editor.edited.connect(self.edited)
        column = Column(self, gap=4)
        column.addWidget(self._text)
        column.add(*self._pictures)
        if self.formula is not None:
            column.addWidget(self.formula)
        column.addWidget(self._hint)
        fills = isinstance(question, EssayQuestion)
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
        self.editor.set_language(language)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the program's own words again."""
        several = isinstance(self.question, MultipleChoiceQuestion)
        self._hint.setText(self.tr("Choose all that are right.") if several else "")
        self._hint.setVisible(several)
        self.editor.setAccessibleDescription(self.question.text.text(self._language))
        self.editor.retranslate()

    def set_answer(self, answer: Answer | None) -> None:
        """Show what was answered."""
        self.editor.set_answer(answer)
