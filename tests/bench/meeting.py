"""A live class: from the order to being in, what it takes while it goes on, and what is left of it in the client.

The client's side is this process: Qt, widgets and the meeting's line, as a client has them. The meeting runs against a
server of ours on loopback with a played camera, so the figures are of Chromium, our page and our window, not of a line.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from tests.bench.harness import Verdict, emit, median

if TYPE_CHECKING:
    from tests.meeting_driver import MeetingDriver

GONE_SECONDS, LEFT_MB, REJOINED_SECONDS = 5.0, 15.0, 10.0
SETTLE_SECONDS = 3.0
LOOK_SECONDS = 0.02


def _prepare() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    from tests.meeting_driver import FLAGS

    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = FLAGS


def _family() -> list[psutil.Process]:
    """The meeting's processes that are alive."""
    return [child for child in psutil.Process().children(recursive=True) if _lives(child)]


def _lives(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def _came_back(driver: "MeetingDriver", after: int) -> bool:
    """Whether the meeting was lost and joined again since so many reports."""
    from learnup_desktop.meeting.messages import Told

    states = [report.state for report in driver.reports[after:] if isinstance(report, Told)]
    return "reconnecting" in states and states[-1] == "joined"


def _megabytes(processes: list[psutil.Process]) -> float:
    """Proportional set size where the system tells it, else what is theirs alone."""
    total = 0
    for process in processes:
        try:
            memory = process.memory_full_info()
        except psutil.NoSuchProcess:
            continue
        total += getattr(memory, "pss", memory.uss)
    return round(total / 1e6, 1)


async def _meetings(rounds: int, verdict: Verdict) -> None:
    from tests.meeting_driver import MeetingDriver
    from tests.meeting_standin import MeetingStandIn

    standin = MeetingStandIn(Path(tempfile.mkdtemp(prefix="learnup-bench-")))
    own = psutil.Process()
    before = _megabytes([own])
    joined, during, gone, left, rejoined = [], [], [], [], []
    for number in range(rounds):
        async with MeetingDriver(standin) as driver:
            began = time.perf_counter()
            driver.join(f"class-{number}", moderator=True)
            await driver.until_state("joined")
            joined.append(1000 * (time.perf_counter() - began))
            await driver.until(partial(standin.of, f"class-{number}", "media"))
            await asyncio.sleep(SETTLE_SECONDS)
            family = _family()
            during.append(_megabytes(family))
            # A dead renderer; what comes after it is another process of the family.
            said, began = len(driver.reports), time.perf_counter()
            await driver.ask("kill_renderer")
            await driver.until(partial(_came_back, driver, said))
            rejoined.append(time.perf_counter() - began)
            family = [*family, *_family()]
            began = time.perf_counter()
            await driver.process.close()
            # By process, not by parent: what outlives its parent is somebody else's child.
            while any(_lives(process) for process in family):  # noqa: ASYNC110 - nothing tells of another's end
                await asyncio.sleep(LOOK_SECONDS)
            gone.append(time.perf_counter() - began)
        await asyncio.sleep(0.5)
        left.append(_megabytes([own]) - before)
        emit("round", joined_ms=round(joined[-1]), meeting_mb=during[-1], gone_s=round(gone[-1], 2), left_mb=left[-1])
    standin.close()
    verdict.note("rounds", rounds)
    verdict.note("client_before_mb", before)
    verdict.note("join_to_joined_ms", median(joined))
    verdict.note("meeting_during_mb", median(during))
    verdict.at_most("rejoined_after_dead_renderer_s", round(max(rejoined), 2), REJOINED_SECONDS)
    verdict.at_most("processes_gone_s", round(max(gone), 2), GONE_SECONDS)
    verdict.at_most("client_memory_left_mb", round(max(left), 1), LEFT_MB)
    verdict.holds("web_engine_not_loaded", not any(name.startswith("PySide6.QtWeb") for name in sys.modules))


def main(argv: list[str]) -> int:
    """Run; the exit code."""
    parser = argparse.ArgumentParser(prog="bench meeting", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two meetings instead of six")
    options = parser.parse_args(argv)
    _prepare()
    from PySide6.QtWidgets import QApplication, QLabel

    from learnup_desktop.qt import loop

    app = QApplication(sys.argv[:1])
    window = QLabel("LearnUp")
    window.show()
    verdict = Verdict()

    async def run() -> int:
        await _meetings(2 if options.quick else 6, verdict)
        return verdict.finish()

    return loop.run(app, run)
