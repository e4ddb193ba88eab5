"""How an entity lies in ``cache.db``: its wire JSON, the times by which pages ask for it, and the words of its title.

Times and titles are taken out when a row is written, so that no page has to read a whole stream to find a few of it.
"""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from learnup_desktop.base.clock import epoch_milliseconds
from learnup_desktop.domain.search_text import comparable

if TYPE_CHECKING:
    from learnup_desktop.contract.sync import Change

STAGED = "staged"
"""The state that holds the cursor of a snapshot under way."""

_COLUMNS = "stream, id, version, data, starts_ms, ends_ms, before_starts_ms, before_ends_ms, title"
_PLACES = "?, ?, ?, ?, ?, ?, ?, ?, ?"
_BEGINS = ("startsAt", "opensAt", "publishedAt", "issuedAt")
_ENDS = ("endsAt", "closesAt", "dueAt")
"""Where a wire model says when it begins and by when it is over or due; each has one of them at most."""

_TITLED = "materials"
"""The stream that is found by title. Others have so few entities that looking through them costs nothing."""


def put(connection: sqlite3.Connection, change: "Change") -> bool:
    """Store or delete one entity; whether anything is different now. An older version is passed over."""
    key = (change.stream.value, change.id)
    if change.deleted or change.data is None:
        return connection.execute("DELETE FROM entities WHERE stream = ? AND id = ?", key).rowcount > 0
    data = _wire_json(change)
    held = connection.execute("SELECT version, data FROM entities WHERE stream = ? AND id = ?", key).fetchone()
    if held is not None and (held[0] > change.version or held[1] == data):
        return False
    connection.execute(f"INSERT OR REPLACE INTO entities ({_COLUMNS}) VALUES ({_PLACES})", _row(change, data))
    return True


def stage(connection: sqlite3.Connection, changes: "list[Change]", *, first: bool) -> None:
    """Put a page of a snapshot aside; with ``first`` what an earlier one left is dropped."""
    if first:
        drop_staged(connection)
    connection.executemany(
        f"INSERT OR REPLACE INTO staged ({_COLUMNS}) VALUES ({_PLACES})",
        (_row(change, _wire_json(change)) for change in changes if not change.deleted and change.data is not None),
    )


def drop_staged(connection: sqlite3.Connection) -> None:
    """Forget what is put aside."""
    connection.execute("DELETE FROM staged")
    connection.execute("DELETE FROM state WHERE name = ?", (STAGED,))


def swap(connection: sqlite3.Connection) -> set[str]:
    """Show what is staged in place of everything; the streams in which something is different."""
    different = {
        str(stream)
        for one, other in (("entities", "staged"), ("staged", "entities"))
        for (stream,) in connection.execute(
            f"SELECT DISTINCT a.stream FROM {one} AS a LEFT JOIN {other} AS b ON b.stream = a.stream AND b.id = a.id"
            " WHERE b.id IS NULL OR b.data != a.data"
        )
    }
    connection.execute("DELETE FROM entities")
    connection.execute(f"INSERT INTO entities ({_COLUMNS}) SELECT {_COLUMNS} FROM staged")
    drop_staged(connection)
    return different


def longest(connection: sqlite3.Connection, stream: str, *, before: bool = False) -> int:
    """How long the longest entry of a stream lasts, in ms; ``before``: as it was first planned."""
    begins, ends = ("before_starts_ms", "before_ends_ms") if before else ("starts_ms", "ends_ms")
    also = " AND before_starts_ms IS NOT NULL" if before else ""
    found = connection.execute(
        f"SELECT {ends} - {begins} FROM entities WHERE stream = ?{also} ORDER BY {ends} - {begins} DESC LIMIT 1",
        (stream,),
    ).fetchone()
    return 0 if found is None or found[0] is None else int(found[0])


def find_times_and_titles(connection: sqlite3.Connection) -> None:
    """The third version of the file: times of every stream, and titles. What is cached stays readable."""
    for statement in (
        "ALTER TABLE entities ADD COLUMN title TEXT",
        "ALTER TABLE staged ADD COLUMN title TEXT",
        "CREATE INDEX entities_by_title ON entities (stream, title) WHERE title IS NOT NULL",
        "CREATE INDEX entities_by_end ON entities (stream, ends_ms)",
        # The longest entry of a stream bounds how far back one that is still going on can have begun.
        "CREATE INDEX entities_by_length ON entities (stream, ends_ms - starts_ms)",
        "CREATE INDEX entities_by_length_before ON entities (stream, before_ends_ms - before_starts_ms)"
        " WHERE before_starts_ms IS NOT NULL",
    ):
        connection.execute(statement)
    for table in ("entities", "staged"):
        for stream, identifier, data in connection.execute(f"SELECT stream, id, data FROM {table}").fetchall():
            try:
                document = json.loads(data)
            except ValueError:
                continue  # it is dropped when it is read
            if isinstance(document, dict):
                connection.execute(
                    f"UPDATE {table} SET starts_ms = ?, ends_ms = ?, before_starts_ms = ?, before_ends_ms = ?,"
                    " title = ? WHERE stream = ? AND id = ?",
                    (*_found_by(stream, document), stream, identifier),
                )


def _row(change: "Change", data: str) -> tuple[object, ...]:
    return (change.stream.value, change.id, change.version, data, *_found_by(change.stream.value, change.data or {}))


def _wire_json(change: "Change") -> str:
    return json.dumps(change.data, ensure_ascii=False, separators=(",", ":"))


def _found_by(stream: str, data: Mapping[str, object]) -> tuple[object, ...]:
    return (
        _first(data, _BEGINS),
        _first(data, _ENDS),
        _milliseconds(data.get("previousStartsAt")),
        _milliseconds(data.get("previousEndsAt")),
        _title(data) if stream == _TITLED else None,
    )


def _first(data: Mapping[str, object], names: tuple[str, ...]) -> int | None:
    return next((found for name in names if (found := _milliseconds(data.get(name))) is not None), None)


def _milliseconds(value: object) -> int | None:
    """Epoch milliseconds of a wire time; None when it is none (the row is judged when it is read)."""
    if not isinstance(value, str):
        return None
    try:
        return epoch_milliseconds(datetime.fromisoformat(value))
    except (ValueError, OverflowError):
        return None


def _title(data: Mapping[str, object]) -> str:
    """The title in all its languages, comparable, a line each."""
    title = data.get("title")
    words = [word for word in title.values() if isinstance(word, str)] if isinstance(title, dict) else []
    return comparable("\n".join(words))
