"""Which answers count, and which are only kept."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.exams import (
    Answer,
    ChoiceAnswer,
    EntryKind,
    EssayQuestion,
    JournalEntry,
    MultipleChoiceQuestion,
    NumericQuestion,
    Paper,
    Question,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
    TextAnswer,
)
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.answer_forms import fits
from learnup_desktop.domain.journal import genesis_head, head_of, make_entry
from learnup_platform.demo.exam_content import choices, same
from learnup_platform.modules.exams.judging import (
    ReceivedEntry,
    counting_answers,
    judged_deadline,
    lowest_assurance,
)

DEADLINE = datetime(2026, 3, 2, 10, tzinfo=UTC)
WORDS = LocalizedText(en="?")
SINGLE = SingleChoiceQuestion(id="one", marks=1, text=WORDS, choices=choices(same("1"), same("2")))
MULTIPLE = MultipleChoiceQuestion(id="many", marks=1, text=WORDS, choices=choices(same("1"), same("2")))
NUMERIC = NumericQuestion(id="number", marks=1, text=WORDS)
SHORT = ShortAnswerQuestion(id="short", marks=1, text=WORDS, maximum_length=5)
ESSAY = EssayQuestion(id="essay", marks=1, text=WORDS, word_limit=3)
PAPER = Paper(exam_id="e", title=WORDS, questions=[SINGLE, MULTIPLE, NUMERIC, SHORT, ESSAY])


def chose(*ids: str) -> ChoiceAnswer:
    return ChoiceAnswer(choices=list(ids))


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (SINGLE, chose("a"), True),
        (SINGLE, chose(), True),
        (SINGLE, chose("a", "b"), False),
        (SINGLE, chose("z"), False),
        (SINGLE, TextAnswer(text="a"), False),
        (MULTIPLE, chose("b", "a"), True),
        (MULTIPLE, chose("a", "a"), False),
        (MULTIPLE, chose("a", "z"), False),
        (NUMERIC, TextAnswer(text="9,77 m/s"), True),
        (NUMERIC, TextAnswer(text="9" * 101), False),
        (NUMERIC, chose("a"), False),
        (SHORT, TextAnswer(text="Lenz"), True),
        (SHORT, TextAnswer(text="Faraday"), False),
        (ESSAY, TextAnswer(text="many more than three words"), True),
        (ESSAY, chose("a"), False),
    ],
)
def test_an_answer_has_the_form_of_its_question(question: Question, answer: Answer, expected: bool) -> None:
    assert fits(question, answer) is expected


def journal(*answers: tuple[dict[str, object], float]) -> list[ReceivedEntry]:
    """Answer entries with these bodies, each received so many seconds after the deadline."""
    head = genesis_head("a")
    received = []
    for body, seconds in answers:
        entry: JournalEntry = make_entry(head, EntryKind.ANSWER, 0, body)
        head = head_of(entry)
        received.append(ReceivedEntry(entry, DEADLINE + timedelta(seconds=seconds)))
    return received


def number(text: str) -> dict[str, object]:
    return {"questionId": "number", "answer": {"type": "text", "text": text}}


def test_the_last_in_time_counts() -> None:
    entries = journal((number("1"), -60), (number("2"), -1), (number("3"), 5), (number("4"), 5.1))
    standing = counting_answers(PAPER, entries, DEADLINE)
    assert standing["number"].answer == TextAnswer(text="3")
    assert standing["number"].seq == 3


def test_what_does_not_fit_leaves_the_earlier_answer_standing() -> None:
    bad: list[dict[str, object]] = [
        {"questionId": "number", "answer": {"type": "choices", "choices": ["a"]}},
        {"questionId": "number", "answer": {"type": "picture"}},
        {"questionId": "number", "answer": None},
        {"questionId": "number"},
        {"questionId": "another", "answer": {"type": "text", "text": "1"}},
        {"questionId": None},
        {},
    ]
    entries = journal((number("1"), -60), *((body, -1) for body in bad))
    standing = counting_answers(PAPER, entries, DEADLINE)
    assert {key: record.seq for key, record in standing.items()} == {"number": 1}


def test_an_answer_taken_back_counts_as_taken_back() -> None:
    standing = counting_answers(PAPER, journal((number("1"), -2), (number(""), -1)), DEADLINE)
    assert standing["number"].answer == TextAnswer(text="")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["questionId", "answer", "x"]), json_values | st.sampled_from(["one", "essay"])))
def test_no_body_breaks_the_judge(body: dict[str, object]) -> None:
    for record in counting_answers(PAPER, journal((body, -1)), DEADLINE).values():
        assert record.question_id in {question.id for question in PAPER.questions}


@given(st.lists(st.tuples(st.sampled_from("12345"), st.floats(-100, 100)), max_size=12))
def test_a_later_deadline_never_takes_an_answer_away(drawn: list[tuple[str, float]]) -> None:
    times = sorted(seconds for _, seconds in drawn)
    entries = journal(*((number(text), seconds) for (text, _), seconds in zip(drawn, times, strict=True)))
    before = counting_answers(PAPER, entries, DEADLINE)
    after = counting_answers(PAPER, entries, DEADLINE + timedelta(seconds=30))
    assert before.keys() <= after.keys()
    for question_id, record in before.items():
        assert after[question_id].seq >= record.seq


def test_a_pause_that_goes_on_is_given_back_already() -> None:
    paused = DEADLINE - timedelta(minutes=5)
    assert judged_deadline(DEADLINE, None, DEADLINE) == DEADLINE
    assert judged_deadline(DEADLINE, paused, paused + timedelta(minutes=20)) == DEADLINE + timedelta(minutes=20)
    assert judged_deadline(DEADLINE, paused, paused - timedelta(seconds=1)) == DEADLINE


def test_the_lowest_assurance_stays() -> None:
    assert lowest_assurance("full", "identity") == "identity"
    assert lowest_assurance("camera_only", "full") == "camera_only"
    assert lowest_assurance("full", "made up") == "none"
