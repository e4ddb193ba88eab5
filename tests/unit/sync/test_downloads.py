"""Downloads go on where they stopped, within what was set, and a wrong byte is never shown."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, time, timedelta
from pathlib import Path

import httpx
import pytest

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.clock import ManualClock, SystemClock
from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.domain.downloads import DownloadRules, Hold, Priority
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.downloads import WishState
from learnup_desktop.sync import download_queue
from learnup_desktop.sync.downloads import Downloads, Overview
from tests.unit.api.wire import NOW, fault, scripted
from tests.unit.store.samples import open_store
from tests.unit.sync.shelf import Shelf, material

CHUNK = 256 * 1024
ROOMY = DownloadRules(floor_bytes=0)


@asynccontextmanager
async def library(
    folder: Path, shelf: Shelf, rules: DownloadRules = ROOMY
) -> AsyncIterator[tuple[Downloads, AccountStore]]:
    store = await open_store(folder)
    try:
        async with scripted(shelf) as transport:
            downloads = Downloads(
                PlatformClient(transport).materials, store.blobs, store.downloads, SystemClock(), UTC, rules
            )
            downloads.start()
            try:
                yield downloads, store
            finally:
                await downloads.close()
    finally:
        await store.close()


async def until(downloads: Downloads, condition: Callable[[Overview], bool]) -> Overview:
    changed = asyncio.Event()
    stop = downloads.listeners.subscribe(lambda _: changed.set())
    try:
        async with asyncio.timeout(30):
            while True:
                changed.clear()
                overview = await downloads.overview()
                if condition(overview):
                    return overview
                await wait_at_most(changed, 0.2)
    finally:
        stop()


def idle(overview: Overview) -> bool:
    return not overview.transfers


async def test_many_come_four_at_once_and_shared_bytes_once(tmp_path: Path) -> None:
    shelf = Shelf(gate=asyncio.Event())
    data = {f"m{number}": os.urandom(60_000) for number in range(9)}
    data["twin"] = data["m0"]
    shelf.files = data
    wanted = [material(key, content) for key, content in data.items()]
    async with library(tmp_path / "a", shelf) as (downloads, store):
        assert (await downloads.estimate(wanted)).files == 9
        assert await downloads.want(wanted, package="class:class") == 9
        await until(downloads, lambda seen: sum(each.running for each in seen.transfers) == 4 and shelf.at_once == 4)
        assert shelf.gate is not None
        shelf.gate.set()
        overview = await until(downloads, idle)
        assert shelf.most_at_once == 4
        assert len(shelf.asked) == 9
        assert set(overview.held) == set(data)
        assert overview.used == 9 * 60_000 == await store.blobs.total_bytes()
        assert overview.packages == {"class:class": list(data)}
        for key, content in data.items():
            path = await downloads.open(key)
            assert path is not None
            assert path.read_bytes() == content
        assert await store.downloads.usage(SystemClock().utc_now().date()) == 9 * 60_000
        await downloads.remove("m0")
        assert "twin" in (await downloads.overview()).held
        await downloads.remove("twin")
        assert (await downloads.overview()).used == 8 * 60_000


async def test_a_restart_asks_again_for_no_more_than_a_chunk(tmp_path: Path) -> None:
    data = os.urandom(2_000_000)
    shelf = Shelf({"book": data}, cuts=[1_400_000])
    book = material("book", data)
    async with library(tmp_path / "a", shelf) as (downloads, _):
        await downloads.want([book])
        await until(downloads, lambda seen: len(shelf.asked) == 1 and not any(each.running for each in seen.transfers))
    async with library(tmp_path / "a", shelf) as (downloads, _):
        overview = await until(downloads, idle)
        assert overview.held == {"book": book.sha256}
        path = await downloads.open("book")
        assert path is not None
        assert path.read_bytes() == data
    (_, first, _), (_, second, tag) = shelf.asked
    assert first == 0
    assert 1_400_000 - CHUNK <= second <= 1_400_000
    assert tag == f'"{book.sha256}"'


async def test_a_changed_tag_begins_anew(tmp_path: Path) -> None:
    data = os.urandom(900_000)
    shelf = Shelf({"book": data}, tags={"book": '"one"'}, cuts=[600_000])
    async with library(tmp_path / "a", shelf) as (downloads, _):
        await downloads.want([material("book", data)])
        await until(downloads, lambda seen: len(shelf.asked) == 1 and not any(each.running for each in seen.transfers))
        shelf.tags["book"] = '"two"'
        downloads.network_back()
        await until(downloads, idle)
        path = await downloads.open("book")
        assert path is not None
        assert path.read_bytes() == data
        assert shelf.asked[1][2] == '"one"'


def _reset() -> httpx.Response:
    return httpx.Response(200, content=b"?" * 70_000)


@pytest.mark.parametrize(
    ("announced", "answer", "reason"),
    [
        (b"x" * 70_000, _reset, download_queue.WRONG_BYTES),
        (b"x" * 60_000, _reset, download_queue.WRONG_BYTES),
        (b"x" * 80_000, _reset, download_queue.WRONG_BYTES),
        (b"", _reset, download_queue.EMPTY),
        (b"x", lambda: fault(403, "forbidden"), "LU-222"),
        (b"x", lambda: fault(404, "not_found"), "LU-220"),
    ],
)
async def test_what_is_not_what_was_announced_is_refused_and_the_rest_goes_on(
    tmp_path: Path, announced: bytes, answer: Callable[[], httpx.Response], reason: str
) -> None:
    good = os.urandom(10_000)
    shelf = Shelf({"good": good}, answer=lambda key: answer() if key == "bad" else None)
    async with library(tmp_path / "a", shelf) as (downloads, store):
        await downloads.want([material("bad", announced), material("good", good)])
        overview = await until(
            downloads, lambda seen: any(each.wish.state is WishState.FAILED for each in seen.transfers)
        )
        overview = await until(downloads, lambda seen: "good" in seen.held and len(seen.transfers) == 1)
        (failed,) = overview.transfers
        assert (failed.wish.material_id, failed.wish.error) == ("bad", reason)
        assert "bad" not in overview.held
        assert await downloads.open("bad") is None
        assert await store.blobs.path(failed.wish.sha256) is None


async def test_a_redirect_to_another_host_is_not_followed(tmp_path: Path) -> None:
    elsewhere = httpx.Response(302, headers={"Location": "http://elsewhere.invalid/file"})
    shelf = Shelf(answer=lambda key: elsewhere)
    async with library(tmp_path / "a", shelf) as (downloads, _):
        await downloads.want([material("book", b"x" * 100)])
        await until(downloads, lambda seen: bool(shelf.asked) and not any(each.running for each in seen.transfers))
        assert {key for key, _, _ in shelf.asked} == {"book"}
        assert not (await downloads.overview()).held


async def test_pause_keeps_what_is_here_and_cancel_does_not(tmp_path: Path) -> None:
    data = os.urandom(900_000)
    shelf = Shelf({"book": data}, gate=asyncio.Event())
    book = material("book", data)
    async with library(tmp_path / "a", shelf) as (downloads, store):
        await downloads.want([book])
        await until(downloads, lambda seen: shelf.at_once == 1)
        await downloads.pause(book.sha256)
        (paused,) = (await downloads.overview()).transfers
        assert (paused.wish.state, paused.running, paused.here) == (WishState.PAUSED, False, 50_000)
        assert shelf.gate is not None
        shelf.gate.set()
        await downloads.resume(book.sha256)
        await until(downloads, idle)
        assert [start for _, start, _ in shelf.asked] == [0, 50_000]
        await downloads.remove("book")
        shelf.gate.clear()
        await downloads.want([book])
        await until(downloads, lambda seen: shelf.at_once == 1)
        await downloads.cancel(book.sha256)
        overview = await downloads.overview()
        assert not overview.transfers
        assert not overview.wanted
        assert await store.blobs.partial_bytes(book.sha256) == 0


async def test_room_is_made_by_rule_and_what_is_pinned_or_due_stays(tmp_path: Path) -> None:
    clock = ManualClock(NOW)
    data = {key: os.urandom(40_000) for key in ("pinned", "due", "old", "newer", "next", "last")}
    shelf = Shelf(data)
    rules = DownloadRules(quota_bytes=165_000, floor_bytes=0)
    store = await open_store(tmp_path / "a")
    store.downloads._clock = clock
    async with scripted(shelf) as transport:
        downloads = Downloads(PlatformClient(transport).materials, store.blobs, store.downloads, clock, UTC, rules)
        downloads.start()
        for key in ("pinned", "due", "old", "newer"):
            clock.advance(60)
            due = NOW + timedelta(days=2) if key == "due" else None
            await downloads.want([material(key, data[key], due_at=due)])
            await until(downloads, idle)
        await downloads.pin("pinned", True)
        (gone,) = (await downloads.estimate([material("next", data["next"])])).evicted or ()
        assert gone.sha256 == material("old", data["old"]).sha256
        clock.advance(60)
        await downloads.want([material("next", data["next"])])
        assert set((await until(downloads, idle)).held) == {"pinned", "due", "newer", "next"}
        # Two files of room are left to take; a wish for three of them waits and says why.
        big = os.urandom(120_000)
        shelf.files["last"] = big
        await downloads.want([material("last", big)])
        overview = await until(downloads, lambda seen: any(each.held_by for each in seen.transfers))
        assert overview.transfers[0].held_by is Hold.QUOTA
        assert set(overview.held) == {"pinned", "due", "newer", "next"}
        assert (await downloads.estimate([material("last", big)])).evicted is None
        await downloads.close()
    await store.close()


async def test_a_full_disk_waits_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download_queue, "_free_bytes", lambda folder: 1_000_000)
    shelf = Shelf({"book": os.urandom(600_000)})
    rules = DownloadRules(floor_bytes=500_000)
    async with library(tmp_path / "a", shelf, rules) as (downloads, _):
        await downloads.want([material("book", shelf.files["book"])])
        overview = await until(downloads, lambda seen: any(each.held_by for each in seen.transfers))
        assert overview.transfers[0].held_by is Hold.DISK_FLOOR
        assert not shelf.asked


async def test_a_metered_network_asks_first_and_a_window_is_kept(tmp_path: Path) -> None:
    data = os.urandom(1000)
    shelf = Shelf({"book": data, "later": data[:500]})
    now = SystemClock().utc_now()
    closed = ((now + timedelta(hours=2)).time(), (now + timedelta(hours=3)).time())
    rules = DownloadRules(floor_bytes=0, window=closed)
    async with library(tmp_path / "a", shelf, rules) as (downloads, _):
        downloads.set_network(metered=True)
        await downloads.want([material("book", data)], Priority.NOW)
        overview = await until(downloads, lambda seen: any(each.held_by for each in seen.transfers))
        assert overview.transfers[0].held_by is Hold.METERED
        downloads.set_network(metered=True, allowed=True)
        await until(downloads, idle)
        await downloads.want([material("later", data[:500])], Priority.CLASS)
        overview = await until(downloads, lambda seen: any(each.held_by for each in seen.transfers))
        assert overview.transfers[0].held_by is Hold.OFF_PEAK
        downloads.rules = DownloadRules(floor_bytes=0, window=(time(0, 0), time(0, 0)), parallel=1)
        downloads.rules = ROOMY
        await until(downloads, idle)


async def test_a_days_limit_holds_for_all_that_run_together(tmp_path: Path) -> None:
    shelf = Shelf({key: os.urandom(60_000) for key in "abc"}, gate=asyncio.Event())
    async with library(tmp_path / "a", shelf, DownloadRules(floor_bytes=0, daily_bytes=130_000)) as (downloads, _):
        await downloads.want([material(key, data) for key, data in shelf.files.items()])
        overview = await until(
            downloads, lambda seen: shelf.at_once == 2 and any(each.held_by for each in seen.transfers)
        )
        assert [each.held_by for each in overview.transfers] == [None, None, Hold.DAILY_LIMIT]
        assert shelf.gate is not None
        shelf.gate.set()
        overview = await until(downloads, lambda seen: len(seen.held) == 2)
        assert overview.fetched_today == 120_000
        downloads.rules = DownloadRules(floor_bytes=0, daily_bytes=200_000)
        assert len((await until(downloads, idle)).held) == 3


async def test_a_new_version_is_fetched_while_the_old_can_be_read(tmp_path: Path) -> None:
    old, new = os.urandom(30_000), os.urandom(30_000)
    shelf = Shelf({"book": old})
    async with library(tmp_path / "a", shelf) as (downloads, store):
        await downloads.want([material("book", old)])
        await until(downloads, idle)
        await downloads.pin("book", True)
        shelf.files["book"] = new
        shelf.gate = asyncio.Event()
        await downloads.reconcile([material("book", new)])
        await until(downloads, lambda seen: shelf.at_once == 1)
        path = await downloads.open("book")
        assert path is not None
        assert path.read_bytes() == old
        shelf.gate.set()
        overview = await until(downloads, idle)
        path = await downloads.open("book")
        assert path is not None
        assert path.read_bytes() == new
        (file,) = overview.files
        assert file.pinned
        assert await store.blobs.total_bytes() == len(new)
        # What one may no longer see goes, pinned or not.
        await downloads.reconcile([])
        assert (await downloads.overview()).used == 0


async def test_a_file_that_the_disk_changed_is_never_shown_and_fetched_again(tmp_path: Path) -> None:
    data = os.urandom(30_000)
    shelf = Shelf({"book": data})
    async with library(tmp_path / "a", shelf) as (downloads, _):
        await downloads.want([material("book", data)])
        await until(downloads, idle)
        path = await downloads.open("book")
        assert path is not None
        path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
        with pytest.raises(DamagedFileError):
            await downloads.open("book")
        await until(downloads, lambda seen: idle(seen) and "book" in seen.held)
        path = await downloads.open("book")
        assert path is not None
        assert path.read_bytes() == data


async def test_a_lost_table_costs_no_byte(tmp_path: Path) -> None:
    data = os.urandom(30_000)
    shelf = Shelf({"book": data})
    async with library(tmp_path / "a", shelf) as (downloads, store):
        await downloads.want([material("book", data)])
        await until(downloads, idle)
        folder = store.folder
    (folder / "downloads.db").write_bytes(b"no database " * 500)
    async with library(tmp_path / "a", shelf) as (downloads, _):
        assert not (await downloads.overview()).held
        assert await downloads.want([material("book", data)]) == 0
        assert "book" in (await downloads.overview()).held
        assert len(shelf.asked) == 1
