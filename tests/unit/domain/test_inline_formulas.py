"""Formulas within words: what is one, and what is money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain.inline_formulas import Run, formulas_in, has_formulas, runs_of, spoken


@pytest.mark.parametrize(
    ("text", "formulas", "said"),
    [
        ("", [], ""),
        ("no formula at all", [], "no formula at all"),
        (r"the area is $\pi r^{2}$.", [r"\pi r^{2}"], r"the area is \pi r^{2}."),
        ("$x$ and $y$", ["x", "y"], "x and y"),
        ("It costs $5 and $7.", [], "It costs $5 and $7."),
        ("from $5 to $10", [], "from $5 to $10"),
        (r"a \$ sign, $a_{1}$", ["a_{1}"], "a $ sign, a_{1}"),
        ("one $ only", [], "one $ only"),
        ("$ x $ is none", [], "$ x $ is none"),
        (r"$\text{costs \$5}$", [r"\text{costs \$5}"], r"\text{costs \$5}"),
        ("$$", [], "$$"),
        ("ගැඹුර $h = 2$ යි", ["h = 2"], "ගැඹුර h = 2 යි"),
    ],
)
def test_formulas_are_found_and_money_is_let_alone(text: str, formulas: list[str], said: str) -> None:
    runs = runs_of(text)
    assert [run.text for run in runs if run.formula] == formulas
    assert has_formulas(text) is bool(formulas)
    assert spoken(text) == said


@given(st.text(alphabet="ab $\\1", max_size=30))
def test_no_letter_is_lost(text: str) -> None:
    runs = runs_of(text)
    again = "".join(f"${run.text}$" if run.formula else run.text.replace("$", "\\$") for run in runs)
    plain = text.replace("\\$", "$")
    assert again.replace("\\$", "$") == plain
    assert all(run.text for run in runs) and Run("") not in runs


def test_a_paper_is_searched_in_every_corner() -> None:
    paper = {"a": [{"text": {"en": "$x$", "si": "$x$ හා $y$"}}], "formula": "z", "images": ["$5"], "marks": 3}
    assert formulas_in(paper) == ["x", "y", "z"]
