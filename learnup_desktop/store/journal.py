"""The attempt journal on disk: an answer is safe before the page says so.

``append`` returns only after SQLite has committed with ``synchronous=FULL``. The link to the entry before is made
inside the same transaction from the stored head, so that two appends can never share a place in the chain.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from learnup_desktop.base.background import Listeners
from learnup_desktop.base.errors import IntegrityFault, RuleViolation, StorageError
from learnup_desktop.store import journal_mending as mending
from learnup_desktop.store import journal_rows as rows
from learnup_desktop.store.database import Database
from learnup_desktop.store.records import AttemptMeta, JournalProgress, JournalRepair
from learnup_desktop.store.seal import Sealer
from learnup_desktop.store.template_key import TemplateKey

if TYPE_CHECKING:
    from learnup_desktop.contract.exams import EntryKind, Head, JournalEntry, Receipt


@dataclass(frozen=True, slots=True)
class Appended:
    """An entry is on the disk."""

    attempt_id: str
    entry: "JournalEntry"


class JournalStore:
    """The journals of all attempts of one account.

    Args:
        database: the account's durable file.
        sealer: seals bodies (bound to attempt and seq) and metas.
        template_key: seals face templates once more, within metas.
    """

    def __init__(self, database: Database, sealer: Sealer, template_key: TemplateKey) -> None:
        self._database = database
        self._sealer = sealer
        self._template_key = template_key
        self._listeners: Listeners[Appended] = Listeners()

    def subscribe(self, listener: Callable[[Appended], None]) -> Callable[[], None]:
        """Call ``listener`` on the loop after each committed append. Returns how to stop."""
        return self._listeners.subscribe(listener)

    async def begin(self, meta: AttemptMeta, head: "Head | None" = None) -> JournalProgress:
        """Start the journal of an attempt, or resume it with a new lease; what is there is kept.

        Args:
            meta: replaces the stored one.
            head: the platform's head (``AttemptStarted.head``). When this PC's chain does not contain it (another
                device wrote, or this PC lost its journal), the chain goes on from it and what was not yet acknowledged
                here is appended again after it.

        Raises:
            StorageError: not stored.
        """
        return await self._database.run(
            lambda connection: mending.begin(connection, self._sealer, self._hidden(meta), head)
        )

    async def append(self, attempt_id: str, kind: "EntryKind", at_ms: int, body: dict[str, object]) -> "JournalEntry":
        """Add an entry; it is on the disk when this returns.

        Args:
            at_ms: server time as this PC knows it, epoch milliseconds.
            body: as ``domain/journal.py`` says for ``kind``; canonical JSON types only.

        Raises:
            DiskFullError, StorageError: nothing was written, the chain is as before.
            RuleViolation: no such attempt, the attempt has its receipt, or the body is not canonical.
        """
        entry = await self._database.run(
            lambda connection: rows.append(connection, self._sealer, attempt_id, kind, at_ms, body)
        )
        self._listeners.tell(Appended(attempt_id, entry))
        return entry

    async def entries(self, attempt_id: str, after: int = 0, limit: int | None = None) -> "list[JournalEntry]":
        """Entries with ``seq > after`` in order, at most ``limit``.

        Raises:
            IntegrityFault: a body's seal does not hold; ``repair`` mends the journal.
        """
        return await self._database.run(
            lambda connection: rows.entries(connection, self._sealer, attempt_id, after, limit)
        )

    async def head(self, attempt_id: str) -> "Head":
        """The last entry; seq 0 and the genesis hash when the journal is empty or unknown."""
        return (await self.progress(attempt_id)).head

    async def progress(self, attempt_id: str) -> JournalProgress:
        """Head, acknowledged head and late list."""
        return await self._database.run(lambda connection: rows.progress(connection, attempt_id))

    async def contains(self, attempt_id: str, head: "Head") -> bool:
        """Whether ``head`` is a link of the chain that is here, genesis included.

        Raises:
            RuleViolation: no such attempt.
        """
        return await self._database.run(lambda connection: rows.contains(connection, attempt_id, head))

    async def acknowledge(self, attempt_id: str, head: "Head", late: Iterable[int] = ()) -> JournalProgress:
        """Note that the platform holds everything up to ``head``. An older head than the known one changes nothing.

        Raises:
            IntegrityFault: ``head`` is not in this journal.
        """
        late_seqs = tuple(late)
        return await self._database.run(lambda connection: rows.acknowledge(connection, attempt_id, head, late_seqs))

    async def adopt_head(self, attempt_id: str, head: "Head") -> JournalProgress:
        """The platform says its head is ``head``: go back (or forth) to it, so that uploading goes on from there.

        When the journal does not contain it, the chain is made to go on from it: entries that were not acknowledged
        are appended again after it, behind a gap entry; nothing is dropped.

        Raises:
            RuleViolation: no such attempt.
        """
        return await self._database.run(lambda connection: mending.adopt(connection, self._sealer, attempt_id, head))

    async def install(self, attempt_id: str, entries: "Iterable[JournalEntry]", held_to: int = 0) -> JournalProgress:
        """Take the platform's whole journal, another device's entries among it, in place of what is here.

        Args:
            entries: from the first one on; checked before anything is replaced.
            held_to: own entries up to this seq are held by the platform beside the chain. Those after it that are not
                in ``entries`` are appended again, behind a gap entry.

        Raises:
            IntegrityFault: the entries make no chain of this attempt.
            RuleViolation: no such attempt.
        """
        whole = list(entries)
        return await self._database.run(
            lambda connection: mending.install(connection, self._sealer, attempt_id, whole, held_to)
        )

    async def verify(self, attempt_id: str) -> "Head":
        """Check the whole chain as stored, seals included, and return its head.

        Raises:
            IntegrityFault: it does not hold, or ends elsewhere than the stored head.
        """
        return await self._database.run(lambda connection: rows.verify(connection, self._sealer, attempt_id))

    async def repair(self, attempt_id: str) -> JournalRepair:
        """Mend a damaged journal: keep the longest chain that holds, append the rest again after a gap."""
        return await self._database.run(lambda connection: mending.repair(connection, self._sealer, attempt_id))

    async def repair_all(self) -> tuple[JournalRepair, ...]:
        """``repair`` for every attempt that has no receipt and does not verify."""

        def work(connection: sqlite3.Connection) -> tuple[JournalRepair, ...]:
            repairs = []
            for attempt_id in rows.unfinished_attempt_ids(connection):
                try:
                    rows.verify(connection, self._sealer, attempt_id)
                except IntegrityFault:
                    repairs.append(mending.repair(connection, self._sealer, attempt_id))
            return tuple(repairs)

        return await self._database.run(work)

    async def meta(self, attempt_id: str) -> AttemptMeta | None:
        """What is kept with an attempt; None when this PC does not know it.

        Raises:
            IntegrityFault: its seal does not hold.
        """
        return await self._database.run(lambda connection: self._meta(connection, attempt_id))

    async def update_meta(self, attempt_id: str, **changes: Any) -> AttemptMeta:
        """Replace fields of the meta (``state=``, ``deadline=``, ``lease_token=``, ``question=``…) and return it.

        Raises:
            RuleViolation: no such attempt.
        """

        def work(connection: sqlite3.Connection) -> AttemptMeta:
            current = self._meta(connection, attempt_id)
            if current is None:
                raise RuleViolation(f"no attempt {attempt_id} here")
            changed = replace(current, **changes)
            if changed != current:
                rows.write_meta(connection, self._sealer, self._hidden(changed))
            return changed

        return await self._database.run(work)

    async def attempts(self) -> list[AttemptMeta]:
        """All attempts this PC knows, oldest first. One whose seal does not hold is left out."""

        def work(connection: sqlite3.Connection) -> list[AttemptMeta]:
            return [self._shown(meta) for meta in rows.readable_metas(connection, self._sealer)]

        return await self._database.run(work)

    async def forget_templates(self) -> None:
        """Forget every face template on this computer: those of all attempts, and with their key every sealed copy in
        backups, in files that were put aside and in the database's free pages.

        Raises:
            StorageError: something may still be there; doing it again is harmless.
        """

        def work(connection: sqlite3.Connection) -> None:
            # The key first: whatever happens after that, nothing can be opened any more.
            self._template_key.destroy()
            for meta in rows.readable_metas(connection, self._sealer):
                if meta.face_templates:
                    rows.write_meta(connection, self._sealer, replace(meta, face_templates=()))

        await self._database.run(work)

    def _meta(self, connection: sqlite3.Connection, attempt_id: str) -> AttemptMeta | None:
        found = rows.meta(connection, self._sealer, attempt_id)
        return None if found is None else self._shown(found)

    def _hidden(self, meta: AttemptMeta) -> AttemptMeta:
        return replace(meta, face_templates=self._template_key.hide(meta.attempt_id, meta.face_templates))

    def _shown(self, meta: AttemptMeta) -> AttemptMeta:
        return replace(meta, face_templates=self._template_key.show(meta.attempt_id, meta.face_templates))

    async def attempt_of_exam(self, exam_id: str) -> AttemptMeta | None:
        """The latest attempt at an exam on this PC."""
        matching = [meta for meta in await self.attempts() if meta.exam_id == exam_id]
        return matching[-1] if matching else None

    async def save_receipt(self, attempt_id: str, receipt: "Receipt") -> None:
        """Keep the platform's receipt and mark the attempt submitted; no entry can be added after it.

        Raises:
            RuleViolation: no such attempt.
        """
        document = json.dumps(receipt.to_wire())

        def work(connection: sqlite3.Connection) -> None:
            current = rows.meta(connection, self._sealer, attempt_id)
            if current is None:
                raise RuleViolation(f"no attempt {attempt_id} here")
            rows.write_meta(connection, self._sealer, replace(current, state="submitted"))
            connection.execute("UPDATE attempts SET receipt = ? WHERE attempt_id = ?", (document, attempt_id))

        await self._database.run(work)

    async def receipt(self, attempt_id: str) -> "Receipt | None":
        """The kept receipt."""
        from pydantic import ValidationError

        from learnup_desktop.contract.exams import Receipt

        found = await self._database.run(
            lambda connection: connection.execute(
                "SELECT receipt FROM attempts WHERE attempt_id = ?", (attempt_id,)
            ).fetchone()
        )
        if found is None or found[0] is None:
            return None
        try:
            return Receipt.model_validate_json(found[0])
        except ValidationError as error:
            raise StorageError(f"the receipt of {attempt_id} cannot be read") from error
