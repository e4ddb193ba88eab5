"""Answers that do not count, shown beside those that do, and what teachers decide on them.

There are two ways not to count. An entry is in the chain, but came late, or is about a question that was withdrawn, or
has not the form its question asks for. Or it could not go into the chain at all (``branches``). A teacher may take such
an answer, which then counts in place of the other one, or keep it aside; both stay where they are and can be decided on
again. Marks that were given stay too: one for an answer that no longer counts is looked at again (``marking``).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.answers import Answer
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import JournalEntry
from learnup_desktop.contract.questions import Question
from learnup_desktop.contract.seats import (
    BranchSource,
    SetAside,
    SetAsideDecision,
    SetAsideReason,
    SetAsideVerdict,
    StudentSetAside,
)
from learnup_desktop.domain.answer_forms import fits
from learnup_desktop.domain.exam_timing import counts
from learnup_desktop.domain.journal import latest_answers
from learnup_platform.access import require_class
from learnup_platform.db.models_branches import JournalBranchRecord
from learnup_platform.db.models_exams import CommandRecord, ExamAttemptRecord, ExamRecord
from learnup_platform.db.models_results import SetAsideDecisionRecord
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.beside import Beside, gather
from learnup_platform.modules.exams.branches import entries_of
from learnup_platform.modules.exams.notices import tell_invigilators
from learnup_platform.modules.exams.views import check_over, journal_entry
from learnup_platform.principal import Principal

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_TO_DECIDE = frozenset(
    {
        SetAsideReason.LOST_SEAT,
        SetAsideReason.AFTER_END,
        SetAsideReason.EMERGENCY,
        SetAsideReason.LATE,
        SetAsideReason.UNFIT,
    }
)
"""The others are what a teacher did."""


async def of_attempt(session: AsyncSession, principal: Principal, attempt_id: str, now: datetime) -> list[SetAside]:
    """Every answer of an attempt that does not count, or was taken; the newest of a question last.

    Raises:
        PlatformFault: 404.
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id)
    return (await of_attempts(session, exam, [attempt], now))[attempt.id]


async def of_exam(session: AsyncSession, principal: Principal, exam_id: str, now: datetime) -> list[StudentSetAside]:
    """All of an exam, by student; those of whom nothing is set aside are left out.

    Raises:
        PlatformFault: 404.
    """
    exam, *_ = await queries.exam_row(session, principal, exam_id)
    await require_class(session, principal, exam.class_id, teaching=True)
    people = await queries.roll_with_attempts(session, exam)
    attempts = [attempt for *_, attempt in people if attempt is not None]
    found = await of_attempts(session, exam, await may_have(session, exam, attempts), now)
    return [
        StudentSetAside(student_id=student_id, student_name=name, attempt_id=attempt.id, items=found[attempt.id])
        for student_id, name, attempt in people
        if attempt is not None and found.get(attempt.id)
    ]


async def may_have(
    session: AsyncSession, exam: ExamRecord, attempts: Sequence[ExamAttemptRecord]
) -> list[ExamAttemptRecord]:
    """Those of the attempts of which something may be set aside; the others need not be looked at."""
    if await queries.changes_of(session, exam.id):
        return list(attempts)
    ids = [attempt.id for attempt in attempts]
    statement = select(SetAsideDecisionRecord.attempt_id).where(SetAsideDecisionRecord.attempt_id.in_(ids)).distinct()
    decided = set(await session.scalars(statement))
    return [item for item in attempts if item.answers_aside or item.branch_count or item.id in decided]


async def of_attempts(
    session: AsyncSession, exam: ExamRecord, attempts: Sequence[ExamAttemptRecord], now: datetime
) -> dict[str, list[SetAside]]:
    """What is set aside of attempts at one exam, by attempt."""
    if not attempts:
        return {}
    return {
        beside.attempt.id: sorted(_listed(beside), key=lambda item: (item.question_id, item.at_ms, item.key))
        for beside in await gather(session, exam, attempts, now)
    }


def undecided(items: Iterable[SetAside]) -> int:
    """How many answers wait for a teacher: those that say something else than what counts."""
    return sum(
        item.verdict is None
        and item.reason in _TO_DECIDE
        and (item.standing is None or item.standing.answer.to_wire() != item.answer)
        for item in items
    )


async def decide(
    session: AsyncSession, principal: Principal, attempt_id: str, request: SetAsideDecision, now: datetime
) -> list[SetAside]:
    """Take an answer or keep it aside; what was decided before stays in the record. The list as it is then.

    Raises:
        PlatformFault: 404, also for an answer that is not there; 409 ``attempt.not_over`` while the student may still
            write; 422 for an answer that cannot count (withdrawn, cancelled, not of its question's form).
    """
    attempt, exam, _ = await queries.visible_attempt(session, principal, attempt_id, teaching=True)
    check_over(attempt, now)
    items = (await of_attempts(session, exam, [attempt], now))[attempt.id]
    item = next((item for item in items if item.key == request.key), None)
    if item is None:
        raise not_found()
    if request.verdict is SetAsideVerdict.TAKE and not item.takable and item.verdict is not SetAsideVerdict.TAKE:
        fields = [{"field": "key", "problem": "cannot count"}]
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields})
    if item.verdict is request.verdict and item.decision_reason == request.reason:
        return items
    session.add(_decision(attempt.id, item, request, principal, now))
    session.add(
        CommandRecord(
            id=uuid7(),
            attempt_id=attempt.id,
            command="take_answer" if request.verdict is SetAsideVerdict.TAKE else "keep_aside",
            given_by=principal.account_id,
            given_at=now,
            text=f"{item.question_id} ({item.key}): {request.reason}"[:500],
        )
    )
    await session.flush()
    await tell_invigilators(session, exam, attempt, now)
    return (await of_attempts(session, exam, [attempt], now))[attempt.id]


