"""Reminders out of a real cache: once over restarts, anew when a lesson moves, none when turned off."""

from datetime import time, timedelta
from pathlib import Path

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.reminders import ReminderRules
from learnup_desktop.features.reminders.service import TOLD_FILE, ReminderService
from tests.unit.features.school import COLOMBO, NOW, change, lesson, opened_store

RULES = ReminderRules(timedelta(minutes=10), time(21), time(6))


async def test_once_over_a_restart_and_anew_when_it_moves(tmp_path: Path) -> None:
    clock = ManualClock(NOW)
    async with opened_store(tmp_path) as store:

        def opened() -> ReminderService:
            return ReminderService(store.cache, store.folder, clock.utc_now, COLOMBO, lambda: RULES)

        first = await opened().due()
        assert (first.now, first.missed) == ((), ()), "what began before the program was opened is not told"
        # The lesson moved to 14:00 is the next.
        assert first.next_at == NOW + timedelta(hours=4, minutes=42)
        clock.advance(4 * 3600 + 42 * 60)
        service = opened()
        assert [item.id for item in (await service.due()).now] == ["moved"]
        assert (await service.due()).now == () and (await opened().due()).now == ()
        later = lesson("moved", 0, 15)
        await store.cache.apply([change(Stream.LESSONS, "moved", later, version=2)], "2")
        clock.advance(3600)
        assert [item.id for item in (await opened().due()).now] == ["moved"]
        (store.folder / TOLD_FILE).write_text("{damaged")
        assert [item.id for item in (await opened().due()).now] == ["moved"]


async def test_turned_off_is_off(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        service = ReminderService(store.cache, store.folder, lambda: NOW, COLOMBO, lambda: None)
        assert (await service.due()).next_at is None
