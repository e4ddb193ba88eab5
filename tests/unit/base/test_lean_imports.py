"""What is left out is left out, and nothing else changes; in processes of their own, since imports happen once."""

import subprocess

ASK = """
import sys
from learnup_desktop.base.lean_imports import import_lean
{before}
module = import_lean("socketio", ("redis", "requests"))
print(module.__name__, "redis" in sys.modules, "requests" in sys.modules)
module.AsyncClient()
import redis
print(redis.__name__)
"""


def ask(python: str, before: str = "") -> list[str]:
    result = subprocess.run([python, "-c", ASK.format(before=before)], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    return result.stdout.split("\n")[:2]


def test_optional_packages_are_not_loaded_and_can_be_later(python: str) -> None:
    assert ask(python) == ["socketio False False", "redis"]


def test_what_is_loaded_already_stays(python: str) -> None:
    assert ask(python, "import redis") == ["socketio True False", "redis"]


def test_beside_the_platform_nothing_is_left_out(python: str) -> None:
    assert ask(python, "import learnup_platform") == ["socketio True True", "redis"]
