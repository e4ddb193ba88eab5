"""Several processes of one platform: limits and rooms shared through Redis. And files in a bucket instead of a folder.

The Redis tests need ``redis-server`` on the path, the bucket test boto3 (the ``s3`` extra), whose wire is stubbed.
"""

import asyncio
import io
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import socketio

from learnup_desktop.contract import routes
from learnup_platform.settings import PlatformSettings
from learnup_platform.storage import BucketStore, MissingFileError, StorageFault
from tests.platform_fixture import RunningPlatform


@dataclass
class Redis:
    """A Redis server of our own."""

    port: int
    process: subprocess.Popen[bytes]


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    """Without persistence, on a free loopback port."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("no redis-server on the path")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    folder = tmp_path_factory.mktemp("redis")
    with subprocess.Popen([program, *options], cwd=folder, stdout=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        yield Redis(port, process)
        process.terminate()


@pytest.fixture
def twins(redis: Redis, seeded_data: Path, tmp_path: Path) -> Iterator[tuple[RunningPlatform, RunningPlatform]]:
    """Two processes on one database and one Redis."""
    data = tmp_path / "data"
    shutil.copytree(seeded_data, data)
    environment = {"REDIS_HOST": "127.0.0.1", "REDIS_PORT": str(redis.port), "RATE_LIMIT_MAX": "30"}
    first, second = (RunningPlatform(data, environment).start() for _ in range(2))
    yield first, second
    first.close()
    second.close()


def test_limits_are_shared(twins: tuple[RunningPlatform, RunningPlatform]) -> None:
    first, second = twins
    assert httpx.get(first.url + routes.HEALTH).json()["redis"] == "ok"
    headers = {"Authorization": f"Bearer {first.sign_in('nimali')['accessToken']}"}
    with httpx.Client(headers=headers) as client:
        statuses = [client.get(running.url + routes.ME).status_code for _ in range(20) for running in (first, second)]
        assert statuses.count(200) == 30
        assert set(statuses[30:]) == {429}
        assert 1 <= int(client.get(second.url + routes.ME).headers["retry-after"]) <= 121


async def test_a_change_in_one_process_is_hinted_by_the_other(
    twins: tuple[RunningPlatform, RunningPlatform],
) -> None:
    first, second = twins
    heard: asyncio.Queue[object] = asyncio.Queue()
    listener = socketio.AsyncClient(reconnection=False)
    listener.on("sync", heard.put)
    token = first.sign_in("ashan")["accessToken"]
    await listener.connect(second.url, auth={"token": token}, transports=["websocket"])
    body = {"title": {"en": "To all"}, "body": {"en": "Text"}}
    with first.client("admin") as admin:
        await asyncio.to_thread(admin.post, routes.ANNOUNCEMENTS, json=body)
    async with asyncio.timeout(10):
        assert await heard.get() == {"streams": ["announcements"]}
    await listener.disconnect()


async def test_a_device_signed_out_in_one_process_is_let_go_by_the_other(
    twins: tuple[RunningPlatform, RunningPlatform],
) -> None:
    first, second = twins
    gone = asyncio.Event()
    listener = socketio.AsyncClient(reconnection=False)
    listener.on("session:revoked", lambda _payload: gone.set())
    token = first.sign_in("zahra", "lost-laptop")["accessToken"]
    await listener.connect(second.url, auth={"token": token}, transports=["websocket"])
    with first.client("zahra", "here") as here:
        devices = here.get(routes.SESSIONS).json()["items"]
        other = next(device["id"] for device in devices if not device["current"])
        await asyncio.to_thread(here.delete, routes.SESSION.format(id=other))
    async with asyncio.timeout(10):
        await gone.wait()
        await listener.wait()
    assert not listener.connected


def test_the_platform_goes_on_without_its_redis(seeded_data: Path, tmp_path: Path) -> None:
    shutil.copytree(seeded_data, tmp_path / "data")
    environment = {"REDIS_HOST": "127.0.0.1", "REDIS_PORT": "1"}
    running = RunningPlatform(tmp_path / "data", environment).start()
    try:
        answer = httpx.get(running.url + routes.HEALTH)
        assert (answer.status_code, answer.json()["redis"]) == (503, "failing")
        # A school does not stop for its counter, nor for a hint that reaches nobody.
        body = {"title": {"en": "To all"}, "body": {"en": "Text"}}
        assert running.client("admin").post(routes.ANNOUNCEMENTS, json=body).status_code == 201
    finally:
        running.close()


def test_the_bucket_store(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("boto3")
    from botocore.response import StreamingBody
    from botocore.stub import Stubber

    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    settings = PlatformSettings(
        aws_s3_bucket="school",
        aws_region="ap-south-1",
        aws_access_key_id="id",
        aws_secret_access_key="secret",  # type: ignore[arg-type]  # read into a SecretStr
        aws_s3_endpoint="http://127.0.0.1:9",
    )

    async def run() -> None:
        store = BucketStore(settings, "school")
        with Stubber(store._client) as wire:
            wire.add_response("put_object", {}, {"Bucket": "school", "Key": "a/b", "Body": b"0123"})
            body = StreamingBody(io.BytesIO(b"12"), 2)
            wire.add_response("get_object", {"Body": body}, {"Bucket": "school", "Key": "a/b", "Range": "bytes=1-2"})
            wire.add_client_error("get_object", "NoSuchKey", http_status_code=404)
            wire.add_client_error("head_bucket", "403", http_status_code=403)
            await store.put("a/b", b"0123")
            assert await store.read("a/b", 1, 3) == b"12"
            with pytest.raises(MissingFileError):
                await store.read("a/missing")
            with pytest.raises(StorageFault):
                await store.check()
            wire.assert_no_pending_responses()

    asyncio.run(run())
