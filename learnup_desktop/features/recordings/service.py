"""Use cases of recordings and seminars: lists from the cache, files by the account's downloads, places by the platform.

A recording's file is study material like any other: what is fetched here is in the library too, within its quota and
hours. A place in a seminar is given away by the platform alone, so registering is never kept for later: somebody who
closed the computer in the belief of having a place would stand before a full hall.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from learnup_desktop.contract.classes import Material, SchoolClass
from learnup_desktop.contract.recordings import Recording, Seminar, SeminarState
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.downloads import Priority
from learnup_desktop.domain.file_standing import FileStanding, FileState
from learnup_desktop.sync.file_standing import file_standing

if TYPE_CHECKING:
    from learnup_desktop.api.seminars import SeminarsApi
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.sync.downloads import Downloads


class SeminarStanding(StrEnum):
    """How the person stands to a seminar."""

    REGISTERED = "registered"
    OPEN = "open"
    FULL = "full"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class RecordingItem:
    """A recording with its file, and how that stands on this computer."""

    recording: Recording
    material: Material
    file: FileStanding


@dataclass(frozen=True, slots=True)
class RecordingShelf:
    """The recordings of one class, the latest first."""

    school_class: SchoolClass
    items: tuple[RecordingItem, ...]


@dataclass(frozen=True, slots=True)
class SeminarEntry:
    """A seminar that is not over, and how the person stands to it."""

    seminar: Seminar
    standing: SeminarStanding


@dataclass(frozen=True, slots=True)
class RecordingsView:
    """Everything the page shows; ``as_of``: when the cache last agreed with the platform, None if never."""

    seminars: tuple[SeminarEntry, ...]
    shelves: tuple[RecordingShelf, ...]
    as_of: datetime | None


def standing_of(seminar: Seminar, now: datetime) -> SeminarStanding:
    """How somebody stands to a seminar at ``now``."""
    if seminar.state is SeminarState.CANCELLED:
        return SeminarStanding.CANCELLED
    if seminar.registered:
        return SeminarStanding.REGISTERED
    if now >= seminar.closes_at:
        return SeminarStanding.CLOSED
    return SeminarStanding.FULL if seminar.taken >= seminar.capacity else SeminarStanding.OPEN


class RecordingsService:
    """Recordings and seminars of one account.

    Args:
        cache, downloads: of the account.
        api: the platform's routes; made when first needed.
        now: server time, aware.
        hint: asks for a pull.
    """

    def __init__(
        self,
        cache: "Cache",
        downloads: "Downloads",
        api: "Callable[[], SeminarsApi]",
        now: Callable[[], datetime],
        hint: Callable[[], object],
    ) -> None:
        self._cache = cache
        self._downloads = downloads
        self._api = api
        self.now = now
        self.hint = hint

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` when a download moves. Returns how to stop."""
        return self._downloads.listeners.subscribe(lambda _: listener())

    async def view(self) -> RecordingsView:
        """What the cache has; seminars that are over are not shown.

        Raises:
            StorageError: the disk cannot be read.
        """
        now = self.now()
        seminars = await self._cache.all(Stream.SEMINARS, Seminar)
        ahead = sorted((item for item in seminars if item.ends_at > now), key=lambda item: (item.starts_at, item.id))
        entries = tuple(SeminarEntry(item, standing_of(item, now)) for item in ahead)
        return RecordingsView(entries, await self._shelves(), await self._cache.as_of())

    async def download(self, item: RecordingItem) -> None:
        """Fetch the file now, or go on with it.

        Raises:
            StorageError: the wish could not be kept.
        """
        if item.file.state is FileState.ONLINE:
            await self._downloads.want([item.material], Priority.NOW)
        else:
            await self._downloads.resume(item.material.sha256)

    async def pause(self, item: RecordingItem) -> None:
        """Stop fetching; what has arrived stays.

        Raises:
            StorageError: not noted.
        """
        await self._downloads.pause(item.material.sha256)

    async def register(self, seminar_id: str) -> Seminar:
        """Take a place.

        Raises:
            NetworkError: there is no network; no place was taken and none will be.
            ConflictError: there is none (any more).
        """
        return self._told(await self._api().register(seminar_id))

    async def give_back(self, seminar_id: str) -> Seminar:
        """Give the place back.

        Raises:
            NetworkError: there is no network.
            ConflictError: it is too late for that.
        """
        return self._told(await self._api().give_back(seminar_id))

    def _told(self, seminar: Seminar) -> Seminar:
        # How many places are left now is asked for at once.
        self.hint()
        return seminar

    async def _shelves(self) -> tuple[RecordingShelf, ...]:
        recordings = await self._cache.all(Stream.RECORDINGS, Recording)
        if not recordings:
            return ()
        found = await self._cache.some(Stream.MATERIALS, [item.id for item in recordings], Material)
        materials = {material.id: material for material in found}
        overview = await self._downloads.overview()
        by_class: dict[str, list[RecordingItem]] = {}
        for recording in sorted(recordings, key=lambda item: (-item.recorded_at.timestamp(), item.id)):
            material = materials.get(recording.id)
            if material is not None:
                item = RecordingItem(recording, material, file_standing(material, overview))
                by_class.setdefault(recording.class_id, []).append(item)
        classes = await self._cache.all(Stream.CLASSES, SchoolClass)
        ordered = sorted(classes, key=lambda item: (item.name.text("en").casefold(), item.id))
        return tuple(RecordingShelf(item, tuple(by_class[item.id])) for item in ordered if item.id in by_class)
