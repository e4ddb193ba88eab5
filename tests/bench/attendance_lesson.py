"""A lesson of forty: the platform dies, the roll is taken by keys, cards and camera, and then it comes back.

The real window offscreen, a real platform, and the page of another teacher who is told by Socket.IO alone. Cards are
printed while there is a network; then the platform is killed. Twenty-four students are marked by keys, eight by the
USB scanner (a foreign and a repeated card among them), five by photographs of the room from front and back and by its
camera, three again by hand. When the platform is back, its records are read over REST and compared mark by mark with
what the teacher saw, and the other screen has to show the same. Pages and papers are drawn into ``--out``.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from learnup_desktop.base.options import ClientOptions
from learnup_desktop.base.settings import CAMERA, CAMERA_DEVICE
from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.wire import base64url_encode
from learnup_platform.demo.classes import PHYSICS_ENGLISH
from learnup_platform.demo.people import students_of
from learnup_platform.demo.school import demo_id
from learnup_platform.demo.timetable import live_lesson_id
from tests.bench.harness import Verdict, emit, median
from tests.lesson_faces import Enrolled, faces_of
from tests.platform_fixture import PASSWORD, RunningPlatform

if TYPE_CHECKING:
    import httpx

    from learnup_desktop.app.application import Application
    from learnup_desktop.features.attendance.attendance_page import AttendancePage
    from learnup_desktop.features.attendance.board import AttendanceBoard
    from learnup_desktop.features.attendance.cards_widgets import CardsCard
    from tests.second_screen import SecondScreen

PHYSICS = demo_id("class", PHYSICS_ENGLISH)
STUDENTS, BY_KEYS, BY_CARD, BY_CAMERA = 40, 24, 8, 5
OTHER_SCREEN_MS, ONLINE_MARKS = 1000.0, 8
SIZE = (1366, 768)
PATIENCE = 90.0
KEYS = {3: "l", 7: "a", 11: "e", 15: "l", 19: "a"}
"""Who is not simply there, by place in the grid."""
DETAILS = {"l": "12", "e": "Clinic"}
Found = TypeVar("Found")


def main(argv: list[str]) -> int:
    """``bench attendance-lesson [--out DIR]``."""
    parser = argparse.ArgumentParser(prog="bench attendance-lesson", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the same; there is one lesson")
    parser.add_argument("--out", type=Path, help="where the pictures go; default: a new folder, named in the output")
    asked = parser.parse_args(argv)
    out = asked.out or Path(tempfile.mkdtemp(prefix="learnup-lesson-"))
    out.mkdir(parents=True, exist_ok=True)
    emit("pictures", folder=str(out))
    verdict = Verdict()
    with tempfile.TemporaryDirectory(prefix="learnup-lesson-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        os.environ["LEARNUP_HOME"] = str(folder / "home")
        faces = faces_of(folder)
        if not faces:
            emit("skipped", part="camera", reason="no face models (LEARNUP_FACE_ASSETS)")
        qt_app = QApplication(["learnup-desktop"])

        from learnup_desktop.qt import loop

        async def run() -> int:
            await Lesson(qt_app, folder, out, faces, verdict).run()
            return verdict.finish()

        return loop.run(qt_app, run)


# --- the lesson ----------------------------------------------------------------------------------------------------


class Lesson:
    """The walk.

    Args:
        folder: for the platform's data and the room's pictures.
        out: for the pictures of the pages.
        faces: who is enrolled; empty where there are no models.
    """

    def __init__(
        self, qt_app: QApplication, folder: Path, out: Path, faces: Sequence[Enrolled], verdict: Verdict
    ) -> None:
        self._qt_app = qt_app
        self._folder = folder
        self._out = out
        self._faces = faces
        self._verdict = verdict
        self._platform = RunningPlatform(folder / "platform")
        self._enrolled: list[str] = []

    async def run(self) -> None:
        """From an empty grid to the register."""
        from tests.second_screen import second_screen

        await asyncio.to_thread(self._platform.start)
        try:
            cards = await asyncio.to_thread(self._prepare)
            url, lesson = self._platform.url, live_lesson_id()
            async with second_screen(url, self._folder / "office", "admin", lesson) as office:
                application = await self._sign_in()
                try:
                    await self._teach(application, office, cards)
                finally:
                    await application.close()
        finally:
            await asyncio.to_thread(self._platform.close)

    def _prepare(self) -> dict[str, str]:
        """Forty on the roll, five of them enrolled; what their cards say, by student."""
        office, teacher = self._platform.client("admin", "office"), self._platform.client("kamala", "staff-room")
        for person in students_of("tamil"):
            body = {"classId": PHYSICS, "studentId": demo_id("account", person.username)}
            office.post(f"{routes.API}/enrollments", json=body).raise_for_status()
        roll = _roll(teacher)
        usernames = {
            demo_id("account", person.username): person.username
            for group in ("english", "tamil")
            for person in students_of(group)
        }
        for student, face in zip(roll[BY_KEYS + BY_CARD :], self._faces, strict=False):
            request: dict[str, object] = {
                "consent": True,
                "model": face.model,
                "templates": face.templates,
                "photo": base64url_encode(face.photo),
            }
            own = self._platform.client(usernames[student], "at-home")
            enrolment = own.post(routes.ENROLMENTS, json=request).raise_for_status().json()
            path = routes.ENROLMENT_DECISION.format(id=enrolment["id"])
            teacher.post(path, json={"approve": True}).raise_for_status()
            self._enrolled.append(student)
        sheet = teacher.post(routes.CARDS.format(id=PHYSICS)).raise_for_status().json()
        return {card["studentId"]: card["payload"] for card in sheet["cards"]}

    async def _sign_in(self) -> "Application":
        from learnup_desktop.app.application import Application

        application = Application(self._qt_app, ClientOptions(server=self._platform.url))
        application.settings.set(CAMERA, "path")
        application.settings.set(CAMERA_DEVICE, str(self._folder / "room.avi"))
        application.open_window().resize(*SIZE)
        await application.start()
        await application.sign_in("kamala", PASSWORD)
        session = await _until(lambda: application.session, "a session")
        await session.pull()
        # As it does whenever a roll has changed.
        session.sync.galleries.wake()
        await session.sync.galleries.wait()
        return application

    async def _teach(self, application: "Application", office: "SecondScreen", cards: dict[str, str]) -> None:
        page = await _opened(application)
        students = [student.id for student in _board(page).students]
        self._verdict.at_least("onTheRoll", len(students), STUDENTS)
        await self._picture(application, "grid-before")
        await self._print_cards(page)
        await asyncio.to_thread(self._platform.kill)
        session = application.session
        assert session is not None
        others = [student for student in students if student not in self._enrolled]
        by_keys, by_card, rest = others[:BY_KEYS], others[BY_KEYS:][:BY_CARD], others[BY_KEYS + BY_CARD :]
        await self._mark(page, "p", by_keys[0])  # a mark that cannot be sent is how the program finds out
        await _until(lambda: not session.sync.state.state.online or None, "offline")
        began = time.perf_counter()
        for place, student in enumerate(by_keys):
            if place:
                await self._mark(page, KEYS.get(place, "p"), student)
        await _idle(page)
        self._verdict.note("keysSeconds", round(time.perf_counter() - began, 2))
        await self._picture(application, "grid-offline")
        await self._by_card(page, application, [cards[student] for student in by_card])
        if self._faces:
            await self._by_camera(page, application)
        for student in [*self._enrolled, *rest]:
            if _board(page).mark_of(student) is None:
                await self._mark(page, "a" if student == rest[-1] else "p", student)
        await _idle(page)
        await self._picture(application, "grid-marked-offline")
        waiting = await session.store.outbox.operations(limit=1000)
        made = [Mark.model_validate(wire) for each in waiting for wire in each.body.get("marks", ())]
        self._verdict.at_least("marksOnTheDisk", len(made), STUDENTS)
        await self._come_back(application, office, page, made)
        await self._papers(application)

    # --- marking -------------------------------------------------------------------------------------------------

    async def _mark(self, page: "AttendancePage", key: str, student: str) -> None:
        page.grid.set_current(_place(page, student))
        await _press(page, key)
        if key in DETAILS:
            for press in (Qt.Key.Key_Return, DETAILS[key], Qt.Key.Key_Return):
                await _press(page, press)

    async def _print_cards(self, page: "AttendancePage") -> None:
        path = self._out / "cards.pdf"
        await _press(page, Qt.Key.Key_F2)
        desk = await _until(lambda: _shown(page.helpers.cards), "the card desk")
        desk.print_cards.click()
        await _answer_file_dialog([path])
        await _idle(page)
        self._verdict.at_least("cardPages", _draw_pdf(path, self._out / "cards"), STUDENTS // 8)
        desk.done.click()

    async def _by_card(self, page: "AttendancePage", application: "Application", payloads: Sequence[str]) -> None:
        await _press(page, Qt.Key.Key_F2)
        desk = await _until(lambda: _shown(page.helpers.cards), "the card desk")
        for payload in payloads:
            await _scan(desk, payload)
        await self._picture(application, "card-welcome")
        said = {}
        for name, payload in (("repeated", payloads[0]), ("foreign", _forged(payloads[0]))):
            await _scan(desk, payload)
            said[name] = desk.said.accessibleName()
            await self._picture(application, f"card-{name}")
        emit("cards", read=len(payloads), **said)
        desk.done.click()
        await _idle(page)

    async def _by_camera(self, page: "AttendancePage", application: "Application") -> None:
        await _press(page, Qt.Key.Key_F3)
        card = await _until(lambda: _shown(page.helpers.roll_call), "roll call")
        await _until(lambda: card.photos.isEnabled() or None, "the models")
        began = time.perf_counter()
        card.photos.click()
        await _answer_file_dialog([self._folder / "front.png", self._folder / "back.png"])
        try:
            await _until(lambda: len(card.open_proposals()) >= BY_CAMERA or None, "the people of the photographs")
        finally:
            emit("photographs", said=card.words.text(), proposals=len(card.open_proposals()))
        self._verdict.note("photographsSeconds", round(time.perf_counter() - began, 2))
        await _until(lambda: (card.camera.isVisible() and card.camera.isEnabled()) or None, "the photographs")
        card.camera.click()
        await asyncio.sleep(3.0)
        await self._picture(application, "roll-call")
        card.no.click()
        await self._picture(application, "roll-call-next")
        if card.all_sure.isVisible():
            card.all_sure.click()
        while card.open_proposals():
            card.yes.click()
            await asyncio.sleep(0)
        emit("camera", said=card.words.text())
        await self._picture(application, "roll-call-confirmed")
        await _press(page, Qt.Key.Key_Escape)
        card.done.click()
        await _idle(page)

    # --- the platform is back --------------------------------------------------------------------------------------

    async def _come_back(
        self, application: "Application", office: "SecondScreen", page: "AttendancePage", made: Sequence[Mark]
    ) -> None:
        session = application.session
        assert session is not None
        await asyncio.to_thread(self._platform.start)
        began = time.perf_counter()
        await _until(lambda: session.sync.state.state.online or None, "online")
        emit("online", seconds=round(time.perf_counter() - began, 1))
        store = session.store

        async def sent() -> bool:
            return not (await store.outbox.counts()).waiting

        await _until_async(sent, "the outbox")
        emit("sent", seconds=round(time.perf_counter() - began, 1))
        students = [student.id for student in _board(page).students]
        await _until(lambda: all(office.shows(student) for student in students) or None, "the other screen")
        emit("other_screen", seconds=round(time.perf_counter() - began, 1))
        await self._compare(page, made)
        office.page.grab().save(str(self._out / "other-screen.png"))
        await self._online_marks(page, office, students)
        await self._picture(application, "grid-online")
        await self._compare(page, made)

    async def _online_marks(self, page: "AttendancePage", office: "SecondScreen", students: Sequence[str]) -> None:
        spent = []
        for place in range(ONLINE_MARKS):
            before, student = office.shows(students[place]), students[place]
            page.grid.set_current(_place(page, student))
            began = time.perf_counter()
            await _press(page, "e" if place % 2 else "a")
            await _until(lambda who=student, was=before: office.shows(who) != was or None, "the other screen")  # type: ignore[misc]  # bound now
            spent.append(1000 * (time.perf_counter() - began))
            await _idle(page)
        emit("online_marks", milliseconds=[round(each) for each in spent])
        self._verdict.at_most("otherScreenMedianMs", median(spent), OTHER_SCREEN_MS)

    async def _compare(self, page: "AttendancePage", made: Sequence[Mark]) -> None:
        """The platform's record against what the teacher sees, and every mark ever made against its history."""
        client = self._platform.client("kamala", "inspection")

        def ask() -> tuple[dict[str, Mark], dict[str, Mark]]:
            lesson = live_lesson_id()
            standing = client.get(routes.ATTENDANCE.format(id=lesson)).raise_for_status().json()["marks"]
            entries = client.get(routes.ATTENDANCE_HISTORY.format(id=lesson)).raise_for_status().json()["entries"]
            stands = {wire["studentId"]: Mark.model_validate(wire) for wire in standing}
            return stands, {entry["mark"]["id"]: Mark.model_validate(entry["mark"]) for entry in entries}

        record, history = await asyncio.to_thread(ask)
        here = {student.id: _board(page).mark_of(student.id) for student in _board(page).students}
        differing = [student for student, mark in here.items() if record.get(student) != mark]
        lost = [mark.id for mark in made if history.get(mark.id) != mark]
        methods = Counter(mark.method.value for mark in record.values())
        states = Counter(mark.state.value for mark in record.values())
        emit("record", marks=len(record), history=len(history), methods=dict(methods), states=dict(states))
        self._verdict.at_least("marksInTheRecord", len(record), STUDENTS)
        self._verdict.at_most("marksDiffering", len(differing), 0)
        self._verdict.at_most("marksLost", len(lost), 0)
        self._verdict.at_least("byCard", methods["card"], BY_CARD)
        if self._faces:
            # One was said to be somebody else, and is marked by hand.
            self._verdict.at_least("byCamera", methods["camera"], BY_CAMERA - 1)
        await asyncio.to_thread(self._tell_absent, record)

    def _tell_absent(self, record: dict[str, Mark]) -> None:
        """Who is absent has a notice of it."""
        absent = {student for student, mark in record.items() if mark.state is AttendanceState.ABSENT}
        told = 0
        for group in ("english", "tamil"):
            for person in students_of(group):
                if demo_id("account", person.username) in absent:
                    own = self._platform.client(person.username, "phone")
                    items = own.get(routes.NOTIFICATIONS).raise_for_status().json()["items"]
                    told += any(item["lessonId"] == live_lesson_id() for item in items)
        self._verdict.at_least("absentTold", told, len(absent))

    async def _papers(self, application: "Application") -> None:
        from learnup_desktop.features.attendance_record.class_record_page import ClassRecordPage

        application.window.navigate("class-attendance", class_id=PHYSICS)
        page = application.window.current_page()
        assert isinstance(page, ClassRecordPage)
        await _until(lambda: (page.stack.state() == "content" and not page.tasks.busy()) or None, "the record")
        await self._picture(application, "class-record")
        for button, name in ((page.csv, "register.csv"), (page.pdf, "register.pdf")):
            button.click()
            await _answer_file_dialog([self._out / name])
            await _until(lambda: not page.tasks.busy() or None, name)
        self._verdict.at_least("registerPages", _draw_pdf(self._out / "register.pdf", self._out / "register"), 2)

    async def _picture(self, application: "Application", name: str) -> None:
        await asyncio.sleep(0.6)
        path = self._out / f"{name}.png"
        application.window.grab().save(str(path))
        emit("picture", name=name, file=path.name)


