"""What to look for: a text, and filters by model, vote, time and tag."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from lab.language import tr
from lab.records import VoteChoice
from lab.storage.search import Filter
from lab.words import VOTE_WORDS
from ui.history.days import Period, since_utc

SEARCH_AFTER_MS = 150
"""How long the typing must rest before a search begins."""

_UNVOTED = "unvoted"
_PERIOD_WORDS = {
    Period.ANY: tr("Any time"),
    Period.TODAY: tr("Today"),
    Period.WEEK: tr("This week"),
    Period.MONTH: tr("This month"),
}


class FilterBar(QWidget):
    """A search field over four choices.

    Signals:
        changed(): Something else is looked for; while the user types, once the typing rests.
        left_downwards(): Enter or Down was pressed in the search field.
    """

    changed = Signal()
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = QLineEdit(self)
        self._search.setObjectName("historySearch")
        self._search.setPlaceholderText(tr("Search prompts, answers and notes"))
        self._search.setAccessibleName(tr("Search prompts, answers and notes"))
        self._search.setToolTip(tr("Search prompts, answers and notes (Ctrl+F)"))
        self._search.setClearButtonEnabled(True)
        self._search.installEventFilter(self)
        self._model = self._choice(tr("Model"), tr("Only what this model answered"))
        self._vote = self._choice(tr("Vote"), tr("Only what was voted like this"))
        self._period = self._choice(tr("Time"), tr("Only what was asked since then"))
        self._tag = self._choice(tr("Tag"), tr("Only conversations with this tag"))
        self.set_models(())
        self.set_tags(())
        self._vote.addItem(tr("Any vote"), None)
        for choice, words in VOTE_WORDS.items():
            self._vote.addItem(words, choice)
        self._vote.addItem(tr("Not voted"), _UNVOTED)
        for period, words in _PERIOD_WORDS.items():
            self._period.addItem(words, period)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(self._search, 0, 0, 1, 2)
        for place, box in enumerate((self._model, self._vote, self._period, self._tag)):
            grid.addWidget(box, 1 + place // 2, place % 2)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SEARCH_AFTER_MS)
        self._rest.timeout.connect(self.changed)
        self._search.textChanged.connect(lambda: self._rest.start())
        for box in (self._model, self._vote, self._period, self._tag):
            box.currentIndexChanged.connect(self._look_now)

    def wanted(self, now: datetime) -> Filter:
        """What is looked for."""
        vote = self._vote.currentData()
        return Filter(
            text=self._search.text().strip(),
            model=self._model.currentData() or "",
            choice=VoteChoice(vote) if vote and vote != _UNVOTED else None,
            unvoted=vote == _UNVOTED,
            since_utc=since_utc(self._period.currentData(), now),
            tag=self._tag.currentData() or "",
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing in particular is looked for."""
        boxes = (self._model, self._vote, self._period, self._tag)
        return not self._search.text().strip() and all(box.currentIndex() <= 0 for box in boxes)

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.blockSignals(True)
        self._search.clear()
        for box in (self._model, self._vote, self._period, self._tag):
            box.setCurrentIndex(0)
        self.blockSignals(False)
        self._look_now()

    def pause(self) -> bool:
        """Say nothing for now.

        Returns:
            Whether ``changed`` was about to be said.
        """
        waits = self._rest.isActive()
        self._rest.stop()
        return waits

    def focus(self) -> None:
        """Put the cursor into the search field; what is in it can be typed over."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def set_models(self, names: Sequence[str]) -> None:
        """Offer the models that have answered something."""
        _offer(self._model, tr("Any model"), names)

    def set_tags(self, names: Sequence[str]) -> None:
        """Offer the tags that are in use."""
        _offer(self._tag, tr("Any tag"), names)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Enter and Down lead from the search field to what it found; Esc empties it."""
        if watched is self._search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                if self._rest.isActive():
                    self._look_now()
                self.left_downwards.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self._search.text():
                self._search.clear()
                return True
        return super().eventFilter(watched, event)

    def _look_now(self) -> None:
        self._rest.stop()
        self.changed.emit()

    def _choice(self, name: str, tip: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(tip)
        # A long model name must not widen the list.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        return box


def _offer(box: QComboBox, anything: str, names: Sequence[str]) -> None:
    """Offer names and keep what is chosen, even if it is no longer among them: its filter is still in force."""
    chosen = box.currentData()
    if chosen and chosen not in names:
        names = sorted([*names, chosen])
    if [box.itemData(row) for row in range(box.count())] == ["", *names]:
        return
    box.blockSignals(True)
    box.clear()
    box.addItem(anything, "")
    for name in names:
        box.addItem(name, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
