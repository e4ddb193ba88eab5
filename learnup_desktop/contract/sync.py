"""Delta synchronisation: what changed in the streams an account may see, since a cursor."""

from enum import StrEnum

from learnup_desktop.contract.wire import WireModel


class Stream(StrEnum):
    """Streams of entities. ``data`` of each change is the model named here."""

    CLASSES = "classes"  # classes.SchoolClass
    ROLLS = "rolls"  # classes.ClassRoll, teachers only
    LESSONS = "lessons"  # classes.Lesson
    EXAMS = "exams"  # exams.ExamSummary
    MATERIALS = "materials"  # classes.Material
    ATTENDANCE = "attendance"  # attendance.LessonAttendance (teachers), attendance.Mark (students: own)
    ANNOUNCEMENTS = "announcements"  # communication.Announcement
    RESULTS = "results"  # results.OwnResult, students: own, once published
    ANNOTATIONS = "annotations"  # study.Annotation, own ones
    PLACES = "places"  # study.ReadingPlace, own ones
    NOTICES = "notices"  # attendance_record.AbsenceNotice, students: own
    INVOICES = "invoices"  # payments.Invoice, students: own
    RECORDINGS = "recordings"  # recordings.Recording, by the id of its material
    SEMINARS = "seminars"  # recordings.Seminar


class Change(WireModel):
    """One entity as it is now, or its deletion (then ``data`` is empty)."""

    stream: Stream
    id: str
    version: int
    deleted: bool = False
    data: dict[str, object] | None = None


class SyncAnswer(WireModel):
    """``GET sync`` and ``GET sync/snapshot``. With ``has_more`` the client asks again at once from ``cursor``."""

    changes: list[Change]
    cursor: str
    has_more: bool = False
