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
    LOST = "lost"


STRANGER = 0.10
"""Likeness up to which a plain picture speaks against a person although their template came out weaker than usual.
A weak template is either a poor picture or a stranger (its strength differs from person to person by half). Measured on
7,218 degraded frames of five people: no plain picture of the right person is under 0.18, and 92 % of strangers are
under 0.10."""
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
        usable: whether the face was good enough to judge who it is.
        usual: whether its template was about as strong as this person's usually are.
        usable_live: whether it was good enough to judge liveness.
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
    usable: bool = True
    usual: bool = True
    usable_live: bool = True

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

    def __init__(self) -> None:
        self._samples: deque[tuple[float, float, float]] = deque(maxlen=120)
        self._centre: tuple[float, float] | None = None

    @property
    def known(self) -> bool:
        """Whether there is something to compare with yet."""
        return self._centre is not None

    def difference(self, observation: Observation) -> tuple[float, float] | None:
        """Yaw and pitch away from the baseline; None while it is being learnt or without a face. Learns as it goes."""
        yaw, pitch = observation.yaw, observation.pitch
        if yaw is None or pitch is None or not (math.isfinite(yaw) and math.isfinite(pitch)):
            return None
        if observation.faces != 1:
            return None
        if self._centre is None:
            self._learn(observation.at, yaw, pitch, observation.usable)
            return None
        away = yaw - self._centre[0], pitch - self._centre[1]
        if max(abs(away[0]), abs(away[1])) < self.FOLLOW_DEGREES:
            share = self.FOLLOW_SHARE
            self._centre = self._centre[0] + share * away[0], self._centre[1] + share * away[1]
        return away

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
    if observation.sight is Sight.LOST:
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
    if similarity is not None and math.isfinite(similarity):
        below = policy.identity_threshold - similarity
        if below <= 0:
            # A likeness over the threshold counts however poor the picture; the lack of one only in a good picture.
            verdicts[IntegrityKind.IDENTITY_MISMATCH] = _NO
        elif observation.usable and below >= policy.identity_margin and (observation.usual or similarity <= STRANGER):
            clarity = _unit(0.5 + below / max(0.1, 2 * policy.identity_threshold))
            verdicts[IntegrityKind.IDENTITY_MISMATCH] = Verdict(True, clarity)
    if live is not None and math.isfinite(live) and observation.usable_live:
        suspect = live < policy.liveness_threshold
        clarity = _unit(1.0 - live / max(0.01, policy.liveness_threshold) / 2)
        verdicts[IntegrityKind.SPOOF_SUSPECTED] = Verdict(suspect, clarity) if suspect else _NO
    away = baseline.difference(observation)
    if away is not None:
        part = max(abs(away[0]) / policy.looking_away_yaw, abs(away[1]) / policy.looking_away_pitch)
        verdicts[IntegrityKind.LOOKING_AWAY] = Verdict(True, _unit(part / 2)) if part > 1 else _NO


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value)) if math.isfinite(value) else 0.0
