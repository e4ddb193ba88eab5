"""A lobby and the camera it holds."""

import asyncio
from pathlib import Path

from tests.unit.features.exams.exam_desk import ExamDesk, until


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
