"""From a frame to an observation to events: the same path for a live camera and for a recording.

The pipeline knows no clock and no camera. It is told the time of each frame, says when the next look is due, and runs
detection at every look but recognition and liveness only when they are due, when the track broke, or when the last
answer was a suspicion.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from zlib import crc32

import cv2
import numpy as np

from learnup_desktop.contract.integrity import Assurance, IntegrityKind, ProctoringPolicy
from learnup_desktop.domain.integrity import Change, IntegrityRules
from learnup_desktop.domain.integrity_observation import Observation, Sight, speaks_against
from learnup_desktop.domain.integrity_repetition import Repetition, RepetitionRule
from learnup_desktop.face.analyser import (
    DetectedFace,
    FaceAnalyser,
    FrameRejectedError,
    Image,
    checked_image,
)
from learnup_desktop.face.identity import Template, best_similarity
from learnup_desktop.face.liveness import LivenessCheck
from learnup_desktop.face.pose import HeadPose, estimate_pose
from learnup_desktop.face.quality import (
    LIVE_DETAIL_SHARE,
    STRENGTH,
    FaceQuality,
    FrameLight,
    face_quality,
    frame_light,
)
from learnup_desktop.proctoring.checks import SUSPICION_SECONDS, Check
from learnup_desktop.proctoring.follower import Follower
from learnup_desktop.proctoring.messages import StatusWord

BLACK_LIGHT, COVERED_LIGHT = 6.0, 12.0
"""Mean brightness (0-255) of a lens under tape, and of one under a hand where no face is found; a room at night by
the screen's own light measures over 15."""
COVERED_FLATNESS = 0.05
"""Spread over mean of a picture of one colour; any room has more."""
DIM_LIGHT = 40.0
"""Under this mean brightness detection begins to miss faces (measured on the test photographs, darkened step by
step)."""
DARKISH_LIGHT, WANTED_LIGHT, MOST_GAIN = 70.0, 110.0, 8.0
"""Frames darker than the first are brightened towards the second before they are analysed: what the models do not
see in a dim frame is mostly there (measured at 15 % of normal light: detector scores 0.2 to 0.7 become 0.7
to 0.85)."""
POSE_SCORE = 0.6
"""Detector's score under which its five points are not good for angles."""
TURNING_PART = 0.6
"""From this share of the policy's angles on a head's points are taken from a larger detection: at the smaller
one the turn they read varies by 15 degrees from look to look."""
CODE_SIDE = 4
"""A picture is compared with the one before in so many parts across and down."""
RECOGNISED_AT_ONCE = 3
"""At most so many faces of one frame are recognised."""


def brightened(image: Image, light: FrameLight) -> Image:
    """``image``, or a brighter copy of a dim one."""
    if light.mean >= DARKISH_LIGHT:
        return image
    gain = min(MOST_GAIN, WANTED_LIGHT / max(1.0, light.mean))
    return np.asarray(cv2.convertScaleAbs(image, alpha=gain), np.uint8)


