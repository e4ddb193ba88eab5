"""Camera frames in which somebody holds up a QR code, composed from the code that the invigilator's page draws."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from learnup_desktop.qt.qr import qr_image

MODULE_PIXELS = 12
"""Of the screen's pixels a module, before the screen is seen by the camera."""


@dataclass(frozen=True, slots=True)
class Held:
    """How a code is held.

    Attributes:
        side: of the code in pixels of the frame.
        angle: turned in its plane, degrees.
        oblique: how much larger the near edge is than the middle.
        blur: sigma in pixels.
        grid: how dark the lines between a screen's pixels are; they beat against the frame's own.
        light: share of full light.
    """

    side: float = 300.0
    angle: float = 0.0
    oblique: float = 0.0
    blur: float = 0.0
    grid: float = 0.0
    light: float = 1.0


def frame(text: str, held: Held, random: np.random.Generator, size: tuple[int, int] = (640, 480)) -> NDArray[np.uint8]:
    """A noisy BGR frame (height, width, 3) of a room with the code of ``text`` in it."""
    width, height = size
    screen = _screen(text, held.grid)
    wall = random.uniform(60, 190, (6, 8)).astype(np.float32)
    room = cv2.resize(wall, size, interpolation=cv2.INTER_CUBIC)
    end = screen.shape[0]
    corners = np.array([[0, 0], [end, 0], [end, end], [0, end]], np.float32)
    seen = _corners(held) + np.array([width / 2, height / 2]) + random.uniform(-25, 25, 2)
    matrix = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    code = cv2.warpPerspective(screen, matrix, size, flags=cv2.INTER_LINEAR if held.grid else cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.ones_like(screen), matrix, size)
    grey = room * (1 - mask) + (code * 0.85 + 20) * mask
    if held.blur:
        grey = cv2.GaussianBlur(grey, (0, 0), held.blur)
    noisy = grey * held.light + random.normal(0, 6, grey.shape)
    return np.asarray(cv2.cvtColor(np.clip(noisy, 0, 255).astype(np.uint8), cv2.COLOR_GRAY2BGR), np.uint8)


def write_clip(path: Path, frames: Sequence[NDArray[np.uint8]], fps: float = 10.0) -> Path:
    """A recording of the frames that ``VideoCamera`` reads."""
    height, width = frames[0].shape[:2]
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), fps, (width, height))
    for picture in frames:
        writer.write(picture)
    writer.release()
    return path


@functools.lru_cache
def _screen(text: str, grid: float) -> NDArray[np.float32]:
    image = qr_image(text)
    modules = np.array(
        [[image.pixelColor(x, y).lightness() for x in range(image.width())] for y in range(image.height())], np.float32
    )
    screen = np.kron(modules, np.ones((MODULE_PIXELS, MODULE_PIXELS), np.float32))
    screen[::3] *= 1 - grid
    screen[:, ::3] *= 1 - grid
    return screen


def _corners(held: Held) -> NDArray[np.float64]:
    turn = np.deg2rad(held.angle)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    square = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]]) * held.side / 2
    near = 1 + held.oblique * np.array([[-1.0], [1.0], [1.0], [-1.0]]) / 2
    return np.asarray(square @ rotation.T * near)
