"""The journal on the platform: entries are taken in order, once, and never changed or dropped.

A batch is taken whole or not at all. What comes again is recognised and skipped; what differs from what is held is
refused, because one of the two was tampered with. Time does not close the journal: what arrives after the deadline is
kept too, so that nothing a student wrote is lost, but answers among it do not count.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AnswerRecord, EntryKind, Head, JournalEntry, LogAnswer, LogRequest
from learnup_desktop.contract.integrity import IntegrityEvent
from learnup_desktop.domain.exam_timing import LATE_GRACE, counts
from learnup_desktop.domain.journal import extend_head, is_answered, latest_answers
from learnup_desktop.domain.sections import is_sequential
from learnup_platform.db.models_exams import (
    ExamAttemptRecord,
    ExamRecord,
    IntegrityEventRecord,
    JournalEntryRecord,
    StandingAnswerRecord,
)
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.attempts import require_lease
from learnup_platform.modules.exams.exceptions import arrangement_for
from learnup_platform.modules.exams.judging import ReceivedEntry, lowest_assurance
from learnup_platform.modules.exams.notices import tell_invigilators
from learnup_platform.modules.exams.papers import paper_of_attempt
from learnup_platform.modules.exams.standing import judged
from learnup_platform.modules.exams.views import computer_of, deadline_of, head_of_attempt, received_entry, stored_state
from learnup_platform.principal import Principal

MAXIMUM_INTEGER = 2**53
"""Times further away than JSON numbers are exact are no times."""


async def take_log(
    session: AsyncSession, principal: Principal, attempt_id: str, request: LogRequest, now: datetime
) -> LogAnswer:
    """Take entries; the answer is the head that is held for good once the answer arrives.

    Raises:
        PlatformFault: 404; 409 ``attempt.lease_lost``, ``attempt.submitted``, ``attempt.chain_broken``
            (``details.seq``), ``attempt.chain_gap`` (``details.head``: send what follows it).
    """
    attempt, exam = await queries.own_attempt(session, principal, attempt_id)
    held = head_of_attempt(attempt)
    known = [entry for entry in request.entries if entry.seq <= held.seq]
    fresh = [entry for entry in request.entries if entry.seq > held.seq]
    if attempt.submitted_at is None:
        require_lease(attempt, request.lease_token)
        attempt.heard_at = now
    elif fresh:
        raise PlatformFault(409, ErrorCode.ATTEMPT_SUBMITTED, details={"attemptId": attempt.id})
    await _check_known(session, attempt.id, held, known)
    if fresh:
        await take_entries(session, attempt, exam, fresh, now)
    return await _answer(session, attempt, exam, now)


async def take_entries(
    session: AsyncSession, attempt: ExamAttemptRecord, exam: ExamRecord, fresh: Sequence[JournalEntry], now: datetime
) -> None:
    """Put entries that follow the head into the chain, judge them and take up their flags.

    Raises:
        PlatformFault: 409 ``attempt.chain_gap`` or ``attempt.chain_broken``.
    """
    head = _extended(head_of_attempt(attempt), fresh)
    attempt.head_seq, attempt.head_hash = head.seq, head.hash
    await _store(session, attempt.id, fresh, now)
    await _judge(session, attempt, exam, fresh, now)
    if await _take_flags(session, attempt, fresh, now):
        await tell_invigilators(session, exam, attempt, now)


async def rejudge(session: AsyncSession, attempt: ExamAttemptRecord, exam: ExamRecord, now: datetime) -> None:
    """Derive anew which answers count, after the deadline has moved."""
    records = await queries.entries(session, attempt.id, kind=EntryKind.ANSWER)
    standing = await _counting(session, attempt, exam, [received_entry(record) for record in records], now)
    await session.execute(delete(StandingAnswerRecord).where(StandingAnswerRecord.attempt_id == attempt.id))
    await _stand(session, attempt.id, standing.values())


async def late_answers(session: AsyncSession, attempt: ExamAttemptRecord, now: datetime) -> list[int]:
    """Seqs of answers that came too late to count; none can have while the time is not over."""
    if counts(now, deadline_of(attempt, now)):
        return []
    return await queries.late_answer_seqs(session, attempt.id, deadline_of(attempt, now) + LATE_GRACE)


async def _answer(session: AsyncSession, attempt: ExamAttemptRecord, exam: ExamRecord, now: datetime) -> LogAnswer:
    return LogAnswer(
        head=head_of_attempt(attempt),
        late=await late_answers(session, attempt, now),
        deadline=deadline_of(attempt, now),
        state=stored_state(attempt),
        server_time=now,
        exceptions=await arrangement_for(session, exam, attempt.student_id),
    )


def _broken(seq: object, held: Head) -> PlatformFault:
    details = {"seq": seq, "head": held.to_wire()}
    return PlatformFault(409, ErrorCode.ATTEMPT_CHAIN_BROKEN, details=details)


async def _check_known(session: AsyncSession, attempt_id: str, held: Head, known: Sequence[JournalEntry]) -> None:
    if not known:
        return
    first, last = min(entry.seq for entry in known), max(entry.seq for entry in known)
    records = await queries.entries(session, attempt_id, after=first - 1, last=last)
    stored = {record.seq: record for record in records}
    for entry in known:
        record = stored[entry.seq]
        same = (entry.prev, entry.hash, entry.kind, entry.at_ms) == (
            record.prev,
            record.hash,
            record.kind,
            record.at_ms,
        )
        if not same or _canonical_text(entry, held) != record.body:
            raise _broken(entry.seq, held)


def _canonical_text(entry: JournalEntry, held: Head) -> str:
    try:
        return canonical_json(entry.body).decode()
    except (TypeError, ValueError) as error:
        raise _broken(entry.seq, held) from error


def _extended(held: Head, fresh: Sequence[JournalEntry]) -> Head:
    if fresh[0].seq != held.seq + 1:
        raise PlatformFault(409, ErrorCode.ATTEMPT_CHAIN_GAP, details={"head": held.to_wire()})
    for entry in fresh:
        if abs(entry.at_ms) > MAXIMUM_INTEGER:
            raise _broken(entry.seq, held)
        _canonical_text(entry, held)
    try:
        return extend_head(held, fresh)
    except IntegrityFault as error:
        raise _broken(error.arguments.get("seq"), held) from error


async def _store(session: AsyncSession, attempt_id: str, fresh: Sequence[JournalEntry], now: datetime) -> None:
    rows = [
        {
            "attempt_id": attempt_id,
            "seq": entry.seq,
            "prev": entry.prev,
            "hash": entry.hash,
            "kind": entry.kind,
            "at_ms": entry.at_ms,
            "body": canonical_json(entry.body).decode(),
            "received_at": now,
        }
        for entry in fresh
    ]
    await session.execute(insert(JournalEntryRecord), rows)


async def _judge(
    session: AsyncSession, attempt: ExamAttemptRecord, exam: ExamRecord, fresh: Sequence[JournalEntry], now: datetime
) -> None:
    for entry in fresh:
        if entry.kind is EntryKind.OPENED:
            attempt.assurance = lowest_assurance(attempt.assurance, str(entry.body.get("assurance", "")))
            attempt.computer = computer_of(entry.body) or attempt.computer
    received = [ReceivedEntry(entry, now) for entry in fresh if entry.kind is EntryKind.ANSWER]
    if not received:
        return
    standing = await _counting(session, attempt, exam, received, now)
    await _stand(session, attempt.id, standing.values())
    meant = latest_answers(item.entry for item in received)
    if any(name not in standing or standing[name].seq != entry.seq for name, entry in meant.items()):
        attempt.answers_aside = True


async def _counting(
    session: AsyncSession,
    attempt: ExamAttemptRecord,
    exam: ExamRecord,
    answers: Sequence[ReceivedEntry],
    now: datetime,
) -> dict[str, AnswerRecord]:
    """Which of these answers count; what a paper with timed sections needs besides is looked up."""
    paper = await paper_of_attempt(session, exam, attempt.id)
    if is_sequential(paper):
        steps = await queries.entries(session, attempt.id, kind=EntryKind.SECTION)
        answers = [*answers, *map(received_entry, steps)]
    return judged(paper, attempt, exam, answers, now)


async def _stand(session: AsyncSession, attempt_id: str, records: Iterable[AnswerRecord]) -> None:
    for record in records:
        await session.merge(
            StandingAnswerRecord(
                attempt_id=attempt_id,
                question_id=record.question_id,
                seq=record.seq,
                says_something=is_answered(record.answer.to_wire()),
            )
        )


async def _take_flags(
    session: AsyncSession, attempt: ExamAttemptRecord, fresh: Sequence[JournalEntry], now: datetime
) -> bool:
    """Bring the table of flags up to date; True when there was any. A later entry of an event replaces the earlier."""
    events: dict[str, tuple[int, IntegrityEvent]] = {}
    for entry in fresh:
        event = _flag(entry) if entry.kind is EntryKind.INTEGRITY else None
        if event is not None:
            events[event.id] = (entry.seq, event)
    if not events:
        return False
    found = await session.scalars(
        select(IntegrityEventRecord).where(
            IntegrityEventRecord.attempt_id == attempt.id, IntegrityEventRecord.event_id.in_(list(events))
        )
    )
    held = {record.event_id: record for record in found}
    for event_id, (seq, event) in events.items():
        record = held.get(event_id)
        if record is None:
            record = IntegrityEventRecord(id=uuid7(), attempt_id=attempt.id, event_id=event_id, received_at=now)
            session.add(record)
        record.kind, record.seq, record.started_ms = event.kind, seq, event.started_ms
        record.event = canonical_json(event.to_wire()).decode()
    await session.flush()
    return True


def _flag(entry: JournalEntry) -> IntegrityEvent | None:
    """The event of an entry; None for one that says nothing we know, which stays in the journal all the same."""
    try:
        event = IntegrityEvent.model_validate(entry.body)
    except ValidationError:
        return None
    # PostgreSQL takes no NUL in a text, and a flag must never hold up the journal it came in.
    storable = abs(event.started_ms) <= MAXIMUM_INTEGER and "\0" not in event.id
    return event if storable else None
