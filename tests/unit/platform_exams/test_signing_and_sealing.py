"""Receipts verify with the public key alone; what is sealed opens only as what it was sealed for."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import Head, Receipt
from learnup_desktop.domain.journal import genesis_head
from learnup_desktop.domain.receipt import receipt_code
from learnup_platform.keys import load_keys
from learnup_platform.sealing import seal, unseal
from learnup_platform.settings import PlatformSettings
from learnup_platform.signing import receipt_holds, sign_receipt

HEAD = genesis_head("a")
UNSIGNED = Receipt(
    attempt_id="a",
    exam_id="e",
    student_id="s",
    head=HEAD,
    answered=11,
    question_count=12,
    submitted_at=datetime(2026, 3, 2, 10, 0, 0, 123000, tzinfo=UTC),
    key_id="",
    code=receipt_code("a", HEAD),
    signature=b"",
)


def test_a_receipt_holds_after_a_round_trip_over_the_wire(tmp_path: Path) -> None:
    keys = load_keys(PlatformSettings(data=tmp_path))
    receipt = sign_receipt(keys, UNSIGNED)
    received = Receipt.model_validate(receipt.to_wire())
    assert received.key_id == keys.key_id
    assert receipt_holds(received, keys.public_key)


@pytest.mark.parametrize(
    "change",
    [{"answered": 12}, {"head": Head(seq=1, hash="0" * 64)}, {"key_id": "x"}, {"signature": b"short"}, {"code": "X"}],
)
def test_a_changed_receipt_does_not_hold(tmp_path: Path, change: dict[str, object]) -> None:
    keys = load_keys(PlatformSettings(data=tmp_path))
    receipt = sign_receipt(keys, UNSIGNED)
    assert not receipt_holds(receipt.model_copy(update=change), keys.public_key)


def test_another_key_does_not_hold(tmp_path: Path) -> None:
    receipt = sign_receipt(load_keys(PlatformSettings(data=tmp_path)), UNSIGNED)
    assert not receipt_holds(receipt, Ed25519PrivateKey.generate().public_key().public_bytes_raw())


def test_a_seal_opens_only_for_its_purpose_under_its_key() -> None:
    key, other = bytes(32), bytes(31) + b"x"
    sealed = seal(key, b"secret", "face:s:e")
    assert unseal(key, sealed, "face:s:e") == b"secret"
    assert b"secret" not in sealed
    assert seal(key, b"secret", "face:s:e") != sealed
    for wrong_key, data, purpose in [
        (other, sealed, "face:s:e"),
        (key, sealed, "face:t:e"),
        (key, sealed[:-1], "face:s:e"),
        (key, b"", "face:s:e"),
    ]:
        with pytest.raises(IntegrityFault):
            unseal(wrong_key, data, purpose)
