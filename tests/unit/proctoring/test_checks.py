"""When recognition and liveness look again."""

from learnup_desktop.proctoring.checks import AGAIN_AT_ONCE, SUSPICION_SECONDS, Check

INTERVAL = 3.0


def test_a_plain_answer_is_good_for_the_interval() -> None:
    check = Check()
    assert check.due(0.0, INTERVAL)
    check.answered(0.0, unsure=False)
    assert not check.due(2.9, INTERVAL)
    assert check.due(3.0, INTERVAL)


def test_a_new_face_is_checked_soon_after_the_last_check() -> None:
    check = Check()
    check.answered(10.0, unsure=False)
    check.renew()
    assert not check.due(10.25, INTERVAL)
    assert check.due(10.0 + SUSPICION_SECONDS, INTERVAL)


def test_an_answer_that_says_nothing_is_asked_again_at_the_next_look_but_not_for_ever() -> None:
    check = Check()
    for number in range(AGAIN_AT_ONCE):
        check.answered(0.25 * number, unsure=True)
        assert check.due(0.25 * (number + 1), INTERVAL)
    check.answered(0.25 * AGAIN_AT_ONCE, unsure=True)
    assert not check.due(0.25 * AGAIN_AT_ONCE + 2.9, INTERVAL)
    check.renew()
    check.answered(5.0, unsure=True)
    assert check.due(5.25, INTERVAL)


def test_a_plain_answer_ends_asking_again() -> None:
    check = Check()
    check.answered(0.0, unsure=True)
    check.answered(0.25, unsure=False)
    assert not check.due(0.5, INTERVAL)


def test_new_templates_are_compared_with_at_once() -> None:
    check = Check()
    check.answered(1.0, unsure=False)
    check.forget()
    assert check.due(1.0, INTERVAL)
