"""Today on the screen: the next lesson, changes, exams with readiness, and where the buttons lead."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import StorageError
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.features.today.plan import ReadinessLine, ReadinessState, TomorrowOffer
from learnup_desktop.features.today.service import TodayService
from learnup_desktop.features.today.today_page import TodayPage
from learnup_desktop.qt import dialogs, i18n
from learnup_desktop.qt.widgets import CheckRow, ListRow, SecondaryButton
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NOW, change, opened_store

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


def material(name: str, hours: float) -> Material:
    return Material(
        id=name,
        class_id="physics",
        title=LocalizedText(en=name),
        kind="worksheet",
        media_type="text/plain",
        size_bytes=10,
        sha256="0" * 64,
        published_at=NOW,
        due_at=NOW + timedelta(hours=hours),
    )


@pytest.fixture
def scenario(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> Scenario:
    """``scenario(play)`` runs ``await play(page, store, frame)`` with the page opened."""

    def run(
        play: Callable[..., Any],
        *,
        filled: bool = True,
        teaching: bool = False,
        readiness: Any = ready,
        tomorrow: Any = None,
    ) -> None:
        async def whole() -> None:
            async with opened_store(tmp_path, filled=filled) as store:
                service = TodayService(
                    store.cache, ManualClock(NOW).utc_now, COLOMBO, readiness, store.read_marks, tomorrow
                )
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


def test_what_was_read_is_read_with_no_network_and_goes_out_once(scenario: Scenario) -> None:
    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        plan = page.plan()
        assert plan is not None and plan.unread == 1
        (row,) = page.announcements.findChildren(ListRow)
        row.clicked.emit()
        await until(lambda: page.findChildren(dialogs.Dialog))
        page.findChildren(dialogs.Dialog)[0].accept()
        await until(lambda: page.plan() is not plan)
        shown = page.plan()
        assert shown is not None and (shown.unread, len(shown.announcements)) == (0, 1)
        await page._service.mark_read(shown.announcements[0])
        assert [item.kind for item in await store.outbox.operations()] == ["announcement.read"]

    scenario(play)


def test_due_work_leads_to_the_library(scenario: Scenario) -> None:
    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        assert page.due.isHidden()
        late, soon, far = (material(name, hours) for name, hours in (("late", -1), ("soon", 5), ("far", 24 * 9)))
        changes = [change(Stream.MATERIALS, item.id, item) for item in (late, soon, far)]
        page.data_changed(await store.cache.apply(changes, "2"))
        await until(page.due.isVisible)
        (row,) = page.due.findChildren(ListRow)
        assert row.accessibleName() == "soon, due 14:08"
        row.clicked.emit()
        assert frame.visited == [("library", {"find": "soon"})]

    scenario(play)


class Shelf:
    """Two files for tomorrow, until they are asked for."""

    def __init__(self) -> None:
        self.fetched = 0

    async def offer(self) -> TomorrowOffer | None:
        return None if self.fetched else TomorrowOffer(2, 38_000_000, 170.0)

    async def fetch(self) -> None:
        self.fetched += 1


def test_everything_for_tomorrow_is_one_press(scenario: Scenario) -> None:
    shelf = Shelf()

    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        card = page.get_tomorrow
        assert card.isVisible() and card.facts.text() == "2 files · 38 MB · about 3 min on this line"
        card.button.click()
        await until(card.isHidden)
        assert shelf.fetched == 1

    scenario(play, tomorrow=shelf)


def test_without_a_cache_it_says_so(scenario: Scenario) -> None:
    async def play(page: TodayPage, store: AccountStore, frame: Frame) -> None:
        assert page.hero.isHidden()
        assert "Nothing on this computer yet" in page.lessons.empty.message()

    scenario(play, filled=False)
