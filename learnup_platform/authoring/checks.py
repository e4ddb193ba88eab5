"""What is wrong between the parts of a paper, each of which is right by itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from learnup_desktop.contract.questions import (
    BlanksQuestion,
    NumericQuestion,
    Question,
    ReferenceSheet,
    Section,
    ShortAnswerQuestion,
    SimpleQuestion,
    StructuredQuestion,
)

_MARKER = re.compile(r"\[\[([^\[\]]+)\]\]")
Problem = tuple[str, str]


def check_paper(
    questions: Sequence[Question], sections: Sequence[Section], sheets: Sequence[ReferenceSheet]
) -> Iterator[Problem]:
    """Where, and what is wrong."""
    yield from _repeated("question", [question.id for question in questions])
    yield from _repeated("section", [section.id for section in sections])
    yield from _repeated("sheet", [sheet.id for sheet in sheets])
    known = {section.id for section in sections}
    for question in questions:
        if sections and question.section not in known:
            yield question.id, f"the paper has no section {question.section!r}"
        if question.pool and not sections:
            yield question.id, "a pool belongs to a section; the paper has none"
        yield from _check_question(question, question.id)
        if isinstance(question, StructuredQuestion):
            yield from _repeated(question.id, [part.id for part in question.parts])
            for part in question.parts:
                yield from _check_question(part, f"{question.id}/{part.id}")
    for section in sections:
        yield from _check_section(section, [question for question in questions if question.section == section.id])
    for sheet in sheets:
        for entry in sheet.entries:
            if entry.text is None and entry.formula is None:
                yield sheet.id, "an entry has neither text nor formula"


def _repeated(what: str, names: Sequence[str]) -> Iterator[Problem]:
    for name, count in Counter(names).items():
        if count > 1:
            yield name, f"the id is used {count} times ({what})"


def _check_question(question: Question | SimpleQuestion, where: str) -> Iterator[Problem]:
    if len(question.image_descriptions) != len(question.images):
        yield where, "every picture needs its line in image_descriptions, for who cannot see it"
    if question.table is not None:
        widths = {len(row) for row in question.table.rows} | ({len(question.table.header)} - {0})
        if len(widths) != 1:
            yield where, "the rows of the table have different lengths"
    if isinstance(question, BlanksQuestion):
        yield from _check_blanks(question, where)
    if isinstance(question, NumericQuestion) and question.ask_unit and question.unit:
        yield where, "a unit that is asked for is not shown: leave out unit or ask_unit"
    if isinstance(question, ShortAnswerQuestion) and not 1 <= question.maximum_length <= 2000:
        yield where, "maximum_length is from 1 to 2000"


def _check_blanks(question: BlanksQuestion, where: str) -> Iterator[Problem]:
    wanted = Counter(blank.id for blank in question.blanks)
    yield from _repeated(where, list(wanted.elements()))
    for language in ("en", "si", "ta"):
        passage = getattr(question.passage, language)
        if passage:
            found = Counter(name.strip() for name in _MARKER.findall(passage))
            for name in found - wanted:
                yield where, f"passage ({language}): [[{name}]] is no blank, or stands there twice"
            for name in wanted - found:
                yield where, f"passage ({language}): [[{name}]] is missing"


def _check_section(section: Section, questions: Sequence[Question]) -> Iterator[Problem]:
    if not questions:
        yield f"section {section.id}", "has no questions"
    pools = Counter(question.pool for question in questions if question.pool)
    for pool, count in section.draw.items():
        if not 1 <= count <= pools[pool]:
            yield f"section {section.id}", f"draws {count} of pool {pool!r}, which has {pools[pool]}"
        if len({question.marks for question in questions if question.pool == pool}) > 1:
            yield f"section {section.id}", f"the questions of pool {pool!r} have different marks"
    for pool in pools.keys() - section.draw.keys():
        yield f"section {section.id}", f"says nothing of pool {pool!r}: draw = {{ {pool} = … }}"
