"""Classes, timetable, rescheduling, materials: who sees what, and the rules."""

import hashlib
from base64 import b64encode
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import ClassRoll, Lesson, Material, SchoolClass
from learnup_desktop.contract.wire import wire_time
from learnup_desktop.domain.timetable import next_lesson
from learnup_platform.demo.classes import MATHEMATICS_ENGLISH, PHYSICS_ENGLISH
from learnup_platform.demo.school import demo_id
from tests.platform_fixture import RunningPlatform

PHYSICS = demo_id("class", PHYSICS_ENGLISH)
MATHEMATICS = demo_id("class", MATHEMATICS_ENGLISH)
CHEMISTRY = demo_id("class", "chemistry-13-tamil")


def lessons(client: httpx.Client, days: int = 21) -> list[Lesson]:
    now = datetime.now(UTC)
    span = {"from": wire_time(now - timedelta(days=days)), "to": wire_time(now + timedelta(days=days))}
    answer = client.get(routes.TIMETABLE, params=span)
    answer.raise_for_status()
    return [Lesson.model_validate(item) for item in answer.json()["items"]]


def test_classes_and_rolls(platform: RunningPlatform) -> None:
    kamala = platform.client("kamala")
    mine = [SchoolClass.model_validate(item) for item in kamala.get(routes.CLASSES).json()["items"]]
    assert {item.teacher_name for item in mine} == {"Kamala Wijesinghe"}
    assert {item.medium for item in mine} == {"English", "Sinhala"}
    roll = ClassRoll.model_validate(kamala.get(routes.CLASS_STUDENTS.format(id=PHYSICS)).json())
    assert len(roll.students) == next(item.student_count for item in mine if item.id == PHYSICS) == 20
    assert "Nimali Perera" in {student.name for student in roll.students}
    assert len({student.index_number for student in roll.students}) == 20


@pytest.mark.parametrize(
    ("username", "path"),
    [
        ("nimali", routes.CLASS.format(id=CHEMISTRY)),
        ("nimali", routes.CLASS_STUDENTS.format(id=PHYSICS)),
        ("kamala", routes.CLASS.format(id=CHEMISTRY)),
        ("kamala", routes.CLASS_STUDENTS.format(id=CHEMISTRY)),
        ("kamala", routes.CLASS.format(id="no-such-class")),
        ("nimali", routes.MATERIAL_CONTENT.format(id=demo_id("material", "equilibrium-tamil"))),
    ],
)
def test_what_is_not_yours_is_not_there(platform: RunningPlatform, username: str, path: str) -> None:
    answer = platform.client(username).get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_lesson_is_going_on_and_two_are_changed(platform: RunningPlatform) -> None:
    mine = lessons(platform.client("nimali"))
    now = datetime.now(UTC)
    upcoming = next_lesson(mine, now)
    assert upcoming is not None
    assert upcoming.class_id == PHYSICS
    assert upcoming.starts_at <= now < upcoming.ends_at
    changed = {lesson.state: lesson for lesson in mine if lesson.state != "planned"}
    assert set(changed) == {"moved", "cancelled"}
    moved = changed["moved"]  # type: ignore[index]  # the members are strings
    assert moved.previous_starts_at is not None
    assert moved.starts_at - moved.previous_starts_at == timedelta(hours=3, minutes=30)
    days = {lesson.starts_at.date() for lesson in mine}
    assert max(days) - min(days) >= timedelta(days=13)


def test_the_timetable_is_of_a_span(platform: RunningPlatform) -> None:
    client = platform.client("kamala")
    assert {lesson.class_id for lesson in lessons(client)} > {PHYSICS}
    assert len(lessons(client, 1)) < len(lessons(client))
    now = datetime.now(UTC)

    def ask(first: str, last: str) -> int:
        return client.get(routes.TIMETABLE, params={"from": first, "to": last}).status_code

    assert ask(wire_time(now), wire_time(now - timedelta(days=1))) == 422
    assert ask(wire_time(now), wire_time(now + timedelta(days=365))) == 422
    assert ask("2026-01-01T00:00:00", wire_time(now)) == 422, "a time without a zone"
    of_class = client.get(
        routes.CLASS_LESSONS.format(id=PHYSICS),
        params={"from": wire_time(now), "to": wire_time(now + timedelta(days=7))},
    )
    assert {item["classId"] for item in of_class.json()["items"]} == {PHYSICS}


