"""A platform's shelf of study material behind a scripted wire, which can lie, cut and dawdle."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import httpx

from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.wire import LocalizedText
from tests.unit.api.wire import NOW, fault


def material(key: str, data: bytes, **changes: object) -> Material:
    named = Material(
        id=key,
        class_id="class",
        title=LocalizedText(en=key),
        kind="notes",
        media_type="application/pdf",
        size_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        published_at=NOW,
    )
    return named.model_copy(update=changes)


@dataclass
class Shelf:
    """Serves materials in ranges, as the contract says, unless it is told to lie.

    Attributes:
        cuts: after how many bytes the line breaks, by request.
        asked: (material, first byte asked for, If-Range) by request.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    cuts: list[int | None] = field(default_factory=list)
    asked: list[tuple[str, int, str | None]] = field(default_factory=list)
    answer: Callable[[str], httpx.Response | None] = lambda key: None
    gate: asyncio.Event | None = None
    at_once: int = 0
    most_at_once: int = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        key = request.url.path.split("/")[-2]
        wanted = request.headers.get("range")
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        self.asked.append((key, start, request.headers.get("if-range")))
        scripted_answer = self.answer(key)
        if scripted_answer is not None:
            return scripted_answer
        content = self.files[key]
        tag = self.tags.get(key, f'"{hashlib.sha256(content).hexdigest()}"')
        if request.headers.get("if-range", tag) != tag:
            start = 0
        if start and start >= len(content):
            return fault(416, "bad_request")
        headers = {"ETag": tag, "Content-Length": str(len(content) - start)}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        cut = self.cuts.pop(0) if self.cuts else None
        return httpx.Response(206 if start else 200, stream=_Pieces(self, content[start:], cut), headers=headers)


class _Pieces(httpx.AsyncByteStream):
    def __init__(self, shelf: Shelf, data: bytes, cut: int | None) -> None:
        self._shelf, self._data, self._cut = shelf, data, cut

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._shelf.at_once += 1
        self._shelf.most_at_once = max(self._shelf.most_at_once, self._shelf.at_once)
        try:
            for start in range(0, len(self._data), 50_000):
                if self._cut is not None and start >= self._cut:
                    raise httpx.ReadError("cut")
                yield self._data[start : start + 50_000]
                if self._shelf.gate is not None:
                    await self._shelf.gate.wait()
        finally:
            self._shelf.at_once -= 1
