"""Marks leave the outbox only when the platform's answer shows that it holds them, or something stronger."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import httpx
import pytest

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.errors import ProtocolError, RuleViolation
from learnup_desktop.contract.attendance import AttendanceState, AttendanceTaken, AttendanceUpload, Mark, RefusedMark
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.marking import AttemptMarks, GivenMark, MarkRequest
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.attendance import merge_marks
from learnup_desktop.store.marking import PUT_MARKS, marks_operation
from learnup_desktop.store.marks import PUT_ATTENDANCE
from learnup_desktop.store.records import Operation, OperationState, OutboxCounts
from learnup_desktop.sync import handlers
from learnup_desktop.sync.handlers import attendance_handler, marks_handler, register_handlers
from learnup_desktop.sync.outbox_pump import OutboxPump
from tests.unit.api.wire import Script, fault, scripted
from tests.unit.store.samples import STARTED, open_store


def mark(student: str, seconds: int = 0, **changes: object) -> Mark:
    document: dict[str, object] = {
        "id": f"{student}-{seconds}",
        "lesson_id": "l1",
        "student_id": student,
        "state": AttendanceState.PRESENT,
        "marked_at": STARTED + timedelta(seconds=seconds),
        "marked_by": "t",
    }
    return Mark.model_validate(document | changes)


def operation(*marks: Mark) -> Operation:
    body = {"lessonId": "l1", "marks": [item.to_wire() for item in marks]}
    return Operation.new(PUT_ATTENDANCE, "attendance:l1", body, STARTED)


class Roll:
    """The platform's roll of ``l1``; students whose name begins with ``x`` are not on it."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.sizes: list[int] = []
        self.keys: list[str] = []
        self.forgets: set[str] = set()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        upload = AttendanceUpload.model_validate_json(request.content)
        self.sizes.append(len(upload.marks))
        self.keys.append(request.headers["idempotency-key"])
        refused = [
            RefusedMark(mark_id=item.id, student_id=item.student_id, code="attendance.not_on_roll")
            for item in upload.marks
            if item.student_id.startswith("x")
        ]
        self.marks += [item for item in upload.marks if item.student_id not in self.forgets]
        standing = [item for item in merge_marks(self.marks).values() if not item.student_id.startswith("x")]
        answer = AttendanceTaken(lesson_id="l1", marks=standing, version=1, refused=refused)
        return httpx.Response(200, json=answer.to_wire())


async def send(roll: Roll, operations: Sequence[Operation]) -> dict[str, tuple[str, ...]]:
    async with scripted(roll) as transport:
        refused = await attendance_handler(PlatformClient(transport))(operations, "key")
    return {identifier: error.parts for identifier, error in refused.items()}


async def test_all_operations_go_as_one_request() -> None:
    roll = Roll()
    assert await send(roll, [operation(mark("a")), operation(mark("b"), mark("a", 5))]) == {}
    assert (roll.sizes, roll.keys) == ([3], ["key"])


async def test_more_than_the_contract_takes_goes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handlers, "_MARKS_A_REQUEST", 4)
    roll = Roll()
    await send(roll, [operation(*(mark(f"s{number}") for number in range(10)))])
    assert (roll.sizes, roll.keys) == ([4, 4, 2], ["key", "key:1", "key:2"])


async def test_marks_that_are_not_in_the_answer_stay_here() -> None:
    roll = Roll()
    roll.forgets = {"b"}
    with pytest.raises(ProtocolError):
        await send(roll, [operation(mark("a"), mark("b"))])


async def test_a_stronger_mark_of_somebody_else_is_an_answer_too() -> None:
    roll = Roll()
    roll.marks = [mark("a", 99, state=AttendanceState.EXCUSED)]
    assert await send(roll, [operation(mark("a"))]) == {}


async def test_refused_marks_name_their_operation_and_no_other() -> None:
    good, mixed = operation(mark("a")), operation(mark("b"), mark("x1"))
    assert await send(Roll(), [good, mixed]) == {mixed.id: ("x1-0",)}


async def test_a_body_without_marks_is_no_operation() -> None:
    broken = Operation.new(PUT_ATTENDANCE, "attendance:l1", {"lessonId": "l1", "marks": [{"id": 5}]}, STARTED)
    with pytest.raises(RuleViolation):
        await send(Roll(), [broken])


