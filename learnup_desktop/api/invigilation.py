"""Watching over an exam: its attempts, commands to them, flags with their evidence, replies and decisions."""

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import UnlockCode
from learnup_desktop.contract.integrity import StudentExceptions
from learnup_desktop.contract.invigilation import (
    AttemptControl,
    AttemptOverview,
    ExtendRequest,
    IntegrityDecision,
    IntegrityRecord,
    IntegrityReply,
    PauseRequest,
    WarnRequest,
)
from learnup_desktop.contract.seats import EmergencyAnswer, EmergencyUpload, SeatDecision, SetAside
from learnup_desktop.contract.wire import WireModel

EVIDENCE_BYTES = 4 * 1024 * 1024
"""One evidence frame is a crop of tens of kilobytes; anything near this is not one."""


class InvigilationApi:
    """Routes of invigilators, and the student's side of a flag."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def attempts(self, exam_id: str) -> list[AttemptOverview]:
        """Everybody who may sit the exam, and how far they are (teachers of its class)."""
        return await self._transport.request_list(routes.ATTEMPTS.format(id=exam_id), AttemptOverview)

    async def flags(self, attempt_id: str) -> list[IntegrityRecord]:
        """The flags of an attempt: the student's own, or those of a teacher's class."""
        return await self._transport.request_list(routes.INTEGRITY.format(id=attempt_id), IntegrityRecord)

    async def evidence(self, attempt_id: str, sha256: str) -> bytes:
        """One evidence file as the platform gives it."""
        path = routes.EVIDENCE.format(id=attempt_id, sha256=sha256)
        return await self._transport.request_bytes("GET", path, maximum_bytes=EVIDENCE_BYTES)

    async def arrange(
        self, exam_id: str, student_id: str, exceptions: StudentExceptions, idempotency_key: str
    ) -> AttemptOverview:
        """Arrange something for one student; empty exceptions take it back."""
        path = routes.EXCEPTIONS.format(id=exam_id, student_id=student_id)
        return await self._transport.request_model(
            "PUT", path, AttemptOverview, body=exceptions, idempotency_key=idempotency_key
        )

    async def extend(self, attempt_id: str, request: ExtendRequest, idempotency_key: str) -> AttemptControl:
        """Give more time; repeated with the same key it is given once."""
        return await self._command(routes.EXTEND, attempt_id, request, idempotency_key)

    async def warn(self, attempt_id: str, request: WarnRequest, idempotency_key: str) -> AttemptControl:
        """Say something on the student's screen."""
        return await self._command(routes.WARN, attempt_id, request, idempotency_key)

    async def pause(self, attempt_id: str, request: PauseRequest, idempotency_key: str) -> AttemptControl:
        """Stop a student's time.

        Raises:
            ConflictError: the attempt is over.
        """
        return await self._command(routes.PAUSE, attempt_id, request, idempotency_key)

    async def resume(self, attempt_id: str, request: PauseRequest, idempotency_key: str) -> AttemptControl:
        """Let a student's time run again."""
        return await self._command(routes.RESUME, attempt_id, request, idempotency_key)

    async def reply(self, flag_id: str, request: IntegrityReply, idempotency_key: str) -> IntegrityRecord:
        """The student's side of a flag.

        Raises:
            ConflictError: it is decided already.
        """
        path = routes.INTEGRITY_REPLY.format(id=flag_id)
        return await self._transport.request_model(
            "POST", path, IntegrityRecord, body=request, idempotency_key=idempotency_key
        )

    async def decide(self, flag_id: str, request: IntegrityDecision, idempotency_key: str) -> IntegrityRecord:
        """A teacher's judgement of a flag."""
        path = routes.INTEGRITY_DECISION.format(id=flag_id)
        return await self._transport.request_model(
            "POST", path, IntegrityRecord, body=request, idempotency_key=idempotency_key
        )

    async def decide_seat(self, attempt_id: str, allow: bool, reason: str = "") -> AttemptOverview:
        """Give the seat to the device that asks for it, or not.

        Raises:
            ConflictError: nobody asks any more, or the attempt is over.
        """
        path = routes.TAKEOVER_DECISION.format(id=attempt_id)
        body = SeatDecision(allow=allow, reason=reason)
        return await self._transport.request_model("POST", path, AttemptOverview, body=body)

    async def unlock_code(self, exam_id: str) -> UnlockCode:
        """The code that opens an exam's paper in a hall without a network."""
        return await self._transport.request_model("GET", routes.UNLOCK.format(id=exam_id), UnlockCode)

    async def set_aside(self, attempt_id: str) -> list[SetAside]:
        """Every answer of an attempt that does not count, beside the one that does."""
        return await self._transport.request_list(routes.SET_ASIDE.format(id=attempt_id), SetAside)

    async def bring_emergency(self, file: bytes) -> EmergencyAnswer:
        """Hand over a student's emergency file; doing so again merges nothing twice.

        Raises:
            RefusedError: it is no emergency file of this platform.
            ConflictError: its journal does not hold.
        """
        body = EmergencyUpload(file=file)
        return await self._transport.request_model("POST", routes.EMERGENCY, EmergencyAnswer, body=body)

    async def _command(self, route: str, attempt_id: str, body: WireModel, key: str) -> AttemptControl:
        return await self._transport.request_model(
            "POST", route.format(id=attempt_id), AttemptControl, body=body, idempotency_key=key
        )
