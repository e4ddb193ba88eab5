"""A whole sitting over HTTP: paper, key, journal, receipt; and time, which is the platform's alone."""

import base64
import hashlib
from datetime import datetime, timedelta
from typing import Any

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import AttemptRecord, EntryKind, Receipt
from learnup_desktop.domain.journal import verify_chain
from learnup_desktop.domain.receipt import receipt_code
from learnup_desktop.domain.sealed_paper import open_paper, read_header
from learnup_platform.signing import receipt_holds
from tests.integration.platform.exam_sitting import ANSWERS, OPEN_EXAM, TOMORROWS_EXAM, Sitting, code_of
from tests.platform_fixture import ClockedPlatform, RunningPlatform


def test_paper_comes_in_parts_and_says_nothing_without_the_key(platform: RunningPlatform) -> None:
    client = platform.client("nimali")
    listed = {exam["id"]: exam for exam in client.get(routes.EXAMS).json()["items"]}
    assert {OPEN_EXAM, TOMORROWS_EXAM} <= listed.keys()
    exam = client.get(routes.EXAM.format(id=OPEN_EXAM)).json()
    assert exam == listed[OPEN_EXAM]
    assert (exam["questionCount"], exam["totalMarks"], exam["attemptState"]) == (12, 40, "not_started")
    path = routes.PAPER.format(id=OPEN_EXAM)
    whole = client.get(path)
    digest = hashlib.sha256(whole.content)
    assert whole.status_code == 200
    assert (digest.hexdigest(), len(whole.content)) == (exam["paperSha256"], exam["paperBytes"])
    assert whole.headers["accept-ranges"] == "bytes"
    assert whole.headers["repr-digest"] == f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    tag = whole.headers["etag"]
    first = client.get(path, headers={"Range": "bytes=0-999"})
    rest = client.get(path, headers={"Range": "bytes=1000-", "If-Range": tag})
    assert (first.status_code, rest.status_code) == (206, 206)
    assert rest.headers["content-range"] == f"bytes 1000-{len(whole.content) - 1}/{len(whole.content)}"
    assert first.content + rest.content == whole.content
    assert client.get(path, headers={"Range": "bytes=1000-", "If-Range": '"another"'}).status_code == 200
    assert client.get(path, headers={"Range": f"bytes={len(whole.content)}-"}).status_code == 416
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert read_header(whole.content).exam_id == OPEN_EXAM
    assert b"ammeter" not in whole.content


def test_a_sitting_from_paper_to_receipt(clocked_platform: ClockedPlatform) -> None:
    client = clocked_platform.client("nimali")
    sitting = Sitting(client).start(assurance="camera_only")
    sealed = client.get(routes.PAPER.format(id=OPEN_EXAM)).content
    paper, images = open_paper(sealed, sitting.started.content_key)
    assert [question.id for question in paper.questions] == list(ANSWERS)
    assert images["battery-circuit.svg"].startswith(b"<svg")
    assert sitting.started.policy.identity_threshold == 0.38
    assert sitting.started.deadline - sitting.started.started_at == timedelta(hours=1)

    opened: dict[str, object] = {"deviceId": "test-device", "paperSha256": hashlib.sha256(sealed).hexdigest()}
    opened["assurance"] = "camera_only"
    sitting.send(sitting.make(EntryKind.OPENED, opened))
    for question_id, answer in ANSWERS.items():
        clocked_platform.clock.advance(20)
        draft = sitting.answer(question_id, {"type": answer["type"], **_draft(answer)})
        taken = sitting.send(draft, sitting.answer(question_id, answer))
        assert taken["head"] == sitting.head.to_wire()
        assert taken["late"] == []
    assert sitting.counting() == ANSWERS

    receipts = [sitting.submit() for _ in range(5)]
    assert {answer.status_code for answer in receipts} == {200}
    assert len({answer.content for answer in receipts}) == 1
    receipt = Receipt.model_validate(receipts[0].json())
    known = client.get(routes.WELL_KNOWN).json()
    public_key = base64.urlsafe_b64decode(known["signingKey"] + "=")
    assert receipt_holds(receipt, public_key)
    assert (receipt.answered, receipt.question_count, receipt.head) == (12, 12, sitting.head)
    assert receipt.code == receipt_code(sitting.attempt_id, sitting.head)

    record = sitting.record(clocked_platform.client("kamala"))
    assert record["receipt"] == receipts[0].json()
    assert (record["state"], record["assurance"], record["studentName"]) == (
        "submitted",
        "camera_only",
        "Nimali Perera",
    )
    held = client.get(sitting.path(routes.LOG)).json()["items"]
    assert held == [entry.to_wire() for entry in sitting.entries]
    verify_chain(sitting.attempt_id, sitting.entries, receipt.head)

    assert sitting.post(*sitting.entries[-3:]).status_code == 200
    assert code_of(sitting.post(sitting.answer("physics-06", "3.0"))) == (409, "attempt.submitted")
    assert code_of(sitting.submit()) == (409, "attempt.submitted")
    assert code_of(sitting.request_start()) == (409, "attempt.submitted")
    exam = client.get(routes.EXAM.format(id=OPEN_EXAM)).json()
    assert (exam["attemptState"], exam["attemptId"]) == ("submitted", sitting.attempt_id)
    assert exam["submittedAt"] == receipts[0].json()["submittedAt"]


def _draft(answer: dict[str, object]) -> dict[str, object]:
    """An earlier, other answer of the same kind."""
    return {"choices": []} if answer["type"] == "choices" else {"text": "I think that"}


