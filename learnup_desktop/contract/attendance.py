"""Marks on a lesson's roll."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, UtcTime, WireModel


class AttendanceState(StrEnum):
    """What a mark says."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    EXCUSED = "excused"


class MarkMethod(StrEnum):
    """How a mark came about; a deliberate human mark wins over camera and card."""

    MANUAL = "manual"
    CAMERA = "camera"
    CARD = "card"


class Mark(WireModel):
    """One student's mark for one lesson. ``id`` is made by the client, so a repeat is the same mark.

    A later mark by ``marked_at`` replaces an earlier one; both stay in the history. ``withdrawn`` takes a mark back
    (undo to "not marked").
    """

    id: Identifier
    lesson_id: Identifier
    student_id: Identifier
    state: AttendanceState
    minutes_late: int = Field(default=0, ge=0, le=600)
    note: str = Field(default="", max_length=500)
    marked_at: UtcTime
    marked_by: Identifier
    method: MarkMethod = MarkMethod.MANUAL
    device_id: str = Field(default="", max_length=64)
    withdrawn: bool = False


class LessonAttendance(WireModel):
    """All current marks of a lesson: ``GET sessions/{id}/attendance`` and the ``attendance`` stream of teachers."""

    lesson_id: Identifier
    marks: list[Mark]
    version: int = 0


class AttendanceUpload(WireModel):
    """``PUT sessions/{id}/attendance``: a batch upsert, any order, repeats are harmless."""

    marks: list[Mark] = Field(max_length=1000)


class RefusedMark(WireModel):
    """A mark of an upload that was not taken, and the error code that says why."""

    mark_id: Identifier
    student_id: Identifier
    code: str


class AttendanceTaken(LessonAttendance):
    """The answer to ``PUT sessions/{id}/attendance``: the lesson as it stands now, and what was not taken."""

    refused: list[RefusedMark] = Field(default_factory=list)


class AttendanceCounts(WireModel):
    """How often each state stands. ``rate_per_mille``: present or late of the lessons that count, None when none do."""

    present: int = 0
    late: int = 0
    absent: int = 0
    excused: int = 0
    rate_per_mille: int | None = None


class StudentAttendance(WireModel):
    """One student's line of ``GET classes/{id}/attendance/summary``."""

    student_id: Identifier
    student_name: str
    counts: AttendanceCounts


class ClassAttendance(WireModel):
    """``GET classes/{id}/attendance/summary``. ``lessons_marked`` are lessons with at least one standing mark."""

    class_id: Identifier
    lessons_marked: int
    students: list[StudentAttendance]


class MyAttendance(WireModel):
    """``GET attendance/me``: the own standing marks, newest first, and their counts over all time."""

    items: list[Mark]
    next_cursor: str | None = None
    counts: AttendanceCounts
