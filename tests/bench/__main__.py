"""``python -m tests.bench NAME``: find the bench of that name and run it."""

import importlib
import sys
from pathlib import Path

NOT_BENCHES = {"__init__", "__main__", "big_cache", "harness", "x_desktop"}


def names() -> list[str]:
    """The benches there are, by the names they are called with."""
    here = Path(__file__).parent
    return sorted(path.stem.replace("_", "-") for path in here.glob("*.py") if path.stem not in NOT_BENCHES)


def main(argv: list[str]) -> int:
    """Run one bench. Returns its exit code; 2 for a name there is none of."""
    if not argv or argv[0] not in names():
        print(f"usage: bench NAME [--quick]   NAME is one of: {', '.join(names())}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"tests.bench.{argv[0].replace('-', '_')}")
    return int(module.main(argv[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
