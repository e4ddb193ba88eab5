"""One process an account: an operating system's lock on a file, which a crash releases by itself."""

import errno
import os
import sys
from pathlib import Path

from learnup_desktop.base.errors import LockedElsewhereError
from learnup_desktop.base.files import storage_fault

_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


class FolderLock:
    """The exclusive right to a folder, from construction to ``release``.

    Raises:
        LockedElsewhereError: another process has it; ``pid`` in the arguments when it says who.
        StorageError: the lock file cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / "lock"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise storage_fault(error, path) from error
        try:
            _lock(self._descriptor)
        except OSError as error:
            holder = _holder(path)
            os.close(self._descriptor)
            if error.errno in _HELD:
                raise LockedElsewhereError(f"{folder.name} is open in another window", pid=holder) from error
            raise storage_fault(error, path) from error
        _write_holder(path)

    def release(self) -> None:
        """Let go. Doing so twice is harmless."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        # flock, not lockf: POSIX locks vanish when any other descriptor of the file is closed in this process.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(path: Path) -> int | None:
    """Who says to hold it. Beside the lock, since Windows lets nobody read a locked byte."""
    try:
        return int(path.with_suffix(".pid").read_text())
    except (OSError, ValueError):
        return None


def _write_holder(path: Path) -> None:
    try:
        path.with_suffix(".pid").write_text(str(os.getpid()))
    except OSError as error:
        raise storage_fault(error, path) from error
