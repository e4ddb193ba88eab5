"""UUIDv7 (RFC 9562, 5.7), because ids should sort by creation and Python has them only since 3.14."""

import os
import time
import uuid


def uuid7() -> str:
    """A new UUIDv7 in canonical text: 48 bits of Unix milliseconds, then 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76
    value |= (random >> 62 & 0xFFF) << 64
    value |= 0b10 << 62
    value |= random & (1 << 62) - 1
    return str(uuid.UUID(int=value))
