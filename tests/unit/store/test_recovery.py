"""A damaged data.db costs as little as can be had, is told, and is kept."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from learnup_desktop.base.errors import IntegrityFault, StorageError
from learnup_desktop.domain.journal import latest_answers
from learnup_desktop.store import recovery
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import Operation, StoreCondition
from learnup_desktop.store.recovery import BACKUPS_KEPT, back_up, backups
from learnup_desktop.store.seal import Sealer
from tests.unit.store.samples import STARTED, append_answers, attempt_meta, open_store

ANSWERS = 120


async def _filled(folder: Path, *, backup_after: int | None = None) -> None:
    store = await open_store(folder)
    await store.journal.begin(attempt_meta())
    first = ANSWERS if backup_after is None else backup_after + 1
    await append_answers(store, first)
    if backup_after is not None:
        await store.back_up()
        await append_answers(store, ANSWERS - first)
    await store.outbox.add(Operation.new("attendance.put", "attendance:l", {"n": 1}, STARTED))
    await store.close()


def _page_bytes(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[16:18], "big")


def _overwrite(path: Path, page: int, count: int = 1) -> None:
    size = _page_bytes(path)
    with path.open("r+b") as file:
        file.seek(page * size)
        file.write(b"\xa5" * (size * count))


def _root_page(path: Path, table: str) -> int:
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.close()
    return int(page)


def _leaf_of_entries(path: Path) -> int:
    """A leaf page of the entries table in the middle of the file (table leaf pages begin with 0x0D)."""
    size, data = _page_bytes(path), path.read_bytes()
    leaves = [number for number in range(len(data) // size) if data[number * size] == 0x0D]
    return leaves[len(leaves) // 2]


async def _recovered(folder: Path) -> AccountStore:
    store = await open_store(folder)
    assert store.report.condition is not StoreCondition.FINE
    assert store.report.kept is not None
    assert store.report.kept.is_file()
    return store


async def test_rows_around_a_bad_page_are_read(folder: Path) -> None:
    await _filled(folder)
    _overwrite(folder / "data.db", _leaf_of_entries(folder / "data.db"))
    store = await _recovered(folder)
    assert store.report.condition is StoreCondition.RECOVERED
    assert store.report.backup_at is None
    assert await store.journal.meta("attempt-1") == attempt_meta()
    await store.journal.verify("attempt-1")
    entries = await store.journal.entries("attempt-1")
    (repair,) = store.report.repairs
    assert 0 < repair.lost < 40
    # One gap entry says so; every row that is still in the file is in the journal.
    assert len(entries) == ANSWERS - repair.lost + 1
    assert (await store.outbox.counts()).waiting == 1
    await append_answers(store, 1)
    await store.close()
    again = await open_store(folder)
    assert again.report.condition is StoreCondition.FINE
    await again.close()


@pytest.mark.parametrize("filler", [b"\0", b"\xff", b"\x5a"])
async def test_a_lost_first_page_loses_no_row(folder: Path, filler: bytes) -> None:
    await _filled(folder)
    path = folder / "data.db"
    size = _page_bytes(path)
    with path.open("r+b") as file:
        file.write(filler * size)
    store = await _recovered(folder)
    assert store.report.condition is StoreCondition.RECOVERED
    assert (await store.journal.verify("attempt-1")).seq == ANSWERS
    assert store.report.repairs == ()
    await store.close()


async def test_a_lost_table_comes_from_the_backup(folder: Path) -> None:
    await _filled(folder, backup_after=99)
    path = folder / "data.db"
    _overwrite(path, _root_page(path, "entries") - 1)
    store = await _recovered(folder)
    assert store.report.condition is StoreCondition.RESTORED
    assert store.report.backup_at is not None
    assert len(latest_answers(await store.journal.entries("attempt-1"))) >= 1
    assert (await store.journal.verify("attempt-1")).seq >= 100
    await store.close()


async def test_a_file_of_rubbish_comes_from_the_backup_else_it_begins_empty(folder: Path, tmp_path: Path) -> None:
    await _filled(folder, backup_after=99)
    (folder / "data.db").write_bytes(b"rubbish " * 10_000)
    store = await _recovered(folder)
    assert store.report.condition is StoreCondition.RESTORED
    assert (await store.journal.verify("attempt-1")).seq == 100
    await store.close()

    other = tmp_path / "other"
    other.mkdir()
    (other / "data.db").write_bytes(b"rubbish " * 10_000)
    empty = await _recovered(other)
    assert empty.report.condition is StoreCondition.LOST
    assert await empty.journal.attempts() == []
    await empty.close()


@pytest.mark.parametrize("length", [0, 100, 20_000])
async def test_a_truncated_file_opens(folder: Path, length: int) -> None:
    await _filled(folder, backup_after=60)
    path = folder / "data.db"
    path.write_bytes(path.read_bytes()[:length])
    store = await _recovered(folder)
    assert (await store.journal.verify("attempt-1")).seq >= 61
    await store.close()


async def test_what_is_only_in_the_write_ahead_log_is_read_from_it(folder: Path) -> None:
    """An emptied file beside a whole log: SQLite would delete the log unread."""
    store = await open_store(folder)
    await store.journal.begin(attempt_meta())
    await append_answers(store, 30)
    log = (folder / "data.db-wal").read_bytes()
    await store.close()
    (folder / "data.db").write_bytes(b"")
    (folder / "data.db-wal").write_bytes(log)
    again = await _recovered(folder)
    assert again.report.condition is StoreCondition.RECOVERED
    assert (await again.journal.verify("attempt-1")).seq == 30
    await again.close()


async def test_a_deleted_file_comes_from_the_backup(folder: Path) -> None:
    await _filled(folder, backup_after=60)
    (folder / "data.db").unlink()
    store = await open_store(folder)
    assert store.report.condition is StoreCondition.RESTORED
    assert (await store.journal.verify("attempt-1")).seq == 61
    await store.close()


async def test_a_recovery_that_was_cut_short_is_done_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await _filled(folder)
    _overwrite(folder / "data.db", _leaf_of_entries(folder / "data.db"))
    monkeypatch.setattr(recovery, "_salvage", _cut_short)
    with pytest.raises(KeyboardInterrupt):
        await open_store(folder)
    assert not (folder / "data.db").exists()
    monkeypatch.undo()
    store = await _recovered(folder)
    assert (await store.journal.verify("attempt-1")).seq > ANSWERS - 40
    await store.close()


def _cut_short(*_: object) -> int:
    raise KeyboardInterrupt


async def test_an_opening_that_was_cancelled_holds_no_lock(folder: Path) -> None:
    for pause in range(8):
        opening = asyncio.create_task(open_store(folder))
        await asyncio.sleep(pause / 1000)
        opening.cancel()
        (result,) = await asyncio.gather(opening, return_exceptions=True)
        if isinstance(result, AccountStore):
            await result.close()
        await asyncio.sleep(0.02)
    await (await open_store(folder)).close()


async def test_backups_are_dated_few_and_made_beside_a_writer(folder: Path) -> None:
    from datetime import timedelta

    await _filled(folder)
    for day in range(BACKUPS_KEPT + 2):
        back_up(folder / "data.db", folder / "backup", STARTED + timedelta(days=day))
    kept = backups(folder / "backup")
    assert [path.stem[5:13] for path in kept] == ["20260304", "20260305", "20260306"]
    assert not list((folder / "backup").glob("*.part"))


async def test_a_backup_that_fails_leaves_the_earlier_ones(folder: Path) -> None:
    await _filled(folder)
    first = back_up(folder / "data.db", folder / "backup", STARTED)
    with pytest.raises(StorageError):
        back_up(folder / "missing" / "data.db", folder / "backup", STARTED.replace(year=2027))
    assert backups(folder / "backup") == [first]


async def test_the_wrong_key_is_told_before_anything_is_written(folder: Path) -> None:
    await _filled(folder)
    with pytest.raises(IntegrityFault):
        await AccountStore.open(folder, Sealer(b"another key, thirty-two bytes ok"))
    store = await open_store(folder)
    assert (await store.journal.verify("attempt-1")).seq == ANSWERS
    await store.close()
