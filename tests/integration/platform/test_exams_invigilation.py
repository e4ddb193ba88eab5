"""Live invigilation, flags, replies and decisions, and the evidence behind them."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import socketio

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import AttemptStatus, EntryKind
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind, Outcome
from learnup_desktop.domain.sealed_evidence import seal_evidence
from learnup_platform.app import create_context
from learnup_platform.modules.exams.evidence import forget_old_evidence
from learnup_platform.settings import PlatformSettings
from tests.integration.platform.exam_sitting import OPEN_EXAM, Sitting, code_of
from tests.platform_fixture import ClockedPlatform, RunningPlatform

JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 40


class Listener:
    """A Socket.IO client that keeps what it hears."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
        self.client = socketio.AsyncClient(reconnection=False)
        self.client.on("*", self._keep)

    async def _keep(self, event: str, payload: dict[str, Any] | None = None) -> None:
        await self.heard.put((event, payload or {}))

    async def next(self, event: str) -> dict[str, Any]:
        """The payload of the next ``event``; others are skipped."""
        while True:
            name, payload = await asyncio.wait_for(self.heard.get(), 10)
            if name == event:
                return payload


@asynccontextmanager
async def listening(platform: RunningPlatform, username: str) -> AsyncIterator[Listener]:
    """A connected listener."""
    listener = Listener()
    token = (await asyncio.to_thread(platform.sign_in, username))["accessToken"]
    await listener.client.connect(platform.url, auth={"token": token}, transports=["websocket"])
    try:
        yield listener
    finally:
        await listener.client.disconnect()
        # aiohttp closes its transports a moment after it said so.
        await asyncio.sleep(0.05)


def status_of(sitting: Sitting, **changes: object) -> dict[str, Any]:
    """A status in wire form."""
    status = AttemptStatus(
        attempt_id=sitting.attempt_id, answered=1, head=sitting.head, worker_state="watching", question=3
    )
    return status.to_wire() | changes


async def test_status_goes_to_the_invigilators_and_commands_to_the_student(platform: RunningPlatform) -> None:
    sitting = await asyncio.to_thread(Sitting(platform.client("nathan")).start)
    teacher = platform.client("kamala")
    async with (
        listening(platform, "nathan") as student,
        listening(platform, "kamala") as invigilator,
        listening(platform, "zahra") as classmate,
    ):
        await asyncio.to_thread(sitting.send, sitting.answer("physics-06", "2.0"))
        acknowledged = await student.client.call("attempt:status", status_of(sitting))
        assert acknowledged["head"] == sitting.head.to_wire()
        assert acknowledged["state"] == "open"
        line = await invigilator.next("exam:state")
        assert (line["studentName"], line["workerState"], line["question"]) == ("Nathan Kanagasabai", "watching", 3)
        assert line["answered"] == 1

        before = acknowledged["deadline"]
        await asyncio.to_thread(teacher.post, sitting.path(routes.WARN), json={"message": "Please sit up"})
        warned = await student.next("attempt:command")
        assert (warned["command"], warned["message"]) == ("warn", "Please sit up")
        await asyncio.to_thread(teacher.post, sitting.path(routes.EXTEND), json={"seconds": 60})
        extended = await student.next("attempt:command")
        assert (extended["command"], extended["deadline"] > before) == ("extend", True)
        for command in ("pause", "resume"):
            await asyncio.to_thread(teacher.post, f"{sitting.path(routes.ATTEMPT)}/{command}", json={})
            assert (await student.next("attempt:command"))["command"] == command

        path = routes.EXCEPTIONS.format(id=OPEN_EXAM, student_id=sitting.started.student_id)
        await asyncio.to_thread(teacher.put, path, json={"kinds": ["looking_away"], "note": "Glasses"})
        told = await student.next("attempt:command")
        assert (told["command"], told["exceptions"]["kinds"]) == ("policy", ["looking_away"])
        while (line := await invigilator.next("exam:state"))["exceptions"] is None:
            continue  # the lines of the commands before
        assert line["exceptions"]["note"] == "Glasses"

        assert (await classmate.client.call("attempt:status", status_of(sitting)))["error"] == "not_found"
        assert (await invigilator.client.call("attempt:status", status_of(sitting)))["error"] == "not_found"
        broken = await student.client.call("attempt:status", status_of(sitting, head={"seq": -1}))
        assert broken == {"error": "validation"}
        assert not any(name in ("exam:state", "attempt:command") for name, _ in _rest(classmate))


