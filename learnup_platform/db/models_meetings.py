"""Meetings of lessons: who was let in and what was done, and who stands in for a teacher."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from learnup_platform.db.base import Base


class MeetingEntryRecord(Base):
    """A line of the log: a token was given out, the meeting was opened or ended. Never the token itself."""

    __tablename__ = "meeting_log"

    id: Mapped[str] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(ForeignKey("lessons.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[str]
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(32))


class SubstituteRecord(Base):
    """Another teacher who takes one lesson."""

    __tablename__ = "lesson_substitutes"

    lesson_id: Mapped[str] = mapped_column(ForeignKey("lessons.id", ondelete="CASCADE"), primary_key=True)
    teacher_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    assigned_by: Mapped[str]
    assigned_at: Mapped[datetime]
