"""Exams for sitting: the exam and its sealed paper, attempts with their journals, flags and evidence."""

from datetime import datetime, timedelta

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.exams import EntryKind
from learnup_desktop.contract.integrity import IntegrityKind
from learnup_desktop.contract.invigilation import Decision
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.db.base import Base, Json, string_enum


class ExamRecord(Base):
    """An exam with its paper. The sealed file is in the file store; ``content_key`` is sealed with the platform's key.

    ``paper`` is the paper in wire form, for judging whether answers fit; it never goes out in the clear. ``marking`` is
    its marking scheme (``contract.marking``), None where a teacher marks everything.
    """

    __tablename__ = "exams"
    __table_args__ = (Index(None, "class_id", "opens_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"))
    title: Mapped[LocalizedText]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime] = mapped_column(index=True)
    duration_seconds: Mapped[int]
    question_count: Mapped[int]
    total_marks: Mapped[int]
    proctored: Mapped[bool] = mapped_column(default=True)
    practice: Mapped[bool] = mapped_column(default=False, server_default=false())
    rules: Mapped[list[dict[str, str]]] = mapped_column(Json)
    policy: Mapped[dict[str, object]] = mapped_column(Json)
    paper: Mapped[dict[str, object]] = mapped_column(Json, deferred=True)
    marking: Mapped[dict[str, object] | None] = mapped_column(Json, deferred=True, default=None)
    paper_version: Mapped[int]
    paper_sha256: Mapped[str]
    paper_bytes: Mapped[int]
    storage_key: Mapped[str] = mapped_column(String(200))
    key_id: Mapped[str]
    content_key: Mapped[bytes] = mapped_column(LargeBinary)

    @property
    def duration(self) -> timedelta:
        """How long an attempt lasts."""
        return timedelta(seconds=self.duration_seconds)


class ExamAttemptRecord(Base):
    """One student's attempt, its lease and the head of its journal.

    ``deadline`` moves with extensions and ended pauses. ``closed_at`` is set when the time ran out without a
    submission; ``submitted_at`` and ``receipt`` when the student submitted. ``computer`` is what the device that sits
    it said it can guarantee (``contract.integrity.ComputerReport`` in wire form).

    ``seat_*``: another device that asks for the seat (``modules.exams.seats``). ``branch_count``: how many pieces of
    journal are kept beside the chain (``modules.exams.set_aside``). ``answers_aside``: an answer went into the chain
    that did not count when it came.
    """

    __tablename__ = "attempts"
    __table_args__ = (UniqueConstraint("exam_id", "student_id"), Index(None, "student_id"))

    id: Mapped[str] = mapped_column(primary_key=True)
    exam_id: Mapped[str] = mapped_column(ForeignKey("exams.id", ondelete="CASCADE"))
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    started_at: Mapped[datetime]
    deadline: Mapped[datetime] = mapped_column(index=True)
    paused_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    submitted_at: Mapped[datetime | None]
    consent_at: Mapped[datetime | None]
    assurance: Mapped[str] = mapped_column(String(20), default="none")

    lease_token: Mapped[str] = mapped_column(String(64))
    lease_device_id: Mapped[str]
    lease_device_name: Mapped[str] = mapped_column(String(120), default="")
    heard_at: Mapped[datetime]

    head_seq: Mapped[int] = mapped_column(default=0)
    head_hash: Mapped[str]
    worker_state: Mapped[str] = mapped_column(String(40), default="")
    question: Mapped[int] = mapped_column(default=0)
    receipt: Mapped[dict[str, object] | None] = mapped_column(Json)
    computer: Mapped[dict[str, object] | None] = mapped_column(Json)

    seat_device_id: Mapped[str | None]
    seat_device_name: Mapped[str] = mapped_column(String(120), default="", server_default="")
    seat_asked_at: Mapped[datetime | None]
    seat_refused_at: Mapped[datetime | None]
    branch_count: Mapped[int] = mapped_column(default=0, server_default="0")
    answers_aside: Mapped[bool] = mapped_column(default=False, server_default="0")


class JournalEntryRecord(Base):
    """One link of an attempt's chain, as it was received. ``body`` is canonical JSON, which no database rewrites."""

    __tablename__ = "journal_entries"
    __table_args__ = (Index(None, "attempt_id", "kind"),)

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    prev: Mapped[str]
    hash: Mapped[str]
    kind: Mapped[EntryKind] = mapped_column(string_enum(EntryKind))
    at_ms: Mapped[int] = mapped_column(BigInteger)
    body: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]


class StandingAnswerRecord(Base):
    """The answer entry that counts for a question now; derived from the journal, see ``modules.exams.judging``."""

    __tablename__ = "standing_answers"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int]
    says_something: Mapped[bool]


class IntegrityEventRecord(Base):
    """A flag, taken from the journal: the latest state of the event, the student's reply and the teacher's decision."""

    __tablename__ = "integrity_events"
    __table_args__ = (UniqueConstraint("attempt_id", "event_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"))
    event_id: Mapped[str]
    kind: Mapped[IntegrityKind] = mapped_column(string_enum(IntegrityKind))
    seq: Mapped[int]
    started_ms: Mapped[int] = mapped_column(BigInteger)
    event: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    reply: Mapped[str | None] = mapped_column(Text)
    replied_at: Mapped[datetime | None]
    decision: Mapped[Decision | None] = mapped_column(string_enum(Decision))
    decision_note: Mapped[str] = mapped_column(String(2000), default="")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))


class EvidenceRecord(Base):
    """An evidence file that was held whole; the bytes are in the file store, sealed by the client that made them.

    Once its time is over the bytes are gone and ``deleted_at`` says since when, so that the student can be told.
    """

    __tablename__ = "evidence"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size_bytes: Mapped[int]
    storage_key: Mapped[str] = mapped_column(String(200))
    received_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class WorkFileRecord(Base):
    """A drawing or photograph of an answer, held whole; sealed by the client that made it."""

    __tablename__ = "work_files"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    size_bytes: Mapped[int]
    storage_key: Mapped[str] = mapped_column(String(200))
    received_at: Mapped[datetime]


class GivenMarkRecord(Base):
    """A teacher's mark for a question or a part of one; what the rules say is worked out anew each time.

    ``answer_digest`` is of the answer it was given for, so that a mark for an answer that no longer counts is noticed.
    """

    __tablename__ = "given_marks"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True, default="")
    hundredths: Mapped[int]
    answer_digest: Mapped[str | None]
    comment: Mapped[str] = mapped_column(String(2000), default="")
    marked_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    marked_at: Mapped[datetime]


class ExamExceptionRecord(Base):
    """Something arranged for one student; rows are only added, the newest holds."""

    __tablename__ = "exam_exceptions"
    __table_args__ = (Index(None, "exam_id", "student_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    exam_id: Mapped[str] = mapped_column(ForeignKey("exams.id", ondelete="CASCADE"))
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    kinds: Mapped[list[str]] = mapped_column(Json)
    challenge_exempt: Mapped[bool] = mapped_column(default=False)
    camera_only: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(500), default="")
    given_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    given_at: Mapped[datetime]


class CommandRecord(Base):
    """What an invigilator did to an attempt, and why."""

    __tablename__ = "attempt_commands"

    id: Mapped[str] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"), index=True)
    command: Mapped[str] = mapped_column(String(16))
    given_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    given_at: Mapped[datetime]
    seconds: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(String(500), default="")
