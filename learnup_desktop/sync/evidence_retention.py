"""Pictures that never got to the platform are kept no longer here than the school would keep them.

What the platform has acknowledged leaves this computer at once (``evidence_pump``). What it refused, or what waits on a
computer that has not been online since, lies sealed in the account's folder; it is deleted when the exam's policy says
so, counted from when the picture was made.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.log import get_logger

if TYPE_CHECKING:
    from learnup_desktop.store.journal import JournalStore

LOOK_SECONDS = 3600.0
"""As often as the platform's own job."""
FIRST_SECONDS = 60.0
"""The first look waits for the start to be over: nothing here is urgent."""
_DAY_SECONDS = 86_400.0

_log = get_logger(__name__)


class EvidenceRetention:
    """Deletes old pictures of one account.

    Args:
        folder: the account's evidence folder; need not exist.
        journal: knows each attempt's policy; an attempt it does not know is held to the default.
        now: seconds since 1970, the clock that file times are in.
        first_seconds: how long after ``start`` the first look is.
    """

    def __init__(
        self,
        folder: Path,
        journal: "JournalStore",
        now: Callable[[], float] = time.time,
        first_seconds: float = FIRST_SECONDS,
    ) -> None:
        self._folder = folder
        self._journal = journal
        self._now = now
        self._first_seconds = first_seconds
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look soon and then every hour; doing so twice is harmless."""
        if self._task is None:
            self._task = spawn(self._run(), "evidence-retention")

    async def close(self) -> None:
        """Stop."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def forget_old(self) -> int:
        """Delete what is too old; returns how many pictures.

        Raises:
            StorageError: the journal cannot be read.
        """
        from learnup_desktop.contract.integrity import ProctoringPolicy

        days = {
            meta.attempt_id: ProctoringPolicy.model_validate(dict(meta.policy)).retention_days
            for meta in await self._journal.attempts()
        }
        return await asyncio.to_thread(self._delete, days, ProctoringPolicy().retention_days)

    async def _run(self) -> None:
        await asyncio.sleep(self._first_seconds)
        while True:
            try:
                gone = await self.forget_old()
            except StorageError as error:
                _log.warning("old pictures stay for now", code=error.code, reason=error.detail)
            else:
                if gone:
                    _log.info("%d pictures were deleted: their time was over", gone)
            await asyncio.sleep(LOOK_SECONDS)

    def _delete(self, days: dict[str, int], default: int) -> int:
        gone = 0
        for path in self._folder.glob("*/??/*"):
            oldest = self._now() - days.get(path.parts[-3], default) * _DAY_SECONDS
            try:
                if path.is_file() and path.stat().st_mtime < oldest:
                    path.unlink()
                    gone += 1
            except FileNotFoundError:  # the pump has sent it meanwhile
                continue
            except OSError as error:  # another program holds it; the next look tries again
                _log.warning("an old picture cannot be deleted yet", reason=repr(error))
        return gone
