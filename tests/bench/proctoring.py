"""What proctoring costs: the pipeline against InsightFace as it comes, and a real worker process over real time.

Both analyses see the same frames at the same rate in the same run, in turns of a few seconds, so that what else runs on
this computer weighs on both. InsightFace as it comes is ``FaceAnalysis.get`` (its default sizes, the same model files,
one ONNX thread) and ``Liveness.predict`` on every face. Decoding is on neither side; the worker's own figure has
all of it. What counts is processor time, so that others on the same cores weigh little. A worker's start is told from
its launch to the message that it is ready, a restart from the kill to the same message of the next one.
"""

import argparse
import asyncio
import os
import signal
import statistics
import tempfile
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.harness import Verdict, emit, median
from tests.face_assets import analyser_for, compose, face_assets_folder, photo, scenario_tool

if TYPE_CHECKING:
    from learnup_desktop.face.analyser import Image
    from learnup_desktop.proctoring.messages import Message
    from learnup_desktop.proctoring.pipeline import Pipeline

TIMES_LESS, CORE_PERCENT, PSS_MB, RATE, RESTART_SECONDS = 10.0, 5.0, 250.0, 4.0, 2.0
RESTARTS = 5
PERSON = "obama.jpg"


def frames_of(assets: Path, folder: Path, seconds: int) -> "list[tuple[float, Image]]":
    """An honest webcam clip at the observed rate: time and picture."""
    import numpy as np

    from learnup_desktop.proctoring.camera import VideoCamera
    from learnup_desktop.proctoring.simulated import SimulatedCamera

    if scenario_tool(assets) is None:
        simulated = SimulatedCamera(0, fps=RATE, paced=False)
        frames = []
        for _ in range(round(seconds * RATE)):
            simulated.grab()
            shown = simulated.retrieve()
            assert shown is not None
            frames.append((shown.at, shown.image))
        return frames
    plan = {"fps": 10, "segments": [{"seconds": seconds, "who": [PERSON], "label": "honest"}]}
    clip, _ = compose(assets, folder, "honest", plan)
    camera, found, due = VideoCamera(clip, paced=False), [], 0.0
    while camera.grab():
        frame = camera.retrieve()
        if frame is not None and frame.at >= due - 0.01:
            due += 1.0 / RATE
            found.append((frame.at, np.ascontiguousarray(frame.image)))
    camera.close()
    return found


def pipeline_for(assets: Path, first: "Image") -> "Pipeline":
    """The exam's pipeline with the person of the clip enrolled."""
    from learnup_desktop.contract.integrity import ProctoringPolicy
    from learnup_desktop.face.identity import Template
    from learnup_desktop.face.liveness import LivenessCheck
    from learnup_desktop.proctoring.pipeline import Pipeline

    analyser = analyser_for(assets)
    analyser.warm_up()
    recognition, liveness = analyser.models.recognition, analyser.models.liveness
    assert recognition is not None and liveness is not None
    reference = photo(assets, PERSON) if scenario_tool(assets) is not None else first
    vector, strength = analyser.measure(reference, analyser.detect(reference, side=640)[0])
    policy = ProctoringPolicy(observations_per_second=RATE)
    template = Template(vector, recognition.model_id, strength)
    return Pipeline(policy, analyser, LivenessCheck(liveness), [template])


def insightface_as_it_comes(assets: Path) -> "Any":
    """A call that analyses one frame with ``FaceAnalysis.get`` and ``Liveness.predict``."""
    from insightface.addons import Liveness
    from insightface.app import FaceAnalysis
    from onnxruntime import SessionOptions

    pack = next(folder for folder in sorted((assets / "models").iterdir()) if folder.is_dir())
    # Its own defaults (memory arena and all) but for the threads, whose spinning would count against it.
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    arguments: dict[str, Any] = {"providers": ["CPUExecutionProvider"], "sess_options": options}
    application = FaceAnalysis(name=str(pack), **arguments)
    application.prepare(ctx_id=0)
    liveness = Liveness(assets / "addons" / "liveness.onnx", **arguments)

    def analyse(image: "Image") -> None:
        for face in application.get(image):
            liveness.predict(image, face.kps)

    return analyse


