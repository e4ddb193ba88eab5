"""Sending what the outbox holds: in order within a target, patiently, never dropped without the platform's word."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import (
    LearnUpError,
    NetworkError,
    ProtocolError,
    RateLimitedError,
    RuleViolation,
    SignInError,
    StorageError,
)
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.store.records import Operation, OperationError, OutboxCounts
from learnup_desktop.sync.backoff import Backoff, is_passing, wait_seconds
from learnup_desktop.sync.state import SyncStateTracker

if TYPE_CHECKING:
    from learnup_desktop.store.outbox import Outbox

Refusals = Mapping[str, OperationError]
"""What the platform refused out of a batch, by operation id."""
Handler = Callable[[Sequence[Operation], str], Awaitable[Refusals]]
"""``await handler(operations, idempotency_key)`` sends operations of one target, in order, as one request.

It returns only when the platform's answer shows that it holds them all, but for those it names as refused, and raises
of the error tree otherwise.
"""
_RETRY_SECONDS, _LONGEST_RETRY_SECONDS = 2.0, 300.0
_OFFLINE_SECONDS, _LONGEST_OFFLINE_SECONDS = 1.0, 60.0
_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Registration:
    handler: Handler
    batch: int


def error_record(error: LearnUpError) -> OperationError:
    """What the ledger keeps of an error."""
    return OperationError(
        key=error.key,
        code=error.code,
        platform_code=str(getattr(error, "platform_code", "")),
        detail=str(error.arguments.get("message") or error.detail),
    )


def _stops_everything(error: LearnUpError) -> bool:
    """Whether no other operation would fare better now: no line, no session, somebody else answering."""
    foreign = isinstance(error, ProtocolError) and error.arguments.get("reason") != "malformed"
    return foreign or isinstance(error, NetworkError | SignInError | RateLimitedError | StorageError)


def batch_key(operations: Sequence[Operation]) -> str:
    """The idempotency key of operations sent together; of a single one its own id."""
    if len(operations) == 1:
        return operations[0].id
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "\n".join(operation.id for operation in operations)))


class OutboxPump:
    """Sends one account's operations.

    Args:
        outbox: where they are.
        state: is told what waits.
        clock: this PC's clock.
    """

    def __init__(self, outbox: "Outbox", state: SyncStateTracker | None = None, clock: Clock | None = None) -> None:
        self._outbox = outbox
        self._state = state or SyncStateTracker()
        self._clock = clock or SystemClock()
        self._handlers: dict[str, _Registration] = {}
        self._wake = asyncio.Event()
        self._turn = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._sending = 0
        self._paused = False

    def register(self, kind: str, handler: Handler, *, batch: int = 1) -> None:
        """Send operations of ``kind`` with ``handler``, up to ``batch`` of one target together."""
        self._handlers[kind] = _Registration(handler, batch)

    def start(self) -> None:
        """Send from now on. Doing so twice is harmless."""
        if self._task is None:
            self._unsubscribe = self._outbox.subscribe(self._changed)
            self._task = spawn(self._run(), "outbox pump")

    async def close(self) -> None:
        """Stop; what is under way is given up and repeated at the next start. Doing so twice is harmless."""
        task, self._task = self._task, None
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def wake(self) -> None:
        """Look again now: somebody signed in, or the network may be back."""
        self._wake.set()

    async def network_back(self) -> None:
        """The platform is reachable again: what waits for a later try is due now."""
        await self._outbox.retry_all_now()
        self._wake.set()

    async def flush(self) -> OutboxCounts:
        """Send everything that is due, and return what is left.

        Raises:
            NetworkError, PlatformError, StorageError: sending stopped there; nothing is lost.
        """
        async with self._turn:
            while await self._send_next():
                continue
        return await self._outbox.counts()

    # --- inside ----------------------------------------------------------------------------------------------------

    def _changed(self, counts: OutboxCounts) -> None:
        self._state.set_outbox(counts, self._sending)
        # While nothing gets through, what is added would fail like the rest: only wake() cuts that pause short.
        if not self._paused:
            self._wake.set()

    async def _run(self) -> None:
        offline = Backoff(_OFFLINE_SECONDS, _LONGEST_OFFLINE_SECONDS)
        while True:
            self._wake.clear()
            pause: float | None
            try:
                self._state.set_outbox(await self._outbox.counts())
                await self.flush()
                offline.reset()
                pause = await self._until_due()
            except SignInError:
                self._state.set_signed_in(False)
                self._paused, pause = True, None
            except LearnUpError as error:
                self._paused, pause = True, offline.after(error)
                _log.info("outbox waits", reason=error.detail, code=error.code, seconds=round(pause, 1))
            await wait_at_most(self._wake, pause)
            self._paused = False

    async def _until_due(self) -> float | None:
        due = await self._outbox.next_due_at()
        if due is None:
            return None
        return max(0.05, (due - self._clock.utc_now()).total_seconds())

    async def _send_next(self) -> bool:
        """Send one batch; False when nothing is due.

        Raises:
            NetworkError, SignInError, ProtocolError: nothing can be sent at present.
        """
        now = self._clock.utc_now()
        first = await self._outbox.next_due(now)
        if not first:
            return False
        registration = self._handlers.get(first[0].kind)
        if registration is None:
            fault = RuleViolation(f"this version cannot send {first[0].kind}")
            await self._outbox.refuse(first[0].id, error_record(fault))
            return True
        # After a failure one by one, so that a refused operation is found and does not take others with it.
        limit = registration.batch if first[0].tries == 0 else 1
        operations = await self._outbox.next_due(now, limit) if limit > 1 else first
        together = list(takewhile(lambda operation: operation.tries == 0, operations)) or first
        await self._send(registration.handler, together)
        return True

    async def _send(self, handler: Handler, operations: Sequence[Operation]) -> None:
        self._sending = len(operations)
        self._state.set_outbox(await self._outbox.counts(), self._sending)
        try:
            refused = await handler(operations, batch_key(operations))
        except LearnUpError as error:
            if _stops_everything(error):
                raise
            await self._failed(operations, error)
            return
        finally:
            self._sending = 0
        for operation in operations:
            if operation.id in refused:
                await self._outbox.refuse(operation.id, refused[operation.id])
            else:
                await self._outbox.acknowledge(operation.id, operation.digest)

    async def _failed(self, operations: Sequence[Operation], error: LearnUpError) -> None:
        """The platform said no: later, or never."""
        now = self._clock.utc_now()
        if is_passing(error):
            pause = wait_seconds(_RETRY_SECONDS, _LONGEST_RETRY_SECONDS, operations[0].tries + 1, error)
            await self._outbox.retry(operations[0].id, now + timedelta(seconds=pause), error_record(error))
            return
        if len(operations) > 1:
            for operation in operations:
                await self._outbox.retry(operation.id, now, error_record(error))
            return
        _log.warning("an operation was refused", kind=operations[0].kind, code=error.code, reason=error.detail)
        await self._outbox.refuse(operations[0].id, error_record(error))
