"""The system's dialogs that ask for a file, beginning where the last one ended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChoice:
    """Asks for files.

    Args:
        parent: The widget that asks.
    """

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def to_write(self, title: str, name: str, kind: str) -> Path | None:
        """Where something goes; None if it is not wanted after all.

        Args:
            title: Of the dialog.
            name: Suggested name; a name without an ending gets the same one, and is asked about if it is taken.
            kind: What such a file is called.
        """
        suffix = Path(name).suffix
        dialog = QFileDialog(self._parent, title, self._folder, f"{kind} (*{suffix})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        return self._ask(dialog)

    def to_read(self, title: str, kinds: str) -> Path | None:
        """What to read; None if nothing.

        Args:
            title: Of the dialog.
            kinds: Filters, as ``QFileDialog`` has them.
        """
        dialog = QFileDialog(self._parent, title, self._folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> Path | None:
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if not chosen:
            return None
        path = Path(chosen[0])
        self._folder = str(path.parent)
        return path
