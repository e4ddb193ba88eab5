"""The worker's two pipes: commands in, messages out."""

import contextlib
import logging
import queue
import threading
import time
from dataclasses import dataclass, field
from typing import BinaryIO

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.proctoring.messages import Command, Message, Stop, decode_command, encode

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Mailbox:
    """Commands from the client, read by a thread; ``closed`` is set when the client is gone."""

    commands: "queue.SimpleQueue[Command]" = field(default_factory=queue.SimpleQueue)
    closed: threading.Event = field(default_factory=threading.Event)

    def read(self, stream: BinaryIO) -> None:
        """Read until the stream ends."""
        with contextlib.suppress(OSError, ValueError):
            for line in stream:
                try:
                    self.commands.put(decode_command(line))
                except ProtocolError as error:
                    _log.warning("%s", error.detail)
        self.closed.set()
        self.commands.put(Stop())

    def pending(self) -> list[Command]:
        """All commands that wait."""
        found: list[Command] = []
        with contextlib.suppress(queue.Empty):
            while True:
                found.append(self.commands.get_nowait())
        return found


class Outbox:
    """Messages to the client. A client that went away closes the mailbox, not the process in the middle of a frame."""

    def __init__(self, stream: BinaryIO, began: float) -> None:
        self._stream = stream
        self._began = began
        self._lock = threading.Lock()
        self.broken = False

    def now_ms(self) -> int:
        """Milliseconds on the worker's clock."""
        return round((time.monotonic() - self._began) * 1000)

    def send(self, message: Message) -> None:
        """One line, at once."""
        with self._lock:
            try:
                self._stream.write(encode(message))
                self._stream.flush()
            except (BrokenPipeError, OSError, ValueError):
                self.broken = True
