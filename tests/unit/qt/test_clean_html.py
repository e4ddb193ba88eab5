"""What a page from elsewhere may bring into the reader, and what not."""

import pytest

from learnup_desktop.qt.clean_html import clean_html


def test_structure_and_words_of_the_three_scripts_stay() -> None:
    page = (
        "<h1>Waves</h1><p>ප්‍රකාශය <b>ஒளி</b> <a href='https://school.lk/x'>more</a></p><table><tr><td>1</td></tr></table>"
    )
    cleaned = clean_html(page)
    for part in ("<h1>Waves</h1>", "ප්‍රකාශය", "<b>ஒளி</b>", 'href="https://school.lk/x"', "<td>1</td>"):
        assert part in cleaned


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert('evil')</script>",
        "<svg onload=evil()>evil</svg><style>@import 'http://evil'</style>",
        "<iframe src='http://evil'>evil</iframe>",
        "<p onclick='evil()' style='background:url(http://evil)'>fine</p>",
        "<img src='file:///evil'>",
        "<a href='javascript:evil()'>fine</a>",
        "<a href='file:///evil'>fine</a>",
        "<math><mtext><table><mglyph><style><img src=x onerror=evil()>",
        "<form action='http://evil'><input name='evil'></form>",
        "<meta http-equiv=refresh content='0;url=http://evil'>",
        "<object data='http://evil'></object><embed src='http://evil'>",
    ],
)
def test_nothing_that_acts_or_fetches_is_left(hostile: str) -> None:
    cleaned = clean_html(f"<p>before</p>{hostile}<p>after</p>")
    assert "before" in cleaned
    for word in ("javascript:", "http://evil", "file:", "onerror", "onclick", "onload", "evil()", "<img", "<script"):
        assert word not in cleaned
