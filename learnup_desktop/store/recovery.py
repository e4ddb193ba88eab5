"""Getting rows out of a damaged data.db: nobody loses an answer because a disk lost a page.

Three sources, best first: the damaged file itself, read around its bad pages; the same file with the first page (the
schema) of a fresh one in its place, since tables of the same migrations lie at the same roots; and the latest backup,
whose rows fill what is missing. The damaged file is kept.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from learnup_desktop.base.files import storage_fault
from learnup_desktop.base.log import get_logger
from learnup_desktop.store.database import Migration, connect, migrate, translate_sqlite_error
from learnup_desktop.store.records import StoreCondition, StoreReport

BACKUPS_KEPT = 3
_HEADER_PAGE_COUNT = slice(28, 32)
_PROBE_LIMIT = 1 << 20
"""Highest row number looked for when the file can no longer say which is its last."""
_FAILURES_TAKEN = 4000
"""Unreadable ranges in a row after which reading forwards is given up: a tenth of a second, some 2,000 lost rows."""
_HOPELESS = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
"""Not a database at all, or no such table: asking on is in vain."""
_log = get_logger(__name__)


def back_up(path: Path, folder: Path, now: datetime) -> Path:
    """``VACUUM INTO`` a dated copy in ``folder``; older ones beyond ``BACKUPS_KEPT`` go. On a connection of its own.

    Raises:
        StorageError: the disk refused; earlier backups are untouched.
    """
    place = folder / f"data-{now:%Y%m%dT%H%M%S}.db"
    part = place.with_suffix(".part")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, timeout=5.0, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("VACUUM INTO ?", (str(part),))
        part.chmod(0o600)
        part.replace(place)
        for old in backups(folder)[:-BACKUPS_KEPT]:
            old.unlink()
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise translate_sqlite_error(error, path) from error
    except OSError as error:
        raise storage_fault(error, place) from error
    return place


def backups(folder: Path) -> list[Path]:
    """Backups, oldest first."""
    return sorted(folder.glob("data-*.db"))


def backup_time(place: Path) -> datetime:
    """When a backup was made, by its name."""
    return datetime.strptime(place.stem, "data-%Y%m%dT%H%M%S").replace(tzinfo=UTC)


def recover(path: Path, backup_folder: Path, migrations: Sequence[Migration]) -> StoreReport:
    """Put the damaged file aside and a new one in its place with every row that can still be had. Blocks; use a thread.

    Raises:
        StorageError: the disk refused; the damaged file is where it was, or in ``damaged/`` beside it.
    """
    kept = _put_aside(path)
    fresh = path.with_suffix(".new")
    salvaged = restored = 0
    latest: Path | None = None
    try:
        _remove(fresh)
        with closing(connect(fresh, durable=True)) as target:
            migrate(target, migrations)
            salvaged = _salvage(kept, target, migrations)
            for latest in reversed(backups(backup_folder)):
                restored = _copy_rows(latest, target)
                if restored:
                    break
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        fresh.replace(path)
        _remove(fresh)
    except sqlite3.Error as error:
        raise translate_sqlite_error(error, path) from error
    except OSError as error:
        raise storage_fault(error, path) from error
    condition = StoreCondition.RECOVERED if salvaged else StoreCondition.LOST
    if restored:
        condition = StoreCondition.RESTORED
    _log.warning("data.db was damaged", condition=condition.value, salvaged=salvaged, restored=restored)
    backup_at = backup_time(latest) if restored and latest is not None else None
    return StoreReport(condition, salvaged + restored, kept if kept.is_file() else None, backup_at)


def _put_aside(path: Path) -> Path:
    """Where the damaged file is now; of a recovery that was itself cut short, where that one had put it."""
    earlier = sorted((path.parent / "damaged").glob(f"*/{path.name}"))
    if earlier and not path.exists() and not path.with_name(f"{path.name}-wal").exists():
        return earlier[-1]
    folder = path.parent / "damaged" / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    try:
        folder.mkdir(mode=0o700, parents=True)
        for suffix in ("", "-wal", "-shm"):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.replace(folder / part.name)
    except OSError as error:
        raise storage_fault(error, path) from error
    return folder / path.name


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


class _Unreadable(Exception):
    """The source gives nothing (more); what SQLite says of the target is not this."""


def _salvage(kept: Path, target: sqlite3.Connection, migrations: Sequence[Migration]) -> int:
    """Rows out of a copy of the damaged file; out of it with a borrowed schema page when the plain one gives none."""
    for borrow in (False, True):
        with _scratch_copy(kept) as copy:
            if borrow:
                _borrow_first_page(copy, migrations)
            rows = _copy_rows(copy, target)
        if rows:
            return rows
    return 0


class _scratch_copy:  # noqa: N801 - used as a function
    """A copy to work on: opening a damaged file may change it, and the evidence should stay as it was."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept
        self._copy = kept.with_name("scratch.db")

    def __enter__(self) -> Path:
        _remove(self._copy)
        for suffix in ("", "-wal"):
            part = self._kept.with_name(self._kept.name + suffix)
            if part.exists():
                shutil.copyfile(part, self._copy.with_name(self._copy.name + suffix))
        return self._copy

    def __exit__(self, *_: object) -> None:
        _remove(self._copy)


