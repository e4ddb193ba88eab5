"""Which mark stands when several were made, and what a roll adds up to."""

from collections import Counter
from collections.abc import Iterable

from learnup_desktop.contract.attendance import AttendanceState, Mark, MarkMethod


def precedence(mark: Mark) -> tuple[bool, float, str]:
    """Sort key: a deliberate human mark beats camera and card; then the later one; then the id, so that all agree."""
    return (mark.method is MarkMethod.MANUAL, mark.marked_at.timestamp(), mark.id)


def merge_marks(marks: Iterable[Mark]) -> dict[str, Mark]:
    """The mark that stands for each student of one lesson, withdrawn ones included. Order and repeats do not matter."""
    standing: dict[str, Mark] = {}
    for mark in marks:
        held = standing.get(mark.student_id)
        if held is None or precedence(mark) > precedence(held):
            standing[mark.student_id] = mark
    return standing


def count_states(marks: Iterable[Mark]) -> Counter[AttendanceState]:
    """How many stand in each state; withdrawn marks count as not marked."""
    return Counter(mark.state for mark in marks if not mark.withdrawn)


def rate(counts: Counter[AttendanceState]) -> float | None:
    """Share attended (present or late) of the lessons that count (excused ones do not); None when none count."""
    attended = counts[AttendanceState.PRESENT] + counts[AttendanceState.LATE]
    total = attended + counts[AttendanceState.ABSENT]
    return attended / total if total else None
