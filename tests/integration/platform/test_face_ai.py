"""Face-AI of a real platform: what it refuses, how often it looks, and that only who consented is compared."""

from pathlib import Path

import cv2
import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.wire import base64url_encode
from learnup_platform.demo.school import demo_id
from tests.face_assets import analyser_for
from tests.integration.platform.exam_sitting import code_of
from tests.integration.platform.test_attendance import CLASS
from tests.integration.platform.test_face import decide
from tests.platform_fixture import RunningPlatform
from tests.room_photos import room, six_people
from tests.unit.face.test_pictures import png_bomb

JPEG = {"Content-Type": "image/jpeg"}


def post(client: httpx.Client, path: str, data: bytes, kind: str = "image/jpeg") -> httpx.Response:
    return client.post(path, content=data, params={"classId": CLASS}, headers={"Content-Type": kind})


@pytest.mark.parametrize("path", [routes.FACE_AI_RECOGNISE, routes.FACE_RECOGNISE, routes.FACE_AI_CHECK])
def test_bombs_wrong_types_and_strangers_are_refused(platform: RunningPlatform, path: str) -> None:
    teacher = platform.client("ruwan" if path == routes.FACE_AI_CHECK else "kamala")
    assert code_of(post(teacher, path, b"GIF89a", "image/gif")) == (415, "validation")
    assert code_of(post(teacher, path, b"{}", "application/json")) == (415, "validation")
    assert code_of(post(platform.client(), path, b"")) == (401, "auth.required")
    if path != routes.FACE_AI_CHECK:
        assert code_of(post(platform.client("nimali"), path, b"")) == (404, "not_found")
        assert code_of(post(platform.client("tharshini"), path, b"")) == (404, "not_found")


def test_without_models_it_says_that_it_cannot(platform: RunningPlatform) -> None:
    known = platform.client("kamala")
    assert known.get(routes.FACE_AI_MODELS).json() == known.get(routes.FACE_MODELS).json()
    answer = known.get(routes.FACE_AI_GALLERY, params={"classId": CLASS})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def test_who_consented_is_recognised_and_nobody_else(face_assets: Path, seeded_data: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(seeded_data, tmp_path / "data")
    running = RunningPlatform(tmp_path / "data", {"LEARNUP_FACE_ASSETS": str(face_assets)}).start()
    try:
        teacher = running.client("kamala")
        made = room(analyser_for(face_assets), six_people(), 1)
        data = cv2.imencode(".jpg", made.image)[1].tobytes()
        assert post(teacher, routes.FACE_AI_RECOGNISE, data).json()["unknown"] == 6
        model = made.enrolled[0][1].model_id
        templates = [template.encode() for person, template in made.enrolled if person == "p1"]
        student = running.client("nimali")
        body = {
            "consent": True,
            "model": model,
            "templates": templates,
            "photo": base64url_encode(cv2.imencode(".jpg", made.image[:60, :60])[1].tobytes()),
        }
        enrolment = student.post(routes.ENROLMENTS, json=body).json()
        assert post(teacher, routes.FACE_AI_RECOGNISE, data).json()["matches"] == []
        decide(teacher, enrolment)
        seen = post(teacher, routes.FACE_AI_RECOGNISE, data).json()
        assert [match["studentId"] for match in seen["matches"]] == [demo_id("account", "nimali")]
        assert (seen["faces"], seen["unknown"], seen["whichOf"]) == (6, 5, [])
        student.delete(routes.ENROLMENT.format(id=enrolment["id"]))
        assert post(teacher, routes.FACE_AI_RECOGNISE, data).json()["matches"] == []

        checked = post(student, routes.FACE_AI_CHECK, data).json()
        assert (checked["faces"], checked["usable"], checked["advice"]) == (6, False, ["one_person"])
        assert code_of(post(student, routes.FACE_AI_CHECK, png_bomb(30_000), "image/png")) == (413, "too_large")
        assert code_of(post(student, routes.FACE_AI_CHECK, b"\xff\xd8 no picture")) == (422, "face.quality")
        codes = [post(student, routes.FACE_AI_CHECK, b"no picture").status_code for _ in range(40)]
        assert 429 in codes and codes[0] == 422
        assert not any((running.data / "files" / "faces").glob("*"))
    finally:
        running.close()
