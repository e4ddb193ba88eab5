"""What a hostile or broken server, or a full disk, can do to downloads: the one is refused, the rest goes on."""

import gzip
import os
from pathlib import Path

import httpx
import pytest

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.domain.downloads import Hold
from learnup_desktop.store import blobs
from learnup_desktop.store.downloads import WishState
from learnup_desktop.sync import download_queue
from tests.unit.sync.shelf import Shelf, material
from tests.unit.sync.test_downloads import library, until


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_a_packed_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(5_000_000))
    good = os.urandom(10_000)
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/pdf"}
    shelf = Shelf(
        {"good": good},
        answer=lambda key: httpx.Response(200, content=bomb, headers=headers) if key == "bomb" else None,
    )
    async with library(tmp_path / "a", shelf) as (downloads, store):
        await downloads.want([material("bomb", b"x" * 60_000), material("good", good)])
        overview = await until(
            downloads,
            lambda seen: "good" in seen.held and any(each.wish.state is WishState.FAILED for each in seen.transfers),
        )
        (failed,) = overview.transfers
        assert (failed.wish.material_id, failed.wish.error) == ("bomb", download_queue.WRONG_BYTES)
        assert await store.blobs.partial_bytes(failed.wish.sha256) == 0


@pytest.mark.parametrize("name", ["../../../evil", "/etc/evil", "C:\\evil", "A" * 64, "", "0" * 63 + "\n"])
async def test_a_name_that_is_no_hash_leads_nowhere(tmp_path: Path, name: str) -> None:
    good = os.urandom(1000)
    shelf = Shelf({"good": good, "evil": b"evil"})
    async with library(tmp_path / "in" / "a", shelf) as (downloads, _):
        with pytest.raises(IntegrityFault):
            await downloads.want([material("evil", b"evil", sha256=name)])
        await downloads.want([material("evil", b"evil", sha256=name), material("good", good)])
        assert (await downloads.estimate([material("evil", b"evil", sha256=name)])).files == 0
        await until(downloads, lambda seen: "good" in seen.held)
        assert [key for key, _, _ in shelf.asked] == ["good"]
    assert names(tmp_path) == ["in"]


async def test_a_disk_that_is_full_at_four_fifths_keeps_what_is_here_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large, small = os.urandom(1_500_000), os.urandom(2_000)
    shelf = Shelf({"large": large, "small": small})
    full, original = [True], blobs._write_all

    def write(file: object, data: bytes) -> None:
        if full[0] and len(data) > len(small) and file.tell() + len(data) > len(large) * 0.8:  # type: ignore[attr-defined]
            raise OSError(28, "No space left on device")
        original(file, data)  # type: ignore[arg-type]

    monkeypatch.setattr(blobs, "_write_all", write)
    async with library(tmp_path / "a", shelf) as (downloads, _):
        await downloads.want([material("large", large), material("small", small)])
        overview = await until(
            downloads,
            lambda seen: "small" in seen.held and any(each.held_by is Hold.DISK_FLOOR for each in seen.transfers),
        )
        (waits,) = overview.transfers
        assert waits.wish.state is WishState.WAITING
        assert waits.here > len(large) * 0.5
        assert await downloads.open("large") is None
        full[0] = False
        downloads.network_back()
        await until(downloads, lambda seen: "large" in seen.held)
        path = await downloads.open("large")
        assert path is not None and path.read_bytes() == large
        assert shelf.asked[-1][1] > len(large) * 0.5, "what had arrived was not fetched again"
