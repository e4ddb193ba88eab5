"""What the journal does inside a transaction: plain functions over a connection, all on the database's thread.

An attempt's chain is checked from its *base*: genesis, or a head of the platform's that this PC had to go on from. Rows
at or below the base are history that only the platform can still prove.
"""

import json
import sqlite3
from typing import TYPE_CHECKING

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault, RuleViolation
from learnup_desktop.store.records import AttemptMeta, JournalProgress
from learnup_desktop.store.seal import Sealer

if TYPE_CHECKING:
    from learnup_desktop.contract.exams import EntryKind, Head, JournalEntry

_COLUMNS = "seq, prev, hash, kind, at_ms, body"
Row = tuple[int, str, str, str, int, bytes]


def _meta_tag(attempt_id: str) -> bytes:
    return f"attempt:{attempt_id}".encode()


def _body_tag(attempt_id: str, seq: int) -> bytes:
    return f"{attempt_id}:{seq}".encode()


# --- metas ---------------------------------------------------------------------------------------------------------


def unfinished_attempt_ids(connection: sqlite3.Connection) -> list[str]:
    """Ids of the attempts without a receipt, oldest first."""
    found = connection.execute("SELECT attempt_id FROM attempts WHERE receipt IS NULL ORDER BY id")
    return [attempt_id for (attempt_id,) in found]


def _open_meta(sealer: Sealer, attempt_id: str, sealed: bytes) -> AttemptMeta:
    try:
        return AttemptMeta.from_document(json.loads(sealer.open(sealed, _meta_tag(attempt_id))))
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityFault(f"what was kept with attempt {attempt_id} cannot be read") from error


def meta(connection: sqlite3.Connection, sealer: Sealer, attempt_id: str) -> AttemptMeta | None:
    """The meta, None when unknown."""
    found = connection.execute("SELECT meta FROM attempts WHERE attempt_id = ?", (attempt_id,)).fetchone()
    return None if found is None else _open_meta(sealer, attempt_id, found[0])


def readable_metas(connection: sqlite3.Connection, sealer: Sealer) -> list[AttemptMeta]:
    """All metas whose seal holds, oldest first."""
    metas = []
    for attempt_id, sealed in connection.execute("SELECT attempt_id, meta FROM attempts ORDER BY id").fetchall():
        try:
            metas.append(_open_meta(sealer, attempt_id, sealed))
        except IntegrityFault:
            continue
    return metas


def write_meta(connection: sqlite3.Connection, sealer: Sealer, changed: AttemptMeta) -> None:
    """Replace the meta of a known attempt."""
    connection.execute(
        "UPDATE attempts SET meta = ?, exam_id = ? WHERE attempt_id = ?",
        (_seal_meta(sealer, changed), changed.exam_id, changed.attempt_id),
    )


def _seal_meta(sealer: Sealer, value: AttemptMeta) -> bytes:
    document = json.dumps(value.to_document(), ensure_ascii=False).encode()
    return sealer.seal(document, _meta_tag(value.attempt_id))


# --- heads ---------------------------------------------------------------------------------------------------------


def progress(connection: sqlite3.Connection, attempt_id: str) -> JournalProgress:
    """Where the journal stands; an unknown attempt stands at genesis."""
    from learnup_desktop.contract.exams import Head
    from learnup_desktop.domain.journal import genesis_head

    found = connection.execute(
        "SELECT head_seq, head_hash, acknowledged_seq, acknowledged_hash, late FROM attempts WHERE attempt_id = ?",
        (attempt_id,),
    ).fetchone()
    if found is None:
        genesis = genesis_head(attempt_id)
        return JournalProgress(attempt_id, genesis, genesis)
    head_seq, head_hash, acknowledged_seq, acknowledged_hash, late = found
    return JournalProgress(
        attempt_id,
        Head(seq=head_seq, hash=head_hash),
        Head(seq=acknowledged_seq, hash=acknowledged_hash),
        tuple(json.loads(late)),
    )


def base(connection: sqlite3.Connection, attempt_id: str) -> "Head":
    """Where the part of the chain begins that this PC can prove."""
    from learnup_desktop.contract.exams import Head

    found = connection.execute(
        "SELECT base_seq, base_hash FROM attempts WHERE attempt_id = ?", (attempt_id,)
    ).fetchone()
    if found is None:
        raise RuleViolation(f"no attempt {attempt_id} here")
    return Head(seq=found[0], hash=found[1])


def set_head(connection: sqlite3.Connection, attempt_id: str, head: "Head") -> None:
    """The next entry follows ``head``."""
    connection.execute(
        "UPDATE attempts SET head_seq = ?, head_hash = ? WHERE attempt_id = ?", (head.seq, head.hash, attempt_id)
    )


def set_acknowledged(connection: sqlite3.Connection, attempt_id: str, head: "Head") -> None:
    """The platform holds everything up to ``head``."""
    connection.execute(
        "UPDATE attempts SET acknowledged_seq = ?, acknowledged_hash = ? WHERE attempt_id = ?",
        (head.seq, head.hash, attempt_id),
    )


def contains(connection: sqlite3.Connection, attempt_id: str, head: "Head") -> bool:
    """Whether ``head`` is a link of this PC's chain, its base included."""
    start = base(connection, attempt_id)
    if head.seq <= start.seq:
        return head == start
    found = connection.execute(
        "SELECT hash FROM entries WHERE attempt_id = ? AND seq = ?", (attempt_id, head.seq)
    ).fetchone()
    return found is not None and found[0] == head.hash


