"""What two contestants are like, side by side, each measure with two real examples."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lab.language import tr
from ui.results.card import Complain, plain_label
from ui.results.chart_card import ChartCard
from ui.results.shown import ChartShown, ExampleShown
from ui.theme.palette import Palette

_NOBODY = ""


class PersonalityCard(ChartCard):
    """A profile of two contestants that the user chooses.

    Signals:
        pair_chosen(str, str): The user wants to see these contestants; the second is empty for none.
    """

    pair_chosen = Signal(str, str)

    def __init__(self, palette: Palette, complain: Complain, parent: QWidget | None = None) -> None:
        super().__init__(tr("Personality"), palette, complain, pressable=True, parent=parent)
        self.first, self.second_one = self._combo(tr("First contestant")), self._combo(tr("Second contestant"))
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        against = QLabel(tr("beside"), self._row)
        against.setProperty("role", "quiet")
        row.addWidget(self.first, 1)
        row.addWidget(against)
        row.addWidget(self.second_one, 1)
        self.body.insertWidget(0, self._row)
        self._examples = QFrame(self)
        self._examples.setObjectName("resultsExamples")
        inside = QVBoxLayout(self._examples)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(6)
        self._heading = plain_label("heading", self._examples)
        inside.addWidget(self._heading)
        self._about = plain_label("small", self._examples)
        inside.addWidget(self._about)
        self._parts: list[tuple[QLabel, QLabel, QLabel]] = []
        for _ in range(2):
            parts = tuple(plain_label(role, self._examples) for role in ("name", "small", "resultsExample"))
            for part in parts:
                inside.addWidget(part)
            self._parts.append((parts[0], parts[1], parts[2]))
        self.body.insertWidget(self.body.count() - 1, self._examples)
        self._examples.hide()
        self._row.hide()
        for combo in (self.first, self.second_one):
            combo.activated.connect(self._choose)

    def offer(self, contestants: Sequence[tuple[str, str]], unlike_first: str) -> tuple[str, str]:
        """Offer these contestants, ids with names.

        Args:
            contestants: In the order of the list.
            unlike_first: Id of the one to put beside the first, unless the user has chosen; empty for the next one.

        Returns:
            The two that are chosen; what was chosen before stays so if it is still there.
        """
        chosen = self.first.currentData(), self.second_one.currentData()
        ids = [id_ for id_, _ in contestants]
        self.first.clear()
        self.second_one.clear()
        for id_, name in contestants:
            self.first.addItem(name, id_)
            self.second_one.addItem(name, id_)
        self.second_one.addItem(tr("nobody"), _NOBODY)
        first = chosen[0] if chosen[0] in ids else next(iter(ids), _NOBODY)
        others = [id_ for id_ in ids if id_ != first]
        suggested = unlike_first if unlike_first in others else next(iter(others), _NOBODY)
        second = chosen[1] if chosen[1] in others or chosen[1] == _NOBODY else suggested
        self.first.setCurrentIndex(self.first.findData(first))
        self.second_one.setCurrentIndex(self.second_one.findData(second))
        self._row.setVisible(bool(contestants))
        return first, second

    def show_profile(self, shown: ChartShown) -> None:
        """Show another profile, or more of the same one; examples stay with whom they are of."""
        if self.chart is None or shown.chart is None or shown.chart.series != self.chart.series:
            self._examples.hide()
        self.second.setText(shown.second)
        if shown.chart is None:
            self.say(shown.notice)
        else:
            self.show_chart(shown.chart, shown.foot)

    def show_examples(self, label: str, explanation: str, examples: Sequence[ExampleShown]) -> None:
        """Show real answers that are typical in one measure."""
        self._heading.setText(label)
        self._about.setText(explanation)
        for (heading, prompt, text), example in zip(self._parts, [*examples, None, None][:2], strict=True):
            heading.setText(example.heading if example else "")
            prompt.setText(tr("Prompt: {prompt}", prompt=example.prompt) if example and example.prompt else "")
            text.setText(example.text if example else "")
            for part in (heading, prompt, text):
                part.setVisible(bool(part.text()))
        self._examples.show()

    def _choose(self) -> None:
        self.pair_chosen.emit(self.first.currentData() or _NOBODY, self.second_one.currentData() or _NOBODY)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo
