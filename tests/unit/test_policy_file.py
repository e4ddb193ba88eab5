"""Policies that somebody wrote: what is left out is as by default, and slips are named."""

import pytest

from learnup_desktop.contract.integrity import IntegrityKind, ProctoringPolicy
from learnup_desktop.contract.policy_file import PolicyError, parse_policy


def test_what_is_left_out_is_as_by_default_and_the_threshold_is_the_platforms() -> None:
    assert parse_policy("{}") == ProctoringPolicy()
    assert parse_policy("{}", identity_threshold=0.42).identity_threshold == 0.42
    assert parse_policy('{"identityThreshold": 0.5}', identity_threshold=0.42).identity_threshold == 0.5


def test_fields_may_be_written_as_on_the_wire_or_as_in_the_source() -> None:
    policy = parse_policy('{"liveness_challenge": true, "rules": {"no_face": {"minimumSeconds": 5}}}')
    assert policy.liveness_challenge
    assert policy.rule(IntegrityKind.NO_FACE).minimum_seconds == 5.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "no JSON"),
        ("[1]", "not an object"),
        ('{"livenessChalenge": true}', "livenessChalenge: there is no such field"),
        ('{"rules": {"no_face": {"minimumSecond": 5}}}', "rules.no_face.minimumSecond: there is no such field"),
        ('{"rules": {"yawning": {}}}', "rules.yawning"),
        ('{"rules": {"no_face": {"minimumSeconds": 1}}}', "greater than or equal to 3"),
    ],
)
def test_slips_are_named(text: str, said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        parse_policy(text)
