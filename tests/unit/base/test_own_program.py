"""A child is started by the same program, from source and frozen; others never see the bundle's libraries."""

import os
import sys

import pytest

from learnup_desktop.base import own_program


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/learnup/learnup-desktop")


def test_from_source_children_are_modules() -> None:
    assert own_program.own_command("models", "list") == [sys.executable, "-m", "learnup_desktop", "models", "list"]
    assert own_program.platform_command("serve") == [sys.executable, "-m", "learnup_platform", "serve"]


@pytest.mark.usefixtures("frozen")
def test_frozen_children_are_sub_commands_of_the_executable() -> None:
    assert own_program.own_command("proctoring-worker") == ["/opt/learnup/learnup-desktop", "proctoring-worker"]
    assert own_program.platform_command("serve")[1:] == ["embedded-platform", "serve"]


@pytest.mark.usefixtures("frozen")
def test_another_program_sees_the_systems_libraries() -> None:
    inside = {
        "LD_LIBRARY_PATH": "/opt/learnup/_internal:/opt/school",
        "LD_LIBRARY_PATH_ORIG": "/opt/school",
        "DYLD_LIBRARY_PATH": "/opt/learnup/_internal",
        "_PYI_ARCHIVE_FILE": "/opt/learnup/learnup-desktop",
        "HOME": "/home/nimali",
    }
    outside = own_program.outside_environment(inside)
    assert outside == {
        "LD_LIBRARY_PATH": "/opt/school",
        "HOME": "/home/nimali",
        "PYINSTALLER_RESET_ENVIRONMENT": "1",
    }


@pytest.mark.usefixtures("frozen")
def test_a_browser_opened_later_sees_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/learnup/_internal")
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "kept for our own children")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    own_program.forget_loader_paths()
    assert "LD_LIBRARY_PATH" not in os.environ
    assert "_PYI_ARCHIVE_FILE" in os.environ
    assert "PYINSTALLER_RESET_ENVIRONMENT" not in os.environ


def test_from_source_the_environment_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/school")
    own_program.forget_loader_paths()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/school"
