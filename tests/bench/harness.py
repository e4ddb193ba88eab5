"""What every bench shares: JSON lines on stdout, bars with a verdict, medians, and the memory and time of processes.

A bench prints one JSON object a line, each with a ``kind``, and last
``{"kind": "verdict", "held": …, "figures": {…}}``; its exit code is 1 when a bar was not held. ``--quick`` measures
less, never against a lower bar.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from learnup_desktop.base.timings import rollup_mb


def emit(kind: str, **values: object) -> None:
    """Print one JSON line."""
    print(json.dumps({"kind": kind, **values}, ensure_ascii=False), flush=True)


def median(values: Sequence[float]) -> float:
    """The median, rounded to a tenth."""
    return round(statistics.median(values), 1)


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which ``percent`` of the others lie (nearest rank), e.g. 95 for the p95.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, -(-round(len(ordered) * percent) // 100) - 1))]


@dataclass(slots=True)
class Verdict:
    """Collects figures and whether each is within its bar; :meth:`finish` prints the last line."""

    figures: dict[str, object] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)

    def note(self, name: str, value: object) -> None:
        """A figure without a bar."""
        self.figures[name] = value

    def at_most(self, name: str, value: float, bar: float) -> None:
        """A figure that must not be above its bar."""
        self._judge(name, value, bar, value <= bar)

    def at_least(self, name: str, value: float, bar: float) -> None:
        """A figure that must not be below its bar."""
        self._judge(name, value, bar, value >= bar)

    def holds(self, name: str, held: bool) -> None:
        """A yes-or-no bar."""
        self.figures[name] = held
        if not held:
            self.missed.append(name)

    def _judge(self, name: str, value: float, bar: float, held: bool) -> None:
        self.figures[name] = value
        self.figures[f"{name}Bar"] = bar
        if not held:
            self.missed.append(name)

    def finish(self) -> int:
        """Print the verdict. Returns the exit code."""
        extra: dict[str, object] = {"missed": self.missed} if self.missed else {}
        emit("verdict", held=not self.missed, figures=self.figures, **extra)
        return 1 if self.missed else 0


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that ran to its end: exit code, what it printed, seconds from spawn to exit."""

    code: int
    output: str
    errors: str
    seconds: float

    def last_json(self) -> dict[str, object]:
        """The last line of stdout that is a JSON object.

        Raises:
            ValueError: there is none; with the end of stderr.
        """
        for line in reversed(self.output.splitlines()):
            if line.startswith("{"):
                document: dict[str, object] = json.loads(line)
                return document
        raise ValueError(f"exit code {self.code} and no JSON line; stderr ends: {self.errors[-800:]}")


def run_to_end(
    arguments: Sequence[str], *, environment: Mapping[str, str] | None = None, timeout: float = 120.0
) -> Ended:
    """Run this environment's Python with ``arguments`` to its end; ``environment`` is added to ours."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
    )
    return Ended(done.returncode, done.stdout, done.stderr, time.perf_counter() - start)


@contextmanager
def running(
    arguments: Sequence[str],
    *,
    environment: Mapping[str, str] | None = None,
    ready: Callable[[str], bool] | None = None,
    timeout: float = 60.0,
) -> Iterator[subprocess.Popen[str]]:
    """A Python process while the block runs, from the line that ``ready`` accepts on; ended with its children.

    Raises:
        RuntimeError: it ended before it was ready.
    """
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        if ready is not None:
            _await_line(process, ready, timeout)
        yield process
    finally:
        end_tree(process)


def _await_line(process: subprocess.Popen[str], ready: Callable[[str], bool], timeout: float) -> None:
    """Read lines until ``ready`` takes one. A silent process is killed after ``timeout``, which ends the reading."""
    import threading

    assert process.stdout is not None
    alarm = threading.Timer(timeout, process.kill)
    alarm.start()
    try:
        if not any(ready(line) for line in process.stdout):
            raise RuntimeError(f"the process ended (exit code {process.wait()}) before it was ready")
    finally:
        alarm.cancel()


def end_tree(process: subprocess.Popen[str]) -> None:
    """Terminate a process and its descendants, with force after five seconds."""
    import psutil

    try:
        family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        family = []
    for member in family:
        try:
            member.terminate()
        except psutil.NoSuchProcess:
            continue
    _, alive = psutil.wait_procs(family, timeout=5)
    for member in alive:
        member.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def memory_of_tree(pid: int) -> tuple[float, float]:
    """(PSS, USS) in MB of a process and all its descendants. Outside Linux USS stands for both."""
    import psutil

    proportional = unique = 0.0
    for member in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
        rollup = Path(f"/proc/{member.pid}/smaps_rollup")
        if rollup.exists():
            pss, uss = rollup_mb(rollup.read_text())
        else:
            pss = uss = float(member.memory_full_info().uss) / 1e6
        proportional += pss
        unique += uss
    return round(proportional, 1), round(unique, 1)


def cpu_seconds_of_tree(pid: int) -> float:
    """User and system seconds that a process, its ended children and its living descendants have used so far."""
    import psutil

    total = 0.0
    for member in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
        times = member.cpu_times()
        total += (
            times.user + times.system + getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
        )
    return total
