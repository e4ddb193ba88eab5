"""run.py: what it decides, with a machine that is described to it."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import run
from learnup_desktop.base import system_libraries

LDCONFIG = """\
553 libs found in cache `/etc/ld.so.cache'
\tlibxcb-cursor.so.0 (libc6,x86-64) => /lib/x86_64-linux-gnu/libxcb-cursor.so.0
\tlibEGL.so.1 (libc6) => /lib/i386-linux-gnu/libEGL.so.1
\tlibGL.so.1 (libc6,x32) => /libx32/libGL.so.1
\tlibnss3.so (libc6,x86-64, OS ABI: Linux 3.2.0) => /lib/x86_64-linux-gnu/libnss3.so
\tlibpulse.so.0 (libc6,AArch64) => /lib/aarch64-linux-gnu/libpulse.so.0
\tlibdbus-1.so.3 (libc6,hard-float) => /lib/arm-linux-gnueabihf/libdbus-1.so.3
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout of nothing but what the fingerprint covers, with a .venv that looks made."""
    for name in ("pyproject.toml", "constraints.txt", "hatch_build.py"):
        (tmp_path / name).write_text(name)
    (tmp_path / "ui/forms").mkdir(parents=True)
    (tmp_path / "ui/translations").mkdir()
    (tmp_path / "ui/forms/sign_in.ui").write_text("<ui/>")
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/python").write_text("")
    (venv / "pyvenv.cfg").write_text("home = somewhere\nversion = 3.12.4\n")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", venv)
    monkeypatch.setattr(run, "FINGERPRINT", venv / "learnup-setup.json")
    monkeypatch.setattr(run, "WINDOWS", False)
    yield tmp_path


@pytest.mark.parametrize(
    ("arguments", "command", "rest"),
    [
        ([], "demo", []),
        (["--debug"], "demo", ["--debug"]),
        (["demo", "--headless", "--out", "d"], "demo", ["--headless", "--out", "d"]),
        (["test", "-k", "demo"], "test", ["-k", "demo"]),
        (["bench", "startup", "--quick"], "bench", ["startup", "--quick"]),
    ],
)
def test_commands(arguments: list[str], command: str, rest: list[str]) -> None:
    assert run.parse(arguments) == (command, rest)


@pytest.mark.parametrize(
    ("version", "fits"), [((3, 10), False), ((3, 11), True), ((3, 14), True), ((3, 15), False), ((2, 7), False)]
)
def test_supported_versions(version: tuple[int, int], fits: bool) -> None:
    assert run.supported(version) is fits


def test_an_old_python_reads_the_file_as_far_as_the_sentence() -> None:
    """Nothing newer than Python 3.7's syntax, so that the version check is reached."""
    ast.parse((run.ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_unsupported_python_is_told_which_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "supported", lambda version: False)
    monkeypatch.setattr(run, "other_python", lambda: None)
    with pytest.raises(run.SetupError, match=r"3\.11 to 3\.14") as caught:
        run.ensure_python([])
    assert caught.value.code == 2


def test_fingerprint_holds_until_something_it_covers_changes(checkout: Path) -> None:
    run.remember(run.wanted_state())
    assert run.present_state() == run.wanted_state()
    for changed in ("pyproject.toml", "constraints.txt"):
        (checkout / changed).write_text("other")
        assert run.present_state()["installed"] != run.wanted_state()["installed"]
        assert run.present_state()["compiled"] == run.wanted_state()["compiled"]
        run.remember(run.wanted_state())
    (checkout / "ui/forms/sign_in.ui").write_text("<ui><!-- changed --></ui>")
    assert run.present_state()["installed"] == run.wanted_state()["installed"]
    assert run.present_state()["compiled"] != run.wanted_state()["compiled"]
    run.remember(run.wanted_state())
    (checkout / ".venv/pyvenv.cfg").write_text("version = 3.13.0\n")
    assert run.present_state()["installed"] != run.wanted_state()["installed"]


def test_a_removed_interpreter_or_torn_fingerprint_means_set_up_again(checkout: Path) -> None:
    run.remember(run.wanted_state())
    run.FINGERPRINT.write_text(run.FINGERPRINT.read_text()[:20])
    assert run.present_state() == {}
    run.remember(run.wanted_state())
    (checkout / ".venv/bin/python").unlink()
    assert run.present_state() == {}


def test_deleted_compiled_forms_are_noticed(checkout: Path) -> None:
    package = checkout / "learnup_desktop"
    assert not run.compiled_present()
    (package / "_forms").mkdir(parents=True)
    (package / "_forms/__init__.py").write_text("")
    assert not run.compiled_present()
    (package / "_forms/ui_sign_in.py").write_text("")
    assert run.compiled_present()
    (checkout / "ui/translations/learnup_si.ts").write_text("")
    assert not run.compiled_present()


def test_an_interrupted_install_leaves_no_fingerprint(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run.remember({"installed": "older", "compiled": "older"})
    monkeypatch.setattr(run, "make_venv", lambda: None)

    def killed(*arguments: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "pip", killed)
    with pytest.raises(KeyboardInterrupt):
        run.set_up()
    assert run.present_state() == {}


def test_too_little_disk_space_is_said_before_anything_is_made(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "has_pip", lambda: False)
    monkeypatch.setattr(run, "NEEDED_BYTES", 10**18)
    with pytest.raises(run.SetupError, match="disk space"):
        run.make_venv()


def test_two_at_once_take_turns(checkout: Path) -> None:
    lock = checkout / ".venv.lock"
    with lock.open("a+b") as first, lock.open("a+b") as second:
        assert run.try_lock(first)
        assert not run.try_lock(second)
        first.close()
        assert run.try_lock(second)


def test_what_pip_says_last_is_in_the_error(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "print('Downloading a'); print('ERROR: no route'); raise SystemExit(1)"
    monkeypatch.setattr(run, "LOG", checkout / ".venv/log.txt")

    def as_pip(command: list[str], environment: dict[str, str], heard: Callable[[str], None]) -> int:
        return original([sys.executable, "-c", script], environment, heard)

    original = run.run_reading
    monkeypatch.setattr(run, "run_reading", as_pip)
    with pytest.raises(run.SetupError, match=r"ERROR: no route(.|\n)*start again"):
        run.pip("install", "x")
    assert "ERROR: no route" in run.LOG.read_text()


def test_libraries_in_ldconfigs_words() -> None:
    assert system_libraries.parse_ldconfig(LDCONFIG, wide=True) == {"libxcb-cursor.so.0", "libnss3.so", "libpulse.so.0"}
    assert system_libraries.parse_ldconfig(LDCONFIG, wide=False) == {"libEGL.so.1", "libGL.so.1", "libdbus-1.so.3"}


def lack_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_libraries, "listed_libraries", lambda: {"libGL.so.1"})
    monkeypatch.setattr(system_libraries, "loads", lambda soname: soname == "libEGL.so.1")


def test_missing_libraries_are_those_neither_listed_nor_loadable(monkeypatch: pytest.MonkeyPatch) -> None:
    lack_everything(monkeypatch)
    missing = system_libraries.missing_libraries()
    assert len(missing) == len(system_libraries.LIBRARIES) - 2
    assert not {"libGL.so.1", "libEGL.so.1"} & set(missing)


def test_without_root_one_line_to_copy_and_exit_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lack_everything(monkeypatch)
    monkeypatch.setattr(system_libraries, "is_debian", lambda: True)
    monkeypatch.setattr(system_libraries, "apt_name", lambda names: names[0])
    monkeypatch.setattr(run, "is_root", lambda: False)
    assert run.main(["test"]) == 3
    said = capsys.readouterr().err
    line = next(line for line in said.splitlines() if "apt-get install" in line)
    assert line.strip().startswith("sudo apt-get update && sudo apt-get install -y ")
    assert "libxcb-cursor0" in line
    assert "libasound2t64" in line


def test_as_root_on_debian_they_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    lack_everything(monkeypatch)
    installed: list[str] = []
    monkeypatch.setattr(system_libraries, "is_debian", lambda: True)
    monkeypatch.setattr(system_libraries, "apt_name", lambda names: names[-1])
    monkeypatch.setattr(run, "is_root", lambda: True)
    monkeypatch.setattr("subprocess.run", lambda *arguments, **options: None)

    def install(packages: list[str]) -> bool:
        installed.extend(packages)
        monkeypatch.setattr(system_libraries, "listed_libraries", lambda: set(system_libraries.LIBRARIES))
        return True

    monkeypatch.setattr(run, "apt_install", install)
    run.ensure_libraries()
    assert "libasound2" in installed


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a question only on Linux")
def test_without_a_display_the_walk_through_runs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    became: list[list[str]] = []

    def become(arguments: list[str], environment: dict[str, str] | None = None) -> None:
        became.append(list(arguments))
        raise SystemExit

    monkeypatch.setattr(run, "become", become)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        run.demo([])
    assert became == [["-m", "learnup_desktop", "demo", "--headless", "--out", str(tmp_path / "walkthrough")]]
    assert "no display" in capsys.readouterr().err
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(SystemExit):
        run.demo(["--debug"])
    assert became[-1] == ["-m", "learnup_desktop", "--demo", "--debug"]


def test_every_check_runs_and_one_failure_is_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def reading(command: list[str], environment: dict[str, str], heard: Callable[[str], None]) -> int:
        ran.append(command[2])
        heard("1 passed in 0.1s\n" if "pytest" in command else "found a fault\n")
        return 1 if "mypy" in command else 0

    monkeypatch.setattr(run, "run_reading", reading)
    assert run.test(["-k", "x"]) == 1
    assert ran[-1] == "pytest"
    assert {"ruff", "mypy", "pytest"} <= set(ran)
    printed = capsys.readouterr().out
    assert "mypy --strict  FAILED" in printed
    assert printed.strip().endswith("1 passed in 0.1s")


def test_help_needs_no_set_up() -> None:
    start = [sys.executable, str(run.ROOT / "run.py"), "--help"]
    output = subprocess.run(start, capture_output=True, text=True, check=True, env={**os.environ, "PATH": ""}).stdout
    assert "python3 run.py test" in output


def test_fingerprint_is_json(checkout: Path) -> None:
    run.remember(run.wanted_state())
    assert set(json.loads(run.FINGERPRINT.read_text())) == {"installed", "compiled"}
