"""What stands in a paper: the kinds of questions, sections with their own time, pools, sheets and tools.

A paper says nothing about right answers; those are in a ``contract.marking.MarkingScheme`` that never leaves the
platform. Whatever an answer names (a choice, a blank, an item, a part) it names by an id that is the same in every
language and every order, so the student may change the language at will and each student may see another order.

Fields were added since the first version of the contract; each has a default with which an older paper reads as it did.
"""

from typing import Annotated, Literal

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, LocalizedText, WireModel

LocalIdentifier = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
"""Names something within one question: a blank, an item, a part."""

MAXIMUM_WORK_BYTES = 10 * 1024 * 1024
"""Of one drawing or photograph, as every upload."""


class Choice(WireModel):
    """One choice, item or partner; ``id`` is stable whatever the order on screen."""

    id: str
    text: LocalizedText


class Table(WireModel):
    """A table of a question; every row has as many cells as the header, when there is one."""

    caption: LocalizedText | None = None
    header: list[LocalizedText] = Field(default_factory=list)
    rows: list[list[LocalizedText]]


class QuestionBase(WireModel):
    """What every question has. ``images`` name files inside the sealed paper; ``formula`` is LaTeX, shown below.

    ``section`` is the id of a section of the paper, or only a name where the paper lists none. ``pool`` names a pool of
    the section from which some are drawn for each student. ``fixed`` keeps its place when the section is shuffled.
    """

    id: Identifier
    section: str = ""
    marks: int = Field(ge=0)
    text: LocalizedText
    images: list[str] = Field(default_factory=list)
    image_descriptions: list[LocalizedText] = Field(default_factory=list)
    formula: str | None = None
    table: Table | None = None
    pool: str = ""
    fixed: bool = False


class SingleChoiceQuestion(QuestionBase):
    """Exactly one choice."""

    kind: Literal["single"] = "single"
    choices: list[Choice]
    shuffle: bool = False


class MultipleChoiceQuestion(QuestionBase):
    """Any number of choices."""

    kind: Literal["multiple"] = "multiple"
    choices: list[Choice]
    shuffle: bool = False


TRUE, FALSE = "true", "false"
"""Choices of every true/false question."""
_TRUE_FALSE = (
    Choice.model_construct(id=TRUE, text=LocalizedText(en="True", si="සත්‍යයි", ta="சரி")),
    Choice.model_construct(id=FALSE, text=LocalizedText(en="False", si="අසත්‍යයි", ta="பிழை")),
)


class TrueFalseQuestion(QuestionBase):
    """A statement that is true or false; answered by the choice ``true`` or ``false``."""

    kind: Literal["true_false"] = "true_false"

    @property
    def choices(self) -> list[Choice]:
        """The two, in the paper's languages; always in this order."""
        return list(_TRUE_FALSE)


class NumericQuestion(QuestionBase):
    """A number, typed; ``unit`` is shown beside the field. With ``ask_unit`` the student types the unit too."""

    kind: Literal["numeric"] = "numeric"
    unit: str = ""
    ask_unit: bool = False


class ShortAnswerQuestion(QuestionBase):
    """A word or a line."""

    kind: Literal["short"] = "short"
    maximum_length: int = 200


class Blank(WireModel):
    """A gap of a passage: a field, or a list to choose from where there are ``choices``."""

    id: LocalIdentifier
    maximum_length: int = Field(default=60, ge=1, le=200)
    choices: list[Choice] = Field(default_factory=list)


class BlanksQuestion(QuestionBase):
    """A passage with gaps, written ``[[id]]``; each language has all of them, in its own order."""

    kind: Literal["blanks"] = "blanks"
    passage: LocalizedText
    blanks: list[Blank] = Field(min_length=1)


class MatchingQuestion(QuestionBase):
    """For each item the partner among ``choices``; there may be more partners than items."""

    kind: Literal["matching"] = "matching"
    items: list[Choice] = Field(min_length=1)
    choices: list[Choice] = Field(min_length=1)


class OrderingQuestion(QuestionBase):
    """Items to be put in order; where they stand in the paper says nothing."""

    kind: Literal["ordering"] = "ordering"
    items: list[Choice] = Field(min_length=2)


class EssayQuestion(QuestionBase):
    """Free text with a word count (``domain.words``); the limits are advice, never a bar to writing."""

    kind: Literal["essay"] = "essay"
    word_limit: int | None = None
    minimum_words: int | None = None


class DrawingQuestion(QuestionBase):
    """A drawing made here, or pictures of working on paper, at most ``maximum_files`` of them besides the drawing."""

    kind: Literal["drawing"] = "drawing"
    maximum_files: int = Field(default=4, ge=1, le=12)
    sketch: bool = True
    photos: bool = True


SimpleQuestion = Annotated[
    SingleChoiceQuestion
    | MultipleChoiceQuestion
    | TrueFalseQuestion
    | NumericQuestion
    | ShortAnswerQuestion
    | BlanksQuestion
    | MatchingQuestion
    | OrderingQuestion
    | EssayQuestion
    | DrawingQuestion,
    Field(discriminator="kind"),
]
"""Every kind but the structured one."""


class StructuredQuestion(QuestionBase):
    """Parts (a), (b), (c)… under one stem. A part's id is its letter; its marks are part of the question's."""

    kind: Literal["structured"] = "structured"
    parts: list[SimpleQuestion] = Field(min_length=1)


Question = Annotated[
    SingleChoiceQuestion
    | MultipleChoiceQuestion
    | TrueFalseQuestion
    | NumericQuestion
    | ShortAnswerQuestion
    | BlanksQuestion
    | MatchingQuestion
    | OrderingQuestion
    | EssayQuestion
    | DrawingQuestion
    | StructuredQuestion,
    Field(discriminator="kind"),
]


class Section(WireModel):
    """A section of a paper.

    ``seconds`` is its own time, None for none; one section with its own time makes all of the paper's sections be sat
    one after another (``domain.sections``). ``draw`` says how many questions of each pool a student gets.
    """

    id: LocalIdentifier
    title: LocalizedText
    text: LocalizedText | None = None
    seconds: int | None = Field(default=None, ge=1)
    shuffle: bool = False
    draw: dict[str, int] = Field(default_factory=dict)


class SheetEntry(WireModel):
    """One line of a reference sheet: words, a LaTeX formula, or both."""

    text: LocalizedText | None = None
    formula: str | None = None


class ReferenceSheet(WireModel):
    """Formulas, constants or pictures that stay at hand during the exam."""

    id: LocalIdentifier
    title: LocalizedText
    entries: list[SheetEntry] = Field(default_factory=list)
    images: list[str] = Field(default_factory=list)
    image_descriptions: list[LocalizedText] = Field(default_factory=list)


class Paper(WireModel):
    """``paper.json`` inside a sealed paper. What one student is asked of it: ``domain.question_order.paper_for``."""

    exam_id: Identifier
    title: LocalizedText
    questions: list[Question]
    sections: list[Section] = Field(default_factory=list)
    sheets: list[ReferenceSheet] = Field(default_factory=list)
    calculator: Literal["none", "scientific"] = "none"
