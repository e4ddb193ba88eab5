"""A scientific calculator's arithmetic: its own small grammar, read by descent; nothing that is typed is ever run.

::

    sum      = product (("+" | "-") product)*
    product  = unary (("×" | "÷" | implied) unary)*
    unary    = ("-" | "+") unary | power
    power    = postfix ("^" unary)?              right-associative, binds closer than a sign before it
    postfix  = atom ("!" | "%" | "²" | "³")*
    atom     = number | constant | "Ans" | function atom-or-parentheses | "(" sum ")" | "√" postfix

An implied product is what stands side by side (``2π``, ``3(4+1)``). Numbers take a point or a comma, and ``E`` for
powers of ten. Results are IEEE doubles shown with ten significant digits.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 200
DEEPEST = 60
DIGITS = 10
LARGEST_FACTORIAL = 170

_TOKEN = re.compile(r"\s*(?:(\d+(?:[.,]\d*)?(?:E[+-]?\d{1,3})?|[.,]\d+(?:E[+-]?\d{1,3})?)|([A-Za-z]+|[π√])|(\S))")
_SIGNS = str.maketrans({"*": "×", "/": "÷", ":": "÷", "−": "-", "·": "×", "⋅": "×"})


class CalculatorFault(StrEnum):
    """Why there is no result."""

    SYNTAX = "syntax"
    DOMAIN = "domain"
    TOO_LARGE = "too_large"


class CalculatorError(Exception):
    """There is no result."""

    def __init__(self, fault: CalculatorFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


_PLAIN: Mapping[str, Callable[[float], float]] = {
    "ln": math.log,
    "log": math.log10,
    "exp": math.exp,
    "sqrt": math.sqrt,
    "abs": abs,
}
_TURNING: Mapping[str, Callable[[float], float]] = {"sin": math.sin, "cos": math.cos, "tan": math.tan}
_RETURNING: Mapping[str, Callable[[float], float]] = {"asin": math.asin, "acos": math.acos, "atan": math.atan}
FUNCTIONS = frozenset({*_PLAIN, *_TURNING, *_RETURNING})


def calculate(text: str, *, degrees: bool = True, answer: float = 0.0) -> float:
    """The value of an expression.

    Args:
        degrees: what angles are in; radians otherwise.
        answer: what ``Ans`` stands for.

    Raises:
        CalculatorError: it cannot be read, has no real value, or is too large.
    """
    if len(text) > LONGEST:
        raise CalculatorError(CalculatorFault.SYNTAX)
    try:
        value = _Reader(_tokens(text.translate(_SIGNS)), degrees, answer).read()
    except OverflowError as error:
        raise CalculatorError(CalculatorFault.TOO_LARGE) from error
    except (ValueError, ZeroDivisionError) as error:
        raise CalculatorError(CalculatorFault.DOMAIN) from error
    if math.isinf(value):
        raise CalculatorError(CalculatorFault.TOO_LARGE)
    return value


def shown(value: float) -> str:
    """A result with ten significant digits; powers of ten from 10^10 on and under 10^-6."""
    if value == 0 or not math.isfinite(value):
        return "0"
    if 1e-6 <= abs(value) < 1e10:
        text = f"{value:.{max(0, DIGITS - 1 - math.floor(math.log10(abs(value))))}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        mantissa, _, power = f"{value:.{DIGITS - 1}e}".partition("e")
        text = f"{mantissa.rstrip('0').rstrip('.')}E{int(power)}"
    return "0" if text in ("-0", "") else text


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    place = 0
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if match is None:
            raise CalculatorError(CalculatorFault.SYNTAX)
        number, name, sign = match.groups()
        tokens.append(_Token("number", number) if number else _Token("name", name) if name else _Token("sign", sign))
        place = match.end()
    return tokens


class _Reader:
    def __init__(self, tokens: list[_Token], degrees: bool, answer: float) -> None:
        self._tokens = tokens
        self._place = 0
        self._degrees = degrees
        self._answer = answer
        self._depth = 0

    def read(self) -> float:
        value = self._sum()
        if self._place < len(self._tokens):
            raise CalculatorError(CalculatorFault.SYNTAX)
        return value

    def _peek(self) -> str:
        return self._tokens[self._place].text if self._place < len(self._tokens) else ""

    def _take(self, *texts: str) -> str:
        if self._place < len(self._tokens) and self._tokens[self._place].text in texts:
            self._place += 1
            return self._tokens[self._place - 1].text
        return ""

    def _sum(self) -> float:
        self._depth += 1
        if self._depth > DEEPEST:
            raise CalculatorError(CalculatorFault.SYNTAX)
        value = self._product()
        while sign := self._take("+", "-"):
            value = value + self._product() if sign == "+" else value - self._product()
        self._depth -= 1
        return value

    def _product(self) -> float:
        value = self._unary()
        while True:
            if self._take("×"):
                value *= self._unary()
            elif self._take("÷"):
                value /= self._unary()
            elif self._begins_atom():
                value *= self._power()
            else:
                return value

    def _begins_atom(self) -> bool:
        if self._place >= len(self._tokens):
            return False
        token, before = self._tokens[self._place], self._tokens[self._place - 1]
        if token.kind == "number":
            # Two numbers side by side are a slip of the finger, not a product.
            return before.kind != "number"
        return token.kind == "name" or token.text == "("

    def _unary(self) -> float:
        sign = 1
        while taken := self._take("+", "-"):
            sign = -sign if taken == "-" else sign
        return sign * self._power()

    def _power(self) -> float:
        self._depth += 1
        if self._depth > DEEPEST:
            raise CalculatorError(CalculatorFault.SYNTAX)
        base = self._postfix()
        if self._take("^"):
            power = math.pow(base, self._unary())
            self._depth -= 1
            return power
        self._depth -= 1
        return base

    def _postfix(self) -> float:
        value = self._atom()
        while sign := self._take("!", "%", "²", "³"):
            if sign == "!":
                value = _factorial(value)
            elif sign == "%":
                value /= 100
            else:
                value = math.pow(value, 2 if sign == "²" else 3)
        return value

    def _atom(self) -> float:
        if self._place >= len(self._tokens):
            raise CalculatorError(CalculatorFault.SYNTAX)
        token = self._tokens[self._place]
        self._place += 1
        if token.kind == "number":
            return float(token.text.replace(",", "."))
        if token.text == "(":
            return self._closed()
        name = token.text if token.text in ("e", "E") else token.text.lower()
        constants = {"π": math.pi, "pi": math.pi, "e": math.e, "ans": self._answer}
        if name in constants:
            return constants[name]
        if name == "√":
            return math.sqrt(self._postfix())
        if name in FUNCTIONS:
            return self._applied(name, self._closed() if self._take("(") else self._postfix())
        raise CalculatorError(CalculatorFault.SYNTAX)

    def _closed(self) -> float:
        value = self._sum()
        # As on a pocket calculator, what is left open is closed at the end.
        if not self._take(")") and self._place < len(self._tokens):
            raise CalculatorError(CalculatorFault.SYNTAX)
        return value

    def _applied(self, name: str, value: float) -> float:
        if name in _TURNING:
            return self._turned(name, value)
        if name in _RETURNING:
            angle = _RETURNING[name](value)
            return math.degrees(angle) if self._degrees else angle
        return _PLAIN[name](value)

    def _turned(self, name: str, value: float) -> float:
        if not self._degrees:
            return _TURNING[name](value)
        # Whole quarter turns exactly, so that sin 180° is 0 and tan 90° is none.
        turn = math.fmod(value, 360.0)
        sine, cosine = _exact(math.sin, turn), _exact(math.cos, turn)
        if name == "tan":
            return sine / cosine
        return sine if name == "sin" else cosine


def _exact(function: Callable[[float], float], degrees: float) -> float:
    value = function(math.radians(degrees))
    near = round(value * 2) / 2
    return near if degrees % 30 == 0 and abs(value - near) < 1e-12 else value


def _factorial(value: float) -> float:
    if value < 0 or value != int(value):
        raise CalculatorError(CalculatorFault.DOMAIN)
    if value > LARGEST_FACTORIAL:
        raise CalculatorError(CalculatorFault.TOO_LARGE)
    return float(math.factorial(int(value)))
