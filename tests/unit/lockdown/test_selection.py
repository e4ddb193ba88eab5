"""Under X11 whatever is selected is offered to every program's middle button; an answer must not be."""

import json
import sys

import pytest

from tests.bench.harness import run_to_end
from tests.bench.lockdown import display

SELECT = """
import json
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.features.exams.text_widgets import AnswerLine, EssayField
from learnup_desktop.lockdown.qt_lockdown import QtLockdown
from learnup_desktop.qt.theme import theme

app = QApplication([])
theme().apply(app, "light", 100)
clipboard, mode = QGuiApplication.clipboard(), QClipboard.Mode.Selection
lockdown = QtLockdown(full_screen=False)
seen = {"x11": clipboard.supportsSelection()}
for engaged in (False, True):
    for kind in (AnswerLine, EssayField):
        field = kind(lockdown.clipboard)
        field.setText("a secret answer") if kind is AnswerLine else field.setPlainText("a secret answer")
        field.show()
        QTest.qWaitForWindowExposed(field)
        if engaged:
            lockdown.engage(field, lambda kind, detail, *, ago_ms=0: lambda: None, ProctoringPolicy())
        clipboard.setText("before", QClipboard.Mode.Clipboard)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        seen[f"{kind.__name__} {engaged}"] = clipboard.text(mode)
        seen[f"{kind.__name__} {engaged} clipboard"] = clipboard.text()
        lockdown.release()
        field.hide()
print(json.dumps(seen))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 only")
def test_what_is_selected_in_a_sitting_is_offered_to_nobody() -> None:
    with display() as name:
        if name is None:
            pytest.skip("no Xvfb here")
        ended = run_to_end(["-c", SELECT], environment={"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"})
    seen = ended.last_json()
    assert seen["x11"], json.dumps(seen)
    assert seen["AnswerLine False"] == "a secret answer"  # what Qt does by itself, so that this test can fail
    assert seen["AnswerLine True"] == seen["EssayField True"] == ""
    assert all(
        seen[f"{kind} {on} clipboard"] == "before" for kind in ("AnswerLine", "EssayField") for on in (False, True)
    )
