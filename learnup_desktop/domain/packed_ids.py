"""Ids in as few bytes as a QR code can spare: a zero byte and 16 UUID bytes, or a length byte and the id's ASCII."""

import uuid


def packed_id(identifier: str) -> bytes:
    """An id's bytes.

    Raises:
        ValueError: not a UUID, and empty, longer than 255 or not ASCII.
    """
    try:
        parsed = uuid.UUID(identifier)
    except ValueError:
        parsed = None
    if parsed is not None and str(parsed) == identifier:
        return b"\0" + parsed.bytes
    text = identifier.encode("ascii")
    if not 0 < len(text) < 256:
        raise ValueError("an id has 1 to 255 letters")
    return bytes([len(text)]) + text


def taken_id(data: bytes) -> tuple[str, bytes]:
    """The id that ``data`` begins with, and the rest.

    Raises:
        ValueError, IndexError: it begins with none.
    """
    length = data[0]
    if length == 0:
        return str(uuid.UUID(bytes=data[1:17])), data[17:]
    if len(data) <= length:
        raise ValueError("an id is cut short")
    return data[1 : length + 1].decode("ascii"), data[length + 1 :]
