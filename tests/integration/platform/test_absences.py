"""What becomes of an absence on a real platform: one notice, corrected with the mark; policy, list, register."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import MarkMethod
from learnup_desktop.contract.attendance_record import AbsenceNotice, ClassRegister
from learnup_platform.demo.school import demo_id
from tests.integration.platform.exam_sitting import code_of
from tests.integration.platform.test_attendance import lessons_of, mark, put
from tests.platform_fixture import RunningPlatform

CLASS = demo_id("class", "mathematics-13-english")
TEACHER = "ruwan"


@pytest.fixture
def teacher(platform: RunningPlatform) -> httpx.Client:
    """She teaches a class whose marks no other test on this platform reads."""
    return platform.client(TEACHER)


@pytest.fixture
def roll(teacher: httpx.Client) -> list[str]:
    """Ids of its students."""
    return [entry["id"] for entry in teacher.get(routes.CLASS_STUDENTS.format(id=CLASS)).json()["students"]]


class Listener:
    """A student's ``notices`` stream."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self.cursor = client.get(routes.SYNC_SNAPSHOT, params={"streams": "notices"}).json()["cursor"]

    def pull(self) -> list[dict[str, Any]]:
        answer = self.client.get(routes.SYNC, params={"streams": "notices", "cursor": self.cursor}).json()
        self.cursor = answer["cursor"]
        changes: list[dict[str, Any]] = answer["changes"]
        return changes


def username_of(platform: RunningPlatform, student_id: str) -> str:
    """The demo account behind an id."""
    names = ("nimali", "dinuka", "melissa", "amaya", "vidura")
    return next(name for name in names if demo_id("account", name) == student_id)


def test_one_notice_an_absence_corrected_and_taken_back(
    platform: RunningPlatform, teacher: httpx.Client, roll: list[str]
) -> None:
    student = next(identity for identity in roll if identity in {demo_id("account", n) for n in ("nimali", "dinuka")})
    client = platform.client(username_of(platform, student))
    listener = Listener(client)
    lesson = lessons_of(teacher, CLASS)[0]
    put(teacher, lesson, [mark(lesson, student, "present", 0)])
    assert listener.pull() == []
    absent = mark(lesson, student, "absent", 10)
    put(teacher, lesson, [absent])
    put(teacher, lesson, [absent])
    (change,) = listener.pull()
    told = AbsenceNotice.model_validate(change["data"])
    assert (told.lesson_id, told.class_id, told.corrected) == (lesson, CLASS, False)
    # Read as it is; what it says after a change is unread again, whatever is read late on another computer.
    read, as_it_was = routes.NOTIFICATION_READ.format(id=told.id), {"changedAt": change["data"]["changedAt"]}
    for _ in range(2):
        assert client.put(read, json=as_it_was).status_code == 204
    (change,) = listener.pull()
    assert AbsenceNotice.model_validate(change["data"]).read_at is not None
    assert code_of(teacher.put(read, json=as_it_was)) == (404, "not_found")
    # Another screen says the same once more: nothing new to tell.
    put(platform.client("admin"), lesson, [mark(lesson, student, "absent", 20)])
    assert listener.pull() == []
    put(teacher, lesson, [mark(lesson, student, "late", 30, minutes_late=12)])
    (change,) = listener.pull()
    corrected = AbsenceNotice.model_validate(change["data"])
    assert (corrected.id, corrected.state, corrected.minutes_late) == (told.id, "late", 12)
    assert corrected.corrected
    assert corrected.changed_at > told.changed_at
    client.put(read, json=as_it_was).raise_for_status()
    assert (listener.pull(), corrected.read_at) == ([], None)
    put(teacher, lesson, [mark(lesson, student, "late", 40, withdrawn=True)])
    (change,) = listener.pull()
    assert (change["id"], change["deleted"]) == (told.id, True)
    put(teacher, lesson, [mark(lesson, student, "absent", 50)])
    (change,) = listener.pull()
    assert change["id"] == told.id  # the same absence, the same notice
    listed = client.get(routes.NOTIFICATIONS).json()["items"]
    assert [entry["id"] for entry in listed if entry["lessonId"] == lesson] == [told.id]
    assert code_of(teacher.get(routes.NOTIFICATIONS)) == (404, "not_found")


