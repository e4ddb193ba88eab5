"""Documents kept sealed on this computer that can be had again: a damaged or foreign one is as good as none."""

import asyncio
import contextlib
import hashlib
import os
from pathlib import Path

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.files import storage_fault
from learnup_desktop.store.seal import Sealer


class SealedFiles:
    """Named documents in one folder.

    Args:
        folder: made when the first one is kept.
        sealer: of the account.
    """

    def __init__(self, folder: Path, sealer: Sealer) -> None:
        self._folder = folder
        self._sealer = sealer

    async def put(self, name: str, data: bytes) -> None:
        """Keep a document in place of an older one of that name; whole or not at all.

        Raises:
            StorageError: not stored; the older one still stands.
        """
        await asyncio.to_thread(self._put, name, data)

    async def get(self, name: str) -> bytes | None:
        """The document; None when there is none that can be read."""
        return await asyncio.to_thread(self._get, name)

    def _path(self, name: str) -> Path:
        return self._folder / hashlib.sha256(name.encode()).hexdigest()[:32]

    def _put(self, name: str, data: bytes) -> None:
        path = self._path(name)
        part = path.with_suffix(".part")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(self._sealer.seal(data, name.encode()))
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink()
            raise storage_fault(error, path) from error

    def _get(self, name: str) -> bytes | None:
        try:
            return self._sealer.open(self._path(name).read_bytes(), name.encode())
        except (OSError, IntegrityFault):
            return None
