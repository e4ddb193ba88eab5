"""An exam with three students for the tests of marking: one wholly marked, one with an essay to mark, one absent."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.answers import ChoiceAnswer, TextAnswer
from learnup_desktop.contract.exams import AnswerRecord, ExamSummary
from learnup_desktop.contract.marking import AttemptMarks, MarkedPart, MarkState
from learnup_desktop.contract.questions import Choice, EssayQuestion, SingleChoiceQuestion
from learnup_desktop.contract.results import (
    ExamAnalysis,
    ExamResults,
    ItemFigures,
    PublishRequest,
    ResultsState,
    StudentResult,
)
from learnup_desktop.contract.seats import (
    SetAside,
    SetAsideDecision,
    SetAsideReason,
    SetAsideVerdict,
    StudentSetAside,
)
from learnup_desktop.contract.wire import LocalizedText

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CHOICE = SingleChoiceQuestion(
    id="q1",
    marks=2,
    text=LocalizedText(en="Which quantity does not change?"),
    choices=[Choice(id="a", text=LocalizedText(en="Speed")), Choice(id="b", text=LocalizedText(en="Frequency"))],
)
ESSAY = EssayQuestion(id="q2", marks=8, text=LocalizedText(en="Explain how you would measure it."))
EXAM = ExamSummary(
    id="exam",
    class_id="physics",
    title=LocalizedText(en="Physics term test"),
    subject=LocalizedText(en="Physics"),
    opens_at=NOW - timedelta(hours=3),
    closes_at=NOW - timedelta(hours=1),
    duration_seconds=3600,
    question_count=2,
    total_marks=10,
    paper_sha256="0" * 64,
    paper_bytes=1000,
)
STATE = ResultsState(
    exam_id="exam",
    class_id="physics",
    title=EXAM.title,
    subject=EXAM.subject,
    closes_at=EXAM.closes_at,
    maximum=10,
    on_roll=3,
    finished=2,
    waiting=1,
    set_aside=1,
    changed=0,
)


def attempt(identity: str, essay: Decimal | None) -> AttemptMarks:
    """Marks of one attempt; the choice is right, the essay waits where it has no marks."""
    choice = MarkedPart(
        question_id="q1", state=MarkState.AUTOMATIC, marks=Decimal(2), maximum=2, answer=ChoiceAnswer(choices=["b"])
    )
    waits = essay is None
    written = MarkedPart(
        question_id="q2",
        state=MarkState.WAITING if waits else MarkState.TEACHER,
        marks=essay,
        maximum=8,
        answer=TextAnswer(text="Heat it first.\nThen measure."),
        guidance=LocalizedText(en="Two marks each step"),
        marked_at=None if waits else NOW,
    )
    total = Decimal(2) + (essay or 0)
    return AttemptMarks(
        attempt_id=identity, exam_id="exam", total=total, maximum=10, complete=not waits, parts=[choice, written]
    )


def results() -> ExamResults:
    """As the platform gives it."""
    return ExamResults(
        state=STATE,
        as_of=NOW,
        questions=[CHOICE, ESSAY],
        students=[
            StudentResult(student_id="s1", student_name="Ashan Perera", index_number="4001"),
            StudentResult(
                student_id="s2", student_name="=Nimali", index_number="4002", attempt_id="a2", marks=attempt("a2", None)
            ),
            StudentResult(
                student_id="s3",
                student_name="Vidura Silva",
                index_number="4003",
                attempt_id="a3",
                marks=attempt("a3", Decimal("6.5")),
                rank=1,
                set_aside=1,
            ),
        ],
    )


def set_aside() -> list[StudentSetAside]:
    """One late answer beside the one that counts."""
    standing = AnswerRecord(question_id="q2", seq=4, received_at=NOW, answer=TextAnswer(text="Heat it first."))
    item = SetAside(
        key="chain:9",
        question_id="q2",
        answer={"type": "text", "text": "Cool it first."},
        reason=SetAsideReason.LATE,
        seq=9,
        at_ms=0,
        received_at=NOW + timedelta(minutes=12),
        device_name="Hall PC 7",
        late_seconds=720,
        takable=True,
        marked=True,
        standing=standing,
    )
    return [StudentSetAside(student_id="s3", student_name="Vidura Silva", attempt_id="a3", items=[item])]


class Wire:
    """The platform; ``fault`` is raised in place of every answer."""

    def __init__(self) -> None:
        self.fault: LearnUpError | None = None
        self.results_now = results()
        self.pictures: dict[str, bytes] = {}
        self.published: list[PublishRequest] = []
        self.decisions: list[SetAsideDecision] = []

    async def results(self, exam_id: str) -> ExamResults:
        if self.fault is not None:
            raise self.fault
        return self.results_now

    async def analysis(self, exam_id: str) -> ExamAnalysis:
        items = [
            ItemFigures(
                question_id="q1",
                maximum=2,
                students=9,
                answered=9,
                facility=0.25,
                discrimination=-0.2,
                choices={"a": 7},
            ),
            ItemFigures(question_id="q2", maximum=8, students=9, answered=8, facility=0.6, correlation=0.41),
        ]
        return ExamAnalysis(
            exam_id=exam_id,
            students=9,
            maximum=10,
            mean=6.2,
            median=6.0,
            deviation=1.9,
            lowest=2.0,
            highest=9.5,
            reliability=0.71,
            distribution=[0, 0, 1, 0, 1, 2, 3, 1, 0, 1],
            items=items,
        )

    async def publish(self, exam_id: str, request: PublishRequest, idempotency_key: str) -> ResultsState:
        self.published.append(request)
        return STATE

    async def set_aside(self, exam_id: str) -> list[StudentSetAside]:
        kept = SetAsideVerdict.KEEP
        if any(decision.verdict is kept for decision in self.decisions):
            first = set_aside()[0]
            item = first.items[0].model_copy(update={"verdict": kept, "decided_by": "Mrs Silva", "decided_at": NOW})
            return [first.model_copy(update={"items": [item]})]
        return set_aside()

    async def decide(self, attempt_id: str, decision: SetAsideDecision, idempotency_key: str) -> list[SetAside]:
        self.decisions.append(decision)
        return []

    async def work(self, attempt_id: str, sha256: str) -> bytes:
        return b""

    async def paper_image(self, exam_id: str, name: str) -> bytes:
        if self.fault is not None:
            raise self.fault
        return self.pictures[name]
