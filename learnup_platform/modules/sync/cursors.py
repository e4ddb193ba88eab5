"""Cursors: where a client stands, opaque to it, and only good for the account, streams and database it was made for."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import base64url_decode, base64url_encode
from learnup_platform.http.errors import PlatformFault


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the change sequence.

    Attributes:
        sequence: changes up to here are known.
        scope: for whom, what and which database this holds (``scope_of``).
        snapshot: while a snapshot is being paged, the last entity sent as ``stream/id``; None after it.
    """

    sequence: int
    scope: str
    snapshot: str | None = None

    def encode(self) -> str:
        """As text for the wire."""
        parts: list[object] = [self.sequence, self.scope]
        if self.snapshot is not None:
            parts.append(self.snapshot)
        return base64url_encode(json.dumps(parts, separators=(",", ":")).encode())


def scope_of(epoch: str, account_id: str, streams: Iterable[Stream]) -> str:
    """What a cursor is bound to, in 16 hex digits."""
    return sha256_hex("\n".join([epoch, account_id, *sorted(streams)]).encode())[:16]


def too_old() -> PlatformFault:
    """410: the client takes a snapshot."""
    return PlatformFault(410, ErrorCode.SYNC_CURSOR_TOO_OLD)


def decode_cursor(text: str) -> Cursor:
    """The cursor that was sent.

    Raises:
        PlatformFault: 410, it is none of ours; a snapshot puts it right.
    """
    try:
        parts = json.loads(base64url_decode(text))
    except ValueError as error:
        raise too_old() from error
    if not isinstance(parts, list) or len(parts) not in (2, 3):
        raise too_old()
    sequence, scope, snapshot = parts[0], parts[1], parts[2] if len(parts) == 3 else None
    if not isinstance(sequence, int) or not isinstance(scope, str) or not isinstance(snapshot, str | None):
        raise too_old()
    return Cursor(sequence, scope, snapshot)
