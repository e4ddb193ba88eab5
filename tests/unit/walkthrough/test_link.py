"""The relay carries bytes both ways, drops them when cut, and comes back on the same port."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from learnup_desktop.walkthrough.link import LoopbackLink


@pytest.fixture
async def echo_port() -> AsyncIterator[int]:
    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(1024):
            writer.write(data)
        writer.close()

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()


async def test_it_carries_cuts_and_comes_back(echo_port: int) -> None:
    link = LoopbackLink(echo_port)
    await link.start()
    port = link.port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"before")
    assert await reader.readexactly(6) == b"before"

    await link.cut()
    with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
        await reader.readexactly(1)
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)
    writer.close()

    await link.restore()
    assert link.port == port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"after")
    assert await reader.readexactly(5) == b"after"
    writer.close()
    await link.close()


async def test_a_dead_target_closes_the_near_end() -> None:
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    dead_port = server.sockets[0].getsockname()[1]
    server.close()
    link = LoopbackLink(dead_port)
    await link.start()
    reader, writer = await asyncio.open_connection("127.0.0.1", link.port)
    with contextlib.suppress(ConnectionError):  # a reset says the same
        assert await asyncio.wait_for(reader.read(1), 5) == b""
    writer.close()
    await link.close()
