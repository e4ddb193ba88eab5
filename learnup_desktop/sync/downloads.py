"""Downloads for study: four at once, resumed where they stopped, within what the person has set, never a wrong byte.

What is wanted is in ``store.downloads``; a file is shown only after its SHA-256 was checked (``store.blobs``). A file
that several materials share is fetched and kept once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.background import Listeners
from learnup_desktop.base.clock import Clock
from learnup_desktop.base.errors import DamagedFileError, IntegrityFault
from learnup_desktop.base.log import get_logger
from learnup_desktop.domain.downloads import (
    DownloadRules,
    Estimate,
    HeldFile,
    Hold,
    Priority,
    background_bytes,
    evictions,
    seconds_for,
)
from learnup_desktop.store.blobs import is_hash
from learnup_desktop.store.downloads import Request, Wish, WishState
from learnup_desktop.sync.download_queue import DownloadQueue

if TYPE_CHECKING:
    from learnup_desktop.api.materials import MaterialsApi
    from learnup_desktop.contract.classes import Material
    from learnup_desktop.store.blobs import BlobStore
    from learnup_desktop.store.downloads import DownloadStore


_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Transfer:
    """A wish as it is shown.

    Attributes:
        here: bytes that have arrived.
        running: whether it is being fetched now.
        held_by: why it waits although it may go, None when it only waits for its turn.
    """

    wish: Wish
    here: int
    running: bool
    held_by: Hold | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the library page shows of downloads.

    Attributes:
        held: hash of the file that is here, by material.
        wanted: hash of the file that is asked for, by material.
        free: bytes that the disk has left.
        fetched_today: bytes that have come today.
        by_hash: the transfers again, by the hash of their file.
    """

    transfers: Sequence[Transfer]
    files: Sequence[HeldFile]
    held: dict[str, str]
    wanted: dict[str, str]
    packages: dict[str, list[str]]
    rules: DownloadRules
    free: int
    fetched_today: int = 0
    by_hash: dict[str, Transfer] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_hash", {transfer.wish.sha256: transfer for transfer in self.transfers})

    @property
    def used(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


class Downloads:
    """The downloads of one account.

    Args:
        materials: the platform.
        blobs: where files go.
        store: what is wanted and what is here.
        clock: for days, the window and the rate.
        zone: the wall clock's zone here.
        rules: what the person has set.
    """

    def __init__(
        self,
        materials: "MaterialsApi",
        blobs: "BlobStore",
        store: "DownloadStore",
        clock: Clock,
        zone: tzinfo,
        rules: DownloadRules | None = None,
    ) -> None:
        self._blobs = blobs
        self._store = store
        self._clock = clock
        self._queue = DownloadQueue(materials, blobs, store, clock, zone, rules or DownloadRules())

    @property
    def listeners(self) -> Listeners[None]:
        """Called with nothing after each change, on the loop."""
        return self._queue.listeners

    @property
    def rules(self) -> DownloadRules:
        """What the person has set."""
        return self._queue.rules

    @rules.setter
    def rules(self, rules: DownloadRules) -> None:
        self._queue.rules = rules
        self._queue.changed()

    @property
    def metered(self) -> bool:
        """Whether the network counts bytes, as far as is known."""
        return self._queue.metered

    def waits_for(self, reason: Hold) -> bool:
        """Whether a download waits for this reason."""
        return reason in self._queue.holds.values()

    def allow_metered(self) -> None:
        """The person says yes for the network the computer is on."""
        self.set_network(metered=self._queue.metered, allowed=True)

    def set_network(self, *, metered: bool, allowed: bool = False) -> None:
        """Whether the network counts bytes, and whether the person has said yes for it."""
        self._queue.metered, self._queue.metered_allowed = metered, allowed
        self._queue.changed()

    # --- what a person can do --------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin working through the queue; doing so twice is harmless."""
        self._queue.start()

    async def background_bytes(self) -> int | None:
        """How much an update may take now, by the same rules: 0 when it has to wait, None without a limit."""
        return background_bytes(self.rules, await self._queue.conditions())

    async def count(self, size: int) -> None:
        """An update has taken so many bytes of the day's."""
        await self._queue.count(size)

    async def in_use(self) -> bool:
        """Whether anything was ever asked for on this computer. Costs no file to find out."""
        return await self._store.exists()

    def network_back(self) -> None:
        """Try at once what waits after a failure."""
        self._queue.forget_failures()
        self._queue.changed()

    async def close(self) -> None:
        """Stop; what has arrived stays for the next start."""
        await self._queue.close()

    async def want(
        self, materials: "Sequence[Material]", priority: Priority = Priority.NOW, package: str | None = None
    ) -> int:
        """Ask for materials; returns how many files are newly queued. What is here already costs nothing.

        Args:
            package: what they are asked for together: ``class:<id>``, ``day:<date>``; None for single ones.

        Raises:
            IntegrityFault: no hash says what any of them is: nothing could be told from anything else.
            StorageError: the wish could not be kept.
        """
        requests = [_request(material) for material in materials if is_hash(material.sha256)]
        if len(requests) < len(materials):
            _log.warning("files announced by what is no hash", count=len(materials) - len(requests))
            if not requests:
                raise IntegrityFault("the school announces a file by what is no hash")
        for request in requests:
            # A blob may be here from another material of the same bytes, or from before the table was lost.
            if await self._blobs.has(request.sha256):
                await self._store.wish([request], priority, package)
                await self._store.arrived(request.sha256, request.size)
        added = await self._store.wish(requests, priority, package)
        for request in requests:
            self._queue.forget_failures(request.sha256)
        self._queue.start()
        self._queue.changed()
        return added

    async def pause(self, sha256: str) -> None:
        """Stop one; what has arrived stays."""
        await self._store.set_state(sha256, WishState.PAUSED)
        await self._queue.stop(sha256)
        self._queue.changed()

    async def resume(self, sha256: str) -> None:
        """Let a paused or failed one go on."""
        await self._store.set_state(sha256, WishState.WAITING)
        self._queue.forget_failures(sha256)
        self._queue.changed()

    async def cancel(self, sha256: str) -> None:
        """Withdraw a wish and delete what has arrived of it."""
        await self._store.cancel(sha256)
        await self._queue.stop(sha256)
        if sha256 not in {file.sha256 for file in await self._store.files()}:
            await self._blobs.delete(sha256)
        self._queue.changed()

    async def prioritise(self, sha256: str, priority: Priority) -> None:
        """Let one go sooner or later. One that runs is not interrupted."""
        await self._store.set_priority(sha256, priority)
        self._queue.changed()

    async def remove(self, material_id: str) -> None:
        """Take a material's file off this computer, unless another material shares it."""
        for orphan in await self._store.drop_material(material_id):
            await self._queue.stop(orphan)
            await self._blobs.delete(orphan)
        self._queue.changed()

    async def pin(self, material_id: str, pinned: bool) -> None:
        """Keep a material's file whatever the quota says, or no longer."""
        held = await self._store.held(material_id)
        if held is not None:
            await self._store.pin(held, pinned)
            self._queue.changed()

    async def open(self, material_id: str) -> Path | None:
        """The file to read; None when it is not here. Its bytes are checked once more before they are shown.

        Raises:
            DamagedFileError: the disk has other bytes now; the file is wanted again and will be fetched.
        """
        sha256 = await self._store.held(material_id)
        if sha256 is None:
            return None
        try:
            await self._blobs.check(sha256)
        except DamagedFileError:
            await self._fetch_anew(sha256)
            raise
        await self._store.opened(sha256)
        return await self._blobs.path(sha256)

    async def estimate(self, materials: "Sequence[Material]") -> Estimate:
        """What asking for these would cost."""
        files = await self._store.files()
        held = {file.sha256 for file in files}
        missing = {
            item.sha256: item.size_bytes for item in materials if item.sha256 not in held and is_hash(item.sha256)
        }
        size = 0
        for sha256, whole in missing.items():
            size += max(0, whole - await self._blobs.partial_bytes(sha256))
        over = sum(file.size for file in files) + sum(missing.values()) - self._queue.rules.quota_bytes
        short = sum(missing.values()) + self._queue.rules.floor_bytes - await self._queue.free_bytes()
        gone = evictions(files, max(over, short, 0), self._clock.utc_now())
        seconds = seconds_for(size, self._queue.rate, self._queue.rules.bytes_per_second)
        return Estimate(len(missing), size, seconds, gone)

    async def holders(self, hashes: "Sequence[str]") -> dict[str, str]:
        """Of each of these files that is here, a material whose file it is."""
        return await self._store.holders(hashes) if hashes else {}

    async def known(self, material_ids: "Sequence[str]") -> set[str]:
        """Of these materials those whose files are here or asked for."""
        return await self._store.linked(material_ids) if await self.in_use() else set()

    async def overview(self) -> Overview:
        """Everything there is to show."""
        transfers = []
        for wish in await self._store.queue():
            here = self._queue.here.get(wish.sha256)
            if here is None:
                here = await self._blobs.partial_bytes(wish.sha256)
            running = wish.sha256 in self._queue.running
            transfers.append(Transfer(wish, here, running, None if running else self._queue.holds.get(wish.sha256)))
        files = await self._store.files()
        present = {file.sha256 for file in files}
        links = await self._store.links()
        return Overview(
            transfers,
            files,
            {link.material_id: link.sha256 for link in links.values() if link.sha256 in present},
            {
                link.material_id: wanted
                for link in links.values()
                if (wanted := link.next_sha256 or link.sha256) not in present
            },
            await self._store.packages(),
            self._queue.rules,
            await self._queue.free_bytes(),
            await self._queue.fetched_today(),
        )

    async def reconcile(self, materials: "Iterable[Material]") -> None:
        """Follow the platform: what one may no longer see goes, what has a new version is fetched again.

        The old version of a file stays readable until the new one is here.
        """
        current = {material.id: material for material in materials}
        renewed = []
        for link in (await self._store.links()).values():
            material = current.get(link.material_id)
            if material is None:
                await self.remove(link.material_id)
            elif material.sha256 != (link.next_sha256 or link.sha256) or material.due_at != link.due_at:
                renewed.append(material)
        if renewed:
            await self.want(renewed, Priority.BACKGROUND)
            await self._queue.drop_orphans()

    # --- inside ----------------------------------------------------------------------------------------------------

    async def _fetch_anew(self, sha256: str) -> None:
        files = {file.sha256: file for file in await self._store.files()}
        links = [link for link in (await self._store.links()).values() if link.sha256 == sha256]
        await self._store.drop_file(sha256)
        size = files[sha256].size
        await self._store.wish(
            [Request(link.material_id, sha256, size, link.due_at) for link in links], Priority.NOW, None
        )
        self._queue.changed()


def _request(material: "Material") -> Request:
    return Request(material.id, material.sha256, material.size_bytes, material.due_at)
