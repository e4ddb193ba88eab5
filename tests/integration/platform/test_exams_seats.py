"""One seat: who asks, who decides, and what becomes of what a device wrote that no longer had it."""

import asyncio
import random
import secrets
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import Head, JournalEntry
from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.domain.emergency import open_emergency, seal_emergency
from learnup_desktop.domain.journal import genesis_head, head_of, make_entry
from tests.integration.platform.exam_sitting import OPEN_EXAM, Sitting, code_of
from tests.platform_fixture import ClockedPlatform, RunningPlatform

pytestmark = pytest.mark.integration

QUESTIONS = [f"physics-{number:02}" for number in range(6, 13)]


def _ask(sitting: Sitting, device_id: str, client: httpx.Client | None = None) -> dict[str, Any]:
    body = {"deviceId": device_id, "deviceName": device_id.upper()}
    answer = (client or sitting.client).post(sitting.path(routes.TAKEOVER), json=body)
    assert answer.status_code == 200, answer.text
    wire: dict[str, Any] = answer.json()
    return wire


def _line(teacher: httpx.Client, sitting: Sitting) -> dict[str, Any]:
    lines = teacher.get(routes.ATTEMPTS.format(id=OPEN_EXAM)).json()["items"]
    found: dict[str, Any] = next(line for line in lines if line["attemptId"] == sitting.attempt_id)
    return found


def _aside(client: httpx.Client, sitting: Sitting) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(sitting.path(routes.SET_ASIDE)).raise_for_status().json()["items"]
    return items


def _branch(sitting: Sitting, base: Head, *entries: JournalEntry, source: str = "lost_seat") -> httpx.Response:
    body = {
        "deviceId": sitting.device_id,
        "source": source,
        "base": base.to_wire(),
        "entries": [entry.to_wire() for entry in entries],
    }
    return sitting.client.post(sitting.path(routes.BRANCHES), json=body)


def test_the_teacher_decides_while_the_first_device_is_heard_from(clocked_platform: ClockedPlatform) -> None:
    first = Sitting(clocked_platform.client("nimali", "device-a"), device_id="device-a").start()
    teacher = clocked_platform.client("kamala")
    second = Sitting(clocked_platform.client("nimali", "device-b"), device_id="device-b")
    assert _ask(first, "device-a")["granted"]
    waiting = _ask(first, "device-b")
    assert (waiting["granted"], waiting["refused"], waiting["heldBy"]) == (False, False, "Hall 3")
    assert _line(teacher, first)["seatAskedBy"] == "DEVICE-B"

    no = teacher.post(first.path(routes.TAKEOVER_DECISION), json={"allow": False, "reason": "stay there"})
    assert no.json()["seatAskedBy"] is None
    assert _ask(first, "device-b")["refused"]
    first.send(first.answer("physics-06", "1"))

    yes = teacher.post(first.path(routes.TAKEOVER_DECISION), json={"allow": True})
    assert yes.json()["deviceName"] == "DEVICE-B"
    assert _ask(first, "device-b")["granted"]
    second.start()
    assert second.head == first.head
    assert code_of(first.post(first.answer("physics-06", "2"))) == (409, "attempt.lease_lost")
    nobody = teacher.post(first.path(routes.TAKEOVER_DECISION), json={"allow": True})
    assert code_of(nobody) == (409, "attempt.lease_lost")


def test_silence_gives_the_seat_and_it_can_be_taken_back(clocked_platform: ClockedPlatform) -> None:
    first = Sitting(clocked_platform.client("nimali", "device-a"), device_id="device-a").start()
    clocked_platform.clock.advance(61)
    assert _ask(first, "device-b")["granted"]
    assert not _ask(first, "device-a")["granted"]
    clocked_platform.clock.advance(61)
    assert _ask(first, "device-a")["granted"]
    again = Sitting(first.client, device_id="device-a").start()
    again.send(again.answer("physics-06", "back"))


