"""When a lesson's meeting may be joined, what was chosen on the way in, and that nobody is in an exam meanwhile."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from learnup_desktop.base.errors import EngagedError
from learnup_desktop.contract.classes import LessonState

OPENS_BEFORE = timedelta(minutes=15)
"""Time to choose devices and for a poor line to come up, before the first word is said."""
STAYS_OPEN = timedelta(minutes=30)
"""Lessons run over, and whose line broke near the end must be able to come back."""


class Joinable(StrEnum):
    """Whether a lesson may be joined now, and why not."""

    OPEN = "open"
    NOT_ONLINE = "not_online"
    CANCELLED = "cancelled"
    TOO_EARLY = "too_early"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class JoinWindow:
    """From when until when a lesson may be joined; ``closes_at`` is the first moment it may not."""

    opens_at: datetime
    closes_at: datetime


def join_window(starts_at: datetime, ends_at: datetime) -> JoinWindow:
    """The window of a lesson that lasts from ``starts_at`` to ``ends_at`` (aware times)."""
    return JoinWindow(starts_at - OPENS_BEFORE, ends_at + STAYS_OPEN)


def joinable(*, online: bool, state: LessonState, starts_at: datetime, ends_at: datetime, now: datetime) -> Joinable:
    """Whether a lesson may be joined at ``now`` (platform time)."""
    if state is LessonState.CANCELLED:
        return Joinable.CANCELLED
    if not online:
        return Joinable.NOT_ONLINE
    window = join_window(starts_at, ends_at)
    if now < window.opens_at:
        return Joinable.TOO_EARLY
    return Joinable.OPEN if now < window.closes_at else Joinable.OVER


@dataclass(frozen=True, slots=True)
class JoinChoices:
    """What was chosen before joining.

    Attributes:
        camera, microphone, speaker: the devices' names as the system gives them; None: whatever it prefers.
        audio_on, video_on: whether to be heard and seen at once. Off unless somebody said otherwise.
    """

    camera: str | None = None
    microphone: str | None = None
    speaker: str | None = None
    audio_on: bool = False
    video_on: bool = False


class Engagement(StrEnum):
    """What takes a person's whole attention, and their camera."""

    EXAM = "exam"
    MEETING = "meeting"


class Engagements:
    """At most one kind of engagement at a time: during an exam no meeting opens, and the reverse.

    An exam goes from its lobby to its sitting without a gap, so several holds of the same kind may be there at once.
    """

    def __init__(self) -> None:
        self._held: Counter[Engagement] = Counter()

    def in_the_way(self, wanted: Engagement) -> Engagement | None:
        """The other kind if it goes on now, None when ``wanted`` may begin."""
        other = Engagement.MEETING if wanted is Engagement.EXAM else Engagement.EXAM
        return other if self._held[other] else None

    def begin(self, wanted: Engagement) -> "Hold":
        """Note that ``wanted`` goes on until the hold is ended.

        Raises:
            EngagedError: the other kind goes on (``engagement`` says which).
        """
        other = self.in_the_way(wanted)
        if other is not None:
            raise EngagedError(other.value)
        self._held[wanted] += 1
        return Hold(self, wanted)

    def _end(self, kind: Engagement) -> None:
        self._held[kind] -= 1


class Hold:
    """One engagement that goes on, until :meth:`end`; ending it again does nothing."""

    def __init__(self, engagements: Engagements, kind: Engagement) -> None:
        self._engagements: Engagements | None = engagements
        self.kind = kind

    def end(self) -> None:
        """It is over."""
        engagements, self._engagements = self._engagements, None
        if engagements is not None:
            engagements._end(self.kind)
