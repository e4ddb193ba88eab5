"""The meeting's process: from the first line on stdin to the end of the window.

Qt WebEngine is imported here and nowhere above, before there is an application: the scheme has to be known to
Chromium by then. Nothing is written to a log file, and stderr leads nowhere: what Chromium says there can hold
addresses with tokens.
"""

import asyncio
import contextlib
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, BinaryIO

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.base.log import get_logger
from learnup_desktop.meeting.messages import (
    BackToClient,
    Join,
    Line,
    Look,
    NewLook,
    NewMaterials,
    NewTicket,
    OpenMaterial,
    Order,
    Presence,
    Press,
    TicketWanted,
    decode_order,
    encode_line,
)

if TYPE_CHECKING:
    from PySide6.QtNetwork import QSslCertificate
    from PySide6.QtWidgets import QApplication

    from learnup_desktop.meeting.window import MeetingWindow

_log = get_logger(__name__)

FORBIDDEN_FLAGS = ("--remote-debugging", "--remote-allow", "--load-extension", "--enable-logging", "--v=", "--vmodule")
"""Chromium's switches that would open the meeting to others on this computer, or write it down."""

LEAVING_SECONDS = 2.0
"""After the client has gone or wants the end: for Jitsi to say goodbye, then the process ends."""


def prepare_environment() -> None:
    """What Chromium reads at its start: no developer tools, no log."""
    for name in ("QTWEBENGINE_REMOTE_DEBUGGING", "SSLKEYLOGFILE"):
        os.environ.pop(name, None)
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "").split()
    kept = [flag for flag in flags if not flag.startswith(FORBIDDEN_FLAGS)]
    if kept != flags:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(kept)


def private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Our two pipes, out of reach of Chromium's processes, which would keep them open and could write into them."""
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return incoming, outgoing


class ClientLine:
    """What the client hears from us; a client that is gone hears nothing."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def say(self, line: Line) -> None:
        """One line, at once."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(encode_line(line))
            self._stream.flush()


class MeetingProgram:
    """The window and the client's line, under a running loop.

    Args:
        app: the application.
        client: the line to the client.
        trusted: certificates of the host's own authority.
    """

    def __init__(self, app: "QApplication", client: ClientLine, trusted: "Sequence[QSslCertificate]" = ()) -> None:
        self._app = app
        self._client = client
        self._trusted = trusted
        self._in = False
        self.window: MeetingWindow | None = None
        self.ended = asyncio.Event()

    def obey(self, order: Order) -> None:
        """Do what the client wants."""
        window = self.window
        match order:
            case Join() if window is None:
                self._open(order)
            case NewTicket() if window is not None:
                window.session.renew(order.ticket, refused=order.refused)
            case NewMaterials() if window is not None:
                window.show_materials(order.materials)
            case NewLook():
                self._apply(order.look)
            case Press() if window is not None:
                window.press(order.button)

    def client_gone(self) -> None:
        """Leave and end."""
        if self.window is None:
            self.ended.set()
            return
        asyncio.get_running_loop().call_later(LEAVING_SECONDS, self.ended.set)
        self.window.end()

    def _open(self, join: Join) -> None:
        from learnup_desktop.meeting.window import MeetingWindow

        self._apply(join.look)
        self.window = window = MeetingWindow(join, self._trusted)
        window.session.changed.connect(self._tell)
        window.session.ticket_wanted.connect(lambda: self._client.say(TicketWanted()))
        window.material_opened.connect(lambda identifier: self._client.say(OpenMaterial(id=identifier)))
        window.back_asked.connect(lambda: self._client.say(BackToClient()))
        window.closed.connect(self.ended.set)
        self._tell()
        window.start()

    def _apply(self, look: Look) -> None:
        from learnup_desktop.qt import i18n
        from learnup_desktop.qt.theme import theme

        i18n.set_language(look.language)
        theme().apply(self._app, look.scheme, look.zoom_percent, reduce_motion=look.reduce_motion)

    def _tell(self) -> None:
        if self.window is None:
            return
        session = self.window.session
        told = session.told
        self._client.say(told)
        # A rejoin is no leaving: only the end is.
        if told.state == "joined" and not self._in:
            self._in = True
            self._client.say(Presence(joined=True))
        elif session.over and self._in:
            self._in = False
            self._client.say(Presence(joined=False))


def listen(
    stream: BinaryIO, loop: asyncio.AbstractEventLoop, obey: Callable[[Order], None], gone: Callable[[], None]
) -> None:
    """Read orders until the client's end of the pipe is closed; on a thread of its own."""
    with contextlib.suppress(RuntimeError):
        with contextlib.suppress(OSError, ValueError):
            for line in stream:
                try:
                    order = decode_order(line)
                except ProtocolError as error:
                    _log.warning("%s", error.detail)
                else:
                    loop.call_soon_threadsafe(obey, order)
        loop.call_soon_threadsafe(gone)


def main(
    _arguments: list[str],
    *,
    trusted: "Callable[[], Sequence[QSslCertificate]]" = tuple,
    visit: "Callable[[MeetingProgram], object]" = lambda program: None,
) -> int:
    """Run; the exit code.

    Args:
        trusted: certificates of a host's own authority.
        visit: shown the program once it runs.
    """
    prepare_environment()
    incoming, outgoing = private_pipes()
    from learnup_desktop.meeting import scheme

    scheme.register()
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("LearnUp")
    app.setDesktopFileName("lk.learnup.desktop")
    from learnup_desktop.qt import loop

    async def run() -> int:
        program = MeetingProgram(app, ClientLine(outgoing), trusted())
        running = asyncio.get_running_loop()
        reader = threading.Thread(
            target=listen, args=(incoming, running, program.obey, program.client_gone), name="orders", daemon=True
        )
        reader.start()
        visit(program)
        await program.ended.wait()
        if program.window is not None:
            program.window.tasks.close()
            await program.window.tasks.wait_closed()
        return 0

    code = loop.run(app, run)
    outgoing.close()
    # Chromium's own taking down can take seconds, and everything that is to be kept has been said.
    os._exit(code)
