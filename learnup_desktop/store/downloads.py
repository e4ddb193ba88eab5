"""What is to be downloaded, what is here, for which materials, and in which packages it was asked for.

A file of its own, that the first use opens. Damaged, it is made anew: wishes can be made again, and blobs that are here
are found by their hash. Tables: ``download_queue`` (wishes), ``download_files`` (whole files, one a hash,
however many materials share it), ``download_links`` (material to file) and ``download_packages`` (what was asked for
together). How much of a file has arrived is not kept here: the length of its unfinished blob says so.
"""

import asyncio
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from learnup_desktop.base.clock import Clock, epoch_milliseconds, from_epoch_milliseconds
from learnup_desktop.domain.downloads import HeldFile, Priority
from learnup_desktop.store.rebuildable import RebuildableDatabase
from learnup_desktop.store.schema import DOWNLOADS_MIGRATIONS

KEEP_USAGE = timedelta(days=62)


class WishState(StrEnum):
    """What may happen to a wish next."""

    WAITING = "waiting"
    PAUSED = "paused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Wish:
    """A file to be fetched.

    Attributes:
        material_id: whose content route gives the bytes.
        etag: the server's tag of the part that is here, for ``If-Range``.
        error: why it failed: code of the error tree or a reason of ``sync.downloads``.
    """

    material_id: str
    sha256: str
    size: int
    priority: Priority
    state: WishState
    added_at: datetime
    etag: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A material and its file.

    Attributes:
        sha256: the file that is read, here or still to come.
        next_sha256: a newer version that is to come while the one here is still read.
    """

    material_id: str
    sha256: str
    next_sha256: str | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks for: one material's file."""

    material_id: str
    sha256: str
    size: int
    due_at: datetime | None = None


