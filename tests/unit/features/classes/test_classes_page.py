"""Classes and their rolls from the cache."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.classes.classes_page import ClassesPage
from learnup_desktop.features.classes.roll_widgets import RollRow
from learnup_desktop.features.classes.service import ClassesService
from learnup_desktop.qt.widgets import PrimaryButton
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import NAMES, NOW, change, lesson, opened_store

RunQt = Callable[..., Any]


def test_a_class_opens_with_its_roll_which_can_be_searched(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with opened_store(tmp_path) as store:
            frame = Frame()
            page = ClassesPage(ClassesService(store.cache, ManualClock(NOW).utc_now), frame, teaching=True)
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: page.grid.cells())
            QTest.keyClick(page.grid.cells()[0], Qt.Key.Key_Return)
            await until(lambda: page.detail.isVisible())
            assert page.roll.accessibleName() == f"Roll · {len(NAMES)}"
            QTest.keyClicks(page.search, "kum")
            visible = [row.accessibleName() for row in page.roll.findChildren(RollRow) if row.isVisible()]
            assert visible == ["Kumaran V., 4004"]
            page.back.click()
            await until(lambda: page.grid.isVisible())
            page.activated({"class_id": "nowhere"})
            await until(lambda: page.stack.state() == "error")
            page.tasks.close()

    run_qt(play())


def test_a_student_sees_no_roll(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with opened_store(tmp_path, filled=False) as store:
            page = ClassesPage(ClassesService(store.cache, ManualClock(NOW).utc_now), Frame(), teaching=False)
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: page.stack.state() == "empty")
            page.tasks.close()

    run_qt(play())


def test_a_lesson_online_that_goes_on_is_joined_from_its_class(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with opened_store(tmp_path) as store:
            await store.cache.apply([change(Stream.LESSONS, "now", lesson("now", 0, 9, online=True), 2)], "next")
            frame = Frame()
            service = ClassesService(store.cache, ManualClock(NOW).utc_now)
            page = ClassesPage(service, frame, teaching=False, lesson_route="live")
            qtbot.addWidget(page)
            show(page)
            page.activated({"class_id": "physics"})
            await until(lambda: page.detail.isVisible() and not page.tasks.busy() and _ways_in(page))
            (join,) = _ways_in(page)
            join.click()
            assert frame.visited == [("live", {"lesson_id": "now"})], "tomorrow's, online too, has no way in yet"
            page.tasks.close()

    run_qt(play())


def _ways_in(page: ClassesPage) -> list[PrimaryButton]:
    return [button for button in page.detail.findChildren(PrimaryButton) if button.text() == "Join"]
