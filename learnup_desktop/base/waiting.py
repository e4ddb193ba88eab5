"""Waiting for an event with a limit, in the one form that never loses a cancellation; and for an end, come what may.

``asyncio.wait_for`` before Python 3.12 returns normally when what it waits for ends in the same turn of the loop in
which it is cancelled (CPython issue 86296); a pump that loops on it then survives its own ``close``. Ours never use it
(``asyncio.timeout`` does not have the fault). Libraries do: their work is run by ``run_apart`` and ended by
``cancel_until_ended``.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

Result = TypeVar("Result")

CANCEL_AGAIN_SECONDS = 0.25
"""Time for a library's task to clean up, before its cancellation is taken for lost."""


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


async def cancel_until_ended(*tasks: "asyncio.Task[Any] | None") -> None:
    """``cancel_and_wait`` for tasks that run a library's code, which may lose a cancellation: it is said again.

    Not for our own tasks: the second cancellation of one that is slow to clean up leaves that half done.
    """
    running = [task for task in tasks if task is not None and not task.done()]
    cancelled: asyncio.CancelledError | None = None
    while running:
        for task in running:
            task.cancel()
        try:
            await asyncio.wait(running, timeout=CANCEL_AGAIN_SECONDS)
        except asyncio.CancelledError as error:
            cancelled = error
        running = [task for task in running if not task.done()]
    if cancelled is not None:
        raise cancelled


async def run_apart(work: Coroutine[Any, Any, Result], seconds: float | None = None) -> Result:
    """The result of a library's coroutine, run as a task of its own, so that a cancellation reaches whoever waits.

    Args:
        work: what to run.
        seconds: the longest it may take; None for however long.

    Raises:
        TimeoutError: it took longer, and has been ended.
    """
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait((task,), timeout=seconds)
        if not task.done():
            raise TimeoutError
    finally:
        await cancel_until_ended(task)
    return task.result()
