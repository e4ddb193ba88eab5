"""A register as a table for spreadsheets. The words come from the page, so that it speaks the person's language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from learnup_desktop.base.spreadsheet import csv_table, text_cell
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.domain.register import Register


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """Words for the head of the table.

    Attributes:
        letter: the mark of a narrow column.
    """

    number: str
    name: str
    counts: dict[AttendanceState, str]
    attended: str
    left: str
    held: str
    letter: Callable[[AttendanceState], str]


def cell_of(mark: Mark | None, words: RegisterWords) -> str:
    """``P``, ``L 8``; empty where nothing is marked."""
    if mark is None:
        return ""
    letter = words.letter(mark.state)
    return f"{letter} {mark.minutes_late}" if mark.state is AttendanceState.LATE and mark.minutes_late else letter


def register_csv(register: Register, words: RegisterWords, zone: tzinfo) -> bytes:
    """The register: a line a student, a column a lesson, what the marks add up to, and how many attended below.

    Dates are written so that every spreadsheet reads them alike (ISO 8601); shares are per cent.
    """
    starts = [lesson.starts_at.astimezone(zone).strftime("%Y-%m-%d %H:%M") for lesson in register.lessons]
    heads = [words.number, words.name, *starts, *words.counts.values(), words.attended, words.left]
    rows = [[text_cell(head) for head in heads]]
    for line in register.lines:
        left = line.student.left_at
        rows.append(
            [
                text_cell(line.student.index_number),
                text_cell(line.student.name),
                *(cell_of(mark, words) for mark in line.marks),
                *(str(line.counts[state]) for state in words.counts),
                "" if line.rate is None else f"{100 * line.rate:.1f}",
                "" if left is None else left.astimezone(zone).strftime("%Y-%m-%d"),
            ]
        )
    rows.append(["", text_cell(words.held), *map(str, register.held), *("" for _ in words.counts), "", ""])
    return csv_table(rows)
