"""A loss of focus counts when it outlives the settling time and lasts the minimum; then with its true beginning."""

from datetime import UTC, datetime

import pytest

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.lockdown.focus import FocusRule, FocusTurn


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 3, 2, 8, 0, tzinfo=UTC), seconds=1000.0)


@pytest.fixture
def rule(clock: ManualClock) -> FocusRule:
    """Settled long ago, and in front."""
    rule = FocusRule(clock, settle_seconds=3.0, minimum_seconds=2.0)
    rule.focused()
    return rule


def test_the_stir_of_a_window_that_takes_the_screen_is_nothing(clock: ManualClock, rule: FocusRule) -> None:
    """What the walk-through journaled: away and back twice in the first second."""
    rule.settle()
    for _ in range(2):
        assert rule.unfocused() is None
        clock.advance(0.3)
        assert rule.look() is None
        assert rule.focused() is None
    clock.advance(60)
    assert rule.look() is None


def test_a_glimpse_is_not_told(clock: ManualClock, rule: FocusRule) -> None:
    assert rule.unfocused() is None
    clock.advance(1.9)
    assert rule.look() is None
    assert rule.focused() is None


def test_a_longer_loss_is_told_once_with_its_true_beginning(clock: ManualClock, rule: FocusRule) -> None:
    assert rule.unfocused("minimised") is None
    assert rule.wait_seconds() == pytest.approx(2.0)
    clock.advance(1.5)
    assert rule.unfocused() is None  # hidden after inactive is the same loss
    assert rule.wait_seconds() == pytest.approx(0.5)
    clock.advance(0.5)
    assert rule.look() is FocusTurn.LOST
    assert rule.lost_seconds() == pytest.approx(2.0)
    assert rule.detail == "minimised"
    assert rule.look() is None
    assert rule.wait_seconds() is None
    clock.advance(10)
    assert rule.focused() is FocusTurn.BACK
    assert rule.lost_seconds() == 0


def test_a_loss_while_settling_counts_when_it_outlives_that(clock: ManualClock, rule: FocusRule) -> None:
    rule.settle()
    clock.advance(1)
    rule.unfocused()
    clock.advance(3.9)
    assert rule.look() is None
    clock.advance(0.1)
    assert rule.look() is FocusTurn.LOST
    assert rule.lost_seconds() == pytest.approx(4.0)


def test_settling_again_does_not_take_back_what_was_told(clock: ManualClock, rule: FocusRule) -> None:
    rule.unfocused()
    clock.advance(2)
    assert rule.look() is FocusTurn.LOST
    rule.settle()
    assert rule.focused() is FocusTurn.BACK


def test_what_was_never_had_cannot_be_lost(clock: ManualClock) -> None:
    rule = FocusRule(clock, 0.0, 0.0)
    assert rule.unfocused() is None
    clock.advance(100)
    assert rule.look() is None


def test_without_a_minimum_it_is_told_at_once(clock: ManualClock) -> None:
    rule = FocusRule(clock, 0.0, 0.0)
    rule.focused()
    assert rule.unfocused() is FocusTurn.LOST
