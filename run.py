#!/usr/bin/env python3
"""From a fresh clone to the running program or the tests, with nothing but Python.

    python3 run.py                            the demo: platform and client on this computer
    python3 run.py demo --headless --out DIR  the same main job without a display, with pictures
    python3 run.py test [pytest arguments]    every check; .ci/run is exactly this
    python3 run.py bench NAME [--quick]       a measurement; JSON lines, the last one is the verdict
    python3 run.py gallery DIR                every page as a picture
    python3 run.py setup                      only what all of these do first

Standard library only: it makes .venv, installs what constraints.txt pins, compiles forms and translations, and looks
for the system's shared libraries before Qt is started, because Qt without them aborts with no word that helps. A
fingerprint in .venv makes the second run skip all of it.
"""

# Annotations are not evaluated and nothing newer than Python 3.7's syntax is used, so that an old Python gets as far as
# the sentence that says which one is needed.
from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, NoReturn

OLDEST, NEWEST = (3, 11), (3, 14)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
FINGERPRINT = VENV / "learnup-setup.json"
LOG = VENV / "learnup-setup.log"
WINDOWS = sys.platform == "win32"
EXIT_PYTHON, EXIT_SYSTEM = 2, 3
NEEDED_BYTES = 2_500_000_000  # the installed environment takes 1.6 GB, pip's downloads another 0.6 GB
BUILD_TOOLS = ["hatchling", "editables", "PySide6_Essentials"]


class SetupError(Exception):
    """Set-up cannot go on; the message says what to do, ``code`` is the exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def say(text: str) -> None:
    """A line for the person waiting; stdout belongs to what is run."""
    print(text, file=sys.stderr, flush=True)


def is_root() -> bool:
    """Whether we may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def succeeds(command: Sequence[str]) -> bool:
    """Whether a command can be started and ends with 0. What it prints on stderr is dropped."""
    try:
        return subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def supported(version: tuple[int, ...]) -> bool:
    """Whether a (major, minor, …) version can run LearnUp."""
    return OLDEST <= version[:2] <= NEWEST


