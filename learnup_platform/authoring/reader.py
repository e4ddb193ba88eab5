"""From a file to paper, marking scheme and pictures; with everything that is wrong, not only the first thing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from learnup_desktop.contract.marking import Key, MarkingScheme
from learnup_desktop.contract.questions import Paper, Question, ReferenceSheet, Section, StructuredQuestion
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.grading import grade
from learnup_platform.authoring.checks import check_paper
from learnup_platform.authoring.kinds import KINDS, FieldFault, Fields, base_fields
from learnup_platform.authoring.source import IMAGES_FOLDER, Fault, PaperSource

FORMAT = 1
_PAPER_KEYS = frozenset({"format", "title", "minutes", "calculator", "languages", "section", "sheet", "question"})
_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)
_KEY: TypeAdapter[Key] = TypeAdapter(Key)
_IMAGE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.(?:png|jpg|jpeg|svg)")
Headers = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A paper that was read. ``questions`` stand for every exam that is set with it.

    Attributes:
        languages: in which every text is there.
        minutes: how long it is meant to take; None when the file does not say.
    """

    title: LocalizedText
    questions: tuple[Question, ...]
    scheme: MarkingScheme
    sections: tuple[Section, ...] = ()
    sheets: tuple[ReferenceSheet, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    calculator: str = "none"
    languages: tuple[str, ...] = ("en",)
    minutes: int | None = None

    def paper(self, exam_id: str) -> Paper:
        """The paper of an exam."""
        document = {"examId": exam_id, "title": self.title, "calculator": self.calculator}
        lists = {"questions": list(self.questions), "sections": list(self.sections), "sheets": list(self.sheets)}
        return Paper.model_validate(document | lists)


def read_paper(path: Path) -> tuple[WrittenPaper | None, list[Fault]]:
    """Read a paper file, or the folder it is in.

    Returns:
        The paper, None when it cannot be used, and every fault in order of lines.
    """
    source = PaperSource(path)
    if source.faults:
        return None, source.faults
    written = _Reader(source).read()
    faults = sorted(set(source.faults))
    return (None if faults else written), faults


class _Reader:
    def __init__(self, source: PaperSource) -> None:
        self._source = source
        self._document = source.document
        title = self._document.get("title")
        named = self._document.get("languages")
        self._languages = tuple(named) if isinstance(named, list) else tuple(title) if isinstance(title, dict) else ()
        self._languages = tuple(code for code in self._languages if code in ("en", "si", "ta")) or ("en",)

    def read(self) -> WrittenPaper:
        self._check_document()
        lines: dict[str, int] = {}
        questions: list[Question] = []
        keys: dict[str, Key] = {}
        for index, table in enumerate(self._tables(self._document, "question")):
            headers: Headers = (("question", index),)
            name = str(table.get("id") or f"question {index + 1}")
            lines.setdefault(name, self._source.line_of(headers))
            question, key = self._question(table, headers, name)
            if question is not None:
                questions.append(question)
                keys[question.id] = key if key is not None else _KEY.validate_python({"kind": "manual"})
        sections: list[Section] = []
        for index, table in enumerate(self._tables(self._document, "section")):
            lines.setdefault(f"section {table.get('id', index + 1)}", self._source.line_of((("section", index),)))
            if (section := self._section(table, index)) is not None:
                sections.append(section)
        sheets: list[ReferenceSheet] = []
        for index, table in enumerate(self._tables(self._document, "sheet")):
            lines.setdefault(f"{table.get('id', index + 1)}", self._source.line_of((("sheet", index),)))
            if (sheet := self._sheet(table, index)) is not None:
                sheets.append(sheet)
        images = self._images(questions, sheets, lines)
        # What one part says of another is only worth saying when each is right by itself.
        for where, problem in check_paper(questions, sections, sheets) if not self._source.faults else ():
            self._source.add(lines.get(where.split("/")[0], 1), where, problem)
        minutes = self._document.get("minutes")
        return WrittenPaper(
            title=self._text(self._document.get("title"), (), "title"),
            questions=tuple(questions),
            scheme=MarkingScheme(keys=keys),
            sections=tuple(sections),
            sheets=tuple(sheets),
            images=images,
            calculator=str(self._document.get("calculator", "none")),
            languages=self._languages,
            minutes=minutes if isinstance(minutes, int) else None,
        )

    def _check_document(self) -> None:
        if self._document.get("format") != FORMAT:
            self._source.add(self._source.line_of((), "format"), "format", f"write: format = {FORMAT}")
        for unknown in self._document.keys() - _PAPER_KEYS:
            self._source.add(self._source.line_of((), unknown), unknown, "no field of a paper")
        if self._document.get("calculator", "none") not in ("none", "scientific"):
            self._source.add(self._source.line_of((), "calculator"), "calculator", 'is "none" or "scientific"')
        if not self._tables(self._document, "question"):
            self._source.add(1, "", "the paper has no questions")

    # --- parts -----------------------------------------------------------------------------------------------------

    def _question(
        self, table: Mapping[str, Any], headers: Headers, where: str, *, part: bool = False
    ) -> tuple[Question | None, Key | None]:
        fields = Fields(table, self._languages)
        kind = str(fields.take("kind") or "")
        built = KINDS.get(kind)
        if kind == "structured" and not part:
            return self._structured(table, fields, headers, where)
        if built is None:
            kinds = ", ".join(sorted([*KINDS, *([] if part else ["structured"])]))
            self._fault(headers, "kind", where, f"is one of {kinds}")
            return None, None
        try:
            wire = base_fields(fields)
            more, key = built(fields)
            fields.finish()
        except FieldFault as fault:
            self._fault(headers, fault.field, where, fault.problem)
            return None, None
        return self._validated(wire | more | {"kind": kind}, key, headers, where)

    def _structured(
        self, table: Mapping[str, Any], fields: Fields, headers: Headers, where: str
    ) -> tuple[Question | None, Key | None]:
        parts: list[Question] = []
        keys: dict[str, object] = {}
        for index, inner in enumerate(self._tables(table, "part")):
            named = {"id": chr(ord("a") + index), **inner}
            question, key = self._question(named, (*headers, ("part", index)), f"{where}/{named['id']}", part=True)
            if question is not None:
                parts.append(question)
                if key is not None:
                    keys[question.id] = key.to_wire()
        if not parts:
            self._fault(headers, "", where, "has no [[question.part]]")
            return None, None
        try:
            fields.take("part")
            wire = base_fields(fields, marks=sum(part.marks for part in parts))
            fields.finish()
        except FieldFault as fault:
            self._fault(headers, fault.field, where, fault.problem)
            return None, None
        wire |= {"kind": "structured", "parts": [part.to_wire() for part in parts]}
        return self._validated(wire, {"kind": "parts", "parts": keys}, headers, where)

    def _validated(
        self, wire: dict[str, object], key: dict[str, object] | None, headers: Headers, where: str
    ) -> tuple[Question | None, Key | None]:
        try:
            question = _QUESTION.validate_python(wire)
            scheme = None if key is None else _KEY.validate_python(key)
        except ValidationError as error:
            for problem in error.errors():
                names = [str(name) for name in problem["loc"] if str(name) not in ("kind", *KINDS, "structured")]
                self._fault(headers, names[0] if names else "", where, f"{'.'.join(names)}: {problem['msg']}")
            return None, None
        # The rules are asked once with nothing, so that a key they cannot use is found here and not in an exam.
        grade(question, scheme, None)
        return question, scheme

    def _section(self, table: Mapping[str, Any], index: int) -> Section | None:
        headers: Headers = (("section", index),)
        where = f"section {table.get('id', index + 1)}"
        fields = Fields(table, self._languages)
        try:
            minutes = fields.take("minutes")
            seconds = None if minutes is None else round(float(minutes) * 60)
            wire = {
                "id": fields.string("id"),
                "title": fields.text("title"),
                "text": fields.text("text") if fields.has("text") else None,
                "seconds": seconds,
                "shuffle": bool(fields.take("shuffle")),
                "draw": fields.take("draw") or {},
            }
            fields.finish()
            return Section.model_validate(wire)
        except FieldFault as fault:
            self._fault(headers, fault.field, where, fault.problem)
        except (ValidationError, ValueError, TypeError) as error:
            self._fault(headers, "", where, _first_line(error))
        return None

    def _sheet(self, table: Mapping[str, Any], index: int) -> ReferenceSheet | None:
        headers: Headers = (("sheet", index),)
        where = f"sheet {table.get('id', index + 1)}"
        fields = Fields(table, self._languages)
        try:
            entries = []
            for entry in self._tables(table, "entry"):
                line = Fields(entry, self._languages)
                words = line.text("text") if line.has("text") else None
                entries.append({"text": words, "formula": line.take("formula")})
                line.finish()
            fields.take("entry")
            wire = {
                "id": fields.string("id"),
                "title": fields.text("title"),
                "entries": entries,
                "images": fields.take("images") or [],
                "image_descriptions": fields.texts("image_descriptions"),
            }
            fields.finish()
            return ReferenceSheet.model_validate(wire)
        except FieldFault as fault:
            self._fault(headers, fault.field, where, fault.problem)
        except ValidationError as error:
            self._fault(headers, "", where, _first_line(error))
        return None

    def _images(
        self, questions: Sequence[Question], sheets: Sequence[ReferenceSheet], lines: Mapping[str, int]
    ) -> dict[str, bytes]:
        named = [(sheet.id, sheet.images) for sheet in sheets]
        for question in questions:
            inner = question.parts if isinstance(question, StructuredQuestion) else []
            named.append((question.id, [name for item in (question, *inner) for name in item.images]))
        images: dict[str, bytes] = {}
        for where, names in named:
            for name in names:
                place = self._source.folder / IMAGES_FOLDER / name
                if not _IMAGE_NAME.fullmatch(name):
                    problem = f"{name!r}: a picture's name has letters, digits, - and _, and ends in .png, .jpg or .svg"
                    self._source.add(lines.get(where, 1), where, problem)
                elif not place.is_file():
                    self._source.add(lines.get(where, 1), where, f"there is no {IMAGES_FOLDER}/{name}")
                else:
                    images[name] = place.read_bytes()
        return images

    # --- small things ----------------------------------------------------------------------------------------------

    def _tables(self, document: Mapping[str, object], name: str) -> list[Mapping[str, Any]]:
        found = document.get(name, [])
        return [table for table in found if isinstance(table, dict)] if isinstance(found, list) else []

    def _text(self, value: object, headers: Headers, name: str) -> LocalizedText:
        try:
            return LocalizedText.model_validate(Fields({name: value}, self._languages).text(name))
        except FieldFault as fault:
            self._fault(headers, name, name, fault.problem)
            return LocalizedText(en="?")

    def _fault(self, headers: Headers, name: str, where: str, problem: str) -> None:
        self._source.add(self._source.line_of(headers, name), f"{where}: {name}" if name else where, problem)


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(name) for name in first['loc'])}: {first['msg']}"
    return str(error)
