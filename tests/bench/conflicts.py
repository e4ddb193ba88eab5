"""Eighty conflicts of attempts with what became of them meanwhile: none may be discarded without a word.

Forty attempts on a real platform lose their seat to another device and their end to being closed, marked, cancelled or
changed; what was written on either device must count or lie beside, visible to the teacher. The cases are those of
``test_conflicts_discard_nothing`` at their full number.
"""

import argparse
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tests.bench.harness import Verdict, emit, run_to_end

TEST = "tests/integration/platform/test_exams_seats.py::test_conflicts_discard_nothing"
ROUNDS, CONFLICTS_A_ROUND, QUICK_CONFLICTS_A_ROUND = 5, 16, 6


def main(argv: list[str]) -> int:
    """``bench conflicts [--quick]``: five rounds of eight (three) attempts."""
    parser = argparse.ArgumentParser(prog="bench conflicts", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three attempts a round instead of eight")
    quick = parser.parse_args(argv).quick
    with tempfile.TemporaryDirectory(prefix="learnup-bench-") as folder:
        report = Path(folder) / "report.xml"
        arguments = ["-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", f"--junit-xml={report}", TEST]
        run_to_end(arguments if quick else [*arguments, "--long"], timeout=1800)
        # What the test run itself wrote a moment ago.
        cases = list(ElementTree.parse(report).iter("testcase")) if report.exists() else []
    verdict = Verdict()
    failed = 0
    for case in cases:
        troubles = [part.get("message", "") for part in case if part.tag in ("failure", "error", "skipped")]
        failed += bool(troubles)
        emit("round", name=case.get("name"), seconds=float(case.get("time", 0)), held=not troubles)
        for message in troubles:
            emit("trouble", message=message[:400])
    verdict.note("conflicts", len(cases) * (QUICK_CONFLICTS_A_ROUND if quick else CONFLICTS_A_ROUND))
    verdict.at_least("rounds", len(cases), ROUNDS)
    verdict.at_most("roundsWithADiscard", failed, 0)
    return verdict.finish()
