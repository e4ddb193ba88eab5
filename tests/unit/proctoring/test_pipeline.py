"""The whole analysis with real models on the simulated camera, in video time."""

import itertools
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

from learnup_desktop.contract.integrity import Assurance, IntegrityKind, ProctoringPolicy
from learnup_desktop.domain.integrity import Change
from learnup_desktop.domain.integrity_observation import Sight
from learnup_desktop.face.analyser import FaceAnalyser, FrameRejectedError, Image
from learnup_desktop.face.identity import Template
from learnup_desktop.face.liveness import LivenessCheck
from learnup_desktop.face.models import find_models
from learnup_desktop.proctoring.camera import CameraFrame
from learnup_desktop.proctoring.messages import StatusWord
from learnup_desktop.proctoring.pipeline import Pipeline
from learnup_desktop.proctoring.simulated import SimulatedCamera
from tests.face_assets import analyser_for, photo
from tests.proctoring_clips import SCREEN
from tests.turned_heads import turned

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def analyser(face_assets: Path) -> FaceAnalyser:
    return analyser_for(face_assets)


@pytest.fixture(scope="module")
def liveness(face_assets: Path) -> LivenessCheck:
    file = find_models(face_assets, explicit=True).liveness
    assert file is not None
    return LivenessCheck(file)


class Sitting:
    """A person before the simulated camera, enrolled from its first frame."""

    def __init__(self, analyser: FaceAnalyser, liveness: LivenessCheck | None, fps: float = 10.0) -> None:
        self.camera = SimulatedCamera(0, fps=fps, paced=False)
        self.camera.grab()
        first = self.camera.retrieve()
        assert first is not None and analyser.models.recognition is not None
        vector = analyser.embed(first.image, analyser.detect(first.image)[0])
        template = Template(vector, analyser.models.recognition.model_id)
        self.pipeline = Pipeline(ProctoringPolicy(), analyser, liveness, [template])
        self.at = first.at
        self.changes: list[tuple[float, Change]] = []

    def sit(self, seconds: float) -> None:
        """Let time pass."""
        until = self.at + seconds
        while self.at < until:
            self.camera.grab()
            frame = self.camera.retrieve()
            assert frame is not None
            self.at = frame.at
            if self.pipeline.due(frame.at):
                look = self.pipeline.look(frame.image, frame.at)
                self.changes += [(frame.at, change) for change in look.changes]

    def opened(self) -> list[IntegrityKind]:
        return [change.event.kind for _, change in self.changes if change.opened]


def test_an_honest_minute_raises_nothing_at_the_asked_rate(analyser: FaceAnalyser, liveness: LivenessCheck) -> None:
    sitting = Sitting(analyser, liveness)
    sitting.sit(60)
    assert sitting.changes == []
    assert sitting.pipeline.assurance is Assurance.FULL
    assert sitting.pipeline.status_word() is StatusWord.OK
    assert 235 <= sitting.pipeline.observations <= 245


@pytest.mark.parametrize("person", [1, 2, 3, 4, 5])
def test_a_swapped_person_is_named_within_eight_seconds(
    analyser: FaceAnalyser, liveness: LivenessCheck, person: int
) -> None:
    sitting = Sitting(analyser, liveness)
    sitting.sit(10)
    swapped = sitting.at
    sitting.camera.show(person)
    sitting.sit(8)
    assert IntegrityKind.IDENTITY_MISMATCH in sitting.opened()
    named = next(at for at, change in sitting.changes if change.event.kind is IntegrityKind.IDENTITY_MISMATCH)
    assert named - swapped <= 5.0
    assert sitting.pipeline.status_word() is StatusWord.NOT_RECOGNISED
    sitting.camera.show(0)
    sitting.sit(6)
    assert IntegrityKind.IDENTITY_MISMATCH not in sitting.pipeline.rules.open_kinds


