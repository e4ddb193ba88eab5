"""Marks: partial credit as it is stated, and nothing that can be typed breaks it."""

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

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
from learnup_desktop.contract.marking import (
    AcceptedText,
    BlanksKey,
    ChoiceKey,
    Key,
    ManualKey,
    MarkState,
    MatchingKey,
    NumericKey,
    OrderingKey,
    PartsKey,
    TextKey,
    UnitForm,
)
from learnup_desktop.contract.questions import Question
from learnup_desktop.domain.answer_forms import fits, says_something
from learnup_desktop.domain.grading import grade
from learnup_desktop.domain.journal import is_answered
from learnup_desktop.domain.question_order import question_for

_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def question(kind: str, marks: int = 6, name: str = "q", **fields: object) -> Question:
    return _QUESTION.validate_python({"id": name, "kind": kind, "marks": marks, "text": {"en": "?"}, **fields})


def items(names: str) -> list[dict[str, Any]]:
    return [{"id": name, "text": {"en": name}} for name in names]


SINGLE = question("single", choices=items("abcd"))
MULTIPLE = question("multiple", choices=items("abcde"))
TRUE_FALSE = question("true_false")
NUMERIC = question("numeric", unit="m s⁻²")
WITH_UNIT = question("numeric", ask_unit=True)
SHORT = question("short")
BLANKS = question(
    "blanks",
    passage={"en": "[[one]] and [[two]] or [[three]]"},
    blanks=[{"id": "one"}, {"id": "two"}, {"id": "three", "choices": items("xy")}],
)
MATCHING = question("matching", items=items("abc"), choices=items("wxyz"))
ORDERING = question("ordering", items=items("abcd"))
ESSAY = question("essay")
DRAWING = question("drawing", maximum_files=2)
STRUCTURED = question(
    "structured",
    parts=[
        part.to_wire() for part in (question("numeric", 2, "a"), question("short", 3, "b"), question("essay", 1, "c"))
    ],
)

SHARE = ChoiceKey(right=["a", "b", "c"], rule="share")
ALL = ChoiceKey(right=["a", "b"])
GRAVITY = NumericKey(
    value=Decimal("9.81"),
    tolerance=Decimal("0.05"),
    units=[UnitForm(unit="m s⁻²"), UnitForm(unit="cm s⁻²", factor=Decimal("0.01")), UnitForm(unit="N/kg")],
    without_unit=Decimal("0.5"),
)
LENZ = TextKey(accepted=[AcceptedText(text="Lenz's law"), AcceptedText(text="Faraday", share=Decimal("0.5"))])
PAIRS = MatchingKey(matches={"a": "w", "b": "x", "c": "y"})
ORDER = OrderingKey(order=list("cabd"), rule="neighbours")


def chose(*ids: str) -> Answer:
    return ChoiceAnswer(choices=list(ids))


def wrote(text: str) -> Answer:
    return TextAnswer(text=text)


