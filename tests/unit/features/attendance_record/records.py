"""A class of forty with two months of marks, for the pages that show records."""

import random
from datetime import timedelta
from functools import cache

from learnup_desktop.contract.attendance import AttendanceState, LessonAttendance, Mark
from learnup_desktop.contract.attendance_record import AbsenceNotice
from learnup_desktop.contract.classes import ClassRoll, Lesson, RollStudent, SchoolClass
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.contract.wire import LocalizedText
from tests.unit.features.school import NOW, PHYSICS, change, lesson

FIRST = ("Nimali", "Kasun", "அபிநயா", "නිමාලි", "Fathima", "தர்ஷினி", "Dinuka", "ශෙහාන්", "Ruwan", "Melissa")
LAST = ("Perera", "குமரன்", "Fernando", "බණ්ඩාර", "Ahamed", "Silva", "Wijesinghe", "ராஜேந்திரன்")
NAME = LocalizedText(en="12 Physics", si="12 භෞතික විද්‍යාව", ta="12 பௌதிகவியல்")


def students(count: int = 40) -> list[RollStudent]:
    """Names in three scripts."""
    return [
        RollStudent(
            id=f"r{n:02}", name=f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}", index_number=f"S2026{n + 1:03}"
        )
        for n in range(count)
    ]


def lessons() -> list[Lesson]:
    """Every other school day of the eight weeks before NOW's day."""
    days = [day for day in range(-56, 0) if (NOW + timedelta(days=day)).weekday() in (0, 2, 4)]
    return [lesson(f"past{day}", day, 9).model_copy(update={"class_name": NAME}) for day in days]


def state_of(chance: random.Random, number: int) -> AttendanceState:
    """Most are there; three are often not."""
    weights = (4, 2, 5, 1) if number in (3, 11, 27) else (90, 5, 3, 2)
    return chance.choices(list(AttendanceState), weights)[0]


@cache
def marks(count: int = 40) -> dict[str, list[Mark]]:
    """What stands, by lesson."""
    chance = random.Random(7)
    found: dict[str, list[Mark]] = {}
    for item in lessons():
        for number, student in enumerate(students(count)):
            state = state_of(chance, number)
            found.setdefault(item.id, []).append(
                Mark(
                    id=f"{item.id}/{student.id}",
                    lesson_id=item.id,
                    student_id=student.id,
                    state=state,
                    minutes_late=chance.randint(3, 30) if state is AttendanceState.LATE else 0,
                    note="Ill" if state is AttendanceState.EXCUSED else "",
                    marked_at=item.starts_at + timedelta(minutes=5),
                    marked_by="teacher",
                )
            )
    return found


def school_class() -> SchoolClass:
    """The class, with the usual policy."""
    return SchoolClass(
        id="physics",
        name=NAME,
        subject=PHYSICS,
        grade="12",
        medium="en",
        teacher_id="teacher",
        teacher_name="Mrs Perera",
        room="Hall 2",
        student_count=40,
    )


def teacher_rows() -> list[Change]:
    """What a teacher's cache holds."""
    roll = ClassRoll(class_id="physics", students=students())
    rows = [change(Stream.CLASSES, "physics", school_class()), change(Stream.ROLLS, "physics", roll)]
    rows += [change(Stream.LESSONS, item.id, item) for item in lessons()]
    rows += [
        change(Stream.ATTENDANCE, key, LessonAttendance(lesson_id=key, marks=made)) for key, made in marks().items()
    ]
    return rows


def student_rows(number: int = 3) -> list[Change]:
    """What a student's cache holds: own marks, and notices of the absences."""
    rows = [change(Stream.CLASSES, "physics", school_class())]
    rows += [change(Stream.LESSONS, item.id, item) for item in lessons()]
    for item in lessons():
        own = marks()[item.id][number]
        rows.append(change(Stream.ATTENDANCE, item.id, own))
        if own.state is AttendanceState.ABSENT:
            rows.append(change(Stream.NOTICES, f"n/{item.id}", notice(item, own.state)))
    corrected = next(item for item in reversed(lessons()) if marks()[item.id][number].state is AttendanceState.LATE)
    rows.append(change(Stream.NOTICES, f"n/{corrected.id}", notice(corrected, AttendanceState.LATE, minutes_late=8)))
    return rows


def notice(item: Lesson, state: AttendanceState, minutes_late: int = 0) -> AbsenceNotice:
    """What is told of an absence in a lesson."""
    return AbsenceNotice(
        id=f"n/{item.id}",
        lesson_id=item.id,
        class_id="physics",
        class_name=NAME,
        subject=PHYSICS,
        lesson_starts_at=item.starts_at,
        lesson_ends_at=item.ends_at,
        published_at=item.starts_at + timedelta(minutes=5),
        changed_at=item.starts_at + timedelta(minutes=15),
        state=state,
        minutes_late=minutes_late,
    )
