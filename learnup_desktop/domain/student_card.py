"""Student cards: what their QR code holds, and what a read card means. Verifiable with no network.

The text is ``LUC1:`` and base 32 (upper case, no padding: QR codes pack it best, and a scanner that types it cannot go
wrong on a keyboard layout) of

``student | issued (4) | expires (4) | key id (8) | signature (64)``

An id is a zero byte and its 16 UUID bytes, or a length byte and its ASCII. Times are big-endian epoch seconds. The
signature is the platform's Ed25519 over everything before it, with the prefix in front, so that no other signed text
can pass as a card.
"""

import base64
import binascii
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.domain.packed_ids import packed_id, taken_id

CARD_PREFIX = "LUC1:"
_TIMES = struct.Struct(">II8s")
_SIGNATURE_BYTES = 64
MAXIMUM_LENGTH = 400


@dataclass(frozen=True, slots=True)
class Card:
    """A card as read. Whether its signature holds is ``judge_card``'s question."""

    student_id: str
    issued_at: datetime
    expires_at: datetime
    key_id: str
    signature: bytes = b""


class CardVerdict(StrEnum):
    """What a card at the reader means; each is told apart by sound and words."""

    WELCOME = "welcome"
    REPEATED = "repeated"
    EXPIRED = "expired"
    FOREIGN = "foreign"
    OTHER_CLASS = "other_class"
    UNREADABLE = "unreadable"


def signed_bytes(card: Card) -> bytes:
    """What the platform signs.

    Raises:
        ValueError: an id that cannot be packed, or a key id that is no hex of 8 bytes.
    """
    times = _TIMES.pack(
        int(card.issued_at.timestamp()), int(card.expires_at.timestamp()), bytes.fromhex(card.key_id).rjust(8, b"\0")
    )
    return CARD_PREFIX.encode() + packed_id(card.student_id) + times


def card_text(card: Card) -> str:
    """The text of a signed card's QR code, some 165 characters."""
    data = signed_bytes(card).removeprefix(CARD_PREFIX.encode()) + card.signature
    return CARD_PREFIX + base64.b32encode(data).decode().rstrip("=")


def read_card(text: str) -> Card:
    """The card of a QR code's text.

    Raises:
        IntegrityFault: this is no card.
    """
    letters = "".join(text.split()).upper()
    if not letters.startswith(CARD_PREFIX) or len(letters) > MAXIMUM_LENGTH:
        raise IntegrityFault("this is not the text of a card")
    letters = letters.removeprefix(CARD_PREFIX)
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
        student_id, rest = taken_id(data)
        issued, expires, key = _TIMES.unpack_from(rest)
        signature = rest[_TIMES.size :]
        if len(signature) != _SIGNATURE_BYTES:
            raise ValueError("not a signature")
        return Card(
            student_id, datetime.fromtimestamp(issued, UTC), datetime.fromtimestamp(expires, UTC), key.hex(), signature
        )
    except (ValueError, binascii.Error, struct.error, IndexError, OverflowError) as error:
        raise IntegrityFault("this is not the text of a card") from error


def signature_holds(card: Card, public_key: bytes) -> bool:
    """Whether the card was signed with the Ed25519 key whose raw public half is given (32 bytes)."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(card.signature, signed_bytes(card))
    except (InvalidSignature, ValueError):
        return False
    return True


def judge_card(
    text: str, public_key: bytes, now: datetime, roll: frozenset[str], seen: frozenset[str]
) -> tuple[CardVerdict, str]:
    """What a read card means, and whose it is (empty when nobody can say).

    Args:
        text: what the scanner or the camera read.
        public_key: the platform's, as pinned at sign-in.
        now: platform time.
        roll: students of the class that is being marked.
        seen: students whose card was read in this lesson already.
    """
    try:
        card = read_card(text)
    except IntegrityFault:
        return CardVerdict.UNREADABLE, ""
    if not signature_holds(card, public_key):
        return CardVerdict.FOREIGN, ""
    if now >= card.expires_at:
        return CardVerdict.EXPIRED, card.student_id
    if card.student_id not in roll:
        return CardVerdict.OTHER_CLASS, card.student_id
    return (CardVerdict.REPEATED if card.student_id in seen else CardVerdict.WELCOME), card.student_id
