"""From marks to what students are told, over HTTP; and what a teacher decides on answers that were set aside."""

from typing import Any

import httpx

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import EntryKind
from tests.integration.platform.exam_sitting import OPEN_EXAM, Sitting, code_of
from tests.integration.platform.test_exams_marking import PRACTICE, sat_practice
from tests.platform_fixture import ClockedPlatform

RESULTS = routes.RESULTS.format(id=PRACTICE)


def own_results(student: httpx.Client) -> dict[str, Any]:
    """What the ``results`` stream brings a student, by exam."""
    changes = student.get(routes.SYNC, params={"streams": "results"}).raise_for_status().json()["changes"]
    return {change["id"]: change["data"] for change in changes if not change["deleted"]}


def _line(teacher: httpx.Client, attempt_id: str) -> dict[str, Any]:
    lines = teacher.get(RESULTS).raise_for_status().json()["students"]
    found: dict[str, Any] = next(line for line in lines if line["attemptId"] == attempt_id)
    return found


def test_students_are_told_what_a_teacher_published_and_nothing_changes_it_behind_their_back(
    clocked_platform: ClockedPlatform,
) -> None:
    student, teacher = clocked_platform.client("nimali"), clocked_platform.client("ruwan")
    sitting, *_ = sat_practice(student)
    writing = teacher.get(RESULTS).json()
    assert (writing["state"]["finished"], writing["state"]["publishedAt"]) == (0, None)
    sitting.submit().raise_for_status()
    assert own_results(student) == {}
    refused = teacher.post(RESULTS, json={})
    assert code_of(refused) == (409, "results.incomplete")
    assert refused.json()["details"]["waiting"] == 2
    give(teacher, sitting, {"energy-essay": ("7.5", "Which quantity?"), "ray-diagram": ("6", "")})
    state = teacher.post(RESULTS, json={"note": "Well done", "ranks": True}).json()
    assert (state["waiting"], state["changed"], state["finished"]) == (0, 0, 1)
    told = own_results(student)[PRACTICE]
    assert (told["total"], told["maximum"], told["rank"], told["outOf"], told["revised"]) == ("46.50", 49, 1, 1, 0)
    assert [part["comment"] for part in told["parts"] if part["comment"]] == ["Which quantity?"]
    assert own_results(clocked_platform.client("ashan")) == {}

    give(teacher, sitting, {"ray-diagram": ("4", "")})
    assert teacher.get(RESULTS).json()["state"]["changed"] == 1
    assert own_results(student)[PRACTICE] == told
    line = _line(teacher, sitting.attempt_id)
    assert (line["publishedTotal"], line["marks"]["total"], line["rank"]) == ("46.5", "44.50", 1)
    teacher.post(RESULTS, json={"ranks": True}).raise_for_status()
    again = own_results(student)[PRACTICE]
    assert (again["total"], again["revised"]) == ("44.50", 1)
    check_figures_and_borders(clocked_platform)


def give(teacher: httpx.Client, sitting: Sitting, marks: dict[str, tuple[str, str]], **more: Any) -> dict[str, Any]:
    """Give marks to whole questions; the answer."""
    given = [{"questionId": name, "marks": mark, "comment": words} | more for name, (mark, words) in marks.items()]
    answer = teacher.put(sitting.path(routes.MARKS), json={"marks": given})
    assert answer.status_code == 200, answer.text
    wire: dict[str, Any] = answer.json()
    return wire


def check_figures_and_borders(platform: ClockedPlatform) -> None:
    """Analysis and places add up; who does not teach the class finds nothing; every act is in the audit log."""
    teacher = platform.client("ruwan")
    analysis = teacher.get(routes.ANALYSIS.format(id=PRACTICE)).json()
    assert (analysis["students"], analysis["mean"], sum(analysis["distribution"])) == (1, 44.5, 1)
    facility = {(item["questionId"], item["part"]): item["facility"] for item in analysis["items"]}
    assert facility[("ray-diagram", "")] == 4 / 6
    assert facility[("circuit", "a")] == 1.0
    places = teacher.get(routes.RANKINGS.format(id=PRACTICE)).json()["items"]
    assert [(line["rank"], line["total"]) for line in places] == [(1, "44.50")]
    picture = routes.PAPER_IMAGE.format(id=PRACTICE, name="battery-circuit.svg")
    found = teacher.get(picture)
    assert found.headers["content-type"] == "image/svg+xml"
    assert b"<svg" in found.content
    assert teacher.get(routes.PAPER_IMAGE.format(id=PRACTICE, name="paper.json")).status_code == 404
    for path in (RESULTS, picture, routes.ANALYSIS.format(id=PRACTICE), routes.RANKINGS.format(id=PRACTICE)):
        for username in ("nimali", "kamala"):
            assert platform.client(username).get(path).status_code == 404
    log = platform.client("admin").get(routes.AUDIT_LOGS).json()["items"]
    assert [entry["action"] for entry in log if entry["domain"] == "exams"] == [
        "published_results",
        "mark",
        "published_results",
        "mark",
    ]


def test_a_mark_from_a_computer_without_network_gives_way_to_a_newer_one(clocked_platform: ClockedPlatform) -> None:
    student, teacher = clocked_platform.client("nimali"), clocked_platform.client("ruwan")
    sitting, *_ = sat_practice(student)
    sitting.submit().raise_for_status()
    before = clocked_platform.clock.utc_now().isoformat()
    clocked_platform.clock.advance(60)
    give(clocked_platform.client("admin"), sitting, {"ray-diagram": ("3", "")})
    late = give(teacher, sitting, {"ray-diagram": ("6", ""), "energy-essay": ("5", "")}, givenAt=before)
    assert [mark["questionId"] for mark in late["refused"]] == ["ray-diagram"]
    marks = {part["questionId"]: part["marks"] for part in late["parts"]}
    assert (marks["ray-diagram"], marks["energy-essay"]) == ("3", "5")
    # Who gave the mark that stands may always give another.
    own = give(clocked_platform.client("admin"), sitting, {"ray-diagram": ("2", "")}, givenAt=before)
    assert own["refused"] == []


