"""Sealed evidence pictures go up in the background, slowly, so that answers always have the line first.

The folder is the queue: ``<folder>/<attempt id>/<aa>/<sha256>`` is a picture that the platform does not hold yet. A
file is removed only when the platform has acknowledged its hash; a crash repeats at most one part of one picture.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.errors import ConflictError, LearnUpError
from learnup_desktop.base.files import storage_fault
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.sync.backoff import Backoff, is_passing

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.contract.invigilation import EvidenceState

PART_BYTES = 64 * 1024
"""At the least budget of 8 kbit/s a part takes a minute; a cut line repeats no more than that."""
LOOK_SECONDS = 20.0
"""How often the folder is looked at when nobody calls ``wake``."""
_REFUSED = ".refused"

_log = get_logger(__name__)


class EvidencePump:
    """Uploads of one account.

    Args:
        folder: the account's evidence folder; need not exist.
        exams: the platform.
        kilobits_per_second: the bandwidth that evidence may take, from the exam's policy.
    """

    part_bytes = PART_BYTES
    look_seconds = LOOK_SECONDS

    def __init__(self, folder: Path, exams: "ExamsApi", kilobits_per_second: int = 256) -> None:
        self._folder = folder
        self._exams = exams
        self.kilobits_per_second = kilobits_per_second
        self._task: asyncio.Task[None] | None = None
        self._awake = asyncio.Event()
        self._backoff = Backoff(2.0, 120.0)

    def start(self) -> None:
        """Begin; doing so twice is harmless."""
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="evidence")

    def wake(self) -> None:
        """There is a new picture, or the network is back."""
        self._awake.set()

    async def close(self) -> None:
        """Stop; what is not sent stays in the folder."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def waiting(self) -> int:
        """How many pictures the platform does not hold yet."""
        return len(await asyncio.to_thread(self._files))

    async def send_all(self) -> int:
        """Send what there is; returns how many pictures the platform has taken.

        Raises:
            LearnUpError: the line is down or the platform is away; the rest waits.
        """
        sent = 0
        for path in await asyncio.to_thread(self._files):
            sent += await self._send(path)
        return sent

    async def _run(self) -> None:
        while True:
            pause = self.look_seconds
            self._awake.clear()
            try:
                await self.send_all()
                self._backoff.reset()
            except LearnUpError as error:
                pause = self._backoff.after(error)
            await wait_at_most(self._awake, pause)

    async def _send(self, path: Path) -> bool:
        """Send one picture; False when it is refused for good and put aside."""
        attempt_id, digest = path.parts[-3], path.name
        try:
            sealed = await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise storage_fault(error, path) from error
        if sha256_hex(sealed) != digest:
            await asyncio.to_thread(self._put_aside, path)
            return False
        try:
            await self._send_parts(attempt_id, digest, sealed)
        except LearnUpError as error:
            if is_passing(error):
                raise
            if self._not_yet(attempt_id, error):
                return False
            _log.warning("evidence is refused: %s", error.code)
            await asyncio.to_thread(self._put_aside, path)
            return False
        await asyncio.to_thread(self._taken, path)
        return True

    async def _put(self, attempt_id: str, digest: str, part: bytes, offset: int, total: int) -> "EvidenceState":
        """Send one part."""
        return await self._exams.put_evidence(attempt_id, digest, part, offset=offset, total=total)

    def _not_yet(self, attempt_id: str, error: LearnUpError) -> bool:
        """Whether a refusal only means that it is too early; the picture waits."""
        return False

    def _taken(self, path: Path) -> None:
        """The platform holds it."""
        path.unlink(missing_ok=True)

    def _put_aside(self, path: Path) -> None:
        """Keep what the platform does not take: a person may want to know."""
        path.replace(path.with_name(path.name + _REFUSED))

    async def _send_parts(self, attempt_id: str, digest: str, sealed: bytes) -> None:
        offset, turned_back = 0, False
        while offset < len(sealed):
            part = sealed[offset : offset + self.part_bytes]
            try:
                held = await self._put(attempt_id, digest, part, offset, len(sealed))
            except ConflictError as error:
                details = error.arguments.get("details")
                known = details.get("receivedBytes") if isinstance(details, dict) else None
                if not isinstance(known, int) or turned_back or not 0 <= known <= len(sealed):
                    raise
                offset, turned_back = known, True
                continue
            turned_back = False
            if held.complete:
                break
            offset = held.received_bytes
            await asyncio.sleep(len(part) * 8 / (self.kilobits_per_second * 1000))
        # The pause after the last part keeps many small pictures within the budget too.
        await asyncio.sleep(min(len(sealed), self.part_bytes) * 8 / (self.kilobits_per_second * 1000))

    def _files(self) -> list[Path]:
        return sorted(_sealed_files(self._folder), key=_age)


def _sealed_files(folder: Path) -> Iterator[Path]:
    for path in folder.glob("*/??/*"):
        if len(path.name) == 64 and path.is_file():
            yield path


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
