"""Stays in live classes survive a crash and no network; exams and meetings keep each other out, in both directions."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from learnup_desktop.base.errors import EngagedError
from learnup_desktop.domain.engagements import Engagements
from learnup_desktop.features.live.service import LiveService
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import PUT_PRESENCE
from tests.unit.features.exams.exam_desk import ExamDesk
from tests.unit.features.live.desk import online, ticket_for
from tests.unit.features.school import NOW, opened_store

TICKET = ticket_for(online(-5))
MINUTE = timedelta(minutes=1)


def service_of(store: AccountStore, engagements: Engagements, *, teaching: bool = False) -> LiveService:
    def no_wire() -> object:
        raise AssertionError("nothing here asks the platform")

    stays = None if teaching else store.stays
    return LiveService(store.cache, no_wire, lambda: NOW, engagements, stays, "Nimali")  # type: ignore[arg-type]


async def reports(store: AccountStore) -> list[tuple[int | None, str]]:
    """Minutes after NOW of each report's end, and its stay."""
    now = int(NOW.timestamp() * 1000)
    operations = await store.outbox.operations(kind=PUT_PRESENCE, limit=50)
    found = sorted(operations, key=lambda operation: operation.position)
    return [
        (None if item.body["leftMs"] is None else (item.body["leftMs"] - now) // 60_000, str(item.body["id"]))
        for item in found
    ]


async def test_a_stay_is_in_the_outbox_from_joining_on_and_ends_once(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        service = service_of(store, Engagements())
        visit = service.enter(TICKET)
        await visit.joined(NOW)
        await visit.joined(NOW + MINUTE)
        first = await reports(store)
        await visit.left(NOW + 5 * MINUTE)
        await visit.joined(NOW + 6 * MINUTE)
        await visit.close(NOW + 9 * MINUTE)
        await visit.close(NOW + 20 * MINUTE)
        told = await reports(store)
        assert [end for end, _ in first] == [None]
        assert [end for end, _ in told] == [None, 5, None, 9], "a rejoin is another stay"
        assert told[0][1] == told[1][1] != told[2][1] == told[3][1]
        assert service.visit is None and await store.stays.close_cut_off() == 0


async def test_a_crash_ends_the_stay_when_it_was_last_seen(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        visit = service_of(store, Engagements()).enter(TICKET)
        await visit.joined(NOW)
        await visit.seen(NOW + 30 * MINUTE)
        assert await store.stays.close_cut_off() == 0, "it goes on"
    async with opened_store(tmp_path, filled=False) as store:
        assert await store.stays.close_cut_off() == 1
        assert [end for end, _ in await reports(store)] == [None, 30]
        assert await store.stays.close_cut_off() == 0


async def test_nobody_records_the_teacher(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        service = service_of(store, Engagements(), teaching=True)
        visit = service.enter(TICKET)
        await visit.joined(NOW)
        await visit.seen(NOW)
        await visit.close(NOW)
        assert await reports(store) == [] and service.teaches


async def test_no_meeting_during_an_exam_and_no_exam_during_a_meeting(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    exams = await desk.open()
    live = service_of(desk.store, exams._engagements)
    visit = live.enter(TICKET)
    with pytest.raises(EngagedError):
        exams.lobby(desk.exam)
    with pytest.raises(EngagedError):
        live.enter(TICKET)
    await visit.close(datetime.now(UTC))

    lobby = exams.lobby(desk.exam)
    with pytest.raises(EngagedError):
        live.enter(TICKET)
    with pytest.raises(EngagedError):
        await live.ticket(TICKET.lesson_id)
    await lobby.leave()
    await live.enter(TICKET).close(datetime.now(UTC))

    await desk.start()
    with pytest.raises(EngagedError):
        live.enter(TICKET)
    await exams.leave_sitting()
    visit = live.enter(TICKET)
    with pytest.raises(EngagedError):
        await exams.resume(desk.exam.id)
    await visit.close(datetime.now(UTC))
    await exams.resume(desk.exam.id)
    with pytest.raises(EngagedError):
        live.enter(TICKET)
    await desk.close()
