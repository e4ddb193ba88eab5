"""A hall without a network: a code read out opens the paper, and everything is at school when there is a line again."""

import asyncio
import contextlib
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.base.errors import NetworkError, RuleViolation
from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import TextAnswer
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.features.exams.lobby import ExamLobby
from learnup_desktop.features.exams.service import ExamsService
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.walkthrough.link import LoopbackLink
from tests.integration.client_side import ClientSide, signed_in
from tests.integration.exam_side import eventually, exams_service, start_open_exam
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


async def _seat(
    stack: contextlib.AsyncExitStack, platform: RunningPlatform, folder: Path, device: str
) -> tuple[ClientSide, LoopbackLink, ExamsService]:
    link = LoopbackLink(platform.port)
    await link.start()
    stack.push_async_callback(link.close)
    url = f"http://127.0.0.1:{link.port}"
    side = await stack.enter_async_context(signed_in(url, folder, "nimali", device))
    await side.sync.engine.pull()
    service = exams_service(side)
    stack.push_async_callback(service.leave_sitting)
    return side, link, service


async def _offline_lobby(side: ClientSide, link: LoopbackLink, service: ExamsService) -> ExamLobby:
    """In front of the exam, the paper on this computer, and the line gone."""
    lobby = service.lobby(await side.exam_open_now())
    lobby.enter()
    lobby.set_consent(True)
    await eventually(lobby.may_start, 60.0)
    await link.cut()
    with pytest.raises(NetworkError):
        await lobby.start()
    return lobby


def _code(platform: RunningPlatform, exam_id: str) -> dict[str, Any]:
    path = routes.UNLOCK.format(id=exam_id)
    with platform.client("nimali", "phone") as student:
        assert student.get(path).status_code == 404, "students are given no code by the platform"
    with platform.client("kamala", "teacher") as teacher:
        code: dict[str, Any] = teacher.get(path).raise_for_status().json()
        return code


async def test_an_exam_from_code_to_receipt(fresh_platform: RunningPlatform, tmp_path: Path) -> None:
    async with contextlib.AsyncExitStack() as stack:
        side, link, service = await _seat(stack, fresh_platform, tmp_path / "a", "device-a")
        lobby = await _offline_lobby(side, link, service)
        code = await asyncio.to_thread(_code, fresh_platform, lobby.exam.id)
        with pytest.raises(RuleViolation):
            await lobby.start_unlocked(code["code"][:-1] + ("0" if code["code"][-1] != "0" else "1"))
        sitting = await lobby.start_unlocked(code["code"].lower())
        essay = sitting.sheet.questions[-1].id
        sitting.edit(essay, TextAnswer(text="written in a hall without a network"))
        await eventually(lambda: sitting.sheet.lowest_place() is Place.THIS_PC)
        await service.leave_sitting()
        again = await service.resume(lobby.exam.id)
        assert again.sheet.answer(essay) == TextAnswer(text="written in a hall without a network")

        await link.restore()
        side.sync.uploads.wake()
        await eventually(lambda: again.sheet.lowest_place() is Place.AT_SCHOOL, 40)
        again.hand_in()
        await eventually(lambda: again.state is SittingState.SUBMITTED, 40)
        assert again.receipt is not None
        record = await side.client.exams.attempt(again.meta.attempt_id)
        assert [answer.answer for answer in record.answers] == [TextAnswer(text="written in a hall without a network")]


async def test_a_journal_begun_offline_is_kept_beside_an_attempt_begun_elsewhere(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        side, link, service = await _seat(stack, fresh_platform, tmp_path / "a", "device-a")
        lobby = await _offline_lobby(side, link, service)
        code = await asyncio.to_thread(_code, fresh_platform, lobby.exam.id)
        other, _, other_service = await _seat(stack, fresh_platform, tmp_path / "b", "device-b")
        online = await start_open_exam(other, other_service)
        sitting = await lobby.start_unlocked(code["qr"])
        essay = sitting.sheet.questions[-1].id
        sitting.edit(essay, TextAnswer(text="on the offline computer"))
        await eventually(lambda: sitting.sheet.lowest_place() is Place.THIS_PC)
        await link.restore()
        side.sync.uploads.wake()
        await eventually(lambda: sitting.state is SittingState.READ_ONLY, 40)
        for _ in range(200):
            aside = await other.client.exams.set_aside(online.meta.attempt_id)
            if aside:
                break
            await asyncio.sleep(0.1)
        assert [item.answer["text"] for item in aside] == ["on the offline computer"]
