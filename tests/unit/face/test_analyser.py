"""Real models on real photographs, and on everything that is no photograph."""

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.face.analyser import (
    DetectedFace,
    FaceAnalyser,
    FrameRejectedError,
    Image,
    Region,
    checked_image,
    choose_providers,
    region_around,
)
from learnup_desktop.face.liveness import LivenessCheck
from learnup_desktop.face.manifest import LANDMARKS_3D
from learnup_desktop.face.models import ModelFile, ModelSet, digest_of, find_models, task_of
from learnup_desktop.face.pose import HeadPose, estimate_pose, points_of
from learnup_desktop.face.quality import FaceQuality, advice_for, face_quality
from tests.face_assets import analyser_for, photo
from tests.landmark_model import write_landmarks

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def analyser(face_assets: Path) -> FaceAnalyser:
    made = analyser_for(face_assets)
    made.warm_up()
    return made


def webcam(assets: Path, name: str) -> Image:
    """A photograph at a webcam's size."""
    image = photo(assets, name)
    scale = 480 / image.shape[0]
    return np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def test_one_person_is_alike_and_two_are_not(face_assets: Path, analyser: FaceAnalyser) -> None:
    vectors = {}
    for name in ("obama.jpg", "obama2.jpg", "biden.jpg", "lin-manuel-miranda.png"):
        image = webcam(face_assets, name)
        vectors[name] = analyser.embed(image, analyser.detect(image, side=320)[0])
        assert abs(float(np.linalg.norm(vectors[name])) - 1) < 1e-5
    assert float(vectors["obama.jpg"] @ vectors["obama2.jpg"]) > 0.55
    for other in ("biden.jpg", "lin-manuel-miranda.png"):
        assert float(vectors["obama.jpg"] @ vectors[other]) < 0.3


def test_six_people_are_six_people_and_a_region_sees_only_its_own(analyser: FaceAnalyser) -> None:
    from insightface.data import get_image

    image = np.asarray(get_image("t1"), np.uint8)
    faces = analyser.detect(image, side=640)
    assert len(faces) == 6
    one = faces[0]
    region = Region(*(int(edge) for edge in (one.box[0] - 40, one.box[1] - 40, one.box[2] + 40, one.box[3] + 40)))
    (found,) = analyser.detect(image, region=region, side=128)
    assert found.overlap(one) > 0.6


def test_a_screen_is_not_a_living_face(face_assets: Path, analyser: FaceAnalyser) -> None:
    liveness = find_models(face_assets, explicit=True).liveness
    assert liveness is not None
    check = LivenessCheck(liveness)
    scores = []
    for name in ("live_T1.jpg", "spoof_screen_F1.jpg"):
        image = photo(face_assets, name)
        scores.append(check.score(image, analyser.detect(image, side=320)[0]))
    assert scores[0] is not None and scores[0] > 0.9
    assert scores[1] is not None and scores[1] < 0.1


def test_a_face_at_the_edge_cannot_be_judged_live_or_not(face_assets: Path, analyser: FaceAnalyser) -> None:
    liveness = find_models(face_assets, explicit=True).liveness
    assert liveness is not None
    image = photo(face_assets, "live_T1.jpg")
    face = analyser.detect(image, side=320)[0]
    left, top = int(face.box[0]), int(face.box[1])
    close = np.ascontiguousarray(image[top:, left:])
    moved = DetectedFace(face.box, face.score, face.points - np.array([left, top], np.float32))
    assert LivenessCheck(liveness).score(close, moved) is None


@pytest.mark.parametrize(
    "image",
    [
        None,
        "picture",
        np.zeros((10, 10, 3), np.uint8),
        np.zeros((64, 64), np.uint8),
        np.zeros((64, 64, 3), np.float32),
        np.zeros((64, 64, 4), np.uint8),
        np.zeros((0, 64, 3), np.uint8),
    ],
)
def test_what_is_no_picture_is_refused(image: object) -> None:
    with pytest.raises(FrameRejectedError):
        checked_image(image)


