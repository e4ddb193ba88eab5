"""What else the camera does for a student: read a code that is held up, and photograph working on paper.

Both run in the process that has the camera anyway. While it looks at paper no rule judges what it sees, or everybody
who was asked to photograph their working would be told that their face was gone; that time is a gap, told as one, and
it has an end of its own.
"""

import threading
from collections.abc import Callable

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind, Outcome
from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES
from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.face.analyser import Image
from learnup_desktop.proctoring.camera import CaptureThread
from learnup_desktop.proctoring.channel import Outbox
from learnup_desktop.proctoring.codes import CodeReader
from learnup_desktop.proctoring.messages import (
    CodeRead,
    Command,
    FaultKey,
    Gap,
    ReadCodes,
    ShowPaper,
    StillTaken,
    TakeStill,
)
from learnup_desktop.proctoring.stills import encode_still

PAPER_SECONDS = 180.0
"""Longest look at paper; then the person is watched again, whatever the page still shows."""
STILL_SECONDS = 15.0
"""A camera that has not given its picture by then will not."""
CODE_SECONDS = 0.2
"""Between two looks for a code; each costs a tenth of a second."""
AGAIN_SECONDS = 3.0
"""The same code is told again after so long: it may have been refused before the right time, or by mistake."""
PAPER = "paper"
"""Reason of the gap while the camera looked at paper."""


class CameraErrands:
    """Commands that have nothing to do with watching.

    Args:
        capture: where pictures come from.
        outbox: where answers go.
        now: the worker's clock in seconds.
        watched: whether somebody is watched at other times, so that a look at paper is a gap.
    """

    def __init__(
        self, capture: CaptureThread, outbox: Outbox, now: Callable[[], float], *, watched: bool = True
    ) -> None:
        self._watched = watched
        self._capture = capture
        self._outbox = outbox
        self._now = now
        self._codes: CodeReader | None = None
        self._code_at = float("-inf")
        self._told: tuple[str, float] = ("", float("-inf"))
        self._paper_since: float | None = None
        self._still_since: float | None = None
        self._lock = threading.Lock()

    @property
    def paper(self) -> bool:
        """Whether the camera looks at paper now, so that nobody is watched."""
        return self._paper_since is not None

    def do(self, command: Command) -> bool:
        """Carry out a command; False for one that is somebody else's."""
        if isinstance(command, ReadCodes):
            self._codes = CodeReader() if command.on else None
            self._told = ("", float("-inf"))
        elif isinstance(command, ShowPaper):
            if command.on and self._paper_since is None:
                self._paper_since = self._now()
            elif not command.on:
                self._end_paper()
        elif isinstance(command, TakeStill):
            with self._lock:
                self._still_since = self._now()
            self._capture.take_still(self._take_still)
        else:
            return False
        return True

    def see(self, image: Image, now: float) -> None:
        """A picture has come."""
        if self._codes is None or now - self._code_at < CODE_SECONDS:
            return
        text = self._codes.read(image)
        self._code_at = self._now()
        if text is not None and (text != self._told[0] or now - self._told[1] >= AGAIN_SECONDS):
            self._told = (text, now)
            self._outbox.send(CodeRead(text=text))

    def step(self, now: float) -> None:
        """Time has passed: give up on what does not come, and end what has lasted long enough."""
        with self._lock:
            waits = now - self._still_since if self._still_since is not None else 0.0
        trouble = self._capture.trouble
        if waits > STILL_SECONDS or (waits > 0 and trouble is not None and self._capture.camera is None):
            self._answer(StillTaken(fault=trouble or FaultKey.CAMERA_SILENT))
        if self._paper_since is not None and now - self._paper_since > PAPER_SECONDS:
            self._end_paper()

    def finish(self) -> None:
        """The worker ends."""
        self._end_paper()

    def _take_still(self, picture: Image | None) -> None:
        """On the capture thread: encoding must not keep anybody from being watched."""
        if picture is None:
            self._answer(StillTaken(fault=FaultKey.CAMERA_FORMAT))
            return
        encoded = encode_still(picture, MAXIMUM_WORK_BYTES)
        height, width = picture.shape[:2]
        self._answer(StillTaken(picture=base64url_encode(encoded), width=width, height=height))

    def _answer(self, answer: StillTaken) -> None:
        with self._lock:
            waited, self._still_since = self._still_since is not None, None
        if waited:
            self._outbox.send(answer)

    def _end_paper(self) -> None:
        since, self._paper_since = self._paper_since, None
        if since is None or not self._watched:
            return
        event = IntegrityEvent(
            id=uuid7(),
            kind=IntegrityKind.WORKER_GAP,
            outcome=Outcome.COULD_NOT_SEE,
            started_ms=round(since * 1000),
            ended_ms=round(self._now() * 1000),
            detail=PAPER,
        )
        self._outbox.send(Gap(event=event, reason=PAPER))
