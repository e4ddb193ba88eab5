"""The chain on the platform: in order, once, never changed; and two who write at once."""

import asyncio
import json
import socket
from collections import Counter
from pathlib import Path
from typing import Any

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import EntryKind, JournalEntry
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind
from learnup_desktop.domain.journal import genesis_head, head_of, make_entry
from tests.integration.platform.exam_sitting import Sitting, code_of
from tests.platform_fixture import ClockedPlatform, RunningPlatform


def test_repeats_are_skipped_and_differences_refused(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("imran")).start()
    first, second, third = (sitting.answer("physics-06", str(number)) for number in range(3))
    for _ in range(5):
        assert sitting.send(first, second)["head"] == head_of(second).to_wire()
    assert sitting.send(second, third)["head"] == head_of(third).to_wire()
    other = make_entry(head_of(first), EntryKind.ANSWER, second.at_ms, {"questionId": "physics-06"})
    refused = sitting.post(other)
    assert code_of(refused) == (409, "attempt.chain_broken")
    assert refused.json()["details"] == {"seq": 2, "head": head_of(third).to_wire()}
    # The same hash over another body is a difference too.
    forged = second.model_copy(update={"body": {"questionId": "physics-07"}})
    assert code_of(sitting.post(forged)) == (409, "attempt.chain_broken")
    assert len(sitting.client.get(sitting.path(routes.LOG)).json()["items"]) == 3


def test_a_gap_says_where_to_go_on(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("dinuka")).start()
    first, second, third = (sitting.answer("physics-06", str(number)) for number in range(3))
    sitting.send(first)
    refused = sitting.post(third)
    assert code_of(refused) == (409, "attempt.chain_gap")
    assert refused.json()["details"] == {"head": head_of(first).to_wire()}
    assert code_of(sitting.submit()) == (409, "attempt.chain_gap")
    assert sitting.send(second, third)["head"] == sitting.head.to_wire()
    assert code_of(sitting.submit(head_of(second))) == (409, "attempt.chain_broken")


def _broken_batches(attempt_id: str) -> dict[str, list[dict[str, Any]]]:
    head = genesis_head(attempt_id)
    first = make_entry(head, EntryKind.NAVIGATION, 0, {"questionId": "physics-01"})
    second = make_entry(head_of(first), EntryKind.NAVIGATION, 1, {"questionId": "physics-02"})

    def wire(entry: JournalEntry, **changes: object) -> dict[str, Any]:
        return entry.to_wire() | changes

    return {
        "changed body": [wire(first), wire(second, body={"questionId": "physics-03"})],
        "changed time": [wire(first), wire(second, atMs=7)],
        "changed kind": [wire(first), wire(second, kind="bookmark")],
        "other link": [wire(first), wire(second, prev="0" * 64)],
        "other genesis": [wire(make_entry(genesis_head("x"), EntryKind.NAVIGATION, 0, {}))],
        "out of order": [wire(second), wire(first)],
        "twice": [wire(first), wire(first)],
        "floating point": [wire(first, body={"questionId": 1.5})],
        "half a character": [wire(first, body={"questionId": "\ud800"})],
        "time beyond numbers": [wire(first, atMs=10**30)],
    }


@pytest.mark.parametrize("name", _broken_batches("a"))
def test_a_broken_batch_leaves_nothing_behind(platform: RunningPlatform, name: str) -> None:
    sitting = Sitting(platform.client("melissa")).start()
    entries = _broken_batches(sitting.attempt_id)[name]

    # ``json.dumps`` escapes a lone surrogate, which httpx cannot encode itself.
    body = json.dumps({"leaseToken": sitting.started.lease.token, "entries": entries})
    answer = sitting.client.post(sitting.path(routes.LOG), content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (409, 422), answer.text
    assert answer.json()["code"] in ("attempt.chain_broken", "attempt.chain_gap", "validation")
    assert sitting.record()["head"] == genesis_head(sitting.attempt_id).to_wire()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{",
        b'{"leaseToken": 1, "entries": "x"}',
        b'{"leaseToken": "x", "entries": [{"seq": 0}]}',
        b'{"leaseToken": "x", "entries": ' + b"[" * 20_000 + b"]" * 20_000 + b"}",
        b'{"leaseToken": "x", "entries": [{"seq": ' + b"9" * 5000 + b"}]}",
        b"\xff\xfe",
    ],
)
def test_malformed_bodies_are_refused_in_order(platform: RunningPlatform, body: bytes) -> None:
    sitting = Sitting(platform.client("melissa")).start()
    answer = sitting.client.post(sitting.path(routes.LOG), content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)