def _rest(listener: Listener) -> list[tuple[str, dict[str, Any]]]:
    rest = []
    while not listener.heard.empty():
        rest.append(listener.heard.get_nowait())
    return rest


def test_commands_end_with_the_attempt(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("ashan")).start()
    teacher = clocked_platform.client("kamala")
    for body in ({"seconds": 0}, {"seconds": 10**6}, {}):
        assert code_of(teacher.post(sitting.path(routes.EXTEND), json=body)) == (422, "validation")
    clocked_platform.clock.advance(3600 + 6)
    teacher = clocked_platform.client("kamala")
    refused = teacher.post(sitting.path(routes.PAUSE), json={})
    assert code_of(refused) == (409, "attempt.deadline_passed")
    sitting.client = clocked_platform.client("ashan")
    assert sitting.submit().status_code == 200
    commands: list[tuple[str, dict[str, object]]] = [
        (routes.EXTEND, {"seconds": 60}),
        (routes.WARN, {"message": "x"}),
        (routes.PAUSE, {}),
        (routes.RESUME, {}),
    ]
    for template, command in commands:
        assert code_of(teacher.post(sitting.path(template), json=command)) == (409, "attempt.submitted")


def event(number: int, kind: IntegrityKind, **changes: object) -> dict[str, object]:
    """A flag in wire form."""
    made = IntegrityEvent(id=f"event-{number}", kind=kind, started_ms=1000 * number)
    return made.model_copy(update=changes).to_wire()


def test_flags_are_taken_from_the_journal(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("akila")).start(assurance="full")
    teacher = platform.client("kamala")
    evidence = sealed(sitting, JPEG)
    digest = hashlib.sha256(evidence).hexdigest()
    sitting.send(
        sitting.make(EntryKind.INTEGRITY, event(1, IntegrityKind.NO_FACE)),
        sitting.make(EntryKind.INTEGRITY, event(2, IntegrityKind.MULTIPLE_FACES)),
        sitting.make(EntryKind.INTEGRITY, event(1, IntegrityKind.NO_FACE, ended_ms=9000, evidence=(digest,))),
    )
    sitting.send(
        sitting.make(EntryKind.INTEGRITY, event(3, IntegrityKind.NO_FACE, outcome=Outcome.COULD_NOT_SEE)),
        sitting.make(EntryKind.OPENED, {"assurance": "identity"}),
    )
    record = sitting.record()
    assert record["integrityCounts"] == {"multiple_faces": 1, "no_face": 2}
    assert record["assurance"] == "identity"
    path = sitting.path(routes.EVIDENCE, sha256=digest)
    assert sitting.client.put(path, content=evidence).json()["complete"] is True
    flags = teacher.get(sitting.path(routes.INTEGRITY)).json()["items"]
    assert [flag["event"]["id"] for flag in flags] == ["event-1", "event-2", "event-3"]
    assert flags[0]["event"]["endedMs"] == 9000
    assert flags[0]["evidenceHeld"] == [digest]
    assert teacher.get(path).content == JPEG

    reply = routes.INTEGRITY_REPLY.format(id=flags[0]["id"])
    decision = routes.INTEGRITY_DECISION.format(id=flags[0]["id"])
    for text in ("I dropped", "I dropped my pen"):
        assert sitting.client.post(reply, json={"text": text}).json()["reply"] == text
    judged = teacher.post(decision, json={"decision": "explained", "note": "seen"}).json()
    assert (judged["decision"], judged["decisionNote"], judged["decidedBy"]) == (
        "explained",
        "seen",
        "Kamala Wijesinghe",
    )
    assert judged["reply"] == "I dropped my pen"
    refused = sitting.client.post(reply, json={"text": "No"})
    assert refused.status_code == 409
    assert "teacher" in refused.json()["message"]
    assert teacher.post(decision, json={"decision": "confirmed"}).json()["decision"] == "confirmed"

    lines = teacher.get(routes.ATTEMPTS.format(id=sitting.exam_id)).json()["items"]
    line = next(line for line in lines if line["attemptId"] == sitting.attempt_id)
    assert line["integrityCounts"] == {"multiple_faces": 1, "no_face": 2}
    assert line["undecidedCounts"] == {"multiple_faces": 1, "no_face": 1}  # one was decided
    assert line["lastEventAt"] is not None


