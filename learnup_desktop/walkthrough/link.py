"""A line between client and platform that can be cut, slowed and stalled, to show what a dying network does."""

import asyncio
import contextlib

_CHUNK = 64 * 1024
_SLOW_CHUNK = 8 * 1024
"""What a slow line takes at once, so that it flows instead of coming in gulps."""


class LoopbackLink:
    """A TCP relay on a loopback port to another loopback port.

    ``cut`` drops every connection at once and refuses new ones, like an unplugged cable; ``restore`` takes them again
    on the same port. ``stall`` lets nothing through and drops nothing, like a radio that has lost its cell, until
    ``flow``.

    Args:
        target_port: where the platform listens.
        bytes_per_second: what the line carries in each direction, over all connections; None for as much as comes.

    Attributes:
        to_platform, to_client: bytes that went through.
    """

    def __init__(self, target_port: int, *, bytes_per_second: int | None = None) -> None:
        self._target_port = target_port
        self._server: asyncio.Server | None = None
        self._pairs: set[asyncio.Task[None]] = set()
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._free_at = {True: 0.0, False: 0.0}
        self.bytes_per_second = bytes_per_second
        self.to_platform = self.to_client = 0
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

    def stall(self) -> None:
        """Let nothing through; connections stay."""
        self._flowing.clear()

    def flow(self) -> None:
        """Let everything through again."""
        self._flowing.set()

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
                group.create_task(self._pump(reader, far_writer, up=True))
                group.create_task(self._pump(far_reader, writer, up=False))
        except* OSError:
            pass  # one end went away: both are closed below
        finally:
            far_writer.transport.abort()
            with contextlib.suppress(ConnectionError):
                writer.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, up: bool) -> None:
        while data := await reader.read(_SLOW_CHUNK if self.bytes_per_second else _CHUNK):
            await self._carry(len(data), up=up)
            writer.write(data)
            await writer.drain()
            if up:
                self.to_platform += len(data)
            else:
                self.to_client += len(data)
        with contextlib.suppress(OSError):  # the far end is gone already
            writer.write_eof()

    async def _carry(self, size: int, *, up: bool) -> None:
        """Wait until the line has room for ``size`` more bytes in this direction."""
        await self._flowing.wait()
        if self.bytes_per_second:
            now = asyncio.get_running_loop().time()
            self._free_at[up] = max(now, self._free_at[up]) + size / self.bytes_per_second
            await asyncio.sleep(self._free_at[up] - now)
            await self._flowing.wait()
