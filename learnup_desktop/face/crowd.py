"""Many faces in one picture, small ones too: the whole picture once, then tiles of it, and each face once.

A room's camera sees the back rows at 30 pixels, which SCRFD does not find when a wide picture is scaled to its input.
"""

import math
from collections.abc import Sequence

from learnup_desktop.face.analyser import DetectedFace, FaceAnalyser, Image, Region, checked_image

SIDE = 640
"""Network input, longer side: faces of an eighth of it are found reliably, of a fortieth mostly."""
SPAN = 1280
"""Pixels of the picture that one look takes in. At this scale a face of 32 pixels is 16 in the input, the smallest that
SCRFD finds; smaller ones say too little of who it is. Pictures up to this size need no tiles."""
MOST_TILES = 12
"""At some 25 ms each on an old PC, a third of a second."""
OVERLAP = 0.25
"""Of a tile: a face on the border is whole in the next one when it is smaller than this share."""
SAME_FACE = 0.35
"""Intersection over union from which two boxes are one face."""
INSIDE = 0.7
"""Share of the smaller box within the larger one from which it is a part of the same face, cut by a tile's border."""


def find_faces(analyser: FaceAnalyser, image: Image) -> list[DetectedFace]:
    """Every face, largest first.

    Args:
        analyser: finds them.
        image: BGR, of any usual size.

    Raises:
        FrameRejectedError: no usable image.
    """
    picture = checked_image(image)
    height, width = picture.shape[:2]
    found = analyser.detect(picture, side=SIDE)
    for tile in tiles(width, height):
        found += analyser.detect(picture, region=tile, side=SIDE)
    return distinct(found)


def tiles(width: int, height: int) -> list[Region]:
    """Overlapping parts that cover a picture; none where one look at the whole of it is enough."""
    if max(width, height) <= SPAN:
        return []
    side = float(SPAN)
    while True:
        columns, rows = _steps(width, side), _steps(height, side)
        if columns * rows <= MOST_TILES:
            break
        side *= 1.15
    span = int(side)
    return [
        Region(left, top, min(width, left + span), min(height, top + span))
        for top in _starts(height, span, rows)
        for left in _starts(width, span, columns)
    ]


def _steps(length: int, side: float) -> int:
    return 1 if length <= side else 1 + math.ceil((length - side) / (side * (1 - OVERLAP)))


def _starts(length: int, side: int, count: int) -> list[int]:
    return [0] if count == 1 else [round(step * (length - side) / (count - 1)) for step in range(count)]


def distinct(faces: Sequence[DetectedFace]) -> list[DetectedFace]:
    """Each face once: the surest of boxes that overlap, and no part of a face beside the whole."""
    kept: list[DetectedFace] = []
    # Larger first among the nearly equally sure: what a border cut through is smaller than the whole face.
    for face in sorted(faces, key=lambda face: (-round(face.score, 1), -face.width * face.height)):
        if not any(face.overlap(other) >= SAME_FACE or _within(face, other) >= INSIDE for other in kept):
            kept.append(face)
    return sorted(kept, key=lambda face: -face.width * face.height)


def _within(first: DetectedFace, second: DetectedFace) -> float:
    width = min(first.box[2], second.box[2]) - max(first.box[0], second.box[0])
    height = min(first.box[3], second.box[3]) - max(first.box[1], second.box[1])
    smaller = min(first.width * first.height, second.width * second.height)
    return 0.0 if width <= 0 or height <= 0 else width * height / smaller
