"""A row of joined buttons of which exactly one is pressed: for two to four choices that should all be seen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from lab.language import tr


class Segmented(QFrame):
    """One choice out of a few. Tab goes to the pressed one, the arrow keys press another.

    Args:
        options: Values with the words to show for each; the first is chosen.
        name: What is being chosen, for a screen reader.
        parent: Of the widget.

    Signals:
        chosen(str): The user has chosen another value.
    """

    chosen = Signal(str)

    def __init__(self, options: Iterable[tuple[str, str]], *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        self._buttons: dict[str, QPushButton] = {}
        for value, words in options:
            button = _Segment(words, self)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # brings the arrow keys, and says "radio button" to a screen reader
            button.setAccessibleName(tr("{name}: {choice}", name=name, choice=words) if name else words)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setProperty("segment", value)
            button.clicked.connect(partial(self._click, value))
            layout.addWidget(button)
            self._buttons[value] = button
        self._value = next(iter(self._buttons))
        self.set_value(self._value)

    def value(self) -> str:
        """The value of the pressed button."""
        return self._value

    def set_value(self, value: str) -> None:
        """Press another button; says no signal.

        Raises:
            KeyError: There is no such choice.
        """
        button = self._buttons[value]
        self._value = value
        button.setChecked(True)
        for other in self._buttons.values():  # one stop for Tab, as among radio buttons
            other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is button else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(button)

    def button(self, value: str) -> QPushButton:
        """The button for a value, e.g. to give it a tooltip."""
        return self._buttons[value]

    def _click(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)


class _Segment(QPushButton):
    """A button that has room for its words as the pressed one shows them, in bold; so none moves when one is chosen."""

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        hint = super().sizeHint()
        return QSize(hint.width() + max(0, more), hint.height())
