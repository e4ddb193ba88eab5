"""The invigilator's use cases over a made-up wire: order of exams, the board, decisions, more time for all."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from learnup_desktop.base.errors import ConflictError, LearnUpError, NetworkError, NotFoundError, RefusedError
from learnup_desktop.contract.exams import AttemptState, ExamSummary, Head, UnlockCode
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind, StudentExceptions
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
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.invigilation import Attention
from learnup_desktop.features.invigilation.emergencies import Outcome
from learnup_desktop.features.invigilation.service import InvigilationService

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HASHES = ("a" * 64, "b" * 64)


def exam(identity: str, opens: float, closes: float) -> ExamSummary:
    return ExamSummary(
        id=identity,
        class_id="c",
        title=LocalizedText(en=identity),
        subject=LocalizedText(en="Physics"),
        opens_at=NOON + timedelta(hours=opens),
        closes_at=NOON + timedelta(hours=closes),
        duration_seconds=3600,
        question_count=12,
        total_marks=40,
        paper_sha256="0" * 64,
        paper_bytes=1,
    )


def flag(identity: str, started_ms: int, decision: Decision | None = None) -> IntegrityRecord:
    event = IntegrityEvent(id=identity, kind=IntegrityKind.NO_FACE, started_ms=started_ms, evidence=HASHES)
    return IntegrityRecord(
        id=identity, attempt_id="a", event=event, received_at=NOON, evidence_held=[HASHES[1]], decision=decision
    )


class Wire:
    """The platform's answers and what it was asked."""

    def __init__(self) -> None:
        self.fault: LearnUpError | None = None
        self.merged: dict[str, int] = {"appended": 3}
        self.overviews = [
            AttemptOverview(
                student_id="1", student_name="Calm", attempt_id="1", state=AttemptState.OPEN, heard_at=NOON
            ),
            AttemptOverview(
                student_id="2",
                student_name="Flagged",
                attempt_id="2",
                state=AttemptState.PAUSED,
                heard_at=NOON,
                undecided_counts={"identity_mismatch": 1},
            ),
            AttemptOverview(student_id="3", student_name="Absent"),
        ]
        self.records = [flag("old", 1), flag("decided", 9, Decision.IGNORED), flag("new", 5)]
        self.asked: list[tuple[str, str, object]] = []
        self.keys: list[str] = []

    async def attempts(self, exam_id: str) -> list[AttemptOverview]:
        return self.overviews

    async def flags(self, attempt_id: str) -> list[IntegrityRecord]:
        return self.records

    async def evidence(self, attempt_id: str, sha256: str) -> bytes:
        return sha256.encode()

    async def arrange(
        self, exam_id: str, student_id: str, exceptions: StudentExceptions, idempotency_key: str
    ) -> AttemptOverview:
        self._take("arrange", f"{exam_id}/{student_id}", exceptions, idempotency_key)
        self.overviews = [
            line.model_copy(update={"exceptions": exceptions}) if line.student_id == student_id else line
            for line in self.overviews
        ]
        return next(line for line in self.overviews if line.student_id == student_id)

    async def extend(self, attempt_id: str, request: ExtendRequest, idempotency_key: str) -> AttemptControl:
        return self._take("extend", attempt_id, request, idempotency_key)

    async def warn(self, attempt_id: str, request: WarnRequest, idempotency_key: str) -> AttemptControl:
        return self._take("warn", attempt_id, request, idempotency_key)

    async def pause(self, attempt_id: str, request: PauseRequest, idempotency_key: str) -> AttemptControl:
        return self._take("pause", attempt_id, request, idempotency_key)

    async def resume(self, attempt_id: str, request: PauseRequest, idempotency_key: str) -> AttemptControl:
        return self._take("resume", attempt_id, request, idempotency_key)

    async def decide(self, flag_id: str, request: IntegrityDecision, idempotency_key: str) -> IntegrityRecord:
        self._take("decide", flag_id, request, idempotency_key)
        return flag(flag_id, 1, request.decision)

    async def decide_seat(self, attempt_id: str, allow: bool, reason: str = "") -> AttemptOverview:
        self._take("seat", attempt_id, allow, "")
        return next(line for line in self.overviews if line.attempt_id == attempt_id)

    async def unlock_code(self, exam_id: str) -> UnlockCode:
        return UnlockCode(exam_id=exam_id, code="ABCD-EFGH", qr="learnup:unlock:ABCD-EFGH")

    async def bring_emergency(self, file: bytes) -> EmergencyAnswer:
        self._take("emergency", "1", file, "")
        if self.fault is not None:
            raise self.fault
        return EmergencyAnswer(attempt_id="1", head=Head(seq=3, hash="0" * 64), **self.merged)

    def _take(self, what: str, target: str, request: object, key: str) -> AttemptControl:
        self.asked.append((what, target, request))
        self.keys.append(key)
        return AttemptControl(attempt_id=target, state=AttemptState.OPEN, deadline=NOON)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def service(wire: Wire) -> InvigilationService:
    async def exams() -> list[ExamSummary]:
        return [
            exam("last month", -1000, -900),
            exam("tomorrow", 24, 26),
            exam("yesterday", -25, -23),
            exam("now", -1, 2),
        ]

    return InvigilationService(wire, exams, lambda: NOON)


