"""Item analysis against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain import item_analysis


def test_facility_and_groups_of_ten_students() -> None:
    totals = {number: float(number) for number in range(10)}
    right = {number: float(number >= 6) for number in range(10)}
    item = item_analysis.analyse_item(right, totals, 1)
    assert item.facility == pytest.approx(0.4)
    assert item.discrimination == 1.0  # upper three all right, lower three all wrong
    # Rest scores 0 1 2 3 4 5 5 6 7 8, mean 4.1; point-biserial (6.5 - 2.5) / 2.468 * sqrt(0.4 * 0.6) with n
    assert item.correlation == pytest.approx((6.5 - 2.5) / 2.4677925 * (0.4 * 0.6) ** 0.5, abs=1e-6)


def test_what_has_no_meaning_is_not_said() -> None:
    same = {number: 2.0 for number in range(5)}
    item = item_analysis.analyse_item(same, {number: float(number) for number in range(5)}, 2)
    assert (item.facility, item.discrimination, item.correlation) == (1.0, 0.0, None)
    few = item_analysis.analyse_item({0: 1.0, 1: 0.0}, {0: 5.0, 1: 1.0}, 1)
    assert (few.discrimination, few.correlation) == (None, None)
    assert item_analysis.analyse_item({}, {}, 3).facility is None
    assert item_analysis.spread_of([]) is None
    assert item_analysis.cronbach_alpha([]) is None


def test_reliability_of_a_small_table() -> None:
    # Items' variances 5/3 and 5/3, totals 2, 4, 6, 8 with 20/3: 2 * (1 - (10/3) / (20/3)) = 1
    assert item_analysis.cronbach_alpha([[1, 1], [2, 2], [3, 3], [4, 4]]) == pytest.approx(1.0)
    assert item_analysis.cronbach_alpha([[1, 0], [0, 1], [1, 1], [0, 0]]) == pytest.approx(0.0)


def test_places_are_shared_and_the_next_is_skipped() -> None:
    assert item_analysis.ranks({"a": 7.0, "b": 9.0, "c": 7.0, "d": 1.0}) == {"b": 1, "a": 2, "c": 2, "d": 4}


def test_full_marks_and_exact_tenths() -> None:
    assert item_analysis.distribution([0.0, 0.3, 0.7, 1.0], 1) == [1, 0, 0, 1, 0, 0, 0, 1, 0, 1]
    assert sum(item_analysis.distribution([0.29, 5.0], 0)) == 2


@given(st.dictionaries(st.integers(), st.tuples(st.floats(0, 5), st.floats(0, 95)), max_size=40))
def test_figures_stay_within_their_bounds(table: dict[int, tuple[float, float]]) -> None:
    marks = {student: own for student, (own, _) in table.items()}
    totals = {student: own + rest for student, (own, rest) in table.items()}
    item = item_analysis.analyse_item(marks, totals, 5)
    for figure, lowest in ((item.facility, 0.0), (item.discrimination, -1.0), (item.correlation, -1.0)):
        assert figure is None or lowest - 1e-9 <= figure <= 1.0 + 1e-9
    assert sum(item_analysis.distribution(list(totals.values()), 100)) == len(table)