def test_the_key_stays_on_the_platform_until_the_exam_opens(clocked_platform: ClockedPlatform) -> None:
    client = clocked_platform.client("nimali")
    exam = client.get(routes.EXAM.format(id=TOMORROWS_EXAM)).json()
    early = Sitting(client, TOMORROWS_EXAM).request_start()
    assert code_of(early) == (409, "exam.not_open")
    assert early.json()["details"] == {"opensAt": exam["opensAt"]}
    assert "contentKey" not in early.text
    _go_to(clocked_platform, exam["opensAt"], -1)
    sitting = Sitting(clocked_platform.client("nimali"), TOMORROWS_EXAM)
    assert code_of(sitting.request_start()) == (409, "exam.not_open")
    clocked_platform.clock.advance(1)
    sitting.start()
    # Ninety minutes, but the window ends first for those who come late.
    _go_to(clocked_platform, exam["closesAt"], -60)
    late = Sitting(clocked_platform.client("ashan"), TOMORROWS_EXAM).start()
    assert late.started.deadline - late.started.started_at == timedelta(seconds=60)
    clocked_platform.clock.advance(60)
    refused = Sitting(clocked_platform.client("shalini"), TOMORROWS_EXAM).request_start()
    assert code_of(refused) == (409, "exam.closed")


def _go_to(platform: ClockedPlatform, moment: str, seconds: float) -> None:
    platform.clock.advance((datetime.fromisoformat(moment) - platform.clock.utc_now()).total_seconds() + seconds)


def test_lateness_is_judged_by_the_platforms_clock(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("ashan")).start()
    sitting.send(sitting.answer("physics-06", "in time"), sitting.answer("physics-07", "first"))
    clocked_platform.clock.advance(3600 + 4.9)
    client = sitting.client = clocked_platform.client("ashan")
    assert sitting.send(sitting.answer("physics-07", "in the grace"))["late"] == []
    clocked_platform.clock.advance(0.2)
    # Whatever time the entry itself claims (the helper claims 2023).
    late = sitting.send(sitting.answer("physics-06", "too late"), sitting.answer("physics-08", "too late"))
    assert late["late"] == [4, 5]
    assert late["head"] == sitting.head.to_wire()
    assert sitting.counting() == {
        "physics-06": {"type": "text", "text": "in time"},
        "physics-07": {"type": "text", "text": "in the grace"},
    }
    record = sitting.record()
    assert (record["state"], record["late"], record["receipt"]) == ("submitted", [4, 5], None)
    exam = client.get(routes.EXAM.format(id=OPEN_EXAM)).json()
    assert (exam["attemptState"], exam["submittedAt"]) == ("submitted", record["deadline"])
    # The student's computer comes back after the end: it may go on, hand over what it has, and gets its receipt.
    again = Sitting(client).start()
    assert again.started.state == "open"
    assert again.head == sitting.head
    receipt = sitting.submit()
    assert receipt.status_code == 200
    assert receipt.json()["answered"] == 2


def test_more_time_lets_what_came_late_count(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("ashan")).start()
    clocked_platform.clock.advance(3600 + 30)
    sitting.client = clocked_platform.client("ashan")
    teacher = clocked_platform.client("kamala")
    assert sitting.send(sitting.answer("physics-06", "2.0"))["late"] == [1]
    assert sitting.counting() == {}
    extended = teacher.post(sitting.path(routes.EXTEND), json={"seconds": 300, "reason": "power cut"}).json()
    assert extended["state"] == "open"
    assert sitting.counting() == {"physics-06": {"type": "text", "text": "2.0"}}
    answer = sitting.send(sitting.answer("physics-07", "9.77"))
    assert (answer["late"], answer["deadline"]) == ([], extended["deadline"])
    clocked_platform.clock.advance(306)
    assert sitting.send(sitting.answer("physics-08", "120"))["late"] == [3]


def test_a_pause_gives_its_time_back(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("ashan")).start()
    teacher = clocked_platform.client("kamala")
    begun = sitting.started.deadline
    clocked_platform.clock.advance(600)
    for _ in range(2):
        paused = teacher.post(sitting.path(routes.PAUSE), json={}).json()
        assert paused["state"] == "paused"
    clocked_platform.clock.advance(1200)
    assert sitting.send()["state"] == "paused"
    for _ in range(2):
        resumed = teacher.post(sitting.path(routes.RESUME), json={"reason": "fire drill"}).json()
        assert resumed["state"] == "open"
    answer = sitting.send(sitting.answer("physics-06", "2.0"))
    assert answer["deadline"] == resumed["deadline"]
    record = sitting.record()
    assert record["deadline"] == resumed["deadline"]
    assert AttemptRecord.model_validate(record).deadline - begun == timedelta(seconds=1200)


def test_what_does_not_fit_is_kept_and_does_not_count(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("ashan")).start()
    good = sitting.answer("physics-01", {"type": "choices", "choices": ["a"]})
    odd: list[tuple[str, Any]] = [
        ("physics-01", {"type": "choices", "choices": ["a", "b"]}),
        ("physics-01", {"type": "choices", "choices": ["e"]}),
        ("physics-01", {"type": "text", "text": "a"}),
        ("physics-10", {"type": "text", "text": "x" * 81}),
        ("chemistry-01", {"type": "text", "text": "x"}),
        ("physics-06", {"type": "drawing"}),
    ]
    entries = [good, *(sitting.answer(question_id, answer) for question_id, answer in odd)]
    entries.append(sitting.make(EntryKind.ANSWER, {}))
    entries.append(sitting.make(EntryKind.INTEGRITY, {"kind": "no such kind"}))
    assert sitting.send(*entries)["head"] == sitting.head.to_wire()
    assert sitting.counting() == {"physics-01": {"type": "choices", "choices": ["a"]}}
    assert len(sitting.client.get(sitting.path(routes.LOG)).json()["items"]) == len(entries)
    assert sitting.submit().json()["answered"] == 1
