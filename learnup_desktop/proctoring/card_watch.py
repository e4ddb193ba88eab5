"""Student cards held to the room's camera: each is told once for as long as it is in view, whatever else is there.

Runs in the roll-call process. A card that is put away and shown again is told again: whether that is a repeat is for
the desk to say, as with a scanner.
"""

import time
from collections.abc import Callable

import cv2

from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.proctoring.camera import CameraFrame
from learnup_desktop.proctoring.codes import CodeReader
from learnup_desktop.proctoring.roll_messages import RollCard, RollMessage, RollView

GONE_SECONDS = 2.0
"""A card that was not read for so long was put away. Hands shake: a card in view is not read in every picture."""
VIEW_SECONDS = 0.2
VIEW_WIDTH = 320
"""Pixels; enough to aim by, and 10 kB."""


class CardWatch:
    """One camera's cards.

    Args:
        source: the camera's name.
        send: passes messages on.
        now: seconds of a steady clock.
    """

    def __init__(
        self, source: str, send: Callable[[RollMessage], None], now: Callable[[], float] = time.monotonic
    ) -> None:
        self._source = source
        self._send = send
        self._now = now
        self._reader = CodeReader()
        self._in_view: dict[str, float] = {}
        self._shown_at = float("-inf")

    def look(self, frame: CameraFrame) -> None:
        """Take a picture."""
        self._show(frame)
        text = self._reader.read(frame.image)
        now = self._now()
        self._in_view = {held: at for held, at in self._in_view.items() if now - at < GONE_SECONDS}
        if text is not None:
            if text not in self._in_view:
                self._send(RollCard(source=self._source, text=text))
            self._in_view[text] = now

    def _show(self, frame: CameraFrame) -> None:
        now = self._now()
        if now - self._shown_at < VIEW_SECONDS:
            return
        self._shown_at = now
        height, width = frame.image.shape[:2]
        size = (VIEW_WIDTH, max(1, round(VIEW_WIDTH * height / width)))
        # As in a mirror: who moves a card to the left sees it go to the left.
        small = cv2.flip(cv2.resize(frame.image, size, interpolation=cv2.INTER_AREA), 1)
        _, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 70])
        self._send(RollView(picture=base64url_encode(data.tobytes())))
