"""What the platform keeps sealed on its own disk: content keys of papers, face templates and photographs.

AES-256-GCM under the platform's sealing key. The associated data names what is sealed and whose it is, so that a
sealed value cannot be passed off as another's.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from learnup_desktop.base.errors import IntegrityFault

NONCE_BYTES = 12


def seal(key: bytes, plain: bytes, purpose: str) -> bytes:
    """``plain`` sealed for ``purpose`` (what it is and whose): a random 12-byte nonce, then the ciphertext."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, purpose.encode())


def unseal(key: bytes, sealed: bytes, purpose: str) -> bytes:
    """What was sealed for ``purpose``.

    Raises:
        IntegrityFault: changed, sealed for something else, or under another key.
    """
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise IntegrityFault(f"the seal of {purpose.split(':')[0]} does not hold") from error
