"""Sealed drawings and photographs go up in the background, resumed where the line broke, the newest first.

They are parts of answers: nothing is thrown away here. A file that the platform holds gets ``<sha256>.sent`` beside it
and stays; one that is refused for good gets ``<sha256>.refused`` and stays too, for the emergency export.
"""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import LearnUpError, NotFoundError
from learnup_desktop.base.files import write_atomically
from learnup_desktop.sync.evidence_pump import EvidencePump

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.contract.invigilation import EvidenceState

KILOBITS_PER_SECOND = 4000
"""A photograph of 2 MB takes 4 s where the line allows it, and leaves room for the journal."""
ASK_AGAIN_SECONDS = 30.0
"""How long an attempt that the platform does not know is left alone."""
_SENT, _REFUSED = ".sent", ".refused"


class WorkPump(EvidencePump):
    """Uploads of one account's pictures of working; see :class:`EvidencePump`.

    Args:
        folder: ``<folder>/<attempt id>/<aa>/<sha256>``; need not exist.
        exams: the platform.
    """

    part_bytes = 256 * 1024
    look_seconds = 3.0

    def __init__(self, folder: Path, exams: "ExamsApi") -> None:
        super().__init__(folder, exams, KILOBITS_PER_SECOND)
        self._unknown: dict[str, float] = {}

    async def _put(self, attempt_id: str, digest: str, part: bytes, offset: int, total: int) -> "EvidenceState":
        return await self._exams.put_work(attempt_id, digest, part, offset=offset, total=total)

    def _not_yet(self, attempt_id: str, error: LearnUpError) -> bool:
        """An attempt that was begun without a network is not known there until it is registered."""
        if not isinstance(error, NotFoundError):
            return False
        self._unknown[attempt_id] = time.monotonic() + ASK_AGAIN_SECONDS
        return True

    def _taken(self, path: Path) -> None:
        write_atomically(path.with_name(path.name + _SENT), b"")

    def _put_aside(self, path: Path) -> None:
        write_atomically(path.with_name(path.name + _REFUSED), b"")

    def _files(self) -> list[Path]:
        now = time.monotonic()
        waiting = [
            path
            for path in super()._files()
            if self._unknown.get(path.parts[-3], 0.0) <= now
            and not (_is_marked(path, _SENT) or _is_marked(path, _REFUSED))
        ]
        return waiting[::-1]


def _is_marked(path: Path, suffix: str) -> bool:
    return path.with_name(path.name + suffix).exists()
