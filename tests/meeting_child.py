"""The meeting's process as it ships, with a second line for tests: ``python -m tests.meeting_child PEM PORT``.

Over that line a test can look at what only the window knows and do what only a person or a fault does: press a
button, end a renderer, take a picture. The shipped command has none of it.
"""

import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from learnup_desktop.cli import prepare_qt_environment
from learnup_desktop.meeting import main as meeting_main

if TYPE_CHECKING:
    from PySide6.QtNetwork import QSslCertificate
    from PySide6.QtWidgets import QWidget

    from learnup_desktop.meeting.main import MeetingProgram


class Visitor:
    """Answers the test's questions.

    Args:
        port: where the test listens on the loopback interface.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._refused: list[str] = []
        self._links: list[str] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def visit(self, program: "MeetingProgram") -> None:
        """Stay for as long as the program runs."""
        task = asyncio.ensure_future(self._serve(program))
        self._tasks.add(task)

    async def _serve(self, program: "MeetingProgram") -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 22)
        while program.window is None:  # noqa: ASYNC110 - the shipped program has no event for tests
            await asyncio.sleep(0.01)
        page = program.window.page
        page.refused.connect(self._refused.append)
        page.link_asked.connect(lambda url: self._links.append(url.toString()))
        while line := await reader.readline():
            asked = json.loads(line)
            answer = await getattr(self, asked.pop("do"))(program.window, **asked)
            writer.write(json.dumps(answer).encode() + b"\n")
            await writer.drain()

    async def state(self, window: Any) -> dict[str, Any]:
        """What the window knows."""
        people = window.session.people
        return {
            "people": [person.name for person in people.people.values()],
            "hands": [person.name for person in people.hands()],
            "knocking": dict(people.knocking),
            "chat": [line.text for line in people.chat],
            "dropped": window.session.bridge.reader.dropped,
            "refused": list(self._refused),
            "links": list(self._links),
            "mode": window.session.mode,
            "shown": window.stack.currentWidget() is window.view,
            "said": window.said.message(),
            "miniBar": window.mini_bar.isVisible(),
            "sharingBar": window.sharing_bar.isVisible(),
            "offTheRecord": window.page.profile().isOffTheRecord(),
            "history": [item.url().toString() for item in window.page.history().items()],
            "dialogs": [dialog.windowTitle() for dialog in _dialogs()],
            "log": list(_LOG),
        }

    async def press(self, window: Any, button: str) -> None:
        """A button of head or bar."""
        window.press(button)

    async def order(self, window: Any, name: str, arguments: list[Any]) -> None:
        """A command of the panel."""
        from learnup_desktop.meeting.commands import Command

        window.panel.ordered.emit(Command(name, tuple(arguments)))

    async def admit(self, window: Any, identifier: str) -> None:
        """Let in."""
        window.panel._answer(identifier, admit=True)

    async def mode(self, window: Any, mode: str) -> None:
        """Choose in the head."""
        window.head.mode_chosen.emit(mode)

    async def said(self, window: Any) -> None:
        """The button of what is said in the meeting's place."""
        window.said.action_requested.emit()

    async def password(self, window: Any, words: str) -> None:
        """Type it and press Enter."""
        window.password.field.edit.setText(words)
        window.password.field.edit.returnPressed.emit()

    async def choose(self, window: Any, value: str, row: int | None = None) -> list[str]:
        """Answer the open dialog; in the picker, choose the card of a row first. Returns the cards' names."""
        from learnup_desktop.meeting.screen_picker import ScreenPicker
        from learnup_desktop.qt.dialogs import Dialog

        (dialog,) = [dialog for dialog in _dialogs() if isinstance(dialog, Dialog)]
        names = []
        if isinstance(dialog, ScreenPicker):
            names = [card.accessibleName() for card in dialog._cards]
            if row is not None:
                dialog._cards[row].clicked.emit()
        dialog._choose(value)
        return names

    async def click(self, window: Any, x: int, y: int) -> None:
        """Press the mouse somewhere in the meeting, as a person does."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        inside = window.view.focusProxy() or window.view
        QTest.mouseClick(inside, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(x, y))

    async def kill_renderer(self, window: Any) -> None:
        """As a crash does."""
        psutil.Process(window.page.renderProcessPid()).kill()

    async def script(self, window: Any, source: str) -> Any:
        """Run in the host page."""
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        window.page.runJavaScript(source, 0, answer.set_result)
        return await asyncio.wait_for(answer, 10)

    async def picture(self, window: Any, path: str, what: str = "window") -> None:
        """Save what is shown."""
        widgets = {"window": window, "mini": window.mini_bar, "sharing": window.sharing_bar}
        widget: QWidget = widgets[what] if what in widgets else _dialogs()[0]
        widget.grab().save(path)

    async def tab(self, window: Any, name: str) -> None:
        """Turn the panel."""
        window.panel.tabs.set_value(name)


_LOG: list[str] = []


def _dialogs() -> "list[QWidget]":
    from PySide6.QtWidgets import QApplication, QDialog

    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]


def _collect_log() -> None:
    import logging

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            _LOG.append(record.getMessage())

    logging.getLogger().addHandler(Keeping())
    logging.getLogger().setLevel(logging.DEBUG)
    logging.getLogger("asyncio").setLevel(logging.WARNING)
    logging.getLogger("qasync").setLevel(logging.WARNING)


def main(arguments: list[str]) -> int:
    """Run; the exit code."""
    prepare_qt_environment()
    _collect_log()

    def trusted() -> "Sequence[QSslCertificate]":
        from PySide6.QtNetwork import QSslCertificate

        return QSslCertificate.fromData(Path(arguments[0]).read_bytes()) if arguments[0] else []

    return meeting_main.main([], trusted=trusted, visit=Visitor(int(arguments[1])).visit)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
