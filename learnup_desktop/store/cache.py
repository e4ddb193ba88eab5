"""What the platform can give again: entities by stream, readable with no network, rebuilt without a word when damaged.

Rows hold the wire JSON and are validated only when read. A row that does not validate (damaged, or written by another
version) is dropped and the cursor with it, so that the next pull brings everything again.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from learnup_desktop.base.clock import Clock, SystemClock, epoch_milliseconds
from learnup_desktop.base.log import get_logger
from learnup_desktop.store.rebuildable import RebuildableDatabase
from learnup_desktop.store.schema import CACHE_MIGRATIONS

if TYPE_CHECKING:
    from learnup_desktop.contract.classes import Lesson
    from learnup_desktop.contract.sync import Change, Stream
    from learnup_desktop.contract.wire import WireModel

Model = TypeVar("Model", bound="WireModel")
Result = TypeVar("Result")
_log = get_logger(__name__)
_CURSOR, _AS_OF, _STAGED = "cursor", "as_of", "staged"
_COLUMNS = "stream, id, version, data, starts_ms, ends_ms, before_starts_ms, before_ends_ms"


@dataclass(slots=True)
class _Dropped:
    """How many rows a reading had to drop."""

    count: int = 0


class Cache:
    """The cached entities of one account, in a file of their own."""

    def __init__(self, path: Path, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._database = RebuildableDatabase(path, CACHE_MIGRATIONS)

    @property
    def rebuilt(self) -> bool:
        """Whether the file had to be made anew since it was opened."""
        return self._database.rebuilt

    async def open(self) -> None:
        """Open the file; a damaged or newer one is replaced by an empty one.

        Raises:
            StorageError: the disk refused.
        """
        await self._run(lambda connection: None)

    async def close(self) -> None:
        """Close the file."""
        await self._database.close()

    async def apply(self, changes: "Iterable[Change]", cursor: str | None) -> "frozenset[Stream]":
        """Take a page of changes together with the cursor behind it; older versions of an entity are ignored.

        Returns:
            The streams in which something is different now.
        """
        listed = list(changes)
        return await self._run(lambda connection: self._store(connection, listed, cursor))

    async def replace(self, changes: "Iterable[Change]", cursor: str) -> "frozenset[Stream]":
        """Take a whole snapshot: in one transaction everything else goes.

        Returns:
            The streams in which something is different now.
        """
        return await self.finish_snapshot(changes, cursor, first=True)

    async def snapshot_cursor(self) -> str | None:
        """Where a snapshot that was interrupted goes on; None: none was begun."""
        return await self._run(lambda connection: _state(connection, _STAGED))

    async def stage(self, changes: "Iterable[Change]", cursor: str, *, first: bool) -> None:
        """Put a page of a snapshot aside, unseen, together with the cursor behind it.

        Args:
            first: the snapshot begins with this page; what an earlier one left is dropped.
        """
        listed = list(changes)

        def work(connection: sqlite3.Connection) -> None:
            _stage(connection, listed, first=first)
            _set_state(connection, _STAGED, cursor)

        await self._run(work)

    async def finish_snapshot(
        self, changes: "Iterable[Change]", cursor: str, *, first: bool = False
    ) -> "frozenset[Stream]":
        """Take the last page of a snapshot and show the whole of it in place of everything, in one transaction.

        Returns:
            The streams in which something is different now.
        """
        listed = list(changes)

        def work(connection: sqlite3.Connection) -> "frozenset[Stream]":
            from learnup_desktop.contract.sync import Stream

            _stage(connection, listed, first=first)
            different = _swap(connection)
            _set_state(connection, _CURSOR, cursor)
            _set_state(connection, _AS_OF, self._clock.utc_now().isoformat())
            return frozenset(stream for stream in Stream if stream.value in different)

        return await self._run(work)

    async def drop_snapshot(self) -> None:
        """Forget what an interrupted snapshot left: the platform no longer goes on with it."""
        await self._run(_drop_staged)

    async def get(self, stream: "Stream", identifier: str, model: type[Model]) -> Model | None:
        """One entity, None when it is not here."""
        found = await self._read(stream, model, "AND id = ?", (identifier,))
        return found[0] if found else None

    async def all(self, stream: "Stream", model: type[Model]) -> list[Model]:
        """Every entity of a stream, by id."""
        return await self._read(stream, model, "ORDER BY id", ())

    async def some(self, stream: "Stream", identifiers: Sequence[str], model: type[Model]) -> list[Model]:
        """Those of the named entities (a few hundred at most) that are here."""
        marks = ", ".join("?" * len(identifiers))
        return await self._read(stream, model, f"AND id IN ({marks})", tuple(identifiers))

    async def versions(self, stream: "Stream") -> dict[str, int]:
        """The version of each entity of a stream, without reading them."""
        return await self._run(
            lambda connection: dict(
                connection.execute("SELECT id, version FROM entities WHERE stream = ?", (stream.value,)).fetchall()
            )
        )

    async def lessons_between(
        self, start: datetime, end: datetime, *, include_moved_away: bool = False
    ) -> "list[Lesson]":
        """Lessons that overlap ``[start, end)`` (aware times), by beginning.

        Args:
            include_moved_away: also those that were planned in that span and have been moved out of it, to show them
                struck through.
        """
        from learnup_desktop.contract.classes import Lesson
        from learnup_desktop.contract.sync import Stream

        span = (epoch_milliseconds(end), epoch_milliseconds(start))
        where = "AND ((starts_ms < ? AND ends_ms > ?)"
        if include_moved_away:
            where += " OR (before_starts_ms < ? AND before_ends_ms > ?)"
        return await self._read(
            Stream.LESSONS, Lesson, f"{where}) ORDER BY starts_ms, ends_ms, id", span * (2 if include_moved_away else 1)
        )

    async def cursor(self) -> str | None:
        """Where the next pull goes on; None: from the beginning."""
        return await self._run(lambda connection: _state(connection, _CURSOR))

    async def forget_cursor(self) -> None:
        """Make the next pull bring everything again."""
        await self._run(_forget_cursor)

    async def as_of(self) -> datetime | None:
        """When the platform was last heard (this PC's clock), for "as of 14:05"; None: never."""
        text = await self._run(lambda connection: _state(connection, _AS_OF))
        return None if text is None else datetime.fromisoformat(text)

    async def count(self, stream: "Stream") -> int:
        """How many entities of a stream are here."""
        return await self._run(
            lambda connection: int(
                connection.execute("SELECT count(*) FROM entities WHERE stream = ?", (stream.value,)).fetchone()[0]
            )
        )

    # --- inside ----------------------------------------------------------------------------------------------------

    async def _run(self, function: Callable[[sqlite3.Connection], Result]) -> Result:
        return await self._database.run(function)

    async def _read(self, stream: "Stream", model: type[Model], where: str, values: tuple[object, ...]) -> list[Model]:
        dropped = _Dropped()

        def work(connection: sqlite3.Connection) -> list[Model]:
            from pydantic import ValidationError

            found = []
            rows = connection.execute(
                f"SELECT id, data FROM entities WHERE stream = ? {where}", (stream.value, *values)
            ).fetchall()
            for identifier, data in rows:
                try:
                    found.append(model.model_validate_json(data))
                except (ValidationError, TypeError):
                    connection.execute("DELETE FROM entities WHERE stream = ? AND id = ?", (stream.value, identifier))
                    dropped.count += 1
            if dropped.count:
                _forget_cursor(connection)
            return found

        result = await self._run(work)
        if dropped.count:
            _log.warning("cached rows did not validate and were dropped", stream=stream.value, rows=dropped.count)
        return result

    def _store(
        self, connection: sqlite3.Connection, changes: "list[Change]", cursor: str | None
    ) -> "frozenset[Stream]":
        touched = set()
        for change in changes:
            if _put(connection, change):
                touched.add(change.stream)
        if cursor is not None:
            _set_state(connection, _CURSOR, cursor)
        _set_state(connection, _AS_OF, self._clock.utc_now().isoformat())
        return frozenset(touched)


def _put(connection: sqlite3.Connection, change: "Change") -> bool:
    """Store or delete one entity; whether anything is different now."""
    key = (change.stream.value, change.id)
    if change.deleted or change.data is None:
        return connection.execute("DELETE FROM entities WHERE stream = ? AND id = ?", key).rowcount > 0
    data = _wire_json(change)
    held = connection.execute("SELECT version, data FROM entities WHERE stream = ? AND id = ?", key).fetchone()
    if held is not None and (held[0] > change.version or held[1] == data):
        return False
    connection.execute(
        f"INSERT OR REPLACE INTO entities ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _row(change, data)
    )
    return True


def _row(change: "Change", data: str) -> tuple[object, ...]:
    wire = change.data or {}
    times = [_milliseconds(wire.get(name)) for name in ("startsAt", "endsAt", "previousStartsAt", "previousEndsAt")]
    return (change.stream.value, change.id, change.version, data, *times)


def _wire_json(change: "Change") -> str:
    return json.dumps(change.data, ensure_ascii=False, separators=(",", ":"))


def _stage(connection: sqlite3.Connection, changes: "list[Change]", *, first: bool) -> None:
    if first:
        _drop_staged(connection)
    connection.executemany(
        f"INSERT OR REPLACE INTO staged ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(change, _wire_json(change)) for change in changes if not change.deleted and change.data is not None),
    )


def _drop_staged(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM staged")
    connection.execute("DELETE FROM state WHERE name = ?", (_STAGED,))


def _swap(connection: sqlite3.Connection) -> set[str]:
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
    _drop_staged(connection)
    return different


def _milliseconds(value: object) -> int | None:
    """Epoch milliseconds of a wire time; None when it is none (the row is judged when it is read)."""
    if not isinstance(value, str):
        return None
    try:
        return epoch_milliseconds(datetime.fromisoformat(value))
    except (ValueError, OverflowError):
        return None


def _state(connection: sqlite3.Connection, name: str) -> str | None:
    found = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return None if found is None else str(found[0])


def _set_state(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", (name, value))


def _forget_cursor(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM state WHERE name = ?", (_CURSOR,))
