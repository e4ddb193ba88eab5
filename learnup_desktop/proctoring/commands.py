"""The worker's package on the command line: ``models`` (install, list, remove) and ``analyse`` (a recording).

Both print machine-readable lines; sentences for people go to standard error.
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
from learnup_desktop.contract.integrity import IntegrityEvent, ProctoringPolicy
from learnup_desktop.face.installer import (
    Progress,
    Transport,
    accept_licence,
    delete_models,
    install_by_download,
    install_from_folder,
    installed_files,
)
from learnup_desktop.face.manifest import Manifest, read_manifest
from learnup_desktop.face.models import find_models, read_record

EXIT_FAULT = 3
"""The surroundings do not allow it (no models, no video, no disk): the same code ``run.py`` uses for missing
libraries."""


def default_models_root() -> Path:
    """Where models are installed."""
    from learnup_desktop.base.paths import models_dir

    return models_dir()


# --- models ---------------------------------------------------------------------------------------


def models_main(argv: Sequence[str], transport: Transport | None = None, root: Path | None = None) -> int:
    """``learnup-desktop models install|list|remove``; the exit code.

    Args:
        argv: after the word ``models``.
        transport: opens downloads; without it only ``--from`` works.
        root: models root; default this account's.
    """
    parser = argparse.ArgumentParser(prog="learnup-desktop models", description=models_main.__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    install = actions.add_parser("install", help="download the default pack, or take one from a folder or zip")
    install.add_argument("--from", dest="source", type=Path, help="folder or zip with .onnx files")
    install.add_argument("--pack", default="", help="pack of the manifest (default: the smallest)")
    install.add_argument("--landmarks", action="store_true", help="also 3D landmarks (144 MB)")
    install.add_argument("--accept-licence", action="store_true", help="accept the licence that is shown")
    install.add_argument("--by", default="command line", help="who accepts, for the record")
    actions.add_parser("list", help="what is installed")
    actions.add_parser("remove", help="remove installed models")
    options = parser.parse_args(argv)
    target = root or default_models_root()
    try:
        if options.action == "install":
            return _install(options, target, transport)
        if options.action == "remove":
            delete_models(target)
        for file in installed_files(target):
            _print({"path": file.path, "task": file.task, "sha256": file.sha256, "custom": file.custom})
    except LearnUpError as error:
        return _failed(error)
    return 0


def _install(options: argparse.Namespace, root: Path, transport: Transport | None) -> int:
    manifest = read_manifest()
    if options.source is not None:
        paths = install_from_folder(root, options.source, manifest, progress=_progress)
        for path in paths:
            _print({"installed": path.relative_to(root).as_posix()})
        _show_licences(root, manifest)
        return 0
    if options.pack and options.pack not in manifest.packs:
        print(f"no such pack; there are: {', '.join(sorted(manifest.packs))}", file=sys.stderr)
        return 2
    if transport is None:
        print("no way to download here; bring the files and use --from", file=sys.stderr)
        return EXIT_FAULT
    if not _licences_accepted(options, root, manifest):
        return EXIT_FAULT
    paths = install_by_download(
        root, manifest, transport, pack=options.pack, landmarks=options.landmarks, progress=_progress
    )
    for path in paths:
        _print({"installed": path.relative_to(root).as_posix()})
    return 0


def _show_licences(root: Path, manifest: Manifest) -> None:
    """Who brings files has them from somewhere: the terms of those we know are shown, and that is recorded."""
    known = (manifest.known(file.sha256) for file in installed_files(root))
    for name in sorted({file.licence for file in known if file is not None}):
        licence = manifest.licences[name]
        if not read_record(root).accepted(licence.id, licence.text):
            print(f"{licence.title}\n{licence.url}\n\n{licence.text}", file=sys.stderr)
            accept_licence(root, licence, by="shown when installed from a folder")


def _licences_accepted(options: argparse.Namespace, root: Path, manifest: Manifest) -> bool:
    for name in sorted({file.licence for file in manifest.wanted_files(options.pack, landmarks=options.landmarks)}):
        licence = manifest.licences[name]
        if read_record(root).accepted(licence.id, licence.text):
            continue
        print(f"{licence.title}\n{licence.url}\n\n{licence.text}\n", file=sys.stderr)
        if not options.accept_licence:
            print("Read it and run the command again with --accept-licence.", file=sys.stderr)
            return False
        accept_licence(root, licence, by=options.by)
    return True


def _progress(progress: Progress) -> None:
    if progress.verified or not sys.stderr.isatty():
        return
    total = f" of {progress.total / 1e6:.1f}" if progress.total else ""
    print(f"\r{progress.file}: {progress.done / 1e6:.1f}{total} MB", end="", file=sys.stderr, flush=True)


# --- analyse --------------------------------------------------------------------------------------


def analyse_main(argv: Sequence[str]) -> int:
    """``learnup-desktop analyse VIDEO``: the exam's own analysis over a recording, with video time; the exit code."""
    parser = argparse.ArgumentParser(prog="learnup-desktop analyse", description=analyse_main.__doc__)
    parser.add_argument("video", type=Path)
    parser.add_argument("--reference", type=Path, action="append", default=[], help="photograph of the person")
    parser.add_argument("--models", type=Path, help="models root (default: what is installed)")
    parser.add_argument("--pack", default="", help="folder under models/")
    parser.add_argument("--policy", type=Path, help="policy document (JSON)")
    parser.add_argument("--json", action="store_true", help="JSON lines instead of a table")
    options = parser.parse_args(argv)
    try:
        return _analyse(options)
    except LearnUpError as error:
        return _failed(error)


