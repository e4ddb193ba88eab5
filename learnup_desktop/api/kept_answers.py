"""Answers that the platform may confirm instead of sending again: ``ETag`` and ``If-None-Match`` (RFC 9110, 13.1.2).

In memory, for one transport, and only small answers: what is worth keeping on the disk is the cache's business.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

LARGEST_BODY = 64 * 1024
MOST_BYTES = 2 * 1024 * 1024
Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """A whole answer and what identifies it."""

    tag: str
    headers: Mapping[str, str]
    body: bytes


class KeptAnswers:
    """The answers last read, the longest unread forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, KeptAnswer] = OrderedDict()
        self._size = 0

    @staticmethod
    def key(path: str, params: Mapping[str, str] | None) -> Key:
        """What a question is known by."""
        return path, tuple(sorted((params or {}).items()))

    def get(self, key: Key) -> KeptAnswer | None:
        """What was answered last, None when it is not kept."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    def put(self, key: Key, headers: Mapping[str, str], body: bytes) -> None:
        """Keep an answer that has a tag and may be kept."""
        self.drop(key)
        tag = headers.get("etag", "")
        if not tag or len(body) > LARGEST_BODY or "no-store" in headers.get("cache-control", ""):
            return
        self._kept[key] = KeptAnswer(tag, headers, body)
        self._size += len(body)
        while self._size > MOST_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._size -= len(oldest.body)

    def drop(self, key: Key) -> None:
        """Forget an answer."""
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._size -= len(kept.body)
