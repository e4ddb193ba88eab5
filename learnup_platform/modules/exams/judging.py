"""Which answers count: pure rules over the paper and the journal.

Everything a student wrote is kept in the journal, whatever these rules say. They only decide what counts: the last
entry for a question that came in time, is about a question of the paper and has the form its kind asks for. What a
number or a word is worth is marking, not judging; so a numeric answer may be ``2.0 A`` or ``2,0`` and still counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError

from learnup_desktop.contract.exams import (
    Answer,
    AnswerRecord,
    ChoiceAnswer,
    EntryKind,
    EssayQuestion,
    JournalEntry,
    MultipleChoiceQuestion,
    NumericQuestion,
    Paper,
    Question,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
)
from learnup_desktop.contract.integrity import Assurance
from learnup_desktop.domain.exam_timing import counts

MAXIMUM_NUMERIC_LENGTH = 100

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_ASSURANCES = (Assurance.NONE, Assurance.CAMERA_ONLY, Assurance.IDENTITY, Assurance.FULL)


@dataclass(frozen=True, slots=True)
class ReceivedEntry:
    """A journal entry and when the platform got it, by its own clock."""

    entry: JournalEntry
    received_at: datetime


def fits(question: Question, answer: Answer) -> bool:
    """Whether an answer has the form that its question asks for; an emptied answer always does."""
    match question:
        case SingleChoiceQuestion():
            return isinstance(answer, ChoiceAnswer) and len(answer.choices) <= 1 and _are_choices(question, answer)
        case MultipleChoiceQuestion():
            return isinstance(answer, ChoiceAnswer) and _are_choices(question, answer)
        case NumericQuestion():
            return not isinstance(answer, ChoiceAnswer) and len(answer.text) <= MAXIMUM_NUMERIC_LENGTH
        case ShortAnswerQuestion():
            return not isinstance(answer, ChoiceAnswer) and len(answer.text) <= question.maximum_length
        case EssayQuestion():
            return not isinstance(answer, ChoiceAnswer)


def _are_choices(question: SingleChoiceQuestion | MultipleChoiceQuestion, answer: ChoiceAnswer) -> bool:
    offered = {choice.id for choice in question.choices}
    return len(set(answer.choices)) == len(answer.choices) and offered.issuperset(answer.choices)


def judge_answer(questions: Mapping[str, Question], received: ReceivedEntry) -> AnswerRecord | None:
    """The answer of an ``answer`` entry, None when it is about no question of the paper or does not fit it."""
    body = received.entry.body
    question = questions.get(str(body.get("questionId")))
    if question is None:
        return None
    try:
        answer = _ANSWER.validate_python(body.get("answer"))
    except ValidationError:
        return None
    if not fits(question, answer):
        return None
    return AnswerRecord(
        question_id=question.id, seq=received.entry.seq, received_at=received.received_at, answer=answer
    )


def counting_answers(paper: Paper, entries: Iterable[ReceivedEntry], deadline: datetime) -> dict[str, AnswerRecord]:
    """The answer that counts for each question that has one, by question id. ``entries`` are in order of seq."""
    questions = {question.id: question for question in paper.questions}
    standing: dict[str, AnswerRecord] = {}
    for received in entries:
        if received.entry.kind is EntryKind.ANSWER and counts(received.received_at, deadline):
            record = judge_answer(questions, received)
            if record is not None:
                standing[record.question_id] = record
    return standing


def judged_deadline(deadline: datetime, paused_at: datetime | None, now: datetime) -> datetime:
    """The deadline as it stands: the time of a pause that still goes on is given back already."""
    return deadline if paused_at is None else deadline + max(now - paused_at, timedelta(0))


def lowest_assurance(held: str, reported: str) -> str:
    """The lower of two; what is unknown counts as none."""
    ranks = {level.value: rank for rank, level in enumerate(_ASSURANCES)}
    return _ASSURANCES[min(ranks.get(held, 0), ranks.get(reported, 0))].value
