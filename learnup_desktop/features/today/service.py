"""The use case of Today: one reading of the cache, and the readiness of this PC for the next exam."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Protocol

from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.today.plan import LOOK_AHEAD, ReadinessLine, TodayPlan, TomorrowOffer, plan_today

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.read_marks import ReadMarks

ANNOUNCEMENTS_READ = 50
DUE_READ = 20
"""Read for a page that shows five of each: unread ones may stand behind newer ones that were read."""

Readiness = Callable[[str], Awaitable[Sequence[ReadinessLine]]]
"""What an exam (by id) needs of this PC and how it stands; may take seconds, so it is asked apart."""


class Tomorrow(Protocol):
    """Fetches what the next day needs; given by the composition root, since features do not know each other."""

    async def offer(self) -> TomorrowOffer | None:
        """What would be fetched; None when nothing is missing, or when it is not known yet."""

    async def fetch(self) -> None:
        """Ask for it."""


class TodayService:
    """Reads what the page shows.

    Args:
        cache: of the account.
        now: server time, aware.
        zone: where the person is.
        readiness: given by the composition root, since features do not know each other; None where nobody sits exams.
        marks: of the account: which notices were read here.
        tomorrow: gets what the next day needs; None where nobody studies.
    """

    def __init__(
        self,
        cache: "Cache",
        now: Callable[[], datetime],
        zone: tzinfo,
        readiness: Readiness | None = None,
        marks: "ReadMarks | None" = None,
        tomorrow: Tomorrow | None = None,
    ) -> None:
        self._cache = cache
        self._marks = marks
        self.tomorrow = tomorrow
        self.now = now
        self._zone = zone
        self._readiness = readiness

    async def plan(self) -> TodayPlan:
        """The page as the cache has it.

        Raises:
            StorageError: the cache cannot be read.
        """
        now = self.now()
        ahead = now + LOOK_AHEAD + timedelta(days=1)
        announcements = await self._cache.newest(Stream.ANNOUNCEMENTS, Announcement, ANNOUNCEMENTS_READ)
        return plan_today(
            await self._cache.lessons_between(now - timedelta(days=1), ahead),
            await self._cache.ending_from(Stream.EXAMS, ExamSummary, now),
            announcements,
            due=await self._cache.ending_from(Stream.MATERIALS, Material, now, ahead, DUE_READ),
            unread=await self._marks.unread(announcements) if self._marks is not None else None,
            now=now,
            zone=self._zone,
            as_of=await self._cache.as_of(),
        )

    async def mark_read(self, announcement: Announcement) -> None:
        """Note that a notice was read; it reaches the platform when there is a network.

        Raises:
            StorageError: not stored.
        """
        if self._marks is not None:
            await self._marks.read(announcement)

    @property
    def knows_readiness(self) -> bool:
        """Whether :meth:`readiness` has anything to say."""
        return self._readiness is not None

    async def readiness(self, exam_id: str) -> Sequence[ReadinessLine]:
        """How ready this PC is for an exam; empty when nobody can say.

        Raises:
            LearnUpError: a check failed in a way that is not an answer.
        """
        return await self._readiness(exam_id) if self._readiness is not None else ()
