"""The dialog in which the user gives Counterpoint a Hub token, or has it forgotten."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import tr
from ui.models.token_keeper import TokenKeeper, TokenState
from ui.models.token_words import HOW_TO_GET, WHAT_FOR, can_forget, place_sentence, state_sentence

_WIDTH = 460
_LONGEST_TOKEN = 600


class TokenDialog(QDialog):
    """Takes a token and never shows it again. Waits for nobody: open it with ``open()``.

    Args:
        keeper: Keeps it.
        parent: Over which it opens.
    """

    def __init__(self, keeper: TokenKeeper, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tokenDialog")
        self.setWindowTitle(tr("Hugging Face token"))
        self.setFixedWidth(_WIDTH)
        self._keeper = keeper
        self._keeping = False
        self.state = self._label("name")
        self.where = self._label("quiet")
        self.trouble = self._label("danger")
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMaxLength(_LONGEST_TOKEN)
        self.field.setPlaceholderText(tr("Paste a token: hf_…"))
        self.field.setAccessibleName(tr("Token"))
        self.field.setToolTip(tr("It is hidden while you type (Enter keeps it)"))
        self.field.textChanged.connect(self._show_buttons)
        self.keep_button = self._button(tr("Keep"), tr("Keep this token (Enter)"), self._keep)
        self.keep_button.setProperty("role", "main")
        self.keep_button.setDefault(True)
        self.forget_button = self._button(tr("Forget it"), tr("Remove the token that is kept"), self._forget)
        self.close_button = self._button(tr("Close"), tr("Close this window (Esc)"), self.reject)
        for button in (self.forget_button, self.close_button):
            button.setAutoDefault(False)
        self._lay_out()
        keeper.changed.connect(self._show)
        keeper.refused.connect(self._complain)
        self.finished.connect(self.deleteLater)
        self._show_state(keeper.state)
        keeper.look()
        self.field.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """What was typed and not kept does not stay in memory."""
        self.field.clear()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        what_for = self._label("quiet", WHAT_FOR)
        how = self._label("quiet", HOW_TO_GET)
        how.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.trouble.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.forget_button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.keep_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        for widget in (self.state, what_for, how, self.field, self.where, self.trouble):
            layout.addWidget(widget)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        QWidget.setTabOrder(self.field, self.keep_button)
        QWidget.setTabOrder(self.keep_button, self.forget_button)
        QWidget.setTabOrder(self.forget_button, self.close_button)

    def _fit(self) -> None:
        """Be as high as the sentences need; Qt asks labels that wrap for that once only."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))

    def _label(self, role: str, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _button(self, words: str, tip: str, then: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.clicked.connect(then)
        return button

    def _keep(self) -> None:
        text = self.field.text()
        if not text.strip() or self._keeper.is_busy:
            return
        self._keeping = True
        self._begin(tr("Waiting for the keyring …"))
        self._keeper.keep(text)
        self._show_buttons()

    def _forget(self) -> None:
        self._begin(tr("Forgetting it …"))
        self._keeper.forget()
        self._show_buttons()

    def _begin(self, words: str) -> None:
        self.trouble.hide()
        self.state.setText(words)

    def _show(self, state: TokenState) -> None:
        self.trouble.hide()
        if self._keeping:
            self._keeping = False
            self.field.clear()
            self.close_button.setFocus()
        self._show_state(state)

    def _complain(self, error: LabError) -> None:
        self._keeping = False
        self._show_state(self._keeper.state)
        self.trouble.setText(f"{error.message} {error.hint}".strip())
        self.trouble.show()
        self._fit()
        self.field.setFocus()
        self.field.selectAll()

    def _show_state(self, state: TokenState | None) -> None:
        self.state.setText(state_sentence(state))
        self.where.setText(place_sentence(state))
        self.where.setVisible(bool(self.where.text()))
        self._fit()
        self._show_buttons()

    def _show_buttons(self) -> None:
        busy = self._keeper.is_busy
        self.keep_button.setEnabled(bool(self.field.text().strip()) and not busy)
        self.forget_button.setEnabled(can_forget(self._keeper.state) and not busy)
