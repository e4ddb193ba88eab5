"""The seal of a bought publication: one file for one account, opened in memory and in pieces, never on the disk.

::

    "LUB1" | chunk | chunk | …      each chunk: AES-256-GCM over 64 KiB of the file (the last one less), with its tag

The nonce of a chunk is its number (11 bytes, big endian) and a byte that says whether it is the last, as in the STREAM
construction (Hoang, Reyhanitabar, Rogaway and Vizár, "Online Authenticated-Encryption and its Nonce-Reuse
Misuse-Resistance", 2015), so that chunks can neither be moved, nor repeated, nor cut off. A key seals one version of
one publication for one account and nothing else: nonces never repeat under it.
"""

from collections.abc import Iterator

from learnup_desktop.base.errors import IntegrityFault

MAGIC = b"LUB1"
KEY_BYTES = 32
CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16
LARGEST_BYTES = 512 * 1024 * 1024


def seal_publication(plain: bytes, key: bytes) -> bytes:
    """The sealed file. The same arguments give the same bytes.

    Raises:
        ValueError: nothing to seal, too much, or not a key.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not 0 < len(plain) <= LARGEST_BYTES or len(key) != KEY_BYTES:
        raise ValueError("not a publication, or not a key")
    cipher, view = AESGCM(key), memoryview(plain)
    starts = range(0, len(plain), CHUNK_BYTES)
    chunks = (
        cipher.encrypt(_nonce(number, last=start == starts[-1]), view[start : start + CHUNK_BYTES], MAGIC)
        for number, start in enumerate(starts)
    )
    return b"".join([MAGIC, *chunks])


def open_publication(sealed: bytes, key: bytes) -> bytes:
    """The file.

    Raises:
        IntegrityFault: another key, or changed, moved or missing bytes.
    """
    plain = b"".join(_opened(sealed, key))
    if not plain:
        raise IntegrityFault("a sealed publication with nothing in it")
    return plain


def _opened(sealed: bytes, key: bytes) -> Iterator[bytes]:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not sealed.startswith(MAGIC) or len(key) != KEY_BYTES:
        raise IntegrityFault("not a sealed publication")
    cipher, view = AESGCM(key), memoryview(sealed)
    starts = range(len(MAGIC), len(sealed), CHUNK_BYTES + TAG_BYTES)
    try:
        for number, start in enumerate(starts):
            chunk = view[start : start + CHUNK_BYTES + TAG_BYTES]
            yield cipher.decrypt(_nonce(number, last=start == starts[-1]), chunk, MAGIC)
    except (InvalidTag, ValueError) as error:
        raise IntegrityFault("a publication's seal does not hold") from error


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
