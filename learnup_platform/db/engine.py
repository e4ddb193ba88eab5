"""Engine and transactions: one transaction a request, changes told to the world only after the commit.

SQLite has one writer at a time. Writers therefore queue in this process (fairly, without burning a thread each in
SQLite's busy loop) and begin with ``BEGIN IMMEDIATE``, so that no transaction finds out half-way that it cannot write.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

SessionHook = Callable[[AsyncSession], Awaitable[None]]

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # An acknowledged answer must outlive a power cut.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
)


class Database:
    """The engine and its transactions.

    Args:
        url: SQLAlchemy's URL with an asynchronous driver.
        before_commit: awaited with the session of every successful write, inside the transaction.
        after_commit: awaited with the session once the commit stands.
    """

    def __init__(self, url: URL, before_commit: SessionHook, after_commit: SessionHook) -> None:
        self._before_commit = before_commit
        self._after_commit = after_commit
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._turn = asyncio.Lock() if self.is_sqlite else None
        if self.is_sqlite and url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        self.engine: AsyncEngine = create_async_engine(
            url,
            pool_pre_ping=not self.is_sqlite,
            # Parameters are people's answers and names: they have no place in a log.
            hide_parameters=True,
        )
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)
        self._write = async_sessionmaker(self.engine, expire_on_commit=False)
        # One moment for all queries of a read, which SQLite gives by itself: a pull reads where the sequence stands,
        # then what changed, and the two must fit.
        moment = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        reading = self.engine.execution_options(learnup_read=True, **moment)
        self._read = async_sessionmaker(reading, expire_on_commit=False)

    @contextlib.asynccontextmanager
    async def transaction(self, write: bool = True) -> AsyncIterator[AsyncSession]:
        """A session in a transaction: committed when the block ends, rolled back when it raises.

        A transaction for reading never waits for a writer (SQLite: a snapshot of the write-ahead log).
        """
        if not write:
            async with self._read() as session:
                yield session
            return
        async with self._turn or contextlib.nullcontext(), self._write() as session:
            yield session
            await self._before_commit(session)
            await session.commit()
        await self._after_commit(session)

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # The driver must not begin transactions on its own: _begin_sqlite does.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get("learnup_read", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
