"""Photographing paper: from the camera's picture through turning and cutting into the answer, and what goes wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learnup_desktop.contract.answers import FilesAnswer
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.contract.questions import DrawingQuestion
from learnup_desktop.contract.wire import LocalizedText, base64url_encode
from learnup_desktop.features.exams.drawing_widgets import DrawingEditor
from learnup_desktop.features.exams.photo_dialog_widgets import PhotoDialog
from learnup_desktop.features.exams.photo_widgets import LEAST_SHARE, WHOLE, PhotoFrame, finish_photo
from learnup_desktop.features.exams.student_camera import StudentCamera
from learnup_desktop.features.exams.watch import Watch
from learnup_desktop.features.exams.work import WorkDesk
from learnup_desktop.proctoring.messages import FaultKey, ShowPaper, StillTaken, TakeStill, WorkerConfiguration
from learnup_desktop.proctoring.preview import PreviewFrame
from tests.conftest import RunQt
from tests.unit.features.exams.exam_desk import PlayedWorker, until

QUESTION = DrawingQuestion(id="q", marks=1, text=LocalizedText(en="Show your working."), maximum_files=2)
FRAME = PreviewFrame(1, 1, 1, b"\0\0\0")


def jpeg(width: int, height: int, *, left: QColor | None = None) -> bytes:
    """A white picture, its left half of another colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for x in range(width // 2 if left is not None else 0):
        for y in range(height):
            image.setPixelColor(x, y, left or QColor())
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpeg")).write(image)
    return bytes(data.data())


def test_a_photograph_is_turned_and_then_cut() -> None:
    taken = jpeg(80, 40, left=QColor(Qt.GlobalColor.black))
    turned = QImage.fromData(finish_photo(taken, 1, WHOLE))
    assert (turned.width(), turned.height()) == (40, 80)
    assert turned.pixelColor(20, 10).lightness() < 60 < 200 < turned.pixelColor(20, 70).lightness()
    half = QImage.fromData(finish_photo(taken, 0, QRectF(0.5, 0.0, 0.5, 0.5)))
    assert (half.width(), half.height()) == (40, 20) and half.pixelColor(2, 2).lightness() > 200


def test_the_frame_is_moved_by_keys_and_mouse_and_never_shuts(qapp: QApplication) -> None:
    frame = PhotoFrame()
    frame.resize(500, 330)
    frame.show_photo(QImage.fromData(jpeg(80, 40)))
    for _ in range(5):
        QTest.keyClick(frame, Qt.Key.Key_Left)
    assert abs(frame.cut.right() - 0.9) < 1e-6 and frame.cut.left() == 0
    for _ in range(100):
        QTest.keyClick(frame, Qt.Key.Key_Down)
    assert abs(frame.cut.height() - LEAST_SHARE) < 1e-6
    frame.turn(1)
    assert frame.quarter_turns == 1 and frame.cut == WHOLE
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, pos=QPoint(260, 320))
    QTest.mouseMove(frame, QPoint(255, 170))
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=QPoint(255, 170))
    assert frame.cut.bottom() < 0.7 and frame.cut.topLeft() == WHOLE.topLeft()
    QTest.keyClick(frame, Qt.Key.Key_Home)
    assert frame.cut == WHOLE
    frame.deleteLater()


class Desk:
    """An editor with a played camera."""

    def __init__(self, folder: Path) -> None:
        self.workers: list[PlayedWorker] = []
        self.watch = Watch(self._make, lambda policy, templates: WorkerConfiguration(policy=policy), lambda: 0)
        self.work = WorkDesk(folder, "attempt", (bytes(32),))
        self.editor = DrawingEditor(QUESTION, self.work, StudentCamera(self.watch))
        self.answers: list[FilesAnswer] = []
        self.editor.edited.connect(self.answers.append)

    def _make(self, *arguments: object) -> PlayedWorker:
        self.workers.append(PlayedWorker(*arguments))  # type: ignore[arg-type]  # as the factory is called
        return self.workers[-1]

    async def dialog(self) -> PhotoDialog:
        await until(lambda: self.editor.findChild(PhotoDialog) is not None)
        found = self.editor.findChild(PhotoDialog)
        assert isinstance(found, PhotoDialog)
        return found


def with_desk(run_qt: RunQt, folder: Path, act: Callable[[Desk], Awaitable[None]]) -> None:
    async def go() -> None:
        desk = Desk(folder)
        desk.editor.show()
        try:
            await act(desk)
        finally:
            desk.editor.deleteLater()

    run_qt(go())


def test_from_the_camera_into_the_answer(run_qt: RunQt, tmp_path: Path) -> None:
    async def act(desk: Desk) -> None:
        desk.editor.use_camera.click()
        dialog = await desk.dialog()
        worker = desk.workers[0]
        assert not dialog.take.isEnabled()
        worker.frame = FRAME
        await until(dialog.take.isEnabled)
        assert worker.configuration is not None and not worker.configuration.analyse
        dialog.take.click()
        await until(lambda: TakeStill() in worker.errands)
        worker.say(StillTaken(picture=base64url_encode(jpeg(80, 40)), width=80, height=40))
        await until(lambda: dialog.use.isVisible())
        dialog.right.click()
        dialog.use.click()
        await until(lambda: bool(desk.answers))
        (file,) = desk.answers[0].files
        kept = await desk.work.read(file)
        assert kept is not None and not file.sketch
        image = QImage.fromData(kept)
        assert (image.width(), image.height()) == (40, 80)
        assert worker.errands[-1] == ShowPaper(on=False) and not worker.running

    with_desk(run_qt, tmp_path, act)


def test_a_refused_photograph_is_said_and_can_be_taken_again(run_qt: RunQt, tmp_path: Path) -> None:
    async def act(desk: Desk) -> None:
        desk.watch.start(ProctoringPolicy(), ())
        desk.editor.use_camera.click()
        dialog, worker = await desk.dialog(), desk.workers[0]
        worker.frame = FRAME
        await until(dialog.take.isEnabled)
        dialog.take.click()
        await until(lambda: TakeStill() in worker.errands)
        worker.say(StillTaken(fault=FaultKey.CAMERA_STOPPED))
        await until(lambda: "stopped" in dialog.word.text())
        assert dialog.take.isEnabled()
        dialog.take.click()
        await until(lambda: worker.errands.count(TakeStill()) == 2)
        worker.say(StillTaken(picture=base64url_encode(b"no picture")))
        await until(dialog.take.isEnabled)
        dialog.reject()
        await until(lambda: worker.errands[-1] == ShowPaper(on=False))
        await asyncio.sleep(0)
        assert desk.answers == [] and worker.running, "a watched exam keeps its camera"
        await desk.watch.stop()

    with_desk(run_qt, tmp_path, act)
