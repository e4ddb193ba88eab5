"""The table of results as a spreadsheet reads it."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from learnup_desktop.contract.results import ExamResults

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets (OWASP, *CSV Injection*)."""


def results_csv(results: ExamResults, heads: Sequence[str]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need to read Sinhala and Tamil; lines end in CR LF (RFC 4180).

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
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_cell(head) for head in heads] + [places[column] for column in columns])
    for student in results.students:
        marks = {(part.question_id, part.part): part.marks for part in student.marks.parts} if student.marks else {}
        row = [_cell(student.index_number), _cell(student.student_name), str(student.rank or "")]
        row += [str(student.marks.total), str(student.marks.maximum)] if student.marks is not None else ["", ""]
        writer.writerow([*row, *(_mark(marks.get(column)) for column in columns)])
    return text.getvalue().encode("utf-8-sig")


def _mark(marks: Decimal | None) -> str:
    return "" if marks is None else str(marks)


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_DANGEROUS) else text
