"""Everything that synchronises one signed-in account, started and stopped as one: wiring it is one line each way.

The real-time line is a sibling that this package may not import: whoever owns both passes its news on (``hint``,
``set_live``).
"""

import asyncio
from collections.abc import Iterable
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.sync import Stream
from learnup_desktop.store.records import BRING_EMERGENCY
from learnup_desktop.sync.downloads import Downloads
from learnup_desktop.sync.emergency_files import EmergencyFiles
from learnup_desktop.sync.engine import SyncEngine
from learnup_desktop.sync.evidence_pump import EvidencePump
from learnup_desktop.sync.evidence_retention import EvidenceRetention
from learnup_desktop.sync.handlers import register_handlers
from learnup_desktop.sync.ledger import Ledger
from learnup_desktop.sync.material_uploads import MaterialUploads
from learnup_desktop.sync.outbox_pump import OutboxPump
from learnup_desktop.sync.packs import Packs
from learnup_desktop.sync.papers import PaperDownloads
from learnup_desktop.sync.publication_keys import PublicationKeys
from learnup_desktop.sync.receipts import SigningKey
from learnup_desktop.sync.server_clock import PlatformClock
from learnup_desktop.sync.state import SyncStateTracker
from learnup_desktop.sync.study_index import ReadPages, StudyIndex
from learnup_desktop.sync.uploads import AttemptUploads
from learnup_desktop.sync.work_pump import WorkPump

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.store.account_store import AccountStore
    from learnup_desktop.sync.galleries import GallerySync

_log = get_logger(__name__)


