"""Marking: the queue from the keyboard, what is kept with no network, what was set aside, the table for a school."""

from collections.abc import AsyncIterator, Callable, Coroutine
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import NetworkError
from learnup_desktop.contract.exams import ExamSummary
from learnup_desktop.contract.marking import GivenMark, MarkState
from learnup_desktop.contract.questions import Choice, Table
from learnup_desktop.contract.seats import SetAsideVerdict
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.answer_text import answer_lines
from learnup_desktop.features.marking.aside_widgets import AsideCard
from learnup_desktop.features.marking.mark_widgets import read_marks
from learnup_desktop.features.marking.marking_page import MarkingPage
from learnup_desktop.features.marking.queue import next_waiting, tasks_of
from learnup_desktop.features.marking.service import MarkingService
from learnup_desktop.features.marking.table import results_csv
from learnup_desktop.qt.paper.figures import FormulaView, PaperImage
from learnup_desktop.qt.paper.table import TableView
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.marking import given_marks
from learnup_desktop.store.seal import Sealer
from tests.unit.features.marking.marked_exam import CHOICE, EXAM, NOW, Wire, results
from tests.unit.features.page_driver import Frame, show, until

Run = Callable[[Coroutine[object, object, None]], None]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[AccountStore]:
    """A real account's folder."""
    opened = await AccountStore.open(tmp_path / "account", Sealer(bytes(32)), ManualClock(NOW))
    yield opened
    await opened.close()


def service_of(wire: Wire, store: AccountStore) -> MarkingService:
    async def exams() -> list[ExamSummary]:
        return [EXAM]

    return MarkingService(wire, store.outbox, store.marking_sheets, exams, lambda: NOW)


def test_the_queue_goes_question_by_question_or_student_by_student() -> None:
    places = [(task.label, task.student.student_name) for task in tasks_of(results())]
    assert places == [("1", "=Nimali"), ("1", "Vidura Silva"), ("2", "=Nimali"), ("2", "Vidura Silva")]
    by_student = [task.place for task in tasks_of(results(), by_student=True)]
    assert by_student == [("a2", "q1", ""), ("a2", "q2", ""), ("a3", "q1", ""), ("a3", "q2", "")]
    tasks = tasks_of(results())
    waiting = next_waiting(tasks, None)
    assert waiting is not None and waiting.place == ("a2", "q2", "")
    assert next_waiting(tasks, waiting.place) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [("6,5", "6.5"), ("0", "0"), ("8", "8"), ("8.01", None), ("-1", None), ("1.005", None), ("x", None), ("nan", None)],
)
def test_marks_are_read_as_they_are_typed(typed: str, read: str | None) -> None:
    assert read_marks(typed, 8) == (Decimal(read) if read is not None else None)


async def test_marks_wait_in_the_outbox_and_are_shown_as_given_also_with_no_network(store: AccountStore) -> None:
    wire = Wire()
    service = service_of(wire, store)
    await service.marking("exam")
    await service.give(("a2", "q2", ""), GivenMark(question_id="q2", marks=Decimal("5.5"), comment="And then?"))
    wire.fault = NetworkError("no line")
    marking = await service.marking("exam")
    assert marking.offline
    assert set(marking.own) == {("a2", "q2", "")}
    marks = marking.results.students[1].marks
    assert marks is not None
    assert (marks.total, marks.complete, marks.parts[1].state) == (Decimal("7.5"), True, MarkState.TEACHER)
    (operation,) = await store.outbox.operations()
    attempt_id, (mark,) = given_marks(operation)
    assert (attempt_id, mark.marks, mark.comment, mark.given_at) == ("a2", Decimal("5.5"), "And then?", NOW)
    assert b"Heat it first" not in b"".join(path.read_bytes() for path in (store.folder / "marking").iterdir())
    with pytest.raises(NetworkError):
        await service.marking("never opened here")


def test_the_table_cannot_run_as_a_formula_and_has_every_question() -> None:
    lines = results_csv(results(), ["Index", "Name", "Place", "Marks", "Of"]).decode("utf-8-sig").split("\r\n")
    assert lines[0] == "Index,Name,Place,Marks,Of,1,2"
    assert lines[1:4] == ["4001,Ashan Perera,,,,,", "4002,'=Nimali,,2,10,2,", "4003,Vidura Silva,1,8.5,10,2,6.5"]


def test_an_answer_is_told_in_words() -> None:
    part = results().students[1].marks
    assert part is not None and part.parts[0].answer is not None
    assert answer_lines(CHOICE, part.parts[0].answer, "en") == ["Frequency"]
    priced = CHOICE.model_copy(update={"choices": [Choice(id="b", text=LocalizedText(en="the area $r^{2}$ for $5"))]})
    assert answer_lines(priced, part.parts[0].answer, "en") == ["the area r^{2} for $5"]


