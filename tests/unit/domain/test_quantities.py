"""Numbers as students write them, and units that are the same."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain.quantities import is_number, read_quantities, same_unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("9.8", "9.8", ""),
        ("9,8", "9.8", ""),
        ("-3", "-3", ""),
        ("−3", "-3", ""),
        ("+.5", "0.5", ""),
        ("1 000", "1000", ""),
        ("1\u202f000\u00a0000", "1000000", ""),
        ("1,000,000", "1000000", ""),
        ("1,234.5", "1234.5", ""),
        ("1.234,5", "1234.5", ""),
        ("3e8", "300000000", ""),
        ("3E-2 m", "0.03", "m"),
        ("3×10^8 m/s", "300000000", "m/s"),
        ("3 x 10⁸ m s⁻¹", "300000000", "m s-1"),
        ("6,02·10^(23)", "602000000000000000000000", ""),
        ("10^-5", "0.00001", ""),
        ("10⁻⁵ m", "0.00001", "m"),
        ("2/3", "2/3", ""),
        ("2,0 A", "2", "A"),
        ("2eV", "2", "eV"),
        ("5 m", "5", "m"),
        ("50%", "50", "%"),
        ("12 m s-2", "12", "m s-2"),
        ("7 නිව්ටන්", "7", "නිව්ටන්"),
    ],
)
def test_a_number_is_read_exactly(text: str, value: str, unit: str) -> None:
    readings = read_quantities(text)
    assert (Fraction(value), unit) in [(reading.value, reading.unit) for reading in readings]


def test_one_comma_before_three_digits_is_read_both_ways() -> None:
    assert {reading.value for reading in read_quantities("1,250")} == {Fraction("1.25"), Fraction(1250)}
    assert [reading.value for reading in read_quantities("0,250")] == [Fraction("0.25")]


@pytest.mark.parametrize(
    "text", ["", "abc", "nan", "inf", "1.2.3", "2//3", "1e99999", "10^500", "1/0", "--3", "9" * 300, "e5"]
)
def test_what_is_no_number(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("m/s²", "m s⁻²"),
        ("m s^-2", "m·s-2"),
        ("ms-2", "m s⁻²"),
        ("kg m² s⁻²", "kg·m^2/s^2"),
        ("Ω", "\u2126"),
        ("µA", "μA"),
        ("N m", "m N"),
        ("J/(kg K)", "J kg⁻¹ K⁻¹"),
        ("%", " % "),
    ],
)
def test_the_same_unit(one: str, other: str) -> None:
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(("one", "other"), [("mA", "MA"), ("m/s", "m s"), ("m", ""), ("", ""), ("m", "m²")])
def test_another_unit(one: str, other: str) -> None:
    assert not same_unit(one, other)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_every_decimal_is_read_with_point_and_with_comma(number: object) -> None:
    text = format(number, "f")
    for form in (text, text.replace(".", ","), text.replace("-", "−"), f"{text} V"):
        assert Fraction(text) in [reading.value for reading in read_quantities(form)]


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_not_but_never_fails(text: str) -> None:
    assert len(read_quantities(text)) <= 4
    same_unit(text, "m/s")
