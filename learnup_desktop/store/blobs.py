"""Content-addressed files: papers and evidence. A file is seen only after hash check, fsync, rename and commit.

What arrives is written to ``partial/<sha256>`` and stays there when the line breaks, so that a download goes on where
it stopped.
"""

import asyncio
import contextlib
import hashlib
import os
import re
import time
from collections.abc import AsyncIterable, Callable
from functools import partial
from io import FileIO
from pathlib import Path
from typing import TypeVar
from weakref import WeakValueDictionary

from learnup_desktop.base.errors import DamagedFileError, IntegrityFault
from learnup_desktop.base.files import storage_fault
from learnup_desktop.store.database import Database

_HASH = re.compile(r"[0-9a-f]{64}")
_WRITE_BYTES = 256 * 1024
"""How much is gathered before a thread is asked to write it."""
Result = TypeVar("Result")


class BlobStore:
    """The files below one folder, indexed in the account's durable database."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def folder(self) -> Path:
        """Where the files are, to ask how much room their disk has."""
        return self._folder

    async def check(self, sha256: str) -> None:
        """Read a blob of any size through once.

        Raises:
            DamagedFileError: missing, or other bytes than its hash says; then it is forgotten, to be fetched again.
        """
        place = await self.path(sha256)
        if place is None:
            raise DamagedFileError(f"blob {sha256} is not here", sha256=sha256)
        if await _off_loop(place, partial(_digest, place)) != sha256:
            await self.delete(sha256)
            raise DamagedFileError(f"blob {sha256} was changed", sha256=sha256)

    async def path(self, sha256: str) -> Path | None:
        """Where a complete blob lies, None when it is not here. Its bytes are not checked again; ``read`` does."""
        known = await self._database.run(
            lambda connection: connection.execute("SELECT bytes FROM blobs WHERE sha256 = ?", (sha256,)).fetchone()
        )
        if known is None:
            return None
        place = self._place(sha256)
        size = await asyncio.to_thread(_size, place)
        if size != known[0]:
            await self.delete(sha256)
            return None
        return place

    async def has(self, sha256: str) -> bool:
        """Whether the blob is here."""
        return await self.path(sha256) is not None

    async def read(self, sha256: str) -> bytes:
        """The bytes, checked.

        Raises:
            DamagedFileError: missing, or other bytes than its hash says; then it is forgotten, to be fetched again.
        """
        place = await self.path(sha256)
        if place is None:
            raise DamagedFileError(f"blob {sha256} is not here", sha256=sha256)
        data = await _off_loop(place, place.read_bytes)
        if await asyncio.to_thread(lambda: hashlib.sha256(data).hexdigest()) != sha256:
            await self.delete(sha256)
            raise DamagedFileError(f"blob {sha256} was changed", sha256=sha256)
        return data

    async def partial_bytes(self, sha256: str) -> int:
        """How much of an unfinished blob is here, where a download may go on."""
        return await asyncio.to_thread(_size, self._partial(sha256)) or 0

    async def put(
        self,
        chunks: AsyncIterable[bytes],
        sha256: str,
        *,
        offset: int = 0,
        maximum_bytes: int | None = None,
        on_progress: Callable[[int], None] | None = None,
    ) -> Path:
        """Store a stream of bytes; the blob is visible only once the whole of it has the hash.

        Args:
            offset: the stream begins this many bytes into the blob; what is here beyond it is written over.
            maximum_bytes: more than this is refused.
            on_progress: called with the number of bytes here after each write.

        Raises:
            IntegrityFault: complete, but with another hash, or too long; what was written is deleted.
            DiskFullError, StorageError: the disk refused; what fits stays for resuming.
            Exception: whatever the stream raises; what arrived stays for resuming.
        """
        unfinished = self._partial(sha256)
        async with self._turn(sha256):
            opened: list[FileIO] = []
            try:
                await _off_loop(unfinished, lambda: opened.append(_open_partial(unfinished, offset)))
                await self._receive(chunks, sha256, opened[0], offset, maximum_bytes, on_progress)
            finally:
                for file in opened:
                    await _off_loop(unfinished, file.close)
            return await self._finish(sha256, unfinished)

    async def put_bytes(self, data: bytes) -> str:
        """Store bytes made here and return their hash."""
        sha256 = await asyncio.to_thread(lambda: hashlib.sha256(data).hexdigest())
        if not await self.has(sha256):
            await self.put(_once(data), sha256)
        return sha256

    async def delete(self, sha256: str) -> None:
        """Forget a blob and what is here of it."""
        async with self._turn(sha256):
            await self._forget(sha256)

    async def total_bytes(self) -> int:
        """Bytes of all complete blobs."""
        return await self._database.run(
            lambda connection: int(connection.execute("SELECT coalesce(sum(bytes), 0) FROM blobs").fetchone()[0])
        )

    # --- inside ----------------------------------------------------------------------------------------------------

    def _turn(self, sha256: str) -> asyncio.Lock:
        """One writer a blob."""
        return self._turns.setdefault(sha256, asyncio.Lock())

    async def _forget(self, sha256: str) -> None:
        await self._database.run(lambda connection: connection.execute("DELETE FROM blobs WHERE sha256 = ?", (sha256,)))
        for place in (self._place(sha256), self._partial(sha256)):
            await _off_loop(place, partial(place.unlink, missing_ok=True))

    async def _receive(
        self,
        chunks: AsyncIterable[bytes],
        sha256: str,
        file: FileIO,
        offset: int,
        maximum_bytes: int | None,
        on_progress: Callable[[int], None] | None,
    ) -> None:
        """Write what comes; what arrived before the line broke is written too."""
        unfinished, written, buffer = self._partial(sha256), offset, bytearray()

        async def write() -> None:
            nonlocal written
            data = bytes(buffer)
            buffer.clear()
            await _off_loop(unfinished, lambda: _write_all(file, data))
            written += len(data)
            if on_progress is not None:
                on_progress(written)

        try:
            async for chunk in chunks:
                buffer += chunk
                if maximum_bytes is not None and written + len(buffer) > maximum_bytes:
                    buffer.clear()
                    await _off_loop(unfinished, lambda: _forget_file(file, unfinished))
                    raise IntegrityFault(f"blob {sha256} is longer than announced", sha256=sha256)
                if len(buffer) >= _WRITE_BYTES:
                    await write()
        finally:
            if buffer:
                await write()

    async def _finish(self, sha256: str, unfinished: Path) -> Path:
        place = self._place(sha256)
        size = await _off_loop(unfinished, lambda: _seal_in_place(unfinished, place, sha256))
        if size is None:
            raise IntegrityFault(f"what arrived is not blob {sha256}", sha256=sha256)
        added = round(time.time() * 1000)
        await self._database.run(
            lambda connection: connection.execute(
                "INSERT OR REPLACE INTO blobs (sha256, bytes, added_ms) VALUES (?, ?, ?)", (sha256, size, added)
            )
        )
        return place

    def _place(self, sha256: str) -> Path:
        return self._folder / _checked(sha256)[:2] / sha256

    def _partial(self, sha256: str) -> Path:
        return self._folder / "partial" / _checked(sha256)


def is_hash(text: str) -> bool:
    """Whether it can name a blob: 64 lowercase hex digits, and so never a path."""
    return _HASH.fullmatch(text) is not None


def _checked(sha256: str) -> str:
    if not is_hash(sha256):
        raise ValueError("not a SHA-256")
    return sha256


async def _once(data: bytes) -> AsyncIterable[bytes]:
    yield data


async def _off_loop(path: Path, function: Callable[[], Result]) -> Result:
    """Run on a thread to its end, even when the caller is cancelled, with the disk's errors as ours."""

    def work() -> Result:
        try:
            return function()
        except OSError as error:
            raise storage_fault(error, path) from error

    task = asyncio.ensure_future(asyncio.to_thread(work))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        # The thread cannot be stopped, and whoever comes next must not meet it in the same file.
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait({task})
        if not task.cancelled():
            task.exception()
        raise


