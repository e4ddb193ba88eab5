"""How long a start takes and what an idle client holds, against the bars of the main job.

A start into a cached, signed-in account: one start makes the throw-away account and warms the disk cache, then the
median of five counts. Times are the client's own, from the birth of its process, and are checked against the time this
bench sees from outside.
"""

import argparse
import tempfile

from tests.bench.harness import Verdict, emit, median, run_to_end

WINDOW_MS, INTERACTIVE_MS, PSS_MB = 450.0, 700.0, 120.0
KEYS = ("windowMs", "interactiveMs", "pssMb", "ussMb")


def measure(home: str) -> dict[str, float]:
    """One start to the interactive window and out again.

    Raises:
        ValueError: it failed, or printed no such line.
    """
    environment = {
        "LEARNUP_HOME": home,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    ended = run_to_end(["-m", "learnup_desktop", "--timings", "--quit-when-ready"], environment=environment)
    line = ended.last_json()
    if ended.code != 0 or not all(isinstance(line.get(key), int | float) for key in KEYS):
        raise ValueError(f"exit code {ended.code}, printed {line}; stderr ends: {ended.errors[-800:]}")
    figures = {key: float(str(line[key])) for key in KEYS}
    figures["outsideMs"] = round(ended.seconds * 1000, 1)
    return figures


def main(argv: list[str]) -> int:
    """``bench startup [--quick]``: medians of five (three) warm starts."""
    parser = argparse.ArgumentParser(prog="bench startup", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three starts instead of five")
    runs = 3 if parser.parse_args(argv).quick else 5
    verdict = Verdict()
    starts = []
    with tempfile.TemporaryDirectory(prefix="learnup-startup-") as home:
        try:
            emit("start", warm=False, **measure(home))
            for _ in range(runs):
                starts.append(measure(home))
                emit("start", warm=True, **starts[-1])
        except ValueError as error:
            emit("error", message=str(error))
            verdict.holds("started", False)
            return verdict.finish()
    verdict.at_most("windowMs", median([start["windowMs"] for start in starts]), WINDOW_MS)
    verdict.at_most("interactiveMs", median([start["interactiveMs"] for start in starts]), INTERACTIVE_MS)
    verdict.at_most("pssMb", median([start["pssMb"] for start in starts]), PSS_MB)
    verdict.note("ussMb", median([start["ussMb"] for start in starts]))
    verdict.holds("timesAreFromOutside", all(start["interactiveMs"] <= start["outsideMs"] + 15 for start in starts))
    return verdict.finish()
