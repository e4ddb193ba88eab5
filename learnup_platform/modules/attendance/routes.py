"""``sessions/{id}/attendance``, ``attendance/me`` and ``classes/{id}/attendance/summary``."""

from typing import Annotated

from fastapi import Query

from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import (
    AttendanceTaken,
    AttendanceUpload,
    ClassAttendance,
    LessonAttendance,
    MyAttendance,
)
from learnup_platform.http.dependencies import Now, Session, Student, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.attendance import service

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
