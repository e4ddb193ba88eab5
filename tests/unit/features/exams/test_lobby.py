"""A lobby and the camera it holds."""

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
