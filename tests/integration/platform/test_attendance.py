"""Attendance against a real platform: merging, repeats, what is refused, who sees what."""

import itertools
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import AttendanceState, Mark, MarkMethod
from learnup_desktop.domain.attendance import merge_marks
from learnup_platform.demo.school import demo_id
from tests.integration.platform.exam_sitting import code_of
from tests.platform_fixture import RunningPlatform

CLASS = demo_id("class", "physics-13-english")
OTHER_CLASS = demo_id("class", "chemistry-13-tamil")
MORNING = datetime.now(UTC) - timedelta(hours=3)


def lessons_of(client: httpx.Client, class_id: str) -> list[str]:
    """Ids of a class's lessons, by time."""
    span = {"from": (MORNING - timedelta(days=30)).isoformat(), "to": (MORNING + timedelta(days=30)).isoformat()}
    items = client.get(routes.CLASS_LESSONS.format(id=class_id), params=span).json()["items"]
    return [lesson["id"] for lesson in sorted(items, key=lambda lesson: str(lesson["startsAt"]))]


_lesson_numbers = itertools.count()


@pytest.fixture
def teacher(platform: RunningPlatform) -> httpx.Client:
    """She teaches the class."""
    return platform.client("kamala")


@pytest.fixture
def lesson(teacher: httpx.Client) -> str:
    """A lesson that no other test uses."""
    return lessons_of(teacher, CLASS)[next(_lesson_numbers)]


@pytest.fixture
def roll(teacher: httpx.Client) -> list[str]:
    """Ids of the class's students."""
    students = teacher.get(routes.CLASS_STUDENTS.format(id=CLASS)).json()["students"]
    return [student["id"] for student in students]


def mark(lesson_id: str, student_id: str, state: str = "present", seconds: float = 0, **changes: object) -> Mark:
    """A mark of this morning."""
    made = Mark(
        id=uuid7(),
        lesson_id=lesson_id,
        student_id=student_id,
        state=AttendanceState(state),
        marked_at=MORNING + timedelta(seconds=seconds),
        marked_by=demo_id("account", "kamala"),
        device_id="classroom",
    )
    return made.model_copy(update=changes)


def put(client: httpx.Client, lesson_id: str, marks: Sequence[Mark], **headers: str) -> httpx.Response:
    """``PUT sessions/{id}/attendance``."""
    body = {"marks": [entry.to_wire() for entry in marks]}
    return client.put(routes.ATTENDANCE.format(id=lesson_id), json=body, headers=headers)


def states(answer: dict[str, Any]) -> dict[str, str]:
    """State by student; withdrawn marks are left out."""
    return {entry["studentId"]: entry["state"] for entry in answer["marks"] if not entry["withdrawn"]}


def test_a_whole_class_is_marked_and_read_back(teacher: httpx.Client, lesson: str, roll: list[str]) -> None:
    assert len(roll) == 20
    kinds = itertools.cycle(["present", "late", "absent", "excused"])
    marks = [mark(lesson, student, next(kinds), minutes_late=5, note="bus") for student in roll]
    answer = put(teacher, lesson, marks).json()
    assert answer["refused"] == []
    assert answer["version"] == 1
    held = teacher.get(routes.ATTENDANCE.format(id=lesson)).json()
    assert {entry["id"]: Mark.model_validate(entry) for entry in held["marks"]} == {
        entry.id: Mark.model_validate(entry.to_wire()) for entry in marks
    }


def test_repeats_change_nothing(teacher: httpx.Client, lesson: str, roll: list[str]) -> None:
    marks = [mark(lesson, student) for student in roll[:5]]
    answers = [put(teacher, lesson, marks) for _ in range(5)]
    assert len({answer.content for answer in answers}) == 1
    doubled = put(teacher, lesson, [*marks, *marks]).json()
    assert (doubled["version"], doubled["refused"]) == (1, [])
    keyed = [put(teacher, lesson, marks[:1], **{"Idempotency-Key": uuid7()}).json() for _ in range(3)]
    assert keyed[0] == keyed[1] == keyed[2]


def test_order_does_not_matter(teacher: httpx.Client, lesson: str, roll: list[str]) -> None:
    for student, order in zip(roll, itertools.permutations(range(4)), strict=False):
        made = [
            mark(lesson, student, "absent", 0),
            mark(lesson, student, "late", 60),
            mark(lesson, student, "present", 600, method=MarkMethod.CAMERA),
            mark(lesson, student, "excused", 30),
        ]
        for index in order:
            answer = put(teacher, lesson, [made[index]]).json()
        standing = next(entry for entry in answer["marks"] if entry["studentId"] == student)
        assert standing["id"] == merge_marks(made)[student].id
        assert standing["state"] == "late"


def test_a_mark_can_be_taken_back(teacher: httpx.Client, lesson: str, roll: list[str]) -> None:
    first = mark(lesson, roll[0], "absent")
    put(teacher, lesson, [first])
    answer = put(teacher, lesson, [mark(lesson, roll[0], "absent", 5, withdrawn=True)]).json()
    assert states(answer) == {}
    assert len(answer["marks"]) == 1
    assert states(put(teacher, lesson, [mark(lesson, roll[0], "present", 9)]).json()) == {roll[0]: "present"}


