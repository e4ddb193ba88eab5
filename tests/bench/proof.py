"""A thousand random ways to tamper with a journal, hashes made to fit again in half of them: each must be found."""

import argparse
import random
from collections import Counter

from learnup_desktop.domain.proof import write_journal
from tests.bench.harness import Verdict, emit
from tests.journals import found, journal_of, mutate, receipt_for

MUTATIONS, QUICK_MUTATIONS, A_JOURNAL = 1000, 200, 50


def main(argv: list[str]) -> int:
    """``bench proof [--quick] [--seed N]``: a new journal every 50 mutations."""
    parser = argparse.ArgumentParser(prog="bench proof", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_MUTATIONS} mutations instead of {MUTATIONS}")
    parser.add_argument("--seed", type=int, default=0, help="the same mutations again; default: others each time")
    asked = parser.parse_args(argv)
    seed = asked.seed or random.SystemRandom().randrange(1, 2**31)
    chance = random.Random(seed)
    tried: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    verdict = Verdict()
    verdict.note("seed", seed)
    honest_refused = 0
    for _ in range((QUICK_MUTATIONS if asked.quick else MUTATIONS) // A_JOURNAL):
        attempt, entries = journal_of(chance.randrange(5, 120), chance)
        receipt = receipt_for(attempt, entries)
        whole = write_journal(attempt, entries)
        honest_refused += found(receipt, whole)
        for _ in range(A_JOURNAL):
            name, changed = mutate(whole, chance)
            tried[name] += 1
            if not found(receipt, changed):
                missed[name] += 1
    for name, count in sorted(tried.items()):
        emit("mutation", name=name, tried=count, missed=missed[name])
    verdict.note("mutations", tried.total())
    verdict.at_most("missed", missed.total(), 0)
    verdict.at_most("honestRefused", honest_refused, 0)
    return verdict.finish()
