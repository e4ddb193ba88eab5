"""What cameras do to a real worker process, and that each fault reaches the student in words and the platform's record.

Only the capture device is played: a script puts its own ``cv2.VideoCapture`` before the worker and does what a control
file says. Capture thread, pipeline, rules, pipe, supervisor, journal and platform are the real ones.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.integrity import Assurance, IntegrityKind, ProctoringPolicy
from learnup_desktop.features.exams.watch import Watch
from learnup_desktop.features.exams.words import camera_words
from learnup_desktop.proctoring.messages import (
    EventClosed,
    EventOpened,
    Fault,
    FaultKey,
    Gap,
    Message,
    Ready,
    WorkerConfiguration,
)
from learnup_desktop.proctoring.supervisor import ProctoringSupervisor
from tests.integration.client_side import signed_in
from tests.integration.exam_side import eventually, exams_service, start_open_exam
from tests.platform_fixture import ROOT, RunningPlatform

PLAYED = """
import os, sys, time
from pathlib import Path
sys.path.insert(0, {root!r})
import cv2, numpy as np
from learnup_desktop.proctoring import camera
from learnup_desktop.proctoring.worker import main

CONTROL = Path(sys.argv[1])
STUCK = CONTROL.with_name("stuck")
camera.DEVICES = CONTROL.parent
camera.HANG_SECONDS = 8.0 if STUCK.exists() else 30.0
camera.open_camera = lambda name: camera.DeviceCamera(0)
SHAPES = {{"grey": ((480, 640), "uint8"), "bgra": ((480, 640, 4), "uint8"), "deep": ((480, 640, 3), "uint16"),
          "odd": ((480, 640, 5), "uint8")}}

class PlayedCapture:
    def __init__(self, index):
        self.index, self.count = index, 0
        self.open, self.stuck = mode() not in ("missing", "busy"), STUCK.exists()
    def isOpened(self): return self.open
    def release(self): self.open = False
    def set(self, *_): return True
    def get(self, what): return {{cv2.CAP_PROP_FRAME_WIDTH: 640, cv2.CAP_PROP_FRAME_HEIGHT: 480}}.get(what, 15.0)
    def grab(self):
        self.count += 1
        time.sleep(0.05)
        while mode() == "silent" and self.count > 1:
            time.sleep(0.02)
            if self.stuck:
                time.sleep(3600)
        return mode() not in ("missing", "busy", "refused")
    def retrieve(self):
        shape, kind = SHAPES.get(mode(), ((480, 640, 3), "uint8"))
        noise = np.random.default_rng(self.count).integers(60, 200, shape)
        return True, (noise * (256 if kind == "uint16" else 1)).astype(kind)

def mode():
    return CONTROL.read_text().strip()

cv2.VideoCapture = PlayedCapture
sys.exit(main([]))
"""


class Device:
    """The played camera: ``become`` one of works, missing, busy, refused, silent, grey, bgra, deep, odd."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.control = folder / "mode"
        (folder / "played.py").write_text(PLAYED.format(root=str(ROOT)))
        self.become("works")

    def become(self, mode: str) -> None:
        node = self.folder / "video0"
        node.unlink(missing_ok=True) if mode == "missing" else node.touch()
        whole = self.folder / "mode.new"
        whole.write_text(mode)
        whole.replace(self.control)

    @property
    def command(self) -> list[str]:
        return [sys.executable, str(self.folder / "played.py"), str(self.control)]

    def configuration(self) -> WorkerConfiguration:
        return WorkerConfiguration(camera="0", models_root=self.folder)


class Desk:
    """A supervisor over the played camera, the exam's watch behind it, and what was heard."""

    def __init__(self, device: Device) -> None:
        self.heard: list[Message] = []
        self._device = device
        self.watch = Watch(self._make, lambda policy, templates: device.configuration(), lambda: 0)

    def _make(self, on_message: Callable[[Message], None], clock_ms: Callable[[], int]) -> ProctoringSupervisor:
        def hear(message: Message) -> None:
            self.heard.append(message)
            on_message(message)

        return ProctoringSupervisor(hear, command=self._device.command, clock_ms=clock_ms)

    def of(self, kind: type[Message]) -> list[Any]:
        return [message for message in self.heard if isinstance(message, kind)]

    def faults(self, key: FaultKey) -> int:
        return [fault.key for fault in self.of(Fault)].count(key)

    def lost(self, kind: type[Message]) -> list[Any]:
        return [message.event for message in self.of(kind) if message.event.kind is IntegrityKind.CAMERA_LOST]

    def counted(self, kind: type[Message], times: int) -> bool:
        return len(self.lost(kind)) == times

    async def until(self, true: Callable[[], object], seconds: float = 60.0) -> None:
        deadline = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < deadline, self.heard[-6:]
            await asyncio.sleep(0.02)


@pytest.fixture
def device(tmp_path: Path) -> Device:
    folder = tmp_path / "device"
    folder.mkdir()
    return Device(folder)


@pytest.fixture
async def desk(device: Device) -> AsyncIterator[Desk]:
    made = Desk(device)
    yield made
    await made.watch.stop()


