"""Everything that can be put before the client instead of what it hopes for, on the real pages.

Each case is a clear sentence with what to do, no traceback, and nothing lost. Some of it stands elsewhere:

=========================  ====================================================================================
unreachable, foreign, old  ``test_app_sign_in``: ``test_an_unreachable_server``, ``test_what_is_not_our_platform``
malformed JSON             the same, ``[malformed]``; in mid-session here
a wrong password           ``test_app_sign_in``: ``test_a_wrong_password_is_said_and_the_right_one_works``
a locked account           ``test_app_sign_in``: ``test_a_locked_account_says_until_when``
a damaged cache            ``test_app_offline``: ``test_a_damaged_cache_is_fetched_again_without_a_word``
a camera that stops        ``test_camera_faults``: every fault of a device, to the platform's record; the page here
=========================  ====================================================================================
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from learnup_desktop.app.application import Application
from learnup_desktop.base.settings import CAMERA, CAMERA_DEVICE
from learnup_desktop.contract.attendance import LessonAttendance
from learnup_desktop.contract.exams import EssayQuestion, TextAnswer
from learnup_desktop.contract.routes import ATTEMPT, ATTENDANCE
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.features.attendance.attendance_page import AttendancePage
from learnup_desktop.features.exams.checks import CheckKind
from learnup_desktop.features.exams.lobby_page import LobbyPage
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting_view_widgets import SittingView
from learnup_desktop.features.timetable.timetable_page import TimetablePage
from learnup_desktop.qt import notices
from tests.integration.app_driver import open_page, running_client, signed_in, until
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration
RunQt = Callable[..., Any]

DISK_BYTES = 48 * 1024 * 1024
CAMERA_PATIENCE = 60.0
"""A worker process starts and opens its camera; a busy machine may take half a minute for it."""


# ------------------------------------------------------------------------------------------------ what is on the screen


def words_on(window: QWidget) -> str:
    """Everything that can be read in a window."""
    shown = [child.text() for child in window.findChildren(QLabel) if child.isVisible()]
    shown += [child.text() for child in window.findChildren(QLineEdit) if child.isVisible()]
    shown += [child.toPlainText() for child in window.findChildren(QPlainTextEdit) if child.isVisible()]
    shown += [child.accessibleName() for child in window.findChildren(QWidget) if child.isVisible()]
    return "\n".join(shown)


def calm(application: Application, home: Path) -> None:
    """No traceback on the screen, no name out of the code, and no crash was reported."""
    shown = words_on(application.window) + "\n".join(
        f"{notice.title} {notice.text}" for notice in notices.center().history
    )
    for sign in ("Traceback", 'File "', "Error:", "Exception", "sqlite3", "httpx", "None"):
        assert sign not in shown, sign
    assert not list(home.rglob("crash-*.json"))


async def open_roll(application: Application) -> AttendancePage:
    """Attendance with the lesson's roll open."""
    page = await open_page(application, "attendance", AttendancePage)
    await until(lambda: not page.tasks.busy())
    if page.board() is None or not page.side_by_side.isVisible():
        page.open_lesson((await page._service.choices())[0].lesson.id)
    await until(lambda: not page.tasks.busy() and page.side_by_side.isVisible())
    return page


def saved(application: Application) -> bool:
    """Whether nothing waits on this computer."""
    state = application.window.sync_state()
    return state.online and state.waiting + state.saving + state.attention == 0


def held(platform: RunningPlatform, lesson_id: str) -> dict[str, str]:
    """The platform's own record of a roll."""
    with platform.client("kamala", "the-record") as teacher:
        answer = LessonAttendance.model_validate(teacher.get(ATTENDANCE.format(id=lesson_id)).json())
    return {mark.student_id: mark.state.value for mark in answer.marks if not mark.withdrawn}


# ------------------------------------------------------------------------------------- a platform that is none any more


