"""Small buttons for what is said beside the vote: on one aspect, whether an answer is correct, what it is like."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from lab.language import tr
from lab.preferences import shown
from lab.records import Side, VoteChoice
from ui.controls.plain_tip import plain_tip

SHORT_WORDS = {
    VoteChoice.A: "A",
    VoteChoice.TIE: tr("tie", "on a small button"),
    VoteChoice.BOTH_BAD: tr("bad", "on a small button: both are"),
    VoteChoice.B: "B",
}
"""On a small button, in the order in which they are offered."""
SPOKEN = {
    None: tr("not said"),
    VoteChoice.A: tr("A is better"),
    VoteChoice.TIE: tr("tie"),
    VoteChoice.BOTH_BAD: tr("both bad"),
    VoteChoice.B: tr("B is better"),
}
OWN_TIP = tr("Your own word: Delete, or a right click, takes it off the list.")


class AspectChip(QPushButton):
    """One aspect and what is said on it; the first press means the side that won, each further one goes on.

    Args:
        aspect: In a word or two.
        parent: Of the widget.

    Signals:
        chosen(object): A choice, or None to take it back.
    """

    chosen = Signal(object)

    def __init__(self, aspect: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aspect = aspect
        self._choice: VoteChoice | None = None
        self._vote: VoteChoice | None = None
        self.clicked.connect(lambda: self.chosen.emit(self._next()))
        self.setToolTip(tr("Press until it says what you think. All at a glance: Rate in detail (D)."))
        self.show_choice(None, None)

    def show_choice(self, choice: VoteChoice | None, vote: VoteChoice | None) -> None:
        """Show what is said, and remember the vote on the whole for the next press."""
        self._choice, self._vote = choice, vote
        word = f" · {SHORT_WORDS[choice]}" if choice else ""
        self.setText(_plain(shown(self._aspect)) + word)
        self.setAccessibleName(tr("{aspect}: {choice}", aspect=shown(self._aspect), choice=SPOKEN[choice]))
        _set_chip(self, choice.value if choice else "off")

    def _next(self) -> VoteChoice | None:
        order: list[VoteChoice | None] = [VoteChoice.A, VoteChoice.B, VoteChoice.TIE, VoteChoice.BOTH_BAD]
        order = [None, *sorted(order, key=lambda each: each is not self._vote)]
        return order[(order.index(self._choice) + 1) % len(order)]


class CorrectChip(QPushButton):
    """Whether one side's answer is correct: not said, yes, no.

    Args:
        side: Whose.
        parent: Of the widget.

    Signals:
        changed(object): True, False, or None for not said.
    """

    changed = Signal(object)
    _WORDS = {None: tr("{side} correct?"), True: tr("{side} correct ✓"), False: tr("{side} wrong ✗")}  # noqa: RUF012  (never changed)

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._value: bool | None = None
        self.setToolTip(tr("Is it correct? Apart from which one is better. Press for yes, again for no."))
        self.clicked.connect(lambda: self.changed.emit({None: True, True: False, False: None}[self._value]))
        self.set_value(None)

    def value(self) -> bool | None:
        """What is said."""
        return self._value

    def set_value(self, value: bool | None) -> None:
        """Show what is said, without saying it."""
        self._value = value
        self.setText(self._WORDS[value].format(side=self._side.upper()))
        self.setAccessibleName(self.text())
        _set_chip(self, "off" if value is None else self._side.value)


class TagChip(QPushButton):
    """What one side's answer is like; pressed or not.

    Args:
        side: Whose.
        tag: In a word or two.
        parent: Of the widget.
        own: The user's own word, which can be taken off the list.

    Signals:
        said(bool): The answer is like that, or not.
        removal_asked(): Take the word off the list.
    """

    said = Signal(bool)
    removal_asked = Signal()

    def __init__(self, side: Side, tag: str, parent: QWidget | None = None, *, own: bool = False) -> None:
        super().__init__(_plain(shown(tag)), parent)
        self._side, self._tag, self._own = side, tag, own
        self.setCheckable(True)
        tip = tr("{side} is {tag}.", side=side.upper(), tag=shown(tag))
        self.setToolTip(plain_tip(f"{tip} {OWN_TIP}" if own else tip))
        self.clicked.connect(self.said)
        self.set_on(False)

    def set_on(self, on: bool) -> None:
        """Show whether the answer is like that, without saying it."""
        self.setChecked(on)
        self.setText(f"{'✓ ' if on else ''}{_plain(shown(self._tag))}")
        self.setAccessibleName(tr("{side}: {tag}", side=self._side.upper(), tag=shown(self._tag)))
        _set_chip(self, self._side.value if on else "off")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Delete takes an own word off the list."""
        if self._own and event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  (Qt's name)
        """Offer to take an own word off the list."""
        if self._own:
            ask_to_remove(self._tag, self, event).triggered.connect(self.removal_asked)


def ask_to_remove(word: str, widget: QWidget, event: QContextMenuEvent) -> QMenu:
    """Open a small menu that offers to take a word off the list.

    Returns:
        The menu; its one action is triggered if the user wants that.
    """
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(tr("Take “{word}” off the list", word=_plain(word)))
    menu.popup(event.globalPos())
    return menu


def adding_chip(text: str, tip: str, parent: QWidget) -> QPushButton:
    """A chip that asks for one more word."""
    button = QPushButton(text, parent)
    button.setToolTip(tip)
    _set_chip(button, "off")
    return button


def _plain(word: str) -> str:
    """In a button an ampersand would underline the letter after it."""
    return word.replace("&", "&&")


def _set_chip(button: QPushButton, look: str) -> None:
    if button.property("chip") != look:
        button.setProperty("chip", look)
        button.style().polish(button)
