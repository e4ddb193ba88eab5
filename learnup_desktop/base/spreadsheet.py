"""Tables as spreadsheets read them, whatever script the words are in and whatever somebody typed into a name."""

import csv
import io
from collections.abc import Iterable, Sequence

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A cell that begins so is run as a formula by spreadsheets; the full-width forms are read alike (OWASP, *CSV
Injection*)."""


def text_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before what one would begin with."""
    return f"'{text}" if text.lstrip(" ").startswith(_DANGEROUS) else text


def csv_table(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads Sinhala and Tamil wrongly; lines end in CR LF (RFC 4180).

    Args:
        rows: cells; those with words from people have gone through :func:`text_cell`.
    """
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")