@pytest.mark.parametrize(
    ("mode", "key", "advice"),
    [
        ("missing", FaultKey.CAMERA_MISSING, "Plug it in"),
        ("busy", FaultKey.CAMERA_BUSY, "Close that program"),
        ("refused", FaultKey.CAMERA_BUSY, "Close that program"),
        ("silent", FaultKey.CAMERA_SILENT, "plug it in again"),
        ("odd", FaultKey.CAMERA_FORMAT, "Choose another camera"),
    ],
)
async def test_what_a_camera_does_instead_of_pictures(
    desk: Desk, device: Device, mode: str, key: FaultKey, advice: str
) -> None:
    device.become(mode)
    desk.watch.start(ProctoringPolicy(), ())
    await desk.until(lambda: desk.lost(EventOpened))
    assert desk.faults(key)
    assert desk.lost(EventOpened)[0].detail == key.value
    assert desk.watch.assurance is Assurance.NONE
    # The reason stays said, although a worker without a picture is ready too.
    await desk.until(lambda: desk.of(Ready))
    assert desk.watch.state.camera_fault is key
    assert advice in camera_words(desk.watch.state)[0]
    # Whatever it was: once there are pictures it is over.
    device.become("works")
    await desk.until(lambda: desk.lost(EventClosed))
    await desk.until(lambda: desk.watch.assurance is Assurance.CAMERA_ONLY)
    assert desk.watch.state.camera_fault is None


async def test_a_driver_that_never_comes_back_is_left_with_its_process(desk: Desk, device: Device) -> None:
    stuck = device.folder / "stuck"
    stuck.touch()
    desk.watch.start(ProctoringPolicy(), ())
    await desk.until(lambda: desk.watch.assurance is Assurance.CAMERA_ONLY)
    device.become("silent")
    await desk.until(lambda: desk.faults(FaultKey.WORKER_CRASHED))
    assert desk.lost(EventClosed)  # the event of the lost camera ended with the worker, and the gap is told
    stuck.unlink()
    device.become("works")
    await desk.until(lambda: desk.of(Gap) and desk.watch.assurance is Assurance.CAMERA_ONLY)
    assert desk.of(Gap)[0].reason == "exit 4"


@pytest.mark.parametrize("mode", ["grey", "bgra", "deep"])
async def test_pictures_in_another_format_are_pictures(desk: Desk, device: Device, mode: str) -> None:
    device.become(mode)
    desk.watch.start(ProctoringPolicy(), ())
    await desk.until(lambda: desk.watch.state.light > 0)
    assert 100 < desk.watch.state.light < 160
    assert desk.watch.assurance is Assurance.CAMERA_ONLY
    assert {fault.key for fault in desk.of(Fault)} == {FaultKey.MODELS_MISSING}
    frame = desk.watch.newest_frame()
    assert frame is not None and len(set(frame.rgb)) > 50


@pytest.mark.slow
async def test_unplugged_twice_is_told_twice(desk: Desk, device: Device) -> None:
    desk.watch.start(ProctoringPolicy(), ())
    await desk.until(lambda: desk.watch.assurance is Assurance.CAMERA_ONLY)
    for times in (1, 2):
        device.become("missing")
        await desk.until(partial(desk.counted, EventOpened, times))
        await desk.until(lambda: desk.watch.state.camera_fault is FaultKey.CAMERA_MISSING)
        device.become("works")
        await desk.until(partial(desk.counted, EventClosed, times))
        await desk.until(lambda: desk.watch.assurance is Assurance.CAMERA_ONLY)
    closed = desk.lost(EventClosed)[-1]
    assert closed.detail == FaultKey.CAMERA_MISSING.value and closed.ended_ms > closed.started_ms


@pytest.mark.integration
@pytest.mark.slow
async def test_a_lost_camera_is_on_the_platforms_record_with_its_reason(
    fresh_platform: RunningPlatform, tmp_path: Path, device: Device
) -> None:
    async with signed_in(fresh_platform.url, tmp_path / "account", "nimali") as side:
        await side.sync.engine.pull()

        def make(on_message: Callable[[Message], None], clock_ms: Callable[[], int]) -> ProctoringSupervisor:
            return ProctoringSupervisor(on_message, command=device.command, clock_ms=clock_ms)

        service = exams_service(side, make)
        sitting = await start_open_exam(side, service)
        try:
            device.become("missing")
            await eventually(
                lambda: [flag for flag in sitting.flags.unread() if flag.kind is IntegrityKind.CAMERA_LOST]
            )
            device.become("works")
            await eventually(lambda: [flag for flag in sitting.flags.all() if flag.ended_ms is not None])
            sitting.hand_in()
            await eventually(lambda: sitting.receipt is not None)
        finally:
            await service.leave_sitting()
        entries = await side.store.journal.entries(sitting.meta.attempt_id)
        told = [entry.body for entry in entries if entry.body.get("kind") == IntegrityKind.CAMERA_LOST.value]
        assert [body["detail"] for body in told][-1] == FaultKey.CAMERA_MISSING.value
    teacher = fresh_platform.client("kamala")
    held = teacher.get(routes.INTEGRITY.format(id=sitting.meta.attempt_id)).raise_for_status().json()
    (event,) = [line["event"] for line in held["items"] if line["event"]["kind"] == IntegrityKind.CAMERA_LOST.value]
    assert event["detail"] == FaultKey.CAMERA_MISSING.value
    assert event["endedMs"] > event["startedMs"]
