"""What there is to mark, in the order in which it is marked: one question through all students, or student by student.

Pure: an exam's results, and over them the marks given on this computer that the platform does not show yet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from learnup_desktop.contract.marking import AttemptMarks, GivenMark, MarkedPart, MarkState
from learnup_desktop.contract.questions import Question, SimpleQuestion, StructuredQuestion
from learnup_desktop.contract.results import ExamResults, StudentResult

Place = tuple[str, str, str]
"""Attempt, question and part."""


@dataclass(frozen=True, slots=True)
class Task:
    """One answer to mark.

    Attributes:
        number: of the question in the author's order.
        item: the question, or the part of it that is asked about.
        question: the whole question, for its stem.
        own: given on this computer and not yet known to the platform.
    """

    place: Place
    student: StudentResult
    number: int
    question: Question
    item: Question | SimpleQuestion
    marked: MarkedPart
    own: bool = False

    @property
    def waits(self) -> bool:
        """Whether a teacher should mark it or look at it."""
        return self.marked.state in (MarkState.WAITING, MarkState.REVIEW)

    @property
    def label(self) -> str:
        """``7`` or ``7 (b)``."""
        return f"{self.number} ({self.place[2]})" if self.place[2] else str(self.number)


def with_own(results: ExamResults, own: Mapping[str, Iterable[GivenMark]]) -> ExamResults:
    """The results with marks given here put over them.

    Args:
        results: as the platform gave them.
        own: marks that wait in the outbox, oldest first, by attempt.
    """
    students = []
    for student in results.students:
        given = {(mark.question_id, mark.part): mark for mark in own.get(student.attempt_id or "", ())}
        if student.marks is not None and given:
            student = student.model_copy(update={"marks": _overlaid(student.marks, given)})
        students.append(student)
    return results.model_copy(update={"students": students})


def tasks_of(results: ExamResults, *, by_student: bool = False, own: Iterable[Place] = ()) -> list[Task]:
    """Every answer of everybody who has finished."""
    numbers = {question.id: (number, question) for number, question in enumerate(results.questions, 1)}
    here = set(own)
    found = []
    for student in results.students:
        for marked in student.marks.parts if student.marks is not None else ():
            if marked.question_id not in numbers or student.attempt_id is None:
                continue
            number, question = numbers[marked.question_id]
            place = (student.attempt_id, marked.question_id, marked.part)
            item = _item(question, marked.part)
            found.append(Task(place, student, number, question, item, marked, place in here))
    if by_student:
        return sorted(found, key=lambda task: (task.student.student_name, task.place[0], task.number, task.place[2]))
    return sorted(found, key=lambda task: (task.number, task.place[2], task.student.student_name, task.place[0]))


def next_waiting(tasks: list[Task], after: Place | None) -> Task | None:
    """The next answer that waits, from behind ``after`` on and round to the beginning; None when none does."""
    places = [task.place for task in tasks]
    start = places.index(after) + 1 if after in places else 0
    turned = tasks[start:] + tasks[:start]
    return next((task for task in turned if task.waits and task.place != after), None)


def _item(question: Question, part: str) -> Question | SimpleQuestion:
    parts = question.parts if isinstance(question, StructuredQuestion) and part else []
    return next((item for item in parts if item.id == part), question)


def _overlaid(marks: AttemptMarks, given: Mapping[tuple[str, str], GivenMark]) -> AttemptMarks:
    parts = []
    for part in marks.parts:
        mark = given.get((part.question_id, part.part))
        if mark is not None and mark.marks is not None:
            update = {"state": MarkState.TEACHER, "marks": mark.marks, "comment": mark.comment, "answer_changed": False}
            part = part.model_copy(update=update)
        parts.append(part)
    return marks.model_copy(
        update={
            "parts": parts,
            "total": sum((part.marks for part in parts if part.marks is not None), Decimal(0)),
            "complete": all(part.state in (MarkState.AUTOMATIC, MarkState.TEACHER) for part in parts),
        }
    )
