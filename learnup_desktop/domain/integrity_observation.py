"""What the camera's pipeline saw at one moment, and what each rule makes of that moment alone.

An observation carries measurements only. ``judge`` turns it into a verdict a kind: yes, no, or "this frame cannot
tell". Keeping the third apart is what lets an event say "could not see" instead of "was absent".
"""

import math
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from learnup_desktop.contract.integrity import IntegrityKind, ProctoringPolicy


class Sight(StrEnum):
    """How well the camera could see at all."""

    CLEAR = "clear"
    DIM = "dim"
    BLURRED = "blurred"
    COVERED = "covered"
    FROZEN = "frozen"
    """The picture is the one before: a camera that stands still."""
    LOST = "lost"


STRANGER = 0.10
"""Likeness up to which a plain picture speaks against a person although their template came out weaker than usual.
A weak template is either a poor picture or a stranger (its strength differs from person to person by half). Measured on
7,218 degraded frames of five people: no plain picture of the right person is under 0.18, and 92 % of strangers are
under 0.10."""
JUDGE_YAW = 60.0
LOWERED, RAISED = -33.0, 24.0
OWN_PITCH = 12.0
"""Degrees past which a head is turned, lowered or raised too far for its unlikeness to a frontal template to mean
anything, unless it is within ``OWN_PITCH`` of how this person sits. Measured on five photographs turned in space (see
``tests/turned_heads.py``): heads that look straight on read pitches of -28 to +7, lowered by 45 degrees -36 to -44,
raised by as much +23 to +44; their likeness to themselves falls to 0.05 to 0.3, that of strangers. Turned by 50 degrees
they keep at least 0.46."""
BLIND_LIGHT = 15.0
"""Mean brightness (0-255) under which even a brightened picture shows nothing for certain."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One look.

    Attributes:
        at: seconds on the worker's or the video's clock.
        sight: how well the camera could see.
        light: mean brightness, 0 to 255.
        faces: how many faces; only the followed ones when ``whole`` is false; -1 when nobody looks for faces (camera
            only).
        whole: whether the whole picture was searched, so that ``faces`` counts everybody.
        second_score: detector's score of the second face, 0 to 1.
        similarity: best cosine with the enrolled templates, None when not measured at this look.
        live: live probability, None when not measured at this look.
        yaw, pitch: degrees as measured, None without a face.
        known: whether the angles are those of the person who sits here: recognised, and not out of sight since.
        usable: whether the face was good enough to judge who it is.
        usual: whether its template was about as strong as this person's usually are.
        usable_live: whether it was good enough to judge liveness.
        small: whether the face was too small to judge who it is.
        looping: whether the same pictures come again and again.
    """

    at: float
    sight: Sight = Sight.CLEAR
    light: float = 128.0
    faces: int = 1
    whole: bool = True
    second_score: float = 0.0
    similarity: float | None = None
    live: float | None = None
    yaw: float | None = None
    pitch: float | None = None
    known: bool = True
    usable: bool = True
    usual: bool = True
    usable_live: bool = True
    small: bool = False
    looping: bool = False

    @property
    def clear(self) -> bool:
        """Whether somebody who was there would have been seen: a dim picture is good enough, a blurred one is not."""
        return self.sight is Sight.CLEAR or (self.sight is Sight.DIM and self.light >= BLIND_LIGHT)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a kind's condition held. ``clarity`` 0 to 1 says how plainly."""

    holds: bool
    clarity: float = 1.0


Verdicts = dict[IntegrityKind, Verdict]
"""Kinds that are not in it could not be told from this observation."""

_YES = Verdict(True)
_NO = Verdict(False)


class PoseBaseline:
    """How this person sits when they look at the screen.

    Five points cannot tell a low camera from a raised chin: on the test photographs, people who look straight ahead
    measure pitches from -37 to +19 degrees. So the gaze rule judges the difference from the person's own median,
    learnt from the first ten seconds in which somebody usable sat alone before the camera, and followed slowly from
    then on.
    """

    LEARN_SECONDS = 10.0
    LEARN_SAMPLES = 12
    FOLLOW_DEGREES = 15.0
    FOLLOW_SHARE = 0.02
    STAYS_AWAY = 0.8
    """A head that counts as turned away does so until it is back within this share of the policy's angles: five points
    of one turned head read up to 15 degrees apart from look to look."""

    def __init__(self) -> None:
        self._samples: deque[tuple[float, float, float]] = deque(maxlen=120)
        self._centre: tuple[float, float] | None = None
        self.part = 0.0
        self.sideways = False

    @property
    def known(self) -> bool:
        """Whether there is something to compare with yet."""
        return self._centre is not None

    def difference(self, observation: Observation) -> tuple[float, float] | None:
        """Yaw and pitch away from the baseline; None while it is being learnt or without a face. Learns as it goes."""
        yaw, pitch = observation.yaw, observation.pitch
        if yaw is None or pitch is None or not (math.isfinite(yaw) and math.isfinite(pitch)):
            return None
        if observation.faces != 1 or not observation.known:
            return None
        if self._centre is None:
            self._learn(observation.at, yaw, pitch, observation.usable)
            return None
        away = yaw - self._centre[0], pitch - self._centre[1]
        if max(abs(away[0]), abs(away[1])) < self.FOLLOW_DEGREES:
            share = self.FOLLOW_SHARE
            self._centre = self._centre[0] + share * away[0], self._centre[1] + share * away[1]
        return away

    def faces_camera(self, observation: Observation) -> bool:
        """Whether the head is so near to straight that being unlike a frontal template means something."""
        yaw, pitch = observation.yaw, observation.pitch
        if yaw is None or pitch is None:
            return True
        if abs(yaw) > JUDGE_YAW:
            return False
        own = self._centre is not None and self.as_usual(observation)
        return own or LOWERED <= pitch <= RAISED

    def as_usual(self, observation: Observation) -> bool:
        """Whether the head is raised or lowered as it usually is; also while nobody knows how that is."""
        if observation.pitch is None or self._centre is None:
            return True
        return abs(observation.pitch - self._centre[1]) <= OWN_PITCH

    def away(self, observation: Observation, policy: ProctoringPolicy) -> float | None:
        """How far away from the screen the head points, as a share of the policy's angles; None when unknown.

        ``part`` keeps it for whoever decides how exactly to look next, and ``sideways`` whether it is the yaw.
        """
        difference = self.difference(observation)
        if difference is None:
            return None
        yaw, pitch = difference
        turned, bent = abs(yaw) / policy.looking_away_yaw, abs(pitch) / policy.looking_away_pitch
        self.part, self.sideways = max(turned, bent), turned > bent
        return self.part

    def _learn(self, at: float, yaw: float, pitch: float, usable: bool) -> None:
        if not usable:
            return
        self._samples.append((at, yaw, pitch))
        if len(self._samples) >= self.LEARN_SAMPLES and at - self._samples[0][0] >= self.LEARN_SECONDS:
            self._centre = median(s[1] for s in self._samples), median(s[2] for s in self._samples)


