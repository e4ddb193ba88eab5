"""The active challenge: passed by doing it, failed by handing over, and never by being slow to start."""

from random import Random

import pytest

from learnup_desktop.domain.integrity_challenge import Challenge, ChallengeLook, ChallengeState, Reason, Step

MOVES = {Step.LOOK_STRAIGHT: (0.0, 0.0), Step.TURN_LEFT: (30.0, 0.0), Step.TURN_RIGHT: (-30.0, 0.0)}
MOVES[Step.LOOK_UP] = (0.0, 20.0)


def obey(challenge: Challenge, *, middle: tuple[float, float] = (3.0, -20.0), until: float = 60.0) -> None:
    """A person who does what is asked, looked at eight times a second."""
    at = 0.0
    while challenge.running and at < until:
        yaw, pitch = MOVES[challenge.step]
        straight = challenge.step is Step.LOOK_STRAIGHT
        look = ChallengeLook(at, 1, middle[0] + yaw, middle[1] + pitch, 0.8 if straight else None)
        challenge.take(look)
        at += 0.125


@pytest.mark.parametrize("seed", range(6))
def test_doing_what_is_asked_passes_in_any_order(seed: int) -> None:
    challenge = Challenge(0.0, threshold=0.38, random=Random(seed))
    obey(challenge)
    assert challenge.state is ChallengeState.PASSED
    assert challenge.done == 3


def test_the_order_differs() -> None:
    assert len({tuple(Challenge(0.0, random=Random(seed)).order) for seed in range(30)}) == 6


def test_sitting_still_expires() -> None:
    challenge = Challenge(0.0, seconds=20.0, random=Random(1))
    for index in range(200):
        challenge.take(ChallengeLook(index / 8, 1, 0.0, 0.0))
    assert challenge.state is ChallengeState.EXPIRED
    assert challenge.done == 0


def test_the_wrong_way_does_not_count() -> None:
    challenge = Challenge(0.0, steps=1, random=Random(1))
    wrong = {Step.TURN_LEFT: (-40.0, 0.0), Step.TURN_RIGHT: (40.0, 0.0), Step.LOOK_UP: (0.0, -40.0)}
    for index in range(100):
        step = challenge.step
        yaw, pitch = (0.0, 0.0) if step is Step.LOOK_STRAIGHT else wrong[step]
        challenge.take(ChallengeLook(index / 8, 1, yaw, pitch))
    assert challenge.running
    assert challenge.done == 0


def test_another_face_in_the_middle_fails_it() -> None:
    challenge = Challenge(0.0, threshold=0.38, random=Random(1))
    for index in range(8):
        challenge.take(ChallengeLook(index / 8, 1, 0.0, 0.0, 0.8))
    challenge.take(ChallengeLook(1.5, 1, 0.0, 0.0, 0.1))
    assert (challenge.state, challenge.reason) == (ChallengeState.FAILED, Reason.ANOTHER_PERSON)


def test_company_fails_it_and_a_blink_of_the_detector_does_not() -> None:
    challenge = Challenge(0.0, random=Random(1))
    challenge.take(ChallengeLook(0.5, 0))
    assert challenge.running
    challenge.take(ChallengeLook(0.6, 2, 0.0, 0.0))
    assert challenge.reason is Reason.SEVERAL_FACES


def test_leaving_fails_it() -> None:
    challenge = Challenge(0.0, random=Random(1))
    challenge.take(ChallengeLook(0.1, 1, 0.0, 0.0))
    challenge.take(ChallengeLook(2.0, 0))
    assert challenge.reason is Reason.FACE_LOST


def test_nobody_recognised_never_passes_where_somebody_is_enrolled() -> None:
    challenge = Challenge(0.0, threshold=0.38, random=Random(1))
    at = 0.0
    while challenge.running and at < 40:
        yaw, pitch = MOVES[challenge.step]
        challenge.take(ChallengeLook(at, 1, yaw, pitch))
        at += 0.125
    assert challenge.reason is Reason.NOT_RECOGNISED


def test_a_swap_after_the_first_step_must_be_recognised_again() -> None:
    challenge = Challenge(0.0, threshold=0.38, random=Random(1))
    at = 0.0
    while challenge.done < 1:
        yaw, pitch = MOVES[challenge.step]
        challenge.take(ChallengeLook(at, 1, yaw, pitch, 0.8 if challenge.step is Step.LOOK_STRAIGHT else None))
        at += 0.125
    challenge.take(ChallengeLook(at, 1, 0.0, 0.0, same_track=False))
    while challenge.running and at < 40:
        at += 0.125
        yaw, pitch = MOVES[challenge.step]
        challenge.take(ChallengeLook(at, 1, yaw, pitch))
    assert challenge.state is ChallengeState.FAILED


def test_cancelling_is_not_failing() -> None:
    challenge = Challenge(0.0)
    challenge.cancel()
    assert challenge.state is ChallengeState.CANCELLED
    assert challenge.reason is Reason.NONE
