"""The real worker process with real models and the simulated camera, as the exam uses it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.integrity import Assurance, IntegrityKind, ProctoringPolicy
from learnup_desktop.domain.sealed_evidence import open_evidence
from learnup_desktop.proctoring.messages import (
    ChallengeProgress,
    Configure,
    Enrolled,
    EventClosed,
    EventOpened,
    Fault,
    FaultKey,
    Gap,
    Message,
    Ready,
    Status,
    StatusWord,
    StoredTemplate,
    WorkerConfiguration,
    encode_command,
)
from learnup_desktop.proctoring.supervisor import ProctoringSupervisor, worker_command
from tests.face_assets import compose, scenario_tool

KEY = bytes(range(32))


class Desk:
    """A supervisor at work and what it has said."""

    def __init__(self) -> None:
        self.heard: list[tuple[float, Message]] = []
        self.supervisor = ProctoringSupervisor(lambda message: self.heard.append((time.monotonic(), message)))

    def of(self, kind: type[Message]) -> list[Any]:
        return [message for _, message in self.heard if isinstance(message, kind)]

    def opened(self) -> list[IntegrityKind]:
        return [message.event.kind for message in self.of(EventOpened)]

    async def until(self, true: Callable[[], object], seconds: float) -> float:
        began = time.monotonic()
        while not true():
            assert time.monotonic() - began < seconds, [message for _, message in self.heard][-5:]
            await asyncio.sleep(0.02)
        return time.monotonic() - began

    async def enrol(self) -> tuple[StoredTemplate, ...]:
        """Three frames of whoever sits there, used from then on."""
        for _ in range(3):
            self.supervisor.enrol_frame()
        await self.until(lambda: len(self.of(Enrolled)) == 3, 20)
        templates = tuple(answer.template for answer in self.of(Enrolled) if answer.template is not None)
        assert len(templates) == 3
        self.supervisor.use_templates(templates)
        await self.until(lambda: self.supervisor.assurance is Assurance.FULL, 5)
        return templates


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    made = Desk()
    yield made
    if made.supervisor.running:
        made.supervisor.stop()
        await made.supervisor.wait_stopped()


def check_evidence(closed: EventClosed) -> None:
    """Every picture is on disk under its hash and opens with the attempt's key."""
    for item in closed.evidence:
        sealed = Path(item.path).read_bytes()
        assert sha256_hex(sealed) == item.sha256
        header, jpeg = open_evidence(sealed, KEY)
        assert header["event"] == closed.event.id and sha256_hex(jpeg) == item.content_sha256


@pytest.mark.models
@pytest.mark.slow
async def test_an_exam_in_short(desk: Desk, face_assets: Path, tmp_path: Path) -> None:
    """Enrol, sit honestly, be swapped, come back, lose the worker: told each time, and rightly."""
    evidence = tmp_path / "evidence"
    desk.supervisor.start(WorkerConfiguration(models_root=face_assets))
    desk.supervisor.keep_evidence(evidence, KEY)  # as a sitting does: the key comes with the attempt
    await desk.until(lambda: desk.of(Ready), 120)
    first = desk.of(Ready)[0]
    assert first.camera == "simulated" and first.assurance is Assurance.CAMERA_ONLY
    assert {model.task: model.custom for model in first.models}["recognition"] is True
    templates = await desk.enrol()
    assert all(answer.photo and answer.quality > 300 for answer in desk.of(Enrolled))

    await asyncio.sleep(6)
    assert desk.opened() == []
    assert desk.of(Status)[-1].word is StatusWord.OK
    frame = desk.supervisor.newest_frame()
    assert frame is not None and len(frame.rgb) == frame.width * frame.height * 3
    assert len(set(frame.rgb)) > 50

    desk.supervisor.show_person(2)
    await desk.until(lambda: IntegrityKind.IDENTITY_MISMATCH in desk.opened(), 20)
    desk.supervisor.show_person(0)
    await desk.until(lambda: desk.of(EventClosed), 6)
    closed = desk.of(EventClosed)[0]
    assert closed.event.kind is IntegrityKind.IDENTITY_MISMATCH
    assert closed.event.evidence == tuple(item.sha256 for item in closed.evidence) != ()
    check_evidence(closed)

    os.kill(desk.supervisor.worker_pid or 0, signal.SIGKILL)
    ready = len(desk.of(Ready))
    await desk.until(lambda: len(desk.of(Ready)) > ready, 20)  # how fast is for `bench proctoring` to say
    assert len(desk.of(Gap)) == 1
    await desk.until(lambda: desk.supervisor.assurance is Assurance.FULL, 5)
    assert templates


@pytest.mark.models
async def test_a_challenge_that_nobody_follows_expires_and_can_be_cancelled(desk: Desk, face_assets: Path) -> None:
    desk.supervisor.start(WorkerConfiguration(models_root=face_assets))
    await desk.until(lambda: desk.of(Ready), 120)
    desk.supervisor.challenge(seconds=2.0)
    await desk.until(lambda: any(step.state == "expired" for step in desk.of(ChallengeProgress)), 8)
    desk.supervisor.challenge(seconds=60.0)
    await desk.until(lambda: desk.of(ChallengeProgress)[-1].state == "running", 3)
    desk.supervisor.cancel_challenge()
    await desk.until(lambda: desk.of(ChallengeProgress)[-1].state == "cancelled", 3)