@contextmanager
def in_place_of(platform: RunningPlatform, body: str, kind: str, status: int) -> Iterator[None]:
    """Something else at the platform's address, which gives the same answer to everything."""
    sent = body.encode()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            self.rfile.read(length)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815 - the names that http.server looks for

        def log_message(self, *arguments: object) -> None:
            """Silent."""

    platform.kill()
    server = ThreadingHTTPServer(("127.0.0.1", platform.port), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("<html><body>Please sign in to the hotel's network</body></html>", "text/html", 200),
        ('{"changes": [{"stream": "les', "application/json", 200),
        ("<h1>502 Bad Gateway</h1><!-- nginx -->", "text/html", 502),
    ],
    ids=["portal", "cut-json", "gateway"],
)
def test_nonsense_from_the_platforms_address_in_mid_session(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform, home: Path, body: str, kind: str, status: int
) -> None:
    """Marks are made and pages opened while something else answers; when the platform is back all of it is there."""

    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "kamala")
            session = application.session
            assert session is not None
            with in_place_of(fresh_platform, body, kind, status):
                page = await open_roll(application)
                board = page.board()
                assert board is not None
                QTest.keyClicks(page.grid.tiles()[0], "a")
                page.rest_present.click()
                await until(lambda: not page.tasks.busy())
                session.sync.engine.hint()
                await until(lambda: not saved(application), 30, "the pill to say that something waits")
                timetable = await open_page(application, "timetable", TimetablePage)
                await until(lambda: timetable.grid.tiles())
                calm(application, home)
            fresh_platform.start()
            session.sync.engine.hint()
            await until(lambda: saved(application), 60, "everything to be at school")
            calm(application, home)
            assert held(fresh_platform, board.lesson.id) == {
                student.id: "absent" if index == 0 else "present" for index, student in enumerate(board.students)
            }

    run_qt(play(), 120.0)


