"""SQL of exams and attempts. What an account may not see is not found here, so that no rule above can forget to ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from learnup_desktop.contract.exams import EntryKind
from learnup_desktop.contract.integrity import IntegrityKind, StudentExceptions
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.access import class_is_visible
from learnup_platform.db.models_academic import ClassRecord, EnrollmentRecord, SubjectRecord
from learnup_platform.db.models_branches import ExamChangeRecord
from learnup_platform.db.models_exams import (
    EvidenceRecord,
    ExamAttemptRecord,
    ExamExceptionRecord,
    ExamRecord,
    IntegrityEventRecord,
    JournalEntryRecord,
    StandingAnswerRecord,
)
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.http.errors import not_found
from learnup_platform.principal import Principal

ExamRow = tuple[ExamRecord, LocalizedText, int]
"""An exam with its subject's name and colour."""


def _visible_exams(principal: Principal) -> Select[ExamRecord, LocalizedText, int]:
    return (
        select(ExamRecord, SubjectRecord.name, SubjectRecord.colour)
        .join(ClassRecord, ClassRecord.id == ExamRecord.class_id)
        .join(SubjectRecord, SubjectRecord.id == ClassRecord.subject_id)
        .where(class_is_visible(principal))
    )


async def exam_rows(
    session: AsyncSession, principal: Principal, ids: Sequence[str] | None = None, *, after: str = "", limit: int = 200
) -> list[ExamRow]:
    """Exams the account sees, by id; all, or those of ``ids``."""
    statement = _visible_exams(principal).where(ExamRecord.id > after).order_by(ExamRecord.id).limit(limit)
    if ids is not None:
        statement = statement.where(ExamRecord.id.in_(ids))
    found = await session.execute(statement)
    return [(exam, subject, colour) for exam, subject, colour in found]


async def exam_row(session: AsyncSession, principal: Principal, exam_id: str) -> ExamRow:
    """One exam.

    Raises:
        PlatformFault: 404.
    """
    rows = await exam_rows(session, principal, [exam_id])
    if not rows:
        raise not_found()
    return rows[0]


async def visible_exam_ids(session: AsyncSession, principal: Principal) -> Sequence[str]:
    """Ids of every exam the account sees."""
    statement = select(ExamRecord.id).join(ClassRecord, ClassRecord.id == ExamRecord.class_id)
    return (await session.scalars(statement.where(class_is_visible(principal)))).all()


async def exam_ids_of_class(session: AsyncSession, class_id: str) -> Sequence[str]:
    """Ids of every exam of a class."""
    return (await session.scalars(select(ExamRecord.id).where(ExamRecord.class_id == class_id))).all()


async def paper_document(session: AsyncSession, exam_id: str) -> Mapping[str, object]:
    """The paper in wire form."""
    statement = select(ExamRecord).options(undefer(ExamRecord.paper)).where(ExamRecord.id == exam_id)
    return (await session.execute(statement.execution_options(populate_existing=True))).scalar_one().paper


async def marking_document(session: AsyncSession, exam_id: str) -> Mapping[str, object] | None:
    """The marking scheme in wire form."""
    found: Mapping[str, object] | None = await session.scalar(
        select(ExamRecord.marking).where(ExamRecord.id == exam_id)
    )
    return found


async def attempts_of_student(
    session: AsyncSession, student_id: str, exam_ids: Sequence[str]
) -> dict[str, ExamAttemptRecord]:
    """The student's attempts by exam id."""
    found = await session.scalars(
        select(ExamAttemptRecord).where(
            ExamAttemptRecord.student_id == student_id, ExamAttemptRecord.exam_id.in_(exam_ids)
        )
    )
    return {attempt.exam_id: attempt for attempt in found}


