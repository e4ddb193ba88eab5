"""What stands where in the week's grid."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.features.timetable.week import plan_week

COLOMBO = ZoneInfo("Asia/Colombo")
MONDAY = date(2026, 11, 16)
TEXT = LocalizedText(en="Physics")


def lesson(identity: str, day: int, hour: int, minutes: int = 60, **changes: object) -> Lesson:
    begins = datetime(2026, 11, 16 + day, hour, tzinfo=COLOMBO).astimezone(UTC)
    made = Lesson(
        id=identity,
        class_id="c",
        topic=TEXT,
        subject=TEXT,
        class_name=TEXT,
        teacher_name="T",
        room="Hall 2",
        starts_at=begins,
        ends_at=begins + timedelta(minutes=minutes),
    )
    return made.model_copy(update=changes)


def test_seven_days_with_at_least_the_school_day() -> None:
    week = plan_week([], MONDAY, COLOMBO, None)
    assert [plan.day.weekday() for plan in week.days] == list(range(7))
    assert (week.first_hour, week.last_hour, week.count, week.last) == (8, 17, 0, date(2026, 11, 22))


def test_early_and_late_lessons_widen_the_hours() -> None:
    week = plan_week([lesson("a", 0, 6), lesson("b", 3, 18, 75)], MONDAY, COLOMBO, None)
    assert (week.first_hour, week.last_hour) == (6, 20)


def test_a_lesson_over_midnight_stays_in_its_day() -> None:
    week = plan_week([lesson("a", 0, 23, 120)], MONDAY, COLOMBO, None)
    assert week.last_hour == 24
    assert [len(plan.entries) for plan in week.days] == [1, 0, 0, 0, 0, 0, 0]


def test_a_moved_lesson_stands_at_its_new_time_and_leaves_a_trace() -> None:
    planned = lesson("a", 1, 9)
    moved = planned.model_copy(
        update={
            "state": LessonState.MOVED,
            "previous_starts_at": planned.starts_at,
            "previous_ends_at": planned.ends_at,
            "starts_at": planned.starts_at + timedelta(days=1),
            "ends_at": planned.ends_at + timedelta(days=1),
        }
    )
    week = plan_week([moved, lesson("other", 1, 9)], MONDAY, COLOMBO, None)
    tuesday, wednesday = week.days[1].entries, week.days[2].entries
    assert [(entry.lesson.id, entry.trace) for entry in wednesday] == [("a", False)]
    assert sorted((entry.lesson.id, entry.trace, entry.count) for entry in tuesday) == [
        ("a", True, 1),
        ("other", False, 1),
    ]
    assert week.count == 2


def test_a_lesson_moved_from_last_week_leaves_no_trace_here() -> None:
    moved = lesson("a", 0, 9, state=LessonState.MOVED)
    moved = moved.model_copy(update={"previous_starts_at": moved.starts_at - timedelta(days=4)})
    week = plan_week([moved], MONDAY, COLOMBO, None)
    assert [entry.trace for plan in week.days for entry in plan.entries] == [False]


def test_other_weeks_are_left_out() -> None:
    assert plan_week([lesson("a", 7, 9), lesson("b", -1, 9)], MONDAY, COLOMBO, None).count == 0
