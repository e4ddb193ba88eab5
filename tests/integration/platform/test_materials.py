"""Material goes up in parts and is published; publications are sealed for their buyer; the list of a pack is signed."""

import os
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract import routes
from learnup_desktop.contract.materials import SignedManifest
from learnup_desktop.contract.system import WellKnown
from learnup_desktop.contract.wire import base64url_decode, wire_time
from learnup_desktop.domain.pack_manifest import read_manifest
from learnup_desktop.domain.sealed_publication import open_publication
from learnup_platform.demo.classes import PHYSICS_ENGLISH
from learnup_platform.demo.school import demo_id
from tests.platform_fixture import RunningPlatform

PHYSICS = demo_id("class", PHYSICS_ENGLISH)


def put(client: httpx.Client, upload: str, data: bytes, start: int, total: int) -> httpx.Response:
    headers = {"Content-Range": f"bytes {start}-{start + len(data) - 1}/{total}"}
    return client.put(routes.UPLOAD.format(id=upload), content=data, headers=headers)


def uploaded(client: httpx.Client, data: bytes, **fields: Any) -> dict[str, Any]:
    """A finished upload, and what to say of it."""
    upload = uuid7()
    assert put(client, upload, data, 0, len(data)).json()["receivedBytes"] == len(data)
    body = {
        "id": uuid7(),
        "uploadId": upload,
        "classId": PHYSICS,
        "title": {"en": "Forces"},
        "mediaType": "text/plain",
        "fileName": "forces.txt",
        "sizeBytes": len(data),
        "sha256": sha256_hex(data),
    }
    return body | fields


def seen(client: httpx.Client, material_id: str) -> dict[str, Any] | None:
    items = client.get(routes.MATERIALS, params={"limit": 200}).json()["items"]
    return next((item for item in items if item["id"] == material_id), None)


def test_a_file_goes_up_in_parts_and_goes_on_where_it_was_cut(platform: RunningPlatform) -> None:
    teacher, student = platform.client("kamala"), platform.client("nimali")
    data, upload = os.urandom(2_500_000), uuid7()
    assert put(student, upload, data, 0, len(data)).status_code == 404
    assert put(teacher, upload, data[:300_000], 0, len(data)).json()["receivedBytes"] == 300_000
    # The answer was lost: the same part again; then one that leaves a gap.
    assert put(teacher, upload, data[:300_000], 0, len(data)).json()["receivedBytes"] == 300_000
    gap = put(teacher, upload, data[400_000:], 400_000, len(data))
    assert (gap.status_code, gap.json()["code"]) == (409, "upload.gap")
    assert gap.json()["details"]["receivedBytes"] == 300_000
    body = uploaded(teacher, b"x") | {"uploadId": upload, "sizeBytes": len(data), "sha256": sha256_hex(data)}
    assert teacher.post(routes.MATERIALS, json=body).json()["code"] == "upload.gap"
    assert put(teacher, upload, data[300_000:], 300_000, len(data)).json()["receivedBytes"] == len(data)
    assert teacher.get(routes.UPLOAD.format(id=upload)).json()["receivedBytes"] == len(data)
    made = teacher.post(routes.MATERIALS, json=body)
    assert made.status_code == 201
    assert teacher.post(routes.MATERIALS, json=body).json() == made.json()
    content = routes.MATERIAL_CONTENT.format(id=body["id"])
    assert student.get(content).content == data
    part = student.get(content, headers={"Range": "bytes=100000-2300000"})
    assert (part.status_code, part.content) == (206, data[100_000:2_300_001])
    assert student.get(content, headers={"Range": "bytes=2499999-"}).content == data[-1:]
    assert student.delete(routes.MATERIAL.format(id=body["id"])).status_code == 404
    assert teacher.delete(routes.MATERIAL.format(id=body["id"])).status_code == 204
    assert seen(student, body["id"]) is None


def test_a_draft_is_seen_by_nobody_else_until_it_is_published(platform: RunningPlatform) -> None:
    teacher, student = platform.client("kamala"), platform.client("nimali")
    body = uploaded(teacher, b"draft words", published=False)
    assert teacher.post(routes.MATERIALS, json=body).json()["published"] is False
    assert seen(student, body["id"]) is None
    assert student.get(routes.MATERIAL_CONTENT.format(id=body["id"])).status_code == 404
    due = wire_time(datetime.now(UTC) + timedelta(days=3))
    change = {"published": True, "dueAt": due, "title": {"en": "Forces, final"}}
    assert teacher.patch(routes.MATERIAL.format(id=body["id"]), json=change).status_code == 200
    shown = seen(student, body["id"])
    assert shown is not None and shown["dueAt"] == due
    assert teacher.patch(routes.MATERIAL.format(id=body["id"]), json={"published": False}).status_code == 200
    assert seen(student, body["id"]) is None
    assert teacher.delete(routes.MATERIAL.format(id=body["id"])).status_code == 204


@pytest.mark.parametrize(
    ("data", "fields", "code"),
    [
        (b"abc", {"sha256": "0" * 64}, "upload.wrong_bytes"),
        (b"abcd", {"sizeBytes": 3, "sha256": sha256_hex(b"abc")}, "upload.wrong_bytes"),
        (b"MZ", {"mediaType": "application/x-msdownload"}, "material.kind"),
        (b"<html>", {"mediaType": "application/pdf"}, "material.kind"),
        (b"abc", {"classId": demo_id("class", "ict-13-tamil")}, "not_found"),
        (b"abc", {"fileName": ""}, "validation"),
    ],
)
def test_what_is_not_what_it_says_is_not_put_up(
    platform: RunningPlatform, data: bytes, fields: dict[str, Any], code: str
) -> None:
    teacher = platform.client("kamala")
    refused = teacher.post(routes.MATERIALS, json=uploaded(teacher, data, **fields))
    assert refused.json()["code"] == code
    assert refused.status_code in (404, 422)


