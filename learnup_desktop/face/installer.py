"""Getting model files onto this computer: a resumable, verified download, or a folder somebody brought on a stick.

The wire is passed in as a callable (only ``api`` may import httpx), so everything here is plain blocking code that a
client runs in a thread. A partial download stays beside its target as ``.part`` and goes on where it stopped; a file
becomes visible only after its digest held.
"""

import hashlib
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from learnup_desktop.base.errors import (
    DamagedFileError,
    IntegrityFault,
    ModelsMissingError,
    NetworkError,
    RuleViolation,
)
from learnup_desktop.face.manifest import LIVENESS, USEFUL_TASKS, KnownFile, Licence, Manifest
from learnup_desktop.face.models import (
    InstalledFile,
    LicenceAcceptance,
    digest_of,
    read_record,
    storage_error,
    task_of,
    write_record,
)

_CHUNK = 1 << 18


class Body(Protocol):
    """An open download, whoever opened it."""

    @property
    def start(self) -> int:
        """Offset of the first byte that comes; 0 when the server ignored the range."""

    @property
    def total(self) -> int | None:
        """Length of the whole file, None when the server does not say."""

    @property
    def chunks(self) -> Iterable[bytes]:
        """The bytes."""


Transport = Callable[[str, int], AbstractContextManager[Body]]
"""``transport(url, offset)`` opens a download from ``offset``. Raises errors of ``base.errors``, blocks."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an installation stands. ``total`` is None while the server has not said."""

    file: str
    done: int
    total: int | None
    verified: bool = False


ProgressCall = Callable[[Progress], None]


def accept_licence(root: Path, licence: Licence, *, by: str) -> None:
    """Record that ``by`` has read and accepted the text as it is now.

    Raises:
        StorageError: the record cannot be written.
    """
    record = read_record(root)
    if not record.accepted(licence.id, licence.text):
        digest = hashlib.sha256(licence.text.encode()).hexdigest()
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        record.licences.append(LicenceAcceptance(licence.id, digest, now, by))
        write_record(root, record)


def install_by_download(
    root: Path,
    manifest: Manifest,
    transport: Transport,
    *,
    pack: str = "",
    landmarks: bool = False,
    progress: ProgressCall | None = None,
) -> tuple[Path, ...]:
    """Download what is missing of ``pack`` and the addons; what is there and right is kept.

    Returns:
        The paths of all wanted files.

    Raises:
        RuleViolation: a licence was not accepted yet.
        IntegrityFault: what came is not what the manifest promises; the partial file is gone, a retry starts afresh.
        NetworkError: the transport's; the partial file stays, a retry goes on from there.
        DiskFullError, StorageError: the disk refused.
        KeyError: no such pack.
    """
    say = progress or (lambda _: None)
    files = manifest.wanted_files(pack, landmarks=landmarks)
    record = read_record(root)
    for licence in sorted({file.licence for file in files}):
        if not record.accepted(licence, manifest.licences[licence].text):
            raise RuleViolation("the licence was not accepted", licence=licence)
    missing = [file for file in files if not _is_there(root, file)]
    archived = [file for file in missing if not file.url]
    for file in missing:
        if file.url:
            part = _download(root, file.url, transport, say, name=file.name, expected=file.size)
            _adopt(root, part, file)
            say(Progress(file.name, file.size, file.size, verified=True))
    if archived:
        url = manifest.packs[archived[0].pack].archive
        name = url.rsplit("/", 1)[-1]
        part = root / "downloads" / f"{name}.part"
        if not zipfile.is_zipfile(part):
            part = _download(root, url, transport, say, name=name, expected=None)
        _unpack(root, part, archived, say)
    _record(root, files)
    return tuple(root / file.relative_path for file in files)


def install_from_folder(
    root: Path, source: Path, manifest: Manifest, *, progress: ProgressCall | None = None
) -> tuple[Path, ...]:
    """Copy a pack that somebody brought: a models root, or a folder (or zip) with ``.onnx`` files in it.

    Known files go where the manifest has them, unknown ones into ``models/<folder name>`` (or
    ``addons/liveness.onnx``) and are recorded as custom.

    Raises:
        ModelsMissingError: no detection model among them.
        DamagedFileError: a file that is no ONNX model.
        DiskFullError, StorageError: the disk refused.
    """
    say = progress or (lambda _: None)
    with _opened(source) as folder:
        found = [(path, *_identify(path, manifest)) for path in sorted(folder.rglob("*.onnx"))]
        found = [entry for entry in found if entry[1] in USEFUL_TASKS]
        if not any(task == "detection" for _, task, _, _ in found):
            raise ModelsMissingError("no detection model in the folder", folder=str(source))
        installed: list[Path] = []
        record = read_record(root)
        for path, task, digest, known in found:
            target = root / _target(path, task, known, fallback=source.stem)
            size = path.stat().st_size
            _copy(path, target, digest)
            relative = target.relative_to(root).as_posix()
            record.put(InstalledFile(relative, digest, task, size, custom=known is None))
            say(Progress(path.name, size, size, verified=True))
            installed.append(target)
        write_record(root, record)
    return tuple(installed)


def licences_in_folder(source: Path, manifest: Manifest) -> set[str]:
    """Licences of the files in ``source`` (folder or zip) that the manifest knows; custom files have none of ours.

    Raises:
        ModelsMissingError: neither a folder nor a zip.
        StorageError: the disk refused.
    """
    with _opened(source) as folder:
        known = [manifest.known(digest_of(path)) for path in folder.rglob("*.onnx")]
    return {file.licence for file in known if file is not None and file.task in USEFUL_TASKS}