async def test_the_exam_that_is_written_now_comes_first_and_old_ones_not_at_all(service: InvigilationService) -> None:
    assert [item.id for item in await service.exams()] == ["now", "tomorrow", "yesterday"]


async def test_the_board_is_in_order_and_counts_add_up(service: InvigilationService) -> None:
    board = await service.board("now")
    assert [item.student_name for item in board.attempts] == ["Flagged", "Calm", "Absent"]
    assert sum(board.count(level) for level in Attention) == len(board.attempts)
    with pytest.raises(NotFoundError):
        await service.board("another school's")


async def test_undecided_flags_come_first_and_only_pictures_that_are_there_are_asked_for(
    service: InvigilationService,
) -> None:
    records = await service.flags("a")
    assert [record.id for record in records] == ["new", "old", "decided"]
    assert await service.evidence(records[0]) == [HASHES[1].encode()]


async def test_more_time_for_all_reaches_who_is_writing_and_each_once(service: InvigilationService, wire: Wire) -> None:
    assert await service.extend_all(await service.board("now"), 10) == 2
    assert {(what, target) for what, target, _ in wire.asked} == {("extend", "1"), ("extend", "2")}
    assert all(isinstance(request, ExtendRequest) and request.seconds == 600 for _, _, request in wire.asked)
    assert len(set(wire.keys)) == 2


async def test_commands_and_decisions_are_passed_on(service: InvigilationService, wire: Wire) -> None:
    await service.warn("1", "Please look up")
    await service.pause("1")
    await service.resume("1")
    assert (await service.decide("old", Decision.EXPLAINED, "spoke to her")).decision is Decision.EXPLAINED
    assert [what for what, _, _ in wire.asked] == ["warn", "pause", "resume", "decide"]


async def test_a_seat_a_code_and_an_emergency_file_go_to_the_platform(
    service: InvigilationService, wire: Wire, tmp_path: Path
) -> None:
    await service.decide_seat("2", allow=True)
    assert (await service.unlock_code("now")).code == "ABCD-EFGH"
    file = tmp_path / "nimali.learnup-emergency"
    file.write_bytes(b"sealed")
    brought = await service.bring(file)
    assert (brought.outcome, brought.answer is not None and brought.answer.appended) == (Outcome.MERGED, 3)
    assert wire.asked == [("seat", "2", True), ("emergency", "1", b"sealed")]


async def test_of_many_emergency_files_each_says_what_became_of_it(
    service: InvigilationService, wire: Wire, tmp_path: Path
) -> None:
    file, empty = tmp_path / "kept.learnup-emergency", tmp_path / "empty.learnup-emergency"
    file.write_bytes(b"sealed")
    empty.touch()
    assert (await service.bring(tmp_path / "nowhere")).outcome is Outcome.FAILED
    assert (await service.bring(empty)).outcome is Outcome.DAMAGED
    faults: dict[LearnUpError, Outcome] = {
        NotFoundError("x"): Outcome.FOREIGN,
        RefusedError("x", platform_code="validation"): Outcome.DAMAGED,
        ConflictError("x", platform_code="attempt.chain_broken"): Outcome.DAMAGED,
        NetworkError("x"): Outcome.FAILED,
    }
    for fault, outcome in faults.items():
        wire.fault = fault
        assert (await service.bring(file)).outcome is outcome
    wire.fault, wire.merged = None, {"set_aside": 2}
    assert (await service.bring(file)).outcome is Outcome.ASIDE
    wire.merged = {"known": 2}
    assert (await service.bring(file)).outcome is Outcome.KNOWN
