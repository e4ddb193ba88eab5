"""Sealed papers, fetched days ahead: resumed where the line broke, visible only when the hash is right."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import IntegrityFault, LearnUpError, NetworkError, RefusedError
from learnup_desktop.base.log import get_logger
from learnup_desktop.sync.backoff import Backoff

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.contract.exams import ExamSummary, Paper
    from learnup_desktop.store.blobs import BlobStore

_BREAKS_TAKEN = 8
"""How often in a row the line may break without one byte of progress before the person is asked to try later."""
_RANGE_NOT_SATISFIABLE = 416
_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """Bytes here, of how many."""

    exam_id: str
    here: int
    total: int


ProgressListener = Callable[[DownloadProgress], None]


class PaperDownloads:
    """Papers of one account. Downloads of the same paper share one."""

    def __init__(self, exams: "ExamsApi", blobs: "BlobStore") -> None:
        self._exams = exams
        self._blobs = blobs
        self._under_way: dict[str, asyncio.Task[Path]] = {}

    async def ready(self, exam: "ExamSummary") -> bool:
        """Whether the paper is here, whole."""
        return await self._blobs.has(exam.paper_sha256)

    async def progress(self, exam: "ExamSummary") -> DownloadProgress:
        """How much of the paper is here."""
        if await self.ready(exam):
            return DownloadProgress(exam.id, exam.paper_bytes, exam.paper_bytes)
        return DownloadProgress(exam.id, await self._blobs.partial_bytes(exam.paper_sha256), exam.paper_bytes)

    async def ensure(self, exam: "ExamSummary", on_progress: ProgressListener | None = None) -> Path:
        """Have the sealed paper here and return its file. Cancelling the last caller pauses; what arrived stays.

        Raises:
            IntegrityFault: the platform sends other bytes than the exam names.
            NetworkError, PlatformError: not whole yet; calling again goes on where it stopped.
            DiskFullError, StorageError: the disk refused.
        """
        place = await self._blobs.path(exam.paper_sha256)
        if place is not None:
            return place
        task = self._under_way.get(exam.paper_sha256)
        if task is None:
            task = asyncio.create_task(self._fetch(exam, on_progress), name=f"paper {exam.id}")
            self._under_way[exam.paper_sha256] = task
            task.add_done_callback(lambda done: self._over(exam.paper_sha256, done))
        return await asyncio.shield(task)

    async def open(self, exam: "ExamSummary", content_key: bytes) -> "tuple[Paper, dict[str, bytes]]":
        """Break the seal: the paper, and its images by name.

        Raises:
            DamagedFileError: the paper is not here (any more); ``ensure`` fetches it.
            IntegrityFault: the key does not open it, or it is another exam's.
        """
        from learnup_desktop.domain.sealed_paper import open_paper

        sealed = await self._blobs.read(exam.paper_sha256)
        paper, images = await asyncio.to_thread(open_paper, sealed, content_key)
        if paper.exam_id != exam.id:
            raise IntegrityFault("the paper is of another exam")
        return paper, images

    async def pause(self, exam: "ExamSummary") -> None:
        """Stop a download; ``ensure`` goes on with it."""
        task = self._under_way.get(exam.paper_sha256)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def close(self) -> None:
        """Stop all downloads."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _over(self, sha256: str, task: "asyncio.Task[Path]") -> None:
        self._under_way.pop(sha256, None)
        if not task.cancelled():
            task.exception()  # who waited has it

    async def _fetch(self, exam: "ExamSummary", on_progress: ProgressListener | None) -> Path:
        backoff = Backoff(0.5, 10.0)
        began_anew = False
        reached = 0
        while True:
            try:
                return await self._fetch_rest(exam, on_progress)
            except NetworkError as error:
                here = await self._blobs.partial_bytes(exam.paper_sha256)
                if here > reached:
                    backoff.reset()
                reached = here
                if backoff.failures >= _BREAKS_TAKEN:
                    raise
                await asyncio.sleep(backoff.after(error))
            except (IntegrityFault, RefusedError) as error:
                # A part of an older version may be here: once from the beginning, then it is the platform's doing.
                if began_anew or not _may_begin_anew(error):
                    raise
                began_anew = True
                _log.info("paper begun anew", exam=exam.id, reason=error.detail)
                await self._blobs.delete(exam.paper_sha256)

    async def _fetch_rest(self, exam: "ExamSummary", on_progress: ProgressListener | None) -> Path:
        def tell(here: int) -> None:
            if on_progress is not None:
                on_progress(DownloadProgress(exam.id, here, exam.paper_bytes))

        here = await self._blobs.partial_bytes(exam.paper_sha256)
        if here > exam.paper_bytes:
            raise IntegrityFault("more is here than the paper has")
        # No If-Range: the name of the content is its hash, which is checked at the end whatever the server's tag.
        async with self._exams.paper(exam.id, offset=here) as download:
            return await self._blobs.put(
                download.chunks,
                exam.paper_sha256,
                offset=download.offset,
                maximum_bytes=exam.paper_bytes,
                on_progress=tell,
            )


def _may_begin_anew(error: LearnUpError) -> bool:
    return isinstance(error, IntegrityFault) or getattr(error, "status", 0) == _RANGE_NOT_SATISFIABLE