def test_a_withdrawn_question_costs_nobody_marks(clocked_platform: ClockedPlatform) -> None:
    student, teacher = clocked_platform.client("nimali"), clocked_platform.client("ruwan")
    sitting, *_ = sat_practice(student)
    sitting.submit().raise_for_status()
    withdraw = routes.WITHDRAW_QUESTION.format(id=PRACTICE, question_id="ray-diagram")
    assert teacher.post(withdraw, json={"reason": "a misprint"}).json()["withdrawn"] == ["ray-diagram"]
    marks = teacher.get(sitting.path(routes.MARKS)).json()
    assert (marks["total"], marks["maximum"]) == ("33.00", 43)
    late = give(teacher, sitting, {"ray-diagram": ("6", "")})
    assert [mark["questionId"] for mark in late["refused"]] == ["ray-diagram"]
    assert teacher.get(RESULTS).json()["state"]["withdrawn"] == ["ray-diagram"]


def test_a_teacher_lets_a_late_answer_count_and_can_go_back(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("nimali"), device_id="device-a").start()
    opened: dict[str, object] = {"deviceId": "device-a", "assurance": "none"}
    sitting.send(sitting.make(EntryKind.OPENED, opened))
    student, teacher = _hours_later(clocked_platform, sitting)
    sitting.send(sitting.answer("physics-06", "late"), sitting.answer("physics-07", "late too"))
    give(teacher, sitting, {"physics-06": ("0", ""), "physics-07": ("0", "")})
    items = {item["questionId"]: item for item in _aside(teacher, sitting)}
    late = items["physics-06"]
    assert (late["reason"], late["takable"], late["verdict"], late["deviceId"]) == ("late", True, None, "device-a")
    assert late["lateSeconds"] > 3600
    assert code_of(_decide(student, sitting, late, "take")) == (404, "not_found")
    taken = _decide(teacher, sitting, late, "take", "the line was down").json()["items"]
    found = {(item["questionId"], item["verdict"]): item for item in taken}
    assert found[("physics-06", "take")]["standing"]["answer"]["text"] == "late"
    assert found[("physics-06", "take")]["decidedBy"] != ""
    assert sitting.counting()["physics-06"]["text"] == "late"
    # The mark was for another answer: it stands, and asks to be looked at.
    parts = {part["questionId"]: part for part in teacher.get(sitting.path(routes.MARKS)).json()["parts"]}
    assert (parts["physics-06"]["answerChanged"], parts["physics-06"]["state"]) == (True, "review")
    assert parts["physics-06"]["marks"] == "0"
    assert not parts["physics-07"]["answerChanged"]
    assert _decide(teacher, sitting, late, "keep").status_code == 200
    assert "physics-06" not in sitting.counting()
    assert [item["verdict"] for item in _aside(teacher, sitting) if item["key"] == late["key"]] == ["keep"]
    nothing = late | {"key": "chain:999"}
    assert code_of(_decide(teacher, sitting, nothing, "take")) == (404, "not_found")


def _hours_later(platform: ClockedPlatform, sitting: Sitting) -> tuple[httpx.Client, httpx.Client]:
    """The time is over; student and teacher have signed in again."""
    platform.clock.advance(3 * 3600)
    sitting.client = platform.client("nimali")
    return sitting.client, platform.client("kamala")


def _aside(client: httpx.Client, sitting: Sitting) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(sitting.path(routes.SET_ASIDE)).raise_for_status().json()["items"]
    return items


def _decide(
    client: httpx.Client, sitting: Sitting, item: dict[str, Any], verdict: str, reason: str = ""
) -> httpx.Response:
    body = {"key": item["key"], "verdict": verdict, "reason": reason}
    return client.post(sitting.path(routes.SET_ASIDE_DECISION), json=body)


def test_what_was_taken_shows_what_it_replaced_and_nothing_is_decided_while_somebody_writes(
    clocked_platform: ClockedPlatform,
) -> None:
    teacher = clocked_platform.client("kamala")
    sitting = Sitting(clocked_platform.client("nimali")).start()
    sitting.send(sitting.answer("physics-06", "in time"))
    odd: dict[str, object] = {"questionId": "physics-07", "answer": {"type": "choices", "choices": ["a"]}}
    sitting.send(sitting.make(sitting.entries[0].kind, odd))
    unfit = _aside(teacher, sitting)[0]
    assert (unfit["reason"], unfit["takable"]) == ("unfit", False)
    assert code_of(_decide(teacher, sitting, unfit, "keep")) == (409, "attempt.not_over")
    _, teacher = _hours_later(clocked_platform, sitting)
    sitting.send(sitting.answer("physics-06", "late"))
    assert code_of(_decide(teacher, sitting, unfit, "take")) == (422, "validation")
    late = next(item for item in _aside(teacher, sitting) if item["reason"] == "late")
    items = _decide(teacher, sitting, late, "take").json()["items"]
    replaced = next(item for item in items if item["reason"] == "replaced")
    assert (replaced["answer"]["text"], replaced["standing"]["answer"]["text"]) == ("in time", "late")
    back = _decide(teacher, sitting, replaced, "take").json()["items"]
    assert {item["standing"]["answer"]["text"] for item in back if item["questionId"] == "physics-06"} == {"in time"}
    line = teacher.get(routes.RESULTS.format(id=OPEN_EXAM)).json()["students"]
    assert sum(student["setAside"] for student in line) == 1  # the unfit one; the others are decided