def test_what_cannot_be_taken_does_not_hold_up_the_rest(
    platform: RunningPlatform, teacher: httpx.Client, lesson: str, roll: list[str]
) -> None:
    good = mark(lesson, roll[0])
    stranger = mark(lesson, demo_id("account", "abinaya"))
    elsewhere = mark("another-lesson", roll[1])
    changed = good.model_copy(update={"state": AttendanceState.ABSENT})
    answer = put(teacher, lesson, [stranger, good, elsewhere, changed])
    assert answer.status_code == 200
    assert states(answer.json()) == {roll[0]: "present"}
    assert {entry["markId"]: entry["code"] for entry in answer.json()["refused"]} == {
        stranger.id: "attendance.not_on_roll",
        elsewhere.id: "validation",
        changed.id: "validation",
    }
    refused = put(teacher, lesson, [stranger])
    assert code_of(refused) == (409, "attendance.not_on_roll")
    assert refused.json()["details"]["refused"][0]["markId"] == stranger.id


def test_the_platform_signs_marks_and_does_not_believe_the_future(
    teacher: httpx.Client, lesson: str, roll: list[str]
) -> None:
    forged = mark(lesson, roll[0], "absent", 10 * 86_400, marked_by="somebody-else")
    entry = put(teacher, lesson, [forged]).json()["marks"][0]
    assert entry["markedBy"] == demo_id("account", "kamala")
    assert datetime.fromisoformat(entry["markedAt"]) <= datetime.now(UTC) + timedelta(seconds=5)
    assert put(teacher, lesson, [forged]).json()["refused"] == []
    now = (datetime.now(UTC) - MORNING).total_seconds() + 1
    assert states(put(teacher, lesson, [mark(lesson, roll[0], "present", now)]).json()) == {roll[0]: "present"}


def test_only_the_class_has_to_do_with_it(
    platform: RunningPlatform, teacher: httpx.Client, lesson: str, roll: list[str]
) -> None:
    marks = [mark(lesson, roll[0])]
    path = routes.ATTENDANCE.format(id=lesson)
    for username in ("amaya", "tharshini", "abinaya"):
        client = platform.client(username)
        assert code_of(put(client, lesson, marks)) == (404, "not_found")
        assert code_of(client.get(path)) == (404, "not_found")
        assert client.get(routes.CLASS_ATTENDANCE.format(id=CLASS)).status_code == 404
    assert put(platform.client("admin"), lesson, marks).status_code == 200
    assert code_of(put(teacher, "no-such-lesson", marks)) == (404, "not_found")
    assert code_of(teacher.put(path, json={"marks": [{"id": "x"}]})) == (422, "validation")
    assert code_of(teacher.get(routes.MY_ATTENDANCE)) == (404, "not_found")
    assert code_of(platform.client().get(path)) == (401, "auth.required")


def test_summaries_add_up(platform: RunningPlatform) -> None:
    teacher = platform.client("tharshini")
    lessons = lessons_of(teacher, OTHER_CLASS)[:4]
    student = demo_id("account", "abinaya")
    for lesson, state in zip(lessons, ["present", "late", "absent", "excused"], strict=True):
        put(teacher, lesson, [mark(lesson, student, state, marked_by=demo_id("account", "tharshini"))])
    summary = teacher.get(routes.CLASS_ATTENDANCE.format(id=OTHER_CLASS)).json()
    assert summary["lessonsMarked"] == 4
    line = next(entry for entry in summary["students"] if entry["studentId"] == student)
    expected = {"present": 1, "late": 1, "absent": 1, "excused": 1, "ratePerMille": 667}
    assert line["counts"] == expected
    assert {entry["counts"]["ratePerMille"] for entry in summary["students"] if entry["studentId"] != student} == {None}
    mine = platform.client("abinaya").get(routes.MY_ATTENDANCE, params={"limit": 3}).json()
    assert mine["counts"] == expected
    assert [entry["state"] for entry in mine["items"]] == ["excused", "absent", "late"]
    rest = platform.client("abinaya").get(routes.MY_ATTENDANCE, params={"cursor": mine["nextCursor"]}).json()
    assert [entry["state"] for entry in rest["items"]] == ["present"]


def test_marks_reach_teacher_and_student_by_sync(platform: RunningPlatform, teacher: httpx.Client, lesson: str) -> None:
    student, name = demo_id("account", "dinuka"), "dinuka"
    clients = {"teacher": teacher, "student": platform.client(name), "classmate": platform.client("melissa")}
    cursors = {
        role: client.get(routes.SYNC_SNAPSHOT, params={"streams": "attendance"}).json()["cursor"]
        for role, client in clients.items()
    }

    def pull(role: str) -> list[dict[str, Any]]:
        params = {"streams": "attendance", "cursor": cursors[role]}
        answer = clients[role].get(routes.SYNC, params=params).json()
        cursors[role] = answer["cursor"]
        changes: list[dict[str, Any]] = answer["changes"]
        return changes

    put(teacher, lesson, [mark(lesson, student, "late")])
    (for_teacher,) = pull("teacher")
    assert (for_teacher["id"], for_teacher["data"]["marks"][0]["state"]) == (lesson, "late")
    (for_student,) = pull("student")
    assert (for_student["id"], for_student["data"]["state"]) == (lesson, "late")
    assert pull("classmate") == []
    put(teacher, lesson, [mark(lesson, student, "late", 9, withdrawn=True)])
    (gone,) = pull("student")
    assert gone["deleted"] is True
    assert pull("teacher")[0]["data"]["version"] == 2
