"""What the worker advises once somebody is enrolled: first what hides the person, then what would make them plainer."""

import numpy as np
import pytest

from learnup_desktop.domain.integrity_observation import Observation, Sight
from learnup_desktop.face.analyser import DetectedFace
from learnup_desktop.face.pose import HeadPose
from learnup_desktop.face.quality import FaceQuality
from learnup_desktop.proctoring.pipeline import Look
from learnup_desktop.proctoring.session import live_advice

IMAGE = np.zeros((480, 640, 3), np.uint8)
FACE = DetectedFace((260.0, 160.0, 380.0, 320.0), 0.9, np.zeros((5, 2), np.float32))
GOOD = FaceQuality(120.0, 0.15, 40.0, 120.0, HeadPose(0.0, 0.0, 0.0), 0.9)
SMALL = FaceQuality(60.0, 0.15, 40.0, 120.0, HeadPose(0.0, 0.0, 0.0), 0.9)


def seen(sight: Sight, faces: int) -> Observation:
    return Observation(1.0, sight, 120.0, faces=faces, usable=True)


@pytest.mark.parametrize(
    ("look", "advice"),
    [
        (Look(seen(Sight.CLEAR, 1), [FACE], quality=GOOD), ()),
        (Look(seen(Sight.CLEAR, 1), [FACE], quality=SMALL), ("come_closer",)),
        (Look(seen(Sight.DIM, 1), [FACE], quality=SMALL), ("more_light",)),
        (Look(seen(Sight.CLEAR, 2), [FACE, FACE], quality=SMALL), ("one_person",)),
        (Look(seen(Sight.CLEAR, 0)), ("nobody_there",)),
        (Look(seen(Sight.COVERED, 0)), ("uncover_camera",)),
    ],
)
def test_the_most_urgent_advice_comes_first(look: Look, advice: tuple[str, ...]) -> None:
    assert live_advice(IMAGE, look) == advice
