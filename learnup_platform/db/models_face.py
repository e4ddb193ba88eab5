"""Face enrolments, and the log of who did what to them. Templates and photographs are sealed files, never columns."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.face import EnrolmentState
from learnup_platform.db.base import Base, string_enum


class EnrolmentRecord(Base):
    """A face enrolment. ``storage_key`` names the sealed file with its templates and photograph."""

    __tablename__ = "face_enrolments"
    __table_args__ = (Index(None, "student_id", "state"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    model: Mapped[str] = mapped_column(String(120))
    template_count: Mapped[int]
    state: Mapped[EnrolmentState] = mapped_column(string_enum(EnrolmentState))
    storage_key: Mapped[str] = mapped_column(String(200))
    consent_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"))


class FaceAuditRecord(Base):
    """What happened to an enrolment. It outlives the enrolment and holds nothing of the face."""

    __tablename__ = "face_audit"
    __table_args__ = (Index(None, "student_id", "at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(32))
    enrolment_id: Mapped[str]
    student_id: Mapped[str]
    actor_id: Mapped[str]
