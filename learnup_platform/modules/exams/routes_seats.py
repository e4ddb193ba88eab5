"""The seat of an attempt, what was set aside, emergency files, and what becomes of an exam that was set."""

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import UnlockCode
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.contract.seats import (
    BranchAnswer,
    BranchRequest,
    ChangedExam,
    EmergencyAnswer,
    EmergencyUpload,
    ExamChange,
    SeatDecision,
    SetAside,
    SetAsideDecision,
    StudentSetAside,
    TakeoverAnswer,
    TakeoverRequest,
)
from learnup_desktop.contract.wire import Page
from learnup_platform.http.dependencies import Context, CurrentAccount, Now, Session, Student, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.exams import branches, changes, emergency, seats, set_aside, unlocking

router = platform_router("exams")


@router.post(routes.TAKEOVER)
async def takeover(id: str, body: TakeoverRequest, session: Session, principal: Student, now: Now) -> TakeoverAnswer:
    """Ask for the seat on this device."""
    return await seats.ask(session, principal, id, body, now)


@router.post(routes.TAKEOVER_DECISION)
async def decide_seat(id: str, body: SeatDecision, session: Session, principal: Teacher, now: Now) -> AttemptOverview:
    """Give the seat to the device that asks for it, or not."""
    return await seats.decide(session, principal, id, body, now)


@router.post(routes.BRANCHES)
async def branch(id: str, body: BranchRequest, session: Session, principal: Student, now: Now) -> BranchAnswer:
    """Keep entries that cannot go into the chain."""
    return await branches.take_branch(session, principal, id, body, now)


@router.get(routes.SET_ASIDE)
async def aside(id: str, session: Session, principal: CurrentAccount, now: Now) -> Page[SetAside]:
    """Every answer that does not count, beside the one that does."""
    return Page[SetAside](items=await set_aside.of_attempt(session, principal, id, now))


@router.get(routes.SET_ASIDE_OF_EXAM)
async def aside_of_exam(id: str, session: Session, principal: Teacher, now: Now) -> Page[StudentSetAside]:
    """The same of everybody who sat an exam."""
    return Page[StudentSetAside](items=await set_aside.of_exam(session, principal, id, now))


@router.post(routes.SET_ASIDE_DECISION)
async def decide_aside(
    id: str, body: SetAsideDecision, session: Session, principal: Teacher, now: Now
) -> Page[SetAside]:
    """Let an answer count that was set aside, or keep it aside."""
    return Page[SetAside](items=await set_aside.decide(session, principal, id, body, now))


@router.post(routes.EMERGENCY)
async def take_emergency(
    body: EmergencyUpload, session: Session, context: Context, principal: CurrentAccount, now: Now
) -> EmergencyAnswer:
    """Merge an emergency file."""
    return await emergency.take(session, context.keys, principal, body, now)


@router.get(routes.UNLOCK)
async def unlock(id: str, session: Session, context: Context, principal: Teacher) -> UnlockCode:
    """The code that opens the paper in a hall without a network."""
    return await unlocking.unlock_of(session, context.keys, principal, id)


@router.post(routes.CANCEL_EXAM)
async def cancel(id: str, body: ExamChange, session: Session, principal: Teacher, now: Now) -> ChangedExam:
    """Cancel an exam."""
    return await changes.cancel(session, principal, id, body, now)


@router.post(routes.WITHDRAW_QUESTION)
async def withdraw(
    id: str, question_id: str, body: ExamChange, session: Session, principal: Teacher, now: Now
) -> ChangedExam:
    """Take a question out of the marking."""
    return await changes.withdraw(session, principal, id, question_id, body, now)
