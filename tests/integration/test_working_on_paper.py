"""A drawing's way from a student's PC with a dying network to the teacher who marks it, over a real platform."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.answers import FilesAnswer
from learnup_desktop.contract.exams import ExamSummary
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.walkthrough.link import LoopbackLink
from learnup_platform.demo.school import demo_id
from tests.integration.client_side import signed_in
from tests.integration.exam_side import eventually, exams_service
from tests.platform_fixture import RunningPlatform

PRACTICE = demo_id("exam", "practice/0")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4000


@pytest.fixture
async def link(fresh_platform: RunningPlatform) -> AsyncIterator[LoopbackLink]:
    """A line to the platform that can be cut."""
    line = LoopbackLink(fresh_platform.port)
    await line.start()
    yield line
    await line.close()


async def test_a_drawing_made_without_a_network_reaches_the_marker(
    fresh_platform: RunningPlatform, link: LoopbackLink, tmp_path: Path
) -> None:
    async with signed_in(f"http://127.0.0.1:{link.port}", tmp_path / "account", "nimali") as side:
        side.sync.start()
        await side.sync.engine.pull("test")
        exam = await side.store.cache.get(Stream.EXAMS, PRACTICE, ExamSummary)
        assert exam is not None and exam.practice
        service = exams_service(side)
        lobby = service.lobby(exam)
        lobby.enter()
        lobby.set_consent(True)
        await eventually(lobby.may_start, 60.0)
        sitting = await lobby.start()
        work = sitting.content.work
        assert work is not None
        await link.cut()
        sitting.leave_section()
        sitting.leave_section()
        file = await work.keep(PNG, sketch=True)
        assert sitting.edit("ray-diagram", FilesAnswer(files=[file]))
        await eventually(lambda: sitting.sheet.place("ray-diagram") is Place.THIS_PC)
        await link.restore()
        side.sync.uploads.wake()
        side.sync.work.wake()
        await eventually(lambda: sitting.sheet.place("ray-diagram") is Place.AT_SCHOOL, 60.0)
        sitting.hand_in()
        await eventually(lambda: sitting.state is SittingState.SUBMITTED, 60.0)
        attempt = sitting.meta.attempt_id
        await service.leave_sitting()

    def marked() -> tuple[bytes, str]:
        with fresh_platform.client("ruwan") as teacher:
            picture = teacher.get(routes.WORK.format(id=attempt, sha256=file.sha256)).content
            marks = teacher.get(routes.MARKS.format(id=attempt)).json()
            state = next(part["state"] for part in marks["parts"] if part["questionId"] == "ray-diagram")
            return picture, state

    assert await asyncio.to_thread(marked) == (PNG, "waiting")
