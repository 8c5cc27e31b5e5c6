"""The window: it lays out the pages and knows no models."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QWidget


class MainWindow(QMainWindow):
    """Holds the one page that there is so far.

    Args:
        page: The compare page.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setWindowTitle("Counterpoint")
        self.setMinimumSize(900, 600)
        self.resize(1360, 860)
        self.setCentralWidget(page)
