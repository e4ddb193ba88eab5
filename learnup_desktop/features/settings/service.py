"""What the settings page works on: the declarations in their groups, and facts about this installation."""

import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from learnup_desktop import __version__
from learnup_desktop.base import paths
from learnup_desktop.base.settings import MEETING_SETTINGS, REGISTRY, Setting, Settings

if TYPE_CHECKING:
    from learnup_desktop.features.settings.face_models import FaceModelsService
    from learnup_desktop.store.records import KnownAccount

GROUPS = ("look", "account", "reminders", "study", "downloads", "camera", "updates", "advanced")
"""Order on the page; groups that are not named here come last."""

HIDDEN = frozenset({"server_address", *(setting.key for setting in MEETING_SETTINGS)})
"""Settings that have a place of their own: the server's address where people sign in, devices where they join."""


@dataclass(frozen=True, slots=True)
class Group:
    """Settings under one heading."""

    name: str
    settings: tuple[Setting[Any], ...]


@dataclass(frozen=True, slots=True)
class Installation:
    """What support asks for first."""

    version: str
    python: str
    system: str
    data: Path
    log: Path
    server: str


class SettingsService:
    """Reads and writes settings.

    Args:
        store: the settings of this computer's user.
        known: who is signed in, for the server's name; None before.
        models: getting the face models; None where this is not the place for it.
    """

    def __init__(
        self, store: Settings, known: "KnownAccount | None" = None, models: "FaceModelsService | None" = None
    ) -> None:
        self.store = store
        self.models = models
        self._known = known

    def groups(self) -> list[Group]:
        """Every declared setting that is shown here, by group."""
        return group_settings(REGISTRY)

    def get(self, setting: Setting[Any]) -> Any:
        """The value in use."""
        return self.store.get(setting)

    def set(self, setting: Setting[Any], value: Any) -> None:
        """Use and store a value; who subscribed applies it at once.

        Raises:
            ValueError: not acceptable.
            StorageError: in use, but not written.
        """
        self.store.set(setting, value)

    def installation(self) -> Installation:
        """Facts about this installation."""
        server = f"{self._known.server_name} · {self._known.server_url}" if self._known is not None else ""
        return Installation(
            version=__version__,
            python=f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}",
            system=f"{platform.system()} {platform.release()}",
            data=paths.data_dir(),
            log=paths.log_dir(),
            server=server.strip(" ·"),
        )


def group_settings(settings: Sequence[Setting[Any]]) -> list[Group]:
    """Settings by group: known groups first, the others in the order they appear; none is lost."""
    names = [*GROUPS, *dict.fromkeys(item.group for item in settings if item.group not in GROUPS)]
    groups = []
    for name in names:
        members = tuple(item for item in settings if item.group == name and item.key not in HIDDEN)
        if members:
            groups.append(Group(name, members))
    return groups
