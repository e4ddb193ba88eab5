"""Which answers count: the rules' word (``judging``), and over it what teachers decided on answers set aside."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.answers import Answer
from learnup_desktop.contract.exams import AnswerRecord, EntryKind, Paper
from learnup_desktop.contract.seats import SetAsideVerdict
from learnup_desktop.domain.exam_timing import attempt_deadline
from learnup_desktop.domain.question_order import paper_for
from learnup_desktop.domain.sections import is_sequential
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord, JournalEntryRecord
from learnup_platform.db.models_results import SetAsideDecisionRecord
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.judging import ReceivedEntry, counting_answers
from learnup_platform.modules.exams.papers import paper_of
from learnup_platform.modules.exams.views import deadline_of, received_entry

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


async def standing_answers(
    session: AsyncSession, attempt: ExamAttemptRecord, exam: ExamRecord, now: datetime
) -> list[AnswerRecord]:
    """The answers that count, in the paper's order; those to questions that were withdrawn do not."""
    found = await standing_of(session, exam, [attempt], now)
    return list(found[attempt.id].values())


async def standing_of(
    session: AsyncSession, exam: ExamRecord, attempts: Sequence[ExamAttemptRecord], now: datetime
) -> dict[str, dict[str, AnswerRecord]]:
    """The answers that count of several attempts at one exam, by attempt and question, in the paper's order."""
    paper = await paper_of(session, exam)
    ids = [attempt.id for attempt in attempts]
    answers = _by_attempt(await queries.standing_entries(session, ids))
    steps = {}
    if is_sequential(paper):
        steps = _by_attempt(await queries.entries_of_kind(session, ids, EntryKind.SECTION))
    withdrawn = {change.question_id for change in await queries.changes_of(session, exam.id)}
    decided = await decisions_of(session, ids)
    found = {}
    for attempt in attempts:
        own = paper_for(paper, attempt.id)
        received = [*answers.get(attempt.id, ()), *steps.get(attempt.id, ())]
        standing = judged(own, attempt, exam, map(received_entry, received), now)
        taken(standing, decided.get(attempt.id, {}))
        asked = (question.id for question in own.questions)
        found[attempt.id] = {item: standing[item] for item in asked if item in standing and item not in withdrawn}
    return found


def judged(
    paper: Paper, attempt: ExamAttemptRecord, exam: ExamRecord, received: Iterable[ReceivedEntry], now: datetime
) -> dict[str, AnswerRecord]:
    """What the rules say of these entries, by question.

    Args:
        paper: as the attempt has it.
        attempt, exam: whose entries they are.
        received: answers, in any order; for a paper with timed sections its ``section`` entries too.
        now: the platform's time.
    """
    deadline = deadline_of(attempt, now)
    given = deadline - attempt_deadline(attempt.started_at, exam.duration, exam.closes_at)
    return counting_answers(paper, sorted(received, key=lambda item: item.entry.seq), deadline, given)


def taken(standing: dict[str, AnswerRecord], decided: Mapping[str, SetAsideDecisionRecord]) -> None:
    """Put what teachers took in place of what the rules say, unless the student has been heard since.

    Args:
        standing: the rules' word by question; changed in place.
        decided: the newest decision to take an answer, by question.
    """
    for question_id, decision in decided.items():
        held = standing.get(question_id)
        if held is None or held.received_at <= decision.decided_at:
            standing[question_id] = AnswerRecord(
                question_id=question_id,
                seq=decision.seq,
                received_at=decision.received_at,
                answer=_ANSWER.validate_python(json.loads(decision.answer)),
            )


async def decisions_of(
    session: AsyncSession, attempt_ids: Sequence[str]
) -> dict[str, dict[str, SetAsideDecisionRecord]]:
    """The decision that lets an answer count, by attempt and question; keeping an answer that was taken undoes it."""
    records = await session.scalars(
        select(SetAsideDecisionRecord)
        .where(SetAsideDecisionRecord.attempt_id.in_(attempt_ids))
        .order_by(SetAsideDecisionRecord.id)
    )
    found: dict[str, dict[str, SetAsideDecisionRecord]] = defaultdict(dict)
    for record in records:
        held = found[record.attempt_id].get(record.question_id)
        if record.verdict is SetAsideVerdict.TAKE:
            found[record.attempt_id][record.question_id] = record
        elif held is not None and held.key == record.key:
            del found[record.attempt_id][record.question_id]
    return found


def _by_attempt(records: Iterable[JournalEntryRecord]) -> dict[str, list[JournalEntryRecord]]:
    found: dict[str, list[JournalEntryRecord]] = defaultdict(list)
    for record in records:
        found[record.attempt_id].append(record)
    return found
