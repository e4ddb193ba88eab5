"""Reading one's own results from the cache."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from learnup_desktop.contract.exam_list import AttemptState, ExamSummary
from learnup_desktop.contract.results import OwnResult
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache


@dataclass(frozen=True, slots=True)
class OwnResults:
    """What there is to see.

    Attributes:
        published: the latest first.
        waiting: exams handed in whose marks are not published yet, the latest first.
        as_of: when the cache last agreed with the platform.
    """

    published: tuple[OwnResult, ...]
    waiting: tuple[ExamSummary, ...]
    as_of: datetime | None


class ResultsService:
    """Use cases of a student's results.

    Args:
        cache: of the account.
        now: server time.
    """

    def __init__(self, cache: "Cache", now: Callable[[], datetime]) -> None:
        self._cache = cache
        self.now = now

    async def results(self) -> OwnResults:
        """Everything that was published, and what is still being marked.

        Raises:
            StorageError: the cache cannot be read.
        """
        published = await self._cache.all(Stream.RESULTS, OwnResult)
        told = {result.exam_id for result in published}
        exams = await self._cache.all(Stream.EXAMS, ExamSummary)
        waiting = [exam for exam in exams if exam.attempt_state is AttemptState.SUBMITTED and exam.id not in told]
        return OwnResults(
            published=tuple(sorted(published, key=lambda result: (result.sat_at, result.exam_id), reverse=True)),
            waiting=tuple(
                sorted(waiting, key=lambda exam: (exam.submitted_at or exam.opens_at, exam.id), reverse=True)
            ),
            as_of=await self._cache.as_of(),
        )


def share(result: OwnResult) -> float:
    """Marks as a share of what there was, 0 to 1."""
    return float(result.total) / result.maximum if result.maximum else 0.0
