"""The unlock code: a paper's content key as people can read it out, for a hall without a network.

``XXXX-XXXX-…``: the 32 bytes as 52 Crockford base-32 characters, and four more that check them and name the exam, so
that a slip of the tongue, or the code of another exam, is found before it is tried. The QR form is ``LUK1:`` and the
same without hyphens. The code is the key: who has it can open the paper, so it leaves the invigilator's hands only at
the start.
"""

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.domain.sealed_paper import KEY_BYTES

QR_PREFIX = "LUK1:"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_KEY_CHARACTERS, _CHECK_CHARACTERS, _GROUP = 52, 4, 4


def unlock_code(exam_id: str, content_key: bytes) -> str:
    """The code of a paper, in groups of four.

    Raises:
        ValueError: not a content key.
    """
    if len(content_key) != KEY_BYTES:
        raise ValueError(f"a content key has {KEY_BYTES} bytes")
    plain = _letters(int.from_bytes(content_key, "big"), _KEY_CHARACTERS) + _check(exam_id, content_key)
    return "-".join(plain[start : start + _GROUP] for start in range(0, len(plain), _GROUP))


def unlock_qr(exam_id: str, content_key: bytes) -> str:
    """What the QR code says."""
    return QR_PREFIX + unlock_code(exam_id, content_key).replace("-", "")


def read_unlock_code(exam_id: str, typed: str) -> bytes:
    """The content key of a code as it was typed or scanned: any case and spacing, O for 0, I and L for 1.

    Raises:
        ValueError: it is no code, or not of this exam.
    """
    plain = "".join(typed.upper().removeprefix(QR_PREFIX).replace("-", "").split())
    plain = plain.translate(str.maketrans("OIL", "011"))
    if len(plain) != _KEY_CHARACTERS + _CHECK_CHARACTERS or not set(plain) <= set(_CROCKFORD):
        raise ValueError("not an unlock code")
    number = 0
    for character in plain[:_KEY_CHARACTERS]:
        number = number << 5 | _CROCKFORD.index(character)
    if number >> 8 * KEY_BYTES:
        raise ValueError("not an unlock code")
    key = number.to_bytes(KEY_BYTES, "big")
    if plain[_KEY_CHARACTERS:] != _check(exam_id, key):
        raise ValueError("a mistake in the code, or the code of another exam")
    return key


def code_of_qr(exam_id: str, text: str) -> str:
    """The unlock code that a QR code says, as it would be typed; only if it is this exam's.

    Raises:
        ValueError: a code of something else altogether.
        LookupError: an unlock code, but of another exam: what a QR code says has its own error correction.
    """
    if not text.startswith(QR_PREFIX):
        raise ValueError("no unlock code")
    plain = text.removeprefix(QR_PREFIX)
    try:
        key = read_unlock_code(exam_id, plain)
    except ValueError as error:
        if len(plain) != _KEY_CHARACTERS + _CHECK_CHARACTERS or not set(plain) <= set(_CROCKFORD):
            raise
        raise LookupError("the unlock code of another exam") from error
    return unlock_code(exam_id, key)


def _letters(number: int, count: int) -> str:
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(5 * (count - 1), -1, -5))


def _check(exam_id: str, key: bytes) -> str:
    digest = sha256_hex(b"learnup-unlock:" + exam_id.encode() + b":" + key)
    return _letters(int(digest[:5], 16), _CHECK_CHARACTERS)
