"""One photograph in the largest mode of a camera that otherwise delivers small pictures.

A page of working needs some 150 dots an inch to be marked; the 640 by 480 that watching asks for give 60. So the device
is switched to its largest mode for a moment and back. Mode, exposure and focus settle over some frames, and a hand that
holds paper shakes: of several pictures the sharpest is kept.
"""

import time
from typing import Protocol

import cv2
import numpy as np

from learnup_desktop.face.analyser import Image

STILL_SIZES = (
    (4208, 3120),
    (3840, 2160),
    (2592, 1944),
    (2560, 1440),
    (1920, 1080),
    (1600, 1200),
    (1280, 960),
    (1280, 720),
)
"""Modes of webcams, largest first. A driver asked for more than it has answers with its nearest (V4L2) or refuses."""
SETTLE_SECONDS = 0.7
"""Exposure and focus of a sensor that has just been started; what comes before is not kept."""
MOST_SECONDS = 4.0
PICTURES = 4
JPEG_QUALITY = 92
_FOURCC = cv2.VideoWriter.fourcc(*"MJPG")


class Device(Protocol):
    """What is used of ``cv2.VideoCapture``."""

    def set(self, prop: int, value: float, /) -> bool: ...
    def get(self, prop: int, /) -> float: ...
    def grab(self) -> bool: ...
    def retrieve(self) -> tuple[bool, np.ndarray]: ...


def best_still(device: Device, usual: tuple[int, int]) -> np.ndarray | None:
    """The sharpest picture of the device's largest mode, as its driver gives it.

    None when the device gave no larger picture than ``usual`` (width, height) in ``MOST_SECONDS``; that is set again
    afterwards in any case.
    """
    format_before = device.get(cv2.CAP_PROP_FOURCC)
    # Raw pictures of ten megapixels do not fit through USB 2; some cameras have the mode only in this format.
    device.set(cv2.CAP_PROP_FOURCC, _FOURCC)
    try:
        if not _set_largest(device, usual):
            return None
        best: np.ndarray | None = None
        began, found, sharpest = time.monotonic(), 0, -1.0
        while found < PICTURES and time.monotonic() - began < MOST_SECONDS and device.grab():
            if time.monotonic() - began < SETTLE_SECONDS:
                continue
            good, raw = device.retrieve()
            if not good:
                continue
            found += 1
            sharp = sharpness(raw)
            if sharp > sharpest:
                best, sharpest = raw, sharp
        return best
    finally:
        if format_before > 0:
            device.set(cv2.CAP_PROP_FOURCC, format_before)
        _set_size(device, usual)


def sharpness(picture: np.ndarray) -> float:
    """Variance of the Laplacian (Pech-Pacheco and others, 2000) of the picture at a width of 1,000."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 and picture.shape[2] == 3 else picture
    small = cv2.resize(grey, (1000, max(1, round(1000 * grey.shape[0] / grey.shape[1]))), interpolation=cv2.INTER_AREA)
    return float(cv2.Laplacian(small, cv2.CV_64F).var())


def encode_still(picture: Image, most_bytes: int) -> bytes:
    """The picture as JPEG of at most ``most_bytes``; pixels only, nothing about camera, place or time."""
    quality = JPEG_QUALITY
    while True:
        good, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
        encoded = data.tobytes() if good else b""
        if len(encoded) <= most_bytes:
            return encoded
        if quality > 60:
            quality -= 12
        else:
            picture = np.asarray(cv2.resize(picture, None, fx=0.7, fy=0.7, interpolation=cv2.INTER_AREA), np.uint8)


def shrunk(image: Image, most: tuple[int, int]) -> tuple[int, int, bytes]:
    """Width, height and RGB bytes of a preview no larger than ``most`` (width, height)."""
    scale = min(most[0] / image.shape[1], most[1] / image.shape[0], 1.0)
    size = max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale))
    # Linear on the picture as it lies in memory: OpenCV does the usual halves with vector instructions, in a quarter of
    # the time that a strided view takes to be gathered first.
    small = cv2.resize(image, size, interpolation=cv2.INTER_LINEAR)
    return *size, cv2.cvtColor(small, cv2.COLOR_BGR2RGB).tobytes()


def _set_largest(device: Device, usual: tuple[int, int]) -> bool:
    for size in STILL_SIZES:
        if size[0] * size[1] <= usual[0] * usual[1]:
            break
        width, height = _set_size(device, size)
        if width * height > 1.2 * usual[0] * usual[1]:
            return True
    return False


def _set_size(device: Device, size: tuple[int, int]) -> tuple[int, int]:
    """Ask for a size; the one that the device really has now."""
    device.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
    device.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])
    return int(device.get(cv2.CAP_PROP_FRAME_WIDTH)), int(device.get(cv2.CAP_PROP_FRAME_HEIGHT))
