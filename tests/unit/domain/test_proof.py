"""A thousand ways to tamper with a journal's file, each of which is found; and receipts that are not what they say."""

import json
import random
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.exams import JournalEntry, Receipt
from learnup_desktop.domain import proof
from learnup_desktop.domain.receipt import compact_receipt, expand_receipt, read_code, signed_bytes
from tests.journals import KEY, PUBLIC_KEY, found, journal_of, mutate, receipt_for

SEED = 20261122


def test_mutations_are_all_found() -> None:
    """Thousands more in ``bench proof``."""
    chance = random.Random(SEED)
    attempt, entries = journal_of(40, chance)
    receipt = receipt_for(attempt, entries)
    whole = proof.write_journal(attempt, entries)
    assert not found(receipt, whole)
    missed = []
    for number in range(250):
        name, changed = mutate(whole, chance)
        if not found(receipt, changed):
            missed.append((number, name))
    assert missed == []


@given(st.binary(min_size=1, max_size=3), st.integers(0, 2**32))
def test_a_changed_byte_is_found(junk: bytes, place: int) -> None:
    chance = random.Random(SEED)
    attempt, entries = journal_of(6, chance)
    whole = proof.write_journal(attempt, entries)
    at = place % len(whole)
    changed = whole[:at] + junk + whole[at + len(junk) :]
    try:
        same = json.loads(changed) == json.loads(whole)
    except ValueError:
        same = False
    assert found(receipt_for(attempt, entries), changed) or same


def test_a_journal_that_goes_on_after_the_receipt_is_found() -> None:
    attempt, entries = journal_of(6, random.Random(SEED))
    receipt = receipt_for(attempt, entries[:5])
    findings = proof.check_journal(receipt, proof.JournalFile(attempt, tuple(entries)))
    assert [item.held for item in findings] == [True, True, False]


def _receipt() -> Receipt:
    attempt, entries = journal_of(4, random.Random(SEED))
    return receipt_for(attempt, entries)


def test_a_receipt_survives_its_file_and_its_qr_code() -> None:
    receipt = _receipt()
    for form in (json.dumps(receipt.to_wire(), indent=2), compact_receipt(receipt), compact_receipt(receipt).lower()):
        assert proof.read_receipt(form.encode()) == receipt
    assert proof.holds(proof.check_receipt(receipt, PUBLIC_KEY))
    assert len(compact_receipt(receipt)) < 320


@pytest.mark.parametrize("field", ["answered", "questionCount", "submittedAt", "studentId", "examId", "keyId", "code"])
def test_every_changed_field_breaks_the_receipt(field: str) -> None:
    wire = _receipt().to_wire()
    changes: dict[str, object] = {
        "answered": 12,
        "questionCount": 1,
        "submittedAt": "2026-11-22T11:00:00.000Z",
        "studentId": uuid7(),
        "examId": uuid7(),
        "keyId": "other",
        "code": "0000-0000-0000",
    }
    changed = proof.read_receipt(json.dumps(wire | {field: changes[field]}).encode())
    assert not proof.holds(proof.check_receipt(changed, PUBLIC_KEY))


def test_another_key_signs_nothing_for_this_school() -> None:
    receipt = _receipt()
    forged = receipt.model_copy(update={"signature": Ed25519PrivateKey.generate().sign(signed_bytes(receipt))})
    assert not proof.check_receipt(forged, PUBLIC_KEY)[0].held
    assert not proof.check_receipt(receipt, b"short")[0].held


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "nonsense",
        "LUR1:AAAA",
        "LUR1:!!!",
        '{"attemptId": "a", "attemptId": "b"}',
        "[" * 100_000,
    ],
)
def test_what_is_no_receipt_is_said_to_be_none(text: str) -> None:
    with pytest.raises(IntegrityFault):
        proof.read_receipt(text.encode())


def test_something_added_to_a_receipt_is_found() -> None:
    with pytest.raises(IntegrityFault):
        proof.read_receipt(json.dumps(_receipt().to_wire() | {"remark": "with distinction"}).encode())


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", max_size=400))
def test_any_text_after_the_mark_is_a_receipt_or_refused(text: str) -> None:
    try:
        receipt = expand_receipt("LUR1:" + text)
    except IntegrityFault:
        return
    assert receipt.submitted_at >= datetime(1970, 1, 1, tzinfo=UTC)


def test_a_code_may_be_typed_carelessly() -> None:
    assert read_code("7k3m 9qzt-oil2") == "7K3M-9QZT-0112"
    for wrong in ("", "7K3M", "7K3M-9QZT-0A2U"):
        with pytest.raises(ValueError, match="code"):
            read_code(wrong)


def test_entries_come_back_as_they_were() -> None:
    attempt, entries = journal_of(12, random.Random(SEED))
    again = proof.read_journal(proof.write_journal(attempt, entries))
    assert again == proof.JournalFile(attempt, tuple(entries))
    assert all(isinstance(entry, JournalEntry) for entry in again.entries)
    assert proof.read_journal(proof.write_journal(attempt, [])).entries == ()
    assert KEY.public_key().public_bytes_raw() == PUBLIC_KEY
