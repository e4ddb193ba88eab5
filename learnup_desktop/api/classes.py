"""Classes, their rolls and lessons."""

from datetime import datetime

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import ClassRoll, Lesson, RescheduleRequest, SchoolClass
from learnup_desktop.contract.wire import wire_time


class ClassesApi:
    """``classes``, ``timetable`` and ``sessions`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def all(self) -> list[SchoolClass]:
        """Classes the account belongs to."""
        return await self._transport.request_list(routes.CLASSES, SchoolClass)

    async def get(self, class_id: str) -> SchoolClass:
        """One class."""
        return await self._transport.request_model("GET", routes.CLASS.format(id=class_id), SchoolClass)

    async def roll(self, class_id: str) -> ClassRoll:
        """Who is on a class's roll (teachers)."""
        return await self._transport.request_model("GET", routes.CLASS_STUDENTS.format(id=class_id), ClassRoll)

    async def lessons(self, class_id: str) -> list[Lesson]:
        """Lessons of a class."""
        return await self._transport.request_list(routes.CLASS_LESSONS.format(id=class_id), Lesson)

    async def timetable(self, start: datetime, end: datetime) -> list[Lesson]:
        """The account's lessons in ``[start, end)``."""
        params = {"from": wire_time(start), "to": wire_time(end)}
        return await self._transport.request_list(routes.TIMETABLE, Lesson, params=params)

    async def reschedule(self, lesson_id: str, request: RescheduleRequest, idempotency_key: str) -> Lesson:
        """Move a lesson."""
        path = routes.RESCHEDULE.format(id=lesson_id)
        return await self._transport.request_model("POST", path, Lesson, body=request, idempotency_key=idempotency_key)
