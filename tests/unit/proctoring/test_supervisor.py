"""The supervisor against a small real process: restarts, gaps, silence, and the attempt's clock."""

import asyncio
import os
import signal
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.contract.integrity import Assurance, IntegrityKind, Outcome
from learnup_desktop.proctoring import supervisor as module
from learnup_desktop.proctoring.messages import (
    EventClosed,
    EventOpened,
    Fault,
    FaultKey,
    Gap,
    Message,
    Ready,
    Stopped,
    WorkerConfiguration,
)
from learnup_desktop.proctoring.supervisor import ProctoringSupervisor

WORKER = """
import json, os, sys, threading, time
def say(**message):
    print(json.dumps(message), flush=True)
say(type="hello", atMs=1000, pid=os.getpid())
configure = json.loads(sys.stdin.readline())
say(type="ready", assurance="full", camera=configure["camera"])
{extra}
def beat():
    while True:
        time.sleep(0.2)
        say(type="status", word="ok", assurance="full")
threading.Thread(target=beat, daemon=True).start()
for line in sys.stdin:
    if json.loads(line)["type"] == "stop":
        break
say(type="stopped")
"""


class Scene:
    """A supervisor with what it said."""

    def __init__(self, script: Path, **arguments: Any) -> None:
        self.heard: list[Message] = []
        self.supervisor = ProctoringSupervisor(self.heard.append, command=[sys.executable, str(script)], **arguments)

    def of(self, kind: type[Message]) -> list[Any]:
        return [message for message in self.heard if isinstance(message, kind)]

    async def until(self, true: Callable[[], object], seconds: float = 10.0) -> None:
        deadline = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < deadline, f"only heard {self.heard}"
            await asyncio.sleep(0.01)

    async def end(self) -> None:
        self.supervisor.stop()
        await self.supervisor.wait_stopped()


@pytest.fixture
def script(tmp_path: Path) -> Callable[[str], Path]:
    def write(extra: str = "") -> Path:
        path = tmp_path / "worker.py"
        path.write_text(WORKER.replace("{extra}", textwrap.dedent(extra)))
        return path

    return write


async def test_a_killed_worker_is_back_within_two_seconds_and_the_gap_is_told(
    script: Callable[[str], Path],
) -> None:
    scene = Scene(script(""))
    scene.supervisor.start(WorkerConfiguration())
    await scene.until(lambda: scene.of(Ready))
    assert scene.supervisor.assurance is Assurance.FULL
    os.kill(scene.supervisor.worker_pid or 0, signal.SIGKILL)
    killed = time.monotonic()
    await scene.until(lambda: len(scene.of(Ready)) == 2)
    assert time.monotonic() - killed < 15.0  # at once, not after the delays of a worker that cannot start
    assert [fault.key for fault in scene.of(Fault)] == [FaultKey.WORKER_CRASHED]
    (gap,) = scene.of(Gap)
    assert gap.event.kind is IntegrityKind.WORKER_GAP
    assert gap.event.outcome is Outcome.COULD_NOT_SEE
    assert gap.event.ended_ms >= gap.event.started_ms
    await scene.end()
    assert isinstance(scene.heard[-1], Stopped)
    assert scene.supervisor.preview is None


async def test_an_event_open_at_the_crash_is_closed(script: Callable[[str], Path]) -> None:
    extra = """
    if not os.path.exists(sys.argv[0] + ".once"):
        open(sys.argv[0] + ".once", "w").close()
        say(type="event_opened", event={"id": "e1", "kind": "no_face", "startedMs": 1200})
        time.sleep(0.1)
        os._exit(11)
    """
    scene = Scene(script(extra))
    scene.supervisor.start(WorkerConfiguration())
    await scene.until(lambda: scene.of(Gap))
    (opened,), (closed,) = scene.of(EventOpened), scene.of(EventClosed)
    assert closed.event.id == opened.event.id
    assert closed.event.ended_ms is not None and closed.event.ended_ms >= opened.event.started_ms
    await scene.end()


async def test_times_are_on_the_attempts_clock(script: Callable[[str], Path]) -> None:
    scene = Scene(
        script('say(type="event_opened", event={"id": "e1", "kind": "no_face", "startedMs": 1500})'),
        clock_ms=lambda: 50_000,
    )
    scene.supervisor.start(WorkerConfiguration())
    await scene.until(lambda: scene.of(EventOpened))
    # The worker's clock read 1000 when the attempt's read 50000.
    assert scene.of(EventOpened)[0].event.started_ms == 50_500
    await scene.end()


async def test_a_silent_worker_is_replaced(script: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SILENCE_SECONDS", 0.6)
    extra = """
    if not os.path.exists(sys.argv[0] + ".once"):
        open(sys.argv[0] + ".once", "w").close()
        time.sleep(60)
    """
    scene = Scene(script(extra))
    scene.supervisor.start(WorkerConfiguration())
    await scene.until(lambda: len(scene.of(Ready)) == 2)
    assert FaultKey.WORKER_SILENT in {fault.key for fault in scene.of(Fault)}
    await scene.end()


async def test_a_worker_that_cannot_start_is_told_and_the_client_lives(tmp_path: Path) -> None:
    heard: list[Message] = []
    supervisor = ProctoringSupervisor(heard.append, command=[str(tmp_path / "missing")])
    supervisor.start(WorkerConfiguration())
    await asyncio.sleep(0.3)
    assert supervisor.assurance is Assurance.NONE
    supervisor.stop()
    await supervisor.wait_stopped()
    assert [message.event.kind for message in heard if isinstance(message, Gap)] == [IntegrityKind.WORKER_GAP]


async def test_lines_that_are_no_messages_are_passed_over(script: Callable[[str], Path]) -> None:
    scene = Scene(script('print("[ WARN] a native library speaks", flush=True); print("{}", flush=True)'))
    scene.supervisor.start(WorkerConfiguration())
    await scene.until(lambda: scene.of(Ready))
    await scene.end()
    assert scene.of(Fault) == []


async def test_stopping_at_once_and_starting_again(script: Callable[[str], Path]) -> None:
    scene = Scene(script(""))
    scene.supervisor.start(WorkerConfiguration())
    await scene.end()
    assert not scene.supervisor.running
    scene.supervisor.start(WorkerConfiguration())
    await scene.until(lambda: scene.of(Ready))
    await scene.end()
