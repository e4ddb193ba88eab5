"""Who may see and do what to an attempt: everybody else gets 404, whether or not it exists."""

from collections.abc import Iterator

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import EntryKind
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind
from tests.integration.platform.exam_sitting import OPEN_EXAM, TOMORROWS_EXAM, Sitting, code_of
from tests.platform_fixture import RunningPlatform

SHA256 = "0" * 64
ROLES = {
    "own": "vidura",
    "classmate": "hiruni",
    "stranger": "abinaya",
    "teacher": "kamala",
    "other teacher": "tharshini",
    "admin": "admin",
}
EVERYBODY = frozenset(ROLES)
SEES = frozenset({"own", "teacher", "admin"})
TEACHES = frozenset({"teacher", "admin"})

# What is sent is refused for what it says (409, 422) by those who may, so that one attempt serves the whole matrix.
REQUESTS: list[tuple[str, str, dict[str, object] | None, frozenset[str]]] = [
    ("GET", routes.ATTEMPT, None, SEES),
    ("GET", routes.LOG, None, SEES),
    ("GET", routes.INTEGRITY, None, SEES),
    ("POST", routes.LEASE, {"deviceId": "another-device"}, frozenset({"own"})),
    ("POST", routes.LOG, {"leaseToken": "another", "entries": []}, frozenset({"own"})),
    ("POST", routes.SUBMIT, {"leaseToken": "another", "head": {"seq": 9, "hash": SHA256}}, frozenset({"own"})),
    ("POST", routes.TAKEOVER, {"deviceId": "test-device"}, frozenset({"own"})),
    ("POST", routes.TAKEOVER_DECISION, {"allow": True}, TEACHES),
    ("GET", routes.SET_ASIDE, None, SEES),
    ("POST", routes.EXTEND, {"seconds": 1}, TEACHES),
    ("POST", routes.WARN, {"message": "Please look up"}, TEACHES),
    ("POST", routes.PAUSE, {}, TEACHES),
    ("POST", routes.RESUME, {}, TEACHES),
]


@pytest.fixture(scope="module")
def people(platform: RunningPlatform) -> dict[str, httpx.Client]:
    """A client for each role."""
    return {role: platform.client(username) for role, username in ROLES.items()}


@pytest.fixture(scope="module")
def sitting(people: dict[str, httpx.Client]) -> Iterator[Sitting]:
    """The attempt that everybody tries to get at."""
    sitting = Sitting(people["own"]).start()
    event = IntegrityEvent(id="event-1", kind=IntegrityKind.NO_FACE, started_ms=1)
    sitting.send(sitting.answer("physics-06", "2.0"), sitting.make(EntryKind.INTEGRITY, event.to_wire()))
    yield sitting


@pytest.mark.parametrize("role", sorted(EVERYBODY))
@pytest.mark.parametrize(
    ("method", "template", "body", "allowed"), REQUESTS, ids=[f"{entry[0]} {entry[1]}" for entry in REQUESTS]
)
def test_attempts_are_for_those_they_concern(
    people: dict[str, httpx.Client],
    sitting: Sitting,
    method: str,
    template: str,
    body: dict[str, object] | None,
    allowed: frozenset[str],
    role: str,
) -> None:
    answer = people[role].request(method, sitting.path(template), json=body)
    missing = people[role].request(method, template.format(id="no-such-attempt"), json=body)
    assert code_of(missing) == (404, "not_found")
    if role in allowed:
        assert answer.status_code in (200, 409)
    else:
        assert code_of(answer) == (404, "not_found")
        assert answer.json()["details"] == {}


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_exams_are_for_their_class(people: dict[str, httpx.Client], sitting: Sitting, role: str) -> None:
    client = people[role]
    inside = role not in ("stranger", "other teacher")
    expected = 200 if inside else 404
    assert client.get(routes.EXAM.format(id=OPEN_EXAM)).status_code == expected
    assert client.get(routes.PAPER.format(id=OPEN_EXAM)).status_code == expected
    assert (OPEN_EXAM in client.get(routes.EXAMS).text) is inside
    overview = client.get(routes.ATTEMPTS.format(id=OPEN_EXAM))
    assert overview.status_code == (200 if role in TEACHES else 404)
    if role not in ("own", "classmate"):  # those really could begin
        start = client.post(routes.ATTEMPTS.format(id=OPEN_EXAM), json={"deviceId": "d"})
        assert code_of(start) == (404, "not_found")


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_flags_are_answered_by_the_student_and_judged_by_the_teacher(
    people: dict[str, httpx.Client], sitting: Sitting, role: str
) -> None:
    flag = people["own"].get(sitting.path(routes.INTEGRITY)).json()["items"][0]
    reply = people[role].post(routes.INTEGRITY_REPLY.format(id=flag["id"]), json={"text": "It was dark"})
    decision = people[role].post(routes.INTEGRITY_DECISION.format(id=flag["id"]), json={"decision": "ignored"})
    if role == "own":
        assert reply.status_code in (200, 409)
    else:
        assert code_of(reply) == (404, "not_found")
    if role in TEACHES:
        assert decision.status_code == 200
    else:
        assert code_of(decision) == (404, "not_found")


def test_nobody_without_a_token(platform: RunningPlatform, sitting: Sitting) -> None:
    nobody = platform.client()
    for method, template, body, _ in REQUESTS:
        assert code_of(nobody.request(method, sitting.path(template), json=body)) == (401, "auth.required")


def test_teachers_see_the_whole_roll(people: dict[str, httpx.Client], sitting: Sitting) -> None:
    lines = people["teacher"].get(routes.ATTEMPTS.format(id=OPEN_EXAM)).json()["items"]
    assert len(lines) == 20
    own = next(line for line in lines if line["attemptId"] == sitting.attempt_id)
    assert (own["studentName"], own["answered"], own["questionCount"]) == ("Vidura Amarasekara", 1, 12)
    assert own["integrityCounts"] == {"no_face": 1}
    assert own["head"]["seq"] == 2
    tomorrow = people["admin"].get(routes.ATTEMPTS.format(id=TOMORROWS_EXAM)).json()["items"]
    assert {line["state"] for line in tomorrow} == {"not_started"}
