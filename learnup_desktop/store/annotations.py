"""Own annotations on this computer: everything written here and everything the platform has told, merged.

A write goes into the account's durable file twice in one transaction: joined to what is here, and as an operation for
the platform. What other computers wrote comes by the cache and is joined when annotations are next read. So nothing
is lost whichever of the two files is damaged, and a reader with no network has all there is.

Rows lie in ``notes`` (and not in a table of their own, whose place a damaged file of an older version could not tell
anybody): by name, so that those of one document lie together, with the cache's version in front of the sealed state.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from learnup_desktop.base.background import Listeners
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.study import Annotation, AnnotationKind
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.annotations import content, join
from learnup_desktop.store.cache import Cache
from learnup_desktop.store.database import Database
from learnup_desktop.store.outbox import Outbox
from learnup_desktop.store.records import PUT_ANNOTATION, Operation
from learnup_desktop.store.seal import Sealer

ANNOTATION_TARGET = "study:annotations"
"""All in one queue: parts merge in any order, and one request takes many."""
_VERSION_BYTES = 8
_BATCH = 200
_log = get_logger(__name__)


class AnnotationStore:
    """Made by ``AccountStore.annotations``."""

    def __init__(
        self, database: Database, sealer: Sealer, outbox: Outbox, cache: Cache, clock: Clock | None = None
    ) -> None:
        self._database = database
        self._sealer = sealer
        self._outbox = outbox
        self._cache = cache
        self._clock = clock or SystemClock()
        self._cursor: str | None = None
        self._cards: dict[str, tuple[bytes, Annotation | None]] = {}
        self._listeners: Listeners[str] = Listeners()

    def subscribe(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Call ``listener(material_id)`` on the loop after each own write. Returns how to stop."""
        return self._listeners.subscribe(listener)

    async def put(self, part: Annotation) -> Annotation:
        """Join a part to what is here and queue it for the platform; it is on the disk when this returns.

        Returns:
            The annotation as it is now.

        Raises:
            StorageError: not stored.
        """
        operation = Operation.new(
            PUT_ANNOTATION, ANNOTATION_TARGET, {"annotation": part.to_wire()}, self._clock.utc_now()
        )
        merged: list[Annotation] = []
        await self._outbox.add(operation, also=lambda connection: merged.append(self._join(connection, part)))
        self._listeners.tell(part.material_id)
        return merged[0]

    async def of_material(self, material_id: str) -> list[Annotation]:
        """What stands on one document (cards made from it too), the oldest first.

        Raises:
            StorageError: the disk cannot be read.
        """
        await self._catch_up()
        prefixes = [_prefix(is_card, material_id) for is_card in (False, True)]
        return await self._database.run(lambda connection: self._standing(connection, prefixes))

    async def cards(self) -> list[Annotation]:
        """Every card that stands, the oldest first.

        Raises:
            StorageError: the disk cannot be read.
        """
        await self._catch_up()
        return await self._database.run(self._standing_cards)

    async def everything(self) -> list[Annotation]:
        """All that stands, the oldest first.

        Raises:
            StorageError: the disk cannot be read.
        """
        await self._catch_up()
        return await self._database.run(lambda connection: self._standing(connection, ["annotation:", "card:"]))

    # --- inside ----------------------------------------------------------------------------------------------------

    async def _catch_up(self) -> None:
        """Join what the cache has got since the last time."""
        cursor = await self._cache.cursor()
        if cursor is not None and cursor == self._cursor:
            return
        told = await self._cache.versions(Stream.ANNOTATIONS)
        here = await self._database.run(_versions)
        news = [name for name, version in told.items() if here.get(name) != version]
        for start in range(0, len(news), _BATCH):
            found = await self._cache.some(Stream.ANNOTATIONS, news[start : start + _BATCH], Annotation)
            await self._database.run(partial(self._absorb, found=found, told=told))
        self._cursor = cursor

    def _absorb(self, connection: sqlite3.Connection, found: Iterable[Annotation], told: dict[str, int]) -> None:
        for item in found:
            self._join(connection, item, told[item.id])

    def _join(self, connection: sqlite3.Connection, part: Annotation, version: int | None = None) -> Annotation:
        name = _name(part)
        row = connection.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        held = None if row is None else self._open(name, row[0])
        merged = join(part if held is None else held, part)
        known = 0 if held is None else int.from_bytes(row[0][:_VERSION_BYTES], "big")
        connection.execute(
            "INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, self._seal(name, merged, known if version is None else version)),
        )
        return merged

    def _standing(self, connection: sqlite3.Connection, prefixes: Sequence[str]) -> list[Annotation]:
        found: list[Annotation] = []
        for prefix in prefixes:
            rows = connection.execute(
                "SELECT name, value FROM notes WHERE name >= ? AND name < ?", (prefix, _after(prefix))
            ).fetchall()
            opened = (self._open(name, value) for name, value in rows)
            found += [item for item in opened if item is not None and content(item) is not None]
        return _in_order(found)

    def _standing_cards(self, connection: sqlite3.Connection) -> list[Annotation]:
        """As ``_standing``, opening only what was sealed anew since the last time: asked for after every answer."""
        rows = connection.execute(
            "SELECT name, value FROM notes WHERE name >= ? AND name < ?", ("card:", _after("card:"))
        ).fetchall()
        held, self._cards = self._cards, {}
        for name, value in rows:
            known = held.get(name)
            if known is None or known[0] != value:
                opened = self._open(name, value)
                known = (value, opened if opened is not None and content(opened) is not None else None)
            self._cards[name] = known
        return _in_order(item for _, item in self._cards.values())

    def _seal(self, name: str, annotation: Annotation, version: int) -> bytes:
        plain = json.dumps(annotation.to_wire(), ensure_ascii=False, separators=(",", ":")).encode()
        return version.to_bytes(_VERSION_BYTES, "big") + self._sealer.seal(plain, name.encode())

    def _open(self, name: str, value: bytes) -> Annotation | None:
        try:
            return Annotation.model_validate_json(self._sealer.open(value[_VERSION_BYTES:], name.encode()))
        except (IntegrityFault, ValueError) as error:
            # What the platform has of it comes back with the next write or pull of it.
            _log.warning("an annotation cannot be read", reason=type(error).__name__)
            return None


def _in_order(found: Iterable[Annotation | None]) -> list[Annotation]:
    return sorted((item for item in found if item is not None), key=lambda item: (item.created_at, item.id))


def _prefix(is_card: bool, material_id: str) -> str:
    return f"{'card' if is_card else 'annotation'}:{material_id}:"


def _name(annotation: Annotation) -> str:
    return _prefix(annotation.kind is AnnotationKind.CARD, annotation.material_id) + annotation.id


def _after(prefix: str) -> str:
    """The first name behind all that begin with ``prefix``."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def _versions(connection: sqlite3.Connection) -> dict[str, int]:
    """The cache's version that each row holds, by annotation."""
    found = {}
    for prefix in ("annotation:", "card:"):
        rows = connection.execute(
            f"SELECT name, substr(value, 1, {_VERSION_BYTES}) FROM notes WHERE name >= ? AND name < ?",
            (prefix, _after(prefix)),
        )
        for name, version in rows:
            found[name.rpartition(":")[2]] = int.from_bytes(version, "big")
    return found
