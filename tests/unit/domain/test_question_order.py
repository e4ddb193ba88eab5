"""What each student is asked: the same everywhere, fair, and no matter for the marks."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.questions import (
    Choice,
    MatchingQuestion,
    OrderingQuestion,
    Paper,
    Question,
    Section,
    SingleChoiceQuestion,
    StructuredQuestion,
)
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.question_order import asked_of_each, paper_for, question_for

WORDS = LocalizedText(en="?")


def single(name: str, section: str = "A", pool: str = "", fixed: bool = False, choices: int = 4) -> Question:
    return SingleChoiceQuestion(
        id=name,
        section=section,
        marks=2,
        text=WORDS,
        pool=pool,
        fixed=fixed,
        shuffle=True,
        choices=[Choice(id=str(number), text=WORDS) for number in range(choices)],
    )


def paper(questions: list[Question], **section: object) -> Paper:
    first = Section.model_validate({"id": "A", "title": WORDS, **section})
    sections = [first, Section(id="B", title=WORDS)]
    return Paper(exam_id="e", title=WORDS, questions=questions, sections=sections)


POOLED = [single(f"easy-{n}", pool="easy") for n in range(6)] + [single(f"hard-{n}", pool="hard") for n in range(4)]
seeds = st.text(min_size=1, max_size=40)


@given(seeds)
def test_the_same_seed_gives_the_same_paper_and_twice_is_once(seed: str) -> None:
    whole = paper([*POOLED, single("last", "B")], shuffle=True, draw={"easy": 2, "hard": 1})
    mine = paper_for(whole, seed)
    assert mine == paper_for(Paper.model_validate(whole.to_wire()), seed)
    again = paper_for(mine, seed)
    assert [question.id for question in again.questions] == [question.id for question in mine.questions]
    assert again == mine


@given(seeds)
def test_each_pool_gives_its_number_and_nothing_is_asked_twice(seed: str) -> None:
    whole = paper([*POOLED, single("always")], shuffle=True, draw={"easy": 2, "hard": 1})
    asked = [question.id for question in paper_for(whole, seed).questions]
    assert Counter(name.split("-")[0] for name in asked) == {"easy": 2, "hard": 1, "always": 1}
    assert len(set(asked)) == len(asked) == asked_of_each(whole)[0]
    assert asked_of_each(whole)[1] == 8


@given(seeds, st.integers(min_value=0, max_value=9))
def test_withdrawing_a_question_leaves_the_order_of_the_others(seed: str, gone: int) -> None:
    questions = [single(f"q{n}") for n in range(10)]
    before = [question.id for question in paper_for(paper(questions, shuffle=True), seed).questions]
    after = [q.id for q in paper_for(paper(questions[:gone] + questions[gone + 1 :], shuffle=True), seed).questions]
    assert after == [name for name in before if name != f"q{gone}"]


@given(seeds)
def test_fixed_questions_keep_their_place_and_sections_their_order(seed: str) -> None:
    questions = [single(f"q{n}", fixed=n in (0, 3)) for n in range(6)] + [single("b", "B")]
    asked = [question.id for question in paper_for(paper(questions, shuffle=True), seed).questions]
    assert (asked[0], asked[3], asked[6]) == ("q0", "q3", "b")
    assert sorted(asked) == sorted(question.id for question in questions)


@given(seeds)
def test_shuffling_keeps_every_choice(seed: str) -> None:
    question = question_for(single("q", choices=6), seed)
    assert isinstance(question, SingleChoiceQuestion)
    assert sorted(choice.id for choice in question.choices) == list("012345")


def test_every_order_comes_about_as_often() -> None:
    question = OrderingQuestion(id="q", marks=1, text=WORDS, items=[Choice(id=name, text=WORDS) for name in "abc"])
    orders: Counter[str] = Counter()
    for seed in range(3000):
        mine = question_for(question, f"attempt-{seed}")
        assert isinstance(mine, OrderingQuestion)
        orders["".join(item.id for item in mine.items)] += 1
    assert len(orders) == 6
    # Chi-squared with five degrees of freedom stays under 20.5 in 999 of 1000 fair samples; the seeds are fixed.
    assert sum((count - 500) ** 2 / 500 for count in orders.values()) < 20.5


def test_two_questions_with_the_same_choices_are_not_shuffled_alike() -> None:
    alike = sum(
        [choice.id for choice in question_for(single("one"), str(seed)).choices]  # type: ignore[union-attr]  # single
        == [choice.id for choice in question_for(single("two"), str(seed)).choices]  # type: ignore[union-attr]
        for seed in range(240)
    )
    assert alike < 40  # one in 24 by chance


def test_parts_and_partners_are_shuffled_and_a_paper_without_sections_stands() -> None:
    partners = MatchingQuestion(
        id="b",
        marks=2,
        text=WORDS,
        items=[Choice(id=name, text=WORDS) for name in "xyz"],
        choices=[Choice(id=name, text=WORDS) for name in "12345"],
    )
    whole = StructuredQuestion(id="s", marks=2, text=WORDS, parts=[partners])
    plain = Paper(exam_id="e", title=WORDS, questions=[single("z"), whole, single("a")])
    orders = set()
    for seed in range(50):
        mine = paper_for(plain, str(seed))
        assert [question.id for question in mine.questions] == ["z", "s", "a"]
        part = mine.questions[1].parts[0]  # type: ignore[union-attr]  # the structured one
        assert isinstance(part, MatchingQuestion)
        assert [item.id for item in part.items] == ["x", "y", "z"]
        orders.add(tuple(choice.id for choice in part.choices))
    assert len(orders) > 20


def test_a_paper_of_the_first_contract_reads_as_it_did() -> None:
    first = {
        "examId": "e",
        "title": {"en": "Test"},
        "questions": [
            {
                "id": "one",
                "section": "A",
                "marks": 2,
                "text": {"en": "?"},
                "images": [],
                "imageDescriptions": [],
                "formula": None,
                "kind": "single",
                "choices": [{"id": "b", "text": {"en": "x"}}, {"id": "a", "text": {"en": "y"}}],
            },
            {"id": "two", "section": "B", "marks": 3, "text": {"en": "?"}, "kind": "numeric", "unit": "A"},
        ],
    }
    read = Paper.model_validate(first)
    assert paper_for(read, "anything") == read
    assert asked_of_each(read) == (2, 5)
    assert (read.sections, read.sheets, read.calculator) == ([], [], "none")
