"""Keeps the search index in step with what is on this computer: reads each new file once, forgets what has gone."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.store.blobs import BlobStore
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.search_index import Found, SearchIndex
    from learnup_desktop.sync.downloads import Downloads

ReadPages = Callable[[str, Path], Sequence[str]]
"""``read(media_type, path)``: the words of a file page by page, none for what has no words. Called on a thread; a file
that cannot be read has none."""
GATHER_SECONDS = 0.3
_log = get_logger(__name__)


class StudyIndex:
    """The index of one account.

    Args:
        read_pages: see ``ReadPages``.
    """

    def __init__(
        self,
        downloads: "Downloads",
        cache: "Cache",
        blobs: "BlobStore",
        index: "SearchIndex",
        read_pages: ReadPages,
    ) -> None:
        self._downloads = downloads
        self._cache = cache
        self._blobs = blobs
        self._index = index
        self._read_pages = read_pages
        self._task: asyncio.Task[None] | None = None
        self._stale = False
        self._stop = downloads.listeners.subscribe(lambda _: self.follow())

    def follow(self) -> None:
        """Something has come or gone: catch up in the background."""
        self._stale = True
        if self._task is None or self._task.done():
            self._task = spawn(self._catch_up(), "study index")

    async def settled(self) -> None:
        """Until the index has caught up."""
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)

    async def close(self) -> None:
        """Stop. What was not read yet is read after the next start."""
        self._stop()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def find(self, query: str, limit: int = 8) -> "list[tuple[Found, str]]":
        """Pages with all the words, each with a material whose file it is.

        Raises:
            StorageError: the disk cannot be read.
        """
        if not await self._downloads.in_use():
            return []
        found = await self._index.find(query, limit)
        materials = await self._downloads.holders([place.sha256 for place in found])
        return [(place, materials[place.sha256]) for place in found if place.sha256 in materials]

    async def _catch_up(self) -> None:
        while self._stale:
            # While files arrive the news comes many times a second.
            await asyncio.sleep(GATHER_SECONDS)
            self._stale = False
            try:
                await self._step()
            except StorageError as error:
                _log.warning("the search index cannot follow", reason=error.detail, code=error.code)
                return

    async def _step(self) -> None:
        from learnup_desktop.contract.classes import Material

        held = (await self._downloads.overview()).held
        known = await self._index.indexed()
        for sha256 in known - set(held.values()):
            await self._index.drop(sha256)
        new = {sha256: key for key, sha256 in held.items() if sha256 not in known}
        for sha256, key in new.items():
            material = await self._cache.get(Stream.MATERIALS, key, Material)
            path = await self._blobs.path(sha256)
            # The words of a sealed publication are written nowhere, the index included.
            if material is not None and path is not None and not material.sealed:
                pages = await asyncio.to_thread(self._read_pages, material.media_type, path)
                await self._index.put(sha256, pages)
