"""Following one person from look to look: where to search next, and when the track broke.

A worker that looked at the whole picture with every model each time would cost ten times as much. It may look at a
small region and skip recognition only as long as it is sure that this is still the same face; what makes it unsure
is a jump of the box, a look without the face, or a face that suddenly looks different in the same place (somebody
else sat down, or the picture was replaced).
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from learnup_desktop.face.analyser import DetectedFace, FaceAnalyser, Image, Region, region_around

WHOLE_SECONDS = 1.0
"""How often the whole picture is searched, so that a second person is seen within a second."""
WHOLE_SIDE, REGION_SIDE, PRECISE_SIDE, CAREFUL_SIDE = 224, 96, 160, 448
"""Network input: the whole frame, a region of three face sizes, the same when the points are needed for
recognition, and a second try where nobody was found."""
ASIDE_SIDE = 224
"""Network input for the region around a head that is turned aside. Measured on heads turned by 50 degrees, 127 pixels
wide, sitting already 10 degrees aside in the photograph: at 160 their points read 33 degrees of turn (the policy's
limit is 35, so it was found or not by chance), at this one 39, at 288 as well. It costs twice as much, only while a
head is turned."""
KNOWN_SIDE, KNOWN_SCORE = 192, 0.3
"""Where a face was last seen a weaker answer of the detector will do (hysteresis): measured on dim, small and
blurred faces, the right place scores 0.3 to 0.9 and an empty one under 0.1."""
SECOND_FACE_SHARE = 0.35
"""A face smaller than this share of the first is a poster or somebody on a distant screen, not company."""
SAME_PLACE = 0.25
SAME_LOOK = 0.8
"""Correlation of two smoothed 24x24 thumbnails of one face a quarter second apart, under which the face is looked at
afresh. Measured: a quietly moving person stays over 0.8 (98 % over 0.87), ten different people in the same place reach
at most 0.76. A break costs one recognition, a missed one up to ``recognition_seconds`` of delay."""
_THUMB = 24
SAME_PLACE_LOOK = 0.77
"""Correlation, at best over small shifts, from which the place where a face was last seen still looks like that face
although the detector finds none: somebody out of focus, not somebody gone. Measured on five people at three
brightnesses: blurred until undetectable 0.79 to 0.96, an empty room instead of them at most 0.73."""
_SHIFTS = (-0.25, 0.0, 0.25)


class Follower:
    """Finds the faces of each look and remembers the subject.

    Args:
        analyser: does the detection.
    """

    def __init__(self, analyser: FaceAnalyser) -> None:
        self._analyser = analyser
        self._subject: DetectedFace | None = None
        self._known: DetectedFace | None = None
        self._thumb: NDArray[np.float32] | None = None
        self._known_thumb: NDArray[np.float32] | None = None
        self._whole_at = float("-inf")
        self._careful_at = float("-inf")
        self._several_until = float("-inf")
        self.track = 0
        self.broke = True
        self.in_place = False
        self.whole = True

    @property
    def subject(self) -> DetectedFace | None:
        """The followed face of the last look."""
        return self._subject

    def look(self, image: Image, at: float, *, precise: bool = False, aside: bool = False) -> list[DetectedFace]:
        """Faces of this frame, the subject first. Sets ``whole``, ``broke``, ``track``, and ``in_place``: whether, the
        track broken or not, the face is where the last look had one (a head that turns quickly looks like another).

        Args:
            image: the frame.
            at: its time in seconds.
            precise: the five points will be used for more than following.
            aside: the head is turned to a side, so its points are hard to find and all that counts.

        Raises:
            FrameRejectedError: no usable image.
        """
        height, width = image.shape[:2]
        region: Region | None = None
        side = ASIDE_SIDE if aside else PRECISE_SIDE if precise else REGION_SIDE
        if self._subject is not None and at - self._whole_at < WHOLE_SECONDS and at > self._several_until:
            region = region_around([self._subject], width, height)
        faces = self._analyser.detect(image, region=region, side=side) if region is not None else []
        self.whole = not faces
        if not faces:
            faces = self._search(image, at)
        faces = _people(faces)
        if aside and self.whole and len(faces) == 1:
            # In the whole picture the face is small: the turn read off it came out up to 15 degrees short.
            region = region_around(faces, width, height)
            nearer = self._analyser.detect(image, region=region, side=ASIDE_SIDE) if region is not None else []
            faces = [max(nearer, key=faces[0].overlap)] if nearer else faces
        if len(faces) > 1:
            self._several_until = at + 2.0
        self._follow(image, faces)
        if self._subject is not None and len(faces) > 1:
            subject = self._subject
            faces.sort(key=lambda face: face is not subject)
        return faces

    def lose(self) -> None:
        """The camera is gone: whoever comes next is a new track."""
        self._subject, self._thumb, self.broke, self.in_place = None, None, True, False

    def prefer(self, face: DetectedFace, image: Image) -> None:
        """Recognition found the enrolled person at ``face``: follow this one."""
        if face is not self._subject:
            self._subject, self._thumb = face, _thumbnail(image, face)

    def still_there(self, image: Image) -> bool:
        """Whether, with no face found, the place of the last one looks as if that person were in it all the same."""
        known, before = self._known, self._known_thumb
        if known is None or before is None:
            return False
        return any(
            float((before * _thumbnail(image, _shifted(known, right, down))).mean()) >= SAME_PLACE_LOOK
            for right in _SHIFTS
            for down in _SHIFTS
        )

    def _search(self, image: Image, at: float) -> list[DetectedFace]:
        self._whole_at = at
        faces = self._analyser.detect(image, side=WHOLE_SIDE)
        if not faces and self._known is not None:
            region = region_around([self._known], image.shape[1], image.shape[0])
            faces = self._analyser.detect(image, region=region, side=KNOWN_SIDE, threshold=KNOWN_SCORE)
        if not faces and at - self._careful_at >= WHOLE_SECONDS:
            # A small, dim or blurred face needs more pixels; worth it only now and then.
            self._careful_at = at
            faces = self._analyser.detect(image, side=CAREFUL_SIDE)
        return faces

    def _follow(self, image: Image, faces: list[DetectedFace]) -> None:
        before, before_thumb = self._subject, self._thumb
        if not faces:
            self.broke = self.broke or before is not None
            self._subject, self._thumb, self.in_place = None, None, False
            return
        nearest = max(faces, key=before.overlap) if before is not None else faces[0]
        thumb = _thumbnail(image, nearest)
        self.in_place = before is not None and before.overlap(nearest) >= SAME_PLACE
        same = self.in_place and before_thumb is not None and float((before_thumb * thumb).mean()) >= SAME_LOOK
        self.broke = not same
        self.track += not same
        self._subject, self._known = nearest, nearest
        self._thumb = self._known_thumb = thumb


def _people(faces: list[DetectedFace]) -> list[DetectedFace]:
    """Without what is too small beside the largest face to be somebody in the room."""
    if not faces:
        return []
    tallest = max(face.height for face in faces)
    return [face for face in faces if face.height >= SECOND_FACE_SHARE * tallest]


def _shifted(face: DetectedFace, right: float, down: float) -> DetectedFace:
    """``face`` moved by shares of its size."""
    x, y = right * face.width, down * face.height
    left, top, end, bottom = face.box
    return DetectedFace((left + x, top + y, end + x, bottom + y), face.score, face.points)


def _thumbnail(image: Image, face: DetectedFace) -> NDArray[np.float32]:
    """The face as 24 by 24 grey values, zero mean and unit spread, so that a mean product is a correlation."""
    height, width = image.shape[:2]
    left, top = max(0, int(face.box[0])), max(0, int(face.box[1]))
    right, bottom = min(width, int(face.box[2]) + 1), min(height, int(face.box[3]) + 1)
    if right - left < 2 or bottom - top < 2:
        return np.zeros((_THUMB, _THUMB), np.float32)
    # Grey first: averaging one channel costs a third of averaging three.
    part = cv2.cvtColor(image[top:bottom, left:right], cv2.COLOR_BGR2GRAY)
    small = cv2.resize(part, (_THUMB, _THUMB), interpolation=cv2.INTER_AREA)
    # Smoothed, since boxes of different network sizes differ by a pixel or two of the thumbnail.
    grey = cv2.GaussianBlur(small.astype(np.float32), (0, 0), 1.5)
    mean, spread = cv2.meanStdDev(grey)
    centred: NDArray[np.float32] = grey - np.float32(mean[0, 0])
    return centred / np.float32(max(1.0, float(spread[0, 0])))
