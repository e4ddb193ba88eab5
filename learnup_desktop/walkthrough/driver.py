"""The driven end: a whole client in this process, obeying one JSON line at a time.

``learnup-desktop walkthrough-driver SERVER LANGUAGE`` reads ``{"do": step, …}`` from stdin and answers each
with ``{"ok": true, …}`` or ``{"ok": false, "error": …}`` on stdout; it ends when stdin does. Steps are the coroutines
of ``steps.Steps``: they press, type and look, as a person does, and never reach past the widgets to write anything.
"""

import asyncio
import json
import sys
import threading
import time
from typing import TYPE_CHECKING

import psutil

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.options import ClientOptions
from learnup_desktop.base.settings import CAMERA

if TYPE_CHECKING:
    from learnup_desktop.app.application import Application

_log = get_logger(__name__)


def main(arguments: list[str]) -> int:
    """Run until stdin ends."""
    server, language = arguments
    born = psutil.Process().create_time()
    from PySide6.QtWidgets import QApplication

    qt_app = QApplication(["learnup-desktop"])

    from learnup_desktop.app.application import Application
    from learnup_desktop.qt import loop

    application = Application(qt_app, ClientOptions(server=server, language=language))

    # There may be no camera here: the built-in one shows a photograph that moves.
    application.settings.set(CAMERA, "simulated")

    async def run() -> int:
        await application.start()
        application.window.activateWindow()
        _answer({"ok": True, "coldStartMs": round((time.time() - born) * 1000)})
        try:
            await _obey(application)
        finally:
            await application.close()
        return 0

    return loop.run(qt_app, run)


async def _obey(application: "Application") -> None:
    from learnup_desktop.walkthrough.steps import StepError, Steps

    steps = Steps(application)
    lines: asyncio.Queue[str] = asyncio.Queue()
    event_loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            event_loop.call_soon_threadsafe(lines.put_nowait, line)
        event_loop.call_soon_threadsafe(lines.put_nowait, "")

    threading.Thread(target=read, name="commands", daemon=True).start()
    while line := await lines.get():
        command = json.loads(line)
        step = str(command.pop("do"))
        try:
            _answer({"ok": True, **await steps.do(step, command)})
        except (StepError, LearnUpError) as error:
            _log.warning("step failed", step=step, reason=str(error))
            _answer({"ok": False, "error": f"{type(error).__name__}: {error}"})


def _answer(answer: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
