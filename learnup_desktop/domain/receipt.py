"""The receipt: which bytes the platform signs, the short code people can read to each other, and its QR form.

The QR code holds the whole receipt, signature included, so that a phone's picture of a screen is as good as the file:
``LUR1:`` and base 32 (upper case, no padding, which QR codes pack best) of

``attempt | exam | student | seq (4) | head hash (32) | answered (2) | questions (2) | time (8) | key id | signature``

with big-endian numbers and the time in epoch milliseconds. An id is a zero byte and its 16 UUID bytes, or a length
byte and its ASCII. The short code is left out, since it follows from the head.
"""

import base64
import binascii
import struct
from datetime import UTC, datetime, timedelta

from learnup_desktop.base.canonical import canonical_json, sha256_hex
from learnup_desktop.base.clock import epoch_milliseconds
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import Head, Receipt
from learnup_desktop.domain.packed_ids import packed_id, taken_id

COMPACT_PREFIX = "LUR1:"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_NUMBERS = struct.Struct(">I32sHHQ")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def signed_bytes(receipt: Receipt) -> bytes:
    """The canonical JSON that is signed: every field of the receipt but the signature."""
    wire = receipt.to_wire()
    del wire["signature"]
    return canonical_json(wire)


def receipt_code(attempt_id: str, head: Head) -> str:
    """Twelve Crockford base-32 characters (60 bits of the head's hash) in groups of four: ``7K3M-9QZT-0A2B``."""
    bits = int(sha256_hex(f"{attempt_id}:{head.seq}:{head.hash}".encode())[:15], 16)
    text = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(55, -1, -5))
    return f"{text[:4]}-{text[4:8]}-{text[8:]}"


def read_code(typed: str) -> str:
    """A receipt's code as people type it (any case and spacing; O for 0, I and L for 1), in its own form.

    Raises:
        ValueError: these are not twelve characters of a code.
    """
    plain = typed.upper().replace("-", "").replace(" ", "").translate(str.maketrans("OIL", "011"))
    if len(plain) != 12 or not set(plain) <= set(_CROCKFORD):
        raise ValueError("not the code of a receipt")
    return f"{plain[:4]}-{plain[4:8]}-{plain[8:]}"


def signature_holds(receipt: Receipt, public_key: bytes) -> bool:
    """Whether the receipt was signed with the Ed25519 key whose raw public half is given (32 bytes)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(receipt.signature, signed_bytes(receipt))
    except (InvalidSignature, ValueError):
        return False
    return True


def compact_receipt(receipt: Receipt) -> str:
    """The receipt as its QR code holds it; about 300 characters."""
    numbers = _NUMBERS.pack(
        receipt.head.seq,
        bytes.fromhex(receipt.head.hash),
        receipt.answered,
        receipt.question_count,
        epoch_milliseconds(receipt.submitted_at),
    )
    ids = b"".join(map(packed_id, (receipt.attempt_id, receipt.exam_id, receipt.student_id)))
    data = ids + numbers + packed_id(receipt.key_id) + receipt.signature
    return COMPACT_PREFIX + base64.b32encode(data).decode().rstrip("=")


def expand_receipt(text: str) -> Receipt:
    """The receipt of a QR code's text; whether its signature holds is another question.

    Raises:
        IntegrityFault: this is no receipt.
    """
    letters = "".join(text.split()).upper()
    if not letters.startswith(COMPACT_PREFIX):
        raise IntegrityFault("this is not the text of a receipt")
    letters = letters.removeprefix(COMPACT_PREFIX)
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
        attempt_id, data = taken_id(data)
        exam_id, data = taken_id(data)
        student_id, data = taken_id(data)
        seq, hashed, answered, questions, moment = _NUMBERS.unpack_from(data)
        key_id, signature = taken_id(data[_NUMBERS.size :])
        head = Head(seq=seq, hash=hashed.hex())
        return Receipt(
            attempt_id=attempt_id,
            exam_id=exam_id,
            student_id=student_id,
            head=head,
            answered=answered,
            question_count=questions,
            submitted_at=_EPOCH + timedelta(milliseconds=moment),
            key_id=key_id,
            code=receipt_code(attempt_id, head),
            signature=signature,
        )
    except (binascii.Error, struct.error, ValueError, IndexError, OverflowError) as error:
        raise IntegrityFault("the text of the receipt is damaged") from error
