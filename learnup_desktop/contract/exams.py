"""Exams: the paper inside its seal, the attempt and its journal on the wire."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from learnup_desktop.contract.answers import Answer as Answer
from learnup_desktop.contract.answers import ChoiceAnswer as ChoiceAnswer
from learnup_desktop.contract.answers import TextAnswer as TextAnswer
from learnup_desktop.contract.exam_list import AttemptState as AttemptState
from learnup_desktop.contract.exam_list import ExamSummary as ExamSummary
from learnup_desktop.contract.integrity import ProctoringPolicy, StudentExceptions
from learnup_desktop.contract.questions import Choice as Choice
from learnup_desktop.contract.questions import EssayQuestion as EssayQuestion
from learnup_desktop.contract.questions import MultipleChoiceQuestion as MultipleChoiceQuestion
from learnup_desktop.contract.questions import NumericQuestion as NumericQuestion
from learnup_desktop.contract.questions import Paper as Paper
from learnup_desktop.contract.questions import Question as Question
from learnup_desktop.contract.questions import QuestionBase as QuestionBase
from learnup_desktop.contract.questions import ShortAnswerQuestion as ShortAnswerQuestion
from learnup_desktop.contract.questions import SingleChoiceQuestion as SingleChoiceQuestion
from learnup_desktop.contract.wire import Base64Bytes, Identifier, Sha256, UtcTime, WireModel

# --- the paper and its answers: contract.questions, contract.answers --------------------------------------------------


class PaperHeader(WireModel):
    """First part of a sealed paper file and the associated data of its seal.

    File: magic ``LUP1``, 4-byte big-endian header length, header (canonical JSON), 12-byte nonce, AES-256-GCM
    ciphertext over a zip of ``paper.json`` and ``images/*``.
    """

    exam_id: Identifier
    version: int
    key_id: str
    opens_at: UtcTime


class EntryKind(StrEnum):
    """What a journal entry records. Bodies: see ``domain/journal.py``."""

    OPENED = "opened"
    ANSWER = "answer"
    NAVIGATION = "navigation"
    BOOKMARK = "bookmark"
    INTEGRITY = "integrity"
    CLOCK = "clock"
    GAP = "gap"
    SUBMIT = "submit"
    SECTION = "section"


class JournalEntry(WireModel):
    """One link of an attempt's hash chain. ``at_ms`` is server time as the client knew it, in epoch milliseconds.

    ``hash = SHA-256(prev || canonical JSON of {seq, kind, atMs, body})``, both hex in, hex out (``domain/journal.py``).
    """

    seq: int = Field(ge=1)
    prev: Sha256
    hash: Sha256
    kind: EntryKind
    at_ms: int
    body: dict[str, object]


# --- the attempt ---------------------------------------------------------------------------------------------------


class ExamPreparation(WireModel):
    """``GET exams/{id}/preparation``: what a lobby needs before the start; the student's own, at any time.

    The policy has this student's exceptions in it, and ``exceptions`` says which of them a teacher granted, and why
    (None from a platform that does not say). ``face_templates`` are the student's approved ones, so that the
    identity check does not cost exam time; empty without an approved enrolment.
    """

    exam_id: Identifier
    policy: ProctoringPolicy
    face_templates: list[str] = Field(default_factory=list)
    face_model: str | None = None
    exceptions: StudentExceptions | None = None


class StartAttemptRequest(WireModel):
    """``POST exams/{id}/attempts``. Repeated by the same device it resumes; ``assurance``: what really ran.

    ``attempt_id`` and ``began_at``: the attempt was begun under an unlock code without a network, and its journal is
    chained from that id. Such a start is never refused for its time; what came late is kept, but does not count by
    itself.
    """

    device_id: str = Field(min_length=1, max_length=64)
    device_name: str = Field(default="", max_length=120)
    assurance: str = Field(default="none", max_length=20)
    consent: bool = False
    attempt_id: Identifier | None = None
    began_at: UtcTime | None = None


class UnlockCode(WireModel):
    """``GET exams/{id}/unlock``: what opens the paper in a hall without a network; ``qr`` is what its QR code says."""

    exam_id: Identifier
    code: str
    qr: str


class Lease(WireModel):
    """The right of one device to write an attempt."""

    token: str
    device_id: str
    expires_at: UtcTime


class Head(WireModel):
    """The last entry of a journal that the platform holds; ``seq`` 0 and the genesis hash when none."""

    seq: int = Field(ge=0)
    hash: Sha256


class AttemptStarted(WireModel):
    """Everything a device needs to sit: lease, deadline, key and policy.

    ``evidence_key`` (32 bytes) seals this attempt's evidence; the platform opens it for the student and the teachers.
    ``emergency_key``: the platform's X25519 public key, for emergency files (``domain/emergency.py``).
    """

    attempt_id: Identifier
    exam_id: Identifier
    student_id: Identifier
    lease: Lease
    state: AttemptState
    started_at: UtcTime
    deadline: UtcTime
    server_time: UtcTime
    head: Head
    content_key: Base64Bytes
    evidence_key: Base64Bytes | None = None
    emergency_key: Base64Bytes | None = None
    policy: ProctoringPolicy
    face_templates: list[str] = Field(default_factory=list)
    face_model: str | None = None


class LeaseRequest(WireModel):
    """``POST attempts/{id}/lease``: renew one's own, or take over (refused while the other device is heard from)."""

    device_id: str
    token: str | None = None


class LogRequest(WireModel):
    """``POST attempts/{id}/log``: entries in order, at most 500. Entries the platform already holds are skipped."""

    lease_token: str
    entries: list[JournalEntry] = Field(max_length=500)


class LogAnswer(WireModel):
    """The acknowledged head. ``late`` are the seqs of answers received after the deadline: kept, but not counted.

    ``exceptions`` are those that hold for the student now; None from a platform that does not know of them.
    """

    head: Head
    late: list[int] = Field(default_factory=list)
    deadline: UtcTime
    state: AttemptState
    server_time: UtcTime
    exceptions: StudentExceptions | None = None


class SubmitRequest(WireModel):
    """``POST attempts/{id}/submit``: the head the client believes final. The platform must hold exactly it."""

    lease_token: str
    head: Head


class Receipt(WireModel):
    """The platform's word that it holds the attempt.

    ``signature`` is Ed25519 over the canonical JSON of every other field in wire form (``domain/receipt.py``).
    """

    attempt_id: Identifier
    exam_id: Identifier
    student_id: Identifier
    head: Head
    answered: int
    question_count: int
    submitted_at: UtcTime
    key_id: str
    code: str
    signature: Base64Bytes


class AnswerRecord(WireModel):
    """The answer that counts for one question, as the platform derived it from the log."""

    question_id: Identifier
    seq: int
    received_at: UtcTime
    answer: Answer


class AttemptRecord(WireModel):
    """``GET attempts/{id}``: the platform's own record."""

    attempt_id: Identifier
    exam_id: Identifier
    student_id: Identifier
    student_name: str
    state: AttemptState
    assurance: str
    started_at: UtcTime
    deadline: UtcTime
    head: Head
    answers: list[AnswerRecord]
    late: list[int] = Field(default_factory=list)
    integrity_counts: dict[str, int] = Field(default_factory=dict)
    receipt: Receipt | None = None


class AttemptStatus(WireModel):
    """``attempt:status`` over Socket.IO, every 15 s."""

    attempt_id: Identifier
    answered: int
    head: Head
    worker_state: str
    question: int = 0


class AttemptCommand(WireModel):
    """``attempt:command`` over Socket.IO. ``extend`` and ``resume`` have a ``deadline``, ``warn`` a ``message``.

    ``handover``: the seat went to another device; whoever had it sends what it has left.
    ``policy`` has ``exceptions``: a teacher arranged something else for the student. A client that does not know it
    leaves it unread and goes on as before.
    """

    attempt_id: Identifier
    command: Literal["warn", "pause", "resume", "extend", "submit", "policy", "handover"]
    message: str = ""
    deadline: UtcTime | None = None
    exceptions: StudentExceptions | None = None
