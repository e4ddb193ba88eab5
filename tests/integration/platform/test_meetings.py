"""A lesson's meeting on a real platform: who gets a token when, what is in it, and what the class is told."""

import asyncio
import logging
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
import socketio

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract import routes
from learnup_desktop.contract.meetings import MeetingTicket
from learnup_desktop.domain.meetings import OPENS_BEFORE, STAYS_OPEN
from learnup_platform.demo.school import demo_id
from learnup_platform.demo.timetable import live_lesson_id
from tests.integration.platform.exam_sitting import code_of
from tests.platform_fixture import TEST_ENVIRONMENT, ClockedPlatform, RunningPlatform, platform_in_a_thread

SECRET = "a-secret-that-only-the-deployment-knows-too"
PATH = routes.MEETING.format(id=live_lesson_id())
END = routes.MEETING_END.format(id=live_lesson_id())
TEACHER, STUDENT, OTHER_TEACHER = "kamala", "nimali", "tharshini"


@pytest.fixture
def meeting_platform(seeded_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClockedPlatform]:
    """A platform with a Jitsi deployment, whose clock the test moves."""
    settings = {"JITSI_DOMAIN": "Meet.School.test:8443", "JITSI_APP_ID": "school", "JITSI_SECRET": SECRET}
    for name, value in (TEST_ENVIRONMENT | settings).items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "meetings"
    shutil.copytree(seeded_data, folder)
    clock = ManualClock(datetime.now(UTC))
    with platform_in_a_thread(folder, clock) as url:
        running = ClockedPlatform(url, clock)
        yield running
        for client in running.clients:
            client.close()


def claims_of(ticket: MeetingTicket) -> dict[str, Any]:
    """What the deployment reads in it, checked as it checks."""
    claims: dict[str, Any] = jwt.decode(
        ticket.jwt,
        SECRET,
        algorithms=["HS256"],
        audience="jitsi",
        options={"verify_exp": False, "verify_nbf": False, "require": ["aud", "iss", "sub", "exp", "nbf"]},
    )
    return claims


def join(client: httpx.Client) -> MeetingTicket:
    answer = client.post(PATH, headers={"Idempotency-Key": "one-join"})
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return MeetingTicket.model_validate(answer.json())


def live_lesson(client: httpx.Client) -> dict[str, Any]:
    items = client.get(routes.SYNC_SNAPSHOT, params={"streams": "lessons"}).json()["changes"]
    return next(item["data"] for item in items if item["id"] == live_lesson_id())


