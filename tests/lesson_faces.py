"""Who can be seen in the walk-through of a lesson: people of a photograph as they enrolled, and the room."""

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tests.face_assets import face_assets_folder


@dataclass(frozen=True)
class Enrolled:
    """A person of the photographs, as they enrolled: wire templates, the model, and a JPEG."""

    model: str
    templates: list[str]
    photo: bytes


def faces_of(folder: Path) -> list[Enrolled]:
    """The five people of six who enrol; photographs and a clip of the room go into ``folder``. Empty without models."""
    assets = face_assets_folder()
    if assets is None:
        return []
    os.environ.setdefault("LEARNUP_FACE_ASSETS", str(assets))
    # Models and OpenCV never come into a process with Qt.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_make_faces, assets, folder).result()


def _make_faces(assets: Path, folder: Path) -> list[Enrolled]:
    import cv2

    from tests.face_assets import analyser_for
    from tests.qr_frames import write_clip
    from tests.room_photos import room, six_people, transformed_crop

    made = room(analyser_for(assets), six_people(), 1)
    height, width = made.image.shape[:2]
    cv2.imwrite(str(folder / "front.png"), made.image[:, : width // 2])
    cv2.imwrite(str(folder / "back.png"), made.image[:, width // 3 :])
    write_clip(folder / "room.avi", [made.image[: height // 2 * 2, : width // 2 * 2]] * 40, 5.0)
    found = []
    for person in dict.fromkeys(name for name, _ in made.enrolled):
        own = [template for name, template in made.enrolled if name == person]
        _, photo = cv2.imencode(".jpg", transformed_crop(made.image, made.faces[person], 0.0))
        found.append(Enrolled(own[0].model_id, [template.encode() for template in own], photo.tobytes()))
    return found
