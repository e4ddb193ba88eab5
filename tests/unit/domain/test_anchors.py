"""A quoted place is found again in the same text, in a renewed one, in any script; or said not to be there."""

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.study import Anchor
from learnup_desktop.domain.anchors import Place, anchor_at, from_utf16, locate, to_utf16

FIRST = "Light travels in straight lines.\r\nThe speed of light in vacuum is 299 792 458 m/s.\r\nMirrors reflect light."
SECOND = "Refraction bends light where its speed changes. Snell found the law of it in 1621."


def quoted(words: str, pages: list[str]) -> Anchor:
    page = next(number for number, text in enumerate(pages) if words in text)
    start = pages[page].index(words)
    return anchor_at(pages[page], Place(page, start, start + len(words)), "a" * 64)


def found(anchor: Anchor, pages: list[str]) -> str | None:
    place = locate(anchor, pages)
    return None if place is None else pages[place.page][place.start : place.end]


def test_the_same_text_is_the_same_place() -> None:
    anchor = quoted("speed of light", [FIRST, SECOND])
    start = FIRST.index("speed of light")
    assert locate(anchor, [FIRST, SECOND]) == Place(0, start, start + 14)


def test_a_page_put_in_before_and_other_line_breaks_do_not_matter() -> None:
    anchor = quoted("straight lines.\r\nThe speed", [FIRST, SECOND])
    renewed = [
        "A new cover page.",
        "Preface. Light travels in straight\nlines. The speed of light is constant.",
        SECOND,
    ]
    assert found(anchor, renewed) == "straight\nlines. The speed"


def test_of_several_places_the_one_with_the_same_words_around_it() -> None:
    anchor = quoted("light", [SECOND])
    assert anchor.prefix == "Refraction bends "
    renewed = [f"light. {FIRST} More about light. {SECOND}"]
    place = locate(anchor, renewed)
    assert place is not None
    assert place.start == renewed[0].index("Refraction bends ") + len("Refraction bends ")


def test_a_corrected_word_inside_is_still_the_place() -> None:
    anchor = quoted("Snell found the law of it in 1621", [FIRST, SECOND])
    again = found(anchor, ["Contents", SECOND.replace("Snell", "Snel")])
    assert again is not None
    assert again.strip() == "Snel found the law of it in 1621"


def test_what_was_taken_out_is_not_found() -> None:
    anchor = quoted("Mirrors reflect light", [FIRST])
    assert locate(anchor, [SECOND, "Sound is a wave in matter."]) is None
    assert locate(Anchor(page=3), [FIRST]) is None
    assert locate(anchor, []) is None


def test_sinhala_and_tamil() -> None:
    page = "ආලෝකය සරල රේඛාවල ගමන් කරයි. ஒளி நேர்கோட்டில் செல்கிறது."
    for words in ("සරල රේඛාවල", "நேர்கோட்டில்"):
        assert found(quoted(words, [page]), [f"නව පිටුව {page}"]) == words


def test_offsets_of_qt_and_back() -> None:
    text = "a😀b"
    assert [to_utf16(text, offset) for offset in range(4)] == [0, 1, 3, 4]
    assert [from_utf16(text, units) for units in (0, 1, 3, 4)] == [0, 1, 2, 3]


@given(st.text(max_size=80), st.text(min_size=1, max_size=30), st.text(max_size=80), st.text(max_size=40))
def test_words_that_are_still_there_are_found_whatever_comes_before(
    before: str, words: str, after: str, inserted: str
) -> None:
    page = before + words + after
    anchor = anchor_at(page, Place(0, len(before), len(before) + len(words)), "")
    assert found(anchor, [page]) == words
    again = locate(anchor, [inserted + page])
    assert again is not None or not words.strip("\u00ad\u200b").strip()
