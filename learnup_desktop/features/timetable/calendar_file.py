"""A calendar file that is kept up to date where the person wants it, so that another calendar can subscribe to it.

The place belongs to the account: two people at one computer do not write over each other. Replaced as a whole, so that
whoever reads it finds the old file or the new one.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from learnup_desktop.base.files import storage_fault, write_atomically
from learnup_desktop.base.log import get_logger

CONFIG_FILE = "calendar.json"
"""In the account's folder."""

REFRESH = timedelta(hours=1)
LARGEST_READ = 20_000_000
"""What is larger at the chosen place is none of ours."""
_log = get_logger(__name__)

MakeCalendar = Callable[[bytes], Awaitable[bytes]]
"""Gives the calendar that takes the place of the one given."""


class CalendarFile:
    """The kept file of one account.

    Args:
        folder: of the account.
        make: the calendar as it is now.
    """

    def __init__(self, folder: Path, make: MakeCalendar) -> None:
        self._config = folder / CONFIG_FILE
        self._make = make
        self._writing = asyncio.Lock()

    async def path(self) -> Path | None:
        """Where the file is kept; None: nowhere."""
        return await asyncio.to_thread(_chosen, self._config)

    async def keep(self, path: Path) -> None:
        """Keep the file at ``path`` from now on; it is there when this returns.

        Raises:
            StorageError: it cannot be written there; then nothing is kept.
        """
        async with self._writing:
            await self._write(path)
            document = json.dumps({"path": str(path)}).encode()
            await asyncio.to_thread(write_atomically, self._config, document)

    async def stop(self) -> None:
        """No longer; the file stays as it is.

        Raises:
            StorageError: the choice could not be taken back.
        """
        try:
            await asyncio.to_thread(self._config.unlink, missing_ok=True)
        except OSError as error:
            raise storage_fault(error, self._config) from error

    async def refresh(self) -> bool:
        """Write the file if it says something else now; whether it did.

        Raises:
            StorageError: it cannot be read or written.
        """
        async with self._writing:
            path = await self.path()
            return path is not None and await self._write(path)

    async def _write(self, path: Path) -> bool:
        before = await asyncio.to_thread(_content, path)
        calendar = await self._make(before)
        if calendar == before:
            return False
        await asyncio.to_thread(write_atomically, path, calendar)
        return True


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST_READ else b""
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise storage_fault(error, path) from error


def _chosen(config: Path) -> Path | None:
    try:
        return Path(str(json.loads(config.read_bytes())["path"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("where the calendar is kept cannot be read", reason=str(error))
        return None
