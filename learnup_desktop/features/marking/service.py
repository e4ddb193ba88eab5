"""Use cases of who marks: everybody's answers, giving marks, publishing, deciding on what was set aside."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from pydantic import ValidationError

from learnup_desktop.base.errors import NetworkError
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.marking import GivenMark
from learnup_desktop.contract.results import ExamAnalysis, ExamResults, PublishRequest, ResultsState
from learnup_desktop.contract.seats import SetAside, SetAsideDecision, StudentSetAside
from learnup_desktop.features.marking.queue import Place, with_own
from learnup_desktop.store.marking import PUT_MARKS, given_marks, marks_operation
from learnup_desktop.store.records import OperationState

if TYPE_CHECKING:
    from learnup_desktop.store.outbox import Outbox
    from learnup_desktop.store.sealed_files import SealedFiles

LISTED_FOR = timedelta(days=120)
"""A term: older exams are in the school's records."""


class MarkingGateway(Protocol):
    """What is used of ``api.marking``."""

    async def results(self, exam_id: str) -> ExamResults: ...
    async def analysis(self, exam_id: str) -> ExamAnalysis: ...
    async def publish(self, exam_id: str, request: PublishRequest, idempotency_key: str) -> ResultsState: ...
    async def set_aside(self, exam_id: str) -> list[StudentSetAside]: ...
    async def decide(self, attempt_id: str, decision: SetAsideDecision, idempotency_key: str) -> list[SetAside]: ...
    async def work(self, attempt_id: str, sha256: str) -> bytes: ...
    async def paper_image(self, exam_id: str, name: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Marking:
    """An exam to be marked.

    Attributes:
        results: with the marks given here put over them.
        own: answers marked here whose marks are still on their way.
        refused: those of them that gave way to somebody else's mark, or were refused.
        offline: this is what was kept here when the platform was last reached.
    """

    results: ExamResults
    own: frozenset[Place]
    refused: frozenset[Place]
    offline: bool


class MarkingService:
    """See the package.

    Args:
        gateway: the platform.
        outbox: of the account.
        kept: where exams are kept for when there is no network.
        exams: the account's exams, from the cache.
        now: server time.
    """

    def __init__(
        self,
        gateway: MarkingGateway,
        outbox: "Outbox",
        kept: "SealedFiles",
        exams: Callable[[], Awaitable[Sequence[ExamSummary]]],
        now: Callable[[], datetime],
    ) -> None:
        self._gateway = gateway
        self._outbox = outbox
        self._kept = kept
        self._exams = exams
        self.now = now

    async def exams(self) -> list[ExamSummary]:
        """Exams that have begun, the latest first."""
        now = self.now()
        begun = [exam for exam in await self._exams() if exam.opens_at <= now < exam.closes_at + LISTED_FOR]
        return sorted(begun, key=lambda exam: (exam.opens_at, exam.id), reverse=True)

    async def marking(self, exam_id: str) -> Marking:
        """An exam with everybody's answers and marks.

        Raises:
            NetworkError: the platform cannot be reached and the exam was never opened on this computer.
            PlatformError: refused.
            StorageError: the outbox cannot be read.
        """
        name, offline = f"results:{exam_id}", False
        try:
            results = await self._gateway.results(exam_id)
            await self._kept.put(name, results.model_dump_json(by_alias=True).encode())
        except NetworkError:
            held = await self._read(name)
            if held is None:
                raise
            results, offline = held, True
        waiting: dict[str, list[GivenMark]] = defaultdict(list)
        own, refused = set(), set()
        unsettled = (OperationState.WAITING, OperationState.ATTENTION)
        for operation in reversed(await self._outbox.operations(kind=PUT_MARKS, states=unsettled, limit=5000)):
            attempt_id, marks = given_marks(operation)
            places = {(attempt_id, mark.question_id, mark.part) for mark in marks}
            if operation.state is OperationState.WAITING:
                own |= places
                waiting[attempt_id] += marks
            elif operation.state is OperationState.ATTENTION:
                refused |= places
        return Marking(with_own(results, waiting), frozenset(own), frozenset(refused), offline)

    async def give(self, place: Place, mark: GivenMark) -> None:
        """Give a mark; it is on the disk when this returns, and goes to the platform from there.

        Raises:
            StorageError: not stored.
        """
        attempt_id, question_id, part = place
        stamped = mark.model_copy(update={"question_id": question_id, "part": part, "given_at": self.now()})
        await self._outbox.add(marks_operation(attempt_id, [stamped], self.now()))

    async def analysis(self, exam_id: str) -> ExamAnalysis:
        """How the paper and its questions did."""
        return await self._gateway.analysis(exam_id)

    async def publish(self, exam_id: str, *, note: str, ranks: bool, incomplete: bool) -> ResultsState:
        """Tell the students their marks.

        Raises:
            ConflictError: something still waits (``results.incomplete``), or the exam was cancelled.
        """
        request = PublishRequest(note=note, ranks=ranks, incomplete=incomplete)
        return await self._gateway.publish(exam_id, request, uuid7())

    async def set_aside(self, exam_id: str) -> list[StudentSetAside]:
        """Answers that do not count, by student."""
        return await self._gateway.set_aside(exam_id)

    async def decide(self, attempt_id: str, decision: SetAsideDecision) -> list[SetAside]:
        """Let an answer count that was set aside, or keep it aside."""
        return await self._gateway.decide(attempt_id, decision, uuid7())

    async def work(self, attempt_id: str, sha256: str) -> bytes:
        """A drawing or photograph."""
        return await self._gateway.work(attempt_id, sha256)

    async def paper_picture(self, exam_id: str, name: str) -> bytes:
        """A picture of the paper; with no network the one that was last seen here.

        Raises:
            NetworkError: the platform cannot be reached and it was never seen on this computer.
            PlatformError: refused.
        """
        kept = f"picture:{exam_id}:{name}"
        try:
            data = await self._gateway.paper_image(exam_id, name)
        except NetworkError:
            held = await self._kept.get(kept)
            if held is None:
                raise
            return held
        await self._kept.put(kept, data)
        return data

    async def _read(self, name: str) -> ExamResults | None:
        data = await self._kept.get(name)
        try:
            return ExamResults.model_validate_json(data) if data is not None else None
        except ValidationError:
            return None
