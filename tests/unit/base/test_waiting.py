"""A cancellation that arrives together with the event is not lost."""

import asyncio
import contextlib

from learnup_desktop.base.waiting import wait_at_most


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
