"""How far a run is: progress of both sides, what goes on, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lab.language import counted, number, tr
from lab.records import RunState, Side
from lab.runs.plan import RunPlan
from lab.runs.progress import RunProgress, SideProgress
from lab.visible import visible
from ui.controls.elided_label import ElidedLabel
from ui.suites.parts import button, letter, plain, scrolled
from ui.suites.words import Going, player_of, settings_of, time_left

_LATEST_PIXELS = 104
_LATEST_CHARACTERS = 600


class _SideRow:
    """One side's line in the grid: who, a bar, how many."""

    def __init__(self, side: Side, grid: QGridLayout, parent: QWidget) -> None:
        self._side = side
        self.name = ElidedLabel(parent=parent)
        self.bar = QProgressBar(parent)
        self.bar.setProperty("runSide", side.value)
        self.bar.setTextVisible(False)
        self.count = QLabel(parent)
        self.count.setProperty("role", "small")
        self.failed = QLabel(parent)
        self.failed.setProperty("role", "danger")
        row = 2 * list(Side).index(side)
        grid.addWidget(letter(side, parent), row, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.name, row, 1)
        counts = QHBoxLayout()
        counts.setSpacing(8)
        counts.addStretch(1)
        counts.addWidget(self.failed)
        counts.addWidget(self.count)
        grid.addLayout(counts, row, 2)
        grid.addWidget(self.bar, row + 1, 1, 1, 2)

    def show(self, progress: SideProgress) -> None:
        planned = progress.planned - progress.never_asked
        self.bar.setMaximum(max(1, planned))
        self.bar.setValue(progress.done)
        said = tr("{done} of {planned}", done=number(progress.done), planned=number(planned))
        self.count.setText(said)
        self.bar.setAccessibleName(tr("Side {letter}: {said}", letter=self._side.upper(), said=said))
        self.failed.setText(counted(progress.failed, tr("{n} failed"), tr("{n} failed")))
        self.failed.setVisible(bool(progress.failed))


