"""``sessions/{id}/attendance`` with history, presence and proposal; ``attendance/me``; a class's summary and cards."""

from typing import Annotated

from fastapi import Query, Response

from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import (
    AttendanceProposal,
    AttendanceTaken,
    AttendanceUpload,
    CardSheet,
    ClassAttendance,
    LessonAttendance,
    MarkHistory,
    MyAttendance,
    PresenceReport,
)
from learnup_desktop.contract.wire import Identifier
from learnup_platform.http.dependencies import Context, Now, Session, Student, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.attendance import cards, presence, record, service

router = platform_router("attendance")


@router.get(routes.ATTENDANCE)
async def lesson_attendance(id: str, session: Session, principal: Teacher) -> LessonAttendance:
    """The marks of a lesson one teaches."""
    return await service.lesson_attendance(session, principal, id)


@router.put(routes.ATTENDANCE)
async def take_marks(
    id: str, body: AttendanceUpload, session: Session, principal: Teacher, now: Now
) -> AttendanceTaken:
    """Send marks, any number and order; repeats are harmless."""
    return await service.take_marks(session, principal, id, body, now)


@router.get(routes.ATTENDANCE_HISTORY)
async def mark_history(
    id: str,
    session: Session,
    principal: Teacher,
    student_id: Annotated[Identifier | None, Query(alias="studentId")] = None,
) -> MarkHistory:
    """Every mark ever made in a lesson one teaches: who, when, how, on what."""
    return await record.mark_history(session, principal, id, student_id)


@router.put(routes.PRESENCE, status_code=204)
async def report_presence(id: str, body: PresenceReport, session: Session, principal: Student, now: Now) -> Response:
    """Say from when to when one was in a lesson's meeting."""
    await presence.report_presence(session, principal, id, body, now)
    return Response(status_code=204)


@router.get(routes.ATTENDANCE_PROPOSAL)
async def attendance_proposal(id: str, session: Session, principal: Teacher, now: Now) -> AttendanceProposal:
    """What the stays in a lesson's meeting suggest."""
    return await presence.proposal(session, principal, id, now)


@router.post(routes.CARDS, status_code=201)
async def issue_cards(id: str, session: Session, context: Context, principal: Teacher, now: Now) -> CardSheet:
    """Signed student cards for a class one teaches."""
    return await cards.issue_cards(session, context.keys, principal, id, now)


@router.get(routes.MY_ATTENDANCE)
async def my_attendance(
    session: Session,
    principal: Student,
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
    cursor: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> MyAttendance:
    """One's own marks."""
    return await service.my_attendance(session, principal, cursor, limit)


@router.get(routes.CLASS_ATTENDANCE)
async def class_attendance(id: str, session: Session, principal: Teacher) -> ClassAttendance:
    """What the marks of a class one teaches add up to."""
    return await service.class_attendance(session, principal, id)
