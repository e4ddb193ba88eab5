"""When a lesson's meeting may be joined, and that an exam and a meeting never go on together."""

from datetime import UTC, datetime, timedelta

import pytest

from learnup_desktop.base.errors import EngagedError
from learnup_desktop.contract.classes import LessonState
from learnup_desktop.domain.engagements import Engagement, Engagements
from learnup_desktop.domain.meetings import (
    OPENS_BEFORE,
    STAYS_OPEN,
    Joinable,
    JoinChoices,
    joinable,
)

STARTS = datetime(2026, 11, 18, 3, 30, tzinfo=UTC)
ENDS = STARTS + timedelta(minutes=90)
MOMENT = timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("now", "online", "state", "expected"),
    [
        (STARTS - OPENS_BEFORE - MOMENT, True, LessonState.PLANNED, Joinable.TOO_EARLY),
        (STARTS - OPENS_BEFORE, True, LessonState.PLANNED, Joinable.OPEN),
        (STARTS, True, LessonState.MOVED, Joinable.OPEN),
        (ENDS + STAYS_OPEN - MOMENT, True, LessonState.PLANNED, Joinable.OPEN),
        (ENDS + STAYS_OPEN, True, LessonState.PLANNED, Joinable.OVER),
        (STARTS, False, LessonState.PLANNED, Joinable.NOT_ONLINE),
        (STARTS, True, LessonState.CANCELLED, Joinable.CANCELLED),
        (STARTS - timedelta(days=1), False, LessonState.CANCELLED, Joinable.CANCELLED),
    ],
)
def test_the_window_of_a_lesson(now: datetime, online: bool, state: LessonState, expected: Joinable) -> None:
    assert joinable(online=online, state=state, starts_at=STARTS, ends_at=ENDS, now=now) is expected


def test_nobody_is_heard_or_seen_unless_they_said_so() -> None:
    choices = JoinChoices()
    assert not choices.audio_on and not choices.video_on


@pytest.mark.parametrize(("first", "second"), [tuple(Engagement), tuple(reversed(Engagement))])
def test_neither_begins_while_the_other_goes_on(first: Engagement, second: Engagement) -> None:
    engagements = Engagements()
    lobby, sitting = engagements.begin(first), engagements.begin(first)
    with pytest.raises(EngagedError) as refused:
        engagements.begin(second)
    assert refused.value.engagement == first.value
    lobby.end()
    lobby.end()
    assert engagements.in_the_way(second) is first, "ending one twice must not end the other"
    sitting.end()
    engagements.begin(second)
    assert engagements.in_the_way(first) is second and engagements.in_the_way(second) is None
