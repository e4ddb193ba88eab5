"""Face enrolment against a real platform: consent, approval, sealed files, and deletion that deletes."""

import array
import itertools
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.wire import base64url_encode
from learnup_platform.demo.school import demo_id
from tests.integration.platform.exam_sitting import OPEN_EXAM, Sitting, code_of
from tests.platform_fixture import RunningPlatform

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8


def template(seed: float, dimensions: int = 512) -> str:
    """A vector as the client sends it."""
    return base64url_encode(array.array("f", (seed + number for number in range(dimensions))).tobytes())


def request(seed: float = 1.0, **changes: object) -> dict[str, Any]:
    """An enrolment."""
    body: dict[str, Any] = {
        "consent": True,
        "model": "buffalo_s/w600k_mbf.onnx",
        "templates": [template(seed), template(seed + 1), template(seed + 2)],
        "photo": base64url_encode(PHOTO),
    }
    return body | changes


def enrol(client: httpx.Client, seed: float = 1.0) -> dict[str, Any]:
    """Enrol; it must be taken."""
    answer = client.post(routes.ENROLMENTS, json=request(seed))
    assert answer.status_code == 201, answer.text
    wire: dict[str, Any] = answer.json()
    return wire


def decide(client: httpx.Client, enrolment: dict[str, Any], approve: bool = True) -> httpx.Response:
    """A decision."""
    return client.post(routes.ENROLMENT_DECISION.format(id=enrolment["id"]), json={"approve": approve})


def sealed_files(platform: RunningPlatform) -> list[Path]:
    """The biometric files on the platform's disk."""
    return sorted((platform.data / "files" / "faces").glob("*"))


def contains(platform: RunningPlatform, needle: bytes) -> bool:
    """Whether any file of the platform has these bytes."""
    files = [path for path in platform.data.rglob("*") if path.is_file() and path.suffix != ".key"]
    return any(needle in path.read_bytes() for path in files)


def test_from_consent_to_deletion(fresh_platform: RunningPlatform) -> None:
    student, teacher = fresh_platform.client("nimali"), fresh_platform.client("kamala")
    enrolment = enrol(student)
    assert (enrolment["state"], enrolment["templateCount"]) == ("waiting", 3)
    assert student.get(routes.ENROLMENTS).json()["items"] == [enrolment]
    assert Sitting(student).start().started.face_templates == []
    photo = teacher.get(routes.ENROLMENT_PHOTO.format(id=enrolment["id"]))
    assert (photo.content, photo.headers["content-type"]) == (PHOTO, "image/jpeg")

    approved = decide(teacher, enrolment).json()
    assert approved["state"] == "approved"
    assert student.get(routes.ME).json()["faceEnrolled"] is True
    roll = teacher.get(routes.CLASS_STUDENTS.format(id=demo_id("class", "physics-13-english"))).json()["students"]
    assert [line["name"] for line in roll if line["faceEnrolled"]] == ["Nimali Perera"]
    body = {"deviceId": "test-device"}
    key = {"Idempotency-Key": "start-1"}
    started = student.post(routes.ATTEMPTS.format(id=OPEN_EXAM), json=body, headers=key).json()
    assert started["faceTemplates"] == request()["templates"]
    assert started["faceModel"] == "buffalo_s/w600k_mbf.onnx"

    # Sealed while it is there, gone when it is deleted: from files, rows and kept answers.
    assert len(sealed_files(fresh_platform)) == 1
    assert not contains(fresh_platform, PHOTO)
    assert student.delete(routes.ENROLMENT.format(id=enrolment["id"])).status_code == 204
    assert sealed_files(fresh_platform) == []
    assert student.get(routes.ENROLMENTS).json()["items"] == []
    assert student.get(routes.ME).json()["faceEnrolled"] is False
    assert code_of(student.delete(routes.ENROLMENT.format(id=enrolment["id"]))) == (404, "not_found")
    again = student.post(routes.ATTEMPTS.format(id=OPEN_EXAM), json=body, headers=key)
    assert again.json()["faceTemplates"] == []
    fresh_platform.stop()
    with closing(sqlite3.connect(fresh_platform.data / "platform.db")) as database:
        audit = database.execute("SELECT action, student_id, actor_id FROM face_audit ORDER BY at, id").fetchall()
        kept = database.execute("SELECT count(*) FROM idempotency_keys WHERE instr(body, ?)", [template(1.0)])
        assert kept.fetchone() == (0,)
    nimali, kamala = demo_id("account", "nimali"), demo_id("account", "kamala")
    assert audit == [("enrolled", nimali, nimali), ("approved", nimali, kamala), ("deleted", nimali, nimali)]


