"""When a card comes round again, worked out from its log of reviews by FSRS (the ``fsrs`` library).

Nothing of a card's state is stored or sent: two computers that hold the same log compute the same state, so logs that
were written apart are merged by putting them together and asking the library once more. That is also why its random
spreading of long intervals ("fuzz") is off.

The library is imported when the first card is looked at.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from learnup_desktop.contract.study import Annotation, Review
from learnup_desktop.domain.annotations import standing_reviews

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

DESIRED_RETENTION = 0.9
"""Share of cards that should still be known when they come round; FSRS's own default."""
RATINGS = (1, 2, 3, 4)
LEARNING_AHEAD = timedelta(minutes=20)
"""A card that is still being learned is shown this much early when nothing else is left, as Anki does."""

KEPT_SCHEDULES = 20_000
"""A log is worked out once, not after every answer: half a millisecond a card, and people have thousands."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where a card stands.

    Attributes:
        due: when it should be looked at again.
        new: it was never looked at.
        learning: it comes round within minutes, not days.
        stability: days after which it is known with ``DESIRED_RETENTION``; None for a new one.
    """

    due: datetime
    new: bool
    learning: bool
    stability: float | None


def schedule(card: Annotation) -> Schedule:
    """Where a card stands by its log."""
    reviews = standing_reviews(card)
    if not reviews:
        return Schedule(card.created_at, new=True, learning=True, stability=None)
    return _read(_card_of(card, reviews))


def next_dues(card: Annotation, now: datetime) -> dict[int, datetime]:
    """When the card would come round after each rating given ``now``."""
    from fsrs import Rating

    held = _card_of(card, standing_reviews(card))
    moment = now.astimezone(UTC)
    return {rating: _scheduler().review_card(held, Rating(rating), moment)[0].due for rating in RATINGS}


def session_order(cards: Iterable[Annotation], now: datetime, room: int) -> list[Annotation]:
    """The cards to look at now, at most ``room``: those being learned first, then by how long they have waited.

    When nothing is due, cards still being learned are taken a little early rather than letting somebody wait.
    """
    standing = [(schedule(card), card) for card in cards]
    due = [(plan, card) for plan, card in standing if plan.due <= now]
    if not due:
        due = [
            (plan, card)
            for plan, card in standing
            if plan.learning and not plan.new and plan.due <= now + LEARNING_AHEAD
        ]
    due.sort(key=lambda entry: (entry[0].new, not entry[0].learning, entry[0].due, entry[1].id))
    return [card for _, card in due[: max(0, room)]]


@dataclass(frozen=True, slots=True)
class ReviewStatistics:
    """What the reviews add up to; facts, never a streak.

    Attributes:
        days: looks at cards by day, for the last days, today last.
        ahead: cards that come round by day, today (with what has waited) first.
        cards: how many there are; ``new`` of them were never looked at.
        known_per_mille: share of looks in those days at cards learned before that were not "again"; None when there
            were none.
        seconds: spent on the looks in those days.
    """

    days: tuple[tuple[date, int], ...]
    ahead: tuple[tuple[date, int], ...]
    cards: int
    new: int
    known_per_mille: int | None
    seconds: int


def statistics(
    cards: Sequence[Annotation], now: datetime, zone: tzinfo, *, days: int = 14, ahead: int = 7
) -> ReviewStatistics:
    """Add up the logs of all cards, by the days of ``zone``."""
    today = now.astimezone(zone).date()
    looks = {today - timedelta(days=back): 0 for back in range(days - 1, -1, -1)}
    coming = {today + timedelta(days=further): 0 for further in range(ahead)}
    known = asked = milliseconds = new = 0
    for card in cards:
        reviews = standing_reviews(card)
        for number, review in enumerate(reviews):
            day = review.at.astimezone(zone).date()
            if day in looks:
                looks[day] += 1
                milliseconds += review.milliseconds
                if number:
                    asked += 1
                    known += review.rating > 1
        plan = schedule(card)
        new += plan.new
        due_day = max(plan.due.astimezone(zone).date(), today)
        if due_day in coming:
            coming[due_day] += 1
    share = round(1000 * known / asked) if asked else None
    return ReviewStatistics(
        tuple(looks.items()), tuple(coming.items()), len(cards), new, share, round(milliseconds / 1000)
    )


def looked_at(cards: Iterable[Annotation], day: date, zone: tzinfo) -> set[str]:
    """The cards that were looked at on a day, by id: what the daily limit counts."""
    begins = datetime.combine(day, time(), zone)
    ends = datetime.combine(day + timedelta(days=1), time(), zone)
    return {card.id for card in cards if any(begins <= review.at < ends for review in standing_reviews(card))}


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(desired_retention=DESIRED_RETENTION, enable_fuzzing=False)


def _card_of(card: Annotation, reviews: Sequence[Review]) -> "Card":
    return _after(card.created_at, tuple((review.at, review.rating) for review in reviews))


@lru_cache(maxsize=KEPT_SCHEDULES)
def _after(created_at: datetime, looks: tuple[tuple[datetime, int], ...]) -> "Card":
    """The library's card after these looks; it copies a card before it changes it, so one is given to all who ask."""
    from fsrs import Card, Rating, ReviewLog

    fresh = Card(card_id=1, due=created_at)
    logs = [ReviewLog(1, Rating(rating), at.astimezone(UTC), None) for at, rating in looks]
    return _scheduler().reschedule_card(fresh, logs)


def _read(card: "Card") -> Schedule:
    from fsrs import State

    return Schedule(card.due, new=False, learning=card.state != State.Review, stability=card.stability)
