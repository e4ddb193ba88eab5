"""The tiles' order: who needs looking at comes first, and what was decided no longer counts."""

from datetime import UTC, datetime, timedelta

import pytest

from learnup_desktop.contract.exams import AttemptState
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.domain.invigilation import SILENT_AFTER, Attention, attention, in_order, is_silent

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def overview(name: str = "A", state: AttemptState = AttemptState.OPEN, **changes: object) -> AttemptOverview:
    made = AttemptOverview(student_id=name, student_name=name, state=state, heard_at=NOON)
    return made.model_copy(update=changes)


@pytest.mark.parametrize(
    ("attempt", "expected"),
    [
        (overview(), Attention.WRITING),
        (overview(undecided_counts={"identity_mismatch": 1}), Attention.LOOK),
        (overview(undecided_counts={"no_face": 2}), Attention.WATCH),
        (overview(undecided_counts={"low_light": 3}), Attention.WRITING),
        (overview(integrity_counts={"identity_mismatch": 1}), Attention.WRITING),  # decided already
        (overview(heard_at=NOON - SILENT_AFTER * 2), Attention.WATCH),
        (overview(state=AttemptState.SUBMITTED, heard_at=None), Attention.DONE),
        (overview(state=AttemptState.SUBMITTED, undecided_counts={"spoof_suspected": 1}), Attention.LOOK),
        (overview(state=AttemptState.NOT_STARTED, heard_at=None), Attention.WAITING),
    ],
)
def test_where_an_attempt_belongs(attempt: AttemptOverview, expected: Attention) -> None:
    assert attention(attempt, NOON) is expected


def test_a_finished_student_is_not_silent() -> None:
    assert not is_silent(overview(state=AttemptState.SUBMITTED, heard_at=None), NOON)
    assert is_silent(overview(heard_at=None), NOON)


def test_the_newest_flag_comes_first_among_equals() -> None:
    flagged = {"no_face": 1}
    old = overview("Old", undecided_counts=flagged, last_event_at=NOON - timedelta(minutes=5))
    new = overview("New", undecided_counts=flagged, last_event_at=NOON)
    calm_b, calm_a = overview("B"), overview("A")
    assert [item.student_name for item in in_order([calm_b, old, calm_a, new], NOON)] == ["New", "Old", "A", "B"]
