"""Drives a real meeting process against the stand-in, for tests, bench and pictures."""

import asyncio
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from learnup_desktop.meeting.messages import (
    Devices,
    Join,
    Look,
    MaterialTitle,
    Presence,
    Pupil,
    Report,
    State,
    Ticket,
    Told,
)
from learnup_desktop.meeting.process import MeetingProcess
from tests.meeting_standin import MeetingStandIn

FLAGS = "--disable-gpu --use-fake-device-for-media-stream"
PATIENCE_SECONDS = 40.0
TOKEN = "eyJhbGciOiJIUzI1NiJ9.secret-of-the-test.signature"  # no token of anybody


def ticket(domain: str, room: str, *, moderator: bool = False, seconds: float = 3600.0, token: str = TOKEN) -> Ticket:
    """A ticket for the stand-in."""
    return Ticket(
        domain=domain,
        room=room,
        token=SecretStr(token),
        expires_at=datetime.now(UTC) + timedelta(seconds=seconds),
        moderator=moderator,
    )


def joining(domain: str, room: str, *, moderator: bool = False, look: Look | None = None, **more: Any) -> Join:
    """What to join, as the client would say it."""
    return Join(
        ticket=more.pop("ticket", None) or ticket(domain, room, moderator=moderator),
        name="Nimali Jayasuriya",
        title="Physics · Grade 12",
        devices=more.pop("devices", Devices(audio_on=False, video_on=True)),
        look=look or Look(),
        roll=(Pupil(id="1", name="Kavindu Perera"), Pupil(id="2", name="Amaya Bandara")),
        materials=(MaterialTitle(id="m1", title="Electromagnetic induction", detail="PDF · 1.2 MB"),),
        **more,
    )


class MeetingDriver:
    """One meeting; an async context.

    Args:
        standin: the server.
        trusting: whether the process knows the server's authority.

    Attributes:
        reports: everything the process has said.
    """

    def __init__(self, standin: MeetingStandIn, *, trusting: bool = True) -> None:
        self._standin = standin
        self._authority = str(standin.authority.pem) if trusting else ""
        self._news = asyncio.Event()
        self._lines: asyncio.Future[tuple[asyncio.StreamReader, asyncio.StreamWriter]] | None = None
        self.reports: list[Report] = []
        self.process: MeetingProcess

    async def __aenter__(self) -> "MeetingDriver":
        self._lines = asyncio.get_running_loop().create_future()
        self._server = await asyncio.start_server(self._met, "127.0.0.1", 0, limit=1 << 22)
        port = self._server.sockets[0].getsockname()[1]
        self._command = [sys.executable, "-m", "tests.meeting_child", self._authority, str(port)]
        self.process = self.made(self._heard)
        return self

    def made(self, on_report: Callable[[Report], object]) -> MeetingProcess:
        """A process of this driver's for who starts it elsewhere: what the window knows can be asked all the same."""
        return MeetingProcess(on_report, self._command)

    async def __aexit__(self, *_: object) -> None:
        await self.process.close()
        self._server.close()
        if self._lines is not None and self._lines.done() and not self._lines.cancelled():
            self._lines.result()[1].close()
        await self._server.wait_closed()

    def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._lines is not None and not self._lines.done():
            self._lines.set_result((reader, writer))

    def _heard(self, report: Report) -> None:
        self.reports.append(report)
        self._news.set()

    def join(self, room: str, **more: Any) -> None:
        """Start and join a room."""
        self.process.start(joining(self._standin.domain, room, **more))

    @property
    def told(self) -> Told:
        """How the meeting stands."""
        return next((report for report in reversed(self.reports) if isinstance(report, Told)), Told(state="connecting"))

    @property
    def presences(self) -> list[bool]:
        """Came and went."""
        return [report.joined for report in self.reports if isinstance(report, Presence)]

    async def until(self, wanted: Callable[[], Any]) -> Any:
        """Until something holds; looked at at every report and ten times a second."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not (found := wanted()):
                self._news.clear()
                try:
                    await asyncio.wait_for(self._news.wait(), 0.1)
                except TimeoutError:
                    continue
            return found

    async def until_state(self, *states: State) -> Told:
        """Until the meeting is in one of these states."""
        await self.until(lambda: self.told.state in states)
        return self.told

    async def ask(self, question: str, **arguments: Any) -> Any:
        """Ask the window; see ``tests/meeting_child.py``."""
        assert self._lines is not None
        reader, writer = await asyncio.wait_for(asyncio.shield(self._lines), PATIENCE_SECONDS)
        writer.write(json.dumps({"do": question, **arguments}).encode() + b"\n")
        await writer.drain()
        line = await asyncio.wait_for(reader.readline(), PATIENCE_SECONDS)
        assert line, "the meeting process ended"
        return json.loads(line)

    async def until_window(self, wanted: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """Until the window knows something."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not wanted(state := await self.ask("state")):  # noqa: ASYNC110 - it is another process's state
                await asyncio.sleep(0.1)
            found: dict[str, Any] = state
            return found

    async def picture(self, path: Path, what: str = "window") -> None:
        """Save a picture of the window or of a bar."""
        await self.ask("picture", path=str(path), what=what)