def test_of_many_devices_exactly_one_gets_the_seat(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("nimali")).start()
    headers = {"Authorization": sitting.client.headers["Authorization"]}

    async def race(devices: list[str]) -> list[bool]:
        async with httpx.AsyncClient(base_url=clocked_platform.url, headers=headers, timeout=20) as client:
            path = sitting.path(routes.TAKEOVER)
            answers = await asyncio.gather(*(client.post(path, json={"deviceId": device}) for device in devices))
            return [bool(answer.json()["granted"]) for answer in answers]

    for turn in range(5):
        clocked_platform.clock.advance(61)
        assert Counter(asyncio.run(race([f"device-{turn}-{number}" for number in range(6)]))) == {True: 1, False: 5}


def test_a_branch_is_kept_once_and_must_hold(clocked_platform: ClockedPlatform) -> None:
    first = Sitting(clocked_platform.client("nimali", "device-a"), device_id="device-a").start()
    first.send(first.answer("physics-06", "both know this"))
    shared = first.head
    lost = [first.answer("physics-06", "offline"), first.answer("physics-07", "only here")]
    clocked_platform.clock.advance(61)
    second = Sitting(clocked_platform.client("nimali", "device-b"), device_id="device-b")
    assert _ask(first, "device-b")["granted"]
    second.start()
    second.send(second.answer("physics-06", "online"))
    for _ in range(5):
        answer = _branch(first, shared, *lost)
        assert answer.status_code == 200, answer.text
        assert answer.json()["head"] == head_of(lost[-1]).to_wire()
    teacher = clocked_platform.client("kamala")
    assert _line(teacher, first)["setAside"] == 1
    found = {item["questionId"]: item for item in _aside(teacher, first)}
    assert found["physics-06"]["answer"]["text"] == "offline"
    assert found["physics-06"]["standing"]["answer"]["text"] == "online"
    assert found["physics-07"]["answer"]["text"] == "only here"
    assert found["physics-07"]["standing"] is None
    assert {item["reason"] for item in found.values()} == {"lost_seat"}
    # What begins nowhere, or does not follow, is refused: it is not this attempt's.
    assert code_of(_branch(first, Head(seq=7, hash="0" * 64), *lost)) == (409, "attempt.chain_broken")
    assert code_of(_branch(first, shared, lost[1])) == (409, "attempt.chain_broken")
    stranger = clocked_platform.client("vidura")
    assert stranger.post(first.path(routes.BRANCHES), json={}).status_code in (404, 422)
    assert stranger.get(first.path(routes.SET_ASIDE)).status_code == 404


def _file(sitting: Sitting, entries: list[JournalEntry]) -> dict[str, str]:
    key = sitting.started.emergency_key
    assert key is not None
    sealed = seal_emergency(sitting.attempt_id, sitting.device_id, entries, key, secrets.token_bytes(12))
    return {"file": base64url_encode(sealed)}


def test_an_emergency_file_is_merged_whoever_brings_it_and_however_often(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("nimali")).start()
    sitting.send(sitting.answer("physics-06", "sent"))
    written = [sitting.answer("physics-07", str(number)) for number in range(3)]
    file = _file(sitting, sitting.entries)
    teacher = clocked_platform.client("kamala")
    merged = teacher.post(routes.EMERGENCY, json=file).raise_for_status().json()
    assert (merged["appended"], merged["known"], merged["setAside"]) == (3, 1, 0)
    for client in (teacher, sitting.client, teacher):
        again = client.post(routes.EMERGENCY, json=file).raise_for_status().json()
        assert (again["appended"], again["known"], again["setAside"]) == (0, 4, 0)
    assert sitting.record()["head"] == head_of(written[-1]).to_wire()
    assert sitting.counting()["physics-07"]["text"] == "2"

    sitting.submit().raise_for_status()
    late = [*sitting.entries, sitting.answer("physics-07", "after the end")]
    for _ in range(3):
        aside = sitting.client.post(routes.EMERGENCY, json=_file(sitting, late)).raise_for_status().json()
        assert (aside["appended"], aside["setAside"]) == (0, 1)
    assert [item["answer"]["text"] for item in _aside(teacher, sitting)] == ["after the end"]
    assert code_of(clocked_platform.client("vidura").post(routes.EMERGENCY, json=file)) == (404, "not_found")
    assert code_of(teacher.post(routes.EMERGENCY, json={"file": "AAAA"})) == (422, "validation")