def judge(observation: Observation, policy: ProctoringPolicy, baseline: PoseBaseline) -> Verdicts:
    """The verdicts of one observation; a kind that this observation says nothing about is absent.

    Args:
        observation: the look.
        policy: thresholds.
        baseline: how this person sits; learns from the observation.
    """
    if observation.sight in (Sight.LOST, Sight.FROZEN):
        return {IntegrityKind.CAMERA_LOST: _YES}
    verdicts: Verdicts = {IntegrityKind.CAMERA_LOST: _NO}
    if observation.sight is Sight.COVERED and observation.faces <= 0:
        verdicts[IntegrityKind.CAMERA_COVERED] = _YES
        return verdicts
    verdicts[IntegrityKind.CAMERA_COVERED] = _NO
    if observation.sight is not Sight.BLURRED:
        verdicts[IntegrityKind.LOW_LIGHT] = _YES if observation.sight is Sight.DIM else _NO
    if observation.faces < 0:
        return verdicts
    absent = Verdict(True, 1.0 if observation.clear else 0.5)
    verdicts[IntegrityKind.NO_FACE] = absent if observation.faces == 0 else _NO
    if observation.faces > 1:
        verdicts[IntegrityKind.MULTIPLE_FACES] = Verdict(True, _unit(observation.second_score))
    elif observation.whole:
        verdicts[IntegrityKind.MULTIPLE_FACES] = _NO
    _judge_person(observation, policy, baseline, verdicts)
    return verdicts


def _judge_person(
    observation: Observation, policy: ProctoringPolicy, baseline: PoseBaseline, verdicts: Verdicts
) -> None:
    if observation.faces == 0:
        return
    similarity, live = observation.similarity, observation.live
    if observation.looping:
        verdicts[IntegrityKind.SPOOF_SUSPECTED] = _YES
    elif live is not None and math.isfinite(live) and observation.usable_live:
        suspect = live < policy.liveness_threshold
        clarity = _unit(1.0 - live / max(0.01, policy.liveness_threshold) / 2)
        verdicts[IntegrityKind.SPOOF_SUSPECTED] = Verdict(suspect, clarity) if suspect else _NO
    if similarity is not None and math.isfinite(similarity):
        below = policy.identity_threshold - similarity
        if below <= 0:
            # A likeness over the threshold counts however poor the picture; the lack of one only in a good picture.
            verdicts[IntegrityKind.IDENTITY_MISMATCH] = verdicts[IntegrityKind.NOT_RECOGNISABLE] = _NO
        elif speaks_against(observation, policy, baseline):
            clarity = _unit(0.5 + below / max(0.1, 2 * policy.identity_threshold))
            verdicts[IntegrityKind.IDENTITY_MISMATCH] = Verdict(True, clarity)
            verdicts[IntegrityKind.NOT_RECOGNISABLE] = _NO
        else:
            # Unlike, but too small, too poor or too far turned to mean anything: said as just that when it lasts.
            verdicts[IntegrityKind.NOT_RECOGNISABLE] = _YES
    before = baseline.part
    part = baseline.away(observation, policy)
    if part is not None:
        limit = PoseBaseline.STAYS_AWAY if before > 1 else 1.0
        if part > limit:
            baseline.part = max(part, 1.0 + 1e-9)
        verdicts[IntegrityKind.LOOKING_AWAY] = Verdict(True, _unit(part / 2)) if part > limit else _NO


def speaks_against(observation: Observation, policy: ProctoringPolicy, baseline: PoseBaseline) -> bool:
    """Whether this look says that somebody else sits there: a likeness well under the threshold, in a picture and a
    pose in which the right person would be alike."""
    similarity = observation.similarity
    if similarity is None or not math.isfinite(similarity) or not observation.usable:
        return False
    unlike = policy.identity_threshold - similarity >= policy.identity_margin
    # The points of a head bent over its paper read -25 to -40, those of people who sit upright down to -28: where the
    # pitch is not this person's usual one, only a likeness that bending does not explain speaks against them.
    plain = (observation.usual and baseline.as_usual(observation)) or similarity <= STRANGER
    return unlike and plain and baseline.faces_camera(observation)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value)) if math.isfinite(value) else 0.0
