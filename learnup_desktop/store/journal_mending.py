"""How a journal goes on when its chain cannot simply go on: after damage, or from a head that another device made.

The rule in all cases: what the platform acknowledged is safe there; what it has not, and can still be read here, is
appended again at the end of the chain that holds, behind a ``gap`` entry that says so. No answer is dropped.
"""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.store import journal_rows as rows
from learnup_desktop.store.records import AttemptMeta, JournalProgress, JournalRepair
from learnup_desktop.store.seal import Sealer

if TYPE_CHECKING:
    from learnup_desktop.contract.exams import Head, JournalEntry


def begin(connection: sqlite3.Connection, sealer: Sealer, value: AttemptMeta, head: "Head | None") -> JournalProgress:
    """Insert or update the attempt, then take the platform's head."""
    attempt_id = value.attempt_id
    known = connection.execute("SELECT 1 FROM attempts WHERE attempt_id = ?", (attempt_id,)).fetchone()
    if known is not None:
        rows.write_meta(connection, sealer, value)
    else:
        rows.insert_attempt(connection, sealer, value)
        # Entries without their attempt are what a damaged file left; the chain they still make is taken up.
        if rows.rows_after(connection, attempt_id, 0, 1):
            repair(connection, sealer, attempt_id)
    if head is not None:
        adopt(connection, sealer, attempt_id, head)
    return rows.progress(connection, attempt_id)


def adopt(connection: sqlite3.Connection, sealer: Sealer, attempt_id: str, head: "Head") -> JournalProgress:
    """Take the platform's head as acknowledged; when it is not ours, chain after it what it lacks."""
    if not rows.contains(connection, attempt_id, head):
        common = min(rows.progress(connection, attempt_id).acknowledged.seq, head.seq)
        pending = []
        for row in rows.rows_after(connection, attempt_id, common):
            try:
                pending.append(rows.unseal(sealer, attempt_id, row))
            except IntegrityFault:
                continue
        _go_on(connection, sealer, attempt_id, (common, head), head, pending, "another_head" if pending else "")
    rows.set_acknowledged(connection, attempt_id, head)
    return rows.progress(connection, attempt_id)


def install(
    connection: sqlite3.Connection, sealer: Sealer, attempt_id: str, entries: "Sequence[JournalEntry]", held_to: int
) -> JournalProgress:
    """Replace the rows by a whole chain from genesis; what only this PC has goes after it, unless it is held beside."""
    from learnup_desktop.domain.journal import genesis_head, verify_chain

    rows.base(connection, attempt_id)  # there is such an attempt
    head = verify_chain(attempt_id, entries)
    theirs = {entry.hash for entry in entries}
    pending = []
    for row in rows.rows_after(connection, attempt_id, held_to):
        try:
            entry = rows.unseal(sealer, attempt_id, row)
        except IntegrityFault:
            continue
        if entry.hash not in theirs:
            pending.append(entry)
    connection.execute("DELETE FROM entries WHERE attempt_id = ?", (attempt_id,))
    for entry in entries:
        rows.insert(connection, sealer, attempt_id, entry)
    _go_on(
        connection,
        sealer,
        attempt_id,
        (head.seq, genesis_head(attempt_id)),
        head,
        pending,
        "another_head" if pending else "",
    )
    rows.set_acknowledged(connection, attempt_id, head)
    return rows.progress(connection, attempt_id)


def repair(connection: sqlite3.Connection, sealer: Sealer, attempt_id: str) -> JournalRepair:
    """Keep the longest chain that holds, judged from what the platform acknowledged on, and go on from its end."""
    from learnup_desktop.domain.journal import extend_head

    current = rows.progress(connection, attempt_id)
    base = max(rows.base(connection, attempt_id), current.acknowledged, key=lambda item: item.seq)
    head, readable = base, 0
    pending: list[JournalEntry] = []
    stored = rows.rows_after(connection, attempt_id, base.seq)
    for row in stored:
        try:
            entry = rows.unseal(sealer, attempt_id, row)
        except IntegrityFault:
            continue
        readable += 1
        if pending:
            pending.append(entry)
            continue
        try:
            head = extend_head(head, [entry])
        except IntegrityFault:
            pending.append(entry)
    last = max([current.head.seq, *(row[0] for row in stored)])
    lost = max(0, last - base.seq - readable)
    _forget_unreadable_history(connection, sealer, attempt_id, base.seq)
    _go_on(
        connection, sealer, attempt_id, (head.seq, base), head, pending, "journal_damaged" if pending or lost else ""
    )
    return JournalRepair(attempt_id, lost, len(pending))


def _go_on(
    connection: sqlite3.Connection,
    sealer: Sealer,
    attempt_id: str,
    keep: "tuple[int, Head]",
    head: "Head",
    pending: "Sequence[JournalEntry]",
    reason: str,
) -> None:
    """Keep rows up to ``keep[0]``, prove the chain from ``keep[1]`` on, and append ``pending`` again after ``head``."""
    from learnup_desktop.contract.exams import EntryKind
    from learnup_desktop.domain.journal import head_of, make_entry

    kept, base = keep
    connection.execute("DELETE FROM entries WHERE attempt_id = ? AND seq > ?", (attempt_id, kept))
    connection.execute(
        "UPDATE attempts SET base_seq = ?, base_hash = ? WHERE attempt_id = ?", (base.seq, base.hash, attempt_id)
    )
    again: list[tuple[EntryKind, int, dict[str, object]]] = [(item.kind, item.at_ms, item.body) for item in pending]
    if reason:
        from_ms, to_ms = _span(connection, attempt_id, pending)
        gap: dict[str, object] = {"what": "journal", "fromMs": from_ms, "toMs": to_ms, "reason": reason}
        again.insert(0, (EntryKind.GAP, from_ms, gap))
    for kind, at_ms, body in again:
        entry = make_entry(head, kind, at_ms, body)
        rows.insert(connection, sealer, attempt_id, entry)
        head = head_of(entry)
    rows.set_head(connection, attempt_id, head)


def _span(connection: sqlite3.Connection, attempt_id: str, pending: "Sequence[JournalEntry]") -> tuple[int, int]:
    """From the last kept entry to the last one appended again, epoch milliseconds; 0 where nothing is known."""
    found = connection.execute("SELECT max(at_ms) FROM entries WHERE attempt_id = ?", (attempt_id,)).fetchone()
    times = [item.at_ms for item in pending]
    begin_ms = found[0] if found[0] is not None else min(times, default=0)
    return begin_ms, max([begin_ms, *times])


def _forget_unreadable_history(connection: sqlite3.Connection, sealer: Sealer, attempt_id: str, upto: int) -> None:
    """Rows the platform holds but this PC can no longer open would make every later reading fail."""
    for row in rows.rows_after(connection, attempt_id, 0):
        if row[0] > upto:
            break
        try:
            rows.unseal(sealer, attempt_id, row)
        except IntegrityFault:
            connection.execute("DELETE FROM entries WHERE attempt_id = ? AND seq = ?", (attempt_id, row[0]))