def compare(assets: Path, frames: "list[tuple[float, Image]]", verdict: Verdict) -> None:
    """CPU milliseconds a second of video, in turns of five seconds."""
    pipeline = pipeline_for(assets, frames[0][1])
    plain = insightface_as_it_comes(assets)
    plain(frames[0][1])
    turn = round(5 * RATE)
    ours: list[float] = []
    theirs: list[float] = []
    looks = 0
    for start in range(0, len(frames) - turn + 1, turn):
        part = frames[start : start + turn]
        began = time.process_time()
        for at, image in part:
            if pipeline.due(at):
                pipeline.look(image, at)
                looks += 1
        between = time.process_time()
        for _, image in part:
            plain(image)
        ended = time.process_time()
        ours.append(1000 * (between - began) / 5)
        theirs.append(1000 * (ended - between) / 5)
        emit("turn", pipelineMsPerSecond=round(ours[-1], 2), insightfaceMsPerSecond=round(theirs[-1], 2))
    # The first turn has the warm-up of caches on both sides.
    mine, base = sum(ours[1:]) / len(ours[1:]), sum(theirs[1:]) / len(theirs[1:])
    verdict.note("pipelineMsPerVideoSecond", round(mine, 2))
    verdict.note("insightfaceMsPerVideoSecond", round(base, 2))
    verdict.at_least("timesLessThanInsightFace", round(base / mine, 2), TIMES_LESS)
    verdict.at_least("looksPerSecond", round(looks / (frames[-1][0] + 1 / RATE), 2), RATE * 0.97)
    verdict.holds("honestClipRaisesNothing", not pipeline.rules.finish())


class Desk:
    """A real worker under its supervisor, and what it has said."""

    def __init__(self) -> None:
        from learnup_desktop.proctoring.supervisor import ProctoringSupervisor

        self.heard: list[tuple[float, Message]] = []
        self.supervisor = ProctoringSupervisor(lambda message: self.heard.append((time.monotonic(), message)))

    def of(self, kind: "type[Message]") -> list[Any]:
        """The messages of a kind so far."""
        return [message for _, message in self.heard if isinstance(message, kind)]

    async def wait_for(self, kind: "type[Message]", count: int, within: float) -> list[Any]:
        """Until there are ``count`` of them, or the time is over."""
        deadline = time.monotonic() + within
        while len(self.of(kind)) < count and time.monotonic() < deadline:  # noqa: ASYNC110 - no event to wait on
            await asyncio.sleep(0.02)
        return self.of(kind)

    async def seconds_to(self, kind: "type[Message]", since: float, within: float) -> float:
        """How long after ``since`` the first one came; 99 when none did."""
        await self.wait_for(kind, 1, within)
        moments = [moment for moment, message in self.heard if isinstance(message, kind)]
        return round(min(moments, default=since + 99.0) - since, 2)


