"""What a school has decided for a whole computer, whoever sits at it: one file that only an administrator can write.

``machine.toml`` lies in ``/etc/learnup-desktop`` (Linux), ``%PROGRAMDATA%\\LearnUp`` (Windows) or
``/Library/Application Support/LearnUp`` (macOS)::

    [updates]
    enabled = true
    channel = "stable"          # or "preview"
    version = "1.4"             # stay on this line; "1.4.2" stays on that one
    mirror = "https://updates.school.example/learnup"

What is named here cannot be changed in the settings. A file that cannot be understood switches updates off: whoever
wrote it wanted something, and guessing what is worse than waiting for it to be mended.
"""

import os
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "LEARNUP_MACHINE_FILE"
_NAME = "machine.toml"
_CHANNELS = ("stable", "preview")


@dataclass(frozen=True, slots=True)
class MachinePolicy:
    """The school's word; None or empty where it says nothing.

    Attributes:
        damaged: why the file was not understood; empty when it was.
    """

    updates_enabled: bool | None = None
    channel: str = ""
    pinned: str = ""
    mirror: str = ""
    damaged: str = ""


def machine_file() -> Path:
    """Where the file lies on this system."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "LearnUp" / _NAME
    if sys.platform == "darwin":
        return Path("/Library/Application Support/LearnUp") / _NAME
    return Path("/etc/learnup-desktop") / _NAME


def read_machine_policy(path: Path | None = None) -> MachinePolicy:
    """The file's content; an empty policy when there is none."""
    path = path or machine_file()
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return MachinePolicy()
    except (OSError, ValueError) as error:
        return MachinePolicy(updates_enabled=False, damaged=f"{path}: {error}")
    said = document.get("updates", {})
    wrong = _what_is_wrong(said)
    if wrong:
        return MachinePolicy(updates_enabled=False, damaged=f"{path}: {wrong}")
    return MachinePolicy(said.get("enabled"), said.get("channel", ""), said.get("version", ""), said.get("mirror", ""))


def _what_is_wrong(said: object) -> str:
    if not isinstance(said, dict):
        return "[updates] is no table"
    unknown = set(said) - {"enabled", "channel", "version", "mirror"}
    if unknown:
        return f"[updates] has no {', '.join(sorted(unknown))}"
    if not isinstance(said.get("enabled", True), bool):
        return "enabled is true or false"
    if said.get("channel", "stable") not in _CHANNELS:
        return f"channel is one of {', '.join(_CHANNELS)}"
    for name in ("version", "mirror"):
        if not isinstance(said.get(name, ""), str):
            return f"{name} is a text"
    return ""
