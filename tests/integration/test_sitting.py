"""A whole exam against a real platform: a plug that is pulled, a line that is cut, a worker that is killed."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import ChoiceAnswer, EntryKind, SingleChoiceQuestion, TextAnswer
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.domain.journal import verify_chain
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.proctoring.supervisor import ProctoringSupervisor
from learnup_desktop.walkthrough.link import LoopbackLink
from tests.integration.client_side import signed_in
from tests.integration.exam_side import eventually, exams_service, start_open_exam
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


@pytest.fixture
async def link(fresh_platform: RunningPlatform) -> AsyncIterator[LoopbackLink]:
    """A line to the platform that can be cut."""
    line = LoopbackLink(fresh_platform.port)
    await line.start()
    yield line
    await line.close()


def _answer_all(sitting: Sitting, first: int = 0) -> None:
    for index, question in enumerate(sitting.sheet.questions[first:], first):
        sitting.go_to(index)
        if hasattr(question, "choices"):
            sitting.edit(question.id, ChoiceAnswer(choices=[question.choices[index % 2].id]))
        else:
            sitting.edit(question.id, TextAnswer(text=str(index)))


def _record(platform: RunningPlatform, attempt_id: str) -> dict[str, Any]:
    with platform.client("nimali") as client:
        record: dict[str, Any] = client.get(routes.ATTEMPT.format(id=attempt_id)).raise_for_status().json()
        return record


def _held(record: dict[str, Any]) -> dict[str, Any]:
    return {answer["questionId"]: answer["answer"] for answer in record["answers"]}


def _mine(sitting: Sitting) -> dict[str, Any]:
    answers = {question.id: sitting.sheet.answer(question.id) for question in sitting.sheet.questions}
    return {key: answer.to_wire() for key, answer in answers.items() if answer is not None}


def _type_until_killed(url: str, folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Run the student's computer and pull its plug in the middle of a word; what it was at, and what it typed when."""
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "tests.integration.sitting_child", url, str(folder)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        begun: dict[str, Any] = json.loads(process.stdout.readline())
        typed = [json.loads(process.stdout.readline()) for _ in range(80)]
        process.kill()
        typed += [json.loads(line) for line in process.stdout if line.endswith("\n")]
    return begun, typed