def acknowledge(
    connection: sqlite3.Connection, attempt_id: str, head: "Head", late: tuple[int, ...]
) -> JournalProgress:
    """Move the acknowledged head forward."""
    current = progress(connection, attempt_id)
    if head.seq > current.acknowledged.seq:
        if not contains(connection, attempt_id, head):
            raise IntegrityFault(f"head {head.seq} is not in the journal of {attempt_id}", seq=head.seq)
        set_acknowledged(connection, attempt_id, head)
    all_late = sorted({*current.late, *late})
    if tuple(all_late) != current.late:
        connection.execute("UPDATE attempts SET late = ? WHERE attempt_id = ?", (json.dumps(all_late), attempt_id))
    return progress(connection, attempt_id)


# --- appending, reading ---------------------------------------------------------------------------------


def insert_attempt(connection: sqlite3.Connection, sealer: Sealer, value: AttemptMeta) -> None:
    """A new attempt with an empty journal."""
    from learnup_desktop.domain.journal import genesis_head

    genesis = genesis_head(value.attempt_id)
    connection.execute(
        "INSERT INTO attempts (attempt_id, exam_id, meta, base_seq, base_hash, head_seq, head_hash,"
        " acknowledged_seq, acknowledged_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (value.attempt_id, value.exam_id, _seal_meta(sealer, value), *(genesis.seq, genesis.hash) * 3),
    )


def append(
    connection: sqlite3.Connection,
    sealer: Sealer,
    attempt_id: str,
    kind: "EntryKind",
    at_ms: int,
    body: dict[str, object],
) -> "JournalEntry":
    """Link, seal and insert one entry after the stored head."""
    from learnup_desktop.contract.exams import Head
    from learnup_desktop.domain.journal import head_of, make_entry

    found = connection.execute(
        "SELECT head_seq, head_hash, receipt IS NOT NULL FROM attempts WHERE attempt_id = ?", (attempt_id,)
    ).fetchone()
    if found is None:
        raise RuleViolation(f"no attempt {attempt_id} here")
    if found[2]:
        raise RuleViolation(f"attempt {attempt_id} has its receipt; nothing can be added")
    try:
        entry = make_entry(Head(seq=found[0], hash=found[1]), kind, at_ms, body)
    except TypeError as error:
        raise RuleViolation(f"a {kind} entry's body is not canonical: {error}") from error
    insert(connection, sealer, attempt_id, entry)
    set_head(connection, attempt_id, head_of(entry))
    return entry


def insert(connection: sqlite3.Connection, sealer: Sealer, attempt_id: str, entry: "JournalEntry") -> None:
    """Seal and insert an entry that is already linked."""
    sealed = sealer.seal(canonical_json(entry.body), _body_tag(attempt_id, entry.seq))
    connection.execute(
        f"INSERT INTO entries (attempt_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (attempt_id, entry.seq, entry.prev, entry.hash, entry.kind.value, entry.at_ms, sealed),
    )


def unseal(sealer: Sealer, attempt_id: str, row: Row) -> "JournalEntry":
    """The entry of a row.

    Raises:
        IntegrityFault: its seal does not hold or its columns make no entry.
    """
    from pydantic import ValidationError

    from learnup_desktop.contract.exams import EntryKind, JournalEntry

    seq, prev, hashed, kind, at_ms, sealed = row
    try:
        body = json.loads(sealer.open(sealed, _body_tag(attempt_id, seq)))
        return JournalEntry(seq=seq, prev=prev, hash=hashed, kind=EntryKind(kind), at_ms=at_ms, body=body)
    except IntegrityFault as error:
        raise IntegrityFault(f"entry {seq} of {attempt_id} cannot be opened", seq=seq) from error
    except (ValidationError, ValueError, TypeError) as error:
        raise IntegrityFault(f"entry {seq} of {attempt_id} is damaged", seq=seq) from error


def rows_after(connection: sqlite3.Connection, attempt_id: str, after: int, limit: int | None = None) -> list[Row]:
    """Rows with ``seq > after`` in order, bodies still sealed."""
    return connection.execute(
        f"SELECT {_COLUMNS} FROM entries WHERE attempt_id = ? AND seq > ? ORDER BY seq LIMIT ?",
        (attempt_id, after, -1 if limit is None else limit),
    ).fetchall()


def entries(
    connection: sqlite3.Connection, sealer: Sealer, attempt_id: str, after: int, limit: int | None
) -> "list[JournalEntry]":
    """Opened entries in order."""
    return [unseal(sealer, attempt_id, row) for row in rows_after(connection, attempt_id, after, limit)]


def verify(connection: sqlite3.Connection, sealer: Sealer, attempt_id: str) -> "Head":
    """Walk the chain from its base to the stored head."""
    from learnup_desktop.domain.journal import extend_head

    start = base(connection, attempt_id)
    head = extend_head(start, entries(connection, sealer, attempt_id, start.seq, None))
    stored = progress(connection, attempt_id).head
    if head != stored:
        raise IntegrityFault(f"the journal ends at {head.seq}, not at {stored.seq}", seq=head.seq)
    return head