# --- hands and eyes -------------------------------------------------------------------------------------------------


async def _opened(application: "Application") -> "AttendancePage":
    from learnup_desktop.features.attendance.attendance_page import AttendancePage

    application.window.navigate("attendance", lesson_id=live_lesson_id())
    page = application.window.current_page()
    assert isinstance(page, AttendancePage)
    await _until(lambda: (page.stack.state() == "content" and page.board() is not None) or None, "the roll")
    page.grid.finish()
    return page


def _board(page: "AttendancePage") -> "AttendanceBoard":
    board = page.board()
    assert board is not None
    return board


def _place(page: "AttendancePage", student_id: str) -> int:
    return [student.id for student in _board(page).students].index(student_id)


def _roll(teacher: "httpx.Client") -> list[str]:
    answer = teacher.get(routes.CLASS_STUDENTS.format(id=PHYSICS)).raise_for_status().json()
    return [student["id"] for student in answer["students"]]


async def _press(page: QWidget, key: "Qt.Key | str") -> None:
    # Offscreen nobody gives the window back its keys after a dialog, or after the other screen's page.
    if not page.isActiveWindow():
        page.activateWindow()
        await asyncio.sleep(0.02)
    widget = page.window().focusWidget() or page
    if isinstance(key, str):
        QTest.keyClicks(widget, key)
    else:
        QTest.keyClick(widget, key)
    await asyncio.sleep(0.001)