def _digest(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _size(place: Path) -> int | None:
    try:
        return place.stat().st_size
    except OSError:
        return None


def _open_partial(unfinished: Path, offset: int) -> FileIO:
    unfinished.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Unbuffered: a write that returned is in the file, so that its size says where to go on.
    descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    file = FileIO(descriptor, "r+b")
    try:
        if offset > os.fstat(descriptor).st_size:
            raise ValueError("a blob cannot go on beyond what is here")
        file.truncate(offset)
        file.seek(offset)
    except BaseException:
        file.close()
        raise
    return file


def _forget_file(file: FileIO, unfinished: Path) -> None:
    file.close()
    unfinished.unlink()


def _write_all(file: FileIO, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _seal_in_place(unfinished: Path, place: Path, sha256: str) -> int | None:
    """Check, fsync and rename; the size, or None (and the file is gone) when the hash is another."""
    with unfinished.open("r+b") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            matches = False
        else:
            matches = True
            os.fsync(file.fileno())
    if not matches:
        unfinished.unlink()
        return None
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    size = unfinished.stat().st_size
    unfinished.replace(place)
    if os.name != "nt":
        for folder in (place.parent, place.parent.parent):
            descriptor = os.open(folder, os.O_RDONLY)
            with contextlib.ExitStack() as stack:
                stack.callback(os.close, descriptor)
                os.fsync(descriptor)
    return size
