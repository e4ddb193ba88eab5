"""How annotations of one account are merged, so that nothing written on any of its computers is lost.

An annotation is a set of versions of what it says. Whoever edits adds a version and names those that they saw and
replaced; whoever deletes only names them. Merging is the union of both sets, without the versions that are replaced
(an observed-remove set: Shapiro, Preguiça, Baquero, Zawirski, "Conflict-free Replicated Data Types", 2011). So the
order of arrival does not matter, repeats do nothing, two edits made at the same time both stay, and an edit survives a
deletion that did not know of it. Reviews of a card are a log that only grows; taking one back names it.

A part of an annotation (one new version, one review) merges like a whole one, and is all that has to be sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.contract.study import Annotation, Colour, ReadingPlace, Review, Version

Entry = TypeVar("Entry", Version, Review)


@dataclass(frozen=True, slots=True)
class Content:
    """What an annotation says now.

    Attributes:
        texts: the texts that stand, the newest first; more than one when they were written without knowledge of each
            other.
        fronts: likewise of a card's question.
    """

    texts: tuple[str, ...]
    fronts: tuple[str, ...]
    colour: Colour

    @property
    def text(self) -> str:
        """All texts, below each other."""
        return "\n\n".join(self.texts)

    @property
    def front(self) -> str:
        """All questions, below each other."""
        return "\n\n".join(self.fronts)

    @property
    def divided(self) -> bool:
        """Whether somebody should look at it: it was written differently on two computers."""
        return len(self.texts) > 1 or len(self.fronts) > 1


def join(first: Annotation, second: Annotation) -> Annotation:
    """Both together. Commutative, associative, idempotent.

    Raises:
        ValueError: they are not the same annotation.
    """
    if first.id != second.id:
        raise ValueError("only the same annotation can be merged")
    replaced = {*first.replaced, *second.replaced}
    versions = _by_id((*first.versions, *second.versions))
    reviews = _by_id((*first.reviews, *second.reviews))
    return _origin(first, second).model_copy(
        update={
            "versions": tuple(versions[name] for name in sorted(versions.keys() - replaced)),
            "replaced": tuple(sorted(replaced)),
            "reviews": tuple(sorted(reviews.values(), key=lambda item: (item.at, item.id))),
            "undone": tuple(sorted({*first.undone, *second.undone})),
        }
    )


def holds(whole: Annotation, part: Annotation) -> bool:
    """Whether everything of ``part`` is in ``whole``; which of two times or origins stands does not matter here."""
    versions, reviews = {item.id for item in whole.versions}, {item.id for item in whole.reviews}
    return (
        whole.id == part.id
        and {item.id for item in part.versions} <= versions | set(whole.replaced)
        and set(part.replaced) <= set(whole.replaced)
        and {item.id for item in part.reviews} <= reviews
        and set(part.undone) <= set(whole.undone)
    )


def origin(annotation: Annotation) -> Annotation:
    """The annotation without anything that was said in it: what every part carries."""
    return annotation.model_copy(update={"versions": (), "replaced": (), "reviews": (), "undone": ()})


def edit(annotation: Annotation, version: Version) -> Annotation:
    """The part that puts ``version`` in the place of what the annotation says now."""
    seen = tuple(item.id for item in annotation.versions)
    return origin(annotation).model_copy(update={"versions": (version,), "replaced": seen})


def delete(annotation: Annotation) -> Annotation:
    """The part that deletes what the annotation says now. It comes back with :func:`edit`."""
    return origin(annotation).model_copy(update={"replaced": tuple(item.id for item in annotation.versions)})


def add_review(card: Annotation, review: Review) -> Annotation:
    """The part that adds one look at a card to its log."""
    return origin(card).model_copy(update={"reviews": (review,)})


def undo_review(card: Annotation, review_id: str) -> Annotation:
    """The part that takes a review back."""
    return origin(card).model_copy(update={"undone": (review_id,)})


def content(annotation: Annotation) -> Content | None:
    """What the annotation says; None when it is deleted (or only a part of it is here)."""
    versions = sorted(annotation.versions, key=lambda item: (item.at, item.id), reverse=True)
    if not versions:
        return None
    return Content(
        texts=tuple(dict.fromkeys(item.text for item in versions if item.text)),
        fronts=tuple(dict.fromkeys(item.front for item in versions if item.front)),
        colour=versions[0].colour,
    )


def standing_reviews(card: Annotation) -> tuple[Review, ...]:
    """The reviews that count, the oldest first."""
    if not card.undone:
        return card.reviews  # nearly always, and asked for of every card
    undone = set(card.undone)
    return tuple(item for item in card.reviews if item.id not in undone)


def join_places(first: ReadingPlace, second: ReadingPlace) -> ReadingPlace:
    """The later place, and the furthest point of both. Commutative, associative, idempotent.

    Raises:
        ValueError: they are of different documents.
    """
    if first.material_id != second.material_id:
        raise ValueError("only places in the same document can be merged")
    later = max(first, second, key=lambda item: (item.at, canonical_json(item.place)))
    return later.model_copy(update={"furthest": max(first.furthest, second.furthest)})


def _origin(first: Annotation, second: Annotation) -> Annotation:
    """Two origins under one id come from a fault; which one stands must only be the same everywhere."""
    return min(origin(first), origin(second), key=lambda item: canonical_json(item.to_wire()))


def _by_id(items: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for item in items:
        held = found.get(item.id)
        if held is None or (item != held and canonical_json(item.to_wire()) > canonical_json(held.to_wire())):
            found[item.id] = item
    return found
