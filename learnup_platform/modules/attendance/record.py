"""The record behind the marks: who made which when and how. Every mark ever made is in it."""

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.attendance import MarkEntry, MarkHistory
from learnup_platform.access import require_lesson
from learnup_platform.modules.attendance import queries
from learnup_platform.principal import Principal


async def mark_history(
    session: AsyncSession, principal: Principal, lesson_id: str, student_id: str | None
) -> MarkHistory:
    """Every mark of a lesson, or of one student in it, the latest first.

    Raises:
        PlatformFault: 404, not one's class.
    """
    lesson = await require_lesson(session, principal, lesson_id, teaching=True)
    rows = await queries.history(session, lesson.id, student_id)
    devices = await queries.device_names(session, (record.device_id for record, _ in rows))
    return MarkHistory(
        lesson_id=lesson.id,
        entries=[
            MarkEntry(
                mark=queries.mark_of(record),
                marked_by_name=name or "",
                device_name=devices.get(record.device_id, ""),
                received_at=record.received_at,
                standing=record.standing,
            )
            for record, name in rows
        ],
    )
