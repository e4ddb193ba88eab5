"""The emergency file: what is left when nothing else works, on a stick, readable by the platform alone.

::

    "LUE1" | header length (4 bytes, big endian) | header (canonical JSON) | nonce (12 bytes) | AES-256-GCM ciphertext

Sealed is the journal's file (``domain/proof.py``) of one attempt. The key comes from an X25519 agreement between a key
made for this one file, whose public half is in the header, and the platform's, through HKDF-SHA-256 with the header as
its context; so neither the student nor who finds the stick can read or change it, and nothing secret is needed to make
one. The platform takes each entry once, however often and by whomever the file is brought.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import JournalEntry
from learnup_desktop.contract.wire import base64url_decode, base64url_encode
from learnup_desktop.domain.proof import JournalFile, read_journal, write_journal

MAGIC = b"LUE1"
FORMAT = "learnup-emergency/1"
MAXIMUM_HEADER_BYTES = 4096
NONCE_BYTES, TAG_BYTES = 12, 16


@dataclass(frozen=True, slots=True)
class EmergencyHeader:
    """What anybody may read of an emergency file."""

    attempt_id: str
    device_id: str
    ephemeral: bytes


def seal_emergency(
    attempt_id: str, device_id: str, entries: Sequence[JournalEntry], platform_key: bytes, nonce: bytes
) -> bytes:
    """The file.

    Args:
        platform_key: the platform's raw X25519 public key.
        nonce: 12 random bytes.

    Raises:
        ValueError: not such a key or nonce.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(nonce) != NONCE_BYTES:
        raise ValueError(f"a nonce has {NONCE_BYTES} bytes")
    mine = X25519PrivateKey.generate()
    public = mine.public_key().public_bytes_raw()
    header = canonical_json(
        {"format": FORMAT, "attemptId": attempt_id, "deviceId": device_id, "ephemeral": base64url_encode(public)}
    )
    key = _derived(mine.exchange(X25519PublicKey.from_public_bytes(platform_key)), header)
    sealed = AESGCM(key).encrypt(nonce, write_journal(attempt_id, entries), header)
    return MAGIC + len(header).to_bytes(4, "big") + header + nonce + sealed


def read_emergency_header(data: bytes) -> EmergencyHeader:
    """Whose file it is; not proven until it is opened.

    Raises:
        IntegrityFault: this is no emergency file.
    """
    return _split(data)[0]


def open_emergency(data: bytes, private_key: bytes) -> tuple[EmergencyHeader, JournalFile]:
    """The journal inside.

    Args:
        private_key: the platform's raw X25519 private key.

    Raises:
        IntegrityFault: no emergency file, another platform's, or changed.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    header, raw, nonce, sealed = _split(data)
    try:
        shared = X25519PrivateKey.from_private_bytes(private_key).exchange(
            X25519PublicKey.from_public_bytes(header.ephemeral)
        )
        plain = AESGCM(_derived(shared, raw)).decrypt(nonce, sealed, raw)
    except (InvalidTag, ValueError) as error:
        raise IntegrityFault("the emergency file was changed, or is for another school") from error
    journal = read_journal(plain)
    if journal.attempt_id != header.attempt_id:
        raise IntegrityFault("the emergency file is of another attempt")
    return header, journal


def _split(data: bytes) -> tuple[EmergencyHeader, bytes, bytes, bytes]:
    length = int.from_bytes(data[4:8], "big")
    body = 8 + length
    if not data.startswith(MAGIC) or length > MAXIMUM_HEADER_BYTES or len(data) < body + NONCE_BYTES + TAG_BYTES:
        raise IntegrityFault("this is no emergency file")
    raw = data[8:body]
    try:
        document = json.loads(raw)
        if document["format"] != FORMAT:
            raise ValueError("another format")
        header = EmergencyHeader(
            str(document["attemptId"]), str(document["deviceId"]), base64url_decode(str(document["ephemeral"]))
        )
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityFault("this is no emergency file") from error
    return header, raw, data[body : body + NONCE_BYTES], data[body + NONCE_BYTES :]


def _derived(shared: bytes, header: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"learnup-emergency:" + header).derive(shared)
