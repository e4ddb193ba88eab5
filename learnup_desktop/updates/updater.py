"""All of an update in order: what this computer takes, whether there is something, and bringing it here.

Blocking, for a thread or the command line. Where updates come from and whose signature counts is shipped with a build
(``updates/root.json`` and ``updates/updates.toml`` among its resources); a school may name a mirror.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from learnup_desktop.base import paths, settings
from learnup_desktop.base.errors import IntegrityFault, LearnUpError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.machine import MachinePolicy, read_machine_policy
from learnup_desktop.base.settings import Settings
from learnup_desktop.domain.updates import Channel, Release, UpdatePolicy, choose
from learnup_desktop.updates.installation import Installation, this_installation
from learnup_desktop.updates.manifest import Manifest, parse_manifest
from learnup_desktop.updates.staging import Pace, bytes_to_fetch, known_files, stage
from learnup_desktop.updates.trust import Repository, UntrustedUpdateError, system_name

ROOT_FILE, SOURCE_FILE = "root.json", "updates.toml"
_log = get_logger(__name__)


class NoUpdatesHereError(LearnUpError):
    """This program does not update itself: it is source, or was built or installed without."""

    key = "error.no_updates_here"
    code = "LU-331"


@dataclass(frozen=True, slots=True)
class Source:
    """Where updates come from.

    Attributes:
        address: of the repository or the school's mirror.
        root: the root metadata in which trust begins.
    """

    address: str
    root: bytes


def shipped_source(machine: MachinePolicy, folder: Path | None = None) -> Source | None:
    """What the build says, with the school's mirror in place of its address; None for a build that says nothing."""
    folder = folder or paths.resources_dir() / "updates"
    try:
        root = (folder / ROOT_FILE).read_bytes()
        address = str(tomllib.loads((folder / SOURCE_FILE).read_text(encoding="utf-8"))["address"])
    except (OSError, ValueError, KeyError):
        return None
    return Source(machine.mirror or address, root)


def policy_of(store: Settings | None, machine: MachinePolicy) -> UpdatePolicy:
    """What this computer takes: the school's word where it has one, else the person's."""
    enabled = machine.updates_enabled
    if enabled is None:
        enabled = store.get(settings.UPDATES) if store is not None else True
    channel = machine.channel or (store.get(settings.UPDATE_CHANNEL) if store is not None else "stable")
    by_school = machine.updates_enabled is not None or bool(machine.channel or machine.pinned)
    chosen: Channel = "preview" if channel == "preview" else "stable"
    return UpdatePolicy(enabled, chosen, machine.pinned, "school" if by_school else "person")


@dataclass(frozen=True, slots=True)
class Found:
    """A version that this computer will take.

    Attributes:
        to_fetch: bytes that have to come from the network for it.
    """

    release: Release
    manifest: Manifest
    to_fetch: int


class Updater:
    """Brings new versions into one installation.

    Args:
        installation: where they go.
        source: where they come from.
        policy: what is taken.
        folder: where signed metadata is kept between looks.
    """

    def __init__(self, installation: Installation, source: Source, policy: UpdatePolicy, folder: Path) -> None:
        self.installation = installation
        self.policy = policy
        self._repository = Repository(source.address, source.root, folder)

    def look(self) -> Found | None:
        """Ask for a newer version; None when there is none to take.

        Raises:
            UntrustedUpdateError, NetworkError, StorageError: see ``Repository``.
        """
        if not self.policy.enabled:
            return None
        releases = self._repository.releases(self.policy.channel)
        chosen = choose(releases, self.installation.newest, self.policy, self.installation.state.refused)
        if chosen is None:
            return None
        manifest = parse_manifest(self._repository.manifest(chosen))
        if manifest.version != chosen.version or manifest.system != system_name():
            raise UntrustedUpdateError(f"{chosen.manifest} is of {manifest.version} for {manifest.system}")
        return Found(chosen, manifest, bytes_to_fetch(manifest, known_files(self.installation.folders())))

    def fetch(self, found: Found, pace: Pace) -> None:
        """Bring a version here, whole and checked, and note it as staged.

        Raises:
            IntegrityFault, NetworkError, StorageError, StoppedError: see ``staging.stage``.
        """
        self.installation.prepare()
        folder = self.installation.versions / found.release.version
        known = known_files(self.installation.folders())
        try:
            stage(found.manifest, self._repository.address, folder, known, pace)
        except IntegrityFault as error:
            raise UntrustedUpdateError(error.detail) from error
        self.installation.staged(found.release.version)
        _log.info("a new version is here", version=found.release.version)


def this_updater(store: Settings | None, machine: MachinePolicy | None = None) -> Updater:
    """Of the program that runs.

    Raises:
        NoUpdatesHereError: it does not update itself.
    """
    machine = machine or read_machine_policy()
    installation, source = this_installation(), shipped_source(machine)
    if installation is None or source is None:
        raise NoUpdatesHereError("this program was installed without updates")
    folder = installation.versions / ".trust" if installation.may_write() else paths.data_dir() / "updates"
    return Updater(installation, source, policy_of(store, machine), folder)
