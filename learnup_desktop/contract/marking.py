"""What is right, and what it is worth: the marking scheme of a paper, and marks as teachers give and read them.

A scheme never leaves the platform. How each key is applied, partial credit included, is ``domain.grading``; numbers
are decimal strings on the wire, since marks are added and compared exactly.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from learnup_desktop.contract.answers import Answer
from learnup_desktop.contract.wire import Identifier, LocalizedText, UtcTime, WireModel

Share = Annotated[Decimal, Field(ge=0, le=1)]
"""Of the marks of a question or blank."""
Marks = Annotated[Decimal, Field(ge=0, le=10_000, decimal_places=2)]


class KeyModel(WireModel):
    """Base of everything here."""


class ChoiceKey(KeyModel):
    """Single, multiple and true/false.

    ``all``: full marks for exactly the right choices. ``share``: right ticks less wrong ticks, of all right ones, never
    below nothing.
    """

    kind: Literal["choices"] = "choices"
    right: list[str] = Field(min_length=1)
    rule: Literal["all", "share"] = "all"


class UnitForm(KeyModel):
    """An accepted unit: ``factor`` of the key's own unit (``{unit: "km", factor: "1000"}`` where the value is in m)."""

    unit: str
    factor: Decimal = Decimal(1)


class NumericKey(KeyModel):
    """A number within a tolerance, absolute or a share of the value, whichever is wider.

    Without ``units`` a unit is not looked at. With them the answer needs one of the forms where the question asks for a
    unit, and a right number with a missing or unknown unit gets ``without_unit`` of the marks.
    """

    kind: Literal["numeric"] = "numeric"
    value: Decimal
    tolerance: Annotated[Decimal, Field(ge=0)] = Decimal(0)
    relative: Annotated[Decimal, Field(ge=0, le=1)] = Decimal(0)
    units: list[UnitForm] = Field(default_factory=list)
    without_unit: Share = Decimal(0)


class AcceptedText(KeyModel):
    """A form of an answer, and what share of the marks it is worth."""

    text: str
    share: Share = Decimal(1)


class TextKey(KeyModel):
    """Accepted forms, compared by ``domain.words.comparable``. With ``review`` a teacher looks at what matches none."""

    kind: Literal["text"] = "text"
    accepted: list[AcceptedText] = Field(min_length=1)
    case_sensitive: bool = False
    review: bool = True


BlankKey = Annotated[ChoiceKey | NumericKey | TextKey, Field(discriminator="kind")]


class BlanksKey(KeyModel):
    """A key for each blank; every blank is worth the same share."""

    kind: Literal["blanks"] = "blanks"
    blanks: dict[str, BlankKey]


class MatchingKey(KeyModel):
    """The partner of each item; ``share`` gives each right pair its share, ``all`` wants every one."""

    kind: Literal["matching"] = "matching"
    matches: dict[str, str]
    rule: Literal["all", "share"] = "share"


class OrderingKey(KeyModel):
    """The right order. ``all`` wants it exactly; ``neighbours`` gives a share for each right pair of neighbours."""

    kind: Literal["ordering"] = "ordering"
    order: list[str] = Field(min_length=2)
    rule: Literal["all", "neighbours"] = "all"


class ManualKey(KeyModel):
    """A teacher marks it; ``guidance`` is for the marker."""

    kind: Literal["manual"] = "manual"
    guidance: LocalizedText | None = None


SimpleKey = Annotated[
    ChoiceKey | NumericKey | TextKey | BlanksKey | MatchingKey | OrderingKey | ManualKey, Field(discriminator="kind")
]


class PartsKey(KeyModel):
    """A key for each part of a structured question."""

    kind: Literal["parts"] = "parts"
    parts: dict[str, SimpleKey]


Key = Annotated[
    ChoiceKey | NumericKey | TextKey | BlanksKey | MatchingKey | OrderingKey | ManualKey | PartsKey,
    Field(discriminator="kind"),
]


class MarkingScheme(KeyModel):
    """Keys by question id; a question without one is marked by a teacher."""

    keys: dict[str, Key] = Field(default_factory=dict)


# --- marks as teachers see them ------------------------------------------------------------------------------------


class MarkState(StrEnum):
    """Who says so."""

    AUTOMATIC = "automatic"
    REVIEW = "review"
    """Proposed by the rules; a teacher should look."""
    WAITING = "waiting"
    """Only a teacher can say."""
    TEACHER = "teacher"
    """A teacher has said."""


class MarkedPart(KeyModel):
    """The marks of a question, or of a part of a structured one (``part`` is its id, empty for the whole)."""

    question_id: Identifier
    part: str = ""
    state: MarkState
    marks: Decimal | None = None
    proposed: Decimal | None = None
    maximum: int
    answer: Answer | None = None
    guidance: LocalizedText | None = None
    comment: str = ""
    marked_by: str | None = None
    marked_at: UtcTime | None = None
    answer_changed: bool = False
    """Another answer counts now than when a teacher marked it."""


class GivenMark(KeyModel):
    """A teacher's mark; None takes an earlier one back, so that the rules' own stands again."""

    question_id: Identifier
    part: str = Field(default="", max_length=64)
    marks: Marks | None
    comment: str = Field(default="", max_length=2000)
    given_at: UtcTime | None = None
    """When it was given, server time; what somebody else has given since then stays, and this one is refused."""


class AttemptMarks(KeyModel):
    """``GET attempts/{id}/marks``: ``total`` is what is known so far; ``complete`` when nothing waits for a teacher."""

    attempt_id: Identifier
    exam_id: Identifier
    total: Decimal
    maximum: int
    complete: bool
    parts: list[MarkedPart]
    refused: list[GivenMark] = Field(default_factory=list)
    """In the answer to ``PUT``: marks that gave way to newer ones of somebody else."""


class MarkRequest(KeyModel):
    """``PUT attempts/{id}/marks``."""

    marks: list[GivenMark] = Field(min_length=1, max_length=400)