def sealed(sitting: Sitting, picture: bytes) -> bytes:
    """An evidence file as the worker writes it."""
    assert sitting.started.evidence_key is not None
    return seal_evidence(picture, {"event": "event-1"}, sitting.started.evidence_key)


def test_evidence_sealed_with_another_key_is_kept_but_not_shown(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("jerome")).start()
    data = seal_evidence(JPEG, {"event": "event-1"}, bytes(32))
    path = sitting.path(routes.EVIDENCE, sha256=hashlib.sha256(data).hexdigest())
    assert sitting.client.put(path, content=data).json()["complete"] is True
    assert code_of(platform.client("kamala").get(path)) == (404, "not_found")


def test_evidence_in_parts(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("jerome")).start()
    data = sealed(sitting, JPEG)
    digest = hashlib.sha256(data).hexdigest()
    path = sitting.path(routes.EVIDENCE, sha256=digest)

    def put(start: int, end: int, total: int = len(data)) -> Any:
        headers = {"Content-Range": f"bytes {start}-{end - 1}/{total}"}
        return sitting.client.put(path, content=data[start:end], headers=headers)

    assert put(0, 4000).json() == {"sha256": digest, "receivedBytes": 4000, "complete": False}
    lost = put(5000, 6000)
    assert lost.status_code == 409
    assert lost.json()["details"] == {"receivedBytes": 4000}
    assert put(4000, 9000).json()["receivedBytes"] == 9000
    assert put(9000, len(data)).json() == {"sha256": digest, "receivedBytes": len(data), "complete": True}
    for _ in range(5):
        assert sitting.client.put(path, content=data).json()["complete"] is True
    assert platform.client("kamala").get(path).content == JPEG
    assert platform.client("thilini").get(path).status_code == 404
    assert platform.client("thilini").put(path, content=data).status_code == 404
    for header in ("bytes 0-1/1", "bytes 5-2/9", "0-9/10", "bytes 0-9/*", "bytes 0-3/10"):
        refused = sitting.client.put(path, content=b"12345", headers={"Content-Range": header})
        assert code_of(refused) == (400, "bad_request"), header


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("0" * 64, b"something else", (422, "validation")),
        (hashlib.sha256(b"").hexdigest(), b"", (400, "bad_request")),
        ("../../etc/passwd", b"x", (404, "not_found")),
        ("A" * 64, b"x", (422, "validation")),
        ("short", b"x", (422, "validation")),
    ],
)
def test_evidence_that_is_not_what_it_says(
    platform: RunningPlatform, name: str, content: bytes, expected: tuple[int, str]
) -> None:
    sitting = Sitting(platform.client("jerome")).start()
    assert code_of(sitting.client.put(sitting.path(routes.EVIDENCE, sha256=name), content=content)) == expected


def test_evidence_that_is_too_large_is_not_read(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("jerome")).start()
    path = sitting.path(routes.EVIDENCE, sha256="0" * 64)
    large = {"Content-Range": f"bytes 0-0/{11 * 1024 * 1024}"}
    assert code_of(sitting.client.put(path, content=b"x", headers=large)) == (413, "too_large")


def test_nothing_is_recorded_without_consent(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("arjun")).start(consent=False)
    data = b"frame"
    path = sitting.path(routes.EVIDENCE, sha256=hashlib.sha256(data).hexdigest())
    assert code_of(sitting.client.put(path, content=data)) == (403, "face.no_consent")
    sitting.start(consent=True)
    assert sitting.client.put(path, content=data).status_code == 200


