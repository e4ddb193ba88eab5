"""One thread, one transaction, our errors."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from learnup_desktop.base.errors import (
    DamagedFileError,
    DiskFullError,
    LockedElsewhereError,
    ReadOnlyFolderError,
    RuleViolation,
    StorageError,
)
from learnup_desktop.store.database import Database


def _table(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE words (word TEXT NOT NULL)")


def _column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE words ADD COLUMN language TEXT NOT NULL DEFAULT 'en'")


def _insert(connection: sqlite3.Connection, word: str = "a") -> int:
    return connection.execute("INSERT INTO words (word) VALUES (?)", (word,)).rowcount


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM words").fetchone()[0])


async def test_everything_happens_on_the_files_own_thread(tmp_path: Path) -> None:
    database = Database(tmp_path / "deep" / "words.db", [_table], durable=True)
    threads = {await database.run(lambda connection: threading.get_ident()) for _ in range(20)}
    await database.close()
    assert len(threads) == 1
    assert threading.get_ident() not in threads


async def test_what_run_returned_from_is_committed_with_full_synchronisation(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    database = Database(path, [_table], durable=True)
    await database.run(_insert)
    with sqlite3.connect(path) as other:
        assert _count(other) == 1
    other.close()
    modes = await database.run(
        lambda connection: [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode", "fullfsync")
        ]
    )
    await database.close()
    assert modes == [2, "wal", 1]


async def test_an_exception_rolls_everything_back_and_is_passed_on(tmp_path: Path) -> None:
    database = Database(tmp_path / "words.db", [_table], durable=True)

    def fail(connection: sqlite3.Connection) -> None:
        _insert(connection)
        raise RuleViolation("no")

    with pytest.raises(RuleViolation):
        await database.run(fail)
    assert await database.run(_count) == 0
    await database.close()


async def test_a_cancelled_caller_does_not_undo_its_write(tmp_path: Path) -> None:
    database = Database(tmp_path / "words.db", [_table], durable=True)
    await database.open()
    gate = threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        gate.wait(5)
        _insert(connection)

    first = asyncio.create_task(database.run(slow))
    second = asyncio.create_task(database.run(_insert))
    await asyncio.sleep(0.02)
    first.cancel()
    second.cancel()
    await asyncio.gather(first, second, return_exceptions=True)
    gate.set()
    assert await database.run(_count) == 2
    await database.close()


async def test_migrations_run_once_each_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    database = Database(path, [_table], durable=False)
    await database.run(_insert)
    await database.close()

    def half(connection: sqlite3.Connection) -> None:
        _column(connection)
        connection.execute("SELECT * FROM nowhere")

    broken = Database(path, [_table, half], durable=False)
    with pytest.raises(StorageError):
        await broken.open()
    await broken.close()
    newer = Database(path, [_table, _column], durable=False)
    assert await newer.run(lambda connection: connection.execute("SELECT * FROM words").fetchall()) == [("a", "en")]
    await newer.close()
    older = Database(path, [_table], durable=False)
    with pytest.raises(StorageError) as caught:
        await older.open()
    assert caught.value.arguments["newer"]
    await older.close()


async def test_a_full_disk_is_told_as_such_and_leaves_nothing_half(tmp_path: Path) -> None:
    database = Database(tmp_path / "words.db", [_table], durable=True)
    await database.run(lambda connection: _insert(connection, "before"))

    def fill(connection: sqlite3.Connection) -> None:
        for _ in range(100):
            _insert(connection, "x" * 10_000)

    await database.run(lambda connection: connection.execute("PRAGMA max_page_count = 20").fetchone())
    with pytest.raises(DiskFullError):
        await database.run(fill)
    assert await database.run(lambda connection: connection.execute("SELECT word FROM words").fetchall()) == [
        ("before",)
    ]
    await database.run(lambda connection: connection.execute("PRAGMA max_page_count = 1000").fetchone())
    await database.run(_insert)
    assert await database.run(_count) == 2
    await database.close()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_CORRUPT, DamagedFileError),
        (sqlite3.SQLITE_READONLY, ReadOnlyFolderError),
        (sqlite3.SQLITE_BUSY, LockedElsewhereError),
        (sqlite3.SQLITE_IOERR, StorageError),
        (sqlite3.SQLITE_IOERR | (3 << 8), StorageError),
    ],
)
async def test_sqlites_codes_are_translated(tmp_path: Path, code: int, kind: type[StorageError]) -> None:
    database = Database(tmp_path / "words.db", [_table], durable=False)

    def fail(connection: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("as told")
        error.sqlite_errorcode = code
        raise error

    with pytest.raises(StorageError) as caught:
        await database.run(fail)
    assert type(caught.value) is kind
    assert isinstance(caught.value.__cause__, sqlite3.Error)
    await database.close()


async def test_garbage_is_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    path.write_bytes(b"this is not a database" * 100)
    database = Database(path, [_table], durable=True)
    with pytest.raises(DamagedFileError):
        await database.open()
    await database.close()


async def test_a_closed_file_says_so(tmp_path: Path) -> None:
    database = Database(tmp_path / "words.db", [_table], durable=True)
    await database.close()
    await database.close()
    with pytest.raises(StorageError):
        await database.run(_count)


async def test_a_folder_that_is_a_file_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("")
    database = Database(tmp_path / "blocked" / "words.db", [_table], durable=True)
    with pytest.raises(StorageError):
        await database.open()
    await database.close()
