"""Everything that synchronises one signed-in account, started and stopped as one: wiring it is one line each way.

The real-time line is a sibling that this package may not import: whoever owns both passes its news on (``hint``,
``set_live``).
"""

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING

from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.contract.sync import Stream
from learnup_desktop.sync.engine import SyncEngine
from learnup_desktop.sync.evidence_pump import EvidencePump
from learnup_desktop.sync.handlers import register_handlers
from learnup_desktop.sync.ledger import Ledger
from learnup_desktop.sync.outbox_pump import OutboxPump
from learnup_desktop.sync.papers import PaperDownloads
from learnup_desktop.sync.receipts import SigningKey
from learnup_desktop.sync.server_clock import PlatformClock
from learnup_desktop.sync.state import SyncStateTracker
from learnup_desktop.sync.uploads import AttemptUploads

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.store.account_store import AccountStore


class AccountSync:
    """Pull, outbox, journals and papers of one account over one client.

    Takes over the transport's ``on_clock_sample``, ``on_reached`` and ``session.on_ended``.

    Attributes:
        state: what the pill shows.
        clock: server time.
        engine, outbox, uploads, papers, evidence, ledger: the parts.
    """

    def __init__(
        self, client: "PlatformClient", store: "AccountStore", key: SigningKey, clock: Clock | None = None
    ) -> None:
        pc_clock = clock or SystemClock()
        self.state = SyncStateTracker()
        self.clock = PlatformClock(pc_clock)
        self.engine = SyncEngine(client.sync, store.cache, self.state, pc_clock)
        self.outbox = OutboxPump(store.outbox, self.state, pc_clock)
        register_handlers(self.outbox, client)
        self.uploads = AttemptUploads(store.journal, client.exams, key, self.state, self.clock)
        self.papers = PaperDownloads(client.exams, store.blobs)
        self.evidence = EvidencePump(store.folder / "evidence", client.exams)
        self.ledger = Ledger(store.outbox, store.journal, self.outbox, pc_clock)
        self._store = store
        self._transport = client.transport
        self._starting: asyncio.Task[None] | None = None
        self._returning: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; everything happens in the background. Doing so twice is harmless."""
        if self._starting is not None:
            return
        self._transport.on_clock_sample = self.clock.add
        self._transport.on_reached = self._reached
        self._transport.session.on_ended = lambda: self.state.set_signed_in(False)
        self._starting = asyncio.create_task(self._start(), name="account sync")

    async def close(self) -> None:
        """Stop everything; what is not sent stays in the store. Doing so twice is harmless."""
        self._transport.on_clock_sample = self._transport.on_reached = self._transport.session.on_ended = None
        tasks = [task for task in (self._starting, self._returning) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.papers.close()
        await self.evidence.close()
        await self.uploads.close()
        await self.outbox.close()
        await self.engine.close()

    def hint(self, streams: Iterable[Stream] = ()) -> None:
        """The platform says that something has changed."""
        self.engine.hint(streams)

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
        self.engine.hint()

    async def _start(self) -> None:
        for meta in await self._store.journal.attempts():
            self.clock.seed(meta.clock_offset_ms)
        self.state.set_as_of(await self._store.cache.as_of())
        self.engine.start()
        self.outbox.start()
        await self.uploads.start_waiting()
        self.evidence.start()

    def _reached(self, reached: bool) -> None:
        came_back = reached and not self.state.state.online
        self.state.set_online(reached)
        if came_back and (self._returning is None or self._returning.done()):
            self._returning = asyncio.create_task(self._come_back(), name="network back")

    async def _come_back(self) -> None:
        self.uploads.wake()
        self.evidence.wake()
        await self.outbox.network_back()
        if self.engine.last_error is not None:
            self.engine.hint()
