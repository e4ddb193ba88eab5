"""How long a key takes to the screen while an exam is being sat and the camera is watched.

The real client offscreen, against a real platform process, with the real worker on the simulated camera and the
student enrolled, so that detection, recognition and liveness all run. A thread posts key presses at a typist's pace to
the focused essay field, as the window system would. A key's time counts from the moment it was *due* (so that a loop
that stands still, or a thread that does not get the interpreter, is not left out) to the first turn of the loop after
the field was painted with the new letter in it and the window's pixels were handed over. Journal, upload, self-view and
clock go on meanwhile as they always do.
"""

import argparse
import asyncio
import os
import random
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.harness import Verdict, emit, median, percentile
from tests.face_assets import face_assets_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    from learnup_desktop.app.application import Application
    from learnup_desktop.features.exams.sitting_view_widgets import SittingView

KEYS, QUICK_KEYS = 600, 200
P95_MS = 50.0
INTERVAL_SECONDS = (0.05, 0.18)
"""Between two keys, evenly spread: 40 to 200 words a minute."""
LINE = 60
PATIENCE_SECONDS = 60.0
STUDENT, TEACHER = "nimali", "kamala"


class Typist:
    """Posts keys to a field from a thread and notes when each was on the screen. Make it on Qt's thread.

    Args:
        field: the focused essay field, empty.
        keys: how many.
    """

    def __init__(self, field: "QPlainTextEdit", keys: int) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

        self.latencies: list[float] = []
        self.done = asyncio.Event()
        self._field = field
        self._keys = keys
        self._due: list[float] = []
        self._painted = 0
        self._gone = threading.Event()
        typist = self

        class Shown(QObject):
            """Takes the event that follows a paint: the window has been flushed by then."""

            def event(self, event: QEvent) -> bool:
                if event.type() == QEvent.Type.User:
                    typist._shown()
                return True

        class Painted(QObject):
            """Sees the field's paint events."""

            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and typist._has_new_text():
                    shown = QEvent(QEvent.Type.User)
                    QCoreApplication.postEvent(typist._shown_probe, shown, Qt.EventPriority.LowEventPriority.value)
                return False

        self._shown_probe = Shown()
        self._painted_probe = Painted()
        field.viewport().installEventFilter(self._painted_probe)
        self._thread = threading.Thread(target=self._type, name="typist", daemon=True)

    async def type(self) -> list[float]:
        """Type; milliseconds of every key."""
        self._thread.start()
        async with asyncio.timeout(PATIENCE_SECONDS + self._keys * INTERVAL_SECONDS[1]):
            await self.done.wait()
        self._field.viewport().removeEventFilter(self._painted_probe)
        return self.latencies

    def _type(self) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        pause = random.Random(7)
        due = time.perf_counter() + 0.5
        for number in range(self._keys):
            due += pause.uniform(*INTERVAL_SECONDS)
            time.sleep(max(0.0, due - time.perf_counter()))
            self._due.append(due)
            letter = "\n" if number % LINE == LINE - 1 else "abcdefghij "[number % 11]
            key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_A
            text = "\r" if letter == "\n" else letter
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
                QCoreApplication.postEvent(self._field, event)

    def _length(self) -> int:
        return self._field.document().characterCount() - 1

    def _has_new_text(self) -> bool:
        self._painted = self._length()
        return self._painted > len(self.latencies)

    def _shown(self) -> None:
        now = time.perf_counter()
        while len(self.latencies) < self._painted:
            self.latencies.append(1000 * (now - self._due[len(self.latencies)]))
        if len(self.latencies) >= self._keys:
            self.done.set()


async def sit(application: "Application", server: str, *, with_models: bool) -> "SittingView":
    """A signed-in, enrolled and approved student in the open exam, on its essay question."""
    from learnup_desktop.contract.exams import EssayQuestion
    from learnup_desktop.features.exams.sitting_view_widgets import SittingView
    from learnup_desktop.walkthrough.records import PlatformRecords
    from learnup_desktop.walkthrough.steps import Steps

    steps = Steps(application)
    await steps.do("sign_in", {"username": STUDENT})
    if with_models:
        await steps.do("enrol", {})
        async with PlatformRecords(server, TEACHER) as records:
            await records.approve_enrolments()
    emit("lobby", **await steps.do("lobby", {}))
    await steps.do("start_exam", {})
    view = application.window.full_page()
    assert isinstance(view, SittingView)
    questions = view.sitting.sheet.questions
    view.sitting.go_to(next(index for index, question in enumerate(questions) if isinstance(question, EssayQuestion)))
    view.view().editor.focus_editor()
    return view


async def measure(qt_app: "QApplication", folder: Path, keys: int, verdict: Verdict) -> int:
    """Platform, client, sitting, keys."""
    from PySide6.QtWidgets import QPlainTextEdit

    from learnup_desktop.app.application import Application
    from learnup_desktop.base.options import ClientOptions
    from learnup_desktop.base.settings import CAMERA
    from learnup_desktop.platform_process import PlatformProcess

    assets = face_assets_folder()
    platform = PlatformProcess(folder / "platform")
    await platform.start()
    application = Application(qt_app, ClientOptions(server=platform.url))
    application.settings.set(CAMERA, "simulated")
    try:
        await application.start()
        view = await sit(application, platform.url, with_models=assets is not None)
        field = view.view().editor.findChild(QPlainTextEdit)
        assert field is not None
        await asyncio.sleep(2.0)
        words: set[str] = set()
        unsubscribe = view.sitting.changed.subscribe(lambda _: words.add(view.sitting.watch.state.word.value))
        times = await Typist(field, keys).type()
        unsubscribe()
        judge(times, field.toPlainText(), view, words, verdict)
        verdict.holds("everythingWatched", assets is None or view.sitting.watch.assurance.value == "full")
    finally:
        await application.close()
        await platform.stop()
    return 0


def judge(times: list[float], text: str, view: "SittingView", words: set[str], verdict: Verdict) -> None:
    """Percentiles against the bar, and whether what was typed is the answer."""
    emit("keys", milliseconds=[round(value, 1) for value in times])
    verdict.note("keys", len(times))
    verdict.note("p50Ms", median(times))
    verdict.at_most("p95Ms", round(percentile(times, 95), 1), P95_MS)
    verdict.note("p99Ms", round(percentile(times, 99), 1))
    verdict.note("worstMs", round(max(times), 1))
    verdict.note("assurance", view.sitting.watch.assurance.value)
    verdict.note("cameraWords", sorted(words))
    answer: Any = view.sitting.sheet.answer(view.sitting.sheet.question.id)
    verdict.holds("typedTextIsTheAnswer", answer is not None and answer.text == text and len(text) == len(times))


def main(argv: list[str]) -> int:
    """``bench keystroke [--quick]``."""
    parser = argparse.ArgumentParser(prog="bench keystroke", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_KEYS} keys instead of {KEYS}")
    keys = QUICK_KEYS if parser.parse_args(argv).quick else KEYS
    verdict = Verdict()
    assets = face_assets_folder()
    if assets is None:
        emit("note", message="no face models: the worker watches the camera only; set LEARNUP_FACE_ASSETS")
    with tempfile.TemporaryDirectory(prefix="learnup-keystroke-") as folder:
        os.environ["LEARNUP_HOME"] = str(Path(folder) / "home")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        if assets is not None:
            os.environ["LEARNUP_FACE_ASSETS"] = str(assets)
        from PySide6.QtWidgets import QApplication

        from learnup_desktop.qt.loop import run

        qt_app = QApplication([])
        run(qt_app, lambda: measure(qt_app, Path(folder), keys, verdict))
    return verdict.finish()
