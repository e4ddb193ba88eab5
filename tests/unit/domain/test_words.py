"""Word counts and equal answers in three scripts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain.words import comparable, count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("one two  three\nfour", 4),
        ("a – b", 2),
        ("well-known; isn't it?", 3),
        ("left—right", 2),
        ("- – …", 0),
        ("ශ්‍රී ලංකාවේ අධ්‍යාපනය", 3),
        ("ශ්‍රී", 1),
        ("ප්‍රකාශ\u200bවිද්‍යුත්", 2),
        ("இலங்கையின் கல்வி முறை.", 3),
        ("வேகம் = 20 m/s", 3),
        ("නියමය: F = ma", 3),
    ],
)
def test_words_are_counted_as_people_count(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lenz’s Law.", "  lenz's   law"),
        ("ශ්‍රී ලංකාව", "ශ්රී ලංකාව"),
        ("\u0d9a\u0dd9\u0dcf", "\u0d9a\u0ddc"),  # කො in two letters and in one
        ("\u0b95\u0bc6\u0bbe", "\u0b95\u0bca"),  # கொ likewise
        ("Straße", "STRASSE"),
        ("self–induction", "self-induction"),
    ],
)
def test_one_answer_in_two_spellings(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


def test_case_counts_when_it_matters() -> None:
    assert comparable("CO") == comparable("co")
    assert comparable("CO", case_sensitive=True) != comparable("Co", case_sensitive=True)
    assert comparable("වේගය") != comparable("ත්වරණය")


@given(st.text(max_size=80))
def test_comparing_twice_changes_nothing_and_forms_of_unicode_do_not_matter(text: str) -> None:
    assert comparable(comparable(text)) == comparable(text)
    assert comparable(unicodedata.normalize("NFD", text)) == comparable(unicodedata.normalize("NFC", text))


@given(st.lists(st.text(alphabet="අආකඅගமதabc9", min_size=1, max_size=8), max_size=20))
def test_spaces_alone_decide(words: list[str]) -> None:
    assert count_words("  ".join(words)) == len(words)
