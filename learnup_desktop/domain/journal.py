"""The hash chain of an attempt: how an entry is made, and how a chain is checked by client, platform and anybody.

``hash = SHA-256(prev || canonical JSON of {seq, kind, atMs, body})`` where ``prev`` is the 64 hex characters of the
entry before, and the first entry's ``prev`` is the genesis hash, which binds the chain to its attempt.

Bodies by kind (canonical JSON: no floats):

=========== =========================================================================================
opened      ``{deviceId, paperSha256, assurance, computer?, exceptions?}``: begun, resumed, or under other rules
            (``contract.integrity.ComputerReport`` and ``StudentExceptions`` in wire form)
answer      ``{questionId, answer}`` (``contract.exams.Answer`` in wire form)
navigation  ``{questionId}``
bookmark    ``{questionId, on}``: the student's own flag
integrity   ``contract.integrity.IntegrityEvent`` in wire form
clock       ``{offsetMs, roundTripMs, monotonicMs}``
gap         ``{what, fromMs, toMs, reason}``: something that should have been watched was not
submit      ``{answered}``
section     ``{sectionId, endsMs}``: a section is entered, or its end moved (``domain.sections``)
=========== =========================================================================================
"""

from collections.abc import Iterable, Mapping

from learnup_desktop.base.canonical import canonical_json, sha256_hex
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import AnswerRecord, EntryKind, Head, JournalEntry


def genesis_head(attempt_id: str) -> Head:
    """The head of an empty journal."""
    return Head(seq=0, hash=sha256_hex(b"learnup-attempt:" + attempt_id.encode()))


def entry_hash(prev: str, seq: int, kind: str, at_ms: int, body: Mapping[str, object]) -> str:
    """The hash of an entry.

    Raises:
        TypeError: the body has something canonical JSON does not take.
    """
    payload = canonical_json({"seq": seq, "kind": str(kind), "atMs": at_ms, "body": body})
    return sha256_hex(prev.encode() + payload)


def make_entry(head: Head, kind: EntryKind, at_ms: int, body: dict[str, object]) -> JournalEntry:
    """The next entry after ``head``."""
    seq = head.seq + 1
    hashed = entry_hash(head.hash, seq, kind.value, at_ms, body)
    return JournalEntry(seq=seq, prev=head.hash, hash=hashed, kind=kind, at_ms=at_ms, body=body)


def head_of(entry: JournalEntry) -> Head:
    """The head a chain has when ``entry`` is its last."""
    return Head(seq=entry.seq, hash=entry.hash)


def extend_head(head: Head, entries: Iterable[JournalEntry]) -> Head:
    """The head after ``entries``, each of which must follow.

    Raises:
        IntegrityFault: an entry does not follow or its hash does not hold; ``arguments["seq"]`` says where.
    """
    for entry in entries:
        if entry.seq != head.seq + 1:
            raise IntegrityFault(f"entry {entry.seq} does not follow {head.seq}", seq=entry.seq)
        if entry.prev != head.hash:
            raise IntegrityFault(f"entry {entry.seq} does not link to the one before", seq=entry.seq)
        try:
            expected = entry_hash(entry.prev, entry.seq, entry.kind.value, entry.at_ms, entry.body)
        except TypeError as error:
            raise IntegrityFault(f"entry {entry.seq} is not canonical", seq=entry.seq) from error
        if entry.hash != expected:
            raise IntegrityFault(f"entry {entry.seq} was changed", seq=entry.seq)
        head = head_of(entry)
    return head


def verify_chain(attempt_id: str, entries: Iterable[JournalEntry], expected: Head | None = None) -> Head:
    """Check a whole journal; with ``expected`` (an acknowledged or receipted head) truncation is found too.

    Raises:
        IntegrityFault: the chain is broken, or shorter or other than ``expected``.
    """
    seen: dict[int, str] = {0: genesis_head(attempt_id).hash}
    head = genesis_head(attempt_id)
    for entry in entries:
        head = extend_head(head, [entry])
        seen[head.seq] = head.hash
    if expected is not None and seen.get(expected.seq) != expected.hash:
        raise IntegrityFault(f"the journal does not contain head {expected.seq}", seq=expected.seq)
    return head


def is_answered(answer: Mapping[str, object]) -> bool:
    """Whether an answer in wire form says anything (an emptied one does not)."""
    if any(answer.get(name) for name in ("choices", "matches", "order", "files")):
        return True
    blanks, parts = answer.get("blanks"), answer.get("parts")
    if isinstance(blanks, Mapping) and any(str(text).strip() for text in blanks.values()):
        return True
    if isinstance(parts, Mapping) and any(isinstance(part, Mapping) and is_answered(part) for part in parts.values()):
        return True
    return bool(str(answer.get("text", "")).strip())


def latest_answers(entries: Iterable[JournalEntry]) -> dict[str, JournalEntry]:
    """The last answer entry of each question, by question id."""
    latest: dict[str, JournalEntry] = {}
    for entry in entries:
        if entry.kind is EntryKind.ANSWER:
            latest[str(entry.body.get("questionId", ""))] = entry
    return latest


def count_answered(records: Iterable[AnswerRecord]) -> int:
    """How many of the records say anything."""
    return sum(is_answered(record.answer.to_wire()) for record in records)
