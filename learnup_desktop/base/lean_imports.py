"""Importing a vendor's package without what it imports only because it happens to be installed.

``socketio`` loads the managers of its servers, with Redis and its telemetry, and ``requests`` for a synchronous client;
``httpx`` loads the command-line tool, with ``rich`` and ``click``. All of these are optional there (they catch
``ImportError``), and we use none of them in the client. Together they would cost an idle client about 18 MB and a third
of a second.
"""

import importlib
import sys
import threading
from collections.abc import Iterable
from types import ModuleType

SERVER_PACKAGE = "learnup_platform"
"""Where this is loaded (a test with both sides in one process) the server's parts are wanted: nothing is left out."""

_lock = threading.Lock()


def import_lean(name: str, without: Iterable[str]) -> ModuleType:
    """Import ``name`` while the packages of ``without`` seem not to be installed.

    What is loaded already stays; afterwards everything can be imported as before.
    """
    if name in sys.modules or SERVER_PACKAGE in sys.modules:
        return importlib.import_module(name)
    with _lock:
        hidden = [package for package in without if package not in sys.modules]
        for package in hidden:
            sys.modules[package] = None  # type: ignore[assignment]  # the documented way to make an import fail
        try:
            return importlib.import_module(name)
        finally:
            for package in hidden:
                if sys.modules.get(package) is None:
                    sys.modules.pop(package, None)
