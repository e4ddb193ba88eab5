"""Pulling changes: visibility, pages, cursors, joining and leaving a class, hints over Socket.IO."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import socketio

from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import ClassRoll, Lesson, Material, SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.sync import Change, Stream, SyncAnswer
from learnup_desktop.contract.wire import WireModel, wire_time
from learnup_platform.demo.classes import MATHEMATICS_ENGLISH, PHYSICS_ENGLISH
from learnup_platform.demo.school import demo_id
from learnup_platform.modules.sync.service import SNAPSHOT_PAGE
from tests.platform_fixture import RunningPlatform

ENROLLMENTS = f"{routes.API}/enrollments"
MODELS: dict[Stream, type[WireModel]] = {
    Stream.CLASSES: SchoolClass,
    Stream.ROLLS: ClassRoll,
    Stream.LESSONS: Lesson,
    Stream.MATERIALS: Material,
    Stream.ANNOUNCEMENTS: Announcement,
}
PHYSICS = demo_id("class", PHYSICS_ENGLISH)
MATHEMATICS = demo_id("class", MATHEMATICS_ENGLISH)


def pull(client: httpx.Client, cursor: str | None = None, streams: str | None = None) -> tuple[list[Change], str]:
    """Everything there is to pull, over as many pages as it takes."""
    changes: list[Change] = []
    while True:
        parameters = {name: value for name, value in (("cursor", cursor), ("streams", streams)) if value}
        answer = client.get(routes.SYNC, params=parameters)
        answer.raise_for_status()
        page = SyncAnswer.model_validate(answer.json())
        changes.extend(page.changes)
        cursor = page.cursor
        if not page.has_more:
            return changes, cursor


def ids(changes: list[Change], stream: Stream) -> set[str]:
    return {change.id for change in changes if change.stream is stream}


def announce(client: httpx.Client, title: str, class_id: str | None) -> str:
    body = {"classId": class_id, "title": {"en": title}, "body": {"en": "Text"}}
    answer = client.post(routes.ANNOUNCEMENTS, json=body)
    answer.raise_for_status()
    return str(answer.json()["id"])


def test_the_first_pull_is_all_one_may_see_and_nothing_else(platform: RunningPlatform) -> None:
    student, _ = pull(platform.client("nimali"))
    assert ids(student, Stream.CLASSES) == {PHYSICS, MATHEMATICS}
    assert ids(student, Stream.ROLLS) == set()
    lessons = [Lesson.model_validate(change.data) for change in student if change.stream is Stream.LESSONS]
    assert {lesson.class_id for lesson in lessons} == {PHYSICS, MATHEMATICS}
    for change in student:
        if change.stream in MODELS:
            MODELS[change.stream].model_validate(change.data)

    teacher, _ = pull(platform.client("kamala"))
    rolls = {change.id: ClassRoll.model_validate(change.data) for change in teacher if change.stream is Stream.ROLLS}
    assert len(rolls) == 2
    assert len(rolls[PHYSICS].students) == 20

    everything, _ = pull(platform.client("admin"))
    assert len(ids(everything, Stream.CLASSES)) == 6
    assert len(ids(everything, Stream.LESSONS)) > 60


def test_nothing_new_is_small_and_304(platform: RunningPlatform) -> None:
    client = platform.client("vidura")
    _, cursor = pull(client)
    answer = client.get(routes.SYNC, params={"cursor": cursor})
    assert answer.json() == {"changes": [], "cursor": cursor, "hasMore": False}
    headers = sum(len(name) + len(value) + 4 for name, value in answer.headers.items())
    assert headers + len(answer.content) < 2048
    unchanged = client.get(routes.SYNC, params={"cursor": cursor}, headers={"If-None-Match": answer.headers["etag"]})
    assert unchanged.status_code == 304


def test_a_moved_lesson_reaches_those_it_concerns(fresh_platform: RunningPlatform) -> None:
    kamala, nimali, amaya = (fresh_platform.client(name) for name in ("kamala", "nimali", "amaya"))
    _, nimali_cursor = pull(nimali)
    _, amaya_cursor = pull(amaya)
    lesson = next(
        lesson
        for lesson in (
            Lesson.model_validate(change.data) for change in pull(kamala)[0] if change.stream is Stream.LESSONS
        )
        if lesson.class_id == PHYSICS
        and lesson.state == "planned"
        and lesson.topic.en
        and not lesson.online
        and lesson.starts_at > datetime.now(lesson.starts_at.tzinfo) + timedelta(days=1)
    )
    starts = lesson.starts_at.replace(hour=13, minute=0)
    body = {
        "startsAt": wire_time(starts),
        "endsAt": wire_time(starts + timedelta(hours=1)),
        "room": "Main hall",
        "reason": "Sports meet",
    }
    moved = kamala.post(routes.RESCHEDULE.format(id=lesson.id), json=body)
    assert moved.status_code == 200, moved.text
    changes, _ = pull(nimali, nimali_cursor)
    (change,) = changes
    seen = Lesson.model_validate(change.data)
    assert (seen.id, seen.state, seen.room, seen.starts_at) == (lesson.id, "moved", "Main hall", starts)
    assert (seen.previous_starts_at, seen.previous_room) == (lesson.starts_at, lesson.room)
    assert seen.note is not None
    assert seen.note.en == "Sports meet"
    assert pull(amaya, amaya_cursor)[0] == []


def test_joining_and_leaving_a_class(fresh_platform: RunningPlatform) -> None:
    admin, student, teacher = (fresh_platform.client(name) for name in ("admin", "amaya", "kamala"))
    amaya = demo_id("account", "amaya")
    _, cursor = pull(student)
    _, teacher_cursor = pull(teacher)
    assert student.get(routes.CLASS.format(id=PHYSICS)).status_code == 404

    joined = admin.post(ENROLLMENTS, json={"classId": PHYSICS, "studentId": amaya})
    assert joined.status_code == 204
    changes, cursor = pull(student, cursor)
    assert PHYSICS in ids(changes, Stream.CLASSES)
    assert len(ids(changes, Stream.LESSONS)) > 10
    assert len(ids(changes, Stream.MATERIALS)) == 4 and len(ids(changes, Stream.RECORDINGS)) == 2
    assert student.get(routes.CLASS.format(id=PHYSICS)).status_code == 200
    news, teacher_cursor = pull(teacher, teacher_cursor)
    (roll,) = [ClassRoll.model_validate(change.data) for change in news if change.stream is Stream.ROLLS]
    assert len(roll.students) == 21

    left = admin.delete(ENROLLMENTS, params={"classId": PHYSICS, "studentId": amaya})
    assert left.status_code == 204
    changes, _ = pull(student, cursor)
    gone = [change for change in changes if change.stream in (Stream.CLASSES, Stream.LESSONS, Stream.MATERIALS)]
    assert PHYSICS in {change.id for change in gone}
    assert all(change.deleted and change.data is None for change in gone)
    assert student.get(routes.CLASS.format(id=PHYSICS)).status_code == 404


def test_more_than_a_page_comes_in_pages(fresh_platform: RunningPlatform) -> None:
    admin = fresh_platform.client("admin")
    listener = fresh_platform.client("balan")
    _, cursor = pull(listener)
    wanted = _add_notices(fresh_platform, SNAPSHOT_PAGE + 30)
    first = SyncAnswer.model_validate(listener.get(routes.SYNC, params={"cursor": cursor}).json())
    assert first.has_more
    assert len(first.changes) == 200
    rest, _ = pull(listener, first.cursor)
    assert [change.id for change in [*first.changes, *rest]] == wanted

    fresh = fresh_platform.client("chitra")
    page = SyncAnswer.model_validate(fresh.get(routes.SYNC_SNAPSHOT).json())
    assert page.has_more
    # What happens while a snapshot is being paged is not lost.
    late = announce(admin, "While paging", None)
    others, cursor = pull(fresh, page.cursor)
    later, _ = pull(fresh, cursor)
    announcements = ids([*page.changes, *others, *later], Stream.ANNOUNCEMENTS)
    assert set(wanted) | {late} <= announcements


def _add_notices(platform: RunningPlatform, count: int) -> list[str]:
    """Notices to everyone, written into the database in one go; their ids in the order of their changes."""
    now = datetime.now(UTC).replace(tzinfo=None).isoformat(sep=" ")
    ids = [demo_id("notice", str(number)) for number in range(count)]
    author = demo_id("account", "admin")
    with closing(sqlite3.connect(platform.data / "platform.db")) as database:
        (last,) = database.execute("SELECT sequence FROM sync_state").fetchone()
        database.executemany(
            "INSERT INTO announcements (id, title, body, author_id, published_at) VALUES (?, ?, ?, ?, ?)",
            [(notice, '{"en": "Notice"}', '{"en": "Text"}', author, now) for notice in ids],
        )
        database.executemany(
            "INSERT INTO sync_changes (stream, entity_id, audience, sequence, changed_at) VALUES (?, ?, ?, ?, ?)",
            [("announcements", notice, "everyone", last + place, now) for place, notice in enumerate(ids, 1)],
        )
        database.execute("UPDATE sync_state SET sequence = ?", (last + count,))
        database.commit()
    return ids


@pytest.mark.parametrize("kind", ["garbage", "other-account", "other-streams", "forgotten"])
def test_a_cursor_that_does_not_hold_is_410(fresh_platform: RunningPlatform, kind: str) -> None:
    client = fresh_platform.client("nimali")
    _, cursor = pull(client)
    parameters = {"cursor": cursor}
    if kind == "garbage":
        parameters = {"cursor": "bm90IGEgY3Vyc29y"}
    elif kind == "other-account":
        parameters = {"cursor": pull(fresh_platform.client("ashan"))[1]}
    elif kind == "other-streams":
        parameters = {"cursor": cursor, "streams": "classes"}
    else:
        with closing(sqlite3.connect(fresh_platform.data / "platform.db")) as database:
            database.execute("UPDATE sync_state SET sequence = 100, floor = 50")
            database.commit()
    answer = client.get(routes.SYNC, params=parameters)
    assert (answer.status_code, answer.json()["code"]) == (410, "sync.cursor_too_old")
    assert client.get(routes.SYNC_SNAPSHOT).status_code == 200


def test_streams_can_be_chosen(platform: RunningPlatform) -> None:
    changes, _ = pull(platform.client("melissa"), streams="classes,from-the-future")
    assert {change.stream for change in changes} == {Stream.CLASSES}
    assert platform.client("melissa").get(routes.SYNC, params={"streams": "nonsense"}).status_code == 422


class Listener:
    """A Socket.IO client that remembers what it hears."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        self.client = socketio.AsyncClient(reconnection=False)
        for name in ("sync", "session:revoked"):
            self.client.on(name, self._remember(name))

    def _remember(self, name: str) -> Callable[..., Any]:
        async def remember(payload: object = None) -> None:
            await self.heard.put((name, payload))

        return remember

    async def connect(self, platform: RunningPlatform, token: str) -> None:
        await self.client.connect(platform.url, auth={"token": token}, transports=["websocket"])

    async def next(self) -> tuple[str, Any]:
        async with asyncio.timeout(5):
            return await self.heard.get()


