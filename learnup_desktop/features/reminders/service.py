"""Use case of reminders: what is to be said now, out of the cache, each thing once over every restart."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.files import write_atomically
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.classes import Lesson
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.reminders import (
    HORIZON,
    MISSED_FOR,
    ReminderKind,
    ReminderRules,
    Telling,
    decide,
    plan_reminders,
)

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache

TOLD_FILE = "reminders.json"
"""In the account's folder: what was said, by key, with the second of its beginning."""
_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What to say, with the lessons and exams it is about.

    Attributes:
        next_at: when to look again; None: when the timetable changes.
    """

    now: tuple[Lesson | ExamSummary, ...] = ()
    missed: tuple[Lesson | ExamSummary, ...] = ()
    next_at: datetime | None = None


class ReminderService:
    """Decides what is said; saying it is somebody else's business.

    Args:
        cache: of the account.
        folder: of the account.
        now: server time, aware.
        zone: where the person is.
        rules: what is set at the moment; None: no reminders.
    """

    def __init__(
        self,
        cache: "Cache",
        folder: Path,
        now: Callable[[], datetime],
        zone: tzinfo,
        rules: Callable[[], ReminderRules | None],
    ) -> None:
        self._cache = cache
        self._path = folder / TOLD_FILE
        self._now = now
        self._zone = zone
        self._rules = rules
        self._since = now()
        self._told: dict[str, int] | None = None

    async def due(self) -> Spoken:
        """What is to be said now. It counts as said when this returns, also over a restart.

        Raises:
            StorageError: the cache cannot be read, or what is said cannot be noted.
        """
        rules = self._rules()
        if rules is None:
            return Spoken()
        now = self._now()
        lessons = await self._cache.lessons_between(now - MISSED_FOR, now + HORIZON)
        exams = await self._cache.ending_from(Stream.EXAMS, ExamSummary, now - MISSED_FOR)
        exams = [exam for exam in exams if exam.opens_at < now + HORIZON]
        told = await self._load()
        planned = plan_reminders(lessons, exams, rules, self._zone)
        telling = decide(planned, now, told.keys(), self._since, rules, self._zone)
        await self._note(telling, told, now)
        by_key: dict[tuple[ReminderKind, str], Lesson | ExamSummary] = {
            **{(ReminderKind.LESSON, lesson.id): lesson for lesson in lessons},
            **{(ReminderKind.EXAM, exam.id): exam for exam in exams},
        }
        # Beyond what was looked at there may be more: the next look is at the horizon at the latest.
        horizon = now + HORIZON / 2
        return Spoken(
            tuple(by_key[item.kind, item.id] for item in telling.now),
            tuple(by_key[item.kind, item.id] for item in telling.missed),
            min(telling.next_at or horizon, horizon),
        )

    async def _note(self, telling: Telling, told: dict[str, int], now: datetime) -> None:
        said = {item.key: int(item.starts_at.timestamp()) for item in (*telling.now, *telling.missed)}
        if not said:
            return
        old = (now - timedelta(days=2)).timestamp()
        kept = {key: at for key, at in told.items() if at >= old} | said
        await asyncio.to_thread(write_atomically, self._path, json.dumps(kept, sort_keys=True).encode())
        self._told = kept

    async def _load(self) -> dict[str, int]:
        if self._told is None:
            self._told = await asyncio.to_thread(_read, self._path)
        return self._told


def _read(path: Path) -> dict[str, int]:
    """What was said; nothing when the file is not there or damaged: then something may be said a second time."""
    try:
        document = json.loads(path.read_bytes())
        return {str(key): int(at) for key, at in document.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        _log.warning("what was reminded of cannot be read", reason=str(error))
        return {}
