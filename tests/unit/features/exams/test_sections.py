"""Sections with their own time in a real sitting, and pictures of working on their way."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from learnup_desktop.contract.answers import ChoiceAnswer, FilesAnswer, TextAnswer
from learnup_desktop.contract.exams import AttemptCommand, EntryKind
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.domain.question_order import paper_for
from learnup_desktop.domain.sections import SectionWalk
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sketch_widgets import SHEET, encode_png
from learnup_platform.demo.exam_practice import practice_paper
from tests.gallery_questions import PracticeDesk
from tests.unit.features.exams.exam_desk import EXAM_ID, until


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[PracticeDesk]:
    made = PracticeDesk(tmp_path, timed=True)
    await made.open()
    yield made
    await made.close()


async def test_sections_are_sat_one_after_another(desk: PracticeDesk) -> None:
    sitting = await desk.start()
    sheet, sections = sitting.sheet, sitting.sections
    expected = paper_for(practice_paper().paper(EXAM_ID), sitting.meta.attempt_id)
    assert [question.id for question in sheet.questions] == [question.id for question in expected.questions]
    assert sections.section is not None and sections.section.id == "A"
    left = sections.seconds_left()
    assert left is not None and 590 < left <= 600
    assert [mark.reachable for mark in sitting.marks()] == [True] * 4 + [False] * 9
    assert not sitting.edit("pendulum", TextAnswer(text="2"))
    sitting.go_to(6)
    assert sheet.current == 0
    assert sitting.edit("light-sound", ChoiceAnswer(choices=["true"]))
    sitting.leave_section()
    assert (sections.section.id, sheet.question.section) == ("B", "B")
    assert not sitting.edit("light-sound", ChoiceAnswer(choices=["false"]))
    assert sitting.edit("pendulum", TextAnswer(text="2"))
    await until(lambda: EntryKind.SECTION in desk.wire.kinds())
    await until(lambda: desk.wire.answers().keys() == {"light-sound", "pendulum"})
    walk = SectionWalk(expected)
    for entry in desk.wire.held:
        walk.follow(entry)
    assert walk.section is not None and walk.section.id == "B"


async def test_a_crash_comes_back_into_the_same_section_with_the_same_time(tmp_path: Path) -> None:
    desk = PracticeDesk(tmp_path, timed=True)
    await desk.open()
    sitting = await desk.start()
    sitting.leave_section()
    await until(lambda: sitting.sections.section is not None and desk.wire.kinds().count(EntryKind.SECTION) == 2)
    ends = sitting.sections._walk.state.ends_ms
    await desk.crash()
    again = PracticeDesk(tmp_path / "elsewhere", timed=True)
    again.folder, again.wire, again.exam = desk.folder, desk.wire, desk.exam
    await again.open()
    try:
        resumed = await again.service.resume(EXAM_ID)
        assert resumed.sections.section is not None and resumed.sections.section.id == "B"
        assert resumed.sections._walk.state.ends_ms == ends
        assert resumed.sheet.question.section == "B"
    finally:
        await again.close()


async def test_time_that_is_given_moves_the_sections_end_once(desk: PracticeDesk) -> None:
    sitting = await desk.start()
    before = sitting.sections._walk.state.ends_ms
    assert before is not None
    attempt = sitting.meta.attempt_id
    later = sitting.deadline + timedelta(minutes=5)
    sitting.command(AttemptCommand(attempt_id=attempt, command="extend", deadline=later))
    assert sitting.sections._walk.state.ends_ms == before + 300_000
    sitting.command(AttemptCommand(attempt_id=attempt, command="pause"))
    held = sitting.sections.seconds_left()
    for seconds in (10, 20, 30):  # while it is paused every answer of the platform names a later deadline
        sitting._move_deadline(later + timedelta(seconds=seconds))
    assert sitting.sections.seconds_left() == held
    assert sitting.sections._walk.state.ends_ms == before + 300_000
    sitting.command(AttemptCommand(attempt_id=attempt, command="resume", deadline=later + timedelta(seconds=40)))
    assert sitting.sections._walk.state.ends_ms == before + 340_000


async def test_a_section_ends_by_itself_and_the_last_one_hands_in(desk: PracticeDesk) -> None:
    sitting = await desk.start()
    sitting.sections.move_end(-599.8)
    await until(lambda: sitting.sections.section is not None and sitting.sections.section.id == "B")
    assert sitting.sheet.question.section == "B"
    sitting.leave_section()
    assert sitting.sections.last
    sitting.leave_section()
    await until(lambda: sitting.state is SittingState.SUBMITTED)


async def test_a_picture_is_at_school_only_when_its_file_is(desk: PracticeDesk) -> None:
    sitting = await desk.start()
    sitting.leave_section()
    sitting.leave_section()
    work = sitting.content.work
    assert work is not None
    from PySide6.QtGui import QImage

    image = QImage(SHEET, QImage.Format.Format_RGB32)
    image.fill(0)
    file = await work.keep(encode_png(image), sketch=True)
    assert sitting.edit("ray-diagram", FilesAnswer(files=[file]))
    await until(lambda: "ray-diagram" in desk.wire.answers())
    await asyncio.sleep(0.05)
    assert sitting.sheet.place("ray-diagram") is Place.THIS_PC
    place = work._place(file.sha256)
    place.with_name(place.name + ".sent").touch()
    await until(lambda: sitting.sheet.place("ray-diagram") is Place.AT_SCHOOL)