def test_a_null_character_is_kept_and_holds_nothing_up(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("thilini")).start()
    flag = IntegrityEvent(id="a\0b", kind=IntegrityKind.NO_FACE, started_ms=1).to_wire()
    sitting.send(sitting.make(EntryKind.INTEGRITY, flag), sitting.answer("physics-12", "a\0b"))
    assert sitting.counting() == {"physics-12": {"type": "text", "text": "a\0b"}}
    assert sitting.record()["integrityCounts"] == {}


def test_at_most_five_hundred_entries_at_once(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("kasun")).start()
    entries = [sitting.make(EntryKind.NAVIGATION, {"questionId": "physics-01"}) for _ in range(501)]
    assert code_of(sitting.post(*entries)) == (422, "validation")
    assert sitting.send(*entries[:500])["head"]["seq"] == 500
    assert sitting.send(entries[500])["head"]["seq"] == 501
    page = sitting.client.get(sitting.path(routes.LOG)).json()
    assert (len(page["items"]), page["nextCursor"]) == (500, "500")
    page = sitting.client.get(sitting.path(routes.LOG), params={"after": 500}).json()
    assert (len(page["items"]), page["nextCursor"]) == (1, None)


def test_a_lease_is_held_while_its_device_is_heard_from(clocked_platform: ClockedPlatform) -> None:
    first = Sitting(clocked_platform.client("nimali", "device-a"), device_id="device-a").start()
    second = Sitting(clocked_platform.client("nimali", "device-b"), device_id="device-b")
    clocked_platform.clock.advance(50)
    first.send(first.answer("physics-06", "1"))
    clocked_platform.clock.advance(59)
    refused = second.request_start()
    assert code_of(refused) == (409, "attempt.lease_held")
    assert refused.json()["details"]["deviceName"] == "Hall 3"
    lease = first.path(routes.LEASE)
    assert code_of(second.client.post(lease, json={"deviceId": "device-b"})) == (409, "attempt.lease_held")
    renewed = first.client.post(lease, json={"deviceId": "device-a", "token": first.started.lease.token})
    assert renewed.json()["token"] == first.started.lease.token
    clocked_platform.clock.advance(61)
    second.start()
    assert second.head == first.head
    assert code_of(first.post(first.answer("physics-06", "2"))) == (409, "attempt.lease_lost")
    assert code_of(first.submit(second.head)) == (409, "attempt.lease_lost")
    back = first.client.post(lease, json={"deviceId": "device-a", "token": first.started.lease.token})
    assert code_of(back) == (409, "attempt.lease_lost")
    second.send(second.answer("physics-06", "3"))
    assert second.counting() == {"physics-06": {"type": "text", "text": "3"}}


async def _at_once(
    platform: RunningPlatform, token: str, *requests: tuple[str, dict[str, Any]]
) -> list[httpx.Response]:
    headers = {"Authorization": token}
    async with httpx.AsyncClient(base_url=platform.url, headers=headers, timeout=20) as client:
        return list(await asyncio.gather(*(client.post(path, json=body) for path, body in requests)))


def _token(sitting: Sitting) -> str:
    return sitting.client.headers["Authorization"]


