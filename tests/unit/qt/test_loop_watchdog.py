"""The loop ends in order, and the watchdog names what blocks it."""

import subprocess
import sys
import time
import weakref

from pytestqt.qtbot import QtBot

from learnup_desktop.qt.watchdog import Watchdog

PROGRAM = """
import asyncio
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from learnup_desktop.qt import loop

app = QApplication([])
seen = []

async def background():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        seen.append("cancelled in order")
        raise

async def main():
    task = asyncio.create_task(background())
    window = QWidget()
    window.show()
    QTimer.singleShot(30, window.close)
    await loop.until_quit(app)
    seen.append("closed")
    return 7

code = loop.run(app, main)
print(code, seen)
"""


def test_the_loop_ends_in_order_when_the_last_window_closes() -> None:
    result = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60)
    assert result.stdout.strip() == "7 ['closed', 'cancelled in order']", result.stderr
    assert "Task was destroyed" not in result.stderr


def block_on_purpose(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def test_the_watchdog_names_what_blocked(qtbot: QtBot) -> None:
    with Watchdog(limit_ms=30) as watchdog:
        qtbot.wait(50)
        block_on_purpose(0.15)
        qtbot.wait(50)
    worst = max(watchdog.reports, key=lambda report: report.milliseconds)
    assert worst.milliseconds > 100
    assert "block_on_purpose" in worst.stack


def test_a_waiting_loop_is_not_reported(qtbot: QtBot) -> None:
    with Watchdog(limit_ms=150) as watchdog:
        qtbot.wait(120)
    assert watchdog.reports == []


CRASHING = """
import asyncio
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from learnup_desktop.base.errors import DiskFullError
from learnup_desktop.qt import loop, notices, tasks

app = QApplication([])
seen = []
tasks.set_crash_hook(lambda error: seen.append(repr(error)))

def explode(error):
    raise error

async def nothing():
    return None

async def main():
    owner = QObject()
    scope = tasks.TaskScope(owner)
    scope.run(nothing, on_success=lambda _: explode(KeyError("bug")))
    scope.run(nothing, on_success=lambda _: explode(DiskFullError()))
    await asyncio.sleep(0.05)
    return 0

loop.run(app, main)
print(seen, [notice.code for notice in notices.center().history])
"""


def test_an_error_in_a_callback_is_not_swallowed() -> None:
    result = subprocess.run([sys.executable, "-c", CRASHING], capture_output=True, text=True, timeout=60)
    assert result.stdout.strip() == """["KeyError('bug')"] ['LU-121']""", result.stderr


def test_by_processor_only_work_counts_not_waiting(qtbot: QtBot) -> None:
    with Watchdog(limit_ms=100, on_blocked=lambda blocked: None, by_processor=True, beat_ms=0) as watchdog:
        qtbot.wait(20)
        time.sleep(0.3)
        qtbot.wait(20)
        assert watchdog.reports == []
        work_on_purpose(0.3)
        qtbot.wait(20)
    worst = max(watchdog.reports, key=lambda report: report.cpu_milliseconds)
    assert worst.cpu_milliseconds > 250
    assert "work_on_purpose" in worst.stack


def work_on_purpose(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_the_watchdog_keeps_no_local_of_the_watched_thread_alive(qtbot: QtBot) -> None:
    """A painter that outlives its paintEvent because somebody holds the frame ends the program."""
    gone: list[weakref.ref[Local]] = []

    def hold() -> None:
        local = Local()
        gone.append(weakref.ref(local))
        block_on_purpose(0.2)

    with Watchdog(limit_ms=10, on_blocked=lambda blocked: None):
        qtbot.wait(20)
        hold()
        assert gone[0]() is None


class Local:
    """Something that a frame holds."""
