"""The unlock code by camera: what is said of each thing held up, and what becomes of this exam's code."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from learnup_desktop.domain.unlock import code_of_qr, unlock_code, unlock_qr
from learnup_desktop.features.exams.lobby import ExamLobby
from learnup_desktop.features.exams.unlock_scan import ScanState
from learnup_desktop.features.exams.unlock_widgets import UnlockPanel
from learnup_desktop.proctoring.messages import CodeRead, Fault, FaultKey, ReadCodes, WorkerConfiguration
from learnup_desktop.proctoring.preview import PreviewFrame
from tests.conftest import RunQt
from tests.unit.features.exams.exam_desk import CONTENT_KEY, EXAM_ID, ExamDesk, PlayedWorker, until

OTHER_EXAM = "0198f1c0-0000-7000-8000-00000000e002"
FRAME = PreviewFrame(1, 1, 1, b"\0\0\0")


def test_a_qr_code_is_this_exams_another_exams_or_something_else() -> None:
    assert code_of_qr(EXAM_ID, unlock_qr(EXAM_ID, CONTENT_KEY)) == unlock_code(EXAM_ID, CONTENT_KEY)
    with pytest.raises(LookupError):
        code_of_qr(EXAM_ID, unlock_qr(OTHER_EXAM, CONTENT_KEY))
    for text in ("", "https://example.org", "LUK1:", "LUK1:ABC", unlock_code(EXAM_ID, CONTENT_KEY)):
        with pytest.raises(ValueError):
            code_of_qr(EXAM_ID, text)


def in_lobby(
    run_qt: RunQt, folder: Path, proctored: bool, act: Callable[[ExamDesk, ExamLobby], Awaitable[None]]
) -> None:
    async def go() -> None:
        desk = ExamDesk(folder)
        desk.exam = desk.exam.model_copy(update={"proctored": proctored})
        await desk.open()
        lobby = desk.service.lobby(desk.exam)
        lobby.enter()
        lobby.set_consent(True)
        await until(lobby.may_start)
        try:
            await act(desk, lobby)
        finally:
            await lobby.leave()
            await desk.close()

    run_qt(go())


def begun(desk: ExamDesk) -> tuple[PlayedWorker, WorkerConfiguration]:
    worker = desk.workers[0]
    assert worker.configuration is not None
    return worker, worker.configuration


def test_what_is_held_up_is_told_apart(run_qt: RunQt, tmp_path: Path) -> None:
    async def act(desk: ExamDesk, lobby: ExamLobby) -> None:
        panel = UnlockPanel(lobby.watch.newest_frame)
        entered: list[str] = []
        panel.entered.connect(entered.append)
        lobby.changed.subscribe(lambda _: panel.show_scan(lobby.scan))
        await lobby.scan.start()
        worker, configuration = begun(desk)
        assert configuration.analyse is False
        worker.frame = FRAME
        await until(lambda: lobby.scan.state is ScanState.LOOKING)
        assert ReadCodes(on=True) in worker.errands
        said = [panel.scan.word.text()]
        for text in ("https://example.org", unlock_qr(OTHER_EXAM, CONTENT_KEY)):
            worker.say(CodeRead(text=text))
            said.append(panel.scan.word.text())
        assert len(set(said)) == 3
        worker.say(Fault(key=FaultKey.CAMERA_STOPPED))
        assert "cable" in panel.scan.word.text()
        worker.become_ready()
        assert panel.scan.word.text() == said[0] and entered == []
        worker.say(CodeRead(text=unlock_qr(EXAM_ID, CONTENT_KEY)))
        assert entered == [unlock_code(EXAM_ID, CONTENT_KEY)]
        desk.wire.online = False
        sitting = await lobby.start_unlocked(entered[0])
        assert not worker.running, "an exam without supervision gives the camera back"
        assert sitting.meta.content_key == CONTENT_KEY
        panel.deleteLater()

    in_lobby(run_qt, tmp_path, False, act)


def test_a_watched_exam_keeps_watching_while_it_looks(run_qt: RunQt, tmp_path: Path) -> None:
    async def act(desk: ExamDesk, lobby: ExamLobby) -> None:
        worker, configuration = begun(desk)
        await lobby.scan.start()
        assert configuration.analyse and len(desk.workers) == 1
        worker.become_ready()  # died and came back: it is told again
        assert worker.errands.count(ReadCodes(on=True)) == 2
        await lobby.scan.stop()
        assert worker.running and worker.errands[-1] == ReadCodes(on=False)
        assert lobby.scan.state is ScanState.OFF

    in_lobby(run_qt, tmp_path, True, act)


def test_a_code_that_comes_after_the_search_was_stopped_starts_nothing(run_qt: RunQt, tmp_path: Path) -> None:
    async def act(desk: ExamDesk, lobby: ExamLobby) -> None:
        await lobby.scan.start()
        await lobby.scan.stop()
        desk.workers[0].say(CodeRead(text=unlock_qr(EXAM_ID, CONTENT_KEY)))
        await asyncio.sleep(0)
        assert lobby.scan.state is ScanState.OFF and lobby.scan.code == ""

    in_lobby(run_qt, tmp_path, True, act)


def test_the_panel_says_how_it_stands_without_a_camera(qapp: QApplication) -> None:
    panel = UnlockPanel(lambda: None)
    asked: list[bool] = []
    panel.scan_requested.connect(asked.append)
    panel.scan_button.click()
    assert asked == [True]
    panel.refuse_old()
    assert not panel.isHidden()
    panel.deleteLater()
