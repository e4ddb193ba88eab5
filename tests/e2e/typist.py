"""A student at a whole client, offscreen: types, ticks and turns pages at random until somebody pulls the plug.

``python -m tests.e2e.typist SERVER SEED`` drives the real widgets of a real client. The first run signs in and starts
the open exam; every later run in the same home (SERVER empty, as people start it) must find itself in the sitting. On
stdout, a JSON object a line: ``resumed`` once, then ``key`` for each change that the student saw happen, and ``lag``
for each answer that the journal took: milliseconds since its last keystroke, and since the first one that was not in
the journal yet. A line on stdin hands in; its end closes the client.
"""

import asyncio
import json
import random
import sys
import threading
import time
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from learnup_desktop.app.application import Application
from learnup_desktop.base.canonical import canonical_json, sha256_hex
from learnup_desktop.base.options import ClientOptions
from learnup_desktop.base.settings import CAMERA
from learnup_desktop.contract.exams import Answer, EntryKind, NumericQuestion
from learnup_desktop.features.exams.choice_widgets import ChoiceEditor
from learnup_desktop.features.exams.sitting_view_widgets import SittingView
from learnup_desktop.qt import loop
from learnup_desktop.store.journal import Appended
from learnup_desktop.walkthrough.steps import StepError, Steps, _act, _type_text

KEY_SECONDS = (0.01, 0.06)
PAUSE_SECONDS = (0.55, 0.9)
SHORT_LETTERS, LONG_LETTERS = 60, 1500
LETTERS = "abcdefghij klmnop qrstuv wxyz අඇඉඋ தமிழ் "


def say(**words: object) -> None:
    """One line to the campaign."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def digest(answer: Answer | None) -> str:
    """A short name of an answer's contents; empty for none."""
    return "" if answer is None else sha256_hex(canonical_json(answer.to_wire()))[:16]


class Lags:
    """How long edits waited for the journal."""

    def __init__(self) -> None:
        self._edits: dict[str, list[tuple[float, str]]] = {}

    def edited(self, question_id: str, name: str) -> None:
        """The student saw a change."""
        self._edits.setdefault(question_id, []).append((time.perf_counter(), name))

    def appended(self, appended: Appended) -> None:
        """The journal took an entry; told after the commit."""
        if appended.entry.kind is not EntryKind.ANSWER:
            return
        now = time.perf_counter()
        question_id = str(appended.entry.body["questionId"])
        name = sha256_hex(canonical_json(appended.entry.body["answer"]))[:16]
        edits = self._edits.get(question_id, [])
        places = [place for place, edit in enumerate(edits) if edit[1] == name]
        if places:
            last, first = edits[places[-1]][0], edits[0][0]
            del edits[: places[-1] + 1]
            say(lag=[round((now - last) * 1000), round((now - first) * 1000)], newest=not edits)


