"""The exam's own calculator: right, and never more than a calculator."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain.calculator import CalculatorError, CalculatorFault, calculate, shown


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1+2×3", "7"),
        ("(1+2)*3", "9"),
        ("2^3^2", "512"),
        ("-2²", "-4"),
        ("2^-1", "0.5"),
        ("10÷4", "2.5"),
        ("10/4", "2.5"),
        ("1,5+1.5", "3"),
        ("2π", "6.283185307"),
        ("3(4+1)", "15"),
        ("√16+9", "13"),
        ("√(16+9)", "5"),
        ("sin30", "0.5"),
        ("sin(180)", "0"),
        ("cos 60", "0.5"),
        ("tan45", "1"),
        ("asin(0.5)", "30"),
        ("ln(e^2)", "2"),
        ("log1000", "3"),
        ("5!", "120"),
        ("50%", "0.5"),
        ("6.02E23×2", "1.204E24"),
        ("1÷3", "0.3333333333"),
        ("Ans+1", "43"),
        ("2sin(30", "1"),
        ("0.1+0.2", "0.3"),
        ("1E-9", "1E-9"),
        ("2³", "8"),
        ("--5", "5"),
        ("1-1", "0"),
    ],
)
def test_results(text: str, result: str) -> None:
    assert shown(calculate(text, answer=42)) == result


def test_radians() -> None:
    assert calculate("sin(π÷2)", degrees=False) == pytest.approx(1)
    assert calculate("atan(1)", degrees=False) == pytest.approx(math.pi / 4)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "syntax"),
        ("1+", "syntax"),
        ("(1))", "syntax"),
        ("1..2", "syntax"),
        ("__import__('os')", "syntax"),
        ("exec", "syntax"),
        ("a", "syntax"),
        ("(" * 100 + "1", "syntax"),
        ("-" * 199 + "1", "none"),
        ("2" + "^2" * 90, "syntax"),
        ("1÷0", "domain"),
        ("√-1", "syntax"),
        ("√(-1)", "domain"),
        ("ln0", "domain"),
        ("asin2", "domain"),
        ("tan90", "domain"),
        ("2.5!", "domain"),
        ("171!", "too_large"),
        ("9^999^9", "too_large"),
        ("1E999", "too_large"),
    ],
)
def test_what_has_no_result(text: str, fault: str) -> None:
    if fault == "none":
        assert calculate(text) == -1
        return
    with pytest.raises(CalculatorError) as raised:
        calculate(text)
    assert raised.value.fault is CalculatorFault(fault)


@given(st.text(alphabet="0123456789.,+-×÷*/^()!%²√πEe sincotalg", max_size=60))
def test_whatever_is_typed_there_is_a_result_or_a_reason(text: str) -> None:
    try:
        value = calculate(text)
    except CalculatorError:
        return
    assert math.isfinite(value)
    assert shown(value)


@given(st.floats(-1e12, 1e12), st.floats(-1e6, 1e6))
def test_sums_and_products_are_pythons(first: float, second: float) -> None:
    one, other = f"({first:.6f})", f"({second:.6f})"
    assert calculate(f"{one}+{other}") == float(f"{first:.6f}") + float(f"{second:.6f}")
    assert calculate(f"{one}×{other}") == float(f"{first:.6f}") * float(f"{second:.6f}")
