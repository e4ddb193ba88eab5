"""What there is to study, and what has been done: facts for the coming days, without a streak to break.

Nothing here counts days in a row, names what was missed or compares with anybody. What waits simply waits.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.exam_list import AttemptState, ExamSummary
from learnup_desktop.contract.study import ReadingPlace

LOOK_AHEAD = timedelta(days=28)
"""Further ahead a day in the diary says nothing about today."""
READ = 950
"""Thousandths of a document from which it counts as read: nobody scrolls over the last blank lines."""
PREPARING = 5
"""Materials of an exam's class that are named with it."""


class DueKind(StrEnum):
    """What comes up."""

    EXAM = "exam"
    MATERIAL = "material"


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a day.

    Attributes:
        at: an exam's opening, or when a material is to be done.
        exam, material: the one of both that it is.
        read: thousandths of the material that were read; of an exam, of all its class's materials together.
        unread: of an exam, materials of its class that were not read to the end, the newest first.
    """

    kind: DueKind
    at: datetime
    exam: ExamSummary | None = None
    material: Material | None = None
    read: int = 0
    unread: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """What the page shows beside the cards.

    Attributes:
        due: what comes up, the soonest first.
        begun: materials that were begun and not read to the end, the latest first, with thousandths read.
        read: how many materials were read to the end, of ``materials``.
        recent: how many were opened within the last seven days.
    """

    due: tuple[Due, ...]
    begun: tuple[tuple[Material, int], ...]
    read: int
    materials: int
    recent: int


def plan_study(
    exams: Iterable[ExamSummary],
    materials: Iterable[Material],
    places: Mapping[str, ReadingPlace],
    now: datetime,
    zone: tzinfo,
) -> StudyPlan:
    """Work the plan out for the moment ``now`` (aware) of somebody living in ``zone``."""
    listed = sorted(materials, key=lambda item: (item.published_at, item.id), reverse=True)
    shares = {item.id: places[item.id].furthest if item.id in places else 0 for item in listed}
    due = [
        Due(DueKind.MATERIAL, item.due_at, material=item, read=shares[item.id])
        for item in listed
        if item.due_at is not None and _ahead(item.due_at, now, zone) and shares[item.id] < READ
    ]
    due += [
        _exam(exam, listed, shares, now)
        for exam in exams
        if exam.closes_at > now and exam.attempt_state is AttemptState.NOT_STARTED and exam.opens_at <= now + LOOK_AHEAD
    ]
    due.sort(key=lambda item: (item.at, item.kind))
    begun = [item for item in listed if item.id in places and shares[item.id] < READ]
    begun.sort(key=lambda item: places[item.id].at, reverse=True)
    return StudyPlan(
        due=tuple(due),
        begun=tuple((item, shares[item.id]) for item in begun),
        read=sum(share >= READ for share in shares.values()),
        materials=len(listed),
        recent=sum(item.id in places and places[item.id].at > now - timedelta(days=7) for item in listed),
    )


def _ahead(due: datetime, now: datetime, zone: tzinfo) -> bool:
    """From today (all of it) on; what lies behind is not held up to anybody."""
    return now.astimezone(zone).date() <= due.astimezone(zone).date() and due <= now + LOOK_AHEAD


def _exam(exam: ExamSummary, materials: list[Material], shares: Mapping[str, int], now: datetime) -> Due:
    of_class = [item for item in materials if item.class_id == exam.class_id]
    unread = tuple(item for item in of_class if shares[item.id] < READ)[:PREPARING]
    read = round(sum(shares[item.id] for item in of_class) / len(of_class)) if of_class else 0
    return Due(DueKind.EXAM, max(exam.opens_at, now), exam=exam, read=read, unread=unread)
