"""What is loaded ahead of need is there, is loaded off the loop, and covers what opening a page would load."""

import asyncio
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path

import pytest

from learnup_desktop.app import preload

EVERYTHING = {*preload.SIGN_IN, *preload.before_signing_in(), *preload.of_role("student"), *preload.of_role("teacher")}


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_every_module_named_exists(name: str) -> None:
    assert find_spec(name) is not None


def test_modules_are_loaded_on_a_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "preloaded_for_a_test.py").write_text(
        "import threading\nthread = threading.current_thread()\n", encoding="utf-8"
    )
    try:
        asyncio.run(preload.load(["preloaded_for_a_test"]))
        assert sys.modules["preloaded_for_a_test"].thread is not threading.main_thread()
    finally:
        sys.modules.pop("preloaded_for_a_test", None)


def test_a_role_we_do_not_know_gets_the_network() -> None:
    assert set(preload.NETWORK) <= set(preload.of_role("admin"))


def test_modules_can_be_loaded_off_the_main_thread_before_any_widget() -> None:
    """No module makes a QObject when it is imported: that would belong to the loading thread."""
    program = (
        "import sys, threading\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from importlib import import_module\n"
        f"names = {sorted(EVERYTHING)!r}\n"
        "thread = threading.Thread(target=lambda: [import_module(name) for name in names])\n"
        "thread.start(); thread.join()\n"
        "assert all(name in sys.modules for name in names)\n"
        "from learnup_desktop.qt.theme import theme\n"
        "assert theme().thread() is app.thread(), 'the theme was made on the loading thread'\n"
        "print('fine')\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert result.stdout.strip() == "fine", result.stderr
