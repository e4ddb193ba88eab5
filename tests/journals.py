"""Journals and receipts for tests and benches, and every way to tamper with a journal's file."""

import json
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.exams import EntryKind, JournalEntry, Receipt
from learnup_desktop.domain import proof
from learnup_desktop.domain.journal import genesis_head, head_of, make_entry
from learnup_desktop.domain.receipt import receipt_code, signed_bytes

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC_KEY = KEY.public_key().public_bytes_raw()


def journal_of(count: int, chance: random.Random) -> tuple[str, list[JournalEntry]]:
    """An attempt's id and a journal of ``count`` entries of every kind."""
    attempt_id, at_ms = uuid7(), 1_790_000_000_000
    head, entries = genesis_head(attempt_id), list[JournalEntry]()
    for _ in range(count):
        at_ms += chance.randrange(1, 5_000)
        kind, body = _body(chance)
        entries.append(make_entry(head, kind, at_ms, body))
        head = head_of(entries[-1])
    return attempt_id, entries


def _body(chance: random.Random) -> tuple[EntryKind, dict[str, object]]:
    question = f"q-{chance.randrange(9)}"
    words = "".join(chance.choice('abc අඇ தமிழ் "\\\n') for _ in range(chance.randrange(30)))
    bodies: list[tuple[EntryKind, dict[str, object]]] = [
        (EntryKind.ANSWER, {"questionId": question, "answer": {"type": "text", "text": words}}),
        (EntryKind.ANSWER, {"questionId": question, "answer": {"type": "choices", "choices": ["a", "b"]}}),
        (EntryKind.NAVIGATION, {"questionId": question}),
        (EntryKind.BOOKMARK, {"questionId": question, "on": chance.random() < 0.5}),
        (EntryKind.CLOCK, {"offsetMs": chance.randrange(-9, 9), "roundTripMs": 3, "monotonicMs": 1}),
    ]
    return chance.choice(bodies)


def receipt_for(attempt_id: str, entries: Sequence[JournalEntry]) -> Receipt:
    """A receipt for exactly these entries, signed with ``KEY``."""
    head = head_of(entries[-1])
    unsigned = Receipt(
        attempt_id=attempt_id,
        exam_id=uuid7(),
        student_id=uuid7(),
        head=head,
        answered=11,
        question_count=12,
        submitted_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        key_id="0123456789abcdef",
        code=receipt_code(attempt_id, head),
        signature=b"",
    )
    return unsigned.model_copy(update={"signature": KEY.sign(signed_bytes(unsigned))})


def found(receipt: Receipt, data: bytes) -> bool:
    """Whether a journal's file is seen not to be the receipt's."""
    try:
        journal = proof.read_journal(data)
    except IntegrityFault:
        return True
    return not proof.holds(proof.check_journal(receipt, journal))


def mutate(whole: bytes, chance: random.Random) -> tuple[str, bytes]:
    """The name of a mutation, and the file after it; never the file as it was."""
    while True:
        document = json.loads(whole)
        name = chance.choice(list(MUTATIONS))
        MUTATIONS[name](document, chance)
        changed = json.dumps(document, ensure_ascii=False).encode()
        # What tampers well also makes the hashes fit again, as far as it can.
        if chance.random() < 0.5:
            name, changed = f"{name}, hashed again", json.dumps(_hashed_again(document), ensure_ascii=False).encode()
        if json.dumps(json.loads(changed), sort_keys=True) != json.dumps(json.loads(whole), sort_keys=True):
            return name, changed


def _hashed_again(document: dict[str, Any]) -> dict[str, Any]:
    """Every entry chained anew, as somebody would who knows how the chain is made."""
    head, again = genesis_head(str(document["attemptId"])), []
    for item in document["entries"]:
        try:
            entry = make_entry(head, EntryKind(item["kind"]), int(item["atMs"]), dict(item["body"]))
        except (KeyError, TypeError, ValueError):
            again.append(item)
            continue
        again.append(entry.to_wire())
        head = head_of(entry)
    return document | {"entries": again}


def _edit_body(document: dict[str, Any], chance: random.Random) -> None:
    body = chance.choice(document["entries"])["body"]
    key = chance.choice(sorted(body))
    value = body[key]
    choices: list[object] = [f"{value}x", None, 1.0, not value, [value], {"more": value}]
    body[key] = chance.choice(choices)


def _edit_answer(document: dict[str, Any], chance: random.Random) -> None:
    answers = [item for item in document["entries"] if item["kind"] == "answer"]
    chance.choice(answers)["body"]["answer"] = {"type": "text", "text": f"forged {chance.random()}"}


def _edit_field(document: dict[str, Any], chance: random.Random) -> None:
    entry = chance.choice(document["entries"])
    field = chance.choice(["seq", "prev", "hash", "kind", "atMs"])
    value = entry[field]
    flipped = "navigation" if value == "answer" else "answer"
    changed = {"seq": 1.0 * entry["seq"], "atMs": str(entry["atMs"]), "kind": flipped}.get(field, "0" * 64)
    entry[field] = value + 1 if isinstance(value, int) and chance.random() < 0.7 else changed


def _add_field(document: dict[str, Any], chance: random.Random) -> None:
    entry = chance.choice(document["entries"])
    chance.choice([entry, entry["body"], document])["extra"] = chance.choice([None, 0, "x"])


def _drop_field(document: dict[str, Any], chance: random.Random) -> None:
    entry = chance.choice(document["entries"])
    del entry[chance.choice(sorted(entry))]


def _delete(document: dict[str, Any], chance: random.Random) -> None:
    del document["entries"][chance.randrange(len(document["entries"]))]


def _swap(document: dict[str, Any], chance: random.Random) -> None:
    entries = document["entries"]
    first, second = chance.sample(range(len(entries)), 2)
    entries[first], entries[second] = entries[second], entries[first]


def _shuffle(document: dict[str, Any], chance: random.Random) -> None:
    chance.shuffle(document["entries"])


def _duplicate(document: dict[str, Any], chance: random.Random) -> None:
    entries = document["entries"]
    entries.insert(chance.randrange(len(entries) + 1), json.loads(json.dumps(chance.choice(entries))))


def _truncate(document: dict[str, Any], chance: random.Random) -> None:
    entries = document["entries"]
    del entries[chance.randrange(len(entries)) :]


def _behead(document: dict[str, Any], chance: random.Random) -> None:
    entries = document["entries"]
    del entries[: chance.randrange(1, len(entries) + 1)]


def _append(document: dict[str, Any], chance: random.Random) -> None:
    last = document["entries"][-1]
    forged = make_entry(
        head_of(JournalEntry.model_validate(last)),
        EntryKind.ANSWER,
        last["atMs"] + 1,
        {"questionId": "q-1", "answer": {"type": "text", "text": "added later"}},
    )
    document["entries"].append(forged.to_wire())


def _rename(document: dict[str, Any], chance: random.Random) -> None:
    document["attemptId"] = uuid7()


MUTATIONS: dict[str, Callable[[dict[str, Any], random.Random], None]] = {
    "edit a body": _edit_body,
    "edit an answer": _edit_answer,
    "edit a field": _edit_field,
    "add a field": _add_field,
    "drop a field": _drop_field,
    "delete": _delete,
    "swap": _swap,
    "shuffle": _shuffle,
    "duplicate": _duplicate,
    "truncate": _truncate,
    "behead": _behead,
    "append": _append,
    "rename": _rename,
}