class AccountSync:
    """Pull, outbox, journals and papers of one account over one client.

    Args:
        zone: where this computer is, for what is counted by the day.
        read_pages: gives the words of a file for the search index; None for no index.

    Takes over the transport's ``on_clock_sample``, ``on_reached`` and ``session.on_ended``.

    Attributes:
        state: what the pill shows.
        clock: server time.
        engine, outbox, uploads, papers, downloads, keys, packs, material_uploads, study, evidence, ledger: the parts.
    """

    def __init__(
        self,
        client: "PlatformClient",
        store: "AccountStore",
        key: SigningKey,
        clock: Clock | None = None,
        zone: tzinfo = UTC,
        read_pages: ReadPages | None = None,
    ) -> None:
        pc_clock = clock or SystemClock()
        self.state = SyncStateTracker()
        self.clock = PlatformClock(pc_clock)
        self.engine = SyncEngine(client.sync, store.cache, self.state, pc_clock)
        self.outbox = OutboxPump(store.outbox, self.state, pc_clock)
        register_handlers(self.outbox, client)
        self.emergency = EmergencyFiles(store.folder / "emergency", store.outbox, client.exams, pc_clock)
        self.outbox.register(BRING_EMERGENCY, self.emergency.handler())
        self.uploads = AttemptUploads(store.journal, client.exams, key, self.state, self.clock)
        self.papers = PaperDownloads(client.exams, store.blobs)
        self.downloads = Downloads(client.materials, store.blobs, store.downloads, pc_clock, zone)
        self.keys = PublicationKeys(
            client.materials, self.downloads, store.downloads, store.cache, store.sealer, self.clock.now
        )
        self.material_uploads = MaterialUploads(store.folder / "uploads", client.materials)
        self.packs = Packs(client.materials, store.blobs, store.cache, self.downloads, key)
        self.study: StudyIndex | None = None
        if read_pages is not None:
            self.study = StudyIndex(self.downloads, store.cache, store.blobs, store.search, read_pages)
        self.evidence = EvidencePump(store.folder / "evidence", client.exams)
        self._retention = EvidenceRetention(store.folder / "evidence", store.journal)
        self.work = WorkPump(store.folder / "work", client.exams)
        self.ledger = Ledger(store.outbox, store.journal, self.outbox, pc_clock)
        self._client = client
        self._galleries: GallerySync | None = None
        self._store = store
        self._transport = client.transport
        self._starting: asyncio.Task[None] | None = None
        self._returning: asyncio.Task[None] | None = None
        self._reconciling: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; everything happens in the background. Doing so twice is harmless."""
        if self._starting is not None:
            return
        self._transport.on_clock_sample = self.clock.add
        self._transport.on_reached = self._reached
        self._transport.session.on_ended = lambda: self.state.set_signed_in(False)
        self.engine.on_changed(self._changed)
        self._starting = spawn(self._start(), "account sync")

    async def close(self) -> None:
        """Stop everything; what is not sent stays in the store. Doing so twice is harmless."""
        self._transport.on_clock_sample = self._transport.on_reached = self._transport.session.on_ended = None
        tasks = [task for task in (self._starting, self._returning, self._reconciling) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.papers.close()
        if self.study is not None:
            await self.study.close()
        await self.keys.close()
        await self.material_uploads.close()
        await self.downloads.close()
        await self.evidence.close()
        await self._retention.close()
        await self.work.close()
        if self._galleries is not None:
            await self._galleries.close()
        await self.uploads.close()
        await self.outbox.close()
        await self.engine.close()

    @property
    def galleries(self) -> "GallerySync":
        """Galleries of classes one teaches; made on first use, which who learns never has."""
        if self._galleries is None:
            from learnup_desktop.sync.galleries import GallerySync

            self._galleries = GallerySync(self._client.face, self._store.galleries, self._store.cache)
        return self._galleries

    def hint(self, streams: Iterable[Stream] = (), *, soon: bool = False) -> None:
        """The platform says that something has changed; ``soon``: somebody looks at it (see the engine)."""
        self.engine.hint(streams, soon=soon)

    def set_live(self, live: bool) -> None:
        """The real-time line came up or went down."""
        self.engine.set_live(live)
        if live:
            self._reached(True)

    def signed_in_again(self) -> None:
        """The session ended and there are new tokens: go on."""
        self.state.set_signed_in(True)
        self.outbox.wake()
        self.uploads.wake()
        self.material_uploads.wake()
        self.downloads.network_back()
        self.engine.hint()

    async def _start(self) -> None:
        self.engine.start()
        self.outbox.start()
        self.evidence.start()
        self._retention.start()
        self.work.start()
        try:
            for meta in await self._store.journal.attempts():
                self.clock.seed(meta.clock_offset_ms)
            self.state.set_as_of(await self._store.cache.as_of())
            await self.uploads.start_waiting()
            if await self.material_uploads.in_use():
                self.material_uploads.start()
            if await self.downloads.in_use():
                self.downloads.start()
                self.keys.follow()
                if self.study is not None:
                    self.study.follow()
        except StorageError as error:
            _log.error("what an earlier run left cannot be read", reason=error.detail, code=error.code)

    def _reached(self, reached: bool) -> None:
        came_back = reached and not self.state.state.online
        self.state.set_online(reached)
        if came_back and (self._returning is None or self._returning.done()):
            self._returning = spawn(self._come_back(), "network back")

    def _changed(self, streams: frozenset[Stream]) -> None:
        if Stream.ROLLS in streams:
            self.galleries.wake()
        if Stream.MATERIALS in streams and (self._reconciling is None or self._reconciling.done()):
            self._reconciling = spawn(self._reconcile(), "downloads follow")

    async def _reconcile(self) -> None:
        from learnup_desktop.contract.classes import Material

        try:
            if await self.downloads.in_use():
                await self.downloads.reconcile(await self._store.cache.all(Stream.MATERIALS, Material))
                self.keys.follow()
        except StorageError as error:
            _log.warning("downloads could not follow the platform", reason=error.detail, code=error.code)

    async def _come_back(self) -> None:
        self.uploads.wake()
        self.evidence.wake()
        self.work.wake()
        self.material_uploads.wake()
        if self._galleries is not None and self._galleries.last_error is not None:
            self._galleries.wake()
        self.downloads.network_back()
        try:
            await self.outbox.network_back()
        except StorageError as error:
            _log.warning("the outbox cannot be read", reason=error.detail, code=error.code)
        if self.engine.last_error is not None:
            self.engine.hint()
