"""A worker's session fed with everything but good pictures: it goes on watching, and says what it saw."""

import io
import json
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from learnup_desktop.base.errors import CameraError
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.proctoring.camera import CameraFrame
from learnup_desktop.proctoring.channel import Mailbox, Outbox
from learnup_desktop.proctoring.messages import (
    BeginChallenge,
    Configure,
    EnrolFrame,
    FaultKey,
    Stop,
    StoredTemplate,
    UseTemplates,
)
from learnup_desktop.proctoring.preview import PreviewReader, create_preview_file
from learnup_desktop.proctoring.session import WorkerSession
from learnup_desktop.proctoring.simulated import SimulatedCamera

NAN = np.full((480, 640, 3), np.nan, np.float32)
JUNK: list[Any] = [
    None,
    "not a picture",
    np.zeros((0, 0, 3), np.uint8),
    np.zeros((8, 8, 3), np.uint8),
    np.zeros((480, 640), np.uint8),
    np.zeros((480, 640, 4), np.uint8),
    np.zeros((480, 640, 3), np.int64),
    NAN,
    np.zeros((480, 640, 3), np.uint8)[:, ::-2],
    np.full((33, 5000, 3), 255, np.uint8),
    np.zeros((1200, 1600, 3), np.uint8),
]


class JunkCamera:
    """Good frames with anything between them, in sizes that change, with errors now and then."""

    name = "junk"
    size = (640, 480)
    fps = 60.0

    def __init__(self) -> None:
        self._good = SimulatedCamera(0, paced=False)
        self._random = np.random.default_rng(3)
        self.served = 0

    def grab(self) -> bool:
        time.sleep(1 / 60)
        self.served += 1
        return self.served % 97 != 0

    def retrieve(self) -> CameraFrame | None:
        choice = int(self._random.integers(0, 6))
        if choice == 0:
            raise CameraError("bad frame", reason=FaultKey.CAMERA_FORMAT.value)
        if choice == 1:
            return None
        if choice in (2, 3):
            return CameraFrame(JUNK[int(self._random.integers(0, len(JUNK)))], float("nan"))
        self._good.grab()
        frame = self._good.retrieve()
        assert frame is not None
        width, height = (int(v) for v in self._random.integers(32, 640, 2))
        return CameraFrame(np.ascontiguousarray(frame.image[:height, :width]), frame.at)

    def close(self) -> None:
        """Nothing."""


@pytest.mark.models
def test_junk_never_ends_the_watching(face_assets: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("learnup_desktop.proctoring.camera.REOPEN_SECONDS", 0.01)
    stream, mailbox, camera = io.BytesIO(), Mailbox(), JunkCamera()
    preview = create_preview_file()
    reader = PreviewReader(preview)
    configure = Configure(
        policy=ProctoringPolicy(observations_per_second=15.0),
        camera="junk",
        models_root=str(face_assets),
        preview_file=str(preview),
        preview_fps=30.0,
        templates=(StoredTemplate(data="no template", model_id="x"),),
        evidence_folder=str(tmp_path),
        evidence_key="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    )
    session = WorkerSession(configure, mailbox, Outbox(stream, time.monotonic()), lambda _: camera)
    errors: list[BaseException] = []

    def run() -> None:
        try:
            session.run()
        except BaseException as error:  # noqa: BLE001 - whatever ends the session is what this test looks for
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    for command in (EnrolFrame(), BeginChallenge(seconds=5), UseTemplates(templates=())):
        time.sleep(1.0)
        mailbox.commands.put(command)
    time.sleep(3.0)
    mailbox.commands.put(Stop())
    thread.join(10)
    assert not thread.is_alive()
    assert errors == []
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert {"ready", "status", "fault", "challenge"} <= {line["type"] for line in lines}
    assert FaultKey.FRAME_REJECTED.value in {line["key"] for line in lines if line["type"] == "fault"}
    assert reader.newest() is not None
    assert camera.served > 100
    reader.close()
    preview.unlink()
