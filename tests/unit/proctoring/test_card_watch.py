"""Cards held to the camera: told once while they are in view, again when they are shown again."""

import numpy as np

from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.proctoring.camera import CameraFrame
from learnup_desktop.proctoring.card_watch import GONE_SECONDS, CardWatch
from learnup_desktop.proctoring.roll_messages import RollCard, RollMessage, RollView
from tests.qr_frames import Held, frame

# As long as a signed card's text.
CARDS = ("LUC1:" + "ABCDEFGH23456789" * 10, "LUC1:" + "ZYXWVUTS98765432" * 10)


def test_a_card_in_view_is_told_once_and_again_when_it_comes_again() -> None:
    chance, said, now = np.random.default_rng(3), list[RollMessage](), 0.0
    watch = CardWatch("0", said.append, lambda: now)
    empty = np.full((480, 640, 3), 90, np.uint8)

    def hold(text: str | None) -> None:
        nonlocal now
        for _ in range(6):
            now += 0.1
            image = empty if text is None else frame(text, Held(side=330), chance)
            watch.look(CameraFrame(image, now))

    def cards() -> list[str]:
        return [message.text for message in said if isinstance(message, RollCard)]

    hold(CARDS[0])
    hold(CARDS[0])
    assert cards() == [CARDS[0]]
    hold(CARDS[1])
    assert cards() == list(CARDS)
    hold(None)
    now += GONE_SECONDS
    hold(CARDS[0])
    assert cards() == [*CARDS, CARDS[0]]
    views = [message for message in said if isinstance(message, RollView)]
    assert 0 < len(views) < 30
    assert base64url_decode(views[0].picture).startswith(b"\xff\xd8")