async def test_the_time_running_out_is_told(clocked_platform: ClockedPlatform) -> None:
    sitting = await asyncio.to_thread(Sitting(clocked_platform.client("ashan")).start)
    token = sitting.client.headers["Authorization"].removeprefix("Bearer ")
    listener = Listener()
    await listener.client.connect(clocked_platform.url, auth={"token": token}, transports=["websocket"])
    clocked_platform.clock.advance(3600 + 6)
    assert (await listener.next("attempt:command"))["command"] == "submit"
    assert "exams" in (await listener.next("sync"))["streams"]
    await listener.client.disconnect()
    await asyncio.sleep(0.05)
    student = clocked_platform.client("ashan")
    changes = student.get(routes.SYNC_SNAPSHOT, params={"streams": "exams"}).json()["changes"]
    exam = next(change["data"] for change in changes if change["id"] == OPEN_EXAM)
    assert (exam["attemptState"], exam["attemptId"]) == ("submitted", sitting.attempt_id)
    record = sitting.started.deadline
    assert exam["submittedAt"] == record.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert record - sitting.started.started_at == timedelta(hours=1)


async def _forget(data: Path, clock: ManualClock) -> None:
    """The job of the platform, run by hand on its data."""
    context = create_context(PlatformSettings(data=data, demo=True), clock)
    try:
        await forget_old_evidence(context)
    finally:
        await context.database.close()


def _line(platform: ClockedPlatform, student_id: str) -> dict[str, Any]:
    lines = platform.client("kamala").get(routes.ATTEMPTS.format(id=OPEN_EXAM)).json()["items"]
    return next(line for line in lines if line["studentId"] == student_id)


def test_the_teacher_is_told_what_a_computer_can_guarantee(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("nimali")).start()
    student_id = sitting.started.student_id
    opened: dict[str, object] = {"deviceId": "d", "paperSha256": "0" * 64, "assurance": "none"}
    sitting.send(sitting.make(EntryKind.OPENED, opened))  # an older client says nothing of its computer
    assert _line(clocked_platform, student_id)["computer"] is None
    rows = [{"name": "on_top", "certainty": "not_here", "why": "wayland"}, {"name": "new", "certainty": "perhaps"}]
    computer = {"system": "linux", "capabilities": rows, "unknown": 1}
    sitting.send(sitting.make(EntryKind.OPENED, opened | {"computer": computer}))
    told = _line(clocked_platform, student_id)["computer"]
    assert told["system"] == "linux"
    assert [row["name"] for row in told["capabilities"]] == ["on_top", "new"]
    for broken in ("text", {"system": ["x"]}, {"capabilities": [{"name": "n" * 500, "certainty": ""}]}):
        sitting.send(sitting.make(EntryKind.OPENED, opened | {"computer": broken}))  # kept, and nothing made of it
    assert _line(clocked_platform, student_id)["computer"] == told


