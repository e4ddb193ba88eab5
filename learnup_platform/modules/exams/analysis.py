"""Item analysis of an exam, from the marks of who is wholly marked; the formulas are ``domain.item_analysis``."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.answers import Answer, ChoiceAnswer
from learnup_desktop.contract.marking import AttemptMarks, MarkedPart
from learnup_desktop.contract.results import ExamAnalysis, ItemFigures
from learnup_desktop.domain import item_analysis
from learnup_desktop.domain.answer_forms import says_something
from learnup_platform.modules.exams.results import sheet_of
from learnup_platform.principal import Principal

_Place = tuple[str, str]


async def analysis_of(session: AsyncSession, principal: Principal, exam_id: str, now: datetime) -> ExamAnalysis:
    """How the paper and its questions did.

    Raises:
        PlatformFault: 404.
    """
    sheet = await sheet_of(session, principal, exam_id, now)
    return analyse(exam_id, [marks for marks in sheet.marks.values() if marks.complete])


def analyse(exam_id: str, attempts: Sequence[AttemptMarks]) -> ExamAnalysis:
    """The analysis of attempts that are wholly marked."""
    totals = {marks.attempt_id: float(marks.total) for marks in attempts}
    maximum = max((marks.maximum for marks in attempts), default=0)
    spread = item_analysis.spread_of(list(totals.values()))
    places = _places(attempts)
    return ExamAnalysis(
        exam_id=exam_id,
        students=len(attempts),
        maximum=maximum,
        mean=spread.mean if spread else None,
        median=spread.median if spread else None,
        deviation=spread.deviation if spread else None,
        lowest=spread.lowest if spread else None,
        highest=spread.highest if spread else None,
        reliability=item_analysis.cronbach_alpha(_table(attempts, list(places))),
        distribution=item_analysis.distribution(list(totals.values()), maximum),
        items=[_figures(place, parts, totals) for place, parts in places.items()],
    )


def _places(attempts: Sequence[AttemptMarks]) -> dict[_Place, dict[str, MarkedPart]]:
    """Marked parts by question and part, then by attempt; by id, so that pools and orders do not matter."""
    found: dict[_Place, dict[str, MarkedPart]] = {}
    for marks in attempts:
        for part in marks.parts:
            found.setdefault((part.question_id, part.part), {})[marks.attempt_id] = part
    return dict(sorted(found.items()))


def _figures(place: _Place, parts: dict[str, MarkedPart], totals: dict[str, float]) -> ItemFigures:
    maximum = next(iter(parts.values())).maximum
    marks = {attempt_id: float(part.marks or 0) for attempt_id, part in parts.items()}
    item = item_analysis.analyse_item(marks, totals, maximum)
    chosen = Counter(choice for part in parts.values() for choice in _choices(part.answer))
    return ItemFigures(
        question_id=place[0],
        part=place[1],
        maximum=maximum,
        students=item.students,
        answered=sum(part.answer is not None and says_something(part.answer) for part in parts.values()),
        facility=item.facility,
        discrimination=item.discrimination,
        correlation=item.correlation,
        choices=dict(sorted(chosen.items())),
    )


def _choices(answer: Answer | None) -> list[str]:
    return list(answer.choices) if isinstance(answer, ChoiceAnswer) else []


def _table(attempts: Sequence[AttemptMarks], places: Sequence[_Place]) -> list[list[float]]:
    """A row a student and a column a question, of whole questions; empty where not everybody was asked the same."""
    rows = []
    for marks in attempts:
        held: dict[str, float] = {}
        for part in marks.parts:
            held[part.question_id] = held.get(part.question_id, 0.0) + float(part.marks or 0)
        rows.append(held)
    questions = sorted({question_id for question_id, _ in places})
    if any(len(row) != len(questions) for row in rows):
        return []
    return [[row[question_id] for question_id in questions] for row in rows]
