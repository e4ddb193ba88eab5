"""Where a head points, from the five points every SCRFD model gives.

Perspective-n-point against an average face. Five points cannot tell a tilted camera from a lowered chin, so a caller
that judges "looking away" compares with how this person sits (``domain/integrity``), never with zero alone.

Signs: ``yaw`` grows as the nose moves to the right of the unmirrored picture (the person turns to their own left),
``pitch`` grows as the person looks up, ``roll`` grows as the head leans clockwise in the picture. Degrees.
"""

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

# Average face in millimetres, x to the right of the picture, y down, z away from the camera, origin at the nose tip.
# Eye distance 62 mm and the proportions of the arcface_dst template (insightface.utils.face_align), depths from the
# 68-point mean shape commonly used with solvePnP (eyes 27 mm, mouth corners 24 mm behind the nose tip).
_FACE = np.array(
    [[-31.0, -34.0, 27.0], [31.0, -34.0, 27.0], [0.0, 0.0, 0.0], [-26.0, 36.0, 24.0], [26.0, 36.0, 24.0]], np.float64
)


@dataclass(frozen=True, slots=True)
class HeadPose:
    """Degrees; see the module for the signs."""

    yaw: float
    pitch: float
    roll: float


def estimate_pose(points: NDArray[np.float32], width: int, height: int) -> HeadPose | None:
    """Head pose of five points (eyes, nose, mouth corners) in a picture of ``width`` by ``height``.

    The focal length is taken as the picture's width (a horizontal field of view of 53 degrees; webcams have 50 to 70).

    Returns:
        None when the points have no solution (all on one spot, not finite).
    """
    image_points = np.ascontiguousarray(points, dtype=np.float64)
    if image_points.shape != (5, 2) or not np.isfinite(image_points).all() or np.ptp(image_points, axis=0).min() < 2:
        return None
    # Angles are measured about the face's own line of sight, so that a face at the edge of the picture that looks at
    # the camera reads as straight: the points are centred first.
    image_points = image_points - image_points.mean(axis=0)
    # The lean is taken out first: a leaning head that looks straight on is not turned, and five points read most
    # people as looking somewhat down, which a lean would otherwise turn into a turn.
    eyes = image_points[1] - image_points[0]
    lean = math.atan2(float(eyes[1]), float(eyes[0]))
    level = np.array([[math.cos(lean), math.sin(lean)], [-math.sin(lean), math.cos(lean)]])
    image_points = np.ascontiguousarray(image_points @ level.T)
    focal = float(max(width, height))
    camera = np.array([[focal, 0.0, 0.0], [0.0, focal, 0.0], [0.0, 0.0, 1.0]])
    try:
        found, rotation, _ = cv2.solvePnP(_FACE, image_points, camera, None, flags=cv2.SOLVEPNP_SQPNP)
    except cv2.error:
        return None
    if not found or not np.isfinite(rotation).all():
        return None
    matrix, _ = cv2.Rodrigues(rotation)
    forward = -matrix[:, 2]
    # The nose points to the camera: forward is (0, 0, -1) when looking straight.
    yaw = math.degrees(math.atan2(float(forward[0]), float(-forward[2])))
    pitch = math.degrees(math.atan2(float(-forward[1]), math.hypot(float(forward[0]), float(forward[2]))))
    return HeadPose(yaw, pitch, math.degrees(lean))


def points_of(yaw: float, pitch: float, *, distance: float = 600.0, focal: float = 640.0) -> NDArray[np.float32]:
    """Five picture points of the average face turned by ``yaw`` and ``pitch`` degrees; for tests and calibration."""
    y, p = math.radians(yaw), math.radians(pitch)
    turn = np.array([[math.cos(y), 0, -math.sin(y)], [0, 1, 0], [math.sin(y), 0, math.cos(y)]])
    nod = np.array([[1, 0, 0], [0, math.cos(p), math.sin(p)], [0, -math.sin(p), math.cos(p)]])
    moved = _FACE @ (turn @ nod).T + np.array([0.0, 0.0, distance])
    seen: NDArray[np.float32] = (moved[:, :2] / moved[:, 2:] * focal).astype(np.float32)
    return seen
