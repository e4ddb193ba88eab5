"""A small school in a real store, for the pages and services that read and write one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from learnup_desktop.contract.attendance import AttendanceState, LessonAttendance, Mark
from learnup_desktop.contract.classes import ClassRoll, Lesson, LessonState, RollStudent, SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exams import ExamSummary
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.contract.wire import LocalizedText, WireModel
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.seal import Sealer

COLOMBO = ZoneInfo("Asia/Colombo")
NOW = datetime(2026, 11, 18, 9, 8, tzinfo=COLOMBO).astimezone(UTC)
"""A Wednesday, eight minutes into the second lesson of the day."""

NAMES = ("Abeysekara D.", "Ahamed F.", "Bandara S.", "Fernando A.", "Kumaran V.", "Perera H.")
PHYSICS = LocalizedText(en="Physics", si="භෞතික විද්‍යාව")


def lesson(identity: str, day: int, hour: int, minutes: int = 90, **changes: object) -> Lesson:
    """A lesson ``day`` days from NOW's, beginning at ``hour`` in Colombo."""
    local = NOW.astimezone(COLOMBO).replace(hour=hour, minute=0) + timedelta(days=day)
    begins = local.astimezone(UTC)
    made = Lesson(
        id=identity,
        class_id="physics",
        topic=LocalizedText(en="Waves"),
        subject=PHYSICS,
        class_name=LocalizedText(en="12 Physics"),
        teacher_name="Mrs Perera",
        room="Hall 2",
        starts_at=begins,
        ends_at=begins + timedelta(minutes=minutes),
    )
    return made.model_copy(update=changes)


def moved(identity: str, day: int, hour: int, before: int) -> Lesson:
    """A lesson that was planned for ``before`` o'clock the same day."""
    planned = lesson(identity, day, before)
    return lesson(
        identity,
        day,
        hour,
        state=LessonState.MOVED,
        previous_starts_at=planned.starts_at,
        previous_ends_at=planned.ends_at,
    )


LESSONS = (
    lesson("early", 0, 7),
    lesson("now", 0, 9),
    moved("moved", 0, 14, 13),
    lesson("off", 0, 16, state=LessonState.CANCELLED),
    lesson("yesterday", -1, 9),
    lesson("tomorrow", 1, 10, online=True),
    lesson("last-week", -7, 11),
    lesson("long-ago", -20, 9),
)


def student(index: int) -> RollStudent:
    """A student of the roll, by place in NAMES."""
    return RollStudent(id=f"s{index}", name=NAMES[index], index_number=f"40{index:02}")


ROLL = ClassRoll(class_id="physics", students=[student(index) for index in range(len(NAMES))])


def mark(
    student_id: str, state: AttendanceState, minutes: float = 0, *, identity: str = "theirs", lesson_id: str = "now"
) -> Mark:
    """A mark from another screen, ``minutes`` after NOW."""
    return Mark(
        id=identity,
        lesson_id=lesson_id,
        student_id=student_id,
        state=state,
        marked_at=NOW + timedelta(minutes=minutes),
        marked_by="other-teacher",
        device_id="other",
    )


def change(stream: Stream, identity: str, model: WireModel, version: int = 1) -> Change:
    """One row of a pull."""
    return Change(stream=stream, id=identity, version=version, data=model.to_wire())


def attendance(*marks: Mark, version: int = 1) -> Change:
    """The platform's marks of the lesson going on."""
    return change(Stream.ATTENDANCE, "now", LessonAttendance(lesson_id="now", marks=list(marks)), version)


def everything() -> list[Change]:
    """What a first pull brings."""
    school_class = SchoolClass(
        id="physics",
        name=LocalizedText(en="12 Physics"),
        subject=PHYSICS,
        grade="12",
        medium="en",
        teacher_id="teacher",
        teacher_name="Mrs Perera",
        room="Hall 2",
        student_count=len(NAMES),
    )
    exam = ExamSummary(
        id="exam",
        class_id="physics",
        title=LocalizedText(en="Physics term test"),
        subject=PHYSICS,
        opens_at=NOW + timedelta(hours=20),
        closes_at=NOW + timedelta(hours=23),
        duration_seconds=3600,
        question_count=12,
        total_marks=40,
        paper_sha256="0" * 64,
        paper_bytes=1000,
    )
    said = Announcement(
        id="said",
        title=LocalizedText(en="Bring your lab books"),
        body=LocalizedText(en="On Friday."),
        author_name="Kamala Perera",
        published_at=NOW - timedelta(hours=1),
    )
    return [
        change(Stream.CLASSES, "physics", school_class),
        change(Stream.ROLLS, "physics", ROLL),
        change(Stream.EXAMS, "exam", exam),
        change(Stream.ANNOUNCEMENTS, "said", said),
        *(change(Stream.LESSONS, item.id, item) for item in LESSONS),
    ]


@asynccontextmanager
async def opened_store(folder: Path, *, filled: bool = True) -> AsyncIterator[AccountStore]:
    """A real store below ``folder``, with the school in its cache."""
    store = await AccountStore.open(folder / "account", Sealer(b"k" * 32))
    try:
        if filled:
            await store.cache.replace(everything(), "cursor")
        yield store
    finally:
        await store.close()
