"""The process itself: ready line, signals, parent, port, secrets, health, start-up time, OpenAPI."""

import json
import os
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import Lesson
from learnup_desktop.contract.exams import ExamSummary
from learnup_desktop.contract.system import Health, WellKnown
from learnup_desktop.contract.wire import wire_time
from learnup_desktop.domain.timetable import next_lesson
from tests.platform_fixture import PASSWORD, ROOT, RunningPlatform


def test_says_who_it_is(platform: RunningPlatform) -> None:
    known = WellKnown.model_validate(httpx.get(platform.url + routes.WELL_KNOWN).json())
    assert known.product == "learnup"
    assert len(known.signing_key) == 32
    listed = {account.username: account.role for account in known.demo_accounts}
    assert listed["nimali"] == "student"
    assert listed["kamala"] == "teacher"
    assert {account.password for account in known.demo_accounts} == {PASSWORD}
    health = Health.model_validate(httpx.get(platform.url + routes.HEALTH).json())
    assert health == Health(status="ok", database="ok", redis="unused", storage="ok")


def test_serves_its_interface_and_measurements(platform: RunningPlatform) -> None:
    interface = httpx.get(f"{platform.url}{routes.API}/openapi.json", timeout=60).json()
    assert interface["openapi"].startswith("3.1")
    for path in (routes.LOGIN, routes.SYNC, routes.TIMETABLE, routes.RESCHEDULE, routes.MATERIAL_CONTENT):
        assert path in interface["paths"]
    httpx.get(platform.url + routes.TIME)
    measured = httpx.get(f"{platform.url}/metrics").text
    assert f'learnup_requests_total{{method="GET",route="{routes.TIME}",status="200"}}' in measured


def test_an_empty_folder_becomes_a_school(tmp_path: Path) -> None:
    running = RunningPlatform(tmp_path / "data").start()
    try:
        assert httpx.get(running.url + routes.HEALTH).status_code == 200
    finally:
        running.stop()


def test_a_platform_that_is_no_demo_lists_and_seeds_nobody(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "learnup_platform.cli", "serve", "--data", str(tmp_path / "data"), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        try:
            assert ready["ready"] is True
            assert ready["pid"] == process.pid
            assert httpx.get(ready["url"] + routes.WELL_KNOWN).json()["demoAccounts"] == []
            body = {"username": "nimali", "password": PASSWORD, "deviceId": "d"}
            assert httpx.post(ready["url"] + routes.LOGIN, json=body, timeout=20).status_code == 401
        finally:
            process.terminate()
        assert process.wait(timeout=10) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows ends processes without a signal they could handle")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_ends_in_order_on_a_signal(fresh_platform: RunningPlatform, number: signal.Signals) -> None:
    process = fresh_platform.process
    assert process is not None
    os.kill(process.pid, number)
    assert process.wait(timeout=10) == 0


def test_ends_with_its_parent(fresh_platform: RunningPlatform) -> None:
    process = fresh_platform.process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=10) == 0


def test_a_port_in_use_is_said_in_one_line(platform: RunningPlatform, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "learnup_platform.cli", "serve", "--data", str(tmp_path / "data")]
    finished = subprocess.run(
        [*command, "--port", str(platform.port)], cwd=ROOT, capture_output=True, text=True, timeout=20, check=False
    )
    assert finished.returncode == 4
    assert finished.stderr.startswith("learnup-platform: ")
    assert "Traceback" not in finished.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
def test_secrets_are_the_owners_alone_and_stay(fresh_platform: RunningPlatform) -> None:
    keys = sorted((fresh_platform.data / "keys").iterdir())
    assert len(keys) == 5
    assert {stat.S_IMODE(path.stat().st_mode) for path in keys} == {0o600}
    before = httpx.get(fresh_platform.url + routes.WELL_KNOWN).json()["signingKey"]
    token = fresh_platform.sign_in("nimali")["accessToken"]
    fresh_platform.kill()
    fresh_platform.start()
    assert httpx.get(fresh_platform.url + routes.WELL_KNOWN).json()["signingKey"] == before
    me = httpx.get(fresh_platform.url + routes.ME, headers={"Authorization": f"Bearer {token}"})
    assert me.status_code == 200


def test_the_demo_school_is_the_same_every_time(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    def seeded(name: str) -> list[tuple[object, ...]]:
        command = [sys.executable, "-m", "learnup_platform.cli", "seed", "--data", str(tmp_path / name)]
        now = ["--now", "2026-03-04T05:00:00Z"]
        finished = subprocess.run([*command, *now], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
        counted = json.loads(finished.stdout)
        assert (counted["accounts"], counted["classes"]) == (65, 6)
        with closing(sqlite3.connect(tmp_path / name / "platform.db")) as database:
            lessons = database.execute("SELECT * FROM lessons ORDER BY id").fetchall()
            return lessons + database.execute("SELECT id, username, name FROM accounts ORDER BY id").fetchall()

    assert seeded("one") == seeded("two")


def test_a_demo_started_again_later_is_brought_up_to_today(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    command = [sys.executable, "-m", "learnup_platform.cli", "seed", "--data", str(tmp_path / "data")]
    before = (now - timedelta(days=16)).isoformat()
    subprocess.run([*command, "--now", before], cwd=ROOT, capture_output=True, timeout=60, check=True)
    running = RunningPlatform(tmp_path / "data").start()
    try:
        client = running.client("nimali")
        span = {"from": wire_time(now - timedelta(days=7)), "to": wire_time(now + timedelta(days=7))}
        lessons = [Lesson.model_validate(item) for item in client.get(routes.TIMETABLE, params=span).json()["items"]]
        upcoming = next_lesson(lessons, now)
        assert upcoming is not None
        assert upcoming.starts_at <= now
        assert {lesson.state.value for lesson in lessons} == {"planned", "moved", "cancelled"}
        exams = [ExamSummary.model_validate(item) for item in client.get(routes.EXAMS).json()["items"]]
        assert any(exam.opens_at <= now < exam.closes_at for exam in exams)
    finally:
        running.close()
