"""A school's platform and one student's computer whose time can be moved, and a line between them that can be cut.

Both clocks run in real time from an offset: ``pass_time`` lets half an hour go by for both at once, while timers of the
programs themselves (retries, heartbeats) keep their real pace.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

import httpx

from learnup_desktop.contract import routes
from learnup_desktop.features.exams.service import ExamsService
from learnup_desktop.walkthrough.link import LoopbackLink
from tests.integration.client_side import ClientSide, signed_in
from tests.integration.exam_side import exams_service
from tests.platform_fixture import TEST_ENVIRONMENT, RunningPlatform, platform_in_a_thread


@dataclass
class MovedClock:
    """Real time, moved: the platform's, or the PC's with its own idea of the wall clock."""

    passed: float = 0.0
    wall: timedelta = field(default_factory=timedelta)

    def utc_now(self) -> datetime:
        """Now, as this computer's wall clock shows it."""
        return datetime.now(UTC) + timedelta(seconds=self.passed) + self.wall

    def monotonic(self) -> float:
        """Seconds that only grow."""
        return time.monotonic() + self.passed


@dataclass
class Hall:
    """The school's side.

    Attributes:
        url: the platform.
        clock: its time.
        pc: the student's computer's time.
    """

    url: str
    clock: MovedClock
    pc: MovedClock

    def pass_time(self, seconds: float) -> None:
        """Let time go by for everybody."""
        self.clock.passed += seconds
        self.pc.passed += seconds

    @cached_property
    def teacher(self) -> httpx.Client:
        """A plain HTTP client of the teacher."""
        client = httpx.Client(base_url=self.url, timeout=30)
        pair = RunningPlatform(Path(), url=self.url).sign_in("kamala", "hall-teacher")
        client.headers["Authorization"] = f"Bearer {pair['accessToken']}"
        return client

    def record(self, attempt_id: str) -> dict[str, object]:
        """The platform's record of an attempt: answers by question id, and what else a bench asks for."""
        record = self.teacher.get(routes.ATTEMPT.format(id=attempt_id)).raise_for_status().json()
        answers = {item["questionId"]: item["answer"] for item in record["answers"]}
        return {"answers": answers, "head": record["head"], "receipt": record["receipt"], "late": record["late"]}


@contextmanager
def hall(folder: Path) -> Iterator[Hall]:
    """A platform in a thread, with the demo school of now in it."""
    os.environ |= TEST_ENVIRONMENT
    clock = MovedClock()
    (folder / "platform").mkdir(parents=True)
    with platform_in_a_thread(folder / "platform", clock) as url:
        school = Hall(url, clock, MovedClock())
        try:
            yield school
        finally:
            school.teacher.close()


@dataclass
class Seat:
    """A student's computer in the hall, without a window."""

    side: ClientSide
    service: ExamsService
    link: LoopbackLink


@asynccontextmanager
async def seat(school: Hall, folder: Path, username: str) -> AsyncIterator[Seat]:
    """Signed in over a line that can be cut, everything started."""
    async with AsyncExitStack() as stack:
        link = LoopbackLink(int(school.url.rsplit(":", 1)[1]))
        await link.start()
        stack.push_async_callback(link.close)
        url = f"http://127.0.0.1:{link.port}"
        side = await stack.enter_async_context(signed_in(url, folder, username, f"pc-{username}", school.pc))
        side.sync.start()
        await side.sync.engine.pull()
        service = exams_service(side)
        stack.push_async_callback(service.leave_sitting)
        yield Seat(side, service, link)


async def within(condition: "object", seconds: float) -> float | None:
    """Seconds until ``condition()`` holds; None when it did not in time."""
    assert callable(condition)
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            return None
        await asyncio.sleep(0.02)
    return time.monotonic() - began
