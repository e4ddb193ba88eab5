"""Waiting for an event with a limit, in the one form that never loses a cancellation; and for an end, come what may.

``asyncio.wait_for`` before Python 3.12 returns normally when what it waits for ends in the same turn of the loop in
which it is cancelled (CPython issue 86296); a pump that loops on it then survives its own ``close``.
"""

import asyncio
from typing import Any, TypeVar

Result = TypeVar("Result")


async def wait_at_most(event: asyncio.Event, seconds: float | None) -> bool:
    """Wait until ``event`` is set, at most ``seconds`` (None: however long); whether it was."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True


async def to_the_end(task: "asyncio.Task[Result]") -> Result:
    """The result of ``task``, waited for even when whoever waits is cancelled; the cancellation is raised after it.

    For closing: a connection or file of which only half was closed stays open for as long as the program runs.
    """
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait((task,))
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled
    return task.result()


async def cancel_and_wait(*tasks: "asyncio.Task[Any] | None") -> None:
    """Cancel tasks, once, and wait until they have cleaned up, even when whoever waits is cancelled meanwhile.

    Not ``gather``: that hands a cancellation of its own on, and a task that is cancelled a second time leaves its
    cleaning up half done. What they ended with is not looked at. None stands for a task that was never started.
    """
    running = [task for task in tasks if task is not None and not task.done()]
    for task in running:
        task.cancel()
    cancelled: asyncio.CancelledError | None = None
    while running:
        try:
            await asyncio.wait(running)
        except asyncio.CancelledError as error:
            cancelled = error
        running = [task for task in running if not task.done()]
    if cancelled is not None:
        raise cancelled
