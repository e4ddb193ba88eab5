"""The live line on a real platform: hints arrive, a kill is survived, a revoked session is told and not hammered."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from learnup_desktop.base.errors import OfflineError, SignInError
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.classes import ClassRoll, Lesson
from learnup_desktop.contract.exams import AttemptStatus
from learnup_desktop.contract.realtime import AttendanceUpdated, ClientEvent, SyncHint
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.journal import genesis_head
from learnup_desktop.realtime import connection as connection_module
from learnup_desktop.realtime.connection import LineState, RealtimeConnection
from learnup_desktop.realtime.events import RealtimeEvent, SessionRevoked
from tests.integration.client_side import ClientSide, signed_in
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


async def eventually(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        await asyncio.sleep(0.02)


def line_of(side: ClientSide, events: list[RealtimeEvent], states: list[LineState]) -> RealtimeConnection:
    transport = side.client.transport
    return RealtimeConnection(transport.base_url, transport.access_token, events.append, states.append)


async def test_a_change_is_hinted_and_a_killed_platform_is_found_again(
    fresh_platform: RunningPlatform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "LONGEST_DELAY_SECONDS", 0.3)
    events: list[RealtimeEvent] = []
    states: list[LineState] = []
    async with signed_in(fresh_platform.url, tmp_path / "account", "kamala") as side:
        await side.sync.engine.pull()
        line = line_of(side, events, states)
        line.start()
        line.start()
        await eventually(lambda: line.state is LineState.CONNECTED)
        rolls = await side.store.cache.all(Stream.ROLLS, ClassRoll)
        lessons = await side.store.cache.all(Stream.LESSONS, Lesson)
        lesson = next(item for item in lessons if item.class_id == rolls[0].class_id)
        mark = Mark(
            id=uuid7(),
            lesson_id=lesson.id,
            student_id=rolls[0].students[0].id,
            state=AttendanceState.PRESENT,
            marked_at=datetime.now(UTC),
            marked_by=side.pair.account.id,
        )
        await side.client.attendance.put(lesson.id, [mark], uuid7())
        await eventually(lambda: any(isinstance(event, AttendanceUpdated) for event in events))
        await eventually(lambda: any(isinstance(event, SyncHint) for event in events))
        fresh_platform.kill()
        await eventually(lambda: line.state is not LineState.CONNECTED)
        status = AttemptStatus(attempt_id="a", answered=0, head=genesis_head("a"), worker_state="ok")
        with pytest.raises(OfflineError):
            await line.emit(ClientEvent.ATTEMPT_STATUS, status)
        fresh_platform.start()
        line.hurry()
        await eventually(lambda: line.state is LineState.CONNECTED)
        await line.close()
        await line.close()
        assert states[-1] is LineState.CLOSED
    assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]


async def test_a_revoked_session_is_told_and_the_line_waits_for_signing_in(
    platform: RunningPlatform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "LONGEST_DELAY_SECONDS", 0.1)
    events: list[RealtimeEvent] = []
    states: list[LineState] = []
    async with signed_in(platform.url, tmp_path / "account", "vidura") as side:
        line = line_of(side, events, states)
        line.start()
        await eventually(lambda: line.state is LineState.CONNECTED)
        with platform.client("vidura", "other-device") as other:
            sessions = other.get("/api/v1/auth/sessions").json()["items"]
            mine = next(item["id"] for item in sessions if not item["current"])
            other.delete(f"/api/v1/auth/sessions/{mine}").raise_for_status()
        await eventually(lambda: SessionRevoked() in events)
        with pytest.raises(SignInError):
            await side.client.auth.me()
        line.hurry()
        tried = -1
        while len(states) != tried:  # a line that went on trying would do so several times in this while
            tried = len(states)
            await asyncio.sleep(1.0)
            assert tried < 200, "the line goes on trying though nobody is signed in"
        assert line.state is LineState.WAITING
        await line.close()


async def test_closing_while_nobody_answers_leaves_nothing_behind(free_port: int) -> None:
    async def token() -> str:
        return "token"

    states: list[LineState] = []
    line = RealtimeConnection(f"http://127.0.0.1:{free_port}", token, lambda event: None, states.append)
    line.start()
    await eventually(lambda: LineState.WAITING in states)
    await line.close()
    assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