@pytest.mark.parametrize("upload", ["../../keys", "a", "x" * 65, ".."])
def test_an_upload_stays_in_its_folder(platform: RunningPlatform, upload: str) -> None:
    assert put(platform.client("kamala"), upload, b"x", 0, 1).status_code == 404


def test_a_publication_is_sealed_for_its_buyer_and_ends(platform: RunningPlatform) -> None:
    teacher, admin = platform.client("kamala"), platform.client("admin")
    nimali, amaya = platform.client("nimali"), platform.client("amaya")
    book = b"%PDF-1.7 " + os.urandom(200_000)
    body = uploaded(teacher, book, mediaType="application/pdf", fileName="book.pdf", priceMinor=45000)
    assert teacher.post(routes.PUBLICATIONS, json=body).status_code == 201
    asked = nimali.post(routes.PURCHASE.format(id=body["id"])).json()
    assert (asked["state"], asked["materialId"]) == ("pending", None)
    me = nimali.get(routes.ME).json()["id"]
    access = routes.PUBLICATION_ACCESS.format(id=body["id"], student_id=me)
    assert teacher.put(access, json={}).status_code == 404
    ends = wire_time(datetime.now(UTC) + timedelta(days=30))
    assert admin.put(access, json={"endsAt": ends}).status_code == 204
    (offer,) = [item for item in nimali.get(routes.PUBLICATIONS).json()["items"] if item["id"] == body["id"]]
    assert (offer["state"], offer["accessEndsAt"]) == ("owned", ends)
    material = seen(nimali, offer["materialId"])
    assert material is not None and material["sealed"] and material["accessEndsAt"] == ends
    sealed = nimali.get(routes.MATERIAL_CONTENT.format(id=material["id"])).content
    assert (len(sealed), sha256_hex(sealed)) == (material["sizeBytes"], material["sha256"])
    key = base64url_decode(nimali.get(routes.MATERIAL_KEY.format(id=material["id"])).json()["key"])
    assert open_publication(sealed, key) == book
    # Nobody else gets the file, the key, or a list that carries it further.
    for route in (routes.MATERIAL_CONTENT, routes.MATERIAL_KEY):
        assert amaya.get(route.format(id=material["id"])).status_code == 404
    assert nimali.post(routes.PACK_MANIFEST, json={"materialIds": [material["id"]]}).status_code == 404
    assert admin.delete(access).status_code == 204
    assert nimali.get(routes.MATERIAL_KEY.format(id=material["id"])).status_code == 404
    assert seen(nimali, material["id"]) is None


def test_a_publication_is_bought_by_paying_its_one_invoice(platform: RunningPlatform) -> None:
    teacher, student = platform.client("kamala"), platform.client("sanduni")
    body = uploaded(teacher, b"%PDF-1.7 bought", mediaType="application/pdf", fileName="b.pdf", priceMinor=45050)
    teacher.post(routes.PUBLICATIONS, json=body).raise_for_status()
    asked = [student.post(routes.PURCHASE.format(id=body["id"])).json() for _ in range(2)]
    assert asked[0] == asked[1] and asked[0]["state"] == "pending", "asking twice is one invoice"
    invoice = student.get(routes.INVOICE.format(id=asked[0]["invoiceId"])).json()
    assert (invoice["total"]["amount"], invoice["state"], invoice["title"]) == (
        45050,
        "due",
        {"en": "Forces"} | invoice["title"],
    )
    payment = student.post(routes.PAYMENTS, json={"invoiceId": invoice["id"]}).json()
    with httpx.Client(timeout=20) as browser:
        browser.post(f"{payment['checkoutUrl']}&answer=paid").raise_for_status()
    (offer,) = [item for item in student.get(routes.PUBLICATIONS).json()["items"] if item["id"] == body["id"]]
    assert (offer["state"], offer["invoiceId"]) == ("owned", None)
    assert seen(student, offer["materialId"]) is not None
    # What the school gives is no longer asked for; what was ended is bought anew, by a new invoice.
    me, admin = student.get(routes.ME).json()["id"], platform.client("admin")
    access = routes.PUBLICATION_ACCESS.format(id=body["id"], student_id=me)
    admin.delete(access).raise_for_status()
    again = student.post(routes.PURCHASE.format(id=body["id"])).json()
    assert again["state"] == "pending" and again["invoiceId"] not in (None, invoice["id"])
    admin.put(access, json={}).raise_for_status()
    assert student.get(routes.INVOICE.format(id=again["invoiceId"])).json()["state"] == "cancelled"
    assert student.post(routes.PURCHASE.format(id=body["id"])).json()["state"] == "owned"


def test_the_list_of_a_pack_is_signed_and_holds_only_what_one_may_see(platform: RunningPlatform) -> None:
    student = platform.client("nimali")
    server = WellKnown.model_validate(student.get(routes.WELL_KNOWN).json())
    mine = [item["id"] for item in student.get(routes.MATERIALS).json()["items"]]
    others = demo_id("material", "python-tamil")
    answer = student.post(routes.PACK_MANIFEST, json={"materialIds": [*mine, others]})
    signed = SignedManifest.model_validate(answer.json())
    manifest = read_manifest(signed, server.signing_key_id, server.signing_key)
    assert {item.material_id for item in manifest.items} == set(mine)
    changed = signed.model_copy(update={"document": signed.document.replace(b"pdf", b"pdg")})
    with pytest.raises(IntegrityFault):
        read_manifest(changed, server.signing_key_id, server.signing_key)
    with pytest.raises(IntegrityFault):
        read_manifest(signed, "another", server.signing_key)
