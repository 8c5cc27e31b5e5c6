"""What happens on the lessons page: between the learner, their progress, the models and what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.lessons import progress as deeds
from lab.lessons.casting import Asked, NoModelForRole, prompts_of
from lab.lessons.lesson import Predict, Question, Reveal, Role, Run
from lab.lessons.progress import Asking, Progress
from lab.lessons.progress_file import ProgressFile
from lab.preferences import Preferences, PreferencesFile
from lab.recording.recording import with_hidden
from lab.records import Comparison, Model, Side
from lab.session.pairing import fair_coin
from lab.stamps import as_text, utc_now
from lab.suites.shelf import shelf as suite_shelf
from ui.compare.rater_button import ME
from ui.lessons.asks import UnderWay, cast_run, recorded_run
from ui.lessons.ballots import Ballots
from ui.lessons.page import LessonsPage
from ui.lessons.pair_view import Pair
from ui.lessons.polling import Polling
from ui.lessons.replaying import Replay
from ui.lessons.runs import LessonRuns
from ui.lessons.shelves import Places, Shelves
from ui.lessons.step_view import StepView
from ui.lessons.taking import Taking
from ui.lessons.told import hint_of
from ui.recording.words import told_of

Cast = Callable[[], Mapping[Role, Model]]
"""Gives the models that take the parts of a lesson now."""


class LessonsController(QObject):
    """Leads through lessons.

    Args:
        page: What is shown.
        runs: Asks the models.
        ballots: Knows the answers and the votes.
        progress: How far everybody has come.
        preferences: Who learns.
        cast: Gives the models.
        places: Where the user's files are.
        coin: Decides in a blind run who stands where; True puts the lesson's A on side B.
        parent: Owns it.

    Signals:
        record_asked(Lesson, Progress, bool): The lesson should be saved with its answers; with votes if True.
    """

    record_asked = Signal(object, object, bool)

    def __init__(
        self,
        page: LessonsPage,
        runs: LessonRuns,
        ballots: Ballots,
        progress: ProgressFile,
        preferences: PreferencesFile,
        cast: Cast,
        places: Places,
        coin: Callable[[], bool] = fair_coin,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._runs, self._ballots, self._file = page, runs, ballots, progress
        self._preferences, self._cast, self._places, self._coin = preferences, cast, places, coin
        self._polling = Polling(ballots, self)
        self._replay = Replay(ballots, parent=self)
        self._shelves = Shelves(places, progress)
        self._taking: Taking | None = None
        self._step: StepView | None = None
        self._under_way: UnderWay | None = None
        self._rater = preferences.value.rater or ME
        page.shown.connect(self._shown)
        page.hidden.connect(runs.rest)
        page.list.opened.connect(self.open)
        page.list.begun_anew.connect(self._begin_anew)
        page.list.removed.connect(self._remove)
        page.lesson.left.connect(self.leave)
        page.lesson.wanted.connect(self._go)
        page.lesson.record_asked.connect(self._record)
        self._replay.found.connect(self._found)
        for answering in (runs, self._replay):
            answering.begun.connect(self._begun)
            answering.grew.connect(self._grew)
            answering.answered.connect(self._answered)
            answering.ended.connect(self._ended)
            answering.failed.connect(self._failed)
        self._polling.changed.connect(self._known)
        self._polling.completed.connect(page.lesson.focus_next)
        ballots.trouble.connect(page.lesson.message.complain)
        self._unsubscribe = preferences.subscribe(self._follow)

    @property
    def taking(self) -> Taking | None:
        """The lesson that is being taken; None in the list."""
        return self._taking

    @property
    def running(self) -> bool:
        """True while a run is being answered."""
        return self._under_way is not None

    def open(self, key: str) -> None:
        """Begin a lesson, or go on where one left off; one that is done is looked at from its beginning.

        Args:
            key: The lesson's id, or what ``KeptRecording`` says of a recorded one.
        """
        if not self._shelves.shelf.lessons:
            self._shelves.read()
        self._taking = self._shelves.take(key, self._rater)
        lesson, recorded = self._taking.lesson, self._taking.recorded
        if recorded is not None:  # also on other pages it is hidden from now on who is who
            self._change(partial(with_hidden, recording=recorded.recording))
        if self._taking.progress.done_utc and self._taking.place == len(lesson.steps) - 1:
            self._change(partial(deeds.gone_to, place=0))
        self._page.show_lesson()
        self._show_step()

    def open_recorded(self, key: str) -> None:
        """Open a recorded lesson whose answers have just come into the history."""
        if self._taking is not None:
            self.leave()
        self._shelves.read()
        self._ballots.read_anew()
        self.open(key)

    def leave(self) -> None:
        """Go back to the list; answers that still come are stopped."""
        self._stop()
        before, self._taking, self._step, self._under_way = self._taking, None, None, None
        self._polling.end()
        self._show_list()
        self._page.list.focus(before.key if before else "")

    def close_down(self) -> None:
        """Stop what is under way."""
        self._unsubscribe()
        self._runs.close_down()

    # The list.

    def _shown(self) -> None:
        self._runs.stay()
        if self._taking is None:
            self._show_list()
            self._page.list.focus()

    def _show_list(self) -> None:
        self._shelves.read()
        progress = self._shelves.progress(self._rater)
        self._page.list.rater_button.show_raters(self._rater, self._preferences.value.raters)
        self._page.list.show_lessons(
            self._shelves.shelf,
            progress,
            self._places.lessons,
            self._file.problem,
            tuple(self._shelves.recorded.values()),
        )
        self._page.show_list()

    def _begin_anew(self, key: str) -> None:
        self._shelves.begin_anew(key, self._rater)
        self.open(key)

    def _remove(self, key: str) -> None:
        self._shelves.remove(key)
        self._show_list()

    def _follow(self, preferences: Preferences) -> None:
        rater = preferences.rater or ME
        if rater == self._rater:
            return
        self._rater = rater
        if self._taking is not None:  # whoever votes now has a progress of their own
            self.leave()
        else:
            self._show_list()

    # The steps.

    def _go(self, step: int) -> None:
        assert self._taking is not None
        place = self._taking.place + step
        if step > 0 and not self._may_go_on():
            return
        if place >= len(self._taking.lesson.steps):
            self._change(partial(deeds.finished, utc=as_text(utc_now())))
            self.leave()
        elif place >= 0:
            self._stop()
            self._change(partial(deeds.gone_to, place=place))
            self._show_step()

    def _show_step(self) -> None:
        assert self._taking is not None
        taking, act = self._taking, self._taking.act
        if isinstance(act, Reveal):
            self._change(partial(deeds.looked, place=taking.place))
        told = told_of(taking.recorded) if taking.recorded else ""
        step = self._step = self._page.lesson.show_step(taking.lesson, taking.place, told)
        step.run_asked.connect(self._ask)
        step.stop_asked.connect(self._stop)
        step.models_asked.connect(self._page.models_asked)
        if isinstance(act, Predict | Question):
            assert step.choices is not None
            step.show_choice(taking.progress.answer(taking.place))
            step.choices.chosen.connect(self._chosen)
        if isinstance(act, Run):
            self._show_prompts(step, act)
        self._polling.begin(taking, step)
        self._show_way_on()

    def _show_prompts(self, step: StepView, run: Run) -> None:
        assert self._taking is not None
        if self._taking.recorded is not None:
            step.show_recorded_prompts(len(self._taking.recorded_asking.comparisons), run.prompts)
            return
        try:
            asked = self._asked(run)
        except LabError as error:
            step.say_trouble(error, needs_model=False)
        else:
            step.show_prompts([each.prompt for each in asked])

    def _chosen(self, which: int) -> None:
        assert self._taking is not None
        assert self._step is not None
        self._change(partial(deeds.chosen, place=self._taking.place, choice=which))
        self._step.show_choice(which)
        self._show_way_on()
        self._page.lesson.focus_next()

    def _may_go_on(self) -> bool:
        assert self._taking is not None
        done = deeds.may_go_on(self._taking.lesson, self._taking.progress) or self._taking.was_not_recorded
        return done and not self.running and not self._polling.misses_votes

    def _show_way_on(self) -> None:
        assert self._taking is not None
        taking, is_recorded = self._taking, self._taking.recorded is not None
        self._page.lesson.show_way_on(self._may_go_on(), hint_of(taking.act, is_recorded=is_recorded))
        self._page.lesson.show_can_be_recorded(any(each.comparisons for each in taking.progress.runs.values()))

    def _known(self) -> None:
        if self._taking is not None and not self.running:
            self._polling.show()
            self._show_way_on()

    # The runs.

    def _ask(self) -> None:
        assert self._taking is not None
        assert self._step is not None
        run = self._taking.act
        assert isinstance(run, Run)
        if self._taking.recorded is not None:
            ids = self._taking.recorded_asking.comparisons
            self._replay.begin(self._rater, ids, hidden=self._taking.hidden)
            return
        try:
            under_way = cast_run(run, self._cast(), self._asked(run), self._coin, self._taking.place)
        except LabError as error:
            self._step.say_trouble(error, needs_model=isinstance(error, NoModelForRole))
            return
        self._step.show_prompts([each.prompt for each in under_way.asks])
        self._begin(under_way, hidden=run.blind)
        title = self._taking.lesson.steps[self._taking.place].title
        self._runs.begin(under_way.asks, f"{self._taking.lesson.title}: {title}")
        if self._under_way is not None:
            self._change(partial(deeds.asking_anew, lesson=self._taking.lesson, place=self._taking.place))
            asking = Asking(session_id=self._runs.session_id, blind=run.blind)
            self._change(partial(deeds.asked, place=self._taking.place, asking=asking))

    def _found(self, comparisons: list[Comparison]) -> None:
        """The recorded answers have been read; they come from now on as if they were being written."""
        assert self._taking is not None
        place, asking = self._taking.place, self._taking.recorded_asking
        self._begin(recorded_run(comparisons, asking, place), hidden=self._taking.hidden)
        self._change(partial(deeds.asked, place=place, asking=replace(asking, comparisons=(), sides=())))

    def _begin(self, under_way: UnderWay, *, hidden: bool) -> None:
        assert self._step is not None
        self._page.lesson.message.clear()
        self._under_way = under_way
        pairs = [Pair(prompt=each.prompt) for each in under_way.asks]
        self._step.show_loading(pairs, under_way.asks[0].contestants, hidden=hidden)
        self._show_way_on()

    def _begun(self, number: int) -> None:
        if self._under_way is not None and self._step is not None and self._step.pairs is not None:
            self._step.pairs.begin(number, self._under_way.asks[number].contestants)

    def _grew(self, side: Side, text: str) -> None:
        if self._under_way is not None and self._step is not None and self._step.pairs is not None:
            self._step.pairs.grow(side, text)

    def _answered(self, number: int, comparison: Comparison) -> None:
        if self._taking is None or self._under_way is None:
            return
        place = self._under_way.place
        self._ballots.take(comparison, is_new=self._taking.recorded is None)
        before = self._taking.progress.asking(place)
        sides = (*before.sides, self._under_way.sides[number])
        asking = replace(before, comparisons=(*before.comparisons, comparison.id), sides=sides)
        self._change(partial(deeds.asked, place=place, asking=asking))

    def _ended(self) -> None:
        self._under_way = None
        if self._taking is None or self._step is None:
            return
        self._step.show_ended()
        if isinstance(self._taking.act, Run):
            self._polling.show()
        self._show_way_on()
        self._page.lesson.focus_next()

    def _failed(self, error: LabError) -> None:
        self._under_way = None
        if self._step is not None and self._taking is not None:
            self._step.say_trouble(error, needs_model=False)
            if self._taking.comparisons:  # what was answered before stays in sight
                self._polling.show()
            self._show_way_on()

    def _asked(self, run: Run) -> tuple[Asked, ...]:
        return prompts_of(run, suite_shelf(self._places.suites))

    def _record(self, with_votes: bool) -> None:
        if self._taking is not None:
            self.record_asked.emit(self._taking.lesson, self._taking.progress, with_votes)

    def _stop(self) -> None:
        self._runs.stop()
        self._replay.stop()

    def _change(self, change: Callable[[Progress], Progress]) -> None:
        assert self._taking is not None
        if (problem := self._taking.change(change)) is not None:
            self._page.lesson.message.complain(problem)