SCENES: list[tuple[Callable[[SimulatedCamera], None], IntegrityKind, StatusWord]] = [
    (lambda camera: camera.show(-1), IntegrityKind.NO_FACE, StatusWord.NO_FACE),
    (lambda camera: camera.show(0, also=2), IntegrityKind.MULTIPLE_FACES, StatusWord.SEVERAL_FACES),
    (lambda camera: camera.show(0, gain=0.01), IntegrityKind.CAMERA_COVERED, StatusWord.COVERED),
]


@pytest.mark.parametrize(("scene", "kind", "word"), SCENES, ids=lambda value: getattr(value, "value", ""))
@pytest.mark.parametrize("fps", [5.0, 30.0])
def test_what_happens_is_told_once_at_any_camera_rate(
    analyser: FaceAnalyser, scene: Callable[[SimulatedCamera], None], kind: IntegrityKind, word: StatusWord, fps: float
) -> None:
    sitting = Sitting(analyser, None, fps)
    sitting.sit(6)
    began = sitting.at
    scene(sitting.camera)
    sitting.sit(7)
    assert sitting.pipeline.status_word() is word
    ended = sitting.at
    sitting.camera.show(0)
    sitting.sit(5)
    (at, _), (_, closed) = sitting.changes
    assert closed.event.kind is kind and at - began <= 5.0
    assert closed.event.ended_ms is not None and abs(closed.event.ended_ms / 1000 - ended) <= 1.5


class Played:
    """A camera that shows prepared pictures in turn, with sensor noise or without."""

    fps = 10.0

    def __init__(self, pictures: list[Image], *, noise: bool = True) -> None:
        self._pictures, self._noise, self._index = pictures, noise, -1
        self._random = np.random.default_rng(5)

    def grab(self) -> bool:
        self._index += 1
        return True

    def retrieve(self) -> CameraFrame:
        picture = self._pictures[self._index % len(self._pictures)]
        if self._noise:
            grain = self._random.integers(0, 4, picture.shape, np.uint8)
            picture = np.asarray(cv2.add(picture, grain), np.uint8)
        return CameraFrame(picture, 0.0)


def play(sitting: Sitting, pictures: list[Image], seconds: float, *, noise: bool = True) -> None:
    """Let ``sitting`` go on with these pictures, at ten a second."""
    camera = Played(pictures, noise=noise)
    until = sitting.at + seconds
    while sitting.at < until:
        camera.grab()
        sitting.at += 0.1
        if sitting.pipeline.due(sitting.at):
            look = sitting.pipeline.look(camera.retrieve().image, sitting.at)
            sitting.changes += [(sitting.at, change) for change in look.changes]


def pictures_of(sitting: Sitting, count: int) -> list[Image]:
    """The next pictures of the simulated camera."""
    taken = []
    for _ in range(count):
        sitting.camera.grab()
        frame = sitting.camera.retrieve()
        assert frame is not None
        taken.append(frame.image)
    return taken


def test_a_head_turned_aside_looks_away_and_a_bowed_one_is_nobody_else(
    analyser: FaceAnalyser, liveness: LivenessCheck
) -> None:
    sitting = Sitting(analyser, liveness)
    sitting.sit(14)
    (straight,) = pictures_of(sitting, 1)
    face = analyser.detect(straight, side=640)[0]
    aside, bowed = turned(straight, face, 55, 0), turned(straight, face, 0, -40)
    play(sitting, [bowed], 8)
    assert sitting.opened() in ([], [IntegrityKind.LOOKING_AWAY])
    play(sitting, [straight], 5)
    sitting.changes.clear()
    play(sitting, [aside], 7)
    assert sitting.opened() == [IntegrityKind.LOOKING_AWAY]
    assert sitting.pipeline.status_word() is StatusWord.LOOKING_AWAY
    play(sitting, [straight], 5)
    assert sitting.pipeline.rules.open_kinds == frozenset()


