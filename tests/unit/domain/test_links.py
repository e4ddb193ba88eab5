"""Links from outside name a lesson, to the letter, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.ids import uuid7
from learnup_desktop.domain.links import is_link, lesson_of_arguments, lesson_of_link, meeting_link

LESSON = "019b8bfd-6c40-7858-b88d-b88a9fdbd7fb"


def test_a_link_opens_its_lesson_however_the_system_writes_it() -> None:
    for _ in range(20):
        lesson = uuid7()
        assert lesson_of_link(meeting_link(lesson)) == lesson
    assert lesson_of_link(f"LEARNUP://Meeting/{LESSON.upper()}/") == LESSON


@pytest.mark.parametrize(
    "link",
    [
        "",
        "learnup:",
        "learnup://meeting/",
        f"learnup://meeting/{LESSON}?server=https://evil.test",
        f"learnup://meeting/{LESSON}#x",
        f"learnup://meeting/{LESSON}/../../exams",
        f"learnup://meeting/{LESSON}\n",
        f" learnup://meeting/{LESSON}",
        f"learnup://someone@meeting/{LESSON}",
        f"learnup://exams/{LESSON}",
        f"http://meeting/{LESSON}",
        f"learnup://meeting/{LESSON[:-1]}g",
        "learnup://meeting/--debug",
    ],
)
def test_anything_else_opens_nothing(link: str) -> None:
    assert lesson_of_link(link) is None


@given(st.text(max_size=50))
def test_no_words_behind_a_link_get_through(words: str) -> None:
    found = lesson_of_link(f"learnup://meeting/{words}")
    assert found is None or found == words.rstrip("/").lower()


def test_the_link_is_found_among_the_arguments_of_a_start() -> None:
    assert lesson_of_arguments(["--debug", "learnup://no", meeting_link(LESSON)]) == LESSON
    assert lesson_of_arguments(["--server", "https://school.test"]) is None
    assert is_link("LearnUp://whatever") and not is_link("learnup-desktop")
