"""Making a staged version the next one: tried by its own self-test first, adopted in one step, or refused for good.

Runs in a process of its own, after the window has closed. Whatever ends it, one version that works is named by the
state: until the one write in ``Installation.adopt`` the old one, after it the new one, which has been seen to work.
"""

import json
import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import psutil

from learnup_desktop.base.log import get_logger
from learnup_desktop.base.own_program import outside_environment, own_command
from learnup_desktop.store.lock import FolderLock
from learnup_desktop.updates import busy
from learnup_desktop.updates.installation import Installation
from learnup_desktop.updates.launch import CHOSEN_VARIABLE, program_in

TRIED_PARTS = ("imports", "vision", "window", "page", "database", "keyring", "tls")
"""What must work before a version counts. Not the camera's worker: the models belong to the person, not the version."""
TRIAL_SECONDS = 600.0
LEAVING_SECONDS = 120.0
"""How long the window that was closed may take to end in order."""
Outcome = Literal["nothing", "busy", "adopted", "refused"]
_log = get_logger(__name__)


def passes_self_test(program: Path) -> bool:
    """Whether a version says of itself that it is whole."""
    environment = outside_environment(os.environ)
    environment[CHOSEN_VARIABLE] = str(program.parent)
    try:
        tried = subprocess.run(
            [str(program), "selftest", "--json", *TRIED_PARTS],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=TRIAL_SECONDS,
        )
        report = json.loads(tried.stdout[tried.stdout.index("{") :])
        sound = bool(report["ok"]) and tried.returncode == 0
    except (OSError, ValueError, KeyError, TypeError, subprocess.TimeoutExpired) as error:
        _log.warning("a new version could not be tried", program=str(program), reason=str(error))
        return False
    if not sound:
        failed = [part for part in report.get("parts", ()) if part.get("status") == "failure"]
        _log.warning("a new version failed its self-test", program=str(program), parts=json.dumps(failed)[:1500])
    return sound


def apply_staged(installation: Installation, folder: Path | None = None) -> Outcome:
    """Try the staged version and adopt it, or refuse it.

    Args:
        folder: where exams and lessons are told, for tests.

    Raises:
        LockedElsewhereError: another process is at it.
        StorageError: the state cannot be written; the old version still counts.
    """
    lock = FolderLock(installation.versions)
    try:
        version = installation.state.staged
        if not version:
            return "nothing"
        if busy.claimed_until(datetime.now(UTC), folder) is not None:
            return "busy"
        if not passes_self_test(program_in(installation.folder(version))):
            installation.refuse(version)
            return "refused"
        # It took a while: an exam may have begun meanwhile, and then its next start must not bring another program.
        if busy.claimed_until(datetime.now(UTC), folder) is not None:
            return "busy"
        installation.adopt(version)
        return "adopted"
    finally:
        lock.release()


def wait_for_end(pid: int) -> None:
    """Until the window's process has ended, or has had long enough."""
    try:
        psutil.Process(pid).wait(LEAVING_SECONDS)
    except psutil.Error:
        return


def apply_after_this(command: Sequence[str] | None = None) -> None:
    """At quit: leave the rest to a process of its own, so that nobody waits for the window to close."""
    command = list(command or own_command("update", "--apply", "--after", str(os.getpid())))
    options: dict[str, object] = {"start_new_session": True}
    if os.name == "nt":
        options = {"creationflags": 0x00000008 | 0x00004000}  # DETACHED_PROCESS, BELOW_NORMAL_PRIORITY_CLASS
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,  # type: ignore[call-overload]  # differs by system
        )
    except OSError as error:
        _log.warning("the update waits for the next quit", reason=str(error))
