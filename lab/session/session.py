"""One conversation with two contestants: sends prompts, gathers answers, keeps them, regenerates, branches.

Lives on one thread, its owner's, like the runner. It tells one listener what happens; the window draws it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from lab.errors import WorkerDied
from lab.generation.collector import Collector
from lab.generation.protocol import Event, Finished, Loaded, WorkerLost
from lab.generation.runner import Envelope, Request, Runner
from lab.generation.schedule import Decision
from lab.language import tr
from lab.records import AnswerState, Comparison, Contestant, KeptAnswer, Origin, Side
from lab.session.keeper import Keeper
from lab.session.tree import Tree, answer_of
from lab.stamps import Clock, as_text, new_id, utc_now

CRASHES_BEFORE_ASKING = 2
"""After so many crashes of one file it is started again only if the user says so."""

_File = tuple[str, str]
"""Path and checksum: another file in the same place is another file."""

_T = TypeVar("_T")
_TOGETHER = Decision(in_turn=False, one_loaded_at_a_time=False, reason="")


class Listener(Protocol):
    """Who wants to know what happens in a session; called on the session's thread."""

    def begun(self, comparison: Comparison, collectors: Mapping[Side, Collector]) -> None:
        """A prompt has been sent; these sides will answer, and their answers grow in the collectors."""

    def happened(self, side: Side, event: Event, collector: Collector | None) -> None:
        """Something came from a side; the collector is that of its running answer, if there is one."""

    def ended(self, comparison: Comparison) -> None:
        """All sides are done."""


