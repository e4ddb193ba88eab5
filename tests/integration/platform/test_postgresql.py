"""The same platform over PostgreSQL: revisions, seeding, signing in, changes, kept answers, a whole sitting.

Needs PostgreSQL's server programs (``initdb``, ``pg_ctl``) on the path; makes a cluster of its own and removes it.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import Receipt
from learnup_desktop.contract.sync import Stream, SyncAnswer
from learnup_platform.demo.classes import PHYSICS_ENGLISH
from learnup_platform.demo.school import demo_id
from tests.integration.platform.exam_sitting import ANSWERS, Sitting
from tests.platform_fixture import RunningPlatform

_NEEDED = ("initdb", "pg_ctl")


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """A cluster on a free loopback port."""
    if any(shutil.which(name) is None for name in _NEEDED):
        pytest.skip("no PostgreSQL server programs on the path")
    # PostgreSQL refuses to run as root; as root, its own account must exist.
    owner = "postgres" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="learnup-pg-"))
    if owner is not None:
        try:
            shutil.chown(folder, owner)
        except LookupError:
            folder.rmdir()
            pytest.skip("runs as root, and there is no account for PostgreSQL")

    def run(*command: str) -> None:
        subprocess.run(command, user=owner, cwd=folder, check=True, capture_output=True, timeout=60)

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    cluster = str(folder / "cluster")
    try:
        run("initdb", "-D", cluster, "-U", "learnup", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", cluster, "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://learnup@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", cluster, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def running(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPlatform]:
    """A demo platform on PostgreSQL."""
    folder = tmp_path_factory.mktemp("on-postgresql")
    platform = RunningPlatform(folder, {"DATABASE_URL": database_url}).start()
    yield platform
    platform.close()


def test_nothing_is_kept_in_sqlite(running: RunningPlatform) -> None:
    assert not (running.data / "platform.db").exists()
    assert httpx.get(running.url + routes.HEALTH).json()["database"] == "ok"


def test_a_second_process_starts_on_the_same_database(running: RunningPlatform, tmp_path: Path) -> None:
    shutil.copytree(running.data, tmp_path / "data")
    other = RunningPlatform(tmp_path / "data", running.environment).start()
    try:
        # Same secrets, same database: a session of the one is a session of the other.
        token = running.sign_in("ashan")["accessToken"]
        me = httpx.get(other.url + routes.ME, headers={"Authorization": f"Bearer {token}"})
        assert me.json()["username"] == "ashan"
    finally:
        other.close()


def test_changes_arrive_in_order_and_none_is_stepped_over(running: RunningPlatform) -> None:
    """Twenty writers at once, and a reader who pulls all the while."""
    teacher, student = running.client("kamala"), running.client("nimali")
    class_id = demo_id("class", PHYSICS_ENGLISH)
    cursor = student.get(routes.SYNC).json()["cursor"]

    def announce(number: int) -> str:
        body = {"classId": class_id, "title": {"en": f"Notice {number}"}, "body": {"en": "Text"}}
        return str(teacher.post(routes.ANNOUNCEMENTS, json=body).json()["id"])

    seen: list[str] = []
    with ThreadPoolExecutor(20) as pool:
        writing = [pool.submit(announce, number) for number in range(60)]
        deadline = time.monotonic() + 30
        while len(seen) < 60 and time.monotonic() < deadline:
            page = SyncAnswer.model_validate(student.get(routes.SYNC, params={"cursor": cursor}).json())
            seen += [change.id for change in page.changes if change.stream is Stream.ANNOUNCEMENTS]
            cursor = page.cursor
    assert sorted(seen) == sorted(future.result() for future in writing)


def test_twins_happen_once(running: RunningPlatform) -> None:
    teacher, key = running.client("ruwan"), str(uuid4())
    class_id = teacher.get(routes.CLASSES).json()["items"][0]["id"]
    body = {"classId": class_id, "title": {"en": "Twins"}, "body": {"en": "Text"}}

    def announce(_: int) -> bytes:
        answer = teacher.post(routes.ANNOUNCEMENTS, json=body, headers={"Idempotency-Key": key})
        assert answer.status_code == 201, answer.text
        return answer.content

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(announce, range(8)))) == 1
    titles = [item["title"]["en"] for item in teacher.get(routes.ANNOUNCEMENTS).json()["items"]]
    assert titles.count("Twins") == 1


def test_five_wrong_passwords_lock(running: RunningPlatform) -> None:
    body = {"username": "dilini", "password": "wrong-password", "deviceId": "d"}
    statuses = [httpx.post(running.url + routes.LOGIN, json=body).status_code for _ in range(6)]
    assert statuses == [401] * 4 + [423] * 2


def test_a_sitting_from_start_to_receipt(running: RunningPlatform) -> None:
    sitting = Sitting(running.client("nimali")).start()
    for question_id, answer in ANSWERS.items():
        sitting.send(sitting.answer(question_id, answer))
    assert sitting.counting() == ANSWERS
    receipt = Receipt.model_validate(sitting.submit().json())
    assert (receipt.answered, receipt.head) == (12, sitting.head)


def test_everything_is_still_there_after_a_kill(running: RunningPlatform) -> None:
    before = running.client("admin").get(routes.SYNC).json()["changes"]
    running.kill()
    running.start()
    assert running.client("admin").get(routes.SYNC).json()["changes"] == before
