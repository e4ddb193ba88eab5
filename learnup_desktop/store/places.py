"""Where somebody stopped reading each material: kept at once in the account's durable file, sent when they leave.

What the viewers call a place is a small dictionary of numbers; on the wire it is in thousandths.
"""

import json
import sqlite3
from datetime import UTC, datetime

from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.contract.study import ReadingPlace
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.annotations import join_places
from learnup_desktop.store.cache import Cache
from learnup_desktop.store.database import Database
from learnup_desktop.store.outbox import Outbox
from learnup_desktop.store.records import PUT_PLACE, Operation

_PREFIX = "place:"
_FORMER_PREFIX = "reading:"
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


class ReadingPlaces:
    """Made by ``AccountStore.places``."""

    def __init__(self, database: Database, outbox: Outbox, cache: Cache, clock: Clock | None = None) -> None:
        self._database = database
        self._outbox = outbox
        self._cache = cache
        self._clock = clock or SystemClock()

    async def place(self, material_id: str) -> dict[str, float]:
        """The latest place on any of one's computers; empty when it was never opened."""
        found = await self.reading(material_id)
        return {} if found is None else {name: value / 1000 for name, value in found.place.items()}

    async def reading(self, material_id: str) -> ReadingPlace | None:
        """Place and furthest point; None when it was never opened.

        Raises:
            StorageError: the disk cannot be read.
        """
        told = await self._cache.get(Stream.PLACES, material_id, ReadingPlace)
        held = await self._database.run(lambda connection: _held(connection, material_id))
        return told if held is None else held if told is None else join_places(held, told)

    async def all(self) -> dict[str, ReadingPlace]:
        """Every place, by material.

        Raises:
            StorageError: the disk cannot be read.
        """
        places = {place.material_id: place for place in await self._cache.all(Stream.PLACES, ReadingPlace)}
        for held in await self._database.run(_all_held):
            told = places.get(held.material_id)
            places[held.material_id] = held if told is None else join_places(held, told)
        return places

    async def keep(self, material_id: str, place: dict[str, float], furthest: float = 0.0) -> None:
        """Remember a place on this computer; ``furthest`` is how far down the document it is, 0 to 1.

        Raises:
            StorageError: not stored.
        """
        fresh = ReadingPlace(
            material_id=material_id,
            at=self._clock.utc_now(),
            place={name: round(value * 1000) for name, value in place.items()},
            furthest=round(1000 * min(max(furthest, 0.0), 1.0)),
        )

        def work(connection: sqlite3.Connection) -> None:
            held = _held(connection, material_id)
            merged = fresh if held is None else join_places(held, fresh)
            connection.execute(
                "INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (_PREFIX + material_id, merged.model_dump_json(by_alias=True)),
            )

        await self._database.run(work)

    async def send(self, material_id: str) -> None:
        """Queue the place for the platform in the stead of an earlier one, unless the platform has it.

        Raises:
            StorageError: not stored.
        """
        place = await self.reading(material_id)
        if place is None or place == await self._cache.get(Stream.PLACES, material_id, ReadingPlace):
            return
        target = f"place:{material_id}"
        operation = Operation.new(PUT_PLACE, target, {"place": place.to_wire()}, self._clock.utc_now())
        await self._outbox.add(operation, also=lambda connection: _supersede(connection, target))


def _supersede(connection: sqlite3.Connection, target: str) -> None:
    """A later place holds all that an earlier one did; the ledger shows one line a document."""
    connection.execute("DELETE FROM operations WHERE target = ? AND state IN ('waiting', 'done')", (target,))


def _held(connection: sqlite3.Connection, material_id: str) -> ReadingPlace | None:
    for prefix, read in ((_PREFIX, _read), (_FORMER_PREFIX, _read_former)):
        row = connection.execute("SELECT value FROM notes WHERE name = ?", (prefix + material_id,)).fetchone()
        if row is not None:
            return read(material_id, row[0])
    return None


def _all_held(connection: sqlite3.Connection) -> list[ReadingPlace]:
    rows = connection.execute("SELECT name, value FROM notes WHERE name >= 'place:' AND name < 'place;'").fetchall()
    found = (_read(name.removeprefix(_PREFIX), value) for name, value in rows)
    return [place for place in found if place is not None]


def _read(material_id: str, value: str | bytes) -> ReadingPlace | None:
    try:
        return ReadingPlace.model_validate_json(value)
    except ValueError:
        return None


def _read_former(material_id: str, value: str | bytes) -> ReadingPlace | None:
    """As the first versions wrote it: the viewer's numbers themselves."""
    try:
        stored = json.loads(value)
    except ValueError:
        return None
    if not isinstance(stored, dict):
        return None
    place = {name: round(number * 1000) for name, number in stored.items() if isinstance(number, int | float)}
    return ReadingPlace(material_id=material_id, at=_LONG_AGO, place=place)
