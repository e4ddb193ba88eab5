"""Use cases of the library: shelves by class, what is on this computer, and what to do with each file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.classes import Material, SchoolClass
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.downloads import RECENT, Estimate, Hold, MeteredRule, Priority, evictable, for_tomorrow
from learnup_desktop.domain.file_standing import FileStanding
from learnup_desktop.sync.file_standing import file_standing

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.sync.downloads import Downloads, Overview
    from learnup_desktop.sync.packs import PackReport, Packs, Progress


@dataclass(frozen=True, slots=True)
class Item:
    """A material with how its file stands; ``pinned``: it stays whatever the quota says."""

    material: Material
    file: FileStanding
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """The materials of one class, what is due first, then the newest."""

    school_class: SchoolClass
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Storage:
    """Room, in bytes.

    Attributes:
        removable: what would be removed by itself if room were needed.
        fetched_today: what has come today.
        daily: the limit of a day, None for none.
        waits_for_network: something waits because the network counts data, and the person may let it go on.
    """

    used: int
    quota: int
    free: int
    removable: int
    fetched_today: int = 0
    daily: int | None = None
    waits_for_network: bool = False


@dataclass(frozen=True, slots=True)
class LibraryView:
    """Everything the page shows."""

    shelves: tuple[Shelf, ...]
    storage: Storage
    as_of: datetime | None

    def items(self) -> list[Item]:
        """All items, shelf by shelf."""
        return [item for shelf in self.shelves for item in shelf.items]


class LibraryService:
    """Reads materials from the cache and asks for files.

    Args:
        cache, downloads: of the account.
        now: server time, aware.
        zone: where the person is.
        packs: carry material by USB stick; None where there is nothing for it.
    """

    def __init__(
        self,
        cache: "Cache",
        downloads: "Downloads",
        now: Callable[[], datetime],
        zone: tzinfo,
        packs: "Packs | None" = None,
    ) -> None:
        self._cache = cache
        self._downloads = downloads
        self.now = now
        self._zone = zone
        self._packs = packs

    @property
    def has_packs(self) -> bool:
        """Whether material can be carried by USB stick."""
        return self._packs is not None

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` when a download moves. Returns how to stop."""
        return self._downloads.listeners.subscribe(lambda _: listener())

    async def library(self) -> LibraryView:
        """The shelves, by class name in English.

        Raises:
            StorageError: the disk cannot be read.
        """
        materials = await self._cache.all(Stream.MATERIALS, Material)
        classes = await self._cache.all(Stream.CLASSES, SchoolClass)
        overview = await self._downloads.overview()
        pinned = {file.sha256 for file in overview.files if file.pinned}
        now = self.now()
        by_class: dict[str, list[Material]] = {}
        for material in materials:
            by_class.setdefault(material.class_id, []).append(material)
        shelves = []
        for school_class in sorted(classes, key=lambda item: (item.name.text("en").casefold(), item.id)):
            of_class = by_class.get(school_class.id, [])
            of_class.sort(key=lambda material: _urgency(material, now))
            items = tuple(_item(material, overview, pinned) for material in of_class)
            if items:
                shelves.append(Shelf(school_class, items))
        removable = sum(file.size for file in overview.files if evictable(file, now))
        rules = overview.rules
        waits = rules.metered is not MeteredRule.NEVER and self._downloads.waits_for(Hold.METERED)
        storage = Storage(
            overview.used,
            rules.quota_bytes,
            overview.free,
            removable,
            overview.fetched_today,
            rules.daily_bytes,
            waits,
        )
        return LibraryView(tuple(shelves), storage, await self._cache.as_of())

    async def tomorrow(self) -> list[Material]:
        """What the next day needs.

        Raises:
            StorageError: the cache cannot be read.
        """
        now = self.now()
        recent = await self._cache.beginning_from(Stream.MATERIALS, Material, now - RECENT)
        due = await self._cache.ending_from(Stream.MATERIALS, Material, now)
        lessons = await self._cache.lessons_between(now, now + timedelta(days=2))
        return for_tomorrow({item.id: item for item in (*recent, *due)}.values(), lessons, now, self._zone)

    async def missing_tomorrow(self) -> list[Material]:
        """Of what :meth:`tomorrow` gives, what is neither here nor asked for.

        Raises:
            StorageError: the disk cannot be read.
        """
        materials = await self.tomorrow()
        known = await self._downloads.known([material.id for material in materials])
        return [material for material in materials if material.id not in known]

    async def estimate(self, materials: Sequence[Material]) -> Estimate:
        """What asking for these would cost.

        Raises:
            StorageError: the disk cannot be read.
        """
        return await self._downloads.estimate(materials)

    async def download(
        self, materials: Sequence[Material], priority: Priority = Priority.NOW, package: str | None = None
    ) -> int:
        """Ask for files; returns how many are newly on their way.

        Raises:
            StorageError: the wish could not be kept.
        """
        return await self._downloads.want(materials, priority, package)

    async def download_tomorrow(self, materials: Sequence[Material]) -> int:
        """Ask for what :meth:`tomorrow` gave.

        Raises:
            StorageError: the wish could not be kept.
        """
        day = (self.now().astimezone(self._zone) + timedelta(days=1)).date()
        return await self._downloads.want(materials, Priority.TOMORROW, f"day:{day.isoformat()}")

    async def exportable(self) -> list[Material]:
        """What can be copied to a USB stick.

        Raises:
            StorageError: the disk cannot be read.
        """
        return await self._packs.exportable() if self._packs is not None else []

    async def export_pack(self, place: Path, progress: "Progress") -> "PackReport":
        """Copy everything that is here to a stick.

        Raises:
            NetworkError, PlatformError: the school could not sign the list.
            DiskFullError, StorageError: the stick refused; trying again goes on from there.
        """
        if self._packs is None:
            raise RuleViolation("there are no packs here")
        return await self._packs.export(place, await self._packs.exportable(), progress)

    async def import_pack(self, place: Path, progress: "Progress") -> "PackReport":
        """Take from a stick what this account may see.

        Raises:
            NotAPackError: there is none.
            IntegrityFault: it is not this school's, or was changed.
            DiskFullError, StorageError: a disk refused; trying again goes on from there.
        """
        if self._packs is None:
            raise RuleViolation("there are no packs here")
        return await self._packs.take(place, progress)

    def allow_network(self) -> None:
        """Go on although this network counts data."""
        self._downloads.allow_metered()

    async def pause(self, item: Item) -> None:
        """Stop one; what has arrived stays."""
        await self._downloads.pause(item.material.sha256)

    async def resume(self, item: Item) -> None:
        """Go on, at once, also after a failure."""
        await self._downloads.resume(item.material.sha256)

    async def cancel(self, item: Item) -> None:
        """Do not fetch it after all."""
        await self._downloads.cancel(item.material.sha256)

    async def remove(self, item: Item) -> None:
        """Take it off this computer."""
        await self._downloads.remove(item.material.id)

    async def pin(self, item: Item, pinned: bool) -> None:
        """Keep it whatever the quota says, or no longer."""
        await self._downloads.pin(item.material.id, pinned)


def _urgency(material: Material, now: datetime) -> tuple[bool, float, float, str]:
    due = material.due_at
    open_task = due is not None and due >= now
    return (
        not open_task,
        due.timestamp() if due is not None and open_task else 0.0,
        -material.published_at.timestamp(),
        material.id,
    )


def _item(material: Material, overview: "Overview", pinned: set[str]) -> Item:
    held = overview.held.get(material.id)
    return Item(material, file_standing(material, overview), pinned=held is not None and held in pinned)