# ------------------------------------------------------------------------------------------------------------ the disk


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A real file system of 48 MB, with the client's home on it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not sys.platform.startswith("linux") or mount is None or umount is None or os.geteuid() != 0:
        pytest.skip("needs a file system of its own: Linux, as root")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip("this container may not mount a file system")
    monkeypatch.setenv("LEARNUP_HOME", str(place / "home"))
    yield place
    subprocess.run([umount, "--lazy", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Fill a disk to the last byte; the file to delete to make room again."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while file.write(bytes(size)) == size:
                    pass
            except OSError:
                continue
    return ballast


def test_a_full_disk_while_the_roll_is_marked(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform, small_disk: Path
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "kamala")
            page = await open_roll(application)
            board = page.board()
            assert board is not None
            ballast = fill(small_disk)
            QTest.keyClicks(page.grid.tiles()[0], "l")
            page.rest_present.click()
            await until(lambda: any("disk is full" in notice.title for notice in notices.center().history))
            said = next(notice for notice in notices.center().history if "disk is full" in notice.title)
            assert "Delete files" in said.text and said.code == "LU-121"
            tiles = page.grid.tiles()
            await until(lambda: all("not saved yet" in tile.shown().spoken for tile in tiles))
            assert tiles[0].shown().text.startswith("Late") and tiles[1].shown().text == "Present"
            calm(application, small_disk)
            ballast.unlink()
            await until(lambda: all(tile.shown().sent for tile in page.grid.tiles()), 60, "all of it at school")
            assert sum("disk is full" in notice.title for notice in notices.center().history) == 1
            states = held(fresh_platform, board.lesson.id)
            assert len(states) == len(board.students) and states[board.students[0].id] == "late"
            calm(application, small_disk)

    run_qt(play(), 120.0)


def test_a_full_disk_in_mid_exam(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform, small_disk: Path
) -> None:
    """The banner says it, typing goes on, and once there is room every word is on the disk and at school."""

    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "nimali")
            view = await sitting(application)
            sheet = view.sitting.sheet
            essay = next(i for i, question in enumerate(sheet.questions) if isinstance(question, EssayQuestion))
            view.sitting.go_to(essay)
            await until(lambda: sheet.lowest_place() is not Place.MEMORY)
            ballast = fill(small_disk)
            field = view.view().editor.findChild(QPlainTextEdit)
            assert field is not None
            QTest.keyClicks(field, "written while the disk was full " * 3)
            await until(lambda: "disk is full" in view.banner.accessibleName(), 30, "the banner")
            assert "Keep LearnUp open" in view.banner.accessibleName()
            QTest.keyClicks(field, "and after it was said")
            assert sheet.lowest_place() is Place.MEMORY and view.sitting.state is SittingState.SITTING
            calm(application, small_disk)
            ballast.unlink()
            await until(lambda: sheet.lowest_place() is Place.AT_SCHOOL, 60, "the answers at school")
            assert view.banner.isHidden()
            with fresh_platform.client("nimali", "the-record") as reader:
                record = reader.get(ATTEMPT.format(id=view.sitting.meta.attempt_id)).json()
            mine = sheet.answer(sheet.questions[essay].id)
            assert isinstance(mine, TextAnswer) and mine.text.endswith("and after it was said")
            assert mine.text in [dict(answer["answer"]).get("text") for answer in record["answers"]]

    run_qt(play(), 150.0)


def test_a_damaged_journal_with_marks_that_wait_is_mended(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform, home: Path
) -> None:
    """Made with no network, then the file is damaged: it is repaired at the next start, said, and the marks arrive."""
    lesson: list[str] = []
    folder: list[Path] = []

    async def mark_offline() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "kamala")
            session = application.session
            assert session is not None
            fresh_platform.kill()
            page = await open_roll(application)
            board = page.board()
            assert board is not None
            page.rest_present.click()
            await until(lambda: application.window.sync_state().waiting >= 1)
            lesson.append(board.lesson.id)
            folder.append(session.store.folder)

    async def start_again() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "kamala")
            await until(lambda: saved(application), 60, "everything at school")
            said = [notice.title for notice in notices.center().history]
            assert any("damaged file" in title for title in said), said
            calm(application, home)

    run_qt(mark_offline(), 60.0)
    data = folder[0] / "data.db"
    whole = bytearray(data.read_bytes())
    whole[:100] = os.urandom(100)  # the header: SQLite itself opens it no more
    data.write_bytes(whole)
    fresh_platform.start()
    run_qt(start_again(), 120.0)
    assert set(held(fresh_platform, lesson[0]).values()) == {"present"}


# ---------------------------------------------------------------------------------------------------------- the camera


async def lobby(application: Application) -> LobbyPage:
    """The lobby of the exam that is open now."""
    parts = application.exam_parts
    assert parts is not None
    exams = (await parts.service().exams()).cards
    page = await open_page_with(application, exams[0].exam.id)
    await until(lambda: page.lobby is not None)
    return page


async def open_page_with(application: Application, exam_id: str) -> LobbyPage:
    """The lobby page of an exam."""
    application.window.navigate("exam-lobby", exam_id=exam_id)
    page = application.window.current_page()
    assert isinstance(page, LobbyPage)
    return page


async def sitting(application: Application) -> SittingView:
    """From the lobby into the exam."""
    page = await lobby(application)
    page.consent.setChecked(True)
    await until(page.start.isEnabled, CAMERA_PATIENCE, "Start")
    page.start.click()
    await until(lambda: application.window.full_page() is not None, 30)
    view = application.window.full_page()
    assert isinstance(view, SittingView)
    application.window.activateWindow()
    return view


def camera_row(page: LobbyPage) -> str:
    """What the check list says about the camera."""
    row = page._rows.get(CheckKind.CAMERA)
    return row.accessibleName() if row is not None else ""


