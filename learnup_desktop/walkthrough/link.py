"""A line between client and platform that can be cut, to show what a dying network does."""

import asyncio
import contextlib

_CHUNK = 64 * 1024


class LoopbackLink:
    """A TCP relay on a loopback port to another loopback port.

    ``cut`` drops every connection at once and refuses new ones, like an unplugged cable; ``restore`` takes them again
    on the same port.
    """

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._server: asyncio.Server | None = None
        self._pairs: set[asyncio.Task[None]] = set()
        self.port = 0

    async def start(self) -> None:
        """Listen; ``port`` says where."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Drop everything and refuse new connections."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in tuple(self._pairs):
            task.cancel()
        await asyncio.gather(*self._pairs, return_exceptions=True)

    async def restore(self) -> None:
        """Take connections again."""
        if self._server is None:
            await self.start()

    async def close(self) -> None:
        """End for good."""
        await self.cut()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None:
            return
        self._pairs.add(task)
        try:
            await self._relay(reader, writer)
        except (OSError, asyncio.CancelledError):
            # A cut line, or an end that went away, is what this class is for; the other end learns of it by the abort.
            writer.transport.abort()
        finally:
            self._pairs.discard(task)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target_port)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_pump(reader, far_writer))
                group.create_task(_pump(far_reader, writer))
        except* OSError:
            pass  # one end went away: both are closed below
        finally:
            far_writer.transport.abort()
            with contextlib.suppress(ConnectionError):
                writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(_CHUNK):
        writer.write(data)
        await writer.drain()
    with contextlib.suppress(OSError):  # the far end is gone already
        writer.write_eof()
