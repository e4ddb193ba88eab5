"""What a worker loads its models with."""

import io
import time
from pathlib import Path

import pytest

from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.domain.integrity_observation import Observation
from learnup_desktop.face import analyser as analyser_module
from learnup_desktop.face.installer import install_from_folder
from learnup_desktop.face.manifest import read_manifest
from learnup_desktop.face.pose import estimate_pose
from learnup_desktop.proctoring.channel import Outbox
from learnup_desktop.proctoring.enrolment import enrolment_advice
from learnup_desktop.proctoring.loading import load_models
from learnup_desktop.proctoring.messages import Configure
from learnup_desktop.proctoring.pipeline import Look
from tests.face_assets import photo
from tests.landmark_model import write_landmarks

pytestmark = pytest.mark.models


@pytest.mark.parametrize("wanted", ["auto", "cuda"])
def test_what_was_chosen_runs_every_model_and_falls_back_to_the_processor(
    wanted: str, face_assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    choose = analyser_module.choose_providers

    def noted(chosen: str = "auto") -> list[str]:
        asked.append(chosen)
        return choose(chosen)

    monkeypatch.setattr(analyser_module, "choose_providers", noted)
    monkeypatch.setattr("learnup_desktop.face.liveness.choose_providers", noted)
    configure = Configure(policy=ProctoringPolicy(), camera="simulated", models_root=str(face_assets), provider=wanted)
    analyser, liveness = load_models(configure, Outbox(io.BytesIO(), time.monotonic()))
    assert asked == [wanted, wanted]
    assert analyser is not None and liveness is not None
    assert analyser.provider in choose(wanted)


def with_landmarks(face_assets: Path, root: Path, **angles: float) -> Path:
    """A models root with the test pack's files and landmarks of a head turned by ``angles``; the landmarks' file."""
    for file in (*face_assets.glob("models/*/*.onnx"), *face_assets.glob("addons/*.onnx")):
        copy = root / file.relative_to(face_assets)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.symlink_to(file)
    (pack,) = (root / "models").iterdir()
    return write_landmarks(pack / "1k3d68.onnx", **angles)


def configured(root: Path, *, landmarks: bool) -> Configure:
    return Configure(policy=ProctoringPolicy(), camera="simulated", models_root=str(root), landmarks=landmarks)


def test_landmarks_are_loaded_for_enrolling_and_their_pose_is_the_one_that_counts(
    face_assets: Path, tmp_path: Path
) -> None:
    with_landmarks(face_assets, tmp_path, yaw=40.0)
    image = photo(face_assets, "obama.jpg")
    for landmarks in (True, False):
        analyser, _ = load_models(configured(tmp_path, landmarks=landmarks), Outbox(io.BytesIO(), time.monotonic()))
        assert analyser is not None
        assert (analyser.models.landmarks is not None) is landmarks
        faces = analyser.detect(image, side=320)[:1]
        look = Look(Observation(at=0.0, faces=1), faces)
        look.pose = estimate_pose(faces[0].points, image.shape[1], image.shape[0])
        assert ("look_at_camera" in enrolment_advice(image, look, analyser)) is landmarks


def test_without_a_whole_file_of_landmarks_the_rest_works(
    face_assets: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    brought, root = tmp_path / "brought", tmp_path / "installed"
    file = with_landmarks(face_assets, brought)
    install_from_folder(root, brought, read_manifest())
    (installed,) = root.rglob(file.name)
    installed.write_bytes(b"not what was installed")
    heard = io.BytesIO()
    analyser, liveness = load_models(configured(root, landmarks=True), Outbox(heard, time.monotonic()))
    assert heard.getvalue() == b""
    assert "without landmarks" in caplog.text
    assert analyser is not None and analyser.can_recognise and liveness is not None
    assert analyser.models.landmarks is None
