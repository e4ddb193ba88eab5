"""What a start costs: milliseconds from the birth of the process, and memory, as ``--timings`` prints them.

Times count from the moment the operating system made the process, so that the interpreter's own start and every import
are in them. Memory is proportional (PSS: shared pages divided among who shares them) and unique (USS) set size.

``LEARNUP_TIMINGS_MODULES`` may name a file: it gets the names of the modules that were loaded when the window was
shown, one a line, and a file beside it (``….interactive``) those at the moment when the window reacted, for the tests
that guard the start-up imports.
"""

import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

MODULES_VARIABLE = "LEARNUP_TIMINGS_MODULES"


def process_age_ms() -> float:
    """Milliseconds since the operating system made this process, to its clock tick (10 ms on Linux)."""
    if sys.platform.startswith("linux"):
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        started = int(fields[19]) / os.sysconf("SC_CLK_TCK")  # proc(5): field 22, starttime, in ticks since boot
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000
    import psutil

    return float(time.time() - psutil.Process().create_time()) * 1000


def memory_mb() -> tuple[float, float]:
    """(PSS, USS) of this process in MB of 1,000,000 bytes. Where the system knows no PSS, USS stands for it."""
    rollup = Path("/proc/self/smaps_rollup")
    if rollup.exists():
        return rollup_mb(rollup.read_text())
    import psutil

    unique = float(psutil.Process().memory_full_info().uss) / 1e6
    return unique, unique


def rollup_mb(text: str) -> tuple[float, float]:
    """(PSS, USS) in MB of 1,000,000 bytes from the text of ``/proc/<pid>/smaps_rollup``, whose kB are 1,024 bytes."""
    kilobytes = {"Pss": 0, "Private_Clean": 0, "Private_Dirty": 0}
    for line in text.splitlines():
        name, _, rest = line.partition(":")
        if name in kilobytes:
            kilobytes[name] = int(rest.split()[0])
    unique = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return kilobytes["Pss"] * 1.024e-3, unique * 1.024e-3


def _list_modules(ending: str) -> None:
    listing = os.environ.get(MODULES_VARIABLE)
    if listing:
        Path(listing + ending).write_text("\n".join(sorted(sys.modules)) + "\n", encoding="utf-8")


@dataclass(slots=True)
class Timings:
    """The two moments of a start.

    Call :meth:`window_shown` once the window is painted, :meth:`interactive` once it reacts to input, then print
    :meth:`line`.
    """

    window_ms: float = 0.0
    interactive_ms: float = 0.0

    def window_shown(self) -> None:
        """The first frame is on the screen. Repeats are ignored."""
        if self.window_ms:
            return
        self.window_ms = process_age_ms()
        _list_modules("")

    def interactive(self) -> None:
        """The window reacts. Repeats are ignored."""
        if self.interactive_ms:
            return
        self.interactive_ms = process_age_ms()
        _list_modules(".interactive")

    def line(self) -> str:
        """``{"windowMs", "interactiveMs", "pssMb", "ussMb"}``, memory as it is now."""
        proportional, unique = memory_mb()
        return json.dumps(
            {
                "windowMs": round(self.window_ms, 1),
                "interactiveMs": round(self.interactive_ms, 1),
                "pssMb": round(proportional, 1),
                "ussMb": round(unique, 1),
            }
        )
