"""macOS tells a running program which file was double-clicked; elsewhere that comes with the command line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication


class FileRequests(QObject):
    """Listens for files that the system wants opened.

    Args:
        application: Gets them; it owns this.

    Signals:
        asked(str): The path of a file.
    """

    asked = Signal(str)

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Pass a file on."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit(event.file())
            return True
        return super().eventFilter(watched, event)
