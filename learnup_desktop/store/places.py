"""Where somebody stopped reading each material, in the account's durable file."""

import json
import sqlite3

from learnup_desktop.store.database import Database

_PREFIX = "reading:"


class ReadingPlaces:
    """Small dictionaries of numbers, by material."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def place(self, material_id: str) -> dict[str, float]:
        """The place; empty when it was never opened, or what is stored cannot be understood."""
        found = await self._database.run(
            lambda connection: connection.execute(
                "SELECT value FROM notes WHERE name = ?", (_PREFIX + material_id,)
            ).fetchone()
        )
        if found is None:
            return {}
        try:
            stored = json.loads(found[0])
        except ValueError:
            return {}
        if not isinstance(stored, dict):
            return {}
        return {name: float(value) for name, value in stored.items() if isinstance(value, int | float)}

    async def keep(self, material_id: str, place: dict[str, float]) -> None:
        """Remember a place.

        Raises:
            StorageError: not stored.
        """
        text = json.dumps(place, separators=(",", ":"), allow_nan=False)

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (_PREFIX + material_id, text),
            )

        await self._database.run(work)
