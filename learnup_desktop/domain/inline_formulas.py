"""Formulas inside the words of a paper: ``the area is $\\pi r^{2}$``.

The rules are Pandoc's for dollar signs (its extension ``tex_math_dollars``), since they let prices alone: what opens is
followed by no space, what closes follows no space and is followed by no digit, and ``\\$`` is a dollar sign always.
"""

import re
from dataclasses import dataclass

_FORMULA = re.compile(r"(?<!\\)\$(?=[^\s$])((?:\\.|[^$\\])*?(?<!\s))\$(?!\d)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text: words, or the LaTeX source of a formula."""

    text: str
    formula: bool = False


def runs_of(text: str) -> list[Run]:
    """The pieces of a text in order; words that hold no formula are one piece."""
    found, at = [], 0
    for match in _FORMULA.finditer(text):
        found += _words(text[at : match.start()])
        found.append(Run(match.group(1), formula=True))
        at = match.end()
    return found + _words(text[at:])


def formulas_in(document: object) -> list[str]:
    """Every formula in the texts of a paper in wire form, and those that stand alone (``formula``), each once."""
    found: dict[str, None] = {}

    def look(value: object, name: str) -> None:
        if isinstance(value, str):
            found.update(
                dict.fromkeys([value] if name == "formula" else [run.text for run in runs_of(value) if run.formula])
            )
        elif isinstance(value, dict):
            for key, item in value.items():
                look(item, key)
        elif isinstance(value, list):
            for item in value:
                look(item, name)

    look(document, "")
    return list(found)


def has_formulas(text: str) -> bool:
    """Whether a formula is in it."""
    return "$" in text and _FORMULA.search(text) is not None


def spoken(text: str) -> str:
    """The text without dollar signs around formulas, for screen readers and where only letters can stand."""
    return "".join(run.text for run in runs_of(text))


def _words(text: str) -> list[Run]:
    return [Run(text.replace("\\$", "$"))] if text else []
