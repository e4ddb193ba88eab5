"""A pack on a stick: believed only for the platform's signature and each file's hash, and gone on with when cut."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.errors import IntegrityFault, NotAPackError, StorageError
from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.materials import ManifestItem, ManifestRequest, PackManifest, SignedManifest
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.domain.pack_manifest import manifest_document
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.sync.downloads import Downloads
from learnup_desktop.sync.packs import FILES, FOLDER, MANIFEST, Packs
from learnup_desktop.sync.receipts import SigningKey
from tests.unit.api.wire import scripted
from tests.unit.sync.shelf import Shelf, material
from tests.unit.sync.test_downloads import idle, library, until

SECRET = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = SigningKey("school", SECRET.public_key().public_bytes_raw())
FILE = {key: os.urandom(300_000) for key in ("waves", "optics")}
MATERIALS = {key: material(key, data) for key, data in FILE.items()}


def signed(items: list[Material], secret: Ed25519PrivateKey = SECRET) -> SignedManifest:
    listed = [
        ManifestItem(
            material_id=item.id,
            class_id=item.class_id,
            title=item.title,
            media_type=item.media_type,
            size_bytes=item.size_bytes,
            sha256=item.sha256,
        )
        for item in items
    ]
    document = manifest_document(PackManifest(made_at=datetime.now(UTC), made_for="nimali", items=listed))
    return SignedManifest(document=document, key_id="school", signature=secret.sign(document))


def sign(request: httpx.Request) -> httpx.Response:
    assert request.url.path == routes.PACK_MANIFEST
    wanted = ManifestRequest.model_validate_json(request.content).material_ids
    return httpx.Response(200, json=signed([MATERIALS[key] for key in wanted]).to_wire())


@asynccontextmanager
async def desk(folder: Path, *keys: str, fetched: bool) -> AsyncIterator[tuple[Packs, Downloads, AccountStore]]:
    """A computer whose account sees these materials, with or without having downloaded them."""
    async with library(folder, Shelf(FILE)) as (downloads, store), scripted(sign) as transport:
        seen = [Change(stream=Stream.MATERIALS, id=key, version=1, data=MATERIALS[key].to_wire()) for key in keys]
        await store.cache.apply(seen, "cursor")
        if fetched:
            await downloads.want([MATERIALS[key] for key in keys])
            await until(downloads, idle)
        yield Packs(PlatformClient(transport).materials, store.blobs, store.cache, downloads, KEY), downloads, store


async def stick_of(tmp_path: Path) -> Path:
    """A stick that another computer has written."""
    async with desk(tmp_path / "one", "waves", "optics", fetched=True) as (packs, _, _):
        report = await packs.export(tmp_path / "stick", await packs.exportable())
        assert (report.taken, report.already) == (2, 0)
    return tmp_path / "stick"


async def test_a_pack_goes_from_one_computer_to_another_without_a_network(tmp_path: Path) -> None:
    stick, steps = await stick_of(tmp_path), list[tuple[int, int]]()
    async with desk(tmp_path / "two", "waves", fetched=False) as (packs, downloads, store):
        report = await packs.take(stick, lambda done, total: steps.append((done, total)))
        assert (report.taken, report.not_yours, report.damaged, report.missing) == (1, 1, [], [])
        path = await downloads.open("waves")
        assert path is not None and path.read_bytes() == FILE["waves"]
        assert not await store.blobs.has(MATERIALS["optics"].sha256), "what the account may not see is not taken"
        assert steps == [(300_000, 300_000)]
        assert (await packs.take(stick / FOLDER)).already == 1


async def test_a_stick_pulled_out_is_gone_on_with_both_ways(tmp_path: Path) -> None:
    stick = await stick_of(tmp_path)
    waves = stick / FOLDER / FILES / MATERIALS["waves"].sha256
    waves.with_name(f"{waves.name}.part").write_bytes(FILE["waves"][:100_000])
    waves.unlink()
    async with desk(tmp_path / "one", "waves", "optics", fetched=True) as (packs, _, _):
        report = await packs.export(stick, await packs.exportable())
        assert (report.taken, report.already) == (1, 1)
        assert waves.read_bytes() == FILE["waves"]
    async with desk(tmp_path / "two", "waves", fetched=False) as (packs, downloads, store):
        partial = store.blobs.folder / "partial" / MATERIALS["waves"].sha256
        partial.parent.mkdir(parents=True)
        partial.write_bytes(FILE["waves"][:200_000])
        assert (await packs.take(stick)).taken == 1
        assert await downloads.open("waves") is not None


async def test_what_is_not_what_was_signed_is_left_out_and_the_rest_is_taken(tmp_path: Path) -> None:
    stick = await stick_of(tmp_path)
    files = stick / FOLDER / FILES
    (files / MATERIALS["waves"].sha256).write_bytes(b"evil" + FILE["waves"][4:])
    async with desk(tmp_path / "two", "waves", "optics", fetched=False) as (packs, downloads, _):
        report = await packs.take(stick)
        assert ([item.material_id for item in report.damaged], report.taken) == (["waves"], 1)
        assert await downloads.open("waves") is None
        # A link may lead to anything on this computer.
        (files / MATERIALS["waves"].sha256).unlink()
        secret = tmp_path / "secret"
        secret.write_bytes(FILE["waves"])
        (files / MATERIALS["waves"].sha256).symlink_to(secret)
        assert [item.material_id for item in (await packs.take(stick)).missing] == ["waves"]


async def test_another_schools_list_or_a_changed_one_is_refused_whole(tmp_path: Path) -> None:
    stick = await stick_of(tmp_path)
    manifest = stick / FOLDER / MANIFEST
    honest = manifest.read_bytes()
    forged = signed(list(MATERIALS.values()), Ed25519PrivateKey.generate())
    async with desk(tmp_path / "two", "waves", fetched=False) as (packs, _, store):
        for data in (
            b"",
            b"[]",
            b"{" * 100_000,
            honest.replace(b"school", b"school2"),
            forged.model_dump_json(by_alias=True).encode(),
        ):
            manifest.write_bytes(data)
            with pytest.raises(IntegrityFault):
                await packs.take(stick)
        manifest.unlink()
        with pytest.raises(NotAPackError):
            await packs.take(stick)
        assert await store.blobs.total_bytes() == 0


async def test_a_stick_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "stick").write_bytes(b"a file where the stick should be")
    async with desk(tmp_path / "one", "waves", fetched=True) as (packs, _, _):
        with pytest.raises(StorageError):
            await packs.export(tmp_path / "stick", await packs.exportable())


async def test_a_sealed_publication_is_never_carried(tmp_path: Path) -> None:
    bought = material("book", b"sealed bytes", sealed=True)
    async with desk(tmp_path / "one", "waves", fetched=True) as (packs, _, store):
        await store.cache.apply([Change(stream=Stream.MATERIALS, id="book", version=2, data=bought.to_wire())], "c2")
        await store.blobs.put_bytes(b"sealed bytes")
        assert [item.id for item in await packs.exportable()] == ["waves"]