def test_a_forged_emergency_file_is_refused(platform: RunningPlatform) -> None:
    sitting = Sitting(platform.client("kasun")).start()
    entry = sitting.answer("physics-06", "mine")
    file = _file(sitting, [entry])
    changed = file["file"][:-4] + ("AAAA" if not file["file"].endswith("AAAA") else "BBBB")
    assert code_of(sitting.client.post(routes.EMERGENCY, json={"file": changed})) == (422, "validation")
    forged = entry.model_copy(update={"body": {"questionId": "physics-06", "answer": {"type": "text", "text": "x"}}})
    assert code_of(sitting.client.post(routes.EMERGENCY, json=_file(sitting, [forged]))) == (
        409,
        "attempt.chain_broken",
    )
    with pytest.raises(Exception, match="emergency"):
        open_emergency(b"LUE1", bytes(32))


@dataclass
class _Case:
    """One student whose attempt runs into trouble: what was written last into the chain, and what beside it."""

    sitting: Sitting
    chain: dict[str, str] = field(default_factory=dict)
    beside: set[tuple[str, str]] = field(default_factory=set)
    marks: dict[str, Any] = field(default_factory=dict)

    def write(self, chance: random.Random, count: int, *, beside: bool = False) -> list[JournalEntry]:
        """So many answers, not sent; of several to a question the last is what was meant."""
        last: dict[str, str] = {}
        entries = []
        for _ in range(count):
            question, text = chance.choice(QUESTIONS), f"{chance.random():.6f}"
            entries.append(self.sitting.answer(question, text))
            last[question] = text
        if beside:
            self.beside |= set(last.items())
        else:
            self.chain |= last
        return entries

    def written(self) -> set[tuple[str, str]]:
        """Everything that must be somewhere."""
        return set(self.chain.items()) | self.beside


PEOPLE = ("nimali", "vidura", "hiruni", "kasun", "priya", "ayesha", "sahan", "rebecca")
SOME = PEOPLE[:3]


@pytest.mark.parametrize("trouble", ["none", "graded", "withdrawn", "cancelled", "closed"])
def test_conflicts_discard_nothing(clocked_platform: ClockedPlatform, trouble: str, long: bool) -> None:
    """Five rounds of attempts, each losing its seat and its end: 30 conflicts (``bench conflicts``: 80), none silent.

    What else goes wrong in a round: the attempts are marked meanwhile, with another account signed in on the computer
    that has the answers; a question is withdrawn; the exam is cancelled; time closes the attempts, and they are marked
    before the rest arrives.
    """
    chance = random.Random(trouble)
    teacher = clocked_platform.client("kamala")
    cases = []
    for username in PEOPLE if long else SOME:
        first = Sitting(clocked_platform.client(username, "device-a"), device_id="device-a").start()
        case = _Case(first)
        first.send(*case.write(chance, 5))
        cases.append((username, case))
    clocked_platform.clock.advance(61)
    for username, case in cases:
        _lose_the_seat(clocked_platform, username, case, chance)
    _change_the_exam(clocked_platform, teacher, trouble)
    if trouble == "closed":
        clocked_platform.clock.advance(3 * 3600)
        teacher = clocked_platform.client("kamala")
        for username, case in cases:
            case.sitting.client = clocked_platform.client(username, "device-b")
    stranger = clocked_platform.client("abinaya")
    for _, case in cases:
        if trouble in ("graded", "closed"):
            _mark_before_the_end(teacher, stranger, case, chance, submit=trouble == "graded")
        else:
            _end(case, chance)
    listed = _aside_of_exam(teacher)
    for _, case in cases:
        kept = {(key, str(answer["text"])) for key, answer in case.sitting.counting().items()}
        aside = _aside(teacher, case.sitting)
        assert listed[case.sitting.attempt_id] == aside
        kept |= {(item["questionId"], str(item["answer"]["text"])) for item in aside}
        missing = case.written() - kept
        assert not missing, f"{trouble}: {missing} was dropped without a word"
        if case.marks:
            now = teacher.get(case.sitting.path(routes.MARKS)).json()
            assert now == case.marks, "a mark changed by itself"


