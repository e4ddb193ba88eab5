"""What somebody writes while studying: highlights, notes, bookmarks, flashcards with their reviews, reading places.

All of it belongs to one account and is written on several computers at once, with and without a network. So nothing
here is a value that a later one overwrites: an annotation is a set that only grows (``domain.annotations`` has the
rule), and any part of one may be sent by itself.
"""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, UtcTime, WireModel

LONGEST_TEXT = 8000
"""Characters of a note, or of one side of a card."""
LONGEST_QUOTE = 4000
CONTEXT = 48
"""Characters kept before and after a quoted place, to find it again in a newer version of the document."""
ANNOTATIONS_A_REQUEST = 200


class AnnotationKind(StrEnum):
    """What an annotation is."""

    HIGHLIGHT = "highlight"
    NOTE = "note"
    BOOKMARK = "bookmark"
    CARD = "card"


class Colour(StrEnum):
    """Marker pens; what they look like is the theme's business."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


class Anchor(WireModel):
    """The place an annotation belongs to, in the manner of the W3C Web Annotation selectors.

    ``start`` and ``end`` are the text position selector (code points of the page's plain text); ``exact``, ``prefix``
    and ``suffix`` the text quote selector; ``milliseconds`` the place in a recording. ``sha256`` names the version of
    the document that it was made in. All empty: the document as a whole.
    """

    sha256: str = Field(default="", max_length=64)
    page: int | None = Field(default=None, ge=0, le=100_000)
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)
    exact: str = Field(default="", max_length=LONGEST_QUOTE)
    prefix: str = Field(default="", max_length=CONTEXT)
    suffix: str = Field(default="", max_length=CONTEXT)
    milliseconds: int | None = Field(default=None, ge=0)


class Version(WireModel):
    """What an annotation says, as somebody saved it. ``front`` is a card's question, ``text`` its answer."""

    id: Identifier
    at: UtcTime
    text: str = Field(default="", max_length=LONGEST_TEXT)
    front: str = Field(default="", max_length=LONGEST_TEXT)
    colour: Colour = Colour.YELLOW


class Review(WireModel):
    """One look at a card. ``rating``: 1 again, 2 hard, 3 good, 4 easy, as FSRS counts them."""

    id: Identifier
    at: UtcTime
    rating: int = Field(ge=1, le=4)
    milliseconds: int = Field(default=0, ge=0)


class Annotation(WireModel):
    """An annotation, or a part of one: the ``annotations`` stream, and what ``PUT study/annotations`` takes.

    Attributes:
        source_id: the highlight that a card was made from.
        versions: what it says now; several when computers wrote at the same time, none when it was deleted.
        replaced: ids of versions that somebody has seen and replaced (by another one, or by deleting).
        reviews, undone: a card's log, and the ids of reviews taken back.
    """

    id: Identifier
    material_id: Identifier
    kind: AnnotationKind
    created_at: UtcTime
    anchor: Anchor = Field(default_factory=Anchor)
    source_id: str = Field(default="", max_length=64)
    versions: tuple[Version, ...] = ()
    replaced: tuple[Identifier, ...] = ()
    reviews: tuple[Review, ...] = ()
    undone: tuple[Identifier, ...] = ()


class AnnotationUpload(WireModel):
    """``PUT study/annotations``: any parts, any order; repeats are harmless."""

    annotations: list[Annotation] = Field(max_length=ANNOTATIONS_A_REQUEST)


class AnnotationsTaken(WireModel):
    """The answer: each annotation that was sent as it stands now. What is missing was refused (``refused``: its id)."""

    annotations: list[Annotation]
    refused: list[Identifier] = Field(default_factory=list)


class ReadingPlace(WireModel):
    """Where somebody stopped in a document: the ``places`` stream (its id is the material's).

    Attributes:
        place: what the viewer of that kind of document goes by, in thousandths (canonical JSON has no fractions).
        furthest: how far anybody of this account has come, in thousandths of the document.
    """

    material_id: Identifier
    at: UtcTime
    place: dict[str, int] = Field(default_factory=dict, max_length=16)
    furthest: int = Field(default=0, ge=0, le=1000)


class PlacesUpload(WireModel):
    """``PUT study/places``."""

    places: list[ReadingPlace] = Field(max_length=ANNOTATIONS_A_REQUEST)


class PlacesTaken(WireModel):
    """The answer: each place that was sent as it stands now."""

    places: list[ReadingPlace]
