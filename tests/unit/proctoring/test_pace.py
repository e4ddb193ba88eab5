"""The rate of looking gives way to a busy computer and comes back."""

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.proctoring.pace import Pace


def test_a_busy_computer_halves_the_rate_at_most_and_an_idle_one_brings_it_back() -> None:
    pace = Pace(4.0)
    for second in range(60):
        pace.after(0.2, 0.02, float(second))
    assert pace.rate == 2.0
    for second in range(60, 120):
        pace.after(0.005, 0.005, float(second))
    assert pace.rate == 4.0


def test_one_slow_look_changes_nothing() -> None:
    pace = Pace(4.0)
    assert pace.after(0.5, 0.01, 1.0) == 4.0


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 10)), max_size=100))
def test_the_rate_stays_between_half_and_all(looks: list[tuple[float, float]]) -> None:
    pace = Pace(4.0)
    for index, (clock, cpu) in enumerate(looks):
        assert 2.0 <= pace.after(clock, cpu, index * 1.0) <= 4.0
