"""The two fake wires: scripted answers in process, and a loopback server that says exactly the bytes it is told."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import httpx

from learnup_desktop.api.connection import Limits
from learnup_desktop.api.tokens import TokenKeeper
from learnup_desktop.api.transport import Transport
from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.tokens import Tokens

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
QUICK = Limits(connect=1.0, read=0.4, write=0.4, tries=3, first_pause=0.001, longest_pause=0.01)
URL = "http://127.0.0.1:5000"


def fault(status: int, code: str, *, headers: dict[str, str] | None = None, **details: object) -> httpx.Response:
    """An error answer of the contract."""
    body = {"statusCode": status, "error": "E", "code": code, "message": "words", "details": details}
    return httpx.Response(status, json=body, headers=headers)


class Script:
    """A wire that answers from a list and remembers what was asked. A callable or an exception may stand in it."""

    def __init__(self, *answers: "httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]") -> None:
        self._answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, httpx.Response) else answer(request)


@asynccontextmanager
async def scripted(
    script: Callable[[httpx.Request], httpx.Response] | Callable[[httpx.Request], Coroutine[Any, Any, httpx.Response]],
    tokens: Tokens | None = None,
    clock: ManualClock | None = None,
) -> AsyncIterator[Transport]:
    """A transport over a script; signed in with tokens that do not end, unless others are given."""
    keeper = TokenKeeper(tokens or Tokens("access-1", "refresh-1"))
    transport = Transport(URL, clock or ManualClock(NOW), keeper, limits=QUICK, wire=httpx.MockTransport(script))
    try:
        yield transport
    finally:
        await transport.close()


@asynccontextmanager
async def raw_server(*pieces: bytes, stall: float = 0.0, close: bool = True) -> AsyncIterator[str]:
    """A server that reads a request and sends ``pieces``, waiting ``stall`` seconds after each; gives its address."""
    connections: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        try:
            await reader.readuntil(b"\r\n\r\n")
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(stall)
            if not close:
                await asyncio.sleep(60)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            writer.close()
            connections.discard(task)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in tuple(connections):
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)


def response_bytes(body: object, *, status: str = "200 OK", length: int | None = None, headers: str = "") -> bytes:
    """A JSON answer as it goes over the line; ``length`` lies about its size."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    size = len(data) if length is None else length
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {size}\r\n{headers}\r\n"
    return head.encode() + data
