"""Shared set-up: every test gets a home of its own, and Qt is offscreen, software-drawn and silent.

The environment is set at import, before anything can have imported Qt: ``run.py test`` sets the same, but a plain
``pytest`` in an editor must behave alike.
"""

import asyncio
import gc
import os
import socket
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false;qt.webenginecontext.debug=false")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium refuses to start its sandbox as root (containers, CI). Tests only; the client never sets this.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

import psutil
import pytest
from hypothesis import HealthCheck, settings

from tests.platform_fixture import clocked_platform, fresh_platform, platform, seeded_data

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

__all__ = ["clocked_platform", "fresh_platform", "platform", "seeded_data"]

ROOT = Path(__file__).resolve().parent.parent
Result = TypeVar("Result")
RunQt = Callable[..., Any]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--long``: campaigns at their full length, which ``run.py bench`` asks for."""
    parser.addoption("--long", action="store_true", help="run campaigns at their full length")


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Whether campaigns run at their full length."""
    return bool(request.config.getoption("--long"))


def pytest_configure(config: pytest.Config) -> None:
    """Rest the automatic collector: see ``collected_on_the_main_thread``.

    Hypothesis judges by what it finds, not by how long a busy machine took to find it. It repeats the same examples
    in every run, so that a red run is a change's doing; ``--hypothesis-seed=random`` looks further.
    """
    gc.disable()
    settings.register_profile(
        "learnup",
        deadline=None,
        derandomize=config.getoption("--hypothesis-seed") is None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("learnup")


@pytest.fixture(autouse=True)
def collected_on_the_main_thread() -> Iterator[None]:
    """Cycles are collected between tests, on the main thread only, as in the client (``qt/garbage.py``).

    A widget left by one test and collected by the SQLite thread of a later one is destroyed on the wrong thread, which
    crashes the whole run.
    """
    yield
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if QApplication.allWidgets():
            gc.collect()  # their timers must not run on into the next test
            return
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [number for number in range(3) if counts[number] > thresholds[number]]
    gc.collect(max(due, default=0))


@pytest.fixture(autouse=True, scope="module")
def what_is_loaded_is_not_looked_through() -> None:
    """Modules and what they made stay: with them frozen, the collection after each test takes a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="module")
def no_worker_left_running() -> Iterator[None]:
    """A proctoring worker that outlives its tests would watch, and take a core's time from, all that come after."""
    yield
    left = [child for child in psutil.Process().children() if "proctoring-worker" in _command_of(child)]
    _, alive = psutil.wait_procs(left, timeout=20)
    for process in alive:
        process.kill()
    assert not alive, f"{len(alive)} proctoring workers were left running"


def _command_of(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private, empty LEARNUP_HOME, so that no test sees this machine's data or another test's."""
    folder = tmp_path / "home"
    monkeypatch.setenv("LEARNUP_HOME", str(folder))
    return folder


@pytest.fixture
def free_port() -> int:
    """A TCP port of the loopback interface that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def find_face_assets() -> Path | None:
    """The folder with ``models/<pack>/*.onnx`` and ``addons/``: LEARNUP_FACE_ASSETS, else ../shared/face."""
    named = os.environ.get("LEARNUP_FACE_ASSETS")
    folder = Path(named) if named else ROOT.parent / "shared" / "face"
    return folder if (folder / "models").is_dir() else None


@pytest.fixture(scope="session")
def face_assets() -> Path:
    """The real face models; skips where this machine has none."""
    folder = find_face_assets()
    if folder is None:
        pytest.skip("no face models: set LEARNUP_FACE_ASSETS to a folder with models/<pack>/*.onnx")
    return folder


async def _ended(tasks: set[asyncio.Task[Any]]) -> None:
    """Until cancelled tasks have cleaned up, and what they closed has let go of its sockets in the turns after."""
    await asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_asyncgens()
    for _ in range(3):
        await asyncio.sleep(0)


@pytest.fixture
def qt_loop(qapp: "QApplication") -> Iterator[asyncio.AbstractEventLoop]:
    """Qt and asyncio on one loop, as in the client. What is left running at the end is cancelled."""
    import qasync

    loop = qasync.QEventLoop(qapp, already_running=False)
    asyncio.set_event_loop(loop)
    yield loop
    pending = asyncio.all_tasks(loop)
    for task in pending:
        task.cancel()
    loop.run_until_complete(_ended(pending))
    asyncio.set_event_loop(None)
    loop.close()


@pytest.fixture
def run_qt(qt_loop: asyncio.AbstractEventLoop) -> Callable[[Coroutine[Any, Any, Result]], Result]:
    """``run_qt(coroutine)`` runs it to its end on the Qt loop, at most 30 s, and returns its result."""

    def run(coroutine: Coroutine[Any, Any, Result], timeout: float = 30.0) -> Result:
        async def limited() -> Result:
            return await asyncio.wait_for(coroutine, timeout)

        return qt_loop.run_until_complete(limited())

    return run


@pytest.fixture
def python() -> str:
    """The interpreter of this environment, for tests that start a process."""
    return sys.executable
