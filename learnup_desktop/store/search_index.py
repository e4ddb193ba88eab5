"""The words of everything that was downloaded, page by page: SQLite's FTS5 over text made comparable.

A file of its own, which can be made again from the files themselves. FTS5's own tokenizer would end a word at each
vowel sign of Sinhala and Tamil; ``categories`` keeps marks inside words (https://www.sqlite.org/fts5.html, 4.3.1).
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from learnup_desktop.domain.search_text import comparable, snippet, words_of
from learnup_desktop.store.rebuildable import RebuildableDatabase
from learnup_desktop.store.schema import SEARCH_MIGRATIONS

PAGE_CHARACTERS = 200_000
"""A longer page is cut: no real one is, and a hostile one must not fill the disk."""

RANKED = 1000
"""Pages up to which the best come first. With more, the words say so little that order means nothing, and FTS5 would
weigh every one of them before it gave the first; the newest come first then."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page with all the words.

    Attributes:
        page: from 0.
        line: text around the first word.
        start, end: the word's place in ``line``.
    """

    sha256: str
    page: int
    line: str
    start: int
    end: int


class SearchIndex:
    """The index of one account; the file is made at the first use."""

    def __init__(self, path: Path) -> None:
        self._database = RebuildableDatabase(path, SEARCH_MIGRATIONS)

    async def close(self) -> None:
        """Close the file."""
        await self._database.close()

    async def indexed(self) -> set[str]:
        """Hashes of the files whose words are here, also of those that have none."""
        rows = await self._database.run(
            lambda connection: connection.execute("SELECT sha256 FROM documents").fetchall()
        )
        return {row[0] for row in rows}

    async def put(self, sha256: str, pages: Sequence[str]) -> None:
        """Take the words of a file, in place of what was here of it.

        Raises:
            StorageError: not stored.
        """
        cut = [page[:PAGE_CHARACTERS] for page in pages]

        def work(connection: sqlite3.Connection) -> None:
            _forget(connection, sha256)
            document = connection.execute("INSERT INTO documents (sha256) VALUES (?)", (sha256,)).lastrowid
            for number, text in enumerate(cut):
                if not text.strip():
                    continue
                row = connection.execute(
                    "INSERT INTO pages (document, page, text) VALUES (?, ?, ?)", (document, number, text)
                ).lastrowid
                connection.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (row, comparable(text)))

        await self._database.run(work)

    async def drop(self, sha256: str) -> None:
        """Forget a file's words."""
        await self._database.run(lambda connection: _forget(connection, sha256))

    async def find(self, query: str, limit: int = 20) -> list[Found]:
        """Pages that hold a word beginning with each word of the query, the best first (see ``RANKED``).

        Raises:
            StorageError: the disk cannot be read.
        """
        words = words_of(query)
        if not words:
            return []
        match = " ".join(f'"{word}"*' for word in words)

        def work(connection: sqlite3.Connection) -> list[tuple[str, int, str]]:
            several = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
            (count,) = connection.execute(several, (match, RANKED + 1)).fetchone()
            order = "w.rank" if count <= RANKED else "w.rowid DESC"
            return connection.execute(
                "SELECT d.sha256, p.page, p.text FROM words w JOIN pages p ON p.id = w.rowid"
                f" JOIN documents d ON d.id = p.document WHERE words MATCH ? ORDER BY {order} LIMIT ?",
                (match, limit),
            ).fetchall()

        rows = await self._database.run(work)
        return [Found(sha256, page, *snippet(text, words)) for sha256, page, text in rows]


def _forget(connection: sqlite3.Connection, sha256: str) -> None:
    row = connection.execute("SELECT id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        return
    connection.execute("DELETE FROM words WHERE rowid IN (SELECT id FROM pages WHERE document = ?)", row)
    connection.execute("DELETE FROM pages WHERE document = ?", row)
    connection.execute("DELETE FROM documents WHERE id = ?", row)
