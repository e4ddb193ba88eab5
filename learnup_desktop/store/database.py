"""One SQLite file, one thread: the loop never waits for a disk, and writers never meet.

Every call is one transaction on the file's own thread. A durable file is in WAL mode with ``synchronous=FULL``: when
``run`` returns, what it wrote survives a killed process and a cut mains
(https://www.sqlite.org/pragma.html#pragma_synchronous).
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from learnup_desktop.base.errors import (
    DamagedFileError,
    DiskFullError,
    LockedElsewhereError,
    ReadOnlyFolderError,
    StorageError,
)
from learnup_desktop.base.files import storage_fault

Result = TypeVar("Result")
Migration = Callable[[sqlite3.Connection], None]
"""Brings the schema from the version before to its own, in one transaction with its ``user_version``."""

_BUSY_SECONDS = 5.0
_CACHE_KIB = 512
"""SQLite's page cache; the default of 2 MB for each file is more than an idle client needs."""

_BY_CODE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_READONLY: ReadOnlyFolderError,
    sqlite3.SQLITE_PERM: ReadOnlyFolderError,
    sqlite3.SQLITE_AUTH: ReadOnlyFolderError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyFolderError,
    sqlite3.SQLITE_CORRUPT: DamagedFileError,
    sqlite3.SQLITE_NOTADB: DamagedFileError,
    sqlite3.SQLITE_FORMAT: DamagedFileError,
    sqlite3.SQLITE_BUSY: LockedElsewhereError,
    sqlite3.SQLITE_LOCKED: LockedElsewhereError,
}


def translate_sqlite_error(error: sqlite3.Error, path: Path) -> StorageError:
    """Our error for SQLite's; raise it ``from`` the original."""
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind = _BY_CODE.get(primary, StorageError)
    return kind(f"{path.name}: {error}", path=str(path))


def connect(path: Path, *, durable: bool) -> sqlite3.Connection:
    """A connection in the mode all files of the store use: WAL, explicit transactions, no trust in the schema.

    Raises:
        sqlite3.Error: as SQLite says.
    """
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        if durable:
            # macOS answers fsync before the drive has written; elsewhere this changes nothing.
            connection.execute("PRAGMA fullfsync = ON")
            connection.execute("PRAGMA checkpoint_fullfsync = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Run the migrations that the file has not seen, each in a transaction of its own.

    Raises:
        StorageError: the file was written by a newer version of the program.
        sqlite3.Error: as SQLite says.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(migrations):
        raise StorageError(f"written by a newer version ({version} > {len(migrations)})", newer=True)
    for number, migration in enumerate(migrations[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            migration(connection)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


class Database:
    """A SQLite file with its own thread.

    Args:
        path: the file; its folder is made on opening.
        migrations: the schema's history; ``PRAGMA user_version`` counts how many have run.
        durable: commit means on the disk (``synchronous=FULL``), and the file is checked when it is opened.
    """

    def __init__(self, path: Path, migrations: Sequence[Migration], *, durable: bool) -> None:
        self.path = path
        self._migrations = migrations
        self._durable = durable
        self._connection: sqlite3.Connection | None = None
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"learnup-{path.stem}")
        self._closed = False

    async def open(self) -> None:
        """Open the file, check it when durable, and bring its schema up to date. Doing so twice is harmless.

        Raises:
            DamagedFileError: it is no database, or fails its check.
            StorageError: the disk refused, or the file is of a newer version.
        """
        await self._on_thread(self._open)

    async def run(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        """``function(connection)`` as one transaction on the file's thread; opens the file when it is not open yet.

        It is committed when this returns. An exception, ours or SQLite's, rolls everything back. Cancelling the caller
        does not cancel the transaction: once asked for, a write happens.

        Raises:
            DiskFullError, ReadOnlyFolderError, DamagedFileError, LockedElsewhereError, StorageError: as SQLite says.
        """
        return await self._on_thread(partial(self._transact, function))

    async def close(self) -> None:
        """Finish what was asked for, then close. Doing so twice is harmless."""
        if not self._closed:
            self._closed = True
            try:
                await asyncio.shield(asyncio.wrap_future(self._executor.submit(self._close)))
            finally:
                self._executor.shutdown(wait=False)

    async def _on_thread(self, function: Callable[[], Result]) -> Result:
        if self._closed:
            raise StorageError(f"{self.path.name} is closed", path=str(self.path))
        return await asyncio.shield(asyncio.wrap_future(self._executor.submit(function)))

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None:
            return self._connection
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise storage_fault(error, self.path) from error
        connection: sqlite3.Connection | None = None
        try:
            connection = connect(self.path, durable=self._durable)
            migrate(connection, self._migrations)
            if self._durable:
                self._check(connection)
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            raise translate_sqlite_error(error, self.path) from error
        except StorageError:
            if connection is not None:
                connection.close()
            raise
        self._connection = connection
        return connection

    def _check(self, connection: sqlite3.Connection) -> None:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise DamagedFileError(f"{self.path.name}: {verdict}", path=str(self.path))

    def _transact(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        connection = self._open()
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = function(connection)
                connection.execute("COMMIT")
            except BaseException:
                # SQLite itself rolls back on a full disk; only what is still open is ours to end.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise translate_sqlite_error(error, self.path) from error
        return result

    def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.close()
        except sqlite3.Error as error:
            raise translate_sqlite_error(error, self.path) from error
