"""The client's end of a live class: starts the meeting's process, tells it what to do, hears how it stands.

This side imports no Qt and never blocks the loop.
"""

import asyncio
from collections.abc import Callable, Sequence

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.base.line_process import LineProcess
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.own_program import own_command
from learnup_desktop.meeting.messages import Gone, Join, Line, Report, decode_report, encode_line

_log = get_logger(__name__)


def meeting_command() -> list[str]:
    """How to start the process."""
    return own_command("meeting-window")


class MeetingProcess:
    """One meeting.

    Args:
        on_report: called on the event loop with every report, the last of which is :class:`Gone`; nothing after
            ``close``.
        command: argument vector; default :func:`meeting_command`.
    """

    def __init__(self, on_report: Callable[[Report], object], command: Sequence[str] | None = None) -> None:
        self._on_report = on_report
        self._process = LineProcess(command if command is not None else meeting_command(), self._heard, self._ended)
        self._over = asyncio.Event()

    def start(self, join: Join) -> None:
        """Open the meeting's window. On a running loop, once."""
        self.send(join)
        self._process.start()

    def send(self, order: Line) -> None:
        """Pass on an order."""
        self._process.send(encode_line(order))

    async def over(self) -> None:
        """Until the process has ended by itself."""
        await self._over.wait()

    async def close(self) -> None:
        """Leave, if that was not done, and end the process; returns when it is gone. Doing so twice is harmless."""
        await self._process.close()
        self._over.set()

    def _heard(self, line: bytes) -> None:
        try:
            report = decode_report(line)
        except ProtocolError as error:
            _log.warning("meeting process: %s", error.detail)
        else:
            self._on_report(report)

    def _ended(self, how: int | OSError) -> None:
        if how != 0:
            _log.warning("the meeting process ended: %s", how)
        self._over.set()
        self._on_report(Gone(crashed=how != 0))
