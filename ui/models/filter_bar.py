"""What to look for in the table: words, a kind, a fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from lab.language import tr
from lab.models.fit_verdict import Fit
from lab.records import Kind
from ui.models.table_model import Wanted
from ui.models.words import FIT_WORDS, KIND_WORDS

SEARCH_AFTER_MS = 120
"""How long the typing must rest before the table follows."""


class FilterBar(QWidget):
    """A search field, two choices, how many rows there are, and a button to look again.

    Signals:
        changed(Wanted): Something else is looked for.
        left_downwards(): Enter or Down was pressed in the search field.
        again_asked(): The computer should be looked through again.
    """

    changed = Signal(object)
    left_downwards = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search these models"))
        self.search.setAccessibleName(tr("Search these models"))
        self.search.setToolTip(tr("Search names, families, quantizations and places (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(320)
        self.search.installEventFilter(self)
        self.kind = self._choice(tr("Kind"), tr("Only models of this kind"))
        self.kind.addItem(tr("Any kind"), None)
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(words, kind)
        self.fit = self._choice(tr("Fit"), tr("Only models that fit like this"))
        self.fit.addItem(tr("Any fit"), None)
        for fit, words in FIT_WORDS.items():
            self.fit.addItem(words[0].upper() + words[1:], fit)
        self.count = QLabel(self)
        self.count.setProperty("role", "quiet")
        self.again = QPushButton(tr("Look again", "for models"), self)
        self.again.setAccessibleName(tr("Look through this computer again"))
        self.again.setToolTip(tr("Look through this computer again (F5)"))
        self.again.setProperty("role", "compact")
        self.again.clicked.connect(self.again_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.kind)
        row.addWidget(self.fit)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addSpacing(4)
        row.addWidget(self.again)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SEARCH_AFTER_MS)
        self._rest.timeout.connect(self._tell)
        self.search.textChanged.connect(lambda: self._rest.start())
        for box in (self.kind, self.fit):
            box.currentIndexChanged.connect(self._tell)

    def wanted(self) -> Wanted:
        """What is looked for."""
        kind, fit = self.kind.currentData(), self.fit.currentData()
        # Qt hands a text on where an enum of texts was put in.
        return Wanted(text=self.search.text().strip(), kind=Kind(kind) if kind else None, fit=Fit(fit) if fit else None)

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.blockSignals(True)
        self.search.clear()
        self.kind.setCurrentIndex(0)
        self.fit.setCurrentIndex(0)
        self.blockSignals(False)
        self._tell()

    def show_choices(self, shown: bool) -> None:
        """Hide what there is nothing to look for in, or show it again."""
        for widget in (self.search, self.kind, self.fit):
            widget.setVisible(shown)

    def focus(self) -> None:
        """Put the cursor into the search field; what is in it can be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Enter and Down lead from the search field to the table; Esc empties it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self._tell()
                self.left_downwards.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._rest.stop()
        self.changed.emit(self.wanted())

    def _choice(self, name: str, tip: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(tip)
        return box