class DownloadStore:
    """The tables of one account.

    Args:
        path: the file; made at the first use.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self._database = RebuildableDatabase(path, DOWNLOADS_MIGRATIONS)
        self._clock = clock

    async def exists(self) -> bool:
        """Whether there is a file at all."""
        return await asyncio.to_thread(self._database.path.exists)

    async def close(self) -> None:
        """Close the file."""
        await self._database.close()

    async def wish(self, requests: Sequence[Request], priority: Priority, package: str | None) -> int:
        """Ask for files; returns how many are new wishes.

        What is here is only linked. A wish that waits, was paused or failed waits again, at the more urgent of both
        priorities. One file is fetched once, however many materials want it.
        """
        now = self._now()

        def work(connection: sqlite3.Connection) -> int:
            added = 0
            for request in requests:
                if package is not None:
                    connection.execute(
                        "INSERT OR IGNORE INTO download_packages (package, material_id) VALUES (?, ?)",
                        (package, request.material_id),
                    )
                _link(connection, request)
                if _is_held(connection, request.sha256):
                    continue
                known = connection.execute(
                    "UPDATE download_queue SET priority = min(priority, ?), state = 'waiting', error = NULL"
                    " WHERE sha256 = ?",
                    (int(priority), request.sha256),
                ).rowcount
                if not known:
                    connection.execute(
                        "INSERT INTO download_queue (sha256, material_id, bytes, priority, state, added_ms)"
                        " VALUES (?, ?, ?, ?, 'waiting', ?)",
                        (request.sha256, request.material_id, request.size, int(priority), now),
                    )
                    added += 1
            return added

        return await self._database.run(work)

    async def queue(self) -> list[Wish]:
        """Every wish in the order in which they go."""
        rows = await self._database.run(
            lambda connection: connection.execute(
                "SELECT material_id, sha256, bytes, priority, state, added_ms, etag, error FROM download_queue"
                " ORDER BY priority, id"
            ).fetchall()
        )
        return [
            Wish(row[0], row[1], row[2], Priority(row[3]), WishState(row[4]), _moment(row[5]), row[6], row[7])
            for row in rows
        ]

    async def set_state(self, sha256: str, state: WishState, error: str | None = None) -> None:
        """Let a wish wait, rest or fail."""
        await self._execute(
            "UPDATE download_queue SET state = ?, error = ? WHERE sha256 = ?", (state.value, error, sha256)
        )

    async def set_priority(self, sha256: str, priority: Priority) -> None:
        """Let a wish go sooner or later."""
        await self._execute("UPDATE download_queue SET priority = ? WHERE sha256 = ?", (int(priority), sha256))

    async def set_etag(self, sha256: str, etag: str | None) -> None:
        """Remember the tag of the part that is here."""
        await self._execute("UPDATE download_queue SET etag = ? WHERE sha256 = ?", (etag, sha256))

    async def arrived(self, sha256: str, size: int) -> None:
        """The blob is whole: it is held from now on, and the wish is over.

        It takes the place of older versions, and is pinned if one of them was.
        """
        now = self._now()

        def work(connection: sqlite3.Connection) -> None:
            (pinned,) = connection.execute(
                "SELECT coalesce(max(f.pinned), 0) FROM download_links l JOIN download_files f ON f.sha256 = l.sha256"
                " WHERE l.next_sha256 = ?",
                (sha256,),
            ).fetchone()
            connection.execute(
                "INSERT OR IGNORE INTO download_files (sha256, bytes, stored_ms, opened_ms, pinned)"
                " VALUES (?, ?, ?, ?, ?)",
                (sha256, size, now, now, pinned),
            )
            connection.execute(
                "UPDATE download_links SET sha256 = next_sha256, next_sha256 = NULL WHERE next_sha256 = ?", (sha256,)
            )
            connection.execute("DELETE FROM download_queue WHERE sha256 = ?", (sha256,))

        await self._database.run(work)

    async def cancel(self, sha256: str) -> None:
        """Withdraw a wish, and the links that only it would have served."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM download_queue WHERE sha256 = ?", (sha256,))
            if not _is_held(connection, sha256):
                _unlink(connection, sha256)

        await self._database.run(work)

    async def files(self) -> list[HeldFile]:
        """Every file that is here, with the latest date on which one of its materials is due."""
        rows = await self._database.run(
            lambda connection: connection.execute(
                "SELECT f.sha256, f.bytes, f.opened_ms, f.pinned, max(l.due_ms) FROM download_files f"
                " LEFT JOIN download_links l ON l.sha256 = f.sha256 GROUP BY f.id ORDER BY f.id"
            ).fetchall()
        )
        return [
            HeldFile(row[0], row[1], _moment(row[2]), bool(row[3]), None if row[4] is None else _moment(row[4]))
            for row in rows
        ]

    async def holders(self, hashes: Sequence[str]) -> dict[str, str]:
        """Of each file that is here a material whose file it is; the others are left out."""
        marks = ",".join("?" * len(hashes))
        rows = await self._database.run(
            lambda connection: connection.execute(
                "SELECT l.sha256, max(l.material_id) FROM download_links l JOIN download_files f ON f.sha256 = l.sha256"
                f" WHERE l.sha256 IN ({marks}) GROUP BY l.sha256",
                tuple(hashes),
            ).fetchall()
        )
        return {str(sha256): str(material_id) for sha256, material_id in rows}

    async def linked(self, material_ids: Sequence[str]) -> set[str]:
        """Of these materials those that are here or asked for."""
        marks = ",".join("?" * len(material_ids))
        rows = await self._database.run(
            lambda connection: connection.execute(
                f"SELECT material_id FROM download_links WHERE material_id IN ({marks})", tuple(material_ids)
            ).fetchall()
        )
        return {str(row[0]) for row in rows}

    async def links(self) -> dict[str, Link]:
        """Links by material."""
        rows = await self._database.run(
            lambda connection: connection.execute(
                "SELECT material_id, sha256, next_sha256, due_ms FROM download_links"
            ).fetchall()
        )
        return {row[0]: Link(row[0], row[1], row[2], None if row[3] is None else _moment(row[3])) for row in rows}

    async def held(self, material_id: str) -> str | None:
        """The hash of a material's file when it is here."""
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT l.sha256 FROM download_links l JOIN download_files f ON f.sha256 = l.sha256"
                " WHERE l.material_id = ?",
                (material_id,),
            ).fetchone()
        )
        return None if row is None else str(row[0])

    async def opened(self, sha256: str) -> None:
        """Somebody reads the file: it is the last to be evicted."""
        await self._execute("UPDATE download_files SET opened_ms = ? WHERE sha256 = ?", (self._now(), sha256))

    async def pin(self, sha256: str, pinned: bool) -> None:
        """Keep a file whatever the quota says, or no longer."""
        await self._execute("UPDATE download_files SET pinned = ? WHERE sha256 = ?", (int(pinned), sha256))

    async def drop_file(self, sha256: str) -> None:
        """Forget a file and its links; the caller then deletes the blob."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM download_files WHERE sha256 = ?", (sha256,))
            _unlink(connection, sha256)

        await self._database.run(work)

    async def drop_material(self, material_id: str) -> list[str]:
        """Forget a material; returns the files and wishes that nothing asks for any more, for the caller to delete."""

        def work(connection: sqlite3.Connection) -> list[str]:
            row = connection.execute(
                "SELECT sha256, next_sha256 FROM download_links WHERE material_id = ?", (material_id,)
            ).fetchone()
            connection.execute("DELETE FROM download_links WHERE material_id = ?", (material_id,))
            connection.execute("DELETE FROM download_packages WHERE material_id = ?", (material_id,))
            orphans = [sha256 for sha256 in row or () if sha256 is not None and not _is_linked(connection, sha256)]
            for sha256 in orphans:
                connection.execute("DELETE FROM download_files WHERE sha256 = ?", (sha256,))
                connection.execute("DELETE FROM download_queue WHERE sha256 = ?", (sha256,))
            return orphans

        return await self._database.run(work)

    async def packages(self) -> dict[str, list[str]]:
        """Materials by package (``class:<id>``, ``day:<date>``)."""
        rows = await self._database.run(
            lambda connection: connection.execute(
                "SELECT package, material_id FROM download_packages ORDER BY id"
            ).fetchall()
        )
        found: dict[str, list[str]] = {}
        for package, material_id in rows:
            found.setdefault(package, []).append(material_id)
        return found

    async def leave_package(self, package: str) -> None:
        """Nothing is asked for in this package any more; files stay until they are evicted or removed."""
        await self._execute("DELETE FROM download_packages WHERE package = ?", (package,))

    async def count_usage(self, day: date, size: int) -> None:
        """Add to a day's fetched bytes; days long gone are forgotten."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT INTO download_usage (day, bytes) VALUES (?, ?)"
                " ON CONFLICT (day) DO UPDATE SET bytes = bytes + excluded.bytes",
                (day.isoformat(), size),
            )
            connection.execute("DELETE FROM download_usage WHERE day < ?", ((day - KEEP_USAGE).isoformat(),))

        await self._database.run(work)

    async def usage(self, day: date) -> int:
        """Bytes fetched on a day."""
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT bytes FROM download_usage WHERE day = ?", (day.isoformat(),)
            ).fetchone()
        )
        return 0 if row is None else int(row[0])

    async def keys(self) -> list[str]:
        """Materials whose key is kept."""
        rows = await self._database.run(
            lambda connection: connection.execute("SELECT material_id FROM download_keys").fetchall()
        )
        return [row[0] for row in rows]

    async def key(self, material_id: str) -> bytes | None:
        """The sealed key of a material."""
        row = await self._database.run(
            lambda connection: connection.execute(
                "SELECT sealed FROM download_keys WHERE material_id = ?", (material_id,)
            ).fetchone()
        )
        return None if row is None else bytes(row[0])

    async def keep_key(self, material_id: str, sealed: bytes) -> None:
        """Keep a key, sealed."""
        await self._execute(
            "INSERT OR REPLACE INTO download_keys (material_id, sealed) VALUES (?, ?)", (material_id, sealed)
        )

    async def drop_key(self, material_id: str) -> None:
        """Forget a key."""
        await self._execute("DELETE FROM download_keys WHERE material_id = ?", (material_id,))

    # --- inside ----------------------------------------------------------------------------------------------------

    def _now(self) -> int:
        return epoch_milliseconds(self._clock.utc_now())

    async def _execute(self, statement: str, values: Iterable[object]) -> None:
        parameters = tuple(values)
        await self._database.run(lambda connection: connection.execute(statement, parameters))


