"""An attempt's states follow only where they may."""

import itertools

import pytest

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.domain.attempt import SittingState, advance, may_answer


def test_nothing_follows_a_submitted_attempt() -> None:
    for state in set(SittingState) - {SittingState.SUBMITTED}:
        with pytest.raises(RuleViolation):
            advance(SittingState.SUBMITTED, state)


def test_staying_is_always_allowed_and_only_a_sitting_takes_keystrokes() -> None:
    for state in SittingState:
        assert advance(state, state) is state
    assert [state for state in SittingState if may_answer(state)] == [SittingState.SITTING]


def test_every_state_can_still_reach_the_end() -> None:
    reachable = {SittingState.SUBMITTED}
    for _ in SittingState:
        for first, second in itertools.product(SittingState, reachable.copy()):
            try:
                advance(first, second)
            except RuleViolation:
                continue
            reachable.add(first)
    assert reachable == set(SittingState)
