"""A walk over every page of the client with the watchdog on: what the loop's bench and its test have in common.

Each step does one thing that a person does and then leaves the loop alone until all that follows from it has been
drawn; :class:`Walk` keeps the longest turn of the loop that fell into it. A turn is everything between two moments in
which a key or a click would have been handled, so two callbacks of 10 ms in one turn are a stand-still of 20.
"""

import asyncio
import importlib
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import delete

from learnup_desktop.app.application import Application
from learnup_desktop.base.settings import LANGUAGE, THEME, ZOOM_PERCENT
from learnup_desktop.qt.watchdog import Blocked, Watchdog
from learnup_desktop.qt.widgets import StateStack

if TYPE_CHECKING:
    # Only for the types: a page that is loaded here would not be seen to be loaded on the loop.
    from learnup_desktop.features.attendance.attendance_page import AttendancePage
    from learnup_desktop.features.classes.classes_page import ClassesPage
    from learnup_desktop.features.timetable.timetable_page import TimetablePage
    from learnup_desktop.walkthrough.steps import Steps

SETTLE_SECONDS = 0.35
LEFT_ALONE_SECONDS = 4.0
"""Longer than the collector's and the poll's rhythm."""

PATIENCE_SECONDS = 60.0
PASSWORD = "learnup-demo"
NOTHING = Blocked(0.0, 0.0, "", "")


@dataclass(frozen=True, slots=True)
class Step:
    """What one step did to the loop.

    Attributes:
        turns: the turns that were reported while it lasted, the longest first.
        reference_ms: what :func:`fixed_work` took right before and right after it, the mean of both.
    """

    name: str
    turns: tuple[Blocked, ...]
    reference_ms: float

    @property
    def longest(self) -> Blocked:
        """The turn with the most processor time; all zero when none was worth a report."""
        return self.turns[0] if self.turns else NOTHING


