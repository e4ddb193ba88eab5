"""Between page and program: what the page says becomes a typed event, what we order a command. QWebChannel carries it.

Only the host page's own frame has the channel; a frame of the meeting speaks to it by ``postMessage`` as on any
website.
"""

import json

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage

from learnup_desktop.meeting.commands import Command
from learnup_desktop.meeting.event_reader import EventReader
from learnup_desktop.meeting.events import EVENTS, PageEvent


class MeetingBridge(QObject):
    """What the page sees as ``bridge``.

    Attributes:
        happened: with every :class:`PageEvent` that was understood.
        page_opened: the host page is there and waits to be told what to join.
        reader: judges what the page says.
    """

    happened = Signal(object)
    page_opened = Signal()

    def __init__(self, page: QWebEnginePage) -> None:
        super().__init__(page)
        self.reader = EventReader()
        self._attempt = 0
        self._face = _Face(self)
        channel = QWebChannel(page)
        channel.registerObject("bridge", self._face)
        page.setWebChannel(channel)

    def join(self, domain: str, meeting: dict[str, object]) -> None:
        """Tell the opened page what to join; ``meeting`` are the options of ``JitsiMeetExternalAPI``."""
        self._attempt += 1
        known = [name for name in EVENTS if not name.startswith("learnup.")]
        options = {"attempt": self._attempt, "domain": domain, "events": known, "meeting": meeting}
        self._face.begin.emit(json.dumps(options))

    def forget(self) -> None:
        """This try is over: what its page still says is not heard, such as the goodbye after a sleep."""
        self._attempt += 1

    def do(self, *commands: Command) -> None:
        """Give commands; what is no longer there does not hear them."""
        for command in commands:
            self._face.command.emit(json.dumps({"name": command.name, "arguments": list(command.arguments)}))

    def ask_alive(self, number: int) -> None:
        """``Alive`` with this number comes back while the meeting answers."""
        self._face.beat.emit(number)

    def hear(self, attempt: int, name: str, text: str) -> None:
        """A message of the page; what an earlier try still says is not heard."""
        event: PageEvent | None = self.reader.read(name, text)
        if event is not None and attempt == self._attempt:
            self.happened.emit(event)


class _Face(QObject):
    """The part of the bridge that the page can reach: two slots and three signals."""

    begin = Signal(str)
    command = Signal(str)
    beat = Signal(int)

    def __init__(self, bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge

    @Slot()
    def opened(self) -> None:
        """The page is there."""
        self._bridge.page_opened.emit()

    @Slot(int, str, str)
    def said(self, attempt: int, name: str, text: str) -> None:
        """The page tells something."""
        self._bridge.hear(attempt, name, text)
