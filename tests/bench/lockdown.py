"""Whether a sitting that is killed leaves the desktop as it was: a hundred SIGKILLs of a program that holds the screen.

A display server of its own (Xvfb) has a neighbour's window and a neighbour's text in the clipboard. A child takes the
screen with the real lockdown, copies and pastes inside it, and is killed: most after it has the screen, every fourth in
the middle of taking it. Then the X server is asked again for what can be seen of a desktop, the neighbour for its
clipboard and window, and the child's folders for what lies in them. Everything must be as before; only the focus may
rest on nothing, since without a window manager nobody gives it to the next window. For the same reason the child's
claim to the whole screen is looked for, not its size.

Without Xvfb the child draws in memory, and only its folders are looked at; the verdict says so.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.harness import Verdict, emit, median, percentile
from tests.bench.x_desktop import XDesktop, x11_here

KILLS, QUICK_KILLS = 100, 10
SETTLE_SECONDS = 5.0
"""How long the display server may take to forget a client that is gone."""
CLAIM_SECONDS = 10.0
"""How long a window may take to be shown on a busy computer."""
LATEST_MS, LATEST_TAKING_MS = 300, 60
"""Latest kill after it has the screen, and after it began to take it."""
CLIPBOARD, SELECTION = "the neighbour's clipboard", "the neighbour's selection"


# --- the two children ------------------------------------------------------------------------------------------------


def neighbour() -> int:
    """Another program of the desktop: a window, text in the clipboard; says how it stands at every line it reads."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QClipboard, QGuiApplication
    from PySide6.QtWidgets import QApplication, QLabel

    from learnup_desktop.qt import loop

    app = QApplication(["neighbour"])
    window = QLabel("neighbour")
    window.setGeometry(40, 40, 320, 200)
    window.show()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(CLIPBOARD)
    clipboard.setText(SELECTION, QClipboard.Mode.Selection)

    async def answer() -> int:
        import asyncio

        print(json.dumps({"ready": True}), flush=True)
        while await asyncio.to_thread(sys.stdin.readline):
            QTimer.singleShot(0, window.activateWindow)
            await asyncio.sleep(0.02)
            state = {
                "clipboard": clipboard.text(),
                "ownsClipboard": clipboard.ownsClipboard(),
                "selection": clipboard.text(QClipboard.Mode.Selection),
                "ownsSelection": clipboard.ownsSelection(),
                "visible": window.isVisible(),
                "place": [window.x(), window.y(), window.width(), window.height()],
            }
            print(json.dumps(state), flush=True)
        return 0

    return loop.run(app, answer)


def victim() -> int:
    """A program in lockdown; says so, and goes on until it is killed."""
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from learnup_desktop.contract.integrity import IntegrityKind, ProctoringPolicy
    from learnup_desktop.lockdown.guard import ClosingReport
    from learnup_desktop.lockdown.qt_lockdown import QtLockdown
    from learnup_desktop.qt import loop

    app = QApplication(["sitting"])
    window = QPlainTextEdit("an answer")
    window.resize(400, 300)
    window.show()
    lockdown = QtLockdown()

    def report(kind: IntegrityKind, detail: str, *, ago_ms: int = 0) -> ClosingReport:
        return lambda: None

    async def sit() -> int:
        import asyncio

        await asyncio.sleep(0.05)
        print(json.dumps({"begins": True}), flush=True)
        lockdown.engage(window, report, ProctoringPolicy())
        lockdown.clipboard.copy("an answer")
        lockdown.clipboard.paste()
        print(json.dumps({"engaged": True, "screens": lockdown.display_count()}), flush=True)
        await asyncio.Event().wait()
        return 0

    return loop.run(app, sit)


# --- the desktop around them -----------------------------------------------------------------------------------------


@contextmanager
def display() -> Iterator[str | None]:
    """A display server of its own while the block runs; None where there is none to be had."""
    program = shutil.which("Xvfb")
    if program is None or not x11_here():
        yield None
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}" if number else None
    finally:
        server.terminate()
        server.wait(10)


@dataclass
class Neighbour:
    """The bench's end of ``neighbour``."""

    process: "subprocess.Popen[str]"

    def state(self) -> dict[str, object]:
        """How it stands."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        answer: dict[str, object] = json.loads(self.process.stdout.readline())
        return answer


def start(role: str, environment: Mapping[str, str]) -> "subprocess.Popen[str]":
    """One of the two children."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.bench.lockdown", f"--{role}"],
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def files_of(folder: Path) -> list[str]:
    """Everything that lies in a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """Names of what is not as it was."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


