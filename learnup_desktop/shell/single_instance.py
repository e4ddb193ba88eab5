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
        self._sockets: list[QLocalSocket] = []

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
        for socket in list(self._sockets):
            self._drop(socket)
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
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
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            # Ours, not the server's: a socket that dies with its server says so while it is being destroyed.
            socket.setParent(self)
            self._sockets.append(socket)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._read)
        self._read()

    def _read(self) -> None:
        for socket in list(self._sockets):
            if socket.canReadLine():
                self._understand(bytes(socket.readLine(_LONGEST).data()))
            elif socket.bytesAvailable() <= _LONGEST and socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
                continue
            self._drop(socket)

    def _drop(self, socket: QLocalSocket) -> None:
        self._sockets.remove(socket)
        socket.readyRead.disconnect(self._read)
        socket.disconnected.disconnect(self._read)
        socket.abort()
        socket.deleteLater()

    def _understand(self, line: bytes) -> None:
        try:
            arguments = json.loads(line)
        except ValueError:
            return
        if isinstance(arguments, list) and all(isinstance(argument, str) for argument in arguments):
            self.message_received.emit(arguments)
