"""What the program is made of: a list of libraries, and the licence of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lab.language import tr
from lab.licences import Component
from ui.settings.card import quiet_label

_WIDTH, _HEIGHT = 820, 540
_LIST_WIDTH = 250


class LicencesDialog(QDialog):
    """Shows the licences. Waits for nobody: open it with ``open()``.

    Args:
        components: What there is to show.
        parent: Over which it opens.
    """

    def __init__(self, components: Sequence[Component], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("licencesDialog")
        self.setWindowTitle(tr("Licences"))
        self.resize(_WIDTH, _HEIGHT)
        self._components = components
        self.list = QListWidget(self)
        self.list.setObjectName("licences")
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setAccessibleName(tr("Libraries"))
        self.list.setToolTip(tr("Choose one to read its licence (↑ ↓)"))
        self.list.addItems([f"{each.name} {each.version}".strip() for each in components])
        self.facts = QLabel(self)
        self.facts.setProperty("role", "quiet")
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("licenceText")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text of the licence"))
        self.text.setTabChangesFocus(True)
        self.close_button = QPushButton(tr("Close"), self)
        self.close_button.setToolTip(tr("Close this window (Esc)"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.finished.connect(self.deleteLater)

    def _lay_out(self) -> None:
        thanks = tr(
            "Counterpoint is made with the work of many others. These libraries are in it, with their licences."
        )
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.facts)
        right.addWidget(self.text, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(quiet_label(thanks, self))
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._components):
            return
        component = self._components[row]
        self.facts.setText("\n".join(filter(None, (component.licence, component.url))))
        self.text.setPlainText(component.text or tr("Its text is not here; read it at the address above."))