async def test_a_plug_pulled_in_mid_word_costs_less_than_two_seconds(
    fresh_platform: RunningPlatform, link: LoopbackLink, tmp_path: Path
) -> None:
    url = f"http://127.0.0.1:{link.port}"
    begun, typed = await asyncio.to_thread(_type_until_killed, url, tmp_path / "account")
    killed_at = typed[-1]["at"]

    async with signed_in(url, tmp_path / "account", "nimali") as side:
        await link.cut()
        service = exams_service(side)
        unfinished = await service.unfinished()
        assert unfinished is not None
        sitting = await service.resume(unfinished.id)
        assert sitting.sheet.current == begun["question"]
        assert sitting.sheet.answered_count() == 5
        kept = sitting.sheet.answer(sitting.sheet.question.id)
        assert isinstance(kept, TextAnswer)
        safe = [line["length"] for line in typed if killed_at - line["at"] >= 2.0]
        assert len(kept.text) >= max(safe), "what was typed more than two seconds before the end is there"

        _answer_all(sitting)
        await eventually(lambda: sitting.sheet.lowest_place() is Place.THIS_PC)
        assert sitting.saved().fault is None
        entries = await side.store.journal.entries(begun["attempt"])
        assert [entry.body["reason"] for entry in entries if entry.kind is EntryKind.GAP] == ["restart"]
        await link.restore()
        side.sync.uploads.wake()
        await eventually(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
        sitting.hand_in()
        await eventually(lambda: sitting.state is SittingState.SUBMITTED)
        assert sitting.receipt is not None
        record = await asyncio.to_thread(_record, fresh_platform, begun["attempt"])
        assert _held(record) == _mine(sitting)
        assert record["receipt"]["code"] == sitting.receipt.code
        verify_chain(begun["attempt"], await side.store.journal.entries(begun["attempt"]), sitting.receipt.head)
        await service.leave_sitting()


async def test_handing_in_again_gives_the_same_receipt(fresh_platform: RunningPlatform, tmp_path: Path) -> None:
    async with signed_in(fresh_platform.url, tmp_path / "account", "nimali") as side:
        await side.sync.engine.pull()
        service = exams_service(side)
        sitting = await start_open_exam(side, service)
        question = sitting.sheet.question
        assert isinstance(question, SingleChoiceQuestion)
        sitting.edit(question.id, ChoiceAnswer(choices=[question.choices[0].id]))
        sitting.hand_in()
        sitting.hand_in()
        await eventually(lambda: sitting.state is SittingState.SUBMITTED)
        attempt_id = sitting.meta.attempt_id
        again = await service.resume(sitting.meta.exam_id)
        assert again.receipt == sitting.receipt
        assert not again.edit(question.id, ChoiceAnswer(choices=[question.choices[1].id]))
        kinds = [entry.kind for entry in await side.store.journal.entries(attempt_id)]
        assert kinds.count(EntryKind.SUBMIT) == 1
        record = await asyncio.to_thread(_record, fresh_platform, attempt_id)
        assert record["assurance"] == "none"
        await service.leave_sitting()


async def test_the_platform_is_killed_and_comes_back_in_mid_exam(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    async with signed_in(fresh_platform.url, tmp_path / "account", "nimali") as side:
        await side.sync.engine.pull()
        service = exams_service(side)
        sitting = await start_open_exam(side, service)
        await asyncio.to_thread(fresh_platform.kill)
        _answer_all(sitting)
        await eventually(lambda: sitting.sheet.lowest_place() is Place.THIS_PC)
        sitting.hand_in()
        await eventually(lambda: sitting.hand_in_error is not None)
        await asyncio.to_thread(fresh_platform.start)
        await eventually(lambda: sitting.state is SittingState.SUBMITTED, 40)
        record = await asyncio.to_thread(_record, fresh_platform, sitting.meta.attempt_id)
        assert _held(record) == _mine(sitting)
        await service.leave_sitting()


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
async def test_a_killed_worker_is_a_gap_and_the_exam_goes_on(
    fresh_platform: RunningPlatform, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    supervisors: list[ProctoringSupervisor] = []

    def make(on_message: Any, clock_ms: Any) -> ProctoringSupervisor:
        supervisors.append(ProctoringSupervisor(on_message, clock_ms=clock_ms))
        # Whatever fails here: a worker that is killed behind its supervisor's back comes again.
        request.addfinalizer(supervisors[-1].stop)
        return supervisors[-1]

    async with signed_in(fresh_platform.url, tmp_path / "account", "nimali") as side:
        await side.sync.engine.pull()
        service = exams_service(side, make)
        lobby = service.lobby(await side.exam_open_now())
        lobby.enter()
        lobby.set_consent(True)
        # No models here, and nothing pretends. Until its first picture the camera assures of nothing.
        await eventually(lambda: lobby.assurance().value == "camera_only" and lobby.may_start(), 60)
        sitting = await lobby.start()
        await eventually(lambda: sitting.watch.state.ready)
        pid = supervisors[0].worker_pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        sitting.edit(sitting.sheet.questions[-1].id, TextAnswer(text="written while nobody watched"))
        await eventually(lambda: sitting.watch.state.ready and supervisors[0].worker_pid not in (None, pid), 30)
        await eventually(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
        sitting.hand_in()
        await eventually(lambda: sitting.state is SittingState.SUBMITTED)
        entries = await side.store.journal.entries(sitting.meta.attempt_id)
        gaps = [entry.body for entry in entries if entry.kind is EntryKind.GAP]
        assert [gap["what"] for gap in gaps] == ["proctoring"]
        record = await asyncio.to_thread(_record, fresh_platform, sitting.meta.attempt_id)
        assert record["integrityCounts"].get("worker_gap") == 1
        assert record["assurance"] == "camera_only"
        await service.leave_sitting()
