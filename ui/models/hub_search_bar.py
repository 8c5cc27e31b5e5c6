"""The line above the results: what is searched for, what comes first, and whether the Hub knows the user."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from lab.language import tr
from lab.models.hub_values import HubSort
from ui.controls.segmented import Segmented
from ui.models.token_keeper import TokenState

SEARCH_AFTER_MS = 600
"""How long the typing must rest before a search begins. The Hub is asked over the network, so not at each letter."""

_LEAST_LETTERS = 2
_LONGEST_TEXT = 200


class SearchBar(QWidget):
    """A search field and what belongs to it.

    Signals:
        wanted(): Something else is searched for, or the same again.
        left_downwards(): Down was pressed in the field.
        token_asked(): The user wants to give a token, or have it forgotten.
    """

    wanted = Signal()
    left_downwards = Signal()
    token_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setObjectName("hubSearch")
        self.field.setPlaceholderText(tr("Search Hugging Face for GGUF models"))
        self.field.setAccessibleName(tr("Search Hugging Face"))
        self.field.setToolTip(tr("Words of the model’s name (Ctrl+F); Enter searches at once"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(_LONGEST_TEXT)
        self.field.installEventFilter(self)
        self.sort = Segmented(
            ((HubSort.DOWNLOADS, tr("Downloads")), (HubSort.LIKES, tr("Likes"))), name=tr("Most"), parent=self
        )
        self.sort.button(HubSort.DOWNLOADS).setToolTip(tr("What was downloaded most in the last 30 days comes first"))
        self.sort.button(HubSort.LIKES).setToolTip(tr("What most people like comes first"))
        self.token_button = QPushButton(tr("Token …"), self)
        self.token_button.clicked.connect(self.token_asked)
        self.show_token(None)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SEARCH_AFTER_MS)
        self._rest.timeout.connect(self._search_by_itself)
        self.field.textChanged.connect(self._typed)
        self.sort.chosen.connect(self._search_now)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.sort)
        row.addWidget(self.token_button)

    @property
    def text(self) -> str:
        """What is searched for."""
        return " ".join(self.field.text().split())

    @property
    def order(self) -> HubSort:
        """What comes first."""
        return HubSort(self.sort.value())

    def search_for(self, text: str) -> None:
        """Search for something at once."""
        self.field.setText(text)
        self._search_now()

    def focus(self) -> None:
        """Put the cursor into the field; what is in it can be typed over."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def pause(self) -> None:
        """Search for nothing by itself for now."""
        self._rest.stop()

    def show_token(self, state: TokenState | None) -> None:
        """Say on the button whether there is a token."""
        has_one = state is not None and state.place is not None
        self.token_button.setText(tr("Token ✓") if has_one else tr("Token …"))
        self.token_button.setAccessibleName(tr("Token: there is one") if has_one else tr("Token: there is none"))
        self.token_button.setToolTip(
            tr("Searches and downloads are made with your token") if has_one else tr("For models that ask for terms")
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Enter searches, Down leads to what was found, Esc empties the field, and then leads back."""
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape and self.field.text():
            event.accept()  # else whoever goes back on Esc would have it before the field
            return True
        if event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._search_now()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.left_downwards.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self._rest.start()
        if not text.strip():
            self._search_now()

    def _search_by_itself(self) -> None:
        if len(self.text) >= _LEAST_LETTERS:
            self.wanted.emit()

    def _search_now(self) -> None:
        self._rest.stop()
        self.wanted.emit()
