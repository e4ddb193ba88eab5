"""The outbox: every write made here waits in it until the platform has acknowledged exactly that write.

Operations of one target go in order. A refused one moves aside with its body kept, and does not hold up the others.
Done ones stay for a while as the ledger that the state pill shows.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, TypeVar

from learnup_desktop.base.background import Listeners
from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.clock import Clock, SystemClock, epoch_milliseconds, from_epoch_milliseconds
from learnup_desktop.base.errors import IntegrityFault, RuleViolation
from learnup_desktop.store.database import Database
from learnup_desktop.store.records import Operation, OperationError, OperationState, OutboxCounts
from learnup_desktop.store.seal import Sealer

KEEP_DONE = timedelta(days=14)
KEEP_DONE_COUNT = 500
"""How long, and how many, acknowledged operations stay in the ledger."""

_COLUMNS = "id, kind, target, body, created_ms, position, tries, due_ms, state, error, settled_ms"
Result = TypeVar("Result")


def _tag(operation_id: str) -> bytes:
    return f"operation:{operation_id}".encode()


class Outbox:
    """The operations of one account. Bodies are sealed on disk."""

    def __init__(self, database: Database, sealer: Sealer, clock: Clock | None = None) -> None:
        self._database = database
        self._sealer = sealer
        self._clock = clock or SystemClock()
        self._listeners: Listeners[OutboxCounts] = Listeners()

    def subscribe(self, listener: Callable[[OutboxCounts], None]) -> Callable[[], None]:
        """Call ``listener(counts)`` on the loop after each change. Returns how to stop."""
        return self._listeners.subscribe(listener)

    async def add(
        self, operation: Operation, *, also: Callable[[sqlite3.Connection], object] | None = None
    ) -> Operation:
        """Put an operation at the end of its target's queue; it is on the disk when this returns. A repeat is harmless.

        Args:
            also: done before it in the same transaction, for what must be written with the operation or not at all.

        Raises:
            StorageError: not stored.
            RuleViolation: the body is not canonical JSON.
        """
        try:
            body, digest = canonical_json(operation.body), operation.digest
        except TypeError as error:
            raise RuleViolation(f"the body of {operation.kind} is not canonical: {error}") from error

        def work(connection: sqlite3.Connection) -> None:
            if also is not None:
                also(connection)
            connection.execute(
                "INSERT OR IGNORE INTO operations (id, kind, target, body, digest, created_ms, due_ms, state)"
                " VALUES (?, ?, ?, ?, ?, ?, NULL, ?)",
                (
                    operation.id,
                    operation.kind,
                    operation.target,
                    self._sealer.seal(body, _tag(operation.id)),
                    digest,
                    epoch_milliseconds(operation.created_at),
                    OperationState.WAITING.value,
                ),
            )

        await self._changed(work)
        stored = await self.get(operation.id)
        assert stored is not None
        return stored

    async def get(self, operation_id: str) -> Operation | None:
        """One operation, in whatever state."""
        found = await self._select("WHERE id = ?", (operation_id,))
        return found[0] if found else None

    async def next_due(self, now: datetime, limit: int = 1) -> list[Operation]:
        """What to send next: the oldest target whose first waiting operation is due, and up to ``limit`` of its queue.

        All are of one target and one kind, in order; empty when nothing is due.
        """

        def work(connection: sqlite3.Connection) -> list[Operation]:
            first = connection.execute(
                "SELECT target, kind, position FROM operations AS o WHERE state = 'waiting'"
                " AND (due_ms IS NULL OR due_ms <= ?) AND NOT EXISTS (SELECT 1 FROM operations AS earlier"
                " WHERE earlier.target = o.target AND earlier.state = 'waiting' AND earlier.position < o.position)"
                " ORDER BY position LIMIT 1",
                (epoch_milliseconds(now),),
            ).fetchone()
            if first is None:
                return []
            target, kind, position = first
            queue = self._read(
                connection,
                "WHERE target = ? AND state = 'waiting' AND position >= ? ORDER BY position LIMIT ?",
                (target, position, limit),
            )
            taken: list[Operation] = []
            for operation in queue:
                if operation.kind != kind:
                    break
                taken.append(operation)
            return taken

        return await self._database.run(work)

    async def next_due_at(self) -> datetime | None:
        """When something becomes due; a moment in the past when something is due now, None when nothing waits."""

        def work(connection: sqlite3.Connection) -> int | None:
            (due,) = connection.execute(
                "SELECT min(coalesce(due_ms, 0)) FROM operations AS o WHERE state = 'waiting' AND NOT EXISTS"
                " (SELECT 1 FROM operations AS earlier WHERE earlier.target = o.target AND earlier.state = 'waiting'"
                " AND earlier.position < o.position)"
            ).fetchone()
            return due if due is None else int(due)

        due = await self._database.run(work)
        return None if due is None else from_epoch_milliseconds(due)

    async def acknowledge(self, operation_id: str, digest: str) -> bool:
        """The platform has taken this write. False, and nothing changes, when ``digest`` is not the operation's."""
        settled = epoch_milliseconds(self._clock.utc_now())

        def work(connection: sqlite3.Connection) -> bool:
            done = connection.execute(
                "UPDATE operations SET state = 'done', settled_ms = ?, due_ms = NULL, error = NULL"
                " WHERE id = ? AND digest = ? AND state != 'done'",
                (settled, operation_id, digest),
            )
            self._forget_old(connection, settled)
            return done.rowcount == 1

        return await self._changed(work)

    async def retry(self, operation_id: str, at: datetime, reason: OperationError | None = None) -> None:
        """Not now: it is due again at ``at`` and counts one more try. Also takes a refused one back into the queue."""
        await self._changed(
            lambda connection: connection.execute(
                "UPDATE operations SET state = 'waiting', tries = tries + 1, due_ms = ?, error = ?, settled_ms = NULL"
                " WHERE id = ? AND state != 'done'",
                (epoch_milliseconds(at), _dump_error(reason), operation_id),
            )
        )

    async def refuse(self, operation_id: str, error: OperationError) -> None:
        """The platform will not take it: it needs a person. Its body is kept until that person discards it."""
        settled = epoch_milliseconds(self._clock.utc_now())
        await self._changed(
            lambda connection: connection.execute(
                "UPDATE operations SET state = 'attention', tries = tries + 1, error = ?, settled_ms = ?, due_ms = NULL"
                " WHERE id = ? AND state != 'done'",
                (_dump_error(error), settled, operation_id),
            )
        )

    async def retry_all_now(self) -> None:
        """The network is back: everything that waits is due now."""
        await self._changed(
            lambda connection: connection.execute("UPDATE operations SET due_ms = NULL WHERE state = 'waiting'")
        )

    async def discard(self, operation_id: str) -> None:
        """A person has decided to let a refused operation go. Only such a one can be discarded."""
        await self._changed(
            lambda connection: connection.execute(
                "DELETE FROM operations WHERE id = ? AND state = 'attention'", (operation_id,)
            )
        )

    async def counts(self) -> OutboxCounts:
        """How many wait, how many need attention."""
        return await self._database.run(_count)

    async def operations(
        self,
        *,
        target: str | None = None,
        kind: str | None = None,
        states: Iterable[OperationState] | None = None,
        limit: int = 200,
    ) -> list[Operation]:
        """The ledger, newest first; all of it, or what is of a target or a kind."""
        wanted = [state.value for state in (states if states is not None else OperationState)]
        where = f"WHERE state IN ({', '.join('?' * len(wanted))})"
        values: list[object] = [*wanted]
        for column, wish in (("target", target), ("kind", kind)):
            if wish is not None:
                where += f" AND {column} = ?"
                values.append(wish)
        return await self._select(f"{where} ORDER BY position DESC LIMIT ?", (*values, limit))

    async def export(self, operation_id: str) -> bytes:
        """The operation as a JSON document a person can keep or hand to support.

        Raises:
            RuleViolation: no such operation.
        """
        operation = await self.get(operation_id)
        if operation is None:
            raise RuleViolation(f"no operation {operation_id}")
        document = {
            "id": operation.id,
            "kind": operation.kind,
            "target": operation.target,
            "createdAt": operation.created_at.isoformat(),
            "state": operation.state.value,
            "tries": operation.tries,
            "error": None if operation.error is None else asdict(operation.error),
            "digest": operation.digest,
            "body": operation.body,
        }
        return json.dumps(document, ensure_ascii=False, indent=2).encode()

    # --- inside ----------------------------------------------------------------------------------------------------

    async def _changed(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        result, counts = await self._database.run(lambda connection: (work(connection), _count(connection)))
        self._listeners.tell(counts)
        return result

    async def _select(self, where: str, values: tuple[object, ...]) -> list[Operation]:
        return await self._database.run(lambda connection: self._read(connection, where, values))

    def _read(self, connection: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[Operation]:
        operations = []
        for row in connection.execute(f"SELECT {_COLUMNS} FROM operations {where}", values).fetchall():
            try:
                operations.append(self._operation(row))
            except (IntegrityFault, ValueError, TypeError):
                # A body that cannot be opened can neither be sent nor shown; it must not stop the ones behind it.
                error = OperationError(IntegrityFault.key, IntegrityFault.code)
                connection.execute(
                    "UPDATE operations SET state = 'attention', error = ? WHERE id = ? AND state = 'waiting'",
                    (_dump_error(error), row[0]),
                )
        return operations

    def _operation(self, row: tuple[Any, ...]) -> Operation:
        identifier, kind, target, sealed, created, position, tries, due, state, error, settled = row
        return Operation(
            id=identifier,
            kind=kind,
            target=target,
            body=json.loads(self._sealer.open(sealed, _tag(identifier))),
            created_at=from_epoch_milliseconds(created),
            position=position,
            tries=tries,
            due_at=None if due is None else from_epoch_milliseconds(due),
            state=OperationState(state),
            error=None if error is None else _load_error(error),
            settled_at=None if settled is None else from_epoch_milliseconds(settled),
        )

    def _forget_old(self, connection: sqlite3.Connection, now_ms: int) -> None:
        oldest = now_ms - round(KEEP_DONE.total_seconds() * 1000)
        connection.execute("DELETE FROM operations WHERE state = 'done' AND settled_ms < ?", (oldest,))
        connection.execute(
            "DELETE FROM operations WHERE state = 'done' AND position NOT IN"
            " (SELECT position FROM operations WHERE state = 'done' ORDER BY position DESC LIMIT ?)",
            (KEEP_DONE_COUNT,),
        )


def _count(connection: sqlite3.Connection) -> OutboxCounts:
    found = dict(connection.execute("SELECT state, count(*) FROM operations GROUP BY state").fetchall())
    return OutboxCounts(waiting=found.get("waiting", 0), attention=found.get("attention", 0))


def _load_error(text: str) -> OperationError:
    document = json.loads(text)
    return OperationError(**document | {"parts": tuple(document.get("parts", ()))})


def _dump_error(error: OperationError | None) -> str | None:
    return None if error is None else json.dumps(asdict(error), ensure_ascii=False)
