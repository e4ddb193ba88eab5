"""A line is closed also when the library waits for a good-bye that nobody says."""

import asyncio
from types import SimpleNamespace

import pytest

from learnup_desktop.realtime import connection


async def test_a_line_whose_reading_task_is_never_told_is_closed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "HANG_UP_SECONDS", 0.05)
    never = asyncio.Event()
    reading, writing = asyncio.create_task(never.wait()), asyncio.create_task(never.wait())
    engine = SimpleNamespace(read_loop_task=reading, write_loop_task=writing, state="connected")

    async def shutdown() -> None:
        engine.state = "disconnecting"
        await asyncio.shield(reading)

    client = SimpleNamespace(eio=engine, shutdown=shutdown)
    await asyncio.wait_for(connection._hang_up(client), 10)
    assert reading.cancelled() and writing.cancelled()
