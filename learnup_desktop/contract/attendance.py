"""Marks on a lesson's roll."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.wire import Identifier, UtcTime, WireModel


class AttendanceState(StrEnum):
    """What a mark says."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    EXCUSED = "excused"


class MarkMethod(StrEnum):
    """How a mark came about; a deliberate human mark wins over camera, card and what join times suggest."""

    MANUAL = "manual"
    CAMERA = "camera"
    CARD = "card"
    ONLINE = "online"


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


class MarkEntry(WireModel):
    """A mark in a lesson's history, by whom in words, and whether it is the one that counts.

    ``device_name`` is what the device was called when it last signed in; empty when nobody remembers it.
    """

    mark: Mark
    marked_by_name: str
    device_name: str = ""
    received_at: UtcTime
    standing: bool


class MarkHistory(WireModel):
    """``GET sessions/{id}/attendance/history?studentId``: every mark ever made, the latest first."""

    lesson_id: Identifier
    entries: list[MarkEntry]


class PresenceReport(WireModel):
    """``PUT sessions/{id}/presence``: a student's stay in the lesson's meeting, sent by who joined.

    ``id`` is the client's, so that a repeat with a later ``left_at`` is the same stay.
    """

    id: Identifier
    joined_at: UtcTime
    left_at: UtcTime | None = None


class ProposedMark(WireModel):
    """What join and leave times suggest; never a mark until a person confirms it. ``state`` None: for them to judge."""

    student_id: Identifier
    student_name: str
    state: AttendanceState | None
    minutes_late: int = 0
    minutes_there: int = 0


class AttendanceProposal(WireModel):
    """``GET sessions/{id}/attendance/proposal``: of a lesson held online, for who teaches it."""

    lesson_id: Identifier
    marks: list[ProposedMark]


class StudentCard(WireModel):
    """A signed student card. ``payload`` is what its QR code holds (``domain.student_card``)."""

    student_id: Identifier
    student_name: str
    index_number: str
    payload: str = Field(max_length=400)
    expires_at: UtcTime


class CardSheet(WireModel):
    """``POST classes/{id}/cards``: cards for a class's roll, to be printed."""

    class_id: Identifier
    key_id: str
    cards: list[StudentCard]


class AttendanceCounts(WireModel):
    """How often each state stands. ``rate_per_mille``: present or late of the lessons that count, None when none do."""

    present: int = 0
    late: int = 0
    absent: int = 0
    excused: int = 0
    rate_per_mille: int | None = None


class StudentAttendance(WireModel):
    """One student's line of ``GET classes/{id}/attendance/summary``.

    ``reasons``: why somebody needs looking at (``domain.attendance_risk.RiskReason``), the gravest first.
    """

    student_id: Identifier
    student_name: str
    counts: AttendanceCounts
    reasons: list[str] = Field(default_factory=list)


class ClassAttendance(WireModel):
    """``GET classes/{id}/attendance/summary``. ``lessons_marked`` are lessons with at least one standing mark."""

    class_id: Identifier
    lessons_marked: int
    students: list[StudentAttendance]
    policy: AttendancePolicy = Field(default_factory=AttendancePolicy)


class MyAttendance(WireModel):
    """``GET attendance/me``: the own standing marks, newest first, and their counts over all time."""

    items: list[Mark]
    next_cursor: str | None = None
    counts: AttendanceCounts
