"""Photographing paper with the camera: look, take, turn and cut, take again or use it."""

import asyncio
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import CameraError, LearnUpError
from learnup_desktop.features.exams.photo_widgets import PhotoFrame, finish_photo, read_photo
from learnup_desktop.features.exams.student_camera import StudentCamera
from learnup_desktop.features.exams.words import camera_fault_words
from learnup_desktop.proctoring.messages import CAMERA_FAULTS, FaultKey
from learnup_desktop.qt.dialogs import Choice, Dialog, open_dialog
from learnup_desktop.qt.i18n import translate_key
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Column,
    FlowRow,
    IconButton,
    IconLabel,
    PrimaryButton,
    Row,
    SecondaryButton,
    Tone,
    WrapLabel,
)
from learnup_desktop.qt.widgets.camera import CameraPicture

SHOWN_SIDE = 1400
"""Pixels of the photograph while it is turned and cut; what is kept is made from the whole one."""


async def photograph(parent: QWidget, camera: StudentCamera) -> bytes | None:
    """Let the student photograph a sheet of paper; the picture as it is kept, None when they changed their mind.

    Raises:
        RuleViolation: what the camera gave is no picture.
    """
    dialog = PhotoDialog(parent, camera)
    try:
        await dialog.begin()
        await open_dialog(dialog)
    finally:
        await camera.close()
    if dialog.kept is None:
        return None
    data, quarter_turns, cut = dialog.kept
    return await asyncio.to_thread(finish_photo, data, quarter_turns, cut)


class PhotoDialog(Dialog):
    """The camera's picture until one is taken; then that one.

    Attributes:
        kept: photograph, quarter turns and cut, once the student uses it.
    """

    def __init__(self, parent: QWidget | None, camera: StudentCamera) -> None:
        super().__init__(parent, QCoreApplication.translate("PhotoDialog", "Photograph your paper"), width=560)
        self._camera = camera
        self._photo = b""
        self._taking = False
        self._said = ""
        self.kept: tuple[bytes, int, QRectF] | None = None
        self._tasks = TaskScope(self)
        self._icon = IconLabel("camera-outline", "text-muted")
        self.word = WrapLabel("")
        self.picture = CameraPicture(camera.newest_frame, height=330, mirrored=False)
        self.frame = PhotoFrame()
        self.frame.setAccessibleName(self.tr("Your photograph"))
        self._build()
        camera.on_changed = self._show
        # A first picture is no message of its own.
        self._look = QTimer(self)
        self._look.setInterval(200)
        self._look.timeout.connect(self._show)
        self._look.start()
        self._show()

    def _build(self) -> None:
        self.take = PrimaryButton(self.tr("Take the photograph"), icon="camera")
        self.take.setObjectName("take")
        self.take.clicked.connect(self._take)
        self.again = SecondaryButton(self.tr("Take it again"), icon="camera-retake-outline")
        self.again.clicked.connect(self._take_again)
        self.use = PrimaryButton(self.tr("Use this photograph"), icon="check")
        self.use.setObjectName("use")
        self.use.clicked.connect(self._use)
        self.left = IconButton("rotate-left", self.tr("Turn to the left"), boxed=True)
        self.right = IconButton("rotate-right", self.tr("Turn to the right"), boxed=True)
        self.left.clicked.connect(partial(self.frame.turn, -1))
        self.right.clicked.connect(partial(self.frame.turn, 1))
        said = Row(gap=2)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.word, 1)
        self._review = QWidget()
        tools = FlowRow(self._review, gap=2)
        tools.add(self.left, self.right, self.again, self.use)
        words = Column(gap=3)
        words.add(self.picture, self.frame)
        words.addLayout(said)
        words.add(self.take, self._review)
        self.body.addLayout(words)
        self.add_choice(Choice("cancel", self.tr("Cancel")))

    async def begin(self) -> None:
        """Turn the camera to paper; without one the dialog says so."""
        try:
            await self._camera.show_paper()
        except CameraError as error:
            self._said = _why(FaultKey(str(error.arguments["reason"])))
        self._show()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        review = bool(self._photo)
        fault = self._camera.fault
        ready = self._camera.newest_frame() is not None and fault is None and not self._said
        self.picture.setVisible(not review)
        self.frame.setVisible(review)
        self.take.setVisible(not review)
        self._review.setVisible(review)
        self.take.setEnabled(ready and not self._taking)
        if review:
            text = self.tr("Is everything easy to read? Drag the corners, or press arrow keys, to cut off the rest.")
            self._say(text, "neutral", "crop")
        elif self._taking:
            self._say(self.tr("Hold still, the camera takes its largest picture…"), "accent", "camera")
        elif self._said:
            self._say(self._said, "caution", "alert-circle-outline")
        elif fault is not None:
            self._say(_why(fault), "caution", "camera-off-outline")
        elif not ready:
            self._say(self.tr("The camera is starting…"), "neutral", "progress-clock")
        else:
            text = self.tr("Hold the sheet flat and near, so that it fills the picture. Your face is not needed now.")
            self._say(text, "neutral", "camera-outline")

    def _say(self, text: str, tone: Tone, icon: str) -> None:
        self.word.setText(text)
        self._icon.set(icon, "text-muted" if tone == "neutral" else tone)

    # --- what the student does ---------------------------------------------------------------------------------------

    def _take(self) -> None:
        self._taking, self._said = True, ""
        self._show()
        self._tasks.latest("take", self._taken, on_success=self._review_photo, on_failure=self._not_taken)

    async def _taken(self) -> tuple[bytes, QImage]:
        data = await self._camera.take()
        return data, await asyncio.to_thread(read_photo, data, SHOWN_SIDE)

    def _review_photo(self, taken: tuple[bytes, QImage]) -> None:
        self._taking = False
        self._photo, image = taken
        self.frame.show_photo(image)
        self._show()
        self.use.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_taken(self, error: LearnUpError) -> None:
        self._taking = False
        reason = error.arguments.get("reason") if isinstance(error, CameraError) else None
        self._said = _why(FaultKey(str(reason)) if reason is not None else FaultKey.CAMERA_FORMAT)
        self._show()
        self.take.setEnabled(True)

    def _take_again(self) -> None:
        self._photo = b""
        self._show()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use(self) -> None:
        self.kept = self._photo, self.frame.quarter_turns, self.frame.cut
        self.accept()


def _why(fault: FaultKey) -> str:
    return camera_fault_words(fault.value) if fault in CAMERA_FAULTS else translate_key("exams.check.camera.worker")
