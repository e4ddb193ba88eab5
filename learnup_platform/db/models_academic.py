"""What is taught, to whom and when: subjects, classes, enrolments, lessons, materials and announcements."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.classes import LessonState
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.db.base import Base, Json, string_enum


class SubjectRecord(Base):
    """A subject. ``colour`` indexes the subject colours of the client."""

    __tablename__ = "subjects"

    id: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(32), unique=True)
    name: Mapped[LocalizedText]
    colour: Mapped[int] = mapped_column(default=0)


class AcademicTermRecord(Base):
    """An entry of the other academic lists; ``kind`` is ``grade``, ``medium``, ``year`` or ``batch``."""

    __tablename__ = "academic_terms"
    __table_args__ = (UniqueConstraint("kind", "code"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    code: Mapped[str] = mapped_column(String(32))
    name: Mapped[LocalizedText]
    position: Mapped[int] = mapped_column(default=0)


class ClassRecord(Base):
    """A class: a subject taught to a group in one medium by one teacher."""

    __tablename__ = "classes"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[LocalizedText]
    subject_id: Mapped[str] = mapped_column(ForeignKey("subjects.id"))
    grade: Mapped[str] = mapped_column(String(32))
    medium: Mapped[str] = mapped_column(String(32))
    teacher_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"), index=True)
    room: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]


class EnrollmentRecord(Base):
    """A student on a class's roll, from ``joined_at`` until ``left_at``."""

    __tablename__ = "enrollments"
    __table_args__ = (UniqueConstraint("class_id", "student_id"), Index(None, "student_id", "left_at"))

    id: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"))
    student_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class LessonRecord(Base):
    """One lesson of the timetable. ``previous_*`` keep the original plan, however often it is moved.

    ``meeting_*``: when its teacher last opened the meeting, and when they ended it for all.
    """

    __tablename__ = "lessons"
    __table_args__ = (Index(None, "class_id", "starts_at"), Index(None, "starts_at"))

    id: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"))
    topic: Mapped[LocalizedText]
    room: Mapped[str] = mapped_column(String(64))
    online: Mapped[bool] = mapped_column(default=False)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    state: Mapped[LessonState] = mapped_column(string_enum(LessonState), default=LessonState.PLANNED)
    previous_starts_at: Mapped[datetime | None]
    previous_ends_at: Mapped[datetime | None]
    previous_room: Mapped[str | None] = mapped_column(String(64))
    note: Mapped[LocalizedText | None]
    meeting_started_at: Mapped[datetime | None]
    meeting_ended_at: Mapped[datetime | None]


class LessonChangeRecord(Base):
    """Who moved a lesson, when, from what and why."""

    __tablename__ = "lesson_changes"

    id: Mapped[str] = mapped_column(primary_key=True)
    lesson_id: Mapped[str] = mapped_column(ForeignKey("lessons.id", ondelete="CASCADE"), index=True)
    changed_by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    changed_at: Mapped[datetime]
    before: Mapped[dict[str, object]] = mapped_column(Json)
    after: Mapped[dict[str, object]] = mapped_column(Json)
    reason: Mapped[str] = mapped_column(String(500), default="")


class MaterialRecord(Base):
    """A piece of study material; its bytes are in the file store under ``storage_key``."""

    __tablename__ = "materials"

    id: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    title: Mapped[LocalizedText]
    kind: Mapped[str] = mapped_column(String(32))
    media_type: Mapped[str] = mapped_column(String(100))
    file_name: Mapped[str] = mapped_column(String(200))
    size_bytes: Mapped[int]
    sha256: Mapped[str]
    storage_key: Mapped[str] = mapped_column(String(200))
    published_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    draft: Mapped[bool] = mapped_column(default=False, server_default=false())


class AnnouncementRecord(Base):
    """A notice to a class, or to everyone when ``class_id`` is empty."""

    __tablename__ = "announcements"

    id: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[str | None] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    title: Mapped[LocalizedText]
    body: Mapped[LocalizedText]
    author_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    published_at: Mapped[datetime]


class AnnouncementReadRecord(Base):
    """When an account first read a notice."""

    __tablename__ = "announcement_reads"

    announcement_id: Mapped[str] = mapped_column(ForeignKey("announcements.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    read_at: Mapped[datetime]
