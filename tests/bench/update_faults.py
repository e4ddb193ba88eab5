"""``bench update-faults``: an update cut off by SIGKILL at 50 of its operations; one version must work after each.

The points are spread over every operation on files of a whole update: looking, fetching, building the folder,
trying the new version, and the swap. After each cut a start must run a version that is whole; the next try must bring
the new one.
``--quick``: 10 points.
"""

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.bench.harness import Verdict, emit
from tests.update_kills import count_operations, cut_at, spread
from tests.update_site import Site

CUTS, QUICK_CUTS = 50, 10


def main(arguments: Sequence[str]) -> int:
    """Cut and judge; 1 when a cut left nothing that works."""
    parser = argparse.ArgumentParser(prog="bench update-faults")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_CUTS} points")
    asked = parser.parse_args(arguments)
    if os.name == "nt":
        parser.error("SIGKILL is not of this system")
    verdict = Verdict()
    with tempfile.TemporaryDirectory(prefix="learnup-updates-") as folder:
        work = Path(folder)
        site = Site(work)
        site.release(work / "work", "1.1.0")
        with site.served():
            operations = count_operations(site, work / "whole")
            cuts = []
            for point in spread(operations, QUICK_CUTS if asked.quick else CUTS):
                cuts.append(cut_at(site, work / "cut", point))
                emit("cut", point=point, of=operations, after=cuts[-1].after, then=cuts[-1].then, held=cuts[-1].held)
    verdict.note("operations", operations)
    verdict.note("cuts", len(cuts))
    verdict.note("ranAfter", dict(Counter(cut.after for cut in cuts)))
    verdict.at_most("withoutAVersionThatWorks", sum(not cut.held for cut in cuts), 0)
    return verdict.finish()
