"""The demo papers are what the demo promises: complete in three languages, sealable, drawn, and the same every time."""

import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from learnup_desktop.contract.exams import MultipleChoiceQuestion, Paper, PaperHeader, SingleChoiceQuestion
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.sealed_paper import open_paper, seal_paper
from learnup_platform.demo.exam_content import PaperContent
from learnup_platform.demo.exam_mathematics import mathematics_paper
from learnup_platform.demo.exam_physics import physics_paper
from learnup_platform.demo.exam_seed import demo_policy, plan_exams

NOW = datetime(2026, 3, 2, 22, 15, tzinfo=UTC)
PAPERS = pytest.mark.parametrize("content", [physics_paper(), mathematics_paper()], ids=["physics", "mathematics"])


def texts(content: PaperContent) -> Iterator[LocalizedText]:
    """Everything that a student reads."""
    yield content.title
    yield from content.rules
    for question in content.questions:
        yield question.text
        yield from question.image_descriptions
        if isinstance(question, SingleChoiceQuestion | MultipleChoiceQuestion):
            yield from (choice.text for choice in question.choices)


def has_letters(text: str, first: str, last: str) -> bool:
    return any(first <= letter <= last for letter in text)


@PAPERS
def test_every_text_is_there_in_all_three_scripts(content: PaperContent) -> None:
    for words in texts(content):
        assert words.en
        assert words.si
        assert words.ta
        if words.en == words.si == words.ta:  # numbers and formulas
            assert not has_letters(words.en.replace("sin", "").replace("cos", "").replace("x", ""), "a", "z")
            continue
        assert has_letters(words.si, "\u0d80", "\u0dff"), words.en
        assert not has_letters(words.si, "\u0b80", "\u0bff"), words.en
        assert has_letters(words.ta, "\u0b80", "\u0bff"), words.en
        assert not has_letters(words.ta, "\u0d80", "\u0dff"), words.en


def test_the_open_paper_has_twelve_questions_of_all_kinds() -> None:
    content = physics_paper()
    kinds = Counter(question.kind for question in content.questions)
    assert kinds == {"single": 3, "multiple": 2, "numeric": 4, "short": 2, "essay": 1}
    assert sum(bool(question.images) for question in content.questions) == 1
    assert sum(bool(question.formula) for question in content.questions) == 1
    assert content.total_marks == 40


@PAPERS
def test_every_picture_is_described_and_drawn(content: PaperContent) -> None:
    shown = [name for question in content.questions for name in question.images]
    assert sorted(shown) == sorted(content.images)
    for question in content.questions:
        assert len(question.image_descriptions) == len(question.images)
    for data in content.images.values():
        root = ElementTree.fromstring(data)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert len(root) > 8


@PAPERS
def test_papers_seal_and_open(content: PaperContent) -> None:
    paper = Paper(exam_id="e", title=content.title, questions=list(content.questions))
    header = PaperHeader(exam_id="e", version=1, key_id="k", opens_at=NOW)
    sealed = seal_paper(paper, content.images, header, bytes(32))
    assert open_paper(sealed, bytes(32)) == (paper, dict(content.images))
    assert sealed == seal_paper(paper, content.images, header, bytes(32))


@PAPERS
def test_formulas_can_be_set(content: PaperContent) -> None:
    from ziamath.zmath import Latex

    for question in content.questions:
        if question.formula:
            assert "<svg" in Latex(question.formula).svg()


def test_one_exam_is_open_and_one_is_tomorrow_morning() -> None:
    now, tomorrow = plan_exams(NOW)
    assert now.opens_at == NOW - timedelta(minutes=10)
    assert now.closes_at - NOW >= timedelta(hours=2)
    assert now.duration_seconds == 3600
    assert tomorrow.opens_at == datetime(2026, 3, 4, 3, 30, tzinfo=UTC)
    assert tomorrow.closes_at - tomorrow.opens_at > timedelta(seconds=tomorrow.duration_seconds)


def test_the_demo_makes_do_with_a_camera_only() -> None:
    policy = demo_policy(0.38)
    assert policy.allow_camera_only
    assert not policy.camera_required
    assert policy.identity_threshold == 0.38