def clip(path: Path, seconds: float) -> None:
    """A real video file, made in a process of its own: OpenCV never meets Qt."""
    program = (
        "import sys, cv2, numpy\n"
        "out = cv2.VideoWriter(sys.argv[1], cv2.VideoWriter_fourcc(*'mp4v'), 15.0, (320, 240))\n"
        "assert out.isOpened()\n"
        "noise = numpy.random.default_rng(1)\n"
        "for _ in range(int(float(sys.argv[2]) * 15)):\n"
        "    out.write(noise.integers(60, 200, (240, 320, 3), dtype='uint8'))\n"
        "out.release()\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path), str(seconds)], check=True, timeout=120)


def no_camera(_: Path) -> tuple[str, str]:
    """A device number that no computer has."""
    return "index", "57"


def no_video(folder: Path) -> tuple[str, str]:
    """A file that only says that it is a video."""
    path = folder / "lesson.mp4"
    path.write_bytes(b"This is a shopping list, whatever its name says.\n" * 400)
    return "path", str(path)


def cut_video(folder: Path) -> tuple[str, str]:
    """A video of which the download broke off: its index, at the end, is missing."""
    path = folder / "cut.mp4"
    clip(path, 2.0)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return "path", str(path)


def missing_video(folder: Path) -> tuple[str, str]:
    """A path where nothing is."""
    return "path", str(folder / "gone.mp4")


@pytest.mark.parametrize(
    ("make", "reason", "advice"),
    [
        (no_camera, "not found", "plug it in"),
        (no_video, "cannot be read", "choose another one"),
        (cut_video, "cannot be read", "choose another one"),
        (missing_video, "cannot be read", "choose another one"),
    ],
    ids=["no-camera", "no-video", "cut-video", "missing-video"],
)
def test_without_a_picture_the_lobby_says_why_and_what_to_do(
    run_qt: RunQt,
    qapp: QApplication,
    platform: RunningPlatform,
    tmp_path: Path,
    home: Path,
    make: Callable[[Path], tuple[str, str]],
    reason: str,
    advice: str,
) -> None:
    kind, device = make(tmp_path)

    async def play() -> None:
        async with running_client(qapp, platform.url) as application:
            application.settings.set(CAMERA, kind)
            application.settings.set(CAMERA_DEVICE, device)
            await signed_in(application, "hiruni")
            page = await lobby(application)
            await until(lambda: reason in camera_row(page), CAMERA_PATIENCE, f"{reason}: {camera_row(page)}")
            assert advice in camera_row(page)
            page.consent.setChecked(True)
            calm(application, home)
            # Another one is chosen where it was told to look, and the check goes on by itself.
            application.settings.set(CAMERA, "simulated")
            application.window.navigate("exams")
            again = await lobby(application)
            await until(lambda: reason not in camera_row(again) and "works" in camera_row(again), CAMERA_PATIENCE)

    run_qt(play(), 200.0)


def test_a_camera_that_stops_in_mid_exam_is_said_and_nothing_typed_is_lost(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform, tmp_path: Path, home: Path
) -> None:
    """A recording that comes to its end is a camera whose cable was pulled."""
    recording = tmp_path / "short.mp4"
    clip(recording, 12.0)

    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            application.settings.set(CAMERA, "path")
            application.settings.set(CAMERA_DEVICE, str(recording))
            await signed_in(application, "nimali")
            view = await sitting(application)
            state = view.side.self_view
            await until(lambda: "stopped" in words_on(state), CAMERA_PATIENCE, "the camera's end")
            essay = next(
                i for i, question in enumerate(view.sitting.sheet.questions) if isinstance(question, EssayQuestion)
            )
            view.sitting.go_to(essay)
            field = view.view().editor.findChild(QPlainTextEdit)
            assert field is not None
            QTest.keyClicks(field, "goes on without it")
            await until(lambda: view.sitting.sheet.lowest_place() is Place.AT_SCHOOL, 60, "the answer at school")
            calm(application, home)

    run_qt(play(), 200.0)
