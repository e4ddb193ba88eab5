"""How this program starts itself again as a child: worker, walk-through and embedded platform are the same program.

From source that is the interpreter with ``-m``; frozen by PyInstaller it is the executable with a sub-command, since
there is no other interpreter. ``multiprocessing`` is used nowhere: every child is an ordinary process with an argument
vector and pipes, which works frozen and is the same on all three systems.
"""

import os
import sys
from collections.abc import Mapping

PLATFORM_COMMAND = "embedded-platform"
"""Frozen, the entry script hands this sub-command to ``learnup_platform``; the client itself never imports it."""
_RESET = "PYINSTALLER_RESET_ENVIRONMENT"
_OURS = ("_PYI_", "_MEIPASS")


def is_frozen() -> bool:
    """Whether this is a built program rather than source or an installed wheel."""
    return bool(getattr(sys, "frozen", False))


def own_command(*arguments: str) -> list[str]:
    """The argument vector of this program with ``arguments``."""
    return [sys.executable, *arguments] if is_frozen() else [sys.executable, "-m", "learnup_desktop", *arguments]


def platform_command(*arguments: str) -> list[str]:
    """The argument vector of the embedded platform with ``arguments``."""
    if is_frozen():
        return [sys.executable, PLATFORM_COMMAND, *arguments]
    return [sys.executable, "-m", "learnup_platform", *arguments]


def outside_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """``environment`` for a program that is not this build: another version of it, or one of the system's.

    PyInstaller's loader puts the bundle's folder before the system's libraries and leaves notes for its own children;
    a browser started with them may load our libraries, and another version would take itself for this one.
    """
    outside = {name: value for name, value in environment.items() if not name.startswith(_OURS)}
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = outside.pop(f"{name}_ORIG", None)
        if before is not None:
            outside[name] = before
        elif is_frozen():
            outside.pop(name, None)
    outside[_RESET] = "1"
    return outside


def forget_loader_paths() -> None:
    """Frozen: let what this process starts from now on, a browser for instance, see the system's own libraries.

    This process has read the variables already; our own children get them again from the loader.
    """
    if is_frozen():
        kept = outside_environment(os.environ)
        kept.pop(_RESET)
        for name in set(os.environ) - set(kept):
            if name.startswith(("LD_", "DYLD_")):
                del os.environ[name]
        for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
            if name in kept:
                os.environ[name] = kept[name]