def test_a_mark_of_a_camera_that_does_not_stand_tells_nothing(
    platform: RunningPlatform, teacher: httpx.Client, roll: list[str]
) -> None:
    student = next(identity for identity in roll if identity in {demo_id("account", n) for n in ("nimali", "dinuka")})
    listener = Listener(platform.client(username_of(platform, student)))
    lesson = lessons_of(teacher, CLASS)[1]
    put(teacher, lesson, [mark(lesson, student, "present", 0)])
    put(teacher, lesson, [mark(lesson, student, "absent", 60, method=MarkMethod.CAMERA)])
    assert listener.pull() == []


@pytest.fixture
def usual_policy(platform: RunningPlatform) -> Iterator[httpx.Client]:
    """The administrator, who puts the policy back."""
    admin = platform.client("admin")
    before = admin.get(routes.ATTENDANCE_POLICY).json()
    yield admin
    admin.put(routes.ATTENDANCE_POLICY, json=before)


def test_the_policy_is_the_administrator_s_and_goes_out_with_every_class(
    platform: RunningPlatform, teacher: httpx.Client, roll: list[str], usual_policy: httpx.Client
) -> None:
    lessons = lessons_of(teacher, CLASS)[2:5]
    watched = roll[-1]
    for lesson in lessons[:2]:
        put(teacher, lesson, [mark(lesson, watched, "absent")])

    def reasons() -> list[str]:
        answer = teacher.get(routes.CLASS_ATTENDANCE.format(id=CLASS)).json()
        line: list[str] = next(entry for entry in answer["students"] if entry["studentId"] == watched)["reasons"]
        return line

    assert reasons() == []
    cursor = teacher.get(routes.SYNC_SNAPSHOT, params={"streams": "classes"}).json()["cursor"]
    policy = usual_policy.get(routes.ATTENDANCE_POLICY).json() | {"absentInARow": 2}
    assert usual_policy.put(routes.ATTENDANCE_POLICY, json=policy).status_code == 200
    assert reasons() == ["absent_in_a_row"]
    changes = teacher.get(routes.SYNC, params={"streams": "classes", "cursor": cursor}).json()["changes"]
    assert {change["data"]["attendancePolicy"]["absentInARow"] for change in changes} == {2}
    audit = usual_policy.get(routes.AUDIT_LOGS).json()["items"]
    assert any(entry["action"] == "policy_set" for entry in audit)
    assert code_of(teacher.put(routes.ATTENDANCE_POLICY, json=policy)) == (404, "not_found")
    assert code_of(usual_policy.put(routes.ATTENDANCE_POLICY, json={"absentInARow": 0})) == (422, "validation")


def test_a_register_names_also_those_who_left(fresh_platform: RunningPlatform) -> None:
    teacher, admin = fresh_platform.client(TEACHER), fresh_platform.client("admin")
    path = routes.CLASS_REGISTER.format(id=CLASS)
    span = {
        "from": (datetime.now(UTC) - timedelta(days=30)).isoformat(),
        "to": (datetime.now(UTC) + timedelta(days=30)).isoformat(),
    }
    before = ClassRegister.model_validate(teacher.get(path, params=span).json())
    gone, lesson = before.students[0], before.lessons[0].id
    put(teacher, lesson, [mark(lesson, gone.id, "late")])
    left = admin.delete(f"{routes.API}/enrollments", params={"classId": CLASS, "studentId": gone.id})
    assert left.status_code == 204
    after = ClassRegister.model_validate(teacher.get(path, params=span).json())
    line = next(student for student in after.students if student.id == gone.id)
    assert line.name == gone.name
    assert line.left_at is not None
    assert [(entry.student_id, entry.state) for entry in after.marks if entry.lesson_id == lesson] == [
        (gone.id, "late")
    ]
    assert after.lessons == before.lessons
    assert code_of(fresh_platform.client("kamala").get(path, params=span)) == (404, "not_found")
