"""The ledger behind the state pill: every local write with its state and receipt, to see, to export, to send again."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.store.records import AttemptMeta, OperationError, OperationState

if TYPE_CHECKING:
    from learnup_desktop.store.journal import JournalStore
    from learnup_desktop.store.outbox import Outbox
    from learnup_desktop.sync.outbox_pump import OutboxPump

ATTEMPT = "attempt.journal"
"""Kind of the rows that stand for an attempt's journal."""


class LedgerState(StrEnum):
    """Where one local write stands."""

    SAVED_HERE = "saved_here"
    SENDING = "sending"
    ACKNOWLEDGED = "acknowledged"
    NEEDS_ATTENTION = "needs_attention"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One local write; the words are the page's.

    Attributes:
        kind: of the operation (``attendance.put``), or ``ATTEMPT``.
        target: the operation's target, or the attempt's exam id.
        count: marks in the operation, or entries in the journal.
        waiting: of these, how many the platform does not hold.
        receipt: short proof that the platform has it: the receipt's code, or twelve digits of the acknowledged digest.
    """

    id: str
    kind: str
    target: str
    at: datetime
    state: LedgerState
    count: int = 1
    waiting: int = 0
    error: OperationError | None = None
    receipt: str = ""


class Ledger:
    """Everything written here by one account."""

    def __init__(
        self, outbox: "Outbox", journal: "JournalStore", pump: "OutboxPump | None" = None, clock: Clock | None = None
    ) -> None:
        self._outbox = outbox
        self._journal = journal
        self._pump = pump
        self._clock = clock or SystemClock()

    async def rows(self, limit: int = 200) -> list[LedgerRow]:
        """Local writes, newest first.

        Raises:
            StorageError: the database refused.
        """
        rows = [await self._attempt_row(meta) for meta in await self._journal.attempts()]
        states = {
            OperationState.WAITING: LedgerState.SAVED_HERE,
            OperationState.ATTENTION: LedgerState.NEEDS_ATTENTION,
            OperationState.DONE: LedgerState.ACKNOWLEDGED,
        }
        for operation in await self._outbox.operations(limit=limit):
            marks = operation.body.get("marks")
            count = len(marks) if isinstance(marks, list) else 1
            done = operation.state is OperationState.DONE
            rows.append(
                LedgerRow(
                    id=operation.id,
                    kind=operation.kind,
                    target=operation.target,
                    at=operation.created_at,
                    state=states[operation.state],
                    count=count,
                    waiting=0 if done else count,
                    error=operation.error,
                    receipt=operation.digest[:12] if done else "",
                )
            )
        return sorted(rows, key=lambda row: row.at, reverse=True)[:limit]

    async def export_all(self) -> bytes:
        """Every write with its body, journals included, as JSON for a teacher or support. It is not sealed.

        Raises:
            StorageError: the database refused.
        """
        document = {
            "exportedAt": self._clock.utc_now().isoformat(),
            "operations": [
                json.loads(await self._outbox.export(item.id)) for item in await self._outbox.operations(limit=100_000)
            ],
            "attempts": [await self._attempt_document(meta) for meta in await self._journal.attempts()],
        }
        return json.dumps(document, ensure_ascii=False, indent=2).encode()

    async def export(self, row_id: str) -> bytes:
        """One write with its body.

        Raises:
            RuleViolation: no such write.
        """
        meta = await self._journal.meta(row_id)
        if meta is not None:
            return json.dumps(await self._attempt_document(meta), ensure_ascii=False, indent=2).encode()
        return await self._outbox.export(row_id)

    async def retry(self, operation_id: str) -> None:
        """Send a refused write again."""
        await self._outbox.retry(operation_id, self._clock.utc_now())
        if self._pump is not None:
            self._pump.wake()

    async def discard(self, operation_id: str) -> None:
        """Let a refused write go; the person has decided so."""
        await self._outbox.discard(operation_id)

    async def _attempt_row(self, meta: AttemptMeta) -> LedgerRow:
        progress = await self._journal.progress(meta.attempt_id)
        receipt = await self._journal.receipt(meta.attempt_id)
        done = receipt is not None or not progress.waiting
        return LedgerRow(
            id=meta.attempt_id,
            kind=ATTEMPT,
            target=meta.exam_id,
            at=meta.started_at,
            state=LedgerState.ACKNOWLEDGED if done else LedgerState.SAVED_HERE,
            count=progress.head.seq,
            waiting=progress.waiting,
            receipt=receipt.code if receipt is not None else "",
        )

    async def _attempt_document(self, meta: AttemptMeta) -> dict[str, object]:
        progress = await self._journal.progress(meta.attempt_id)
        receipt = await self._journal.receipt(meta.attempt_id)
        try:
            entries = [entry.to_wire() for entry in await self._journal.entries(meta.attempt_id)]
        except IntegrityFault:
            await self._journal.repair(meta.attempt_id)
            entries = [entry.to_wire() for entry in await self._journal.entries(meta.attempt_id)]
        return {
            "attemptId": meta.attempt_id,
            "examId": meta.exam_id,
            "studentId": meta.student_id,
            "head": progress.head.to_wire(),
            "acknowledged": progress.acknowledged.to_wire(),
            "receipt": None if receipt is None else receipt.to_wire(),
            "entries": entries,
        }
