"""Everything it takes to tell which answers of attempts were set aside: looked up once for a whole exam."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.exams import AnswerRecord, EntryKind
from learnup_desktop.contract.questions import Question
from learnup_desktop.domain.question_order import paper_for
from learnup_platform.db.models_branches import JournalBranchRecord
from learnup_platform.db.models_exams import (
    ExamAttemptRecord,
    ExamRecord,
    GivenMarkRecord,
    JournalEntryRecord,
    StandingAnswerRecord,
)
from learnup_platform.db.models_people import AccountRecord, AuthSessionRecord
from learnup_platform.db.models_results import SetAsideDecisionRecord
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.papers import paper_of
from learnup_platform.modules.exams.standing import standing_of
from learnup_platform.modules.exams.views import deadline_of


@dataclass
class Beside:
    """What is known of one attempt; by question where it is a dictionary."""

    attempt: ExamAttemptRecord
    questions: dict[str, Question]
    standing: dict[str, AnswerRecord]
    deadline: datetime
    withdrawn: frozenset[str]
    cancelled: bool
    chain: list[JournalEntryRecord] = field(default_factory=list)
    opened: list[JournalEntryRecord] = field(default_factory=list)
    branches: list[JournalBranchRecord] = field(default_factory=list)
    ruled: dict[str, int] = field(default_factory=dict)
    marked: dict[str, datetime] = field(default_factory=dict)
    decided: dict[str, SetAsideDecisionRecord] = field(default_factory=dict)
    """By key: the newest on each."""
    names: dict[str, str] = field(default_factory=dict)
    devices: dict[str, str] = field(default_factory=dict)


async def gather(
    session: AsyncSession, exam: ExamRecord, attempts: Sequence[ExamAttemptRecord], now: datetime
) -> list[Beside]:
    """Look up what is known of attempts at one exam, in a few queries for all of them."""
    paper, changes = await paper_of(session, exam), await queries.changes_of(session, exam.id)
    ids = [attempt.id for attempt in attempts]
    standing = await standing_of(session, exam, attempts, now)
    found = {
        attempt.id: Beside(
            attempt=attempt,
            questions={question.id: question for question in paper_for(paper, attempt.id).questions},
            standing=standing[attempt.id],
            deadline=deadline_of(attempt, now),
            withdrawn=frozenset(change.question_id for change in changes if change.question_id),
            cancelled=any(not change.question_id for change in changes),
        )
        for attempt in attempts
    }
    for record in await queries.entries_of_kind(session, ids, EntryKind.ANSWER):
        found[record.attempt_id].chain.append(record)
    for record in await queries.entries_of_kind(session, ids, EntryKind.OPENED):
        found[record.attempt_id].opened.append(record)
    statement = select(JournalBranchRecord).where(JournalBranchRecord.attempt_id.in_(ids))
    for branch in await session.scalars(statement.order_by(JournalBranchRecord.id)):
        found[branch.attempt_id].branches.append(branch)
    for ruled in await session.scalars(select(StandingAnswerRecord).where(StandingAnswerRecord.attempt_id.in_(ids))):
        found[ruled.attempt_id].ruled[ruled.question_id] = ruled.seq
    for mark in await session.scalars(select(GivenMarkRecord).where(GivenMarkRecord.attempt_id.in_(ids))):
        found[mark.attempt_id].marked[mark.question_id] = mark.marked_at
    decisions = select(SetAsideDecisionRecord, AccountRecord.name).join(
        AccountRecord, AccountRecord.id == SetAsideDecisionRecord.decided_by, isouter=True
    )
    decisions = decisions.where(SetAsideDecisionRecord.attempt_id.in_(ids)).order_by(SetAsideDecisionRecord.id)
    for decision, name in await session.execute(decisions):
        beside = found[decision.attempt_id]
        beside.decided[decision.key] = decision
        beside.names[decision.id] = name or ""
    await _name_devices(session, found)
    return list(found.values())


async def _name_devices(session: AsyncSession, found: dict[str, Beside]) -> None:
    students = {beside.attempt.student_id for beside in found.values()}
    names: dict[str, dict[str, str]] = defaultdict(dict)
    rows = await session.execute(
        select(AuthSessionRecord.account_id, AuthSessionRecord.device_id, AuthSessionRecord.device_name)
        .where(AuthSessionRecord.account_id.in_(students))
        .order_by(AuthSessionRecord.id)
    )
    for account_id, device_id, device_name in rows:
        names[account_id][device_id] = device_name
    for beside in found.values():
        attempt = beside.attempt
        beside.devices = names[attempt.student_id] | {attempt.lease_device_id: attempt.lease_device_name}
