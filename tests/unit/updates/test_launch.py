"""Which version a start takes, and the way back when a new one does not come up."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from learnup_desktop.updates import launch
from learnup_desktop.updates.installation import Installation
from learnup_desktop.updates.launch import MOST_STARTS, State, choose_version, read_state, write_state
from tests.update_site import install, make_program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the small programs are scripts")


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    made = install(tmp_path)
    made.prepare()
    make_program(made.versions / "1.1.0", "1.1.0")
    return made


def chosen(installation: Installation, *, opens_window: bool = True) -> str:
    program = choose_version(installation.place, opens_window=opens_window)
    return program.parent.name if program else "base"


def test_the_base_when_nothing_says_otherwise(installation: Installation) -> None:
    assert chosen(installation) == "base"
    (installation.versions / launch.STATE).write_text("{ half of a")
    assert chosen(installation) == "base"
    write_state(installation.versions, State(current="1.9.0"))
    assert chosen(installation) == "base"  # named, and not there
    write_state(installation.versions, State(current="../base"))
    assert chosen(installation) == "base"


def test_three_starts_without_a_window_and_the_one_before_is_taken_for_good(installation: Installation) -> None:
    installation.adopt("1.1.0")
    assert [chosen(installation) for _ in range(MOST_STARTS)] == ["1.1.0"] * MOST_STARTS
    assert chosen(installation) == "base"
    assert installation.state == State(refused=["1.1.0"])
    assert chosen(installation) == "base"


def test_a_window_confirms(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnup_desktop.updates.installation.__version__", "1.1.0")
    installation.adopt("1.1.0")
    chosen(installation)
    installation.confirm()
    assert [chosen(installation) for _ in range(5)] == ["1.1.0"] * 5
    assert installation.state.starts == 0


def test_a_command_without_a_window_counts_no_start(installation: Installation) -> None:
    installation.adopt("1.1.0")
    assert [chosen(installation, opens_window=False) for _ in range(9)] == ["1.1.0"] * 9


def test_an_installer_that_brought_something_newer_wins(installation: Installation) -> None:
    installation.adopt("1.1.0")
    installation.place = replace(installation.place, version="1.2.0")
    assert chosen(installation) == "base"


def test_a_version_that_lost_its_program_is_not_taken(installation: Installation) -> None:
    installation.adopt("1.1.0")
    make_program(installation.versions / "1.2.0", "1.2.0")
    installation.adopt("1.2.0")
    (installation.versions / "1.2.0" / "learnup-desktop").unlink()
    assert chosen(installation) == "1.1.0"


def test_where_an_administrator_keeps_the_state_it_is_only_read(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation.adopt("1.1.0")

    def refused(versions: Path, state: State) -> None:
        raise PermissionError(13, "not yours")

    monkeypatch.setattr(launch, "write_state", refused)
    assert [chosen(installation) for _ in range(5)] == ["1.1.0"] * 5
    assert read_state(installation.versions).starts == 0


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [([], True), (["--debug"], True), (["learnup://lesson/1"], True), (["demo"], True), (["selftest"], False),
     (["demo", "--headless"], False), (["proctoring-worker"], False), (["update", "--now"], False),
     (["--version"], False)],
)  # fmt: skip
def test_which_starts_show_a_window(arguments: list[str], opens: bool) -> None:
    assert launch.opens_window(arguments) is opens


def test_old_versions_are_cleared_away_and_the_one_before_is_kept(installation: Installation) -> None:
    for version in ("1.2.0", "1.3.0"):
        make_program(installation.versions / version, version)
    (installation.versions / ".1.4.0.part").mkdir()
    installation.adopt("1.1.0")
    for version in ("1.2.0", "1.3.0"):
        make_program(installation.versions / version, version)
        installation.adopt(version)
    left = {path.name for path in installation.versions.iterdir() if path.is_dir()}
    assert left == {"1.2.0", "1.3.0", ".1.4.0.part"}


@pytest.fixture
def replaced(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What the base hands over to, instead of becoming it."""
    calls: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(sys, "executable", str(installation.base / "learnup-desktop"))
    monkeypatch.setenv("LEARNUP_VERSION_CHOSEN", "")
    monkeypatch.setattr(os, "execve", lambda path, command, environment: calls.append((command, environment)))
    return calls


def test_the_base_hands_over_with_its_arguments(
    installation: Installation, replaced: list[tuple[list[str], dict[str, str]]]
) -> None:
    installation.adopt("1.1.0")
    launch.hand_over(["--language", "ta"])
    (command, environment) = replaced[0]
    assert command == [str(installation.versions / "1.1.0" / "learnup-desktop"), "--language", "ta"]
    assert environment["LEARNUP_VERSION_CHOSEN"] == str(installation.base)
    assert environment["PYINSTALLER_RESET_ENVIRONMENT"] == "1"


def test_what_the_base_starts_stays_with_the_base(
    installation: Installation, replaced: list[tuple[list[str], dict[str, str]]]
) -> None:
    assert launch.hand_over([]) is None
    installation.adopt("1.1.0")  # an administrator's task, while somebody works
    assert launch.hand_over(["proctoring-worker"]) is None
    assert replaced == []
    assert launch.base_folder() == installation.base


def test_without_an_installers_word_nothing_is_handed_over(
    installation: Installation, replaced: list[tuple[list[str], dict[str, str]]]
) -> None:
    installation.adopt("1.1.0")
    (installation.base / launch.MARKER).unlink()
    assert launch.hand_over([]) is None
    assert replaced == []
