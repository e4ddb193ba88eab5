"""Reading the invigilator's QR code with the student's camera, in a hall without a network; without Qt.

What the camera reads is judged here, so that a page can say which it was: this exam's code, another exam's, or the code
on a bottle of water.
"""

from collections.abc import Callable
from enum import StrEnum

from learnup_desktop.base.errors import CameraError
from learnup_desktop.domain.unlock import code_of_qr
from learnup_desktop.features.exams.student_camera import StudentCamera
from learnup_desktop.proctoring.messages import FaultKey


class ScanState(StrEnum):
    """How it stands."""

    OFF = "off"
    OPENING = "opening"
    LOOKING = "looking"
    FOREIGN = "foreign"
    OTHER_EXAM = "other_exam"
    READ = "read"
    NO_CAMERA = "no_camera"


class UnlockScan:
    """One search for one exam's code.

    Args:
        exam_id: whose code is wanted.
        camera: of the lobby.
        on_changed: called when ``state`` or ``fault`` is another.

    Attributes:
        code: what was read, as it would be typed; empty before.
        fault: why there is no picture.
    """

    def __init__(self, exam_id: str, camera: StudentCamera, on_changed: Callable[[], None]) -> None:
        self._exam_id = exam_id
        self._camera = camera
        self._on_changed = on_changed
        self.state = ScanState.OFF
        self.fault: FaultKey | None = None
        self.code = ""

    @property
    def running(self) -> bool:
        """Whether the camera is being used."""
        return self.state not in (ScanState.OFF, ScanState.READ)

    async def start(self) -> None:
        """Open the camera and look."""
        self.code = ""
        self._go(ScanState.OPENING)
        self._camera.on_changed = self._look_at_camera
        try:
            await self._camera.read_codes(self._take)
        except CameraError as error:
            self.fault = FaultKey(str(error.arguments["reason"]))
            self._go(ScanState.NO_CAMERA)
        else:
            self._look_at_camera()

    async def stop(self) -> None:
        """Let the camera go."""
        if self.running:
            self._go(ScanState.OFF)
        await self._camera.close()

    def _take(self, text: str) -> None:
        if not self.running:
            return
        try:
            self.code = code_of_qr(self._exam_id, text)
        except LookupError:
            self._go(ScanState.OTHER_EXAM)
        except ValueError:
            self._go(ScanState.FOREIGN)
        else:
            self._go(ScanState.READ)

    def _look_at_camera(self) -> None:
        """Between opening, looking and no camera; what a code was found to be stays said while there are pictures."""
        if not self.running:
            return
        self.fault = self._camera.fault
        if self.fault is not None:
            self._go(ScanState.NO_CAMERA)
        elif self._camera.newest_frame() is None:
            self._go(ScanState.OPENING)
        elif self.state in (ScanState.OPENING, ScanState.NO_CAMERA):
            self._go(ScanState.LOOKING)

    def _go(self, state: ScanState) -> None:
        if state is not self.state:
            self.state = state
            self._on_changed()
