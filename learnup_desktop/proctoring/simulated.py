"""A camera for machines without one: a person from InsightFace's own sample photograph, seated and gently moving.

Used for rehearsals, demonstrations and tests. The photograph (``insightface.data.get_image("t1")``) shows six
people and is part of the InsightFace wheel, so it is there on every machine. The whole path behind the camera is
the real one: detection, recognition and liveness see these frames as they would see a webcam's.
"""

import math
import time

import cv2
import numpy as np
from numpy.typing import NDArray

from learnup_desktop.proctoring.camera import CameraFrame

PEOPLE: tuple[tuple[int, int, int, int], ...] = (
    (1130, 273, 1227, 401),
    (464, 266, 573, 415),
    (270, 145, 372, 270),
    (745, 342, 847, 480),
    (56, 261, 169, 398),
    (906, 59, 1011, 206),
)
"""Face boxes (left, top, right, bottom) in the photograph, as SCRFD-500M finds them; the first is who sits here by
default."""
FACE_SHARE = 0.36
"""Face height as a share of the frame's: somebody at arm's length from a laptop."""
NOBODY = -1
_MARGIN = 32
_LEANS = (-2.5, -1.9, -1.2, -0.6, 0.0, 0.6, 1.2, 1.9, 2.5)


class SimulatedCamera:
    """Frames of one person (or two, or nobody) at ``fps``.

    Args:
        person: index into ``PEOPLE``, or ``NOBODY``.
        fps: frames a second.
        paced: wait for real time between frames; else frames come as fast as they are read, with time counted by
            frames.
        size: width and height.
        seed: of the noise and the room.
    """

    def __init__(
        self,
        person: int = 0,
        *,
        fps: float = 10.0,
        paced: bool = True,
        size: tuple[int, int] = (640, 480),
        seed: int = 1,
    ) -> None:
        self.name = "simulated"
        self.size = size
        self.fps = fps
        self._paced = paced
        self._index = 0
        self._began = time.monotonic()
        self._random = np.random.default_rng(seed)
        self._room = self._make_room()
        self._noise = self._make_noise()
        self._scenes: tuple[NDArray[np.uint8], ...] = ()
        self.show(person)

    def show(self, person: int, *, also: int = NOBODY, gain: float = 1.0) -> None:
        """Change who sits there: ``person``, and ``also`` a second one; ``gain`` scales the light.

        Raises:
            IndexError: no such person.
        """
        chosen = [index for index in (person, also) if index != NOBODY]
        scene = self._room.astype(np.float32)
        width = scene.shape[1]
        for place, index in enumerate(chosen):
            scene = self._seat(scene, PEOPLE[index], width * (place + 1) / (len(chosen) + 1), len(chosen) > 1)
        flat = np.clip(scene * gain, 0, 255).astype(np.uint8)
        # Leaning is rendered once for each of a few angles; what moves from frame to frame is only where the
        # picture is cut. Assigned whole: the capture thread reads it while another thread changes it.
        self._scenes = tuple(self._leant(flat, angle) for angle in _LEANS)

    def grab(self) -> bool:
        """Wait until the next frame is due; always True."""
        if self._paced:
            wait = self._began + self._index / self.fps - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            elif wait < -1.0:
                # The computer slept or was too busy: go on from now instead of catching up.
                self._began = time.monotonic() - self._index / self.fps
        self._index += 1
        return True

    def retrieve(self) -> CameraFrame | None:
        """The frame of the last ``grab``."""
        t = self._index / self.fps
        width, height = self.size
        scenes = self._scenes
        scene = scenes[round((math.sin(0.5 * t) + 1) / 2 * (len(scenes) - 1))]
        left, top = _MARGIN + round(9 * math.sin(0.7 * t)), _MARGIN + round(6 * math.sin(0.9 * t))
        # Sensor noise: one large tile, taken from another corner each time, so that no two frames are alike.
        dx, dy = (int(v) for v in self._random.integers(0, 64, 2))
        noise = self._noise[dy : dy + height, dx : dx + width]
        image = cv2.add(scene[top : top + height, left : left + width], noise)
        return CameraFrame(np.asarray(image, np.uint8), t)

    def close(self) -> None:
        """Nothing to give back."""

    def _make_room(self) -> NDArray[np.uint8]:
        width, height = self.size[0] + 2 * _MARGIN, self.size[1] + 2 * _MARGIN
        wall = self._random.uniform(0.85, 1.1, (5, 7, 1)).astype(np.float32) * np.array([150, 168, 178], np.float32)
        smooth = cv2.resize(wall, (width, height), interpolation=cv2.INTER_CUBIC)
        return np.clip(cv2.GaussianBlur(smooth, (0, 0), 9), 0, 255).astype(np.uint8)

    def _make_noise(self) -> NDArray[np.uint8]:
        shape = (self.size[1] + 64, self.size[0] + 64, 3)
        return np.clip(np.abs(self._random.normal(0, 3.0, shape)), 0, 255).astype(np.uint8)

    @staticmethod
    def _leant(scene: NDArray[np.uint8], angle: float) -> NDArray[np.uint8]:
        height, width = scene.shape[:2]
        matrix = cv2.getRotationMatrix2D((width / 2, height * 0.45), angle, 1.0)
        return np.asarray(cv2.warpAffine(scene, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8)

    def _seat(
        self, scene: NDArray[np.float32], box: tuple[int, int, int, int], centre_x: float, small: bool
    ) -> NDArray[np.float32]:
        from insightface.data import get_image

        photo = get_image("t1")
        height, width = scene.shape[:2]
        face_x, face_y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        face = FACE_SHARE * self.size[1] * (0.75 if small else 1.0)
        scale = face / (box[3] - box[1])
        matrix = np.array(
            [[scale, 0, centre_x - scale * face_x], [0, scale, self.size[1] * 0.45 + _MARGIN - scale * face_y]]
        )
        placed = cv2.warpAffine(photo, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
        # The neighbours in the photograph sit about two face widths away; the mask fades out before them.
        mask = np.zeros((height, width), np.float32)
        mask[:, max(0, int(centre_x - 0.95 * face)) : int(centre_x + 0.95 * face)] = 1.0
        alpha = cv2.GaussianBlur(mask, (0, 0), 14)[..., np.newaxis]
        blended: NDArray[np.float32] = scene * (1 - alpha) + placed.astype(np.float32) * alpha
        return blended
