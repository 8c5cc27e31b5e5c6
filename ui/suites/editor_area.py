"""The scrolled place of a form in the editor; whatever has the keyboard in it is brought into view."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QWidget

_FORM_PIXELS = 760
_AROUND_PIXELS = 60


class FormArea(QScrollArea):
    """Shows a form, no wider than it reads well.

    Args:
        form: The form.
        parent: Of the widget.
    """

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        inside = QWidget(self)
        inside.setProperty("role", "column")
        row = QHBoxLayout(inside)
        row.setContentsMargins(24, 20, 24, 20)
        form.setMaximumWidth(_FORM_PIXELS)
        row.addWidget(form, 100)
        row.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        # What has just been made gets its place when the window is idle again; Qt follows the Tab key only.
        self._follow_soon = QTimer(self)
        self._follow_soon.setSingleShot(True)
        self._follow_soon.timeout.connect(self._follow)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._form.isAncestorOf(now):
            self._follow_soon.start(0)

    def _follow(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self._form.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _AROUND_PIXELS)
