"""Real platforms for tests: a process on a loopback port, over a real SQLite file with the demo school in it.

``platform``
    One for the whole session. Tests share it: leave no mess that matters to others.
``fresh_platform``
    One of its own for a test, on a copy of the seeded folder; may be killed and started again.
``clocked_platform``
    One in a thread of the test process, with a clock the test moves.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from learnup_desktop.base.clock import Clock, ManualClock
from learnup_desktop.contract import routes
from tests import platform_nursery

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "learnup-demo"
TEST_ENVIRONMENT = {"BCRYPT_SALT_ROUNDS": "4", "RATE_LIMIT_MAX": "100000"}
"""What a platform under test has set: fast passwords, and a limit that only its own test runs into."""


class PlatformNotReadyError(RuntimeError):
    """The process ended before it said that it listens."""


@dataclass
class RunningPlatform:
    """A platform process.

    Attributes:
        data: its data folder, kept over ``kill`` and ``start``.
        environment: added to this process's environment.
    """

    data: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int = 0
    url: str = ""
    process: platform_nursery.PlatformProcess | None = None
    clients: list[httpx.Client] = field(default_factory=list)

    def start(self) -> "RunningPlatform":
        """Start and wait until it listens; after a ``kill`` on the same port as before."""
        arguments = ["serve", "--demo", "--exit-with-parent", "--data", str(self.data), "--port", str(self.port)]
        self.process = platform_nursery.start(arguments, TEST_ENVIRONMENT | dict(self.environment))
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise PlatformNotReadyError(f"the platform ended with {self.process.wait()}")
        self.url = str(json.loads(line)["url"])
        self.port = int(self.url.rsplit(":", 1)[1])
        return self

    def stop(self) -> int:
        """End it in order; its exit code."""
        return self._end(kill=False)

    def kill(self) -> int:
        """End it as a power cut would."""
        return self._end(kill=True)

    def client(self, username: str | None = None, device_id: str = "test-device") -> httpx.Client:
        """An HTTP client, signed in as ``username``; closed with the platform at the latest."""
        client = httpx.Client(base_url=self.url, timeout=20)
        self.clients.append(client)
        if username is not None:
            client.headers["Authorization"] = f"Bearer {self.sign_in(username, device_id)['accessToken']}"
        return client

    def close(self) -> None:
        """End it and everything that was opened on it."""
        for client in self.clients:
            client.close()
        self.stop()

    def sign_in(self, username: str, device_id: str = "test-device") -> dict[str, Any]:
        """The token pair of a new session, in wire form."""
        body = {"username": username, "password": PASSWORD, "deviceId": device_id, "deviceName": "Test"}
        answer = httpx.post(self.url + routes.LOGIN, json=body, timeout=20)
        answer.raise_for_status()
        pair: dict[str, Any] = answer.json()
        return pair

    def _end(self, *, kill: bool) -> int:
        process, self.process = self.process, None
        if process is None:
            return 0
        if kill:
            process.kill()
        else:
            process.terminate()
        code = process.wait(timeout=15)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        return code


@pytest.fixture(scope="session")
def seeded_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo school of now in it. Copy it; never write to it.

    Processes that share a run of the tests share the folder: the first one seeds, the others wait for it.
    """
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder, done = shared / "seeded-data", shared / "seeded"
    try:
        folder.mkdir()
    except FileExistsError:
        deadline = time.monotonic() + 240
        while not done.exists():
            assert time.monotonic() < deadline, "the process that seeds the demo school did not finish"
            time.sleep(0.1)
        return folder
    command = [sys.executable, "-m", "learnup_platform.cli", "seed", "--data", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=240)
    done.touch()
    return folder


@pytest.fixture(scope="session")
def platform(seeded_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPlatform]:
    """The session's platform, shared by all tests."""
    folder = tmp_path_factory.mktemp("platform") / "data"
    shutil.copytree(seeded_data, folder)
    running = RunningPlatform(folder).start()
    yield running
    running.close()


@pytest.fixture
def fresh_platform(seeded_data: Path, tmp_path: Path) -> Iterator[RunningPlatform]:
    """A platform of the test's own."""
    folder = tmp_path / "platform-data"
    shutil.copytree(seeded_data, folder)
    running = RunningPlatform(folder).start()
    yield running
    running.close()


@dataclass
class ClockedPlatform:
    """A platform in a thread, whose time stands still until ``clock.advance``."""

    url: str
    clock: ManualClock
    clients: list[httpx.Client] = field(default_factory=list)

    def client(self, username: str | None = None, device_id: str = "test-device") -> httpx.Client:
        """An HTTP client, signed in as ``username``; closed with the platform at the latest."""
        client = RunningPlatform(Path(), url=self.url).client(username, device_id)
        self.clients.append(client)
        return client


@contextmanager
def platform_in_a_thread(folder: Path, clock: Clock) -> Iterator[str]:
    """A platform over ``folder`` in a thread of this process, with the time of ``clock``; its address."""
    import uvicorn

    from learnup_platform.app import create_app
    from learnup_platform.settings import PlatformSettings

    app = create_app(PlatformSettings(data=folder, demo=True), clock)
    config = uvicorn.Config(app, port=0, log_config=None, ws="wsproto", http="h11", lifespan="on", loop="asyncio")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, name="clocked-platform")
    thread.start()
    deadline = time.monotonic() + 60
    while not server.started and thread.is_alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert server.started
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(15)


@pytest.fixture
def clocked_platform(seeded_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClockedPlatform]:
    """A platform whose clock the test moves. It begins at the real time."""
    for name, value in TEST_ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "clocked-data"
    shutil.copytree(seeded_data, folder)
    clock = ManualClock(datetime.now(UTC))
    with platform_in_a_thread(folder, clock) as url:
        running = ClockedPlatform(url, clock)
        yield running
        for client in running.clients:
            client.close()
