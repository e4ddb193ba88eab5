"""What could not go into an attempt's chain, and what became of an exam after it was set: nothing is dropped."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from learnup_platform.db.base import Base


class JournalBranchRecord(Base):
    """Entries of a device that no longer had the seat, or that came after the end: kept beside the chain.

    ``entries`` is canonical JSON (``JournalEntry`` in wire form), chained from ``base_hash``. The same branch sent
    again has the same ``head_hash`` and is kept once.
    """

    __tablename__ = "journal_branches"
    __table_args__ = (UniqueConstraint("attempt_id", "head_hash"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"))
    device_id: Mapped[str]
    source: Mapped[str] = mapped_column(String(20))
    base_seq: Mapped[int]
    base_hash: Mapped[str]
    head_seq: Mapped[int]
    head_hash: Mapped[str]
    entries: Mapped[str] = mapped_column(Text)
    sent_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    received_at: Mapped[datetime]


class ExamChangeRecord(Base):
    """What a teacher did to an exam that was set: cancelled it (``question_id`` empty) or withdrew a question."""

    __tablename__ = "exam_changes"
    __table_args__ = (UniqueConstraint("exam_id", "question_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    exam_id: Mapped[str] = mapped_column(ForeignKey("exams.id", ondelete="CASCADE"))
    question_id: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(String(500), default="")
    made_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]
