"""Attendance of a lesson held online: stays as students' clients tell them, and what they suggest to the teacher."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.attendance import AttendanceProposal, PresenceReport, ProposedMark
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.domain.presence import Stay, suggest
from learnup_platform.access import require_lesson
from learnup_platform.db.models_attendance import PresenceRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.attendance import queries
from learnup_platform.principal import Principal


async def report_presence(
    session: AsyncSession, principal: Principal, lesson_id: str, report: PresenceReport, now: datetime
) -> None:
    """Keep a stay, or when it ended. Times from the future are now: a wrong clock must not lengthen a stay.

    Raises:
        PlatformFault: 404, not one's class; 422 when it ends before it begins or is somebody else's.
    """
    lesson = await require_lesson(session, principal, lesson_id)
    joined, left = min(report.joined_at, now), None if report.left_at is None else min(report.left_at, now)
    held = await session.get(PresenceRecord, report.id)
    if (left is not None and left < joined) or (
        held is not None and (held.student_id, held.lesson_id) != (principal.account_id, lesson.id)
    ):
        raise PlatformFault(422, ErrorCode.VALIDATION)
    if held is None:
        session.add(
            PresenceRecord(
                id=report.id, lesson_id=lesson.id, student_id=principal.account_id, joined_at=joined, left_at=left
            )
        )
    elif left is not None and (held.left_at is None or left > held.left_at):
        held.left_at = left


async def proposal(session: AsyncSession, principal: Principal, lesson_id: str, now: datetime) -> AttendanceProposal:
    """What the stays of a lesson suggest, for everybody on its roll of whom something can be said.

    Raises:
        PlatformFault: 404, not one's class.
    """
    lesson = await require_lesson(session, principal, lesson_id, teaching=True)
    stays = await queries.presences(session, lesson.id)
    marks = []
    for student_id, name in await queries.roll_names(session, lesson.class_id):
        own = [Stay(record.joined_at, record.left_at) for record in stays.get(student_id, ())]
        found = suggest(own, lesson.starts_at, lesson.ends_at, now)
        if found is not None:
            marks.append(
                ProposedMark(
                    student_id=student_id,
                    student_name=name,
                    state=found.state,
                    minutes_late=found.minutes_late,
                    minutes_there=found.minutes_there,
                )
            )
    return AttendanceProposal(lesson_id=lesson.id, marks=marks)