class TestReschedule:
    """Moving a lesson."""

    def upcoming(self, client: httpx.Client, class_id: str) -> Lesson:
        soon = datetime.now(UTC) + timedelta(days=1)
        return next(
            lesson
            for lesson in lessons(client)
            if lesson.class_id == class_id and lesson.starts_at > soon and lesson.state == "planned"
        )

    def move(self, client: httpx.Client, lesson_id: str, starts: datetime, minutes: int = 60) -> httpx.Response:
        body = {"startsAt": wire_time(starts), "endsAt": wire_time(starts + timedelta(minutes=minutes))}
        return client.post(routes.RESCHEDULE.format(id=lesson_id), json=body)

    def test_keeps_the_first_plan_and_can_be_put_back(self, fresh_platform: RunningPlatform) -> None:
        ruwan = fresh_platform.client("ruwan")
        lesson = self.upcoming(ruwan, MATHEMATICS)
        evening = lesson.starts_at.replace(hour=13, minute=0)
        for hours in (0, 1):
            moved = Lesson.model_validate(self.move(ruwan, lesson.id, evening + timedelta(hours=hours)).json())
            assert moved.previous_starts_at == lesson.starts_at
        back = Lesson.model_validate(self.move(ruwan, lesson.id, lesson.starts_at, 90).json())
        assert (back.state, back.previous_starts_at, back.starts_at) == ("planned", None, lesson.starts_at)

    def test_refuses_what_makes_no_sense(self, platform: RunningPlatform) -> None:
        ruwan = platform.client("ruwan")
        mine = lessons(ruwan)
        lesson = self.upcoming(ruwan, MATHEMATICS)
        evening = lesson.starts_at.replace(hour=13, minute=0)
        assert self.move(ruwan, lesson.id, evening, -10).status_code == 422
        assert self.move(ruwan, lesson.id, evening, 600).status_code == 422
        assert self.move(ruwan, lesson.id, datetime.now(UTC) - timedelta(days=2)).status_code == 422
        past = min(mine, key=lambda item: item.starts_at)
        assert self.move(ruwan, past.id, evening).status_code == 422

    def test_refuses_an_overlap(self, platform: RunningPlatform) -> None:
        ruwan = platform.client("ruwan")
        lesson = self.upcoming(ruwan, MATHEMATICS)
        other = max(lessons(ruwan), key=lambda item: item.starts_at)
        assert other.id != lesson.id
        answer = self.move(ruwan, lesson.id, other.starts_at + timedelta(minutes=30))
        assert (answer.status_code, answer.json()["code"]) == (409, "lesson.overlap")
        assert answer.json()["details"] == {"lessonId": other.id}

    @pytest.mark.parametrize("username", ["nimali", "kamala"])
    def test_is_for_the_teacher_of_the_class(self, platform: RunningPlatform, username: str) -> None:
        lesson = self.upcoming(platform.client("ruwan"), MATHEMATICS)
        answer = self.move(platform.client(username), lesson.id, lesson.starts_at.replace(hour=13))
        assert answer.status_code == 404


class TestMaterials:
    """Study material and its bytes."""

    def one(self, client: httpx.Client, kind: str) -> Material:
        items = client.get(routes.MATERIALS).json()["items"]
        return next(Material.model_validate(item) for item in items if item["kind"] == kind)

    def test_bytes_are_what_was_promised(self, platform: RunningPlatform) -> None:
        client = platform.client("nimali")
        for item in client.get(routes.MATERIALS).json()["items"]:
            material = Material.model_validate(item)
            answer = client.get(routes.MATERIAL_CONTENT.format(id=material.id))
            digest = hashlib.sha256(answer.content)
            assert (len(answer.content), digest.hexdigest()) == (material.size_bytes, material.sha256)
            assert answer.headers["repr-digest"] == f"sha-256=:{b64encode(digest.digest()).decode()}:"
            assert answer.headers["content-type"] == material.media_type

    def test_comes_in_ranges(self, platform: RunningPlatform) -> None:
        client = platform.client("nimali")
        path = routes.MATERIAL_CONTENT.format(id=self.one(client, "document").id)
        whole = client.get(path)
        tag = whole.headers["etag"]

        def part(header: str, **more: str) -> httpx.Response:
            return client.get(path, headers={"Range": header, **more})

        first, rest = part("bytes=0-99"), part("bytes=100-")
        assert (first.status_code, len(first.content)) == (206, 100)
        assert first.content + rest.content == whole.content
        assert rest.headers["content-range"] == f"bytes 100-{len(whole.content) - 1}/{len(whole.content)}"
        assert part("bytes=-10").content == whole.content[-10:]
        assert part("bytes=0-9", **{"If-Range": tag}).status_code == 206
        assert part("bytes=0-9", **{"If-Range": '"changed"'}).status_code == 200
        assert part("bytes=999999-").status_code == 416
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304

    def test_lists_come_in_pages(self, platform: RunningPlatform) -> None:
        client = platform.client("nimali")
        whole = client.get(routes.MATERIALS).json()["items"]
        pages: list[dict[str, object]] = []
        cursor: str | None = None
        while True:
            page = client.get(routes.MATERIALS, params={"limit": 1} | ({"cursor": cursor} if cursor else {})).json()
            pages += page["items"]
            cursor = page["nextCursor"]
            if cursor is None:
                break
        assert pages == whole
        assert len(whole) > 2


def test_academic_lists(platform: RunningPlatform) -> None:
    client = platform.client("amaya")
    names = {
        name: [item["name"]["si"] for item in client.get(f"{routes.API}/academic/{name}").json()["items"]]
        for name in ("subjects", "grades", "mediums", "years", "batches")
    }
    assert names["mediums"] == ["සිංහල", "දෙමළ", "ඉංග්‍රීසි"]
    assert len(names["subjects"]) == 5
    assert client.get(f"{routes.API}/academic/nonsense").status_code == 422


def test_announcements_reach_the_class(platform: RunningPlatform) -> None:
    titles = {item["title"]["en"] for item in platform.client("abinaya").get(routes.ANNOUNCEMENTS).json()["items"]}
    assert "Science day on Friday" in titles
    assert "Term test in physics" not in titles
