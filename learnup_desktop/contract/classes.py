"""Classes, their rolls, lessons and the timetable."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.wire import Identifier, LocalizedText, UtcTime, WireModel


class SchoolClass(WireModel):
    """A class: a subject taught to a group in one medium. ``colour`` indexes the subject colours.

    ``attendance_policy`` is the school's, with every class so that it is known with no network.
    """

    id: Identifier
    name: LocalizedText
    subject: LocalizedText
    grade: str
    medium: str
    teacher_id: Identifier
    teacher_name: str
    room: str
    colour: int = 0
    student_count: int = 0
    attendance_policy: AttendancePolicy = Field(default_factory=AttendancePolicy)


class RollStudent(WireModel):
    """A student on a class's roll."""

    id: Identifier
    name: str
    index_number: str
    face_enrolled: bool = False


class ClassRoll(WireModel):
    """``GET classes/{id}/students``, and the ``rolls`` stream (its id is the class's)."""

    class_id: Identifier
    students: list[RollStudent]


class LessonState(StrEnum):
    """What has become of a planned lesson."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Lesson(WireModel):
    """One lesson of the timetable (``sessions`` on the wire). ``previous_*`` is set when it was moved.

    ``meeting_open``: the teacher has opened its meeting and not ended it.
    """

    id: Identifier
    class_id: Identifier
    topic: LocalizedText
    subject: LocalizedText
    class_name: LocalizedText
    teacher_name: str
    room: str
    online: bool = False
    starts_at: UtcTime
    ends_at: UtcTime
    state: LessonState = LessonState.PLANNED
    previous_starts_at: UtcTime | None = None
    previous_ends_at: UtcTime | None = None
    previous_room: str | None = None
    note: LocalizedText | None = None
    colour: int = 0
    meeting_open: bool = False


class RescheduleRequest(WireModel):
    """``POST sessions/{id}/reschedule``."""

    starts_at: UtcTime
    ends_at: UtcTime
    room: str | None = None
    reason: str = Field(default="", max_length=500)


class Material(WireModel):
    """A piece of study material; ``GET materials/{id}/content`` gives its bytes.

    A publication that was bought is ``sealed``: ``size_bytes`` and ``sha256`` are those of the account's own sealed
    copy (``domain.sealed_publication``), and ``GET materials/{id}/key`` opens it until ``access_ends_at``. What is not
    ``published`` is a draft, which only those who teach the class get.
    """

    id: Identifier
    class_id: Identifier
    title: LocalizedText
    kind: str
    media_type: str
    size_bytes: int
    sha256: str
    published_at: UtcTime
    due_at: UtcTime | None = None
    published: bool = True
    sealed: bool = False
    access_ends_at: UtcTime | None = None