def test_a_picture_that_stands_still_is_the_cameras_trouble_and_a_still_person_is_not(
    analyser: FaceAnalyser, liveness: LivenessCheck
) -> None:
    sitting = Sitting(analyser, liveness)
    (still,) = pictures_of(sitting, 1)
    play(sitting, [still], 12)
    assert sitting.changes == []
    play(sitting, [still], 6, noise=False)
    assert sitting.opened() == [IntegrityKind.CAMERA_LOST]
    assert sitting.changes[0][1].event.detail == "camera_frozen"
    assert sitting.pipeline.status_word() is StatusWord.CAMERA_FROZEN and sitting.pipeline.frozen
    play(sitting, [still], 4)
    assert not sitting.pipeline.frozen and sitting.pipeline.rules.open_kinds == frozenset()


def test_a_short_recording_that_starts_again_is_suspected(analyser: FaceAnalyser, liveness: LivenessCheck) -> None:
    sitting = Sitting(analyser, liveness)
    play(sitting, pictures_of(sitting, 40), 24, noise=False)
    assert sitting.opened() == [IntegrityKind.SPOOF_SUSPECTED]
    assert sitting.pipeline.rules.running_event(IntegrityKind.SPOOF_SUSPECTED).detail == "looping"  # type: ignore[union-attr]


def test_somebody_far_away_from_a_small_camera_hears_that_they_cannot_be_recognised(analyser: FaceAnalyser) -> None:
    sitting = Sitting(analyser, None)
    sitting.sit(2)
    # 320 by 240 with a face 40 pixels high, which is a stranger's: too little to say so, and too little to be content.
    sitting.camera.show(1)
    pictures = []
    for near in pictures_of(sitting, 20):
        picture = np.full((240, 320, 3), 150, np.uint8)
        picture[60:171, 80:228] = cv2.resize(near, (148, 111), interpolation=cv2.INTER_AREA)
        pictures.append(picture)
    play(sitting, pictures, 30)
    assert IntegrityKind.NOT_RECOGNISABLE in sitting.opened()
    assert IntegrityKind.IDENTITY_MISMATCH not in sitting.opened()
    running = sitting.pipeline.rules.running_event(IntegrityKind.NOT_RECOGNISABLE)
    assert running is not None and running.detail == "small"
    assert sitting.pipeline.status_word() is StatusWord.NOT_RECOGNISABLE


def test_a_lost_camera_is_an_event_and_the_person_is_recognised_afresh_after_it(analyser: FaceAnalyser) -> None:
    sitting = Sitting(analyser, None)
    sitting.sit(5)
    for _ in range(24):
        sitting.at += 0.25
        sitting.changes += [(sitting.at, change) for change in sitting.pipeline.lost(sitting.at).changes]
    assert sitting.opened() == [IntegrityKind.CAMERA_LOST]
    assert sitting.pipeline.status_word() is StatusWord.CAMERA_LOST
    frame = sitting.camera.retrieve()
    assert frame is not None
    assert sitting.pipeline.look(frame.image, sitting.at + 0.25).similarity is not None


def test_a_camera_that_stands_still_was_lost_from_its_last_picture_on() -> None:
    pipeline = Pipeline(ProctoringPolicy(), None)
    pictures = [np.random.default_rng(seed).integers(0, 255, (480, 640, 3), np.uint8) for seed in range(3)]
    for index in range(20):
        pipeline.look(pictures[index % 3], index / 4)
    changes = []
    # As the worker does it: nothing is said before the newest picture is two seconds old.
    for index in range(28, 48):
        changes += [(index / 4, change) for change in pipeline.lost(index / 4, since=4.75).changes]
    for index in range(48, 60):
        changes += [(index / 4, change) for change in pipeline.look(pictures[index % 3], index / 4).changes]
    (told, opened), (_, closed) = changes
    assert opened.event.kind is closed.event.kind is IntegrityKind.CAMERA_LOST
    assert opened.event.started_ms == 4750 and told <= 4.75 + 5
    assert closed.event.ended_ms == 11_750


