"""A computer that is mostly open for lessons comes to its updates, too: after a lesson they are looked for soon."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from learnup_desktop.app.update_keeper import AGAIN_SECONDS, LOOK_SECONDS, SITTING, UpdateKeeper
from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.classes import LessonState
from learnup_desktop.store.cache import Cache
from learnup_desktop.updates import busy
from tests.unit.store.test_cache import change, lesson, opened

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def keeper(cache: Cache, *, sitting: bool = False) -> UpdateKeeper:
    clock = ManualClock(NOW)
    session = SimpleNamespace(now=clock.utc_now, store=SimpleNamespace(cache=cache))
    window = SimpleNamespace(full_page=lambda: "a sitting" if sitting else None)
    return UpdateKeeper(cast(Any, session), cast(Any, None), cast(Any, window))


@pytest.mark.parametrize(
    ("starts_in", "state", "seconds"),
    [
        (-10, LessonState.PLANNED, AGAIN_SECONDS),
        (5, LessonState.PLANNED, AGAIN_SECONDS),
        (-10, LessonState.CANCELLED, LOOK_SECONDS),
        (300, LessonState.PLANNED, LOOK_SECONDS),
    ],
    ids=["during a lesson", "before a lesson", "a cancelled lesson", "a lesson of the afternoon"],
)
async def test_a_lesson_puts_off_the_next_look_only_for_a_while(
    tmp_path: Path, starts_in: int, state: LessonState, seconds: float
) -> None:
    cache = await opened(tmp_path)
    await cache.apply([change(lesson("one", NOW + timedelta(minutes=starts_in), state=state))], "1")
    assert await keeper(cache).pause() == seconds
    await cache.close()


async def test_so_does_an_exam_and_a_cache_that_cannot_be_read(tmp_path: Path) -> None:
    cache = await opened(tmp_path)
    assert await keeper(cache, sitting=True).pause() == AGAIN_SECONDS
    await cache.close()
    assert await keeper(cache).pause() == AGAIN_SECONDS


async def test_the_page_that_asks_for_the_new_version_does_not_hold_it_up(tmp_path: Path, qapp: "QApplication") -> None:
    cache = await opened(tmp_path)
    at_work = keeper(cache)
    shown: list[Any] = []
    window = SimpleNamespace(full_page=lambda: shown[-1], enter_full_page=shown.append, leave_full_page=shown.clear)
    shown.append(None)
    vars(at_work).update(_window=window)
    at_work._show_too_old("1.0.0", "2.0.0")
    assert shown[-1] is not None
    assert await at_work.busy_until() is None
    shown[-1].deleteLater()
    shown.append("a sitting")
    assert await at_work.busy_until() is not None
    await cache.close()


async def test_others_are_told_by_the_clock_of_this_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = await opened(tmp_path)
    told: asyncio.Queue[datetime] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    monkeypatch.setattr(busy, "claim", lambda until, why: loop.call_soon_threadsafe(told.put_nowait, until))
    telling = asyncio.create_task(keeper(cache, sitting=True)._tell_busy())
    until = await told.get()
    telling.cancel()
    assert abs(until - datetime.now(UTC) - SITTING) < timedelta(minutes=5)  # the platform says that it is 2026
    await cache.close()
