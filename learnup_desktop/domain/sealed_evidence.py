"""The sealed evidence picture: one file form that the worker writes and the platform opens for who may see it.

A sealed file is ``LUEV1\\n``, the header's length (4 bytes, big endian), the header (canonical JSON: event, kind,
time), a 12-byte nonce and AES-256-GCM ciphertext with tag; the header is associated data, so neither part can be moved
to another event. What goes into the attempt's hash chain is the SHA-256 of the whole file. The key is the attempt's own
(``AttemptStarted.evidence_key``).
"""

import json
import os

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault

MAGIC = b"LUEV1\n"
_NONCE = 12
_TAG = 16


def seal_evidence(jpeg: bytes, header: dict[str, object], key: bytes) -> bytes:
    """The sealed file of a picture.

    Args:
        jpeg: the picture.
        header: integers and strings only; it is readable without the key.
        key: 32 bytes.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head = canonical_json(header)
    nonce = os.urandom(_NONCE)
    return MAGIC + len(head).to_bytes(4, "big") + head + nonce + AESGCM(key).encrypt(nonce, jpeg, head)


def open_evidence(sealed: bytes, key: bytes) -> tuple[dict[str, object], bytes]:
    """Header and picture of a sealed file.

    Raises:
        IntegrityFault: not a sealed file, changed, or another key.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    start = len(MAGIC) + 4
    if not sealed.startswith(MAGIC) or len(sealed) < start + _NONCE + _TAG:
        raise IntegrityFault("not a sealed picture")
    length = int.from_bytes(sealed[len(MAGIC) : start], "big")
    head, rest = sealed[start : start + length], sealed[start + length :]
    if len(rest) < _NONCE + _TAG:
        raise IntegrityFault("not a sealed picture")
    try:
        jpeg = AESGCM(key).decrypt(rest[:_NONCE], rest[_NONCE:], head)
        header = json.loads(head)
    except (InvalidTag, ValueError) as error:
        raise IntegrityFault("a sealed picture does not open") from error
    return header, jpeg
