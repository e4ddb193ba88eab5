"""A lobby and the camera it holds."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from learnup_desktop.features.exams import lobby as lobby_module
from learnup_desktop.features.exams.checks import CheckKind, CheckState
from learnup_desktop.features.exams.lobby import ExamLobby
from learnup_desktop.proctoring.messages import Fault, FaultKey, Message, WorkerConfiguration
from tests.unit.features.exams.exam_desk import ExamDesk, PlayedWorker, until


async def test_a_lobby_that_nobody_leaves_lets_the_camera_go_with_the_account(tmp_path: Path) -> None:
    """Signing out takes the page away together with the task in which it was leaving."""
    desk = ExamDesk(tmp_path)
    await desk.open()
    lobby = desk.service.lobby(desk.exam)
    lobby.enter()
    await until(lambda: any(worker.running for worker in desk.workers))
    await desk.close()
    assert not any(worker.running for worker in desk.workers)
    assert lobby.left


async def test_closing_waits_for_a_camera_that_was_being_let_go_when_its_page_went_away(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    lobby = desk.service.lobby(desk.exam)
    lobby.enter()
    await until(lambda: any(worker.running for worker in desk.workers))
    closing, closed = asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        closing.set()
        await closed.wait()

    desk.workers[-1].wait_stopped = slowly  # type: ignore[method-assign]  # a worker takes its time to close events
    desk.workers[-1].stop = lambda: None  # type: ignore[method-assign]
    leaving = asyncio.create_task(lobby.leave())
    await closing.wait()
    leaving.cancel()
    await asyncio.gather(leaving, return_exceptions=True)
    ending = asyncio.create_task(desk.service.close())
    await asyncio.sleep(0.05)
    assert not ending.done()
    closed.set()
    await ending
    assert lobby.left
    await desk.close()


class _SlowWorker(PlayedWorker):
    """Opens its camera when the test says so."""

    def start(self, configuration: WorkerConfiguration) -> None:
        self.configuration, self.running = configuration, True


class _SlowCamera(ExamDesk):
    """A PC with such a camera."""

    def make_worker(self, on_message: Callable[[Message], None], clock_ms: Callable[[], int]) -> PlayedWorker:
        worker = _SlowWorker(on_message, clock_ms)
        self.workers.append(worker)
        return worker


async def _entered(desk: ExamDesk) -> ExamLobby:
    """A lobby in which everything but the camera is there."""
    await desk.open()
    lobby = desk.service.lobby(desk.exam)
    lobby.enter()
    lobby.set_consent(True)
    states = {CheckKind.PAPER: CheckState.GOOD, CheckKind.FACE: CheckState.LOOK, CheckKind.DISK: CheckState.GOOD}
    await until(lambda: {c.kind: c.state for c in lobby.checks() if c.kind in states} == states)
    await until(lambda: any(worker.running for worker in desk.workers))
    return lobby


async def test_who_may_begin_without_a_camera_still_waits_for_one_that_is_being_opened(tmp_path: Path) -> None:
    """Begun a second earlier, the exam would say for ever that nobody watched."""
    desk = _SlowCamera(tmp_path)
    lobby = await _entered(desk)
    assert not lobby.may_start()
    desk.workers[-1].become_ready()
    assert lobby.may_start()
    sitting = await lobby.start()
    assert sitting.meta.assurance == "full"
    await desk.close()


@pytest.mark.parametrize("said", [None, FaultKey.CAMERA_MISSING])
async def test_a_camera_that_never_comes_keeps_nobody_from_an_exam_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: FaultKey | None
) -> None:
    patience = 60.0 if said else 0.2
    monkeypatch.setattr(lobby_module, "CAMERA_PATIENCE_SECONDS", patience)
    desk = _SlowCamera(tmp_path)
    lobby = await _entered(desk)
    if said is not None:
        desk.workers[-1].say(Fault(key=said, at_ms=0))
    await until(lobby.may_start)
    sitting = await lobby.start()
    assert sitting.meta.assurance == "none"
    await desk.close()
