"""Is this picture good enough to enrol or to judge by, and if not, what can the person do.

Advice is a key, the sentence is the interface's. Thresholds are stated with where they come from; those measured here
were measured on webcam-sized faces of the test photographs, degraded step by step until recognition lost the person.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from learnup_desktop.face.analyser import DetectedFace, Image
from learnup_desktop.face.pose import HeadPose, estimate_pose

FACE_PIXELS = 60
"""Shorter side of a face under which recognition is not trusted: ArcFace is fed 112 px, and half of it is the usual
floor."""
ENROL_PIXELS = 90
"""A template is compared for months; it deserves a larger face."""
SHARPNESS = 18.0
"""Variance of the Laplacian of the face at 112 px; measured: same-person similarity falls under 0.5 below about
this."""
ENROL_SHARPNESS = 45.0
DARK, BRIGHT = 45.0, 225.0
"""Mean brightness of the face (0-255) outside which shadows or highlights swallow features."""
ENROL_YAW, ENROL_PITCH, ENROL_ROLL = 20.0, 25.0, 20.0
JUDGE_YAW = 40.0
"""Degrees of turn past which a frontal template says little about who it is."""


@dataclass(frozen=True, slots=True)
class FrameLight:
    """The picture as a whole: mean brightness and spread (standard deviation) 0-255, and fine detail."""

    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class FaceQuality:
    """One face. ``size`` is the shorter side in pixels, ``score`` 0-1 sums it up."""

    size: float
    sharpness: float
    light: float
    pose: HeadPose | None
    score: float

    @property
    def usable(self) -> bool:
        """Good enough to say who it is."""
        turned = self.pose is not None and abs(self.pose.yaw) > JUDGE_YAW
        return self.size >= FACE_PIXELS and self.sharpness >= SHARPNESS and DARK / 2 <= self.light <= 245 and not turned


def frame_light(image: Image) -> FrameLight:
    """Brightness of a frame from every eighth pixel of every eighth row: 4,800 of 640 by 480, 40 microseconds."""
    sample = image[::8, ::8].astype(np.float32)
    grey = sample @ np.array([0.114, 0.587, 0.299], np.float32)
    return FrameLight(float(grey.mean()), float(grey.std()))


def face_quality(image: Image, face: DetectedFace, pose: HeadPose | None = None) -> FaceQuality:
    """Measure one face; ``pose`` spares estimating it again."""
    height, width = image.shape[:2]
    left, top = max(0, int(face.box[0])), max(0, int(face.box[1]))
    right, bottom = min(width, int(face.box[2]) + 1), min(height, int(face.box[3]) + 1)
    size = min(face.width, face.height)
    head = pose or estimate_pose(face.points, width, height)
    if right - left < 8 or bottom - top < 8:
        return FaceQuality(size, 0.0, 0.0, head, 0.0)
    crop = cv2.cvtColor(image[top:bottom, left:right], cv2.COLOR_BGR2GRAY)
    crop = cv2.resize(crop, (112, 112), interpolation=cv2.INTER_AREA)
    light = float(crop.mean())
    # Detail is judged relative to contrast, so that a dim but sharp face is not called blurred.
    gain = 50.0 / max(8.0, float(crop.std()))
    smooth = cv2.GaussianBlur(crop, (0, 0), 1.0)
    sharpness = float(cv2.Laplacian(smooth, cv2.CV_32F).var()) * gain * gain
    return FaceQuality(size, sharpness, light, head, _score(size, sharpness, light, head))


def _score(size: float, sharpness: float, light: float, pose: HeadPose | None) -> float:
    parts = [min(1.0, size / 160), min(1.0, sharpness / (3 * ENROL_SHARPNESS)), 1.0 - abs(light - 128) / 128]
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
    if quality.light < DARK:
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
    if quality.sharpness < ENROL_SHARPNESS:
        words.append("hold_still")
    return tuple(words)
