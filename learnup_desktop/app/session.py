"""One account, opened: its store, its line to the platform, and what keeps the two in step. No Qt."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from learnup_desktop.app import preload
from learnup_desktop.app.local_zone import COMPUTER_ZONE
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.tokens import Tokens
from learnup_desktop.base.waiting import cancel_and_wait, to_the_end
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import KnownAccount
from learnup_desktop.store.seal import Sealer

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.api.tokens import TokensChanged
    from learnup_desktop.contract.sync import Stream
    from learnup_desktop.realtime.connection import LineState, RealtimeConnection
    from learnup_desktop.realtime.events import RealtimeEvent
    from learnup_desktop.store.accounts import KnownAccounts
    from learnup_desktop.store.vault import Vault
    from learnup_desktop.sync.account_sync import AccountSync
    from learnup_desktop.sync.state import SyncState

_log = get_logger(__name__)


class AccountSession:
    """Everything of one account while it is open. Made by :meth:`open`.

    Attributes:
        known: whose it is.
        store, client: the two sides.
        sync: what goes between them.
        device_id: this computer, as the platform knows it.
        on_ended: called once when the platform no longer accepts the session.
        on_streams: called with the streams that changed in the cache.
        on_event: called with every event of the live line.
        on_state: called with each change of what the pill shows.
        on_sync: called once with ``sync``, when it is made and before anything of it begins.
        network_loaded: set when :attr:`sync` can be had without a stand-still.
    """

    def __init__(
        self,
        known: KnownAccount,
        store: AccountStore,
        connect: "Callable[[], PlatformClient]",
        *,
        device_id: str,
        clock: Clock,
        keep_tokens: "TokensChanged",
    ) -> None:
        self.known = known
        self.store = store
        self.device_id = device_id
        self._connect = connect
        self._clock = clock
        self._keep_tokens = keep_tokens
        self._client: PlatformClient | None = None
        self._sync: AccountSync | None = None
        self.on_ended: Callable[[], None] | None = None
        self.on_streams: Callable[[frozenset[Stream]], None] | None = None
        self.on_event: Callable[[RealtimeEvent], None] | None = None
        self.on_state: Callable[[SyncState], None] | None = None
        self.on_sync: Callable[[AccountSync], None] | None = None
        self._realtime: RealtimeConnection | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._was_online = False
        self._starting = False
        self._closed = False
        self._closing: asyncio.Task[None] | None = None
        self.network_loaded = asyncio.Event()

    @classmethod
    async def open(
        cls,
        known: KnownAccount,
        connect: "Callable[[], PlatformClient]",
        *,
        accounts: "KnownAccounts",
        vault: "Vault",
        clock: Clock | None = None,
    ) -> "AccountSession":
        """Open the account's files. Nothing of the network is touched.

        Args:
            known: whose account.
            connect: makes the client, when it is first needed; the session closes it.
            accounts: where the files are.
            vault: has the key that seals them, and keeps tokens.
            clock: this PC's clock.

        Raises:
            LockedElsewhereError: another window has this account.
            KeyringUnavailableError: the key that seals its files cannot be had.
            IntegrityFault: it is not that key.
            StorageError: the disk refused.
        """
        clock = clock or SystemClock()
        sealer = Sealer(await vault.key(known.key))
        store = await AccountStore.open(accounts.folder_of(known.key), sealer, clock)

        async def keep(tokens: Tokens | None) -> None:
            if tokens is None:
                await vault.forget(known.key)
            else:
                await vault.store_tokens(known.key, tokens)

        return cls(known, store, connect, device_id=accounts.device_id(), clock=clock, keep_tokens=keep)

    @property
    def client(self) -> "PlatformClient":
        """The platform; made on first use, since the first page does without it."""
        if self._client is None:
            self._client = self._connect()
            self._client.transport.session.keeper.persist_with(self._keep_tokens)
        return self._client

    def adopt_client(self) -> None:
        """Take the client over now, since it is connected already and somebody has to close it."""
        _ = self.client

    @property
    def sync(self) -> "AccountSync":
        """What goes between the two sides; made on first use, as the client is."""
        if self._sync is None:
            from learnup_desktop.sync.account_sync import AccountSync
            from learnup_desktop.sync.receipts import SigningKey

            key = SigningKey.of(self.known)
            self._sync = AccountSync(self.client, self.store, key, self._clock, COMPUTER_ZONE, _read_pages)
            self._sync.state.subscribe(self._state_changed)
            self._sync.engine.on_changed(self._streams_changed)
            if self.on_sync is not None:
                self.on_sync(self._sync)
        return self._sync

    def now(self) -> datetime:
        """Server time; before anything was heard from the platform this PC's."""
        return self._sync.clock.now() if self._sync is not None else self._clock.utc_now()

    @property
    def signed_in(self) -> bool:
        """Whether there are tokens to talk to the platform with."""
        return self.client.transport.session.keeper.current is not None

    def hint(self) -> None:
        """Something may have changed on the platform: pull soon, if there is a line at all."""
        if self._sync is not None:
            self._sync.hint()

    @property
    def realtime(self) -> "RealtimeConnection | None":
        """The live line, once :meth:`start` was called."""
        return self._realtime

    # -- running ------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Begin to send, pull and listen. Without tokens there is nobody to talk to, and the state says so."""
        await self._load_network()
        if self._closed:
            return
        self.sync.state.set_as_of(await self.store.cache.as_of())
        self.sync.state.set_outbox(await self.store.outbox.counts())
        if not self.signed_in:
            self.sync.state.set_signed_in(False)
            return
        if self._closed or self._starting:
            return
        self._starting = True
        from learnup_desktop.realtime.connection import RealtimeConnection

        self.sync.start()
        self.client.transport.session.on_ended = self._ended
        transport = self.client.transport
        self._realtime = RealtimeConnection(transport.base_url, transport.access_token, self._event, self._line_changed)
        self._realtime.start()

    async def use_tokens(self, tokens: Tokens) -> None:
        """Go on with tokens that were found later than the files: the keyring is slow, the cache is not."""
        await self._load_network()
        await self.client.transport.session.keeper.set(tokens)
        self.sync.state.set_signed_in(True)
        await self.start()

    async def _load_network(self) -> None:
        """Loading the network's modules takes a moment: on a thread, since the window is being used meanwhile."""
        await preload.load(preload.NETWORK)
        self.network_loaded.set()

    async def pull(self) -> None:
        """Bring the cache up to date now.

        Raises:
            LearnUpError: it failed.
        """
        await self.start()
        await self.sync.engine.pull()

    async def sign_out(self) -> None:
        """End the session on the platform, as far as it can be reached, and forget the tokens. Files stay."""
        try:
            await self.client.auth.logout()
        except LearnUpError as error:
            # Without a network the session ends there by its age; here the tokens are gone in any case.
            _log.info("signed out here only", reason=error.detail)

    async def close(self) -> None:
        """Stop everything and close the files, to the end even when cancelled. Doing so twice is harmless."""
        if self._closing is None:
            self._closed = True
            self.on_ended = self.on_streams = self.on_event = self.on_state = self.on_sync = None
            self._closing = asyncio.create_task(self._close(), name="close account")
        await to_the_end(self._closing)

    async def _close(self) -> None:
        await cancel_and_wait(*self._tasks)
        if self._realtime is not None:
            await self._realtime.close()
        if self._sync is not None:
            await self._sync.close()
        if self._client is not None:
            await self._client.close()
        await self.store.close()

    # -- what happens -------------------------------------------------------------------------------------------------

    def _state_changed(self, state: "SyncState") -> None:
        came_back, self._was_online = state.online and not self._was_online, state.online
        if came_back and self._realtime is not None:
            self._realtime.hurry()
        if self.on_state is not None:
            self.on_state(state)

    def _line_changed(self, state: "LineState") -> None:
        from learnup_desktop.realtime.connection import LineState

        if self._closed:
            return
        self.sync.set_live(state is LineState.CONNECTED)
        if state is LineState.WAITING and self._was_online:
            # The line dropped: a request finds out at once whether the platform is still there.
            self._hold(self._look())

    async def _look(self) -> None:
        try:
            await self.client.system.time()
        except LearnUpError as error:
            _log.info("the platform does not answer", code=error.code)

    def _event(self, event: "RealtimeEvent") -> None:
        from learnup_desktop.contract.realtime import AttendanceUpdated
        from learnup_desktop.realtime.events import SessionRevoked

        # Marks go to who teaches the class, and are looked at while they are made.
        self.sync.hint(soon=isinstance(event, AttendanceUpdated))
        if isinstance(event, SessionRevoked):
            # A hint like every event: the platform itself is asked whether the session has ended.
            self._hold(self._ask_who())
        if self.on_event is not None:
            self.on_event(event)

    async def _ask_who(self) -> None:
        try:
            await self.client.auth.me()
        except LearnUpError as error:
            _log.info("asked whether the session goes on", code=error.code)

    def _streams_changed(self, streams: "frozenset[Stream]") -> None:
        if self.on_streams is not None:
            self.on_streams(streams)

    def _ended(self) -> None:
        self.sync.state.set_signed_in(False)
        if self.on_ended is not None:
            self.on_ended()

    def _hold(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _read_pages(media_type: str, path: Path) -> Sequence[str]:
    # QtPdf is loaded by the first file that is read, on that file's thread.
    from learnup_desktop.qt.document_text import document_pages

    return document_pages(media_type, path)
