"""Proving an exam afterwards: the receipt's file, the journal's file, and every check that both must pass.

The same rules serve the student's ``learnup-desktop verify``, the platform's own verification and whoever wants to
look into a dispute. Files are read strictly: a field more or less, a key twice or a number written another way is a
change, since what is not covered by a hash or a signature must not be there.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import JournalEntry, Receipt
from learnup_desktop.domain.journal import extend_head, genesis_head
from learnup_desktop.domain.receipt import COMPACT_PREFIX, expand_receipt, receipt_code, signature_holds

JOURNAL_FORMAT = "learnup-journal/1"


class Check(StrEnum):
    """What is looked at, in this order."""

    SIGNATURE = "signature"
    CODE = "code"
    OWNER = "owner"
    CHAIN = "chain"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and how it came out; ``seq`` is the first entry that does not hold, where there is one."""

    check: Check
    held: bool
    detail: str = ""
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class JournalFile:
    """A journal as it was written to a file."""

    attempt_id: str
    entries: tuple[JournalEntry, ...]


def read_receipt(data: bytes) -> Receipt:
    """A receipt from its JSON file or from the text of its QR code.

    Raises:
        IntegrityFault: this is no receipt, or there is more in it than a receipt has.
    """
    text = _text(data, "receipt").strip()
    if text.upper().startswith(COMPACT_PREFIX):
        return expand_receipt(text)
    document = _document(text, "receipt")
    try:
        receipt = Receipt.model_validate(document)
    except ValidationError as error:
        raise IntegrityFault("this is no receipt: " + _first(error)) from error
    _require_same(receipt.to_wire(), document, "the receipt was changed: it is not written as the platform wrote it")
    return receipt


def check_receipt(receipt: Receipt, public_key: bytes) -> list[Finding]:
    """Signature and short code. ``public_key`` is the raw Ed25519 key of the platform, 32 bytes."""
    signed = signature_holds(receipt, public_key)
    code = receipt_code(receipt.attempt_id, receipt.head)
    return [
        Finding(Check.SIGNATURE, signed, "" if signed else f"not signed with key {receipt.key_id}"),
        Finding(Check.CODE, receipt.code == code, "" if receipt.code == code else f"the code of this head is {code}"),
    ]


def write_journal(attempt_id: str, entries: Iterable[JournalEntry]) -> bytes:
    """The file of a journal: one JSON document, an entry a line."""
    lines = ",\n".join(canonical_json(entry.to_wire()).decode() for entry in entries)
    head = json.dumps({"format": JOURNAL_FORMAT, "attemptId": attempt_id})[:-1]
    return f'{head}, "entries": [\n{lines}\n]}}\n'.encode()


def read_journal(data: bytes) -> JournalFile:
    """A journal from its file. Whether its chain holds is another question.

    Raises:
        IntegrityFault: it cannot be a journal; ``arguments["seq"]`` where an entry is at fault.
    """
    document = _document(_text(data, "journal"), "journal")
    if set(document) != {"format", "attemptId", "entries"} or document["format"] != JOURNAL_FORMAT:
        raise IntegrityFault(f"this is no journal ({JOURNAL_FORMAT})")
    attempt_id, items = document["attemptId"], document["entries"]
    if not isinstance(attempt_id, str) or not isinstance(items, list):
        raise IntegrityFault(f"this is no journal ({JOURNAL_FORMAT})")
    entries = []
    for place, item in enumerate(items, 1):
        try:
            entry = JournalEntry.model_validate(item)
            _require_same(entry.to_wire(), item, f"entry {place} was changed")
        except ValidationError as error:
            raise IntegrityFault(f"entry {place} was changed: {_first(error)}", seq=place) from error
        except IntegrityFault as error:
            raise IntegrityFault(error.detail, seq=place) from error
        entries.append(entry)
    return JournalFile(attempt_id, tuple(entries))


def check_journal(receipt: Receipt, journal: JournalFile) -> list[Finding]:
    """Whether the journal is exactly the one the receipt was given for: its attempt, its chain, its last entry."""
    mine = journal.attempt_id == receipt.attempt_id
    owner = Finding(Check.OWNER, mine, "" if mine else "the journal is of another attempt")
    try:
        head = extend_head(genesis_head(receipt.attempt_id), journal.entries)
    except IntegrityFault as error:
        place = error.arguments.get("seq")
        chain = Finding(Check.CHAIN, False, error.detail, place if isinstance(place, int) else None)
        return [owner, chain, Finding(Check.HEAD, False, "the chain ends before the receipt's last entry")]
    same = head == receipt.head
    detail = "" if same else f"the journal ends with entry {head.seq}, the receipt is for entry {receipt.head.seq}"
    return [owner, Finding(Check.CHAIN, True), Finding(Check.HEAD, same, detail)]


def holds(findings: Sequence[Finding]) -> bool:
    """Whether every check came out well."""
    return all(finding.held for finding in findings)


def _text(data: bytes, what: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise IntegrityFault(f"this is no {what}: not UTF-8") from error


def _document(text: str, what: str) -> dict[str, Any]:
    try:
        document = json.loads(text, object_pairs_hook=_once_each)
    except (ValueError, RecursionError) as error:
        raise IntegrityFault(f"this is no {what}: {error}") from error
    if not isinstance(document, dict):
        raise IntegrityFault(f"this is no {what}")
    return document


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError("a key stands there twice")
    return document


def _require_same(wire: Mapping[str, object], document: object, words: str) -> None:
    """Both must be the same bytes in canonical form, so that 1, 1.0, true and "1" are four things."""
    try:
        same = isinstance(document, Mapping) and canonical_json(wire) == canonical_json(document)
    except (TypeError, ValueError) as error:
        raise IntegrityFault(words) from error
    if not same:
        raise IntegrityFault(words)


def _first(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"
