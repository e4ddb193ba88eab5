"""A child process that is spoken to in lines: commands on its stdin, messages on its stdout; stdin's end ends it.

Threads, not asyncio's subprocesses: those need a loop that watches children, which Qt's on Windows is not. Nothing here
blocks the loop.
"""

import asyncio
import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence

STOPPED_WITHIN_SECONDS = 3.0


class LineProcess:
    """One child.

    Args:
        command: argument vector.
        on_line: called on the event loop with every line of its stdout; not any more after ``close``.
        on_end: called on the event loop when it has ended, with its exit code, or the error that kept it from starting;
            not any more after ``close``.
        environment: added to this process's.
    """

    def __init__(
        self,
        command: Sequence[str],
        on_line: Callable[[bytes], object],
        on_end: Callable[[int | OSError], object],
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._command = list(command)
        self._on_line = on_line
        self._on_end = on_end
        self._environment = dict(os.environ) | {"PYTHONUNBUFFERED": "1"} | dict(environment or {})
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False
        self._ended = asyncio.Event()

    def start(self) -> None:
        """Start it. On a running loop, once."""
        self._loop = asyncio.get_running_loop()
        threading.Thread(target=self._run, name="line-process", daemon=True).start()

    def send(self, line: bytes) -> None:
        """Pass on a line, its end included."""
        self._outgoing.put(line)

    def stop(self) -> None:
        """Have it end, and hear no more of it, without waiting."""
        self._closed = True
        self._outgoing.put(None)

    async def close(self) -> None:
        """End it; returns when it is gone. Doing so twice is harmless."""
        self.stop()
        if self._loop is not None:
            await self._ended.wait()

    # -- the threads --------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            process = self._spawn()
        except OSError as error:
            self._tell(self._on_end, error)
        else:
            writer = threading.Thread(target=self._write, args=(process,), name="line-process-writer", daemon=True)
            writer.start()
            assert process.stdout is not None  # piped
            with process.stdout as stream:
                for line in stream:
                    self._tell(self._on_line, line)
            self._outgoing.put(None)
            writer.join(STOPPED_WITHIN_SECONDS)
            self._tell(self._on_end, self._reap(process))
        self._on_loop(self._ended.set)

    def _spawn(self) -> "subprocess.Popen[bytes]":
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environment,
            creationflags=flags,
        )

    def _write(self, process: "subprocess.Popen[bytes]") -> None:
        stream = process.stdin
        assert stream is not None  # piped
        with contextlib.suppress(BrokenPipeError, OSError, ValueError):
            while (line := self._outgoing.get()) is not None:
                stream.write(line)
                stream.flush()
        # Its end is the word to end.
        with contextlib.suppress(OSError, ValueError):
            stream.close()
        # What hangs does not hear it.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOPPED_WITHIN_SECONDS)
            return
        process.kill()

    def _reap(self, process: "subprocess.Popen[bytes]") -> int:
        try:
            return process.wait(STOPPED_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def _tell(self, call: "Callable[[bytes], object] | Callable[[int | OSError], object]", value: object) -> None:
        self._on_loop(lambda: None if self._closed else call(value))  # type: ignore[arg-type]  # each with its own kind

    def _on_loop(self, call: Callable[[], object]) -> None:
        # A loop that is closed belongs to a client that is going away: nobody is left to tell.
        with contextlib.suppress(RuntimeError):
            if self._loop is not None:
                self._loop.call_soon_threadsafe(call)