def picture_codes(image: Image) -> tuple[int, ...]:
    """A number for each sixteenth of a picture, from every twelfth pixel of every twelfth row: equal only when those
    pixels are (see ``domain.integrity_repetition``)."""
    sampled = image[::12, ::12]
    height, width = sampled.shape[:2]
    rows = [height * part // CODE_SIDE for part in range(CODE_SIDE + 1)]
    columns = [width * part // CODE_SIDE for part in range(CODE_SIDE + 1)]
    return tuple(
        crc32(sampled[rows[i] : rows[i + 1], columns[j] : columns[j + 1]].tobytes())
        for i in range(CODE_SIDE)
        for j in range(CODE_SIDE)
    )


def _parts_of(faces: Sequence[DetectedFace], image: Image) -> frozenset[int]:
    """The parts of ``picture_codes`` that the first face is in."""
    if not faces:
        return frozenset()
    height, width = image.shape[:2]
    left, top, right, bottom = faces[0].box
    last = CODE_SIDE - 1
    columns = range(max(0, int(CODE_SIDE * left / width)), min(last, int(CODE_SIDE * right / width)) + 1)
    rows = range(max(0, int(CODE_SIDE * top / height)), min(last, int(CODE_SIDE * bottom / height)) + 1)
    return frozenset(CODE_SIDE * row + column for row in rows for column in columns)


class PersonScale:
    """What good pictures of this person look like here, learnt from the frames in which they were recognised.

    Args:
        strengths: those that came with the templates; 0 says nothing.
    """

    LEARN_FRAMES = 5

    def __init__(self, strengths: Sequence[float]) -> None:
        self._floor = max(strengths, default=0.0)
        self._strengths: deque[float] = deque(maxlen=400)
        self._details: deque[float] = deque(maxlen=400)

    def recognised(self, strength: float, detail: float) -> None:
        """A frame in which the person was recognised."""
        self._strengths.append(strength)
        self._details.append(detail)

    @property
    def learning(self) -> bool:
        """Whether a few more recognised frames soon would make the scale better."""
        return len(self._strengths) < self.LEARN_FRAMES

    def strength_share(self, strength: float) -> float | None:
        """``strength`` as a share of this person's good frames; None while there is nothing to compare with."""
        reference = max(self._floor, _upper(self._strengths))
        return strength / reference if reference > 0 and strength > 0 else None

    def detail_share(self, detail: float) -> float:
        """``detail`` as a share of this person's good frames; 1 while there is nothing to compare with."""
        reference = _upper(self._details)
        return detail / reference if reference > 0 else 1.0


def _upper(values: Sequence[float]) -> float:
    """The value that a fifth of the others exceed; 0 of none."""
    return sorted(values)[int(0.8 * len(values))] if values else 0.0


@dataclass(slots=True)
class Look:
    """What one look gave."""

    observation: Observation
    faces: list[DetectedFace] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    quality: FaceQuality | None = None
    pose: HeadPose | None = None
    similarity: float | None = None
    live: float | None = None


class Pipeline:
    """Analysis of one stream of frames.

    Args:
        policy: rates, thresholds, rules.
        analyser: None watches the camera only (covered, lost, dark).
        liveness: None when that model is not there.
        templates: of the enrolled person; those of another model are ignored.
    """

    def __init__(
        self,
        policy: ProctoringPolicy,
        analyser: FaceAnalyser | None,
        liveness: LivenessCheck | None = None,
        templates: Sequence[Template] = (),
    ) -> None:
        self.policy = policy
        self.rules = IntegrityRules(policy)
        self.analyser = analyser
        self.liveness = liveness
        self._follower = Follower(analyser) if analyser is not None else None
        self._recognition, self._life = Check(), Check()
        self._templates: tuple[Template, ...] = ()
        self.use_templates(templates)
        self.rate = policy.observations_per_second
        self._due_at = float("-inf")
        self._posed_at = float("-inf")
        self._usable = self._usual = True
        self._last_strength = 0.0
        # Whether the followed face was recognised and not out of sight since: another person's pose says nothing about
        # gaze. A head that turns quickly breaks the track and cannot be recognised; it is still the one that sat there
        # as long as no straight look speaks against it.
        self._confirmed = False
        self._repetition = RepetitionRule()
        self.last: Look | None = None
        self.observations = 0

    # --- what is running --------------------------------------------------------------------------

    def use_templates(self, templates: Sequence[Template]) -> None:
        """Compare with these from now on."""
        model = self._model_id
        self._templates = tuple(template for template in templates if template.model_id == model)
        self._scale = PersonScale([template.strength for template in self._templates])
        self._recognition.forget()

    @property
    def knows_somebody(self) -> bool:
        """Whether there is an enrolled person to compare with."""
        return bool(self._templates)

    @property
    def _model_id(self) -> str:
        recognition = self.analyser.models.recognition if self.analyser is not None else None
        return recognition.model_id if recognition is not None else ""

    @property
    def assurance(self) -> Assurance:
        """What this pipeline really does."""
        if self.analyser is None or not self._templates:
            return Assurance.CAMERA_ONLY
        return Assurance.FULL if self.liveness is not None else Assurance.IDENTITY

    @property
    def same_track(self) -> bool:
        """Whether the last look followed the same face as the one before."""
        return self._follower is not None and not self._follower.broke

    # --- looking ----------------------------------------------------------------------------------

    def due(self, at: float) -> bool:
        """Whether a frame of time ``at`` should be looked at."""
        return at >= self._due_at

    def seconds_until_due(self, at: float) -> float:
        """How long until the next look; 0 when it is due."""
        return max(0.0, min(1.0 / self.rate, self._due_at - at))

    def look(self, image: object, at: float) -> Look:
        """Analyse a frame.

        Raises:
            FrameRejectedError: what came is no picture; nothing was recorded.
        """
        original = checked_image(image)
        self._plan_next(at)
        light = frame_light(original)
        picture = brightened(original, light)
        faces = self._look_for_faces(picture, light, at)
        repeats = self._repetition.take(at, picture_codes(original), _parts_of(faces, original))
        unseen = self._follower is not None and not faces and self._follower.still_there(picture)
        count = len(faces) if self._follower is not None else -1
        look = Look(self._observation(at, light, count, unseen=unseen), faces)
        if faces:
            self._person(original, picture, look, at)
        if repeats is Repetition.FROZEN and look.observation.sight is not Sight.COVERED:
            look.observation = replace(look.observation, sight=Sight.FROZEN)
        elif repeats is Repetition.LOOPING:
            look.observation = replace(look.observation, looping=True)
        return self._conclude(look)

    @property
    def frozen(self) -> bool:
        """Whether the camera shows one and the same picture, and has for long enough to say so."""
        stands = self.last is not None and self.last.observation.sight is Sight.FROZEN
        return stands and IntegrityKind.CAMERA_LOST in self.rules.open_kinds

    def _look_for_faces(self, picture: Image, light: FrameLight, at: float) -> list[DetectedFace]:
        if self._follower is None:
            return []
        if light.mean < BLACK_LIGHT:
            self._follower.lose()
            self._confirmed = False
            return []
        turning = self.rules.baseline.part > TURNING_PART
        precise = turning or self._recognition_due(at) or self.rate > self.policy.observations_per_second
        # Not for a bowed head: the finer its picture, the lower it reads. One that bends by 25 degrees to the keyboard
        # came out at 35 where its face had half as many pixels again as the precise look gives it.
        aside = turning and self.rules.baseline.sideways
        faces = self._follower.look(picture, at, precise=precise, aside=aside)
        if self._follower.broke:
            self._confirmed = self._confirmed and self._follower.in_place
            if not self._follower.in_place:
                # Whoever is there next has not turned anywhere yet.
                self.rules.baseline.part = 0.0
            self._recognition.renew()
            self._life.renew()
        return faces

    def lost(self, at: float, since: float | None = None) -> Look:
        """There is no picture at this time (the camera is gone or stopped).

        Args:
            at: present time.
            since: when the last picture came. It is waited for a while before a camera counts as lost; once it does,
                it has been lost since then.
        """
        self._plan_next(at)
        before = self.last.observation if self.last is not None else None
        if since is not None and before is not None and before.sight is not Sight.LOST and before.at <= since < at:
            self.rules.observe(Observation(since, Sight.LOST, 0.0, faces=0, usable=False))
        if self._follower is not None:
            self._follower.lose()
        self._repetition.forget()
        return self._conclude(Look(Observation(at, Sight.LOST, 0.0, faces=0, usable=False)))

    def _plan_next(self, at: float) -> None:
        interval = 1.0 / self.rate
        # On a grid, so that frames that come late do not lower the rate; a fresh grid after a pause or a jump back.
        # Half a millisecond early is on time: video time stamps are rounded.
        due = self._due_at + interval
        self._due_at = (due if at - interval < due <= at + interval else at + interval) - 0.0005

    def _conclude(self, look: Look) -> Look:
        look.changes = self.rules.observe(look.observation)
        self.observations += 1
        self.last = look
        return look

    def _observation(self, at: float, light: FrameLight, faces: int, *, unseen: bool) -> Observation:
        flat = light.spread < COVERED_FLATNESS * light.mean
        if light.mean < BLACK_LIGHT or (faces <= 0 and (light.mean < COVERED_LIGHT or flat)):
            sight = Sight.COVERED
        elif unseen:
            sight = Sight.BLURRED
        elif light.mean < DIM_LIGHT:
            sight = Sight.DIM
        else:
            sight = Sight.CLEAR
        whole = self._follower.whole if self._follower is not None else True
        return Observation(at, sight, light.mean, faces=faces, whole=whole, usable=False)

    def _person(self, original: Image, picture: Image, look: Look, at: float) -> None:
        """Fill in what is known about the subject of this look; quality is that of the ``original``."""
        height, width = picture.shape[:2]
        recognise = self._recognition_due(at)
        check_live = self._liveness_due(at)
        subject, strength = look.faces[0], self._last_strength
        if recognise:
            look.similarity, subject, strength = self._recognise(picture, look.faces)
        if recognise or self._pose_due(at):
            # Points that are too poor for angles are none: the next look tries again.
            self._posed_at = at if subject.score >= POSE_SCORE else self._posed_at
            look.pose = estimate_pose(subject.points, width, height)
        if recognise or check_live or self.last is None or self.last.quality is None:
            look.quality = face_quality(original, subject, look.pose)
            plain = subject.score >= POSE_SCORE
            share = self._scale.strength_share(strength)
            self._usable = plain and look.quality.usable(seen=share is not None)
            self._usual = share is None or share >= STRENGTH
            if look.similarity is not None and look.similarity >= self.policy.identity_threshold:
                self._scale.recognised(strength, look.quality.detail)
        else:
            look.quality = self.last.quality
        if check_live:
            look.live = self._live_score(picture, subject)
        others = look.faces[1:]
        pose = look.pose if look.quality.usable_for_pose and subject.score >= POSE_SCORE else None
        seen = look.observation
        look.observation = Observation(
            at,
            seen.sight,
            seen.light,
            faces=seen.faces,
            whole=seen.whole,
            second_score=max((face.score for face in others), default=0.0),
            similarity=look.similarity,
            live=look.live,
            yaw=pose.yaw if pose is not None else None,
            pitch=pose.pitch if pose is not None else None,
            known=self._confirmed or not self._templates,
            usable=self._usable,
            usual=self._usual,
            small=look.quality.small,
        )
        against = speaks_against(look.observation, self.policy, self.rules.baseline)
        if against:
            self._confirmed = False
        # Only now: blur excuses the person who sits here, not somebody whom this very look does not know.
        usable_live = look.quality.usable_for_liveness and not self._blurred(look.quality)
        look.observation = replace(look.observation, usable_live=usable_live)
        if recognise:
            alike = look.similarity is not None and look.similarity >= self.policy.identity_threshold
            self._recognition.answered(at, unsure=not (alike or against))
        if check_live:
            alive = look.live is not None and look.live >= self.policy.liveness_threshold
            self._life.answered(at, unsure=not (alive or (look.live is not None and usable_live)))

    def _live_score(self, picture: Image, subject: DetectedFace) -> float | None:
        """The liveness model's word about a face; None when it has none."""
        assert self.liveness is not None  # guarded by _liveness_due
        try:
            return self.liveness.score(picture, subject)
        except FrameRejectedError:
            # Points that cannot be aligned: this frame says nothing about liveness, the rest of it still counts.
            return None

    def _blurred(self, quality: FaceQuality) -> bool:
        """Whether the recognised person is seen less sharply than usual."""
        return self._confirmed and self._scale.detail_share(quality.detail) < LIVE_DETAIL_SHARE

    def _pose_due(self, at: float) -> bool:
        """Angles twice a second do for a rule of seconds; more often while a head is turning, when one has just moved
        (its track broke), or while somebody is asked to move."""
        turning = self.rules.baseline.part > TURNING_PART or not self.same_track
        hurry = self.rate > self.policy.observations_per_second or turning
        # Looks of a slow camera are not evenly apart: half a look early is on time.
        return hurry or at - self._posed_at >= SUSPICION_SECONDS - 0.5 / self.policy.observations_per_second

    def _questioned(self, kind: IntegrityKind) -> bool:
        """Whether the last answer spoke against the person, or an event is open that should end when it is over."""
        return self.rules.suspicious(kind) or kind in self.rules.open_kinds

    def _recognition_due(self, at: float) -> bool:
        if not self._templates or self.analyser is None or not self.analyser.can_recognise:
            return False
        hurry = self._scale.learning or self._questioned(IntegrityKind.IDENTITY_MISMATCH)
        return self._recognition.due(at, SUSPICION_SECONDS if hurry else self.policy.recognition_seconds)

    def _liveness_due(self, at: float) -> bool:
        if self.liveness is None or not self.policy.wants(IntegrityKind.SPOOF_SUSPECTED):
            return False
        hurry = self._questioned(IntegrityKind.SPOOF_SUSPECTED)
        return self._life.due(at, SUSPICION_SECONDS if hurry else self.policy.liveness_seconds)

    def _recognise(self, picture: Image, faces: list[DetectedFace]) -> tuple[float | None, DetectedFace, float]:
        """Best likeness among the faces, whose it is, and its strength: with company in the picture the enrolled
        person counts."""
        assert self.analyser is not None and self._follower is not None  # guarded by _recognition_due
        best: tuple[float, DetectedFace, float] | None = None
        for face in faces[:RECOGNISED_AT_ONCE]:
            try:
                vector, strength = self.analyser.measure(picture, face)
            except FrameRejectedError:
                continue
            score = best_similarity(self._templates, vector, self._model_id)
            if score is not None and (best is None or score > best[0]):
                best = score, face, strength
        if best is None:
            return None, faces[0], 0.0
        self._last_strength = best[2]
        if best[0] >= self.policy.identity_threshold:
            self._confirmed = True
            self._follower.prefer(best[1], picture)
        return best

    # --- words ------------------------------------------------------------------------------------

    def status_word(self) -> StatusWord:
        """The one word for the last look; an event's word stays as long as the event is open."""
        if self.last is None:
            return StatusWord.STARTING
        kinds = self.rules.open_kinds
        seen = self.last.observation
        checks = (
            (self.frozen, StatusWord.CAMERA_FROZEN),
            (seen.sight is Sight.LOST or IntegrityKind.CAMERA_LOST in kinds, StatusWord.CAMERA_LOST),
            (
                (seen.sight is Sight.COVERED and seen.faces <= 0) or IntegrityKind.CAMERA_COVERED in kinds,
                StatusWord.COVERED,
            ),
            (seen.faces < 0, StatusWord.CAMERA_ONLY),
            (seen.faces == 0 or IntegrityKind.NO_FACE in kinds, StatusWord.NO_FACE),
            (seen.faces > 1 or IntegrityKind.MULTIPLE_FACES in kinds, StatusWord.SEVERAL_FACES),
            (IntegrityKind.IDENTITY_MISMATCH in kinds, StatusWord.NOT_RECOGNISED),
            (IntegrityKind.LOOKING_AWAY in kinds, StatusWord.LOOKING_AWAY),
            (IntegrityKind.NOT_RECOGNISABLE in kinds, StatusWord.NOT_RECOGNISABLE),
            (seen.sight is Sight.DIM, StatusWord.TOO_DARK),
        )
        return next((word for true, word in checks if true), StatusWord.OK)
