"""Small parts of the composition: who was signed in, time zones, cameras and models, what PySide6 reads."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from learnup_desktop.app.current import CurrentAccount, CurrentAccountFile, read_profile, write_profile
from learnup_desktop.app.exam_parts import camera_of, models_root
from learnup_desktop.app.local_zone import COMPUTER_ZONE, school_zone
from learnup_desktop.base.settings import CAMERA, CAMERA_DEVICE, Settings


def test_the_current_account_is_kept_and_cleared(tmp_path: Path) -> None:
    file = CurrentAccountFile(tmp_path)
    assert file.read() is None
    file.write(CurrentAccount("server/account", keyring=True))
    assert file.read() == CurrentAccount("server/account", keyring=True)
    file.clear()
    file.clear()
    assert file.read() is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b'{"key": 1'])
def test_a_damaged_current_account_means_signing_in(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "current.json").write_bytes(content)
    assert CurrentAccountFile(tmp_path).read() is None


def test_a_profile_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert read_profile(tmp_path) == {}
    write_profile(tmp_path, {"grade": "12", "name": "නිමාලි"})
    assert read_profile(tmp_path)["name"] == "නිමාලි"


def test_the_computers_zone_agrees_with_the_system() -> None:
    moment = datetime(2026, 7, 1, 12, tzinfo=UTC)
    ours, systems = moment.astimezone(COMPUTER_ZONE), moment.astimezone()
    assert ours.replace(tzinfo=None) == systems.replace(tzinfo=None)
    assert ours.utcoffset() == systems.utcoffset() and ours == moment


def test_the_schools_zone_or_none() -> None:
    colombo = school_zone("Asia/Colombo")
    assert colombo is not None
    assert datetime(2026, 1, 1, tzinfo=colombo).utcoffset() == timedelta(hours=5, minutes=30)
    assert school_zone("") is None and school_zone("Nowhere/At/All") is None and school_zone("../etc") is None


def test_the_camera_as_the_worker_takes_it(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert camera_of(settings) == "0"
    settings.set(CAMERA, "path")
    settings.set(CAMERA_DEVICE, "clip.mp4")
    assert camera_of(settings) == "clip.mp4"
    settings.set(CAMERA, "simulated")
    assert camera_of(settings) == "simulated"


def test_models_come_from_the_named_folder_when_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEARNUP_FACE_ASSETS", str(tmp_path))
    assert models_root() == tmp_path
    monkeypatch.setenv("LEARNUP_FACE_ASSETS", str(tmp_path / "missing"))
    assert models_root() != tmp_path / "missing"


def test_pyside_no_longer_reads_the_source_of_what_is_imported(python: str) -> None:
    """Fails when a new PySide6 has moved the function, so that somebody looks whether it is still needed."""
    import subprocess

    script = (
        "import linecache, learnup_desktop.app.unwatched_imports as unwatched\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "before = set(linecache.cache)\n"
        "import csv, zipfile, learnup_desktop.qt.widgets\n"
        "app = QApplication([])\n"
        "QLabel('x').setText('y')\n"
        "print(unwatched.STOPPED, sorted(set(linecache.cache) - before))\n"
    )
    result = subprocess.run([python, "-c", script], capture_output=True, text=True, timeout=60)
    assert result.stdout.strip() == "True []", result.stderr
