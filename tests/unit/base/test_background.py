"""A bug in a background task or a listener is reported at once and takes nobody else down."""

import asyncio
from typing import Any

from learnup_desktop.base.background import Listeners, spawn


async def test_a_task_that_fails_reports_itself_and_a_cancelled_one_does_not() -> None:
    reports: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: reports.append(context))

    async def fail() -> None:
        raise ZeroDivisionError

    async def wait() -> None:
        await asyncio.sleep(60)

    failing, waiting = spawn(fail(), "pump"), spawn(wait(), "other")
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.gather(failing, waiting, return_exceptions=True)
    (report,) = reports
    assert isinstance(report["exception"], ZeroDivisionError)
    assert report["message"] == "pump failed"


async def test_a_listener_that_raises_stops_neither_the_teller_nor_the_others() -> None:
    reports: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: reports.append(context))
    listeners: Listeners[int] = Listeners()
    heard: list[int] = []

    def broken(value: int) -> None:
        raise ZeroDivisionError

    listeners.subscribe(broken)
    unsubscribe = listeners.subscribe(heard.append)
    for value in range(3):
        listeners.tell(value)
    assert heard == []
    await asyncio.sleep(0)
    assert heard == [0, 1, 2]
    assert len(reports) == 3
    listeners.tell(3)
    unsubscribe()
    unsubscribe()
    await asyncio.sleep(0)
    assert heard == [0, 1, 2]


def test_without_a_loop_they_are_told_at_once() -> None:
    listeners: Listeners[int] = Listeners()
    heard: list[int] = []
    listeners.subscribe(heard.append)
    listeners.tell(1)
    assert heard == [1]
