"""QR codes as a student holds them before a webcam, read by the worker's reader."""

import numpy as np
import pytest

from learnup_desktop.domain.unlock import unlock_qr
from learnup_desktop.proctoring.codes import CodeReader
from tests.qr_frames import Held, frame

TEXT = unlock_qr("0190a000-0000-7000-8000-000000000001", bytes(range(32)))
TRIES = 6
"""Frames that somebody holds still for, at five looks a second."""


@pytest.mark.parametrize(
    "held",
    [
        Held(),
        Held(angle=30),
        Held(angle=180, side=250),
        Held(side=280, angle=10, oblique=0.4),
        Held(side=320, angle=12, blur=2.5),
        Held(side=300, angle=7, blur=0.6, grid=0.4),
        Held(side=300, angle=3, blur=0.3, grid=0.6),
        Held(side=130, angle=5),
        Held(side=280, angle=8, blur=0.6, light=0.15),
    ],
    ids=["plain", "turned", "upside down", "oblique", "out of focus", "screen", "coarse screen", "far", "dark"],
)
def test_a_held_code_is_read_within_a_moment(held: Held) -> None:
    random, reader = np.random.default_rng(4), CodeReader()
    said = (reader.read(frame(TEXT, held, random)) for _ in range(TRIES))
    assert next((text for text in said if text is not None), None) == TEXT


def test_what_is_read_is_never_something_else() -> None:
    random, reader = np.random.default_rng(5), CodeReader()
    hard = Held(side=90, blur=2.5, light=0.2)
    noise = [np.asarray(random.integers(0, 255, (240, 320, 3)), np.uint8) for _ in range(4)]
    said = [reader.read(picture) for picture in [*noise, *(frame(TEXT, hard, random) for _ in range(4))]]
    assert set(said) <= {None, TEXT}
