"""Marks on lessons' rolls."""

from collections.abc import Sequence

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import AttendanceUpload, LessonAttendance, Mark


class AttendanceApi:
    """``attendance`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def of_lesson(self, lesson_id: str) -> LessonAttendance:
        """All current marks of a lesson."""
        path = routes.ATTENDANCE.format(id=lesson_id)
        return await self._transport.request_model("GET", path, LessonAttendance)

    async def put(self, lesson_id: str, marks: Sequence[Mark], idempotency_key: str) -> LessonAttendance:
        """Upload marks, any order; repeats are harmless.

        Returns:
            The marks that stand afterwards.
        """
        return await self._transport.request_model(
            "PUT",
            routes.ATTENDANCE.format(id=lesson_id),
            LessonAttendance,
            body=AttendanceUpload(marks=list(marks)),
            idempotency_key=idempotency_key,
        )

    async def mine(self) -> list[Mark]:
        """A student's own marks."""
        return await self._transport.request_list(routes.MY_ATTENDANCE, Mark)
