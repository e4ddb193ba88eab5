"""A photograph in the largest mode of a camera that otherwise runs small, and back."""

from typing import Any

import cv2
import numpy as np
import pytest

from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES
from learnup_desktop.proctoring import stills
from learnup_desktop.proctoring.stills import best_still, encode_still, shrunk

USUAL = (640, 480)


class PlayedDevice:
    """A camera with these modes; asked for another size it takes the nearest that is not larger, as V4L2 does."""

    def __init__(self, modes: list[tuple[int, int]], *, refuses: bool = False, grabs: bool = True) -> None:
        self.modes = modes
        self.refuses = refuses
        self.grabs = grabs
        self.size = USUAL
        self.fourcc = 1196444237.0
        self.pictures = 0
        self._wanted = list(USUAL)

    def set(self, prop: int, value: float, /) -> bool:
        if prop == cv2.CAP_PROP_FOURCC:
            self.fourcc = value
        elif prop == cv2.CAP_PROP_FRAME_WIDTH:
            self._wanted[0] = int(value)
        elif prop == cv2.CAP_PROP_FRAME_HEIGHT:
            self._wanted[1] = int(value)
            fitting = [mode for mode in self.modes if mode[0] <= self._wanted[0] and mode[1] <= self._wanted[1]]
            if not self.refuses or tuple(self._wanted) in self.modes:
                self.size = max(fitting, default=self.size)
        return True

    def get(self, prop: int, /) -> float:
        return {cv2.CAP_PROP_FOURCC: self.fourcc, cv2.CAP_PROP_FRAME_WIDTH: self.size[0]}.get(prop, self.size[1])

    def grab(self) -> bool:
        return self.grabs

    def retrieve(self) -> tuple[bool, Any]:
        """Sharp once in three, as when a hand shakes."""
        self.pictures += 1
        picture = np.full((self.size[1], self.size[0], 3), 200, np.uint8)
        if self.pictures % 3 == 0:
            picture[::8] = 20
        return True, picture


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stills, "SETTLE_SECONDS", 0.0)


@pytest.mark.parametrize("refuses", [False, True])
def test_the_largest_mode_is_taken_and_the_usual_one_set_again(refuses: bool) -> None:
    device = PlayedDevice([(640, 480), (1280, 720), (2592, 1944)], refuses=refuses)
    picture = best_still(device, USUAL)
    assert picture is not None and picture.shape == (1944, 2592, 3)
    assert picture[0, 0, 0] == 20  # the sharp one of them
    assert device.size == USUAL


def test_a_camera_with_one_mode_gives_none_and_is_left_as_it_was() -> None:
    device = PlayedDevice([(640, 480)])
    assert best_still(device, USUAL) is None
    assert device.size == USUAL and device.pictures == 0


def test_a_camera_that_gives_nothing_in_its_largest_mode_is_set_back() -> None:
    device = PlayedDevice([(640, 480), (1920, 1080)], grabs=False)
    assert best_still(device, USUAL) is None
    assert device.size == USUAL


def test_a_photograph_fits_an_upload_whatever_it_shows() -> None:
    noise = np.asarray(np.random.default_rng(1).integers(0, 255, (1500, 2000, 3)), np.uint8)
    encoded = encode_still(noise, 600_000)
    assert encoded.startswith(b"\xff\xd8\xff") and len(encoded) <= 600_000 < MAXIMUM_WORK_BYTES
    assert b"Exif" not in encoded


def test_a_preview_keeps_its_proportions() -> None:
    width, height, rgb = shrunk(np.zeros((720, 1280, 3), np.uint8), (320, 240))
    assert (width, height) == (320, 180) and len(rgb) == 320 * 180 * 3
