"""What marks add up to over weeks: a class's register, and what a student is told of an absence."""

from pydantic import Field

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.classes import Lesson
from learnup_desktop.contract.wire import Identifier, LocalizedText, UtcTime, WireModel


class RegisterStudent(WireModel):
    """A line of a register. ``left_at``: no longer on the roll, but was while these lessons were held."""

    id: Identifier
    name: str
    index_number: str
    joined_at: UtcTime | None = None
    left_at: UtcTime | None = None


class ClassRegister(WireModel):
    """``GET classes/{id}/attendance/register?from&to``: lessons of a span and the marks that stand in them.

    ``marks`` leave out what was taken back. ``students`` are by name, those who left meanwhile included.
    """

    class_id: Identifier
    class_name: LocalizedText
    policy: AttendancePolicy = Field(default_factory=AttendancePolicy)
    lessons: list[Lesson]
    students: list[RegisterStudent]
    marks: list[Mark]


class AbsenceNotice(WireModel):
    """A student was marked absent: ``notices`` stream. One a lesson and student, however often the mark changes.

    ``state`` and ``minutes_late`` are what stands now: anything but ``absent`` means that the absence was corrected.
    A mark that was taken back altogether takes the notice away. ``read_at``: when the student read what it says now.
    """

    id: Identifier
    lesson_id: Identifier
    class_id: Identifier
    class_name: LocalizedText
    subject: LocalizedText
    lesson_starts_at: UtcTime
    lesson_ends_at: UtcTime
    published_at: UtcTime
    changed_at: UtcTime
    state: AttendanceState
    minutes_late: int = 0
    read_at: UtcTime | None = None

    @property
    def corrected(self) -> bool:
        """Whether it is no absence any more."""
        return self.state is not AttendanceState.ABSENT


class NoticeRead(WireModel):
    """``PUT notifications/{id}/read``: ``changed_at`` of the notice as it was read; what it says since is unread."""

    changed_at: UtcTime
