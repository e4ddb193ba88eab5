"""Who needs looking at: the order of the invigilator's tiles. Nothing here judges anybody; it only sorts."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import IntEnum

from learnup_desktop.contract.exam_list import AttemptState
from learnup_desktop.contract.integrity import INFORMATION_KINDS, IntegrityKind
from learnup_desktop.contract.invigilation import AttemptOverview

SILENT_AFTER = timedelta(seconds=45)
"""A client reports every 15 s (CONTRACT.md, ``attempt:status``); after three that did not come it counts as offline."""

LOOK_KINDS: frozenset[IntegrityKind] = frozenset(
    {IntegrityKind.IDENTITY_MISMATCH, IntegrityKind.MULTIPLE_FACES, IntegrityKind.SPOOF_SUSPECTED}
)
"""Kinds about who is there; all others may be an accident of light, line or furniture."""


class Attention(IntEnum):
    """How soon a person should look, most urgent first."""

    LOOK = 0
    WATCH = 1
    WRITING = 2
    WAITING = 3
    DONE = 4


def is_silent(attempt: AttemptOverview, now: datetime) -> bool:
    """Whether a running attempt has not been heard of for a while; it goes on on the student's PC all the same."""
    running = attempt.state in (AttemptState.OPEN, AttemptState.PAUSED)
    return running and (attempt.heard_at is None or now - attempt.heard_at > SILENT_AFTER)


def attention(attempt: AttemptOverview, now: datetime) -> Attention:
    """Where an attempt belongs. Flags that a person has decided on no longer count."""
    undecided = {kind for kind, count in attempt.undecided_counts.items() if count > 0}
    if undecided & LOOK_KINDS:
        return Attention.LOOK
    if attempt.state is AttemptState.SUBMITTED:
        return Attention.DONE
    if attempt.state is AttemptState.NOT_STARTED:
        return Attention.WAITING
    if undecided - INFORMATION_KINDS or is_silent(attempt, now):
        return Attention.WATCH
    return Attention.WRITING


def in_order(attempts: Iterable[AttemptOverview], now: datetime) -> list[AttemptOverview]:
    """Most urgent first; among equals the newest flag first, then by name."""
    return sorted(attempts, key=lambda item: (attention(item, now), _minus(item.last_event_at), item.student_name))


def _minus(moment: datetime | None) -> float:
    return -moment.timestamp() if moment is not None else 0.0
