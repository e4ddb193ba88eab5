"""When a lesson's meeting may be joined, and what was chosen on the way in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from learnup_desktop.contract.classes import Lesson, LessonState

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


def join_state(lesson: Lesson, now: datetime) -> Joinable:
    """The same for a lesson of the timetable."""
    return joinable(
        online=lesson.online, state=lesson.state, starts_at=lesson.starts_at, ends_at=lesson.ends_at, now=now
    )


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