async def lock_attempt_of(session: AsyncSession, student_id: str, exam_id: str) -> ExamAttemptRecord | None:
    """The student's attempt at an exam, locked.

    The account's row is locked first, so that two devices that begin at once cannot both find that there is none;
    SQLite has one writer at a time anyhow.
    """
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(select(AccountRecord.id).where(AccountRecord.id == student_id).with_for_update())
    found: ExamAttemptRecord | None = await session.scalar(
        select(ExamAttemptRecord)
        .where(ExamAttemptRecord.student_id == student_id, ExamAttemptRecord.exam_id == exam_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found


async def own_attempt(
    session: AsyncSession, principal: Principal, attempt_id: str
) -> tuple[ExamAttemptRecord, ExamRecord]:
    """An attempt of the student who asks, locked for writing, and its exam.

    Raises:
        PlatformFault: 404, somebody else's or none.
    """
    row = (
        await session.execute(
            select(ExamAttemptRecord, ExamRecord)
            .join(ExamRecord, ExamRecord.id == ExamAttemptRecord.exam_id)
            .where(ExamAttemptRecord.id == attempt_id, ExamAttemptRecord.student_id == principal.account_id)
            .with_for_update(of=ExamAttemptRecord)
            .execution_options(populate_existing=True)
        )
    ).one_or_none()
    if row is None or not principal.is_student:
        raise not_found()
    return row[0], row[1]


async def visible_attempt(
    session: AsyncSession, principal: Principal, attempt_id: str, *, teaching: bool = False
) -> tuple[ExamAttemptRecord, ExamRecord, str]:
    """An attempt, its exam and the student's name: the own one, or one of a class that the account teaches.

    With ``teaching`` only the latter, locked for writing.

    Raises:
        PlatformFault: 404.
    """
    if principal.is_student and teaching:
        raise not_found()
    mine = ExamAttemptRecord.student_id == principal.account_id
    statement = (
        select(ExamAttemptRecord, ExamRecord, AccountRecord.name)
        .join(ExamRecord, ExamRecord.id == ExamAttemptRecord.exam_id)
        .join(ClassRecord, ClassRecord.id == ExamRecord.class_id)
        .join(AccountRecord, AccountRecord.id == ExamAttemptRecord.student_id)
        .where(ExamAttemptRecord.id == attempt_id, mine if principal.is_student else class_is_visible(principal))
    )
    if teaching:
        statement = statement.with_for_update(of=ExamAttemptRecord)
    row = (await session.execute(statement.execution_options(populate_existing=True))).one_or_none()
    if row is None:
        raise not_found()
    return row[0], row[1], row[2]


async def roll_with_attempts(
    session: AsyncSession, exam: ExamRecord
) -> list[tuple[str, str, ExamAttemptRecord | None]]:
    """Id and name of everybody who may sit the exam or has begun it, by name, with the attempt if there is one."""
    attempts = {
        attempt.student_id: attempt
        for attempt in await session.scalars(select(ExamAttemptRecord).where(ExamAttemptRecord.exam_id == exam.id))
    }
    enrolled = select(EnrollmentRecord.student_id).where(
        EnrollmentRecord.class_id == exam.class_id, EnrollmentRecord.left_at.is_(None)
    )
    people = await session.execute(
        select(AccountRecord.id, AccountRecord.name)
        .where(AccountRecord.id.in_(enrolled) | AccountRecord.id.in_(list(attempts)))
        .order_by(AccountRecord.name, AccountRecord.id)
    )
    return [(student_id, name, attempts.get(student_id)) for student_id, name in people]


async def entries(
    session: AsyncSession,
    attempt_id: str,
    *,
    after: int = 0,
    last: int | None = None,
    kind: EntryKind | None = None,
    limit: int | None = None,
) -> Sequence[JournalEntryRecord]:
    """Journal entries with ``after < seq <= last``, in order."""
    statement = (
        select(JournalEntryRecord)
        .where(JournalEntryRecord.attempt_id == attempt_id, JournalEntryRecord.seq > after)
        .order_by(JournalEntryRecord.seq)
    )
    if last is not None:
        statement = statement.where(JournalEntryRecord.seq <= last)
    if kind is not None:
        statement = statement.where(JournalEntryRecord.kind == kind)
    return (await session.scalars(statement.limit(limit))).all()


async def changes_of(session: AsyncSession, exam_id: str) -> Sequence[ExamChangeRecord]:
    """What has become of an exam since it was set."""
    return (await session.scalars(select(ExamChangeRecord).where(ExamChangeRecord.exam_id == exam_id))).all()


async def late_answer_seqs(session: AsyncSession, attempt_id: str, limit: datetime) -> list[int]:
    """Seqs of answers received after ``limit``."""
    found = await session.scalars(
        select(JournalEntryRecord.seq)
        .where(
            JournalEntryRecord.attempt_id == attempt_id,
            JournalEntryRecord.kind == EntryKind.ANSWER,
            JournalEntryRecord.received_at > limit,
        )
        .order_by(JournalEntryRecord.seq)
    )
    return list(found)


async def standing_entries(session: AsyncSession, attempt_ids: Sequence[str]) -> Sequence[JournalEntryRecord]:
    """The entries whose answers count by the rules, of several attempts."""
    statement = (
        select(JournalEntryRecord)
        .join(
            StandingAnswerRecord,
            (StandingAnswerRecord.attempt_id == JournalEntryRecord.attempt_id)
            & (StandingAnswerRecord.seq == JournalEntryRecord.seq),
        )
        .where(JournalEntryRecord.attempt_id.in_(attempt_ids))
        .order_by(JournalEntryRecord.attempt_id, JournalEntryRecord.seq)
    )
    return (await session.scalars(statement)).all()


async def entries_of_kind(
    session: AsyncSession, attempt_ids: Sequence[str], kind: EntryKind
) -> Sequence[JournalEntryRecord]:
    """All entries of a kind of several attempts, in order."""
    statement = (
        select(JournalEntryRecord)
        .where(JournalEntryRecord.attempt_id.in_(attempt_ids), JournalEntryRecord.kind == kind)
        .order_by(JournalEntryRecord.attempt_id, JournalEntryRecord.seq)
    )
    return (await session.scalars(statement)).all()


async def answered_counts(session: AsyncSession, attempt_ids: Sequence[str]) -> dict[str, int]:
    """How many questions have a counting answer that says something, by attempt id."""
    rows = await session.execute(
        select(StandingAnswerRecord.attempt_id, func.count())
        .where(StandingAnswerRecord.attempt_id.in_(attempt_ids), StandingAnswerRecord.says_something)
        .group_by(StandingAnswerRecord.attempt_id)
    )
    return {attempt_id: count for attempt_id, count in rows}


@dataclass(slots=True)
class FlagTally:
    """Flags of one attempt by kind: all, those nobody has decided on, and when the newest came."""

    counts: dict[str, int] = field(default_factory=dict)
    undecided: dict[str, int] = field(default_factory=dict)
    newest: datetime | None = None


async def flag_tallies(session: AsyncSession, attempt_ids: Sequence[str]) -> dict[str, FlagTally]:
    """Flags by attempt id; attempts without any are not in it."""
    undecided = IntegrityEventRecord.decision.is_(None)
    rows = await session.execute(
        select(
            IntegrityEventRecord.attempt_id,
            IntegrityEventRecord.kind,
            func.count(),
            func.sum(case((undecided, 1), else_=0)),
            func.max(IntegrityEventRecord.received_at),
        )
        .where(IntegrityEventRecord.attempt_id.in_(attempt_ids))
        .group_by(IntegrityEventRecord.attempt_id, IntegrityEventRecord.kind)
        .order_by(IntegrityEventRecord.kind)
    )
    tallies: dict[str, FlagTally] = {}
    for attempt_id, kind, count, waiting, newest in rows:
        tally = tallies.setdefault(attempt_id, FlagTally())
        tally.counts[kind.value] = count
        if waiting:
            tally.undecided[kind.value] = int(waiting)
        tally.newest = newest if tally.newest is None else max(tally.newest, newest)
    return tallies


async def evidence_totals(session: AsyncSession, attempt_id: str) -> tuple[int, int]:
    """How many evidence files of an attempt are held, and their bytes."""
    statement = select(func.count(), func.coalesce(func.sum(EvidenceRecord.size_bytes), 0))
    held = statement.where(EvidenceRecord.attempt_id == attempt_id, EvidenceRecord.deleted_at.is_(None))
    count, size = (await session.execute(held)).one()
    return int(count), int(size)


async def granted(session: AsyncSession, exam_id: str, student_id: str) -> StudentExceptions:
    """What a teacher has granted; empty for nothing."""
    record = await session.scalar(
        select(ExamExceptionRecord)
        .where(ExamExceptionRecord.exam_id == exam_id, ExamExceptionRecord.student_id == student_id)
        .order_by(ExamExceptionRecord.id.desc())
        .limit(1)
    )
    return StudentExceptions() if record is None else _exceptions(record)


async def granted_in(session: AsyncSession, exam_id: str) -> dict[str, StudentExceptions]:
    """Everything granted in an exam, by student; who has nothing is not in it."""
    records = await session.scalars(
        select(ExamExceptionRecord).where(ExamExceptionRecord.exam_id == exam_id).order_by(ExamExceptionRecord.id)
    )
    newest = {record.student_id: _exceptions(record) for record in records}
    return {student_id: exceptions for student_id, exceptions in newest.items() if not exceptions.empty}


def _exceptions(record: ExamExceptionRecord) -> StudentExceptions:
    known = {kind.value for kind in IntegrityKind}
    return StudentExceptions(
        kinds=frozenset(IntegrityKind(kind) for kind in record.kinds if kind in known),
        challenge_exempt=record.challenge_exempt,
        camera_only=record.camera_only,
        note=record.note,
    )