class Student:
    """Changes answers at random, as fast as a hurried hand."""

    def __init__(self, application: Application, view: SittingView, seed: int) -> None:
        self._application = application
        self._view = view
        self._chance = random.Random(seed)
        self._lags = Lags()
        self._forward = self._chance.random() < 0.7
        session = application.session
        assert session is not None
        session.store.journal.subscribe(self._lags.appended)

    async def write(self, stop: asyncio.Event) -> None:
        """Until ``stop``."""
        while not stop.is_set():
            editor = self._view.view().editor
            if self._chance.random() < 0.25:
                await self._turn_page()
            elif isinstance(editor, ChoiceEditor):
                row = self._chance.choice(editor.rows)
                await _act(partial(QTest.mouseClick, row, Qt.MouseButton.LeftButton))
                self._say()
            elif not await self._type():
                await self._turn_page()
            await asyncio.sleep(self._chance.uniform(*PAUSE_SECONDS) if self._chance.random() < 0.3 else 0.05)

    async def _turn_page(self) -> None:
        sheet = self._view.sitting.sheet
        last = len(sheet.questions) - 1
        # Back and forth through the whole paper, so that every kind of question has its turn.
        if sheet.current in (0, last) or self._chance.random() < 0.1:
            self._forward = sheet.current == 0 or (sheet.current < last and not self._forward)
        forward = self._forward
        button = self._view.next if forward else self._view.previous
        await _act(partial(QTest.mouseClick, button, Qt.MouseButton.LeftButton))
        say(at=time.time(), page=sheet.current)

    async def _type(self) -> bool:
        editor = self._view.view().editor
        target = editor.findChild(QPlainTextEdit) or editor.findChild(QLineEdit)
        if target is None:
            return False
        editor.focus_editor()
        limit = LONG_LETTERS if isinstance(target, QPlainTextEdit) else SHORT_LETTERS
        letters = "0123456789" if isinstance(self._view.sitting.sheet.question, NumericQuestion) else LETTERS
        for _ in range(self._chance.randrange(5, 80)):
            text = target.toPlainText() if isinstance(target, QPlainTextEdit) else target.text()
            if len(text) > limit:
                target.selectAll()
            await _act(partial(_type_text, target, self._chance.choice(letters)))
            self._say()
            await asyncio.sleep(self._chance.uniform(*KEY_SECONDS))
        return True

    def _say(self) -> None:
        sheet = self._view.sitting.sheet
        name = digest(sheet.answer(sheet.question.id))
        self._lags.edited(sheet.question.id, name)
        say(at=time.time(), key=sheet.question.id, answer=name, page=sheet.current)


def answers_of(view: SittingView) -> dict[str, str]:
    """Every answer on the sheet, by its short name."""
    sheet = view.sitting.sheet
    return {question.id: digest(sheet.answer(question.id)) for question in sheet.questions}


async def sit(application: Application, steps: Steps) -> SittingView:
    """Into the sitting: by itself when there is one, else by sign-in, lobby and start."""
    session = application.session
    if session is None:
        await steps.do("sign_in", {"username": "nimali"})
        say(lobby=await enter_lobby(steps))
        await steps.do("start_exam", {})
    else:
        await steps.do("resume", {})
    view = application.window.full_page()
    assert isinstance(view, SittingView)
    return view


async def enter_lobby(steps: Steps) -> dict[str, object]:
    """Into the lobby; the list may be drawn anew under the mouse by the first pull, so the click is repeated."""
    for _ in range(5):
        try:
            return await steps.do("lobby", {})
        except StepError as error:
            print(f"the lobby once more: {error}", file=sys.stderr)
            await asyncio.sleep(1.0)
    return await steps.do("lobby", {})


async def live(application: Application, seed: int) -> None:
    """From the window to the end of stdin."""
    commands: asyncio.Queue[str] = asyncio.Queue()
    event_loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            event_loop.call_soon_threadsafe(commands.put_nowait, line.strip())
        event_loop.call_soon_threadsafe(commands.put_nowait, "")

    threading.Thread(target=read, name="commands", daemon=True).start()
    steps = Steps(application)
    password_asked = application.session is None
    view = await sit(application, steps)
    meta = view.sitting.meta
    say(
        resumed=answers_of(view),
        page=view.sitting.sheet.current,
        at=time.time(),
        attempt=meta.attempt_id,
        passwordAsked=password_asked,
    )
    stop = asyncio.Event()
    writing = asyncio.create_task(Student(application, view, seed).write(stop))
    while command := await commands.get():
        stop.set()
        await writing
        if command == "submit":
            answers = {question.id: view.sitting.sheet.answer(question.id) for question in view.sitting.sheet.questions}
            wire: dict[str, Any] = {key: answer.to_wire() for key, answer in answers.items() if answer is not None}
            say(submitted=await steps.do("submit", {}), answers=wire)
    stop.set()
    await asyncio.gather(writing, return_exceptions=True)


def main(arguments: list[str]) -> int:
    """Run until killed or told to end."""
    server, seed = arguments
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    qt_app = QApplication(["learnup-desktop"])
    application = Application(qt_app, ClientOptions(server=server, language="en"))
    application.settings.set(CAMERA, "simulated")

    async def run() -> int:
        await application.start()
        application.window.activateWindow()
        try:
            await live(application, int(seed))
        finally:
            await application.close()
        return 0

    return loop.run(qt_app, run)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