@settings(max_examples=25, deadline=None)
@given(
    width=st.integers(32, 900),
    height=st.integers(32, 900),
    kind=st.sampled_from(["noise", "black", "white", "stripes"]),
    seed=st.integers(0, 99),
)
def test_any_picture_is_analysed_without_a_crash(
    analyser: FaceAnalyser, width: int, height: int, kind: str, seed: int
) -> None:
    image = np.zeros((height, width, 3), np.uint8)
    if kind == "noise":
        image = np.random.default_rng(seed).integers(0, 256, image.shape, np.uint8)
    elif kind == "white":
        image[:] = 255
    elif kind == "stripes":
        image[:, ::7] = 255
    for face in analyser.detect(image, side=224):
        face_quality(image, face)
        with contextlib.suppress(FrameRejectedError):
            analyser.embed(image, face)


class NanDetector:
    """A detector whose answers are broken."""

    def __init__(self, boxes: list[list[float]]) -> None:
        self._boxes = np.array(boxes, np.float32)

    def detect(self, *_: object, **__: object) -> tuple[object, object]:
        return self._boxes, np.zeros((len(self._boxes), 5, 2), np.float32)


def test_boxes_that_are_no_boxes_are_dropped(analyser: FaceAnalyser, monkeypatch: pytest.MonkeyPatch) -> None:
    nan, inf = float("nan"), float("inf")
    boxes = [[nan, 0, 50, 50, 0.9], [0, 0, inf, 50, 0.9], [50, 50, 10, 10, 0.9], [0, 0, 3, 3, 0.9]]
    boxes += [[900, 900, 990, 990, 0.9], [10, 10, 60, 60, 0.9]]
    monkeypatch.setattr(analyser, "_detector", NanDetector(boxes))
    (face,) = analyser.detect(np.zeros((100, 100, 3), np.uint8))
    assert face.box == (10, 10, 60, 60)
    with pytest.raises(FrameRejectedError):
        # All five points on one spot: nothing to align.
        analyser.embed(np.zeros((100, 100, 3), np.uint8), face)


def test_a_file_that_is_no_model_says_so(tmp_path: Path) -> None:
    path = tmp_path / "det.onnx"
    path.write_bytes(b"nonsense" * 1000)
    broken = ModelFile(path, "detection", "0" * 64, custom=True)
    with pytest.raises(DamagedFileError):
        FaceAnalyser(ModelSet("broken", detection=broken))
    with pytest.raises(DamagedFileError):
        LivenessCheck(broken)


def test_a_missing_accelerator_falls_back_to_the_processor() -> None:
    for wanted in ("auto", "cpu", "cuda", "coreml", "directml"):
        assert choose_providers(wanted)[-1] == "CPUExecutionProvider"


def test_a_region_that_is_most_of_the_picture_is_none() -> None:
    points = np.zeros((5, 2), np.float32)
    assert region_around([DetectedFace((100, 100, 500, 400), 0.9, points)], 640, 480) is None
    region = region_around([DetectedFace((300, 200, 360, 280), 0.9, points)], 640, 480)
    assert region == Region(220, 120, 440, 360)
    assert region_around([], 640, 480) is None


@pytest.mark.parametrize("yaw", [-40, -20, 0, 20, 40])
@pytest.mark.parametrize("pitch", [-25, 0, 25])
def test_the_pose_of_a_turned_model_face_is_found(yaw: int, pitch: int) -> None:
    pose = estimate_pose(points_of(yaw, pitch) + np.float32(200), 640, 480)
    assert pose is not None
    assert abs(pose.yaw - yaw) < 5
    assert abs(pose.pitch - pitch) < 5


