"""What an invigilator does, without a widget: the board of an exam, a student's flags, commands and decisions."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from learnup_desktop.base.errors import LearnUpError, NotFoundError
from learnup_desktop.base.files import storage_fault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.exams import ExamSummary, UnlockCode
from learnup_desktop.contract.integrity import StudentExceptions
from learnup_desktop.contract.invigilation import (
    AttemptControl,
    AttemptOverview,
    Decision,
    ExtendRequest,
    IntegrityDecision,
    IntegrityRecord,
    PauseRequest,
    WarnRequest,
)
from learnup_desktop.contract.seats import EmergencyAnswer
from learnup_desktop.domain.invigilation import Attention, attention, in_order
from learnup_desktop.features.invigilation.emergencies import Brought, Outcome, may_be_one, refused, taken

SHOWN_AFTER_CLOSING = timedelta(days=14)
"""Flags are judged after the exam too, while the evidence is still kept."""


class InvigilationGateway(Protocol):
    """What is used of ``api.invigilation``."""

    async def attempts(self, exam_id: str) -> list[AttemptOverview]: ...
    async def flags(self, attempt_id: str) -> list[IntegrityRecord]: ...
    async def evidence(self, attempt_id: str, sha256: str) -> bytes: ...
    async def arrange(
        self, exam_id: str, student_id: str, exceptions: StudentExceptions, idempotency_key: str
    ) -> AttemptOverview: ...
    async def extend(self, attempt_id: str, request: ExtendRequest, idempotency_key: str) -> AttemptControl: ...
    async def warn(self, attempt_id: str, request: WarnRequest, idempotency_key: str) -> AttemptControl: ...
    async def pause(self, attempt_id: str, request: PauseRequest, idempotency_key: str) -> AttemptControl: ...
    async def resume(self, attempt_id: str, request: PauseRequest, idempotency_key: str) -> AttemptControl: ...
    async def decide(self, flag_id: str, request: IntegrityDecision, idempotency_key: str) -> IntegrityRecord: ...
    async def decide_seat(self, attempt_id: str, allow: bool, reason: str = "") -> AttemptOverview: ...
    async def bring_emergency(self, file: bytes) -> EmergencyAnswer: ...
    async def unlock_code(self, exam_id: str) -> UnlockCode: ...


@dataclass(frozen=True, slots=True)
class Board:
    """An exam as it stands: attempts in the order in which they need looking at, and how many there are of each."""

    exam: ExamSummary
    attempts: tuple[AttemptOverview, ...]
    as_of: datetime

    def level(self, attempt: AttemptOverview) -> Attention:
        """Where an attempt belongs."""
        return attention(attempt, self.as_of)

    def count(self, level: Attention) -> int:
        """How many attempts belong there."""
        return sum(self.level(attempt) is level for attempt in self.attempts)


class InvigilationService:
    """Use cases of a teacher who watches over exams.

    Args:
        gateway: the platform.
        exams: the account's exams, from the cache.
        now: server time.
    """

    def __init__(
        self,
        gateway: InvigilationGateway,
        exams: Callable[[], Awaitable[Sequence[ExamSummary]]],
        now: Callable[[], datetime],
    ) -> None:
        self._gateway = gateway
        self._exams = exams
        self._now = now

    def now(self) -> datetime:
        """Server time."""
        return self._now()

    async def exams(self) -> list[ExamSummary]:
        """Exams worth watching: open now first, then those to come, then those lately closed."""
        now = self._now()
        kept = [exam for exam in await self._exams() if exam.closes_at + SHOWN_AFTER_CLOSING > now]

        def order(exam: ExamSummary) -> tuple[int, float]:
            if exam.opens_at <= now < exam.closes_at:
                return (0, exam.closes_at.timestamp())
            if now < exam.opens_at:
                return (1, exam.opens_at.timestamp())
            return (2, -exam.closes_at.timestamp())

        return sorted(kept, key=order)

    async def board(self, exam_id: str) -> Board:
        """The exam with its attempts.

        Raises:
            NotFoundError: not among this teacher's exams.
            LearnUpError: the platform was not reached or refused.
        """
        exam = next((item for item in await self._exams() if item.id == exam_id), None)
        if exam is None:
            raise NotFoundError(f"exam {exam_id}")
        now = self._now()
        return Board(exam, tuple(in_order(await self._gateway.attempts(exam_id), now)), now)

    async def flags(self, attempt_id: str) -> list[IntegrityRecord]:
        """A student's flags, undecided ones first, newest first."""
        records = await self._gateway.flags(attempt_id)
        return sorted(records, key=lambda item: (item.decision is not None, -item.event.started_ms))

    async def evidence(self, record: IntegrityRecord) -> list[bytes]:
        """The frames the platform holds for a flag (JPEG), in order of time."""
        held = [sha256 for sha256 in record.event.evidence if sha256 in record.evidence_held]
        return [await self._gateway.evidence(record.attempt_id, sha256) for sha256 in held]

    async def arrange(self, exam_id: str, student_id: str, exceptions: StudentExceptions) -> AttemptOverview:
        """Arrange something for one student, before the exam or while it runs; empty takes it back."""
        return await self._gateway.arrange(exam_id, student_id, exceptions, uuid7())

    async def extend(self, attempt_id: str, minutes: int, reason: str = "") -> AttemptControl:
        """Give a student more time."""
        return await self._gateway.extend(attempt_id, ExtendRequest(seconds=minutes * 60, reason=reason), uuid7())

    async def extend_all(self, board: Board, minutes: int) -> int:
        """Give everybody who is writing more time; returns to how many."""
        running = [attempt for attempt in board.attempts if attempt.attempt_id and _is_running(attempt)]
        for attempt in running:
            await self.extend(str(attempt.attempt_id), minutes)
        return len(running)

    async def warn(self, attempt_id: str, message: str) -> AttemptControl:
        """Say something on a student's screen."""
        return await self._gateway.warn(attempt_id, WarnRequest(message=message), uuid7())

    async def pause(self, attempt_id: str) -> AttemptControl:
        """Stop a student's time."""
        return await self._gateway.pause(attempt_id, PauseRequest(), uuid7())

    async def resume(self, attempt_id: str) -> AttemptControl:
        """Let it run again."""
        return await self._gateway.resume(attempt_id, PauseRequest(), uuid7())

    async def decide_seat(self, attempt_id: str, *, allow: bool) -> AttemptOverview:
        """Give the seat of an attempt to the computer that asks for it, or leave it where it is."""
        return await self._gateway.decide_seat(attempt_id, allow)

    async def unlock_code(self, exam_id: str) -> UnlockCode:
        """What opens the exam's paper in a hall without a network."""
        return await self._gateway.unlock_code(exam_id)

    async def bring(self, path: Path) -> Brought:
        """Hand over a student's emergency file; what became of it, never an error, so that the next one goes on."""
        try:
            if not may_be_one((await asyncio.to_thread(path.stat)).st_size):
                return Brought(path.name, Outcome.DAMAGED)
            file = await asyncio.to_thread(path.read_bytes)
        except OSError as error:
            return Brought(path.name, Outcome.FAILED, error=storage_fault(error, path))
        try:
            return taken(path.name, await self._gateway.bring_emergency(file))
        except LearnUpError as error:
            return refused(path.name, error)

    async def decide(self, flag_id: str, decision: Decision, note: str = "") -> IntegrityRecord:
        """Judge a flag."""
        return await self._gateway.decide(flag_id, IntegrityDecision(decision=decision, note=note), uuid7())


def _is_running(attempt: AttemptOverview) -> bool:
    return attempt.state in ("open", "paused")
