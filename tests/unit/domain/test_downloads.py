"""What goes first, what must wait, and what makes room."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.classes import Lesson, LessonState, Material
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.downloads import (
    Conditions,
    DownloadRules,
    HeldFile,
    Hold,
    MeteredRule,
    Priority,
    RateCap,
    evictable,
    evictions,
    for_tomorrow,
    hold,
    seconds_for,
    within_window,
)

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
COLOMBO = timezone(timedelta(hours=5, minutes=30))
NOON = Conditions(time(12, 0))


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        (time(22, 0), True),
        (time(23, 59), True),
        (time(0, 0), True),
        (time(4, 59), True),
        (time(5, 0), False),
        (time(21, 59), False),
    ],
)
def test_a_window_may_cross_midnight(moment: time, inside: bool) -> None:
    assert within_window(moment, (time(22, 0), time(5, 0))) is inside
    assert within_window(moment, (time(5, 0), time(22, 0))) is not inside


def test_who_waits_in_front_of_a_file_has_decided_about_the_hour_but_not_about_money() -> None:
    night = DownloadRules(window=(time(22, 0), time(5, 0)), daily_bytes=100)
    assert hold(night, NOON, Priority.CLASS, 10) is Hold.OFF_PEAK
    assert hold(night, NOON, Priority.NOW, 10) is None
    assert hold(night, Conditions(time(12, 0), fetched_today=95), Priority.NOW, 10) is Hold.DAILY_LIMIT
    counted = Conditions(time(12, 0), metered=True)
    assert hold(DownloadRules(), counted, Priority.NOW, 10) is Hold.METERED
    assert hold(DownloadRules(metered=MeteredRule.ALLOW), counted, Priority.NOW, 10) is None
    assert hold(DownloadRules(), Conditions(time(12, 0), metered=True, metered_allowed=True), Priority.NOW, 1) is None


held_files = st.lists(
    st.builds(
        HeldFile,
        sha256=st.uuids().map(str),
        size=st.integers(1, 1000),
        opened_at=st.integers(0, 100).map(lambda days: NOW - timedelta(days=days)),
        pinned=st.booleans(),
        due_at=st.none() | st.integers(-5, 5).map(lambda days: NOW + timedelta(days=days)),
    ),
    unique_by=lambda file: file.sha256,
    max_size=12,
)


@given(held_files, st.integers(0, 4000))
def test_what_is_pinned_or_due_never_goes_and_nothing_goes_in_vain(files: list[HeldFile], needed: int) -> None:
    gone = evictions(files, needed, NOW)
    available = sum(file.size for file in files if evictable(file, NOW))
    if gone is None:
        assert available < needed
        return
    assert all(not file.pinned and (file.due_at is None or file.due_at < NOW) for file in gone)
    assert sum(file.size for file in gone) >= needed
    assert sum(file.size for file in gone[:-1]) < max(needed, 1)
    stays = [file for file in files if evictable(file, NOW) and file not in gone]
    assert all(out.opened_at <= kept.opened_at for out in gone for kept in stays)


def material(key: str, class_id: str, *, age_days: int, due: datetime | None = None) -> Material:
    return Material(
        id=key,
        class_id=class_id,
        title=LocalizedText(en=key),
        kind="notes",
        media_type="text/plain",
        size_bytes=1,
        sha256="0" * 64,
        published_at=NOW - timedelta(days=age_days),
        due_at=due,
    )


def lesson(class_id: str, starts: datetime, state: LessonState = LessonState.PLANNED) -> Lesson:
    return Lesson(
        id=f"{class_id}-{starts.isoformat()}",
        class_id=class_id,
        topic=LocalizedText(en="Waves"),
        subject=LocalizedText(en="Physics"),
        class_name=LocalizedText(en="Physics 13"),
        room="1",
        teacher_name="T",
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        state=state,
    )


def test_tomorrow_is_the_local_day_and_a_cancelled_class_needs_nothing() -> None:
    # 19:00 UTC is half past midnight of the next day in Colombo.
    late = datetime(2026, 3, 2, 19, 0, tzinfo=UTC)
    lessons = [
        lesson("met", late),
        lesson("cancelled", late, LessonState.CANCELLED),
        lesson("next-week", NOW + timedelta(days=7)),
    ]
    materials = [
        material("old", "met", age_days=60),
        material("recent", "met", age_days=3),
        material("newer", "met", age_days=1),
        material("old-but-due", "met", age_days=60, due=NOW + timedelta(days=9)),
        material("off", "cancelled", age_days=1),
        material("due-tomorrow", "next-week", age_days=20, due=late + timedelta(hours=3)),
        material("due-yesterday", "next-week", age_days=20, due=NOW - timedelta(days=1)),
    ]
    chosen = [item.id for item in for_tomorrow(materials, lessons, NOW, COLOMBO)]
    assert chosen == ["due-tomorrow", "old-but-due", "newer", "recent"]


def test_an_estimate_says_so_when_nothing_is_known() -> None:
    assert seconds_for(0, None, None) == 0.0
    assert seconds_for(1000, None, None) is None
    assert seconds_for(1000, 100.0, None) == 10.0
    assert seconds_for(1000, 100.0, 50) == 20.0
    assert seconds_for(1000, None, 50) == 20.0


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=40))
def test_the_cap_holds_over_any_sequence_of_chunks(chunks: list[int]) -> None:
    cap, now = RateCap(1000, 0.0), 0.0
    for size in chunks:
        now += cap.take(size, now)
    # A second's worth may come at once; all else takes its time.
    assert now >= (sum(chunks) - 1000) / 1000 - 1e-6
    assert RateCap(None, 0.0).take(10**9, 0.0) == 0.0
