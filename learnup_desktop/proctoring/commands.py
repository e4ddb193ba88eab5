"""The worker's package on the command line: ``analyse`` (a recording), and what errors mean in words there.

Machine-readable lines go to standard output, sentences for people to standard error. ``models`` is ``models_command``.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from learnup_desktop.base.errors import (
    CameraError,
    DamagedFileError,
    EnvironmentFault,
    LearnUpError,
    ModelsMissingError,
    NetworkError,
)
from learnup_desktop.contract.integrity import VISUAL_KINDS, IntegrityEvent, ProctoringPolicy
from learnup_desktop.contract.policy_file import PolicyError, parse_policy
from learnup_desktop.proctoring.models_command import default_models_root

EXIT_FAULT = 3
"""The surroundings do not allow it (no models, no video, no disk): the same code ``run.py`` uses for missing
libraries."""


# --- analyse --------------------------------------------------------------------------------------


def analyse_main(argv: Sequence[str]) -> int:
    """``learnup-desktop analyse VIDEO``: the exam's own analysis over a recording, with video time; the exit code."""
    parser = argparse.ArgumentParser(prog="learnup-desktop analyse", description=analyse_main.__doc__)
    parser.add_argument("video", type=Path)
    parser.add_argument("--reference", type=Path, action="append", default=[], help="photograph of the person")
    parser.add_argument("--models", type=Path, help="models root (default: what is installed)")
    parser.add_argument("--pack", default="", help="folder under models/")
    parser.add_argument("--policy", type=Path, help="policy document (JSON)")
    parser.add_argument(
        "--provider",
        default="cpu",
        choices=["cpu", "auto", "cuda", "coreml", "directml"],
        help="what runs the models; what this computer does not have is the processor's work",
    )
    parser.add_argument("--json", action="store_true", help="JSON lines on a terminal too, instead of a table")
    parser.add_argument(
        "--details", action="store_true", help="more in every JSON line: outcome, light, likeness, models"
    )
    options = parser.parse_args(argv)
    try:
        return _analyse(options)
    except LearnUpError as error:
        return explain(error)


def _analyse(options: argparse.Namespace) -> int:
    from learnup_desktop.face.analyser import FaceAnalyser
    from learnup_desktop.face.liveness import LivenessCheck
    from learnup_desktop.face.models import find_models
    from learnup_desktop.proctoring.camera import VideoCamera
    from learnup_desktop.proctoring.pipeline import Pipeline
    from learnup_desktop.proctoring.recording import analyse_recording, reference_template

    policy = read_policy(options.policy)
    root = options.models or default_models_root()
    models = find_models(root, pack=options.pack, explicit=options.models is not None)
    analyser = FaceAnalyser(models, provider=options.provider)
    liveness = LivenessCheck(models.liveness, provider=options.provider) if models.liveness is not None else None
    for file in models.files:
        if file.custom:
            print(f"custom model: {file.task} {file.path.name} {file.sha256}", file=sys.stderr)
    templates = [reference_template(analyser, path) for path in options.reference]
    pipeline = Pipeline(policy, analyser, liveness, templates)
    camera = VideoCamera(options.video, paced=False)
    analyser.warm_up(camera.size)
    as_json = options.json or options.details or not sys.stdout.isatty()

    def tell(event: IntegrityEvent) -> None:
        if event.kind not in VISUAL_KINDS:
            return
        _print_event(event, as_json=as_json, details=options.details)

    began = time.process_time()
    try:
        summary = analyse_recording(pipeline, camera, tell)
    finally:
        camera.close()
    answer: dict[str, object] = {
        "kind": "summary",
        "observations": summary.observations,
        "videoSeconds": round(summary.video_seconds, 3),
        "cpuSeconds": round(time.process_time() - began, 3),
    }
    if options.details:
        answer["assurance"] = pipeline.assurance.value
        answer["customModels"] = [file.path.name for file in models.files if file.custom]
    if as_json:
        _print(answer)
    else:
        print(
            f"{summary.observations} observations in {summary.video_seconds:.1f} s of video, "
            f"{answer['cpuSeconds']} s of processor time, assurance: {pipeline.assurance.value}"
        )
    return 0


def read_policy(path: Path | None) -> ProctoringPolicy:
    """The policy of a file; the defaults without one.

    Raises:
        DamagedFileError: not readable, or no policy.
    """
    if path is None:
        return ProctoringPolicy()
    try:
        return parse_policy(path.read_bytes(), strict=False)
    except (OSError, PolicyError) as error:
        raise DamagedFileError(f"{path.name}: {error}", file=path.name) from error


def _print_event(event: IntegrityEvent, *, as_json: bool, details: bool) -> None:
    start, end = event.started_ms / 1000, (event.ended_ms or event.started_ms) / 1000
    if as_json:
        line: dict[str, object] = {
            "kind": event.kind.value,
            "start": start,
            "end": end,
            "confidence": event.confidence / 1000,
            "frames": event.frames,
        }
        if details:
            line |= {"outcome": event.outcome.value, "light": event.light}
        if details and event.similarity is not None:
            line["similarity"] = event.similarity / 1000
        _print(line)
    else:
        print(
            f"{start:8.1f} - {end:7.1f} s  {event.kind.value:18} {event.outcome.value:14} "
            f"confidence {event.confidence / 10:.0f} %, {event.frames} frames"
        )


def _print(line: dict[str, object]) -> None:
    print(json.dumps(line, ensure_ascii=False), flush=True)


def explain(error: LearnUpError) -> int:
    """Say what is wrong and what to do, in words; the exit code."""
    if isinstance(error, ModelsMissingError):
        advice = 'Install them with "learnup-desktop models install", or name a folder with --models or --from.'
        print(f"Face models are missing: {error.detail}. {advice}", file=sys.stderr)
    elif isinstance(error, CameraError):
        print(f"This video cannot be read: {error.detail}. Try another file, MP4 or WebM.", file=sys.stderr)
    elif isinstance(error, NetworkError):
        again = "Check the connection and run the same command again: what came is kept."
        print(f"The download stopped: {error.detail}. {again}", file=sys.stderr)
    elif isinstance(error, EnvironmentFault):
        print(f"This computer could not do it: {error.detail} ({error.code}).", file=sys.stderr)
    else:
        print(f"{error.detail or error.key} ({error.code})", file=sys.stderr)
    return EXIT_FAULT
