"""asyncio and Qt on one loop: set-up, the run, and an end that leaves nothing behind."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.qt import notices
from learnup_desktop.qt.garbage import collected_on_this_thread
from learnup_desktop.qt.tasks import report_crash

log = logging.getLogger(__name__)

_PATIENCE_S = 3.0
TURN_SECONDS = 0.001
"""Not 0: such a timer fires before what was posted since, the painting among it."""


def run(app: QApplication, main: Callable[[], Coroutine[Any, Any, int]]) -> int:
    """Run a coroutine on Qt's loop until it returns, then cancel what is left and close the loop.

    The coroutine usually starts the window and waits for :func:`until_quit`. Closing the last window or
    ``app.quit()`` does not kill the loop: it ends the waiting, so that the outbox and journal are closed in order.

    Args:
        app: the application.
        main: the program.

    Returns:
        What the coroutine returned: the exit code.
    """
    # qasync chooses the Qt binding at import: by what is loaded. QApplication exists, so that is PySide6.
    import qasync

    app.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(app)
    loop.set_exception_handler(handle_loop_error)
    asyncio.set_event_loop(loop)
    try:
        with collected_on_this_thread():
            code: int = loop.run_until_complete(main())
            loop.run_until_complete(_cancel_rest())
            loop.run_until_complete(loop.shutdown_asyncgens())
        return code
    finally:
        asyncio.set_event_loop(None)
        loop.close()


def handle_loop_error(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What asyncio would only log: an error of our tree is told, any other is a crash report.

    This is where errors raised *in* a callback of a task end up, and those of tasks that nobody awaited.
    """
    error = context.get("exception")
    if isinstance(error, LearnUpError):
        notices.report(error)
    elif isinstance(error, BaseException):
        report_crash(error)
    else:
        log.error("asyncio: %s", context.get("message"))


async def next_turn() -> None:
    """Until the loop has come round: keys were handled, and what was shown until now is laid out and painted.

    Between two parts of a change that together would hold the loop up for longer than a frame.
    """
    await asyncio.sleep(TURN_SECONDS)


async def until_quit(app: QApplication) -> None:
    """Wait until the last window is closed or the system asks the program to quit."""
    asked = asyncio.Event()
    app.lastWindowClosed.connect(asked.set)
    app.aboutToQuit.connect(asked.set)
    await asked.wait()


async def _cancel_rest() -> None:
    rest = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in rest:
        task.cancel()
    if rest:
        await asyncio.wait(rest, timeout=_PATIENCE_S)
    for task in rest:
        if not task.done():
            log.warning("task %s did not end when cancelled", task.get_name())
