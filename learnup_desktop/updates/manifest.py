"""The signed list of a version's files: what must be there, byte for byte, and nothing beside it.

Names come from the publisher and are checked all the same: a list that was signed by mistake must not be able to write
outside its folder.
"""

import json
import re
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from learnup_desktop.base.errors import IntegrityFault

FORMAT = 1
MOST_FILES = 20_000
MOST_BYTES = 4 * 1024**3
_HASH = re.compile(r"[0-9a-f]{64}")
_RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """One file.

    Attributes:
        path: relative, with forward slashes.
        size: bytes of the file; ``packed`` bytes of what is fetched for it.
    """

    path: str
    sha256: str
    size: int
    packed: int
    executable: bool = False


@dataclass(frozen=True, slots=True)
class ManifestLink:
    """A symbolic link inside the folder (macOS frameworks, versioned libraries)."""

    path: str
    target: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All of a version."""

    version: str
    system: str
    files: tuple[ManifestFile, ...]
    links: tuple[ManifestLink, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    def to_bytes(self) -> bytes:
        """The document, the same for the same content."""
        document = {
            "format": FORMAT,
            "version": self.version,
            "system": self.system,
            "files": [
                {"path": each.path, "sha256": each.sha256, "size": each.size, "packed": each.packed}
                | ({"executable": True} if each.executable else {})
                for each in sorted(self.files, key=lambda each: each.path)
            ],
            "links": [
                {"path": each.path, "target": each.target} for each in sorted(self.links, key=lambda each: each.path)
            ],
        }
        return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def parse_manifest(data: bytes) -> Manifest:
    """Read a list, trusting none of its names.

    Raises:
        IntegrityFault: it is malformed, too large, or names something outside its folder.
    """
    try:
        document = json.loads(data)
        if document["format"] != FORMAT:
            raise IntegrityFault(f"a list of format {document['format']}")
        files = tuple(
            ManifestFile(
                _checked_path(each["path"]),
                _checked_hash(each["sha256"]),
                _checked_size(each["size"]),
                _checked_size(each["packed"]),
                each.get("executable", False) is True,
            )
            for each in document["files"]
        )
        links = tuple(_checked_link(each["path"], each["target"]) for each in document.get("links", ()))
        manifest = Manifest(str(document["version"]), str(document["system"]), files, links)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise IntegrityFault(f"the list of files cannot be read: {error}") from error
    paths = [*(file.path for file in files), *(link.path for link in links)]
    names = [path.casefold() for path in paths]
    if not files or len(names) > MOST_FILES or manifest.size > MOST_BYTES:
        raise IntegrityFault(f"{len(names)} files of {manifest.size} bytes")
    if len(set(names)) != len(names):
        raise IntegrityFault("a file is named twice")
    linked = {link.path for link in links}
    for path in paths:
        if any(str(parent) in linked for parent in PurePosixPath(path).parents):
            raise IntegrityFault(f"{path} lies behind a link")
    return manifest


def _checked_path(path: str) -> str:
    parts = PurePosixPath(path).parts
    if (
        not path
        or len(path) > 400
        or "\\" in path
        or "\0" in path
        or "//" in path
        or PurePosixPath(path).is_absolute()
        or PureWindowsPath(path).anchor
        or any(part in ("..", ".") or part.endswith((" ", ".")) for part in parts)
        or any(part.split(".")[0].lower() in _RESERVED or ":" in part for part in parts)
        or str(PurePosixPath(path)) != path
    ):
        raise IntegrityFault(f"no name of a file here: {path!r}")
    return path


def _checked_link(path: str, target: str) -> ManifestLink:
    _checked_path(path)
    place = PurePosixPath(path).parent
    depth = len(place.parts)
    if not target or PurePosixPath(target).is_absolute() or "\\" in target or "\0" in target or ":" in target:
        raise IntegrityFault(f"a link out of the folder: {target!r}")
    for part in PurePosixPath(target).parts:
        depth += -1 if part == ".." else 1
        if depth < 0:
            raise IntegrityFault(f"a link out of the folder: {target!r}")
    return ManifestLink(path, target)


def _checked_hash(value: str) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise IntegrityFault(f"no SHA-256: {value!r}")
    return value


def _checked_size(value: int) -> int:
    if type(value) is not int or not 0 <= value <= MOST_BYTES:
        raise IntegrityFault(f"no size: {value!r}")
    return value