def test_where_a_head_points_is_seen_twice_a_second_by_a_camera_whose_pictures_miss_the_quarter_seconds(
    analyser: FaceAnalyser,
) -> None:
    sitting = Sitting(analyser, None, fps=15.0)
    seen = []
    for _ in range(90):
        sitting.sit(1 / 15)
        last = sitting.pipeline.last
        if last is not None and last.observation.yaw is not None and last.observation.at not in seen:
            seen.append(last.observation.at)
    assert max(later - earlier for earlier, later in itertools.pairwise(seen)) < 0.6


def seated(analyser: FaceAnalyser, picture: Image) -> Image:
    """The person of a photograph as a webcam shows them: 640 by 480, the face a quarter of its height."""
    face = analyser.detect(picture, side=640)[0]
    scale = 120 / face.width
    shift = 320 - scale * face.centre[0], 216 - scale * face.centre[1]
    matrix = np.array([[scale, 0, shift[0]], [0, scale, shift[1]]], np.float32)
    grey = (110.0, 110.0, 110.0)
    return np.asarray(cv2.warpAffine(picture, matrix, (640, 480), flags=cv2.INTER_AREA, borderValue=grey), np.uint8)


def test_a_screen_held_to_the_camera_is_suspected_within_five_seconds(
    analyser: FaceAnalyser, liveness: LivenessCheck, face_assets: Path
) -> None:
    sitting = Sitting(analyser, liveness)
    person = seated(analyser, photo(face_assets, "obama.jpg"))
    vector = analyser.embed(person, analyser.detect(person)[0])
    assert analyser.models.recognition is not None
    sitting.pipeline.use_templates([Template(vector, analyser.models.recognition.model_id)])
    play(sitting, [person], 7)
    screen = np.asarray(cv2.resize(photo(face_assets, SCREEN), (640, 480)), np.uint8)
    play(sitting, [screen], 5)
    assert sitting.opened() == [IntegrityKind.SPOOF_SUSPECTED]


def test_a_low_liveness_score_of_somebody_a_little_out_of_focus_is_explained_by_that(
    analyser: FaceAnalyser, liveness: LivenessCheck
) -> None:
    sitting = Sitting(analyser, liveness)
    sitting.sit(12)
    frame = sitting.camera.retrieve()
    assert frame is not None and sitting.pipeline.last is not None and sitting.pipeline.last.observation.usable_live
    # As a webcam whose focus hunts: what is left of the detail still does for recognising.
    blurred = np.asarray(cv2.GaussianBlur(frame.image, (0, 0), 1.5), np.uint8)
    look = sitting.pipeline.look(blurred, sitting.at + 5)
    assert look.similarity is not None and look.live is not None
    assert look.observation.usable and not look.observation.usable_live


def test_somebody_out_of_focus_is_unseen_and_an_empty_chair_is_empty(analyser: FaceAnalyser) -> None:
    sitting = Sitting(analyser, None)
    sitting.sit(5)
    frame = sitting.camera.retrieve()
    assert frame is not None
    blurred = np.asarray(cv2.GaussianBlur(frame.image, (0, 0), 25), np.uint8)
    look = sitting.pipeline.look(blurred, sitting.at + 1)
    assert (look.observation.faces, look.observation.sight) == (0, Sight.BLURRED)
    sitting.camera.show(-1)
    sitting.camera.grab()
    empty = sitting.camera.retrieve()
    assert empty is not None
    look = sitting.pipeline.look(empty.image, sitting.at + 2)
    assert (look.observation.faces, look.observation.sight) == (0, Sight.CLEAR)


def test_without_models_only_the_camera_is_watched() -> None:
    pipeline = Pipeline(ProctoringPolicy(), None)
    look = pipeline.look(np.full((480, 640, 3), 128, np.uint8), 0.0)
    assert look.observation.faces == -1
    assert pipeline.assurance is Assurance.CAMERA_ONLY


def test_what_is_no_picture_changes_nothing(analyser: FaceAnalyser) -> None:
    pipeline = Pipeline(ProctoringPolicy(), analyser)
    with pytest.raises(FrameRejectedError):
        pipeline.look(np.zeros((4, 4, 3), np.uint8), 0.0)
    assert pipeline.last is None
