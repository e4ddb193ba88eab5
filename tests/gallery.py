"""Renders every page of the client to PNG from the demo school, to be looked at: ``python -m tests.gallery OUT``.

A real platform is started, real accounts sign in, and the real window is drawn offscreen in light and dark. With
``--theme``, ``--zoom``, ``--language`` and ``--size`` one can look at a page the way somebody else sees it; ``--only``
takes a part of a picture's name.
"""

import argparse
import asyncio
import contextlib
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
os.environ.setdefault("BCRYPT_SALT_ROUNDS", "4")

from PySide6.QtWidgets import QApplication

from learnup_desktop.base.options import ClientOptions
from learnup_desktop.base.settings import CAMERA, LANGUAGE, THEME, ZOOM_PERCENT
from learnup_platform.demo.timetable import live_lesson_id
from tests import gallery_marked
from tests.conftest import find_face_assets
from tests.painted import painted

if TYPE_CHECKING:
    from learnup_desktop.app.application import Application

STUDENT, TEACHER, AFTERWARDS, ADMIN = "student", "teacher", "student, afterwards", "admin"
SETTLE_SECONDS = 0.6
PATIENCE_SECONDS = 60.0
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the role that sees it, and how to get there.

    Attributes:
        show: leads the application to the page.
        settle: seconds until everything on it has been loaded.
    """

    name: str
    role: str
    show: "Callable[[Application], Awaitable[None]]"
    settle: float = SETTLE_SECONDS


def _route(name: str, **parameters: object) -> "Callable[[Application], Awaitable[None]]":
    async def show(application: "Application") -> None:
        application.window.navigate(name, **parameters)

    return show


async def _day(application: "Application") -> None:
    from learnup_desktop.features.timetable.timetable_page import TimetablePage

    application.window.navigate("timetable")
    page = application.window.current_page()
    assert isinstance(page, TimetablePage)
    await asyncio.sleep(SETTLE_SECONDS)
    page.view.set_value("day")


async def _week(application: "Application") -> None:
    from learnup_desktop.features.timetable.timetable_page import TimetablePage

    application.window.navigate("timetable")
    page = application.window.current_page()
    assert isinstance(page, TimetablePage)
    page.view.set_value("week")


async def _popover(application: "Application") -> None:
    from learnup_desktop.features.timetable.timetable_page import TimetablePage

    await _week(application)
    page = application.window.current_page()
    assert isinstance(page, TimetablePage)
    await asyncio.sleep(SETTLE_SECONDS)
    tile = next(tile for tile in page.grid.tiles() if not tile.entry.trace)
    tile.opened.emit(tile)


async def _marked(application: "Application") -> None:
    from learnup_desktop.contract.attendance import AttendanceState
    from learnup_desktop.features.attendance.attendance_page import AttendancePage

    application.window.navigate("attendance")
    page = application.window.current_page()
    assert isinstance(page, AttendancePage)
    await asyncio.sleep(SETTLE_SECONDS)
    choices = await page._service.choices()
    page.open_lesson(choices[0].lesson.id)
    await asyncio.sleep(SETTLE_SECONDS)
    for index, state in ((2, "late"), (5, "absent"), (7, "excused")):
        page.grid.set_current(index)
        page.mark(AttendanceState(state))
    page.student.details_changed.emit(0, "School duty")
    page.mark_rest_present()
    page.grid.set_current(3)
    page.clear_mark()
    page.grid.set_current(7)


async def _class(application: "Application") -> None:
    from learnup_desktop.features.classes.classes_page import ClassesPage

    application.window.navigate("classes")
    page = application.window.current_page()
    assert isinstance(page, ClassesPage)
    entries = await page._service.classes()
    page.open_class(entries[0].school_class.id)


async def _library(application: "Application") -> None:
    from learnup_desktop.contract.classes import Material
    from learnup_desktop.contract.sync import Stream

    session = application.session
    assert session is not None
    materials = await session.store.cache.all(Stream.MATERIALS, Material)
    await session.sync.downloads.want([item for item in materials if item.media_type != "text/plain"][:3])
    application.window.navigate("library")
    await asyncio.sleep(SETTLE_SECONDS)


async def _reader(application: "Application") -> None:
    from learnup_desktop.contract.classes import Material
    from learnup_desktop.contract.sync import Stream

    await _library(application)
    session = application.session
    assert session is not None
    materials = await session.store.cache.all(Stream.MATERIALS, Material)
    sheet = next(item for item in materials if item.media_type == "application/pdf")
    await session.sync.downloads.want([sheet])
    await asyncio.sleep(SETTLE_SECONDS)
    application.window.navigate("reader", material_id=sheet.id)


async def _notes(application: "Application") -> None:
    """The reader with markers of every pen, a note, a bookmark and a card."""
    from learnup_desktop.contract.study import AnnotationKind, Colour
    from learnup_desktop.domain.anchors import Place, anchor_at
    from learnup_desktop.features.library.reader_page import ReaderPage

    await _reader(application)
    await asyncio.sleep(SETTLE_SECONDS)
    page = application.window.current_page()
    assert isinstance(page, ReaderPage)
    viewer = await until(lambda: page.viewer, "the document")
    marks, text, material_id = page._service.marks, viewer.page_text(0), page._material_id
    if not page.marking.marks:
        words = [word for word in text.split() if len(word) > 5]
        notes = ("", "Ask about this on Friday.", "", "")
        for number, (pen, note) in enumerate(zip(Colour, notes, strict=True)):
            start = text.index(words[(number + 1) * len(words) // 6])
            end = min(len(text), start + 30)
            anchor = anchor_at(text, Place(0, start, end), "")
            kind = AnnotationKind.NOTE if note else AnnotationKind.HIGHLIGHT
            await marks.add(material_id, kind, anchor, text=note, colour=pen)
        await marks.add(material_id, AnnotationKind.BOOKMARK, viewer.moment())
        await marks.add(material_id, AnnotationKind.CARD, anchor, text="The answer", front="What is asked here?")
    page.notes.setChecked(True)


async def _materials(application: "Application") -> None:
    from learnup_desktop.features.materials.materials_page import MaterialsPage

    application.window.navigate("materials")
    page = application.window.current_page()
    assert isinstance(page, MaterialsPage)
    await asyncio.sleep(SETTLE_SECONDS)
    shelves = await page._service.shelves()
    entry = shelves[0].entries[0]
    await page._service.publish(entry.material, not entry.material.published)
    if not shelves[0].uploads:
        lesson = Path(tempfile.mkdtemp(prefix="learnup-gallery-")) / "Light and waves.mp4"
        lesson.write_bytes(bytes(3_000_000))
        await page._service.add(lesson, shelves[0].school_class.id, "Light and waves", "en", 3, publish=True)
        (upload,) = (await page._service.shelves())[0].uploads
        await page._service.pause(upload)


async def _study(application: "Application") -> None:
    """Six cards with two weeks of looks at them, then the plan."""
    from datetime import timedelta

    from learnup_desktop.base.ids import uuid7
    from learnup_desktop.contract.study import AnnotationKind, Review
    from learnup_desktop.domain.annotations import add_review
    from learnup_desktop.features.library.marks import MarksService

    await _notes(application)
    session = application.session
    assert session is not None
    store, now = session.store.annotations, session.now()
    cards = await store.cards()
    if len(cards) < 6:
        marks = MarksService(store, session.now)
        for question, reply in (
            ("∫ x eˣ dx = […]", "x eˣ − eˣ + c"),
            ("What is kept when light is refracted?", "Its frequency"),
            ("සරල අනුවර්තීය චලිතයේ ත්වරණය?", "විස්ථාපනයට සමානුපාතික, කේන්ද්‍රය දෙසට"),
            ("ஒளியின் வேகம்?", "3 × 10⁸ m/s"),
            ("d/dx sin x = […]", "cos x"),
        ):
            anchor, kind = cards[0].anchor, AnnotationKind.CARD
            card = await marks.add(cards[0].material_id, kind, anchor, text=reply, front=question)
            for back in (13, 11, 8, 4, 1)[: 2 + len(question) % 4]:
                look = Review(id=uuid7(), at=now - timedelta(days=back), rating=3, milliseconds=9000)
                await store.put(add_review(card, look))
    application.window.navigate("study")


async def _review(application: "Application") -> None:
    from learnup_desktop.features.study.review_page import ReviewPage

    await _study(application)
    application.window.navigate("review")
    page = application.window.current_page()
    assert isinstance(page, ReviewPage)
    await until(lambda: page._asked, "a card")
    page.show_answer()


async def _exam(application: "Application", route: str) -> None:
    parts = application.exam_parts
    assert parts is not None
    exams = (await parts.service().exams()).cards
    application.window.navigate(route, exam_id=exams[0].exam.id)


PICTURES = (
    Picture("today-student", STUDENT, _route("today"), 1.5),
    Picture("timetable-week", STUDENT, _week),
    Picture("timetable-day", STUDENT, _day),
    Picture("timetable-popover", STUDENT, _popover),
    Picture("classes-student", STUDENT, _route("classes")),
    Picture("class-student", STUDENT, _class),
    Picture("library", STUDENT, _library, 1.0),
    Picture("publications", STUDENT, _route("publications"), 1.5),
    Picture("messages", STUDENT, gallery_marked.messages, 1.0),
    Picture("payments", STUDENT, _route("payments"), 3.0),
    Picture("recordings", STUDENT, _route("recordings"), 1.0),
    Picture("live-class", STUDENT, _route("live", lesson_id=live_lesson_id()), 1.0),
    Picture("reader", STUDENT, _reader, 1.0),
    Picture("reader-notes", STUDENT, _notes, 1.5),
    Picture("study", STUDENT, _study, 1.5),
    Picture("review", STUDENT, _review, 1.0),
    Picture("attendance-own", STUDENT, _route("attendance-record"), 1.5),
    Picture("exams-student", STUDENT, _route("exams")),
    Picture("exam-emergency", STUDENT, _route("exam-emergency")),
    Picture("exam-lobby", STUDENT, lambda application: _exam(application, "exam-lobby"), 8.0),
    Picture("face-student", STUDENT, _route("face"), 2.0),
    Picture("account-student", STUDENT, _route("account"), 1.0),
    Picture("settings", STUDENT, _route("settings")),
    Picture("settings-downloads", STUDENT, _route("settings", focus="downloads"), 1.0),
    Picture("palette", STUDENT, gallery_marked.palette, 1.0),
    Picture("today-teacher", TEACHER, _route("today"), 1.0),
    Picture("timetable-teacher", TEACHER, _week),
    Picture("classes-teacher", TEACHER, _route("classes")),
    Picture("class-teacher", TEACHER, _class),
    Picture("materials", TEACHER, _materials, 1.5),
    Picture("attendance-chooser", TEACHER, gallery_marked.chooser),
    Picture("attendance", TEACHER, _marked, 1.5),
    Picture("attendance-by-camera", TEACHER, gallery_marked.roll_call, 3.0),
    Picture("attendance-by-card", TEACHER, gallery_marked.cards, 1.0),
    Picture("attendance-join-times", TEACHER, gallery_marked.join_times, 1.5),
    Picture("attendance-class", TEACHER, gallery_marked.class_record, 2.0),
    Picture("attendance-register", TEACHER, gallery_marked.register, 1.0),
    Picture("marking-questions", TEACHER, gallery_marked.marking("mark"), 1.5),
    Picture("marking-by-student", TEACHER, gallery_marked.marking("mark", "student"), 1.5),
    Picture("marking-students", TEACHER, gallery_marked.marking("students"), 1.0),
    Picture("marking-analysis", TEACHER, gallery_marked.marking("analysis"), 1.0),
    Picture("marking-aside", TEACHER, gallery_marked.marking("aside"), 1.0),
    Picture("invigilation", TEACHER, _route("invigilation"), 1.5),
    Picture("face-approvals", TEACHER, _route("face-approvals"), 1.5),
    Picture("ledger", TEACHER, gallery_marked.ledger, 1.0),
    Picture("results", AFTERWARDS, _route("results"), 1.0),
    Picture("result", AFTERWARDS, gallery_marked.result, 1.0),
    Picture("attendance-policy", ADMIN, _route("attendance-policy"), 1.5),
)


async def until(what: Callable[[], Found | None], name: str) -> Found:
    """What comes, when it has come; machines that draw pictures are busy ones."""
    for _ in range(round(PATIENCE_SECONDS / 0.05)):
        if (found := what()) is not None:
            return found
        await asyncio.sleep(0.05)
    raise TimeoutError(f"{name} did not come within {PATIENCE_SECONDS:g} s")


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    before = os.environ.get("LEARNUP_HOME")
    os.environ["LEARNUP_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["LEARNUP_HOME"]
        else:
            os.environ["LEARNUP_HOME"] = before


class Gallery:
    """Draws.

    Args:
        out: where the pictures go.
        options: what to draw and how.
    """

    def __init__(self, qt_app: QApplication, out: Path, options: argparse.Namespace) -> None:
        self._qt_app = qt_app
        self._out = out
        self._options = options
        self.written: list[Path] = []

    async def draw(self) -> None:
        """Everything that was asked for."""
        from learnup_desktop.platform_process import PlatformProcess

        self._out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="learnup-gallery-", ignore_cleanup_errors=True) as folder:
            platform = PlatformProcess(Path(folder) / "platform")
            await platform.start()
            try:
                if self._needed("attendance"):
                    await asyncio.to_thread(gallery_marked.marked_weeks, platform.url)
                for role in (STUDENT, TEACHER, AFTERWARDS, ADMIN):
                    with _home(Path(folder) / role.split(",")[0]):
                        await self._draw_role(role, platform.url)
            finally:
                await platform.stop()
        if self._needed("question"):
            from tests.gallery_questions import draw_questions

            self.written += await draw_questions(self._qt_app, self._out, self._options)

    async def _draw_role(self, role: str, url: str) -> None:
        from learnup_desktop.app.application import Application

        application = Application(self._qt_app, ClientOptions(server=url))
        application.settings.set(CAMERA, "simulated")
        application.settings.set(LANGUAGE, self._options.language)
        application.settings.set(ZOOM_PERCENT, self._options.zoom)
        application.open_window().resize(*self._options.size)
        try:
            await application.start()
            page = application.sign_in_page
            assert page is not None
            server = await until(page.server, "the platform's answer")
            await asyncio.sleep(SETTLE_SECONDS)
            if role == STUDENT:
                await self._draw_sign_in(application)
            account = next(item for item in server.demo_accounts if item.role == role.split(",")[0])
            await application.sign_in(account.username, account.password)
            session = await until(lambda: application.session, "a session")
            await session.pull()
            for theme in self._options.theme:
                application.settings.set(THEME, theme)
                for picture in PICTURES:
                    if picture.role == role and self._wanted(picture.name):
                        await picture.show(application)
                        await asyncio.sleep(picture.settle)
                        await self._grab(application, f"{picture.name}-{theme}")
            if role == STUDENT and self._needed("exam-sitting", "exam-receipt", "marking", "results"):
                await self._draw_sitting(application)
            if role == TEACHER and self._needed("results"):
                await gallery_marked.publish(application)
        finally:
            await application.close()

    async def _draw_sitting(self, application: "Application") -> None:
        """An exam can be sat once, so both pictures of it come last, in every theme."""
        from learnup_desktop.walkthrough.steps import StepError, Steps

        steps = Steps(application)
        await steps.step_lobby()
        await steps.step_start_exam()
        for number in range(3):
            with contextlib.suppress(StepError):  # kinds that the walkthrough does not answer stay empty
                await steps.step_answer(number)
        await asyncio.sleep(2.0)
        for theme in self._options.theme:
            application.settings.set(THEME, theme)
            await asyncio.sleep(SETTLE_SECONDS)
            if self._wanted("exam-sitting"):
                await self._grab(application, f"exam-sitting-{theme}")
        await steps.step_submit()
        for theme in self._options.theme:
            application.settings.set(THEME, theme)
            await asyncio.sleep(SETTLE_SECONDS)
            if self._wanted("exam-receipt"):
                await self._grab(application, f"exam-receipt-{theme}")

    async def _draw_sign_in(self, application: "Application") -> None:
        page = application.sign_in_page
        assert page is not None
        for theme in self._options.theme:
            application.settings.set(THEME, theme)
            if self._wanted("sign-in"):
                await self._grab(application, f"sign-in-{theme}")
        if self._wanted("sign-in-wrong"):
            page.fill("nimali", "not the password")
            page.submit()
            await until(page.error, "the refusal")
            await asyncio.sleep(SETTLE_SECONDS)
            await self._grab(application, f"sign-in-wrong-{self._options.theme[-1]}")
            page.fill("", "")

    def _wanted(self, name: str) -> bool:
        return not self._options.only or any(part in name for part in self._options.only)

    def _needed(self, *names: str) -> bool:
        """Whether a picture is wanted of what these words stand for."""
        only = self._options.only
        return not only or any(part in name or name in part for part in only for name in names)

    async def _grab(self, application: "Application", name: str) -> None:
        suffix = "" if self._options.language == "en" else f"-{self._options.language}"
        suffix += "" if self._options.zoom == 100 else f"-{self._options.zoom}"
        target = self._out / f"{name}{suffix}.png"
        await painted()
        picture = application.window.grab()
        if (popup := QApplication.activePopupWidget()) is not None:
            from PySide6.QtGui import QPainter

            painter = QPainter(picture)
            painter.drawPixmap(application.window.mapFromGlobal(popup.pos()), popup.grab())
            painter.end()
            popup.close()
        picture.save(str(target))
        self.written.append(target)
        print(target, flush=True)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="only pictures with NAME in theirs")
    parser.add_argument("--theme", action="append", default=[], choices=("light", "dark", "contrast"))
    parser.add_argument("--language", default="en", choices=("en", "si", "ta"))
    parser.add_argument("--zoom", type=int, default=100)
    parser.add_argument("--size", default=(1366, 768), type=lambda text: tuple(int(part) for part in text.split("x")))
    options = parser.parse_args(arguments)
    assets = find_face_assets()
    if assets is not None:
        os.environ.setdefault("LEARNUP_FACE_ASSETS", str(assets))
    options.theme = options.theme or ["light", "dark"]
    return options


class Drawn(Protocol):
    """What a gallery is here: it draws, and knows what it has written."""

    written: list[Path]

    async def draw(self) -> None: ...


def draw_on_loop(make: Callable[[QApplication], Drawn]) -> int:
    """Run a gallery on Qt's loop; 0 when there is a picture."""
    from learnup_desktop.qt import loop

    qt_app = QApplication.instance()
    if not isinstance(qt_app, QApplication):
        qt_app = QApplication(sys.argv[:1])
    gallery = make(qt_app)

    async def run() -> int:
        await gallery.draw()
        return 0 if gallery.written else 1

    return loop.run(qt_app, run)


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw and say what was written."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    return draw_on_loop(lambda qt_app: Gallery(qt_app, options.out, options))


if __name__ == "__main__":
    sys.exit(main())