async def _scan(desk: "CardsCard", payload: str) -> None:
    """As a scanner does: it types, and presses Enter."""
    desk.edit.setFocus()
    QTest.keyClicks(desk.edit, payload)
    QTest.keyClick(desk.edit, Qt.Key.Key_Return)
    await asyncio.sleep(0.01)


def _forged(payload: str) -> str:
    """The same card with another signature."""
    return payload[:-12] + payload[-12:].translate(str.maketrans("AEIMQUY37", "BFJNRVZ42"))


async def _answer_file_dialog(paths: Sequence[Path]) -> None:
    """Choose files in the dialog that is about to open."""

    def opened() -> QFileDialog | None:
        found = [each for each in QApplication.allWidgets() if isinstance(each, QFileDialog) and each.isVisible()]
        return found[0] if found else None

    dialog = await _until(opened, "the file dialog")
    dialog.setDirectory(str(paths[0].parent))
    edit = dialog.findChild(QLineEdit)
    assert edit is not None
    edit.setText(" ".join(f'"{path}"' for path in paths) if len(paths) > 1 else paths[0].name)
    dialog.accept()


def _shown(card: "Found | None") -> "Found | None":
    return card if isinstance(card, QWidget) and card.isVisible() else None


async def _idle(page: "AttendancePage") -> None:
    await _until(lambda: not page.tasks.busy() or None, "the page")


async def _until(what: Callable[[], Found | None], name: str) -> Found:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (found := what()) is not None:
            return found
        await asyncio.sleep(0.005)
    raise TimeoutError(f"{name} did not come")


async def _until_async(what: "Callable[[], object]", name: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if await what():  # type: ignore[misc]  # a coroutine function
            return
        await asyncio.sleep(0.02)
    raise TimeoutError(f"{name} did not come")


def _draw_pdf(path: Path, target: Path) -> int:
    """Each page as a picture on white; how many there are."""
    document = QPdfDocument()
    document.load(str(path))
    for number in range(document.pageCount()):
        size = (document.pagePointSize(number) * 110 / 72).toSize()
        paper = QImage(QSize(size), QImage.Format.Format_RGB32)
        paper.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(paper)
        painter.drawImage(0, 0, document.render(number, size))
        painter.end()
        paper.save(str(target.with_name(f"{target.name}-{number + 1}.png")))
    pages = document.pageCount()
    document.close()
    return pages


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