class Session:
    """A conversation.

    Args:
        runner: Answers. Its envelopes are brought to ``take``.
        keeper: Keeps what is said.
        listener: Is told what happens.
        rivals: How many rivals to report with each token; 0 for no probabilities.
        clock: Tells the time that is kept.

    Attributes:
        id: Of the conversation in the history.
        tree: All that was said.
        current: The comparison that is shown last; the next prompt goes on from it. None before the first.
        engines: Name and version of what runs each side's model, once it is loaded.
    """

    def __init__(
        self, runner: Runner, keeper: Keeper, listener: Listener, *, rivals: int = 0, clock: Clock = utc_now
    ) -> None:
        self.id = new_id()
        self.tree = Tree()
        self.current: str | None = None
        self.engines: dict[Side, str] = {}
        self._runner = runner
        self._keeper = keeper
        self._listener = listener
        self._rivals = rivals
        self._clock = clock
        self._collectors: dict[Side, Collector] = {}
        self._running: Comparison | None = None
        self._crashes: Counter[_File] = Counter()
        self._loaded: dict[Side, _File] = {}
        """The file that each side's worker was last given."""

    @property
    def busy(self) -> bool:
        """True while a prompt is being answered."""
        return self._running is not None

    @property
    def answering(self) -> frozenset[Side]:
        """The sides whose answers are still to come."""
        return frozenset(side for side, collector in self._collectors.items() if not collector.done)

    def load(self, session_id: str, comparisons: Iterable[Comparison], current: str | None = None) -> None:
        """Go on with a conversation out of the history.

        Args:
            session_id: Its id.
            comparisons: All of it, in the order in which it grew.
            current: Where to go on; the newest end if None.
        """
        self._require_idle()
        self.id = session_id
        self.tree = Tree(comparisons)
        self.current = current if current and current in self.tree else self.tree.newest_end(None)

    def begin_new(self) -> None:
        """Begin another conversation; the models stay loaded."""
        self.load(new_id(), ())

    def preload(self, side: Side, contestant: Contestant) -> None:
        """Load a side's model before it is asked anything."""
        self._will_load(side, contestant)
        self._runner.preload(side, contestant)

    def unload(self, side: Side) -> None:
        """Give a side's memory back; the next prompt loads its model again."""
        self._loaded.pop(side, None)
        self._runner.unload(side)

    def has_worker(self, side: Side) -> bool:
        """True if a side's model is loaded, or being loaded."""
        return self._runner.worker_pid(side) is not None

    def exchange(self) -> None:
        """Let the two sides change their models' processes; nothing is loaded anew. Only while nobody answers."""
        self._require_idle()
        self._runner.exchange()
        self._loaded, self.engines = _exchanged(self._loaded), _exchanged(self.engines)

    def start_again(self, side: Side, contestant: Contestant) -> None:
        """Load a model that has crashed, because the user wants it so."""
        self.forgive(contestant)
        self.preload(side, contestant)

    def forgive(self, contestant: Contestant) -> None:
        """Let a model be asked again however often it has crashed, because the user wants it so."""
        self._crashes[_file_of(contestant)] = 0

    def has_crashed_often(self, contestant: Contestant) -> bool:
        """True if a model's file has brought its process down again and again."""
        return self._crashes[_file_of(contestant)] >= CRASHES_BEFORE_ASKING

    def send(self, prompt: str, contestants: Mapping[Side, Contestant], decision: Decision = _TOGETHER) -> None:
        """Ask what comes next. Where the conversation has gone on already, this is a branch."""
        branches = bool(self.tree.children(self.current)) and self.current is not None
        origin = Origin.BRANCH if branches else Origin.PROMPT
        self._ask(prompt, self.current, origin, contestants, decision)

    def edit(self, prompt: str, contestants: Mapping[Side, Contestant], decision: Decision = _TOGETHER) -> None:
        """Ask the current turn anew in other words; the old one stays as its sibling."""
        self._ask(prompt, self._shown().parent_id, Origin.EDIT, contestants, decision)

    def regenerate(self, contestants: Mapping[Side, Contestant], decision: Decision = _TOGETHER) -> None:
        """Ask the current turn anew; a side that is left out keeps its answer."""
        shown = self._shown()
        others = {side: answer_of(shown, side) for side in Side if side not in contestants}
        self._ask(shown.prompt, shown.parent_id, Origin.REGENERATE, contestants, decision, others)

    def stop(self, side: Side | None = None) -> None:
        """Stop one side or both; what has been said stays."""
        self._runner.stop(side)

    def show(self, comparison_id: str) -> None:
        """Make another turn the current one.

        Raises:
            KeyError: There is none of that id.
        """
        self._require_idle()
        self.current = self.tree[comparison_id].id

    def take(self, envelope: Envelope) -> None:
        """Take one event from a worker."""
        side = self._runner.side_of(envelope)
        event = self._runner.handle(envelope)
        if event is None or side is None:
            return
        self._note(side, event)
        collector = self._collectors.get(side)
        if collector is not None and not collector.done:
            had = len(collector.text)
            collector.take(event)
            if collector.text[had:]:
                self._keeper.append(self._answer_id(side), collector.text[had:])
            if collector.done:
                self._side_ended(side, collector)
        self._listener.happened(side, event, collector)
        if self._running and all(each.done for each in self._collectors.values()) and not self._runner.busy:
            self._end()

    def _note(self, side: Side, event: Event) -> None:
        match event:
            case Loaded():
                self.engines[side] = event.engine
            case WorkerLost():
                self._crashes[self._loaded.get(side, ("", ""))] += 1
            case Finished():
                self._crashes[self._loaded.get(side, ("", ""))] = 0

    def _ask(
        self,
        prompt: str,
        parent_id: str | None,
        origin: Origin,
        contestants: Mapping[Side, Contestant],
        decision: Decision,
        others: Mapping[Side, KeptAnswer | None] | None = None,
    ) -> None:
        self._require_idle()
        for contestant in contestants.values():
            if self.has_crashed_often(contestant):
                raise WorkerDied(
                    tr("{name} has crashed {times} times.", name=contestant.model.name, times=CRASHES_BEFORE_ASKING),
                    tr("Choose another model for this side, or press “Start again” to try once more."),
                )
        now = as_text(self._clock())
        fresh = {side: self._begin_answer(side, contestant, now) for side, contestant in contestants.items()}
        by_side = {**(others or {}), **fresh}
        comparison = Comparison(
            id=new_id(),
            session_id=self.id,
            parent_id=parent_id,
            origin=origin,
            prompt=prompt,
            created_utc=now,
            trashed_utc=None,
            a=by_side.get(Side.A),
            b=by_side.get(Side.B),
        )
        self._collectors = {
            side: Collector(
                Request(
                    contestant=contestant,
                    prompt=prompt,
                    turns=self.tree.turns(parent_id, side, contestant.model),
                    rivals=self._rivals,
                )
            )
            for side, contestant in contestants.items()
        }
        self._running = comparison
        self.tree.put(comparison)
        self.current = comparison.id
        self._keeper.keep(comparison)
        self._listener.begun(comparison, self._collectors)
        for place, (side, contestant) in enumerate(sorted(contestants.items())):
            self._will_load(side, contestant)
            if place and decision.one_loaded_at_a_time:
                # It may still be there from the last prompt, and the first one has to fit in now.
                self._runner.unload(side)
        self._runner.compare(
            {side: collector.request for side, collector in self._collectors.items()},
            in_turn=decision.in_turn,
            one_loaded_at_a_time=decision.one_loaded_at_a_time,
        )

    def _will_load(self, side: Side, contestant: Contestant) -> None:
        """Note what a side's worker is given; one that holds what the file was before has to go."""
        file, before = _file_of(contestant), self._loaded.get(side)
        if before is not None and before[0] == file[0] and before != file:
            self._runner.unload(side)
        self._loaded[side] = file

    def _begin_answer(self, side: Side, contestant: Contestant, now: str) -> KeptAnswer:
        return KeptAnswer(
            id=new_id(),
            state=AnswerState.STREAMING,
            contestant=contestant,
            text="",
            response=None,
            engine=self.engines.get(side, ""),
            problem="",
            begun_utc=now,
            saved_utc=now,
        )

    def _side_ended(self, side: Side, collector: Collector) -> None:
        """Keep a side's answer as soon as it is there; the other one may take minutes."""
        assert self._running is not None
        answer = answer_of(self._running, side)
        assert answer is not None
        done = _finished(answer, collector, self.engines.get(side, ""), as_text(self._clock()))
        self._running = replace(self._running, a=done) if side is Side.A else replace(self._running, b=done)
        self.tree.put(self._running)
        self._keeper.keep(self._running)

    def _end(self) -> None:
        assert self._running is not None
        comparison = self._running
        self._running, self._collectors = None, {}
        self._listener.ended(comparison)

    def _answer_id(self, side: Side) -> str:
        assert self._running is not None
        answer = answer_of(self._running, side)
        assert answer is not None
        return answer.id

    def _shown(self) -> Comparison:
        self._require_idle()
        if self.current is None:
            raise ValueError("there is no turn yet")
        return self.tree[self.current]

    def _require_idle(self) -> None:
        if self.busy:
            raise ValueError("a prompt is being answered")


def _exchanged(by_side: Mapping[Side, _T]) -> dict[Side, _T]:
    return {Side.B if side is Side.A else Side.A: value for side, value in by_side.items()}


def _file_of(contestant: Contestant) -> _File:
    return contestant.model.path, contestant.model.sha256


def _finished(answer: KeptAnswer, collector: Collector, engine: str, now: str) -> KeptAnswer:
    error, response = collector.error, collector.response()
    problem = error.message if error else ""
    if response is None and error is None:
        problem = tr("It was stopped before it began.")
    return replace(
        answer,
        state=AnswerState.FAILED if problem else AnswerState.FINISHED,
        text=collector.text,
        response=response,
        engine=engine,
        problem=problem,
        saved_utc=now,
    )
