"""Where things are: what we ship and what this computer keeps, on every system and for every way of being installed.

What we ship is found in three places: a checkout (``resources/``, ``ui/style/`` beside the package, which is also what
an editable install sees), a wheel (put under the package by ``hatch_build.py``), and a PyInstaller bundle (the same
folders under ``sys._MEIPASS``).

What this computer keeps goes where the system wants it (platformdirs). ``LEARNUP_HOME`` puts everything into one folder
instead: for tests, for a stick, for a school's shared machine. None of these functions creates anything;
:func:`make_private` does.
"""

import os
import sys
from pathlib import Path

from learnup_desktop.base.files import storage_fault

HOME_VARIABLE = "LEARNUP_HOME"
_APPLICATION = "learnup-desktop"
_VENDOR = "LearnUp"


def package_dir() -> Path:
    """The folder of the ``learnup_desktop`` package, in a PyInstaller bundle the one it was unpacked to."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "learnup_desktop"
    return Path(__file__).resolve().parent.parent


def checkout_dir() -> Path | None:
    """The root of the source checkout, or None when installed from a wheel or bundle."""
    root = package_dir().parent
    return root if (root / "pyproject.toml").is_file() and (root / "ui").is_dir() else None


def _shipped(installed_name: str, checkout_path: str) -> Path:
    installed = package_dir() / installed_name
    root = checkout_dir()
    return installed if installed.is_dir() or root is None else root / checkout_path


def resources_dir() -> Path:
    """Fonts, icons, sounds, the meeting page and ``models.toml``."""
    return _shipped("_resources", "resources")


def style_dir() -> Path:
    """``tokens.toml`` and ``base.qss``."""
    return _shipped("_style", "ui/style")


def translations_dir() -> Path:
    """Compiled ``*.qm`` catalogues; under the package in a checkout too."""
    return package_dir() / "_translations"


def _home() -> Path | None:
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser().absolute() if named else None


def _user_dir(kind: str, name: str) -> Path:
    home = _home()
    if home is not None:
        return home / name
    import platformdirs

    return Path(getattr(platformdirs, f"user_{kind}_dir")(_APPLICATION, _VENDOR))


def data_dir() -> Path:
    """What only this computer has: databases, journals, blobs."""
    return _user_dir("data", "data")


def cache_dir() -> Path:
    """What can be fetched or made again."""
    return _user_dir("cache", "cache")


def config_dir() -> Path:
    """``settings.json``."""
    return _user_dir("config", "config")


def log_dir() -> Path:
    """Rotated logs and crash reports."""
    return _user_dir("log", "log")


def models_dir() -> Path:
    """Installed face models, laid out as InsightFace does (``models/<pack>``, ``addons``)."""
    return data_dir() / "face"


def make_private(folder: Path) -> Path:
    """Create a folder (and its parents) that only this user can enter, and return it.

    Raises:
        StorageError: the disk is full, or the place cannot be written.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise storage_fault(error, folder) from error
    return folder
