"""A month's register: which lessons and whose lines, in which order, and what was taken back."""

from datetime import UTC, date, datetime, timedelta, timezone

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.attendance_record import RegisterStudent
from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.register import make_register

COLOMBO = timezone(timedelta(hours=5, minutes=30))
NAME = LocalizedText(en="Physics")


def lesson(name: str, day: int, state: LessonState = LessonState.PLANNED) -> Lesson:
    starts_at = datetime(2026, 11, day, 4, tzinfo=UTC)
    return Lesson(
        id=name,
        class_id="c",
        topic=NAME,
        subject=NAME,
        class_name=NAME,
        teacher_name="T",
        room="1",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        state=state,
    )


def mark(at: str, who: str, state: AttendanceState, *, withdrawn: bool = False) -> Mark:
    moment = datetime(2026, 11, 3, tzinfo=UTC)
    return Mark(
        id=at + who, lesson_id=at, student_id=who, state=state, marked_at=moment, marked_by="t", withdrawn=withdrawn
    )


def test_lessons_by_time_without_cancelled_ones_and_marks_that_were_taken_back_are_none() -> None:
    left = datetime(2026, 11, 1, tzinfo=UTC)
    students = [
        RegisterStudent(id="s2", name="Ashan", index_number="2"),
        RegisterStudent(id="s1", name="amaya", index_number="1"),
        RegisterStudent(id="s3", name="Left before", index_number="3", left_at=left),
        RegisterStudent(id="s4", name="Left with a mark", index_number="4", left_at=left),
    ]
    lessons = [lesson("a", 9), lesson("b", 3), lesson("c", 6, LessonState.CANCELLED)]
    marks = {
        "a": {"s1": mark("a", "s1", AttendanceState.PRESENT), "s2": mark("a", "s2", AttendanceState.LATE)},
        "b": {
            "s1": mark("b", "s1", AttendanceState.ABSENT, withdrawn=True),
            "s4": mark("b", "s4", AttendanceState.ABSENT),
        },
        "c": {"s1": mark("c", "s1", AttendanceState.ABSENT)},
    }
    register = make_register(date(2026, 11, 17), lessons, students, marks, COLOMBO)
    assert [item.id for item in register.lessons] == ["b", "a"]
    assert [line.student.id for line in register.lines] == ["s1", "s2", "s4"]
    assert [mark.state if mark is not None else None for mark in register.lines[0].marks] == [
        None,
        AttendanceState.PRESENT,
    ]
    assert (register.lines[0].rate, register.lines[2].rate) == (1.0, 0.0)
    assert register.held == (0, 2)
