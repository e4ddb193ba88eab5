"""What became of marks: what students were told, and which answers a teacher let count in place of others."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.seats import SetAsideVerdict
from learnup_platform.db.base import Base, Json, string_enum


class PublishedResultRecord(Base):
    """What one student was told of one exam: a copy, which only publishing again changes.

    ``document`` is ``contract.results.OwnResult`` in wire form; ``digest`` is of its marks alone.
    """

    __tablename__ = "published_results"
    __table_args__ = (Index(None, "student_id"),)

    exam_id: Mapped[str] = mapped_column(ForeignKey("exams.id", ondelete="CASCADE"), primary_key=True)
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    hundredths: Mapped[int]
    digest: Mapped[str]
    document: Mapped[dict[str, object]] = mapped_column(Json)
    published_at: Mapped[datetime]


class PublicationRecord(Base):
    """Each time that somebody published results; rows are only added."""

    __tablename__ = "result_publications"

    id: Mapped[str] = mapped_column(primary_key=True)
    exam_id: Mapped[str] = mapped_column(ForeignKey("exams.id", ondelete="CASCADE"), index=True)
    students: Mapped[int]
    note: Mapped[str] = mapped_column(String(500), default="")
    ranks: Mapped[bool] = mapped_column(default=False)
    published_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    published_at: Mapped[datetime]


class SetAsideDecisionRecord(Base):
    """What a teacher decided on an answer that was set aside; rows are only added, the newest of a key holds.

    ``answer`` (canonical JSON), ``seq`` and ``received_at`` are the answer's own, so that what counts can be told
    without looking for it.
    """

    __tablename__ = "set_aside_decisions"
    __table_args__ = (Index(None, "attempt_id", "question_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"))
    question_id: Mapped[str]
    key: Mapped[str] = mapped_column(String(120))
    verdict: Mapped[SetAsideVerdict] = mapped_column(string_enum(SetAsideVerdict))
    answer: Mapped[str] = mapped_column(Text)
    seq: Mapped[int]
    received_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(500), default="")
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime]
