"""Says how an export or import ended, until the user has read it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from lab.errors import LabError
from lab.language import tr


class ToldBar(QFrame):
    """Hidden without a message. It stays until it is closed or something else is said: what a fault names takes time.

    Attributes:
        show_file: Opens the folder of the file that was written.
        close_button: Takes the message away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._path: Path | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.show_file = self._button(tr("Show in folder"), tr("Open the folder that the file is in"))
        self.show_file.clicked.connect(self._show_folder)
        self.close_button = self._button(tr("Close"), tr("Take this message away"))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.show_file, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str, path: Path | None = None) -> None:
        """Show a message.

        Args:
            text: Lines of it.
            path: A file that was written, to be shown in its folder.
        """
        self._path = path
        self._show(text, "said")

    def complain(self, error: LabError) -> None:
        """Show what went wrong."""
        self._path = None
        self._show(f"{error.message} {error.hint}".strip(), "failed")

    def text(self) -> str:
        """What it says; empty if nothing."""
        return self._label.text() if not self.isHidden() else ""

    def _show(self, text: str, state: str) -> None:
        self._label.setText(text)
        self.show_file.setVisible(self._path is not None)
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _show_folder(self) -> None:
        assert self._path is not None
        folder = self._path.parent
        if not folder.is_dir():
            self._label.setText(tr("The folder {folder} is not there any more.", folder=folder))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._label.setText(tr("The file manager did not open. The folder is {folder}.", folder=folder))

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "compact")
        button.setAccessibleName(words)
        button.setToolTip(tip)
        return button
