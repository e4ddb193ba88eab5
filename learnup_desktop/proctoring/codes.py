"""Reading a QR code from camera pictures: off a screen or paper, by hand, in whatever light a hall has.

OpenCV decodes; what is ours is which versions of a picture it is shown. A phone or laptop held up to a webcam is
turned, out of focus, in perspective, glaring, and its pixel grid beats against the sensor's; no single version is read
in all of these, and no picture has to be read by itself: the next comes in a fraction of a second with other noise.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from learnup_desktop.face.analyser import Image

LARGEST_SIDE = 1280
"""Of the picture that is searched; a module of our codes (33 across) has several pixels then, and a try takes 0.1 s."""
LONGEST_TEXT = 512
"""Far more than any code of ours says; who shows a longer one does not get it carried about."""
_GRID_BLUR, _FINE_BLUR = 2.2, 1.1
"""Gaussian sigmas in pixels: a screen's grid is gone under the first while modules of five pixels still stand."""

Grey = NDArray[np.uint8]


class CodeReader:
    """Looks for a QR code. Each call shows the picture as it is and one other version of it, in turn."""

    def __init__(self) -> None:
        # Of OpenCV's two detectors the one of its ArUco module: on composed frames it also reads what stands 30 degrees
        # oblique or spans 130 pixels, where the other reads one in four (tests/unit/proctoring/test_codes.py).
        self._detector = cv2.QRCodeDetectorAruco()
        self._turn = 0

    def read(self, image: Image) -> str | None:
        """What a code in ``image`` (BGR) says; None when there is none, or none that can be read.

        A code that says more than ``LONGEST_TEXT`` characters, or nothing that is text, is as good as none.
        """
        grey = _searched(image)
        version = _VERSIONS[self._turn % len(_VERSIONS)]
        self._turn += 1
        for picture in (grey, version(grey)):
            text = self._decoded(picture)
            if 0 < len(text) <= LONGEST_TEXT and text.isprintable():
                return text
        return None

    def _decoded(self, grey: Grey) -> str:
        try:
            return str(self._detector.detectAndDecode(grey)[0])
        except (cv2.error, UnicodeDecodeError):
            # OpenCV refuses some candidates with an assertion, and decodes bytes that are no text.
            return ""


def _searched(image: Image) -> Grey:
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    scale = LARGEST_SIDE / max(grey.shape[:2])
    if scale < 1.0:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(grey, np.uint8)


def _smoothed(grey: Grey) -> Grey:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), _GRID_BLUR), np.uint8)


def _finely_smoothed(grey: Grey) -> Grey:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), _FINE_BLUR), np.uint8)


def _evened(grey: Grey) -> Grey:
    """Glare and shade evened out, tile by tile."""
    return np.asarray(cv2.createCLAHE(clipLimit=3.0, tileGridSize=(8, 8)).apply(_finely_smoothed(grey)), np.uint8)


def _enlarged(grey: Grey) -> Grey:
    """Twice the size, for a code held far away."""
    return np.asarray(cv2.resize(grey, None, fx=2.0, fy=2.0, interpolation=cv2.INTER_CUBIC), np.uint8)


_VERSIONS: tuple[Callable[[Grey], Grey], ...] = (_smoothed, _finely_smoothed, _evened, _enlarged)
