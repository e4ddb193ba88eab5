"""How words are compared in Sinhala, Tamil and English, for indexing and for showing where they were found.

Vowel signs are marks (Unicode categories Mc and Mn), so they belong to a word. The zero-width joiner, which binds
Sinhala letters into one (``ප්‍ර``), is typed by some keyboards and left out by others: it changes the shape of a
word, never the word, and is passed over in comparing (Unicode 15.0, 13.2 Sinhala; 12.6 Tamil).
"""

import re
import unicodedata

JOINERS = "\u200c\u200d"
_JOINERS = str.maketrans("", "", JOINERS)
LONGEST_QUERY_WORDS = 12


def comparable(text: str) -> str:
    """``text`` as it is indexed: composed (NFC), without joiners, in one case."""
    return unicodedata.normalize("NFC", text).translate(_JOINERS).casefold()


def is_word_character(character: str) -> bool:
    """Letters, digits and the marks that go with them."""
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) in ("Mn", "Mc")


def words_of(text: str) -> list[str]:
    """The words of a query, comparable; at most ``LONGEST_QUERY_WORDS``."""
    spaced = "".join(character if is_word_character(character) else " " for character in comparable(text))
    return spaced.split()[:LONGEST_QUERY_WORDS]


def find_words(text: str, words: list[str]) -> tuple[int, int] | None:
    """Where the first of ``words`` begins and ends in ``text`` as it is written, None when none is there."""
    between = f"[{JOINERS}]*"
    best: tuple[int, int] | None = None
    for word in words:
        pattern = between.join(map(re.escape, word))
        for match in re.finditer(pattern, text, re.IGNORECASE):
            before = text[match.start() - 1] if match.start() else " "
            if is_word_character(before) or before in JOINERS:
                continue  # in the middle of a word: a query matches beginnings
            if best is None or match.start() < best[0]:
                best = match.span()
            break
    return best


def snippet(text: str, words: list[str], around: int = 60) -> tuple[str, int, int]:
    """A line around the first word that was found, cut at spaces, with where the word is in it.

    Returns:
        The line, and the word's beginning and end in it; the text's beginning and 0, 0 when no word is there.
    """
    place = find_words(text, words)
    if place is None:
        return _one_line(text[: 2 * around]), 0, 0
    start, end = place
    left = max(0, start - around)
    if left:
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else left
    right = min(len(text), end + around)
    if right < len(text):
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else right
    head, hit, tail = (_one_line(part) for part in (text[left:start], text[start:end], text[end:right]))
    head = ("… " if left else "") + head
    return head + hit + tail + (" …" if right < len(text) else ""), len(head), len(head) + len(hit)


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