def other_python() -> str | None:
    """The path of a supported Python elsewhere on this computer, or None."""
    for minor in (12, 13, 11, 14):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
        if WINDOWS and shutil.which("py"):
            ask = ["py", f"-3.{minor}", "-c", "import sys; print(sys.executable)"]
            answer = subprocess.run(ask, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            if answer.returncode == 0:
                return answer.stdout.decode().strip()
    return None


def ensure_python(arguments: list[str]) -> None:
    """Go on with a supported Python.

    Raises:
        SetupError: there is none; exit code 2.
    """
    if supported(sys.version_info[:2]):
        return
    wanted = f"Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}"
    here = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    other = None if os.environ.get("LEARNUP_RUN_AGAIN") else other_python()
    if other is None:
        raise SetupError(f"LearnUp needs {wanted}. This is {here}, and no other was found: install one.", EXIT_PYTHON)
    say(f"This is {here}; going on with {other}.")
    environment = dict(os.environ, LEARNUP_RUN_AGAIN="1")
    sys.exit(subprocess.run([other, str(ROOT / "run.py"), *arguments], env=environment).returncode)


def venv_python() -> str:
    """The interpreter of .venv, there or not."""
    return str(VENV / ("Scripts/python.exe" if WINDOWS else "bin/python"))


def venv_version() -> str:
    """What .venv says its Python is ("3.11.7"), or "" when there is no usable .venv."""
    try:
        text = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = re.search(r"^version(?:_info)?\s*=\s*(\d+\.\d+(?:\.\d+)?)", text, re.MULTILINE)
    return found.group(1) if found and Path(venv_python()).exists() else ""


def digest(paths: Sequence[Path], *words: str) -> str:
    """One hash over the names and contents of files and some words."""
    total = hashlib.sha256()
    for word in words:
        total.update(f"{len(word)}:{word}".encode())
    for path in sorted(paths):
        content = path.read_bytes() if path.is_file() else b""
        total.update(f"{path.name}:{len(content)}:".encode() + content)
    return total.hexdigest()


def form_sources() -> list[Path]:
    """The files that hatch_build.py compiles."""
    return [*(ROOT / "ui/forms").glob("*.ui"), *(ROOT / "ui/translations").glob("*.ts")]


def compiled_present() -> bool:
    """Whether every form and translation has its compiled file."""
    forms, translations = ROOT / "learnup_desktop/_forms", ROOT / "learnup_desktop/_translations"
    targets = [
        forms / f"ui_{path.stem}.py" if path.suffix == ".ui" else translations / f"{path.stem}.qm"
        for path in form_sources()
    ]
    return all(target.exists() for target in [forms / "__init__.py", *targets])


def wanted_state() -> dict[str, str]:
    """What the fingerprint of an up-to-date .venv says."""
    pinned = [ROOT / name for name in ("pyproject.toml", "constraints.txt", "hatch_build.py")]
    return {
        "installed": digest(pinned, str(ROOT), sys.platform, venv_version()),
        "compiled": digest([*form_sources(), ROOT / "hatch_build.py"]),
    }


def present_state() -> dict[str, str]:
    """The fingerprint of what was completed here; empty when nothing was."""
    try:
        state = json.loads(FINGERPRINT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) and venv_version() else {}


def remember(state: dict[str, str]) -> None:
    """Write the fingerprint whole or not at all."""
    unfinished = FINGERPRINT.with_suffix(".part")
    unfinished.write_text(json.dumps(state), encoding="utf-8")
    unfinished.replace(FINGERPRINT)


def try_lock(lock: IO[bytes]) -> bool:
    """Take the exclusive lock of an open file without waiting; whether that worked."""
    try:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Hold the set-up lock: two run.py at the same moment take turns. The system frees it if we die."""
    with (ROOT / ".venv.lock").open("a+b") as lock:
        if not try_lock(lock):
            say("Another run.py is setting up here; waiting for it.")
            while not try_lock(lock):
                time.sleep(0.2)
        yield


def has_pip() -> bool:
    """Whether .venv's Python starts and has pip (an interrupted ensurepip leaves one without)."""
    return succeeds([venv_python(), "-c", "import pip"])


def ensure_venv_module() -> None:
    """Debian splits venv and ensurepip off Python: get them as root, else say how.

    Raises:
        SetupError: they are missing; with the line that installs them, exit code 3.
    """
    from learnup_desktop.base.system_libraries import is_debian

    check = [sys.executable, "-c", "import venv, ensurepip"]
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if succeeds(check) or (is_debian() and is_root() and apt_install([package]) and succeeds(check)):
        return
    line = (
        f"sudo apt-get update && sudo apt-get install -y {package}" if is_debian() else "(your system's venv package)"
    )
    raise SetupError(f"This Python has no venv module. Install it, then start again:\n\n  {line}\n", EXIT_SYSTEM)


def make_venv() -> None:
    """Create .venv; again when it is unusable or its Python is not supported.

    Raises:
        SetupError: no space, no venv module, or making it failed.
    """
    version = venv_version()
    if version and supported(tuple(map(int, version.split(".")))) and has_pip():
        return
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        raise SetupError(
            f"Too little disk space: {NEEDED_BYTES / 1e9:.1f} GB are needed, {free / 1e9:.1f} GB are free."
        )
    ensure_venv_module()
    say(f"Making .venv with Python {'.'.join(map(str, sys.version_info[:3]))}")
    clear = ["--clear"] if VENV.exists() else []
    if subprocess.run([sys.executable, "-m", "venv", *clear, str(VENV)]).returncode != 0 or not has_pip():
        raise SetupError(f"The virtual environment could not be made in {VENV} (see above).")


def pip(*arguments: str) -> None:
    """Run .venv's pip, showing its milestones and keeping all of it in the log.

    Raises:
        SetupError: with the end of what pip said.
    """
    lines: list[str] = []

    def heard(line: str) -> None:
        lines.append(line)
        log.write(line)
        if re.match(r"\s*(Downloading|Building|Installing) ", line) and "metadata" not in line:
            say("  " + line.strip()[:110])

    command = [venv_python(), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    with LOG.open("a", encoding="utf-8") as log:
        code = run_reading(command, dict(os.environ, PYTHONUTF8="1"), heard)
    if code != 0:
        raise SetupError(
            "".join(lines[-15:]) + f"\nInstalling failed (above; all of it in {LOG}).\n"
            "When the cause is gone, start again: it goes on where it stopped."
        )


def set_up() -> None:
    """Bring .venv and the compiled forms up to date; nothing when they are.

    Raises:
        SetupError: with what to do.
    """
    if present_state() == wanted_state() and compiled_present():
        return
    with only_one():
        present = present_state()
        if present.get("installed") != wanted_state()["installed"]:
            FINGERPRINT.unlink(missing_ok=True)
            make_venv()
            say("Installing (about 600 MB the first time)")
            constraints = ["--constraint", str(ROOT / "constraints.txt")]
            pip("install", *constraints, *BUILD_TOOLS)
            pip("install", *constraints, "--no-build-isolation", "--editable", ".[platform,dev]")
        wanted = wanted_state()
        if present.get("compiled") != wanted["compiled"] or not compiled_present():
            compiler = subprocess.run([venv_python(), str(ROOT / "hatch_build.py")], stdout=sys.stderr)
            if compiler.returncode != 0:
                raise SetupError("Forms or translations could not be compiled (see above).")
        remember(wanted)


def apt_install(packages: list[str]) -> bool:
    """As root: update the lists and install; whether apt succeeded."""
    from learnup_desktop.base.system_libraries import apt_environment

    say("Installing system packages with apt-get: " + " ".join(packages))
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    try:
        return subprocess.run(command, env=apt_environment(), stdout=sys.stderr).returncode == 0
    except OSError:
        return False


def ensure_libraries() -> None:
    """See that Qt will find what it needs of the system; as root on Debian and Ubuntu install what is missing.

    Raises:
        SetupError: something is missing; with the line that installs it, exit code 3.
    """
    from learnup_desktop.base import system_libraries as system

    missing = system.missing_libraries()
    if missing and system.is_debian() and is_root():
        say("Shared libraries are missing: " + ", ".join(missing))
        subprocess.run(["apt-get", "update", "-qq"], env=system.apt_environment(), stdout=sys.stderr)
        apt_install([system.apt_name(system.LIBRARIES[soname]) for soname in missing])
        missing = system.missing_libraries()
    if missing:
        raise SetupError(
            f"These shared libraries are missing, and Qt cannot start without them: {', '.join(missing)}\n"
            f"Install them, then start again:\n\n  {system.install_line(missing)}\n",
            EXIT_SYSTEM,
        )


def run_reading(command: Sequence[str], environment: dict[str, str], heard: Callable[[str], None]) -> int:
    """Run a command, hand over each line it prints (stderr among them) as it comes, and return its exit code."""
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            heard(line)
    return process.returncode


def offscreen_environment() -> dict[str, str]:
    """Environment of tests, benches and pictures: Qt draws in memory; Chromium has no sandbox where root runs it."""
    environment = dict(
        os.environ,
        QT_QPA_PLATFORM="offscreen",
        QT_QUICK_BACKEND="software",
        QTWEBENGINE_CHROMIUM_FLAGS="--disable-gpu",
        OMP_NUM_THREADS="1",
        PYTHONUTF8="1",
    )
    if is_root():
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return environment


def become(arguments: Sequence[str], environment: dict[str, str] | None = None) -> NoReturn:
    """Run a program of .venv in our place and end with its exit code."""
    command = [venv_python(), *arguments]
    environment = environment or dict(os.environ)
    sys.stdout.flush()
    if not WINDOWS:
        os.execve(command[0], command, environment)
    with subprocess.Popen(command, env=environment) as process:
        while True:
            try:
                sys.exit(process.wait())
            except KeyboardInterrupt:  # the console sent it to the child as well, which ends in its own way
                continue


def has_display() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def demo(arguments: list[str]) -> int:
    """The demo school, in a window or, without a display, as the headless walk-through."""
    if "--headless" not in arguments and has_display():
        become(["-m", "learnup_desktop", "--demo", *arguments])
    if "--headless" not in arguments:
        say("There is no display here (DISPLAY and WAYLAND_DISPLAY are unset): running the headless walk-through.")
        arguments = ["--headless"]
    if not any(argument.startswith("--out") for argument in arguments):
        arguments = [*arguments, "--out", str(Path.cwd() / "walkthrough")]
    become(["-m", "learnup_desktop", "demo", *arguments], offscreen_environment())


STATIC_CHECKS = [
    [
        ("ruff check", ["-m", "ruff", "check", "."]),
        ("ruff format", ["-m", "ruff", "format", "--check", "."]),
        ("import-linter", ["-c", "import importlinter.cli as cli; cli.lint_imports_command()"]),
    ],
    [("mypy --strict", ["-m", "mypy", "--strict"])],
]


def run_check(name: str, command: Sequence[str], results: list[tuple[str, int, float]], *, live: bool = False) -> str:
    """Run one check in .venv, print what it says (at once when ``live``), note the result; return its last line."""
    lines: list[str] = []

    def heard(line: str) -> None:
        lines.append(line)
        if live:
            print(line, end="", flush=True)

    start = time.monotonic()
    if live:
        print(f"== {name}", flush=True)
    code = run_reading([venv_python(), *command], offscreen_environment(), heard)
    if not live:
        print(f"== {name}\n{''.join(lines).strip()}\n", flush=True)
    results.append((name, code, time.monotonic() - start))
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def test(arguments: list[str]) -> int:
    """Every check, all of them even when one fails; 0 when all held.

    ruff and import-linter run beside mypy; then pytest has the machine for itself. As tests wait half of their time, it
    gets a process more than there are cores. (Shared out by files, it would never end after one that crashed.)
    """
    results: list[tuple[str, int, float]] = []

    def lane(checks: list[tuple[str, list[str]]]) -> None:
        for name, command in checks:
            run_check(name, command, results)

    lanes = [threading.Thread(target=lane, args=(checks,), daemon=True) for checks in STATIC_CHECKS]
    for thread in lanes:
        thread.start()
    for thread in lanes:
        thread.join()
    workers = ["-n", str(min(4, (os.cpu_count() or 2) + 1)), "--dist", "worksteal"]
    last = run_check("pytest", ["-m", "pytest", *workers, *arguments], results, live=True)
    print("\n== summary")
    for name, code, seconds in results:
        print(f"{name:14} {'ok' if code == 0 else 'FAILED':6} {seconds:6.1f} s")
    print(last)
    return 1 if any(code for _, code, _ in results) else 0


def bench(arguments: list[str]) -> int:
    """One measurement of tests/bench."""
    os.chdir(ROOT)
    become(["-m", "tests.bench", *arguments], offscreen_environment())


def gallery(arguments: list[str]) -> int:
    """Every page as a picture."""
    arguments = [argument if argument.startswith("-") else str(Path(argument).absolute()) for argument in arguments]
    os.chdir(ROOT)
    become(["-m", "tests.gallery", *arguments], offscreen_environment())


def only_set_up(arguments: list[str]) -> int:
    """Nothing more."""
    return 0


COMMANDS = {"demo": demo, "test": test, "bench": bench, "gallery": gallery, "setup": only_set_up}


def parse(arguments: list[str]) -> tuple[str, list[str]]:
    """The command and its arguments; what does not start with a command goes to the demo."""
    if arguments and arguments[0] in COMMANDS:
        return arguments[0], arguments[1:]
    return "demo", arguments


def main(arguments: list[str]) -> int:
    """Set up, then do what was asked. Returns the exit code."""
    command, rest = parse(arguments)
    if arguments[:1] in (["-h"], ["--help"], ["help"]) or (command == "setup" and rest):
        print((__doc__ or "").strip())
        return 0
    try:
        ensure_python(arguments)
        ensure_libraries()
        set_up()
    except SetupError as error:
        say(str(error))
        return error.code
    return COMMANDS[command](rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("Stopped. Starting again goes on where this stopped.")
        sys.exit(130)
