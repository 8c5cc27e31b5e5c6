"""Where the prompt is written and sent: suggestions, history, and who it goes to."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from lab.language import number, tr
from lab.preferences import SendKey
from lab.records import Side
from lab.suggestions import suggestions
from ui.compare.prompt_edit import MOST_CHARACTERS, PromptEdit
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

_ICON = QSize(18, 18)
_ALWAYS_SEND = ("Ctrl+Return", "Ctrl+Enter")
"""From anywhere on the page, whichever key sends in the field."""


class Target(StrEnum):
    """Who is asked."""

    BOTH = "both"
    A = "a"
    B = "b"

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that are meant."""
        return tuple(Side) if self is Target.BOTH else (Side(self.value),)


class _Aimed(NamedTuple):
    """What is said of one target."""

    choice: str
    to: str
    send: str
    tip: str
    placeholder: str


_WORDS = {
    Target.BOTH: _Aimed(
        choice=tr("Both models"),
        to=tr("To both"),
        send=tr("Send to both"),
        tip=tr("Send the prompt to both ({key})"),
        placeholder=tr("Send one prompt to both models …"),
    ),
    Target.A: _Aimed(
        choice=tr("Only A"),
        to=tr("To A only"),
        send=tr("Send to A"),
        tip=tr("Send the prompt to A ({key})"),
        placeholder=tr("Send a prompt to A …"),
    ),
    Target.B: _Aimed(
        choice=tr("Only B"),
        to=tr("To B only"),
        send=tr("Send to B"),
        tip=tr("Send the prompt to B ({key})"),
        placeholder=tr("Send a prompt to B …"),
    ),
}


