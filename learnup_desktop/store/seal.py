"""AES-256-GCM around what lies on disk: answers, keys, templates. Who takes the disk away reads nothing."""

import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import IntegrityFault

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


class Sealer:
    """Seals with one key. Safe to use from several threads.

    Nonces are random: with 2^32 seals under one key the chance of a repeat stays under 2^-32 (NIST SP 800-38D, 8.3),
    which is 40 answers a second for three years.
    """

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("a sealing key has 32 bytes")
        self._key = key
        self._cipher: AESGCM | None = None

    def proof(self) -> bytes:
        """32 bytes that only this key gives and that tell nothing about it: HMAC-SHA-256 of a fixed word.

        For recognising the key at every start without loading the cipher's library, which an idle client does not need.
        """
        return hmac.new(self._key, b"learnup sealing key, version 1", hashlib.sha256).digest()

    def _aead(self) -> "AESGCM":
        if self._cipher is None:
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM

            self._cipher = AESGCM(self._key)
        return self._cipher

    def seal(self, plain: bytes, associated: bytes) -> bytes:
        """``nonce || ciphertext || tag``. ``associated`` is not stored; the same must be given to open it."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead().encrypt(nonce, plain, associated)

    def open(self, sealed: bytes, associated: bytes) -> bytes:
        """The plain bytes.

        Raises:
            IntegrityFault: another key, other associated data, or changed bytes.
        """
        from cryptography.exceptions import InvalidTag

        if len(sealed) < NONCE_BYTES + TAG_BYTES:
            raise IntegrityFault("a sealed value is cut short")
        try:
            return self._aead().decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], associated)
        except InvalidTag as error:
            raise IntegrityFault("a seal does not hold") from error