class RunPanel(QScrollArea):
    """The run that is looked at.

    Attributes:
        pause: Pauses, or goes on.
        stop: Stops.
        resume: Goes on with a run that was stopped.
        again: Asks those that failed once more.
        delete: Deletes.
        vote: Leads to the votes.
        look: Leads to what came out.
        record: Saves it for other computers.

    Signals:
        pause_asked(bool): Pause (True) or go on (False).
        stop_asked(): Stop.
        resume_asked(): Go on with it.
        again_asked(): Ask those that failed once more.
        delete_asked(): Put it into the trash.
        vote_asked(): Vote on its pairs.
        look_asked(): See what came out.
        record_asked(bool): Save it as a recording; with votes if True.
    """

    pause_asked = Signal(bool)
    stop_asked = Signal()
    resume_asked = Signal()
    again_asked = Signal()
    delete_asked = Signal()
    vote_asked = Signal()
    look_asked = Signal()
    record_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._going: Going | None = None
        self._missing = ""
        self._hidden = False
        column = QWidget(self)
        self._rows = QVBoxLayout(column)
        self._rows.setContentsMargins(20, 16, 20, 16)
        self._rows.setSpacing(12)
        self._rows.addWidget(self._progress_card(column))
        self._rows.addWidget(self._next_card(column))
        self._rows.addStretch(1)
        scrolled(column, self)

    def _progress_card(self, parent: QWidget) -> QFrame:
        card = _card(parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.sides = {side: _SideRow(side, grid, card) for side in Side}
        for bars in (1, 3):
            grid.setRowMinimumHeight(bars, 12)
        self._settings, self._recorded = plain("", "small", card), plain("", "", card)
        self._state, self._doing = plain("", "name", card), plain("", "quiet", card)
        self._fault = plain("", "suitesFault", card)
        self._latest = plain("", "runLatest", card)
        self._latest.setFixedHeight(_LATEST_PIXELS)
        self._latest.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._latest.setAccessibleName(tr("The text that came last"))
        rows = QVBoxLayout(card)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(10)
        rows.addLayout(grid)
        rows.addWidget(self._settings)
        rows.addWidget(self._recorded)
        rows.addWidget(_line(card))
        rows.addWidget(self._state)
        rows.addWidget(self._doing)
        rows.addWidget(self._fault)
        rows.addWidget(self._latest)
        rows.addLayout(self._deeds(card))
        return card

    def _deeds(self, parent: QWidget) -> QHBoxLayout:
        self.pause = button(tr("Pause"), "", parent)
        self.pause.clicked.connect(lambda: self.pause_asked.emit(self._going is not Going.PAUSED))
        self.stop = button(tr("Stop"), tr("End it now; what is there is kept, and it can be gone on with"), parent)
        self.stop.clicked.connect(self.stop_asked)
        self.resume = button(tr("Resume"), tr("Go on where it stopped; no answer is computed twice"), parent)
        self.resume.setProperty("role", "main")
        self.resume.clicked.connect(self.resume_asked)
        self.again = button(tr("Ask the failed ones again"), tr("Ask those prompts once more that failed"), parent)
        self.again.clicked.connect(self.again_asked)
        self.delete = button(tr("Delete"), tr("Put the run and its answers into the trash (Del)"), parent)
        self.delete.clicked.connect(self.delete_asked)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.resume, self.pause, self.stop, self.again):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(self.delete)
        return row

    def _next_card(self, parent: QWidget) -> QFrame:
        self._next = _card(parent)
        self._next_says = plain("", "name", self._next)
        hint = plain(tr("Vote before you look: who knows who is who judges otherwise."), "quiet", self._next)
        self.vote = button(tr("Vote blind"), tr("Say which answers are better, without knowing whose they are"), parent)
        self.vote.clicked.connect(self.vote_asked)
        self.look = button(
            tr("See what came out"), tr("Checks, personality, and how alike repeated answers are"), parent
        )
        self.look.clicked.connect(self.look_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.vote)
        buttons.addWidget(self.look)
        buttons.addStretch(1)
        buttons.addWidget(self._record_button(parent))
        rows = QVBoxLayout(self._next)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(8)
        rows.addWidget(self._next_says)
        rows.addWidget(hint)
        rows.addLayout(buttons)
        return self._next

    def _record_button(self, parent: QWidget) -> QPushButton:
        tip = tr("Save this run with its answers, for computers without models")
        self.record = button(tr("Save as a recording ▾"), tip, parent)
        self.record.setObjectName("runRecord")
        menu = QMenu(self.record)
        for words, with_votes in ((tr("With the votes …"), True), (tr("Without votes …"), False)):
            menu.addAction(words).triggered.connect(lambda _=False, votes=with_votes: self.record_asked.emit(votes))
        self.record.setMenu(menu)
        return self.record

    def show_run(self, plan: RunPlan) -> None:
        """Show another run, of which nothing is known yet but its plan."""
        for side, player in ((Side.A, plan.run.a), (Side.B, plan.run.b)):
            self.sides[side].name.setText(player_of(player))
        self._settings.setText(settings_of(plan))
        self.show_origin("", "")
        self._fault.hide()
        self._latest.clear()
        self.verticalScrollBar().setValue(0)

    def show_origin(self, recorded: str, missing: str) -> None:
        """Show where its answers come from.

        Args:
            recorded: When and by whom it was recorded, as a sentence; empty if it was not.
            missing: The name of a model that it needs to go on and that is not here; empty if there is none.
        """
        self._missing = missing
        self._recorded.setText(recorded)
        self._recorded.setVisible(bool(recorded))

    def set_hidden(self, hidden: bool) -> None:
        """Show no text while it is hidden who is who: it stands beside what says whose it is."""
        self._hidden = hidden
        self._latest.setVisible(self._going is not None and not hidden)

    def show_progress(self, progress: RunProgress) -> None:
        """Show how far it is."""
        for side, row in self.sides.items():
            row.show(progress.sides[side])
        latest = visible(progress.latest[-_LATEST_CHARACTERS:]).splitlines()
        self._latest.setText("\n".join(line for line in latest if line.strip()))  # the box is small
        self._failed = sum(side.failed for side in progress.sides.values())
        self._progress = progress
        pairs = min(side.done - side.failed for side in progress.sides.values())
        self._next.setVisible(pairs > 0)
        self._next_says.setText(
            tr("All answers are there.") if progress.finished else tr("The first answers of both are there.")
        )

    def show_state(self, going: Going | None, state: RunState, *, waits: str) -> None:
        """Show what it does, and offer what can be done with it.

        Args:
            going: What it does; None if this window is not at it.
            state: How it stands in the history.
            waits: For whom it waits, as a sentence.
        """
        self._going = going
        progress = self._progress
        match going:
            case Going.PAUSED:
                said, doing = tr("Paused."), tr("Answers that were under way rest; press Go on.")
            case Going.WAITS:
                said, doing = waits, tr("It goes on by itself afterwards.")
            case Going.STOPS:
                said, doing = tr("Stopping …"), ""
            case Going.RUNS:
                said, doing = time_left(progress), progress.doing
            case None if state is RunState.RUNNING:
                said, doing = tr("Another window or command is at this run."), ""
            case None if progress.finished:
                said, doing = tr("Finished."), ""
            case None:
                values = {"done": number(progress.done), "planned": number(progress.planned)}
                said = tr("Stopped at {done} of {planned} answers.", **values)
                doing = tr("What is there is kept. Resume asks what is missing.")
                if self._missing:
                    doing = tr("To go on, it needs the model {name}, which is not here.", name=visible(self._missing))
        self._state.setText(said)
        self._doing.setText(doing)
        self._doing.setVisible(bool(doing))
        at_work = going is not None
        self._latest.setVisible(at_work and not self._hidden)
        self.pause.setVisible(at_work)
        self.pause.setEnabled(going is not Going.STOPS)
        self.pause.setText(tr("Go on") if going is Going.PAUSED else tr("Pause"))
        self.pause.setAccessibleName(self.pause.text())
        self.pause.setToolTip(
            tr("Let it go on")
            if going is Going.PAUSED
            else tr("Let it rest; nothing is lost, and no memory given back")
        )
        self.stop.setVisible(at_work)
        self.stop.setEnabled(going is not Going.STOPS)
        idle = not at_work and state is not RunState.RUNNING
        can_ask = idle and not self._missing
        self.resume.setVisible(can_ask and not progress.finished)
        self._make_vote_main(progress.finished or bool(self._missing))
        self.again.setVisible(can_ask and bool(self._failed))
        self.delete.setVisible(idle)

    def _make_vote_main(self, main: bool) -> None:
        """One button at a time is the one to press next."""
        role = "main" if main else ""
        if self.vote.property("role") != role:
            self.vote.setProperty("role", role)
            self.vote.style().unpolish(self.vote)
            self.vote.style().polish(self.vote)

    def say(self, sentence: str) -> None:
        """Say how it is carried out, or why it can't go on; empty for nothing."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))


def _card(parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("role", "card")
    return card


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "line")
    return line
