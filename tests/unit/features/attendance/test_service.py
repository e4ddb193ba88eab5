"""Which lessons, what stands on a roll, and marks that are on the disk before anything is sent."""

from datetime import timedelta
from pathlib import Path

import pytest

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import NotFoundError
from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.attendance.service import AttendanceService
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import OperationState
from tests.unit.features.school import COLOMBO, NAMES, NOW, attendance, everything, mark, opened_store

PRESENT, ABSENT = AttendanceState.PRESENT, AttendanceState.ABSENT


def make(store: AccountStore, clock: ManualClock) -> AttendanceService:
    return AttendanceService(
        store.cache, store.marks, account_id="teacher", device_id="pc", now=clock.utc_now, zone=COLOMBO
    )


@pytest.mark.parametrize(("hours", "expected"), [(0, "now"), (2, "now"), (-1, "early"), (-4, "early"), (5, "moved")])
async def test_the_lesson_meant_is_going_on_or_the_last_begun(tmp_path: Path, hours: int, expected: str) -> None:
    async with opened_store(tmp_path) as store:
        found = await make(store, ManualClock(NOW + timedelta(hours=hours))).lesson_to_mark()
        assert found is not None and found.id == expected


async def test_choices_are_today_first_then_back_then_tomorrow_without_cancelled(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        await store.cache.apply([attendance(mark("s0", PRESENT), mark("gone", ABSENT, identity="other"))], "next")
        choices = await make(store, ManualClock(NOW)).choices()
        order = ["early", "now", "moved", "yesterday", "last-week", "tomorrow"]
        assert [choice.lesson.id for choice in choices] == order
        counts = {choice.lesson.id: (choice.marked, choice.total) for choice in choices}
        assert counts["now"] == (1, len(NAMES)), "a mark of somebody who left the roll does not count"


async def test_marks_are_in_the_outbox_when_put_returns_and_survive_a_new_start(tmp_path: Path) -> None:
    clock = ManualClock(NOW)
    async with opened_store(tmp_path) as store:
        service = make(store, clock)
        board = (await service.open("now")).board
        await service.put(board.mark_rest_present())
        (operation,) = await store.outbox.operations()
        assert operation.state is OperationState.WAITING
        assert len(operation.body["marks"]) == len(NAMES)
    async with opened_store(tmp_path, filled=False) as store:
        opened = await make(store, clock).open("now")
        assert opened.board.summary().marked == len(NAMES)
        assert opened.marks.waiting == {student.id for student in opened.board.students}


async def test_what_the_platform_has_is_no_longer_waiting(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        service = make(store, ManualClock(NOW))
        board = (await service.open("now")).board
        marks = board.mark("s0", ABSENT)
        await service.put(marks)
        await store.cache.apply([attendance(*marks)], "next")
        (operation,) = await store.outbox.operations()
        await store.outbox.acknowledge(operation.id, operation.digest)
        assert (await service.refresh(board)).marks.waiting == frozenset()


async def test_a_lesson_that_is_not_cached_is_not_found(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        with pytest.raises(NotFoundError):
            await make(store, ManualClock(NOW)).open("nowhere")


async def test_a_class_whose_roll_is_not_here_opens_empty(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        without_roll = [item for item in everything() if item.stream is not Stream.ROLLS]
        await store.cache.replace(without_roll, "cursor")
        assert (await make(store, ManualClock(NOW)).open("now")).board.students == []
