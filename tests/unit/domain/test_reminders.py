"""Reminders: each once, none in quiet hours, missed ones together; for any timetable, any sleep and any quiet hours."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.reminders import (
    MISSED_FOR,
    Reminder,
    ReminderKind,
    ReminderRules,
    decide,
    in_quiet_hours,
    plan_reminders,
)

COLOMBO = ZoneInfo("Asia/Colombo")
MORNING = datetime(2026, 11, 18, 7, 0, tzinfo=COLOMBO).astimezone(UTC)
RULES = ReminderRules(timedelta(minutes=10), time(21), time(6))


def lesson(identity: str, minutes: float, **changes: object) -> Lesson:
    begins = MORNING + timedelta(minutes=minutes)
    text = LocalizedText(en=identity)
    made = Lesson(
        id=identity,
        class_id="c",
        topic=text,
        subject=text,
        class_name=text,
        teacher_name="T",
        room="1",
        starts_at=begins,
        ends_at=begins + timedelta(minutes=40),
    )
    return made.model_copy(update=changes)


def ids(reminders: tuple[Reminder, ...]) -> list[str]:
    return [item.id for item in reminders]


def test_each_is_said_once_ten_minutes_before() -> None:
    planned = plan_reminders([lesson("b", 60), lesson("a", 30)], [], RULES, COLOMBO)
    first = decide(planned, MORNING, (), MORNING, RULES, COLOMBO)
    assert first.now == () and first.next_at == MORNING + timedelta(minutes=20)
    second = decide(planned, MORNING + timedelta(minutes=20), (), MORNING, RULES, COLOMBO)
    assert ids(second.now) == ["a"] and second.next_at == MORNING + timedelta(minutes=50)
    told = {item.key for item in second.now}
    assert decide(planned, MORNING + timedelta(minutes=20), told, MORNING, RULES, COLOMBO).now == ()


def test_a_moved_lesson_is_told_at_its_new_time_and_a_cancelled_one_not_at_all() -> None:
    before = plan_reminders([lesson("a", 30)], [], RULES, COLOMBO)
    moved = plan_reminders([lesson("a", 90), lesson("b", 30, state=LessonState.CANCELLED)], [], RULES, COLOMBO)
    told = {before[0].key}
    assert decide(moved, MORNING + timedelta(minutes=85), told, MORNING, RULES, COLOMBO).now == (moved[0],)
    assert len(moved) == 1


def test_a_computer_that_slept_hears_of_what_it_missed_and_one_that_was_off_does_not() -> None:
    planned = plan_reminders([lesson("a", 30), lesson("b", 130)], [], RULES, COLOMBO)
    awake = MORNING + timedelta(minutes=125)
    slept = decide(planned, awake, (), MORNING, RULES, COLOMBO)
    assert (ids(slept.now), ids(slept.missed)) == (["b"], ["a"])
    off = decide(planned, awake, (), awake, RULES, COLOMBO)
    assert (ids(off.now), ids(off.missed)) == (["b"], [])


def test_in_the_night_nothing_is_said_until_it_is_over() -> None:
    # 6:05: ten minutes before lies in the quiet hours, which end at six.
    early = lesson("early", -55)
    planned = plan_reminders([early], [], RULES, COLOMBO)
    assert planned[0].due_at == MORNING - timedelta(minutes=60)
    night = MORNING - timedelta(hours=3)
    quiet = decide(planned, night, (), night, RULES, COLOMBO)
    assert quiet.now == () and quiet.next_at == MORNING - timedelta(minutes=60)


@given(
    starts=st.lists(st.integers(-2000, 2000), max_size=12),
    before=st.integers(0, 120),
    quiet=st.tuples(st.times(), st.times()),
    steps=st.lists(st.integers(1, 900), min_size=1, max_size=25),
)
def test_whatever_the_day_is_like(starts: list[int], before: int, quiet: tuple[time, time], steps: list[int]) -> None:
    rules = ReminderRules(
        timedelta(minutes=before), quiet[0].replace(second=0, microsecond=0), quiet[1].replace(second=0, microsecond=0)
    )
    lessons = [lesson(f"l{number}", minutes) for number, minutes in enumerate(starts)]
    planned = plan_reminders(lessons, [], rules, COLOMBO)
    now = since = MORNING - timedelta(minutes=2500)
    told: set[str] = set()
    for step in steps:
        said = decide(planned, now, told, since, rules, COLOMBO)
        everything = [*said.now, *said.missed]
        assert not {item.key for item in everything} & told, "said twice"
        assert all(item.starts_at > now >= item.due_at for item in said.now)
        assert all(now - MISSED_FOR <= item.starts_at <= now for item in said.missed)
        assert not (everything and in_quiet_hours(now, rules, COLOMBO)), "said in quiet hours"
        assert said.next_at is None or said.next_at > now, "a timer that would spin"
        told |= {item.key for item in everything}
        now += timedelta(minutes=step)


@given(starts=st.lists(st.integers(0, 3000), max_size=10), before=st.integers(0, 60))
def test_who_looks_when_told_to_misses_nothing(starts: list[int], before: int) -> None:
    rules = ReminderRules(timedelta(minutes=before))
    planned = plan_reminders([lesson(f"l{n}", 61 + m) for n, m in enumerate(starts)], [], rules, COLOMBO)
    now, told = MORNING, set[str]()
    for _ in range(30):
        said = decide(planned, now, told, MORNING, rules, COLOMBO)
        assert said.missed == () or before == 0, "looked too late"
        told |= {item.key for item in (*said.now, *said.missed)}
        if said.next_at is None:
            break
        now = said.next_at
    assert told == {item.key for item in planned}
    assert all(item.kind is ReminderKind.LESSON for item in planned)
