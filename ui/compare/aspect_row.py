"""One aspect with its four choices side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from lab.language import tr
from lab.preferences import ASPECTS, shown
from lab.records import VoteChoice
from ui.compare.rating_chips import OWN_TIP, SHORT_WORDS, SPOKEN, ask_to_remove
from ui.controls.elided_label import ElidedLabel
from ui.controls.plain_tip import plain_tip

_DIGITS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), SHORT_WORDS, strict=True))
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AspectRow(QFrame):
    """Takes a vote on one aspect.

    The keyboard stops here once: 1 to 4 vote and go on to the next aspect, up and down go to another one, left and
    right to another choice. A click leaves the keyboard where it is, so that 1 to 4 go on meaning the whole.

    Args:
        aspect: In a word or two.
        parent: Of the widget.
        own: The user's own word, which can be taken off the list.

    Signals:
        chosen(object): A choice, or None to take it back.
        step_asked(int): Go to the aspect before (-1) or after (+1).
        removal_asked(): Take the word off the list.
    """

    chosen = Signal(object)
    step_asked = Signal(int)
    removal_asked = Signal()

    def __init__(self, aspect: str, parent: QWidget | None = None, *, own: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("aspectRow")
        name = shown(aspect)
        self.setAccessibleName(name)
        self._aspect, self._own = aspect, own
        self._choice: VoteChoice | None = None
        label = _Name(name, self)
        label.setProperty("role", "small")
        if own:
            self.setToolTip(plain_tip(f"{name}. {OWN_TIP}"))
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(label, 1)
        row.addSpacing(4)
        self._group = QButtonGroup(self)  # says "radio button" to a screen reader
        self.buttons: dict[VoteChoice, QPushButton] = {}
        for number, (choice, word) in enumerate(SHORT_WORDS.items(), start=1):
            button = _Part(word, self)
            button.setCheckable(True)
            button.setProperty("aspect", choice.value)
            button.setAccessibleName(tr("{aspect}: {choice}", aspect=name, choice=SPOKEN[choice]))
            tip = tr(
                "{aspect}: {choice} ({number} while the keyboard is here). Again takes it back.",
                aspect=name,
                choice=SPOKEN[choice],
                number=number,
            )
            button.setToolTip(plain_tip(tip))
            button.clicked.connect(lambda _checked=False, said=choice: self._choose(said))
            self._group.addButton(button)
            self.buttons[choice] = button
            row.addWidget(button)
        self.show_choice(None)

    def show_choice(self, choice: VoteChoice | None) -> None:
        """Show what is said, without saying it."""
        self._choice = choice
        self._group.setExclusive(False)  # else the last one can't be released
        for each, button in self.buttons.items():
            button.setChecked(each is choice)
        self._group.setExclusive(True)
        self.set_stops(all_of_them=False)

    def set_stops(self, *, all_of_them: bool) -> None:
        """Let Tab stop at every choice, or once; Qt puts into an order only where it stops."""
        stop = self._stop()
        for button in self.buttons.values():
            stops = all_of_them or button is stop
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)

    def focus(self) -> None:
        """Put the keyboard here."""
        self._stop().setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """The digits mean this aspect while the keyboard is here; else they mean the whole."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_digit(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Vote, or go on."""
        key = Qt.Key(event.key())
        if key in _DIGITS:
            self._choose(_DIGITS[key])
            self.step_asked.emit(1)
        elif key in _STEPS:
            self.step_asked.emit(_STEPS[key])
        elif key in _MOVES:
            self._move(_MOVES[key])
        elif key == Qt.Key.Key_Delete and self._own:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  (Qt's name)
        """Offer to take an own word off the list."""
        if self._own:
            ask_to_remove(self._aspect, self, event).triggered.connect(self.removal_asked)

    def _choose(self, choice: VoteChoice) -> None:
        self.chosen.emit(None if choice is self._choice else choice)

    def _stop(self) -> QPushButton:
        """Where Tab stops."""
        return self.buttons[self._choice or VoteChoice.A]

    def _move(self, step: int) -> None:
        buttons = list(self.buttons.values())
        place = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0) + step
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)


def _is_digit(event: QKeyEvent) -> bool:
    """Alt and a digit mean the whole everywhere."""
    return event.key() in _DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


class _Name(ElidedLabel):
    """Asks for no more room than the aspects that ship, so that one long word of the user's own keeps the columns."""

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Its own width, up to that."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        return QSize(
            min(hint.width(), max(metrics.horizontalAdvance(shown(each)) for each in ASPECTS) + 2), hint.height()
        )


class _Part(QPushButton):
    """Leaves the arrow keys to the row: Qt would vote with each step."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """All other keys are the button's own."""
        if event.key() in _STEPS or event.key() in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)
