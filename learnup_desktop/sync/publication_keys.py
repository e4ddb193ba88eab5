"""Keys of publications that were bought: fetched while there is a network, kept sealed, gone when access ends.

A publication lies on this computer as the platform sealed it for the account. The key is kept under the account's own
seal, beside the table of downloads, and is opened only while somebody reads; the words never reach the disk.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import (
    AccessEndedError,
    IntegrityFault,
    LearnUpError,
    NotFoundError,
    StorageError,
)
from learnup_desktop.base.files import storage_fault
from learnup_desktop.base.log import get_logger

if TYPE_CHECKING:
    from learnup_desktop.api.materials import MaterialsApi
    from learnup_desktop.contract.classes import Material
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.downloads import DownloadStore
    from learnup_desktop.store.seal import Sealer
    from learnup_desktop.sync.downloads import Downloads

GATHER_SECONDS = 0.5
_log = get_logger(__name__)


class PublicationKeys:
    """The keys of one account.

    Args:
        now: server time, aware: access ends by it, not by this PC's clock.
    """

    def __init__(
        self,
        materials: "MaterialsApi",
        downloads: "Downloads",
        store: "DownloadStore",
        cache: "Cache",
        sealer: "Sealer",
        now: Callable[[], datetime],
    ) -> None:
        self._materials = materials
        self._downloads = downloads
        self._store = store
        self._cache = cache
        self._sealer = sealer
        self._now = now
        self._task: asyncio.Task[None] | None = None
        self._stale = False
        self._stop = downloads.listeners.subscribe(lambda _: self.follow())

    def follow(self) -> None:
        """A download has moved, or access has: fetch the keys that are missing, let go of those that have ended."""
        self._stale = True
        if self._task is None or self._task.done():
            self._task = spawn(self._catch_up(), "publication keys")

    async def settled(self) -> None:
        """Until the keys have caught up."""
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)

    async def close(self) -> None:
        """Stop."""
        self._stop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def open(self, material: "Material", path: Path) -> bytes:
        """The publication in memory. Without a key on this computer the platform is asked for it.

        Raises:
            AccessEndedError: it may no longer be read; the key is gone from here.
            IntegrityFault: the file and the key do not belong together.
            NetworkError, PlatformError: there is no key here, and it could not be had.
            StorageError: the disk cannot be read.
        """
        from learnup_desktop.domain.sealed_publication import open_publication

        if self._has_ended(material):
            await self._let_go(material.id)
            raise AccessEndedError(f"access to {material.id} has ended")
        key = await self._kept(material) or await self._fetch(material)

        def work() -> bytes:
            try:
                sealed = path.read_bytes()
            except OSError as error:
                raise storage_fault(error, path) from error
            return open_publication(sealed, key)

        return await asyncio.to_thread(work)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _has_ended(self, material: "Material") -> bool:
        return material.access_ends_at is not None and material.access_ends_at <= self._now()

    async def _kept(self, material: "Material") -> bytes | None:
        sealed = await self._store.key(material.id)
        if sealed is None:
            return None
        try:
            return self._sealer.open(sealed, _tag(material))
        except IntegrityFault:
            await self._store.drop_key(material.id)  # of an earlier copy, or another seal: asked for again
            return None

    async def _fetch(self, material: "Material") -> bytes:
        try:
            answer = await self._materials.key(material.id)
        except NotFoundError as error:
            await self._let_go(material.id)
            raise AccessEndedError(f"the platform no longer gives the key of {material.id}") from error
        if answer.sha256 != material.sha256:
            raise IntegrityFault("the key is of another copy than the one here")
        await self._store.keep_key(material.id, self._sealer.seal(answer.key, _tag(material)))
        return answer.key

    async def _let_go(self, material_id: str) -> None:
        await self._store.drop_key(material_id)
        await self._downloads.remove(material_id)

    async def _catch_up(self) -> None:
        while self._stale:
            await asyncio.sleep(GATHER_SECONDS)
            self._stale = False
            try:
                await self._step()
            except StorageError as error:
                _log.warning("keys cannot be kept", reason=error.detail, code=error.code)
                return
            except LearnUpError as error:
                _log.info("a key could not be fetched yet", reason=error.detail, code=error.code)
                return

    async def _step(self) -> None:
        if await self._cache.cursor() is None:
            return  # the cache is being made anew: what is not in it says nothing
        materials = {item.id: item for item in await self._cache.sealed_materials()}
        for material_id in await self._store.keys():
            known = materials.get(material_id)
            if known is None or self._has_ended(known):
                await self._let_go(material_id)
        overview = await self._downloads.overview()
        for material_id in {*overview.held, *overview.wanted} & materials.keys():
            material = materials[material_id]
            if not self._has_ended(material) and await self._kept(material) is None:
                await self._fetch(material)


def _tag(material: "Material") -> bytes:
    return f"publication:{material.id}:{material.sha256}".encode()