def test_a_teacher_marks_from_the_keyboard(run_qt: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        store = await AccountStore.open(tmp_path / "account", Sealer(bytes(32)), ManualClock(NOW))
        page = MarkingPage(service_of(Wire(), store), Frame())
        show(page)
        page.activated({})
        await until(lambda: "Question 2" in page.mark_view.heading.text())
        edit = page.mark_view.mark.edit
        assert "Heat it first" in page.mark_view.answer.text()
        edit.setText("9")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        assert page.mark_view.mark.error() != ""
        edit.setText("5")
        QTest.keyClick(edit, Qt.Key.Key_Up)
        page.mark_view.comment.set_text("And then?")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        await until(lambda: store.outbox is not None and not page.tasks.busy())
        (operation,) = await store.outbox.operations()
        mark = given_marks(operation)[1][0]
        assert (mark.marks, mark.comment) == (Decimal("5.5"), "And then?")
        assert "4 of 4" in page.mark_view.progress_words.text()
        await store.close()
        page.deleteLater()

    run_qt(scenario())


def _drawn(wire: Wire) -> None:
    """The essay gets a formula, a table and two pictures, one of which the platform does not give."""
    cells = [[LocalizedText(en="Block"), LocalizedText(en="Mass")], [LocalizedText(en="1"), LocalizedText(en="27 g")]]
    essay = wire.results_now.questions[1].model_copy(
        update={
            "text": LocalizedText(en="Find $\\rho$."),
            "formula": r"\rho = \frac{m}{V}",
            "table": Table(header=cells[0], rows=cells[1:]),
            "images": ["balance.svg"],
            "image_descriptions": [LocalizedText(en="A balance")],
        }
    )
    wire.results_now = wire.results_now.model_copy(update={"questions": [wire.results_now.questions[0], essay]})
    wire.pictures = {"balance.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>'}


@pytest.mark.parametrize("fault", [None, NetworkError("no line")])
def test_the_marker_sees_the_question_as_the_student_saw_it(
    run_qt: Run, tmp_path: Path, fault: NetworkError | None
) -> None:
    """With no network too, once the exam was opened here."""

    async def scenario() -> None:
        store = await AccountStore.open(tmp_path / "account", Sealer(bytes(32)), ManualClock(NOW))
        wire = Wire()
        _drawn(wire)
        service = service_of(wire, store)
        await service.marking("exam")
        await service.paper_picture("exam", "balance.svg")
        wire.fault = fault
        page = MarkingPage(service, Frame())
        show(page)
        page.activated({})
        asked = page.mark_view.asked
        await until(lambda: asked.findChildren(PaperImage))
        (picture,) = asked.findChildren(PaperImage)
        assert not picture._picture.size().isEmpty()
        (table,) = asked.findChildren(TableView)
        assert table._grid.cells[1][1].accessibleName() == "Mass: 27 g"
        (formula,) = asked.findChildren(FormulaView)
        await until(formula.drawn)
        await store.close()
        page.deleteLater()

    run_qt(scenario())


def test_a_picture_that_cannot_be_had_is_said_in_words(run_qt: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        store = await AccountStore.open(tmp_path / "account", Sealer(bytes(32)), ManualClock(NOW))
        wire = Wire()
        _drawn(wire)
        service = service_of(wire, store)
        await service.marking("exam")
        wire.fault = NetworkError("no line")
        page = MarkingPage(service, Frame())
        show(page)
        page.activated({})
        await until(lambda: page.mark_view.asked.findChildren(PaperImage))
        (picture,) = page.mark_view.asked.findChildren(PaperImage)
        assert "A balance" in picture._missing.text()
        await store.close()
        page.deleteLater()

    run_qt(scenario())


def test_a_teacher_compares_and_decides_on_what_was_set_aside(run_qt: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        store = await AccountStore.open(tmp_path / "account", Sealer(bytes(32)), ManualClock(NOW))
        wire = Wire()
        page = MarkingPage(service_of(wire, store), Frame())
        show(page)
        page.activated({"exam_id": "exam", "view": "aside"})
        await until(lambda: page.findChildren(AsideCard))
        card = page.findChildren(AsideCard)[0]
        words = " ".join(label.text() for label in card.findChildren(type(page.aside.about)))
        for said in ("Heat it first.", "Cool it first.", "Hall PC 7", "marked already"):
            assert said in words
        card.reason.set_text("too late")
        card.keep.click()
        await until(lambda: any(not found.keep.isEnabled() for found in page.findChildren(AsideCard)))
        (decision,) = wire.decisions
        assert (decision.key, decision.verdict, decision.reason) == ("chain:9", SetAsideVerdict.KEEP, "too late")
        await store.close()
        page.deleteLater()

    run_qt(scenario())


def test_every_view_says_its_numbers_in_words(run_qt: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        store = await AccountStore.open(tmp_path / "account", Sealer(bytes(32)), ManualClock(NOW))
        page = MarkingPage(service_of(Wire(), store), Frame())
        show(page)
        page.activated({"view": "students"})
        await until(lambda: "2 of 3" in page.students.standing.text())
        page.view.set_value("analysis")
        await until(lambda: "6.2" in page.analysis.summary.text())
        await store.close()
        page.deleteLater()

    run_qt(scenario())
