"""Which notices of absences are news to this computer: each state of each is told once, over every restart."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.files import write_atomically
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.attendance_record import AbsenceNotice
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache

TOLD_FILE = "absences.json"
"""In the account's folder: what was told, by notice, with the state that it said."""

NEWS_FOR = timedelta(days=3)
"""What changed longer ago stands on the page of one's record, and nobody is startled by it after the holidays."""

_READ = 50
_log = get_logger(__name__)


class AbsenceNews:
    """Decides what is told; telling is somebody else's business.

    Args:
        cache: of the account.
        folder: of the account.
        now: server time, aware.
    """

    def __init__(self, cache: "Cache", folder: Path, now: Callable[[], datetime]) -> None:
        self._cache = cache
        self._path = folder / TOLD_FILE
        self._now = now

    async def due(self) -> Sequence[AbsenceNotice]:
        """What is to be told now, the latest lesson first. It counts as told when this returns.

        A correction is news only to a computer that told of the absence.

        Raises:
            StorageError: the cache cannot be read, or what is told cannot be noted.
        """
        found = await self._cache.newest(Stream.NOTICES, AbsenceNotice, _READ)
        told = await asyncio.to_thread(_read, self._path)
        since = self._now() - NEWS_FOR
        news = [
            notice
            for notice in found
            if told.get(notice.id) != _says(notice)
            and notice.changed_at >= since
            and (notice.id in told or not notice.corrected)
        ]
        if news:
            kept = {notice.id: told[notice.id] for notice in found if notice.id in told}
            kept |= {notice.id: _says(notice) for notice in news}
            await asyncio.to_thread(write_atomically, self._path, json.dumps(kept, sort_keys=True).encode())
        return news


def _says(notice: AbsenceNotice) -> str:
    return f"{notice.state.value} {notice.minutes_late}"


def _read(path: Path) -> dict[str, str]:
    """What was told; nothing when the file is not there or damaged: then something may be told a second time."""
    try:
        document = json.loads(path.read_bytes())
        return {str(key): str(said) for key, said in document.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as error:
        _log.warning("what was told of absences cannot be read", reason=str(error))
        return {}
