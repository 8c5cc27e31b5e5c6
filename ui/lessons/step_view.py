"""One step of a lesson in the reading column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import counted, tr
from lab.lessons.lesson import Ballot, Predict, Question, Reveal, Run, Step
from lab.records import Contestant, Side
from ui.lessons.ballot_bar import BallotBar
from ui.lessons.ballots import Said
from ui.lessons.choices import Choices
from ui.lessons.pair_view import Mask, Pair, PairView
from ui.lessons.text_block import TextBlock
from ui.theme.palette import Palette


class StepView(QWidget):
    """A heading, text, what is done, and text that comes after it.

    Args:
        step: What it shows.
        palette: The colours.
        is_recorded: Its answers were recorded, and no model is asked.
        parent: Of the widget.

    Attributes:
        pairs: The answers, where a step shows some; else None.
        choices: What can be chosen; else None.
        ballot: Where one votes; else None.

    Signals:
        run_asked(): The prompts should be asked, perhaps anew.
        stop_asked(): The answers should be stopped.
        models_asked(): The learner wants to get a model.
    """

    run_asked = Signal()
    stop_asked = Signal()
    models_asked = Signal()

    def __init__(
        self, step: Step, palette: Palette, *, is_recorded: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_recorded = is_recorded
        self.setProperty("role", "column")
        self._step = step
        self.pairs: PairView | None = None
        self.choices: Choices | None = None
        self.ballot: BallotBar | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        title = QLabel(step.title, self)
        title.setProperty("role", "lessonTitle")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        self._layout.addWidget(title)
        if step.before:
            self._layout.addWidget(TextBlock(step.before, name=step.title, parent=self))
        self._run = QPushButton(self)
        self._run.setProperty("role", "main")
        self._run.clicked.connect(self._press_run)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._get = QPushButton(tr("Go to the models"), self)
        self._get.setToolTip(tr("Open the Models page"))
        self._get.clicked.connect(self.models_asked)
        self._running = False
        self._controls = QWidget(self)
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._run)
        row.addWidget(self._get)
        row.addWidget(self._hint, 1)
        self._controls.hide()
        self._get.hide()
        self._recorded = QLabel(self)
        self._recorded.setProperty("role", "lessonTold")
        self._recorded.setTextFormat(Qt.TextFormat.PlainText)
        self._recorded.setWordWrap(True)
        self._recorded.hide()
        self._told = QLabel(self)
        self._told.setProperty("role", "lessonTold")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.hide()
        self._after = QFrame(self)
        self._add_act(palette)
        self._show_run(asked=False)
        after = QVBoxLayout(self._after)
        after.setContentsMargins(0, 0, 0, 0)
        if step.after:
            after.addWidget(TextBlock(step.after, name=step.title, parent=self._after))
        self._after.hide()
        self._layout.addWidget(self._after)
        self._layout.addStretch(1)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        if self.pairs is not None:
            self.pairs.set_palette(palette)

    def focus(self) -> bool:
        """Put the keyboard on what is to be done; False if nothing is."""
        if self.choices is not None:
            self.choices.buttons[0].setFocus()
        elif isinstance(self._step.act, Run) and self._after.isHidden():
            self._run.setFocus()
        elif self.ballot is not None and self.ballot.isEnabled():
            self.ballot.focus()
        else:
            return False
        return True

    def press(self, number: int) -> None:
        """Press the choice, or the vote, of a key, from 1."""
        if self.choices is not None:
            self.choices.choose(number - 1)
        if self.ballot is not None:
            self.ballot.press(number)

    def press_run(self) -> None:
        """Run, by a key."""
        if isinstance(self._step.act, Run) and not self._running:
            self._run.click()

    # What the controller says.

    def show_prompts(self, prompts: Sequence[str]) -> None:
        """Say what will be asked; before that there are no answers."""
        if len(prompts) == 1:
            self._hint.setText(tr("Asks: “{prompt}”", prompt=prompts[0]))
        else:
            self._hint.setText(tr("Asks {n} prompts, one after the other.", n=len(prompts)))

    def show_recorded_prompts(self, number: int, prompts: Sequence[str]) -> None:
        """Say what was asked when it was recorded; if nothing was, the step can't be done.

        Args:
            number: How many prompts have recorded answers.
            prompts: Those that stand in the lesson itself.
        """
        if not number:
            self._hint.setText(tr("This step was not recorded. Go on without it."))
        elif number == len(prompts) == 1:
            self._hint.setText(tr("Was asked: “{prompt}”", prompt=prompts[0]))
        else:
            self._hint.setText(counted(number, tr("{n} prompt was asked."), tr("{n} prompts were asked.")))
        self._run.setEnabled(number > 0)

    def show_pairs(self, pairs: Sequence[Pair], *, hidden: bool, mask: Mask) -> None:
        """Show the answers; none if nothing was asked yet."""
        if self.pairs is None:
            return
        asked = any(pair.comparison is not None or pair.gone for pair in pairs)
        self.pairs.setVisible(asked)
        self.pairs.show_pairs(pairs, hidden=hidden, mask=mask)
        if isinstance(self._step.act, Run):
            self._show_run(asked=asked)

    def show_loading(self, pairs: Sequence[Pair], contestants: Mapping[Side, Contestant], *, hidden: bool) -> None:
        """The prompts are about to be asked."""
        assert self.pairs is not None
        self._running = True
        self._run.setText(tr("Show all at once") if self._is_recorded else tr("Stop"))
        self._run.setToolTip(tr("Wait no longer") if self._is_recorded else tr("Stop both models"))
        self._run.setProperty("role", "")
        self._polish()
        self._get.hide()
        self.pairs.show_pairs(pairs, hidden=hidden, mask=str)
        self.pairs.show_loading(contestants)
        self.pairs.show()

    def show_ended(self) -> None:
        """The answers are there, or given up."""
        self._running = False

    def say_trouble(self, error: LabError, *, needs_model: bool) -> None:
        """Say why it can't be run."""
        self._running = False
        self._show_run(asked=False)
        if self.pairs is not None:
            self.pairs.hide()
        self._hint.setText(f"{error.message} {error.hint}".strip())
        self._get.setVisible(needs_model)

    def show_choice(self, which: int | None) -> None:
        """Show what was chosen before."""
        if self.choices is not None:
            self.choices.show_answer(which)
        self._after.setVisible(which is not None and bool(self._step.after))

    def show_said(self, said: Said, progress: str, *, can_vote: bool) -> None:
        """Show what was said of the shown pair."""
        if self.ballot is not None:
            self.ballot.setEnabled(can_vote)
            self.ballot.show_said(said, progress)

    def show_recorded(self, sentence: str) -> None:
        """Show what was said of the shown pair in the recording; nothing if that is empty."""
        self._recorded.setText(sentence)
        self._recorded.setVisible(bool(sentence))

    def show_told(self, lines: Sequence[str]) -> None:
        """Show what a reveal tells besides the answers."""
        self._told.setText("\n".join(lines))
        self._told.setVisible(bool(lines))

    def show_after(self) -> None:
        """Show the text that comes behind what is done."""
        self._after.setVisible(bool(self._step.after))

    def _add_act(self, palette: Palette) -> None:
        act = self._step.act
        if isinstance(act, Predict | Question):
            self.choices = Choices(act, self)
            self._layout.addWidget(self.choices)
        if isinstance(act, Run):
            self._layout.addWidget(self._controls)
            self._controls.show()
        if isinstance(act, Reveal):
            self._layout.addWidget(self._told)
        if isinstance(act, Run | Ballot | Reveal):
            self.pairs = PairView(palette, self)
            self.pairs.hide()
            self._layout.addWidget(self.pairs)
        if isinstance(act, Ballot):
            self.ballot = BallotBar(act, self)
            self._layout.addWidget(self.ballot)
            self._layout.addWidget(self._recorded)

    def _press_run(self) -> None:
        if self._running:
            self.stop_asked.emit()
        else:
            self.run_asked.emit()

    def _show_run(self, *, asked: bool) -> None:
        if self._running:
            return
        if self._is_recorded:
            self._run.setText(tr("Show again") if asked else tr("Show the answers"))
            self._run.setToolTip(tr("Show what was answered when this was recorded (Ctrl+Enter)"))
        else:
            self._run.setText(tr("Run again") if asked else tr("Run this"))
            self._run.setToolTip(tr("Ask both models (Ctrl+Enter)"))
        self._run.setProperty("role", "" if asked else "main")
        self._polish()
        self._after.setVisible(asked and bool(self._step.after))

    def _polish(self) -> None:
        self._run.style().unpolish(self._run)
        self._run.style().polish(self._run)
