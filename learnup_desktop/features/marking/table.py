"""The table of results as a spreadsheet reads it."""

from collections.abc import Sequence
from decimal import Decimal

from learnup_desktop.base.spreadsheet import csv_table, text_cell
from learnup_desktop.contract.results import ExamResults


def results_csv(results: ExamResults, heads: Sequence[str]) -> bytes:
    """The table as ``base.spreadsheet`` writes it.

    Args:
        results: everybody, in the order of the table.
        heads: words for number, name, rank, total and maximum; then come the questions by number and part.
    """
    places: dict[tuple[str, str], str] = {}
    numbers = {question.id: number for number, question in enumerate(results.questions, 1)}
    for student in results.students:
        for part in student.marks.parts if student.marks is not None else ():
            name = f"{numbers.get(part.question_id, 0)}{part.part}"
            places.setdefault((part.question_id, part.part), name)
    columns = sorted(places, key=lambda place: (numbers.get(place[0], 0), place[1]))
    rows = [[text_cell(head) for head in heads] + [places[column] for column in columns]]
    for student in results.students:
        marks = {(part.question_id, part.part): part.marks for part in student.marks.parts} if student.marks else {}
        row = [text_cell(student.index_number), text_cell(student.student_name), str(student.rank or "")]
        row += [str(student.marks.total), str(student.marks.maximum)] if student.marks is not None else ["", ""]
        rows.append([*row, *(_mark(marks.get(column)) for column in columns)])
    return csv_table(rows)


def _mark(marks: Decimal | None) -> str:
    return "" if marks is None else str(marks)