async def test_without_models_the_camera_is_watched_and_nothing_pretends(desk: Desk, tmp_path: Path) -> None:
    desk.supervisor.start(WorkerConfiguration(models_root=tmp_path))
    await desk.until(lambda: desk.of(Ready), 120)
    await desk.until(lambda: desk.of(Status), 30)
    assert FaultKey.MODELS_MISSING in {fault.key for fault in desk.of(Fault)}
    # Until the first picture comes nothing is assured.
    await desk.until(lambda: desk.supervisor.assurance is Assurance.CAMERA_ONLY, 30)
    await desk.until(lambda: desk.of(Status)[-1].word is StatusWord.CAMERA_ONLY, 30)
    desk.supervisor.enrol_frame()
    await desk.until(lambda: desk.of(Enrolled), 30)
    assert not desk.of(Enrolled)[0].accepted
    desk.supervisor.show_person(-1, gain=0.01)
    await desk.until(lambda: IntegrityKind.CAMERA_COVERED in desk.opened(), 30)


@pytest.mark.parametrize(("camera", "key"), [("57", FaultKey.CAMERA_MISSING), ("no.mp4", FaultKey.VIDEO_UNREADABLE)])
async def test_without_a_camera_it_is_told_and_becomes_an_event(
    desk: Desk, tmp_path: Path, camera: str, key: FaultKey
) -> None:
    desk.supervisor.start(WorkerConfiguration(models_root=tmp_path, camera=camera))
    await desk.until(lambda: IntegrityKind.CAMERA_LOST in desk.opened(), 30)
    assert key in {fault.key for fault in desk.of(Fault)}
    assert desk.supervisor.assurance is Assurance.NONE


@pytest.mark.models
async def test_templates_of_another_model_are_never_compared(desk: Desk, face_assets: Path) -> None:
    foreign = StoredTemplate(data="AACAPwAAAAA", model_id="another-model")
    desk.supervisor.start(WorkerConfiguration(models_root=face_assets, templates=(foreign,)))
    await desk.until(lambda: desk.of(Ready), 120)
    assert FaultKey.TEMPLATES_UNUSABLE in {fault.key for fault in desk.of(Fault)}
    await desk.until(lambda: desk.supervisor.assurance is Assurance.CAMERA_ONLY, 30)


def test_a_worker_whose_client_died_ends_by_itself(tmp_path: Path) -> None:
    worker = subprocess.Popen(worker_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert worker.stdin is not None and worker.stdout is not None
    preview = tmp_path / "preview"
    preview.write_bytes(bytes(1_000_000))
    configure = Configure(
        policy=ProctoringPolicy(), camera="simulated", models_root=str(tmp_path), preview_file=str(preview)
    )
    worker.stdin.write(encode_command(configure))
    worker.stdin.flush()
    for line in worker.stdout:
        if json.loads(line)["type"] == "status":
            break
    worker.stdin.close()
    worker.stdout.close()
    assert worker.wait(10) == 0
    assert not preview.exists()


def run_command(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "learnup_desktop", *arguments], capture_output=True, text=True, timeout=120
    )


@pytest.mark.models
@pytest.mark.slow
def test_a_recording_is_analysed_as_the_exam_would(face_assets: Path, tmp_path: Path) -> None:
    if scenario_tool(face_assets) is None:
        pytest.skip("scenario.py is not beside the face assets")
    segments = [
        {"seconds": 12, "who": ["obama.jpg"], "label": "honest"},
        {"seconds": 6, "who": [], "label": "no_face"},
        {"seconds": 6, "who": ["obama.jpg"], "label": "honest"},
        {"seconds": 6, "who": ["biden.jpg"], "label": "identity_mismatch"},
        {"seconds": 5, "who": ["obama.jpg"], "label": "honest"},
        {"seconds": 2, "who": [], "label": "short"},
        {"seconds": 5, "who": ["obama.jpg"], "label": "honest"},
    ]
    clip, _ = compose(face_assets, tmp_path, "clip", {"fps": 5, "segments": segments})
    reference = str(face_assets / "images" / "obama2.jpg")
    done = run_command("analyse", str(clip), "--reference", reference, "--models", str(face_assets), "--json")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["kind"] for line in lines] == ["no_face", "identity_mismatch", "summary"]
    assert [set(line) for line in lines[:-1]] == [{"kind", "start", "end", "confidence", "frames"}] * 2
    assert set(lines[-1]) == {"kind", "observations", "videoSeconds", "cpuSeconds"}
    for line, (start, end) in zip(lines, [(12, 18), (24, 30)], strict=False):
        assert abs(line["start"] - start) < 1.0 and abs(line["end"] - end) < 3.0
        assert 0 < line["confidence"] <= 1 and line["frames"] >= 3
    assert lines[-1]["videoSeconds"] == pytest.approx(42.0, abs=0.2)
    assert lines[-1]["observations"] == pytest.approx(168, abs=6)
    assert lines[-1]["cpuSeconds"] < 10


@pytest.mark.models
def test_a_cut_off_recording_is_analysed_as_far_as_it_goes(face_assets: Path, tmp_path: Path) -> None:
    whole = (face_assets / "video" / "short_hamilton_clip.mp4").read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 2] + os.urandom(2000))
    done = run_command("analyse", str(cut), "--models", str(face_assets), "--json")
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 3)


def test_what_is_missing_is_said_in_words(tmp_path: Path) -> None:
    done = run_command("analyse", "no.mp4", "--models", str(tmp_path))
    assert done.returncode == 3
    assert "models install" in done.stderr and "Traceback" not in done.stderr