def test_a_new_enrolment_waits_beside_the_approved_one(fresh_platform: RunningPlatform) -> None:
    student, teacher = fresh_platform.client("nimali"), fresh_platform.client("kamala")
    first = enrol(student, 1.0)
    decide(teacher, first)
    enrol(student, 2.0)
    third = enrol(student, 3.0)
    listed = {entry["id"]: entry["state"] for entry in student.get(routes.ENROLMENTS).json()["items"]}
    assert listed == {first["id"]: "approved", third["id"]: "waiting"}
    assert Sitting(student).start().started.face_templates == request(1.0)["templates"]
    decide(teacher, third)
    assert [entry["id"] for entry in student.get(routes.ENROLMENTS).json()["items"]] == [third["id"]]
    assert Sitting(student).start().started.face_templates == request(3.0)["templates"]
    assert len(sealed_files(fresh_platform)) == 1
    assert decide(teacher, third, approve=False).json()["state"] == "rejected"
    assert Sitting(student).start().started.face_templates == []
    assert sealed_files(fresh_platform) == []
    assert teacher.get(routes.ENROLMENT_PHOTO.format(id=third["id"])).status_code == 404
    assert decide(teacher, third).status_code == 409


def test_nothing_without_consent(platform: RunningPlatform) -> None:
    refused = platform.client("shalini").post(routes.ENROLMENTS, json=request(consent=False))
    assert code_of(refused) == (403, "face.no_consent")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"templates": []}, (422, "validation")),
        ({"templates": [template(1.0)] * 6}, (422, "validation")),
        ({"templates": ["not base64!"]}, (422, "face.quality")),
        ({"templates": [template(1.0, 63)]}, (422, "face.quality")),
        ({"templates": [template(1.0, 2049)]}, (422, "face.quality")),
        ({"templates": [base64url_encode(bytes(511))]}, (422, "face.quality")),
        ({"templates": [base64url_encode(bytes(2048))]}, (422, "face.quality")),
        ({"templates": [template(float("nan"))]}, (422, "face.quality")),
        ({"templates": [template(float("inf"))]}, (422, "face.quality")),
        ({"photo": base64url_encode(b"GIF89a")}, (422, "face.quality")),
        ({"photo": "!"}, (422, "validation")),
        ({"photo": base64url_encode(PHOTO[:4] + bytes(2_000_000))}, (422, "validation")),
        ({"model": "x" * 121}, (422, "validation")),
    ],
)
def test_what_is_no_face_is_refused(
    platform: RunningPlatform, changes: dict[str, Any], expected: tuple[int, str]
) -> None:
    refused = platform.client("shalini").post(routes.ENROLMENTS, json=request(**changes))
    assert code_of(refused) == expected


def test_enrolments_are_for_those_they_concern(platform: RunningPlatform) -> None:
    enrolment = enrol(platform.client("sanduni"))
    expected = {"sanduni": True, "thilini": False, "kamala": True, "tharshini": False, "admin": True}
    paths = [routes.ENROLMENT_PHOTO.format(id=enrolment["id"])]
    for (username, sees), path in itertools.product(expected.items(), paths):
        client = platform.client(username)
        assert client.get(path).status_code == (200 if sees else 404)
        listed = [entry["id"] for entry in client.get(routes.ENROLMENTS).json()["items"]]
        assert (enrolment["id"] in listed) is sees
        if not sees:
            assert code_of(client.delete(routes.ENROLMENT.format(id=enrolment["id"]))) == (404, "not_found")
            assert code_of(decide(client, enrolment)) == (404, "not_found")
    # Nobody approves their own face, and only students enrol.
    assert code_of(decide(platform.client("sanduni"), enrolment)) == (404, "not_found")
    assert code_of(platform.client("kamala").post(routes.ENROLMENTS, json=request())) == (404, "not_found")


def test_the_manifest_of_models_is_served(platform: RunningPlatform) -> None:
    answer = platform.client("nimali").get(routes.FACE_MODELS)
    if answer.status_code == 503:
        pytest.skip("no resources/models.toml in this checkout")
    models = answer.json()
    assert models["defaultPack"] in models["archives"]
    assert {"detection", "recognition"} <= {file["task"] for file in models["files"]}
    assert all(len(file["sha256"]) == 64 and file["size"] > 0 for file in models["files"])


def test_the_platform_starts_without_the_models_libraries() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from learnup_platform.app import create_app; "
        "print([name for name in ('numpy', 'cv2', 'insightface', 'onnxruntime', 'PySide6') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
