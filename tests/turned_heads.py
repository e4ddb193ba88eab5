"""Photographs of one head, turned: what a camera would have seen had the person looked elsewhere.

The composer of clips can only lean a photograph in its plane, so no clip of it shows anybody looking away. Here a head
is given the shape of an average one (an ellipsoid with a nose, in millimetres by the distance of the eyes), turned in
space, and seen again by casting a ray through every pixel. What the photograph does not show (the far cheek, the back
of the head) is what lies in front of it there. That is a synthetic turn: it moves the features as a turn moves them,
which is what detection and five-point pose read, but no ear comes into view, no light changes, and eyes keep looking
where they looked. How far what ``face.pose`` reads off it is from what was asked for is measured, not assumed: see
``tests/unit/test_turned_heads.py`` and the report of ``bench proctoring-accuracy``.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from learnup_desktop.face.analyser import DetectedFace, FaceAnalyser, Image
from learnup_desktop.face.pose import HeadPose, estimate_pose
from tests.face_assets import photo

HALF_WIDTH, HALF_HEIGHT, HALF_DEPTH = 80.0, 125.0, 100.0
"""Millimetres of an adult head with hair: 160 wide, 250 from chin to crown, 200 deep without the nose."""
FLATNESS = 210.0
"""A face is flatter downwards than an ellipsoid of that height: half axis of its curve below the eyes in millimetres,
so that mouth corners lie some 30 behind the tip of the nose (``face.pose`` has 24)."""
NOSE_HEIGHT, NOSE_AT, NOSE_SIZE = 24.0, 30.0, (13.0, 17.0)
"""How far a nose stands out, how far below the eyes its tip is, and its spread across and along."""
EYES_APART, EYES_TO_MOUTH = 62.0, 70.0
FACE_PIXELS = 220
"""Height of the face in what is made: more than a clip shows, less than most photographs have."""
STEPS = 80
"""Depths tried along a ray, some 3 mm each."""

Field = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class _Head:
    """A head in a photograph: where its middle is, pixels a millimetre, lean of the line of the eyes, turn it has."""

    centre: tuple[float, float]
    scale: float
    lean: float
    yaw: float


def turned(photo: Image, face: DetectedFace, yaw: float, pitch: float) -> Image:
    """``photo`` with the head of ``face`` turned by ``yaw`` and ``pitch`` degrees, signs as in ``face.pose``.

    Args:
        photo: BGR.
        face: as detected in it.
        yaw: further to the person's left.
        pitch: further up.
    """
    head = _head(photo, face)
    reach = int(1.3 * HALF_HEIGHT * head.scale)
    left, top = max(0, int(head.centre[0]) - reach), max(0, int(head.centre[1]) - reach)
    right, bottom = min(photo.shape[1], left + 2 * reach), min(photo.shape[0], top + 2 * reach)
    columns, rows = np.meshgrid(np.arange(left, right, dtype=np.float32), np.arange(top, bottom, dtype=np.float32))
    cosine, sine = math.cos(head.lean), math.sin(head.lean)
    across, down = (columns - head.centre[0]) / head.scale, (rows - head.centre[1]) / head.scale
    x, y, hit = _cast(cosine * across + sine * down, cosine * down - sine * across, head.yaw, yaw, pitch)
    map_x = np.asarray(head.centre[0] + head.scale * (cosine * x - sine * y), np.float32)
    map_y = np.asarray(head.centre[1] + head.scale * (sine * x + cosine * y), np.float32)
    seen = cv2.remap(photo, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
    soft = cv2.GaussianBlur(hit.astype(np.float32), (0, 0), max(1.0, 2.0 * head.scale))[..., np.newaxis]
    result = photo.copy()
    window = result[top:bottom, left:right]
    window[:] = np.clip(window * (1 - soft) + seen * soft, 0, 255).astype(np.uint8)
    return result


Angles = tuple[int, int]
"""Yaw and pitch in degrees."""


def turned_name(name: str, angles: Angles) -> str:
    """File name of the photograph ``name`` turned by ``angles``."""
    return f"{Path(name).stem}@{angles[0]:+d}{angles[1]:+d}.png"


def write_turned(
    assets: Path, analyser: FaceAnalyser, folder: Path, name: str, angles: Iterable[Angles]
) -> dict[Angles, HeadPose | None]:
    """Write ``name`` turned by each of ``angles`` into ``folder``, with the ``faces.json`` that the composer asks for.

    Returns:
        What ``face.pose`` reads off each, as the difference from the photograph as it is; None without a face.
    """
    picture, face = _sized(assets, analyser, name)
    straight = _pose(analyser, picture)
    assert straight is not None, f"no face in {name}"
    listed = folder / "faces.json"
    known = listed if listed.is_file() else assets / "images" / "faces.json"
    faces: dict[str, list[float]] = json.loads(known.read_text())
    read: dict[Angles, HeadPose | None] = {}
    for pair in angles:
        made = turned(picture, face, *pair) if pair != (0, 0) else picture
        cv2.imwrite(str(folder / turned_name(name, pair)), made)
        faces[turned_name(name, pair)] = [round(edge, 1) for edge in face.box]
        pose = _pose(analyser, made)
        read[pair] = (
            HeadPose(pose.yaw - straight.yaw, pose.pitch - straight.pitch, pose.roll - straight.roll) if pose else None
        )
    listed.write_text(json.dumps(faces))
    return read


def _sized(assets: Path, analyser: FaceAnalyser, name: str) -> tuple[Image, DetectedFace]:
    """The photograph at ``FACE_PIXELS``, and its face."""
    picture = photo(assets, name)
    scale = FACE_PIXELS / analyser.detect(picture, side=640)[0].height
    small = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    return small, analyser.detect(small, side=480)[0]


def _pose(analyser: FaceAnalyser, picture: Image) -> HeadPose | None:
    faces = analyser.detect(picture, side=480)
    return estimate_pose(faces[0].points, picture.shape[1], picture.shape[0]) if faces else None


def _head(photo: Image, face: DetectedFace) -> _Head:
    points = face.points.astype(np.float64)
    pose = estimate_pose(face.points, photo.shape[1], photo.shape[0])
    assert pose is not None, "no head to turn"
    # The pitch that five points read depends on the face more than on the head (see ``domain.integrity_observation``).
    yaw = pose.yaw
    eyes, mouth = (points[0] + points[1]) / 2, (points[3] + points[4]) / 2
    across, down = points[1] - points[0], mouth - eyes
    apart = math.hypot(*across) / math.cos(math.radians(yaw)) / EYES_APART
    scale = math.sqrt(apart * math.hypot(*down) / EYES_TO_MOUTH)
    lean = math.atan2(float(across[1]), float(across[0]))
    # The eyes lie in front of the head's middle, so in a turned head beside it.
    front = float(_front(np.zeros(1), np.zeros(1))[0]) + NOSE_HEIGHT * 0.2
    aside = float(_rotation(yaw, 0.0)[0, 2]) * front * scale
    centre = float(eyes[0]) - aside * math.cos(lean), float(eyes[1]) - aside * math.sin(lean)
    return _Head(centre, scale, lean, yaw)


def _front(x: Field, y: Field) -> Field:
    """Depth of the face at ``x, y`` millimetres from between the eyes; negative towards the camera."""
    curve = np.where(y > 0, FLATNESS, HALF_HEIGHT * 1.1)
    bowl = np.sqrt(np.maximum(0.0, 1.0 - (x / HALF_WIDTH) ** 2 - (y / curve) ** 2))
    nose = np.exp(-((x / NOSE_SIZE[0]) ** 2 + ((y - NOSE_AT) / NOSE_SIZE[1]) ** 2) / 2)
    return np.asarray(-HALF_DEPTH * bowl - NOSE_HEIGHT * nose, np.float32)


def _cast(x: Field, y: Field, turn: float, yaw: float, pitch: float) -> tuple[Field, Field, NDArray[np.bool_]]:
    """For every pixel at ``x, y`` mm of the turned head: where the photograph has that place, and whether it is head.

    Args:
        x: across, of the level head.
        y: down.
        turn: yaw the head has in the photograph.
        yaw: by how much more it is turned.
        pitch: by how much it is raised.
    """
    before, after = _rotation(turn, 0.0), _rotation(turn + yaw, pitch)
    source_x, source_y, hit = np.zeros_like(x), np.zeros_like(x), np.zeros(x.shape, bool)
    for z in np.linspace(-1.3 * HALF_HEIGHT, 1.3 * HALF_HEIGHT, STEPS, dtype=np.float32):
        # The point in the head's own axes: the inverse of a rotation is its transpose.
        u, v, w = (after[0, i] * x + after[1, i] * y + after[2, i] * z for i in range(3))
        round_part = (u / HALF_WIDTH) ** 2 + (v / HALF_HEIGHT) ** 2
        inside = (round_part < 1.0) & (w >= _front(u, v))
        inside &= w <= HALF_DEPTH * np.sqrt(np.maximum(0.0, 1.0 - round_part))
        new = inside & ~hit
        front = np.minimum(w, 0.0)
        source_x[new] = (before[0, 0] * u + before[0, 1] * v + before[0, 2] * front)[new]
        source_y[new] = (before[1, 0] * u + before[1, 1] * v + before[1, 2] * front)[new]
        hit |= inside
    return source_x, source_y, hit


def _rotation(yaw: float, pitch: float) -> NDArray[np.float64]:
    """As ``face.pose.points_of`` turns its points."""
    y, p = math.radians(yaw), math.radians(pitch)
    turn = np.array([[math.cos(y), 0, -math.sin(y)], [0, 1, 0], [math.sin(y), 0, math.cos(y)]])
    nod = np.array([[1, 0, 0], [0, math.cos(p), math.sin(p)], [0, -math.sin(p), math.cos(p)]])
    return np.asarray(turn @ nod, np.float64)
