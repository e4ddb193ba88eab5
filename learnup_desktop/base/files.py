"""Writing small files so that a crash or a full disk never leaves half of one."""

import contextlib
import errno
import os
from pathlib import Path

from learnup_desktop.base.errors import DiskFullError, ReadOnlyFolderError, StorageError

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def storage_fault(error: OSError, path: Path) -> StorageError:
    """Our error for what the operating system said about ``path``; raise it ``from`` the original."""
    kind: type[StorageError] = StorageError
    if error.errno in _FULL:
        kind = DiskFullError
    elif error.errno in _REFUSED:
        kind = ReadOnlyFolderError
    return kind(f"{path}: {error.strerror or error}", path=str(path))


def write_atomically(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``: after a crash there is the old file or the new one, whole.

    The file is readable by its owner only. Its folder is made when missing.

    Raises:
        DiskFullError: no space left; the old file is untouched.
        ReadOnlyFolderError: the folder cannot be written.
        StorageError: the disk refused in another way.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise storage_fault(error, path) from error


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where a folder can be opened (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
