"""A month's register of a class: students down, lessons across, what each one's marks add up to. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.attendance_record import RegisterStudent
from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.domain.attendance import rate
from learnup_desktop.domain.timetable import local_day


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One student.

    Attributes:
        marks: one a lesson, in the lessons' order; None where there is none.
        rate: attended of the lessons that count, 0 to 1; None when none does.
    """

    student: RegisterStudent
    marks: tuple[Mark | None, ...]
    counts: Counter[AttendanceState]
    rate: float | None


@dataclass(frozen=True, slots=True)
class Register:
    """A class's month.

    Attributes:
        lessons: those that were to be held and not cancelled, by beginning.
        lines: by name.
        held: how many students were present or late, a lesson each.
    """

    month: date
    lessons: tuple[Lesson, ...]
    lines: tuple[RegisterLine, ...]
    held: tuple[int, ...]


def month_of(day: date) -> date:
    """The first of its month."""
    return day.replace(day=1)


def next_month(month: date, step: int = 1) -> date:
    """The first of the month ``step`` months on; negative goes back."""
    number = month.year * 12 + month.month - 1 + step
    return date(number // 12, number % 12 + 1, 1)


def month_span(month: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """Its beginning and its end where the school is, in UTC."""
    begins, ends = (datetime.combine(day, time(), zone) for day in (month_of(month), next_month(month)))
    return begins.astimezone(UTC), ends.astimezone(UTC)


def make_register(
    month: date,
    lessons: Iterable[Lesson],
    students: Iterable[RegisterStudent],
    marks: Mapping[str, Mapping[str, Mark]],
    zone: tzinfo,
) -> Register:
    """The register of one class.

    Args:
        month: any day of it.
        lessons: of the class; those of other months and cancelled ones are passed over.
        students: on the roll, and those who left: these have a line when they have a mark in the month.
        marks: what stands, by lesson and student; what was taken back counts as not marked.
        zone: where the school is, which says to what month a lesson belongs.
    """
    first = month_of(month)
    held = sorted(
        (
            lesson
            for lesson in lessons
            if lesson.state is not LessonState.CANCELLED and month_of(local_day(lesson.starts_at, zone)) == first
        ),
        key=lambda lesson: (lesson.starts_at, lesson.id),
    )
    lines = [_line(student, held, marks) for student in students]
    kept = [line for line in lines if line.student.left_at is None or any(line.marks)]
    ordered = sorted(kept, key=lambda line: (line.student.name.casefold(), line.student.index_number, line.student.id))
    return Register(first, tuple(held), tuple(ordered), tuple(_present(ordered, place) for place in range(len(held))))


def _line(student: RegisterStudent, lessons: Sequence[Lesson], marks: Mapping[str, Mapping[str, Mark]]) -> RegisterLine:
    found = [marks.get(lesson.id, {}).get(student.id) for lesson in lessons]
    standing = tuple(mark if mark is not None and not mark.withdrawn else None for mark in found)
    counts = Counter(mark.state for mark in standing if mark is not None)
    return RegisterLine(student, standing, counts, rate(counts))


def _present(lines: Sequence[RegisterLine], place: int) -> int:
    attended = (AttendanceState.PRESENT, AttendanceState.LATE)
    return sum(mark is not None and mark.state in attended for mark in (line.marks[place] for line in lines))
