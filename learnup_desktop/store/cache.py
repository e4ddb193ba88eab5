"""What the platform can give again: entities by stream, readable with no network, rebuilt without a word when damaged.

Rows hold the wire JSON and are validated only when read. A row that does not validate (damaged, or written by another
version) is dropped and the cursor with it, so that the next pull brings everything again.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from learnup_desktop.base.clock import Clock, SystemClock, epoch_milliseconds
from learnup_desktop.base.log import get_logger
from learnup_desktop.store import cache_rows
from learnup_desktop.store.rebuildable import RebuildableDatabase
from learnup_desktop.store.schema import CACHE_MIGRATIONS

if TYPE_CHECKING:
    from learnup_desktop.contract.classes import Lesson, Material
    from learnup_desktop.contract.sync import Change, Stream
    from learnup_desktop.contract.wire import WireModel

Model = TypeVar("Model", bound="WireModel")
Result = TypeVar("Result")
_log = get_logger(__name__)
_CURSOR, _AS_OF = "cursor", "as_of"
Where = Callable[[sqlite3.Connection], tuple[str, tuple[object, ...]]]
"""Gives the rest of a query's condition, with its order, and the values in it."""


_SLICE = 100
"""Rows validated in one go: about 3 ms. Ten thousand would keep the database from everybody for half a second."""
_Rows = list[tuple[str, str]]


