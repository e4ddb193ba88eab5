"""The client's end of roll call by camera: starts the process, passes on what to look at, hears whom it saw.

This side imports neither Qt nor OpenCV nor NumPy and never blocks the loop.
"""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.base.line_process import LineProcess
from learnup_desktop.base.own_program import own_command
from learnup_desktop.proctoring.roll_messages import (
    Begin,
    LookAtPhoto,
    ReadCards,
    Rest,
    RollFault,
    RollMessage,
    WatchCamera,
    decode_roll_message,
    encode_line,
)

_log = logging.getLogger(__name__)
CRASHED = "worker_crashed"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def roll_call_command() -> list[str]:
    """How to start the process."""
    return own_command("roll-call-worker")


class RollCallProcess:
    """One roll call.

    Args:
        on_message: called on the event loop with every message; not any more after ``close``.
        command: argument vector; default ``roll_call_command()``.
    """

    def __init__(self, on_message: Callable[[RollMessage], None], command: Sequence[str] | None = None) -> None:
        self._on_message = on_message
        self._process = LineProcess(
            command if command is not None else roll_call_command(), self._heard, self._ended, ONE_THREAD
        )

    def start(self, begin: Begin) -> None:
        """Start looking for these people. On a running loop, once."""
        self._process.send(encode_line(begin))
        self._process.start()

    def photo(self, path: Path) -> None:
        """Look at a photograph."""
        self._process.send(encode_line(LookAtPhoto(path=str(path))))

    def camera(self, name: str) -> None:
        """Watch a camera."""
        self._process.send(encode_line(WatchCamera(name=name)))

    def cards(self, name: str) -> None:
        """Read cards held to a camera."""
        self._process.send(encode_line(ReadCards(name=name)))

    def rest(self) -> None:
        """Give the camera back."""
        self._process.send(encode_line(Rest()))

    def stop(self) -> None:
        """Let the process end, and with it the camera go dark, without waiting: also when nobody can wait any more."""
        self._process.stop()

    async def close(self) -> None:
        """End the process; returns when it is gone. Doing so twice is harmless."""
        await self._process.close()

    def _heard(self, line: bytes) -> None:
        try:
            message = decode_roll_message(line)
        except ProtocolError as error:
            _log.warning("%s", error.detail)
        else:
            self._on_message(message)

    def _ended(self, how: int | OSError) -> None:
        if isinstance(how, OSError):
            self._on_message(RollFault(key="worker_cannot_start", detail=str(how)))
        elif how and how != 1:
            self._on_message(RollFault(key=CRASHED, detail=f"exit {how}"))
