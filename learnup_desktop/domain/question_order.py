"""What one student is asked of a paper, and in which order: the same on the student's PC and on the platform.

Everything follows from the attempt's id, so nothing has to be stored or sent: things are ordered by
SHA-256(seed, where they stand, their id). That gives every order with the same likelihood, and taking one question out
of a paper leaves the order of the others as it was. Answers name ids, so marking does not look at orders at all.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from learnup_desktop.contract.questions import (
    BlanksQuestion,
    Choice,
    MatchingQuestion,
    MultipleChoiceQuestion,
    OrderingQuestion,
    Paper,
    Question,
    Section,
    SimpleQuestion,
    SingleChoiceQuestion,
    StructuredQuestion,
)

Thing = TypeVar("Thing")


def paper_for(paper: Paper, attempt_id: str) -> Paper:
    """The paper as one attempt has it: drawn from its pools, shuffled where the author allows it.

    A paper without sections stands as it was written, but for the orders within its questions. Doing it again changes
    nothing.
    """
    return paper.model_copy(
        update={"questions": [question_for(question, attempt_id) for question in _asked(paper, attempt_id)]}
    )


def question_for(question: Question, attempt_id: str) -> Question:
    """A question with its choices and items in the attempt's order."""
    if isinstance(question, StructuredQuestion):
        parts = [_simple_for(part, attempt_id, f"{question.id}/{part.id}") for part in question.parts]
        return question.model_copy(update={"parts": parts})
    return _simple_for(question, attempt_id, question.id)


def asked_of_each(paper: Paper) -> tuple[int, int]:
    """How many questions each student is asked, and for how many marks; pools are of questions with equal marks."""
    questions = _asked(paper, "")
    return len(questions), sum(question.marks for question in questions)


def _asked(paper: Paper, attempt_id: str) -> list[Question]:
    if not paper.sections:
        return list(paper.questions)
    asked: list[Question] = []
    for section in paper.sections:
        asked += _of_section(section, [item for item in paper.questions if item.section == section.id], attempt_id)
    known = {section.id for section in paper.sections}
    return asked + [question for question in paper.questions if question.section not in known]


def _of_section(section: Section, questions: Sequence[Question], attempt_id: str) -> list[Question]:
    out: set[str] = set()
    for pool, count in section.draw.items():
        members = [question.id for question in questions if question.pool == pool]
        out.update(_ordered(members, attempt_id, f"pool/{section.id}/{pool}", str)[count:])
    drawn = [question for question in questions if question.id not in out]
    if not section.shuffle:
        return drawn
    moving = iter(
        _ordered([item for item in drawn if not item.fixed], attempt_id, f"section/{section.id}", lambda item: item.id)
    )
    return [question if question.fixed else next(moving) for question in drawn]


def _simple_for(question: SimpleQuestion, attempt_id: str, place: str) -> SimpleQuestion:
    match question:
        case SingleChoiceQuestion() | MultipleChoiceQuestion() if question.shuffle:
            return question.model_copy(update={"choices": _choices(question.choices, attempt_id, place)})
        case MatchingQuestion():
            return question.model_copy(update={"choices": _choices(question.choices, attempt_id, place)})
        case OrderingQuestion():
            return question.model_copy(update={"items": _choices(question.items, attempt_id, place)})
        case BlanksQuestion() if any(blank.choices for blank in question.blanks):
            blanks = [
                blank.model_copy(update={"choices": _choices(blank.choices, attempt_id, f"{place}/{blank.id}")})
                for blank in question.blanks
            ]
            return question.model_copy(update={"blanks": blanks})
        case _:
            return question


def _choices(choices: Iterable[Choice], attempt_id: str, place: str) -> list[Choice]:
    return _ordered(choices, attempt_id, f"choices/{place}", lambda choice: choice.id)


def _ordered(things: Iterable[Thing], seed: str, place: str, name: Callable[[Thing], str]) -> list[Thing]:
    def key(thing: Thing) -> bytes:
        return hashlib.sha256("\0".join(("learnup-order", seed, place, name(thing))).encode()).digest()

    return sorted(things, key=key)
