"""What may be loaded before the first window: every module more is time that a person waits."""

import asyncio
import os
import subprocess
from pathlib import Path

import pytest

from learnup_desktop.base.timings import MODULES_VARIABLE

FORBIDDEN = (
    "aiohttp",
    "cryptography",
    "cv2",
    "engineio",
    "h2",
    "httpcore",
    "httpx",
    "insightface",
    "keyring",
    "numpy",
    "onnxruntime",
    "pydantic",
    "pydantic_core",
    "qasync",
    "qtawesome",
    "qtpy",
    "requests",
    "socketio",
    "sqlite3",
    "sqlite_utils",
    "truststore",
    "PySide6.QtMultimedia",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtSvg",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
)
LATER = (
    "learnup_desktop.api",
    "learnup_desktop.contract",
    "learnup_desktop.sync",
    "learnup_desktop.realtime",
)


AFTER_TODAY = (
    "learnup_desktop.contract.exams",
    "learnup_desktop.contract.questions",
    "learnup_desktop.lockdown",
    "learnup_desktop.sync.engine",
    "httpx",
    "socketio",
)
"""What Today needs nothing of: models of papers alone took 60 ms of every start."""


@pytest.fixture(scope="module")
def listing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Modules of a start of a signed-in account, in a process of its own: see ``base.timings``."""
    import sys

    from learnup_desktop.app.throw_away import make_signed_in_home

    home = tmp_path_factory.mktemp("home")
    asyncio.run(make_signed_in_home(home))
    listing = home / "modules.txt"
    environment = os.environ | {"LEARNUP_HOME": str(home), MODULES_VARIABLE: str(listing)}
    command = [sys.executable, "-m", "learnup_desktop", "--quit-when-ready"]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    return listing


@pytest.fixture(scope="module")
def loaded(listing: Path) -> frozenset[str]:
    """At the moment when the window was shown."""
    return frozenset(listing.read_text(encoding="utf-8").split())


def test_the_window_was_really_shown(loaded: frozenset[str]) -> None:
    """Otherwise the list would be short for the wrong reason."""
    assert {"PySide6.QtWidgets", "learnup_desktop.shell.main_window", "learnup_desktop.app.application"} <= loaded


@pytest.mark.parametrize("package", FORBIDDEN)
def test_nothing_heavy_before_the_first_window(loaded: frozenset[str], package: str) -> None:
    found = sorted(name for name in loaded if name == package or name.startswith(f"{package}."))
    assert found == []


def test_no_page_and_nothing_of_the_network_before_the_first_window(loaded: frozenset[str]) -> None:
    ours = [name for name in loaded if name.startswith(LATER) or name.endswith(("_page", "_widgets"))]
    assert sorted(ours) == []


def test_today_is_shown_without_what_it_needs_nothing_of(listing: Path) -> None:
    loaded = Path(f"{listing}.interactive").read_text(encoding="utf-8").split()
    assert "learnup_desktop.features.today.today_page" in loaded
    assert [name for name in loaded if name in AFTER_TODAY] == []


def test_timings_are_one_line_of_json(python: str, home: Path) -> None:
    """Nobody is signed in in this home, so a throw-away account is made and its start measured in a child."""
    import json

    command = [python, "-m", "learnup_desktop", "--timings", "--quit-when-ready", "--debug"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    (line,) = result.stdout.splitlines()
    figures = json.loads(line)
    assert 0 < figures["windowMs"] < figures["interactiveMs"]
    assert 0 < figures["ussMb"] <= figures["pssMb"]
    assert "PySide6.QtWidgets" in figures["modulesBeforeWindow"]
    assert not (home / "data" / "accounts").exists()
