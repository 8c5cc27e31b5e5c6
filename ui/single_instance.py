"""One window a home: a second start raises the first."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500
_KNOCK = b"raise"
_FILE = b"open "
"""Before the path of a file."""
_END = b"\0"
_MOST_BYTES = 2**15
"""The longest path that systems take, and a little more."""


class SingleInstance(QObject):
    """Listens for further starts with the same home.

    Args:
        home: The folder that the program keeps its data in.
        parent: Owns it.

    Signals:
        raised(): Somebody has started the program again.
        file_asked(str): They want it to open this file, besides.
    """

    raised = Signal()
    file_asked = Signal(str)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "counterpoint-" + hashlib.sha256(str(home).encode()).hexdigest()[:16]
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._opened)

    def claim(self, file: Path | None = None) -> bool:
        """Become the one instance.

        Args:
            file: What should be opened; if there is an instance already, it is told so.

        Returns:
            False if there is one already; it has been asked to come to the front.
        """
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE_MS):
            socket.write(_KNOCK if file is None else _FILE + os.fsencode(file.absolute()) + _END)
            socket.waitForBytesWritten(_PATIENCE_MS)
            socket.disconnectFromServer()
            return False
        # A program that was killed leaves its socket behind.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)  # where that is not to be had, two windows are better than none
        return True

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _opened(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.readyRead.connect(self._hear)
            self.raised.emit()
            self._hear()  # it may have said all already

    def _hear(self) -> None:
        for connection in self._server.findChildren(QLocalSocket):
            said = bytes(connection.peek(_MOST_BYTES).data())
            if said.startswith(_FILE) and said.endswith(_END):  # all of the path is there
                connection.readAll()
                self.file_asked.emit(os.fsdecode(said[len(_FILE) : -len(_END)]))
