"""Sending an attempt's journal: in order, in batches, again and again until the platform has acknowledged its head.

The journal on this PC is the truth; the pump only ever moves the acknowledged head. It also tells the platform, by an
empty batch now and then, that this device still sits here, and brings back what the platform has judged: a moved
deadline, a pause, the end.
"""

import asyncio
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import (
    ConflictError,
    IntegrityFault,
    LearnUpError,
    ProtocolError,
    RuleViolation,
    SignInError,
)
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import (
    AttemptState,
    Head,
    JournalEntry,
    LogAnswer,
    LogRequest,
    Receipt,
    SubmitRequest,
)
from learnup_desktop.contract.seats import BranchSource
from learnup_desktop.store.journal import Appended
from learnup_desktop.store.records import AttemptMeta
from learnup_desktop.sync.backoff import Backoff
from learnup_desktop.sync.branches import leave_beside
from learnup_desktop.sync.offline_starts import is_unregistered, register
from learnup_desktop.sync.receipts import SigningKey, verify_receipt
from learnup_desktop.sync.server_clock import PlatformClock
from learnup_desktop.sync.state import SyncStateTracker

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.store.journal import JournalStore

BATCH_ENTRIES = 500
"""The contract's limit."""
BATCH_CHARACTERS = 1_000_000
"""Essays are long: a batch stays well under the platform's 10 MB, and small enough for a poor line's 20 s."""
COALESCE_SECONDS = 0.4
"""An append is sent this long after, together with what came meanwhile."""
HEARTBEAT_SECONDS = 20.0
"""The platform lets another device take the attempt after 60 s of silence; two heartbeats may get lost."""
LONGEST_PAUSE_SECONDS = 9.0
"""Between attempts while the line is down: what was written offline is at school within ten seconds of its return."""
_MENDINGS = 4
"""How often in one pass the two chains may be brought together before it counts as a fault."""
_LEASE_CODES = frozenset({ErrorCode.ATTEMPT_LEASE_LOST, ErrorCode.ATTEMPT_LEASE_HELD})
_CHAIN_CODES = frozenset({ErrorCode.ATTEMPT_CHAIN_GAP, ErrorCode.ATTEMPT_CHAIN_BROKEN})
_log = get_logger(__name__)


def _ignore(_: object = None) -> None:
    return None


