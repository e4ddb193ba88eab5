"""A recording with captions: Matroska with a quiet tone and one caption, written by hand from its specification.

Elements are an identifier, a length and a content (RFC 8794); those used here are those of RFC 9559.
"""

import struct

RATE = 8000


def _element(identifier: str, *content: bytes) -> bytes:
    body = b"".join(content)
    return bytes.fromhex(identifier) + struct.pack(">Q", len(body) | 1 << 56) + body


def _number(identifier: str, value: int) -> bytes:
    return _element(identifier, value.to_bytes(4, "big"))


def _words(identifier: str, text: str) -> bytes:
    return _element(identifier, text.encode())


def _block(track: int, milliseconds: int, data: bytes, flags: int = 0) -> bytes:
    return struct.pack(">BhB", 0x80 | track, milliseconds, flags) + data


def captioned(words: str, *, seconds: int = 6, shown: tuple[int, int] = (200, 5000), language: str = "sin") -> bytes:
    """The file.

    Args:
        words: the one caption.
        seconds: how long the recording is.
        shown: when the caption appears, and for how long, milliseconds.
        language: of the captions, ISO 639-2.
    """
    head = _element(
        "1A45DFA3", _number("4286", 1), _number("42F7", 1), _number("42F2", 4), _number("42F3", 8),
        _words("4282", "matroska"), _number("4287", 4), _number("4285", 2),
    )  # fmt: skip
    about = _element(
        "1549A966", _number("2AD7B1", 1_000_000), _element("4489", struct.pack(">d", seconds * 1000.0)),
        _words("4D80", "test"), _words("5741", "test"),
    )  # fmt: skip
    sound = _element(
        "AE", _number("D7", 1), _number("73C5", 1), _number("83", 2), _words("86", "A_PCM/INT/LIT"),
        _element("E1", _element("B5", struct.pack(">d", float(RATE))), _number("9F", 1), _number("6264", 16)),
    )  # fmt: skip
    captions = _element(
        "AE", _number("D7", 2), _number("73C5", 2), _number("83", 0x11), _words("86", "S_TEXT/UTF8"),
        _words("22B59C", language),
    )  # fmt: skip
    tenth = struct.pack("<h", 200) * (RATE // 10)
    blocks = [(number * 100, _element("A3", _block(1, number * 100, tenth, 0x80))) for number in range(seconds * 10)]
    begins, lasts = shown
    text = _element("A0", _element("A1", _block(2, begins, words.encode())), _number("9B", lasts))
    blocks.append((begins, text))
    cluster = _element("1F43B675", _number("E7", 0), *(data for _, data in sorted(blocks, key=lambda each: each[0])))
    return head + _element("18538067", about, _element("1654AE6B", sound, captions), cluster)
