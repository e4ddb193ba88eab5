"""Study material on a USB stick: what one computer has downloaded, carried to another of the same school.

::

    LearnUp-pack/manifest.json      the platform's signed list (``domain.pack_manifest``)
    LearnUp-pack/files/<sha256>     the bytes

Nothing on a stick is believed but the list, and that only under the key pinned at sign-in. Files are found by their
hash, never by a name that somebody wrote; each is checked before it is seen; and only what the importing account may
see is taken. Both ways go on where they stopped when the stick was pulled out.
"""

import asyncio
import errno
import hashlib
import json
import os
import shutil
import stat
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from learnup_desktop.base.errors import DamagedFileError, IntegrityFault, NotAPackError
from learnup_desktop.base.files import storage_fault, write_atomically
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.api.materials import MaterialsApi
    from learnup_desktop.contract.classes import Material
    from learnup_desktop.contract.materials import ManifestItem, PackManifest
    from learnup_desktop.store.blobs import BlobStore
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.sync.downloads import Downloads
    from learnup_desktop.sync.receipts import SigningKey

FOLDER, MANIFEST, FILES = "LearnUp-pack", "manifest.json", "files"
LARGEST_MANIFEST = 8 * 1024 * 1024
_CHUNK = 1 << 20
Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""``progress(done, total)`` in bytes, on the loop."""


@dataclass(slots=True)
class PackReport:
    """What became of a pack, in numbers of files.

    Attributes:
        taken: copied now.
        already: were there before.
        not_yours: of classes this account does not see, or of another version than the school has now.
        damaged: titles of files whose bytes are not those of the list; they are left out.
        missing: titles of files that the stick does not have.
    """

    taken: int = 0
    already: int = 0
    not_yours: int = 0
    damaged: list["ManifestItem"] = field(default_factory=list)
    missing: list["ManifestItem"] = field(default_factory=list)


class Packs:
    """Export and import of one account.

    Args:
        key: the platform's, pinned at sign-in.
    """

    def __init__(
        self,
        materials: "MaterialsApi",
        blobs: "BlobStore",
        cache: "Cache",
        downloads: "Downloads",
        key: "SigningKey",
    ) -> None:
        self._materials = materials
        self._blobs = blobs
        self._cache = cache
        self._downloads = downloads
        self._key = key

    async def exportable(self) -> "list[Material]":
        """What is here and may be carried on: nothing sealed."""
        from learnup_desktop.contract.classes import Material

        held = (await self._downloads.overview()).held
        return [
            item
            for item in await self._cache.all(Stream.MATERIALS, Material)
            if not item.sealed and item.published and held.get(item.id) == item.sha256
        ]

    async def export(
        self, place: Path, materials: "Sequence[Material]", progress: Progress = lambda done, total: None
    ) -> PackReport:
        """Write a pack into ``place``; needs the platform once, for its signature.

        Raises:
            NetworkError, PlatformError: the list could not be signed.
            DiskFullError, StorageError: the stick refused; what is written stays, and the next export goes on.
        """
        from learnup_desktop.domain.pack_manifest import read_manifest

        signed = await self._materials.manifest([material.id for material in materials])
        manifest = read_manifest(signed, self._key.key_id, self._key.public_key)
        folder, report = place / FOLDER, PackReport()
        await _on_disk(folder, lambda: (folder / FILES).mkdir(parents=True, exist_ok=True))
        total, done = sum(item.size_bytes for item in manifest.items), 0
        for item in manifest.items:
            target = folder / FILES / item.sha256
            if await _on_disk(target, partial(_is_whole, target, item.size_bytes, item.sha256)):
                report.already += 1
            else:
                try:
                    await self._blobs.check(item.sha256)
                except DamagedFileError:
                    report.missing.append(item)
                    continue
                source = await self._blobs.path(item.sha256)
                assert source is not None
                await _on_disk(target, partial(_copy, source, target))
                report.taken += 1
            done += item.size_bytes
            progress(done, total)
        document = json.dumps(signed.to_wire(), indent=2).encode()
        await _on_disk(folder, lambda: write_atomically(folder / MANIFEST, document))
        return report

    async def read(self, place: Path) -> "PackManifest":
        """The list of the pack in ``place`` (or in its folder of that name).

        Raises:
            NotAPackError: there is no pack.
            IntegrityFault: it is not this school's, or was changed.
            StorageError: the stick cannot be read.
        """
        from pydantic import ValidationError

        from learnup_desktop.contract.materials import SignedManifest
        from learnup_desktop.domain.pack_manifest import read_manifest

        path = _folder(place) / MANIFEST
        data = await _on_disk(path, lambda: _read_plain(path, LARGEST_MANIFEST))
        if data is None:
            raise NotAPackError(f"no pack in {place}")
        try:
            signed = SignedManifest.model_validate(json.loads(data))
        except (ValidationError, ValueError, RecursionError) as error:
            raise IntegrityFault("the pack's list cannot be understood") from error
        return read_manifest(signed, self._key.key_id, self._key.public_key)

    async def take(self, place: Path, progress: Progress = lambda done, total: None) -> PackReport:
        """Import what this account may see. What is damaged or missing is left out, and the rest goes on.

        Raises:
            NotAPackError, IntegrityFault: as ``read``; nothing was taken.
            DiskFullError, StorageError: a disk refused; what was taken stays, and the next import goes on.
        """
        from learnup_desktop.contract.classes import Material

        manifest, report = await self.read(place), PackReport()
        mine = {item.id: item for item in await self._cache.all(Stream.MATERIALS, Material)}
        wanted: list[tuple[ManifestItem, Material]] = []
        for item in manifest.items:
            material = mine.get(item.material_id)
            if material is None or material.sealed or material.sha256 != item.sha256:
                report.not_yours += 1
            else:
                wanted.append((item, material))
        total, done = sum(material.size_bytes for _, material in wanted), 0
        for item, material in wanted:
            await self._take_one(_folder(place) / FILES / material.sha256, item, material, report)
            done += material.size_bytes
            progress(done, total)
        return report

    async def _take_one(self, path: Path, item: "ManifestItem", material: "Material", report: PackReport) -> None:
        if await self._blobs.has(material.sha256):
            report.already += 1
        elif not await _on_disk(path, lambda: _is_plain(path)):
            report.missing.append(item)
            return
        else:
            offset = min(await self._blobs.partial_bytes(material.sha256), material.size_bytes)
            try:
                await self._blobs.put(
                    _chunks(path, offset), material.sha256, offset=offset, maximum_bytes=material.size_bytes
                )
            except IntegrityFault:
                report.damaged.append(item)
                return
            report.taken += 1
        await self._downloads.want([material])


def _folder(place: Path) -> Path:
    return place if (place / MANIFEST).is_file() else place / FOLDER


async def _on_disk(path: Path, work: Callable[[], Result]) -> Result:
    """Run on a thread, with the disk's errors as ours."""
    try:
        return await asyncio.to_thread(work)
    except OSError as error:
        raise storage_fault(error, path) from error


