"""The client's end of roll call by camera: starts the process, passes on what to look at, hears whom it saw.

This side imports neither Qt nor OpenCV nor NumPy and never blocks the loop.
"""

import asyncio
import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.base.own_program import own_command
from learnup_desktop.proctoring.roll_messages import (
    Begin,
    LookAtPhoto,
    Rest,
    RollCommand,
    RollFault,
    RollMessage,
    WatchCamera,
    decode_roll_message,
    encode_line,
)

_log = logging.getLogger(__name__)
STOPPED_WITHIN_SECONDS = 3.0
CRASHED = "worker_crashed"


def roll_call_command() -> list[str]:
    """How to start the process: this interpreter, or the same executable when the program is frozen."""
    return own_command("roll-call-worker")


class RollCallProcess:
    """One roll call.

    Args:
        on_message: called on the event loop with every message; not any more after ``close``.
        command: argument vector; default ``roll_call_command()``.
    """

    def __init__(self, on_message: Callable[[RollMessage], None], command: Sequence[str] | None = None) -> None:
        self._on_message = on_message
        self._command = list(command) if command is not None else roll_call_command()
        self._outgoing: queue.SimpleQueue[RollCommand | None] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._closed = False
        self._ended = asyncio.Event()

    def start(self, begin: Begin) -> None:
        """Start looking for these people. On a running loop, once."""
        self._loop = asyncio.get_running_loop()
        self._outgoing.put(begin)
        self._thread = threading.Thread(target=self._run, name="roll-call", daemon=True)
        self._thread.start()

    def photo(self, path: Path) -> None:
        """Look at a photograph."""
        self._outgoing.put(LookAtPhoto(path=str(path)))

    def camera(self, name: str) -> None:
        """Watch a camera."""
        self._outgoing.put(WatchCamera(name=name))

    def rest(self) -> None:
        """Give the camera back."""
        self._outgoing.put(Rest())

    async def close(self) -> None:
        """End the process; returns when it is gone. Doing so twice is harmless."""
        self._closed = True
        self._outgoing.put(None)
        if self._thread is not None:
            await self._ended.wait()

    # -- the thread ---------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            process = self._spawn()
        except OSError as error:
            self._tell(RollFault(key="worker_cannot_start", detail=str(error)))
        else:
            writer = threading.Thread(target=self._write, args=(process,), name="roll-call-writer", daemon=True)
            writer.start()
            self._read(process)
            self._outgoing.put(None)
            writer.join(STOPPED_WITHIN_SECONDS)
            self._reap(process)
        self._on_loop(self._ended.set)

    def _spawn(self) -> "subprocess.Popen[bytes]":
        environment = dict(os.environ) | {"PYTHONUNBUFFERED": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=flags,
        )

    def _write(self, process: "subprocess.Popen[bytes]") -> None:
        stream = process.stdin
        assert stream is not None  # piped above
        with contextlib.suppress(BrokenPipeError, OSError, ValueError):
            while (command := self._outgoing.get()) is not None:
                stream.write(encode_line(command))
                stream.flush()
        # Its end is the word to end.
        with contextlib.suppress(OSError, ValueError):
            stream.close()

    def _read(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None  # piped above
        with process.stdout as stream:
            for line in stream:
                try:
                    self._tell(decode_roll_message(line))
                except ProtocolError as error:
                    _log.warning("%s", error.detail)

    def _reap(self, process: "subprocess.Popen[bytes]") -> None:
        try:
            code = process.wait(STOPPED_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        if code and code != 1 and not self._closed:
            self._tell(RollFault(key=CRASHED, detail=f"exit {code}"))

    def _tell(self, message: RollMessage) -> None:
        self._on_loop(lambda: None if self._closed else self._on_message(message))

    def _on_loop(self, call: Callable[[], object]) -> None:
        loop = self._loop
        # A loop that is closed belongs to a client that is going away: nobody is left to tell.
        with contextlib.suppress(RuntimeError):
            if loop is not None:
                loop.call_soon_threadsafe(call)
