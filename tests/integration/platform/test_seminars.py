"""Seminars give away no place too many; recordings are materials that those of the class see and fetch in ranges."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract import routes
from learnup_desktop.contract.recordings import Recording, Seminar
from learnup_platform.demo.school import demo_id
from tests.integration.platform.exam_sitting import code_of
from tests.platform_fixture import ClockedPlatform, RunningPlatform

CLASS = demo_id("class", "physics-13-english")


def planned(client: httpx.Client, *, capacity: int, class_id: str | None = CLASS, **changes: Any) -> httpx.Response:
    """Announce a seminar."""
    starts = datetime.now(UTC) + timedelta(days=3)
    body = {
        "id": uuid7(),
        "classId": class_id,
        "title": {"en": "Revision"},
        "speaker": "Kamala",
        "place": "Hall",
        "startsAt": starts.isoformat(),
        "endsAt": (starts + timedelta(hours=1)).isoformat(),
        "closesAt": (starts - timedelta(hours=1)).isoformat(),
        "capacity": capacity,
    }
    return client.post(routes.SEMINARS, json=body | changes)


def seen(client: httpx.Client) -> dict[str, Seminar]:
    return {item["id"]: Seminar.model_validate(item) for item in client.get(routes.SEMINARS).json()["items"]}


def test_a_seminar_never_has_more_people_than_places(platform: RunningPlatform) -> None:
    teacher = platform.client("kamala", "seminars")
    made = planned(teacher, capacity=2)
    assert made.status_code == 201 and not made.json()["registered"]
    place = routes.SEMINAR_PLACE.format(id=made.json()["id"])
    people = [platform.client(name, "seminars") for name in ("nimali", "ashan", "shalini", "imran", "dinuka")]
    cursor = people[0].get(routes.SYNC, params={"streams": "seminars"}).json()["cursor"]
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda client: client.put(place), people))
    got = [client for client, answer in zip(people, answers, strict=True) if answer.status_code == 200]
    refused = [answer for answer in answers if answer.status_code != 200]
    assert len(got) == 2 and {code_of(answer) for answer in refused} == {(409, "seminar.full")}
    assert got[0].put(place).json()["registered"], "who has a place keeps it"
    one = seen(teacher)[made.json()["id"]]
    assert (one.taken, one.capacity, one.registered) == (2, 2, False)
    news = people[0].get(routes.SYNC, params={"streams": "seminars", "cursor": cursor}).json()["changes"]
    assert made.json()["id"] in {change["id"] for change in news}, "that it is full is told to everybody"

    assert not got[0].delete(place).json()["registered"]
    assert got[0].delete(place).status_code == 200, "a second time changes nothing"
    late = next(client for client in people if client not in got)
    assert late.put(place).json()["registered"]

    assert code_of(platform.client("abinaya", "seminars").put(place)) == (404, "not_found"), "another class"
    assert code_of(platform.client("tharshini", "seminars").post(routes.SEMINAR_CANCEL.format(id=one.id))) == (
        404,
        "not_found",
    )
    assert teacher.post(routes.SEMINAR_CANCEL.format(id=one.id)).json()["state"] == "cancelled"
    assert code_of(got[0].put(place)) == (409, "seminar.cancelled")
    assert not late.delete(place).json()["registered"], "a place in what was called off can always be given back"


def test_who_announces_what(platform: RunningPlatform) -> None:
    teacher, office = platform.client("kamala", "seminars"), platform.client("admin", "seminars")
    assert code_of(planned(teacher, capacity=5, class_id=None)) == (404, "not_found")
    assert code_of(planned(platform.client("nimali", "seminars"), capacity=5)) == (404, "not_found")
    assert planned(teacher, capacity=5, endsAt=datetime.now(UTC).isoformat()).status_code == 422
    everybody = planned(office, capacity=5, class_id=None).json()
    assert everybody["id"] in seen(platform.client("abinaya", "seminars"))


def test_once_it_has_closed_no_place_is_given(clocked_platform: ClockedPlatform) -> None:
    office, student = (clocked_platform.client(name, "seminars") for name in ("admin", "rebecca"))
    closes = clocked_platform.clock.utc_now() + timedelta(minutes=10)
    seminar = planned(office, capacity=5, class_id=None, closesAt=closes.isoformat()).json()
    place = routes.SEMINAR_PLACE.format(id=seminar["id"])
    clocked_platform.clock.advance(599.0)
    assert student.put(place).json()["registered"]
    student.delete(place)
    clocked_platform.clock.advance(1.0)
    assert code_of(student.put(place)) == (409, "seminar.closed")


def test_recordings_are_seen_with_their_class_and_fetched_in_ranges(platform: RunningPlatform) -> None:
    student, outsider = platform.client("nimali", "recordings"), platform.client("abinaya", "recordings")
    items = [Recording.model_validate(item) for item in student.get(routes.RECORDINGS).json()["items"]]
    of_class = [item for item in items if item.class_id == CLASS]
    assert len(of_class) == 2 and of_class[0].recorded_at > of_class[1].recorded_at
    assert all(item.duration_seconds and item.teacher_name for item in items)
    assert outsider.get(routes.RECORDINGS).json()["items"] == []
    assert outsider.get(routes.MATERIAL_CONTENT.format(id=of_class[0].id)).status_code == 404
    synced = student.get(routes.SYNC_SNAPSHOT, params={"streams": "recordings"}).json()["changes"]
    assert {change["id"] for change in synced} == {item.id for item in items}

    content = routes.MATERIAL_CONTENT.format(id=of_class[0].id)
    whole = student.get(content)
    assert whole.headers["content-type"] == "audio/wav" and whole.content[:4] == b"RIFF"
    part = student.get(content, headers={"Range": "bytes=100-199"})
    assert part.status_code == 206 and part.content == whole.content[100:200]
    stored = next(item for item in student.get(routes.MATERIALS).json()["items"] if item["id"] == of_class[0].id)
    assert stored["sha256"] == sha256_hex(whole.content)


def test_a_teacher_says_which_lesson_a_file_is_a_recording_of(platform: RunningPlatform) -> None:
    teacher = platform.client("kamala", "recordings")
    materials = teacher.get(routes.MATERIALS).json()["items"]
    sound = next(item for item in materials if item["mediaType"] == "audio/wav" and item["classId"] == CLASS)
    sheet = next(item for item in materials if item["mediaType"] == "application/pdf" and item["classId"] == CLASS)
    lesson = demo_id("lesson", "live")
    body = {"materialId": sound["id"], "lessonId": lesson, "recordedAt": datetime.now(UTC).isoformat()}
    assert code_of(platform.client("nimali", "recordings").post(routes.RECORDINGS, json=body)) == (404, "not_found")
    assert code_of(platform.client("tharshini", "recordings").post(routes.RECORDINGS, json=body)) == (404, "not_found")
    assert code_of(teacher.post(routes.RECORDINGS, json=body | {"materialId": sheet["id"]})) == (422, "material.kind")
    assert code_of(teacher.post(routes.RECORDINGS, json=body | {"lessonId": "other"})) == (404, "not_found")
    before = next(item for item in teacher.get(routes.RECORDINGS).json()["items"] if item["id"] == sound["id"])
    told = teacher.post(routes.RECORDINGS, json=body | {"durationSeconds": before["durationSeconds"]})
    assert told.status_code == 200 and told.json()["lessonId"] == lesson
    body = {"materialId": sound["id"], "recordedAt": before["recordedAt"], "durationSeconds": before["durationSeconds"]}
    assert teacher.post(routes.RECORDINGS, json=body).json()["lessonId"] is None