@dataclass
class Desktop:
    """Everything that is compared.

    Args:
        x: the display server; None without one.
        neighbour: the other program; None without a display.
        folder: where the killed program's home, temporary and runtime folders are.
    """

    x: XDesktop | None
    neighbour: Neighbour | None
    folder: Path

    def look(self) -> dict[str, object]:
        """What can be seen now."""
        seen: dict[str, object] = {"files": files_of(self.folder)}
        if self.neighbour is not None:
            seen |= {f"neighbour.{name}": value for name, value in self.neighbour.state().items()}
        if self.x is not None:
            seen |= {f"x.{name}": value for name, value in self.x.look().items()}
        return seen

    def claimed(self) -> bool:
        """Whether the screen is asked for, waiting a while; without a display nothing is to be asked for."""
        limit = time.perf_counter() + CLAIM_SECONDS
        while self.x is not None and not self.x.claimed():
            if time.perf_counter() > limit:
                return False
            time.sleep(0.02)
        return True

    def settled(self, before: Mapping[str, object]) -> tuple[list[str], float]:
        """What still differs once the server has forgotten the dead client, and after how many milliseconds."""
        began = time.perf_counter()
        while True:
            missing = differences(before, self.look())
            took = time.perf_counter() - began
            if not missing or took > SETTLE_SECONDS:
                return missing, round(took * 1000, 1)
            time.sleep(0.02)


@dataclass(frozen=True, slots=True)
class Kill:
    """One round: when it was killed, whether it had the screen, what then differed and for how long."""

    engaged: bool
    claimed_the_screen: bool
    after_ms: int
    differing: list[str]
    settled_ms: float


def kill_once(
    desktop: Desktop, before: Mapping[str, object], environment: Mapping[str, str], chance: random.Random, engaged: bool
) -> Kill:
    """Start a program in lockdown, kill it, and compare with how the desktop was."""
    process = start("victim", environment)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        lines = [process.stdout.readline() for _ in range(2 if engaged else 1)]
        if not all(lines):
            raise RuntimeError("the program in lockdown ended by itself")
        took = engaged and desktop.claimed()
        after_ms = chance.randrange(LATEST_MS if engaged else LATEST_TAKING_MS)
        time.sleep(after_ms / 1000)
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
    differing, settled_ms = desktop.settled(before)
    return Kill(engaged, took, after_ms, differing, settled_ms)


def judge(kills: list[Kill], *, with_display: bool) -> int:
    """Print the verdict."""
    verdict = Verdict()
    verdict.note("kills", len(kills))
    verdict.note("killedWithTheScreen", sum(kill.engaged for kill in kills))
    verdict.note("killedWhileTakingIt", sum(not kill.engaged for kill in kills))
    verdict.note("display", "Xvfb, no window manager" if with_display else "none: only folders were compared")
    verdict.at_most("desktopsChanged", sum(bool(kill.differing) for kill in kills), 0)
    verdict.note("changed", sorted({name for kill in kills for name in kill.differing}))
    if with_display:
        verdict.holds("everyOneClaimedTheScreen", all(kill.claimed_the_screen for kill in kills if kill.engaged))
    settled = [kill.settled_ms for kill in kills]
    verdict.note("asBeforeMsMedian", median(settled))
    verdict.note("asBeforeMsP95", percentile(settled, 95))
    return verdict.finish()


def main(argv: list[str]) -> int:
    """``bench lockdown [--quick]``: a hundred (ten) kills."""
    parser = argparse.ArgumentParser(prog="bench lockdown", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_KILLS} kills instead of {KILLS}")
    count = QUICK_KILLS if parser.parse_args(argv).quick else KILLS
    chance = random.Random(3)
    kills: list[Kill] = []
    with tempfile.TemporaryDirectory(prefix="learnup-lockdown-") as folder, display() as name:
        environment = {"PYTHONUNBUFFERED": "1", "QT_QPA_PLATFORM": "offscreen" if name is None else "xcb"}
        for variable in ("LEARNUP_HOME", "HOME", "TMPDIR", "XDG_RUNTIME_DIR"):
            (Path(folder) / variable).mkdir(mode=0o700)
            environment[variable] = str(Path(folder) / variable)
        if name is not None:
            environment["DISPLAY"] = name
        other = start("neighbour", environment | {"HOME": str(Path.home())}) if name is not None else None
        try:
            if other is not None and other.stdout is not None:
                other.stdout.readline()
            x = XDesktop(name) if name is not None else None
            desktop = Desktop(x, Neighbour(other) if other is not None else None, Path(folder))
            before = desktop.look()  # once, so that what one kill changes is not taken for the way it was by the next
            # Qt may keep caches in a new home; what lies there after one start is nothing that a kill left.
            kill_once(desktop, before, environment, chance, engaged=True)
            before["files"] = files_of(Path(folder))
            for number in range(count):
                kills.append(kill_once(desktop, before, environment, chance, engaged=number % 4 != 3))
                last = kills[-1]
                emit("kill", round=number + 1, engaged=last.engaged, afterMs=last.after_ms, differing=last.differing)
            if x is not None:
                x.close()
        finally:
            if other is not None:
                other.kill()
                other.wait()
    return judge(kills, with_display=name is not None)


if __name__ == "__main__":
    sys.exit(victim() if "--victim" in sys.argv else neighbour())
