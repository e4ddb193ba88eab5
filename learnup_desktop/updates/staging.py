"""Building a new version's folder beside the running one: what is here already is copied, the rest is fetched.

Most of a version are libraries that stay the same for months: of 500 MB, a new release of our own code fetches 3 or 4.
Each file is checked against the signed list while it is written, wherever it comes from, so that neither a bad line nor
a tampered copy gets in. Cut off at any moment, the next try goes on with the files that are whole.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from learnup_desktop.api.download import open_download
from learnup_desktop.base.errors import DiskFullError, IntegrityFault
from learnup_desktop.base.files import storage_fault
from learnup_desktop.updates.launch import sync_folder
from learnup_desktop.updates.manifest import Manifest, ManifestFile

FILE_LIST = "learnup-files.json"
"""Names the files of a built program, as ``packaging/build.py`` writes it."""
SPARE_BYTES = 512 * 1024**2
"""Left free on the disk: answers come first."""
_CHUNK = 1 << 18

Pace = Callable[[int], None]
"""Called before and while bytes come from the network; waits, or raises to stop."""


class StoppedError(Exception):
    """The work was interrupted on purpose; what is whole stays for the next time."""


def known_files(folders: Iterable[Path]) -> dict[str, Path]:
    """Files of the versions that are here, by hash, as their own lists say. They are checked again when used."""
    known: dict[str, Path] = {}
    for folder in folders:
        try:
            listed = json.loads((folder / FILE_LIST).read_text(encoding="utf-8"))["files"]
            for each in listed:
                if "sha256" in each:
                    known.setdefault(each["sha256"], folder / each["path"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue  # without a list everything is fetched, which is slower and as safe
    return known


def bytes_to_fetch(manifest: Manifest, known: dict[str, Path]) -> int:
    """What staging a version would take from the network."""
    return sum({file.sha256: file.packed for file in manifest.files if file.sha256 not in known}.values())


def stage(manifest: Manifest, address: str, folder: Path, known: dict[str, Path], pace: Pace) -> None:
    """Fill ``folder`` with a version, whole and checked, then let it appear in one step.

    Args:
        manifest: the signed list.
        address: of the repository, with a slash at its end.
        folder: of the version; not there yet, or there whole.
        known: from :func:`known_files`.
        pace: told of bytes from the network.

    Raises:
        IntegrityFault: what came is not what was signed.
        NetworkError: the line failed.
        StorageError: the disk refused.
        StoppedError: ``pace`` said so.
    """
    if folder.is_dir():
        return  # it appeared whole, or not at all
    unfinished = folder.with_name(f".{folder.name}.part")
    try:
        unfinished.mkdir(parents=True, exist_ok=True)
        _remove_strangers(unfinished, {file.path for file in manifest.files})
        missing = [file for file in manifest.files if not _is_whole(unfinished / file.path, file)]
        free = shutil.disk_usage(unfinished).free
        if free < sum(file.size for file in missing) + SPARE_BYTES:
            raise DiskFullError(f"{free} bytes are free")
        for file in missing:
            _place(file, unfinished / file.path, address, known, pace)
        for link in manifest.links:
            path = unfinished / link.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.symlink_to(link.target)
        for inside in sorted({path.parent for path in unfinished.rglob("*")}):
            sync_folder(inside)
        unfinished.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise storage_fault(error, folder) from error


def _is_whole(path: Path, file: ManifestFile) -> bool:
    try:
        if path.is_symlink() or path.stat().st_size != file.size:
            return False
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest() == file.sha256
    except OSError:
        return False


def _remove_strangers(folder: Path, named: set[str]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            continue
        if path.relative_to(folder).as_posix() not in named:
            path.unlink()


def _place(file: ManifestFile, path: Path, address: str, known: dict[str, Path], pace: Pace) -> None:
    """Bring one file in: from here when it is the same here, else from the network."""
    path.parent.mkdir(parents=True, exist_ok=True)
    here = known.get(file.sha256)
    if here is not None and not here.is_symlink():
        try:
            with here.open("rb") as source:
                _write(file, path, iter(lambda: source.read(_CHUNK), b""))
            return
        except (OSError, IntegrityFault):
            pass  # the copy here is not what its list says: fetch it
    with _fetched(file, address, pace) as chunks:
        _write(file, path, chunks)


@contextmanager
def _fetched(file: ManifestFile, address: str, pace: Pace) -> Iterator[Iterator[bytes]]:
    """The file's bytes from the network, unpacked; never more of them than were signed for."""
    import zstandard

    pace(0)
    with open_download(f"{address}files/{file.sha256[:2]}/{file.sha256}.zst") as incoming:

        def packed() -> Iterator[bytes]:
            arrived = 0
            for chunk in incoming.chunks:
                arrived += len(chunk)
                if arrived > file.packed:
                    raise IntegrityFault(f"{file.path}: more came than was signed for")
                pace(len(chunk))
                yield chunk
            if arrived != file.packed:
                raise IntegrityFault(f"{file.path}: {arrived} of {file.packed} bytes came")

        def unpacked() -> Iterator[bytes]:
            decompressor = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
            try:
                for chunk in packed():
                    yield decompressor.decompress(chunk)
            except zstandard.ZstdError as error:
                raise IntegrityFault(f"{file.path} cannot be unpacked: {error}") from error

        yield unpacked()


def _write(file: ManifestFile, path: Path, chunks: Iterator[bytes]) -> None:
    """Write, check and only then give the file its name.

    Raises:
        IntegrityFault: other bytes than those that were signed.
    """
    unfinished = path.with_name(f".{path.name}.part")
    digest, size = hashlib.sha256(), 0
    try:
        with unfinished.open("wb") as target:
            for chunk in chunks:
                size += len(chunk)
                if size > file.size:
                    break
                digest.update(chunk)
                target.write(chunk)
            _flush(target)
        if size != file.size or digest.hexdigest() != file.sha256:
            raise IntegrityFault(f"{file.path} is not what was signed")
        unfinished.chmod(0o755 if file.executable else 0o644)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _flush(target: BinaryIO) -> None:
    target.flush()
    os.fsync(target.fileno())
