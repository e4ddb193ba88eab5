"""Weeks, next lessons and columns for lessons that overlap."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.timetable import (
    can_join,
    lessons_between,
    next_lesson,
    place_side_by_side,
    week_start,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
COLOMBO = ZoneInfo("Asia/Colombo")
TEXT = LocalizedText(en="Physics")


def lesson(identity: str, start: float, hours: float = 1.0, **changes: object) -> Lesson:
    begins = NOON + timedelta(hours=start)
    made = Lesson(
        id=identity,
        class_id="c",
        topic=TEXT,
        subject=TEXT,
        class_name=TEXT,
        teacher_name="T",
        room="Hall 2",
        starts_at=begins,
        ends_at=begins + timedelta(hours=hours),
    )
    return made.model_copy(update=changes)


def test_weeks_begin_on_monday() -> None:
    assert week_start(date(2026, 11, 22)) == date(2026, 11, 16)
    assert week_start(date(2026, 11, 16)) == date(2026, 11, 16)


def test_a_day_is_the_local_one() -> None:
    late = lesson("a", 8)  # 20:00 UTC is 01:30 the next day in Colombo
    assert lessons_between([late], date(2026, 11, 23), date(2026, 11, 23), COLOMBO) == [late]
    assert lessons_between([late], date(2026, 11, 22), date(2026, 11, 22), COLOMBO) == []


def test_the_next_lesson_is_the_one_going_on_and_never_a_cancelled_one() -> None:
    going_on, later = lesson("on", -0.5), lesson("later", 2)
    cancelled = lesson("gone", 0, state=LessonState.CANCELLED)
    assert next_lesson([later, cancelled, going_on], NOON) == going_on
    assert next_lesson([later, cancelled], NOON) == later
    assert next_lesson([], NOON) is None


def test_joining_opens_ten_minutes_before_and_only_online() -> None:
    online = lesson("a", 0.1, online=True)
    assert can_join(online, NOON)
    assert not can_join(online, NOON - timedelta(hours=1))
    assert not can_join(lesson("b", 0.1), NOON)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 8)), max_size=12))
def test_no_two_lessons_overlap_in_one_column(spans: list[tuple[int, int]]) -> None:
    lessons = [lesson(f"l{n}", start / 4, length / 4) for n, (start, length) in enumerate(spans)]
    placed = place_side_by_side(lessons)
    assert sorted(item.lesson.id for item in placed) == sorted(item.id for item in lessons)
    for first in placed:
        assert 0 <= first.index < first.count
        for second in placed:
            together = first.lesson.starts_at < second.lesson.ends_at and second.lesson.starts_at < first.lesson.ends_at
            if first is not second and together:
                assert first.index != second.index
                assert first.count == second.count
