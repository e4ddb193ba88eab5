"""The queue of downloads at work: what may start, one try at a time, room on the disk, and when to try again.

Used by ``sync.downloads`` only, which is what the rest of the program sees.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.background import Listeners, spawn
from learnup_desktop.base.clock import Clock
from learnup_desktop.base.errors import (
    DiskFullError,
    IntegrityFault,
    LearnUpError,
    NotFoundError,
    RefusedError,
    SignInError,
    StorageError,
)
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.domain.downloads import Conditions, DownloadRules, Hold, RateCap, evictions, hold
from learnup_desktop.store.downloads import Wish, WishState
from learnup_desktop.sync.backoff import Backoff, is_passing

if TYPE_CHECKING:
    from learnup_desktop.api.materials import MaterialsApi
    from learnup_desktop.store.blobs import BlobStore
    from learnup_desktop.store.downloads import DownloadStore

LOOK_SECONDS = 30.0
"""How often the queue is looked at when nobody wakes it: a window may have opened, a day begun, a disk emptied."""
_RATE_WEIGHT = 0.3
"""Weight of the newest file in the moving average of the line's rate."""
_RANGE_NOT_SATISFIABLE = 416
EMPTY, WRONG_BYTES = "empty", "wrong_bytes"
"""Reasons of a failed download that are no code of the error tree."""
_log = get_logger(__name__)


