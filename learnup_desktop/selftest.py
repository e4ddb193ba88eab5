"""``learnup-desktop selftest``: whether this installation is whole, part by part, before anybody depends on it.

A build, an installer and an update are judged by it. It asks of a machine nothing but the program: no network, no
account, no display. Every part runs in a child process of its own, as it does in use (OpenCV never beside Qt, the
browser engine never in the client), so that a part that crashes or hangs is a line of the report and not its end.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from learnup_desktop import __version__
from learnup_desktop.base.own_program import is_frozen, own_command
from learnup_desktop.base.paths import HOME_VARIABLE
from learnup_desktop.selftest_parts import ASSETS_VARIABLE, PARTS, NotTriedError

Status = Literal["ok", "note", "failure"]
PART_SECONDS = 180.0
"""A first start on a slow disk behind a virus scanner; a part that takes longer hangs."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a part of the program did when it was tried.

    Attributes:
        part: its name.
        status: "note" where it could not be tried to the end, for a reason that is no fault of the installation.
        detail: what was seen.
        seconds: from the child's start to its end.
    """

    part: str
    status: Status
    detail: str
    seconds: float = 0.0


def run_part(name: str) -> int:
    """The child: try one part and print a line of JSON."""
    try:
        status, detail = "ok", PARTS[name]()
    except NotTriedError as reason:
        status, detail = "note", str(reason)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is what was to be found out
        status, detail = "failure", f"{type(error).__name__}: {error}"
    print(json.dumps({"part": name, "status": status, "detail": detail}, ensure_ascii=False), flush=True)
    return 0 if status != "failure" else 1


def try_part(name: str, home: Path, command: Sequence[str] | None = None) -> Result:
    """Try one part in a child process.

    Args:
        name: a key of ``PARTS``.
        home: an empty folder in place of the user's.
        command: argument vector of the child; default this program.
    """
    began = time.monotonic()
    environment = {**os.environ, HOME_VARIABLE: str(home), "PYTHONIOENCODING": "utf-8"}
    if not os.environ.get(ASSETS_VARIABLE):
        from learnup_desktop.base import paths

        environment[ASSETS_VARIABLE] = str(paths.models_dir())
    try:
        child = subprocess.run(
            command or own_command("selftest", "--part", name),
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PART_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return Result(name, "failure", f"no answer in {PART_SECONDS:.0f} s", time.monotonic() - began)
    seconds = round(time.monotonic() - began, 2)
    for line in reversed(child.stdout.splitlines()):
        if line.startswith("{"):
            said = json.loads(line)
            return Result(name, said["status"], said["detail"], seconds)
    return Result(name, "failure", f"exit code {child.returncode}; {child.stderr.strip()[-600:]}", seconds)


def main(arguments: Sequence[str]) -> int:
    """Try every part, or those that are named; 1 when one failed."""
    parser = argparse.ArgumentParser(prog="learnup-desktop selftest", description="See whether this program is whole.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"only these of: {', '.join(PARTS)}")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    parser.add_argument("--part", choices=sorted(PARTS), help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.part:
        return run_part(asked.part)
    unknown = set(asked.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    results = []
    for name in asked.parts or PARTS:
        with tempfile.TemporaryDirectory(prefix="learnup-selftest-", ignore_cleanup_errors=True) as home:
            results.append(try_part(name, Path(home)))
        if not asked.json:
            said = results[-1]
            print(f"{said.status.upper():8} {said.part:10} {said.seconds:6.1f} s  {said.detail}", flush=True)
    sound = all(result.status != "failure" for result in results)
    if asked.json:
        report = {
            "ok": sound,
            "version": __version__,
            "frozen": is_frozen(),
            "parts": [asdict(each) for each in results],
        }
        print(json.dumps(report, ensure_ascii=False, indent=2))
    return 0 if sound else 1
