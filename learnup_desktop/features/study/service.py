"""Use cases of studying: the plan, and a session of reviews with its undo. No Qt, no network."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.study import Annotation, Review
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain import flashcards
from learnup_desktop.domain.annotations import add_review, content, delete, undo_review
from learnup_desktop.domain.flashcards import ReviewStatistics
from learnup_desktop.domain.study_plan import StudyPlan, plan_study

if TYPE_CHECKING:
    from learnup_desktop.store.annotations import AnnotationStore
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.places import ReadingPlaces


@dataclass(frozen=True, slots=True)
class StudyView:
    """Everything the plan's page shows.

    Attributes:
        waiting: cards to look at now, within what is left of today's limit.
        more: cards that are due beyond the limit; they wait for tomorrow.
        looked_at: different cards looked at today.
    """

    plan: StudyPlan
    statistics: ReviewStatistics
    waiting: int
    more: int
    looked_at: int


@dataclass(frozen=True, slots=True)
class Asked:
    """The card that is asked.

    Attributes:
        dues: when it would come round after each rating.
        left: cards of this session, this one included.
        now: when it was taken up.
    """

    card: Annotation
    front: str
    back: str
    dues: dict[int, datetime]
    left: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """A review of this session, for taking it back."""

    card: Annotation
    review_id: str


class StudyService:
    """Plan and reviews of one account.

    Args:
        cache, annotations, places: of the account.
        now: server time, aware.
        zone: where the person is.
        limit: how many different cards a day, from the settings.
    """

    def __init__(
        self,
        cache: "Cache",
        annotations: "AnnotationStore",
        places: "ReadingPlaces",
        now: Callable[[], datetime],
        zone: tzinfo,
        limit: Callable[[], int],
    ) -> None:
        self._cache = cache
        self._annotations = annotations
        self._places = places
        self._zone = zone
        self._limit = limit
        self._given: list[Given] = []
        self._again = ""
        self.now = now

    async def view(self) -> StudyView:
        """The plan as this computer has it.

        Raises:
            StorageError: the disk cannot be read.
        """
        now = self.now()
        plan = plan_study(
            await self._cache.all(Stream.EXAMS, ExamSummary),
            await self._cache.all(Stream.MATERIALS, Material),
            await self._places.all(),
            now,
            self._zone,
        )
        cards = await self._annotations.cards()
        return await asyncio.to_thread(self._view, plan, cards, now)

    async def next(self) -> Asked | None:
        """The card to look at now; None when nothing waits (any more today).

        Raises:
            StorageError: the disk cannot be read.
        """
        cards, now = await self._annotations.cards(), self.now()
        return await asyncio.to_thread(self._next, cards, now)

    async def rate(self, asked: Asked, rating: int) -> None:
        """Write a review into the card's log; it is on the disk when this returns.

        Raises:
            StorageError: not stored.
        """
        now = self.now()
        took = max(0, round((now - asked.now).total_seconds() * 1000))
        review = Review(id=uuid7(), at=now, rating=rating, milliseconds=min(took, 600_000))
        card = await self._annotations.put(add_review(asked.card, review))
        self._given.append(Given(card, review.id))

    @property
    def can_undo(self) -> bool:
        """Whether a review of this session can be taken back."""
        return bool(self._given)

    async def undo(self) -> None:
        """Take the last review of this session back.

        Raises:
            StorageError: not stored; it stays given.
        """
        if self._given:
            given = self._given[-1]
            await self._annotations.put(undo_review(given.card, given.review_id))
            self._given.pop()
            self._again = given.card.id

    async def remove(self, card: Annotation) -> None:
        """Delete a card.

        Raises:
            StorageError: not stored.
        """
        await self._annotations.put(delete(card))
        self._given = [given for given in self._given if given.card.id != card.id]

    # --- inside ----------------------------------------------------------------------------------------------------

    def _room(self, cards: Sequence[Annotation], now: datetime) -> tuple[int, set[str]]:
        """How many more cards today, and those that were looked at today: coming round again costs nothing."""
        day = now.astimezone(self._zone).date()
        seen = flashcards.looked_at(cards, day, self._zone)
        return max(0, self._limit() - len(seen)), seen

    def _queue(self, cards: Sequence[Annotation], now: datetime) -> tuple[list[Annotation], int]:
        """What is to be looked at now, and how many more are due beyond the limit."""
        room, seen = self._room(cards, now)
        ordered = flashcards.session_order(cards, now, len(cards))
        taken: list[Annotation] = []
        beyond = 0
        for card in ordered:
            if card.id not in seen:
                if room == 0:
                    beyond += 1
                    continue
                room -= 1
            taken.append(card)
        return taken, beyond

    def _view(self, plan: StudyPlan, cards: Sequence[Annotation], now: datetime) -> StudyView:
        taken, beyond = self._queue(cards, now)
        statistics = flashcards.statistics(cards, now, self._zone)
        looked = len(flashcards.looked_at(cards, now.astimezone(self._zone).date(), self._zone))
        return StudyView(plan, statistics, len(taken), beyond, looked)

    def _next(self, cards: Sequence[Annotation], now: datetime) -> Asked | None:
        taken, _ = self._queue(cards, now)
        again, self._again = self._again, ""
        # Who takes an answer back wants that card, wherever it stands in the order.
        for card in sorted(taken, key=lambda card: card.id != again):
            said = content(card)
            if said is not None:
                dues = flashcards.next_dues(card, now)
                return Asked(card, said.front, said.text, dues, len(taken), now)
        return None