def _analyse(options: argparse.Namespace) -> int:
    from learnup_desktop.face.analyser import FaceAnalyser
    from learnup_desktop.face.liveness import LivenessCheck
    from learnup_desktop.proctoring.camera import VideoCamera
    from learnup_desktop.proctoring.pipeline import Pipeline
    from learnup_desktop.proctoring.recording import analyse_recording, reference_template

    policy = read_policy(options.policy)
    root = options.models or default_models_root()
    models = find_models(root, pack=options.pack, explicit=options.models is not None)
    analyser = FaceAnalyser(models)
    liveness = LivenessCheck(models.liveness) if models.liveness is not None else None
    for file in models.files:
        if file.custom:
            print(f"custom model: {file.task} {file.path.name} {file.sha256}", file=sys.stderr)
    templates = [reference_template(analyser, path) for path in options.reference]
    pipeline = Pipeline(policy, analyser, liveness, templates)
    camera = VideoCamera(options.video, paced=False)
    analyser.warm_up(camera.size)
    began = time.process_time()
    try:
        summary = analyse_recording(pipeline, camera, lambda event: _print_event(event, options.json))
    finally:
        camera.close()
    answer = {
        "kind": "summary",
        "observations": summary.observations,
        "videoSeconds": round(summary.video_seconds, 3),
        "cpuSeconds": round(time.process_time() - began, 3),
        "assurance": pipeline.assurance.value,
        "customModels": [file.path.name for file in models.files if file.custom],
    }
    if options.json:
        _print(answer)
    else:
        print(
            f"{summary.observations} observations in {summary.video_seconds:.1f} s of video, "
            f"{answer['cpuSeconds']} s of processor time, assurance: {answer['assurance']}"
        )
    return 0


def read_policy(path: Path | None) -> ProctoringPolicy:
    """The policy of a file; the defaults without one.

    Raises:
        DamagedFileError: not readable, or no policy.
    """
    from pydantic import ValidationError

    if path is None:
        return ProctoringPolicy()
    try:
        return ProctoringPolicy.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DamagedFileError(f"{path.name}: {error}", file=path.name) from error


def _print_event(event: IntegrityEvent, as_json: bool) -> None:
    start, end = event.started_ms / 1000, (event.ended_ms or event.started_ms) / 1000
    if as_json:
        line: dict[str, object] = {
            "kind": event.kind.value,
            "start": start,
            "end": end,
            "confidence": event.confidence / 1000,
            "frames": event.frames,
            "outcome": event.outcome.value,
            "light": event.light,
        }
        if event.similarity is not None:
            line["similarity"] = event.similarity / 1000
        _print(line)
    else:
        print(
            f"{start:8.1f} - {end:7.1f} s  {event.kind.value:18} {event.outcome.value:14} "
            f"confidence {event.confidence / 10:.0f} %, {event.frames} frames"
        )


def _print(line: dict[str, object]) -> None:
    print(json.dumps(line, ensure_ascii=False), flush=True)


def _failed(error: LearnUpError) -> int:
    """Say what is wrong and what to do, in words."""
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
