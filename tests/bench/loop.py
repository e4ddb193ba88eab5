"""How long the loop stands still, on every page of the program, against the bar of 16 ms.

A client of its own process walks offscreen over all pages of a student and of a teacher, against a real platform with
the demo school (its classes enlarged to 48, since a roll of more than forty is the hardest page). The watchdog marks
every turn of the loop; a turn is what lies between two moments in which a key would have been handled.

What is judged is the longest turn of a step, as the median of three walks, in processor time of the loop's own thread:
the time on the wall (``wallMs``) counts other processes too, so on a shared machine it measures the neighbours. The
processor time itself is longer beside busy neighbours, who share cores, caches and clock rate: two to three times here
with a load of 10 on two cores. So right before and after each step a fixed piece of work is timed, and ``cpuMs`` is
divided by how much longer that took than at its best in the whole bench (``slowed``). ``ms`` is the quotient. On a
quiet machine ``slowed`` is 1 and nothing is changed; ``slowed`` of the whole is among the figures.

What Qt does in one piece and nobody outside it can divide is listed in ``INDIVISIBLE``, each with its own bar.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.harness import Verdict, emit, median, run_to_end

LIMIT_MS = 16.0
REPORTED_MS = 4.0
CLASS_SIZE = 48
WALKS = {"student": "nimali", "teacher": "kamala"}

_RELAID = "Qt lays out the whole window in one piece when every text or size in it has changed; painting is divided"
INDIVISIBLE: dict[str, tuple[float, str]] = {
    "language si": (32.0, f"{_RELAID}; Sinhala is shaped for the first time"),
    "language ta": (32.0, f"{_RELAID}; Tamil is shaped for the first time"),
    "language en": (24.0, _RELAID),
    "zoom 150": (24.0, _RELAID),
    "zoom 100": (24.0, _RELAID),
}
"""By step: the bar in its place, and what it is that Qt does in one piece."""

SEED = """
import sys
from learnup_platform import cli
from learnup_platform.demo import classes, people, seed
for entry in classes.CLASSES:
    object.__setattr__(entry, "size", {size})
seed.students_of = lambda group: people.STUDENTS
sys.exit(cli.main(["seed", "--data", sys.argv[1]]))
"""


def walk(role: str, url: str) -> int:
    """In the child: one walk, a JSON line for each step."""
    from PySide6.QtWidgets import QApplication

    import learnup_desktop.app.unwatched_imports  # noqa: F401 - as the client does it, before anything else
    from learnup_desktop.app.application import Application
    from learnup_desktop.base.options import ClientOptions
    from learnup_desktop.base.settings import CAMERA
    from learnup_desktop.qt import loop
    from learnup_desktop.qt.watchdog import Watchdog
    from tests.loop_walk import Step, Walk

    qt_app = QApplication(["loop"])
    application = Application(qt_app, ClientOptions(server=url))
    application.settings.set(CAMERA, "simulated")

    def tell(step: Step) -> None:
        turn = step.longest
        over = sum(1 for turn in step.turns if turn.cpu_milliseconds > LIMIT_MS)
        values = {"cpuMs": round(turn.cpu_milliseconds, 1), "wallMs": round(turn.milliseconds, 1), "over": over}
        values["referenceMs"] = round(step.reference_ms, 3)
        where = turn.where.rpartition("learnup_desktop/")[2]
        emit("step", role=role, step=step.name, **values, where=where)
        if os.environ.get("LOOP_STACKS"):
            for turn in step.turns:
                if turn.cpu_milliseconds > LIMIT_MS:
                    print(step.name, round(turn.cpu_milliseconds, 1), turn.stack, file=sys.stderr)

    async def main() -> int:
        watchdog = Watchdog(REPORTED_MS, lambda blocked: None, by_processor=True, beat_ms=0)
        application.open_window()
        qt_app.processEvents()
        await asyncio.sleep(0.5)
        with watchdog:
            await application.start()
            walker = Walk(application, watchdog, tell)
            await (walker.student(WALKS[role]) if role == "student" else walker.teacher(WALKS[role]))
        await application.close()
        return 0

    return loop.run(qt_app, main)


async def measure(runs: int, roles: list[str]) -> dict[str, list[dict[str, object]]]:
    """The steps of all walks, by ``role: step``.

    Raises:
        ValueError: a walk failed.
    """
    from learnup_desktop.platform_process import PlatformProcess

    found: dict[str, list[dict[str, object]]] = {}
    with tempfile.TemporaryDirectory(prefix="learnup-loop-", ignore_cleanup_errors=True) as folder:
        for run in range(runs):
            data = Path(folder) / f"platform-{run}"
            await asyncio.to_thread(
                subprocess.run, [sys.executable, "-c", SEED.format(size=CLASS_SIZE), str(data)], check=True
            )
            platform = PlatformProcess(data)
            await platform.start()
            try:
                for role in roles:
                    environment = {"LEARNUP_HOME": str(Path(folder) / f"{role}-{run}")}
                    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
                    arguments = ["-m", "tests.bench.loop", role, platform.url]
                    ended = await asyncio.to_thread(run_to_end, arguments, environment=environment, timeout=400.0)
                    if ended.errors and os.environ.get("LOOP_STACKS"):
                        print(ended.errors, file=sys.stderr)
                    if ended.code != 0:
                        raise ValueError(f"the walk ended with {ended.code}: {ended.errors[-1500:]}")
                    for line in ended.output.splitlines():
                        step = json.loads(line)
                        print(line, flush=True)
                        found.setdefault(f"{role}: {step['step']}", []).append(step)
            finally:
                await platform.stop()
    return found


def number(step: dict[str, object], key: str) -> float:
    """A figure of a step's line."""
    return float(str(step[key]))


def main(argv: list[str]) -> int:
    """``bench loop [--quick]``: medians of three walks (one) of each role."""
    parser = argparse.ArgumentParser(prog="bench loop", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one walk instead of three")
    parser.add_argument("--role", choices=sorted(WALKS), action="append")
    options = parser.parse_args(argv)
    verdict = Verdict()
    try:
        found = asyncio.run(measure(1 if options.quick else 3, options.role or sorted(WALKS, reverse=True)))
    except ValueError as error:
        emit("error", message=str(error))
        verdict.holds("walked", False)
        return verdict.finish()
    best = min(number(step, "referenceMs") for steps in found.values() for step in steps)
    for name, steps in found.items():
        bar, _ = INDIVISIBLE.get(name.partition(": ")[2], (LIMIT_MS, ""))
        at_rest = [number(step, "cpuMs") / (number(step, "referenceMs") / best) for step in steps]
        emit("judged", step=name, ms=median(at_rest), cpuMs=median([number(step, "cpuMs") for step in steps]), bar=bar)
        verdict.at_most(name, median(at_rest), bar)
    slowed = [number(step, "referenceMs") / best for steps in found.values() for step in steps]
    verdict.note("slowed", round(statistics.median(slowed), 2))
    verdict.note("indivisible", {name: why for name, (_, why) in INDIVISIBLE.items()})
    return verdict.finish()


if __name__ == "__main__":
    sys.exit(walk(*sys.argv[1:3]))