def _change_the_exam(platform: ClockedPlatform, teacher: httpx.Client, trouble: str) -> None:
    if trouble == "withdrawn":
        withdrawn = routes.WITHDRAW_QUESTION.format(id=OPEN_EXAM, question_id="physics-06")
        assert teacher.post(withdrawn, json={"reason": "a misprint"}).json()["withdrawn"] == ["physics-06"]
    elif trouble == "cancelled":
        cancelled = teacher.post(routes.CANCEL_EXAM.format(id=OPEN_EXAM), json={"reason": "fire alarm"}).json()
        assert cancelled["cancelled"]
        assert Sitting(platform.client("abinaya")).request_start().status_code in (404, 409)


def _mark_before_the_end(
    teacher: httpx.Client, stranger: httpx.Client, case: _Case, chance: random.Random, *, submit: bool
) -> None:
    """A teacher marks everything; then there is still something on a computer where somebody else has signed in."""
    sitting = case.sitting
    if submit:
        sitting.submit().raise_for_status()
    asked = teacher.get(sitting.path(routes.MARKS)).json()["parts"]
    given = [
        {"questionId": part["questionId"], "part": part["part"], "marks": str(chance.randrange(part["maximum"] + 1))}
        for part in asked
    ]
    case.marks = teacher.put(sitting.path(routes.MARKS), json={"marks": given}).raise_for_status().json()
    assert case.marks["complete"]
    base = sitting.head
    after = case.write(chance, chance.randrange(1, 4), beside=True)
    file = _file(sitting, after)
    for refused in (
        stranger.post(sitting.path(routes.LOG), json=sitting.log_body(*after)),
        stranger.post(routes.EMERGENCY, json=file),
    ):
        assert code_of(refused) == (404, "not_found")
    if chance.random() < 0.5:
        sitting.client.post(routes.EMERGENCY, json=file).raise_for_status()
    elif submit:
        assert _branch(sitting, base, *after, source="after_end").status_code == 200
    else:
        sitting.send(*after)


def _aside_of_exam(teacher: httpx.Client) -> dict[str, Any]:
    """What a teacher sees of the whole exam, by attempt."""
    lines = teacher.get(routes.SET_ASIDE_OF_EXAM.format(id=OPEN_EXAM)).raise_for_status().json()["items"]
    return {line["attemptId"]: line["items"] for line in lines}


def _lose_the_seat(platform: ClockedPlatform, username: str, case: _Case, chance: random.Random) -> None:
    """The first device goes on offline, a second one takes the seat and writes too, the first sends what it has."""
    first, shared = case.sitting, case.sitting.head
    lost = case.write(chance, chance.randrange(1, 5), beside=True)
    second = Sitting(platform.client(username, "device-b"), device_id="device-b")
    assert _ask(first, "device-b", second.client)["granted"]
    second.start()
    case.sitting = second
    second.send(*case.write(chance, 3))
    assert _branch(first, shared, *lost).status_code == 200


def _end(case: _Case, chance: random.Random) -> None:
    """Handed in, and afterwards there is still something somewhere."""
    sitting = case.sitting
    sitting.submit().raise_for_status()
    base = sitting.head
    after = case.write(chance, chance.randrange(1, 4), beside=True)
    if chance.random() < 0.5:
        assert code_of(sitting.post(*after)) == (409, "attempt.submitted")
        assert _branch(sitting, base, *after, source="after_end").status_code == 200
    else:
        sitting.client.post(routes.EMERGENCY, json=_file(sitting, after)).raise_for_status()


def test_a_chain_of_branches_may_go_on(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("nimali")).start()
    base = genesis_head(sitting.attempt_id)
    for number in range(3):
        entry = make_entry(base, sitting.answer("physics-06", "x").kind, number, {"questionId": "q", "answer": {}})
        assert _branch(sitting, base, entry).status_code == 200
        base = head_of(entry)
