"""``learnup-desktop update``: for technicians and for the task that keeps a whole computer current.

Prints one line of JSON: what was found and what was done. Exit code 0 when there was nothing to do or it was done,
1 when it failed, 4 when it has to wait for the end of an exam or a lesson.
"""

import argparse
import json
from collections.abc import Sequence
from datetime import UTC, datetime

from learnup_desktop import __version__
from learnup_desktop.base import paths
from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.log import set_up_log
from learnup_desktop.base.machine import MachinePolicy, read_machine_policy
from learnup_desktop.base.settings import Settings
from learnup_desktop.domain.updates import fits_pin
from learnup_desktop.updates import busy
from learnup_desktop.updates.apply import apply_staged, wait_for_end
from learnup_desktop.updates.staging import StoppedError
from learnup_desktop.updates.updater import NoUpdatesHereError, Updater, this_updater

EXIT_OK, EXIT_FAILED, EXIT_BUSY = 0, 1, 4


def main(arguments: Sequence[str]) -> int:
    """Run one step, or all of them with ``--now``."""
    parser = argparse.ArgumentParser(prog="learnup-desktop update", description="Look for a new version of LearnUp.")
    step = parser.add_mutually_exclusive_group()
    step.add_argument("--check", action="store_true", help="only look whether there is one (default)")
    step.add_argument("--now", action="store_true", help="look, fetch, try and put in place for the next start")
    step.add_argument("--apply", action="store_true", help="try and put in place what was fetched before")
    parser.add_argument("--after", type=int, metavar="PID", help="wait for this process to end first")
    asked = parser.parse_args(arguments)
    set_up_log(paths.log_dir())
    if asked.after:
        wait_for_end(asked.after)
    machine = read_machine_policy()
    try:
        updater = this_updater(_settings(machine), machine)
        report, code = _run(updater, now=asked.now, apply=asked.apply)
    except NoUpdatesHereError as error:
        report, code = {"outcome": "unsupported", "reason": str(error)}, EXIT_OK
    except LearnUpError as error:
        report, code = {"outcome": "failed", "reason": f"{error} ({error.code})"}, EXIT_FAILED
    if machine.damaged:
        report = {**report, "machineFile": machine.damaged}
    print(json.dumps({"version": __version__, **report}, ensure_ascii=False), flush=True)
    return code


def _settings(machine: MachinePolicy) -> Settings | None:
    """The person's settings; an administrator's task has none, and goes by the machine's file."""
    path = paths.config_dir() / "settings.json"
    return Settings(path) if path.exists() else None


def _run(updater: Updater, *, now: bool, apply: bool) -> tuple[dict[str, object], int]:
    if not updater.policy.enabled:
        return {"outcome": "off"}, EXIT_OK  # also what was fetched before it was switched off
    staged = updater.installation.state.staged
    if (apply or now) and staged and not fits_pin(staged, updater.policy.pinned):
        updater.installation.staged("")  # pinned since to another line, whose versions may come instead
    if apply:
        return _apply(updater)
    if now and busy.claimed_until(datetime.now(UTC)) is not None:
        return {"outcome": "busy"}, EXIT_BUSY
    found = updater.look()
    if found is None:
        return _apply(updater) if now and updater.installation.state.staged else ({"outcome": "current"}, EXIT_OK)
    facts: dict[str, object] = {"available": found.release.version, "bytes": found.to_fetch}
    if not now:
        return {"outcome": "available", **facts}, EXIT_OK
    try:
        updater.fetch(found, _quiet_pace)
    except StoppedError:
        return {"outcome": "busy", **facts}, EXIT_BUSY
    report, code = _apply(updater)
    return {**report, **facts}, code


def _apply(updater: Updater) -> tuple[dict[str, object], int]:
    outcome = apply_staged(updater.installation)
    codes = {"busy": EXIT_BUSY, "refused": EXIT_FAILED}
    return {"outcome": outcome, "next": updater.installation.state.current}, codes.get(outcome, EXIT_OK)


def _quiet_pace(size: int) -> None:
    """Before each file: an exam that has begun meanwhile needs the line for itself."""
    if size == 0 and busy.claimed_until(datetime.now(UTC)) is not None:
        raise StoppedError("an exam or a lesson is going on")
