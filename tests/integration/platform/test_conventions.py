"""What holds for every route: faults, limits, kept answers, validators, time."""

import gzip
import http.client
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import pytest
import zstandard

from learnup_desktop.contract import routes
from learnup_desktop.contract.wire import ErrorBody
from tests.platform_fixture import ClockedPlatform, RunningPlatform


@pytest.fixture
def student(platform: RunningPlatform) -> Iterator[httpx.Client]:
    with platform.client("dinuka") as client:
        yield client


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nothing", 404, "not_found"),
        ("GET", "/", 404, "not_found"),
        ("DELETE", routes.LOGIN, 405, "bad_request"),
        ("POST", routes.LOGIN, 422, "validation"),
        ("GET", routes.ME, 401, "auth.required"),
        ("GET", routes.SYNC, 401, "auth.required"),
    ],
)
def test_every_fault_is_an_error_body(
    platform: RunningPlatform, method: str, path: str, status: int, code: str
) -> None:
    answer = httpx.request(method, platform.url + path)
    body = ErrorBody.model_validate(answer.json())
    assert (answer.status_code, body.status_code, body.code) == (status, status, code)
    assert body.message
    assert "x-server-time" in answer.headers


def test_a_bug_answers_500_without_a_traceback(fresh_platform: RunningPlatform) -> None:
    client = fresh_platform.client("nimali")
    with closing(sqlite3.connect(fresh_platform.data / "platform.db")) as database:
        database.execute("UPDATE subjects SET name = '\"broken\"'")
        database.commit()
    answer = client.get(routes.CLASSES)
    assert answer.status_code == 500
    assert ErrorBody.model_validate(answer.json()).code == "internal"
    assert "Traceback" not in answer.text
    assert "x-server-time" in answer.headers


def test_validation_names_the_field_and_never_the_value(platform: RunningPlatform) -> None:
    secret = "hunter2-hunter2"
    answer = httpx.post(platform.url + routes.LOGIN, json={"username": "", "password": secret})
    fields = [entry["field"] for entry in answer.json()["details"]["fields"]]
    assert sorted(fields) == ["body.deviceId", "body.username"]
    assert secret not in answer.text


def test_every_answer_is_a_sample_of_the_clock(platform: RunningPlatform) -> None:
    answer = httpx.get(platform.url + routes.TIME)
    stamped = datetime.fromisoformat(answer.headers["x-server-time"])
    assert abs(datetime.now(UTC) - stamped) < timedelta(seconds=5)
    assert answer.headers["x-server-time"].endswith("Z")
    assert "etag" not in answer.headers


