"""Results of an exam: what teachers see of everybody, and publishing, which gives each student a copy of the marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import canonical_json, sha256_hex
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AttemptState
from learnup_desktop.contract.marking import AttemptMarks, MarkState
from learnup_desktop.contract.questions import Paper
from learnup_desktop.contract.results import (
    ExamResults,
    OwnResult,
    PublishRequest,
    RankLine,
    ResultPart,
    ResultsState,
    StudentResult,
)
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.item_analysis import ranks
from learnup_desktop.domain.question_order import paper_for
from learnup_platform.access import require_class
from learnup_platform.db.models_exams import ExamAttemptRecord, ExamRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.db.models_results import PublicationRecord, PublishedResultRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.exams import queries, set_aside
from learnup_platform.modules.exams.marking import marks_of_attempts
from learnup_platform.modules.exams.papers import paper_of
from learnup_platform.modules.exams.views import ended_at, reported_state
from learnup_platform.modules.sync.versions import of_account, touch
from learnup_platform.principal import Principal

Person = tuple[str, str, ExamAttemptRecord | None]
"""Id, name and attempt."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An exam with everybody's marks; ``aside`` counts undecided answers by attempt."""

    row: queries.ExamRow
    paper: Paper
    people: Sequence[Person]
    marks: dict[str, AttemptMarks]
    aside: dict[str, int]
    published: dict[str, PublishedResultRecord]
    cancelled: bool
    withdrawn: list[str]

    @property
    def exam(self) -> ExamRecord:
        """The exam."""
        return self.row[0]

    @property
    def places(self) -> dict[str, int]:
        """Rank by attempt, of the attempts that are wholly marked."""
        return ranks({attempt_id: float(item.total) for attempt_id, item in self.marks.items() if item.complete})


async def sheet_of(session: AsyncSession, principal: Principal, exam_id: str, now: datetime) -> Sheet:
    """Everybody's marks, for those who teach the class.

    Raises:
        PlatformFault: 404.
    """
    row = await queries.exam_row(session, principal, exam_id)
    exam = row[0]
    await require_class(session, principal, exam.class_id, teaching=True)
    people = await queries.roll_with_attempts(session, exam)
    attempts = [attempt for *_, attempt in people if attempt is not None]
    over = [attempt for attempt in attempts if reported_state(attempt, now) is AttemptState.SUBMITTED]
    aside = await set_aside.of_attempts(session, exam, await set_aside.may_have(session, exam, attempts), now)
    changes = await queries.changes_of(session, exam.id)
    held = await session.scalars(select(PublishedResultRecord).where(PublishedResultRecord.exam_id == exam.id))
    return Sheet(
        row=row,
        paper=await paper_of(session, exam),
        people=people,
        marks=await marks_of_attempts(session, exam, over, now),
        aside={attempt_id: set_aside.undecided(items) for attempt_id, items in aside.items()},
        published={record.student_id: record for record in held},
        cancelled=any(not change.question_id for change in changes),
        withdrawn=sorted(change.question_id for change in changes if change.question_id),
    )


async def results_of(session: AsyncSession, principal: Principal, exam_id: str, now: datetime) -> ExamResults:
    """Everything it takes to mark an exam and to look at what came out.

    Raises:
        PlatformFault: 404.
    """
    sheet = await sheet_of(session, principal, exam_id, now)
    places, numbers = sheet.places, await _index_numbers(session, [student_id for student_id, *_ in sheet.people])
    students = [
        StudentResult(
            student_id=student_id,
            student_name=name,
            index_number=numbers.get(student_id) or "",
            attempt_id=attempt.id if attempt else None,
            marks=sheet.marks.get(attempt.id) if attempt else None,
            rank=places.get(attempt.id) if attempt else None,
            set_aside=sheet.aside.get(attempt.id, 0) if attempt else 0,
            published_total=_published_total(sheet.published.get(student_id)),
        )
        for student_id, name, attempt in sheet.people
    ]
    questions = sheet.paper.questions
    return ExamResults(state=await _state(session, sheet), as_of=now, questions=list(questions), students=students)


async def rankings_of(session: AsyncSession, principal: Principal, exam_id: str, now: datetime) -> list[RankLine]:
    """Places of those who are wholly marked, the best first.

    Raises:
        PlatformFault: 404.
    """
    sheet = await sheet_of(session, principal, exam_id, now)
    places = sheet.places
    lines = [
        RankLine(
            rank=places[attempt.id],
            student_id=student_id,
            student_name=name,
            total=sheet.marks[attempt.id].total,
            maximum=sheet.marks[attempt.id].maximum,
        )
        for student_id, name, attempt in sheet.people
        if attempt is not None and attempt.id in places
    ]
    return sorted(lines, key=lambda line: (line.rank, line.student_name))


