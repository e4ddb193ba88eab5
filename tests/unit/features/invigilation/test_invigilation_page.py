"""The invigilator's page: what a student's computer can guarantee, what is arranged for one, how long pictures stay."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from learnup_desktop.contract.exams import AttemptState, ExamSummary
from learnup_desktop.contract.integrity import ComputerCapability, ComputerReport, IntegrityKind, StudentExceptions
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.features.invigilation.arrangement_widgets import ArrangementDialog
from learnup_desktop.features.invigilation.invigilation_page import InvigilationPage
from learnup_desktop.features.invigilation.invigilation_widgets import kept_words
from learnup_desktop.features.invigilation.service import InvigilationService
from learnup_desktop.features.invigilation.words_widgets import detail_words, kind_words
from learnup_desktop.lockdown.capabilities import NAMES, capabilities
from tests.unit.features.invigilation.test_invigilation_service import HASHES, NOON, Wire, exam, flag
from tests.unit.features.page_driver import Frame, show, until

RunQt = Callable[[Coroutine[Any, Any, None]], None]


def report() -> ComputerReport:
    rows = tuple(
        ComputerCapability(name=row.name, certainty=row.certainty.value, why=row.why)
        for row in capabilities("wayland", "linux")
    )
    return ComputerReport(
        system="linux", capabilities=(*rows, ComputerCapability(name="of a newer client", certainty="x"))
    )


def students() -> list[AttemptOverview]:
    running = AttemptOverview(
        student_id="1",
        student_name="Nimali",
        attempt_id="1",
        state=AttemptState.OPEN,
        started_at=NOON - timedelta(minutes=20),
        heard_at=NOON,
        computer=report(),
    )
    silent = running.model_copy(
        update={"student_id": "2", "student_name": "Ashan", "attempt_id": "2", "computer": None}
    )
    return [running, silent, AttemptOverview(student_id="3", student_name="Zahra")]


def opened(wire: Wire) -> InvigilationPage:
    async def exams() -> Sequence[ExamSummary]:
        return [exam("now", -1, 2)]

    wire.overviews = students()
    wire.records = []
    page = InvigilationPage(InvigilationService(wire, exams, lambda: NOON), Frame())
    show(page)
    page.activated({})
    return page


def choose(page: InvigilationPage, name: str) -> None:
    place = next(n for n, tile in enumerate(page._tiles) if tile.accessibleName().startswith(name))
    page._tiles[place].clicked.emit()


async def closed(page: InvigilationPage) -> None:
    page.deactivated()
    page.hide()
    page.deleteLater()
    await asyncio.sleep(0)


def test_what_a_computer_can_guarantee_is_said_in_words(qapp: QApplication, run_qt: RunQt) -> None:
    async def go() -> None:
        page = opened(Wire())
        await until(lambda: len(page._tiles) == 3)
        choose(page, "Nimali")
        rows = [row.accessibleName() for row in page.computer.rows]
        assert len(rows) == len(NAMES) + 1
        assert "The exam stays in front: no: Wayland does not let programs do this" in rows
        assert "of a newer client: x" in rows
        assert not any(name in row for name in NAMES if "_" in name for row in rows)
        choose(page, "Ashan")
        assert "does not say" in page.computer_title.text()
        assert page.computer.isHidden()
        choose(page, "Zahra")
        assert page.computer_title.isHidden()
        await closed(page)

    run_qt(go())


@pytest.mark.parametrize("name", ["Nimali", "Zahra"])
def test_a_teacher_arranges_something_before_or_during_the_exam(qapp: QApplication, run_qt: RunQt, name: str) -> None:
    async def go() -> None:
        wire = Wire()
        page = opened(wire)
        await until(lambda: len(page._tiles) == 3)
        choose(page, name)
        assert page.arranged.isHidden()
        page.arrange_button.click()
        await until(lambda: any(not dialog.isHidden() for dialog in page.findChildren(ArrangementDialog)))
        dialog = next(dialog for dialog in page.findChildren(ArrangementDialog) if not dialog.isHidden())
        dialog.kinds[IntegrityKind.LOOKING_AWAY].click()
        dialog.challenge.click()
        dialog.note.set_text("Squint")
        dialog._choose("save")
        await until(lambda: wire.asked)
        (what, target, wanted) = wire.asked[0]
        assert (what, target) == ("arrange", f"now/{'1' if name == 'Nimali' else '3'}")
        assert wanted == StudentExceptions(
            kinds=frozenset({IntegrityKind.LOOKING_AWAY}), challenge_exempt=True, note="Squint"
        )
        await until(lambda: not page.arranged.isHidden())
        assert page.arranged.text() == (
            "Arranged: Looking away is not judged · No turning of the head is asked for (Squint)"
        )
        await closed(page)

    run_qt(go())


def test_what_this_program_does_not_offer_is_kept(qapp: QApplication) -> None:
    held = StudentExceptions(kinds=frozenset({IntegrityKind.NO_FACE, IntegrityKind.FOCUS_LOST}), note="why")
    dialog = ArrangementDialog(None, "Nimali", held)
    assert dialog.wanted() == held
    dialog.kinds[IntegrityKind.FOCUS_LOST].click()
    assert dialog.wanted().kinds == {IntegrityKind.NO_FACE}
    dialog.deleteLater()


def test_how_long_pictures_are_kept(qapp: QApplication) -> None:
    kept = flag("a", 1).model_copy(update={"evidence_until": {HASHES[1]: NOON}, "evidence_deleted": [HASHES[0]]})
    assert kept_words(kept) == [
        "Pictures are kept until 22 Nov 2026",
        "Pictures deleted since their time was over: 1",
    ]
    assert kept_words(flag("b", 1)) == []


@pytest.mark.parametrize(
    ("kind", "detail", "title", "said"),
    [
        (
            IntegrityKind.WORKER_GAP,
            "paper",
            "Photographed working on paper",
            "the camera took the picture of the paper",
        ),
        (IntegrityKind.WORKER_GAP, "worker_crashed", "Not watched for a while", ""),
        (IntegrityKind.SPOOF_SUSPECTED, "looping", "Perhaps a picture", "the same pictures came again"),
        (IntegrityKind.CAMERA_LOST, "camera_frozen", "Camera lost", "the picture stood still"),
        (IntegrityKind.PRESENCE_CHECK, "typed", "Asked to show", "typed the number"),
        (IntegrityKind.LISTED_PROCESS, "obs", "Listed program", "obs"),
    ],
)
def test_the_teacher_reads_no_machine_words(kind: IntegrityKind, detail: str, title: str, said: str) -> None:
    event = flag("1", 0).event.model_copy(update={"kind": kind, "detail": detail})
    assert kind_words(event.kind, event.outcome, event.detail).startswith(title)
    words = detail_words(event)
    assert words.startswith(said) and bool(words) == bool(said)
