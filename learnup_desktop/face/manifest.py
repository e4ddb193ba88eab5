"""``resources/models.toml``: which model files are known, where they come from and under which licence.

Known means known by SHA-256. The manifest is data, so that a school's build can ship one that points to a licensed
pack.
"""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.base.paths import resources_dir

MANIFEST_VARIABLE = "LEARNUP_MODELS_MANIFEST"
RECOGNITION = "recognition"
DETECTION = "detection"
LIVENESS = "liveness"
LANDMARKS_3D = "landmark_3d_68"
USEFUL_TASKS = (DETECTION, RECOGNITION, LIVENESS, LANDMARKS_3D)
"""Tasks that this program runs. Everything else in a pack is left alone."""


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of a model; shown and accepted before the first download."""

    id: str
    title: str
    url: str
    text: str
    commercial: bool


@dataclass(frozen=True, slots=True)
class KnownFile:
    """One model file. ``url`` is empty when it comes out of its pack's archive. ``pack`` is empty for an addon."""

    name: str
    task: str
    size: int
    sha256: str
    licence: str
    pack: str = ""
    url: str = ""

    @property
    def relative_path(self) -> Path:
        """Where it lies under a models root, as InsightFace lays it out."""
        return Path("models", self.pack, self.name) if self.pack else Path("addons", self.name)


@dataclass(frozen=True, slots=True)
class KnownPack:
    """A pack: one archive, several files."""

    name: str
    title: str
    licence: str
    archive: str
    files: tuple[KnownFile, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole of ``models.toml``."""

    default_pack: str
    licences: dict[str, Licence]
    packs: dict[str, KnownPack]
    addons: tuple[KnownFile, ...]
    by_sha256: dict[str, KnownFile] = field(default_factory=dict)

    def known(self, sha256: str) -> KnownFile | None:
        """The file of this digest, None for a custom one."""
        return self.by_sha256.get(sha256)

    def wanted_files(self, pack: str = "", *, landmarks: bool = False) -> tuple[KnownFile, ...]:
        """What an installation of ``pack`` (default: the default pack) brings, addons included.

        Landmarks cost 144 MB for a slightly better head pose, so they come only when asked for.

        Raises:
            KeyError: no such pack.
        """
        tasks = {DETECTION, RECOGNITION} | ({LANDMARKS_3D} if landmarks else set())
        chosen = self.packs[pack or self.default_pack]
        return tuple(file for file in chosen.files if file.task in tasks) + self.addons


def default_manifest_path() -> Path:
    """The file that ``LEARNUP_MODELS_MANIFEST`` names (a school with a licensed pack of its own), else the shipped one:
    ``models.toml`` among what is shipped."""
    named = os.environ.get(MANIFEST_VARIABLE)
    if named:
        return Path(named)
    return resources_dir() / "models.toml"


def read_manifest(path: Path | None = None) -> Manifest:
    """Read the manifest.

    Raises:
        DamagedFileError: missing, no TOML, or an entry without what it needs.
    """
    source = path or default_manifest_path()
    try:
        raw = tomllib.loads(source.read_text("utf-8"))
        licences = {
            name: Licence(name, entry["title"], entry["url"], entry["text"].strip(), bool(entry["commercial"]))
            for name, entry in raw["licences"].items()
        }
        packs = {entry["name"]: _pack(entry) for entry in raw["packs"]}
        addons = tuple(_file(entry, entry["licence"], "") for entry in raw.get("addons", []))
        default_pack = str(raw["default_pack"])
        if default_pack not in packs:
            raise KeyError(default_pack)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise DamagedFileError(f"{source.name}: {error}", file=source.name) from error
    every = [file for pack in packs.values() for file in pack.files] + list(addons)
    by_sha256: dict[str, KnownFile] = {}
    for file in every:
        by_sha256.setdefault(file.sha256, file)
    return Manifest(default_pack, licences, packs, addons, by_sha256)


def _pack(entry: dict[str, object]) -> KnownPack:
    name, licence = str(entry["name"]), str(entry["licence"])
    files = entry["files"]
    if not isinstance(files, list):
        raise TypeError("files is a list")
    return KnownPack(
        name=name,
        title=str(entry["title"]),
        licence=licence,
        archive=str(entry["archive"]),
        files=tuple(_file(file, licence, name) for file in files),
    )


def _file(entry: dict[str, object], licence: str, pack: str) -> KnownFile:
    size = entry["size"]
    if not isinstance(size, int):
        raise TypeError("size is a number of bytes")
    return KnownFile(
        name=str(entry["name"]),
        task=str(entry["task"]),
        size=size,
        sha256=str(entry["sha256"]),
        licence=licence,
        pack=pack,
        url=str(entry.get("url", "")),
    )
