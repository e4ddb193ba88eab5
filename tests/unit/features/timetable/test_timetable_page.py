"""The week on the screen: what stands where, moving about, one day, details, the file for another calendar."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.timetable.service import TimetableService
from learnup_desktop.features.timetable.timetable_page import TimetablePage
from learnup_desktop.qt import i18n
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NOW, change, lesson, opened_store

RunQt = Callable[..., Any]
Scenario = Callable[..., None]


@pytest.fixture
def scenario(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> Scenario:
    """``scenario(play)`` runs ``await play(page, store, frame)`` with the page opened on NOW's week."""

    def run(play: Callable[..., Any], *, filled: bool = True, teaching: bool = False, width: int = 1110) -> None:
        async def whole() -> None:
            async with opened_store(tmp_path, filled=filled) as store:
                service = TimetableService(store.cache, ManualClock(NOW).utc_now, COLOMBO)
                frame = Frame()
                page = TimetablePage(service, frame, teaching=teaching, lesson_route="live")
                qtbot.addWidget(page)
                show(page, width)
                page.activated({})
                await until(lambda: not page.tasks.busy())
                await play(page, store, frame)
                page.deactivated()
                page.tasks.close()

        i18n.set_time_zone(COLOMBO)
        try:
            run_qt(whole())
        finally:
            i18n.set_time_zone(None)

    return run


def shown(page: TimetablePage) -> set[str]:
    return {tile.lesson().id for tile in page.grid.tiles() if not tile.entry.trace}


def test_the_week_of_today_with_what_has_changed(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        assert shown(page) == {"early", "now", "moved", "off", "yesterday", "tomorrow"}
        assert "16 – 22" in page.period.text()
        spoken = {tile.lesson().id: tile.accessibleName() for tile in page.grid.tiles() if not tile.entry.trace}
        assert "Moved from 13:00" in spoken["moved"] and "Cancelled" in spoken["off"]
        (trace,) = [tile for tile in page.grid.tiles() if tile.entry.trace]
        assert "moved to 14:00" in trace.accessibleName()

    scenario(play)


def test_a_tile_stands_at_its_time(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        places = {tile.lesson().id: tile.geometry() for tile in page.grid.tiles() if not tile.entry.trace}
        assert places["early"].top() < places["now"].top() < places["moved"].top() < places["off"].top()
        assert places["yesterday"].right() < places["now"].left() < places["tomorrow"].left()
        assert places["now"].height() == pytest.approx(places["early"].height(), abs=1)

    scenario(play)


def test_weeks_back_and_on_and_home(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        page.previous.click()
        await until(lambda: not page.tasks.busy())
        assert shown(page) == {"last-week"}
        page.next.click()
        page.next.click()
        await until(lambda: not page.tasks.busy())
        assert page.stack.state() == "empty" and "No lessons" in page.stack.empty.message()
        page.today_button.click()
        await until(lambda: not page.tasks.busy())
        assert "now" in shown(page)

    scenario(play)


def test_a_narrow_window_shows_one_day(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        assert page.showing_day() and [day.day for day in page.grid.days()] == [18]
        assert shown(page) == {"early", "now", "moved", "off"}
        page.next.click()
        await until(lambda: not page.tasks.busy())
        assert shown(page) == {"tomorrow"}

    scenario(play, width=520)


def test_arrows_go_from_lesson_to_lesson(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        tiles = {tile.lesson().id: tile for tile in page.grid.tiles() if not tile.entry.trace}
        tiles["early"].setFocus()
        page.activateWindow()
        page.grid.move_focus(0, 1)
        assert tiles["now"].hasFocus()
        page.grid.move_focus(1, 0)
        assert tiles["tomorrow"].hasFocus()
        page.grid.move_focus(-1, 0)
        assert not tiles["tomorrow"].hasFocus()

    scenario(play)


def test_enter_opens_the_details_and_a_teacher_goes_on_to_the_roll(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        tile = next(tile for tile in page.grid.tiles() if tile.lesson().id == "now")
        QTest.keyClick(tile, Qt.Key.Key_Return)
        popover = page.popover()
        assert popover is not None and popover.isVisible()
        from learnup_desktop.qt.widgets import PrimaryButton

        (button,) = popover.findChildren(PrimaryButton)
        button.click()
        assert frame.visited == [("attendance", {"lesson_id": "now"})]

    scenario(play, teaching=True)


def test_a_lesson_online_is_joined_from_its_details_while_it_goes_on(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        from learnup_desktop.qt.widgets import PrimaryButton

        def ways_in(identity: str) -> list[PrimaryButton]:
            tile = next(tile for tile in page.grid.tiles() if tile.lesson().id == identity)
            QTest.keyClick(tile, Qt.Key.Key_Return)
            popover = page.popover()
            assert popover is not None
            found = popover.findChildren(PrimaryButton)
            popover.close()
            return found

        assert ways_in("now") == [], "it is in Hall 2"
        changed = lesson("now", 0, 9, online=True)
        await store.cache.apply([change(Stream.LESSONS, "now", changed, 2)], "next")
        page.data_changed(frozenset({"lessons"}))
        await until(lambda: not page.tasks.busy() and ways_in("now"))
        tile = next(tile for tile in page.grid.tiles() if tile.lesson().id == "now")
        QTest.keyClick(tile, Qt.Key.Key_Return)
        popover = page.popover()
        assert popover is not None
        (join,) = popover.findChildren(PrimaryButton)
        assert join.text() == "Join"
        join.click()
        assert frame.visited == [("live", {"lesson_id": "now"})]

    scenario(play)


def test_an_update_is_shown_and_the_focus_stays(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        next(tile for tile in page.grid.tiles() if tile.lesson().id == "now").setFocus()
        new = lesson("new", 2, 11)
        await store.cache.apply([change(Stream.LESSONS, "new", new)], "next")
        page.data_changed(frozenset({"lessons"}))
        await until(lambda: "new" in shown(page))
        assert next(tile for tile in page.grid.tiles() if tile.lesson().id == "now").hasFocus()

    scenario(play)


def test_offline_says_as_of_when(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        assert page.as_of.isHidden()
        page.connection_changed(False)
        assert not page.as_of.isHidden() and page.as_of.text().startswith("as of ")

    scenario(play)


def test_without_a_cache_it_says_that_the_timetable_is_to_come(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        assert page.stack.state() == "empty" and "not on this computer yet" in page.stack.empty.message()

    scenario(play, filled=False)


def test_the_calendar_file_has_this_weeks_lessons(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        calendar = (await page._service.calendar("Timetable", "en")).decode()
        assert calendar.count("BEGIN:VEVENT") == 7 and "long-ago" not in calendar
        assert "STATUS:CANCELLED" in calendar

    scenario(play)


def test_the_line_of_now_does_not_strike_words_out(scenario: Scenario) -> None:
    async def play(page: TimetablePage, store: AccountStore, frame: Frame) -> None:
        tile = next(tile for tile in page.grid.tiles() if tile.lesson().id == "now" and not tile.entry.trace)
        page.grid.grab()
        line = page.grid._canvas._line
        words = tile.written.translated(tile.pos())
        assert words.width() > 20 and line.isVisibleTo(page.grid)
        line.move(line.x(), words.center().y() - line.height() // 2)
        ((left, right),) = line.left_out()
        assert left < words.left() - line.x() and right > words.right() - line.x()
        line.move(line.x(), words.bottom() + line.height())
        assert line.left_out() == []

    scenario(play)
