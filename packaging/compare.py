"""Two builds side by side: ``python packaging/compare.py A B`` names every file that only one has or that differs."""

import argparse
import json
import sys
from pathlib import Path

FILE_LIST = "learnup-files.json"


def contents(program: Path) -> dict[str, str]:
    """Path to hash, or to the target of a link."""
    listed = json.loads((program / FILE_LIST).read_text(encoding="utf-8"))["files"]
    return {each["path"]: each.get("sha256") or f"-> {each['link']}" for each in listed}


def main() -> int:
    """Print one line of JSON; 1 when the builds differ."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    asked = parser.parse_args()
    one, other = contents(asked.one), contents(asked.other)
    report = {
        "files": len(one),
        "onlyOne": sorted(set(one) - set(other)),
        "onlyOther": sorted(set(other) - set(one)),
        "differ": sorted(path for path in set(one) & set(other) if one[path] != other[path]),
    }
    print(json.dumps(report, indent=1))
    return 1 if report["onlyOne"] or report["onlyOther"] or report["differ"] else 0


if __name__ == "__main__":
    sys.exit(main())
