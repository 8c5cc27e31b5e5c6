"""Asks what a lesson wants asked: the prompts of one run, one after the other, with workers of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.generation.collector import Collector
from lab.generation.protocol import Chunk, Event
from lab.generation.runner import LoadOptions, Runner
from lab.generation.schedule import Decision
from lab.generation.thread_budget import machine_threads
from lab.preferences import PreferencesFile
from lab.records import Comparison, Contestant, Side
from lab.session.keeper import Keeper
from lab.session.session import Session
from ui.bridge import RunnerBridge
from ui.compare.loading import Loading

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.storage.work import Work

TAG = "lesson"
"""What a lesson's conversations are tagged with in the history."""

MakeRoom = Callable[[], LabError | None]
"""Has others give back the memory of their models; says why not if they can't now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One prompt and who answers it; A stands on the left."""

    prompt: str
    contestants: Mapping[Side, Contestant]


class LessonRuns(QObject):
    """Runs the prompts of one run after another. The answers are kept as one conversation, each prompt by itself.

    Its workers are not those of the compare page: what a lesson asks for must not change the user's own models and
    settings there. Their memory is asked back before, and given back in ``rest``.

    Args:
        runner: Answers; its envelopes come through ``bridge``. It is this object's from now on.
        bridge: Brings them to this thread.
        loading: Looks at the files; it is this object's, too.
        keeper: Keeps what is said.
        preferences: The user's wishes.
        make_room: Has others give back their memory.
        parent: Owns it.

    Signals:
        begun(int): A prompt has been sent; its place in the run.
        grew(Side, str): A piece of an answer has come.
        answered(int, Comparison): Both sides are done with a prompt.
        ended(): All prompts are answered, or the rest was given up.
        failed(LabError): It can't go on.
        running_changed(bool): A run has begun or is over.
    """

    begun = Signal(int)
    grew = Signal(object, str)
    answered = Signal(int, object)
    ended = Signal()
    failed = Signal(object)
    running_changed = Signal(bool)

    def __init__(
        self,
        runner: Runner,
        bridge: RunnerBridge,
        loading: Loading,
        keeper: Keeper,
        preferences: PreferencesFile,
        make_room: MakeRoom,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._loading, self._keeper = runner, loading, keeper
        self._preferences, self._make_room = preferences, make_room
        self._session = Session(runner, keeper, _Ear(self))
        self._asks: Sequence[Ask] = ()
        self._place = 0
        self._title = ""
        self._decision: Decision | None = None
        self._running = self._stopped = self._may_rest = False
        bridge.arrived.connect(self._session.take)
        loading.decided.connect(self._take_decision)
        loading.refused.connect(self._give_up)
        loading.failed.connect(lambda _side, error: self._give_up(error))
        loading.done.connect(self._looked)

    @property
    def running(self) -> bool:
        """True from the wish to the last answer."""
        return self._running

    @property
    def session_id(self) -> str:
        """The conversation of the run that was begun last."""
        return self._session.id

    def begin(self, asks: Sequence[Ask], title: str) -> None:
        """Ask; the signals tell how it goes. Only while nothing runs.

        Args:
            asks: The prompts with their contestants.
            title: What the conversation is called in the history.
        """
        if self._running or self._session.busy:
            return
        if (refusal := self._make_room()) is not None:
            self.failed.emit(refusal)
            return
        self._stopped = self._may_rest = False
        self._set_running(True)
        self._asks, self._place, self._title = asks, 0, title
        self._decision = None
        self._session.begin_new()
        for contestant in asks[0].contestants.values():
            self._session.forgive(contestant)  # whoever presses the button again wants to try again
        models = {side: each.model for side, each in asks[0].contestants.items()}
        kept = self._preferences.value
        self._runner.options = LoadOptions(context_tokens=kept.context_tokens, gpu_layers=kept.gpu_layers)
        self._runner.threads = kept.threads or machine_threads()
        self._loading.prepare(models, kept.schedule, kept.context_tokens)

    def stop(self) -> None:
        """Stop the answers that come; what has been said stays, and the rest of the prompts is not asked."""
        if not self._running:
            return
        self._stopped = True
        if self._session.busy:
            self._session.stop()
        else:  # the files are still being looked at
            self._end()

    def rest(self) -> None:
        """Give the memory of the models back; while they answer, as soon as they have."""
        if self._running or self._session.busy:
            self._may_rest = True
            return
        for side in Side:
            self._session.unload(side)

    def stay(self) -> None:
        """Keep the models after all."""
        self._may_rest = False

    def close_down(self) -> None:
        """End workers and threads."""
        self._loading.close_down()
        self._runner.close()

    def say_begun(self) -> None:
        """A prompt has been sent."""
        self.begun.emit(self._place)

    def take_answers(self, comparison: Comparison) -> None:
        """Both sides are done with a prompt; go on with the next one."""
        place = self._place
        if place == 0:
            self._name(comparison.session_id)
        self._place += 1
        over = self._stopped or self._place >= len(self._asks) or self._crashed(comparison)
        if over:
            self._set_running(False)
        self.answered.emit(place, comparison)
        if over:
            self._end()
        else:
            self._ask()

    def _ask(self) -> None:
        ask = self._asks[self._place]
        self._session.current = None  # each prompt by itself: none hears what was said before
        assert self._decision is not None
        try:
            self._session.send(ask.prompt, ask.contestants, self._decision)
        except LabError as error:
            self._give_up(error)

    def _crashed(self, comparison: Comparison) -> bool:
        sides = (comparison.a, comparison.b)
        return all(answer is not None and answer.problem for answer in sides)

    def _take_decision(self, decision: Decision) -> None:
        self._decision = decision

    def _looked(self) -> None:
        if self._running and self._decision is not None and not self._session.busy:
            self._ask()

    def _give_up(self, error: LabError) -> None:
        if self._running:
            self._end()
            self.failed.emit(error)

    def _set_running(self, running: bool) -> None:
        if running != self._running:
            self._running = running
            self.running_changed.emit(running)

    def _end(self) -> None:
        self._set_running(False)
        if self._may_rest:
            self._may_rest = False
            self.rest()
        self.ended.emit()

    def _name(self, session_id: str) -> None:
        title = self._title

        def name(work: Work) -> None:
            from lab.storage import sessions

            sessions.rename(work, session_id, title)
            sessions.tag(work, session_id, {TAG})

        self._keeper.do(name)


class _Ear:
    """Hears what the session tells; see ``lab.session.session.Listener``."""

    def __init__(self, runs: LessonRuns) -> None:
        self._runs = runs

    def begun(self, _comparison: Comparison, _collectors: Mapping[Side, Collector]) -> None:
        self._runs.say_begun()

    def happened(self, side: Side, event: Event, _collector: Collector | None) -> None:
        if isinstance(event, Chunk) and event.text:
            self._runs.grew.emit(side, event.text)

    def ended(self, comparison: Comparison) -> None:
        self._runs.take_answers(comparison)
