"""The licences of everything that is shipped: from the build's own list, from source those of what is installed."""

import asyncio
import json
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from learnup_desktop.base import paths
from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.base.files import storage_fault

NOTICES = "notices/notices.json"
PACKAGE = "learnup-desktop"


@dataclass(frozen=True, slots=True)
class Component:
    """One thing that is shipped; ``texts`` are its licences, whole."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notices:
    """All of it.

    Attributes:
        relinking: what the LGPL has us say about Qt; empty from source, where Qt is the reader's own.
    """

    relinking: str
    components: tuple[Component, ...]

    def found(self, words: str) -> list[Component]:
        """Components whose name or licence has these words."""
        wanted = words.casefold().split()
        return [
            each for each in self.components if all(word in f"{each.name} {each.licence}".casefold() for word in wanted)
        ]


class AboutService:
    """Reads the notices once.

    Args:
        path: of the build's list; default among what is shipped.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or paths.resources_dir() / NOTICES
        self._notices: Notices | None = None

    async def notices(self) -> Notices:
        """The licences.

        Raises:
            DamagedFileError: the build's list cannot be read.
        """
        if self._notices is None:
            self._notices = await asyncio.to_thread(self._read)
        return self._notices

    def _read(self) -> Notices:
        try:
            document = json.loads(self._path.read_bytes())
            texts: dict[str, str] = document["texts"]
            return Notices(
                document["relinking"],
                tuple(
                    Component(
                        each["name"],
                        each["version"],
                        each["licence"],
                        each["home"],
                        tuple(texts[key] for key in each["texts"]),
                    )
                    for each in document["components"]
                ),
            )
        except FileNotFoundError:
            return installed_notices()
        except OSError as error:
            raise storage_fault(error, self._path) from error
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedFileError(f"{self._path}: {error}", path=str(self._path)) from error


def installed_notices() -> Notices:
    """From source: what the packages that are installed here say of themselves."""
    found = {}
    for distribution in metadata.distributions():
        name = distribution.metadata["Name"]
        if name == PACKAGE:
            continue
        said = {key: value for key, value in distribution.metadata.json.items() if isinstance(value, str)}
        licence = said.get("license_expression") or said.get("license", "").partition("\n")[0][:100]
        found[name.casefold()] = Component(name, distribution.version, licence, said.get("home_page", ""), ())
    return Notices("", tuple(found[name] for name in sorted(found)))