class Composer(QFrame):
    """The box for the prompt.

    Signals:
        submitted(str): The user wants this prompt sent.
        stopped(): The user wants the answers to stop.
        edited(str): The text is another now.
        edit_cancelled(): The user does not want to change the earlier prompt after all.
        session_asked(): The user wants a blind session with many prompts.
    """

    submitted = Signal(str)
    stopped = Signal()
    edited = Signal(str)
    edit_cancelled = Signal()
    session_asked = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self._history: list[str] = []
        self._place = 0
        self._unsent = ""
        self._put_by: str | None = None
        """What was being written when an earlier prompt was taken out to be changed."""
        self._busy = False
        self._hint = ""
        self._target = Target.BOTH
        self._send_key = SendKey.ENTER
        self._edit = PromptEdit(self)
        self._notice = QLabel(self)
        self._notice.setProperty("role", "small")
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._cancel = QToolButton(self)
        self._cancel.setText(tr("Keep as it was"))
        self._cancel.setToolTip(tr("Don't change the earlier prompt (Esc)"))
        self._cancel.setProperty("role", "link")
        self._cancel.hide()
        self._prompts = QToolButton(self)
        self._prompts.setText(tr("Prompts"))
        self._prompts.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._prompts.setToolTip(tr("Prompts worth trying (Ctrl+P)"))
        self._prompts.setShortcut("Ctrl+P")
        self._prompts.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._prompts.setMenu(self._suggestion_menu())
        self._to = QToolButton(self)
        self._to.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._to.setAccessibleName(tr("Who the prompt goes to"))
        self._to.setToolTip(tr("Who the prompt goes to"))
        self._to.setMenu(self._target_menu())
        self._send = QPushButton(self)
        self._send.setProperty("role", "main")
        self._send.clicked.connect(self.press)
        self._lay_out()
        self._edit.textChanged.connect(self._text_changed)
        self._edit.sent.connect(self.send)
        for key in _ALWAYS_SEND:
            QShortcut(QKeySequence(key), self).activated.connect(self.send)
        self._edit.history_wanted.connect(self._step_history)
        self._edit.too_long.connect(self._refuse_paste)
        self._edit.focus_changed.connect(self._show_focus)
        self._cancel.clicked.connect(self.edit_cancelled)
        self.set_palette(palette)
        self._show_state()

    @property
    def target(self) -> Target:
        """Who is asked."""
        return self._target

    def set_palette(self, palette: Palette) -> None:
        """Draw the icons in other colours."""
        self._palette = palette
        self._prompts.setIcon(icon(Icon.PROMPTS, palette.ink))
        self._prompts.setIconSize(_ICON)
        self._show_state()

    def set_send_key(self, key: SendKey) -> None:
        """Choose which key sends."""
        self._send_key = key
        self._edit.set_send_key(key)
        self._show_state()

    def set_busy(self, busy: bool) -> None:
        """While the models answer the button stops them."""
        self._busy = busy
        self._show_state()

    def set_hint(self, hint: str, *, editing: bool = False) -> None:
        """Say what sending will do, where it is not plain, e.g. that it begins a branch.

        Args:
            hint: A sentence; empty for none.
            editing: An earlier prompt is being changed; that can be given up.
        """
        self._hint = hint
        self._cancel.setVisible(editing)
        self._show_state()

    def set_history(self, prompts: Iterable[str]) -> None:
        """What Up leafs through, oldest first; what was sent since the window opened comes after it."""
        self._history = [*prompts, *self._history]
        self._place = len(self._history)

    def text(self) -> str:
        """What is written now."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Write a prompt for the user to change or send; Ctrl+Z brings back what was there."""
        cursor = self._edit.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text[:MOST_CHARACTERS])
        self._edit.setTextCursor(cursor)

    def suggest(self, text: str) -> None:
        """Write a prompt that can be sent as it is; what the user types takes its place."""
        self.set_text(text)
        self._edit.selectAll()

    def draft(self) -> str:
        """What is written for the next prompt; an earlier one that is being changed is none."""
        return self.text() if self._put_by is None else self._put_by

    def begin_edit(self, prompt: str) -> None:
        """Put an earlier prompt here to be changed, and what is being written aside."""
        if self._put_by is None:
            self._put_by = self.text()
        self.set_text(prompt)
        self.focus()

    def end_edit(self) -> None:
        """Bring back what was being written before; does nothing if no earlier prompt is being changed."""
        if self._put_by is not None:
            text, self._put_by = self._put_by, None
            self.set_text(text)

    def focus(self) -> None:
        """Put the cursor here."""
        self._edit.setFocus()

    def has_focus(self) -> bool:
        """True if the cursor is here."""
        return self._edit.hasFocus()

    def press(self) -> None:
        """Send, or stop: what the button says."""
        if self._busy:
            self.stopped.emit()
        else:
            self.send()

    def send(self) -> None:
        """Send what is written; while the models answer it stays, and a line says why."""
        text = self.text()
        if self._busy:
            self._say(tr("The models are still answering. Esc stops them; then you can send this."))
        elif text.strip():
            self.submitted.emit(text)

    def accept(self, text: str) -> None:
        """A prompt has gone out: remember it and make room for the next."""
        if not self._history or self._history[-1] != text:
            self._history.append(text)
        self._place = len(self._history)
        self._edit.clear()
        self.end_edit()

    def add_at_the_left(self, widget: QWidget) -> None:
        """Put something into the free corner beside the buttons."""
        self._row.insertWidget(0, widget)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self._notice)
        above.addWidget(self._cancel)
        above.addStretch()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch()
        for button in (self._prompts, self._to, self._send):
            self._row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addWidget(self._edit)
        layout.addLayout(self._row)

    def _suggestion_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for group in suggestions():
            below = menu.addMenu(group.name)
            below.setToolTipsVisible(True)
            says = below.addAction(group.look_for)
            says.setEnabled(False)
            below.addSeparator()
            for prompt in group.prompts:
                action = QAction(prompt.replace("\n", " ⏎ ").replace("&", "&&"), below)
                action.triggered.connect(lambda _checked=False, text=prompt: self._suggest(text))
                below.addAction(action)
        menu.addSeparator()
        session = menu.addAction(tr("Blind session …"))
        session.setToolTip(tr("Vote blind on one prompt after the other (Ctrl+Shift+B)"))
        session.triggered.connect(lambda _checked=False: self.session_asked.emit())
        return menu

    def _target_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for target, words in _WORDS.items():
            action = menu.addAction(words.choice)
            action.setCheckable(True)
            action.setChecked(target is self._target)
            action.triggered.connect(lambda _checked=False, chosen=target: self._aim(chosen))
            group.addAction(action)
        return menu

    def _aim(self, target: Target) -> None:
        self._target = target
        self._show_state()

    def _suggest(self, prompt: str) -> None:
        self.set_text(prompt)
        self.focus()

    def _step_history(self, step: int) -> None:
        place = self._place + step
        if not 0 <= place <= len(self._history):
            return
        if self._place == len(self._history):
            self._unsent = self.text()
        self._place = place
        self.set_text(self._unsent if place == len(self._history) else self._history[place])

    def _text_changed(self) -> None:
        self._say(self._hint)
        self._send.setEnabled(self._busy or bool(self.text().strip()))
        self.edited.emit(self.text())

    def _refuse_paste(self, characters: int) -> None:
        self._say(
            tr(
                "{characters} characters are too many to send at once; {most} fit.",
                characters=number(characters),
                most=number(MOST_CHARACTERS),
            )
        )

    def _say(self, sentence: str) -> None:
        self._notice.setText(sentence)
        self._notice.setVisible(bool(sentence))

    def _show_focus(self, focused: bool) -> None:
        self.setProperty("focused", focused)
        self.style().polish(self)

    def _show_state(self) -> None:
        key = "Enter" if self._send_key is SendKey.ENTER else "Ctrl+Enter"
        words = _WORDS[self._target]
        self._to.setText(f"{words.to} ▾")
        self._send.setText(tr("Stop") if self._busy else words.send)
        self._send.setToolTip(tr("Stop the answers (Esc)") if self._busy else words.tip.format(key=key))
        colour = self._palette.on_strong
        which = Icon.STOP if self._busy else Icon.SEND
        self._send.setIcon(icon(which, colour, self._palette.quiet))
        self._edit.setPlaceholderText(words.placeholder)
        self._say(self._hint)
        self._send.setEnabled(self._busy or bool(self.text().strip()))
