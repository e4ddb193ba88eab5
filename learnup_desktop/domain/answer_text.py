"""An answer in words, for who marks it: what was ticked, typed, matched or ordered, in the language of the reader."""

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
from learnup_desktop.contract.questions import BlanksQuestion, Choice, Question, SimpleQuestion, StructuredQuestion
from learnup_desktop.domain.inline_formulas import spoken


def answer_lines(question: Question | SimpleQuestion | None, answer: Answer, language: str) -> list[str]:
    """The lines of an answer; none for one that says nothing. What names nothing of the question is shown as it is.

    Args:
        question: that it answers; None where it is not known.
        answer: whatever form it has.
        language: of the reader: ``en``, ``si``, ``ta``.
    """
    match answer:
        case TextAnswer():
            return answer.text.splitlines() if answer.text.strip() else []
        case ChoiceAnswer():
            return _named(getattr(question, "choices", ()), answer.choices, language)
        case OrderAnswer():
            named = _named(getattr(question, "items", ()), answer.order, language)
            return [f"{place}. {text}" for place, text in enumerate(named, 1)]
        case MatchesAnswer():
            items = _named(getattr(question, "items", ()), answer.matches, language)
            partners = _named(getattr(question, "choices", ()), answer.matches.values(), language)
            return [f"{item} → {partner}" for item, partner in zip(items, partners, strict=True)]
        case BlanksAnswer():
            return [f"{name}: {_blank(question, name, text, language)}" for name, text in answer.blanks.items()]
        case FilesAnswer():
            return [f"{file.media_type.removeprefix('image/').upper()} · {file.sha256[:8]}" for file in answer.files]
        case PartsAnswer():
            parts = {part.id: part for part in question.parts} if isinstance(question, StructuredQuestion) else {}
            return [
                f"({name}) {line}"
                for name, part in answer.parts.items()
                for line in answer_lines(parts.get(name), part, language)
            ]


def files_of(answer: Answer | None) -> list[WorkFile]:
    """Drawings and photographs of an answer, those of its parts too."""
    if isinstance(answer, FilesAnswer):
        return list(answer.files)
    if isinstance(answer, PartsAnswer):
        return [file for part in answer.parts.values() for file in files_of(part)]
    return []


def _named(choices: Sequence[Choice], ids: Iterable[str], language: str) -> list[str]:
    names = {choice.id: spoken(choice.text.text(language)) for choice in choices}
    return [names.get(name) or name for name in ids]


def _blank(question: Question | SimpleQuestion | None, name: str, text: str, language: str) -> str:
    blanks = question.blanks if isinstance(question, BlanksQuestion) else []
    choices = next((blank.choices for blank in blanks if blank.id == name), [])
    return _named(choices, [text], language)[0]
