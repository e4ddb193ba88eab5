"""Numbers and units as students write them, read exactly.

A number may have a sign, a decimal point or comma, groups of three digits (``1 000``, ``1,000``), a power of ten
(``3e8``, ``3×10^8``, ``3x10⁸``, ``10^-5``) or be a fraction (``2/3``). One comma before exactly three digits can mean
both one thousand and a decimal, so such a text has two readings; whoever marks takes the one that is right.

A unit is a product of symbols with powers; ``m/s²``, ``m s⁻²``, ``m·s^-2`` and ``m s-2`` are one. Symbols keep their
case (mA is not MA).
"""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

LONGEST = 200
_LARGEST_POWER = 400
"""Of ten; beyond it nothing is measured, and exact arithmetic would only take time."""

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_DASHES = str.maketrans(dict.fromkeys("−‐‑‒–—﹣－", "-"))
_SPACES = re.compile(r"[\s\u00a0\u2007-\u200b\u202f\u2060]+")
_DIGITS = r"(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:[ ,']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d*)?|[.,]\d+)"
_NUMBER = re.compile(
    rf"(?P<mantissa>[+-]?{_DIGITS}(?:/\d+(?:[.,]\d+)?)?)"
    r"(?:\s?(?:[eE](?P<short>[+-]?\d{1,4})(?![A-Za-z\d])|\s?[×xX*·⋅]\s?10\s?\^?\s?\(?(?P<long>[+-]?\d{1,4})\)?))?"
)
_POWER_ALONE = re.compile(r"(?P<sign>[+-]?)10\s?\^\s?\(?(?P<long>[+-]?\d{1,4})\)?")
_SYMBOL = re.compile(r"(?P<symbol>[^\d\s^/*·⋅.()+-]+)\^?\(?(?P<power>[+-]?\d{1,2})?\)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One reading of a text: an exact number, and what was written behind it."""

    value: Fraction
    unit: str


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Every reading of a text as a number with a unit; empty when it is none. At most two."""
    plain = _plain(text)
    if not plain or len(plain) > LONGEST:
        return ()
    alone = _POWER_ALONE.match(plain)
    if alone is not None:
        power = int(alone["long"])
        value = _scaled(Fraction(-1 if alone["sign"] == "-" else 1), power)
        return () if value is None else (Quantity(value, plain[alone.end() :].strip()),)
    match = _NUMBER.match(plain)
    if match is None:
        return ()
    unit = plain[match.end() :].strip()
    if unit[:1].isdigit() or unit[:1] in (".", ","):
        return ()
    power = int(match["short"] or match["long"] or 0)
    values = (_scaled(value, power) for value in _mantissas(match["mantissa"]))
    return tuple(Quantity(value, unit) for value in values if value is not None)


def is_number(text: str) -> bool:
    """Whether a text is a number and nothing else."""
    return any(not quantity.unit for quantity in read_quantities(text))


def same_unit(first: str, second: str) -> bool:
    """Whether two units are one: the same symbols with the same powers, or the same text but for its spacing."""
    one, other = _factors(first), _factors(second)
    if one is not None and one == other:
        return True
    return bool(_squeezed(first)) and _squeezed(first) == _squeezed(second)


def _plain(text: str) -> str:
    """One form of minus, powers, spaces, and of letters that Unicode has twice (µ, Ω)."""
    raised = re.sub(r"(?<=10)[⁺⁻]?[⁰¹²³⁴-⁹]+", lambda found: "^" + found[0], text)
    plain = unicodedata.normalize("NFC", raised.translate(_SUPERSCRIPTS).translate(_DASHES)).replace("\u00b5", "\u03bc")
    return _SPACES.sub(" ", plain).strip()


def _mantissas(text: str) -> list[Fraction]:
    """The readings of a mantissa, a fraction among them."""
    numerator, _, denominator = text.partition("/")
    below = _readings(denominator) if denominator else [Fraction(1)]
    return [value / divisor for value in _readings(numerator) for divisor in below if divisor]


def _readings(text: str) -> list[Fraction]:
    sign = -1 if text.startswith("-") else 1
    digits = text.lstrip("+-").replace(" ", "").replace("'", "")
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        decimal = max(digits.rfind(","), digits.rfind("."))
        grouping = "," if digits[decimal] == "." else "."
        forms = [digits.replace(grouping, "").replace(",", ".")]
    elif commas > 1:
        forms = [digits.replace(",", "")]
    elif commas == 1:
        before, after = digits.split(",")
        forms = [f"{before}.{after}"]
        if len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0"):
            forms.append(before + after)
    else:
        forms = [digits]
    return [sign * Fraction(f"0{form}" if form.startswith(".") else form.rstrip(".")) for form in forms]


def _scaled(value: Fraction, power: int) -> Fraction | None:
    return value * Fraction(10) ** power if abs(power) <= _LARGEST_POWER else None


def _factors(unit: str) -> dict[str, int] | None:
    """Powers by symbol; None for what is no product of symbols, such as ``%`` with words."""
    factors: dict[str, int] = {}
    for index, side in enumerate(_plain(unit).split("/")):
        rest = side.strip().strip("()")
        while rest := rest.lstrip(" *·⋅.()"):
            match = _SYMBOL.match(rest)
            if match is None:
                return None
            power = int(match["power"] or 1) * (-1 if index else 1)
            factors[match["symbol"]] = factors.get(match["symbol"], 0) + power
            rest = rest[match.end() :]
    return {symbol: power for symbol, power in factors.items() if power} or None


def _squeezed(unit: str) -> str:
    return re.sub(r"[\s*·⋅.^()]", "", _plain(unit))
