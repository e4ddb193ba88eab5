"""What is under way on a connection, so that closing it can end that first.

A connection pool that is closed while a request is still connecting does not know of that connection yet: it would
come up a moment later and stay open for ever. So whoever closes ends the requests, waits until they have let go, and
only then closes the pool.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from learnup_desktop.base.errors import OfflineError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most

LETTING_GO_SECONDS = 5.0
"""A request that is ended lets go within a turn or two of the loop; one that does not is a bug, not worth a hang."""

_log = get_logger(__name__)


class UnderWay:
    """The requests of one connection."""

    def __init__(self) -> None:
        self._held: set[asyncio.Timeout] = set()
        self._idle = asyncio.Event()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether :meth:`close` was called: nothing begins any more."""
        return self._closed

    def __len__(self) -> int:
        return len(self._held)

    @asynccontextmanager
    async def hold(self) -> AsyncIterator[None]:
        """Around one request; inside it the connection is not closed.

        Raises:
            OfflineError: the connection is closed, or was closed meanwhile.
        """
        if self._closed:
            raise OfflineError("the connection is closed")
        # A limit without a time, which ``close`` brings forward: it cancels the task and turns that into an error of
        # its own, so that a cancellation of the task by somebody else stays one.
        limit = asyncio.timeout(None)
        try:
            async with limit:
                self._held.add(limit)
                try:
                    yield
                finally:
                    self._held.discard(limit)
                    if not self._held:
                        self._idle.set()
        except TimeoutError as error:
            if not limit.expired():
                raise
            raise OfflineError("the connection was closed meanwhile") from error

    async def close(self) -> None:
        """End everything and wait until it has let go. Doing so twice is harmless."""
        self._closed = True
        if not self._held:
            return
        self._idle.clear()
        now = asyncio.get_running_loop().time()
        for limit in self._held:
            limit.reschedule(now)
        if not await wait_at_most(self._idle, LETTING_GO_SECONDS):
            _log.error("requests did not end with their connection", count=len(self._held))
