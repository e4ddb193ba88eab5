"""Taking one enrolment picture: the best of the next looks, or the advice why none was good enough."""

from dataclasses import dataclass

import cv2

from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.face.analyser import FaceAnalyser, FrameRejectedError, Image, region_around
from learnup_desktop.face.identity import Template
from learnup_desktop.face.quality import advice_for, face_quality
from learnup_desktop.proctoring.messages import Advice, Enrolled, StoredTemplate
from learnup_desktop.proctoring.pipeline import Look

TRY_SECONDS = 4.0
"""How long a request waits for a good picture before it answers with advice."""
GOOD_LOOKS = 3
"""Among so many good looks the best is taken."""
_PHOTO_SIDE = 240


@dataclass(slots=True)
class _Candidate:
    score: float
    template: Template
    photo: bytes


class EnrolmentRequest:
    """One ``enrol_frame``: feed it looks until it answers.

    Args:
        analyser: makes the template.
        began: time of the first look.
    """

    def __init__(self, analyser: FaceAnalyser, began: float) -> None:
        self._analyser = analyser
        self._ends = began + TRY_SECONDS
        self._best: _Candidate | None = None
        self._good = 0
        self._advice: tuple[str, ...] = (Advice.NOBODY_THERE.value,)

    def take(self, image: Image, look: Look) -> Enrolled | None:
        """Judge a look; the answer once there is one."""
        advice = enrolment_advice(image, look, self._analyser)
        if advice:
            self._advice = advice
        else:
            self._keep(image, look)
        if self._good >= GOOD_LOOKS or (look.observation.at >= self._ends and self._best is not None):
            return self._accepted()
        if look.observation.at >= self._ends:
            return Enrolled(accepted=False, advice=tuple(Advice(word) for word in self._advice))
        return None

    def _keep(self, image: Image, look: Look) -> None:
        recognition = self._analyser.models.recognition
        if recognition is None:
            return
        face = look.faces[0]
        try:
            vector = self._analyser.embed(image, face)
        except FrameRejectedError:
            return
        self._good += 1
        score = face_quality(image, face).score
        if self._best is None or score > self._best.score:
            self._best = _Candidate(score, Template(vector, recognition.model_id), _photo(image, look))

    def _accepted(self) -> Enrolled:
        assert self._best is not None  # both callers have just seen it
        template = self._best.template
        quality = round(1000 * self._best.score)
        return Enrolled(
            accepted=True,
            template=StoredTemplate(
                data=template.encode(), model_id=template.model_id, dimension=template.dimension, quality=quality
            ),
            quality=quality,
            photo=base64url_encode(self._best.photo),
        )


def enrolment_advice(image: Image, look: Look, analyser: FaceAnalyser | None) -> tuple[str, ...]:
    """What stands between this look and a good template; empty when nothing does.

    Args:
        image: what was looked at.
        look: what was seen in it.
        analyser: measures the pose again where it has landmarks: they are exact to a few degrees, five points are not.
    """
    if not look.faces:
        return (Advice.NOBODY_THERE.value,)
    if len(look.faces) > 1:
        return (Advice.ONE_PERSON.value,)
    face = look.faces[0]
    height, width = image.shape[:2]
    try:
        pose = analyser.pose(image, face) if analyser is not None and analyser.models.landmarks else look.pose
    except FrameRejectedError:
        pose = look.pose
    return advice_for(face_quality(image, face, pose), (width, height), face.centre)


def _photo(image: Image, look: Look) -> bytes:
    height, width = image.shape[:2]
    region = region_around(look.faces[:1], width, height, margin=0.5)
    part = image if region is None else image[region.top : region.bottom, region.left : region.right]
    scale = min(1.0, _PHOTO_SIDE / max(part.shape[:2]))
    small = cv2.resize(part, (round(part.shape[1] * scale), round(part.shape[0] * scale)), interpolation=cv2.INTER_AREA)
    _, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 88])
    return data.tobytes()
