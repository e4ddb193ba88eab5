"""The loop ends in order, and the watchdog names what blocks it."""

import asyncio
import subprocess
import sys
import time

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
    assert "block_on_purpose" in worst.where


def test_a_waiting_loop_is_not_reported(qtbot: QtBot) -> None:
    with Watchdog(limit_ms=150) as watchdog:
        qtbot.wait(120)
    assert watchdog.reports == []


def test_asyncio_is_left_as_it_was() -> None:
    # ``run`` must not leave a closed loop behind as the thread's loop.
    assert asyncio.new_event_loop().close() is None
