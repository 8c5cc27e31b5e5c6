"""A run: how far it is, the votes on it, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lab.language import tr
from lab.runs.plan import RunPlan
from lab.visible import visible
from ui.controls.elided_label import ElidedLabel
from ui.controls.segmented import Segmented
from ui.suites.run_panel import RunPanel
from ui.suites.words import HEADER_PIXELS
from ui.theme.palette import Palette

if TYPE_CHECKING:  # made late, when they are first looked at
    from ui.suites.outcome import OutcomeView
    from ui.suites.voting import VotingView

RUN, VOTE, OUTCOME = "run", "vote", "outcome"
_TIPS = (tr("How far it is"), tr("Say which answers are better"), tr("Checks, personality and consistency"))


class RunView(QWidget):
    """Lays the three out. The last two are put in when they are first looked at.

    Args:
        palette: The colours.
        parent: Of the widget.

    Attributes:
        panel: The first.
        voting: The second; None before it was put in.
        outcome: The third; None before it was put in.
        colours: The palette.
        segments: Chooses one of them.

    Signals:
        looked_at(str): Another one is about to be shown; who makes it puts it in now.
    """

    looked_at = Signal(str)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = palette
        self.voting: VotingView | None = None
        self.outcome: OutcomeView | None = None
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("role", "title")
        segments = ((RUN, tr("Run", "of a suite")), (VOTE, tr("Vote")), (OUTCOME, tr("What came out")))
        self.segments = Segmented(segments, name=tr("What is shown of the run"), parent=self)
        for key, tip, (value, _words) in zip(("F6", "F7", "F8"), _TIPS, segments, strict=True):
            self.segments.button(value).setToolTip(f"{tip} ({key})")
            QShortcut(QKeySequence(key), self).activated.connect(lambda which=value: self.look_at(which))
        self.segments.chosen.connect(self.look_at)
        header = QFrame(self)
        header.setObjectName("header")
        header.setFixedHeight(HEADER_PIXELS)
        row = QHBoxLayout(header)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(self.segments)
        self.panel = RunPanel(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addWidget(self._stack, 1)
        self.panel.vote_asked.connect(lambda: self.look_at(VOTE))
        self.panel.look_asked.connect(lambda: self.look_at(OUTCOME))

    @property
    def looks_at(self) -> str:
        """Which one is shown."""
        return self.segments.value()

    def show_run(self, plan: RunPlan) -> None:
        """Show another run, how far it is first."""
        self._title.setText(visible(plan.run.suite_title))
        self.panel.show_run(plan)
        self.look_at(RUN)

    def look_at(self, which: str) -> None:
        """Show one of the three."""
        focused = self.focusWidget()
        at_segments = focused is not None and self.segments.isAncestorOf(focused)
        # Else the keyboard would come to whatever button is next, which may delete, or show what is hidden.
        is_left = focused is not None and self._stack.isAncestorOf(focused) and which != VOTE
        self.segments.set_value(which)
        if at_segments or is_left:
            self.segments.setFocus()
        self.looked_at.emit(which)
        shown = {RUN: self.panel, VOTE: self.voting, OUTCOME: self.outcome}[which]
        self._stack.setCurrentWidget(shown or self.panel)

    def put_voting(self, view: VotingView) -> None:
        """Here is the second."""
        self.voting = view
        self._stack.addWidget(view)

    def put_outcome(self, view: OutcomeView) -> None:
        """Here is the third."""
        self.outcome = view
        self._stack.addWidget(view)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.colours = palette
        for view in (self.voting, self.outcome):
            if view is not None:
                view.set_palette(palette)
