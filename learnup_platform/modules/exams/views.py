"""Rows as the wire sees them, and what state an attempt is in."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from pydantic import ValidationError

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import (
    AttemptState,
    ExamSummary,
    Head,
    JournalEntry,
    Lease,
)
from learnup_desktop.contract.integrity import ComputerReport, StudentExceptions
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.exam_timing import counts
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord, JournalEntryRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams.judging import ReceivedEntry, judged_deadline
from learnup_platform.modules.exams.queries import ExamRow, FlagTally

LEASE_SILENCE = timedelta(seconds=60)
"""A device that was not heard from for so long may lose the attempt to another one."""


def stored_state(attempt: ExamAttemptRecord) -> AttemptState:
    """What the student has done: an attempt whose time ran out is still open for its journal and its submission."""
    if attempt.submitted_at is not None:
        return AttemptState.SUBMITTED
    return AttemptState.OPEN if attempt.paused_at is None else AttemptState.PAUSED


def reported_state(attempt: ExamAttemptRecord, now: datetime | None = None) -> AttemptState:
    """What everybody else sees: once the time is over the attempt counts as submitted, with what the platform holds."""
    state = stored_state(attempt)
    if state is not AttemptState.OPEN:
        return state
    over = attempt.closed_at is not None or (now is not None and not counts(now, attempt.deadline))
    return AttemptState.SUBMITTED if over else state


def ended_at(attempt: ExamAttemptRecord, now: datetime | None = None) -> datetime | None:
    """When it was submitted, by the student or by the time."""
    if attempt.submitted_at is not None:
        return attempt.submitted_at
    return attempt.deadline if reported_state(attempt, now) is AttemptState.SUBMITTED else None


def check_over(attempt: ExamAttemptRecord, now: datetime) -> None:
    """Whether the student can no longer change it, so that it may be marked.

    Raises:
        PlatformFault: 409 ``attempt.not_over``.
    """
    if reported_state(attempt, now) is not AttemptState.SUBMITTED:
        raise PlatformFault(409, ErrorCode.ATTEMPT_NOT_OVER, details={"attemptId": attempt.id})


def deadline_of(attempt: ExamAttemptRecord, now: datetime) -> datetime:
    """The deadline as it stands now."""
    return judged_deadline(attempt.deadline, attempt.paused_at, now)


def head_of_attempt(attempt: ExamAttemptRecord) -> Head:
    """The last entry that the platform holds."""
    return Head(seq=attempt.head_seq, hash=attempt.head_hash)


def lease_of(attempt: ExamAttemptRecord) -> Lease:
    """The lease as its holder sees it."""
    return Lease(
        token=attempt.lease_token,
        device_id=attempt.lease_device_id,
        expires_at=attempt.heard_at + LEASE_SILENCE,
    )


def exam_summary(row: ExamRow, attempt: ExamAttemptRecord | None, now: datetime | None = None) -> ExamSummary:
    """An exam for the account whose attempt is given (none for teachers)."""
    exam, subject, colour = row
    return ExamSummary(
        id=exam.id,
        class_id=exam.class_id,
        title=exam.title,
        subject=subject,
        opens_at=exam.opens_at,
        closes_at=exam.closes_at,
        duration_seconds=exam.duration_seconds,
        question_count=exam.question_count,
        total_marks=exam.total_marks,
        proctored=exam.proctored,
        practice=exam.practice,
        colour=colour,
        rules=[LocalizedText.model_validate(rule) for rule in exam.rules],
        paper_sha256=exam.paper_sha256,
        paper_bytes=exam.paper_bytes,
        attempt_id=attempt.id if attempt else None,
        attempt_state=reported_state(attempt, now) if attempt else AttemptState.NOT_STARTED,
        submitted_at=ended_at(attempt, now) if attempt else None,
    )


def overview(
    exam: ExamRecord,
    student: tuple[str, str],
    attempt: ExamAttemptRecord | None,
    now: datetime,
    answered: int = 0,
    flags: FlagTally | None = None,
    exceptions: StudentExceptions | None = None,
) -> AttemptOverview:
    """One student (id and name) for an invigilator."""
    if attempt is None:
        return AttemptOverview(
            student_id=student[0], student_name=student[1], question_count=exam.question_count, exceptions=exceptions
        )
    return AttemptOverview(
        student_id=student[0],
        student_name=student[1],
        attempt_id=attempt.id,
        state=reported_state(attempt, now),
        started_at=attempt.started_at,
        deadline=deadline_of(attempt, now),
        submitted_at=ended_at(attempt, now),
        assurance=attempt.assurance,
        answered=answered,
        question_count=exam.question_count,
        head=head_of_attempt(attempt),
        heard_at=attempt.heard_at,
        worker_state=attempt.worker_state,
        question=attempt.question,
        device_name=attempt.lease_device_name,
        integrity_counts=flags.counts if flags else {},
        undecided_counts=flags.undecided if flags else {},
        last_event_at=flags.newest if flags else None,
        computer=None if attempt.computer is None else ComputerReport.model_validate(attempt.computer),
        exceptions=exceptions,
        seat_asked_by=None if attempt.seat_device_id is None or attempt.seat_refused_at else attempt.seat_device_name,
        set_aside=attempt.branch_count,
    )


def computer_of(body: Mapping[str, object]) -> dict[str, object] | None:
    """What an ``opened`` entry says of the computer, as it is kept; None where it says nothing we understand."""
    try:
        return ComputerReport.model_validate(body["computer"]).to_wire()
    except (KeyError, ValidationError):
        return None


def journal_entry(record: JournalEntryRecord) -> JournalEntry:
    """A stored entry as it came."""
    return JournalEntry(
        seq=record.seq,
        prev=record.prev,
        hash=record.hash,
        kind=record.kind,
        at_ms=record.at_ms,
        body=json.loads(record.body),
    )


def received_entry(record: JournalEntryRecord) -> ReceivedEntry:
    """A stored entry with the time it came."""
    return ReceivedEntry(journal_entry(record), record.received_at)