async def publish(
    session: AsyncSession, principal: Principal, exam_id: str, request: PublishRequest, now: datetime
) -> ResultsState:
    """Tell everybody who has finished their marks; who has been told the same already is not told again.

    Raises:
        PlatformFault: 404; 409 ``exam.cancelled``; 409 ``results.incomplete`` (``details.waiting``).
    """
    sheet = await sheet_of(session, principal, exam_id, now)
    if sheet.cancelled:
        raise PlatformFault(409, ErrorCode.EXAM_CANCELLED)
    waiting = _waiting(sheet)
    if waiting and not request.incomplete:
        raise PlatformFault(409, ErrorCode.RESULTS_INCOMPLETE, details={"waiting": waiting})
    places = sheet.places if request.ranks else {}
    told = 0
    for student_id, _, attempt in sheet.people:
        if attempt is not None and attempt.id in sheet.marks:
            told += _tell(session, sheet, student_id, attempt, places, request.note, now)
    session.add(
        PublicationRecord(
            id=uuid7(),
            exam_id=sheet.exam.id,
            students=told,
            note=request.note,
            ranks=request.ranks,
            published_by=principal.account_id,
            published_at=now,
        )
    )
    await session.flush()
    return await _state(session, await sheet_of(session, principal, exam_id, now))


def _tell(
    session: AsyncSession,
    sheet: Sheet,
    student_id: str,
    attempt: ExamAttemptRecord,
    places: dict[str, int],
    note: str,
    now: datetime,
) -> bool:
    """Make or renew one student's copy; whether it is another one than before."""
    exam, subject, colour = sheet.row
    marks, held = sheet.marks[attempt.id], sheet.published.get(student_id)
    before = OwnResult.model_validate(held.document) if held is not None else None
    result = OwnResult(
        exam_id=exam.id,
        class_id=exam.class_id,
        attempt_id=attempt.id,
        title=exam.title,
        subject=subject,
        colour=colour,
        sat_at=ended_at(attempt, now) or attempt.started_at,
        published_at=now,
        total=marks.total,
        maximum=marks.maximum,
        parts=_parts(sheet.paper, marks),
        note=note,
        rank=places.get(attempt.id),
        out_of=len(places) if attempt.id in places else None,
        revised=before.revised if before is not None else 0,
    )
    digest = _digest(sheet.paper, marks)
    if held is None or before is None:
        held = PublishedResultRecord(exam_id=exam.id, student_id=student_id)
        session.add(held)
    elif before.model_copy(update={"published_at": now}) == result:
        return False
    elif held.digest != digest:
        result = result.model_copy(update={"revised": before.revised + 1})
    held.hundredths, held.digest = int(marks.total * 100), digest
    held.document, held.published_at = result.to_wire(), now
    touch(session, Stream.RESULTS, exam.id, of_account(student_id))
    return True


def _parts(paper: Paper, marks: AttemptMarks) -> list[ResultPart]:
    """The marks, numbered as the student saw the questions; one that was withdrawn keeps its number."""
    own = paper_for(paper, marks.attempt_id).questions
    numbers = {question.id: number for number, question in enumerate(own, 1)}
    return [
        ResultPart(
            number=numbers[part.question_id],
            part=part.part,
            marks=part.marks,
            maximum=part.maximum,
            comment=part.comment,
        )
        for part in marks.parts
    ]


def _digest(paper: Paper, marks: AttemptMarks) -> str:
    """Names what a student is told, so that any difference from it is noticed."""
    return sha256_hex(canonical_json([part.to_wire() for part in _parts(paper, marks)]))


def _published_total(record: PublishedResultRecord | None) -> Decimal | None:
    return None if record is None else Decimal(record.hundredths) / 100


def _waiting(sheet: Sheet) -> int:
    return sum(
        part.state in (MarkState.WAITING, MarkState.REVIEW) for marks in sheet.marks.values() for part in marks.parts
    )


def _changed(sheet: Sheet) -> int:
    """Students whose marks are no longer those they were told."""
    return sum(
        student_id in sheet.published
        and attempt is not None
        and attempt.id in sheet.marks
        and sheet.published[student_id].digest != _digest(sheet.paper, sheet.marks[attempt.id])
        for student_id, _, attempt in sheet.people
    )


async def _state(session: AsyncSession, sheet: Sheet) -> ResultsState:
    exam, subject, colour = sheet.row
    gone = sum(
        question.marks for question in sheet.paper.questions if question.id in sheet.withdrawn and not question.pool
    )
    last = select(func.max(PublicationRecord.published_at)).where(PublicationRecord.exam_id == exam.id)
    return ResultsState(
        exam_id=exam.id,
        class_id=exam.class_id,
        title=exam.title,
        subject=subject,
        colour=colour,
        closes_at=exam.closes_at,
        maximum=max((marks.maximum for marks in sheet.marks.values()), default=exam.total_marks - gone),
        on_roll=len(sheet.people),
        finished=len(sheet.marks),
        waiting=_waiting(sheet),
        set_aside=sum(sheet.aside.values()),
        changed=_changed(sheet),
        cancelled=sheet.cancelled,
        withdrawn=sheet.withdrawn,
        published_at=await session.scalar(last),
    )


async def _index_numbers(session: AsyncSession, ids: Sequence[str]) -> dict[str, str | None]:
    rows = await session.execute(select(AccountRecord.id, AccountRecord.index_number).where(AccountRecord.id.in_(ids)))
    return {account_id: number for account_id, number in rows}
