"""One LearnUp a person and computer: a second start hands its arguments (a deep link) to the first and ends.

Two clients on one account would fight over the outbox and the attempt's lease.
"""

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500
_LONGEST = 64 * 1024


class SingleInstance(QObject):
    """Claims the place of the one instance for a data folder.

    Args:
        data_folder: two starts with different folders do not disturb each other.

    Attributes:
        message_received: the arguments of a later start.
    """

    message_received = Signal(list)

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()[:16]
        self._name = f"learnup-desktop-{digest}"
        self._server: QLocalServer | None = None

    def claim(self, arguments: list[str]) -> bool:
        """Become the one instance, or tell the one that is there.

        Returns:
            True when this is the first; False when the arguments were handed over and this one should end.
        """
        if self._hand_over(arguments):
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._connected)
        if not server.listen(self._name):
            # Nobody answered, so the socket file was left by a crash.
            QLocalServer.removeServer(self._name)
            if not server.listen(self._name):
                # Another start won the race between our question and our claim.
                return not self._hand_over(arguments)
        self._server = server
        return True

    def release(self) -> None:
        """Give the place up."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _hand_over(self, arguments: list[str]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(json.dumps(arguments).encode() + b"\n")
        socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def _connected(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        line = bytes(socket.readLine(_LONGEST).data())
        try:
            arguments = json.loads(line)
        except ValueError:
            return
        if isinstance(arguments, list) and all(isinstance(argument, str) for argument in arguments):
            self.message_received.emit(arguments)
