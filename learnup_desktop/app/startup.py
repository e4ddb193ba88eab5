"""From the birth of the process to its exit code: the window first, everything else behind it.

``--timings`` measures a start into a cached, signed-in account. Where nobody is signed in, a throw-away account is made
in a temporary home and the start is measured in a child process, so that neither the making nor this process's imports
count.
"""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from learnup_desktop.app.application import Application
from learnup_desktop.app.crash import CrashReporter
from learnup_desktop.app.links import DeepLinks
from learnup_desktop.base import paths
from learnup_desktop.base.log import get_logger, set_up_log
from learnup_desktop.base.options import ClientOptions
from learnup_desktop.base.own_program import is_frozen, own_command
from learnup_desktop.base.timings import Timings
from learnup_desktop.base.tokens import Tokens
from learnup_desktop.qt import dialogs, tasks
from learnup_desktop.qt.front import bring_to_front

THROW_AWAY_VARIABLE = "LEARNUP_TIMINGS_THROW_AWAY"
SETTLE_SECONDS = 3.0
"""How long ``--timings`` waits after the window reacts before it reads the memory: by then nothing is being loaded."""


def run(options: ClientOptions) -> int:
    """The program.

    Returns:
        0, or the exit code of the child that was measured.
    """
    set_up_log(paths.log_dir(), debug=options.debug)
    if options.timings and not _somebody_is_signed_in(options):
        return _measure_throw_away()
    timings = Timings()
    qt_app = QApplication(sys.argv[:1])
    qt_app.setApplicationName("LearnUp")
    qt_app.setDesktopFileName("lk.learnup.desktop")
    reporter = CrashReporter(paths.log_dir())
    reporter.install()
    tasks.set_crash_hook(lambda error: _report(reporter, error))
    from learnup_desktop.shell.single_instance import SingleInstance

    instance = SingleInstance(paths.data_dir())
    if not instance.claim(sys.argv[1:]):
        return 0
    application = Application(qt_app, options, timings=timings)
    window = application.open_window()
    links = DeepLinks(application)
    instance.message_received.connect(lambda _: bring_to_front(window))
    instance.message_received.connect(links.take)
    qt_app.processEvents()
    timings.window_shown()
    modules = sorted(sys.modules) if options.debug and options.timings else []

    async def main() -> int:
        reporter.install_on(asyncio.get_running_loop())
        reporter.tell_with(_teller(application))
        links.take(sys.argv[1:])
        return await _live(application, qt_app, options, timings, modules)

    from learnup_desktop.qt import loop

    try:
        return loop.run(qt_app, main)
    finally:
        instance.release()
        _apply_staged_update()


def _confirm_version() -> None:
    """The window is there and reacts: this version counts as one that comes up."""
    from learnup_desktop.base.errors import StorageError
    from learnup_desktop.updates.installation import this_installation

    installation = this_installation()
    if installation is not None and installation.may_write():
        try:
            installation.confirm()
        except StorageError as error:
            get_logger(__name__).warning("the version that runs could not be confirmed", reason=error.detail)


def _apply_staged_update() -> None:
    """A new version that has come is tried and put in place by a process that outlives this one."""
    if not is_frozen():
        return
    from learnup_desktop.updates.apply import apply_after_this
    from learnup_desktop.updates.installation import this_installation

    installation = this_installation()
    if installation is not None and installation.state.staged and installation.may_write():
        apply_after_this()


async def _live(
    application: Application, qt_app: QApplication, options: ClientOptions, timings: Timings, modules: list[str]
) -> int:
    from learnup_desktop.qt.loop import until_quit

    watchdog = _watch(application, options)
    try:
        await application.start()
        if is_frozen():
            await asyncio.to_thread(_confirm_version)
        if options.timings:
            if os.environ.get(THROW_AWAY_VARIABLE) and application.session is not None:
                # No keyring could hold tokens for an account that is thrown away; with some, everything that a
                # signed-in client keeps loaded is loaded here too, and the memory figure is an honest one.
                await application.session.use_tokens(Tokens("throw-away", "throw-away"))
            await asyncio.sleep(SETTLE_SECONDS)
            line = json.loads(timings.line())
            if options.debug:
                line["modulesBeforeWindow"] = modules
            print(json.dumps(line), flush=True)
        if not options.quit_when_ready:
            await until_quit(qt_app)
    finally:
        if watchdog is not None:
            watchdog()
        await application.close()
    return 0


def _report(reporter: CrashReporter, error: BaseException) -> None:
    reporter.report(error)


def _watch(application: Application, options: ClientOptions) -> Callable[[], None] | None:
    """Name what blocks the loop, when asked; returns how to stop."""
    from learnup_desktop.base.settings import DEBUG_WATCHDOG

    if not (options.debug or application.settings.get(DEBUG_WATCHDOG)):
        return None
    from learnup_desktop.qt.watchdog import Watchdog

    watchdog = Watchdog()
    watchdog.start()
    return watchdog.stop


def _teller(application: Application) -> Callable[[str, Path | None], None]:
    """Tells about a crash report in a dialog; one at a time."""
    scope = tasks.TaskScope(application)

    def tell(code: str, path: Path | None) -> None:
        if scope.busy("crash"):
            return
        translate = QCoreApplication.translate
        title = translate("Crash", "Something went wrong in LearnUp")
        text = translate(
            "Crash",
            "Nothing you wrote is lost; you can go on. If it happens again, close LearnUp and start it anew, and give "
            "your school the code below.",
        )
        where = translate("Crash", "Code: {code}").format(code=code)
        detail = f"{where}\n{path}" if path is not None else where
        scope.latest("crash", lambda: dialogs.tell(application.window, title, text, detail=detail))

    return tell


def _somebody_is_signed_in(options: ClientOptions) -> bool:
    from learnup_desktop.app.current import CurrentAccountFile
    from learnup_desktop.store.accounts import KnownAccounts

    folder = paths.data_dir() / "accounts"
    current = CurrentAccountFile(folder).read()
    return current is not None and current.keyring and KnownAccounts(folder).get(current.key) is not None


def _measure_throw_away() -> int:
    """Make an account with a cache in a temporary home and measure a start into it."""
    import subprocess
    import tempfile

    from learnup_desktop.app.throw_away import make_signed_in_home

    with tempfile.TemporaryDirectory(prefix="learnup-timings-", ignore_cleanup_errors=True) as folder:
        asyncio.run(make_signed_in_home(Path(folder)))
        environment = {**os.environ, paths.HOME_VARIABLE: folder, THROW_AWAY_VARIABLE: "1"}
        return subprocess.run(own_command(*sys.argv[1:]), env=environment, check=False).returncode
