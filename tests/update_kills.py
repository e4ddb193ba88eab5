"""Power cuts in the middle of an update: after each, one version that works; and after the next try, the new one."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from learnup_desktop.updates.launch import Place, choose_version, read_state
from tests.update_site import ROOT, Site, install

OLD, NEW = "1.0.0", "1.1.0"


@dataclass(frozen=True, slots=True)
class Cut:
    """One power cut.

    Attributes:
        point: the operation it came at.
        after: what a start says right after it: a version, or that it is not whole.
        then: what a start says after the next, undisturbed try.
    """

    point: int
    after: str
    then: str

    @property
    def held(self) -> bool:
        """Whether somebody at this computer could always work, and got the new version in the end."""
        return self.after in (OLD, NEW) and self.then == NEW


def run_child(site: Site, installed: Path, point: int) -> "subprocess.CompletedProcess[str]":
    """One try of the whole update, cut off at an operation; 0 for none."""
    root = site.folder / "metadata" / "1.root.json"
    command = [sys.executable, "-m", "tests.update_child", site.address, str(root), str(installed), str(point)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def start_says(installed: Path) -> str:
    """What the version says that a start takes now."""
    place = Place(OLD, installed / "versions", "self")
    program = choose_version(place, opens_window=False) or installed / "base" / "learnup-desktop"
    return subprocess.run([str(program)], capture_output=True, text=True, timeout=60).stdout.strip()


def count_operations(site: Site, work: Path) -> int:
    """How many operations an undisturbed update has.

    Raises:
        RuntimeError: it does not come through.
    """
    install(work)
    done = run_child(site, work, 0)
    if done.returncode != 0 or start_says(work) != NEW:
        raise RuntimeError(f"an undisturbed update fails: {done.stdout}{done.stderr}")
    return int(done.stdout.split()[0])


def cut_at(site: Site, work: Path, point: int) -> Cut:
    """Install anew, cut the update off at one operation, look, and let the next try through."""
    shutil.rmtree(work, ignore_errors=True)
    install(work)
    done = run_child(site, work, point)
    if done.returncode != -9:
        raise RuntimeError(f"no cut at {point}: exit code {done.returncode}, {done.stderr[-500:]}")
    after = start_says(work)
    again = run_child(site, work, 0)
    then = (
        start_says(work) if again.returncode == 0 and not read_state(work / "versions").staged else again.stderr[-300:]
    )
    return Cut(point, after, then)


def spread(operations: int, cuts: int) -> list[int]:
    """``cuts`` operations spread over all, the first and the last among them."""
    return sorted({1 + round(number * (operations - 1) / max(1, cuts - 1)) for number in range(cuts)})
