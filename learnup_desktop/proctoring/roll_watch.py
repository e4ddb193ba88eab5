"""Roll call over pictures: faces followed from one to the next, the best looks of each matched against the class.

Runs in the roll-call process. Photographs of front and back of the room and frames of a camera all come in by
``look``; what has been seen so far comes out by ``seen``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.face.analyser import DetectedFace, FaceAnalyser, FrameRejectedError, Image, Vector, region_around
from learnup_desktop.face.crowd import find_faces
from learnup_desktop.face.identity import IDENTITY_THRESHOLD
from learnup_desktop.face.liveness import LivenessCheck
from learnup_desktop.face.quality import FaceQuality, face_quality
from learnup_desktop.face.roll_match import LOOKS, ClassMatcher, Ranked, Verdict, judge, one_each
from learnup_desktop.proctoring.roll_messages import RollProposal, RollSeen

SAME_TRACK = 0.25
"""Intersection over union with where a face was, from which it is the same face."""
FORGET_FRAMES = 6
"""A face that was not seen for so many frames has gone; whoever comes there next is somebody else."""
_PICTURE_SIDE = 160
NOT_LIVE = 0.2
"""Middle liveness under which the teacher is told that it may be a picture of somebody. Never more than told."""


@dataclass(slots=True)
class _Shot:
    score: float
    vectors: Vector
    live: float | None
    picture: bytes


@dataclass(slots=True)
class _Track:
    """One face, followed."""

    number: int
    face: DetectedFace
    frame: int
    shots: list[_Shot] = field(default_factory=list)

    def wants(self, quality: FaceQuality) -> bool:
        """Whether a look of this quality would be kept."""
        return len(self.shots) < LOOKS or quality.score > self.shots[-1].score

    def keep(self, shot: _Shot) -> None:
        """Keep the best."""
        self.shots.append(shot)
        self.shots.sort(key=lambda kept: -kept.score)
        del self.shots[LOOKS:]


@dataclass(frozen=True, slots=True)
class _Found:
    verdict: Verdict
    track: _Track


class RollWatch:
    """One roll call.

    Args:
        analyser: detection and recognition.
        matcher: the class.
        liveness: None leaves it out.
        threshold: least cosine.
    """

    def __init__(
        self,
        analyser: FaceAnalyser,
        matcher: ClassMatcher,
        liveness: LivenessCheck | None = None,
        threshold: float = IDENTITY_THRESHOLD,
    ) -> None:
        self._analyser = analyser
        self._matcher = matcher
        self._liveness = liveness
        self._threshold = threshold
        self._tracks: list[_Track] = []
        self._scene: list[_Track] = []
        self._frame = 0
        self._numbers = 0
        self._unknown = self._faces = 0
        self._best: dict[tuple[str, ...], _Found] = {}

    def look(self, image: Image, *, new_scene: bool = False) -> None:
        """Take a picture.

        Args:
            image: BGR.
            new_scene: not the next frame of the same camera: another photograph, say. Nobody is followed into it.

        Raises:
            FrameRejectedError: no usable image.
        """
        self._frame += 1
        if new_scene:
            self._tracks = []
        faces = find_faces(self._analyser, image)
        self._tracks = [track for track in self._tracks if self._frame - track.frame <= FORGET_FRAMES]
        here = [self._follow(face) for face in faces]
        for track in here:
            self._shoot(image, track)
        self._conclude([track for track in here if track.shots])
        self._faces = max(self._faces, len(faces))

    def seen(self, source: str) -> RollSeen:
        """All that was seen so far, the surest first."""
        named = {found.verdict.person for found in self._best.values() if found.verdict.person}
        proposals = [
            _proposal(found)
            for found in self._best.values()
            # Once somebody is named plainly, an earlier "which of these" that can only be them is answered.
            if found.verdict.person or not set(found.verdict.candidates) <= named
        ]
        proposals.sort(key=lambda proposal: (not proposal.person, -proposal.likeness))
        return RollSeen(source=source, faces=self._faces, unknown=self._unknown, proposals=tuple(proposals))

    # -- inside -------------------------------------------------------------------------------------------------------

    def _follow(self, face: DetectedFace) -> _Track:
        free = [track for track in self._tracks if track.frame != self._frame]
        near = max(free, key=lambda track: track.face.overlap(face), default=None)
        if near is None or near.face.overlap(face) < SAME_TRACK:
            self._numbers += 1
            near = _Track(self._numbers, face, self._frame)
            self._tracks.append(near)
        near.face, near.frame = face, self._frame
        return near

    def _shoot(self, image: Image, track: _Track) -> None:
        quality = face_quality(image, track.face)
        if not track.wants(quality):
            return
        try:
            vectors = np.stack([self._analyser.embed(image, track.face), self._mirrored(image, track.face)])
            live = None
            if self._liveness is not None and quality.usable_for_liveness:
                live = self._liveness.score(image, track.face)
        except FrameRejectedError:
            return
        track.keep(_Shot(quality.score, vectors, live, _picture(image, track.face)))

    def _mirrored(self, image: Image, face: DetectedFace) -> Vector:
        """A second look at the same face: its mirror image, which a template has to recognise as well."""
        height, width = image.shape[:2]
        region = region_around([face], width, height, margin=0.5)
        left, top, right, bottom = (
            (0, 0, width, height) if region is None else (region.left, region.top, region.right, region.bottom)
        )
        part = np.ascontiguousarray(image[top:bottom, left:right][:, ::-1])
        points = face.points - np.array([left, top], np.float32)
        points = points * np.array([-1, 1], np.float32) + np.array([part.shape[1] - 1, 0], np.float32)
        # Image-left stays first: eyes and mouth corners change places.
        points = points[[1, 0, 2, 4, 3]]
        box = (
            part.shape[1] - face.box[2] + left,
            face.box[1] - top,
            part.shape[1] - face.box[0] + left,
            face.box[3] - top,
        )
        return self._analyser.embed(part, DetectedFace(box, face.score, np.ascontiguousarray(points, np.float32)))

    def _conclude(self, here: Sequence[_Track]) -> None:
        """Judge who is in this picture, each with all looks so far."""
        if not here:
            return
        ranked: list[Ranked | None] = self._matcher.rank(
            np.concatenate([shot.vectors for track in here for shot in track.shots])
        )
        verdicts, start = [], 0
        for track in here:
            count = sum(len(shot.vectors) for shot in track.shots)
            verdicts.append(judge(ranked[start : start + count], threshold=self._threshold))
            start += count
        verdicts = one_each(verdicts)
        self._unknown = max(self._unknown, sum(verdict.unknown for verdict in verdicts))
        for track, verdict in zip(here, verdicts, strict=True):
            self._remember(_Found(verdict, track))

    def _remember(self, found: _Found) -> None:
        for key in [key for key, held in self._best.items() if held.track is found.track]:
            del self._best[key]
        verdict = found.verdict
        if verdict.unknown:
            return
        key = (verdict.person,) if verdict.person else ("", *sorted(verdict.candidates))
        held = self._best.get(key)
        if held is None or verdict.similarity > held.verdict.similarity:
            self._best[key] = found


def _proposal(found: _Found) -> RollProposal:
    verdict, track = found.verdict, found.track
    live = [shot.live for shot in track.shots if shot.live is not None]
    return RollProposal(
        id=f"{track.number}",
        person=verdict.person,
        candidates=verdict.candidates,
        likeness=round(1000 * verdict.similarity),
        next_likeness=round(1000 * max(0.0, verdict.next_similarity)),
        agreeing=verdict.agreeing,
        looks=verdict.looks,
        live=round(1000 * float(np.median(live))) if live else None,
        picture=base64url_encode(track.shots[0].picture),
    )


def _picture(image: Image, face: DetectedFace) -> bytes:
    height, width = image.shape[:2]
    region = region_around([face], width, height, margin=0.35)
    part = image if region is None else image[region.top : region.bottom, region.left : region.right]
    scale = min(1.0, _PICTURE_SIDE / max(part.shape[:2]))
    size = max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale))
    _, data = cv2.imencode(".jpg", cv2.resize(part, size, interpolation=cv2.INTER_AREA), [cv2.IMWRITE_JPEG_QUALITY, 85])
    return data.tobytes()
