"""A blob is there whole or not at all, and what arrived before the line broke is not fetched again."""

import asyncio
import errno
import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from learnup_desktop.base.errors import DamagedFileError, DiskFullError, IntegrityFault, OfflineError
from learnup_desktop.store import blobs as blobs_module
from learnup_desktop.store.account_store import AccountStore
from tests.unit.store.samples import open_store, run

DATA = os.urandom(900_000)
SHA256 = hashlib.sha256(DATA).hexdigest()


async def pieces(data: bytes, size: int = 65_536, *, break_after: int | None = None) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        if break_after is not None and start >= break_after:
            raise OfflineError("cut")
        yield data[start : start + size]


async def test_it_is_visible_only_when_whole(store: AccountStore) -> None:
    assert await store.blobs.path(SHA256) is None
    seen: list[int] = []
    place = await store.blobs.put(pieces(DATA), SHA256, on_progress=seen.append)
    assert place == await store.blobs.path(SHA256)
    assert await store.blobs.read(SHA256) == DATA
    assert seen == sorted(seen)
    assert seen[-1] == len(DATA)
    assert await store.blobs.total_bytes() == len(DATA)
    assert await store.blobs.partial_bytes(SHA256) == 0


async def test_a_cut_line_goes_on_where_it_stopped(store: AccountStore) -> None:
    with pytest.raises(OfflineError):
        await store.blobs.put(pieces(DATA, break_after=400_000), SHA256)
    here = await store.blobs.partial_bytes(SHA256)
    assert 300_000 < here < len(DATA)
    assert not await store.blobs.has(SHA256)
    await store.blobs.put(pieces(DATA[here:]), SHA256, offset=here)
    assert await store.blobs.read(SHA256) == DATA


async def test_a_server_that_begins_anew_writes_over_what_is_here(store: AccountStore) -> None:
    with pytest.raises(OfflineError):
        await store.blobs.put(pieces(b"x" * 900_000, break_after=400_000), SHA256)
    await store.blobs.put(pieces(DATA), SHA256, offset=0)
    assert await store.blobs.read(SHA256) == DATA


async def test_other_bytes_and_too_many_are_refused_and_forgotten(store: AccountStore) -> None:
    with pytest.raises(IntegrityFault):
        await store.blobs.put(pieces(DATA[:-1] + b"?"), SHA256)
    assert await store.blobs.partial_bytes(SHA256) == 0
    with pytest.raises(IntegrityFault):
        await store.blobs.put(pieces(DATA + b"more"), SHA256, maximum_bytes=len(DATA))
    assert await store.blobs.partial_bytes(SHA256) == 0
    assert not await store.blobs.has(SHA256)
    with pytest.raises(ValueError, match="SHA-256"):
        await store.blobs.put(pieces(DATA), "../../etc/passwd")


async def test_a_changed_or_missing_file_is_noticed(store: AccountStore) -> None:
    place = await store.blobs.put(pieces(DATA), SHA256)
    _write(place, DATA[:-1] + b"?")
    with pytest.raises(DamagedFileError):
        await store.blobs.read(SHA256)
    assert not await store.blobs.has(SHA256)
    place = await store.blobs.put(pieces(DATA), SHA256)
    _write(place, DATA[:5])
    assert await store.blobs.path(SHA256) is None
    with pytest.raises(DamagedFileError):
        await store.blobs.read(SHA256)


def _write(place: Path, data: bytes) -> None:
    place.write_bytes(data)


async def test_bytes_made_here_and_deletion(store: AccountStore) -> None:
    assert await store.blobs.put_bytes(b"evidence") == hashlib.sha256(b"evidence").hexdigest()
    sha256 = await store.blobs.put_bytes(b"evidence")
    await store.blobs.delete(sha256)
    await store.blobs.delete(sha256)
    assert not await store.blobs.has(sha256)


async def test_a_full_disk_keeps_what_fits(store: AccountStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: object, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(blobs_module, "_write_all", full)
    with pytest.raises(DiskFullError):
        await store.blobs.put(pieces(DATA), SHA256)
    monkeypatch.undo()
    assert not await store.blobs.has(SHA256)
    await store.blobs.put(pieces(DATA), SHA256)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(0, 4000), max_size=4), size=st.integers(1, 900))
def test_any_cuts_end_with_the_same_bytes(tmp_path: Path, cuts: list[int], size: int) -> None:
    data = DATA[:4000]
    sha256 = hashlib.sha256(data).hexdigest()

    async def scenario() -> None:
        store = await open_store(tmp_path / "any")
        try:
            await store.blobs.delete(sha256)
            for cut in [*cuts, None]:
                if await store.blobs.has(sha256):
                    break
                here = await store.blobs.partial_bytes(sha256)
                with suppress(OfflineError):
                    await store.blobs.put(pieces(data[here:], size, break_after=cut), sha256, offset=here)
            assert await store.blobs.read(sha256) == data
        finally:
            await store.close()

    run(scenario())


async def test_a_cancelled_download_leaves_no_open_file_and_nobody_in_the_way(store: AccountStore) -> None:
    for pause in range(12):
        first = asyncio.create_task(store.blobs.put(pieces(DATA, 4096), SHA256))
        await asyncio.sleep(pause / 2000)
        first.cancel()
        second = asyncio.create_task(store.blobs.put(pieces(DATA), SHA256))
        await asyncio.gather(first, return_exceptions=True)
        await second
        assert await store.blobs.read(SHA256) == DATA
        await store.blobs.delete(SHA256)
