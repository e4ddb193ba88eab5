"""The question above an answer that is marked, as the student saw it: words, formulas, tables and pictures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learnup_desktop.contract.questions import Question, SimpleQuestion
from learnup_desktop.qt.paper.figures import FormulaView, PaperImage
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.paper.table import TableView
from learnup_desktop.qt.widgets import Column, clear_layout

Asked = Question | SimpleQuestion
PICTURE_ROOM = (400, 220)
"""In px at 100 %: beside the list of answers there is less room than in the sitting, at 200 % above all."""


class AskedQuestion(QWidget):
    """A question, and the part of it that is marked.

    Args:
        formulas: drawn once for everything on the page.

    Attributes:
        picture_wanted: exam and name of a picture of the paper that is not here yet.
    """

    picture_wanted = Signal(str, str)

    def __init__(self, formulas: FormulaCache) -> None:
        super().__init__()
        self._formulas = formulas
        self._shown: tuple[str, Asked, str, str] | None = None
        self._exam_id, self._language = "", ""
        self._held: dict[str, bytes] = {}
        self._places: dict[str, list[tuple[QVBoxLayout, str]]] = {}
        self._column = Column(self, gap=3)

    def show_question(self, exam_id: str, question: Asked, item: Asked, part: str, language: str) -> None:
        """Show a question; one that is shown already stays as it is.

        Args:
            exam_id: whose pictures are meant.
            question: the whole question, with its stem.
            item: the question, or its part.
            part: the part's id; empty for the whole.
            language: of the reader.
        """
        wanted = (exam_id, question, part, language)
        if wanted == self._shown:
            return
        if exam_id != self._exam_id:
            self._held = {}
        self._shown, self._exam_id, self._language = wanted, exam_id, language
        self._places = {}
        clear_layout(self._column)
        self._add(question, "")
        if item is not question:
            self._add(item, f"({part}) ")
        for name in tuple(self._places):
            if name in self._held:
                self._put(name, self._held[name])
            else:
                self.picture_wanted.emit(exam_id, name)

    def show_picture(self, exam_id: str, name: str, data: bytes) -> None:
        """A picture has come; empty where it could not be had, so that its description stands for it."""
        if exam_id != self._exam_id:
            return
        if data:
            self._held[name] = data
        self._put(name, data)

    def _add(self, asked: Asked, before: str) -> None:
        text = PaperText(self._formulas, "body")
        text.setText(before + asked.text.text(self._language))
        self._column.addWidget(text)
        for number, name in enumerate(asked.images):
            described = asked.image_descriptions
            words = described[number].text(self._language) if number < len(described) else ""
            place = Column(gap=0)
            self._column.addLayout(place)
            self._places.setdefault(name, []).append((place, words))
        if asked.formula:
            self._column.addWidget(FormulaView(asked.formula, self._formulas))
        if asked.table is not None:
            table = TableView(asked.table, self._formulas)
            table.set_language(self._language)
            self._column.addWidget(table)

    def _put(self, name: str, data: bytes) -> None:
        for place, words in self._places.get(name, ()):
            clear_layout(place)
            place.addWidget(PaperImage(data, words, PICTURE_ROOM))
