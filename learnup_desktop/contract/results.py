"""Results: what students are told once marks are published, and what teachers see of a whole exam before and after.

A published result is a copy, made when a teacher publishes. What comes later (a late file, a corrected scheme, another
mark) never changes what a student has been told; the teacher sees that the two differ and publishes again.
"""

from decimal import Decimal

from pydantic import Field

from learnup_desktop.contract.marking import AttemptMarks
from learnup_desktop.contract.questions import Question
from learnup_desktop.contract.wire import Identifier, LocalizedText, UtcTime, WireModel


class ResultPart(WireModel):
    """Marks of one question, or of a part of one, as the student saw it numbered. None: not marked."""

    number: int
    part: str = ""
    marks: Decimal | None
    maximum: int
    comment: str = ""


class OwnResult(WireModel):
    """``results`` stream, students: one's own result of an exam. The entity's id is the exam's.

    Attributes:
        rank: place among ``out_of``, equal totals sharing one; None where the teacher did not publish places.
        revised: how often it was published anew with other marks.
    """

    exam_id: Identifier
    class_id: Identifier
    attempt_id: Identifier
    title: LocalizedText
    subject: LocalizedText
    colour: int = 0
    sat_at: UtcTime
    published_at: UtcTime
    total: Decimal
    maximum: int
    parts: list[ResultPart] = Field(default_factory=list)
    note: str = ""
    rank: int | None = None
    out_of: int | None = None
    revised: int = 0


class ResultsState(WireModel):
    """How far an exam is.

    Attributes:
        waiting: answers that nobody has marked yet, or that a teacher should look at.
        set_aside: answers kept beside the journals on which nobody has decided yet.
        changed: students whose marks are no longer those they were told.
    """

    exam_id: Identifier
    class_id: Identifier
    title: LocalizedText
    subject: LocalizedText
    colour: int = 0
    closes_at: UtcTime
    maximum: int
    on_roll: int
    finished: int
    waiting: int
    set_aside: int
    changed: int
    cancelled: bool = False
    withdrawn: list[str] = Field(default_factory=list)
    published_at: UtcTime | None = None


class StudentResult(WireModel):
    """One student's line. ``marks`` is None where there is nothing to mark: absent, or still writing."""

    student_id: Identifier
    student_name: str
    index_number: str = ""
    attempt_id: Identifier | None = None
    marks: AttemptMarks | None = None
    rank: int | None = None
    set_aside: int = 0
    published_total: Decimal | None = None


class ExamResults(WireModel):
    """``GET exams/{id}/results``: everything it takes to mark an exam and to look at what came out.

    ``questions`` are those of the paper in the author's order, withdrawn ones among them.
    """

    state: ResultsState
    as_of: UtcTime
    questions: list[Question]
    students: list[StudentResult]


class PublishRequest(WireModel):
    """``POST exams/{id}/results``: tell the students. ``incomplete``: also where something still waits for a mark."""

    note: str = Field(default="", max_length=500)
    ranks: bool = False
    incomplete: bool = False


class ItemFigures(WireModel):
    """How one question, or a part of one, did; how it is worked out is ``domain.item_analysis``.

    Attributes:
        answered: students who wrote something, of ``students`` who were asked.
        facility: mean share of the marks, 0 to 1; None when nobody is marked.
        discrimination: upper less lower 27 %, -1 to 1; None with too few students.
        correlation: point-biserial with the rest of the paper, -1 to 1; None where it has no meaning.
        choices: how many took each choice, by its id; only for questions with choices.
    """

    question_id: Identifier
    part: str = ""
    maximum: int
    students: int
    answered: int
    facility: float | None = None
    discrimination: float | None = None
    correlation: float | None = None
    choices: dict[str, int] = Field(default_factory=dict)


class ExamAnalysis(WireModel):
    """``GET exams/{id}/analysis``: of the attempts that are wholly marked.

    Attributes:
        distribution: students by tenth of the marks: 0 to under 10 %, …, 90 to 100 %.
        reliability: Cronbach's alpha; None where it has no meaning.
    """

    exam_id: Identifier
    students: int
    maximum: int
    mean: float | None = None
    median: float | None = None
    deviation: float | None = None
    lowest: float | None = None
    highest: float | None = None
    reliability: float | None = None
    distribution: list[int] = Field(default_factory=list)
    items: list[ItemFigures] = Field(default_factory=list)


class RankLine(WireModel):
    """One line of ``GET exams/{id}/rankings``; equal totals share a rank, and the next one is skipped (1, 2, 2, 4)."""

    rank: int
    student_id: Identifier
    student_name: str
    total: Decimal
    maximum: int
