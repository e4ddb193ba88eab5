"""Marks on lessons' rolls."""

from collections.abc import Sequence
from datetime import datetime

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import (
    AttendanceProposal,
    AttendanceTaken,
    AttendanceUpload,
    CardSheet,
    ClassAttendance,
    LessonAttendance,
    Mark,
    MarkHistory,
    MyAttendance,
    PresenceReport,
)
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.attendance_record import ClassRegister, NoticeRead


class AttendanceApi:
    """``attendance`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def of_lesson(self, lesson_id: str) -> LessonAttendance:
        """All current marks of a lesson."""
        path = routes.ATTENDANCE.format(id=lesson_id)
        return await self._transport.request_model("GET", path, LessonAttendance)

    async def put(self, lesson_id: str, marks: Sequence[Mark], idempotency_key: str) -> AttendanceTaken:
        """Upload marks, any order; repeats are harmless.

        Returns:
            The marks that stand afterwards, and those that were not taken.

        Raises:
            ConflictError: ``attendance.not_on_roll``, none of them could be taken.
        """
        return await self._transport.request_model(
            "PUT",
            routes.ATTENDANCE.format(id=lesson_id),
            AttendanceTaken,
            body=AttendanceUpload(marks=list(marks)),
            idempotency_key=idempotency_key,
        )

    async def mine(self, cursor: str | None = None) -> MyAttendance:
        """A page of a student's own marks, newest first, with the counts over all time."""
        params = {"cursor": cursor} if cursor is not None else None
        return await self._transport.request_model("GET", routes.MY_ATTENDANCE, MyAttendance, params=params)

    async def of_class(self, class_id: str) -> ClassAttendance:
        """What a class's marks add up to, student by student (teachers)."""
        path = routes.CLASS_ATTENDANCE.format(id=class_id)
        return await self._transport.request_model("GET", path, ClassAttendance)

    async def register(self, class_id: str, first: datetime, last: datetime) -> ClassRegister:
        """The register of a class, of a span of at most 93 days (teachers)."""
        path = routes.CLASS_REGISTER.format(id=class_id)
        params = {"from": first.isoformat(), "to": last.isoformat()}
        return await self._transport.request_model("GET", path, ClassRegister, params=params)

    async def history(self, lesson_id: str, student_id: str) -> MarkHistory:
        """Every mark ever made about a student in a lesson (teachers)."""
        path = routes.ATTENDANCE_HISTORY.format(id=lesson_id)
        return await self._transport.request_model("GET", path, MarkHistory, params={"studentId": student_id})

    async def report_presence(self, lesson_id: str, report: PresenceReport) -> None:
        """Say from when to when one was in a lesson's meeting (students)."""
        await self._transport.request("PUT", routes.PRESENCE.format(id=lesson_id), body=report)

    async def proposal(self, lesson_id: str) -> AttendanceProposal:
        """What the stays in a lesson's meeting suggest (teachers)."""
        path = routes.ATTENDANCE_PROPOSAL.format(id=lesson_id)
        return await self._transport.request_model("GET", path, AttendanceProposal)

    async def cards(self, class_id: str, idempotency_key: str) -> CardSheet:
        """Signed student cards for a class's roll (teachers)."""
        path = routes.CARDS.format(id=class_id)
        return await self._transport.request_model("POST", path, CardSheet, idempotency_key=idempotency_key)

    async def policy(self) -> AttendancePolicy:
        """When the school wants to be told of absences."""
        return await self._transport.request_model("GET", routes.ATTENDANCE_POLICY, AttendancePolicy)

    async def set_policy(self, policy: AttendancePolicy) -> AttendancePolicy:
        """Set it (administrators)."""
        return await self._transport.request_model("PUT", routes.ATTENDANCE_POLICY, AttendancePolicy, body=policy)

    async def mark_notice_read(self, notice_id: str, changed_at: datetime, idempotency_key: str) -> None:
        """Note that one has read a notice as it was at ``changed_at`` (students)."""
        path = routes.NOTIFICATION_READ.format(id=notice_id)
        body = NoticeRead(changed_at=changed_at)
        await self._transport.request("PUT", path, body=body, idempotency_key=idempotency_key)
