"""``exams/{id}/attempts`` and what an invigilator may do to an attempt and make of its flags."""

from learnup_desktop.contract import routes
from learnup_desktop.contract.integrity import StudentExceptions
from learnup_desktop.contract.invigilation import (
    AttemptControl,
    AttemptOverview,
    ExtendRequest,
    IntegrityDecision,
    IntegrityRecord,
    PauseRequest,
    WarnRequest,
)
from learnup_desktop.contract.wire import Page
from learnup_platform.http.dependencies import Now, Session, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.exams import control, exceptions, flags

router = platform_router("invigilation")


@router.get(routes.ATTEMPTS)
async def attempts(id: str, session: Session, principal: Teacher, now: Now) -> Page[AttemptOverview]:
    """Everybody who may sit the exam, and how far they are."""
    return Page[AttemptOverview](items=await control.attempts_of_exam(session, principal, id, now))


@router.put(routes.EXCEPTIONS)
async def arrange(
    id: str, student_id: str, body: StudentExceptions, session: Session, principal: Teacher, now: Now
) -> AttemptOverview:
    """Arrange something for one student; an empty body takes it back."""
    return await exceptions.grant(session, principal, id, student_id, body, now)


@router.post(routes.EXTEND)
async def extend(id: str, body: ExtendRequest, session: Session, principal: Teacher, now: Now) -> AttemptControl:
    """Give a student more time."""
    return await control.extend(session, principal, id, body, now)


@router.post(routes.WARN)
async def warn(id: str, body: WarnRequest, session: Session, principal: Teacher, now: Now) -> AttemptControl:
    """Say something on the student's screen."""
    return await control.warn(session, principal, id, body, now)


@router.post(routes.PAUSE)
async def pause(id: str, body: PauseRequest, session: Session, principal: Teacher, now: Now) -> AttemptControl:
    """Stop a student's time."""
    return await control.pause(session, principal, id, body, now)


@router.post(routes.RESUME)
async def resume(id: str, body: PauseRequest, session: Session, principal: Teacher, now: Now) -> AttemptControl:
    """Let a student's time run again."""
    return await control.resume(session, principal, id, body, now)


@router.post(routes.INTEGRITY_DECISION)
async def decide(id: str, body: IntegrityDecision, session: Session, principal: Teacher, now: Now) -> IntegrityRecord:
    """Judge a flag."""
    return await flags.decide(session, principal, id, body, now)
