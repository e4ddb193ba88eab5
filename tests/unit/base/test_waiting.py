"""A cancellation that arrives together with the event is not lost."""

import asyncio
import contextlib
from collections.abc import Coroutine

import pytest

from learnup_desktop.base.waiting import cancel_until_ended, run_apart, wait_at_most


async def test_the_event_and_the_limit() -> None:
    event = asyncio.Event()
    assert not await wait_at_most(event, 0.01)
    event.set()
    assert await wait_at_most(event, None)


async def test_a_loop_on_it_ends_when_cancelled_in_the_turn_of_the_event() -> None:
    event = asyncio.Event()

    async def loop() -> None:
        while True:
            event.clear()
            await wait_at_most(event, 30)

    task = asyncio.create_task(loop())
    await asyncio.sleep(0.01)
    event.set()
    await asyncio.sleep(0)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        async with asyncio.timeout(2):
            await task
    assert task.cancelled()


def _stubborn(losses: int, log: list[str]) -> Coroutine[None, None, str]:
    """Like a library that waits by ``asyncio.wait_for`` before Python 3.12: some cancellations are lost in it."""

    async def work() -> str:
        for _ in range(losses):
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.sleep(60)
                return "rested"
            log.append("lost")
        try:
            await asyncio.sleep(60)
        finally:
            log.append("ended")
        return "rested"

    return work()


async def test_a_task_that_loses_its_cancellation_is_cancelled_again() -> None:
    log: list[str] = []
    task = asyncio.create_task(_stubborn(2, log))
    await asyncio.sleep(0)
    async with asyncio.timeout(20):
        await cancel_until_ended(task, None)
    assert log == ["lost", "lost", "ended"] and task.cancelled()


async def test_whoever_waits_for_a_librarys_work_is_cancelled_though_it_is_not() -> None:
    log: list[str] = []
    waiting = asyncio.create_task(run_apart(_stubborn(1, log)))
    await asyncio.sleep(0.01)
    waiting.cancel()
    async with asyncio.timeout(20):
        await asyncio.wait((waiting,))
    assert waiting.cancelled() and log == ["lost", "ended"]


async def test_work_run_apart_has_its_result_its_error_and_its_limit() -> None:
    async def fails() -> None:
        raise OSError("the line")

    assert await run_apart(asyncio.sleep(0, "done")) == "done"
    with pytest.raises(OSError, match="the line"):
        await run_apart(fails())
    log: list[str] = []
    with pytest.raises(TimeoutError):
        await run_apart(_stubborn(0, log), 0.01)
    assert log == ["ended"]