def test_a_teacher_arranges_something_for_one_student(clocked_platform: ClockedPlatform) -> None:
    platform = clocked_platform
    teacher, student = platform.client("kamala"), platform.client("nimali")
    sitting = Sitting(student)
    prepared = student.get(routes.PREPARATION.format(id=OPEN_EXAM)).json()
    assert prepared["policy"]["exceptions"] == []
    student_id = student.get(routes.ME).json()["id"]
    path = routes.EXCEPTIONS.format(id=OPEN_EXAM, student_id=student_id)
    wanted = {
        "kinds": ["looking_away", "second_display"],
        "challengeExempt": True,
        "note": "Reads from a screen reader",
    }
    line = teacher.put(path, json=wanted).json()
    assert (line["studentId"], line["attemptId"]) == (student_id, None)
    prepared = student.get(routes.PREPARATION.format(id=OPEN_EXAM)).json()
    assert set(prepared["policy"]["exceptions"]) == {"looking_away", "second_display"}
    assert prepared["policy"]["challengeExempt"] is True
    assert prepared["exceptions"]["note"] == "Reads from a screen reader"
    classmate = platform.client("nathan").get(routes.PREPARATION.format(id=OPEN_EXAM)).json()
    assert classmate["policy"]["exceptions"] == []

    sitting.start()
    assert set(sitting.started.policy.exceptions) == {IntegrityKind.LOOKING_AWAY, IntegrityKind.SECOND_DISPLAY}
    assert set(_line(platform, student_id)["exceptions"]["kinds"]) == {"looking_away", "second_display"}
    held = sitting.send(sitting.answer("physics-06", "2.0"))["exceptions"]
    assert held["challengeExempt"] is True
    assert teacher.put(path, json={}).status_code == 200  # taken back, in mid-exam
    held = sitting.send(sitting.answer("physics-07", "9.8"))["exceptions"]
    assert (held["kinds"], held["challengeExempt"]) == ([], False)
    assert _line(platform, student_id)["exceptions"] is None


def test_only_who_teaches_the_class_arranges_and_only_for_who_sits(clocked_platform: ClockedPlatform) -> None:
    platform = clocked_platform
    student_id = platform.client("nimali").get(routes.ME).json()["id"]
    teacher_id = platform.client("kamala").get(routes.ME).json()["id"]
    path = routes.EXCEPTIONS.format(id=OPEN_EXAM, student_id=student_id)
    assert platform.client("nimali").put(path, json={"cameraOnly": True}).status_code in (403, 404)
    strange = routes.EXCEPTIONS.format(id=OPEN_EXAM, student_id=teacher_id)
    assert code_of(platform.client("kamala").put(strange, json={"cameraOnly": True})) == (404, "not_found")
    for broken in ({"kinds": ["made_up"]}, {"note": "n" * 501}):
        assert code_of(platform.client("kamala").put(path, json=broken)) == (422, "validation")
    assert platform.client("kamala").put(path, json={"cameraOnly": True}).status_code == 200
    prepared = platform.client("nimali").get(routes.PREPARATION.format(id=OPEN_EXAM)).json()
    assert prepared["policy"]["allowCameraOnly"] is True


def test_a_picture_says_until_when_it_is_kept_and_that_it_is_gone(
    clocked_platform: ClockedPlatform, tmp_path: Path
) -> None:
    platform = clocked_platform
    sitting = Sitting(platform.client("nimali")).start()
    key = sitting.started.evidence_key
    assert key is not None
    sealed = seal_evidence(JPEG, {"kind": "no_face"}, key)
    digest = hashlib.sha256(sealed).hexdigest()
    event = IntegrityEvent(id="e1", kind=IntegrityKind.NO_FACE, started_ms=1, ended_ms=2, evidence=(digest,))
    sitting.send(sitting.make(EntryKind.INTEGRITY, event.to_wire()))
    assert sitting.client.put(sitting.path(routes.EVIDENCE, sha256=digest), content=sealed).status_code == 200
    (flag,) = sitting.client.get(sitting.path(routes.INTEGRITY)).json()["items"]
    days = sitting.started.policy.retention_days
    until = platform.clock.utc_now() + timedelta(days=days)
    assert flag["evidenceUntil"][digest][:10] == until.strftime("%Y-%m-%d")
    assert flag["evidenceDeleted"] == []
    platform.clock.advance(days * 24 * 3600 + 3600)
    asyncio.run(_forget(tmp_path / "clocked-data", platform.clock))
    student = platform.client("nimali")
    (flag,) = student.get(sitting.path(routes.INTEGRITY)).json()["items"]
    assert (flag["evidenceHeld"], flag["evidenceUntil"], flag["evidenceDeleted"]) == ([], {}, [digest])
    path = sitting.path(routes.EVIDENCE, sha256=digest)
    assert student.get(path).status_code == 404
    again = student.put(path, content=sealed)  # a computer that was off for a month lets go of its copy
    assert again.json()["complete"] is True
    assert student.get(path).status_code == 404
