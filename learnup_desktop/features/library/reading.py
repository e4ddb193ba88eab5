"""Opening a material: which file, how it is read, and where somebody stopped reading."""

import asyncio
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import NotFoundError, RuleViolation
from learnup_desktop.base.files import storage_fault
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.library.marks import MarksService

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.places import ReadingPlaces
    from learnup_desktop.sync.downloads import Downloads
    from learnup_desktop.sync.publication_keys import PublicationKeys

LARGEST_TEXT = 4 * 1024 * 1024
"""Bytes of text that are laid out; a longer one would hold up the window, and is opened by the system."""
_SUFFIXES = {
    "application/pdf": ".pdf",
    "text/markdown": ".md",
    "text/html": ".html",
    "text/plain": ".txt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/svg+xml": ".svg",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "application/vnd.ms-powerpoint": ".ppt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.presentation": ".odp",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
"""What the system's programs know a kind by. Nothing that a system would run is in it."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Kind(StrEnum):
    """How a file is read."""

    PDF = "pdf"
    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    IMAGE = "image"
    MEDIA = "media"
    """A video or a recording."""
    SYSTEM = "system"
    """By another program of this computer."""


_KINDS = {
    "application/pdf": Kind.PDF,
    "text/markdown": Kind.MARKDOWN,
    "text/html": Kind.HTML,
    "text/plain": Kind.TEXT,
    "image/png": Kind.IMAGE,
    "image/jpeg": Kind.IMAGE,
    "image/webp": Kind.IMAGE,
    "image/svg+xml": Kind.IMAGE,
}


def plain_type(media_type: str) -> str:
    """``text/markdown`` of ``text/markdown; charset=utf-8``."""
    return media_type.partition(";")[0].strip().lower()


def kind_of(material: Material) -> Kind:
    """How a material is read here."""
    plain = plain_type(material.media_type)
    if plain.startswith(("video/", "audio/")):
        return Kind.MEDIA
    kind = _KINDS.get(plain, Kind.SYSTEM)
    too_long = kind in (Kind.MARKDOWN, Kind.HTML, Kind.TEXT) and material.size_bytes > LARGEST_TEXT
    return Kind.SYSTEM if too_long else kind


def safe_file_name(title: str, media_type: str) -> str:
    """A file name that is one on every system, whatever a title contains: no path, no device, nothing that runs.

    Raises:
        RuleViolation: files of this kind are not handed to the system.
    """
    suffix = _SUFFIXES.get(plain_type(media_type))
    if suffix is None:
        raise RuleViolation(f"no program is asked to open {media_type}")
    stem = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(". ")[:80].strip(". ")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"LearnUp {stem}".strip()
    return stem + suffix


@dataclass(frozen=True, slots=True)
class Document:
    """An opened material.

    Attributes:
        path: the file, its bytes checked; of a publication that was bought the sealed one.
        opened: the bytes of such a publication, in memory only; None for anything else.
        place: where somebody stopped reading, as the viewer of this kind wrote it; empty for never.
    """

    material: Material
    kind: Kind
    path: Path
    place: dict[str, float]
    opened: bytes | None = field(default=None, repr=False)


class ReaderService:
    """Opens what is on this computer; never asks a network.

    Args:
        keys: open publications that were bought; without them none can be read.
        hand_over: folder for copies that other programs open; what an earlier run left there is removed.
        read_pages: gives the words of a file, page by page; blocks.
        marks: what is written on the documents.
    """

    def __init__(
        self,
        cache: "Cache",
        downloads: "Downloads",
        places: "ReadingPlaces",
        hand_over: Path,
        marks: MarksService,
        read_pages: Callable[[str, Path], list[str]] | None = None,
        keys: "PublicationKeys | None" = None,
    ) -> None:
        self.marks = marks
        self._read_pages = read_pages
        self._cache = cache
        self._downloads = downloads
        self._places = places
        self._hand_over = hand_over
        self._keys = keys
        self._swept = False

    async def open(self, material_id: str) -> Document:
        """Open a material.

        Raises:
            NotFoundError: it is not on this computer.
            DamagedFileError: the disk has changed it; it is being fetched again.
            AccessEndedError: it was bought for a time that is over.
            NetworkError, PlatformError: the key of a publication is not here and could not be had.
            StorageError: the disk cannot be read.
        """
        material = await self._cache.get(Stream.MATERIALS, material_id, Material)
        path = await self._downloads.open(material_id)
        if material is None or path is None:
            raise NotFoundError(f"material {material_id} is not on this computer")
        opened = None
        if material.sealed:
            if self._keys is None:
                raise NotFoundError(f"nothing here opens {material_id}")
            opened = await self._keys.open(material, path)
        return Document(material, kind_of(material), path, await self._places.place(material_id), opened)

    async def text(self, document: Document) -> str:
        """The words of a text, whatever bytes a teacher's editor has left in it.

        Raises:
            StorageError: the disk cannot be read.
        """
        data = await self.data(document)
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")

    async def data(self, document: Document) -> bytes:
        """The bytes.

        Raises:
            StorageError: the disk cannot be read.
        """
        if document.opened is not None:
            return document.opened
        try:
            return await asyncio.to_thread(document.path.read_bytes)
        except OSError as error:
            raise storage_fault(error, document.path) from error

    async def all_pages(self, document: Document) -> list[str]:
        """The plain text of every page, empty for what has none.

        Raises:
            StorageError: the disk cannot be read.
        """
        if self._read_pages is None:
            return []
        return await asyncio.to_thread(self._read_pages, document.material.media_type, document.path)

    async def keep_place(self, material_id: str, place: dict[str, float], progress: float, leaving: bool) -> None:
        """Remember where somebody stopped; ``leaving``: one's other computers are to know.

        Raises:
            StorageError: not stored.
        """
        await self._places.keep(material_id, place, progress)
        if leaving:
            await self._places.send(material_id)

    async def copy_for_system(self, document: Document, language: str) -> Path:
        """A copy under a name that the system's programs understand; changes to it are nobody's.

        Raises:
            RuleViolation: files of this kind are not handed to the system, and no publication that was bought is.
            StorageError: the disk refused.
        """
        if document.material.sealed:
            raise RuleViolation("a publication that was bought leaves LearnUp for no other program")
        name = safe_file_name(document.material.title.text(language), document.material.media_type)
        place = self._hand_over / document.material.sha256[:16] / name

        def work() -> None:
            if not self._swept:
                shutil.rmtree(self._hand_over, ignore_errors=True)
                self._swept = True
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            shutil.copyfile(document.path, place)

        try:
            await asyncio.to_thread(work)
        except OSError as error:
            raise storage_fault(error, place) from error
        return place