async def test_a_change_is_hinted_to_the_room_it_concerns(platform: RunningPlatform) -> None:
    concerned, other = Listener(), Listener()
    await concerned.connect(platform, platform.sign_in("sahan")["accessToken"])
    await other.connect(platform, platform.sign_in("balan")["accessToken"])
    teacher = platform.client("ruwan")
    await asyncio.to_thread(announce, teacher, "Listen", MATHEMATICS)
    assert await concerned.next() == ("sync", {"streams": ["announcements"]})
    await asyncio.sleep(0.2)
    assert other.heard.empty()
    await concerned.client.disconnect()
    await other.client.disconnect()


async def test_a_refused_write_is_not_hinted(platform: RunningPlatform) -> None:
    listener = Listener()
    await listener.connect(platform, platform.sign_in("rebecca")["accessToken"])
    student = platform.client("rebecca")
    refused = await asyncio.to_thread(
        student.post, routes.ANNOUNCEMENTS, json={"title": {"en": "No"}, "body": {"en": "No"}}
    )
    assert refused.status_code == 404
    await asyncio.sleep(0.2)
    assert listener.heard.empty()
    await listener.client.disconnect()


async def test_a_device_that_is_signed_out_is_told(platform: RunningPlatform) -> None:
    pair = platform.sign_in("nathan", "to-be-revoked")
    listener = Listener()
    await listener.connect(platform, pair["accessToken"])
    here = platform.client("nathan", "here")
    devices = here.get(routes.SESSIONS).json()["items"]
    other = next(device["id"] for device in devices if not device["current"])
    await asyncio.to_thread(here.delete, routes.SESSION.format(id=other))
    assert (await listener.next())[0] == "session:revoked"
    await listener.client.wait()
    assert not listener.client.connected


async def test_a_connection_without_a_good_token_is_refused(platform: RunningPlatform) -> None:
    listener = Listener()
    with pytest.raises(socketio.exceptions.ConnectionError):
        await listener.connect(platform, "not-a-token")
