"""Formulas among words, in every place of a question that has words: drawn, in line, spoken without their signs."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.questions import (
    Blank,
    BlanksQuestion,
    Choice,
    MatchingQuestion,
    OrderingQuestion,
    Question,
    SingleChoiceQuestion,
    StructuredQuestion,
    Table,
)
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.features.exams.choice_widgets import ChoiceEditor, ChoiceRow
from learnup_desktop.features.exams.editor_widgets import EditorTools
from learnup_desktop.features.exams.matching_widgets import MatchingEditor
from learnup_desktop.features.exams.question_widgets import QuestionView
from learnup_desktop.qt.paper.figures import FormulaView
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from tests.conftest import RunQt
from tests.unit.features.exams.exam_desk import until

FRACTION = r"\frac{a}{b}"


def words(text: str) -> LocalizedText:
    return LocalizedText(en=text)


def choice(name: str, text: str) -> Choice:
    return Choice(id=name, text=words(text))


BOTH = [choice("a", f"half, ${FRACTION}$"), choice("b", "$5 or $7")]
TABLE = Table(header=[words("$x$")], rows=[[words(f"${FRACTION}$")]])
QUESTIONS: list[Question] = [
    SingleChoiceQuestion(id="single", marks=1, text=words("Is $x^{2}$ right?"), choices=BOTH, table=TABLE),
    MatchingQuestion(id="match", marks=1, text=words("Match."), items=BOTH, choices=BOTH),
    OrderingQuestion(id="order", marks=1, text=words("Order."), items=BOTH),
    BlanksQuestion(
        id="blank", marks=1, text=words("Fill."), passage=words("so $x = 2 y$ is [[one]]."), blanks=[Blank(id="one")]
    ),
    StructuredQuestion(
        id="parts",
        marks=1,
        text=words("Parts."),
        parts=[SingleChoiceQuestion(id="a", marks=1, text=words("Is $y$?"), choices=BOTH)],
    ),
]


def drawn(widget: QWidget) -> int:
    """How many texts of a page show their formulas as such."""
    texts = [text for text in widget.findChildren(PaperText) if text._rich is not None and not text.isHidden()]
    rows = [row for row in widget.findChildren(ChoiceRow) if row._rich is not None]
    return len(texts) + len(rows)


@pytest.mark.parametrize(("question", "formulas"), list(zip(QUESTIONS, (4, 2, 1, 1, 2), strict=True)))
def test_every_place_of_a_question_takes_formulas(run_qt: RunQt, question: Question, formulas: int) -> None:
    async def go() -> None:
        cache = FormulaCache()
        view = QuestionView(question, "en", EditorTools(formulas=cache))
        view.resize(700, 600)
        view.show()
        assert drawn(view) == formulas
        names = [child.accessibleName() for child in view.findChildren(QWidget)]
        assert not any("$x" in name or f"${FRACTION}$" in name for name in names)
        view.set_language("en")
        view.deleteLater()

    run_qt(go())


def test_a_formula_takes_its_room_once_it_is_drawn(run_qt: RunQt) -> None:
    async def go() -> None:
        cache = FormulaCache()
        text = PaperText(cache, "reading")
        text.setText("one line")
        line = text.heightForWidth(600)
        text.setText(f"with ${FRACTION}$ in it")
        assert text.text() == f"with ${FRACTION}$ in it" and text.accessibleName() == f"with {FRACTION} in it"
        await until(lambda: cache.kept(FRACTION) is not None and text.heightForWidth(600) > line)
        assert text.heightForWidth(40) > text.heightForWidth(600)
        text.resize(300, text.heightForWidth(300))
        picture = QImage(text.size(), QImage.Format.Format_RGB32)
        text.render(picture)
        text.setText("it cost $5 and $7")
        assert text.heightForWidth(600) == line and text.accessibleName() == ""
        text.deleteLater()

    run_qt(go())


def ink(widget: QWidget) -> int:
    """How many bytes of a picture of a widget are not its ground's."""
    picture = QImage(widget.size(), QImage.Format.Format_Grayscale8)
    picture.fill(255)
    widget.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    data = bytes(picture.constBits())
    return len(data) - data.count(255)


@pytest.mark.parametrize(("latex", "refused"), [(FRACTION, False), (r"\frac{1", True)])
def test_a_place_is_empty_until_it_is_known_what_stands_there(run_qt: RunQt, latex: str, refused: bool) -> None:
    async def go() -> None:
        cache = FormulaCache()
        text, view = PaperText(cache), FormulaView(latex, cache)
        text.setText(f"${latex}$")
        for widget in (text, view):
            widget.resize(500, 80)
            assert ink(widget) == 0
        await until(lambda: cache.settled(latex) and all(ink(widget) > 0 for widget in (text, view)))
        assert (cache.kept(latex) is None) == refused and view.drawn() != refused
        again = FormulaView(latex, cache)
        again.resize(500, 80)
        assert ink(again) > 0
        for widget in (text, view, again):
            widget.deleteLater()

    run_qt(go())


def test_partners_with_formulas_stand_under_letters(run_qt: RunQt) -> None:
    async def go() -> None:
        question = QUESTIONS[1]
        assert isinstance(question, MatchingQuestion)
        editor = MatchingEditor(question, "en", FormulaCache())
        combo = editor.rows["a"].partner
        assert [combo.itemText(index) for index in range(1, 3)] == ["A", "B. $5 or $7"]
        assert [text.text()[:2] for text in editor.partners] == ["A.", "B."]
        plain = MatchingEditor(question.model_copy(update={"choices": BOTH[1:]}), "en", FormulaCache())
        assert plain.partners == [] and plain.rows["a"].partner.itemText(1) == "$5 or $7"
        for widget in (editor, plain):
            widget.deleteLater()

    run_qt(go())


def test_a_choice_is_as_high_as_its_formula(run_qt: RunQt) -> None:
    async def go() -> None:
        cache = FormulaCache()
        tall = r"\frac{\frac{a}{b}}{\frac{c}{d}}"
        editor = ChoiceEditor([choice("a", f"${tall}$"), choice("b", "plain")], "en", cache, several=False)
        await until(lambda: cache.kept(tall) is not None)
        await until(lambda: editor.rows[0].heightForWidth(500) > editor.rows[1].heightForWidth(500))
        assert editor.rows[0].accessibleName() == f"A. {tall}"
        editor.deleteLater()

    run_qt(go())
