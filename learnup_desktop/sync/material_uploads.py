"""Material on its way to school: copied here first, sent in parts, and gone on with after a cut or restart.

``<folder>/<id>.json`` says what it is, ``<id>.bin`` are the bytes: whoever puts up a file from a USB stick can take the
stick out. Both are removed once the platform has made material of them.
"""

import asyncio
import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from learnup_desktop.base.background import Listeners, spawn
from learnup_desktop.base.errors import (
    ConflictError,
    LearnUpError,
    NotFoundError,
    RefusedError,
    RuleViolation,
    StorageError,
)
from learnup_desktop.base.files import storage_fault, write_atomically
from learnup_desktop.base.ids import uuid7
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.sync.backoff import Backoff, is_passing

if TYPE_CHECKING:
    from learnup_desktop.api.materials import MaterialsApi

PART_BYTES = 256 * 1024
"""The most that is sent twice after a cut."""
STORAGE_SECONDS = 30.0
"""Between looks at a disk that refuses."""
LARGEST_BYTES = 512 * 1024 * 1024
Result = TypeVar("Result")
_log = get_logger(__name__)


class UploadState(StrEnum):
    """What may happen to an upload next."""

    WAITING = "waiting"
    PAUSED = "paused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way up.

    Attributes:
        material: ``contract.materials.NewMaterial`` in wire form.
        sent: bytes that the platform is known to have.
        error: code of the platform or of the error tree that stopped it.
    """

    id: str
    material: Mapping[str, object]
    size: int
    state: UploadState = UploadState.WAITING
    sent: int = 0
    error: str = ""
    running: bool = field(default=False, compare=False)


class MaterialUploads:
    """The uploads of one account, one file after the other.

    Attributes:
        listeners: called with nothing after each change, on the loop.
    """

    def __init__(self, folder: Path, materials: "MaterialsApi") -> None:
        self._folder = folder
        self._materials = materials
        self._uploads: dict[str, Upload] = {}
        self._loaded = False
        self._awake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._sending: asyncio.Task[None] | None = None
        self._current = ""
        self._not_before: dict[str, float] = {}
        self._backoffs: dict[str, Backoff] = {}
        self.listeners: Listeners[None] = Listeners()

    async def in_use(self) -> bool:
        """Whether an earlier run left anything to send."""
        return await asyncio.to_thread(lambda: any(self._folder.glob("*.json")))

    def start(self) -> None:
        """Send from now on; doing so twice is harmless."""
        if self._task is None:
            self._task = spawn(self._run(), "material uploads")

    def wake(self) -> None:
        """The network may be back: try at once."""
        self._not_before.clear()
        self._awake.set()

    async def close(self) -> None:
        """Stop; what is not sent goes on with the next start."""
        tasks = [task for task in (self._task, self._sending) if task is not None]
        self._task = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def all(self) -> list[Upload]:
        """Every upload, oldest first.

        Raises:
            StorageError: the disk cannot be read.
        """
        await self._load()
        return [
            replace(upload, running=upload.id == self._current)
            for upload in sorted(self._uploads.values(), key=lambda item: item.id)
        ]

    async def add(
        self,
        path: Path,
        *,
        class_id: str,
        title: Mapping[str, str],
        media_type: str,
        due_at: datetime | None = None,
        published: bool = True,
    ) -> Upload:
        """Take a file in: it is copied, and nobody needs the original any more when this returns.

        Raises:
            RuleViolation: it is empty, no plain file, or too large.
            DiskFullError, StorageError: it could not be copied.
        """
        from learnup_desktop.contract.materials import NewMaterial
        from learnup_desktop.contract.wire import LocalizedText

        await self._load()
        identifier = uuid7()
        size, sha256 = await _on_disk(path, lambda: _copy_in(path, self._folder / f"{identifier}.bin"))
        material = NewMaterial(
            id=identifier,
            upload_id=identifier,
            class_id=class_id,
            title=LocalizedText.model_validate(dict(title)),
            media_type=media_type,
            file_name=path.name[:200] or "file",
            size_bytes=size,
            sha256=sha256,
            due_at=due_at,
            published=published,
        )
        upload = Upload(identifier, material.to_wire(), size)
        await self._keep(upload)
        self.start()
        self._awake.set()
        return upload

    async def pause(self, upload_id: str) -> None:
        """Stop one; what has arrived at school stays there."""
        await self._set(upload_id, state=UploadState.PAUSED)
        await self._interrupt(upload_id)

    async def resume(self, upload_id: str) -> None:
        """Let a paused or failed one go on."""
        self._not_before.pop(upload_id, None)
        self._backoffs.pop(upload_id, None)
        await self._set(upload_id, state=UploadState.WAITING, error="")
        self.start()
        self._awake.set()

    async def cancel(self, upload_id: str) -> None:
        """Do not put it up after all; the copy here is deleted, and the platform forgets its parts by their age."""
        upload = self._uploads.pop(upload_id, None)
        await self._interrupt(upload_id)
        if upload is not None:
            await self._forget(upload_id)

    # --- sending ---------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            self._awake.clear()
            try:
                pause = await self._send_next()
            except StorageError as error:
                _log.warning("uploads cannot be read or kept", reason=error.detail, code=error.code)
                pause = STORAGE_SECONDS
            if pause != 0.0:
                await wait_at_most(self._awake, pause)

    async def _send_next(self) -> float | None:
        """Try the first that may go; the seconds until another may, None when nothing waits for its time."""
        await self._load()
        now, pause = asyncio.get_running_loop().time(), None
        for upload in sorted(self._uploads.values(), key=lambda item: item.id):
            if upload.state is not UploadState.WAITING:
                continue
            wait = self._not_before.get(upload.id, now) - now
            if wait <= 0:
                await self._try(upload)
                return 0.0
            pause = wait if pause is None else min(pause, wait)
        return pause

    async def _try(self, upload: Upload) -> None:
        self._current = upload.id
        self._sending = asyncio.create_task(self._send(upload.id), name=f"upload {upload.id}")
        try:
            await asyncio.wait({self._sending})
            if not self._sending.cancelled() and (error := self._sending.exception()) is not None:
                if not isinstance(error, LearnUpError):
                    raise error
                await self._failed(upload.id, error)
        finally:
            if not self._sending.done():
                self._sending.cancel()
            self._current, self._sending = "", None
            self.listeners.tell(None)

    async def _send(self, upload_id: str) -> None:
        from learnup_desktop.contract.materials import NewMaterial

        upload, path = self._uploads[upload_id], self._folder / f"{upload_id}.bin"
        sent = (await self._materials.upload_state(upload_id)).received_bytes
        while sent < upload.size:
            await self._progress(upload_id, sent)
            data = await _on_disk(path, lambda start=sent: _read(path, start))  # type: ignore[misc]  # bound now
            if not data:
                raise RuleViolation("the copy of the file has lost its end")
            answer = await self._materials.upload_part(upload_id, data, sent, upload.size)
            sent = answer.received_bytes
        await self._progress(upload_id, sent)
        await self._materials.add(NewMaterial.model_validate(dict(upload.material)))
        await self._forget(upload_id)

    async def _failed(self, upload_id: str, error: LearnUpError) -> None:
        if upload_id not in self._uploads:
            return
        code = str(getattr(error, "platform_code", "")) or error.code
        backoff = self._backoffs.setdefault(upload_id, Backoff(1.0, 300.0))
        # What the platform has and what we have differ: its word on how much is there settles it, once more or twice.
        again = code in (ErrorCode.UPLOAD_GAP, ErrorCode.UPLOAD_WRONG) and backoff.failures < 2
        refused = isinstance(error, ConflictError | NotFoundError | RefusedError | RuleViolation) and not again
        _log.info("an upload waits", code=code, reason=error.detail, refused=refused)
        if refused or not (again or is_passing(error) or error.code.startswith(("LU-1", "LU-21"))):
            await self._set(upload_id, state=UploadState.FAILED, error=code)
            return
        self._not_before[upload_id] = asyncio.get_running_loop().time() + backoff.after(error)

    async def _interrupt(self, upload_id: str) -> None:
        if self._current == upload_id and self._sending is not None:
            self._sending.cancel()
            await asyncio.gather(self._sending, return_exceptions=True)
        self.listeners.tell(None)

    # --- the folder ------------------------------------------------------------------------------------------------

    async def _progress(self, upload_id: str, sent: int) -> None:
        if upload_id in self._uploads:
            if sent > self._uploads[upload_id].sent:
                self._backoffs.pop(upload_id, None)
            self._uploads[upload_id] = replace(self._uploads[upload_id], sent=sent)
            self.listeners.tell(None)

    async def _set(self, upload_id: str, *, state: UploadState, error: str = "") -> None:
        await self._load()
        if upload_id in self._uploads:
            await self._keep(replace(self._uploads[upload_id], state=state, error=error))

    async def _keep(self, upload: Upload) -> None:
        self._uploads[upload.id] = upload
        document = {
            "material": dict(upload.material),
            "size": upload.size,
            "state": upload.state.value,
            "error": upload.error,
        }
        place = self._folder / f"{upload.id}.json"
        await _on_disk(place, lambda: write_atomically(place, json.dumps(document, ensure_ascii=False).encode()))
        self.listeners.tell(None)

    async def _forget(self, upload_id: str) -> None:
        """Remove the description, then the copy: a copy that nothing describes is swept at the next start."""
        self._backoffs.pop(upload_id, None)
        for ending in ("json", "bin"):
            place = self._folder / f"{upload_id}.{ending}"
            await _on_disk(place, lambda path=place: path.unlink(missing_ok=True))  # type: ignore[misc]  # bound now
        self._uploads.pop(upload_id, None)
        self.listeners.tell(None)

    async def _load(self) -> None:
        if self._loaded:
            return
        found = await _on_disk(self._folder, lambda: _read_all(self._folder))
        if not self._loaded:
            self._loaded = True
            self._uploads = found | self._uploads


async def _on_disk(path: Path, work: Callable[[], Result]) -> Result:
    try:
        return await asyncio.to_thread(work)
    except OSError as error:
        raise storage_fault(error, path) from error


def _copy_in(source: Path, target: Path) -> tuple[int, str]:
    """Copy while hashing; size and hash. Nothing is left when it does not work out."""
    if not source.is_file():
        raise RuleViolation("only plain files can be put up")
    size = source.stat().st_size
    if not 0 < size <= LARGEST_BYTES:
        raise RuleViolation("a file that is put up has something in it, and no more than 512 MiB")
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    try:
        with source.open("rb") as read, target.open("xb") as write:
            while data := read.read(1 << 20):
                digest.update(data)
                write.write(data)
            write.flush()
            os.fsync(write.fileno())
        return target.stat().st_size, digest.hexdigest()
    except OSError:
        target.unlink(missing_ok=True)
        raise


def _read(path: Path, start: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(PART_BYTES)


def _read_all(folder: Path) -> dict[str, Upload]:
    """What an earlier run left. A copy without its description was never asked to be sent, and goes."""
    found: dict[str, Upload] = {}
    for place in sorted(folder.glob("*.json")):
        with contextlib.suppress(ValueError, KeyError, TypeError):
            document = json.loads(place.read_bytes())
            state, error = UploadState(document["state"]), str(document.get("error", ""))
            found[place.stem] = Upload(place.stem, document["material"], int(document["size"]), state, 0, error)
    for place in folder.glob("*.bin"):
        if place.stem not in found:
            place.unlink(missing_ok=True)
    return found
