"""Running the pipeline over a recording, as fast as it can, with the recording's own time."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from learnup_desktop.base.errors import CameraError, DamagedFileError
from learnup_desktop.contract.integrity import IntegrityEvent
from learnup_desktop.domain.integrity import Change
from learnup_desktop.face.analyser import FaceAnalyser, FrameRejectedError
from learnup_desktop.face.identity import Template
from learnup_desktop.proctoring.camera import STALE_SECONDS, Camera
from learnup_desktop.proctoring.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class RecordingSummary:
    """What was analysed."""

    observations: int
    video_seconds: float
    damaged_frames: int


def analyse_recording(
    pipeline: Pipeline, camera: Camera, on_event: Callable[[IntegrityEvent], None]
) -> RecordingSummary:
    """Analyse all frames of ``camera`` (not paced); every event is passed on when it has ended.

    Returns:
        What was done. A frame that cannot be decoded or is no picture is counted and passed over.
    """
    at = 0.0
    observations = damaged = 0
    period = 1.0 / camera.fps
    while camera.grab():
        try:
            frame = camera.retrieve()
        except CameraError:
            frame = None
        if frame is None:
            damaged += 1
            continue
        for change in _gap(pipeline, at, frame.at) if observations else ():
            if not change.opened:
                on_event(change.event)
        at = max(at, frame.at)
        if not pipeline.due(frame.at):
            continue
        try:
            look = pipeline.look(frame.image, frame.at)
        except FrameRejectedError:
            damaged += 1
            continue
        observations += 1
        for change in look.changes:
            if not change.opened:
                on_event(change.event)
    for change in pipeline.rules.finish():
        on_event(change.event)
    return RecordingSummary(observations, at + period if observations else 0.0, damaged)


def _gap(pipeline: Pipeline, before: float, now: float) -> list[Change]:
    """What the time between two readable frames brings: where an exam's worker would have told of a lost camera (see
    ``WorkerSession``), so does the recording, whose time stamps jump or whose frames are damaged there."""
    changes: list[Change] = []
    at = before + STALE_SECONDS
    while at < now:
        if pipeline.due(at):
            changes += pipeline.lost(at, since=before).changes
        at += 0.05
    return changes


def reference_template(analyser: FaceAnalyser, path: Path) -> Template:
    """The template of the largest face of a photograph.

    Raises:
        DamagedFileError: no picture, no face in it, or no recognition model.
    """
    try:
        data = np.fromfile(path, np.uint8)
        image = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
    except (OSError, cv2.error) as error:
        raise DamagedFileError(f"{path.name}: {error}", file=path.name) from error
    if image is None:
        raise DamagedFileError(f"{path.name} is no picture", file=path.name)
    picture = np.asarray(image, np.uint8)
    faces = analyser.detect(picture, side=640)
    if not faces:
        raise DamagedFileError(f"no face in {path.name}", file=path.name)
    recognition = analyser.models.recognition
    if recognition is None:
        raise DamagedFileError("no recognition model to compare with", file=analyser.models.pack)
    try:
        vector, strength = analyser.measure(picture, faces[0])
    except FrameRejectedError as error:
        raise DamagedFileError(f"the face in {path.name} is not usable", file=path.name) from error
    return Template(vector, recognition.model_id, strength)
