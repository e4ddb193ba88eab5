"""Words of the three scripts are found by their beginnings, whatever a keyboard leaves out."""

import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain.search_text import comparable, find_words, snippet, words_of
from learnup_desktop.store.search_index import SearchIndex

SINHALA = "ප්‍රභාසංශ්ලේෂණය: හරිත ශාක ආලෝක ශක්තිය යොදාගෙන ග්ලූකෝස් නිපදවයි."
TAMIL = "இரசாயனச் சமநிலை: முன்னோக்கிய தாக்க வீதமும் பின்னோக்கிய தாக்க வீதமும் சமமாக இருக்கும்."
ENGLISH = "Simple harmonic motion: the acceleration is proportional to the displacement."


@pytest.fixture
async def index(tmp_path: Path) -> AsyncIterator[SearchIndex]:
    made = SearchIndex(tmp_path / "search.db")
    await made.put("si", ["", SINHALA])
    await made.put("ta", [TAMIL])
    await made.put("en", [ENGLISH, "Damping and resonance"])
    yield made
    await made.close()


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("ප්‍රභාසංශ්ලේෂණය", [("si", 1)]),
        ("ප්රභාසංශ්ලේෂණය", [("si", 1)]),  # without the joiner
        ("ප්‍රභා", [("si", 1)]),
        ("ආලෝක ශක්ති", [("si", 1)]),
        ("ක්තිය", []),  # the end of a word is not its beginning
        ("ප", [("si", 1)]),
        ("சமநிலை", [("ta", 0)]),
        ("இரசாயன", [("ta", 0)]),
        ("பின்னோக்", [("ta", 0)]),
        ("நிலை", []),
        ("Harmonic", [("en", 0)]),
        ("ACCEL displ", [("en", 0)]),
        ("reson", [("en", 1)]),
        ("harmonic resonance", []),  # not on one page
        ("monic", []),
        ("", []),
        ('"', []),
        ("AND", [("en", 1)]),  # a word, not an operator
        ("body:harmonic", []),
        ("harmonic*", [("en", 0)]),
    ],
)
async def test_a_word_is_found_by_its_beginning(index: SearchIndex, query: str, where: list[tuple[str, int]]) -> None:
    assert [(found.sha256, found.page) for found in await index.find(query)] == where


async def test_what_is_shown_is_what_is_written(index: SearchIndex) -> None:
    (found,) = await index.find("ප්රභා")
    assert found.line[found.start : found.end] == "ප්‍රභා"
    assert found.line in SINHALA or found.line.endswith(" …")
    (found,) = await index.find("displacement")
    assert found.line[found.start : found.end] == "displacement"


async def test_a_new_version_takes_the_place_of_the_old_and_a_file_can_go(index: SearchIndex) -> None:
    await index.put("en", ["Waves"])
    assert await index.find("harmonic") == []
    assert [found.sha256 for found in await index.find("waves")] == ["en"]
    assert await index.indexed() == {"si", "ta", "en"}
    await index.drop("en")
    assert await index.find("waves") == []
    assert await index.indexed() == {"si", "ta"}


async def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "search.db"
    path.write_bytes(b"no database " * 500)
    index = SearchIndex(path)
    assert await index.indexed() == set()
    await index.put("en", [ENGLISH])
    assert len(await index.find("motion")) == 1
    await index.close()


@given(st.text(max_size=40))
def test_no_query_is_too_strange(text: str) -> None:
    for word in words_of(text):
        assert word
        assert comparable(word) == word or unicodedata.normalize("NFC", word) != word


@given(st.text(alphabet="abc ප්‍රක\n\u200d", max_size=200), st.text(alphabet="abcප්රක", min_size=1, max_size=6))
def test_a_snippet_marks_what_was_found(text: str, word: str) -> None:
    words = words_of(word)
    line, start, end = snippet(text, words)
    assert 0 <= start <= end <= len(line)
    place = find_words(text, words)
    if place is not None:
        assert line[start:end] == text[slice(*place)]
