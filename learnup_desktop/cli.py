"""The command line: argv to command, and the environment that has to be set before Qt is imported.

Every command imports what it needs when it runs: ``learnup-desktop --help`` must not pay for Qt, the proctoring worker
must never load it, and the client's first window is waited for by a person.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from learnup_desktop import __version__
from learnup_desktop.base.options import ClientOptions
from learnup_desktop.domain.links import is_link

EXIT_FAILED, EXIT_USAGE, EXIT_SYSTEM = 1, 2, 3
LANGUAGES = ("en", "si", "ta")


def _models(arguments: list[str]) -> int:
    from learnup_desktop.api.download import open_download
    from learnup_desktop.proctoring.models_command import models_main

    return models_main(arguments, open_download)


def _analyse(arguments: list[str]) -> int:
    from learnup_desktop.proctoring.commands import analyse_main

    return analyse_main(arguments)


def _verify(arguments: list[str]) -> int:
    from learnup_desktop.verification import main as verification_main

    return verification_main(arguments)


def _worker(arguments: list[str]) -> int:
    from learnup_desktop.proctoring.worker import main as worker_main

    return worker_main(arguments)


def _roll_call(arguments: list[str]) -> int:
    from learnup_desktop.proctoring.roll_worker import main as roll_call_main

    return roll_call_main(arguments)


def _selftest(arguments: list[str]) -> int:
    from learnup_desktop.selftest import main as selftest_main

    return selftest_main(arguments)


def _update(arguments: list[str]) -> int:
    from learnup_desktop.updates.command import main as update_main

    return update_main(arguments)


def _walkthrough_driver(arguments: list[str]) -> int:
    from learnup_desktop.walkthrough.driver import main as driver_main

    return driver_main(arguments)


def _meeting(arguments: list[str]) -> int:
    prepare_qt_environment()
    from learnup_desktop.meeting.main import main as meeting_main

    return meeting_main(arguments)


def _camera_probe(arguments: list[str]) -> int:
    from learnup_desktop.doctor import camera_probe

    return camera_probe(arguments)


# Commands with a parser of their own get their arguments as they are.
PASSED_ON: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "models": (_models, "list or install the face models"),
    "analyse": (_analyse, "run the proctoring rules over a recorded video"),
    "verify": (_verify, "check an exam's receipt, and its journal, against the platform's signature"),
    "update": (_update, "look for a new version, or bring one in"),
    "selftest": (_selftest, "see whether this installation is whole, part by part"),
    "proctoring-worker": (_worker, argparse.SUPPRESS),
    "roll-call-worker": (_roll_call, argparse.SUPPRESS),
    "meeting-window": (_meeting, argparse.SUPPRESS),
    "camera-probe": (_camera_probe, argparse.SUPPRESS),
    "walkthrough-driver": (_walkthrough_driver, argparse.SUPPRESS),
}


def build_parser() -> argparse.ArgumentParser:
    """The parser of everything that is not passed on."""
    parser = argparse.ArgumentParser(
        prog="learnup-desktop",
        description="LearnUp for the desktop. Without a command the window opens.",
        epilog="Settings, data and logs: see `learnup-desktop doctor`. LEARNUP_HOME puts all of them into one folder.",
    )
    parser.add_argument("--version", action="version", version=f"LearnUp Desktop {__version__}")
    parser.add_argument("--demo", action="store_true", help="start the platform with the demo school on this computer")
    parser.add_argument("--server", default="", metavar="URL", help="address of the platform")
    parser.add_argument("--language", default="", choices=LANGUAGES, help="language of this start")
    parser.add_argument("--debug", action="store_true", help="log everything; name what blocks the window for >16 ms")
    parser.add_argument("--timings", action="store_true", help="print one JSON line of what the start cost")
    parser.add_argument("--quit-when-ready", action="store_true", help="end as soon as the window reacts")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    demo = commands.add_parser("demo", help="the demo school in a window, or the headless walk-through")
    demo.add_argument("--headless", action="store_true", help="drive the real widgets without a display")
    demo.add_argument("--out", type=Path, default=Path("walkthrough"), metavar="DIR", help="pictures and summary.json")
    doctor = commands.add_parser("doctor", help="what this computer has and lacks")
    doctor.add_argument("--json", action="store_true", help="one JSON document instead of a table")
    doctor.add_argument("--server", default="", metavar="URL", help="also try to reach this platform")
    for name, (_, summary) in PASSED_ON.items():
        if summary != argparse.SUPPRESS:
            commands.add_parser(name, help=summary, add_help=False)
    return parser


def prepare_qt_environment() -> None:
    """Set what Qt and its bindings read once, at import. What the user has set stays."""
    os.environ.setdefault("QT_API", "pyside6")
    # A page scaled by the user's zoom must not be rounded to whole factors.
    os.environ.setdefault("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough")


def why_no_window() -> str:
    """Why Qt could not open a window here, with what to do; empty when nothing speaks against it."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return (
            "There is no display here (DISPLAY and WAYLAND_DISPLAY are unset).\n"
            "Start it in a desktop session, or try: learnup-desktop demo --headless --out DIR"
        )
    from learnup_desktop.base import system_libraries

    # The one that is missing most often, and without which Qt aborts; the whole list takes too long for every start.
    if os.environ.get("DISPLAY") and not system_libraries.loads("libxcb-cursor.so.0"):
        missing = system_libraries.missing_libraries()
        return f"Qt needs libraries that are missing here. Install them:\n\n  {system_libraries.install_line(missing)}"
    return ""


