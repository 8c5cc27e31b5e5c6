"""The dialog that begins a blind session: which prompts, how many, and when it is revealed who is who."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lab.language import counted, tr
from lab.session.blind_prompts import MOST_PROMPTS, Source, drawn, from_suites, pasted, suggested
from lab.session.blind_session import plan
from lab.settings import folders
from ui.compare import blind_mode
from ui.controls.number_field import NumberField
from ui.controls.switch import Switch
from ui.deliveries import Deliveries

USUAL_PROMPTS = 12
OWN = tr("My own, one a line")
_WIDTH = 520
_LIST_HEIGHT = 150


class BlindDialog(QDialog):
    """Asks what a blind session is to be made of; closing it deletes it. Open it with ``open()``.

    The suites are read in the background and offered as soon as they are there.

    Signals:
        chosen(tuple, bool): The prompts, and whether each pair may be revealed after its vote.
    """

    chosen = Signal(object, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("blindDialog")
        self.setWindowTitle(tr("Blind session"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self._sources = [*suggested()]
        self._own = ""
        self._shows_own = False
        self.source = QComboBox(self)
        self.source.setAccessibleName(tr("Prompts from"))
        self.source.setToolTip(tr("Where the prompts come from"))
        self.source.addItems([*(each.name for each in self._sources), OWN])
        self.prompts = QPlainTextEdit(self)
        self.prompts.setObjectName("blindPrompts")
        self.prompts.setFixedHeight(_LIST_HEIGHT)
        self.prompts.setTabChangesFocus(True)
        self.prompts.setPlaceholderText(tr("Write or paste prompts here, one a line."))
        self.count = NumberField(1, 1, parent=self)
        self.count.setAccessibleName(tr("How many prompts"))
        self.count.setToolTip(tr("How many of these prompts are asked"))
        self.of = self._label("quiet")
        self.reveal = Switch(tr("Let me reveal each pair after my vote"), self)
        self.reveal.setToolTip(tr("Else it is shown at the end who was who"))
        self.explains = self._label("quiet")
        self.explains.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.begin = self._button(tr("Begin"), tr("Ask the first pair (Enter)"), self._begin)
        self.begin.setProperty("role", "main")
        self.begin.setDefault(True)
        self._cancel = self._button(tr("Cancel"), tr("Begin nothing (Esc)"), self.reject)
        self._cancel.setAutoDefault(False)
        self._lay_out()
        self.source.currentIndexChanged.connect(lambda _index: self._show_source())
        self.prompts.textChanged.connect(self._show_count)
        self.count.valueChanged.connect(lambda _value: self._show_plan())
        self.count.setRange(1, MOST_PROMPTS)
        self.count.setValue(USUAL_PROMPTS)
        self._show_source()
        self._deliveries = Deliveries(self)
        threading.Thread(target=self._read_suites, name="suites", daemon=True).start()
        self.source.setFocus()

    def offer(self, sources: tuple[Source, ...]) -> None:
        """Offer more prompts, before the user's own."""
        for source in sources:
            self.source.insertItem(len(self._sources), tr("Suite: {name}", name=source.name))
            self._sources.append(source)

    def choose(self, name: str) -> None:
        """Take the prompts of that name."""
        self.source.setCurrentText(name)

    def _read_suites(self) -> None:
        found = from_suites(folders().data / "suites")
        self._deliveries.call(partial(self.offer, found))

    @property
    def _source(self) -> Source | None:
        """What is chosen; None for the user's own."""
        place = self.source.currentIndex()
        return self._sources[place] if place < len(self._sources) else None

    def _available(self) -> tuple[str, ...]:
        source = self._source
        return pasted(self.prompts.toPlainText()) if source is None else source.prompts

    def _show_source(self) -> None:
        source = self._source
        if self._shows_own:
            self._own = self.prompts.toPlainText()
        self._shows_own = source is None
        self.prompts.setReadOnly(source is not None)
        self.prompts.setAccessibleName(tr("Your prompts, one a line") if source is None else tr("These prompts"))
        self.prompts.setPlainText(
            self._own if source is None else "\n".join(each.replace("\n", " ⏎ ") for each in source.prompts)
        )
        self._show_count()

    def _show_count(self) -> None:
        source, available = self._source, len(self._available())
        self.count.setMaximum(max(1, available))
        if source is None or self.count.number() > available:
            self.count.setValue(available)
        elif self.count.number() < USUAL_PROMPTS:
            self.count.setValue(min(USUAL_PROMPTS, available))
        self._show_plan()

    def _show_plan(self) -> None:
        available = len(self._available())
        count = min(int(self.count.number()), available)
        self.begin.setEnabled(available > 0)
        self.of.setText(_of(self._source, available, count))
        if not count:
            self.explains.setText(tr("A session needs a prompt."))
            return
        pairs = len(plan([""] * count).steps)
        repeats = pairs - count
        self.explains.setText(
            counted(
                repeats,
                tr(
                    "One pair comes twice, the second time with the sides swapped, to see how steady your votes are. "
                    "So there are {pairs} pairs. You can end at any time; your votes stay."
                ),
                tr(
                    "{n} pairs come twice, the second time with the sides swapped, to see how steady your votes are. "
                    "So there are {pairs} pairs. You can end at any time; your votes stay."
                ),
                pairs=pairs,
            )
            if repeats
            else tr("You can end at any time; your votes stay.")
        )

    def _begin(self) -> None:
        prompts = drawn(self._available(), int(self.count.number()))
        may_reveal = self.reveal.isChecked()
        self.accept()
        self.chosen.emit(prompts, may_reveal)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._label("name", tr("Prompts from")))
        where.addWidget(self.source, 1)
        many = QHBoxLayout()
        many.setSpacing(8)
        many.addWidget(self._label("name", tr("How many")))
        many.addWidget(self.count)
        many.addWidget(self.of, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(where)
        layout.addWidget(self.prompts)
        layout.addLayout(many)
        layout.addWidget(self.reveal)
        layout.addWidget(self.explains)
        layout.addWidget(self._label("quiet", blind_mode.EXPLAINED))
        layout.addSpacing(6)
        layout.addLayout(buttons)

    def _label(self, role: str, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(role == "quiet")
        return label

    def _button(self, words: str, tip: str, then: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.clicked.connect(then)
        return button


def _of(source: Source | None, available: int, count: int) -> str:
    """What stands behind how many are asked."""
    drawn_by_chance = count < available
    said = tr("of {n}, drawn by chance", n=available) if drawn_by_chance else tr("of {n}", n=available)
    if source is None or not source.left_out:
        return said
    return counted(
        source.left_out,
        tr("{said}; {n} more can't be asked on its own"),
        tr("{said}; {n} more can't be asked on their own"),
        said=said,
    )
