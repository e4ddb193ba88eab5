"""What an answer is worth: pure rules over question, key and answer. Partial credit, exactly:

=============== =====================================================================================================
choices         ``all``: exactly the right ones. ``share``: (right - wrong ticks) / right ones, at least 0
numeric         within max(tolerance, relative * |value|) of the value, after the unit's factor: full marks. Where the
                question asks for a unit, a right number with a missing or unknown one: ``without_unit`` of the marks
text            the share of the accepted form it equals (``domain.words.comparable``); none: 0, looked at by a teacher
                where the key says so
blanks          each blank the same share
matching        ``share``: each right pair the same share. ``all``: every pair
ordering        ``all``: exactly the order. ``neighbours``: right pairs of neighbours / pairs of neighbours
structured      the sum of its parts
essay, drawing  a teacher's; nothing is proposed
=============== =====================================================================================================

Marks are exact fractions until the end, then rounded to hundredths, halves up. No answer is worth 0 and needs nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise

from learnup_desktop.contract.answers import (
    Answer,
    BlanksAnswer,
    ChoiceAnswer,
    MatchesAnswer,
    OrderAnswer,
    PartsAnswer,
    SimpleAnswer,
    TextAnswer,
)
from learnup_desktop.contract.marking import (
    BlankKey,
    BlanksKey,
    ChoiceKey,
    Key,
    ManualKey,
    MarkState,
    MatchingKey,
    NumericKey,
    OrderingKey,
    PartsKey,
    SimpleKey,
    TextKey,
)
from learnup_desktop.contract.questions import NumericQuestion, Question, SimpleQuestion, StructuredQuestion
from learnup_desktop.domain.answer_forms import fits, says_something
from learnup_desktop.domain.quantities import read_quantities, same_unit
from learnup_desktop.domain.words import comparable

_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Grade:
    """What the rules say of an answer.

    Attributes:
        state: ``automatic``; ``review``: a teacher should look; ``waiting``: only a teacher can say.
        marks: None while waiting.
        parts: of a structured question, by part.
    """

    state: MarkState
    marks: Decimal | None
    parts: Mapping[str, "Grade"] = field(default_factory=dict)


def grade(question: Question, key: Key | None, answer: Answer | None) -> Grade:
    """What an answer to a question is worth.

    An answer that does not fit the question is none; a key that is not for this kind of question leaves it to a
    teacher, as does a question without a key.
    """
    if answer is not None and not fits(question, answer):
        answer = None
    if isinstance(question, StructuredQuestion):
        return _structured(question, key, answer if isinstance(answer, PartsAnswer) else None)
    if isinstance(answer, PartsAnswer) or isinstance(key, PartsKey):
        return Grade(MarkState.WAITING, None)
    return _simple(question, key, answer)


def rounded(value: Fraction) -> Decimal:
    """To hundredths, halves up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(_HUNDREDTH, ROUND_HALF_UP)


def _structured(question: StructuredQuestion, key: Key | None, answer: PartsAnswer | None) -> Grade:
    keys = key.parts if isinstance(key, PartsKey) else {}
    answers = answer.parts if answer is not None else {}
    parts: dict[str, Grade] = {}
    for part in question.parts:
        parts[part.id] = _simple(part, keys.get(part.id), answers.get(part.id))
    if any(part.marks is None for part in parts.values()):
        return Grade(MarkState.WAITING, None, parts)
    state = MarkState.REVIEW if any(part.state is MarkState.REVIEW for part in parts.values()) else MarkState.AUTOMATIC
    return Grade(state, sum((part.marks or Decimal(0) for part in parts.values()), Decimal(0)), parts)


def _simple(question: SimpleQuestion, key: SimpleKey | None, answer: SimpleAnswer | None) -> Grade:
    if answer is None or not says_something(answer):
        return Grade(MarkState.AUTOMATIC, Decimal("0.00"))
    judged = None if key is None or isinstance(key, ManualKey) else _share(question, key, answer)
    if judged is None:
        return Grade(MarkState.WAITING, None)
    share, review = judged
    return Grade(MarkState.REVIEW if review else MarkState.AUTOMATIC, rounded(share * question.marks))


def _share(question: SimpleQuestion, key: SimpleKey, answer: SimpleAnswer) -> tuple[Fraction, bool] | None:
    """The share of the marks, and whether a teacher should look; None when key and answer are of other kinds."""
    match key, answer:
        case ChoiceKey(), ChoiceAnswer():
            return _choices(key, set(answer.choices)), False
        case NumericKey(), TextAnswer():
            return _number(key, answer.text, isinstance(question, NumericQuestion) and question.ask_unit), False
        case TextKey(), TextAnswer():
            return _text(key, answer.text)
        case BlanksKey(), BlanksAnswer():
            return _blanks(key, answer)
        case MatchingKey(), MatchesAnswer():
            right = sum(answer.matches.get(item) == partner for item, partner in key.matches.items())
            share = Fraction(right, len(key.matches)) if key.matches else Fraction(0)
            return (share if key.rule == "share" or share == 1 else Fraction(0)), False
        case OrderingKey(), OrderAnswer():
            return _order(key, answer.order), False
        case _:
            return None


def _choices(key: ChoiceKey, chosen: set[str]) -> Fraction:
    right = set(key.right)
    if key.rule == "all":
        return Fraction(chosen == right)
    return max(Fraction(0), Fraction(len(chosen & right) - len(chosen - right), len(right)))


def _number(key: NumericKey, text: str, unit_asked: bool) -> Fraction:
    """The best of the text's readings."""
    value = Fraction(key.value)
    allowed = max(Fraction(key.tolerance), Fraction(key.relative) * abs(value))
    best = Fraction(0)
    for reading in read_quantities(text):
        factors = [Fraction(form.factor) for form in key.units if same_unit(form.unit, reading.unit)]
        if factors or not reading.unit or not key.units:
            found = any(abs(reading.value * factor - value) <= allowed for factor in factors or [Fraction(1)])
            whole = bool(factors) or not key.units or not unit_asked
            best = max(best, Fraction(found) * (1 if whole else Fraction(key.without_unit)))
        elif abs(reading.value - value) <= allowed:
            # A unit nobody listed: the number may still be right.
            best = max(best, Fraction(key.without_unit))
    return best


def _text(key: TextKey, text: str) -> tuple[Fraction, bool]:
    written = comparable(text, case_sensitive=key.case_sensitive)
    shares = [
        Fraction(form.share)
        for form in key.accepted
        if comparable(form.text, case_sensitive=key.case_sensitive) == written
    ]
    return (max(shares), False) if shares else (Fraction(0), key.review)


def _blanks(key: BlanksKey, answer: BlanksAnswer) -> tuple[Fraction, bool]:
    if not key.blanks:
        return Fraction(0), False
    judged = [_blank(blank, answer.blanks.get(name, "")) for name, blank in key.blanks.items()]
    return sum((share for share, _ in judged), Fraction(0)) / len(judged), any(review for _, review in judged)


def _blank(key: BlankKey, text: str) -> tuple[Fraction, bool]:
    if not text.strip():
        return Fraction(0), False
    if isinstance(key, ChoiceKey):
        return Fraction([text] == key.right), False
    if isinstance(key, NumericKey):
        return _number(key, text, bool(key.units)), False
    return _text(key, text)


def _order(key: OrderingKey, order: list[str]) -> Fraction:
    if key.rule == "all" or len(key.order) < 2:
        return Fraction(order == key.order)
    neighbours = set(pairwise(key.order))
    return Fraction(len(neighbours & set(pairwise(order))), len(neighbours))
