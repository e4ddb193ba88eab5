"""Words in Sinhala, Tamil and English: how many there are, and when two texts are the same answer.

Sinhala and Tamil put spaces between words as English does, so a word is a run between white space that has a letter or
a digit. The joiners inside Sinhala conjuncts (``ශ්‍රී``) are no borders, a lone dash is no word. The zero-width space is
a border, since some keyboards type it between words.
"""

import re
import unicodedata

_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f"))
_BORDER = re.compile(r"[\s\u200b]+|[—–](?=\w)|(?<=\w)[—–]")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "ʼ": "'"})
_DASHES = str.maketrans(dict.fromkeys("−‐‑‒–—", "-"))
_AROUND = " .,;:!?\"'()[]"


def count_words(text: str) -> int:
    """How many words there are."""
    return sum(any(character.isalnum() for character in run) for run in _BORDER.split(text))


def comparable(text: str, *, case_sensitive: bool = False) -> str:
    """What of a text decides whether two short answers are the same.

    Composed letters (NFC: ``ෙ`` + ``ා`` is ``ො``), no joiners (keyboards differ in whether they type them), one kind of
    quote and dash, single spaces, no punctuation around, and no case unless it matters.
    """
    plain = unicodedata.normalize("NFC", text).translate(_JOINERS).translate(_QUOTES).translate(_DASHES)
    plain = " ".join(plain.replace("\u200b", " ").split()).strip(_AROUND)
    if not case_sensitive:
        plain = plain.casefold()
    # Taking joiners out and folding case can bring together what composes.
    return unicodedata.normalize("NFC", plain)
