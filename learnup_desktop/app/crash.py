"""When the mistake is ours: written down for support, told in plain words, never as a traceback on the screen."""

import asyncio
import json
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from learnup_desktop import __version__
from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.files import write_atomically
from learnup_desktop.base.log import redact

log = logging.getLogger(__name__)

REPORTS_KEPT = 20
Teller = Callable[[str, Path | None], None]
"""Shows the person a short code and where the report lies (None: it could not be written)."""


class CrashReporter:
    """Catches what nobody caught.

    Args:
        folder: where reports go.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tell: Teller | None = None
        self._busy = False

    def tell_with(self, tell: Teller | None) -> None:
        """Who shows it; None while there is no window."""
        self._tell = tell

    def install(self) -> None:
        """Take over the hooks of the interpreter and of threads."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def install_on(self, loop: asyncio.AbstractEventLoop) -> None:
        """Take over what a loop could give to nobody."""
        loop.set_exception_handler(self._loop_hook)

    def report(self, error: BaseException) -> Path | None:
        """Write a report and tell about it.

        Returns:
            The report; None when it could not be written.
        """
        if isinstance(error, KeyboardInterrupt | SystemExit | asyncio.CancelledError):
            return None
        log.critical("unexpected error", exc_info=(type(error), error, error.__traceback__))
        code = f"{type(error).__name__}-{datetime.now(UTC):%H%M%S}"
        path = self._write(error)
        if self._tell is not None and not self._busy:
            # Telling may fail too; that must not come back here for ever.
            self._busy = True
            try:
                self._tell(code, path)
            finally:
                self._busy = False
        return path

    def _write(self, error: BaseException) -> Path | None:
        now = datetime.now(UTC)
        document = {
            "at": now.isoformat(),
            "version": __version__,
            "python": sys.version.split()[0],
            "system": platform.platform(),
            "error": type(error).__name__,
            "traceback": redact("".join(traceback.format_exception(error))),
        }
        path = self._folder / f"crash-{now:%Y%m%dT%H%M%S%f}.json"
        try:
            write_atomically(path, json.dumps(document, indent=2).encode())
            for old in sorted(self._folder.glob("crash-*.json"))[:-REPORTS_KEPT]:
                old.unlink(missing_ok=True)
        except (StorageError, OSError) as fault:
            log.warning("no crash report was written: %s", fault)
            return None
        return path

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_value)

    def _loop_hook(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.report(error)
        else:
            log.error("event loop: %s", context.get("message"))
