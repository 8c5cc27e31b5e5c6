"""What came of a run: what differs most, the checks, the personalities, and how alike repeated answers are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lab.language import tr
from lab.records import Contestant, Side
from lab.results import profile_words
from lab.results.personality import Personality
from lab.results.sides import side_names
from lab.runs.plan import RunPlan
from lab.runs.progress import RunProgress
from lab.runs.summary import RunSummary
from ui.results.chart_card import ChartCard
from ui.suites.outcome_checks import ChecksCard
from ui.suites.outcome_failures import FailuresCard
from ui.suites.outcome_headline import HeadlineCard
from ui.suites.outcome_rows import failures
from ui.suites.outcome_samples import SamplesCard
from ui.suites.parts import plain
from ui.theme.palette import Palette

_MARGIN = 20
_AROUND_REACHED = 12
_SECRET_WIDTH = 440


class OutcomeView(QWidget):
    """Cards in a column that scrolls; or a card that says why there is nothing to see.

    Args:
        palette: The colours.
        parent: Of the widget.

    Attributes:
        headline: What differs most.
        checks: How both sides did in the checks.
        personality: What the answers of both are like.
        samples: How alike repeated answers are.
        failed: Which answers failed.
        reveal: Shows everything although the vote is not over.

    Signals:
        item_asked(str): The user wants to look at this comparison.
        reveal_asked(): The user wants to see what is hidden.
        complained(object): A ``LabError``: a picture of the personalities could not be saved.
    """

    item_asked = Signal(str)
    reveal_asked = Signal()
    complained = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outcome")
        self._hidden = False
        self._told: tuple[RunPlan, RunSummary, RunProgress] | None = None
        self._profiles: Mapping[Side, Personality] | None = None
        self._instead_of_profiles = tr("Measuring the answers …")
        self._scroll = QScrollArea(self)
        self._column = column = QWidget(self._scroll)
        column.setProperty("role", "column")
        self.headline = HeadlineCard(palette, column)
        self.checks = ChecksCard(palette, column)
        self.personality = ChartCard(tr("Personality"), palette, self.complained.emit, parent=column)
        self.samples = SamplesCard(palette, column)
        self.failed = FailuresCard(column)
        self._cards = (self.headline, self.failed, self.checks, self.personality, self.samples)
        self._notice = plain("", "outcomeNotice", self)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.reveal = QPushButton(tr("Show anyway"), self)
        self._views = QStackedWidget(self)
        self._secret = self._make_secret()
        self._lay_out()
        for card in (self.checks, self.samples):
            card.item_asked.connect(self.item_asked)
        self.checks.reached.connect(lambda place: self._show_place(self.checks.rows, place))
        self.samples.reached.connect(lambda place: self._show_place(self.samples.drawing, place))
        self.reveal.clicked.connect(self.reveal_asked)
        self.clear()

    def clear(self) -> None:
        """Another run was chosen, and nothing of it is known yet."""
        self._told = self._profiles = None
        self._profiles_are_new = True
        self._instead_of_profiles = tr("Measuring the answers …")
        for card in (self.checks, self.samples):
            card.forget()
        self._scroll.verticalScrollBar().setValue(0)
        self._show()

    def show_outcome(self, plan: RunPlan, summary: RunSummary, progress: RunProgress) -> None:
        """Show what came of a run up to now; what is seen stays where it is.

        Args:
            plan: The run.
            summary: What came of it.
            progress: How far it is; tells whether there is more to come.
        """
        self._told = plan, summary, progress
        self._show()

    def show_profiles(self, profiles: Mapping[Side, Personality]) -> None:
        """Show what the answers of both sides are like."""
        self._profiles = profiles
        self._profiles_are_new = True
        self._show()

    def say_of_profiles(self, sentence: str) -> None:
        """Show a sentence in the place of the profiles, such as why there are none."""
        self._profiles, self._instead_of_profiles = None, sentence
        self._profiles_are_new = True
        self._show()

    def set_hidden(self, hidden: bool) -> None:
        """Show nothing that could tell who is who while a blind vote is not over, or show it again."""
        self._hidden = hidden
        self._show()

    def allow_plots(self) -> None:
        """The library that draws plots is there."""
        self.personality.allow_plots()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for card in (self.headline, self.checks, self.samples, self.personality):
            card.set_palette(palette)

    def _show(self) -> None:
        if self._hidden:
            self._views.setCurrentWidget(self._secret)
            return
        if self._told is None:
            self._say(tr("Reading the answers …"))
            return
        plan, summary, progress = self._told
        if not any(side.answers + side.failed for side in summary.sides.values()):
            self._say(tr("No answers yet.\nWhat comes of this run is shown here while it goes on."))
            return
        names = side_names(_players(plan))
        self.headline.show_summary(summary, progress, names)
        self.failed.show_failures(failures(summary), plan.run.samples)
        self.checks.show_summary(summary, plan.run.samples)
        self.samples.show_summary(summary, names, plan.run.samples)
        self._show_profiles()
        self._views.setCurrentWidget(self._scroll)

    def _show_profiles(self) -> None:
        if not self._profiles_are_new:  # drawing them takes a tenth of a second
            return
        self._profiles_are_new = False
        if self._profiles is None:
            self.personality.say(self._instead_of_profiles)
            return
        shown = [replace(of, name=f"{side.upper()} · {of.name}") for side, of in self._profiles.items()]
        self.personality.show_chart(profile_words.personality_chart(shown), profile_words.personality_sentences(shown))

    def _say(self, sentence: str) -> None:
        self._notice.setText(sentence)
        self._views.setCurrentWidget(self._notice)

    def _show_place(self, part: QWidget, place: QRect) -> None:
        """Scroll to where the arrow keys have come."""
        seen = QRect(part.mapTo(self._column, place.topLeft()), place.size())
        self._scroll.ensureVisible(seen.center().x(), seen.center().y(), 0, seen.height() // 2 + _AROUND_REACHED)

    def _make_secret(self) -> QWidget:
        """The card that stands there instead while a blind vote is not over."""
        page = QWidget(self)
        card = QFrame(page)
        card.setProperty("role", "card")
        card.setFixedWidth(_SECRET_WIDTH)
        title = QLabel(tr("Vote first, then look"), card)
        title.setProperty("role", "title")
        why = plain(
            tr(
                "You vote on this run without knowing who is who. What came of it would give that away, so it is shown "
                "after the last vote."
            ),
            "quiet",
            card,
        )
        self.reveal.setParent(card)
        self.reveal.setToolTip(tr("Show what came of the run now; votes after this are not blind"))
        self.reveal.setAccessibleName(tr("Show what came of the run now"))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(12)
        inside.addWidget(title)
        inside.addWidget(why)
        inside.addWidget(self.reveal, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()  # an alignment instead would cut its words off
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        around = QVBoxLayout(page)
        around.addStretch(2)
        around.addLayout(across)
        around.addStretch(3)
        return page

    def _lay_out(self) -> None:
        cards = QVBoxLayout(self._column)
        cards.setContentsMargins(_MARGIN, 16, _MARGIN, _MARGIN)
        cards.setSpacing(14)
        for card in self._cards:
            cards.addWidget(card)
        cards.addStretch(1)
        self._scroll.setWidget(self._column)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for view in (self._notice, self._secret, self._scroll):
            self._views.addWidget(view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)


def _players(plan: RunPlan) -> dict[Side, Contestant]:
    return {Side.A: plan.run.a, Side.B: plan.run.b}
