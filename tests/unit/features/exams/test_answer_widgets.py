"""Every kind of answer, typed or pressed into real widgets; copy and paste that stay inside."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.contract.exams import (
    Answer,
    Choice,
    ChoiceAnswer,
    EssayQuestion,
    MultipleChoiceQuestion,
    NumericQuestion,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
    TextAnswer,
)
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.quantities import is_number
from learnup_desktop.domain.words import count_words
from learnup_desktop.features.exams.choice_widgets import ChoiceEditor
from learnup_desktop.features.exams.editor_widgets import AnswerEditor, EditorTools
from learnup_desktop.features.exams.question_widgets import make_editor
from learnup_desktop.features.exams.text_widgets import EssayEditor, NumericEditor, ShortEditor
from learnup_desktop.lockdown.clipboard import InAppClipboard
from learnup_desktop.qt.paper.figures import PaperImage
from learnup_desktop.qt.paper.formula import FormulaCache, draw_formula

TEXT = LocalizedText(en="Which?", si="කුමක්ද?", ta="எது?")
CHOICES = [Choice(id=name, text=LocalizedText(en=f"Choice {name}", si=f"තේරීම {name}")) for name in "abcd"]


def _shown(qtbot: QtBot, editor: AnswerEditor) -> list[Answer]:
    edits: list[Answer] = []
    editor.edited.connect(edits.append)
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    return edits


def test_single_choice_by_mouse_and_key_and_taking_it_back(qtbot: QtBot) -> None:
    editor = make_editor(SingleChoiceQuestion(id="q", marks=1, text=TEXT, choices=CHOICES), "en", EditorTools())
    assert isinstance(editor, ChoiceEditor)
    edits = _shown(qtbot, editor)
    QTest.mouseClick(editor.rows[1], Qt.MouseButton.LeftButton)
    assert editor.choose(2)
    QTest.keyClick(editor.rows[2], Qt.Key.Key_Return)
    assert edits == [ChoiceAnswer(choices=["b"]), ChoiceAnswer(choices=["c"]), ChoiceAnswer(choices=[])]
    assert not editor.choose(4)


def test_arrows_move_between_choices(qtbot: QtBot) -> None:
    editor = ChoiceEditor(CHOICES, "en", FormulaCache(), several=False)
    _shown(qtbot, editor)
    editor.focus_editor()
    QTest.keyClick(editor.rows[0], Qt.Key.Key_Up)
    assert editor.focusWidget() is editor.rows[3]
    QTest.keyClick(editor.rows[3], Qt.Key.Key_Down)
    assert editor.focusWidget() is editor.rows[0]


def test_multiple_choice_keeps_all_sorted(qtbot: QtBot) -> None:
    editor = make_editor(MultipleChoiceQuestion(id="q", marks=1, text=TEXT, choices=CHOICES), "en", EditorTools())
    edits = _shown(qtbot, editor)
    for index in (3, 0, 2):
        editor.choose(index)
    editor.choose(3)
    assert edits[2:] == [ChoiceAnswer(choices=["a", "c", "d"]), ChoiceAnswer(choices=["a", "c"])]


def test_choices_follow_the_language_and_have_names(qtbot: QtBot) -> None:
    editor = ChoiceEditor(CHOICES, "en", FormulaCache(), several=False)
    _shown(qtbot, editor)
    editor.set_language("si")
    assert editor.rows[0].accessibleName() == "A. තේරීම a"
    editor.set_language("ta")  # not written in Tamil: better English than nothing
    assert editor.rows[0].text() == "Choice a"


def test_a_number_is_kept_as_typed_and_doubted_aloud(qtbot: QtBot) -> None:
    editor = make_editor(NumericQuestion(id="q", marks=1, text=TEXT, unit="m s⁻²"), "en", EditorTools())
    assert isinstance(editor, NumericEditor)
    edits = _shown(qtbot, editor)
    QTest.keyClicks(editor.line, "9,8x")
    assert edits[-1] == TextAnswer(text="9,8x")
    assert "number" in editor.line.accessibleDescription()
    QTest.keyClick(editor.line, Qt.Key.Key_Backspace)
    assert edits[-1] == TextAnswer(text="9,8")
    assert editor.line.accessibleDescription() == ""


@pytest.mark.parametrize("text", ["9.8", "-3", "−3", "1 000", "3e8", "3×10^8", "2/3", "1,5"])
def test_what_is_a_number(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["abc", "1.2.3", "nan", "inf", "2//3", "5 m"])
def test_what_is_none(text: str) -> None:
    assert not is_number(text)


def test_a_short_answer_stops_at_its_length(qtbot: QtBot) -> None:
    editor = make_editor(ShortAnswerQuestion(id="q", marks=1, text=TEXT, maximum_length=5), "en", EditorTools())
    assert isinstance(editor, ShortEditor)
    edits = _shown(qtbot, editor)
    QTest.keyClicks(editor.line, "photosynthesis")
    assert edits[-1] == TextAnswer(text="photo")


def test_an_essay_counts_words_undoes_and_refuses_nothing_typed(qtbot: QtBot) -> None:
    editor = make_editor(EssayQuestion(id="q", marks=5, text=TEXT, word_limit=3), "en", EditorTools())
    assert isinstance(editor, EssayEditor)
    edits = _shown(qtbot, editor)
    QTest.keyClicks(editor.field, "one two three four")
    assert edits[-1] == TextAnswer(text="one two three four")
    assert "4 of 3" in editor.field.accessibleDescription()
    editor.field.undo()
    assert edits[-1] == TextAnswer(text="")
    editor.set_answer(TextAnswer(text="ශ්‍රී ලංකාව"))
    assert count_words(editor.field.toPlainText()) == 2
    assert len(edits) and edits[-1] == TextAnswer(text="")  # showing an answer is no edit


def test_reading_only_takes_no_keys(qtbot: QtBot) -> None:
    editor = EssayEditor(None, None)
    edits = _shown(qtbot, editor)
    editor.set_answer(TextAnswer(text="kept"))
    editor.set_read_only(True)
    QTest.keyClicks(editor.field, "more")
    assert editor.field.toPlainText() == "kept"
    assert edits == []


def test_half_a_character_never_reaches_the_journal(qtbot: QtBot) -> None:
    editor = EssayEditor(None, None)
    edits = _shown(qtbot, editor)
    editor.field.setPlainText("a\ud83d b")
    assert edits[-1] == TextAnswer(text="a b")


def test_text_moves_within_the_sitting_and_not_from_outside(qtbot: QtBot) -> None:
    clipboard = InAppClipboard()
    refused: list[bool] = []
    clipboard.on_refused = lambda: refused.append(True)
    essay, line = EssayEditor(None, clipboard), ShortEditor(50, clipboard)
    _shown(qtbot, essay)
    edits = _shown(qtbot, line)
    QGuiApplication.clipboard().setText("from outside")
    QTest.keyClick(line.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.line.text() == ""
    assert refused == [True]
    QTest.keyClicks(essay.field, "inside")
    essay.field.selectAll()
    QTest.keyClick(essay.field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(line.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.line.text() == "inside"
    assert edits[-1:] == [TextAnswer(text="inside")]
    assert QGuiApplication.clipboard().text() == "from outside"


def test_cutting_and_dropping(qtbot: QtBot) -> None:
    clipboard = InAppClipboard()
    refused: list[bool] = []
    clipboard.on_refused = lambda: refused.append(True)
    essay = EssayEditor(None, clipboard)
    edits = _shown(qtbot, essay)
    QTest.keyClicks(essay.field, "cut me")
    essay.field.selectAll()
    QTest.keyClick(essay.field, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert edits[-1] == TextAnswer(text="")
    assert clipboard.paste() == "cut me"
    dropped = QMimeData()
    dropped.setText("dropped")
    essay.field.insertFromMimeData(dropped)
    assert essay.field.toPlainText() == ""
    assert refused == [True]


def test_an_image_zooms_by_key_and_says_what_it_shows_when_it_cannot(qtbot: QtBot) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"><rect width="9" height="9"/></svg>'
    image = PaperImage(svg, "A circuit")
    qtbot.addWidget(image)
    image.show()
    image.zoom(1)
    assert image.zoom_factor() > 1
    for _ in range(9):
        image.zoom(1)
    assert image.zoom_factor() == 4
    broken = PaperImage(b"not a picture", "A circuit with two lamps")
    qtbot.addWidget(broken)
    assert "A circuit with two lamps" in broken._missing.text()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_formulas_are_drawn_and_bad_ones_are_not() -> None:
    drawn = draw_formula(r"\frac{4\pi^2 \ell}{T^2}")
    assert drawn is not None
    assert drawn.startswith(b"<svg")
    assert b"<symbol" not in drawn
    assert draw_formula("") is None
    assert draw_formula(r"\frac{") is None