def partial_bytes(root: Path) -> int:
    """How much of an unfinished download is kept."""
    return sum(path.stat().st_size for path in (root / "downloads").glob("*.part"))


def delete_models(root: Path) -> None:
    """Remove every installed model file; accepted licences stay on record.

    Raises:
        StorageError: the disk refused.
    """
    record = read_record(root)
    try:
        for entry in record.files:
            (root / entry.path).unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(error) from error
    record.files = []
    write_record(root, record)


def _identify(path: Path, manifest: Manifest) -> tuple[str, str, KnownFile | None]:
    digest = digest_of(path)
    known = manifest.known(digest)
    return (known.task if known is not None else task_of(path)), digest, known


def _target(path: Path, task: str, known: KnownFile | None, *, fallback: str) -> Path:
    if task == LIVENESS:
        return Path("addons", "liveness.onnx")
    # A folder keeps its files together even when the manifest knows some of them from another pack.
    folder = path.parent.name or fallback
    return Path("models", known.pack if known is not None and not folder else folder, path.name)


@contextmanager
def _opened(source: Path) -> Iterator[Path]:
    """The folder of ``source``, unpacked first when it is a zip."""
    if source.is_dir():
        yield source
        return
    if not zipfile.is_zipfile(source):
        raise ModelsMissingError("neither a folder nor a zip", folder=str(source))
    with tempfile.TemporaryDirectory(prefix="learnup-models-") as temporary:
        folder = Path(temporary) / source.stem
        _unpack_models(source, folder)
        yield folder


def _unpack_models(source: Path, folder: Path) -> None:
    try:
        folder.mkdir()
        with zipfile.ZipFile(source) as archive:
            for member in archive.infolist():
                # Only the last part of a member's name is used, so that no archive can write outside the folder.
                name = Path(member.filename).name
                if name.endswith(".onnx") and not member.is_dir():
                    with archive.open(member) as stream, (folder / name).open("wb") as target:
                        shutil.copyfileobj(stream, target, _CHUNK)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:  # RuntimeError: encrypted
        raise DamagedFileError(f"{source.name}: {error}", file=source.name) from error
    except OSError as error:
        raise storage_error(error) from error


def _is_there(root: Path, file: KnownFile) -> bool:
    path = root / file.relative_path
    return path.is_file() and path.stat().st_size == file.size and digest_of(path) == file.sha256


def _download(
    root: Path, url: str, transport: Transport, say: ProgressCall, *, name: str, expected: int | None
) -> Path:
    part = root / "downloads" / f"{name}.part"
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        have = part.stat().st_size if part.exists() else 0
        if expected is not None and have >= expected:
            have = 0
        with transport(url, have) as body:
            total = expected if expected is not None else body.total
            with part.open("r+b" if part.exists() else "wb") as stream:
                stream.seek(body.start)
                stream.truncate()
                done = body.start
                for chunk in body.chunks:
                    stream.write(chunk)
                    done += len(chunk)
                    if expected is not None and done > expected:
                        break
                    say(Progress(name, done, total))
                stream.flush()
                os.fsync(stream.fileno())
        if expected is not None and done > expected:
            part.unlink()
            raise IntegrityFault(f"{name}: more than {expected} bytes came", file=name)
        if total is not None and done < total:
            # A cut line: what came stays, the next try goes on from there.
            raise NetworkError(f"{name}: {done} of {total} bytes came", file=name)
    except OSError as error:
        raise storage_error(error) from error
    return part


def _adopt(root: Path, part: Path, file: KnownFile) -> None:
    if digest_of(part) != file.sha256:
        part.unlink(missing_ok=True)
        raise IntegrityFault(f"{file.name} is not the file the manifest names", file=file.name)
    try:
        target = root / file.relative_path
        target.parent.mkdir(parents=True, exist_ok=True)
        part.replace(target)
    except OSError as error:
        raise storage_error(error) from error


def _unpack(root: Path, archive: Path, files: list[KnownFile], say: ProgressCall) -> None:
    try:
        with zipfile.ZipFile(archive) as pack:
            members = {Path(info.filename).name: info for info in pack.infolist() if not info.is_dir()}
            for file in files:
                if file.name not in members or members[file.name].file_size != file.size:
                    raise IntegrityFault(f"{archive.stem} has no right {file.name}", file=file.name)
                part = archive.with_name(f"{file.name}.unpacked")
                with pack.open(members[file.name]) as stream, part.open("wb") as target:
                    shutil.copyfileobj(stream, target, _CHUNK)
                _adopt(root, part, file)
                say(Progress(file.name, file.size, file.size, verified=True))
    except (zipfile.BadZipFile, IntegrityFault) as error:
        archive.unlink(missing_ok=True)
        raise error if isinstance(error, IntegrityFault) else DamagedFileError(archive.stem) from error
    except OSError as error:
        raise storage_error(error) from error
    archive.unlink(missing_ok=True)


def _copy(source: Path, target: Path, digest: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        shutil.copyfile(source, part)
        if digest_of(part) != digest:
            part.unlink(missing_ok=True)
            raise IntegrityFault(f"{source.name} changed while it was copied", file=source.name)
        part.replace(target)
    except OSError as error:
        raise storage_error(error) from error


def _record(root: Path, files: tuple[KnownFile, ...]) -> None:
    record = read_record(root)
    for file in files:
        record.put(InstalledFile(file.relative_path.as_posix(), file.sha256, file.task, file.size, custom=False))
    write_record(root, record)


def installed_files(root: Path) -> Iterator[InstalledFile]:
    """What the record says is installed and still lies there.

    Raises:
        DamagedFileError: the record is not readable.
    """
    for entry in read_record(root).files:
        if (root / entry.path).is_file():
            yield entry
