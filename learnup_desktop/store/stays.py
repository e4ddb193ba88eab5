"""Stays in live classes: told to the platform through the outbox, and closed after a crash.

While somebody is in a meeting the stay lies in ``data.db``'s ``notes`` with the time it was last seen to go on. Leaving
takes it away and queues the end in one transaction. What lies there when an account is opened was cut off: by a crash,
a power cut, a battery. It ends when it was last seen, for nobody may be counted as there for a lesson they lost.
"""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.clock import epoch_milliseconds, from_epoch_milliseconds
from learnup_desktop.base.ids import uuid7
from learnup_desktop.store.database import Database
from learnup_desktop.store.outbox import Outbox
from learnup_desktop.store.records import PUT_PRESENCE, Operation

_PREFIX = "stay:"


@dataclass(frozen=True, slots=True)
class OpenStay:
    """Somebody is in a lesson's meeting. ``id`` is the report's on the platform, so that a repeat is the same stay."""

    id: str
    lesson_id: str
    joined_at: datetime
    seen_at: datetime


class Stays:
    """Made by ``AccountStore.stays``. Times are the platform's, aware."""

    def __init__(self, database: Database, outbox: Outbox) -> None:
        self._database = database
        self._outbox = outbox
        self._begun_here: set[str] = set()

    async def begin(self, lesson_id: str, at: datetime) -> OpenStay:
        """A stay begins; it is on the disk, and its report in the outbox, when this returns.

        Raises:
            StorageError: not stored.
        """
        stay = OpenStay(uuid7(), lesson_id, at, at)
        self._begun_here.add(stay.id)
        await self._outbox.add(_report(stay, None), also=lambda connection: _write(connection, stay))
        return stay

    async def seen(self, stay: OpenStay, at: datetime) -> None:
        """It goes on at ``at``; one small write, to be made about every half minute.

        Raises:
            StorageError: not stored.
        """
        fresh = OpenStay(stay.id, stay.lesson_id, stay.joined_at, max(at, stay.joined_at))
        await self._database.run(lambda connection: _update(connection, fresh))

    async def end(self, stay: OpenStay, at: datetime) -> None:
        """It is over. A second time changes nothing.

        Raises:
            StorageError: not stored.
        """
        left = max(at, stay.joined_at)
        if await self._database.run(lambda connection: _exists(connection, stay.id)):
            await self._outbox.add(_report(stay, left), also=lambda connection: _delete(connection, stay.id))

    async def close_cut_off(self) -> int:
        """End what an earlier run left open, with when it was last seen; how many those were.

        Raises:
            StorageError: not stored.
        """
        left_open = [stay for stay in await self._database.run(_all) if stay.id not in self._begun_here]
        for stay in left_open:
            await self.end(stay, stay.seen_at)
        return len(left_open)


def _report(stay: OpenStay, left_at: datetime | None) -> Operation:
    body: dict[str, object] = {
        "lessonId": stay.lesson_id,
        "id": stay.id,
        "joinedMs": epoch_milliseconds(stay.joined_at),
        "leftMs": None if left_at is None else epoch_milliseconds(left_at),
    }
    return Operation.new(PUT_PRESENCE, f"presence:{stay.lesson_id}", body, left_at or stay.joined_at)


def _write(connection: sqlite3.Connection, stay: OpenStay) -> None:
    connection.execute("INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)", (_PREFIX + stay.id, _text(stay)))


def _update(connection: sqlite3.Connection, stay: OpenStay) -> None:
    connection.execute("UPDATE notes SET value = ? WHERE name = ?", (_text(stay), _PREFIX + stay.id))


def _exists(connection: sqlite3.Connection, stay_id: str) -> bool:
    return connection.execute("SELECT 1 FROM notes WHERE name = ?", (_PREFIX + stay_id,)).fetchone() is not None


def _delete(connection: sqlite3.Connection, stay_id: str) -> None:
    connection.execute("DELETE FROM notes WHERE name = ?", (_PREFIX + stay_id,))


def _all(connection: sqlite3.Connection) -> list[OpenStay]:
    rows = connection.execute("SELECT name, value FROM notes WHERE name >= 'stay:' AND name < 'stay;'").fetchall()
    return [stay for name, value in rows if (stay := _read(name.removeprefix(_PREFIX), value)) is not None]


def _text(stay: OpenStay) -> str:
    values = {
        "lessonId": stay.lesson_id,
        "joinedMs": epoch_milliseconds(stay.joined_at),
        "seenMs": epoch_milliseconds(stay.seen_at),
    }
    return canonical_json(values).decode()


def _read(stay_id: str, text: str | bytes) -> OpenStay | None:
    try:
        values = json.loads(text)
        joined, seen = (from_epoch_milliseconds(int(values[name])) for name in ("joinedMs", "seenMs"))
        return OpenStay(stay_id, str(values["lessonId"]), joined, seen)
    except (ValueError, KeyError, TypeError):
        return None
