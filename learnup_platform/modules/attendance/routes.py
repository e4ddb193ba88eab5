"""``sessions/{id}/attendance`` with history, presence, proposal; a class's summary, register and cards; own marks."""

from typing import Annotated

from fastapi import Query, Response
from pydantic import AwareDatetime

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
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.attendance_record import AbsenceNotice, ClassRegister, NoticeRead
from learnup_desktop.contract.wire import Identifier, Page
from learnup_platform.http.dependencies import Admin, Context, CurrentAccount, Now, Session, Student, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.attendance import cards, notices, policy, presence, record, register, service
from learnup_platform.modules.classes.service import checked_span

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


@router.get(routes.CLASS_REGISTER)
async def class_register(
    id: str,
    session: Session,
    principal: Teacher,
    first: Annotated[AwareDatetime, Query(alias="from")],
    last: Annotated[AwareDatetime, Query(alias="to")],
) -> ClassRegister:
    """The register of a class one teaches, of a span of at most 93 days; those who left meanwhile included."""
    return await register.class_register(session, principal, id, checked_span(first, last))


@router.get(routes.NOTIFICATIONS)
async def notifications(
    session: Session,
    principal: Student,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[int, Query(ge=0, le=10**6)] = 0,
) -> Page[AbsenceNotice]:
    """What one was told of absences, the latest first, as the marks stand now."""
    found = (await session.execute(notices.notices_visible(principal).offset(cursor).limit(limit + 1))).all()
    return Page[AbsenceNotice](
        items=[notices.absence_notice(row) for row in found[:limit]],
        next_cursor=str(cursor + limit) if len(found) > limit else None,
    )


@router.put(routes.NOTIFICATION_READ, status_code=204)
async def mark_notice_read(id: str, body: NoticeRead, session: Session, principal: Student, now: Now) -> Response:
    """Note that one has read what one was told of an absence; one's other computers learn of it."""
    await notices.mark_read(session, principal, id, body.changed_at, now)
    return Response(status_code=204)


@router.get(routes.ATTENDANCE_POLICY)
async def attendance_policy(session: Session, principal: CurrentAccount) -> AttendancePolicy:
    """When the school wants to be told of somebody's absences."""
    return await policy.attendance_policy(session)


@router.put(routes.ATTENDANCE_POLICY)
async def set_policy(body: AttendancePolicy, session: Session, principal: Admin, now: Now) -> AttendancePolicy:
    """Set it, as an administrator."""
    return await policy.set_policy(session, principal, body, now)
