"""The pages with the platform killed, marks that wait and arrive, and a start without a network."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learnup_desktop.app.application import Application
from learnup_desktop.app.current import CurrentAccount
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, AttendanceUpload, LessonAttendance, Mark
from learnup_desktop.contract.routes import ATTENDANCE
from learnup_desktop.features.attendance.attendance_page import AttendancePage
from learnup_desktop.features.classes.classes_page import ClassesPage
from learnup_desktop.features.timetable.timetable_page import TimetablePage
from learnup_desktop.features.today.today_page import TodayPage
from learnup_desktop.shell.ledger import LedgerState
from tests.integration.app_driver import open_page, running_client, sign_in_page, signed_in, until
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration
RunQt = Callable[..., Any]


async def offline(application: Application) -> None:
    """Wait until the client has noticed; a person would press something, here it is asked to pull."""
    session = application.session
    assert session is not None
    session.sync.engine.hint()
    await until(lambda: not application.window.sync_state().online, 30, "offline")


async def shown_lessons(application: Application) -> int:
    """How many lessons the timetable draws, over this week and the next."""
    page = await open_page(application, "timetable", TimetablePage)
    page.reload()
    await until(lambda: not page.tasks.busy() and page.stack.state() != "loading")
    count = sum(not tile.entry.trace for tile in page.grid.tiles())
    page.step(1)
    await until(lambda: not page.tasks.busy())
    count += sum(not tile.entry.trace for tile in page.grid.tiles())
    page.step(-1)
    await until(lambda: not page.tasks.busy())
    return count


async def open_roll(application: Application) -> AttendancePage:
    """Attendance with some lesson's roll open."""
    page = await open_page(application, "attendance", AttendancePage)
    await until(lambda: not page.tasks.busy())
    if page.board() is None or not page.side_by_side.isVisible():
        choices = await page._service.choices()
        page.open_lesson(choices[0].lesson.id)
    await until(lambda: not page.tasks.busy() and page.side_by_side.isVisible())
    return page


def test_timetable_and_rolls_open_with_the_platform_killed(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "kamala")
            online = await shown_lessons(application)
            assert online >= 5
            fresh_platform.kill()
            await offline(application)
            assert await shown_lessons(application) == online
            page = application.window.current_page()
            assert isinstance(page, TimetablePage)
            await until(lambda: "as of" in page.as_of.text())
            assert "Offline" in application.window.top_bar.pill.text()
            classes = await open_page(application, "classes", ClassesPage)
            await until(lambda: classes.grid.cells())
            classes.open_class((await classes._service.classes())[0].school_class.id)
            await until(lambda: "Roll" in classes.roll.accessibleName())

    run_qt(play(), 60.0)


def test_marks_made_offline_are_kept_and_arrive(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    marked: dict[str, AttendanceState] = {}
    lesson: list[str] = []

    async def mark_offline() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "kamala")
            fresh_platform.kill()
            await offline(application)
            page = await open_roll(application)
            board = page.board()
            assert board is not None and len(board.students) >= 10
            lesson.append(board.lesson.id)
            tiles = page.grid.tiles()
            QTest.keyClicks(tiles[0], "a")
            QTest.keyClick(tiles[0], Qt.Key.Key_Right)
            QTest.keyClicks(tiles[1], "e")
            page.rest_present.click()
            await until(lambda: not page.tasks.busy())
            await until(lambda: application.window.sync_state().waiting == 3, what="three operations waiting")
            marked.update({student.id: mark.state for student in board.students if (mark := board.mark_of(student.id))})
            assert not any(tile.shown().sent for tile in page.grid.tiles())
            provider = application.window._ledger_provider
            assert provider is not None
            assert {entry.state for entry in await provider.entries()} == {LedgerState.SAVED_HERE}

    async def send() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "kamala")
            await until(lambda: _saved(application), 30, "everything saved")
            page = await open_roll(application)
            page.open_lesson(lesson[0])
            await until(lambda: all(tile.shown().sent for tile in page.grid.tiles()), what="tiles without the cloud")

    run_qt(mark_offline(), 60.0)
    fresh_platform.start()
    run_qt(send(), 60.0)
    with fresh_platform.client("kamala") as teacher:
        answer = LessonAttendance.model_validate(teacher.get(ATTENDANCE.format(id=lesson[0])).json())
    assert {mark.student_id: mark.state for mark in answer.marks if not mark.withdrawn} == marked
    assert sorted(state.value for state in marked.values())[:2] == ["absent", "excused"]


