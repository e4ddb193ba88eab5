"""The active liveness challenge: turn left, turn right, look up, in an order nobody could have recorded.

Pure. It is fed what each look measured and says where it stands. Between steps the head comes back to the middle,
so that every step is a movement and not a pose that happens to fit; identity is held throughout, so that nobody can
hand over half way. Passing shows presence, failing shows nothing by itself: people who cannot turn their heads get
the alternative or an exemption.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random, SystemRandom
from statistics import median

TURN_DEGREES = 18.0
"""A clear turn of the head that still leaves both eyes visible; five-point pose is good to a few degrees there."""
UP_DEGREES = 12.0
"""Necks bend less than they turn, and five points measure pitch less well."""
MIDDLE_DEGREES = 9.0
HELD_LOOKS = 2
"""Looks in a row that must show a step; one alone may be a slip of the detector."""
MIDDLE_LOOKS = 4
ABSENT_SECONDS = 1.5


class Step(StrEnum):
    """What the person is asked to do. Left and right are the person's own."""

    LOOK_STRAIGHT = "look_straight"
    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    LOOK_UP = "look_up"


class ChallengeState(StrEnum):
    """Where a challenge stands. The last four are final."""

    RUNNING = "running"
    PASSED = "passed"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class Reason(StrEnum):
    """Why a challenge failed."""

    NONE = ""
    ANOTHER_PERSON = "another_person"
    SEVERAL_FACES = "several_faces"
    FACE_LOST = "face_lost"
    NOT_RECOGNISED = "not_recognised"


@dataclass(frozen=True, slots=True)
class ChallengeLook:
    """What one look measured; degrees as in ``face.pose`` (yaw grows to the person's left, pitch upwards)."""

    at: float
    faces: int
    yaw: float | None = None
    pitch: float | None = None
    similarity: float | None = None
    same_track: bool = True


class Challenge:
    """One run of the challenge.

    Args:
        started: time of the first look.
        seconds: the window for all steps.
        steps: how many of the three movements, 1 to 3.
        threshold: least likeness with the enrolled person; None when nobody is enrolled (then only presence is shown).
        random: source of the order; tests pass a seeded one.
    """

    def __init__(
        self,
        started: float,
        *,
        seconds: float = 45.0,
        steps: int = 3,
        threshold: float | None = None,
        random: Random | None = None,
    ) -> None:
        moves = [Step.TURN_LEFT, Step.TURN_RIGHT, Step.LOOK_UP]
        (random or SystemRandom()).shuffle(moves)
        self.order: Sequence[Step] = tuple(moves[: max(1, min(3, steps))])
        self.state = ChallengeState.RUNNING
        self.reason = Reason.NONE
        self.done = 0
        self._ends = started + seconds
        self._threshold = threshold
        self._middle: tuple[float, float] | None = None
        self._straight: list[tuple[float, float]] = []
        self._in_a_row = 0
        self._returning = False
        self._recognised = False
        self._seen_at = started
        self._now = started

    @property
    def step(self) -> Step:
        """What to do now."""
        if self._middle is None or self._returning or self.done >= len(self.order):
            return Step.LOOK_STRAIGHT
        return self.order[self.done]

    @property
    def seconds_left(self) -> float:
        """Until it expires."""
        return max(0.0, self._ends - self._now)

    @property
    def running(self) -> bool:
        """Whether it is not over."""
        return self.state is ChallengeState.RUNNING

    def cancel(self) -> None:
        """The person takes the alternative."""
        if self.running:
            self.state = ChallengeState.CANCELLED

    def take(self, look: ChallengeLook) -> bool:
        """Take the next look; whether state, step or progress changed."""
        before = self.state, self.step, self.done
        if self.running:
            self._now = max(self._now, look.at)
            self._judge(look)
        return before != (self.state, self.step, self.done)

    def _judge(self, look: ChallengeLook) -> None:
        if look.at >= self._ends:
            self.state = ChallengeState.EXPIRED
        elif look.faces > 1:
            self._fail(Reason.SEVERAL_FACES)
        elif look.faces < 1 or look.yaw is None or look.pitch is None:
            if look.at - self._seen_at > ABSENT_SECONDS:
                self._fail(Reason.FACE_LOST)
            self._in_a_row = 0
        elif not look.same_track and self._middle is not None:
            # The face jumped or changed: whoever is there now has to be recognised before the next step counts.
            self._seen_at, self._recognised, self._in_a_row = look.at, False, 0
            self._identify(look)
        else:
            self._seen_at = look.at
            self._identify(look)
            if self.running and math.isfinite(look.yaw) and math.isfinite(look.pitch):
                self._move(look.yaw, look.pitch)

    def _identify(self, look: ChallengeLook) -> None:
        if self._threshold is None or look.similarity is None:
            return
        if look.similarity >= self._threshold:
            self._recognised = True
        elif self._near_middle(look):
            # A turned head is unlike its frontal template; only a frontal look may speak against the person.
            self._fail(Reason.ANOTHER_PERSON)

    def _near_middle(self, look: ChallengeLook) -> bool:
        if self._middle is None or look.yaw is None or look.pitch is None:
            return False
        return max(abs(look.yaw - self._middle[0]), abs(look.pitch - self._middle[1])) <= MIDDLE_DEGREES

    def _move(self, yaw: float, pitch: float) -> None:
        if self._middle is None:
            self._find_middle(yaw, pitch)
            return
        turned, raised = yaw - self._middle[0], pitch - self._middle[1]
        if self._returning or self.done >= len(self.order):
            back = max(abs(turned), abs(raised)) <= MIDDLE_DEGREES
            self._in_a_row = self._in_a_row + 1 if back else 0
            if self._in_a_row >= HELD_LOOKS:
                self._returning, self._in_a_row = False, 0
                self._maybe_pass()
            return
        held = {
            Step.TURN_LEFT: turned >= TURN_DEGREES,
            Step.TURN_RIGHT: turned <= -TURN_DEGREES,
            Step.LOOK_UP: raised >= UP_DEGREES and abs(turned) < TURN_DEGREES,
        }[self.order[self.done]]
        self._in_a_row = self._in_a_row + 1 if held else 0
        if self._in_a_row >= HELD_LOOKS:
            self.done += 1
            self._returning, self._in_a_row = True, 0

    def _find_middle(self, yaw: float, pitch: float) -> None:
        self._straight.append((yaw, pitch))
        recent = self._straight[-MIDDLE_LOOKS:]
        spread = max(max(v) - min(v) for v in zip(*recent, strict=True))
        if len(recent) == MIDDLE_LOOKS and spread <= 2 * MIDDLE_DEGREES:
            self._middle = median(v[0] for v in recent), median(v[1] for v in recent)

    def _maybe_pass(self) -> None:
        if self.done < len(self.order):
            return
        if self._threshold is not None and not self._recognised:
            self._fail(Reason.NOT_RECOGNISED)
        else:
            self.state = ChallengeState.PASSED

    def _fail(self, reason: Reason) -> None:
        self.state, self.reason = ChallengeState.FAILED, reason
