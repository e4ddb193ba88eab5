"""Waiting for an event with a limit, in the one form that never loses a cancellation.

``asyncio.wait_for`` before Python 3.12 returns normally when what it waits for ends in the same turn of the loop in
which it is cancelled (CPython issue 86296); a pump that loops on it then survives its own ``close``.
"""

import asyncio


async def wait_at_most(event: asyncio.Event, seconds: float | None) -> bool:
    """Wait until ``event`` is set, at most ``seconds`` (None: however long); whether it was."""
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True
