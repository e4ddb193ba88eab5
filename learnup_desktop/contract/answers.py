"""What a student answers. Answers name ids only: they mean the same in every language and every order on screen."""

from typing import Annotated, Literal

from pydantic import Field

from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES
from learnup_desktop.contract.wire import Sha256, WireModel

_Name = Annotated[str, Field(min_length=1, max_length=64)]
_MOST = 200
"""Blanks, items or parts of one question."""


class ChoiceAnswer(WireModel):
    """Choices ticked, by id, sorted; one at most for a single-choice question. Empty takes the answer back."""

    type: Literal["choices"] = "choices"
    choices: list[str]


class TextAnswer(WireModel):
    """Numeric, short answer and essay: the text as typed."""

    type: Literal["text"] = "text"
    text: str = Field(max_length=100_000)


class BlanksAnswer(WireModel):
    """What stands in the gaps, by the blank's id: the text as typed, or a choice's id. Empty ones are left out."""

    type: Literal["blanks"] = "blanks"
    blanks: dict[_Name, Annotated[str, Field(max_length=2000)]] = Field(max_length=_MOST)


class MatchesAnswer(WireModel):
    """Id of the partner by id of the item; items without one are left out."""

    type: Literal["matches"] = "matches"
    matches: dict[_Name, _Name] = Field(max_length=_MOST)


class OrderAnswer(WireModel):
    """Ids of all items in the student's order; empty takes the answer back."""

    type: Literal["order"] = "order"
    order: list[_Name] = Field(max_length=_MOST)


class WorkFile(WireModel):
    """A drawing or photograph.

    Attributes:
        sha256: of the sealed file (``domain.sealed_work``): its name on this PC, in the chain and on the platform.
        size_bytes: of the picture inside the seal.
        sketch: drawn in the program; it is replaced by its next state, where a photograph is added.
    """

    sha256: Sha256
    size_bytes: int = Field(ge=1, le=MAXIMUM_WORK_BYTES)
    media_type: Literal["image/png", "image/jpeg"]
    sketch: bool = False


class FilesAnswer(WireModel):
    """Drawings and photographs, in the student's order."""

    type: Literal["files"] = "files"
    files: list[WorkFile] = Field(max_length=14)


SimpleAnswer = Annotated[
    ChoiceAnswer | TextAnswer | BlanksAnswer | MatchesAnswer | OrderAnswer | FilesAnswer, Field(discriminator="type")
]


class PartsAnswer(WireModel):
    """The answers to the parts of a structured question, by the part's id; parts without one are left out."""

    type: Literal["parts"] = "parts"
    parts: dict[_Name, SimpleAnswer] = Field(max_length=_MOST)


Answer = Annotated[
    ChoiceAnswer | TextAnswer | BlanksAnswer | MatchesAnswer | OrderAnswer | FilesAnswer | PartsAnswer,
    Field(discriminator="type"),
]
