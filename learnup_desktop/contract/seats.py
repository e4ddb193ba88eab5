"""One seat an attempt: asking for it, deciding on it, and keeping what a device wrote that no longer had it."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.exams import AnswerRecord, Head, JournalEntry
from learnup_desktop.contract.wire import Base64Bytes, Identifier, UtcTime, WireModel


class TakeoverRequest(WireModel):
    """``POST attempts/{id}/takeover``: this device wants the seat; repeated until it is decided."""

    device_id: str = Field(min_length=1, max_length=64)
    device_name: str = Field(default="", max_length=120)


class TakeoverAnswer(WireModel):
    """How it stands. ``granted``: start the attempt now. Else it waits for the teacher, or for silence.

    ``free_at``: when the device that has the seat will have been silent for so long that nobody needs to be asked, if
    it stays silent. ``refused``: the teacher said no.
    """

    granted: bool
    refused: bool = False
    held_by: str = ""
    free_at: UtcTime | None = None


class SeatDecision(WireModel):
    """``POST attempts/{id}/takeover/decision``: the teacher gives the seat to who asks for it, or does not."""

    allow: bool
    reason: str = Field(default="", max_length=500)


class BranchSource(StrEnum):
    """Why entries are kept beside the chain."""

    LOST_SEAT = "lost_seat"
    AFTER_END = "after_end"
    EMERGENCY = "emergency"


class BranchRequest(WireModel):
    """``POST attempts/{id}/branches``: entries that can no longer go into the chain; a repeat is kept once.

    ``origin``: the id they are chained from, when they were begun without a network while another attempt existed.
    """

    device_id: str = Field(min_length=1, max_length=64)
    source: BranchSource
    base: Head
    origin: Identifier | None = None
    entries: list[JournalEntry] = Field(min_length=1, max_length=500)


class BranchAnswer(WireModel):
    """The last entry of the branch that is held."""

    head: Head


class EmergencyUpload(WireModel):
    """``POST emergency``: an emergency file, whole; see ``domain/emergency.py``."""

    file: Base64Bytes = Field(max_length=12_000_000)


class EmergencyAnswer(WireModel):
    """What became of an emergency file: how many entries went into the chain, and how many beside it."""

    attempt_id: Identifier
    appended: int = 0
    set_aside: int = 0
    known: int = 0
    head: Head


class SetAsideReason(StrEnum):
    """Why an answer does not count although somebody wrote it."""

    LOST_SEAT = "lost_seat"
    AFTER_END = "after_end"
    EMERGENCY = "emergency"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    UNFIT = "unfit"
    REPLACED = "replaced"
    """It counted until a teacher took another one."""


class SetAsideVerdict(StrEnum):
    """What a teacher decided on an answer that was set aside."""

    TAKE = "take"
    """It counts from now on, in place of the one that did."""
    KEEP = "keep"
    """It stays aside."""


class SetAside(WireModel):
    """An answer that does not count, beside the one that does (``standing``, None when there is none).

    Attributes:
        key: names it for a decision; empty from a platform that takes none.
        late_seconds: how long after the deadline it came; None when it came in time.
        takable: whether a teacher may let it count.
        marked: a teacher had marked the question when it came.
        verdict, decided_by, decided_at, decision_reason: the last decision on it; ``decided_by`` is a name.
    """

    key: str = ""
    device_name: str = ""
    late_seconds: int | None = None
    takable: bool = False
    marked: bool = False
    verdict: SetAsideVerdict | None = None
    decided_by: str = ""
    decided_at: UtcTime | None = None
    decision_reason: str = ""

    question_id: str
    answer: dict[str, object]
    reason: SetAsideReason
    seq: int
    at_ms: int
    received_at: UtcTime
    device_id: str = ""
    standing: AnswerRecord | None = None


class SetAsideDecision(WireModel):
    """``POST attempts/{id}/set-aside/decision``: ``key`` as :class:`SetAside` names it."""

    key: str = Field(min_length=1, max_length=120)
    verdict: SetAsideVerdict
    reason: str = Field(default="", max_length=500)


class StudentSetAside(WireModel):
    """What is set aside of one student's attempt."""

    student_id: Identifier
    student_name: str
    attempt_id: Identifier
    items: list[SetAside]


class ExamChange(WireModel):
    """``POST exams/{id}/cancel`` and ``POST exams/{id}/questions/{questionId}/withdraw``: why."""

    reason: str = Field(default="", max_length=500)


class ChangedExam(WireModel):
    """What has become of an exam that was set."""

    exam_id: Identifier
    cancelled: bool = False
    withdrawn: list[str] = Field(default_factory=list)
