"""Which answers count: pure rules over the paper and the journal.

Everything a student wrote is kept in the journal, whatever these rules say. They only decide what counts: the last
entry for a question that came in time, is about a question that the student was asked, and has the form its kind asks
for (``domain.answer_forms``). What a number or a word is worth is marking (``domain.grading``), not judging.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError

from learnup_desktop.contract.answers import Answer
from learnup_desktop.contract.exams import AnswerRecord, EntryKind, JournalEntry
from learnup_desktop.contract.integrity import Assurance
from learnup_desktop.contract.questions import Paper, Question
from learnup_desktop.domain.answer_forms import fits
from learnup_desktop.domain.exam_timing import counts
from learnup_desktop.domain.sections import SectionWalk

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_ASSURANCES = (Assurance.NONE, Assurance.CAMERA_ONLY, Assurance.IDENTITY, Assurance.FULL)


@dataclass(frozen=True, slots=True)
class ReceivedEntry:
    """A journal entry and when the platform got it, by its own clock."""

    entry: JournalEntry
    received_at: datetime


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


def counting_answers(
    paper: Paper, entries: Iterable[ReceivedEntry], deadline: datetime, given: timedelta = timedelta(0)
) -> dict[str, AnswerRecord]:
    """The answer that counts for each question that has one, by question id.

    Args:
        paper: as the attempt has it (``papers.paper_of_attempt``).
        entries: in order of seq; for a paper with timed sections its ``section`` entries must be among them.
        deadline: of the attempt.
        given: time that was given to the attempt, by which its sections may be longer too.
    """
    questions = {question.id: question for question in paper.questions}
    walk = SectionWalk(paper)
    given_ms = round(given.total_seconds() * 1000)
    standing: dict[str, AnswerRecord] = {}
    for received in entries:
        walk.follow(received.entry)
        if received.entry.kind is EntryKind.ANSWER and counts(received.received_at, deadline):
            record = judge_answer(questions, received)
            if record is not None and walk.within(record.question_id, received.entry.at_ms, given_ms):
                standing[record.question_id] = record
    return standing


def judged_deadline(deadline: datetime, paused_at: datetime | None, now: datetime) -> datetime:
    """The deadline as it stands: the time of a pause that still goes on is given back already."""
    return deadline if paused_at is None else deadline + max(now - paused_at, timedelta(0))


def lowest_assurance(held: str, reported: str) -> str:
    """The lower of two; what is unknown counts as none."""
    ranks = {level.value: rank for rank, level in enumerate(_ASSURANCES)}
    return _ASSURANCES[min(ranks.get(held, 0), ranks.get(reported, 0))].value
