"""Gaps, pairs, orders, parts, drawings, the calculator and the sheets: by keyboard, and in another language."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.errors import OfflineError
from learnup_desktop.contract.answers import (
    Answer,
    BlanksAnswer,
    ChoiceAnswer,
    FilesAnswer,
    MatchesAnswer,
    OrderAnswer,
    PartsAnswer,
    TextAnswer,
)
from learnup_desktop.contract.questions import DrawingQuestion, Question
from learnup_desktop.domain.answer_forms import fits
from learnup_desktop.features.exams.blanks_widgets import BlankField, BlanksEditor
from learnup_desktop.features.exams.calculator_widgets import CalculatorPanel
from learnup_desktop.features.exams.choice_widgets import ChoiceEditor
from learnup_desktop.features.exams.drawing_widgets import DrawingEditor
from learnup_desktop.features.exams.editor_widgets import AnswerEditor, EditorTools
from learnup_desktop.features.exams.matching_widgets import MatchingEditor
from learnup_desktop.features.exams.ordering_widgets import OrderingEditor
from learnup_desktop.features.exams.photo_widgets import prepare_photo
from learnup_desktop.features.exams.question_widgets import QuestionView, make_editor
from learnup_desktop.features.exams.sketch_widgets import encode_png
from learnup_desktop.features.exams.structured_widgets import StructuredEditor
from learnup_desktop.features.exams.text_widgets import NumericEditor
from learnup_desktop.features.exams.tools_widgets import ToolPanel
from learnup_desktop.features.exams.work import WorkDesk
from learnup_desktop.qt.widgets import ComboBox
from learnup_platform.demo.exam_practice import practice_paper
from tests.unit.features.exams.exam_desk import until

QUESTIONS = {question.id: question for question in practice_paper().questions}
RunQt = Callable[[Coroutine[Any, Any, Any]], Any]


def shown(qtbot: QtBot, question: Question, language: str = "en") -> tuple[AnswerEditor, list[Answer]]:
    editor = make_editor(question, language, EditorTools())
    edits: list[Answer] = []
    editor.edited.connect(edits.append)
    qtbot.addWidget(editor)
    editor.resize(760, 500)
    editor.show()
    return editor, edits


@pytest.mark.parametrize("name", sorted(QUESTIONS))
@pytest.mark.parametrize("language", ["en", "si", "ta"])
def test_every_question_of_the_practice_paper_can_be_shown(
    qtbot: QtBot, run_qt: RunQt, name: str, language: str
) -> None:
    async def show() -> None:
        view = QuestionView(QUESTIONS[name], language, EditorTools(images=practice_paper().images))
        qtbot.addWidget(view)
        view.resize(760, 500)
        view.show()
        for other in ("en", "si", "ta", language):
            view.set_language(other)
        view.editor.set_read_only(True)
        view.editor.set_read_only(False)
        view.editor.focus_editor()
        await asyncio.sleep(0)
        view.close()

    run_qt(show())


def test_gaps_are_filled_by_keyboard_in_the_order_of_the_language(qtbot: QtBot) -> None:
    editor, edits = shown(qtbot, QUESTIONS["photosynthesis"])
    assert isinstance(editor, BlanksEditor)
    gas, number, energy = editor.fields["gas"], editor.fields["number"], editor.fields["energy"]
    assert isinstance(gas, BlankField) and isinstance(number, BlankField) and isinstance(energy, ComboBox)
    QTest.keyClicks(gas, "CO2")
    energy.setFocus()
    QTest.keyClick(energy, Qt.Key.Key_Down)
    QTest.keyClicks(number, "1234567")
    assert edits[-1] == BlanksAnswer(blanks={"gas": "CO2", "energy": "light", "number": "123456"})
    assert fits(QUESTIONS["photosynthesis"], edits[-1])
    before = len(edits)
    editor.set_language("si")
    assert (gas.text(), energy.currentData(), energy.currentText()) == ("CO2", "light", "ආලෝක")
    assert len(edits) == before  # changing the language is no edit
    gas.clear()
    gas.textEdited.emit("")
    assert edits[-1] == BlanksAnswer(blanks={"energy": "light", "number": "123456"})


def test_pairs_are_chosen_and_taken_back_by_keyboard(qtbot: QtBot) -> None:
    editor, edits = shown(qtbot, QUESTIONS["instruments"])
    assert isinstance(editor, MatchingEditor)
    first = editor.rows["i1"].partner
    QTest.keyClick(first, Qt.Key.Key_Down)
    chosen = first.currentData()
    assert edits == [MatchesAnswer(matches={"i1": chosen})]
    editor.set_language("ta")
    assert first.currentData() == chosen and len(edits) == 1
    assert "அம்பியர்மானி" in first.accessibleName()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert edits[-1] == MatchesAnswer(matches={})


def test_an_order_is_made_with_keys_buttons_and_the_mouse(qtbot: QtBot) -> None:
    editor, edits = shown(qtbot, QUESTIONS["spectrum"])
    assert isinstance(editor, OrderingEditor)
    one, two, three, four = editor.order
    QTest.keyClick(editor.rows[one], Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert edits == [OrderAnswer(order=[two, one, three, four])]
    QTest.keyClick(editor.rows[one], Qt.Key.Key_Down)
    assert editor.focusWidget() is editor.rows[three]
    editor.rows[four].up.click()
    assert edits[-1] == OrderAnswer(order=[two, one, four, three])
    qtbot.waitUntil(lambda: editor.rows[two].geometry().top() < editor.rows[one].geometry().top())
    row = editor.rows[two]
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    QTest.mouseMove(row, QPoint(60, 10 + row.height() * 2))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert edits[-1].order[0] == one
    editor.set_read_only(True)
    before = len(edits)
    QTest.keyClick(editor.rows[one], Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert len(edits) == before


def test_an_order_that_is_right_as_it_stands_can_be_said(qtbot: QtBot) -> None:
    editor, edits = shown(qtbot, QUESTIONS["spectrum"])
    assert isinstance(editor, OrderingEditor)
    assert editor.keep.isVisible()
    editor.keep.click()
    assert edits == [OrderAnswer(order=editor.order)]
    assert not editor.keep.isVisible()


def test_true_and_false_are_said_in_the_papers_language(qtbot: QtBot) -> None:
    editor, edits = shown(qtbot, QUESTIONS["light-sound"], "ta")
    assert isinstance(editor, ChoiceEditor)
    assert [row.text() for row in editor.rows] == ["சரி", "பிழை"]
    editor.choose(1)
    assert edits == [ChoiceAnswer(choices=["false"])]


def test_parts_keep_each_others_answers(qtbot: QtBot) -> None:
    editor, edits = shown(qtbot, QUESTIONS["circuit"])
    assert isinstance(editor, StructuredEditor)
    first, second = editor.parts["a"].editor, editor.parts["b"].editor
    assert isinstance(first, NumericEditor) and isinstance(second, NumericEditor)
    QTest.keyClicks(first.line, "2")
    QTest.keyClicks(second.line, "2")
    assert "unit" in second.line.accessibleDescription()
    QTest.keyClicks(second.line, " A")
    assert second.line.accessibleDescription() == ""
    assert edits[-1] == PartsAnswer(parts={"a": TextAnswer(text="2"), "b": TextAnswer(text="2 A")})
    editor.set_answer(edits[-1])
    assert first.line.text() == "2"
    choice = editor.parts["c"].editor
    assert isinstance(choice, ChoiceEditor)
    choice.rows[0].setFocus()
    assert not editor.takes_letters()


def test_a_drawing_is_on_the_disk_before_the_answer_names_it_and_comes_back(
    qtbot: QtBot, run_qt: RunQt, tmp_path: Path
) -> None:
    question = QUESTIONS["ray-diagram"]
    assert isinstance(question, DrawingQuestion)

    async def draw() -> None:
        desk = WorkDesk(tmp_path / "work", "attempt", (bytes(32),))
        editor = DrawingEditor(question, desk)
        qtbot.addWidget(editor)
        edits: list[Answer] = []
        editor.edited.connect(edits.append)
        editor.resize(760, 600)
        editor.show()
        for stroke in range(3):
            QTest.mousePress(editor.pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 60 + 40 * stroke))
            QTest.mouseMove(editor.pad, QPoint(300, 60 + 40 * stroke))
            QTest.mouseRelease(editor.pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 60 + 40 * stroke))
        drawn = editor.pad.image()
        await until(lambda: not editor._saving and not editor._dirty)
        answer = edits[-1]
        assert isinstance(answer, FilesAnswer) and [file.sketch for file in answer.files] == [True]
        kept = await desk.read(answer.files[0])
        assert kept is not None and QImage.fromData(kept) == drawn.convertToFormat(QImage.fromData(kept).format())
        again = DrawingEditor(question, desk)
        qtbot.addWidget(again)
        again.set_answer(answer)
        await until(lambda: not again.pad.empty())
        assert again.pad.image() == drawn
        editor.pad.undo()
        editor.pad.clear()
        await until(lambda: not editor._saving and not editor._dirty)
        assert edits[-1] == FilesAnswer(files=[])
        editor.close()

    run_qt(draw())


def test_photographs_are_added_up_to_the_number_asked_for_and_taken_out(
    qtbot: QtBot, run_qt: RunQt, tmp_path: Path
) -> None:
    photo, text = tmp_path / "paper.jpg", tmp_path / "notes.png"
    image = QImage(5000, 3000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.save(str(photo))
    text.write_text("no picture")
    question = DrawingQuestion(id="q", marks=1, text=QUESTIONS["ray-diagram"].text, maximum_files=1, sketch=False)

    async def add() -> None:
        desk = WorkDesk(tmp_path / "work", "attempt", (bytes(32),))
        editor = DrawingEditor(question, desk)
        qtbot.addWidget(editor)
        edits: list[Answer] = []
        editor.edited.connect(edits.append)
        editor.show()
        editor.take_photo(text)
        await until(lambda: bool(editor._fault.text()))
        assert edits == []
        editor.take_photo(photo)
        await until(lambda: bool(edits))
        answer = edits[-1]
        assert isinstance(answer, FilesAnswer) and fits(question, answer)
        kept = await desk.read(answer.files[0])
        assert kept is not None and QImage.fromData(kept).width() == 3200
        assert not editor.add_photo.isEnabled()
        assert not desk.sent(answer.files[0].sha256)
        card = next(iter(editor._cards.values()))
        card.remove.click()
        assert edits[-1] == FilesAnswer(files=[])
        assert editor.add_photo.isEnabled()
        editor.close()

    run_qt(add())


def test_what_a_camera_writes_into_a_picture_does_not_stay(tmp_path: Path) -> None:
    photo = tmp_path / "paper.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    photo.write_bytes(encode_png(image))
    image.setText("GPS", "6.9271 N 79.8612 E")
    image.save(str(photo))
    assert b"79.8612" in photo.read_bytes()
    assert b"79.8612" not in prepare_photo(photo)


def test_a_calculator_by_keys_and_by_buttons(qtbot: QtBot) -> None:
    panel = CalculatorPanel()
    qtbot.addWidget(panel)
    panel.show()
    QTest.keyClicks(panel.line, "2*3/4")
    QTest.keyClick(panel.line, Qt.Key.Key_Return)
    assert (panel.line.text(), panel.result.text()) == ("2×3÷4", "1.5")
    panel.press("C")
    for key in ("sin", "3", "0", ")", "+", "Ans", "="):
        panel.press(key)
    assert panel.result.text() == "2"
    panel.press("C")
    for key in ("1", "÷", "0", "="):
        panel.press(key)
    assert panel._fault.text()
    panel.angles.set_value("radians")
    panel.press("C")
    panel.line.setText("cos π")
    panel.press("=")
    assert panel.result.text() == "-1"


def test_sheets_and_calculator_open_one_at_a_time(qtbot: QtBot, run_qt: RunQt) -> None:
    async def toggle() -> None:
        panel = ToolPanel(practice_paper().paper("e"), EditorTools(), "si")
        qtbot.addWidget(panel)
        assert not panel.isVisible()
        panel.toggle("calculator")
        assert panel.isVisible() and panel.calculator is not None and panel.calculator.isVisible()
        panel.toggle("formulas")
        assert not panel.calculator.isVisible() and panel.accessibleName() == "සූත්‍ර"
        QTest.keyClick(panel, Qt.Key.Key_Escape)
        assert not panel.isVisible()
        await asyncio.sleep(0)

    run_qt(toggle())


def test_a_drawing_of_another_pc_is_fetched_or_else_kept_beside_the_new_one(
    qtbot: QtBot, run_qt: RunQt, tmp_path: Path
) -> None:
    question = QUESTIONS["ray-diagram"]
    assert isinstance(question, DrawingQuestion)
    image = QImage(1400, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.lightGray)

    async def move() -> None:
        first = WorkDesk(tmp_path / "first", "attempt", (bytes(32),))
        file = await first.keep(encode_png(image), sketch=True)

        async def fetch(attempt_id: str, sha256: str) -> bytes:
            assert (attempt_id, sha256) == ("attempt", file.sha256)
            return encode_png(image)

        async def offline(attempt_id: str, sha256: str) -> bytes:
            raise OfflineError

        there = DrawingEditor(question, WorkDesk(tmp_path / "second", "attempt", (bytes(32),), fetch))
        qtbot.addWidget(there)
        there.set_answer(FilesAnswer(files=[file]))
        await until(lambda: not there.pad.empty())
        cut = DrawingEditor(question, WorkDesk(tmp_path / "third", "attempt", (bytes(32),), offline))
        qtbot.addWidget(cut)
        edits: list[Answer] = []
        cut.edited.connect(edits.append)
        cut.set_answer(FilesAnswer(files=[file]))
        await until(lambda: bool(cut._cards))
        cut.resize(760, 600)
        QTest.mousePress(cut.pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
        QTest.mouseRelease(cut.pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
        await until(lambda: bool(edits) and not cut._saving)
        answer = edits[-1]
        assert isinstance(answer, FilesAnswer) and fits(question, answer)
        assert [other.sketch for other in answer.files] == [True, False]
        assert answer.files[1].sha256 == file.sha256

    run_qt(move())
