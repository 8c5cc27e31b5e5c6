"""The head of the models page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from lab.language import tr
from ui.controls.elided_label import ElidedLabel


class ModelsHeader(QFrame):
    """Says what is free, and leads to more models. While another view is open it leads back instead.

    Signals:
        folder_asked(): The user wants to add a folder.
        search_asked(): The user wants to search the Hub.
        back_asked(): The user wants to see the models again.
    """

    folder_asked = Signal()
    search_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(52)
        self.back = self._button(
            tr("← Back"), tr("Back to the models on this computer (Esc)"), tr("Back to the models")
        )
        self.back.clicked.connect(self.back_asked)
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.facts = ElidedLabel(parent=self)
        self.facts.setProperty("role", "quiet")
        self.folder = self._button(
            tr("Add a folder …"), tr("Look for models in a folder of yours too (Ctrl+O)"), tr("Add a folder")
        )
        self.folder.clicked.connect(self.folder_asked)
        self.search = self._button(tr("Search Hugging Face"), tr("Find more models on the Hub (Ctrl+Shift+F)"), "")
        self.search.clicked.connect(self.search_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        layout.addWidget(self.back)
        layout.addWidget(self.title)
        layout.addSpacing(4)
        layout.addWidget(self.facts, 1)
        layout.addWidget(self.folder)
        layout.addWidget(self.search)
        self.show_title(tr("Models"), elsewhere=False)

    def show_title(self, title: str, *, elsewhere: bool) -> None:
        """Name what is shown.

        Args:
            title: Of the view.
            elsewhere: Whether this is another view than that of the models.
        """
        self.title.setText(title)
        self.back.setVisible(elsewhere)
        self.folder.setVisible(not elsewhere)
        self.search.setVisible(not elsewhere)

    def _button(self, text: str, tip: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleName(name or text)
        return button