def test_the_token_opens_one_room_for_one_person(
    meeting_platform: ClockedPlatform, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    teacher, student = meeting_platform.client(TEACHER), meeting_platform.client(STUDENT)
    hers, his = join(teacher), join(student)
    now = int(meeting_platform.clock.utc_now().timestamp())
    for ticket, moderator in ((hers, True), (his, False)):
        claims = claims_of(ticket)
        assert (claims["iss"], claims["sub"], claims["room"]) == ("school", "meet.school.test", ticket.room)
        assert claims["nbf"] <= now < claims["exp"] <= claims["nbf"] + 7200
        assert claims["exp"] <= ticket.closes_at.timestamp() and claims["exp"] == ticket.expires_at.timestamp()
        user, features = claims["context"]["user"], claims["context"]["features"]
        assert set(user) == {"id", "name", "email", "avatar", "moderator", "affiliation"}
        assert all(isinstance(value, str) for value in (*user.values(), *features.values())), "text, and no nulls"
        assert (user["moderator"], user["affiliation"]) == (("true", "owner") if moderator else ("false", "member"))
        assert features["recording"] == user["moderator"] and features["transcription"] == "true"
        assert ticket.moderator is moderator and ticket.domain == "Meet.School.test:8443"
        assert ticket.jwt not in repr(ticket) and ticket.jwt not in str(ticket)
    assert claims_of(his)["context"]["user"] | {} == {
        "id": demo_id("account", STUDENT),
        "name": his.display_name,
        "email": "",
        "avatar": "",
        "moderator": "false",
        "affiliation": "member",
    }
    assert hers.room == his.room and "*" not in hers.room and len(hers.room) >= 26
    again = join(student)
    assert again.room == his.room and again.jwt == his.jwt, "the same moment makes the same token"
    meeting_platform.clock.advance(60)
    assert join(student).jwt != his.jwt, "and a repeat with the same key is a new join, for a token is never kept"

    assert all(ticket.jwt not in caplog.text for ticket in (hers, his))
    database = sqlite3.connect(tmp_path / "meetings" / "platform.db")
    kept = "\n".join(line for line in database.iterdump())
    database.close()
    assert hers.jwt not in kept and his.jwt not in kept, "and lies in no table"


def test_only_those_of_the_lesson_and_only_in_its_time(meeting_platform: ClockedPlatform) -> None:
    def client(name: str) -> httpx.Client:
        return meeting_platform.client(name, f"{name}-{meeting_platform.clock.utc_now():%H%M}")

    lesson = live_lesson(client(TEACHER))
    starts, ends = datetime.fromisoformat(lesson["startsAt"]), datetime.fromisoformat(lesson["endsAt"])
    for outsider in (OTHER_TEACHER, "admin"):
        assert code_of(client(outsider).post(PATH)) == (404, "not_found")
    assert code_of(client(STUDENT).post(END)) == (404, "not_found")
    assert code_of(client(STUDENT).post(routes.MEETING.format(id="no-such-lesson"))) == (404, "not_found")

    others = client("admin").get(routes.SYNC_SNAPSHOT, params={"streams": "lessons"}).json()["changes"]
    planned = [change["data"] for change in others if change["data"]["classId"] == lesson["classId"]]
    cancelled = next(item for item in planned if item["state"] == "cancelled")
    in_a_room = next(item for item in planned if not item["online"] and item["state"] == "planned")
    assert code_of(client(TEACHER).post(routes.MEETING.format(id=cancelled["id"]))) == (409, "meeting.cancelled")
    assert code_of(client(TEACHER).post(routes.MEETING.format(id=in_a_room["id"]))) == (409, "meeting.not_online")

    path = routes.RESCHEDULE.format(id=lesson["id"])
    now = meeting_platform.clock.utc_now()
    later = now + timedelta(days=40)
    body = {"startsAt": later.isoformat(), "endsAt": (later + (ends - starts)).isoformat()}
    assert client(TEACHER).post(path, json=body).status_code == 200
    early = client(STUDENT).post(PATH)
    assert code_of(early) == (409, "meeting.too_early")
    opens = datetime.fromisoformat(early.json()["details"]["opensAt"])
    assert abs(opens - (later - OPENS_BEFORE)) < timedelta(seconds=1)
    meeting_platform.clock.advance((opens - now).total_seconds() + 1)
    assert not join(client(STUDENT)).moderator, "before the teacher, from the moment the window opens"
    meeting_platform.clock.advance((OPENS_BEFORE + (ends - starts) + STAYS_OPEN).total_seconds())
    assert code_of(client(STUDENT).post(PATH)) == (409, "meeting.over")


def test_the_class_is_told_once_and_the_teacher_ends_it_for_all(meeting_platform: ClockedPlatform) -> None:
    teacher, student = meeting_platform.client(TEACHER), meeting_platform.client(STUDENT)
    token = student.headers["Authorization"].removeprefix("Bearer ")
    assert not live_lesson(student)["meetingOpen"]

    async def listen() -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = []
        twice = asyncio.Event()

        def hear(payload: dict[str, Any]) -> None:
            told.append(payload)
            if len(told) == 2:
                twice.set()

        listener = socketio.AsyncClient(reconnection=False)
        listener.on("meeting:started", hear)
        await listener.connect(meeting_platform.url, auth={"token": token}, transports=["websocket"])
        try:
            await asyncio.to_thread(join, student)
            assert not told, "a student opens nothing"
            for act in (lambda: join(teacher), lambda: join(teacher), lambda: teacher.post(END), lambda: join(teacher)):
                await asyncio.to_thread(act)
            async with asyncio.timeout(20):
                await twice.wait()
        finally:
            await listener.disconnect()
        return told

    told = asyncio.run(listen())
    assert [item["lessonId"] for item in told] == [live_lesson_id()] * 2, "once when opened, once when opened again"
    assert told[0]["teacherName"] and "jwt" not in told[0] and "room" not in told[0]
    assert live_lesson(student)["meetingOpen"]
    for _ in range(2):
        assert teacher.post(END).status_code == 204
    assert not live_lesson(student)["meetingOpen"]
    assert code_of(student.post(PATH)) == (409, "meeting.ended")
    assert join(teacher).moderator and not join(student).moderator

    entries = meeting_platform.client("admin").get(routes.AUDIT_LOGS, params={"limit": 50}).json()["items"]
    did = [(item["action"], item["actorId"]) for item in entries if item["domain"] == "meetings"]
    assert ("joined", demo_id("account", STUDENT)) in did and ("started", demo_id("account", STUDENT)) not in did
    actions = [action for action, _ in did]
    assert (actions.count("started"), actions.count("ended"), actions.count("joined")) == (3, 2, 6)


def test_a_substitute_teaches_one_lesson(meeting_platform: ClockedPlatform) -> None:
    substitute, office = meeting_platform.client(OTHER_TEACHER), meeting_platform.client("admin")
    path = routes.SUBSTITUTE.format(id=live_lesson_id())
    assert code_of(substitute.put(path, json={"teacherId": demo_id("account", OTHER_TEACHER)})) == (404, "not_found")
    assert code_of(office.put(path, json={"teacherId": demo_id("account", STUDENT)})) == (404, "not_found")
    assert office.put(path, json={"teacherId": demo_id("account", OTHER_TEACHER)}).status_code == 204
    assert join(substitute).moderator and live_lesson(substitute)["meetingOpen"]
    roll = routes.ATTENDANCE.format(id=live_lesson_id())
    assert substitute.get(roll).status_code == 200
    cursor = substitute.get(routes.SYNC, params={"streams": "lessons"}).json()["cursor"]
    assert meeting_platform.client(TEACHER).post(END).status_code == 204
    news = substitute.get(routes.SYNC, params={"streams": "lessons", "cursor": cursor}).json()["changes"]
    assert [change["data"]["meetingOpen"] for change in news] == [False], "a substitute is told like the class"
    assert office.delete(path).status_code == 204
    assert code_of(substitute.post(PATH)) == (404, "not_found") and substitute.get(roll).status_code == 404
    cursor = substitute.get(routes.SYNC, params={"streams": "lessons"}).json()["changes"]
    assert live_lesson_id() not in {change["id"] for change in cursor if not change["deleted"]}


def test_tokens_are_not_for_the_asking(meeting_platform: ClockedPlatform) -> None:
    student = meeting_platform.client(STUDENT)
    answers = [student.post(PATH) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert join(meeting_platform.client(TEACHER)).moderator, "each account for itself"


def test_a_school_without_meetings_says_so(platform: RunningPlatform) -> None:
    refused = platform.client(STUDENT).post(PATH, headers={"Accept-Language": "ta"})
    assert code_of(refused) == (409, "meeting.not_configured")
    assert "பாடசாலை" in refused.json()["message"]
