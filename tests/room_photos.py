"""Photographs of several people for roll call: who is in them, and templates made from transformed crops."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.face_assets import photo

if TYPE_CHECKING:
    from learnup_desktop.face.analyser import DetectedFace, FaceAnalyser, Image
    from learnup_desktop.face.identity import Template


def six_people() -> "Image":
    """InsightFace's own picture of six people."""
    import numpy as np
    from insightface.data import get_image

    return np.asarray(get_image("t1"), np.uint8)


@dataclass(frozen=True)
class Room:
    """A photograph, who is enrolled (``p0`` is leftmost), and where each person's face is."""

    image: "Image"
    enrolled: "list[tuple[str, Template]]"
    faces: "dict[str, DetectedFace]"


def transformed_crop(image: "Image", face: "DetectedFace", turn: float) -> "Image":
    """The face as another picture shows it: turned by ``turn`` degrees, smaller, darker, noisy, and as a JPEG."""
    import cv2
    import numpy as np

    from learnup_desktop.face.analyser import region_around

    height, width = image.shape[:2]
    region = region_around([face], width, height, margin=0.6)
    assert region is not None
    part = image[region.top : region.bottom, region.left : region.right]
    scale = 240 / max(part.shape[:2])
    small = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    centre = (small.shape[1] / 2, small.shape[0] / 2)
    turn_of = cv2.getRotationMatrix2D(centre, turn, 1.0)
    turned = cv2.warpAffine(small, turn_of, small.shape[1::-1], borderMode=cv2.BORDER_REPLICATE)
    noise = np.random.default_rng(7).normal(0, 5, turned.shape)
    darker = np.clip(turned.astype(np.float32) * 0.82 + 6 + noise, 0, 255).astype(np.uint8)
    _, data = cv2.imencode(".jpg", darker, [cv2.IMWRITE_JPEG_QUALITY, 70])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def room(analyser: "FaceAnalyser", image: "Image", strangers: int) -> Room:
    """``image`` with everybody enrolled but the ``strangers`` rightmost people."""
    from learnup_desktop.face.crowd import find_faces
    from learnup_desktop.face.identity import Template

    recognition = analyser.models.recognition
    assert recognition is not None
    faces = sorted(find_faces(analyser, image), key=lambda face: face.centre[0])
    by_name = {f"p{number}": face for number, face in enumerate(faces)}
    enrolled = []
    for number, face in enumerate(faces[: len(faces) - strangers]):
        for turn in (-8.0, 6.0):
            crop = transformed_crop(image, face, turn)
            found = analyser.detect(crop)
            assert found, f"no face in the crop of p{number}"
            enrolled.append((f"p{number}", Template(analyser.embed(crop, found[0]), recognition.model_id)))
    return Room(image, enrolled, by_name)


def two_people(assets: Path) -> "Image":
    """The photograph of two people of the assets."""
    return photo(assets, "two_people.jpg")
