"""Today on the screen: the next lesson, changes, exams with readiness, and where the buttons lead."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import StorageError
from learnup_desktop.features.today.plan import ReadinessLine, ReadinessState
from learnup_desktop.features.today.service import TodayService
from learnup_desktop.features.today.today_page import TodayPage
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import CheckRow, ListRow, SecondaryButton
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NOW, opened_store

RunQt = Callable[..., Any]
Scenario = Callable[..., None]
LINES = (
    ReadinessLine("Paper on this PC", "sealed", ReadinessState.READY),
    ReadinessLine("Face enrolled", "not yet", ReadinessState.ATTENTION, "Enrol", "face"),
)


async def ready(exam_id: str) -> Sequence[ReadinessLine]:
    return LINES


async def not_ready(exam_id: str) -> Sequence[ReadinessLine]:
    raise StorageError("the disk")


@pytest.fixture
def scenario(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> Scenario:
    """``scenario(play)`` runs ``await play(page, store, frame)`` with the page opened."""

    def run(play: Callable[..., Any], *, filled: bool = True, teaching: bool = False, readiness: Any = ready) -> None:
        async def whole() -> None:
            async with opened_store(tmp_path, filled=filled) as store:
                service = TodayService(store.cache, ManualClock(NOW).utc_now, COLOMBO, readiness)
                frame = Frame()
                page = TodayPage(
                    service, frame, name="Nimali R.", teaching=teaching, exam_route="exam-lobby", lesson_route=""
                )
                qtbot.addWidget(page)
                show(page)
                page.activated({})
                await until(lambda: page.shown.is_set() and not page.tasks.busy())
                await play(page, store, frame)
                page.tasks.close()

        i18n.set_time_zone(COLOMBO)
        try:
            run_qt(whole())
        finally:
            i18n.set_time_zone(None)

    return run


def test_the_student_sees_what_is_on(scenario: Scenario) -> None:
    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        assert page.title() == "Good morning, Nimali"
        assert page.hero.accessibleName().startswith("Now, until 10:30. Physics — Waves. Mrs Perera")
        assert page.hero.join.isHidden(), "there is no live class yet"
        rows = [row.accessibleName() for row in page.lessons.findChildren(ListRow)]
        assert len(rows) == 4 and any("moved 1 h later" in row for row in rows)
        assert page.tomorrow.isVisible() and page.announcements.isVisible()

    scenario(play)


def test_an_exam_says_how_ready_this_pc_is_and_leads_where_it_is_mended(scenario: Scenario) -> None:
    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        (card,) = page.exam_cards
        rows = card.findChildren(CheckRow)
        assert [row.accessibleName().split(":")[0] for row in rows] == ["Paper on this PC", "Face enrolled"]
        rows[1].action_requested.emit()
        card.open_button.click()
        assert frame.visited == [("face", {"exam_id": "exam"}), ("exam-lobby", {"exam_id": "exam"})]

    scenario(play)


def test_checks_that_fail_leave_the_page_whole(scenario: Scenario) -> None:
    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        assert page.stack.state() == "content" and not page.exam_cards[0].findChildren(CheckRow)

    scenario(play, readiness=not_ready)


def test_the_teacher_goes_from_a_lesson_to_its_roll(scenario: Scenario) -> None:
    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        page.hero.mark.click()
        page.lessons.findChildren(SecondaryButton)[0].click()
        assert frame.visited == [("attendance", {"lesson_id": "now"}), ("attendance", {"lesson_id": "early"})]

    scenario(play, teaching=True, readiness=None)


def test_without_a_cache_it_says_so(scenario: Scenario) -> None:
    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        assert page.hero.isHidden()
        assert "Nothing on this computer yet" in page.lessons.empty.message()

    scenario(play, filled=False)
