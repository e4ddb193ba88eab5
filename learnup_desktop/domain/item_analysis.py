"""How a paper and its questions did: classical item analysis, pure rules over a table of marks.

=============== =====================================================================================================
facility        mean marks / maximum marks of a question (the "difficulty index" p; for right-or-wrong items the share
                who got it right). Crocker & Algina, *Introduction to Classical and Modern Test Theory* (1986), ch. 5
discrimination  facility in the upper less facility in the lower 27 % by total, the groups that T. L. Kelley found
                best, "The selection of upper and lower groups for the validation of test items", J. Educ. Psychol. 30
                (1939) 17-24; at least one student each, and not fewer than four students in all
correlation     Pearson's r of a question's marks with the marks of the rest of the paper: the point-biserial for
                right-or-wrong items, corrected for the item's own part in the total (Henrysson, Psychometrika 28
                (1963) 211-218); none where either does not vary
reliability     Cronbach's alpha, k/(k-1) * (1 - sum of item variances / variance of totals), Psychometrika 16 (1951)
                297-334; only where everybody was asked the same questions
=============== =====================================================================================================

A question that was drawn from a pool is judged over the students who were asked it. Ties at the edge of a 27 % group go
by the order given, so that the same marks always give the same figures.
"""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

GROUP_SHARE = 0.27
FEWEST_FOR_GROUPS = 4
"""Below, an upper and a lower group say nothing."""
FEWEST_FOR_CORRELATION = 3
BINS = 10

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Item:
    """Figures of one question; see the table above. ``facility`` 0 to 1, the others -1 to 1."""

    students: int
    facility: float | None
    discrimination: float | None
    correlation: float | None


@dataclass(frozen=True, slots=True)
class Spread:
    """Figures of the totals, in marks. ``deviation`` is of the sample (n - 1)."""

    mean: float
    median: float
    deviation: float | None
    lowest: float
    highest: float


def analyse_item(marks: Mapping[Key, float], totals: Mapping[Key, float], maximum: float) -> Item:
    """How one question did.

    Args:
        marks: marks of the question by student, of those who were asked it.
        totals: of the whole paper, by student; every key of ``marks`` is in it.
        maximum: marks of the question.
    """
    students = list(marks)
    if not students or maximum <= 0:
        return Item(len(students), None, None, None)
    facility = statistics.fmean(marks.values()) / maximum
    rest = [totals[student] - marks[student] for student in students]
    return Item(
        students=len(students),
        facility=facility,
        discrimination=_discrimination(marks, totals, maximum),
        correlation=correlation([marks[student] for student in students], rest),
    )


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's r; None for fewer than three pairs or where one side does not vary."""
    if len(first) < FEWEST_FOR_CORRELATION:
        return None
    mean_first, mean_second = statistics.fmean(first), statistics.fmean(second)
    apart = [(one - mean_first, other - mean_second) for one, other in zip(first, second, strict=True)]
    spread = math.sqrt(math.fsum(one * one for one, _ in apart) * math.fsum(other * other for _, other in apart))
    if spread < 1e-12:
        return None
    return max(-1.0, min(1.0, math.fsum(one * other for one, other in apart) / spread))


def cronbach_alpha(table: Sequence[Sequence[float]]) -> float | None:
    """Reliability of a table with a row a student and a column a question; None where it has no meaning."""
    if len(table) < FEWEST_FOR_CORRELATION or len(table[0]) < 2:
        return None
    columns = len(table[0])
    of_totals = statistics.variance([math.fsum(row) for row in table])
    if of_totals < 1e-12:
        return None
    of_items = math.fsum(statistics.variance(column) for column in zip(*table, strict=True))
    return columns / (columns - 1) * (1 - of_items / of_totals)


def spread_of(totals: Sequence[float]) -> Spread | None:
    """Figures of the totals; None for none."""
    if not totals:
        return None
    deviation = statistics.stdev(totals) if len(totals) > 1 else None
    return Spread(statistics.fmean(totals), statistics.median(totals), deviation, min(totals), max(totals))


def distribution(totals: Sequence[float], maximum: float) -> list[int]:
    """Students by tenth of the marks; full marks are in the last tenth."""
    bins = [0] * BINS
    for total in totals:
        share = total / maximum if maximum > 0 else 0.0
        # Totals are hundredths of a mark: what is a tenth exactly must not fall below it by binary rounding.
        bins[min(BINS - 1, max(0, math.floor(share * BINS + 1e-9)))] += 1
    return bins


def ranks(totals: Mapping[Key, float]) -> dict[Key, int]:
    """Places by total, the highest first; equal totals share one and the next is skipped (1, 2, 2, 4)."""
    ordered = sorted(totals.items(), key=lambda item: -item[1])
    found: dict[Key, int] = {}
    for place, (student, total) in enumerate(ordered, 1):
        before = ordered[place - 2] if place > 1 else None
        found[student] = found[before[0]] if before is not None and before[1] == total else place
    return found


def _discrimination(marks: Mapping[Key, float], totals: Mapping[Key, float], maximum: float) -> float | None:
    if len(marks) < FEWEST_FOR_GROUPS:
        return None
    size = max(1, round(GROUP_SHARE * len(marks)))
    ordered = sorted(marks, key=lambda student: totals[student])
    lower = statistics.fmean(marks[student] for student in ordered[:size])
    upper = statistics.fmean(marks[student] for student in ordered[-size:])
    return (upper - lower) / maximum
