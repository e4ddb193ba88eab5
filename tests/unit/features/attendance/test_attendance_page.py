"""The roll under a teacher's hands: keys, arrows, undo, another screen, and everything in the outbox."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import DiskFullError
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.features.attendance.attendance_page import AttendancePage
from learnup_desktop.features.attendance.service import AttendanceService
from learnup_desktop.qt import i18n, notices
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NAMES, NOW, attendance, lesson, mark, opened_store

Key = Qt.Key
RunQt = Callable[..., Any]


async def open_page(store: AccountStore, qtbot: QtBot, **parameters: object) -> AttendancePage:
    clock = ManualClock(NOW)
    service = AttendanceService(
        store.cache, store.marks, account_id="teacher", device_id="pc", now=clock.utc_now, zone=COLOMBO
    )
    page = AttendancePage(service, Frame())
    qtbot.addWidget(page)
    show(page)
    page.activated(dict(parameters))
    await until(lambda: page.stack.state() in ("content", "empty", "error") and not page.tasks.busy())
    return page


def press(page: AttendancePage, *keys: Qt.Key | str) -> None:
    """Type on the tile that has the keyboard, as a person does."""
    for key in keys:
        target = page.grid.tiles()[page.grid.current()]
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


async def sent(store: AccountStore) -> list[Mark]:
    """Every mark in the outbox, oldest first."""
    operations = sorted(await store.outbox.operations(), key=lambda operation: operation.position)
    return [Mark.model_validate(wire) for operation in operations for wire in operation.body["marks"]]


def texts(page: AttendancePage) -> list[str]:
    return [tile.shown().text for tile in page.grid.tiles()]


@pytest.fixture
def scenario(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> Callable[[Callable[..., Any]], None]:
    """``scenario(play)`` runs ``await play(page, store)`` on the Qt loop with the lesson going on opened."""

    def run(play: Callable[..., Any]) -> None:
        async def whole() -> None:
            async with opened_store(tmp_path) as store:
                page = await open_page(store, qtbot)
                await play(page, store)
                await until(lambda: not page.tasks.busy())
                page.tasks.close()

        run_qt(whole())

    return run


def test_the_lesson_going_on_is_opened_at_once(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        board = page.board()
        assert board is not None and board.lesson.id == "now"
        assert "12 Physics" in page.heading.text()
        assert [tile.student.name for tile in page.grid.tiles()] == sorted(NAMES)

    scenario(play)


def test_keys_mark_and_arrows_move(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        press(page, "p", Key.Key_Right, "l", Key.Key_Right, "a", Key.Key_Right, "e")
        await until(lambda: not page.tasks.busy())
        assert texts(page)[:4] == ["Present", "Late 8 min", "Absent", "Excused"]
        assert [item.state for item in await sent(store)] == list(AttendanceState)
        columns = page.grid.columns()
        press(page, Key.Key_Home, Key.Key_Down)
        assert page.grid.current() == columns
        press(page, Key.Key_End)
        assert page.grid.current() == len(NAMES) - 1

    scenario(play)


def test_all_present_then_an_exception_then_undo_twice_and_redo(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        page.rest_present.click()
        press(page, "a")
        assert page.summary.rows[AttendanceState.PRESENT].accessibleName() == "Present: 5"
        QTest.keyClick(page.grid, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert texts(page) == ["Present"] * len(NAMES)
        page.undo_button.click()
        assert texts(page) == [""] * len(NAMES)
        page.redo_button.click()
        assert texts(page) == ["Present"] * len(NAMES)
        await until(lambda: not page.tasks.busy())
        standing = (await store.marks.marks_for("now")).standing
        assert {item.state for item in standing.values() if not item.withdrawn} == {AttendanceState.PRESENT}

    scenario(play)


def test_a_reason_and_minutes_go_with_the_mark(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        press(page, "l")
        page.student.minutes.setValue(25)
        press(page, Key.Key_Right, "e")
        page.student._suggest("Ill")
        await until(lambda: not page.tasks.busy())
        standing = (await store.marks.marks_for("now")).standing
        assert (standing["s0"].minutes_late, standing["s1"].note) == (25, "Ill")
        assert page.grid.tiles()[1].shown().detail == "Ill"

    scenario(play)


def test_typing_finds_a_student_and_enter_goes_back_to_marking(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        press(page, "k")
        assert page.finder.text() == "k"
        QTest.keyClicks(page.finder, "u")
        QTest.keyClick(page.finder, Key.Key_Return)
        assert page.board() is not None
        assert page.grid.tiles()[page.grid.current()].student.name == "Kumaran V."
        assert page.finder.text() == ""
        press(page, "p")
        assert page.grid.tiles()[page.grid.current()].shown().text == "Present"

    scenario(play)


def test_letters_in_the_finder_are_no_marks(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        press(page, "/")
        QTest.keyClicks(page.finder, "pale")
        assert texts(page) == [""] * len(NAMES)
        assert page.finder.property("invalid") is True

    scenario(play)


def test_marks_say_that_they_are_only_here_until_they_are_at_school(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        press(page, "p")
        await until(lambda: not page.tasks.busy())
        assert not page.grid.tiles()[0].shown().sent
        assert "on this PC" in page.grid.tiles()[0].accessibleName()
        await store.cache.apply([attendance(*await sent(store))], "next")
        for operation in await store.outbox.operations():
            await store.outbox.acknowledge(operation.id, operation.digest)
        page.data_changed(frozenset({"attendance"}))
        await until(lambda: page.grid.tiles()[0].shown().sent)

    scenario(play)


def test_another_screen_marks_at_the_same_time(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        press(page, "p")
        await store.cache.apply([attendance(mark("s1", AttendanceState.ABSENT, 1))], "next")
        page.data_changed(frozenset({"attendance"}))
        await until(lambda: texts(page)[1] == "Absent")
        assert texts(page)[0] == "Present"

    scenario(play)


def test_the_chooser_leads_to_another_lesson(scenario: Callable[..., None]) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        page.head.other_lesson.click()
        await until(lambda: page.chooser.isVisible())
        early = i18n.format_time(lesson("early", 0, 7).starts_at)
        row = next(row for row in page.chooser.rows if early in row.accessibleName())
        QTest.keyClick(row, Key.Key_Return)
        await until(lambda: page.side_by_side.isVisible())
        board = page.board()
        assert board is not None and board.lesson.id == "early"

    scenario(play)


def test_without_a_cache_the_page_says_so(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def whole() -> None:
        async with opened_store(tmp_path, filled=False) as store:
            page = await open_page(store, qtbot)
            assert page.stack.state() == "empty"
            page.activated({"lesson_id": "nowhere"})
            await until(lambda: page.stack.state() == "error")
            page.tasks.close()

    run_qt(whole())


def test_what_the_disk_refuses_is_said_once_shown_and_saved_later_in_order(
    scenario: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play(page: AttendancePage, store: AccountStore) -> None:
        notices.center().history.clear()
        page._save_again.setInterval(20)
        put = store.marks.put
        refused: list[Mark] = []

        async def full(marks: Sequence[Mark]) -> None:
            refused.extend(marks)
            raise DiskFullError("no space left")

        monkeypatch.setattr(store.marks, "put", full)
        press(page, "p", "l", "a")
        await until(lambda: len(refused) > 6)
        assert [notice.code for notice in notices.center().history] == ["LU-121"]
        assert "not saved yet" in page.grid.tiles()[0].shown().spoken
        assert await sent(store) == []
        monkeypatch.setattr(store.marks, "put", put)
        await until(lambda: page.grid.tiles()[0].shown().sent or "on this PC" in page.grid.tiles()[0].shown().spoken)
        states = [mark.state for mark in await sent(store)]
        assert states == [AttendanceState.PRESENT, AttendanceState.LATE, AttendanceState.ABSENT]

    scenario(play)
