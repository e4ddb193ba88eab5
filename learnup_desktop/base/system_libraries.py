"""Shared libraries that Qt, WebEngine and OpenCV expect of a Linux system, and how a person gets the missing ones.

Qt without them aborts with no word that helps, so they are looked for before Qt is started. ``run.py`` uses this file
before anything is installed and ``doctor`` afterwards: standard library only.
"""

import contextlib
import ctypes
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

# Soname, and the Debian/Ubuntu packages that carry it, newest name first (the 64-bit time_t transition renamed some).
LIBRARIES: dict[str, tuple[str, ...]] = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xinerama.so.0": ("libxcb-xinerama0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    # Qt WebEngine
    "libnss3.so": ("libnss3",),
    "libasound.so.2": ("libasound2t64", "libasound2"),
    "libgbm.so.1": ("libgbm1",),
    "libxkbfile.so.1": ("libxkbfile1",),
    "libXcomposite.so.1": ("libxcomposite1",),
    "libXdamage.so.1": ("libxdamage1",),
    "libXrandr.so.2": ("libxrandr2",),
    "libXtst.so.6": ("libxtst6",),
    # Qt Multimedia
    "libpulse.so.0": ("libpulse0",),
}


def parse_ldconfig(output: str, *, wide: bool = sys.maxsize > 2**32) -> set[str]:
    """Sonames in the text of ``ldconfig -p`` that a program of this word size (``wide``: 64 bit) can load.

    A line reads ``libGL.so.1 (libc6,x86-64) => /lib/…``; a bare ``libc6``, ``x32`` or ``hard-float`` marks 32 bit.
    """
    names = set()
    for line in output.splitlines():
        found = re.match(r"\s+(\S+) \(([^)]*)\) => ", line)
        if found is None:
            continue
        flags = [flag.strip() for flag in found.group(2).split(",") if not flag.strip().startswith(("OS ABI", "hwcap"))]
        narrow = len(flags) == 1 or "x32" in flags or "hard-float" in flags
        if narrow != wide:
            names.add(found.group(1))
    return names


def listed_libraries() -> set[str]:
    """The sonames that the dynamic linker's cache knows; empty where there is no ldconfig."""
    for command in ("ldconfig", "/sbin/ldconfig", "/usr/sbin/ldconfig"):
        with contextlib.suppress(OSError):
            return parse_ldconfig(subprocess.run([command, "-p"], capture_output=True, text=True).stdout)
    return set()


def loads(soname: str) -> bool:
    """Whether the linker finds it in another way than its cache (LD_LIBRARY_PATH, musl, Nix)."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries() -> list[str]:
    """The sonames of LIBRARIES that this system does not have; none where the question makes no sense."""
    if not sys.platform.startswith("linux"):
        return []
    listed = listed_libraries()
    return [soname for soname in LIBRARIES if soname not in listed and not loads(soname)]


def is_debian() -> bool:
    """Debian, Ubuntu and what is made from them."""
    return shutil.which("apt-get") is not None and Path("/etc/debian_version").exists()


def apt_environment() -> dict[str, str]:
    """An environment in which apt answers in English and asks nothing."""
    return {**os.environ, "LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}


def apt_name(names: tuple[str, ...]) -> str:
    """The first of ``names`` that this release's apt can install; the last when it knows none."""
    for name in names[:-1]:
        shown = subprocess.run(["apt-cache", "policy", name], capture_output=True, text=True, env=apt_environment())
        if "Candidate:" in shown.stdout and "Candidate: (none)" not in shown.stdout:
            return name
    return names[-1]


def install_line(missing: list[str]) -> str:
    """One line to copy that installs the missing libraries on this system."""
    if is_debian():
        packages = " ".join(apt_name(LIBRARIES[soname]) for soname in missing)
        return f"sudo apt-get update && sudo apt-get install -y {packages}"
    for manager in ("dnf", "zypper"):  # both install by the name of what is provided
        if shutil.which(manager):
            provided = " ".join(f"'{soname}()(64bit)'" for soname in missing)
            return f"sudo {manager} install -y {provided}"
    return f"(with your system's package manager) {' '.join(missing)}"
