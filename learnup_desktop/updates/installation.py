"""The versions on this computer: which one counts, which is kept for going back, and what may be cleared away.

Everything that decides is one replaced file (``launch.write_state``). Folders are only added before it and removed
after it, so that at every moment the version it names is whole.
"""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import psutil

from learnup_desktop import __version__
from learnup_desktop.base.errors import ReadOnlyFolderError
from learnup_desktop.base.files import storage_fault
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.own_program import is_frozen
from learnup_desktop.updates import launch
from learnup_desktop.updates.launch import Place, State

_log = get_logger(__name__)
_TRASH = ".trash-"


class Installation:
    """One installation of a built program.

    Args:
        base: folder in which the installer put the program.
        place: what the installer said there.
    """

    def __init__(self, base: Path, place: Place) -> None:
        self.base = base
        self.place = place
        self.versions = place.versions

    @property
    def state(self) -> State:
        """Which version counts, read anew."""
        return launch.read_state(self.versions)

    @property
    def newest(self) -> str:
        """The version that the next start would take, staged ones included."""
        state = self.state
        named = [version for version in (self.place.version, state.current, state.staged) if version]
        return max(named, key=launch.sort_key)

    def folder(self, version: str) -> Path:
        """Where a version lies, or would."""
        return self.base if version in ("", self.place.version) else self.versions / version

    def folders(self) -> list[Path]:
        """The versions whose files can be used again."""
        return [self.base, *(self.versions / each for each in (self.state.current, self.state.staged) if each)]

    def may_write(self) -> bool:
        """Whether this account may change anything here."""
        folder = self.versions
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        return os.access(folder, os.W_OK)

    def prepare(self) -> None:
        """Make the folder of versions, and clear away what an earlier try has left.

        Raises:
            ReadOnlyFolderError: an administrator keeps this installation.
            StorageError: the disk refused.
        """
        if not self.may_write():
            raise ReadOnlyFolderError(f"{self.versions} is kept by an administrator", path=str(self.versions))
        try:
            self.versions.mkdir(mode=0o755, parents=True, exist_ok=True)
        except OSError as error:
            raise storage_fault(error, self.versions) from error
        self.clear()

    def staged(self, version: str) -> None:
        """A version is whole and checked.

        Raises:
            StorageError: that cannot be written down.
        """
        self._write(replace(self.state, staged=version))

    def adopt(self, version: str) -> None:
        """The next start takes this version; the one that counts now is kept.

        Raises:
            StorageError: that cannot be written down; the old one still counts.
        """
        state = self.state
        known = replace(state, current=version, previous=state.current, staged="", starts=0, confirmed=False)
        self._write(known)
        self.clear()

    def refuse(self, version: str) -> None:
        """A staged version failed: it is not taken again.

        Raises:
            StorageError: that cannot be written down.
        """
        state = self.state
        refused = [*state.refused, version] if version not in state.refused else state.refused
        self._write(replace(state, staged="" if state.staged == version else state.staged, refused=refused))
        self.clear()

    def confirm(self) -> None:
        """The version that runs has shown its window.

        Raises:
            StorageError: that cannot be written down.
        """
        state = self.state
        if state.current == __version__ and not state.confirmed:
            self._write(replace(state, starts=0, confirmed=True))

    def clear(self) -> None:
        """Remove versions that neither count nor are kept, unless one of their processes still runs."""
        state = self.state
        kept = {state.current, state.previous, state.staged}
        if not self.versions.is_dir():
            return
        busy = running_folders(self.versions)
        for folder in self.versions.iterdir():
            ours = folder.name.startswith(".") and not folder.name.startswith(_TRASH)  # metadata, what is being built
            if folder.is_dir() and not ours and folder.name not in kept | busy:
                self._remove(folder)

    def _remove(self, folder: Path) -> None:
        """Out of the way in one step, then file by file: nobody may find half of a version under its name."""
        try:
            if not folder.name.startswith(_TRASH):
                folder = folder.rename(folder.with_name(f"{_TRASH}{folder.name}-{os.getpid()}"))
            shutil.rmtree(folder)
        except OSError as error:
            _log.warning("an old version could not be removed", folder=str(folder), reason=str(error))

    def _write(self, state: State) -> None:
        try:
            launch.write_state(self.versions, state)
        except OSError as error:
            raise storage_fault(error, self.versions) from error


def running_folders(versions: Path) -> set[str]:
    """Names of the version folders from which a process runs that this account can see."""
    found = set()
    for process in psutil.process_iter(["exe"]):
        program = process.info["exe"]
        if program and Path(program).is_relative_to(versions):
            found.add(Path(program).relative_to(versions).parts[0])
    return found


def this_installation() -> Installation | None:
    """Of the program that runs; None from source, or where an installer left no word about updates."""
    if not is_frozen():
        return None
    base = launch.base_folder()
    place = launch.read_place(base)
    return Installation(base, place) if place is not None else None
