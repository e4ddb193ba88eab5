"""Attendance: every mark ever made, which of them stand, and a version for each lesson's roll."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.attendance import AttendanceState, MarkMethod
from learnup_platform.db.base import Base, Json, string_enum


class MarkRecord(Base):
    """A mark as it was made. Only ``standing`` changes: it is on the one that counts for student and lesson."""

    __tablename__ = "attendance_marks"
    __table_args__ = (Index(None, "lesson_id", "student_id"), Index(None, "student_id", "standing"))

    id: Mapped[str] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(ForeignKey("lessons.id", ondelete="CASCADE"))
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    state: Mapped[AttendanceState] = mapped_column(string_enum(AttendanceState))
    minutes_late: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(String(500), default="")
    marked_at: Mapped[datetime]
    marked_by: Mapped[str]
    method: Mapped[MarkMethod] = mapped_column(string_enum(MarkMethod))
    device_id: Mapped[str] = mapped_column(default="")
    withdrawn: Mapped[bool] = mapped_column(default=False)
    standing: Mapped[bool] = mapped_column(default=False)
    received_at: Mapped[datetime]


class LessonRollRecord(Base):
    """How often the marks of a lesson have changed."""

    __tablename__ = "lesson_rolls"

    lesson_id: Mapped[str] = mapped_column(ForeignKey("lessons.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(default=0)


class PresenceRecord(Base):
    """A student's stay in a lesson's meeting, as their client told it."""

    __tablename__ = "lesson_presences"
    __table_args__ = (Index(None, "lesson_id", "student_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(ForeignKey("lessons.id", ondelete="CASCADE"))
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class CardIssueRecord(Base):
    """Who had student cards of a class made, when; the log that the audit shows. The cards themselves are not kept."""

    __tablename__ = "card_issues"

    id: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    issued_by: Mapped[str]
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    card_count: Mapped[int]


class AbsenceNoticeRecord(Base):
    """A student was told of an absence: once a lesson, whatever the mark becomes. What stands is with the marks."""

    __tablename__ = "absence_notices"
    __table_args__ = (UniqueConstraint("student_id", "lesson_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(ForeignKey("lessons.id", ondelete="CASCADE"), index=True)
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    published_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class AttendancePolicyRecord(Base):
    """What the school's policy was set to, by whom; the last one counts, and the audit log shows them all."""

    __tablename__ = "attendance_policies"

    id: Mapped[str] = mapped_column(primary_key=True)
    set_by: Mapped[str]
    set_at: Mapped[datetime]
    values: Mapped[dict[str, object]] = mapped_column(Json)
