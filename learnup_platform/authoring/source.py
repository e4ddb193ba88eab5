"""The file a paper is written in, read so that every complaint can name its line and its question.

``tomllib`` says where a file is no TOML, but not where a value stood. What a teacher needs is the line of the question
and of the field, so headers and keys are found again in the text: headers come in the order of the tables they made.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PAPER_FILE = "paper.toml"
IMAGES_FOLDER = "images"
MAXIMUM_FILE_BYTES = 2 * 1024 * 1024

_HEADER = re.compile(r"^\s*\[\[\s*([a-z._ ]+?)\s*\]\]")
_TABLE = re.compile(r"^\s*\[")
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that is wrong with a paper. ``where`` is said to the teacher: a question's id, a field."""

    line: int
    where: str
    problem: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.where}: {self.problem}" if self.where else f"line {self.line}: {self.problem}"


class PaperSource:
    """The text and the tables of a paper file.

    Attributes:
        document: as ``tomllib`` gives it; empty when the file cannot be read.
        faults: what is wrong with it; whoever reads on adds theirs.
        folder: where the pictures' folder is.
    """

    def __init__(self, path: Path) -> None:
        file = path / PAPER_FILE if path.is_dir() else path
        self.folder = file.parent
        self.document: Mapping[str, object] = {}
        self.faults: list[Fault] = []
        self._lines: list[str] = []
        try:
            if file.stat().st_size > MAXIMUM_FILE_BYTES:
                self.add(1, "", "the file is too large for a paper")
                return
            text = file.read_text(encoding="utf-8-sig")
        except OSError as error:
            self.add(1, "", f"{file}: {error.strerror or error}")
            return
        except UnicodeDecodeError:
            self.add(1, "", "the file is not in UTF-8; save it again with that encoding")
            return
        self._lines = text.splitlines()
        try:
            self.document = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            position = _POSITION.search(str(error))
            line = int(position[1]) if position else len(self._lines)
            self.add(line, "", f"cannot be read: {_POSITION.sub('', str(error)).strip()}")

    def add(self, line: int, where: str, problem: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(line, where, problem))

    def line_of(self, headers: tuple[tuple[str, int], ...], field: str = "") -> int:
        """The line of the n-th table of each name, the innermost last, or of a field in it.

        Args:
            headers: for instance ``(("question", 3), ("part", 0))``: the first part of the fourth question.
            field: a key of that table; its header's line where it cannot be found.
        """
        first, last, prefix = 0, len(self._lines), ""
        for name, index in headers:
            prefix = f"{prefix}.{name}" if prefix else name
            found = [
                number
                for number in range(first, last)
                if (match := _HEADER.match(self._lines[number])) and match[1].replace(" ", "") == prefix
            ]
            if index >= len(found):
                return first + 1
            last = found[index + 1] if index + 1 < len(found) else self._end_of(prefix, found[index], last)
            first = found[index]
        return self._field(first, last, field, nested=bool(headers)) + 1

    def _end_of(self, prefix: str, first: int, last: int) -> int:
        """Where a table with its inner tables ends: at the next table that is not below it."""
        for number in range(first + 1, last):
            match = _HEADER.match(self._lines[number])
            if match and not match[1].replace(" ", "").startswith(f"{prefix}."):
                return number
        return last

    def _field(self, first: int, last: int, field: str, *, nested: bool) -> int:
        if not field:
            return first
        wanted = re.compile(rf"^\s*{re.escape(field)}\s*[.=]")
        for number in range(first + nested, last):
            if _TABLE.match(self._lines[number]) and self._lines[number].lstrip().startswith("[["):
                break
            if wanted.match(self._lines[number]):
                return number
        return first
