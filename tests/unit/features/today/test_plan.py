"""What Today says at different hours."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exams import AttemptState, ExamSummary
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.features.today.plan import PartOfDay, TodayPlan, plan_today

COLOMBO = ZoneInfo("Asia/Colombo")
NOON = datetime(2026, 11, 18, 12, tzinfo=COLOMBO).astimezone(UTC)
TEXT = LocalizedText(en="Physics")


def lesson(identity: str, hours: float, **changes: object) -> Lesson:
    begins = NOON + timedelta(hours=hours)
    made = Lesson(
        id=identity,
        class_id="c",
        topic=TEXT,
        subject=TEXT,
        class_name=TEXT,
        teacher_name="T",
        room="Hall 2",
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
    )
    return made.model_copy(update=changes)


def exam(identity: str, opens: float, closes: float, state: AttemptState = AttemptState.NOT_STARTED) -> ExamSummary:
    return ExamSummary(
        id=identity,
        class_id="c",
        title=TEXT,
        subject=TEXT,
        opens_at=NOON + timedelta(hours=opens),
        closes_at=NOON + timedelta(hours=closes),
        duration_seconds=3600,
        question_count=12,
        total_marks=40,
        paper_sha256="0" * 64,
        paper_bytes=1,
        attempt_state=state,
    )


def plan(*lessons: Lesson, now: datetime = NOON, exams: tuple[ExamSummary, ...] = ()) -> TodayPlan:
    return plan_today(lessons, exams, [], now=now, zone=COLOMBO)


@pytest.mark.parametrize(
    ("hour", "part"),
    [(0, PartOfDay.MORNING), (11, PartOfDay.MORNING), (12, PartOfDay.AFTERNOON), (17, PartOfDay.EVENING)],
)
def test_greeting_goes_by_the_local_hour(hour: int, part: PartOfDay) -> None:
    assert plan(now=datetime(2026, 11, 18, hour, tzinfo=COLOMBO)).part is part


def test_today_is_the_local_day() -> None:
    shown = plan(
        lesson("late-yesterday", -12.5), lesson("morning", -3), lesson("evening", 11.5), lesson("tomorrow", 12.5)
    )
    assert [item.id for item in shown.lessons] == ["morning", "evening"]


def test_minutes_until_round_up_and_vanish_when_it_began() -> None:
    soon = lesson("a", 0.2)
    assert plan(soon, now=NOON).minutes == 12
    assert plan(soon, now=NOON + timedelta(seconds=30)).minutes == 12
    assert plan(soon, now=NOON + timedelta(minutes=12)).minutes == 0


def test_a_cancelled_lesson_is_listed_but_is_not_next() -> None:
    shown = plan(lesson("off", 1, state=LessonState.CANCELLED), lesson("on", 2))
    assert shown.upcoming is not None and shown.upcoming.id == "on"
    assert [item.id for item in shown.lessons] == ["off", "on"]


def test_only_an_online_lesson_about_to_begin_can_be_joined() -> None:
    assert plan(lesson("a", 0.1, online=True)).joinable
    assert not plan(lesson("a", 0.1)).joinable
    assert not plan(lesson("a", 0.5, online=True)).joinable


def test_a_lesson_in_the_far_future_is_not_next() -> None:
    assert plan(lesson("a", 24 * 9)).upcoming is None


def test_exams_that_can_still_be_sat_soonest_first() -> None:
    shown = plan(
        exams=(
            exam("tomorrow", 24, 26),
            exam("open", -1, 1, AttemptState.OPEN),
            exam("over", -5, -3),
            exam("done", -1, 1, AttemptState.SUBMITTED),
        )
    )
    assert [item.id for item in shown.exams] == ["open", "tomorrow"]


def test_newest_announcements_first() -> None:
    said = [
        Announcement(id=str(age), title=TEXT, body=TEXT, author_name="A", published_at=NOON - timedelta(hours=age))
        for age in (5, 1, 3)
    ]
    shown = plan_today([], [], said, now=NOON, zone=COLOMBO)
    assert [item.id for item in shown.announcements] == ["1", "3", "5"]