def test_a_leaning_head_that_looks_straight_is_not_turned() -> None:
    turn = np.array([[np.cos(0.5), np.sin(0.5)], [-np.sin(0.5), np.cos(0.5)]], np.float32)
    pose = estimate_pose(points_of(0, -20) @ turn, 640, 480)
    assert pose is not None
    assert abs(pose.yaw) < 4 and abs(pose.pitch + 20) < 4 and abs(pose.roll - 28.6) < 3


@pytest.mark.parametrize("value", [0.0, float("nan")])
def test_points_without_a_pose_have_none(value: float) -> None:
    assert estimate_pose(np.full((5, 2), value, np.float32), 640, 480) is None


def test_advice_names_what_is_wrong(face_assets: Path, analyser: FaceAnalyser) -> None:
    good = webcam(face_assets, "obama.jpg")

    def advice(image: Image) -> tuple[str, ...]:
        face = analyser.detect(image, side=320)[0]
        return advice_for(face_quality(image, face), (image.shape[1], image.shape[0]), face.centre)

    assert advice(good) == ()
    assert "hold_still" in advice(np.asarray(cv2.GaussianBlur(good, (0, 0), 4), np.uint8))
    assert "more_light" in advice((good * 0.2).astype(np.uint8))
    assert "come_closer" in advice(np.asarray(cv2.resize(good, None, fx=0.4, fy=0.4), np.uint8))


@pytest.mark.parametrize(
    ("changes", "centre", "word"),
    [
        ({"size": 60.0}, (320, 240), "come_closer"),
        ({"size": 400.0}, (320, 240), "move_back"),
        ({"detail": 0.02}, (320, 240), "hold_still"),
        ({"light": 20.0}, (320, 240), "more_light"),
        ({"contrast": 8.0}, (320, 240), "more_light"),
        ({"light": 240.0}, (320, 240), "less_light"),
        ({"pose": HeadPose(45.0, 0.0, 0.0)}, (320, 240), "look_at_camera"),
        ({"pose": HeadPose(0.0, 60.0, 0.0)}, (320, 240), "look_at_camera"),
        ({}, (600, 240), "centre_face"),
        ({}, (320, 240), ""),
    ],
)
def test_every_shortcoming_has_its_own_advice(changes: dict[str, Any], centre: tuple[float, float], word: str) -> None:
    good = FaceQuality(150.0, 0.15, 40.0, 120.0, HeadPose(0.0, 0.0, 0.0), 0.9)
    assert advice_for(replace(good, **changes), (640, 480), centre) == ((word,) if word else ())


@pytest.mark.parametrize(("yaw", "pitch", "roll"), [(0, 0, 0), (25, 0, 0), (-40, 0, 0), (0, 20, 0), (0, 0, -15)])
def test_landmarks_say_where_a_head_points_where_the_pack_has_them(
    face_assets: Path, tmp_path: Path, yaw: float, pitch: float, roll: float
) -> None:
    """Signs as in ``pose``: the nose to the right of the picture, upwards, and a lean to the right are positive."""
    path = write_landmarks(tmp_path / "1k3d68.onnx", yaw=yaw, pitch=pitch, roll=roll)
    assert task_of(path) == LANDMARKS_3D
    models = replace(
        find_models(face_assets, explicit=True), landmarks=ModelFile(path, LANDMARKS_3D, digest_of(path), custom=True)
    )
    analyser = FaceAnalyser(models)
    image = webcam(face_assets, "obama.jpg")
    pose = analyser.pose(image, analyser.detect(image, side=320)[0])
    assert pose is not None
    assert (pose.yaw, pose.pitch, pose.roll) == pytest.approx((yaw, pitch, roll), abs=0.5)


def test_without_landmarks_five_points_say_it(face_assets: Path, analyser: FaceAnalyser) -> None:
    image = webcam(face_assets, "obama.jpg")
    face = analyser.detect(image, side=320)[0]
    assert analyser.pose(image, face) == estimate_pose(face.points, image.shape[1], image.shape[0])