async def test_two_logs_at_once_have_one_winner(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("priya")).start()
    for _ in range(5):
        rivals = [make_entry(sitting.head, EntryKind.ANSWER, rival, {"questionId": "physics-06"}) for rival in range(4)]
        path = sitting.path(routes.LOG)
        answers = await _at_once(platform, _token(sitting), *((path, sitting.log_body(rival)) for rival in rivals))
        assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 3}
        assert {answer.json().get("code") for answer in answers if answer.status_code == 409} == {
            "attempt.chain_broken"
        }
        winner = next(rival for rival, answer in zip(rivals, answers, strict=True) if answer.status_code == 200)
        sitting.head = head_of(winner)
        assert sitting.record()["head"] == sitting.head.to_wire()


async def test_the_same_log_at_once_is_taken_once(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("ayesha")).start()
    entries = [sitting.answer("physics-06", str(number)) for number in range(20)]
    body = sitting.log_body(*entries)
    answers = await _at_once(platform, _token(sitting), *((sitting.path(routes.LOG), body),) * 6)
    assert {answer.status_code for answer in answers} == {200}
    assert {str(answer.json()["head"]) for answer in answers} == {str(sitting.head.to_wire())}
    submit = {"leaseToken": sitting.started.lease.token, "head": sitting.head.to_wire()}
    receipts = await _at_once(platform, _token(sitting), *((sitting.path(routes.SUBMIT), submit),) * 5)
    assert {answer.status_code for answer in receipts} == {200}
    assert len({answer.content for answer in receipts}) == 1


async def test_two_devices_that_begin_at_once_have_one_winner(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("sahan"))
    path = routes.ATTEMPTS.format(id=sitting.exam_id)
    bodies = [{"deviceId": f"device-{number}"} for number in range(5)]
    answers = await _at_once(platform, _token(sitting), *((path, body) for body in bodies))
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 4}
    assert {answer.json().get("code") for answer in answers if answer.status_code == 409} == {"attempt.lease_held"}


def test_takeovers_at_once_have_one_winner(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("nimali")).start()
    clocked_platform.clock.advance(61)
    running = RunningPlatform(Path(), url=clocked_platform.url)
    bodies = [{"deviceId": f"device-{number}"} for number in range(5)]
    requests = [(sitting.path(routes.LEASE), body) for body in bodies]
    answers = asyncio.run(_at_once(running, _token(sitting), *requests))
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 4}
    assert code_of(sitting.post(sitting.answer("physics-06", "x"))) == (409, "attempt.lease_lost")


def test_kept_answers_repeat_and_refuse_another_body(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("rebecca")).start()
    entry = sitting.answer("physics-06", "2")
    headers = {"Idempotency-Key": f"log-{sitting.attempt_id}"}
    answers = [sitting.post(entry, **headers) for _ in range(5)]
    assert len({answer.content for answer in answers}) == 1
    assert code_of(sitting.post(sitting.answer("physics-06", "3"), **headers)) == (409, "idempotency.mismatch")


def test_what_was_acknowledged_survives_a_kill_in_mid_answer(fresh_platform: RunningPlatform) -> None:
    sitting = Sitting(fresh_platform.client("nimali")).start()
    sitting.send(*(sitting.answer("physics-06", str(number)) for number in range(30)))
    held = sitting.head
    unsent = [sitting.answer("physics-12", "a long answer " * number) for number in range(20)]
    # A request that was cut off: half of its body arrives, then the platform dies.

    body = json.dumps(sitting.log_body(*unsent)).encode()
    head = (
        f"POST {sitting.path(routes.LOG)} HTTP/1.1\r\nHost: x\r\nAuthorization: {_token(sitting)}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", fresh_platform.port)) as line:
        line.sendall(head.encode() + body[: len(body) // 2])
        fresh_platform.kill()
    fresh_platform.start()
    sitting.client = fresh_platform.client("nimali")
    again = Sitting(sitting.client).start()
    assert again.started.lease.token == sitting.started.lease.token
    assert again.head == held
    assert sitting.send(*sitting.entries)["head"] == sitting.head.to_wire()
    assert sitting.submit().json()["head"] == sitting.head.to_wire()