@pytest.mark.parametrize(
    ("asked", "key", "answer", "marks"),
    [
        (SINGLE, ChoiceKey(right=["b"]), chose("b"), "6"),
        (SINGLE, ChoiceKey(right=["b"]), chose("a"), "0"),
        (SINGLE, ChoiceKey(right=["b"]), chose("a", "b"), "0"),  # does not fit, so it is no answer
        (TRUE_FALSE, ChoiceKey(right=["false"]), chose("false"), "6"),
        (TRUE_FALSE, ChoiceKey(right=["false"]), chose("true"), "0"),
        (MULTIPLE, ALL, chose("a", "b"), "6"),
        (MULTIPLE, ALL, chose("a"), "0"),
        (MULTIPLE, SHARE, chose("a", "b"), "4"),
        (MULTIPLE, SHARE, chose("a", "b", "d"), "2"),
        (MULTIPLE, SHARE, chose("a", "d", "e"), "0"),
        (MULTIPLE, SHARE, chose("a", "b", "c", "d", "e"), "2"),
        (NUMERIC, GRAVITY, wrote("9.81"), "6"),
        (NUMERIC, GRAVITY, wrote("9,76"), "6"),
        (NUMERIC, GRAVITY, wrote("9.75"), "0"),
        (NUMERIC, GRAVITY, wrote("9.8 N/kg"), "6"),
        (NUMERIC, GRAVITY, wrote("981 cm/s²"), "6"),
        (NUMERIC, GRAVITY, wrote("981"), "0"),
        (NUMERIC, GRAVITY, wrote("0.981×10^1"), "6"),
        (NUMERIC, GRAVITY, wrote("about ten"), "0"),
        (WITH_UNIT, GRAVITY, wrote("9.8 m/s²"), "6"),
        (WITH_UNIT, GRAVITY, wrote("9.8"), "3"),
        (WITH_UNIT, GRAVITY, wrote("9.8 kg"), "3"),
        (WITH_UNIT, GRAVITY, wrote("980 cm s-2"), "6"),
        (NUMERIC, NumericKey(value=Decimal(1200), relative=Decimal("0.1")), wrote("1,100"), "6"),
        (NUMERIC, NumericKey(value=Decimal("1.25")), wrote("1,250"), "6"),
        (NUMERIC, NumericKey(value=Decimal("-2.5")), wrote("−2.50"), "6"),
        (SHORT, LENZ, wrote("lenz’s  LAW."), "6"),
        (SHORT, LENZ, wrote("Faraday"), "3"),
        (BLANKS, None, BlanksAnswer(blanks={"one": " Watt ", "two": "5", "three": "x"}), "6"),
        (BLANKS, None, BlanksAnswer(blanks={"two": "5,0", "three": "y"}), "2"),
        (MATCHING, PAIRS, MatchesAnswer(matches={"a": "w", "b": "x", "c": "y"}), "6"),
        (MATCHING, PAIRS, MatchesAnswer(matches={"a": "w", "b": "w"}), "2"),
        (MATCHING, PAIRS.model_copy(update={"rule": "all"}), MatchesAnswer(matches={"a": "w", "b": "x"}), "0"),
        (ORDERING, ORDER, OrderAnswer(order=list("cabd")), "6"),
        (ORDERING, ORDER, OrderAnswer(order=list("cadb")), "2"),
        (ORDERING, ORDER.model_copy(update={"rule": "all"}), OrderAnswer(order=list("cadb")), "0"),
    ],
)
def test_partial_credit(asked: Question, key: Key | None, answer: Answer, marks: str) -> None:
    if asked is BLANKS:
        key = BlanksKey(
            blanks={
                "one": TextKey(accepted=[AcceptedText(text="watt")]),
                "two": NumericKey(value=Decimal(5)),
                "three": ChoiceKey(right=["x"]),
            }
        )
    given_marks = grade(asked, key, answer)
    assert given_marks.marks == Decimal(marks)
    assert given_marks.state is MarkState.AUTOMATIC


def test_what_only_a_teacher_can_say() -> None:
    work = FilesAnswer(files=[WorkFile(sha256="0" * 64, size_bytes=5, media_type="image/png")])
    for asked, key, answer in [
        (ESSAY, ManualKey(), wrote("Light bends.")),
        (ESSAY, None, wrote("Light bends.")),
        (DRAWING, ManualKey(), work),
        (NUMERIC, LENZ, wrote("5 m")),  # a text key would do; the next would not
        (NUMERIC, PAIRS, wrote("5")),
        (SINGLE, PartsKey(parts={}), chose("a")),
    ]:
        found = grade(asked, key, answer)
        assert found.marks is None or found.state is MarkState.REVIEW
    assert grade(ESSAY, None, None).marks == 0
    assert grade(ESSAY, None, wrote("  ")).state is MarkState.AUTOMATIC


def test_an_unknown_short_answer_is_looked_at() -> None:
    assert grade(SHORT, LENZ, wrote("induction")).state is MarkState.REVIEW
    assert grade(SHORT, LENZ.model_copy(update={"review": False}), wrote("induction")).state is MarkState.AUTOMATIC


