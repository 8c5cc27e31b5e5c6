"""What all cards of the page share: a title with a quiet second line, room for some buttons, and its picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import tr
from ui.controls.elided_label import ElidedLabel
from ui.results import picture
from ui.theme.palette import Palette

Complain = Callable[[LabError], object]


class Card(QFrame):
    """A card with a head; what it shows goes into ``body``.

    Args:
        title: What it shows.
        palette: The colours.
        complain: Is told if a picture can't be saved.
        parent: Of the widget.

    Attributes:
        body: The layout below the head.
        save: Saves a picture of the card.
    """

    def __init__(self, title: str, palette: Palette, complain: Complain, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._title, self._palette, self._complain = title, palette, complain
        self._heading = QLabel(title, self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setProperty("role", "heading")
        self.second = ElidedLabel(parent=self)
        self.second.setProperty("role", "small")
        self.save = self.button(tr("Save picture …"), tr("Save a picture of “{title}” as PNG or SVG", title=title))
        self.save.clicked.connect(self._save)
        self._in_head: list[QWidget] = [self.save]
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(6)
        self._buttons.addWidget(self.save)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading)
        head.addWidget(self.second, 1)
        head.addLayout(self._buttons)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 14)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addLayout(self.body, 1)

    def set_title(self, title: str) -> None:
        """Say otherwise what it shows."""
        self._title = title
        self._heading.setText(title)

    def button(self, words: str, tip: str) -> QPushButton:
        """A small button for the card."""
        button = QPushButton(words, self)
        button.setProperty("role", "resultsSmall")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def add_to_head(self, control: QWidget) -> None:
        """Put a control into the head, before the button that saves; no picture of the card shows it."""
        self._buttons.insertWidget(0, control)
        self._in_head.append(control)
        QWidget.setTabOrder(control, self.save)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette

    def _save(self) -> None:
        path = picture.ask_where(self._title, self)
        if path is None:
            return
        try:
            picture.save(self, path, self._palette, without=tuple(self._in_head))
        except LabError as error:
            self._complain(error)


def plain_label(role: str, parent: QWidget) -> QLabel:
    """An empty label for text from anywhere, over several lines if need be."""
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
