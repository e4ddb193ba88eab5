"""Who needs looking at: one student's marks of one class against the school's policy. Pure.

The thresholds and where they come from: ``contract.attendance_policy``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.domain.attendance import rate

LAST = 10
"""Lessons that "often late" looks back over; part of the policy's name."""


class RiskReason(StrEnum):
    """Why somebody needs looking at, the gravest first."""

    BELOW_REQUIRED = "below_required"
    ABSENT_IN_A_ROW = "absent_in_a_row"
    MISSED_MUCH = "missed_much"
    OFTEN_LATE = "often_late"


@dataclass(frozen=True, slots=True)
class Standing:
    """What one student's marks of one class add up to.

    Attributes:
        rate: attended of the lessons that count, 0 to 1; None when none does.
        missed: absent or excused, of all marked, 0 to 1.
        absent_in_a_row: unexcused absences up to the last lesson. An excused lesson neither ends nor lengthens a row.
        late_lately: how often late in the last ten marked lessons.
        reasons: the gravest first; empty: all is well, or too little is marked to say.
    """

    counts: Counter[AttendanceState]
    rate: float | None
    missed: float
    absent_in_a_row: int
    late_lately: int
    reasons: tuple[RiskReason, ...] = ()

    @property
    def marked(self) -> int:
        """How many lessons have a mark."""
        return sum(self.counts.values())


def by_lesson(marks: Iterable[tuple[datetime, Mark]]) -> list[AttendanceState]:
    """States in the order of the lessons' beginnings (aware times); marks that were taken back are no marks."""
    kept = [(starts_at, mark.lesson_id, mark.state) for starts_at, mark in marks if not mark.withdrawn]
    return [state for _, _, state in sorted(kept, key=lambda entry: entry[:2])]


def judge(states: Sequence[AttendanceState], policy: AttendancePolicy) -> Standing:
    """What a student's states, oldest lesson first, add up to and whether somebody should look.

    A share is compared exactly, in integers: 80 % is enough where 80 % is asked for.
    """
    counts = Counter(states)
    attended = counts[AttendanceState.PRESENT] + counts[AttendanceState.LATE]
    counted = attended + counts[AttendanceState.ABSENT]
    missed = counts[AttendanceState.ABSENT] + counts[AttendanceState.EXCUSED]
    row = _row_of_absences(states)
    late = sum(state is AttendanceState.LATE for state in states[-LAST:])
    enough = len(states) >= policy.fewest_lessons
    found = {
        RiskReason.BELOW_REQUIRED: enough and attended * 1000 < policy.required_per_mille * counted,
        RiskReason.ABSENT_IN_A_ROW: row >= policy.absent_in_a_row,
        RiskReason.MISSED_MUCH: enough and missed * 1000 >= policy.missed_per_mille * len(states),
        RiskReason.OFTEN_LATE: late >= policy.late_in_last_ten,
    }
    if found[RiskReason.BELOW_REQUIRED]:
        found[RiskReason.MISSED_MUCH] = False  # said already, and more gravely
    return Standing(
        counts,
        rate(counts),
        missed / len(states) if states else 0.0,
        row,
        late,
        tuple(reason for reason in RiskReason if found[reason]),
    )


def gravity(standing: Standing) -> tuple[int, float]:
    """Sort key of an at-risk list: the gravest reason first, then who attended least."""
    order = list(RiskReason)
    worst = min((order.index(reason) for reason in standing.reasons), default=len(order))
    return worst, 1.0 if standing.rate is None else standing.rate


def _row_of_absences(states: Sequence[AttendanceState]) -> int:
    row = 0
    for state in reversed(states):
        if state is AttendanceState.EXCUSED:
            continue
        if state is not AttendanceState.ABSENT:
            break
        row += 1
    return row
