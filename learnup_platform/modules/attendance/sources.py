"""The ``attendance`` stream: whole lessons for teachers, the own mark of a lesson for a student; by lesson."""

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.wire import WireModel
from learnup_platform.modules.attendance import queries
from learnup_platform.modules.attendance.service import attendance_of
from learnup_platform.principal import Principal


class AttendanceSource:
    """``attendance``."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        return await queries.lessons_with_marks(session, principal)

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, WireModel]:
        """See ``StreamSource``."""
        visible = await queries.lessons_with_marks(session, principal, ids)
        if not principal.is_student:
            return dict(await attendance_of(session, visible))
        return {
            record.lesson_id: queries.mark_of(record)
            for record in await queries.standing_marks(session, visible)
            if record.student_id == principal.account_id
        }

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        return await queries.lesson_ids_of_class(session, class_id)
