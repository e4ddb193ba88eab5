"""The life of an attempt on this PC, as a state machine: what may follow what, and what each state lets a student do.

::

    PREPARING -> LOBBY -> SITTING <-> PAUSED
                             |  \\-> READ_ONLY (the seat went to another device)
                             v
                         SUBMITTING -> SUBMITTED
"""

from enum import StrEnum

from learnup_desktop.base.errors import RuleViolation


class SittingState(StrEnum):
    """Where the student is."""

    PREPARING = "preparing"
    LOBBY = "lobby"
    SITTING = "sitting"
    PAUSED = "paused"
    READ_ONLY = "read_only"
    SUBMITTING = "submitting"
    SUBMITTED = "submitted"


_ALLOWED: dict[SittingState, frozenset[SittingState]] = {
    SittingState.PREPARING: frozenset({SittingState.LOBBY, SittingState.SITTING, SittingState.SUBMITTED}),
    SittingState.LOBBY: frozenset({SittingState.SITTING}),
    SittingState.SITTING: frozenset({SittingState.PAUSED, SittingState.READ_ONLY, SittingState.SUBMITTING}),
    SittingState.PAUSED: frozenset({SittingState.SITTING, SittingState.READ_ONLY, SittingState.SUBMITTING}),
    SittingState.READ_ONLY: frozenset({SittingState.SITTING, SittingState.SUBMITTED}),
    SittingState.SUBMITTING: frozenset({SittingState.SUBMITTED, SittingState.READ_ONLY}),
    SittingState.SUBMITTED: frozenset(),
}


def advance(current: SittingState, following: SittingState) -> SittingState:
    """``following``, if it may follow ``current``; staying is always allowed.

    Raises:
        RuleViolation: it may not.
    """
    if following is not current and following not in _ALLOWED[current]:
        raise RuleViolation(f"an attempt does not go from {current} to {following}")
    return following


def may_answer(state: SittingState) -> bool:
    """Whether the student's keystrokes are taken."""
    return state is SittingState.SITTING