class JournalPump:
    """One attempt's upload.

    Args:
        journal: where the entries are; the pump notices appends by itself.
        exams: the platform's routes.
        attempt_id: an attempt the journal knows (``JournalStore.begin``).
        key: the server's pinned signing key, for the receipt.
        state: is told how many entries wait.
        clock: its offset is kept with the attempt, for a client that is killed and comes back without a network.

    Attributes:
        on_acknowledged: called with the platform's answer after each batch and heartbeat.
        on_mended: called when entries have moved in the chain: the journal was mended, or goes on from another head.
        on_lease_lost: called once when another device has the attempt; nothing more is sent until ``resume``.
        on_trouble: called with the error when sending fails, with None when it works again.
    """

    def __init__(
        self,
        journal: "JournalStore",
        exams: "ExamsApi",
        attempt_id: str,
        key: SigningKey,
        state: SyncStateTracker | None = None,
        clock: PlatformClock | None = None,
    ) -> None:
        self._journal = journal
        self._exams = exams
        self._key = key
        self._state = state or SyncStateTracker()
        self._clock = clock
        self.attempt_id = attempt_id
        self.on_acknowledged: Callable[[LogAnswer], None] = _ignore
        self.on_mended: Callable[[], None] = _ignore
        self.on_lease_lost: Callable[[], None] = _ignore
        self.on_trouble: Callable[[LearnUpError | None], None] = _ignore
        self._wake = asyncio.Event()
        self._turn = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._lease_lost = False
        self._over = False
        self._beat = False
        self._failing = False
        self._keep_alive = False
        self._acknowledged = 0

    @property
    def lease_lost(self) -> bool:
        """Whether another device has the attempt."""
        return self._lease_lost

    def start(self, *, keep_alive: bool = True) -> None:
        """Send from now on. Doing so twice is harmless.

        Args:
            keep_alive: tell the platform now and then that this device still sits here. Without, the pump ends when
                everything is sent, so that a computer left running does not hold a seat that somebody else needs.
        """
        self._keep_alive = self._keep_alive or keep_alive
        if self._task is None or self._task.done():
            if self._unsubscribe is None:
                self._unsubscribe = self._journal.subscribe(self._appended)
            self._task = spawn(self._run(), f"journal pump {self.attempt_id}")
        self._wake.set()

    async def close(self) -> None:
        """Stop; what is on the disk stays there. Doing so twice is harmless."""
        task, self._task, self._keep_alive = self._task, None, False
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def wake(self) -> None:
        """Try now: the network may be back."""
        self._wake.set()

    def check_seat(self) -> None:
        """Ask the platform at once whether this device still has the seat: it is said that another one got it."""
        self._beat = True
        self._wake.set()

    async def leave_rest(self) -> int:
        """Have the platform keep beside the chain what it lacks and can no longer take; the seq up to which it does.

        Raises:
            NetworkError, PlatformError: not yet; calling again goes on.
        """
        source = BranchSource.AFTER_END if self._over else BranchSource.LOST_SEAT
        return await leave_beside(self._journal, self._exams, self.attempt_id, source)

    def resume(self) -> None:
        """The attempt has a new lease (``JournalStore.begin`` was called again): go on."""
        self._lease_lost = self._over = False
        if self._task is not None:
            self.start(keep_alive=self._keep_alive)

    async def flush(self) -> Head:
        """Send until the platform has acknowledged everything that is in the journal now, and return that head.

        Raises:
            NetworkError, PlatformError: it could not; the pump goes on trying by itself.
            ConflictError: the lease is lost, or the attempt is over on the platform.
        """
        async with self._turn:
            try:
                await self._send_all(heartbeat=False)
            except ConflictError as error:
                self._take_conflict(error)
                raise
        return (await self._journal.progress(self.attempt_id)).acknowledged

    async def submit(self) -> Receipt:
        """Send everything, hand in, check the receipt and keep it. Repeating it gives the same receipt.

        Raises:
            IntegrityFault: the receipt is not the platform's, or not for this journal.
            ConflictError: the lease is lost, or the attempt was closed without a receipt.
            NetworkError, PlatformError: not handed in yet; everything is still here, call again.
        """
        kept = await self._journal.receipt(self.attempt_id)
        if kept is not None:
            return kept
        meta = await self._registered()
        receipt = await self._hand_in(meta)
        await asyncio.to_thread(verify_receipt, receipt, meta, self._key)
        if not await self._journal.contains(self.attempt_id, receipt.head):
            raise IntegrityFault("the receipt is for a journal that is not on this computer")
        await self._journal.save_receipt(self.attempt_id, receipt)
        self._over = True
        self._state.set_journal(self.attempt_id, 0)
        return receipt

    # --- the loop --------------------------------------------------------------------------------------------------

    def _appended(self, appended: Appended) -> None:
        if appended.attempt_id != self.attempt_id:
            return
        self._report(max(0, appended.entry.seq - self._acknowledged))
        # While sending fails, a keystroke must not cut the pause short.
        if not self._failing:
            self._wake.set()

    async def _run(self) -> None:
        backoff = Backoff(1.0, LONGEST_PAUSE_SECONDS)
        pause = HEARTBEAT_SECONDS
        while not self._over and (self._keep_alive or await self._is_waiting(backoff)):
            woken = await wait_at_most(self._wake, None if self._lease_lost and not backoff.failures else pause)
            if woken and not backoff.failures:
                await asyncio.sleep(COALESCE_SECONDS)
            self._wake.clear()
            if not self._lease_lost:
                beat, self._beat = self._beat, False
                pause = await self._pass(backoff, heartbeat=beat or not woken)
            if self._lease_lost or self._over:
                pause = await self._leave_rest(backoff)
            self._failing = backoff.failures > 0
        while self._over and self._failing:
            await asyncio.sleep(pause)
            pause = await self._leave_rest(backoff)
            self._failing = backoff.failures > 0

    async def _leave_rest(self, backoff: Backoff) -> float:
        """What can no longer go into the chain is kept beside it; seconds until that is tried again."""
        try:
            await self.leave_rest()
        except LearnUpError as error:
            _log.warning("what another device or the end left over waits", reason=error.detail, code=error.code)
            return backoff.after(error)
        backoff.reset()
        self._state.set_journal(self.attempt_id, 0)
        return HEARTBEAT_SECONDS

    async def _is_waiting(self, backoff: Backoff) -> bool:
        """Whether there is something to send, as far as can be seen: after a failure that is not asked of the disk."""
        return bool(backoff.failures) or (await self._journal.progress(self.attempt_id)).waiting > 0

    async def _pass(self, backoff: Backoff, *, heartbeat: bool) -> float:
        """Send what there is; seconds until the next time."""
        try:
            async with self._turn:
                await self._send_all(heartbeat=heartbeat)
        except ConflictError as error:
            self._take_conflict(error)
            return backoff.after(error)
        except LearnUpError as error:
            if isinstance(error, SignInError):
                self._state.set_signed_in(False)
            pause = backoff.after(error)
            _log.info("journal waits", reason=error.detail, code=error.code, seconds=round(pause, 1))
            self._trouble(error)
            return pause
        if backoff.failures:
            self._trouble(None)
        backoff.reset()
        return HEARTBEAT_SECONDS

    async def _send_all(self, *, heartbeat: bool) -> None:
        """Send what the platform lacks. ``heartbeat``: ask at least once."""
        meta = await self._registered()
        mendings = 0
        while True:
            progress = await self._journal.progress(self.attempt_id)
            self._acknowledged = progress.acknowledged.seq
            self._report(progress.waiting)
            if not progress.waiting and not heartbeat:
                return
            try:
                entries = await self._next_batch(progress.acknowledged.seq)
                request = LogRequest(lease_token=meta.lease_token, entries=entries)
                answer = await self._exams.log(self.attempt_id, request)
                await self._take(answer, sent=len(entries), before=progress.acknowledged)
                heartbeat = False
            except (ConflictError, IntegrityFault) as fault:
                mendings += 1
                if mendings > _MENDINGS:
                    raise
                await self._mend(fault)

    async def _next_batch(self, after: int) -> list[JournalEntry]:
        entries = await self._journal.entries(self.attempt_id, after, BATCH_ENTRIES)
        size = 0
        for number, entry in enumerate(entries):
            size += sum(len(str(value)) for value in entry.body.values()) + 300
            if size > BATCH_CHARACTERS and number:
                return entries[:number]
        return entries

    async def _take(self, answer: LogAnswer, *, sent: int, before: Head) -> None:
        """Move the acknowledged head, keep what the platform judged, tell the page."""
        if sent and answer.head == before:
            raise ProtocolError("entries were sent, but the acknowledged head stands still", reason="malformed")
        if answer.head.seq < before.seq or not await self._journal.contains(self.attempt_id, answer.head):
            # It holds less than it once acknowledged (restored from a backup), or more than this PC does (we were).
            await self._journal.adopt_head(self.attempt_id, answer.head)
        progress = await self._journal.acknowledge(self.attempt_id, answer.head, answer.late)
        changes: dict[str, object] = {"state": answer.state.value, "deadline": answer.deadline}
        if self._clock is not None and self._clock.synchronised:
            changes |= {"clock_offset_ms": self._clock.offset_ms, "clock_error_ms": self._clock.error_ms}
        await self._journal.update_meta(self.attempt_id, **changes)
        self._report(progress.waiting)
        self._state.set_signed_in(True)
        self._call(lambda: self.on_acknowledged(answer))

    # --- bringing two chains together ------------------------------------------------------------------------------

    async def _mend(self, fault: ConflictError | IntegrityFault) -> None:
        """Rewind or go on from the platform's head, or mend our own journal; anything else is raised again."""
        if isinstance(fault, IntegrityFault):
            repair = await self._journal.repair(self.attempt_id)
            _log.warning("journal mended", attempt=self.attempt_id, lost=repair.lost, again=repair.appended_again)
            self._call(self.on_mended)
            return
        if fault.platform_code not in _CHAIN_CODES:
            raise fault
        head = await self._platform_head(fault)
        progress = await self._journal.adopt_head(self.attempt_id, head)
        _log.warning("journal goes on from the platform's head", seq=head.seq, waiting=progress.waiting)
        self._call(self.on_mended)

    async def _platform_head(self, fault: ConflictError) -> Head:
        from pydantic import ValidationError

        details = fault.arguments.get("details")
        told = details.get("head") if isinstance(details, dict) else None
        try:
            return Head.model_validate(told)
        except ValidationError:
            return (await self._exams.attempt(self.attempt_id)).head

    def _take_conflict(self, error: ConflictError) -> None:
        if error.platform_code in _LEASE_CODES:
            if not self._lease_lost:
                self._lease_lost = True
                self._report(0)
                self._call(self.on_lease_lost)
        elif error.platform_code == ErrorCode.ATTEMPT_SUBMITTED:
            self._over = True
            self._state.set_journal(self.attempt_id, 0)
        self._wake.set()
        self._trouble(error)

    # --- handing in ------------------------------------------------------------------------------------------------

    async def _hand_in(self, meta: AttemptMeta) -> Receipt:
        fault: ConflictError | None = None
        for _ in range(_MENDINGS):
            try:
                async with self._turn:
                    await self._send_all(heartbeat=False)
                    head = await self._journal.head(self.attempt_id)
                    key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"submit:{self.attempt_id}:{head.hash}"))
                    request = SubmitRequest(lease_token=meta.lease_token, head=head)
                    return await self._exams.submit(self.attempt_id, request, key)
            except ConflictError as error:
                fault = error
                if error.platform_code == ErrorCode.ATTEMPT_SUBMITTED:
                    return await self._given_receipt(error)
                if error.platform_code not in _CHAIN_CODES:
                    self._take_conflict(error)
                    raise
                await self._mend(error)
        assert fault is not None
        raise fault

    async def _given_receipt(self, error: ConflictError) -> Receipt:
        """The receipt the platform gave before, in an answer that was lost on the way."""
        record = await self._exams.attempt(self.attempt_id)
        if record.receipt is None:
            self._take_conflict(error)
            raise error
        return record.receipt

    async def _meta(self) -> AttemptMeta:
        meta = await self._journal.meta(self.attempt_id)
        if meta is None:
            raise RuleViolation(f"no attempt {self.attempt_id} here")
        return meta

    async def _registered(self) -> AttemptMeta:
        """The meta; an attempt that was begun without a network is made known to the platform first."""
        meta = await self._meta()
        return await register(self._journal, self._exams, meta) if is_unregistered(meta) else meta

    def _trouble(self, error: LearnUpError | None) -> None:
        self._call(lambda: self.on_trouble(error))

    def _call(self, callback: Callable[[], None]) -> None:
        """On the loop's next turn, where a bug of the page's is the page's and does not stop the upload."""
        asyncio.get_running_loop().call_soon(callback)

    def _report(self, waiting: int) -> None:
        self._state.set_journal(self.attempt_id, waiting, stuck=self._lease_lost)


def is_over(answer: LogAnswer) -> bool:
    """Whether the platform has closed the attempt."""
    return answer.state is AttemptState.SUBMITTED
