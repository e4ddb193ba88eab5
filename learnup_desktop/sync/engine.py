"""Pulling: the cache follows the platform by hints, after each reconnect, and by slow polling; a hint is never needed.

One pull at a time; whoever asks while one runs shares it.
"""

import asyncio
import random
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from learnup_desktop.base.background import Listeners, spawn
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import LearnUpError, ProtocolError, RefusedError, SignInError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.sync import Stream, SyncAnswer
from learnup_desktop.sync.backoff import Backoff
from learnup_desktop.sync.state import SyncStateTracker

if TYPE_CHECKING:
    from learnup_desktop.api.sync import SyncApi
    from learnup_desktop.store.cache import Cache

POLL_LIVE_SECONDS = 600.0
"""Between pulls while the real-time line is up: only a lost hint would be noticed by it."""
POLL_SECONDS = 60.0
"""Between pulls without it."""
HINT_SECONDS, HINT_JITTER_SECONDS = 0.1, 0.3
"""Hints that come together become one pull; jitter on top keeps a class from asking in the same instant."""
SOON_SECONDS = 0.03
"""Instead of both where somebody is waiting and only few are told: a mark is to be on other screens within a second."""
_MAXIMUM_PAGES = 5000
_log = get_logger(__name__)


class SyncEngine:
    """Keeps one account's cache up to date.

    Args:
        api: the platform's sync routes.
        cache: what is kept here.
        state: is told when the platform last answered.
        clock: this PC's clock.
        poll_seconds: between pulls without the real-time line.
    """

    def __init__(
        self,
        api: "SyncApi",
        cache: "Cache",
        state: SyncStateTracker | None = None,
        clock: Clock | None = None,
        *,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self._api = api
        self._cache = cache
        self._state = state or SyncStateTracker()
        self._clock = clock or SystemClock()
        self._poll_seconds = poll_seconds
        self._listeners: Listeners[frozenset[Stream]] = Listeners()
        self._wanted, self._soon = asyncio.Event(), asyncio.Event()
        self._loop_task: asyncio.Task[None] | None = None
        self._pulling: asyncio.Task[frozenset[Stream]] | None = None
        self._live = False
        self.last_error: LearnUpError | None = None
        """Why the last pull failed; None after one that worked."""

    def on_changed(self, listener: Callable[[frozenset[Stream]], None]) -> Callable[[], None]:
        """Call ``listener(streams)`` after each pull that changed something. Returns how to stop."""
        return self._listeners.subscribe(listener)

    def start(self) -> None:
        """Pull now and from then on. Doing so twice is harmless."""
        if self._loop_task is None:
            self._loop_task = spawn(self._run(), "sync engine")

    async def close(self) -> None:
        """Stop; a pull under way is given up. Doing so twice is harmless."""
        tasks = [task for task in (self._loop_task, self._pulling) if task is not None]
        self._loop_task = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def hint(self, streams: Iterable[Stream] = (), *, soon: bool = False) -> None:
        """Something has changed on the platform: pull.

        Args:
            streams: what has changed, where that is known.
            soon: without the jitter; only for news that goes to few.
        """
        self._wanted.set()
        if soon:
            self._soon.set()

    def set_live(self, live: bool) -> None:
        """The real-time line came up or went down. After each coming up the client pulls."""
        came_up = live and not self._live
        self._live = live
        if came_up:
            self._wanted.set()

    async def pull(self, reason: str = "asked") -> frozenset[Stream]:
        """Bring the cache up to date now, or share the pull under way.

        Returns:
            The streams that changed.

        Raises:
            NetworkError, PlatformError, StorageError: it failed; the cache is as it was, or some pages further.
        """
        if self._pulling is None:
            _log.debug("pull", reason=reason)
            self._pulling = asyncio.create_task(self._pull(), name=f"pull ({reason})")
            self._pulling.add_done_callback(self._pulled)
        return await asyncio.shield(self._pulling)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _pulled(self, task: "asyncio.Task[frozenset[Stream]]") -> None:
        self._pulling = None
        if not task.cancelled():
            task.exception()  # who waited has it

    async def _run(self) -> None:
        backoff = Backoff(2.0, 120.0)
        pause: float | None = None
        while True:
            hinted = pause is not None and await self._wait(pause)
            if hinted:
                await self._collect()
            self._wanted.clear()
            self._soon.clear()
            if hinted and self._pulling is not None:
                # It may have asked before what the hint is about was there: sharing it would miss the change.
                await asyncio.wait({self._pulling})
            try:
                await self.pull("hint" if hinted else "poll")
            except SignInError:
                # Only signing in again helps, and that ends with a hint; asking on would lock nobody in but us out.
                self._state.set_signed_in(False)
                await self._wanted.wait()
                backoff.reset()
                pause = None
            except LearnUpError as error:
                pause = backoff.after(error)
                _log.info("pull failed", reason=error.detail, code=error.code, again_in=round(pause, 1))
            else:
                backoff.reset()
                seconds = POLL_LIVE_SECONDS if self._live else self._poll_seconds
                pause = random.uniform(seconds * 0.8, seconds * 1.2)

    async def _collect(self) -> None:
        """Let hints that belong together arrive."""
        await wait_at_most(self._soon, HINT_SECONDS + random.uniform(0, HINT_JITTER_SECONDS))
        if self._soon.is_set():
            await asyncio.sleep(SOON_SECONDS)

    async def _wait(self, seconds: float) -> bool:
        """Until a hint comes (True) or the time is over (False)."""
        return await wait_at_most(self._wanted, seconds)

    async def _pull(self) -> frozenset[Stream]:
        try:
            changed = await self._pull_from(await self._cache.cursor())
        except LearnUpError as error:
            self.last_error = error
            raise
        self.last_error = None
        self._state.set_signed_in(True)
        self._state.set_as_of(self._clock.utc_now())
        if changed:
            self._listeners.tell(changed)
        return changed

    async def _pull_from(self, cursor: str | None) -> frozenset[Stream]:
        changed: frozenset[Stream] = frozenset()
        if cursor is None:
            went_on = await self._cache.snapshot_cursor() is not None
            changed = await self._take_snapshot()
            if not went_on:
                return changed
            # What happened since it was begun, perhaps yesterday, comes at once.
            cursor = str(await self._cache.cursor())
        for _ in range(_MAXIMUM_PAGES):
            try:
                answer = await self._api.changes(cursor)
            except RefusedError as error:
                if not _is_too_old(error):
                    raise
                return changed | await self._take_snapshot()
            changed |= await self._cache.apply(answer.changes, answer.cursor)
            if not answer.has_more:
                return changed
            cursor = _following(cursor, answer)
        raise ProtocolError("changes without an end", reason="malformed")

    async def _take_snapshot(self) -> frozenset[Stream]:
        """Everything, page by page put aside, then swapped in at once: what is shown is the old whole or the new one.

        One that was interrupted goes on where it stopped, also after a restart.
        """
        try:
            return await self._snapshot(await self._cache.snapshot_cursor())
        except RefusedError as error:
            if not _is_too_old(error):
                raise
            # The database was replaced while we read, or too much has happened since an interrupted one.
            await self._cache.drop_snapshot()
            return await self._snapshot(None)

    async def _snapshot(self, cursor: str | None) -> frozenset[Stream]:
        for _ in range(_MAXIMUM_PAGES):
            answer = await self._api.snapshot(cursor)
            if not answer.has_more:
                return await self._cache.finish_snapshot(answer.changes, answer.cursor, first=cursor is None)
            following = _following(cursor, answer)
            await self._cache.stage(answer.changes, following, first=cursor is None)
            cursor = following
        raise ProtocolError("a snapshot without an end", reason="malformed")


def _is_too_old(error: RefusedError) -> bool:
    return error.status == 410 or error.platform_code == ErrorCode.SYNC_CURSOR_TOO_OLD


def _following(cursor: str | None, answer: SyncAnswer) -> str:
    if answer.cursor == cursor:
        raise ProtocolError("more is announced, but the cursor stands still", reason="malformed")
    return answer.cursor
