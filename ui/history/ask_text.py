"""A small dialog that asks for one line of text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from lab.language import tr


class AskText(QDialog):
    """Asks, and waits for nobody: open it with ``open()``.

    Args:
        title: Of the window.
        question: What stands above the field.
        text: What stands in it at first, selected.
        hint: A quiet sentence below; empty for none.
        parent: Over which it opens.

    Signals:
        answered(str): What was written, without blanks around it.
    """

    answered = Signal(str)

    def __init__(self, title: str, question: str, text: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self._field = QLineEdit(text, self)
        self._field.setAccessibleName(question)
        self._field.setMaxLength(400)
        self._field.selectAll()
        label = QLabel(question, self)
        label.setBuddy(self._field)
        label.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        save = buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setProperty("role", "main")
        save.style().unpolish(save)  # the box has dressed it already
        save.style().polish(save)
        save.setToolTip(tr("Save (Enter)"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setToolTip(tr("Change nothing (Esc)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self._field)
        if hint:
            quiet = QLabel(hint, self)
            quiet.setProperty("role", "quiet")
            quiet.setWordWrap(True)
            quiet.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(quiet)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        self.accepted.connect(lambda: self.answered.emit(self._field.text().strip()))
        self.finished.connect(self.deleteLater)
