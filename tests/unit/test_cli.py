"""argv to command, and what each command costs to start."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from learnup_desktop import cli
from learnup_desktop.base.errors import DiskFullError
from learnup_desktop.base.options import ClientOptions


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the command line decided, instead of doing it."""
    calls: list[object] = []

    def client(options: ClientOptions) -> int:
        calls.append(options)
        return 0

    def walkthrough(out: Path) -> int:
        calls.append(out)
        return 0

    def models(arguments: list[str]) -> int:
        calls.append(arguments)
        return 5

    monkeypatch.setattr(cli, "_client", client)
    monkeypatch.setattr(cli, "_walkthrough", walkthrough)
    monkeypatch.setitem(cli.PASSED_ON, "models", (models, "list or install"))
    return calls


@pytest.mark.parametrize(
    ("argv", "call"),
    [
        ([], ClientOptions()),
        (["--demo", "--language", "ta"], ClientOptions(demo=True, language="ta")),
        (["demo"], ClientOptions(demo=True)),
        (["--timings", "--quit-when-ready"], ClientOptions(timings=True, quit_when_ready=True)),
        (["--server", "https://s.example", "--debug"], ClientOptions(server="https://s.example", debug=True)),
        (["demo", "--headless", "--out", "pictures"], Path("pictures")),
    ],
)
def test_arguments_become_a_start(asked: list[object], argv: list[str], call: object) -> None:
    assert cli.main(argv) == 0
    assert asked == [call]


def test_commands_with_their_own_parser_get_everything(asked: list[object]) -> None:
    assert cli.main(["models", "install", "--from", "here", "--help"]) == 5
    assert asked == [["install", "--from", "here", "--help"]]


@pytest.mark.parametrize("argv", [["--language", "fr"], ["nonsense"], ["--debug", "models", "list"]])
def test_wrong_arguments_end_with_2(asked: list[object], argv: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(argv)
    assert caught.value.code == 2
    assert asked == []


def test_what_a_person_can_act_on_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(options: ClientOptions) -> int:
        raise DiskFullError("no space left on the stick")

    monkeypatch.setattr(cli, "_client", full)
    assert cli.main([]) == 1
    assert capsys.readouterr().err == "learnup-desktop: no space left on the stick (LU-121)\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a question only on Linux")
def test_no_display_is_said_before_qt_aborts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == 3
    assert "demo --headless" in capsys.readouterr().err


def modules_after(python: str, *arguments: str) -> set[str]:
    code = (
        "import sys, contextlib\n"
        "from learnup_desktop.cli import main\n"
        "with contextlib.suppress(SystemExit):\n"
        f"    main({list(arguments)!r})\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)\n"
    )
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_help_loads_next_to_nothing(python: str) -> None:
    assert not modules_after(python, "--help") & {"PySide6", "asyncio", "pydantic", "httpx", "numpy", "cv2", "logging"}


def test_the_worker_never_loads_qt(python: str) -> None:
    loaded = modules_after(python, "proctoring-worker", "--help")
    assert "learnup_desktop" in loaded
    assert not loaded & {"PySide6", "shiboken6", "qasync"}


def test_doctor_as_json_names_every_part(python: str) -> None:
    start = [python, "-m", "learnup_desktop", "doctor", "--json", "--server", "http://127.0.0.1:1"]
    done = subprocess.run(start, capture_output=True, text=True)
    report = json.loads(done.stdout)
    assert report["ok"] is (done.returncode == 0)
    named = {check["name"]: check for check in report["checks"]}
    assert {"Python", "PySide6_Essentials", "data folder", "disk space", "keyring", "face models"} <= set(named)
    assert named["platform"]["status"] == "warning"
    assert named["platform"]["advice"]