async def test_through_the_pump_a_partly_refused_operation_shows_only_its_refused_mark(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "a")
    async with scripted(Roll()) as transport:
        pump = OutboxPump(store.outbox)
        register_handlers(pump, PlatformClient(transport))
        await store.marks.put([mark("a"), mark("x1")])
        await store.marks.put([mark("b")])
        assert await pump.flush() == OutboxCounts(attention=1)
        roll = await store.marks.marks_for("l1")
        assert roll.refused == {"x1"}
        assert not roll.waiting
        assert set(roll.standing) == {"a", "b", "x1"}
        assert len(await store.outbox.operations(states=[OperationState.DONE])) == 1
    await store.close()


@pytest.mark.parametrize("status", [204, 404])
async def test_a_read_mark_is_sent_and_a_notice_that_has_gone_needs_none(tmp_path: Path, status: int) -> None:
    script = Script(httpx.Response(204) if status == 204 else fault(status, "not_found"))
    store = await open_store(tmp_path / "a")
    text = LocalizedText(en="x")
    await store.read_marks.read(Announcement(id="n1", title=text, body=text, author_name="O", published_at=STARTED))
    async with scripted(script) as transport:
        pump = OutboxPump(store.outbox)
        register_handlers(pump, PlatformClient(transport))
        assert await pump.flush() == OutboxCounts()
    (request,) = script.requests
    assert (request.method, request.url.path) == ("PUT", "/api/v1/announcements/n1/read")
    assert request.headers["idempotency-key"]
    await store.close()


# --- marks of exams --------------------------------------------------------------------------------------------------


def given(question: str, part: str = "") -> GivenMark:
    return GivenMark(question_id=question, part=part, marks=Decimal("1.5"), comment="Why?", given_at=STARTED)


class Marker:
    """The platform's side of ``PUT attempts/{id}/marks``; ``newer`` are places that somebody else marked since."""

    def __init__(self, *newer: tuple[str, str], answers_for: str = "") -> None:
        self.newer, self.answers_for = newer, answers_for
        self.took: list[tuple[str, list[GivenMark], str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert request.method == "PUT"
        attempt_id = request.url.path.split("/")[-2]
        marks = MarkRequest.model_validate_json(request.content).marks
        self.took.append((attempt_id, marks, request.headers["idempotency-key"]))
        answer = AttemptMarks(
            attempt_id=self.answers_for or attempt_id,
            exam_id="e1",
            total=Decimal(0),
            maximum=10,
            complete=False,
            parts=[],
            refused=[mark for mark in marks if (mark.question_id, mark.part) in self.newer],
        )
        return httpx.Response(200, json=answer.to_wire())


async def test_marks_of_an_attempt_go_as_one_request_and_each_that_gave_way_is_named() -> None:
    marker = Marker(("q1", "b"), ("q3", ""))
    first = marks_operation("a1", [given("q1", "a"), given("q1", "b")], STARTED)
    second, third = (marks_operation("a1", [given(question)], STARTED) for question in ("q2", "q3"))
    async with scripted(marker) as transport:
        refused = await marks_handler(PlatformClient(transport))([first, second, third], "key")
    assert {identifier: error.parts for identifier, error in refused.items()} == {
        first.id: ("q1.b",),
        third.id: ("q3.",),
    }
    ((attempt_id, marks, key),) = marker.took
    assert (attempt_id, key) == ("a1", "key")
    assert marks == [given("q1", "a"), given("q1", "b"), given("q2"), given("q3")]


async def test_an_answer_for_another_attempt_leaves_the_marks_here() -> None:
    async with scripted(Marker(answers_for="a2")) as transport:
        with pytest.raises(ProtocolError):
            await marks_handler(PlatformClient(transport))([marks_operation("a1", [given("q1")], STARTED)], "key")


@pytest.mark.parametrize("body", [{}, {"attemptId": "a1", "marks": [{"questionId": "q1", "marks": -1}]}])
async def test_a_body_that_gives_no_mark_is_not_sent(body: dict[str, object]) -> None:
    marker = Marker()
    async with scripted(marker) as transport:
        with pytest.raises(RuleViolation):
            await marks_handler(PlatformClient(transport))([Operation.new(PUT_MARKS, "marks:a1", body, STARTED)], "key")
    assert not marker.took


async def test_through_the_pump_given_marks_leave_and_those_that_gave_way_wait_to_be_looked_at(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "a")
    async with scripted(Marker(("q2", ""))) as transport:
        pump = OutboxPump(store.outbox)
        register_handlers(pump, PlatformClient(transport))
        for question in ("q1", "q2"):
            await store.outbox.add(marks_operation("a1", [given(question)], STARTED))
        assert await pump.flush() == OutboxCounts(attention=1)
        (kept,) = await store.outbox.operations(states=[OperationState.ATTENTION])
        assert kept.body["marks"] == [given("q2").to_wire()]
    await store.close()
