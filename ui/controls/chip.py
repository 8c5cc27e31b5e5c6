"""A small rounded button that stays pressed: a reason, a tag, a filter."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from lab.records import Side

_TICK = "✓ "


class Chip(QPushButton):
    """On or off, or on for one side. When it is on a tick stands before its words; it is as wide when it is off.

    Its signals are a button's ``toggled(bool)`` and ``clicked(bool)``.

    Args:
        words: What is on or off.
        parent: Of the widget.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self._side: Side | None = None
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._dress)
        self._dress()

    def words(self) -> str:
        """What is on or off, without tick and side."""
        return self._words

    def side(self) -> Side | None:
        """The side that it is on for; None for none in particular."""
        return self._side

    def set_side(self, side: Side | None) -> None:
        """Say which side it is on for, by letter and colour."""
        self._side = side
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As wide as with its tick, so that a row of chips stays where it is."""
        hint = super().sizeHint()
        if self.isChecked():
            return hint
        metrics, flags = self.fontMetrics(), Qt.TextFlag.TextShowMnemonic
        with_tick = metrics.size(flags, (_TICK + self._words).replace("&", "&&"))
        return QSize(hint.width() + with_tick.width() - metrics.size(flags, self.text()).width(), hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """The same."""
        return self.sizeHint()

    def _dress(self) -> None:
        shown_side = self._side if self.isChecked() else None
        letter = f" · {shown_side.upper()}" if shown_side else ""
        self.setText(f"{_TICK if self.isChecked() else ''}{self._words}{letter}".replace("&", "&&"))
        self.setAccessibleName(f"{self._words}, side {shown_side.upper()}" if shown_side else self._words)
        self.setProperty("chip", shown_side.value if shown_side else "on" if self.isChecked() else "off")
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()
