"""What repeats: a camera that stands still, a recording that starts again, and what must not be taken for either."""

import random

from learnup_desktop.domain.integrity_repetition import LOOP_REPEATS, Repetition, RepetitionRule

PARTS = 16
FACE = frozenset({5, 6, 9, 10})


def picture(number: int) -> list[int]:
    """Codes of a picture with sensor noise: none of its parts is ever the same again."""
    return [PARTS * number + part for part in range(PARTS)]


def test_a_camera_with_noise_never_repeats() -> None:
    rule = RepetitionRule()
    assert {rule.take(number / 4, picture(number), FACE) for number in range(2000)} == {Repetition.NONE}


def test_one_picture_again_and_again_is_frozen_from_its_second_time_on() -> None:
    rule = RepetitionRule()
    said = [rule.take(number / 4, picture(7), FACE) for number in range(6)]
    assert said == [Repetition.NONE, *[Repetition.FROZEN] * 5]
    assert rule.take(2.0, picture(8), FACE) is Repetition.NONE


def test_a_clock_drawn_over_a_frozen_picture_does_not_hide_it() -> None:
    rule = RepetitionRule()
    said = [rule.take(number / 4, [number, *picture(7)[1:]], FACE) for number in range(4)]
    assert said[1:] == [Repetition.FROZEN] * 3


def test_a_still_background_without_noise_is_no_frozen_picture_while_the_face_moves() -> None:
    rule = RepetitionRule()
    for number in range(40):
        codes = picture(0)
        codes[6] = 1000 + number
        assert rule.take(number / 4, codes, FACE) is Repetition.NONE


def test_after_the_camera_was_away_its_last_picture_is_not_compared_with() -> None:
    rule = RepetitionRule()
    rule.take(0.0, picture(1), FACE)
    rule.forget()
    assert rule.take(0.25, picture(1), FACE) is Repetition.NONE


def loop_found_at(*, seconds: float, pictures_a_second: int, looks_a_second: float = 4.0) -> float:
    """When a recording of ``seconds`` that starts again and again is told, the looks being a little late at random."""
    rule, late = RepetitionRule(), random.Random(2)
    count = round(seconds * pictures_a_second)
    for look in range(round(300 * looks_a_second)):
        at = look / looks_a_second + late.uniform(0, 0.03)
        if rule.take(at, picture(int(at * pictures_a_second) % count), FACE) is Repetition.LOOPING:
            return at
    return float("inf")


def test_a_recording_that_starts_again_is_found_in_its_first_rounds() -> None:
    assert loop_found_at(seconds=10, pictures_a_second=10) <= 20
    assert loop_found_at(seconds=10, pictures_a_second=30) <= 40
    assert loop_found_at(seconds=60, pictures_a_second=15) <= 180


def test_a_loop_is_told_no_more_once_the_camera_is_a_camera_again() -> None:
    rule = RepetitionRule()
    for look in range(120):
        said = rule.take(look / 4, picture(look % 20), FACE)
    assert said is Repetition.LOOPING
    later = [rule.take(30 + look / 4, picture(1000 + look), FACE) for look in range(60)]
    assert later[-1] is Repetition.NONE


def test_an_empty_room_may_look_as_it_did_before() -> None:
    rule = RepetitionRule()
    said = {rule.take(look / 4, picture(look % 20)) for look in range(400)}
    assert said == {Repetition.NONE}


def test_a_few_pictures_that_come_again_are_chance() -> None:
    rule = RepetitionRule()
    said = [
        rule.take(look / 4, picture(look % 20 if look < 20 + LOOP_REPEATS - 1 else look), FACE) for look in range(200)
    ]
    assert Repetition.LOOPING not in said
