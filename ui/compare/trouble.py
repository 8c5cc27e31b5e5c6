"""What a pane shows when its model failed: a sentence, a hint, and a way to go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import tr


class Trouble(QFrame):
    """A box with one error; hidden while there is none.

    Signals:
        start_again(): The user wants the model loaded anew.
    """

    start_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trouble")
        self._detail = ""
        self._message = _label(self, "danger")
        self._hint = _label(self, "quiet")
        self._again = QPushButton(tr("Start again"), self)
        self._again.clicked.connect(self.start_again)
        self._copy = QPushButton(tr("Copy details"), self)
        self._copy.setToolTip(tr("Put what the model's process last said on the clipboard"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._detail))
        row = QHBoxLayout()
        row.addWidget(self._again)
        row.addWidget(self._copy)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self._message)
        layout.addWidget(self._hint)
        layout.addLayout(row)
        self.hide()

    def say(self, error: LabError, *, can_start_again: bool) -> None:
        """Show an error."""
        self._message.setText(error.message)
        self._hint.setText(error.hint)
        self._hint.setVisible(bool(error.hint))
        self._detail = "\n".join(filter(None, (error.message, error.hint, error.detail)))
        self._copy.setVisible(bool(error.detail))
        self._again.setVisible(can_start_again)
        self.setAccessibleName(f"{error.message} {error.hint}".strip())
        self.show()

    def text(self) -> str:
        """The sentence that is shown; empty if there is none."""
        return "" if self.isHidden() else self._message.text()


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