def _moment(milliseconds: int) -> datetime:
    return from_epoch_milliseconds(milliseconds)


def _is_held(connection: sqlite3.Connection, sha256: str) -> bool:
    return connection.execute("SELECT 1 FROM download_files WHERE sha256 = ?", (sha256,)).fetchone() is not None


def _is_linked(connection: sqlite3.Connection, sha256: str) -> bool:
    return (
        connection.execute(
            "SELECT 1 FROM download_links WHERE sha256 = ? OR next_sha256 = ?", (sha256, sha256)
        ).fetchone()
        is not None
    )


def _link(connection: sqlite3.Connection, request: Request) -> None:
    """Point a material to its file; to a version still to come only beside the one that can be read."""
    due = None if request.due_at is None else epoch_milliseconds(request.due_at)
    row = connection.execute(
        "SELECT l.sha256, f.id FROM download_links l LEFT JOIN download_files f ON f.sha256 = l.sha256"
        " WHERE l.material_id = ?",
        (request.material_id,),
    ).fetchone()
    readable = row is not None and row[1] is not None
    current, following = request.sha256, None
    if readable and row[0] != request.sha256 and not _is_held(connection, request.sha256):
        current, following = row[0], request.sha256
    connection.execute(
        "INSERT INTO download_links (material_id, sha256, next_sha256, due_ms) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (material_id) DO UPDATE SET sha256 = excluded.sha256, next_sha256 = excluded.next_sha256,"
        " due_ms = excluded.due_ms",
        (request.material_id, current, following, due),
    )


def _unlink(connection: sqlite3.Connection, sha256: str) -> None:
    connection.execute("UPDATE download_links SET next_sha256 = NULL WHERE next_sha256 = ?", (sha256,))
    connection.execute(
        "DELETE FROM download_packages WHERE material_id IN (SELECT material_id FROM download_links WHERE sha256 = ?)",
        (sha256,),
    )
    connection.execute("DELETE FROM download_links WHERE sha256 = ?", (sha256,))
