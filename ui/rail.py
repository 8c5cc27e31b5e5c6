"""The strip at the left: one button a page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from lab.language import tr
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

WIDTH = 76


class Rail(QFrame):
    """Chooses a page.

    Signals:
        chosen(str): The name of the page that the user wants.
    """

    chosen = Signal(str)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(tr("Pages"))
        self.setFixedWidth(WIDTH)
        self._palette = palette
        self._buttons: dict[str, tuple[QToolButton, Icon]] = {}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 12, 6, 12)
        self._layout.setSpacing(4)
        self._layout.addStretch()
        self._above = 0

    def add(self, name: str, label: str, which: Icon, *, at_the_end: bool = False) -> None:
        """Add a page's button.

        Args:
            name: Of the page.
            label: For people.
            which: Its icon.
            at_the_end: Put it at the lower end.
        """
        button = QToolButton(self)
        button.setText(label)
        button.setCheckable(True)
        button.setIconSize(QSize(22, 22))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        key = f"Ctrl+{len(self._buttons) + 1}"
        button.setShortcut(key)
        button.setToolTip(tr("{page} ({key})", page=label, key=key))
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = (button, which)
        if at_the_end:
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._layout.insertWidget(self._above, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._above += 1
        self._draw(name)

    def show_chosen(self, name: str) -> None:
        """Mark a page's button."""
        button, _ = self._buttons[name]
        button.setChecked(True)
        for each in self._buttons:
            self._draw(each)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        for name in self._buttons:
            self._draw(name)

    def _draw(self, name: str) -> None:
        button, which = self._buttons[name]
        button.setIcon(icon(which, self._palette.ink if button.isChecked() else self._palette.quiet))
