"""Keeps a view at its end while it grows, unless its reader has gone elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QToolButton

_NEAR_END_PIXELS = 2
_FROM_EDGE_PIXELS = 12


class EndFollower(QObject):
    """Follows the end of a view, and offers a way back to it.

    Args:
        view: The view; it has a vertical scroll bar.
    """

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._bar = view.verticalScrollBar()
        self._follows = True
        self._is_held = False
        self.button = QToolButton(view)
        self.button.setObjectName("newText")
        self.button.setText("New text ↓")
        self.button.setAccessibleName("Go to the new text")
        self.button.setToolTip("Go to the end and follow it (End)")
        self.button.hide()
        self.button.clicked.connect(self.follow)
        self._bar.rangeChanged.connect(self._keep_up)
        self._bar.actionTriggered.connect(self._moved_by_hand)
        view.viewport().installEventFilter(self)

    @property
    def follows(self) -> bool:
        """Whether the view stays at its end."""
        return self._follows and not self._is_held

    def follow(self) -> None:
        """Go to the end and stay there."""
        self._follows = True
        self._is_held = False
        self.button.hide()
        self._bar.setValue(self._bar.maximum())

    def leave(self) -> None:
        """Stay here."""
        self._follows = False

    def hold(self, held: bool) -> None:
        """Stay here as long as the reader holds on to something."""
        self._is_held = held

    def text_arrived(self) -> None:
        """Keep up with new text, or say that there is some."""
        if self.follows:
            self._bar.setValue(self._bar.maximum())
        elif not self._is_at_end(self._bar.value()) and self.button.isHidden():
            self.button.show()
            self._place_button()

    def _keep_up(self) -> None:
        if self.follows:
            self._bar.setValue(self._bar.maximum())
        elif self._bar.maximum() == 0:
            self.button.hide()

    def _moved_by_hand(self) -> None:
        # Keys, the wheel and the bar itself come this way; what the program does with setValue does not.
        self._follows = self._is_at_end(self._bar.sliderPosition())
        if self._follows:
            self.button.hide()

    def _is_at_end(self, place: int) -> bool:
        return place >= self._bar.maximum() - _NEAR_END_PIXELS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Keep the button in its corner."""
        if event.type() == QEvent.Type.Resize:
            self._place_button()
        return super().eventFilter(watched, event)

    def _place_button(self) -> None:
        self.button.adjustSize()
        area = self._view.viewport().geometry()
        self.button.move(
            area.right() - self.button.width() - _FROM_EDGE_PIXELS,
            area.bottom() - self.button.height() - _FROM_EDGE_PIXELS,
        )
        self.button.raise_()
