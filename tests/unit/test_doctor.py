"""doctor must report on a machine where things are broken, and change nothing there."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from learnup_desktop import doctor
from learnup_desktop.base import paths, system_libraries
from learnup_desktop.lockdown.capabilities import NAMES, capabilities
from learnup_desktop.lockdown.computer import Computer, Seen
from learnup_desktop.lockdown.guard import Certainty
from learnup_desktop.qt.messages import catalogue


class Foreign(BaseHTTPRequestHandler):
    """A web server that is no LearnUp platform: the answer is the first part of the path."""

    def do_GET(self) -> None:
        body = b"<html>Welcome to the hotel network</html>"
        self.send_response(404 if self.path.startswith("/missing") else 200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@pytest.fixture
def foreign_server() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Foreign)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["", "/missing"])
def test_a_captive_portal_is_not_taken_for_the_platform(foreign_server: str, path: str) -> None:
    (check,) = doctor.check_platform(foreign_server + path)
    assert check.status == "warning"
    assert "not a LearnUp platform" in check.detail


@pytest.mark.parametrize("address", ["school", "ftp://school.example", "http://", "http://127.0.0.1:1", "http://x:y"])
def test_an_address_that_leads_nowhere(address: str) -> None:
    (check,) = doctor.check_platform(address)
    assert check.status == "warning"
    assert check.advice


def test_a_damaged_settings_file_is_told_and_left_alone(home: Path) -> None:
    paths.make_private(paths.config_dir())
    file = paths.config_dir() / "settings.json"
    file.write_text("{")
    (check,) = doctor.check_settings()
    assert check.status == "warning"
    assert doctor.check_platform("") == [doctor.Check("platform", "note", "no address remembered yet")]
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


def test_looking_makes_no_folders(home: Path) -> None:
    doctor.check_folders()
    doctor.check_models()
    assert not home.exists()


def test_missing_libraries_fail_with_the_line_that_installs_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "missing_libraries", lambda: ["libEGL.so.1"])
    monkeypatch.setattr(system_libraries, "is_debian", lambda: True)
    monkeypatch.setattr(doctor, "examine", lambda server: doctor.check_display())
    assert doctor.main() == 1
    printed = capsys.readouterr().out
    assert "FAILURE" in printed
    assert "sudo apt-get update && sudo apt-get install -y libegl1" in printed


def test_a_check_that_breaks_is_a_line_of_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[doctor.Check]:
        raise OSError("the disk answers with nonsense")

    for name in ("check_keyring", "check_cameras", "check_models"):
        monkeypatch.setattr(doctor, name, broken)
    checks = doctor.examine("http://127.0.0.1:1")
    assert sum("nonsense" in check.detail for check in checks) == 3
    assert checks[-1].name == "platform"


def test_a_camera_that_kills_its_process_is_only_a_warning(monkeypatch: pytest.MonkeyPatch, python: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(doctor, "camera_indices", lambda: {0: "Webcam"})
    monkeypatch.setattr(doctor, "own_command", lambda *arguments: [python, "-c", "import os; os.abort()"])
    (check,) = doctor.check_cameras()
    assert check.status == "warning"
    assert "Webcam" in check.detail


def test_the_probe_takes_a_picture(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("insightface")
    assert doctor.camera_probe(["simulated"]) == 0
    assert json.loads(capsys.readouterr().out)["width"] > 100


def test_a_camera_that_is_not_there_has_a_reason(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert doctor.camera_probe([str(tmp_path / "none.mp4")]) == 1
    assert json.loads(capsys.readouterr().out)["reason"]


def _without_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_what_an_exam_can_be_sure_of_depends_on_the_window_system(monkeypatch: pytest.MonkeyPatch) -> None:
    _without_display(monkeypatch)
    assert doctor.qt_platform() == ""
    assert {row.why for row in doctor.lockdown_capabilities()} >= {"", "no_display"}
    monkeypatch.setenv("DISPLAY", ":0")
    on_x11 = {row.name: row.certainty for row in doctor.lockdown_capabilities()}
    assert on_x11["on_top"] is Certainty.MOSTLY
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    on_wayland = {row.name: row.certainty for row in doctor.lockdown_capabilities()}
    assert on_wayland["on_top"] is Certainty.NOT_HERE
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb;wayland")
    assert {row.name: row.certainty for row in doctor.lockdown_capabilities()} == on_x11
    monkeypatch.delenv("QT_QPA_PLATFORM")
    for system, name in (("win32", "windows"), ("darwin", "cocoa")):
        monkeypatch.setattr(sys, "platform", system)
        assert doctor.qt_platform() == name


@pytest.mark.parametrize("platform_name", ["xcb", "wayland", "windows", "cocoa", ""])
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_every_capability_and_reason_has_words(platform_name: str, system: str) -> None:
    rows = capabilities(platform_name, system)
    printed = doctor.capability_table(rows).splitlines()[1:]
    assert len(printed) == len(rows)
    known = catalogue()
    for row, line in zip(rows, printed, strict=True):
        assert known[f"computer.{row.name}"] in line
        assert line.startswith(known[f"computer.certainty.{row.certainty.value}"])
        assert not row.why or line.endswith(known[f"computer.why.{row.why}"])


def test_without_qt_the_report_still_comes_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtCore", None)
    monkeypatch.setitem(sys.modules, "learnup_desktop.lockdown.qt_lockdown", None)
    monkeypatch.setattr(doctor, "examine", lambda server: [doctor.Check("Python", "ok", "3.11")])
    assert doctor.main(as_json=True) == 0
    assert len(json.loads(capsys.readouterr().out)["capabilities"]) == len(NAMES)
    assert doctor.main() == 0
    assert "Leaving the exam is noticed" in capsys.readouterr().out


def test_what_an_exam_would_record_is_said_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Computer, "look", lambda self, listed: Seen("vmware", "", ("AnyDesk",)))
    machine, remote, listed = doctor.check_computer()
    assert (machine.detail, remote.detail, listed.detail) == ("vmware", "nothing says so", "AnyDesk")
    assert listed.status == "warning"
    assert listed.advice


def test_capabilities_need_no_display(python: str) -> None:
    """In a process of its own that has no display and no QApplication."""
    code = (
        "import json, os; [os.environ.pop(n, 0) for n in ('QT_QPA_PLATFORM', 'DISPLAY', 'WAYLAND_DISPLAY')];"
        "from learnup_desktop import doctor; doctor.examine = lambda server: []; doctor.main(as_json=True)"
    )
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    rows = {row["name"]: row for row in json.loads(done.stdout)["capabilities"]}
    assert tuple(rows) == NAMES
    assert rows["clipboard"]["certainty"] == "sure"


def test_recordings_play_with_what_the_wheels_bring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (check,) = doctor.check_recordings()
    assert (check.status, check.detail) == ("ok", "H.264 and AAC by Qt's FFmpeg")
    (check,) = doctor.check_recordings(tmp_path)
    assert (check.status, check.advice) == ("warning", "Install LearnUp again.")
    for file in ("Qt/plugins/multimedia/libffmpegmediaplugin.so", "Qt/lib/libavcodec.so.61"):
        (tmp_path / file).parent.mkdir(parents=True)
        (tmp_path / file).touch()
    assert doctor.check_recordings(tmp_path)[0].status == "ok"
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "loads", lambda soname: False)
    assert "libpulse0" in doctor.check_recordings(tmp_path)[0].advice
