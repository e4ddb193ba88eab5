"""Whether an answer has the form that its question asks for, and whether it says anything.

Form is not worth: a numeric answer may be ``2.0 A`` or ``2,0`` and still fits. An emptied answer always fits.
"""

from collections.abc import Iterable, Sequence

from learnup_desktop.contract.answers import (
    Answer,
    BlanksAnswer,
    ChoiceAnswer,
    FilesAnswer,
    MatchesAnswer,
    OrderAnswer,
    PartsAnswer,
    TextAnswer,
    WorkFile,
)
from learnup_desktop.contract.questions import (
    BlanksQuestion,
    Choice,
    DrawingQuestion,
    EssayQuestion,
    MatchingQuestion,
    MultipleChoiceQuestion,
    NumericQuestion,
    OrderingQuestion,
    Question,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
    StructuredQuestion,
    TrueFalseQuestion,
)

MAXIMUM_NUMERIC_LENGTH = 100
SHEETS = 2
"""Drawings that may stand beside the photographs: this PC's, and one begun on a PC that was left behind."""


def fits(question: Question, answer: Answer) -> bool:
    """Whether an answer has the form that its question asks for."""
    match question:
        case SingleChoiceQuestion() | TrueFalseQuestion():
            return (
                isinstance(answer, ChoiceAnswer)
                and len(answer.choices) <= 1
                and _are_of(question.choices, answer.choices)
            )
        case MultipleChoiceQuestion():
            return isinstance(answer, ChoiceAnswer) and _are_of(question.choices, answer.choices)
        case NumericQuestion():
            return isinstance(answer, TextAnswer) and len(answer.text) <= MAXIMUM_NUMERIC_LENGTH
        case ShortAnswerQuestion():
            return isinstance(answer, TextAnswer) and len(answer.text) <= question.maximum_length
        case EssayQuestion():
            return isinstance(answer, TextAnswer)
        case BlanksQuestion():
            return isinstance(answer, BlanksAnswer) and _fill(question, answer)
        case MatchingQuestion():
            return (
                isinstance(answer, MatchesAnswer)
                and _are_of(question.items, answer.matches.keys())
                and {choice.id for choice in question.choices}.issuperset(answer.matches.values())
            )
        case OrderingQuestion():
            whole = isinstance(answer, OrderAnswer) and len(answer.order) in (0, len(question.items))
            return whole and isinstance(answer, OrderAnswer) and _are_of(question.items, answer.order)
        case DrawingQuestion():
            return isinstance(answer, FilesAnswer) and len(answer.files) <= question.maximum_files + SHEETS
        case StructuredQuestion():
            return isinstance(answer, PartsAnswer) and _parts_fit(question, answer)


def says_something(answer: Answer) -> bool:
    """Whether an answer counts as one; ``domain.journal.is_answered`` is the same rule over the wire form."""
    match answer:
        case ChoiceAnswer():
            return bool(answer.choices)
        case TextAnswer():
            return bool(answer.text.strip())
        case BlanksAnswer():
            return any(text.strip() for text in answer.blanks.values())
        case MatchesAnswer():
            return bool(answer.matches)
        case OrderAnswer():
            return bool(answer.order)
        case FilesAnswer():
            return bool(answer.files)
        case PartsAnswer():
            return any(says_something(part) for part in answer.parts.values())


def files_of(answer: Answer) -> Sequence[WorkFile]:
    """The drawings and photographs that an answer names."""
    if isinstance(answer, FilesAnswer):
        return answer.files
    if isinstance(answer, PartsAnswer):
        return [file for part in answer.parts.values() for file in files_of(part)]
    return ()


def _are_of(offered: Iterable[Choice], named: Iterable[str]) -> bool:
    """Whether everything named is offered, each at most once."""
    ids = list(named)
    return len(set(ids)) == len(ids) and {choice.id for choice in offered}.issuperset(ids)


def _fill(question: BlanksQuestion, answer: BlanksAnswer) -> bool:
    blanks = {blank.id: blank for blank in question.blanks}
    for name, text in answer.blanks.items():
        blank = blanks.get(name)
        if blank is None or len(text) > max(blank.maximum_length, 64):
            return False
        if blank.choices and text and text not in {choice.id for choice in blank.choices}:
            return False
    return True


def _parts_fit(question: StructuredQuestion, answer: PartsAnswer) -> bool:
    parts = {part.id: part for part in question.parts}
    return all(name in parts and fits(parts[name], part) for name, part in answer.parts.items())
