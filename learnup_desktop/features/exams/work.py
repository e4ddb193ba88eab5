"""Drawings and photographs of one attempt on this PC: sealed and on the disk before the answer names them.

``<folder>/<attempt>/<aa>/<sha256>`` is a sealed file; ``<sha256>.sent`` beside it says that the platform holds it. The
files stay when they are sent, so that a resumed sitting shows them and an emergency export has them.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from learnup_desktop.base.errors import IntegrityFault, LearnUpError, RuleViolation
from learnup_desktop.base.files import storage_fault, write_atomically
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.answers import WorkFile
from learnup_desktop.domain.sealed_work import open_work, seal_work

SENT_SUFFIX = ".sent"
Fetch = Callable[[str, str], Awaitable[bytes]]
_log = get_logger(__name__)


class WorkDesk:
    """One attempt's pictures.

    Args:
        folder: the account's folder of work; need not exist.
        attempt_id: whose.
        keys: what seals the pictures (``domain.sealed_work.work_keys``).
        fetch: asks the platform for a picture that was made on another PC; None where there is no platform.
    """

    def __init__(self, folder: Path, attempt_id: str, keys: Sequence[bytes], fetch: "Fetch | None" = None) -> None:
        self._fetch = fetch
        self._folder = folder / attempt_id
        self._attempt_id = attempt_id
        self._keys = keys

    async def keep(self, picture: bytes, *, sketch: bool = False) -> WorkFile:
        """Seal a picture; when this returns it is on the disk for good.

        Raises:
            RuleViolation: neither PNG nor JPEG, or larger than 10 MB.
            StorageError: the disk refused.
        """
        return await asyncio.to_thread(self._keep, picture, sketch)

    async def read(self, file: WorkFile) -> bytes | None:
        """A picture, from this PC or else from the platform; None when neither has it now.

        Raises:
            StorageError: the disk refused.
        """
        here = await asyncio.to_thread(self._read, file.sha256)
        if here is not None or self._fetch is None:
            return here
        try:
            return await self._fetch(self._attempt_id, file.sha256)
        except LearnUpError as error:
            _log.info("a picture of another PC cannot be shown now", code=error.code)
            return None

    def sent(self, sha256: str) -> bool:
        """Whether the platform holds it."""
        place = self._place(sha256)
        return place.with_name(place.name + SENT_SUFFIX).exists()

    def _keep(self, picture: bytes, sketch: bool) -> WorkFile:
        file, sealed = seal_work(picture, self._attempt_id, self._keys[0], sketch=sketch)
        write_atomically(self._place(file.sha256), sealed)
        return file

    def _read(self, sha256: str) -> bytes | None:
        place = self._place(sha256)
        try:
            return open_work(place.read_bytes(), self._attempt_id, self._keys)[1]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise storage_fault(error, place) from error
        except IntegrityFault:
            return None

    def _place(self, sha256: str) -> Path:
        if len(sha256) != 64:
            raise RuleViolation("not a SHA-256")
        return self._folder / sha256[:2] / sha256
