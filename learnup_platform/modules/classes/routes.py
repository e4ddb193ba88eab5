"""``classes``, ``timetable``, ``sessions/{id}/reschedule``, ``enrollments``, ``materials``, ``announcements``."""

from typing import Annotated

from fastapi import Query, Response
from pydantic import AwareDatetime

from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import ClassRoll, Lesson, RescheduleRequest, SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.wire import Identifier, LocalizedText, Page, WireModel
from learnup_platform.access import require_class
from learnup_platform.http.dependencies import Admin, Context, CurrentAccount, Now, Session, Teacher
from learnup_platform.http.errors import not_found
from learnup_platform.http.route import platform_router
from learnup_platform.modules.attendance.policy import attendance_policy
from learnup_platform.modules.classes import queries, service, views

router = platform_router("classes")

Limit = Annotated[int, Query(ge=1, le=200)]
From = Annotated[AwareDatetime, Query(alias="from")]
To = Annotated[AwareDatetime, Query(alias="to")]
ENROLLMENTS = f"{routes.API}/enrollments"


class EnrollmentRequest(WireModel):
    """``POST enrollments`` and ``DELETE enrollments``."""

    class_id: Identifier
    student_id: Identifier


class AnnouncementRequest(WireModel):
    """``POST announcements``."""

    class_id: Identifier | None = None
    title: LocalizedText
    body: LocalizedText


@router.get(routes.CLASSES)
async def classes(session: Session, principal: CurrentAccount) -> Page[SchoolClass]:
    """The classes one learns in or teaches. There are never so many that they need pages."""
    policy = await attendance_policy(session)
    found = await queries.classes(session, principal, None)
    return Page[SchoolClass](items=[views.school_class(row, policy) for row in found])


@router.get(routes.CLASS)
async def one_class(id: str, session: Session, principal: CurrentAccount) -> SchoolClass:
    """One of one's classes."""
    found = await queries.classes(session, principal, [id])
    if not found:
        raise not_found()
    return views.school_class(found[0], await attendance_policy(session))


@router.get(routes.CLASS_STUDENTS)
async def roll(id: str, session: Session, principal: Teacher) -> ClassRoll:
    """The roll of a class one teaches."""
    await require_class(session, principal, id, teaching=True)
    return views.class_roll(id, await queries.roll(session, [id]))


@router.get(routes.CLASS_LESSONS)
async def class_lessons(id: str, session: Session, principal: CurrentAccount, first: From, last: To) -> Page[Lesson]:
    """Lessons of one of one's classes in a span of at most 93 days."""
    span = service.checked_span(first, last)
    return Page[Lesson](items=await service.timetable(session, principal, span, id))


@router.get(routes.TIMETABLE)
async def timetable(session: Session, principal: CurrentAccount, first: From, last: To) -> Page[Lesson]:
    """Lessons of all one's classes in a span of at most 93 days."""
    return Page[Lesson](items=await service.timetable(session, principal, service.checked_span(first, last)))


@router.post(routes.RESCHEDULE)
async def reschedule(id: str, body: RescheduleRequest, session: Session, principal: Teacher, now: Now) -> Lesson:
    """Move a lesson to another time or room."""
    return await service.reschedule(session, principal, id, body, now)


@router.post(ENROLLMENTS, status_code=204)
async def enrol(body: EnrollmentRequest, session: Session, context: Context, _principal: Admin, now: Now) -> Response:
    """Put a student on a class's roll."""
    await service.enrol(session, context, body.class_id, body.student_id, now)
    return Response(status_code=204)


@router.delete(ENROLLMENTS, status_code=204)
async def withdraw(
    class_id: Annotated[str, Query(alias="classId")],
    student_id: Annotated[str, Query(alias="studentId")],
    session: Session,
    context: Context,
    _principal: Admin,
    now: Now,
) -> Response:
    """Take a student off a class's roll."""
    await service.withdraw(session, context, class_id, student_id, now)
    return Response(status_code=204)


@router.get(routes.ANNOUNCEMENTS)
async def announcements(
    session: Session, principal: CurrentAccount, now: Now, limit: Limit = 50, cursor: str | None = None
) -> Page[Announcement]:
    """Notices to everyone and to one's classes, the newest first."""
    wanted = queries.announcements_visible(principal, now)
    start = _offset(cursor)
    found = (await session.execute(wanted.offset(start).limit(limit + 1))).all()
    return Page[Announcement](
        items=[views.announcement(row) for row in found[:limit]],
        next_cursor=str(start + limit) if len(found) > limit else None,
    )


@router.post(routes.ANNOUNCEMENTS, status_code=201)
async def announce(body: AnnouncementRequest, session: Session, principal: Teacher, now: Now) -> Announcement:
    """Publish a notice to a class one teaches, or (administrators) to everyone."""
    return await service.announce(session, principal, body.class_id, body.title, body.body, now)


@router.put(routes.ANNOUNCEMENT_READ, status_code=204)
async def mark_read(id: str, session: Session, principal: CurrentAccount, now: Now) -> Response:
    """Note that one has read a notice; the first time counts, and one's other computers learn of it."""
    await service.mark_read(session, principal, id, now)
    return Response(status_code=204)


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > 9:
        raise not_found()
    return int(cursor)
