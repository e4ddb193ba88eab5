"""PySide6 6.12.0 on Python 3.11 drops a reference to None at every call that returns None, and aborts in the end.

That is why pyproject.toml keeps PySide6 below 6.12; this test shows it on whatever is installed.
"""

import sys

import pytest
from pytestqt.qtbot import QtBot

CALLS = 1_000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on; its count does not move")
def test_calls_that_return_none_keep_its_references(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
