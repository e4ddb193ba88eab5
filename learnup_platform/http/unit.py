"""The transaction of one request: begun when somebody first asks for it, so that a route that needs none costs none."""

import contextlib
from types import TracebackType

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_platform.db.engine import Database


class UnitOfWork:
    """``async with`` it around the handling of a request: commits at the end, rolls back when the block raises."""

    def __init__(self, database: Database, write: bool) -> None:
        self._database = database
        self._write = write
        self._stack = contextlib.AsyncExitStack()
        self._session: AsyncSession | None = None

    async def session(self) -> AsyncSession:
        """The session; the same one for everybody who asks."""
        if self._session is None:
            self._session = await self._stack.enter_async_context(self._database.transaction(write=self._write))
        return self._session

    async def __aenter__(self) -> "UnitOfWork":
        await self._stack.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> bool | None:
        return await self._stack.__aexit__(kind, error, traceback)


def unit_of(request: Request) -> UnitOfWork:
    """The unit that ``PlatformRoute`` put on the request."""
    unit: UnitOfWork = request.state.unit
    return unit
