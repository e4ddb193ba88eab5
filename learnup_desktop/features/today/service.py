"""The use case of Today: one reading of the cache, and the readiness of this PC for the next exam."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exams import ExamSummary
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.today.plan import LOOK_AHEAD, ReadinessLine, TodayPlan, plan_today

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache

Readiness = Callable[[str], Awaitable[Sequence[ReadinessLine]]]
"""What an exam (by id) needs of this PC and how it stands; may take seconds, so it is asked apart."""


class TodayService:
    """Reads what the page shows.

    Args:
        cache: of the account.
        now: server time, aware.
        zone: where the person is.
        readiness: given by the composition root, since features do not know each other; None where nobody sits exams.
    """

    def __init__(
        self, cache: "Cache", now: Callable[[], datetime], zone: tzinfo, readiness: Readiness | None = None
    ) -> None:
        self._cache = cache
        self.now = now
        self._zone = zone
        self._readiness = readiness

    async def plan(self) -> TodayPlan:
        """The page as the cache has it.

        Raises:
            StorageError: the cache cannot be read.
        """
        now = self.now()
        lessons = await self._cache.lessons_between(now - timedelta(days=1), now + LOOK_AHEAD + timedelta(days=1))
        return plan_today(
            lessons,
            await self._cache.all(Stream.EXAMS, ExamSummary),
            await self._cache.all(Stream.ANNOUNCEMENTS, Announcement),
            now=now,
            zone=self._zone,
            as_of=await self._cache.as_of(),
        )

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
