"""Payloads become typed events, and what is not of the contract becomes nothing."""

import random

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.exams import AttemptCommand
from learnup_desktop.contract.realtime import ServerEvent, SyncHint
from learnup_desktop.contract.sync import Stream
from learnup_desktop.realtime.connection import LONGEST_DELAY_SECONDS, backoff_seconds
from learnup_desktop.realtime.events import SessionRevoked, parse_event

json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


def test_events_of_the_contract_are_typed() -> None:
    assert parse_event("sync", {"streams": ["exams"]}) == SyncHint(streams=[Stream.EXAMS])
    command = parse_event("attempt:command", {"attemptId": "a", "command": "warn", "message": "Please look up"})
    assert command == AttemptCommand(attempt_id="a", command="warn", message="Please look up")
    assert parse_event("session:revoked", None) == SessionRevoked()


@given(st.sampled_from([event.value for event in ServerEvent]) | st.text(), json_like)
def test_no_payload_breaks_the_line(name: str, payload: object) -> None:
    parse_event(name, payload)


def test_an_event_of_a_newer_platform_is_passed_over() -> None:
    assert parse_event("sync", {"streams": ["holograms"]}) is None
    assert parse_event("telepathy", {}) is None


def test_a_school_comes_back_spread_over_half_a_minute() -> None:
    drawn = random.Random(7)
    delays = sorted(backoff_seconds(6, drawn.random()) for _ in range(1000))
    assert delays[-1] <= LONGEST_DELAY_SECONDS
    assert delays[-1] - delays[0] > 28
    busiest = max(sum(1 for other in delays if delay <= other < delay + 1) for delay in delays)
    assert busiest < 60  # of a thousand, in any one second