class _Refused(Exception):
    """A download that trying again does not help; ``reason`` goes into the queue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DownloadQueue:
    """Works through the wishes of one account.

    Attributes:
        rules: what the person has set.
        metered, metered_allowed: whether the network counts bytes, and whether the person has said yes for it.
        holds: why a wish waits although it may go, by hash.
        here: bytes that have arrived of what runs, by hash.
        running: what is being fetched, by hash.
        rate: bytes a second of the line, None while unknown.
        listeners: called with nothing after each change, on the loop.
    """

    def __init__(
        self,
        materials: "MaterialsApi",
        blobs: "BlobStore",
        store: "DownloadStore",
        clock: Clock,
        zone: tzinfo,
        rules: DownloadRules,
    ) -> None:
        self._materials = materials
        self._blobs = blobs
        self._store = store
        self._clock = clock
        self._zone = zone
        self._cap = RateCap(rules.bytes_per_second, clock.monotonic())
        self._not_before: dict[str, float] = {}
        self._backoffs: dict[str, Backoff] = {}
        self._awake = asyncio.Event()
        self._loop_task: asyncio.Task[None] | None = None
        self._room = asyncio.Lock()
        self.rules = rules
        self.metered = False
        self.metered_allowed = False
        self.running: dict[str, asyncio.Task[None]] = {}
        self.here: dict[str, int] = {}
        self.holds: dict[str, Hold] = {}
        self.rate: float | None = None
        self.listeners: Listeners[None] = Listeners()

    def start(self) -> None:
        """Begin; doing so twice is harmless."""
        if self._loop_task is None:
            self._loop_task = spawn(self._run(), "downloads")

    def changed(self) -> None:
        """Something has changed: a wish, the network, the rules."""
        self.listeners.tell(None)
        self._cap.bytes_per_second = self.rules.bytes_per_second
        self._awake.set()

    def forget_failures(self, sha256: str | None = None) -> None:
        """Try one at once, or all."""
        if sha256 is None:
            self._not_before.clear()
            return
        self._backoffs.pop(sha256, None)
        self._not_before.pop(sha256, None)

    async def stop(self, sha256: str) -> None:
        """Interrupt one; what has arrived stays."""
        task = self.running.get(sha256)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def close(self) -> None:
        """Interrupt all."""
        task, self._loop_task = self._loop_task, None
        tasks = [*self.running.values(), *([task] if task is not None else [])]
        for each in tasks:
            each.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def fetched_today(self) -> int:
        """Bytes that have come today."""
        return await self._store.usage(self._today())

    async def count(self, size: int) -> None:
        """Bytes have come that are none of the queue's."""
        await self._store.count_usage(self._today(), size)

    async def conditions(self) -> Conditions:
        """How things stand now."""
        local = self._clock.utc_now().astimezone(self._zone).time()
        return Conditions(local, await self.fetched_today(), self.metered, self.metered_allowed)

    async def free_bytes(self) -> int:
        """What the disk of the files has left."""
        return await asyncio.to_thread(_free_bytes, self._blobs.folder)

    # --- the queue -------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            self._awake.clear()
            pause = LOOK_SECONDS
            try:
                pause = await self._start_what_may()
            except StorageError as error:
                _log.warning("the download queue cannot be read", reason=error.detail, code=error.code)
            await wait_at_most(self._awake, pause)

    async def _start_what_may(self) -> float:
        """Fill the free places; the seconds until one that failed may be tried again."""
        conditions = await self.conditions()
        now, pause = self._clock.monotonic(), LOOK_SECONDS
        earlier, self.holds = self.holds, {}
        queue = await self._store.queue()
        # What runs is counted when it ends: four at once must not pass the day's limit together.
        promised = sum(wish.size for wish in queue if wish.sha256 in self.running)
        for wish in queue:
            if wish.state is not WishState.WAITING or wish.sha256 in self.running:
                continue
            wait = self._not_before.get(wish.sha256, now) - now
            if wait > 0:
                pause = min(pause, wait)
                if wish.sha256 in earlier:
                    self.holds[wish.sha256] = earlier[wish.sha256]
                continue
            reason = hold(self.rules, conditions, wish.priority, wish.size + promised)
            if reason is not None:
                self.holds[wish.sha256] = reason
            elif len(self.running) < self.rules.parallel:
                self._begin(wish)
                promised += wish.size
        if self.holds != earlier:
            self.listeners.tell(None)
        return pause

    def _begin(self, wish: Wish) -> None:
        task = asyncio.create_task(self._fetch(wish), name=f"download {wish.sha256[:12]}")
        self.running[wish.sha256] = task
        task.add_done_callback(lambda done: self._over(wish.sha256, done))
        self.listeners.tell(None)

    def _over(self, sha256: str, task: asyncio.Task[None]) -> None:
        self.running.pop(sha256, None)
        self.here.pop(sha256, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            # A bug: to the loop's handler, and not tried again at once.
            self._not_before[sha256] = self._clock.monotonic() + LOOK_SECONDS
            task.get_loop().call_exception_handler({"message": "a download failed", "exception": error, "task": task})
        self.changed()

    async def _fetch(self, wish: Wish) -> None:
        """One try. What comes of it is in the store when this returns."""
        started, before = self._clock.monotonic(), await self._blobs.partial_bytes(wish.sha256)
        try:
            if not await self._make_room(wish, before):
                return
            size = await self._fetch_rest(wish, before)
        except _Refused as refusal:
            await self._fail(wish, refusal.reason)
        except DiskFullError as error:
            self.holds[wish.sha256] = Hold.DISK_FLOOR
            self._try_later(wish, error)
        except IntegrityFault as error:
            await self._blobs.delete(wish.sha256)
            await self._store.set_etag(wish.sha256, None)
            await self._again_or_fail(wish, error, WRONG_BYTES)
        except (RefusedError, NotFoundError) as error:
            if error.status != _RANGE_NOT_SATISFIABLE:
                await self._fail(wish, error.code)
                return
            await self._blobs.delete(wish.sha256)
            await self._again_or_fail(wish, error, error.code)
        except LearnUpError as error:
            # Signed out is passing too: the next sign-in goes on with it.
            if is_passing(error) or isinstance(error, StorageError | SignInError):
                self._try_later(wish, error)
            else:
                await self._fail(wish, error.code)
        else:
            await self._store.arrived(wish.sha256, size)
            self.forget_failures(wish.sha256)
            await self.drop_orphans()
            self._learn_rate(size - before, self._clock.monotonic() - started)

    async def _fetch_rest(self, wish: Wish, here: int) -> int:
        if wish.size <= 0:
            raise _Refused(EMPTY)
        if here > wish.size:
            raise IntegrityFault("more is here than the file has")
        if here == wish.size:
            await self._blobs.put(_nothing(), wish.sha256, offset=here)
            return wish.size
        counted = 0

        def tell(written: int) -> None:
            self.here[wish.sha256] = written
            self.listeners.tell(None)

        async def paced(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
            nonlocal counted
            async for chunk in chunks:
                counted += len(chunk)
                yield chunk
                if (wait := self._cap.take(len(chunk), self._clock.monotonic())) > 0:
                    await asyncio.sleep(wait)

        try:
            async with self._materials.content(wish.material_id, offset=here, etag=wish.etag) as download:
                if download.total is not None and download.total != wish.size:
                    raise IntegrityFault(f"{download.total} bytes announced, {wish.size} expected")
                await self._store.set_etag(wish.sha256, download.etag)
                await self._blobs.put(
                    paced(download.chunks),
                    wish.sha256,
                    offset=download.offset,
                    maximum_bytes=wish.size,
                    on_progress=tell,
                )
        finally:
            if counted:
                await self._store.count_usage(self._today(), counted)
        return wish.size

    # --- room ------------------------------------------------------------------------------------------------------

    async def _make_room(self, wish: Wish, here: int) -> bool:
        """Keep the disk's floor and the quota, evicting by rule; False when the wish has to wait for room."""
        async with self._room:
            files = await self._store.files()
            running = [each for each in await self._store.queue() if each.sha256 in self.running]
            over = sum(file.size for file in files) + sum(each.size for each in running) - self.rules.quota_bytes
            to_come = sum(each.size - self.here.get(each.sha256, 0) for each in running)
            short = to_come - here + self.rules.floor_bytes - await self.free_bytes()
            gone = evictions(files, max(over, short, 0), self._clock.utc_now())
            if gone is None:
                self.holds[wish.sha256] = Hold.QUOTA if over > short else Hold.DISK_FLOOR
                self._not_before[wish.sha256] = self._clock.monotonic() + LOOK_SECONDS
                return False
            for file in gone:
                await self._store.drop_file(file.sha256)
                await self._blobs.delete(file.sha256)
                _log.info("evicted for another file", sha256=file.sha256[:12], bytes=file.size)
            return True

    async def drop_orphans(self) -> None:
        """Files that a new version has replaced."""
        linked = {link.sha256 for link in (await self._store.links()).values()}
        for file in await self._store.files():
            if file.sha256 not in linked:
                await self._store.drop_file(file.sha256)
                await self._blobs.delete(file.sha256)

    # --- failures --------------------------------------------------------------------------------------------------

    def _try_later(self, wish: Wish, error: LearnUpError) -> None:
        backoff = self._backoffs.setdefault(wish.sha256, Backoff(1.0, 300.0))
        if self.here.get(wish.sha256, 0) > 0:
            backoff.reset()
        self._not_before[wish.sha256] = self._clock.monotonic() + backoff.after(error)
        _log.info("download waits", sha256=wish.sha256[:12], code=error.code, reason=error.detail)

    async def _again_or_fail(self, wish: Wish, error: LearnUpError, reason: str) -> None:
        """Once from the beginning: a part of an older version may have been here. Then it is the platform's doing."""
        backoff = self._backoffs.setdefault(wish.sha256, Backoff(1.0, 300.0))
        if backoff.failures:
            await self._fail(wish, reason)
        else:
            self._not_before[wish.sha256] = self._clock.monotonic() + backoff.after(error)

    async def _fail(self, wish: Wish, reason: str) -> None:
        _log.warning("download refused", sha256=wish.sha256[:12], reason=reason)
        await self._store.set_state(wish.sha256, WishState.FAILED, reason)

    # --- small things ----------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._clock.utc_now().astimezone(self._zone).date()

    def _learn_rate(self, size: int, seconds: float) -> None:
        if size < 64 * 1024 or seconds <= 0:
            return  # a small file says more about the answer's delay than about the line
        seen = size / seconds * max(1, len(self.running))
        self.rate = seen if self.rate is None else self.rate + _RATE_WEIGHT * (seen - self.rate)


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield b""


def _free_bytes(folder: Path) -> int:
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    return shutil.disk_usage(place).free
