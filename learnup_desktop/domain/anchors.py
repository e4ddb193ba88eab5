"""Where a quoted place is in a document, also after the document was renewed.

An anchor keeps the place as the W3C Web Annotation selectors do: by position and by the words themselves with what
stood around them. The position holds while the text is the same; otherwise the words are looked for: exactly but for
white space and case, then with small changes inside. A place that is not found is said to be so, and is never dropped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from learnup_desktop.contract.study import CONTEXT, LONGEST_QUOTE, Anchor

LEAST_ALIKE = 0.7
"""``SequenceMatcher.ratio`` from which changed words are taken for the same place: one word in four may be another."""
_LEAST_BLOCK = 10
"""Characters that must be left in one piece; fewer are found by chance."""
_SAME_PAGE = 8
"""What being on the page of before is worth, in characters of context that agree."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one page's text: page from 0, code points."""

    page: int
    start: int
    end: int


def anchor_at(page_text: str, place: Place, sha256: str) -> Anchor:
    """The anchor of a stretch of text; a very long one is quoted by its beginning."""
    start, end = place.start, min(place.end, place.start + LONGEST_QUOTE)
    return Anchor(
        sha256=sha256,
        page=place.page,
        start=start,
        end=end,
        exact=page_text[start:end],
        prefix=page_text[max(0, start - CONTEXT) : start],
        suffix=page_text[end : end + CONTEXT],
    )


def stands(anchor: Anchor, page_text: str) -> bool:
    """Whether the words are where they were."""
    if anchor.start is None or anchor.end is None or not anchor.exact:
        return False
    return page_text[anchor.start : anchor.end] == anchor.exact


def locate(anchor: Anchor, pages: Sequence[str]) -> Place | None:
    """Find the words in a document's pages; None when they are not there any more."""
    page, start, end = anchor.page or 0, anchor.start, anchor.end
    if start is not None and end is not None and page < len(pages) and stands(anchor, pages[page]):
        return Place(page, start, end)
    quote = _Folded(anchor.exact).text.strip()
    if not quote:
        return None
    folded = [_Folded(text) for text in pages]
    return _exactly(anchor, quote, folded) or _nearly(anchor, quote, folded)


def to_utf16(text: str, offset: int) -> int:
    """Qt's offset (UTF-16 units) of a code point's offset."""
    return len(text[:offset].encode("utf-16-le")) // 2


def from_utf16(text: str, units: int) -> int:
    """A code point's offset of Qt's."""
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


class _Folded:
    """A text without differences of white space and case, and where each of its characters came from."""

    def __init__(self, text: str) -> None:
        kept: list[str] = []
        self.places: list[int] = []
        for index, letter in enumerate(text):
            if letter in "\u00ad\u200b":
                continue
            space = letter.isspace()
            if space and kept and kept[-1] == " ":
                continue
            small = " " if space else letter.lower()
            kept.append(small if len(small) == 1 else letter)
            self.places.append(index)
        self.text = "".join(kept)

    def place(self, page: int, start: int, length: int) -> Place:
        return Place(page, self.places[start], self.places[start + length - 1] + 1)


def _exactly(anchor: Anchor, quote: str, pages: Sequence[_Folded]) -> Place | None:
    before, after = _Folded(anchor.prefix).text.rstrip(), _Folded(anchor.suffix).text.lstrip()
    found: list[tuple[tuple[int, int], int, int]] = []
    for number, page in enumerate(pages):
        at = page.text.find(quote)
        while at >= 0:
            agree = _alike(page.text[:at].rstrip()[::-1], before[::-1])
            agree += _alike(page.text[at + len(quote) :].lstrip(), after)
            near = _SAME_PAGE if number == anchor.page else 0
            distance = abs(number - (anchor.page or 0)) * 10_000 + abs(page.places[at] - (anchor.start or 0))
            found.append(((agree + near, -distance), number, at))
            at = page.text.find(quote, at + 1)
    if not found:
        return None
    _, number, at = max(found)
    return pages[number].place(number, at, len(quote))


def _nearly(anchor: Anchor, quote: str, pages: Sequence[_Folded]) -> Place | None:
    best: tuple[float, int, int, int] | None = None
    # The pages around the old one first: of places that are alike the nearest stands.
    for number in sorted(range(len(pages)), key=lambda page: abs(page - (anchor.page or 0))):
        text = pages[number].text
        matcher = SequenceMatcher(None, text, quote, autojunk=False)
        block = matcher.find_longest_match(0, len(text), 0, len(quote))
        if block.size < min(_LEAST_BLOCK, len(quote)):
            continue
        start = max(0, block.a - block.b)
        length = min(len(quote), len(text) - start)
        ratio = SequenceMatcher(None, text[start : start + length], quote, autojunk=False).ratio()
        if ratio >= LEAST_ALIKE and (best is None or ratio > best[0]):
            best = (ratio, number, start, length)
    if best is None:
        return None
    _, number, start, length = best
    return pages[number].place(number, start, length)


def _alike(first: str, second: str) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
