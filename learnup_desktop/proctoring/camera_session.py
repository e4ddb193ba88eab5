"""A worker that only has the camera open: no model, no rule, nobody watched.

For exams without supervision, where a student still holds up the unlock code or photographs working on paper.
"""

import time
from collections.abc import Callable
from pathlib import Path

import cv2

from learnup_desktop.contract.integrity import Assurance
from learnup_desktop.face.analyser import FrameRejectedError, Image, checked_image
from learnup_desktop.proctoring.camera import STALE_SECONDS, Camera, CaptureThread, open_camera
from learnup_desktop.proctoring.channel import Mailbox, Outbox
from learnup_desktop.proctoring.errands import CameraErrands
from learnup_desktop.proctoring.messages import Configure, Fault, FaultKey, Ready, Status, StatusWord, Stop
from learnup_desktop.proctoring.preview import PreviewWriter
from learnup_desktop.proctoring.stills import shrunk

STATUS_SECONDS = 1.0
WAIT_SECONDS = 0.1


class CameraSession:
    """One configuration at work.

    Args:
        configure: what the client asked for.
        mailbox: commands.
        outbox: messages.
        opener: opens cameras; tests pass their own.
    """

    def __init__(
        self, configure: Configure, mailbox: Mailbox, outbox: Outbox, opener: Callable[[str], Camera] = open_camera
    ) -> None:
        self._configure = configure
        self._mailbox = mailbox
        self._outbox = outbox
        self._began = time.monotonic() - outbox.now_ms() / 1000
        self._capture = CaptureThread(configure.camera, opener)
        self._errands = CameraErrands(self._capture, outbox, self._now, watched=False)
        self._preview = PreviewWriter(Path(configure.preview_file)) if configure.preview_file else None
        self._status_at = float("-inf")
        self._told: FaultKey | None = None
        self._ready = False
        self.driver_hangs = False

    def run(self) -> None:
        """Show pictures and run errands until asked to stop, or until the client is gone or the driver hangs."""
        self._capture.start()
        cv2.setNumThreads(1)
        self._capture.want(1.0 / max(1.0, self._configure.preview_fps))
        while self._obey() and not self._outbox.broken and not self.driver_hangs:
            frame = self._capture.newest(WAIT_SECONDS)
            now = self._now()
            if frame is not None:
                self._take(frame.image, now)
            self._errands.step(now)
            self._tell(now)
            self.driver_hangs = self._capture.hangs
        self._capture.stop()
        if self._preview is not None:
            self._preview.close()

    def _obey(self) -> bool:
        for command in self._mailbox.pending():
            if isinstance(command, Stop):
                return False
            self._errands.do(command)
        return True

    def _take(self, raw: Image, now: float) -> None:
        try:
            image = checked_image(raw)
        except FrameRejectedError:
            return
        if self._preview is not None:
            width, height, rgb = shrunk(image, self._configure.preview_size)
            self._preview.write(width, height, rgb)
        self._errands.see(image, now)

    def _tell(self, now: float) -> None:
        trouble = self._capture.trouble
        seen = self._capture.age <= STALE_SECONDS
        if not self._ready and (seen or trouble is not None):
            self._ready = True
            camera = self._capture.camera
            name = camera.name if camera is not None else self._configure.camera
            self._outbox.send(Ready(assurance=Assurance.NONE, camera=name))
        if trouble is not None and trouble is not self._told:
            self._outbox.send(Fault(key=trouble, at_ms=round(now * 1000)))
        self._told = trouble
        if now - self._status_at >= STATUS_SECONDS:
            self._status_at = now
            word = StatusWord.OK if seen else StatusWord.CAMERA_LOST if trouble is not None else StatusWord.STARTING
            self._outbox.send(Status(word=word, camera_fps=self._capture.fps))

    def _now(self) -> float:
        return time.monotonic() - self._began