def test_parts_are_marked_by_themselves() -> None:
    key = PartsKey(parts={"a": NumericKey(value=Decimal(4)), "b": LENZ})
    whole = PartsAnswer(parts={"a": TextAnswer(text="4"), "b": TextAnswer(text="Faraday")})
    found = grade(STRUCTURED, key, whole)
    assert [str(part.marks) for part in found.parts.values()] == ["2.00", "1.50", "0.00"]
    assert (found.state, found.marks) == (MarkState.AUTOMATIC, Decimal("3.50"))
    with_essay = PartsAnswer(parts={**whole.parts, "c": TextAnswer(text="because")})
    assert grade(STRUCTURED, key, with_essay).state is MarkState.WAITING
    assert grade(STRUCTURED, key, None).marks == 0


def test_thirds_are_rounded_once() -> None:
    key = MatchingKey(matches={"a": "w", "b": "x", "c": "y"})
    found = grade(
        question("matching", 1, items=items("abc"), choices=items("wxyz")), key, MatchesAnswer(matches={"a": "w"})
    )
    assert found.marks == Decimal("0.33")


ASKED: list[tuple[Question, Key]] = [
    (SINGLE, ChoiceKey(right=["b"])),
    (MULTIPLE, SHARE),
    (TRUE_FALSE, ChoiceKey(right=["true"])),
    (NUMERIC, GRAVITY),
    (WITH_UNIT, GRAVITY),
    (SHORT, LENZ),
    (MATCHING, PAIRS),
    (ORDERING, ORDER),
    (ESSAY, ManualKey()),
    (STRUCTURED, PartsKey(parts={"a": GRAVITY, "b": LENZ})),
]
names = st.sampled_from("abcdewxyz")
simple = st.one_of(
    st.builds(ChoiceAnswer, choices=st.lists(names, max_size=5)),
    st.builds(TextAnswer, text=st.text(max_size=40)),
    st.builds(
        TextAnswer, text=st.from_regex(r"[+-]?[0-9]{0,4}[.,]?[0-9]{0,4}(e-?[0-9]{1,3})?( ?m/s)?", fullmatch=True)
    ),
    st.builds(BlanksAnswer, blanks=st.dictionaries(names, st.text(max_size=9), max_size=3)),
    st.builds(MatchesAnswer, matches=st.dictionaries(names, names, max_size=4)),
    st.builds(OrderAnswer, order=st.permutations("abcd").map(list)),
)
answers = st.one_of(simple, st.builds(PartsAnswer, parts=st.dictionaries(names, simple, max_size=3)))


@given(st.sampled_from(ASKED), answers)
def test_no_answer_breaks_the_marks(asked: tuple[Question, Key], answer: Answer) -> None:
    found = grade(*asked, answer)
    if found.marks is not None:
        assert 0 <= found.marks <= asked[0].marks
        assert found.marks == found.marks.quantize(Decimal("0.01"))
    if not fits(asked[0], answer):
        assert found == grade(*asked, None)
    assert _ANSWER.validate_python(answer.to_wire()) == answer
    assert says_something(answer) == is_answered(answer.to_wire())


@given(st.sampled_from(ASKED), answers, st.text(min_size=1, max_size=20))
def test_marks_do_not_depend_on_the_order_on_screen(asked: tuple[Question, Key], answer: Answer, seed: str) -> None:
    assert grade(question_for(asked[0], seed), asked[1], answer) == grade(*asked, answer)


@given(st.sets(st.sampled_from("abcde")), st.sampled_from("abc"))
def test_one_right_tick_more_never_costs(chosen: set[str], more: str) -> None:
    before = grade(MULTIPLE, SHARE, chose(*sorted(chosen))).marks
    after = grade(MULTIPLE, SHARE, chose(*sorted(chosen | {more}))).marks
    assert before is not None and after is not None
    assert after >= before


def test_only_the_right_order_gets_everything() -> None:
    full = [
        order for order in permutations("abcd") if grade(ORDERING, ORDER, OrderAnswer(order=list(order))).marks == 6
    ]
    assert full == [tuple("cabd")]