def _saved(application: Application) -> bool:
    state = application.window.sync_state()
    return state.online and state.waiting + state.saving + state.attention == 0


def test_another_teacher_screen_sees_a_mark(run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform) -> None:
    """The live line brings the hint, the pull brings the mark."""

    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "kamala")
            page = await open_roll(application)
            board = page.board()
            assert board is not None
            session = application.session
            assert session is not None
            await until(lambda: session.realtime is not None and session.realtime.state.value == "connected")
            theirs = Mark(
                id=uuid7(),
                lesson_id=board.lesson.id,
                student_id=board.students[3].id,
                state=AttendanceState.EXCUSED,
                marked_at=datetime.now(UTC),
                marked_by=session.known.account_id,
            )
            with fresh_platform.client("kamala", "another-screen") as elsewhere:
                body = AttendanceUpload(marks=[theirs]).to_wire()
                answer = elsewhere.put(ATTENDANCE.format(id=board.lesson.id), json=body)
                assert answer.status_code == 200, answer.text
            await until(lambda: page.grid.tiles()[3].shown().text == "Excused", 30, "the other screen's mark")

    run_qt(play(), 60.0)


def test_a_start_into_a_remembered_account_needs_no_network(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def sign_in() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "nimali")
            session = application.session
            assert session is not None
            # As on a computer with a keyring, which this one lacks.
            application.current.write(CurrentAccount(session.known.key, keyring=True))

    async def start() -> None:
        async with running_client(qapp) as application:
            assert application.sign_in_page is None
            page = application.window.current_page()
            assert isinstance(page, TodayPage)
            plan = page.plan()
            assert plan is not None and plan.lessons and plan.exams
            await until(lambda: application.session is not None)
            assert await shown_lessons(application) >= 5

    run_qt(sign_in(), 60.0)
    fresh_platform.kill()
    run_qt(start(), 60.0)


def test_without_a_keyring_the_next_start_signs_in_again(
    run_qt: RunQt, qapp: QApplication, platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "nimali")
        async with running_client(qapp) as application:
            page = sign_in_page(application)
            await until(lambda: not page.form.keyring.isHidden())
            assert page.form.username.text() == "nimali"

    run_qt(play(), 60.0)


def test_a_second_window_on_the_same_account_is_refused_in_words(
    run_qt: RunQt, qapp: QApplication, platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, platform.url) as first:
            await signed_in(first, "nimali")
            async with running_client(qapp, platform.url) as second:
                page = sign_in_page(second)
                await until(lambda: page.server() is not None)
                page.fill("nimali", "learnup-demo")
                page.form.sign_in.click()
                await until(lambda: "already open in another window" in page.said(), what=page.said())
                assert second.session is None

    run_qt(play(), 60.0)


def test_a_damaged_cache_is_fetched_again_without_a_word(
    run_qt: RunQt, qapp: QApplication, platform: RunningPlatform, home: Path
) -> None:
    async def play() -> None:
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "nimali")
            session = application.session
            assert session is not None
            cache = session.store.folder / "cache.db"
        for suffix in ("-wal", "-shm"):
            cache.with_name(cache.name + suffix).unlink(missing_ok=True)
        cache.write_bytes(b"this is no database " * 400)
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "nimali")
            assert await shown_lessons(application) >= 5

    run_qt(play(), 60.0)


def test_the_crash_report_says_what_and_no_secret(home: Path) -> None:
    from learnup_desktop.app.crash import CrashReporter

    told: list[tuple[str, Path | None]] = []
    reporter = CrashReporter(home / "log")
    reporter.tell_with(lambda code, path: told.append((code, path)))
    try:
        raise ValueError("password=hunter2")
    except ValueError as error:
        path = reporter.report(error)
    assert path is not None and told == [(told[0][0], path)]
    document = json.loads(path.read_text())
    assert document["error"] == "ValueError" and "hunter2" not in path.read_text()