class Walk:
    """Walks.

    Args:
        application: a started client whose sign-in page is shown.
        watchdog: runs on its loop already.
        on_step: told of each step when it is over.
        settle_seconds: how long a step is waited for after its last list was filled.
    """

    def __init__(
        self,
        application: Application,
        watchdog: Watchdog,
        on_step: Callable[[Step], None] = lambda step: None,
        *,
        settle_seconds: float = SETTLE_SECONDS,
    ) -> None:
        self._application = application
        self._watchdog = watchdog
        self._on_step = on_step
        self._settle_seconds = settle_seconds
        self.steps: list[Step] = []

    @asynccontextmanager
    async def step(self, name: str) -> AsyncIterator[None]:
        """Whatever the loop does in the block, and until it has settled, belongs to ``name``."""
        before = fixed_work()
        # What has just been worked here is not part of the step: its turn ends before the reports are emptied.
        await asyncio.sleep(0.02)
        self._watchdog.reports.clear()
        yield
        await self._settled()
        turns = sorted(self._watchdog.reports, key=lambda turn: turn.cpu_milliseconds, reverse=True)
        self.steps.append(Step(name, tuple(turns), (before + fixed_work()) / 2))
        self._on_step(self.steps[-1])

    async def student(self, username: str, *, exam: bool = True) -> None:
        """Everything a student can open, an exam sat from the lobby to the receipt, and out again."""
        await self._sign_in(username)
        await self._pages("today", "timetable")
        await self._timetable()
        await self._pages("classes")
        await self._class()
        await self._pages("exams", "face", "account", "settings")
        await self._window()
        if exam:
            await self._exam()
        await self._look()
        await self._sign_out()

    async def teacher(self, username: str) -> None:
        """Everything a teacher can open, a roll marked by keyboard, and out again."""
        await self._sign_in(username)
        await self._pages("today", "timetable")
        await self._timetable()
        await self._pages("classes")
        await self._class()
        await self._attendance()
        await self._pages("invigilation", "face-approvals", "account", "settings")
        await self._window()
        await self._look()
        await self._sign_out()

    # -- parts --------------------------------------------------------------------------------------------------------

    async def _sign_in(self, username: str) -> None:
        application = self._application
        async with self.step("sign-in page"):
            await self._until(lambda: (page := application.sign_in_page) is not None and page.server())
        page = application.sign_in_page
        assert page is not None
        page.fill(username, PASSWORD)
        async with self.step("sign in"):
            page.form.sign_in.click()
            await self._until(lambda: application.session is not None and application.window.current_page())
        async with self.step("first pull"):
            await self._until(lambda: (state := application.window.sync_state()).online and state.as_of is not None)

    async def _pages(self, *routes: str) -> None:
        for route in routes:
            async with self.step(f"open {route}"):
                self._application.window.navigate(route)
        for route in routes:
            async with self.step(f"open {route} again"):
                self._application.window.navigate(route)

    async def _timetable(self) -> None:
        self._application.window.navigate("timetable")
        page = cast("TimetablePage", self._page("TimetablePage"))
        await self._settled()
        for name, button in (("week on", page.next), ("week back", page.previous), ("this week", page.today_button)):
            async with self.step(f"timetable {name}"):
                button.click()
        for view in ("day", "week"):
            async with self.step(f"timetable {view}"):
                page.view.set_value(view)
                page.view.changed.emit(view)
        tile = next(tile for tile in page.grid.tiles() if not tile.entry.trace)
        async with self.step("timetable lesson"):
            page.grid.opened.emit(tile)
        async with self.step("timetable lesson closed"):
            page.deactivated()

    async def _class(self) -> None:
        page = cast("ClassesPage", self._page("ClassesPage"))
        entries = await page._service.classes()
        async with self.step("open a class"):
            page.open_class(entries[0].school_class.id)
        async with self.step("find on the roll"):
            page.search.setText("a")
        async with self.step("back to the classes"):
            page.back.click()

    async def _attendance(self) -> None:
        window = self._application.window
        async with self.step("open attendance"):
            window.navigate("attendance")
        page = cast("AttendancePage", self._page("AttendancePage"))
        async with self.step("attendance chooser"):
            page.show_chooser()
        choices = sorted(await page._service.choices(), key=lambda choice: choice.total)
        async with self.step(f"open a roll of {choices[-1].total}"):
            page.open_lesson(choices[-1].lesson.id)
        for name, key in (("late", Qt.Key.Key_L), ("absent", Qt.Key.Key_A), ("excused", Qt.Key.Key_E)):
            async with self.step(f"mark one {name}"):
                await press(page.grid, key)
        async with self.step("next student"):
            await press(page.grid, Qt.Key.Key_Right)
        async with self.step("find a student"):
            page.finder.setText("nim")
        async with self.step("all present"):
            page.mark_rest_present()
        async with self.step("undo"):
            page.undo()
        async with self.step("mark with the mouse"):
            next(iter(page.student.buttons.values())).click()
        async with self.step("open attendance again"):
            window.navigate("today")
            await asyncio.sleep(0.05)
            window.navigate("attendance")

    async def _window(self) -> None:
        window = self._application.window
        async with self.step("open the search"):
            window.open_palette()
        async with self.step("search"):
            window.command_palette().line.setText("ph")
        async with self.step("close the search"):
            window.command_palette().close_palette()
        async with self.step("open the ledger"):
            window.toggle_ledger()
        async with self.step("close the ledger"):
            window.toggle_ledger()
        async with self.step("smaller window"):
            window.resize(820, 640)
        async with self.step("larger window"):
            window.resize(1366, 768)

    async def _exam(self) -> None:
        # What the steps look for is loaded by the client itself by now.
        walkthrough = await asyncio.to_thread(importlib.import_module, "learnup_desktop.walkthrough.steps")
        steps: Steps = walkthrough.Steps(self._application)
        async with self.step("exam lobby with its checks"):
            await steps.step_lobby()
        async with self.step("start the exam"):
            await steps.step_start_exam()
        for number in range(12):
            async with self.step(f"answer question {number + 1}"):
                await steps.step_answer(number)
        async with self.step("hand in, to the receipt"):
            await steps.step_submit()
        async with self.step("open today after the exam"):
            self._application.window.navigate("today")

    async def _look(self) -> None:
        settings = self._application.settings
        for theme in ("dark", "contrast", "light"):
            async with self.step(f"theme {theme}"):
                settings.set(THEME, theme)
        for language in ("si", "ta", "en"):
            async with self.step(f"language {language}"):
                settings.set(LANGUAGE, language)
        for zoom in (150, 100):
            async with self.step(f"zoom {zoom}"):
                settings.set(ZOOM_PERCENT, zoom)
        async with self.step("left alone"):
            await asyncio.sleep(LEFT_ALONE_SECONDS)

    async def _sign_out(self) -> None:
        async with self.step("sign out"):
            await self._application.sign_out()
            await self._until(lambda: self._application.sign_in_page is not None)

    # -- looking ------------------------------------------------------------------------------------------------------

    def _page(self, kind: str) -> QWidget:
        page = self._application.window.current_page()
        assert page is not None and type(page).__name__ == kind, page
        return page

    async def _settled(self) -> None:
        page = self._application.window.current_page()
        if page is not None:
            stacks = page.findChildren(StateStack)
            await self._until(lambda: all(stack.state() != "loading" for stack in stacks if stack.isVisible()))
        await asyncio.sleep(self._settle_seconds)

    async def _until(self, look: Callable[[], object]) -> None:
        limit = time.monotonic() + PATIENCE_SECONDS
        while not look():
            assert time.monotonic() < limit, "waited in vain"
            await asyncio.sleep(0.02)


def fixed_work() -> float:
    """Milliseconds of processor time for a fixed piece of work of the same kind as a page, none of it ours.

    How much longer it takes than at its best says how much the neighbours on the machine slow this thread down, by
    shared cores, caches and clock rates; processor time does not show who used it, only that it was used. The median of
    three.
    """
    took = []
    for _ in range(3):
        began = time.thread_time()
        holder = QWidget()
        column = QVBoxLayout(holder)
        for number in range(12):
            column.addWidget(QLabel(f"A line of some length, number {number}"))
        holder.resize(400, 400)
        holder.grab()
        delete(holder)
        took.append((time.thread_time() - began) * 1000)
    return sorted(took)[1]


async def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key outside of every task: QTest turns the loop, which would run other tasks within this one."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def act() -> None:
        QTest.keyClick(widget, key)
        done.set_result(None)

    QTimer.singleShot(0, act)
    await done
