"""Invigilation: what a teacher sees of running attempts, what they may do, and how flags are answered and judged."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.exams import AttemptState, Head
from learnup_desktop.contract.integrity import ComputerReport, IntegrityEvent, StudentExceptions
from learnup_desktop.contract.wire import Identifier, Sha256, UtcTime, WireModel


class AttemptOverview(WireModel):
    """One student of an exam in ``GET exams/{id}/attempts``; empty after the name before a start.

    ``computer`` is what the student's computer said it can guarantee; None before the start and for a client that does
    not say. ``exceptions`` is what a teacher has arranged for this student, None when nothing is.
    ``seat_asked_by`` names another device that asks for the seat and waits for a decision; ``set_aside`` counts what
    was written and could not go into the journal (``GET attempts/{id}/set-aside``).
    """

    student_id: Identifier
    student_name: str
    attempt_id: Identifier | None = None
    state: AttemptState = AttemptState.NOT_STARTED
    started_at: UtcTime | None = None
    deadline: UtcTime | None = None
    submitted_at: UtcTime | None = None
    assurance: str = "none"
    answered: int = 0
    question_count: int = 0
    head: Head | None = None
    heard_at: UtcTime | None = None
    worker_state: str = ""
    question: int = 0
    device_name: str = ""
    integrity_counts: dict[str, int] = Field(default_factory=dict)
    undecided_counts: dict[str, int] = Field(default_factory=dict)
    last_event_at: UtcTime | None = None
    computer: ComputerReport | None = None
    exceptions: StudentExceptions | None = None
    seat_asked_by: str | None = None
    set_aside: int = 0


class ExtendRequest(WireModel):
    """``POST attempts/{id}/extend``: so much more time for this student."""

    seconds: int = Field(gt=0, le=4 * 3600)
    reason: str = Field(default="", max_length=500)


class WarnRequest(WireModel):
    """``POST attempts/{id}/warn``: words that appear on the student's screen."""

    message: str = Field(min_length=1, max_length=500)


class PauseRequest(WireModel):
    """``POST attempts/{id}/pause`` and ``resume``. The time that an attempt is paused is given back."""

    reason: str = Field(default="", max_length=500)


class AttemptControl(WireModel):
    """The answer to every command: how the attempt stands now."""

    attempt_id: Identifier
    state: AttemptState
    deadline: UtcTime


class Decision(StrEnum):
    """What a person made of a flag."""

    IGNORED = "ignored"
    """Of no importance."""
    EXPLAINED = "explained"
    """The student's reply explains it."""
    WARNED = "warned"
    """The student was told."""
    CONFIRMED = "confirmed"
    """It happened as it looks; what follows is the school's business, not this program's."""


class IntegrityReply(WireModel):
    """``POST integrity/{id}/reply``: the student's side. A later reply replaces an earlier one until it is decided."""

    text: str = Field(min_length=1, max_length=2000)


class IntegrityDecision(WireModel):
    """``POST integrity/{id}/decision``: the teacher's judgement."""

    decision: Decision
    note: str = Field(default="", max_length=2000)


class IntegrityRecord(WireModel):
    """A flag as the platform holds it. ``id`` is the platform's; ``event.id`` is the client's.

    ``evidence_until`` says until when each held picture is kept, ``evidence_deleted`` which are gone since their time
    was over. A platform that sends neither keeps pictures as its policy says, and the client shows nothing of it.
    """

    id: Identifier
    attempt_id: Identifier
    event: IntegrityEvent
    received_at: UtcTime
    evidence_held: list[Sha256] = Field(default_factory=list)
    evidence_until: dict[Sha256, UtcTime] = Field(default_factory=dict)
    evidence_deleted: list[Sha256] = Field(default_factory=list)
    reply: str | None = None
    replied_at: UtcTime | None = None
    decision: Decision | None = None
    decision_note: str = ""
    decided_at: UtcTime | None = None
    decided_by: str = ""


class EvidenceState(WireModel):
    """How much of an evidence file the platform holds; a cut upload goes on from ``received_bytes``."""

    sha256: Sha256
    received_bytes: int
    complete: bool


class AcknowledgedStatus(WireModel):
    """The platform's acknowledgement of ``attempt:status``."""

    head: Head
    deadline: UtcTime
    state: AttemptState
