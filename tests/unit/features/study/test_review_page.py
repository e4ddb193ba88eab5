"""Cards are looked at by keyboard, with no network; a slip is taken back; the plan says what waits."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.study import Anchor, Annotation, AnnotationKind, Version
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.annotations import edit, standing_reviews
from learnup_desktop.features.study.review_page import ReviewPage
from learnup_desktop.features.study.service import StudyService
from learnup_desktop.features.study.study_page import StudyPage
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, change, opened_store
from tests.unit.sync.shelf import material

RunQt = Callable[..., Any]
Desk = tuple[StudyService, AccountStore, ManualClock]
START = datetime(2026, 3, 2, 6, tzinfo=UTC)


async def add_cards(store: AccountStore, clock: ManualClock, count: int) -> None:
    for number in range(count):
        clock.advance(1)
        card = Annotation(
            id=uuid7(),
            material_id="book",
            kind=AnnotationKind.CARD,
            created_at=clock.utc_now(),
            anchor=Anchor(page=number),
        )
        version = Version(id=uuid7(), at=clock.utc_now(), front=f"Question {number}", text=f"Answer {number}")
        await store.annotations.put(edit(card, version))


@asynccontextmanager
async def studying(folder: Path, cards: int, limit: int = 50) -> AsyncIterator[Desk]:
    clock = ManualClock(START)
    async with opened_store(folder, filled=False) as store:
        await add_cards(store, clock, cards)
        service = StudyService(store.cache, store.annotations, store.places, clock.utc_now, COLOMBO, lambda: limit)
        yield service, store, clock


def asks(page: ReviewPage, question: str) -> bool:
    """Whether the page has come to rest with this question."""
    return page.front.text() == question and not page.tasks.busy()


async def closed(page: Any) -> None:
    page.tasks.close()
    await page.tasks.wait_closed()


def test_a_session_by_keyboard_with_undo(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with studying(tmp_path, 2) as (service, store, clock):
            page, frame = ReviewPage(service, Frame()), Frame()
            page._context = frame
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: page.front.text() == "Question 0")
            assert page.left.text() == "2 cards left"
            assert not page.answer.isVisibleTo(page)
            QTest.keyClick(page, Qt.Key.Key_3)  # nothing before the answer is seen
            QTest.keyClick(page, Qt.Key.Key_Space)
            assert page.answer.isVisibleTo(page)
            assert page.answer.text() == "Answer 0"
            assert "10 min" in page.ratings[3].text()
            clock.advance(5)
            QTest.keyClick(page, Qt.Key.Key_4)
            await until(partial(asks, page, "Question 1"))
            assert page.left.text() == "One card left"
            first = (await store.annotations.cards())[0]
            (review,) = standing_reviews(first)
            assert (review.rating, review.milliseconds) == (4, 5000)
            assert (await store.outbox.counts()).waiting == 3  # two cards and the review, for the platform

            QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until(partial(asks, page, "Question 0"))
            assert standing_reviews((await store.annotations.cards())[0]) == ()
            for number in range(2):
                await until(partial(asks, page, f"Question {number}"))
                QTest.keyClick(page, Qt.Key.Key_Space)
                QTest.keyClick(page, Qt.Key.Key_4)
            await until(lambda: page._asked is None)
            assert page.stack.empty.isVisibleTo(page)
            await closed(page)

    run_qt(play(), 60.0)


def test_the_limit_of_a_day_counts_cards_and_not_looks(run_qt: RunQt, tmp_path: Path) -> None:
    async def play() -> None:
        async with studying(tmp_path, 4, limit=2) as (service, _, clock):
            view = await service.view()
            assert (view.waiting, view.more) == (2, 2)
            asked = await service.next()
            assert asked is not None
            await service.rate(asked, 1)
            clock.advance(120)
            again = await service.next()
            assert again is not None
            assert again.card.id == asked.card.id  # it comes round again within minutes, on the same account
            await service.rate(again, 4)
            other = await service.next()
            assert other is not None
            await service.rate(other, 4)
            assert await service.next() is None
            view = await service.view()
            assert (view.waiting, view.more, view.looked_at) == (0, 2, 2)
            clock.advance(24 * 3600)
            assert (await service.view()).waiting == 2

    run_qt(play(), 60.0)


def test_the_plan_says_what_waits_and_leads_there(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with studying(tmp_path, 3) as (service, store, clock):
            sheet = material("sheet", b"x", class_id="physics").model_copy(
                update={"due_at": START + timedelta(days=1), "published_at": START - timedelta(days=1)}
            )
            await store.cache.apply([change(Stream.MATERIALS, sheet.id, sheet)], "next")
            await store.places.keep("sheet", {"page": 3.0}, 0.4)
            frame = Frame()
            page = StudyPage(service, frame, exam_route="exam-lobby")
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: page._cards_words.text() == "3 cards wait")
            page.review.click()
            assert frame.visited[-1][0] == "review"
            assert page._read_words.text() == "Read to the end: 0 of 1 documents"
            asked = await service.next()
            assert asked is not None
            clock.advance(7)
            await service.rate(asked, 3)
            page.reload()
            await until(lambda: page._facts[0].text() == "One look at a card")
            assert sum(count for _, count in page.done.values) == 1
            assert page.done.accessibleName()
            assert not page.grab().isNull()
            await closed(page)

    run_qt(play(), 60.0)