def _client(options: ClientOptions) -> int:
    from learnup_desktop.base.allocator import use_one_arena

    use_one_arena()
    prepare_qt_environment()
    reason = why_no_window()
    if reason:
        print(reason, file=sys.stderr)
        return EXIT_SYSTEM
    try:
        from learnup_desktop.app import run_client
    except ImportError as error:
        from learnup_desktop.base import system_libraries

        missing = system_libraries.missing_libraries()
        if not missing:
            raise
        print(f"Qt could not be loaded ({error}). Install what it needs:\n", file=sys.stderr)
        print(f"  {system_libraries.install_line(missing)}", file=sys.stderr)
        return EXIT_SYSTEM
    return run_client(options)


def _walkthrough(out: Path) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    prepare_qt_environment()
    from learnup_desktop.walkthrough import main as walkthrough_main

    return walkthrough_main(out.absolute())


def _doctor(*, as_json: bool, server: str) -> int:
    from learnup_desktop.doctor import main as doctor_main

    return doctor_main(as_json=as_json, server=server)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the arguments without the program's name; default: this process's.

    Returns:
        The exit code: 0 done, 1 it failed, 2 wrong arguments, 3 the system lacks something (a display, a library).
    """
    # pydantic would look through the metadata of every installed distribution for plugins: 20 ms of a start for none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in PASSED_ON:
        run, _ = PASSED_ON[arguments[0]]
        return _reported(lambda: run(arguments[1:]))
    # The system starts the program with a link that was pressed; the client itself looks at it (``app.links``).
    asked = build_parser().parse_args([argument for argument in arguments if not is_link(argument)])
    if asked.command == "doctor":
        return _doctor(as_json=asked.json, server=asked.server)
    if asked.command == "demo" and asked.headless:
        return _reported(lambda: _walkthrough(asked.out))
    if asked.command in PASSED_ON:  # behind an option of the client, where it cannot be passed on whole
        build_parser().error(f"{asked.command} comes first: learnup-desktop {asked.command} …")
    options = ClientOptions(
        demo=asked.demo or asked.command == "demo",
        server=asked.server,
        timings=asked.timings,
        quit_when_ready=asked.quit_when_ready,
        debug=asked.debug,
        language=asked.language,
    )
    return _reported(lambda: _client(options))


def _reported(command: Callable[[], int]) -> int:
    """Run a command; what the person can do something about is said in a line, without a traceback."""
    from learnup_desktop.base.errors import EnvironmentFault, PlatformError

    try:
        return command()
    except (EnvironmentFault, PlatformError) as error:
        print(f"learnup-desktop: {error} ({error.code})", file=sys.stderr)
        return EXIT_FAILED
    except KeyboardInterrupt:
        return 130
