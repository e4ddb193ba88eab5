"""Which version a start takes. Standard library only: it runs before anything else, at every start of a built program.

The installer puts one version in place (the base) and beside it ``installation.json``, which says where later versions
are kept. ``state.json`` there names the one that counts. A new version has three starts in which to show a window; then
the one before it is taken again, for good.
"""

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

MARKER = "installation.json"
STATE = "state.json"
MOST_STARTS = 3
CHOSEN_VARIABLE = "LEARNUP_VERSION_CHOSEN"
"""Set for what is started from here, so that children do not choose again."""


@dataclass(frozen=True, slots=True)
class State:
    """Which version counts.

    Attributes:
        current: the version the next start takes; empty for the base.
        previous: the one before it, which is kept; empty for the base.
        staged: whole and checked, not yet tried.
        starts: of ``current`` that have not shown a window yet.
        confirmed: whether ``current`` has shown one.
        refused: versions that failed here and are not taken again.
    """

    current: str = ""
    previous: str = ""
    staged: str = ""
    starts: int = 0
    confirmed: bool = True
    refused: list[str] = field(default_factory=list)

    def rolled_back(self) -> "State":
        """The version before is taken again, and ``current`` never."""
        refused = [*self.refused, self.current] if self.current not in self.refused else self.refused
        return replace(self, current=self.previous, previous="", starts=0, confirmed=True, refused=refused)


@dataclass(frozen=True, slots=True)
class Place:
    """What the installer has said beside the executable.

    Attributes:
        version: of the base.
        versions: folder of later ones.
        kept_by: "self" where the program keeps itself current, "machine" where an administrator's task does.
    """

    version: str
    versions: Path
    kept_by: str


def program_in(folder: Path) -> Path:
    """The executable of a version's folder."""
    if sys.platform == "win32":
        return folder / "learnup-desktop.exe"
    if sys.platform == "darwin" and (folder / "LearnUp.app").is_dir():
        return folder / "LearnUp.app" / "Contents" / "MacOS" / "learnup-desktop"
    return folder / "learnup-desktop"


def read_place(base: Path) -> Place | None:
    """The installer's word in the base's folder; None where there is none, or none that can be understood."""
    try:
        said = json.loads((base / MARKER).read_text(encoding="utf-8"))
        versions = Path(os.path.expandvars(str(said["versions"]))).expanduser()
        # Resolved, as the system tells of a running program's path.
        return Place(str(said["version"]), (base / versions).resolve(), str(said.get("keptBy", "self")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def read_state(versions: Path) -> State:
    """Which version counts; the base when nothing (that can be understood) says otherwise."""
    try:
        said: Any = json.loads((versions / STATE).read_text(encoding="utf-8"))
        known = {name: said[name] for name in State.__dataclass_fields__ if name in said}
        state = State(**known)
    except (OSError, ValueError, TypeError, KeyError):
        return State()
    names = (state.current, state.previous, state.staged)
    sound = all(isinstance(name, str) and not set(name) & set("/\\:\0") and name not in (".", "..") for name in names)
    numbers = isinstance(state.starts, int) and isinstance(state.refused, list)
    return state if sound and numbers else State()


def write_state(versions: Path, state: State) -> None:
    """Replace the file in one step: after a cut there is the old one or the new one.

    Raises:
        OSError: it cannot be written here.
    """
    descriptor, unfinished = tempfile.mkstemp(prefix=".state-", dir=versions)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(state), file)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).chmod(0o644)  # everybody at this computer starts by it
        Path(unfinished).replace(versions / STATE)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    sync_folder(versions)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable, where a folder can be opened (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sort_key(version: str) -> tuple[tuple[int, ...], bool, str]:
    """What versions are ordered by here; ``domain.updates`` is the exact rule, and not loaded at every start."""
    numbers, _, word = version.partition("-")
    return tuple(int(part) if part.isdigit() else 0 for part in numbers.split(".")), not word, word


def choose_version(place: Place, *, opens_window: bool) -> Path | None:
    """The executable that this start takes, None for the base.

    A version that has had its starts is given up. Where the state cannot be written (an administrator keeps it), the
    version was tried before it was put in place, and is simply taken.
    """
    state = read_state(place.versions)
    if not state.current or sort_key(state.current) <= sort_key(place.version):
        return None  # an installer has brought the base further
    if not state.confirmed and opens_window:
        try:
            given_up = state.starts >= MOST_STARTS
            state = state.rolled_back() if given_up else replace(state, starts=state.starts + 1)
            write_state(place.versions, state)
        except OSError:  # an administrator keeps it
            state = read_state(place.versions)
    for version in (state.current, state.previous):
        program = program_in(place.versions / version)
        if version and program.is_file() and sort_key(version) > sort_key(place.version):
            return program
    return None


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether a start with these arguments is one that shows a window."""
    if any(argument in ("--version", "--help", "-h") for argument in arguments):
        return False
    return not arguments or arguments[0].startswith(("-", "learnup:")) or list(arguments) == ["demo"]


def hand_over(arguments: Sequence[str]) -> int | None:
    """From the base: run the version that counts instead; None when that is the base itself.

    Returns:
        The exit code, where the system cannot replace a process by another.
    """
    if os.environ.get(CHOSEN_VARIABLE):
        return None
    place = read_place(base_folder())
    if place is None:
        return None
    program = choose_version(place, opens_window=opens_window(arguments))
    if program is None:
        # What this version starts belongs to it, also when a newer one is put in place meanwhile.
        os.environ[CHOSEN_VARIABLE] = str(base_folder())
        return None
    from learnup_desktop.base.own_program import outside_environment

    environment = outside_environment(os.environ)
    environment[CHOSEN_VARIABLE] = str(base_folder())
    command = [str(program), *arguments]
    if os.name == "nt":
        import subprocess

        return subprocess.call(command, env=environment)
    os.execve(command[0], command, environment)
    return None


def base_folder() -> Path:
    """Where the installer put the program: the folder of what was started first, also from a later version."""
    chosen = os.environ.get(CHOSEN_VARIABLE)
    return Path(chosen) if chosen else Path(sys.executable).parent
