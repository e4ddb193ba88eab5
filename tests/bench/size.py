"""``bench size``: what each part of a built program takes on the disk, against the budget.

``--program DIR`` names the folder that ``packaging/build.py`` made, ``--installer FILE`` (repeated) an installer.
Sizes are bytes of the files as they are, links not counted; MB are 10^6 bytes.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.bench.harness import Verdict, emit

INSTALLED_BAR_MB, INSTALLER_BAR_MB = 520, 200
LEAST_SHOWN_BYTES = 1_000_000
BROWSER = ("libQt6WebEngine", "Qt6WebEngine", "qtwebengine", "QtWebEngine", "icudtl", "v8_context")


def part_of(relative: str) -> str:
    """The part of the program that a file belongs to, by its path."""
    path = relative.removeprefix("_internal/")
    top = path.split("/")[0]
    if top == "PySide6":
        return "Qt WebEngine" if any(word in path for word in BROWSER) else "Qt"
    if top.startswith(("cv2", "opencv")):
        return "OpenCV"
    if top.startswith("numpy"):
        return "NumPy"
    if top.startswith("onnx"):
        return "ONNX Runtime" if top.startswith("onnxruntime") else "ONNX"
    if "/" not in path:
        if path.startswith("learnup-desktop"):
            return "our code and pure Python"
        return "Python" if "python" in path or path.endswith(".zip") else "system libraries"
    return {"python3.11": "Python", "learnup_desktop": "resources"}.get(top, top.split(".")[0])


def measure(program: Path) -> Counter[str]:
    """Bytes by part."""
    parts: Counter[str] = Counter()
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            parts[part_of(path.relative_to(program).as_posix())] += path.stat().st_size
    return parts


def main(arguments: Sequence[str]) -> int:
    """Measure and judge; 1 when a bar was missed."""
    parser = argparse.ArgumentParser(prog="bench size")
    parser.add_argument("--quick", action="store_true", help="the same: there is nothing to leave out")
    parser.add_argument("--program", type=Path, default=Path("build/package/program/learnup-desktop"))
    parser.add_argument("--installer", type=Path, action="append", default=[])
    asked = parser.parse_args(arguments)
    if not asked.program.is_dir():
        parser.error(f"{asked.program} is not there: packaging/build.py makes it")
    verdict = Verdict()
    parts = measure(asked.program)
    rest = 0
    for name, size in parts.most_common():
        if size >= LEAST_SHOWN_BYTES:
            emit("part", name=name, mb=round(size / 1e6, 1))
        else:
            rest += size
    emit("part", name="everything under 1 MB", mb=round(rest / 1e6, 1))
    verdict.at_most("installedMb", round(parts.total() / 1e6, 1), INSTALLED_BAR_MB)
    for installer in asked.installer:
        verdict.at_most(installer.name, round(installer.stat().st_size / 1e6, 1), INSTALLER_BAR_MB)
    return verdict.finish()
