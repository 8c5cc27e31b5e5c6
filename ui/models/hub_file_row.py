"""One model of a repository: how its weights are stored, its size, whether it fits here, and the way to get it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from lab.amounts import size
from lab.language import number, tr
from lab.models.download_order import Download, DownloadState
from lab.models.fit_verdict import FitVerdict
from lab.visible import visible
from ui.controls.elided_label import ElidedLabel
from ui.models.download_words import in_percent, percent
from ui.models.hub_questions import OfferedFile
from ui.models.hub_words import fit_sentence
from ui.models.words import FIT_WORDS

_FIT_WIDTH = 92
_BUTTON_WIDTH = 112
_STATE_WORDS = {
    DownloadState.WAITING: tr("Waiting …"),
    DownloadState.CHECKING: tr("Checking …"),
    DownloadState.RETRYING: tr("Trying again …"),
    DownloadState.ADDING: tr("Finishing …"),
    DownloadState.PAUSED: tr("Paused"),
    DownloadState.DONE: tr("Here ✓"),
}
"""On the button, while there is nothing to ask for; the downloads themselves are looked after elsewhere."""


class FileRow(QFrame):
    """A row.

    Args:
        offered: What it shows.
        parent: Of the widget.

    Signals:
        order_asked(DownloadOrder): The user wants it.
    """

    order_asked = Signal(object)

    def __init__(self, offered: OfferedFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offered = offered
        self._asked = False
        self.setObjectName("hubFile")
        name = visible(offered.group.quantization) or tr("Unknown quantization")
        self._called = f"{name}, {size(offered.group.size_bytes)}"
        self.setAccessibleName(self._called)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 10, 9)
        layout.setSpacing(6)
        layout.addLayout(self._line(name))
        self._sum: QWidget | None = None
        if offered.verdict is not None:
            self._sum = _sum_of(offered.verdict, self)
            self._sum.hide()
            layout.addWidget(self._sum)

    def show_state(self, download: Download | None, *, is_here: bool) -> None:
        """Show on the button where this model is.

        Args:
            download: Its download, if there is one that is not over.
            is_here: Whether it is in the library.
        """
        if self.offered.order is None:
            return
        if download is not None:
            self._asked = False
            words = _STATE_WORDS.get(download.state, "")
            if download.state is DownloadState.RUNNING:
                words = in_percent(percent(download.done_bytes, download.total_bytes))
        else:
            words = tr("Here ✓") if is_here else tr("Asked for ✓") if self._asked else ""
        self.button.setText(words or tr("Download"))
        self.button.setEnabled(not words)

    def forget_asked(self) -> None:
        """What was asked for could not be taken, so it may be asked for again."""
        if self._asked:
            self._asked = False
            self.show_state(None, is_here=False)

    def _line(self, name: str) -> QGridLayout:
        group = self.offered.group
        title = QLabel(name, self)
        title.setProperty("role", "name")
        title.setTextFormat(Qt.TextFormat.PlainText)
        below = QHBoxLayout()
        below.setSpacing(8)
        if self.offered.is_recommended:
            best = QLabel(tr("✓ recommended"), self)
            best.setProperty("hubBadge", "recommended")
            best.setToolTip(tr("The best balance of quality and size that runs well on this computer"))
            below.addWidget(best)
        said = visible(group.name)
        if len(group.files) > 1:
            said = tr("{name}, {n} parts", name=said, n=len(group.files))
        file = ElidedLabel(said, self)
        file.setProperty("role", "small")
        below.addWidget(file, 1)
        how_large = QLabel(size(group.size_bytes), self)
        how_large.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        how_large.setMinimumWidth(72)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(title, 0, 0)
        grid.addLayout(below, 1, 0)
        grid.addWidget(how_large, 0, 1, 2, 1)
        if self.offered.verdict is None:
            why = QLabel(tr("parts are missing") if group.is_model else tr("not a model by itself"), self)
            why.setProperty("role", "small")
            why.setFixedWidth(_FIT_WIDTH + 12 + _BUTTON_WIDTH)
            grid.addWidget(why, 0, 2, 2, 2)
        else:
            grid.addWidget(self._make_fit(self.offered.verdict), 0, 2, 2, 1)
            grid.addWidget(self._make_button(), 0, 3, 2, 1)
        return grid

    def _make_fit(self, verdict: FitVerdict) -> QToolButton:
        self.fit = QToolButton(self)
        self.fit.setText(f"{FIT_WORDS[verdict.fit]}  ▾")
        self.fit.setProperty("hubFit", verdict.fit.name.lower())
        self.fit.setCheckable(True)
        self.fit.setFixedWidth(_FIT_WIDTH)
        self.fit.setToolTip(fit_sentence(verdict))
        fits = FIT_WORDS[verdict.fit]
        self.fit.setAccessibleName(tr("{file}: {fits}, show the sum", file=self._called, fits=fits))
        self.fit.toggled.connect(self._show_sum)
        return self.fit

    def _make_button(self) -> QPushButton:
        self.button = QPushButton(tr("Download"), self)
        self.button.setProperty("role", "compact")
        self.button.setFixedWidth(_BUTTON_WIDTH)
        self.button.setAccessibleName(tr("Download {name}", name=self._called))
        self.button.setToolTip(tr("Put it into the queue of downloads"))
        self.button.clicked.connect(self._ask)
        return self.button

    def _ask(self) -> None:
        self._asked = True
        self.show_state(None, is_here=False)
        self.order_asked.emit(self.offered.order)

    def _show_sum(self, shown: bool) -> None:
        assert self._sum is not None
        self._sum.setVisible(shown)
        verdict = self.offered.verdict
        assert verdict is not None
        self.fit.setText(f"{FIT_WORDS[verdict.fit]}  {'▴' if shown else '▾'}")


def _sum_of(verdict: FitVerdict, parent: QWidget) -> QWidget:
    """The sentence of a verdict, and its sum line by line."""
    frame = QFrame(parent)
    frame.setObjectName("hubSum")
    grid = QGridLayout(frame)
    grid.setContentsMargins(12, 8, 12, 8)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    sentence = QLabel(verdict.sentence, frame)
    sentence.setWordWrap(True)
    sentence.setTextFormat(Qt.TextFormat.PlainText)
    sentence.setProperty("role", "quiet")
    sentence.setContentsMargins(0, 0, 0, 6)
    grid.addWidget(sentence, 0, 0, 1, 2)
    lines = [(size(part.size_bytes), part.name) for part in verdict.parts]
    context = tr("in all, with a conversation of {tokens} tokens", tokens=number(verdict.context_tokens))
    lines += [(size(verdict.need_bytes), context), (size(verdict.available_bytes), tr("is free now"))]
    for row, (how_many, words) in enumerate(lines, start=1):
        for column, text in enumerate((how_many, words)):
            label = QLabel(text, frame)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "heading" if words == context else "small")
            if column == 0:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, row, column)
    if verdict.proposed_context_tokens is not None:
        tokens = number(verdict.proposed_context_tokens)
        hint = QLabel(tr("With a conversation of {tokens} tokens it fits.", tokens=tokens), frame)
        hint.setProperty("role", "quiet")
        grid.addWidget(hint, len(lines) + 1, 0, 1, 2)
    return frame
