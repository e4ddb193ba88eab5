"""Who needs looking at: each threshold at its edge, and what says nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.domain.attendance_risk import RiskReason, by_lesson, gravity, judge

STATES = {letter: state for letter, state in zip("plae", AttendanceState, strict=True)}
POLICY = AttendancePolicy()


def states(letters: str) -> list[AttendanceState]:
    return [STATES[letter] for letter in letters]


@pytest.mark.parametrize(
    ("letters", "reasons"),
    [
        ("", []),
        ("aa", []),  # two of two say nothing yet
        ("aaa", [RiskReason.ABSENT_IN_A_ROW]),
        ("aeaa", [RiskReason.ABSENT_IN_A_ROW]),  # an excused lesson neither ends a row nor counts in it
        ("aape", []),
        ("aapaa", [RiskReason.BELOW_REQUIRED]),
        ("pppp" * 2 + "aa", [RiskReason.MISSED_MUCH]),  # exactly 80 %: enough; one in ten missed: look
        ("pppp" * 2 + "aap", [RiskReason.MISSED_MUCH]),
        ("p" * 10 + "a", []),  # 9 %
        ("p" * 9 + "e", [RiskReason.MISSED_MUCH]),  # excused ones are missed too
        ("llll", [RiskReason.OFTEN_LATE]),
        ("llll" + "p" * 7, []),  # long ago
        ("ppp" + "aaa", [RiskReason.BELOW_REQUIRED, RiskReason.ABSENT_IN_A_ROW]),
    ],
)
def test_thresholds_at_their_edges(letters: str, reasons: list[RiskReason]) -> None:
    assert list(judge(states(letters), POLICY).reasons) == reasons


def test_the_platform_s_values_decide() -> None:
    strict = AttendancePolicy(required_per_mille=1000, fewest_lessons=2, absent_in_a_row=1, late_in_last_ten=1)
    found = judge(states("lpa"), strict)
    assert set(found.reasons) == {
        RiskReason.BELOW_REQUIRED,
        RiskReason.ABSENT_IN_A_ROW,
        RiskReason.OFTEN_LATE,
    }
    assert (found.absent_in_a_row, found.late_lately, found.marked) == (1, 1, 3)
    assert found.rate == pytest.approx(2 / 3)
    assert found.missed == pytest.approx(1 / 3)


def test_the_gravest_come_first() -> None:
    lines = {name: judge(states(letters), POLICY) for name, letters in (("late", "llll"), ("well", "ppp"))}
    lines["worst"], lines["bad"] = judge(states("aaaaa"), POLICY), judge(states("paaaa"), POLICY)
    lines["new"] = judge(states("pppa"), POLICY)  # a lower share, and no reason to look yet
    assert sorted(lines, key=lambda name: gravity(lines[name])) == ["worst", "bad", "late", "new", "well"]


@given(st.lists(st.sampled_from(list(AttendanceState)), max_size=40))
def test_one_more_present_lesson_never_makes_it_worse(made: list[AttendanceState]) -> None:
    before, after = judge(made, POLICY), judge([*made, AttendanceState.PRESENT], POLICY)
    if before.marked >= POLICY.fewest_lessons:
        assert gravity(after)[0] >= gravity(before)[0] or RiskReason.MISSED_MUCH in after.reasons
    assert after.absent_in_a_row == 0


def test_states_stand_in_the_order_of_lessons_and_withdrawn_marks_are_none() -> None:
    at = datetime(2026, 11, 2, 8, tzinfo=UTC)

    def mark(lesson: str, state: AttendanceState, withdrawn: bool = False) -> Mark:
        return Mark(
            id=lesson,
            lesson_id=lesson,
            student_id="s",
            state=state,
            marked_at=at,
            marked_by="t",
            withdrawn=withdrawn,
        )

    made = [
        (at + timedelta(days=2), mark("c", AttendanceState.LATE)),
        (at, mark("a", AttendanceState.ABSENT)),
        (at + timedelta(days=1), mark("b", AttendanceState.PRESENT, withdrawn=True)),
    ]
    assert by_lesson(made) == [AttendanceState.ABSENT, AttendanceState.LATE]
