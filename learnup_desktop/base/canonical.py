"""Canonical JSON and the hashes over it: the one byte form that client and platform both sign and chain.

Keys sorted by code point, no white space, UTF-8 unescaped, and only null, booleans, integers, strings, lists and
objects: floating point is refused, since its text differs between languages (the subset of RFC 8785 on which all
agree).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence


def canonical_json(value: object) -> bytes:
    """The canonical bytes.

    Raises:
        TypeError: something other than the types above, a float or a key that is no string among them.
    """
    _check(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256_hex(data: bytes) -> str:
    """Lowercase hex SHA-256."""
    return hashlib.sha256(data).hexdigest()


def _check(value: object) -> None:
    if value is None or isinstance(value, bool | int | str):
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(f"canonical JSON takes string keys, not {type(key).__name__}")
            _check(item)
        return
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        for item in value:
            _check(item)
        return
    raise TypeError(f"canonical JSON takes no {type(value).__name__}")