def _is_plain(path: Path) -> bool:
    """Whether it is a file itself: a link on a stick may lead anywhere on this computer."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False


def _read_plain(path: Path, most: int) -> bytes | None:
    if not _is_plain(path):
        return None
    with path.open("rb") as file:
        return file.read(most)


def _is_whole(path: Path, size: int, sha256: str) -> bool:
    if not _is_plain(path) or path.stat().st_size != size:
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def _copy(source: Path, target: Path) -> None:
    """Copy, going on behind what an interrupted copy has written; seen under its name only once it is on the stick."""
    unfinished = target.with_name(f"{target.name}.part")
    if unfinished.is_symlink() or (unfinished.exists() and unfinished.stat().st_size > source.stat().st_size):
        unfinished.unlink()
    with source.open("rb") as read, unfinished.open("ab") as write:
        read.seek(write.tell())
        shutil.copyfileobj(read, write, _CHUNK)
        write.flush()
        os.fsync(write.fileno())
    if not _is_whole(unfinished, source.stat().st_size, target.name):
        # What an earlier try left was not of this file, or the stick is worn out: once more from the beginning.
        unfinished.unlink()
        shutil.copyfile(source, unfinished)
        if not _is_whole(unfinished, source.stat().st_size, target.name):
            raise OSError(errno.EIO, "what was written is not what is read back")
    unfinished.replace(target)


async def _chunks(path: Path, offset: int) -> AsyncIterator[bytes]:
    """The file from ``offset`` on."""
    file = await _on_disk(path, lambda: path.open("rb"))
    try:
        await asyncio.to_thread(file.seek, offset)
        while data := await _on_disk(path, lambda: file.read(_CHUNK)):
            yield data
    finally:
        file.close()
