"""The left side: the repositories that were found, how many there are, and the way to more of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import counted, tr
from lab.models.hub_values import SearchPage
from ui.models.hub_questions import PAGE
from ui.models.hub_results import ResultsList


class ResultsColumn(QFrame):
    """A list with a foot.

    Args:
        parent: Of the widget.

    Signals:
        more_asked(): The user wants to see further results.
    """

    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._has_more = False
        self.list = ResultsList(self)
        self.status = QLabel(self)
        self.status.setProperty("role", "small")
        self.status.setWordWrap(True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.more_button = QPushButton(tr("Show {count} more", count=PAGE), self)
        self.more_button.setAccessibleName(tr("Show more results"))
        self.more_button.setToolTip(tr("Ask the Hub for the next results"))
        self.more_button.clicked.connect(self._ask_for_more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 10)
        layout.setSpacing(8)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.more_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(6, 0, 6, 0)
        foot.addWidget(self.status)
        layout.addLayout(foot)

    def show_page(self, page: SearchPage) -> None:
        """Show the first page of a search in place of what was there, or add a further one."""
        if page.page == 1:
            self.list.rows.replace(page.repositories)
            self.list.scrollToTop()
        else:
            self.list.rows.add(page.repositories)
        self._has_more = page.has_more
        self._rest()

    def wait(self, sentence: str) -> None:
        """Something is asked for; what is shown stays."""
        self.status.setText(sentence)
        self.more_button.setEnabled(False)

    def stop_waiting(self) -> None:
        """Nothing is asked for any more; what is shown stays."""
        self._rest()

    def show_trouble(self, error: LabError) -> None:
        """No more could be had; what is shown stays."""
        self._rest()
        self.status.setText(f"{error.message} {error.hint}".strip())

    def _rest(self) -> None:
        one, many = tr("{n} repository, that is all"), tr("{n} repositories, that is all")
        if self._has_more:
            one, many = tr("{n} repository so far"), tr("{n} repositories so far")
        self.status.setText(counted(self.list.rows.rowCount(), one, many))
        self.more_button.setVisible(self._has_more)
        self.more_button.setEnabled(True)

    def _ask_for_more(self) -> None:
        self.wait(tr("Asking for more …"))
        self.more_asked.emit()
