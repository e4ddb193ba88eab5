"""Is this picture good enough to enrol or to judge by, and if not, what can the person do.

Advice is a key, the sentence is the interface's. Thresholds are stated with where they come from; those measured here
were measured on webcam-sized faces of the test photographs, degraded step by step until recognition lost the person.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from learnup_desktop.face.analyser import DetectedFace, Image
from learnup_desktop.face.pose import HeadPose, estimate_pose

FACE_PIXELS, ENROL_PIXELS = 45, 90
"""Shorter side of a face from which it is judged, and from which it is enrolled: a template is compared for months."""
DETAIL = 0.085
"""Fine detail (see ``FaceQuality.detail``) from which a face may be judged or enrolled. Measured on 1,152 degraded
frames of four people (35-173 px, 7 brightnesses, 8 blurs; 740 of them too poor to recognise anybody): with this, the
contrasts and the strength below, no frame of the right person falls under a similarity of 0.32, and at most 2 do before
the person was recognised once."""
CONTRAST, CONTRAST_UNSEEN, ENROL_CONTRAST = 10.0, 13.0, 15.0
"""Spread of grey values in the face; what is under it is noise. Same measurement."""
STRENGTH = 0.73
"""Length of the raw template, as a share of what this person's good frames have. ArcFace's shrinks with every loss
of quality, whatever its cause (correlation with similarity on the same frames: 0.81), but it also differs between
people: one that is shorter asks for a plainer difference (``domain.integrity_observation.STRANGER``)."""
LIVE_PIXELS, LIVE_DETAIL, LIVE_CONTRAST = 80, 0.095, 15.0
"""From where a liveness score may speak against a person. Small, blurred and dim faces of living people score like
screens (measured with MiniFASNetV2: blurred by 2 pixels, most honest frames score under 0.1)."""
LIVE_DETAIL_SHARE = 0.85
"""While the recognised person's picture has less than this share of its usual detail, a low liveness score is explained
by the blur. Measured on a living face: a blur of 1.5 pixels leaves 0.72 to 0.83 of the detail and takes the score from
0.95 to 0.01; unblurred it had 0.84 and more and scored over 0.9."""
DARK, BRIGHT = 45.0, 225.0
"""Mean brightness of the face (0-255) outside which shadows or highlights swallow features."""
ENROL_YAW, ENROL_PITCH, ENROL_ROLL = 30.0, 45.0, 30.0
"""Degrees. Wide, since five points read people who look straight ahead as up to 22 turned and 37 lowered."""


@dataclass(frozen=True, slots=True)
class FrameLight:
    """The picture as a whole: mean brightness and spread (standard deviation), 0 to 255."""

    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class FaceQuality:
    """One face.

    Attributes:
        size: the shorter side in pixels.
        detail: energy of structures of one to two pixels at 112 pixels, relative to the face's contrast; falls with
            blur, with a small face, and not with the light.
        contrast: standard deviation of grey values.
        light: mean brightness, 0 to 255.
        pose: None when the points have none.
        score: 0 to 1, sums it up.
    """

    size: float
    detail: float
    contrast: float
    light: float
    pose: HeadPose | None
    score: float

    @property
    def usable_for_liveness(self) -> bool:
        """Whether a low liveness score in this picture may speak against a person."""
        good = self.size >= LIVE_PIXELS and self.detail >= LIVE_DETAIL and self.contrast >= LIVE_CONTRAST
        return good and DARK <= self.light <= BRIGHT

    @property
    def small(self) -> bool:
        """Whether the face has too few pixels to judge who it is."""
        return self.size < FACE_PIXELS

    @property
    def usable_for_pose(self) -> bool:
        """Whether the five points are exact enough for angles."""
        return self.size >= FACE_PIXELS and self.detail >= DETAIL

    def usable(self, *, seen: bool) -> bool:
        """Whether an unlike face in this picture may speak against a person.

        Args:
            seen: whether this person was recognised before, so that there are good frames to compare with.
        """
        if self.size < FACE_PIXELS or self.light > 245:
            return False
        return self.detail >= DETAIL and self.contrast >= (CONTRAST if seen else CONTRAST_UNSEEN)


def frame_light(image: Image) -> FrameLight:
    """Brightness of a frame from every twelfth pixel of every twelfth row: 2,160 of 640 by 480."""
    mean, spread = cv2.meanStdDev(cv2.cvtColor(np.ascontiguousarray(image[::12, ::12]), cv2.COLOR_BGR2GRAY))
    return FrameLight(float(mean[0, 0]), float(spread[0, 0]))


def face_quality(image: Image, face: DetectedFace, pose: HeadPose | None = None) -> FaceQuality:
    """Measure one face; ``pose`` spares estimating it again."""
    height, width = image.shape[:2]
    left, top = max(0, int(face.box[0])), max(0, int(face.box[1]))
    right, bottom = min(width, int(face.box[2]) + 1), min(height, int(face.box[3]) + 1)
    size = min(face.width, face.height)
    head = pose or estimate_pose(face.points, width, height)
    if right - left < 8 or bottom - top < 8:
        return FaceQuality(size, 0.0, 0.0, 0.0, head, 0.0)
    crop = cv2.cvtColor(image[top:bottom, left:right], cv2.COLOR_BGR2GRAY)
    crop = cv2.resize(crop, (112, 112), interpolation=cv2.INTER_AREA).astype(np.float32)
    fine, coarse = cv2.GaussianBlur(crop, (0, 0), 1.0), cv2.GaussianBlur(crop, (0, 0), 2.0)
    contrast = _spread(fine)
    detail = _spread(fine - coarse) / max(4.0, contrast)
    light = float(cv2.mean(crop)[0])
    return FaceQuality(size, detail, contrast, light, head, _score(size, detail, contrast, light, head))


def _spread(values: NDArray[Any]) -> float:
    """Standard deviation; OpenCV's takes a fifth of the time of NumPy's on pictures this small."""
    return float(cv2.meanStdDev(values)[1][0, 0])


def _score(size: float, detail: float, contrast: float, light: float, pose: HeadPose | None) -> float:
    parts = [min(1.0, size / 160), min(1.0, detail / 0.15), min(1.0, contrast / 40), 1.0 - abs(light - 128) / 128]
    if pose is not None:
        parts.append(max(0.0, 1.0 - abs(pose.yaw) / 60))
    return float(np.clip(np.prod(parts) ** (1 / len(parts)), 0.0, 1.0))


def advice_for(quality: FaceQuality, frame_size: tuple[int, int], centre: tuple[float, float]) -> tuple[str, ...]:
    """What to do for a picture that can be enrolled, most urgent first; empty when it is good.

    Args:
        quality: of the one face.
        frame_size: width and height of the picture.
        centre: of the face.
    """
    words: list[str] = []
    if quality.light < DARK or quality.contrast < ENROL_CONTRAST:
        words.append("more_light")
    elif quality.light > BRIGHT:
        words.append("less_light")
    if quality.size < ENROL_PIXELS:
        words.append("come_closer")
    elif quality.size > 0.75 * frame_size[1]:
        words.append("move_back")
    pose = quality.pose
    if pose is not None and (abs(pose.yaw) > ENROL_YAW or abs(pose.pitch) > ENROL_PITCH or abs(pose.roll) > ENROL_ROLL):
        words.append("look_at_camera")
    if not (0.15 < centre[0] / frame_size[0] < 0.85 and 0.15 < centre[1] / frame_size[1] < 0.85):
        words.append("centre_face")
    if quality.detail < DETAIL:
        words.append("hold_still")
    return tuple(words)