@dataclass(slots=True)
class _Validated(Generic[Model]):
    """What rows are, and those that are nothing (with their data: they may have been replaced meanwhile)."""

    models: list[Model]
    faulty: _Rows


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
        return await self._run(lambda connection: _state(connection, cache_rows.STAGED))

    async def stage(self, changes: "Iterable[Change]", cursor: str, *, first: bool) -> None:
        """Put a page of a snapshot aside, unseen, together with the cursor behind it.

        Args:
            first: the snapshot begins with this page; what an earlier one left is dropped.
        """
        listed = list(changes)

        def work(connection: sqlite3.Connection) -> None:
            cache_rows.stage(connection, listed, first=first)
            _set_state(connection, cache_rows.STAGED, cursor)

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

            cache_rows.stage(connection, listed, first=first)
            different = cache_rows.swap(connection)
            _set_state(connection, _CURSOR, cursor)
            _set_state(connection, _AS_OF, self._clock.utc_now().isoformat())
            return frozenset(stream for stream in Stream if stream.value in different)

        return await self._run(work)

    async def drop_snapshot(self) -> None:
        """Forget what an interrupted snapshot left: the platform no longer goes on with it."""
        await self._run(cache_rows.drop_staged)

    async def get(self, stream: "Stream", identifier: str, model: type[Model]) -> Model | None:
        """One entity, None when it is not here."""
        found = await self._read(stream, model, _fixed("AND id = ?", identifier))
        return found[0] if found else None

    async def all(self, stream: "Stream", model: type[Model]) -> list[Model]:
        """Every entity of a stream, by id."""
        return await self._read(stream, model, _fixed("ORDER BY id"))

    async def some(self, stream: "Stream", identifiers: Sequence[str], model: type[Model]) -> list[Model]:
        """Those of the named entities (a few hundred at most) that are here."""
        marks = ", ".join("?" * len(identifiers))
        return await self._read(stream, model, _fixed(f"AND id IN ({marks})", *identifiers))

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

        first, last = epoch_milliseconds(start), epoch_milliseconds(end)
        stream = Stream.LESSONS.value

        def where(connection: sqlite3.Connection) -> tuple[str, tuple[object, ...]]:
            # What overlaps began no longer before the span than the longest lesson lasts: without that bound an index
            # would be walked from its beginning. The plus signs keep SQLite from walking the index of ends instead,
            # and a union, unlike OR, has each half use its own index.
            ids = (
                "SELECT id FROM entities"
                " WHERE stream = ? AND {0}starts_ms < ? AND {0}starts_ms >= ? AND +{0}ends_ms > ?"
            )
            halves = [False, True] if include_moved_away else [False]
            values: list[object] = []
            for before in halves:
                values += [stream, last, first - cache_rows.longest(connection, stream, before=before), first]
            union = " UNION ".join(ids.format("before_" if before else "") for before in halves)
            return f"AND id IN ({union}) ORDER BY starts_ms, ends_ms, id", tuple(values)

        return await self._read(Stream.LESSONS, Lesson, where)

    async def ending_from(
        self, stream: "Stream", model: type[Model], start: datetime, end: datetime | None = None, limit: int = -1
    ) -> list[Model]:
        """Entities that end, close or are due in ``[start, end)`` (aware times), the soonest first."""
        until = 2**62 if end is None else epoch_milliseconds(end)
        return await self._read(
            stream,
            model,
            _fixed(
                "AND ends_ms >= ? AND ends_ms < ? ORDER BY ends_ms, id LIMIT ?", epoch_milliseconds(start), until, limit
            ),
        )

    async def beginning_from(self, stream: "Stream", model: type[Model], start: datetime) -> list[Model]:
        """Entities that begin, open or are published at ``start`` (an aware time) or later, by that time."""
        first = epoch_milliseconds(start)
        return await self._read(stream, model, _fixed("AND starts_ms >= ? ORDER BY starts_ms, id", first))

    async def newest(self, stream: "Stream", model: type[Model], limit: int) -> list[Model]:
        """What began, opened or was published last, the newest first."""
        return await self._read(stream, model, _fixed("ORDER BY starts_ms DESC, id DESC LIMIT ?", limit))

    async def materials_titled(self, words: Sequence[str], limit: int = 30) -> "list[Material]":
        """Materials whose title, in any language, has all the words (as ``domain.search_text`` compares them).

        Titles that begin with the first word come first, then shorter ones.
        """
        from learnup_desktop.contract.classes import Material
        from learnup_desktop.contract.sync import Stream

        if not words:
            return []
        condition = " ".join("AND instr(title, ?)" for _ in words)
        order = "ORDER BY instr(title, ?) > 1, length(title), id LIMIT ?"
        inner = f"SELECT id FROM entities WHERE stream = ? AND title IS NOT NULL {condition} {order}"
        where = _fixed(f"AND id IN ({inner})", Stream.MATERIALS.value, *words, words[0], limit)
        return await self._read(Stream.MATERIALS, Material, where)

    async def sealed_materials(self) -> "list[Material]":
        """Publications that were bought; found by SQLite among all materials, of which few are."""
        from learnup_desktop.contract.classes import Material
        from learnup_desktop.contract.sync import Stream

        return await self._read(
            Stream.MATERIALS, Material, _fixed("AND json_valid(data) AND json_extract(data, '$.sealed') ORDER BY id")
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

    async def _read(self, stream: "Stream", model: type[Model], where: Where) -> list[Model]:
        """Rows as models; a long list is validated between other readings, so that nobody waits for all of it."""

        def rows(connection: sqlite3.Connection) -> tuple[_Rows, _Validated[Model] | None]:
            condition, values = where(connection)
            found = connection.execute(
                f"SELECT id, data FROM entities WHERE stream = ? {condition}", (stream.value, *values)
            ).fetchall()
            return found, _validated(found, model) if len(found) <= _SLICE else None

        found, validated = await self._run(rows)
        if validated is None:
            validated = _Validated([], [])
            for start in range(0, len(found), _SLICE):
                part = await asyncio.to_thread(_validated, found[start : start + _SLICE], model)
                validated.models += part.models
                validated.faulty += part.faulty
        if validated.faulty:
            await self._run(partial(_drop, stream, validated.faulty))
            _log.warning(
                "cached rows did not validate and were dropped", stream=stream.value, rows=len(validated.faulty)
            )
        return validated.models

    def _store(
        self, connection: sqlite3.Connection, changes: "list[Change]", cursor: str | None
    ) -> "frozenset[Stream]":
        touched = set()
        for change in changes:
            if cache_rows.put(connection, change):
                touched.add(change.stream)
        if cursor is not None:
            _set_state(connection, _CURSOR, cursor)
        _set_state(connection, _AS_OF, self._clock.utc_now().isoformat())
        return frozenset(touched)


def _validated(rows: _Rows, model: type[Model]) -> _Validated[Model]:
    from pydantic import ValidationError

    found = _Validated[Model]([], [])
    for identifier, data in rows:
        try:
            found.models.append(model.model_validate_json(data))
        except (ValidationError, TypeError):
            found.faulty.append((identifier, data))
    return found


def _drop(stream: "Stream", faulty: _Rows, connection: sqlite3.Connection) -> None:
    connection.executemany(
        "DELETE FROM entities WHERE stream = ? AND id = ? AND data IS ?",
        [(stream.value, identifier, data) for identifier, data in faulty],
    )
    _forget_cursor(connection)


def _fixed(condition: str, *values: object) -> Where:
    return lambda _: (condition, values)


def _state(connection: sqlite3.Connection, name: str) -> str | None:
    found = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return None if found is None else str(found[0])


def _set_state(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", (name, value))


def _forget_cursor(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM state WHERE name = ?", (_CURSOR,))
