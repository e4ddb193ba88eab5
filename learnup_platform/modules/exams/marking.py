"""Marks of an attempt: what the rules say of each answer that counts, and what teachers said instead.

The rules' marks are worked out anew each time, so that a corrected scheme or an answer that comes to count after all is
never out of date; only what a teacher gives is stored.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.answers import Answer, PartsAnswer
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AttemptState
from learnup_desktop.contract.marking import (
    AttemptMarks,
    GivenMark,
    Key,
    ManualKey,
    MarkedPart,
    MarkRequest,
    MarkState,
    PartsKey,
)
from learnup_desktop.contract.questions import Question, SimpleQuestion, StructuredQuestion
from learnup_desktop.domain.grading import Grade, grade
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord, GivenMarkRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.journal import standing_answers
from learnup_platform.modules.exams.papers import marking_of, paper_of_attempt
from learnup_platform.modules.exams.views import reported_state
from learnup_platform.principal import Principal

_Place = tuple[str, str]


async def marks_of(session: AsyncSession, principal: Principal, attempt_id: str, now: datetime) -> AttemptMarks:
    """The marks of an attempt, for those who teach the class.

    Raises:
        PlatformFault: 404; 409 ``attempt.not_over`` while it can still change.
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id, teaching=True)
    _check_over(attempt, now)
    return await _marks(session, attempt, exam, now)


async def give(
    session: AsyncSession, principal: Principal, attempt_id: str, request: MarkRequest, now: datetime
) -> AttemptMarks:
    """Give marks, all of them or none.

    Raises:
        PlatformFault: 404; 409 ``attempt.not_over``; 422 for a question that was not asked, or more marks than it has.
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id, teaching=True)
    _check_over(attempt, now)
    paper = await paper_of_attempt(session, exam, attempt.id)
    most = {place: item.marks for question in paper.questions for place, item in _places(question)}
    for mark in request.marks:
        await _give(session, attempt.id, mark, most, principal, now)
    await session.flush()
    return await _marks(session, attempt, exam, now)


async def _give(
    session: AsyncSession,
    attempt_id: str,
    mark: GivenMark,
    most: Mapping[_Place, int],
    principal: Principal,
    now: datetime,
) -> None:
    place = (mark.question_id, mark.part)
    if place not in most or (mark.marks is not None and mark.marks > most[place]):
        fields = [{"field": f"marks.{mark.question_id}.{mark.part}", "problem": "not asked, or too many"}]
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields})
    held = await session.get(GivenMarkRecord, (attempt_id, *place))
    if mark.marks is None:
        if held is not None:
            await session.delete(held)
        return
    if held is None:
        held = GivenMarkRecord(attempt_id=attempt_id, question_id=mark.question_id, part=mark.part)
        session.add(held)
    held.hundredths = int(mark.marks * 100)
    held.comment = mark.comment
    held.marked_by = principal.account_id
    held.marked_at = now


async def _marks(session: AsyncSession, attempt: ExamAttemptRecord, exam: ExamRecord, now: datetime) -> AttemptMarks:
    paper = await paper_of_attempt(session, exam, attempt.id)
    scheme = await marking_of(session, exam)
    answers = {record.question_id: record.answer for record in await standing_answers(session, attempt, exam, now)}
    found = await session.scalars(select(GivenMarkRecord).where(GivenMarkRecord.attempt_id == attempt.id))
    given = {(record.question_id, record.part): record for record in found}
    parts = [
        part
        for question in paper.questions
        for part in _marked(question, scheme.keys.get(question.id), answers.get(question.id), given)
    ]
    return AttemptMarks(
        attempt_id=attempt.id,
        exam_id=exam.id,
        total=sum((part.marks for part in parts if part.marks is not None), Decimal(0)),
        maximum=sum(part.maximum for part in parts),
        complete=all(part.state in (MarkState.AUTOMATIC, MarkState.TEACHER) for part in parts),
        parts=parts,
    )


def _marked(
    question: Question, key: Key | None, answer: Answer | None, given: Mapping[_Place, GivenMarkRecord]
) -> Iterator[MarkedPart]:
    """The marks of a question; of each part where it has some."""
    found = grade(question, key, answer)
    for (question_id, part), item in _places(question):
        said, part_key, part_answer = found, key, answer
        if part:
            said = found.parts[part]
            part_key = key.parts.get(part) if isinstance(key, PartsKey) else None
            part_answer = answer.parts.get(part) if isinstance(answer, PartsAnswer) else None
        yield _part(question_id, part, item, said, part_key, part_answer, given.get((question_id, part)))


def _part(
    question_id: str,
    part: str,
    item: Question | SimpleQuestion,
    said: Grade,
    key: Key | None,
    answer: Answer | None,
    given: GivenMarkRecord | None,
) -> MarkedPart:
    marked = MarkedPart(
        question_id=question_id,
        part=part,
        state=said.state,
        marks=said.marks,
        proposed=said.marks,
        maximum=item.marks,
        answer=answer,
        guidance=key.guidance if isinstance(key, ManualKey) else None,
    )
    if given is None:
        return marked
    teacher = {"state": MarkState.TEACHER, "marks": Decimal(given.hundredths) / 100, "comment": given.comment}
    return marked.model_copy(update={**teacher, "marked_by": given.marked_by, "marked_at": given.marked_at})


def _places(question: Question) -> Iterator[tuple[_Place, Question | SimpleQuestion]]:
    """Where marks of a question stand: at each part, or at the whole."""
    if isinstance(question, StructuredQuestion):
        for part in question.parts:
            yield (question.id, part.id), part
    else:
        yield (question.id, ""), question


def _check_over(attempt: ExamAttemptRecord, now: datetime) -> None:
    if reported_state(attempt, now) is not AttemptState.SUBMITTED:
        raise PlatformFault(409, ErrorCode.ATTEMPT_NOT_OVER, details={"attemptId": attempt.id})