def _decision(
    attempt_id: str, item: SetAside, request: SetAsideDecision, principal: Principal, now: datetime
) -> SetAsideDecisionRecord:
    return SetAsideDecisionRecord(
        id=uuid7(),
        attempt_id=attempt_id,
        question_id=item.question_id[:64],
        key=item.key,
        verdict=request.verdict,
        answer=canonical_json(item.answer).decode(),
        seq=item.seq,
        received_at=item.received_at,
        reason=request.reason,
        decided_by=principal.account_id,
        decided_at=now,
    )


# --- listing -------------------------------------------------------------------------------------------------------


def _listed(beside: Beside) -> list[SetAside]:
    received = {record.seq: record for record in beside.chain}
    latest = latest_answers(journal_entry(record) for record in beside.chain)
    shown = {entry.seq: entry for entry in latest.values()}
    # What the rules let count stays to be seen also when a teacher took another answer.
    for seq in beside.ruled.values():
        if seq in received:
            shown.setdefault(seq, journal_entry(received[seq]))
    items = [
        item
        for entry in shown.values()
        if (item := _of_chain(beside, entry, received[entry.seq].received_at)) is not None
    ]
    for branch in beside.branches:
        items += _of_branch(beside, branch)
    return items


def _of_chain(beside: Beside, entry: JournalEntry, received_at: datetime) -> SetAside | None:
    question_id, key = _question_of(entry), f"chain:{entry.seq}"
    stands, decision = beside.standing.get(question_id), beside.decided.get(key)
    if question_id in beside.withdrawn:
        reason = SetAsideReason.WITHDRAWN
    elif beside.cancelled:
        reason = SetAsideReason.CANCELLED
    elif stands is not None and (stands.seq, stands.received_at) == (entry.seq, received_at) and decision is None:
        return None
    elif not counts(received_at, beside.deadline):
        reason = SetAsideReason.LATE
    elif beside.ruled.get(question_id) == entry.seq:
        reason = SetAsideReason.REPLACED
    else:
        reason = SetAsideReason.UNFIT
    return _shown(beside, entry, key, reason, received_at, _device_of(beside, entry.seq))


def _of_branch(beside: Beside, branch: JournalBranchRecord) -> list[SetAside]:
    try:
        answers = latest_answers(entries_of(branch))
    except ValidationError:
        return []
    reason = SetAsideReason(BranchSource(branch.source).value)
    return [
        _shown(beside, entry, f"{branch.id}:{entry.seq}", reason, branch.received_at, branch.device_id)
        for entry in answers.values()
    ]


def _shown(
    beside: Beside, entry: JournalEntry, key: str, reason: SetAsideReason, received_at: datetime, device_id: str
) -> SetAside:
    question_id, answer = _question_of(entry), entry.body.get("answer")
    decision, marked_at = beside.decided.get(key), beside.marked.get(question_id)
    can_count = reason not in (SetAsideReason.WITHDRAWN, SetAsideReason.CANCELLED) and not beside.cancelled
    can_count = can_count and question_id not in beside.withdrawn and _fits(beside.questions.get(question_id), answer)
    verdict = decision.verdict if decision is not None else None
    return SetAside(
        key=key,
        question_id=question_id,
        answer=answer if isinstance(answer, dict) else {"value": answer},
        reason=reason,
        seq=entry.seq,
        at_ms=entry.at_ms,
        received_at=received_at,
        device_id=device_id,
        device_name=beside.devices.get(device_id, ""),
        late_seconds=None
        if counts(received_at, beside.deadline)
        else round((received_at - beside.deadline).total_seconds()),
        takable=can_count,
        marked=marked_at is not None and marked_at < received_at,
        standing=beside.standing.get(question_id),
        verdict=verdict,
        decided_by=beside.names[decision.id] if decision is not None else "",
        decided_at=decision.decided_at if decision is not None else None,
        decision_reason=decision.reason if decision is not None else "",
    )


def _question_of(entry: JournalEntry) -> str:
    return str(entry.body.get("questionId", ""))


def _device_of(beside: Beside, seq: int) -> str:
    """The device whose entry opened the journal last before ``seq``."""
    before = [record for record in beside.opened if record.seq < seq]
    if not before:
        return ""
    return str(journal_entry(before[-1]).body.get("deviceId", ""))


def _fits(question: Question | None, answer: object) -> bool:
    try:
        return question is not None and fits(question, _ANSWER.validate_python(answer))
    except ValidationError:
        return False
