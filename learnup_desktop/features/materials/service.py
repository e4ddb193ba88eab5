"""Use cases of putting up material: shelves with drafts, uploads under way, and changes that wait in the outbox."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.classes import Material, SchoolClass
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import wire_time
from learnup_desktop.store.records import Operation, OperationState
from learnup_desktop.sync.handlers import CHANGE_MATERIAL, DELETE_MATERIAL
from learnup_desktop.sync.material_uploads import Upload

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.outbox import Outbox
    from learnup_desktop.sync.material_uploads import MaterialUploads

MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".htm": "text/html; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
"""What the library can show or hand to the system; a file of another kind is not taken in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A material as the page shows it, with what this computer has changed and not sent yet.

    Attributes:
        waits: a change of it has not reached the school yet.
    """

    material: Material
    waits: bool = False


@dataclass(frozen=True, slots=True)
class ClassShelf:
    """What one class has, drafts first, then the newest, and what is on its way to it."""

    school_class: SchoolClass
    entries: tuple[Entry, ...]
    uploads: tuple[Upload, ...]


class MaterialsService:
    """Reads the cache, adds to uploads and outbox.

    Args:
        now: server time, aware.
        zone: where the person is.
    """

    def __init__(
        self,
        cache: "Cache",
        outbox: "Outbox",
        uploads: "MaterialUploads",
        now: Callable[[], datetime],
        zone: tzinfo,
    ) -> None:
        self._cache = cache
        self._outbox = outbox
        self._uploads = uploads
        self._now = now
        self._zone = zone

    def on_change(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` when an upload moves or a change is sent. Returns how to stop."""
        stops = (
            self._uploads.listeners.subscribe(lambda _: listener()),
            self._outbox.subscribe(lambda _: listener()),
        )

        def stop_both() -> None:
            for stop in stops:
                stop()

        return stop_both

    async def shelves(self) -> list[ClassShelf]:
        """Every class one teaches, by name in English.

        Raises:
            StorageError: the disk cannot be read.
        """
        classes = await self._cache.all(Stream.CLASSES, SchoolClass)
        materials = [item for item in await self._cache.all(Stream.MATERIALS, Material) if not item.sealed]
        uploads, pending = await self._uploads.all(), await self._pending()
        shelves = []
        for school_class in sorted(classes, key=lambda item: (item.name.text("en").casefold(), item.id)):
            entries = [
                entry
                for material in materials
                if material.class_id == school_class.id
                and (entry := _entry(material, pending.get(material.id, ()))) is not None
            ]
            entries.sort(key=lambda entry: (entry.material.published, -entry.material.published_at.timestamp()))
            of_class = tuple(upload for upload in uploads if upload.material.get("classId") == school_class.id)
            shelves.append(ClassShelf(school_class, tuple(entries), of_class))
        return shelves

    async def add(self, path: Path, class_id: str, title: str, language: str, days: int | None, publish: bool) -> None:
        """Take a file in and begin to send it.

        Args:
            days: due on the evening so many days from today, None for no date.

        Raises:
            RuleViolation: a kind that cannot be put up, an empty file, or one that is too large.
            DiskFullError, StorageError: it could not be copied.
        """
        media_type = MEDIA_TYPES.get(path.suffix.lower())
        if media_type is None:
            raise RuleViolation(f"files like {path.suffix} cannot be put up")
        due = self.due_in(days)
        await self._uploads.add(
            path, class_id=class_id, title={language: title}, media_type=media_type, due_at=due, published=publish
        )

    async def size_of(self, path: Path) -> int:
        """Bytes of a file; 0 when it cannot be seen."""
        return await asyncio.to_thread(lambda: path.stat().st_size if path.is_file() else 0)

    def due_in(self, days: int | None) -> datetime | None:
        """The last minute of the day so many days from today."""
        if days is None:
            return None
        day = self._now().astimezone(self._zone).date() + timedelta(days=days)
        return datetime.combine(day, time(23, 59), self._zone)

    async def pause(self, upload: Upload) -> None:
        """Stop sending; what has arrived stays."""
        await self._uploads.pause(upload.id)

    async def resume(self, upload: Upload) -> None:
        """Go on, also after a failure."""
        await self._uploads.resume(upload.id)

    async def cancel(self, upload: Upload) -> None:
        """Do not put it up after all."""
        await self._uploads.cancel(upload.id)

    async def publish(self, material: Material, published: bool) -> None:
        """Show it to the class, or take it back into a draft; on the disk when this returns.

        Raises:
            StorageError: not stored.
        """
        await self._change(material, {"published": published})

    async def rename(self, material: Material, title: str, language: str) -> None:
        """Give it another title in one language.

        Raises:
            StorageError: not stored.
        """
        words = {**material.title.model_dump(exclude_none=True), language: title}
        await self._change(material, {"title": words})

    async def set_due(self, material: Material, days: int | None) -> None:
        """Give it another date, or none.

        Raises:
            StorageError: not stored.
        """
        due = self.due_in(days)
        await self._change(material, {"dueAt": None if due is None else wire_time(due)})

    async def delete(self, material: Material) -> None:
        """Take it away for good.

        Raises:
            StorageError: not stored.
        """
        await self._add(DELETE_MATERIAL, material.id, {"materialId": material.id})

    # --- inside ----------------------------------------------------------------------------------------------------

    async def _change(self, material: Material, fields: dict[str, object]) -> None:
        await self._add(CHANGE_MATERIAL, material.id, {"materialId": material.id, "fields": fields})

    async def _add(self, kind: str, material_id: str, body: dict[str, object]) -> None:
        await self._outbox.add(Operation.new(kind, f"material:{material_id}", body, self._now()))

    async def _pending(self) -> dict[str, list[Operation]]:
        """What waits, by material, oldest first."""
        found: dict[str, list[Operation]] = {}
        for operation in reversed(await self._outbox.operations(states=[OperationState.WAITING], limit=1000)):
            if operation.kind in (CHANGE_MATERIAL, DELETE_MATERIAL):
                found.setdefault(str(operation.body.get("materialId")), []).append(operation)
        return found


def _entry(material: Material, pending: Sequence[Operation]) -> Entry | None:
    """The material with what waits on top; None when its deletion waits."""
    wire = material.to_wire()
    for operation in pending:
        if operation.kind == DELETE_MATERIAL:
            return None
        fields = operation.body.get("fields")
        wire |= fields if isinstance(fields, dict) else {}
    return Entry(Material.model_validate(wire), bool(pending))
