"""Keeps a view at its end while it grows, unless its reader has gone elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QToolButton

from lab.language import tr

_NEAR_END_PIXELS = 2
_FROM_EDGE_PIXELS = 12


class EndFollower(QObject):
    """Follows the end of a view, and offers a way back to it.

    Whoever scrolls up or selects something stays where they are.

    Args:
        view: The view.
    """

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._bar = view.verticalScrollBar()
        self._follows = True
        self._is_held = False
        self.button = QToolButton(view)
        self.button.setObjectName("newText")
        self.button.setText(tr("New text ↓"))
        self.button.setAccessibleName(tr("Go to the new text"))
        self.button.setToolTip(tr("Go to the end and follow it (End)"))
        self.button.hide()
        self.button.clicked.connect(self.follow)
        self._bar.rangeChanged.connect(lambda: self.keep_up())
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

    def keep_up(self, *, is_new: bool = False) -> None:
        """Go along with the end.

        Args:
            is_new: There is text that the reader has not seen, so that whoever stays behind must hear of it.
        """
        if self.follows:
            self._bar.setValue(self._bar.maximum())
        elif self._bar.maximum() == 0:
            self.button.hide()
        elif is_new and not self._is_at_end(self._bar.value()) and self.button.isHidden():
            self.button.show()
            self._place_button()

    def _moved_by_hand(self) -> None:
        # Keys, the wheel and the bar itself come this way; what the program does with setValue does not.
        self._follows = self._is_at_end(self._bar.sliderPosition())
        if self._follows:
            self.button.hide()

    def _is_at_end(self, place: int) -> bool:
        return place >= self._bar.maximum() - _NEAR_END_PIXELS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Notice when the reader takes hold of the text, and keep the button in its corner."""
        if event.type() == QEvent.Type.Resize:
            self._place_button()
        elif isinstance(event, QWheelEvent):
            # A touchpad's first step is too small to count as having left the end.
            zooms = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.angleDelta().y() > 0 and self._bar.value() > 0 and not zooms:
                self._follows = False
        elif isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            self._is_held = event.type() == QEvent.Type.MouseButtonPress
            if event.type() == QEvent.Type.MouseButtonRelease and self._view.textCursor().hasSelection():
                self._follows = False
        return super().eventFilter(watched, event)

    def _place_button(self) -> None:
        self.button.adjustSize()
        area = self._view.viewport().geometry()
        self.button.move(
            area.right() - self.button.width() - _FROM_EDGE_PIXELS,
            area.bottom() - self.button.height() - _FROM_EDGE_PIXELS,
        )
        self.button.raise_()
