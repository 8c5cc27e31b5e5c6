"""The results page: what stands where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lab.errors import LabError
from lab.language import tr
from ui.controls.message_bar import MessageBar
from ui.controls.notice import Notice
from ui.models.work_bar import WorkBar
from ui.results.chart_card import ChartCard
from ui.results.header import ResultsHeader
from ui.results.matrix_card import MatrixCard
from ui.results.personality_card import PersonalityCard
from ui.results.shown import DetailsShown, Emptiness, RankingShown, Secret
from ui.results.standings_card import StandingsCard
from ui.results.told_bar import ToldBar
from ui.theme.palette import Palette

_MARGIN = 20
_BESIDE_FROM = 1080
"""Pixels from which there is room for two cards side by side."""
_SECRETS = {
    Secret.SESSION: (
        tr("Results wait until the blind session is over."),
        tr("They would tell who is who. Each vote is kept as you cast it; end the session, and all are counted."),
    ),
    Secret.PAIR: (
        tr("Results wait for the reveal."),
        tr(
            "They would tell who is who in the blind comparison that is open. Vote and reveal it, or "
            "begin another conversation; then all is counted."
        ),
    ),
}


class ResultsPage(QWidget):
    """A head over cards; or a sentence where there is nothing to rank.

    Args:
        palette: The colours.
        parent: Of the widget.

    Attributes:
        header: The head, with the filter.
        work: Says what is being worked out, and stops it.
        exchange_work: Says how far an export or import is, and stops it.
        told: Says how the last export or import ended.
        standings: The ranking.
        matrix: Who beat whom.
        sways: What goes with one rater's votes.
        personality: What two contestants are like.
        style_card: The ranking with style held equal.
        message: Says what went wrong beside the results.

    Signals:
        coming(): The page is about to be seen; what must not be seen must go now.
        shown(): The page is seen, and drawn; it may be out of date.
        hidden(): It is seen no longer.
        compare_asked(): The user wants to go and vote.
        again_asked(): The user wants it worked out anew.
    """

    coming = Signal()
    shown = Signal()
    hidden = Signal()
    compare_asked = Signal()
    again_asked = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultsPage")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.header = ResultsHeader(self)
        self.message = MessageBar(self)
        self.work = WorkBar(tr("Stop"), tr("Work it out no further"), self)
        self.exchange_work = WorkBar(tr("Stop"), tr("Stop the export or import"), self)
        self.told = ToldBar(self)
        self.notice = Notice(self)
        self._views = QStackedWidget(self)
        self._scroll = QScrollArea(self)
        self._column = QWidget(self._scroll)
        self._column.setProperty("role", "column")
        complain = self.message.complain
        self.standings = StandingsCard(palette, complain, self._column)
        self.sways = ChartCard(tr("What sways you"), palette, complain, parent=self._column)
        self.personality = PersonalityCard(palette, complain, self._column)
        self.style_card = ChartCard(tr("Style held equal"), palette, complain, parent=self._column)
        self.matrix = MatrixCard(palette, complain, self._column)
        self._tell_when_drawn = False
        self._after_notice: Callable[[], object] = self.again_asked.emit
        self._lay_out()
        self.notice.pressed.connect(lambda: self._after_notice())
        # A hidden page's keys are asleep, so this may hold for the whole window.
        for key, then in (
            ("F5", self.again_asked.emit),
            ("Ctrl+O", self.header.take_in.click),
            ("Ctrl+S", self._open_exports),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(then)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Nothing is known yet."""
        self._say(tr("Reading the votes …"))

    def show_failure(self, error: LabError) -> None:
        """It can't be worked out."""
        self._after_notice = self.again_asked.emit
        self._say(error.message, error.hint, tr("Try again"), tr("Work it out again (F5)"))

    def show_stopped(self) -> None:
        """The user has stopped it before there was anything to show."""
        self._after_notice = self.again_asked.emit
        self._say(tr("Stopped."), tr("Nothing was lost."), tr("Go on"), tr("Work it out (F5)"))

    def show_secret(self, secret: Secret) -> None:
        """Show nothing, because it would tell who is who in answers that are still hidden."""
        self._after_notice = self.compare_asked.emit
        if self.header.export.hasFocus():
            self.header.take_in.setFocus()
        self.header.allow_export(False)
        self.header.facts.clear()
        self.header.show_filters(False)
        self._say(*_SECRETS[secret], tr("Compare"), tr("Go to the Compare page (Ctrl+1)"))

    def show_ranking(self, ranking: RankingShown) -> None:
        """Show the ranking, or why there is none."""
        self.header.offer(ranking.choices)
        self.header.facts.setText(ranking.facts if ranking.emptiness is None else "")
        self.header.show_filters(ranking.emptiness is not Emptiness.NO_VOTES)
        if ranking.emptiness is Emptiness.NO_VOTES:
            self._after_notice = self.compare_asked.emit
            self._say(
                tr("There are no votes yet."),
                tr(
                    "Ask two models something on the Compare page and say which answer is better, or import "
                    "votes from another computer."
                ),
                tr("Compare"),
                tr("Go to the Compare page (Ctrl+1)"),
            )
        elif ranking.emptiness is Emptiness.NONE_LIKE_THAT:
            self._after_notice = self.header.show_everything
            self._say(
                tr("No vote is like that."),
                tr("Blind votes are those cast before the names were shown."),
                tr("Show all votes"),
                tr("Filter by nothing"),
            )
        else:
            self.standings.show_ranking(ranking)
            self.matrix.show_ranking(ranking)
            self._show_view(self._scroll)

    def show_details(self, details: DetailsShown) -> None:
        """Show what needed the measures of the answers."""
        self.sways.set_title(details.sways_title)
        for card, shown in ((self.sways, details.sways), (self.style_card, details.style)):
            card.second.setText(shown.second)
            if shown.chart is None:
                card.say(shown.notice)
            else:
                card.show_chart(shown.chart, shown.foot)

    def show_details_wait(self) -> None:
        """The cards that need measures have nothing to show yet."""
        for card in (self.sways, self.style_card, self.personality):
            card.second.clear()
            card.say(tr("Looking at the answers …"))

    def allow_plots(self) -> None:
        """The library that draws plots is there."""
        for card in (self.standings, self.sways, self.style_card, self.personality):
            card.allow_plots()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for card in (self.standings, self.matrix, self.sways, self.style_card, self.personality):
            card.set_palette(palette)

    def focus(self) -> None:
        """Put the keyboard where a person begins; where nothing can be done yet it waits on the page."""
        button = self.notice.findChild(QPushButton)
        if self._views.currentWidget() is self._scroll:
            self.standings.table.setFocus()
        elif button is not None and not button.isHidden():
            button.setFocus()
        else:
            self.setFocus()

    def end_work(self, bar: WorkBar) -> None:
        """Hide a bar; the keyboard must not be lost with its button."""
        had_keyboard = bar.button.hasFocus()
        bar.hide()
        if had_keyboard and bar is self.exchange_work and self.told.isVisible():
            (self.told.show_file if self.told.show_file.isVisible() else self.told.close_button).setFocus()
        elif had_keyboard:
            self.focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so once it is drawn: what is worked out on a thread would hold the drawing up."""
        super().showEvent(event)
        self.coming.emit()
        self._tell_when_drawn = True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so, the first time."""
        super().paintEvent(event)
        if self._tell_when_drawn:
            self._tell_when_drawn = False
            QTimer.singleShot(0, self, self.shown.emit)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so."""
        super().hideEvent(event)
        self._tell_when_drawn = False
        self.hidden.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Put cards beside each other where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _say(self, sentence: str, hint: str = "", button: str = "", tip: str = "") -> None:
        held = self._holds_keyboard()
        self.notice.say(sentence, hint, button, tip)
        self._views.setCurrentWidget(self.notice)
        if held:
            self.focus()

    def _show_view(self, view: QWidget) -> None:
        held = self._holds_keyboard() and self._views.currentWidget() is not view
        self._views.setCurrentWidget(view)
        if held:
            self.focus()

    def _holds_keyboard(self) -> bool:
        """Whether the keyboard is in what is about to go, or waits for what comes."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self._views.isAncestorOf(focused))

    def _open_exports(self) -> None:
        if self.header.export.isEnabled():
            self.header.export.showMenu()

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(14)
        for cards in ((self.sways, self.style_card), (self.personality,)):
            column = QVBoxLayout()
            column.setSpacing(14)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._both.addLayout(column, 1)
        inside = QVBoxLayout(self._column)
        inside.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        inside.setSpacing(14)
        inside.addWidget(self.standings)
        inside.addLayout(self._both)
        inside.addWidget(self.matrix)
        inside.addStretch(1)
        self._scroll.setWidget(self._column)
        self._views.addWidget(self.notice)
        self._views.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.work)
        layout.addWidget(self.exchange_work)
        layout.addWidget(self._views, 1)
        layout.addWidget(self.told)
        layout.addWidget(self.message)
