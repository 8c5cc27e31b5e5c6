"""The button that shows a model's name and opens the list of models."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

_SIGN = " ▾"
_LEAST = 72
_FRAME = 12
"""Border and padding of both sides, as the style sheet has them, and a little more."""


class NameButton(QToolButton):
    """Shows as much of a name as there is room for; what is left out is in the middle.

    Names of models differ at their beginning (who made it) and at their end (how it was made smaller).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._name = name
        self.updateGeometry()
        self._fit()

    def name(self) -> str:
        """All of the name."""
        return self._name

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As wide as the whole name, however much of it is shown now."""
        shown = super().sizeHint()
        metrics = self.fontMetrics()
        more = metrics.horizontalAdvance(self._name + _SIGN) - metrics.horizontalAdvance(self.text())
        return QSize(shown.width() + more, shown.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Some letters are enough."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Fit the name into another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()  # the font comes from the style sheet
        metrics = self.fontMetrics()
        room = self.width() - _FRAME - metrics.horizontalAdvance(_SIGN)
        if self.width() >= self.sizeHint().width():
            shown = self._name
        else:
            shown = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        if shown + _SIGN != self.text():
            self.setText(shown + _SIGN)
