"""What Ctrl+K hands the reader to look for."""

import pytest

from learnup_desktop.app.finding import words_to_mark
from learnup_desktop.domain.search_text import snippet, words_of
from learnup_desktop.store.search_index import Found

PAGE = "The speed of light in water is lower. Light waves keep their frequency."


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("speed of  light", "speed of light"),
        ("waves water", "water"),
        ("LIGHT", "LIGHT"),
        ("freq speed", "speed"),
        ("light waves", "light waves"),
    ],
)
def test_the_reader_is_sent_to_something_that_is_there(words: str, marked: str) -> None:
    place = Found("0" * 64, 0, *snippet(PAGE, words_of(words)))
    assert words_to_mark(words, place) == marked
