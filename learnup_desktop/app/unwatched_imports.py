"""Importing PySide6 without its compiling itself, and looking at the source of every module that is imported after it.

The first is ``kept_bytecode``. The second:

PySide6 can switch its API to snake_case names for modules that ask for it. To find those it wraps ``__import__`` and
reads the source of every module (``shibokensupport.feature._mod_uses_pyside``, PYSIDE-1368). Nobody here asks. Reading
costs a start about 40 ms, and the lines stay in ``linecache`` for good: 10 MB in an idle client. Answering "no" for all
leaves the usual names in place, which is what every module of ours is written for.

Where a later version of PySide6 has no such function, nothing is done.
"""

import importlib
from types import ModuleType

from learnup_desktop.app.kept_bytecode import compiled_once, kept_file

with compiled_once(kept_file()):
    import PySide6.QtCore


def _asks_for_nothing(module: ModuleType) -> bool:
    return False


def stop_watching() -> bool:
    """Whether there was something to stop."""
    try:
        feature = importlib.import_module("shibokensupport.feature")
    except ImportError:
        return False
    if not hasattr(feature, "_mod_uses_pyside"):
        return False
    vars(feature)["_mod_uses_pyside"] = _asks_for_nothing
    return True


BINDING = PySide6.QtCore.__name__
STOPPED = stop_watching()
