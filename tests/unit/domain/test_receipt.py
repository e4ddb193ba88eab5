"""The receipt's signed bytes hold everything but the signature, and its code follows the head."""

from datetime import UTC, datetime

from learnup_desktop.contract.exams import Receipt
from learnup_desktop.domain.journal import genesis_head
from learnup_desktop.domain.receipt import receipt_code, signed_bytes


def make(**changes: object) -> Receipt:
    receipt = Receipt(
        attempt_id="a",
        exam_id="e",
        student_id="s",
        head=genesis_head("a"),
        answered=11,
        question_count=12,
        submitted_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        key_id="k",
        code="C",
        signature=b"x" * 64,
    )
    return receipt.model_copy(update=changes)


def test_every_field_but_the_signature_is_signed() -> None:
    plain = signed_bytes(make())
    assert signed_bytes(make(signature=b"y")) == plain
    for change in ({"answered": 12}, {"code": "D"}, {"student_id": "t"}, {"head": genesis_head("b")}):
        assert signed_bytes(make(**change)) != plain


def test_signed_bytes_survive_the_wire() -> None:
    assert signed_bytes(Receipt.model_validate(make().to_wire())) == signed_bytes(make())


def test_the_code_reads_well_and_depends_on_the_head() -> None:
    code = receipt_code("a", genesis_head("a"))
    assert [len(part) for part in code.split("-")] == [4, 4, 4]
    assert not set(code) & set("ILOU")
    assert code != receipt_code("a", genesis_head("b"))
