"""Marks merge to the same result whatever the order, and people beat cameras."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.attendance import AttendanceState, Mark, MarkMethod
from learnup_desktop.domain.attendance import count_states, merge_marks, rate

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

marks = st.lists(
    st.builds(
        lambda number, student, state, second, method: Mark(
            id=f"m{number}",
            lesson_id="l",
            student_id=student,
            state=state,
            marked_at=NOON + timedelta(seconds=second),
            marked_by="t",
            method=method,
        ),
        st.integers(0, 1000),
        st.sampled_from(["s1", "s2"]),
        st.sampled_from(list(AttendanceState)),
        st.integers(0, 5),
        st.sampled_from(list(MarkMethod)),
    ),
    max_size=12,
    unique_by=lambda mark: mark.id,
)


@given(marks, st.randoms(use_true_random=False))
def test_order_and_repeats_do_not_matter(made: list[Mark], shuffler: random.Random) -> None:
    shuffled = made + made
    shuffler.shuffle(shuffled)
    assert merge_marks(shuffled) == merge_marks(made)


@given(marks)
def test_a_camera_never_beats_a_person(made: list[Mark]) -> None:
    by_hand = {mark.student_id for mark in made if mark.method is MarkMethod.MANUAL}
    standing = merge_marks(made)
    assert all(standing[student].method is MarkMethod.MANUAL for student in by_hand)


@given(marks)
def test_the_newest_of_its_kind_stands(made: list[Mark]) -> None:
    for student, standing in merge_marks(made).items():
        own = [mark for mark in made if mark.student_id == student]
        by_hand = [mark for mark in own if mark.method is MarkMethod.MANUAL]
        assert standing.marked_at == max(mark.marked_at for mark in by_hand or own)


def make(state: AttendanceState, student: str, withdrawn: bool = False) -> Mark:
    return Mark(
        id=student, lesson_id="l", student_id=student, state=state, marked_at=NOON, marked_by="t", withdrawn=withdrawn
    )


def test_counts_and_rate() -> None:
    counted = count_states(
        [
            make(AttendanceState.PRESENT, "a"),
            make(AttendanceState.LATE, "b"),
            make(AttendanceState.ABSENT, "c"),
            make(AttendanceState.EXCUSED, "d"),
            make(AttendanceState.ABSENT, "e", withdrawn=True),
        ]
    )
    assert counted[AttendanceState.ABSENT] == 1
    assert rate(counted) == 2 / 3
    assert rate(count_states([])) is None
