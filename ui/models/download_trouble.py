"""Says why a download stopped and what to do, and gives the address that it speaks of to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import tr
from ui.controls.plain_tip import plain_tip
from ui.models.download_words import address_in


class DownloadTrouble(QWidget):
    """A sentence, a hint, and a button where the hint names a page. Hidden while there is no trouble."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._message = _label("danger", "downloadTrouble", self)
        self._hint = _label("small", "downloadHint", self)
        self.copy = QPushButton(tr("Copy the address"), self)
        self.copy.setProperty("role", "link")
        self.copy.setCursor(Qt.CursorShape.PointingHandCursor)
        self.copy.clicked.connect(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._message)
        layout.addWidget(self._hint)
        layout.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_error(self, error: LabError | None) -> None:
        """Show an error; None for none."""
        self.setVisible(error is not None)
        if error is None:
            return
        address = address_in(error.hint)
        if address != self._address or self._message.text() != error.message:
            self.copy.setText(tr("Copy the address"))
        self._address = address
        self._message.setText(error.message)
        self._hint.setText(error.hint)
        self._hint.setVisible(bool(error.hint))
        self.copy.setVisible(bool(address))
        self.copy.setAccessibleName(tr("Copy the address {address}", address=address))
        self.copy.setToolTip(plain_tip(tr("Copy {address} to open it in a browser", address=address)))

    def text(self) -> str:
        """What it says."""
        return f"{self._message.text()} {self._hint.text()}".strip()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copy.setText(tr("Copied ✓"))


def _label(role: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
