"""Two computers and one seat, with a whole client's data layer on each and a real platform between them."""

import asyncio
import contextlib
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.base.errors import ConflictError
from learnup_desktop.contract import routes
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import TextAnswer
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.domain.journal import verify_chain
from learnup_desktop.features.exams.emergency_desk import EmergencyDesk, EmergencyState
from learnup_desktop.features.exams.service import ExamsService
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.walkthrough.link import LoopbackLink
from tests.integration.client_side import ClientSide, signed_in
from tests.integration.exam_side import eventually, exams_service, start_open_exam
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


def _text(sitting: Sitting, question_id: str) -> str:
    answer = sitting.sheet.answer(question_id)
    return answer.text if isinstance(answer, TextAnswer) else ""


def _teacher(platform: RunningPlatform, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    with platform.client("kamala", "teacher") as client:
        return client.request(method, path, json=body).raise_for_status().json()


async def _take_over(platform: RunningPlatform, side: ClientSide, service: ExamsService, attempt_id: str) -> Sitting:
    """The student asks on another computer, the teacher allows it, the exam goes on there."""
    with pytest.raises(ConflictError) as caught:
        await start_open_exam(side, service)
    assert caught.value.platform_code == ErrorCode.ATTEMPT_LEASE_HELD
    details = caught.value.arguments["details"]
    assert isinstance(details, dict)
    assert details["attemptId"] == attempt_id
    asking = service.seat_asking(attempt_id)
    question = asyncio.create_task(asking.run())
    await eventually(lambda: asking.state == "waiting")
    path = routes.TAKEOVER_DECISION.format(id=attempt_id)
    await asyncio.to_thread(_teacher, platform, "POST", path, {"allow": True})
    assert await question
    return await start_open_exam(side, service)


async def test_a_seat_goes_to_another_computer_and_back_and_nothing_is_lost(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        link = LoopbackLink(fresh_platform.port)
        await link.start()
        stack.push_async_callback(link.close)
        through = f"http://127.0.0.1:{link.port}"
        first = await stack.enter_async_context(signed_in(through, tmp_path / "a", "nimali", "device-a"))
        second = await stack.enter_async_context(signed_in(fresh_platform.url, tmp_path / "b", "nimali", "device-b"))
        for side in (first, second):
            side.sync.start()
            await side.sync.engine.pull()
        service_a, service_b = exams_service(first), exams_service(second)
        sitting_a = await start_open_exam(first, service_a)
        attempt_id = sitting_a.meta.attempt_id
        essay, short = sitting_a.sheet.questions[-1].id, sitting_a.sheet.questions[-2].id
        sitting_a.edit(essay, TextAnswer(text="written before"))
        await eventually(lambda: sitting_a.sheet.lowest_place() is Place.AT_SCHOOL)
        await link.cut()
        sitting_a.edit(essay, TextAnswer(text="written offline"))
        await eventually(lambda: sitting_a.sheet.lowest_place() is Place.THIS_PC)

        sitting_b = await _take_over(fresh_platform, second, service_b, attempt_id)
        assert _text(sitting_b, essay) == "written before", "what another computer wrote is on this one's sheet"
        sitting_b.edit(essay, TextAnswer(text="written on the other one"))
        sitting_b.edit(short, TextAnswer(text="B"))
        await eventually(lambda: sitting_b.sheet.lowest_place() is Place.AT_SCHOOL)
        await link.restore()
        first.sync.uploads.wake()
        await eventually(lambda: sitting_a.state is SittingState.READ_ONLY, 40)
        assert not sitting_a.edit(essay, TextAnswer(text="too late"))
        assert _text(sitting_a, essay) == "written offline"

        path = routes.SET_ASIDE.format(id=attempt_id)
        for _ in range(200):
            aside = (await asyncio.to_thread(_teacher, fresh_platform, "GET", path))["items"]
            if aside:
                break
            await asyncio.sleep(0.1)
        assert [item["answer"]["text"] for item in aside] == ["written offline"]
        assert aside[0]["standing"]["answer"]["text"] == "written on the other one"
        await service_a.leave_sitting()
        assert await service_a.unfinished() is None, "a lost seat is not gone back to by itself"

        back = await _take_over(fresh_platform, first, service_a, attempt_id)
        assert (_text(back, essay), _text(back, short)) == ("written on the other one", "B")
        back.edit(short, TextAnswer(text="A again"))
        back.hand_in()
        await eventually(lambda: back.state is SittingState.SUBMITTED, 40)
        assert back.receipt is not None
        verify_chain(attempt_id, await first.store.journal.entries(attempt_id), back.receipt.head)
        record = await asyncio.to_thread(_teacher, fresh_platform, "GET", routes.ATTEMPT.format(id=attempt_id))
        held = {item["questionId"]: item["answer"]["text"] for item in record["answers"]}
        assert (held[essay], held[short]) == ("written on the other one", "A again")
        await service_a.leave_sitting()
        await service_b.leave_sitting()


async def test_an_emergency_file_saves_what_never_had_a_network(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        link = LoopbackLink(fresh_platform.port)
        await link.start()
        stack.push_async_callback(link.close)
        through = f"http://127.0.0.1:{link.port}"
        side = await stack.enter_async_context(signed_in(through, tmp_path / "a", "nimali", "device-a"))
        await side.sync.engine.pull()
        service = exams_service(side)
        sitting = await start_open_exam(side, service)
        await link.cut()
        essay = sitting.sheet.questions[-1].id
        sitting.edit(essay, TextAnswer(text="only on this computer"))
        await eventually(lambda: sitting.sheet.lowest_place() is Place.THIS_PC)
        sitting.hand_in()
        await eventually(lambda: sitting.hand_in_error is not None)
        attempt_id = sitting.meta.attempt_id
        file = await service.proof_files().emergency_file(attempt_id)
        assert b"only on this computer" not in file

        async with signed_in(fresh_platform.url, tmp_path / "teacher", "kamala", "teacher") as teacher:
            merged = await teacher.client.exams.bring_emergency(file)
            assert (merged.set_aside, merged.attempt_id) == (0, attempt_id)
            assert merged.appended > 0
            assert (await teacher.client.exams.bring_emergency(file)).appended == 0
            record = await teacher.client.exams.attempt(attempt_id)
            assert [item.answer.to_wire()["text"] for item in record.answers] == ["only on this computer"]
        stick = tmp_path / "stick.learnup-emergency"
        await asyncio.to_thread(stick.write_bytes, file)
        for username, state in (("nimali", EmergencyState.AT_SCHOOL), ("kasun", EmergencyState.NOT_YOURS)):
            async with signed_in(fresh_platform.url, tmp_path / username, username, "at home") as home:
                desk = EmergencyDesk(home.sync.emergency, home.store)
                assert await desk.bring(stick)
                assert [row.state for row in await desk.rows()] == [EmergencyState.WAITING]
                await home.sync.outbox.flush()
                (row,) = await desk.rows()
                assert row.state is state
                assert state is not EmergencyState.AT_SCHOOL or (row.answer and row.answer.appended == 0)
        # The computer lives after all: it finds everything there already, and gets its receipt.
        await link.restore()
        side.sync.uploads.wake()
        await eventually(lambda: sitting.state is SittingState.SUBMITTED, 60)
        await service.leave_sitting()
