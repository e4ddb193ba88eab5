"""A SQLite file whose content can be had again: damaged, it is replaced by an empty one instead of being mended."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from learnup_desktop.base.errors import DamagedFileError, StorageError
from learnup_desktop.base.files import storage_fault
from learnup_desktop.base.log import get_logger
from learnup_desktop.store.database import Database, Migration

Result = TypeVar("Result")
_log = get_logger(__name__)


class RebuildableDatabase:
    """As ``Database``, not durable, and never in the way because it is damaged or of a newer version.

    Attributes:
        rebuilt: whether the file had to be made anew since it was opened.
    """

    def __init__(self, path: Path, migrations: Sequence[Migration]) -> None:
        self.path = path
        self.rebuilt = False
        self._migrations = migrations
        self._database = Database(path, migrations, durable=False)
        self._rebuilding = asyncio.Lock()

    async def run(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        """As ``Database.run``; a damaged file is replaced and the function asked again.

        Raises:
            StorageError: the disk refused.
        """
        database = self._database
        try:
            return await database.run(function)
        except DamagedFileError as error:
            _log.warning("damaged, made anew", file=self.path.name, reason=error.detail)
        except StorageError as error:
            if self._database is database and not error.arguments.get("newer"):
                raise
        await self._rebuild(database)
        return await self._database.run(function)

    async def close(self) -> None:
        """Close the file."""
        await self._database.close()

    async def _rebuild(self, damaged: Database) -> None:
        """Put an empty file in place of ``damaged``, once, however many readings have run into it."""
        async with self._rebuilding:
            if self._database is not damaged:
                return
            await damaged.close()
            await asyncio.to_thread(_remove_files, self.path)
            self._database = Database(self.path, self._migrations, durable=False)
            self.rebuilt = True


def _remove_files(path: Path) -> None:
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise storage_fault(error, path) from error
