"""Showing that one is there, after a suspicion: by turning the head before the camera, or by typing a number.

Asked only where the exam's policy says so, never of a student who is spared it, and never in the way of writing. The
way by keyboard is for whoever cannot turn the head or would rather not: it shows that somebody sits there who reads and
types, which is what it is recorded as. Putting it off is recorded too. None of it decides anything.
"""

from collections.abc import Callable
from enum import StrEnum
from random import Random, SystemRandom
from typing import Protocol

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind, ProctoringPolicy
from learnup_desktop.proctoring.messages import ChallengeProgress

SUSPICIONS = frozenset({IntegrityKind.IDENTITY_MISMATCH, IntegrityKind.SPOOF_SUSPECTED})
"""What a turn of the head can answer."""
QUIET_MS = 5 * 60_000
"""Nobody is asked twice within five minutes: an exam is for writing."""
DIGITS = 6


class PresenceStep(StrEnum):
    """Where it stands."""

    NONE = "none"
    ASKED = "asked"
    TURNING = "turning"
    TYPING = "typing"


class PresenceOutcome(StrEnum):
    """How it ended; the ``detail`` of the ``presence_check`` event."""

    TURNED = "turned"
    TYPED = "typed"
    NOT_SHOWN = "not_shown"
    PUT_OFF = "put_off"


class Challenger(Protocol):
    """What is used of ``watch.Watch``."""

    def challenge(self) -> None: ...
    def cancel_challenge(self) -> None: ...


class PresenceCheck:
    """Asks, and records what came of it.

    Args:
        watch: carries out the turn of the head.
        record: takes the event that goes into the journal.
        now_ms: server time.
        on_changed: called when there is something else to show.
        random: makes the number; tests pass a seeded one.

    Attributes:
        step: where it stands.
        progress: of the turn of the head, while it goes on.
        number: what is to be typed.
        mistyped: whether the last number typed was another one.
    """

    def __init__(
        self,
        watch: Challenger,
        record: Callable[[IntegrityEvent], None],
        now_ms: Callable[[], int],
        on_changed: Callable[[], None],
        random: Random | None = None,
    ) -> None:
        self._watch = watch
        self._record = record
        self._now_ms = now_ms
        self._on_changed = on_changed
        self._random = random or SystemRandom()
        self._asked_ms: int | None = None
        self._event: IntegrityEvent | None = None
        self.step = PresenceStep.NONE
        self.progress: ChallengeProgress | None = None
        self.number = ""
        self.mistyped = False

    def after(self, event: IntegrityEvent, policy: ProctoringPolicy) -> None:
        """Ask, if ``event`` is a suspicion that has just ended and the policy wants it answered."""
        wanted = policy.challenge_after_suspicion and not policy.challenge_exempt
        if not wanted or event.kind not in SUSPICIONS or event.ended_ms is None or self.step is not PresenceStep.NONE:
            return
        now = self._now_ms()
        if self._asked_ms is not None and now - self._asked_ms < QUIET_MS:
            return
        self._ask()

    def begin(self, policy: ProctoringPolicy, *, turned: bool) -> None:
        """A sitting begins: what the lobby asked for is recorded if it was done there, and else asked for here.

        Args:
            policy: of the sitting.
            turned: whether the lobby's challenge was passed.
        """
        if not policy.liveness_challenge or policy.challenge_exempt:
            return
        self._ask()
        if turned:
            self._end(PresenceOutcome.TURNED)

    def turn(self) -> None:
        """The student turns the head."""
        if self.step in (PresenceStep.ASKED, PresenceStep.TYPING):
            self.progress = None
            self._go(PresenceStep.TURNING)
            self._watch.challenge()

    def type_instead(self) -> None:
        """The student takes the way by keyboard."""
        if self.step is PresenceStep.TURNING:
            self._watch.cancel_challenge()
        if self.step in (PresenceStep.ASKED, PresenceStep.TURNING):
            self.number = "".join(str(self._random.randrange(10)) for _ in range(DIGITS))
            self.mistyped = False
            self._go(PresenceStep.TYPING)

    def typed(self, text: str) -> bool:
        """Whether this is the number, blanks aside; another one may be tried again."""
        if self.step is not PresenceStep.TYPING:
            return False
        right = "".join(text.split()) == self.number
        if right:
            self._end(PresenceOutcome.TYPED)
        else:
            self.mistyped = True
            self._on_changed()
        return right

    def put_off(self) -> None:
        """Not now."""
        if self.step is PresenceStep.TURNING:
            self._watch.cancel_challenge()
        if self.step is not PresenceStep.NONE:
            self._end(PresenceOutcome.PUT_OFF)

    def took(self, progress: ChallengeProgress | None) -> None:
        """What the camera says of the turn. One that did not succeed may be tried again, or typed instead."""
        if self.step is not PresenceStep.TURNING or progress is None:
            return
        self.progress = progress
        if progress.state == "passed":
            self._end(PresenceOutcome.TURNED)
        elif progress.state in ("failed", "expired", "cancelled"):
            self._go(PresenceStep.ASKED)
        else:
            self._on_changed()

    def close(self) -> None:
        """The exam is over; what was never answered is recorded as that."""
        if self.step is not PresenceStep.NONE:
            self._end(PresenceOutcome.NOT_SHOWN)

    def _ask(self) -> None:
        self._asked_ms = self._now_ms()
        self._event = IntegrityEvent(id=uuid7(), kind=IntegrityKind.PRESENCE_CHECK, started_ms=self._asked_ms)
        self._record(self._event)
        self._go(PresenceStep.ASKED)

    def _go(self, step: PresenceStep) -> None:
        self.step = step
        self._on_changed()

    def _end(self, outcome: PresenceOutcome) -> None:
        event, self._event = self._event, None
        if event is not None:
            self._record(event.model_copy(update={"ended_ms": self._now_ms(), "detail": outcome.value}))
        self.number, self.progress, self.mistyped = "", None, False
        self._go(PresenceStep.NONE)
