"""Marks of an attempt: what the rules say of each answer that counts, and what teachers said instead.

The rules' marks are worked out anew each time, so that a corrected scheme or an answer that comes to count after all is
never out of date; only what a teacher gives is stored.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import canonical_json, sha256_hex
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.answers import Answer, PartsAnswer
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AnswerRecord
from learnup_desktop.contract.marking import (
    AttemptMarks,
    GivenMark,
    Key,
    ManualKey,
    MarkedPart,
    MarkingScheme,
    MarkRequest,
    MarkState,
    PartsKey,
)
from learnup_desktop.contract.questions import Question, SimpleQuestion, StructuredQuestion
from learnup_desktop.domain.grading import Grade, grade
from learnup_desktop.domain.question_order import paper_for
from learnup_platform.db.models_exams import CommandRecord, ExamAttemptRecord, ExamRecord, GivenMarkRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.papers import marking_of, paper_of, paper_of_attempt
from learnup_platform.modules.exams.standing import standing_of
from learnup_platform.modules.exams.views import check_over
from learnup_platform.principal import Principal

_Place = tuple[str, str]


async def marks_of(session: AsyncSession, principal: Principal, attempt_id: str, now: datetime) -> AttemptMarks:
    """The marks of an attempt, for those who teach the class.

    Raises:
        PlatformFault: 404; 409 ``attempt.not_over`` while it can still change.
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id, teaching=True)
    check_over(attempt, now)
    return (await marks_of_attempts(session, exam, [attempt], now))[attempt.id]


async def give(
    session: AsyncSession, principal: Principal, attempt_id: str, request: MarkRequest, now: datetime
) -> AttemptMarks:
    """Give marks, all of them or none, but for those that gave way (``refused``).

    A mark gives way to a newer one of somebody else, and where its question was withdrawn meanwhile: whoever marked
    without a network is told, and nobody's mark is overwritten unseen.

    Raises:
        PlatformFault: 404; 409 ``attempt.not_over``; 422 for a question that was not asked, or more marks than it has.
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id, teaching=True)
    check_over(attempt, now)
    paper = await paper_of_attempt(session, exam, attempt.id)
    most = {place: item.marks for question in paper.questions for place, item in _places(question)}
    for mark in request.marks:
        _check_asked(mark, most)
    withdrawn = {change.question_id for change in await queries.changes_of(session, exam.id)}
    answers = (await standing_of(session, exam, [attempt], now))[attempt.id]
    refused, said = [], []
    for mark in request.marks:
        held = await session.get(GivenMarkRecord, (attempt.id, mark.question_id, mark.part))
        if mark.question_id in withdrawn or _gives_way(mark, held, principal):
            refused.append(mark)
            continue
        said.append(_in_words(mark, held))
        await _give(session, attempt.id, mark, held, answers.get(mark.question_id), principal, now)
    if said:
        session.add(
            CommandRecord(
                id=uuid7(),
                attempt_id=attempt.id,
                command="mark",
                given_by=principal.account_id,
                given_at=now,
                text="; ".join(said)[:500],
            )
        )
    await session.flush()
    marks = (await marks_of_attempts(session, exam, [attempt], now))[attempt.id]
    return marks.model_copy(update={"refused": refused})


async def marks_of_attempts(
    session: AsyncSession, exam: ExamRecord, attempts: Sequence[ExamAttemptRecord], now: datetime
) -> dict[str, AttemptMarks]:
    """The marks of several attempts at one exam, by attempt, in as many queries as those of one."""
    if not attempts:
        return {}
    paper, scheme = await paper_of(session, exam), await marking_of(session, exam)
    withdrawn = {change.question_id for change in await queries.changes_of(session, exam.id)}
    standing = await standing_of(session, exam, attempts, now)
    ids = [attempt.id for attempt in attempts]
    given: dict[str, dict[_Place, GivenMarkRecord]] = defaultdict(dict)
    for record in await session.scalars(select(GivenMarkRecord).where(GivenMarkRecord.attempt_id.in_(ids))):
        given[record.attempt_id][(record.question_id, record.part)] = record
    return {
        attempt_id: _marks(
            attempt_id,
            exam.id,
            [question for question in paper_for(paper, attempt_id).questions if question.id not in withdrawn],
            scheme,
            {name: record.answer for name, record in standing[attempt_id].items()},
            given[attempt_id],
        )
        for attempt_id in ids
    }


def _check_asked(mark: GivenMark, most: Mapping[_Place, int]) -> None:
    place = (mark.question_id, mark.part)
    if place not in most or (mark.marks is not None and mark.marks > most[place]):
        fields = [{"field": f"marks.{mark.question_id}.{mark.part}", "problem": "not asked, or too many"}]
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields})


def _gives_way(mark: GivenMark, held: GivenMarkRecord | None, principal: Principal) -> bool:
    """Whether somebody else has marked since this mark was given on a computer without a network."""
    if held is None or mark.given_at is None or held.marked_by == principal.account_id:
        return False
    return held.marked_at > mark.given_at


async def _give(
    session: AsyncSession,
    attempt_id: str,
    mark: GivenMark,
    held: GivenMarkRecord | None,
    answer: AnswerRecord | None,
    principal: Principal,
    now: datetime,
) -> None:
    if mark.marks is None:
        if held is not None:
            await session.delete(held)
        return
    if held is None:
        held = GivenMarkRecord(attempt_id=attempt_id, question_id=mark.question_id, part=mark.part)
        session.add(held)
    held.hundredths = int(mark.marks * 100)
    held.answer_digest = answer_digest(answer.answer if answer is not None else None)
    held.comment = mark.comment
    held.marked_by = principal.account_id
    held.marked_at = now


def _in_words(mark: GivenMark, held: GivenMarkRecord | None) -> str:
    """What changes, for the audit log."""
    place = f"{mark.question_id}.{mark.part}" if mark.part else mark.question_id
    before = "-" if held is None else f"{Decimal(held.hundredths) / 100:.2f}"
    return f"{place}: {before} > {'-' if mark.marks is None else f'{mark.marks:.2f}'}"


def answer_digest(answer: Answer | None) -> str:
    """Names what an answer says, wherever it stands; empty for none."""
    return "" if answer is None else sha256_hex(canonical_json(answer.to_wire()))


def _marks(
    attempt_id: str,
    exam_id: str,
    questions: Sequence[Question],
    scheme: MarkingScheme,
    answers: Mapping[str, Answer],
    given: Mapping[_Place, GivenMarkRecord],
) -> AttemptMarks:
    parts = [
        part
        for question in questions
        for part in _marked(question, scheme.keys.get(question.id), answers.get(question.id), given)
    ]
    return AttemptMarks(
        attempt_id=attempt_id,
        exam_id=exam_id,
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
        marked = _part(question_id, part, item, said, part_key, part_answer, given.get((question_id, part)))
        held = given.get((question_id, part))
        # A mark stays as it was given; that another answer counts now is for a teacher to look at.
        if held is not None and held.answer_digest not in (None, answer_digest(answer)):
            marked = marked.model_copy(update={"answer_changed": True, "state": MarkState.REVIEW})
        yield marked


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