def _borrow_first_page(copy: Path, migrations: Sequence[Migration]) -> None:
    """Put page 1 of an empty file with the same schema in place of a lost one."""
    donor = copy.with_name("donor.db")
    _remove(donor)
    with closing(connect(donor, durable=False)) as connection:
        migrate(connection, migrations)
        (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = bytearray(donor.read_bytes()[:page_bytes])
    copy.touch()
    page[_HEADER_PAGE_COUNT] = max(1, copy.stat().st_size // page_bytes).to_bytes(4, "big")
    with copy.open("r+b") as file:
        file.write(page)
    _remove(donor)


def _copy_rows(source: Path, target: sqlite3.Connection) -> int:
    """Copy what can be read of every table that ``target`` has too; rows that are there already stay as they are."""
    from sqlite_utils import Database as Tables

    copied = 0
    tables = [table for table in Tables(target).tables if not table.name.startswith("sqlite_")]
    with closing(sqlite3.connect(source, isolation_level=None)) as connection:
        for table in tables:
            columns = [column.name for column in table.columns]
            copied += _copy_table(connection, target, table.name, columns, table.pks[0])
    return copied


def _copy_table(
    source: sqlite3.Connection, target: sqlite3.Connection, name: str, columns: Sequence[str], key: str
) -> int:
    before = target.total_changes
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    place = columns.index(key)
    target.execute("BEGIN IMMEDIATE")
    with suppress(_Unreadable):
        for row in _readable_rows(source, name, listed):
            values = list(row)
            if target.execute(f'SELECT 1 FROM "{name}" WHERE "{key}" = ?', (values[place],)).fetchone():
                # Another row has this number, perhaps the same row: the table's own UNIQUE columns decide.
                values[place] = None
            target.execute(f'INSERT OR IGNORE INTO "{name}" ({listed}) VALUES ({marks})', values)
    target.execute("COMMIT")
    return target.total_changes - before


def _readable_rows(source: sqlite3.Connection, name: str, listed: str) -> Iterator[tuple[object, ...]]:
    """Every row that can be read, some twice: from the beginning around what is bad, then from the end up to it."""
    ranges = [(1, _last_row(source, name))]
    failures = 0
    while ranges and failures < _FAILURES_TAKEN:
        first, last = ranges.pop()
        try:
            rows = source.execute(
                f'SELECT {listed} FROM "{name}" NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid', (first, last)
            ).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if getattr(error, "sqlite_errorcode", 0) in _HOPELESS:
                raise _Unreadable(name) from error
            failures += 1
            if first < last:
                middle = (first + last) // 2
                ranges += [(middle + 1, last), (first, middle)]
            continue
        failures = 0
        yield from rows
    if ranges:
        with suppress(sqlite3.Error, UnicodeDecodeError):
            yield from source.execute(f'SELECT {listed} FROM "{name}" NOT INDEXED ORDER BY rowid DESC')


def _last_row(source: sqlite3.Connection, name: str) -> int:
    try:
        (last,) = source.execute(f'SELECT max(rowid) FROM "{name}" NOT INDEXED').fetchone()
    except sqlite3.Error:
        return _PROBE_LIMIT
    return int(last or 1)
