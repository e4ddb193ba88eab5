"""From rows to the contract's models."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Row

from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.classes import ClassRoll, Lesson, RollStudent, SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_platform.db.models_academic import (
    AnnouncementRecord,
    ClassRecord,
    LessonRecord,
    SubjectRecord,
)
from learnup_platform.db.models_people import AccountRecord


def school_class(row: Row[ClassRecord, SubjectRecord, str, int], policy: AttendancePolicy) -> SchoolClass:
    """A class, with the school's attendance policy."""
    record, subject, teacher_name, students = row
    return SchoolClass(
        id=record.id,
        name=record.name,
        subject=subject.name,
        grade=record.grade,
        medium=record.medium,
        teacher_id=record.teacher_id,
        teacher_name=teacher_name,
        room=record.room,
        colour=subject.colour,
        student_count=students,
        attendance_policy=policy,
    )


def class_roll(class_id: str, rows: Iterable[Row[str, AccountRecord]]) -> ClassRoll:
    """The roll of one class out of the rows of several."""
    students = [
        RollStudent(
            id=account.id,
            name=account.name,
            index_number=account.index_number or "",
            face_enrolled=account.face_enrolled,
        )
        for row_class, account in rows
        if row_class == class_id
    ]
    return ClassRoll(class_id=class_id, students=students)


def lesson(row: Row[LessonRecord, ClassRecord, SubjectRecord, str]) -> Lesson:
    """A lesson."""
    record, of_class, subject, teacher_name = row
    return Lesson(
        id=record.id,
        class_id=record.class_id,
        topic=record.topic,
        subject=subject.name,
        class_name=of_class.name,
        teacher_name=teacher_name,
        room=record.room,
        online=record.online,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        state=record.state,
        previous_starts_at=record.previous_starts_at,
        previous_ends_at=record.previous_ends_at,
        previous_room=record.previous_room,
        note=record.note,
        colour=subject.colour,
        meeting_open=record.meeting_started_at is not None and record.meeting_ended_at is None,
    )


def announcement(row: Row[AnnouncementRecord, str, datetime | None]) -> Announcement:
    """A notice, with when the one who asks read it."""
    record, author_name, read_at = row
    return Announcement(
        id=record.id,
        class_id=record.class_id,
        title=record.title,
        body=record.body,
        author_name=author_name,
        published_at=record.published_at,
        read_at=read_at,
    )