def test_reads_are_validated_by_etag(student: httpx.Client) -> None:
    first = student.get(routes.CLASSES)
    again = student.get(routes.CLASSES, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert student.get(routes.CLASSES, headers={"If-None-Match": '"other"'}).status_code == 200


def test_answers_are_compressed(student: httpx.Client) -> None:
    request = student.build_request("GET", routes.SYNC, headers={"Accept-Encoding": "gzip"})
    answer = student.send(request, stream=True)
    raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert len(raw) * 3 < len(gzip.decompress(raw))


@pytest.mark.parametrize("accepted", ["zstd", "gzip, deflate, zstd", "gzip;q=0.5, zstd;q=0.6", "*"])
def test_zstd_comes_first_where_it_is_read(student: httpx.Client, accepted: str) -> None:
    request = student.build_request("GET", routes.SYNC, headers={"Accept-Encoding": accepted})
    answer = student.send(request, stream=True)
    raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "zstd"
    assert int(answer.headers["content-length"]) == len(raw)
    whole = zstandard.ZstdDecompressor().decompress(raw)
    assert len(raw) * 3 < len(whole) and json.loads(whole)["changes"]


@pytest.mark.parametrize("accepted", ["identity", "zstd;q=0, gzip;q=0", "br", ""])
def test_nobody_gets_what_they_cannot_read(student: httpx.Client, accepted: str) -> None:
    answer = student.get(routes.SYNC, headers={"Accept-Encoding": accepted})
    assert "content-encoding" not in answer.headers and answer.json()["changes"]
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_files_and_parts_of_them_travel_as_they_are(student: httpx.Client) -> None:
    material = student.get(routes.MATERIALS).json()["items"][0]
    path = routes.MATERIAL_CONTENT.format(id=material["id"])
    whole = student.get(path, headers={"Accept-Encoding": "zstd, gzip"})
    part = student.get(path, headers={"Accept-Encoding": "zstd, gzip", "Range": "bytes=0-1999"})
    assert whole.headers.get("content-encoding", "identity") == "identity"
    assert len(whole.content) == material["sizeBytes"]
    assert (part.status_code, part.content) == (206, whole.content[:2000])
    assert part.headers.get("content-encoding", "identity") == "identity"


def test_a_body_that_is_too_large_is_refused_before_it_is_read(platform: RunningPlatform) -> None:
    address = urlsplit(platform.url)
    connection = http.client.HTTPConnection(address.netloc, timeout=5)
    connection.putrequest("POST", routes.LOGIN)
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", str(10_485_761))
    connection.endheaders()
    # Not one byte of the body was sent, and the answer is there.
    answer = connection.getresponse()
    body = ErrorBody.model_validate_json(answer.read())
    assert (answer.status, body.code, body.details) == (413, "too_large", {"limitBytes": 10_485_760})
    connection.close()


def test_a_body_of_unknown_length_is_counted(platform: RunningPlatform) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(11):
            yield b" " * 1_048_576

    try:
        answer = httpx.post(platform.url + routes.LOGIN, content=chunks(), timeout=20)
    except (httpx.WriteError, httpx.ReadError):
        return  # The platform hung up before the client had sent it all, which is as good.
    assert answer.status_code == 413


def test_the_rate_limit_is_by_account(fresh_platform: RunningPlatform) -> None:
    fresh_platform.stop()
    fresh_platform.environment = {"RATE_LIMIT_MAX": "20"}
    fresh_platform.start()
    nimali, ashan = fresh_platform.client("nimali"), fresh_platform.client("ashan")
    statuses = [nimali.get(routes.ME).status_code for _ in range(25)]
    assert statuses == [200] * 20 + [429] * 5
    refused = nimali.get(routes.ME)
    assert 1 <= int(refused.headers["retry-after"]) <= 61
    assert ErrorBody.model_validate(refused.json()).code == "rate_limited"
    assert ashan.get(routes.ME).status_code == 200
    assert nimali.get(routes.HEALTH).status_code == 200


class TestKeptAnswers:
    """A write repeated with its Idempotency-Key."""

    def announce(self, client: httpx.Client, key: str, title: str, class_id: str) -> httpx.Response:
        body = {"classId": class_id, "title": {"en": title}, "body": {"en": "Text"}}
        return client.post(routes.ANNOUNCEMENTS, json=body, headers={"Idempotency-Key": key})

    @pytest.fixture
    def teacher(self, platform: RunningPlatform) -> Iterator[httpx.Client]:
        with platform.client("ruwan") as client:
            yield client

    @pytest.fixture
    def class_id(self, teacher: httpx.Client) -> str:
        return str(teacher.get(routes.CLASSES).json()["items"][0]["id"])

    def count(self, client: httpx.Client, title: str) -> int:
        items = client.get(routes.ANNOUNCEMENTS).json()["items"]
        return sum(item["title"]["en"] == title for item in items)

    def test_happens_once(self, teacher: httpx.Client, class_id: str) -> None:
        key = str(uuid4())
        first = self.announce(teacher, key, "Once", class_id)
        again = self.announce(teacher, key, "Once", class_id)
        assert first.status_code == again.status_code == 201
        assert again.content == first.content
        assert again.headers["idempotency-replayed"] == "true"
        assert self.count(teacher, "Once") == 1

    def test_the_key_is_of_one_request(self, teacher: httpx.Client, class_id: str) -> None:
        key = str(uuid4())
        self.announce(teacher, key, "One thing", class_id)
        other = self.announce(teacher, key, "Another thing", class_id)
        assert (other.status_code, other.json()["code"]) == (409, "idempotency.mismatch")
        assert self.count(teacher, "Another thing") == 0

    def test_the_key_is_of_one_account(self, platform: RunningPlatform, teacher: httpx.Client, class_id: str) -> None:
        key = str(uuid4())
        self.announce(teacher, key, "Mine", class_id)
        with platform.client("admin") as admin:
            assert self.announce(admin, key, "Mine", class_id).status_code == 201
        assert self.count(teacher, "Mine") == 2

    def test_twins_at_the_same_moment_happen_once(
        self, platform: RunningPlatform, teacher: httpx.Client, class_id: str
    ) -> None:
        from concurrent.futures import ThreadPoolExecutor

        key = str(uuid4())
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda _: self.announce(teacher, key, "Twins", class_id), range(8)))
        assert {answer.status_code for answer in answers} == {201}
        assert len({answer.content for answer in answers}) == 1
        assert self.count(teacher, "Twins") == 1

    def test_a_refusal_is_not_kept(self, platform: RunningPlatform, teacher: httpx.Client) -> None:
        key = str(uuid4())
        assert self.announce(teacher, key, "Nowhere", "no-such-class").status_code == 404
        assert self.announce(teacher, key, "Nowhere", "no-such-class").status_code == 404

    def test_survives_a_power_cut(self, fresh_platform: RunningPlatform) -> None:
        client = fresh_platform.client("ruwan")
        class_id = client.get(routes.CLASSES).json()["items"][0]["id"]
        key = str(uuid4())
        first = self.announce(client, key, "Before the cut", class_id)
        fresh_platform.kill()
        fresh_platform.start()
        again = self.announce(client, key, "Before the cut", class_id)
        assert again.content == first.content
        assert self.count(client, "Before the cut") == 1

    def test_is_forgotten_after_seven_days(self, clocked_platform: ClockedPlatform) -> None:
        key = str(uuid4())
        with clocked_platform.client("ruwan") as before:
            class_id = before.get(routes.CLASSES).json()["items"][0]["id"]
            self.announce(before, key, "Week one", class_id)
        clocked_platform.clock.advance(7 * 86_400 + 1)
        with clocked_platform.client("ruwan") as after:
            assert self.announce(after, key, "Week two", class_id).status_code == 201
