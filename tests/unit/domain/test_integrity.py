"""The integrity rules: what becomes an event, when it opens and closes, and that frame rates do not matter."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.contract.integrity import (
    INFORMATION_KINDS,
    VISUAL_KINDS,
    IntegrityEvent,
    IntegrityKind,
    Outcome,
    ProctoringPolicy,
    RuleSettings,
)
from learnup_desktop.domain.integrity import Change, IntegrityRules
from learnup_desktop.domain.integrity_observation import Observation, PoseBaseline, Sight

K = IntegrityKind


def run(observations: Iterable[Observation], policy: ProctoringPolicy | None = None) -> list[IntegrityEvent]:
    """All events, ended, in order of their beginning."""
    return [change.event for change in changes_of(observations, policy) if not change.opened]


def changes_of(observations: Iterable[Observation], policy: ProctoringPolicy | None = None) -> list[Change]:
    rules = IntegrityRules(policy or ProctoringPolicy())
    found: list[Change] = []
    for observation in observations:
        found += rules.observe(observation)
    return found + rules.finish()


def stretch(start: float, end: float, rate: float = 4.0, **measured: object) -> list[Observation]:
    """Observations of one kind from ``start`` until ``end``."""
    count = round((end - start) * rate)
    return [Observation(start + index / rate, **measured) for index in range(count)]  # type: ignore[arg-type]


def test_six_seconds_without_a_face_are_one_event_with_its_times() -> None:
    events = run(stretch(0, 10) + stretch(10, 16, faces=0) + stretch(16, 25))
    assert [event.kind for event in events] == [K.NO_FACE]
    event = events[0]
    assert event.outcome is Outcome.WAS_ABSENT
    assert abs(event.started_ms - 10_000) <= 300
    assert event.ended_ms is not None and abs(event.ended_ms - 16_000) <= 500
    assert event.frames == 24
    assert event.confidence == 1000


def test_an_event_opens_within_five_seconds_and_closes_within_three() -> None:
    rules = IntegrityRules(ProctoringPolicy())
    opened = closed = None
    for observation in stretch(0, 10) + stretch(10, 16, faces=0) + stretch(16, 25):
        for change in rules.observe(observation):
            opened = observation.at if change.opened else opened
            closed = closed if change.opened else observation.at
    assert opened is not None and 13.0 <= opened <= 15.0
    assert closed is not None and 16.0 <= closed <= 19.0


@settings(deadline=None)
@given(
    absences=st.lists(st.tuples(st.floats(0.1, 2.0), st.floats(6.0, 12.0)), max_size=6),
    rate=st.floats(3.0, 15.0),
    faces=st.sampled_from([0, 2]),
)
def test_absences_of_two_seconds_raise_nothing(absences: list[tuple[float, float]], rate: float, faces: int) -> None:
    observations, at = stretch(0, 5, rate), 5.0
    for away, back in absences:
        observations += stretch(at, at + away, rate, faces=faces)
        at += away
        observations += stretch(at, at + back, rate)
        at += back
    assert run(observations) == []


@settings(deadline=None)
@given(
    start=st.floats(5.0, 20.0),
    length=st.floats(6.0, 20.0),
    rates=st.tuples(st.floats(4.0, 6.0), st.floats(10.0, 30.0)),
    kind=st.sampled_from([K.NO_FACE, K.MULTIPLE_FACES, K.CAMERA_LOST, K.CAMERA_COVERED]),
)
def test_any_camera_rate_gives_the_same_events(
    start: float, length: float, rates: tuple[float, float], kind: IntegrityKind
) -> None:
    shown: dict[IntegrityKind, dict[str, object]] = {
        K.NO_FACE: {"faces": 0},
        K.MULTIPLE_FACES: {"faces": 2, "second_score": 0.8},
        K.CAMERA_LOST: {"faces": 0, "sight": Sight.LOST},
        K.CAMERA_COVERED: {"faces": 0, "sight": Sight.COVERED},
    }
    found = []
    for rate in rates:
        observations = stretch(0, start, rate) + stretch(start, start + length, rate, **shown[kind])
        found.append(run(observations + stretch(start + length, start + length + 8, rate)))
    slow, fast = found
    assert [event.kind for event in slow] == [event.kind for event in fast] == [kind]
    assert abs(slow[0].started_ms - fast[0].started_ms) <= 600
    assert slow[0].ended_ms is not None and fast[0].ended_ms is not None
    assert abs(slow[0].ended_ms - fast[0].ended_ms) <= 600


@settings(deadline=None)
@given(st.lists(st.booleans(), min_size=40, max_size=200), st.floats(2.0, 10.0))
def test_no_event_is_ever_shorter_than_its_minimum_or_ends_before_it_began(flags: list[bool], rate: float) -> None:
    observations = [Observation(index / rate, faces=0 if flag else 1) for index, flag in enumerate(flags)]
    rules = IntegrityRules(ProctoringPolicy())
    open_ids: set[str] = set()
    for observation in observations:
        for change in rules.observe(observation):
            event = change.event
            if change.opened:
                open_ids.add(event.id)
                assert observation.at * 1000 - event.started_ms >= 2_999
                assert event.frames >= 3
            else:
                open_ids.remove(event.id)
                assert event.ended_ms is not None and event.ended_ms >= event.started_ms
    for change in rules.finish():
        open_ids.remove(change.event.id)
    assert not open_ids


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            Observation,
            at=st.floats(0, 1e6),
            sight=st.sampled_from(Sight),
            light=st.floats(0, 255),
            faces=st.integers(-1, 9),
            whole=st.booleans(),
            second_score=st.floats(allow_nan=True, allow_infinity=True),
            similarity=st.none() | st.floats(allow_nan=True, allow_infinity=True),
            live=st.none() | st.floats(allow_nan=True, allow_infinity=True),
            known=st.booleans(),
            small=st.booleans(),
            looping=st.booleans(),
            yaw=st.none() | st.floats(allow_nan=True, allow_infinity=True),
            pitch=st.none() | st.floats(allow_nan=True, allow_infinity=True),
            usable=st.booleans(),
        ),
        max_size=60,
    )
)
def test_whatever_is_measured_events_stay_valid_and_canonical(observations: list[Observation]) -> None:
    for change in changes_of(observations):
        canonical_json(change.event.to_wire())


def test_one_missed_frame_in_five_does_not_break_an_event() -> None:
    absent = [Observation(10 + index / 4, faces=1 if index % 6 == 5 else 0) for index in range(32)]
    events = run(stretch(0, 10) + absent + stretch(18, 24))
    assert [event.kind for event in events] == [K.NO_FACE]
    assert 700 <= events[0].confidence < 1000


def test_nobody_in_a_blurred_picture_is_said_to_be_unseen_and_only_after_ten_seconds() -> None:
    short = run(stretch(0, 8, faces=0, sight=Sight.BLURRED) + stretch(8, 12))
    long = run(stretch(0, 12, faces=0, sight=Sight.BLURRED) + stretch(12, 16))
    assert short == []
    assert [(event.kind, event.outcome) for event in long] == [(K.NO_FACE, Outcome.COULD_NOT_SEE)]


def test_a_covered_lens_says_nothing_about_the_person() -> None:
    events = run(stretch(0, 5) + stretch(5, 12, faces=0, sight=Sight.COVERED, light=2.0) + stretch(12, 16))
    assert [(event.kind, event.outcome, event.light) for event in events] == [
        (K.CAMERA_COVERED, Outcome.COULD_NOT_SEE, 2)
    ]


def sparse(start: float, end: float, every: float, **measured: object) -> list[Observation]:
    """Looks at 4 a second of which one in ``every`` seconds carries the measurement."""
    looks = []
    step = round(every * 4)
    for index, look in enumerate(stretch(start, end)):
        looks.append(Observation(look.at, **measured) if index % step == 0 else look)  # type: ignore[arg-type]
    return looks


def test_another_person_needs_several_measurements() -> None:
    swapped = sparse(10, 18, 0.5, similarity=0.05)
    events = run(sparse(0, 10, 1.5, similarity=0.8) + swapped + sparse(18, 24, 0.5, similarity=0.8))
    assert [event.kind for event in events] == [K.IDENTITY_MISMATCH]
    assert events[0].similarity == 50
    before, after = sparse(0, 10, 1.5, similarity=0.8), sparse(10.25, 20, 1.5, similarity=0.8)
    assert run([*before, Observation(10, similarity=0.05), *after]) == []


def test_a_poor_picture_never_speaks_against_a_person_but_may_speak_for_them() -> None:
    assert run(sparse(0, 20, 0.5, similarity=0.05, usable=False)) == []
    mismatch = sparse(0, 6, 0.5, similarity=0.05)
    events = run(mismatch + sparse(6, 12, 0.5, similarity=0.5, usable=False))
    assert events[0].ended_ms is not None and events[0].ended_ms <= 6_000


@pytest.mark.parametrize("similarity", [0.31, 0.37])
def test_a_likeness_just_under_the_threshold_says_nothing(similarity: float) -> None:
    assert run(sparse(0, 20, 0.5, similarity=similarity)) == []


def test_a_single_low_liveness_score_never_flags_and_a_run_of_them_does() -> None:
    honest = sparse(0, 10, 2, live=0.9)
    assert run([*honest, Observation(10, live=0.0), *sparse(10.25, 20, 2, live=0.9)]) == []
    events = run(honest + sparse(10, 18, 0.5, live=0.01) + sparse(18, 24, 0.5, live=0.9))
    assert [event.kind for event in events] == [K.SPOOF_SUSPECTED]


def test_gaze_is_judged_from_how_this_person_sits_and_can_be_excepted() -> None:
    looks = stretch(0, 15, yaw=4.0, pitch=-33.0) + stretch(15, 22, yaw=48.0, pitch=-30.0)
    looks += stretch(22, 28, yaw=4.0, pitch=-33.0)
    assert [event.kind for event in run(looks)] == [K.LOOKING_AWAY]
    assert run(looks, ProctoringPolicy(exceptions=frozenset({K.LOOKING_AWAY}))) == []
    off = ProctoringPolicy(rules={K.LOOKING_AWAY: RuleSettings(enabled=False)})
    assert run(looks, off) == []


def test_a_region_search_says_nothing_about_company() -> None:
    mixed = [
        Observation(5 + index / 4, faces=2 if index % 4 == 0 else 1, whole=index % 4 == 0, second_score=0.8)
        for index in range(28)
    ]
    events = run(stretch(0, 5) + mixed + stretch(12, 18))
    assert [event.kind for event in events] == [K.MULTIPLE_FACES]


def test_camera_only_still_knows_a_lost_camera_and_nothing_about_faces() -> None:
    events = run(stretch(0, 5, faces=-1) + stretch(5, 12, faces=-1, sight=Sight.LOST) + stretch(12, 18, faces=-1))
    assert [event.kind for event in events] == [K.CAMERA_LOST]


def test_a_clock_that_jumps_back_is_ignored() -> None:
    rules = IntegrityRules(ProctoringPolicy())
    rules.observe(Observation(100.0))
    assert rules.observe(Observation(50.0, faces=0)) == []


def test_a_pause_of_the_worker_is_not_counted_as_absence() -> None:
    looks = [Observation(0.0), Observation(1.0, faces=0), Observation(31.0, faces=0), Observation(31.25, faces=0)]
    assert run([*looks, Observation(31.5), Observation(33.5)]) == []


def test_no_visual_rule_can_be_set_under_three_seconds() -> None:
    with pytest.raises(ValidationError):
        RuleSettings(minimum_seconds=2.9)


def test_the_policy_travels_and_comes_back() -> None:
    policy = ProctoringPolicy(exceptions=frozenset({K.LOOKING_AWAY}), rules={K.NO_FACE: RuleSettings(needed=9)})
    assert ProctoringPolicy.model_validate(policy.to_wire()) == policy


def test_a_weak_template_speaks_against_a_person_only_when_it_is_nothing_like_them() -> None:
    assert run(sparse(0, 12, 0.5, similarity=0.2, usual=False)) == []
    assert [event.kind for event in run(sparse(0, 12, 0.5, similarity=0.05, usual=False))] == [K.IDENTITY_MISMATCH]


def test_somebody_on_a_screen_is_a_replay_and_not_another_person_as_well() -> None:
    swapped = sparse(6, 14, 0.5, similarity=0.0, live=0.9)
    screen = sparse(14, 22, 0.5, similarity=0.0, live=0.01)
    events = run(sparse(0, 6, 0.5, similarity=0.8, live=0.9) + swapped + screen)
    assert [event.kind for event in events] == [K.IDENTITY_MISMATCH, K.SPOOF_SUSPECTED]
    assert events[0].ended_ms is not None and abs(events[0].ended_ms - 14_000) <= 600
    unwatched = run(swapped + screen, ProctoringPolicy(exceptions=frozenset({K.SPOOF_SUSPECTED})))
    assert [event.kind for event in unwatched] == [K.IDENTITY_MISMATCH]
    assert unwatched[0].ended_ms is not None and unwatched[0].ended_ms >= 21_000


SEATED = {"yaw": 3.0, "pitch": -15.0}
"""How somebody sits whom the five points read as looking slightly down, as they do most people."""


@pytest.mark.parametrize("pose", [(3.0, -42.0), (3.0, 33.0), (64.0, -10.0), (-64.0, -10.0)])
def test_a_head_that_is_turned_or_bowed_is_unlike_its_template_and_nobody_else(pose: tuple[float, float]) -> None:
    """Somebody who writes on paper with the head lowered has a likeness of 0.05 to 0.15 to themselves."""
    bowed = stretch(15, 27, yaw=pose[0], pitch=pose[1], similarity=0.05)
    events = run(stretch(0, 15, similarity=0.8, **SEATED) + bowed + stretch(27, 33, similarity=0.8, **SEATED))
    assert K.IDENTITY_MISMATCH not in {event.kind for event in events}


def test_another_person_who_looks_straight_on_is_still_another_person() -> None:
    stranger = stretch(15, 22, yaw=-20.0, pitch=6.0, similarity=0.05, known=False)
    events = run(stretch(0, 15, similarity=0.8, **SEATED) + stranger)
    assert [event.kind for event in events] == [K.IDENTITY_MISMATCH]


def test_whoever_sits_with_a_pitch_like_a_bowed_head_is_judged_when_they_sit_so() -> None:
    own = {"yaw": 2.0, "pitch": -36.0}
    events = run(stretch(0, 15, similarity=0.8, **own) + stretch(15, 22, similarity=0.05, **own))
    assert [event.kind for event in events] == [K.IDENTITY_MISMATCH]


@pytest.mark.parametrize(("likeness", "told"), [(0.25, []), (0.05, [K.IDENTITY_MISMATCH])])
def test_a_head_a_little_lower_than_usual_needs_to_be_nothing_like_the_person(
    likeness: float, told: list[IntegrityKind]
) -> None:
    """A head that bends by 40 degrees read -28 with a likeness of 0.2 to 0.3 to itself; strangers are under 0.1."""
    lower = stretch(15, 23, yaw=-5.0, pitch=-29.0, similarity=likeness)
    events = run(stretch(0, 15, yaw=-5.0, pitch=-10.0, similarity=0.8) + lower)
    assert [event.kind for event in events] == told


def test_the_baseline_tells_a_head_turned_aside_from_one_that_is_bowed() -> None:
    baseline, policy = PoseBaseline(), ProctoringPolicy()
    for look in stretch(0, 15, **SEATED):
        baseline.away(look, policy)
    assert baseline.away(Observation(15.0, yaw=38.0, pitch=-20.0), policy) == pytest.approx(1.0, abs=0.01)
    assert baseline.sideways
    baseline.away(Observation(15.25, yaw=10.0, pitch=-45.0), policy)
    assert not baseline.sideways


def test_a_turn_that_reads_now_more_now_less_is_one_event() -> None:
    looks = stretch(0, 15, **SEATED)
    looks += [Observation(15 + i / 4, yaw=40.0 if i % 2 else 33.0, pitch=-15.0) for i in range(28)]
    events = run(looks + stretch(22, 28, **SEATED))
    assert [event.kind for event in events] == [K.LOOKING_AWAY]
    assert abs(events[0].started_ms - 15_000) <= 500


def test_the_angles_of_somebody_unknown_say_nothing_about_gaze() -> None:
    assert run(stretch(0, 15, **SEATED) + stretch(15, 25, yaw=50.0, pitch=-15.0, known=False)) == []


def test_a_frozen_picture_is_a_lost_camera_and_says_nothing_about_the_person() -> None:
    frozen = stretch(10, 18, sight=Sight.FROZEN, faces=2, similarity=0.0, live=0.0)
    (event,) = run(stretch(0, 10) + frozen + stretch(18, 24))
    assert (event.kind, event.outcome, event.detail) == (K.CAMERA_LOST, Outcome.COULD_NOT_SEE, "camera_frozen")
    assert abs(event.started_ms - 10_000) <= 300


def test_a_loop_is_a_suspicion_that_a_living_face_in_it_does_not_end() -> None:
    looped = stretch(10, 18, looping=True, live=0.99)
    (event,) = run(stretch(0, 10, live=0.99) + looped + stretch(18, 24, live=0.99))
    assert (event.kind, event.detail) == (K.SPOOF_SUSPECTED, "looping")
    assert run(stretch(0, 10) + stretch(10, 12, looping=True) + stretch(12, 20)) == []


def test_a_face_too_small_to_recognise_is_said_to_be_just_that() -> None:
    far = sparse(0, 40, 3.0, similarity=0.05, usable=False, small=True)
    (event,) = run(far + sparse(40, 50, 0.5, similarity=0.8))
    assert (event.kind, event.outcome, event.detail) == (K.NOT_RECOGNISABLE, Outcome.COULD_NOT_SEE, "small")
    assert event.kind in INFORMATION_KINDS and event.kind not in VISUAL_KINDS
    assert event.ended_ms is not None and 36_000 <= event.ended_ms <= 41_000
    assert (
        run(sparse(0, 15, 3.0, similarity=0.05, usable=False, small=True) + sparse(15, 30, 3.0, similarity=0.8)) == []
    )
