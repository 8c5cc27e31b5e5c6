"""What happens on the lessons page: between the learner, their progress, the models and what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from lab.errors import LabError
from lab.lessons import progress as deeds
from lab.lessons.casting import Asked, NoModelForRole, contestants, prompts_of
from lab.lessons.lesson import Predict, Question, Reveal, Role, Run
from lab.lessons.progress import Asking, Progress
from lab.lessons.progress_file import ProgressFile
from lab.lessons.shelf import LessonShelf, lesson_shelf
from lab.preferences import Preferences, PreferencesFile
from lab.records import Comparison, Contestant, Model, Side
from lab.session.pairing import fair_coin, other_side
from lab.stamps import as_text, utc_now
from lab.suites.shelf import shelf as suite_shelf
from ui.compare.rater_button import ME
from ui.lessons.ballots import Ballots
from ui.lessons.page import LessonsPage
from ui.lessons.pair_view import Pair
from ui.lessons.polling import Polling
from ui.lessons.runs import Ask, LessonRuns
from ui.lessons.step_view import StepView
from ui.lessons.taking import Taking
from ui.lessons.told import hint_of

Cast = Callable[[], Mapping[Role, Model]]
"""Gives the models that take the parts of a lesson now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the user's files are."""

    lessons: Path
    suites: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class _UnderWay:
    """A run that is being answered."""

    place: int
    """Its step."""
    asks: list[Ask]
    sides: tuple[Side, ...]
    """Where the lesson's A stands, for each prompt."""


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
    """

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
        self._shelf = LessonShelf(lessons=(), faults=())
        self._taking: Taking | None = None
        self._step: StepView | None = None
        self._under_way: _UnderWay | None = None
        self._asked_in: dict[str, tuple[Taking, int]] = {}
        """Whose conversations these are, by their ids: who took the lesson, and the step of its run."""
        self._rater = preferences.value.rater or ME
        page.shown.connect(self._shown)
        page.hidden.connect(runs.rest)
        page.list.opened.connect(self.open)
        page.list.begun_anew.connect(self._begin_anew)
        page.lesson.left.connect(self.leave)
        page.lesson.wanted.connect(self._go)
        runs.begun.connect(self._begun)
        runs.grew.connect(self._grew)
        runs.answered.connect(self._answered)
        runs.ended.connect(self._ended)
        runs.failed.connect(self._failed)
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

    def open(self, lesson_id: str) -> None:
        """Begin a lesson, or go on where one left off; one that is done is looked at from its beginning."""
        if not self._shelf.lessons:
            self._shelf = lesson_shelf(self._places.lessons)
        lesson = self._shelf.find(lesson_id).lesson
        self._taking = Taking(lesson, self._rater, self._file)
        if self._taking.progress.done_utc and self._taking.place == len(lesson.steps) - 1:
            self._change(partial(deeds.gone_to, place=0))
        self._page.show_lesson()
        self._show_step()

    def leave(self) -> None:
        """Go back to the list; answers that still come are stopped."""
        self._runs.stop()
        before, self._taking, self._step, self._under_way = self._taking, None, None, None
        self._polling.end()
        self._show_list()
        self._page.list.focus(before.lesson.id if before else "")

    def is_hidden(self, session_id: str) -> bool:
        """True while it is hidden who is who in a conversation of a lesson, as far as this program has seen it."""
        if session_id not in self._asked_in:
            return False
        taking, run = self._asked_in[session_id]
        return deeds.is_hidden(taking.lesson, taking.progress, run)

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
        self._shelf = lesson_shelf(self._places.lessons)
        lessons = [each.lesson for each in self._shelf.lessons]
        progress = {lesson.id: Taking(lesson, self._rater, self._file).progress for lesson in lessons}
        self._page.list.rater_button.show_raters(self._rater, self._preferences.value.raters)
        self._page.list.show_lessons(self._shelf, progress, self._places.lessons, self._file.problem)
        self._page.show_list()

    def _begin_anew(self, lesson_id: str) -> None:
        self._file.forget(self._rater, lesson_id)
        self._forget_conversations(lesson_id)
        self.open(lesson_id)

    def _forget_conversations(self, lesson_id: str, run: int | None = None) -> None:
        """What is asked anew hides nothing of what was asked before."""
        self._asked_in = {
            session_id: (taking, place)
            for session_id, (taking, place) in self._asked_in.items()
            if (taking.rater, taking.lesson.id) != (self._rater, lesson_id) or run not in (None, place)
        }

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
            self._runs.stop()
            self._change(partial(deeds.gone_to, place=place))
            self._show_step()

    def _show_step(self) -> None:
        assert self._taking is not None
        taking, act = self._taking, self._taking.act
        if isinstance(act, Reveal):
            self._change(partial(deeds.looked, place=taking.place))
        step = self._step = self._page.lesson.show_step(taking.lesson, taking.place)
        step.run_asked.connect(self._ask)
        step.stop_asked.connect(self._runs.stop)
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
        done = deeds.may_go_on(self._taking.lesson, self._taking.progress)
        return done and not self.running and not self._polling.misses_votes

    def _show_way_on(self) -> None:
        assert self._taking is not None
        self._page.lesson.show_way_on(self._may_go_on(), hint_of(self._taking.act))

    def _known(self) -> None:
        if self._taking is not None and not self.running:
            if self._taking.run is not None:
                for session_id in self._polling.sessions():
                    self._asked_in[session_id] = (self._taking, self._taking.run)
                self._polling.show()
            self._show_way_on()

    # The runs.

    def _ask(self) -> None:
        assert self._taking is not None
        assert self._step is not None
        run = self._taking.act
        assert isinstance(run, Run)
        try:
            models = self._cast()
            asked = self._asked(run)
            swaps = [run.blind and self._coin() for _ in asked]
            asks = [_ask(run, models, each, swapped) for each, swapped in zip(asked, swaps, strict=True)]
        except LabError as error:
            self._step.say_trouble(error, needs_model=isinstance(error, NoModelForRole))
            return
        sides = tuple(Side.B if swapped else Side.A for swapped in swaps)
        self._page.lesson.message.clear()
        self._under_way = _UnderWay(place=self._taking.place, asks=asks, sides=sides)
        self._change(partial(deeds.asking_anew, lesson=self._taking.lesson, place=self._taking.place))
        pairs = [Pair(prompt=each.prompt) for each in asks]
        self._step.show_prompts([each.prompt for each in asks])
        self._step.show_loading(pairs, asks[0].contestants, hidden=run.blind)
        self._show_way_on()
        title = self._taking.lesson.steps[self._taking.place].title
        self._runs.begin(asks, f"{self._taking.lesson.title}: {title}")
        if self._under_way is not None:
            self._forget_conversations(self._taking.lesson.id, self._under_way.place)
            self._asked_in[self._runs.session_id] = (self._taking, self._under_way.place)

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
        self._ballots.take(comparison)
        before = self._taking.progress.asking(place)
        sides = (*before.sides, self._under_way.sides[number])
        asking = Asking(comparisons=(*before.comparisons, comparison.id), sides=sides)
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
            self._show_way_on()

    def _asked(self, run: Run) -> tuple[Asked, ...]:
        return prompts_of(run, suite_shelf(self._places.suites))

    def _change(self, change: Callable[[Progress], Progress]) -> None:
        assert self._taking is not None
        if (problem := self._taking.change(change)) is not None:
            self._page.lesson.message.complain(problem)


def _ask(run: Run, models: Mapping[Role, Model], asked: Asked, swapped: bool) -> Ask:
    players: dict[Side, Contestant] = contestants(run, models, asked)
    if swapped:
        players = {other_side(side): who for side, who in players.items()}
    return Ask(prompt=asked.prompt, contestants=players)
