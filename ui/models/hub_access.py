"""What stands between the user and a repository's files: its licence, and terms that its author wants accepted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.language import tr
from lab.models.hub_values import Gate
from ui.controls.elided_label import ElidedLabel
from ui.controls.plain_tip import plain_tip
from ui.models.hub_questions import OfferedRepository
from ui.models.hub_words import GATE_SENTENCES, licence_sentence


class Access(QWidget):
    """The licence in a line; below it, if it has terms, what to do to get the files.

    Args:
        parent: Of the widget.

    Signals:
        token_asked(): The user wants to give a token.
    """

    token_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = ""
        self._licence_address = ""
        self.licence = ElidedLabel("", self)
        self.licence.setProperty("role", "quiet")
        self.licence_button = QPushButton(self)
        self.licence_button.setProperty("role", "link")
        self.licence_button.clicked.connect(lambda: self._copy(self.licence_button, self._licence_address))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.licence)
        line.addWidget(self.licence_button)
        line.addStretch()
        self._gate = QFrame(self)
        self._gate.setObjectName("hubGate")
        self._why = _plain("name", self._gate)
        self._what = _plain("quiet", self._gate)
        self.page_button = QPushButton(self._gate)
        self.page_button.clicked.connect(lambda: self._copy(self.page_button, self._page))
        self.token_button = QPushButton(tr("Token …"), self._gate)
        self.token_button.setAccessibleName(tr("Token"))
        self.token_button.setToolTip(tr("Give Counterpoint a token of your account"))
        self.token_button.clicked.connect(self.token_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.page_button, self.token_button):
            button.setProperty("role", "compact")
            buttons.addWidget(button)
        buttons.addStretch()
        inner = QVBoxLayout(self._gate)
        inner.setContentsMargins(14, 10, 14, 12)
        inner.setSpacing(6)
        inner.addWidget(self._why)
        inner.addWidget(self._what)
        inner.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self._gate)

    def show_repository(self, offered: OfferedRepository, page: str) -> None:
        """Say what holds for a repository.

        Args:
            offered: The repository.
            page: The address of its page.
        """
        found = offered.found
        self._page, self._licence_address = page, found.licence_url
        self.licence.setText(licence_sentence(found))
        self.licence_button.setVisible(bool(found.licence_url))
        copy = tr("Copy {address}", address=found.licence_url)
        _word(self.licence_button, tr("Copy its address"), plain_tip(copy))
        _word(self.page_button, tr("Copy the page’s address"), plain_tip(tr("Copy {address}", address=page)))
        self._gate.setVisible(found.gate is not Gate.OPEN)
        self._why.setText(GATE_SENTENCES[found.gate])
        first = tr("Open its page in your browser, log in and accept the terms.")
        if offered.has_token:
            self._what.setText(
                tr("{first} If that is done with the account of your token, you can download it.", first=first)
            )
        else:
            self._what.setText(
                tr("{first} Then give Counterpoint a token of that account, and download it.", first=first)
            )

    def _copy(self, button: QPushButton, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        _word(button, tr("Address copied ✓"), plain_tip(address))


def _word(button: QPushButton, words: str, hint: str) -> None:
    button.setText(words)
    button.setAccessibleName(words)
    button.setToolTip(hint)


def _plain(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
