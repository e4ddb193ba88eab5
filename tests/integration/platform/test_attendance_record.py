"""The record behind the marks, presence in live classes, cards, and galleries, against a real platform."""

import itertools
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import CardSheet, MarkMethod
from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.domain.student_card import CardVerdict, judge_card
from learnup_platform.demo.school import demo_id
from tests.integration.platform.exam_sitting import code_of
from tests.integration.platform.test_attendance import CLASS, lessons_of, mark, put
from tests.integration.platform.test_face import decide, enrol, request
from tests.platform_fixture import RunningPlatform

_numbers = itertools.count(1)


@pytest.fixture
def lesson(platform: RunningPlatform) -> str:
    """A lesson that no other test uses: ``test_attendance`` takes them from the front."""
    return lessons_of(platform.client("kamala"), CLASS)[-next(_numbers)]


def test_every_mark_stays_with_who_when_how_and_where(platform: RunningPlatform, lesson: str) -> None:
    teacher, student = platform.client("kamala", "classroom"), demo_id("account", "nimali")
    made = [
        mark(lesson, student, "absent", 0),
        mark(lesson, student, "present", 60, method=MarkMethod.CARD),
        mark(lesson, student, "late", 30, minutes_late=7, device_id="nobody-knows"),
    ]
    put(teacher, lesson, made)
    put(teacher, lesson, [mark(lesson, demo_id("account", "dinuka"))])
    path = routes.ATTENDANCE_HISTORY.format(id=lesson)
    entries = teacher.get(path, params={"studentId": student}).json()["entries"]
    assert [entry["mark"]["id"] for entry in entries] == [made[1].id, made[2].id, made[0].id]
    assert [entry["standing"] for entry in entries] == [False, True, False]
    assert [entry["mark"]["method"] for entry in entries] == ["card", "manual", "manual"]
    assert {entry["markedByName"] for entry in entries} == {"Kamala Wijesinghe"}
    assert [entry["deviceName"] for entry in entries] == ["Test", "", "Test"]
    assert len(teacher.get(path).json()["entries"]) == 4
    assert code_of(platform.client("tharshini").get(path)) == (404, "not_found")
    assert code_of(platform.client("nimali").get(path)) == (404, "not_found")


def test_stays_in_a_meeting_become_a_proposal_and_never_a_mark(platform: RunningPlatform) -> None:
    teacher, student = platform.client("kamala"), platform.client("nimali")
    span = {"from": (datetime.now(UTC) - timedelta(days=9)).isoformat(), "to": datetime.now(UTC).isoformat()}
    items = teacher.get(routes.CLASS_LESSONS.format(id=CLASS), params=span).json()["items"]
    held = next(item for item in items if datetime.fromisoformat(item["endsAt"]) < datetime.now(UTC))
    starts = datetime.fromisoformat(held["startsAt"])
    before = teacher.get(routes.ATTENDANCE.format(id=held["id"])).json()["marks"]
    path = routes.PRESENCE.format(id=held["id"])

    def report(client: httpx.Client, identity: str, joined: float, left: float | None) -> httpx.Response:
        times = {"joinedAt": (starts + timedelta(minutes=joined)).isoformat()}
        if left is not None:
            times["leftAt"] = (starts + timedelta(minutes=left)).isoformat()
        return client.put(path, json={"id": identity, **times})

    first = uuid7()
    assert report(student, first, 12, None).status_code == 204
    assert report(student, first, 12, 90).status_code == 204
    assert report(student, first, 12, 20).status_code == 204
    assert code_of(report(platform.client("dinuka"), first, 0, 90)) == (422, "validation")
    assert code_of(report(student, uuid7(), 30, 20)) == (422, "validation")
    assert code_of(report(platform.client("abinaya"), uuid7(), 0, 90)) == (404, "not_found")
    assert code_of(report(teacher, uuid7(), 0, 90)) == (404, "not_found")
    said = teacher.get(routes.ATTENDANCE_PROPOSAL.format(id=held["id"])).json()["marks"]
    by_student = {entry["studentId"]: entry for entry in said}
    mine = by_student[demo_id("account", "nimali")]
    assert (mine["state"], mine["minutesLate"]) == ("late", 12)
    assert {entry["state"] for entry in said if entry is not mine} == {"absent"}
    assert code_of(student.get(routes.ATTENDANCE_PROPOSAL.format(id=held["id"]))) == (404, "not_found")
    assert teacher.get(routes.ATTENDANCE.format(id=held["id"])).json()["marks"] == before


def test_cards_hold_under_the_platforms_published_key(platform: RunningPlatform) -> None:
    answer = platform.client("kamala").post(routes.CARDS.format(id=CLASS))
    assert answer.status_code == 201
    sheet = CardSheet.model_validate(answer.json())
    known = platform.client().get(routes.WELL_KNOWN).json()
    public = base64url_decode(known["signingKey"])
    roll = frozenset(card.student_id for card in sheet.cards)
    assert (len(roll), sheet.key_id) == (20, known["signingKeyId"])
    now = datetime.now(UTC)
    for card in sheet.cards:
        assert judge_card(card.payload, public, now, roll, frozenset()) == (CardVerdict.WELCOME, card.student_id)
    late = sheet.cards[0].expires_at
    assert judge_card(sheet.cards[0].payload, public, late, roll, frozenset())[0] is CardVerdict.EXPIRED
    assert code_of(platform.client("tharshini").post(routes.CARDS.format(id=CLASS))) == (404, "not_found")
    logged = platform.client("admin").get(routes.AUDIT_LOGS).json()["items"]
    assert ("attendance", "cards_issued") in {(entry["domain"], entry["action"]) for entry in logged}


def test_a_gallery_holds_who_consented_and_was_approved(platform: RunningPlatform) -> None:
    teacher, student = platform.client("kamala"), platform.client("sanduni")
    me = demo_id("account", "sanduni")

    def people() -> dict[str, dict[str, object]]:
        answer = teacher.get(routes.FACE_GALLERY, params={"classId": CLASS})
        assert answer.headers["cache-control"] == "no-store"
        return {person["studentId"]: person for person in answer.json()["people"]}

    enrolment = enrol(student)
    assert me not in people()
    decide(teacher, enrolment)
    before = teacher.get(routes.SYNC_SNAPSHOT, params={"streams": "rolls"}).json()["cursor"]
    held = people()[me]
    assert (held["templates"], held["photo"]) == (request()["templates"], request()["photo"])
    other = enrol(student, 9.0)
    decide(teacher, other)
    changed = teacher.get(routes.SYNC, params={"streams": "rolls", "cursor": before}).json()
    assert [change["id"] for change in changed["changes"]] == [CLASS]
    assert people()[me]["enrolmentId"] == other["id"]
    student.delete(routes.ENROLMENT.format(id=other["id"]))
    again = teacher.get(routes.SYNC, params={"streams": "rolls", "cursor": changed["cursor"]}).json()
    assert [change["id"] for change in again["changes"]] == [CLASS]
    assert me not in people()
    for name in ("sanduni", "tharshini"):
        answer = platform.client(name).get(routes.FACE_GALLERY, params={"classId": CLASS})
        assert code_of(answer) == (404, "not_found")
    logged = platform.client("admin").get(routes.AUDIT_LOGS).json()["items"]
    assert ("face", "deleted", me) in {(entry["domain"], entry["action"], entry["subjectId"]) for entry in logged}