async def watch(assets: Path, seconds: int, folder: Path, verdict: Verdict) -> None:
    """A real worker over real time: start, processor share, memory, a swapped person named, restarts after kills.

    Its share is that of a sitting (the lobby's larger self-view is noted beside it). ``folder`` is for evidence.
    """
    from learnup_desktop.contract.integrity import Assurance, IntegrityKind
    from learnup_desktop.proctoring.messages import Enrolled, EventOpened, Ready, Status, WorkerConfiguration

    desk = Desk()
    supervisor = desk.supervisor
    began = time.monotonic()
    supervisor.start(WorkerConfiguration(models_root=assets))
    verdict.note("workerStartSeconds", await desk.seconds_to(Ready, began, 60))
    for _ in range(3):
        supervisor.enrol_frame()
    enrolled = await desk.wait_for(Enrolled, 3, 20)
    supervisor.use_templates([answer.template for answer in enrolled if answer.template is not None])
    await asyncio.sleep(3)
    lobby = await measure_process(supervisor.worker_pid or 0, 10)
    verdict.note("lobbyCorePercent", lobby["corePercent"])
    supervisor.keep_evidence(folder, bytes(32))
    await asyncio.sleep(2)
    desk.heard.clear()
    figures = await measure_process(supervisor.worker_pid or 0, seconds)
    statuses = desk.of(Status)
    verdict.at_most("workerCorePercent", figures["corePercent"], CORE_PERCENT)
    verdict.at_most("workerPssMb", figures["pssMb"], PSS_MB)
    verdict.note("workerUssMb", figures["ussMb"])
    rate = median([status.observations_per_second for status in statuses]) if statuses else 0.0
    verdict.at_least("workerLooksPerSecond", rate, RATE * 0.95)
    verdict.holds("assuranceFull", supervisor.assurance is Assurance.FULL)
    verdict.holds("honestWorkerRaisesNothing", not desk.of(EventOpened))
    desk.heard.clear()
    swapped = time.monotonic()
    supervisor.show_person(2)
    named = await desk.seconds_to(EventOpened, swapped, 12)
    kinds = {message.event.kind for message in desk.of(EventOpened)}
    verdict.at_most("swappedPersonNamedSeconds", named, 8.0)
    verdict.holds("swappedPersonIsAnotherPerson", kinds == {IntegrityKind.IDENTITY_MISMATCH})
    await restarts(desk, verdict)
    supervisor.stop()
    await supervisor.wait_stopped()


async def restarts(desk: Desk, verdict: Verdict) -> None:
    """Kill the worker again and again: how long until the next one is ready."""
    from learnup_desktop.proctoring.messages import Ready

    back: list[float] = []
    for _ in range(RESTARTS):
        desk.heard.clear()
        killed = time.monotonic()
        os.kill(desk.supervisor.worker_pid or 0, signal.SIGKILL)
        back.append(await desk.seconds_to(Ready, killed, 20))
        emit("restart", seconds=back[-1])
        await asyncio.sleep(1.0)
    verdict.at_most("workerBackSeconds", round(statistics.median(back), 2), RESTART_SECONDS)
    verdict.at_most("workerBackWorstSeconds", max(back), RESTART_SECONDS)


async def measure_process(pid: int, seconds: int) -> dict[str, float]:
    """Processor share of one core and memory of a process over ``seconds``."""
    import psutil

    process = psutil.Process(pid)
    before, began = process.cpu_times(), time.monotonic()
    memory: list[float] = []
    while time.monotonic() - began < seconds:
        await asyncio.sleep(min(5.0, seconds))
        memory.append(getattr(process.memory_full_info(), "pss", process.memory_info().rss) / 1e6)
    after, passed = process.cpu_times(), time.monotonic() - began
    used = after.user + after.system - before.user - before.system
    figures = {
        "corePercent": round(100 * used / passed, 2),
        "pssMb": round(max(memory), 1),
        "ussMb": round(process.memory_full_info().uss / 1e6, 1),
    }
    emit("worker", seconds=round(passed, 1), **figures)
    return figures


def main(argv: list[str]) -> int:
    """``bench proctoring [--quick]``."""
    parser = argparse.ArgumentParser(prog="bench proctoring", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="30 s of frames and 20 s of a worker instead of 60 and 60")
    quick = parser.parse_args(argv).quick
    verdict = Verdict()
    assets = face_assets_folder()
    if assets is None:
        emit("error", message="no face models: set LEARNUP_FACE_ASSETS to a folder with models/<pack>/*.onnx")
        verdict.holds("models", False)
        return verdict.finish()
    # InsightFace still calls scikit-image's old name for an estimate; its warning says nothing about what is measured.
    warnings.filterwarnings("ignore", category=FutureWarning)
    import cv2

    cv2.setNumThreads(1)
    with tempfile.TemporaryDirectory(prefix="learnup-bench-") as folder:
        compare(assets, frames_of(assets, Path(folder), 30 if quick else 60), verdict)
        asyncio.run(watch(assets, 20 if quick else 60, Path(folder), verdict))
    return verdict.finish()
