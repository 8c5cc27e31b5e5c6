"""Small suites, and an engine that answers as it is told, for the tests of runs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from lab.errors import LabError
from lab.generation.batch_rows import ModelReady, Row, RowAnswered, RowFailed, RowStarted, RunEvent
from lab.records import Contestant, FinishReason, Response, RunSettings, Side, Turn
from lab.runs.lanes import Lane
from lab.runs.performing import Performance
from lab.runs.plan import RunPlan, new_run
from lab.storage import Store, runs
from lab.suites.suite import Item, Suite
from tests.unit.storage import samples

ITEMS: list[dict[str, Any]] = [
    {"id": "sky", "prompt": "Why is the sky blue?", "checks": [{"kind": "contains", "any": ["light"]}]},
    {"id": "talk", "prompt": "My cat is Mia.", "turns": ["What is she called?", "And what is she?"]},
    {"id": "coach", "prompt": "I am tired.", "system_prompt": "You are a coach."},
]


def suite(*items: dict[str, Any]) -> Suite:
    return Suite(id="small", title="Small suite", items=tuple(msgspec.convert(each, Item) for each in items or ITEMS))


def contestant(name: str) -> Contestant:
    made = samples.contestant(name)
    return replace(made, model=replace(made.model, path=f"/models/{name}.gguf"))


def planned(store: Store, *items: dict[str, Any], times: int = 1, seed: int = 7) -> RunPlan:
    """A run that is kept and has not begun."""
    run = new_run(suite(*items), contestant("ann"), contestant("bob"), samples=times, settings=RunSettings(seed=seed))
    store.write(runs.create, run).result()
    return again(store, run.id)


def again(store: Store, run_id: str) -> RunPlan:
    """The run as the history has it."""
    return RunPlan.of(store.read(runs.get, run_id).result())


def response(row: Row, text: str) -> Response:
    return replace(samples.response(text, of=row.contestant), details=(), finish_reason=FinishReason.END_OF_ANSWER)


def echo(row: Row, prompt: str) -> str:
    return f"{row.contestant.model.name} on {prompt}"


@dataclass
class Puppet:
    """An engine that says what it is told to, and remembers what it was asked."""

    say: Callable[[Row, str], str] = echo
    """The text of an answer; a LabError that it raises is the row's, a RuntimeError the model's."""
    most: int = 10**9
    """After so many answers it stops by itself, as if somebody had told it to."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Model and prompt."""
    rows: list[Row] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)
    paused: bool = False
    stopped: threading.Event = field(default_factory=threading.Event)

    def run(self, rows: Iterable[Row]) -> Iterator[RunEvent]:
        yield ModelReady(engine="puppet 1", context_tokens=100, rows=1)
        for row in rows:
            self.rows.append(row)
            turns = row.turns
            prompts = (row.prompt, *row.then)
            for place, prompt in enumerate(prompts):
                if self.stopped.is_set() or len(self.asked) >= self.most:
                    return
                yield RowStarted(row=row, place=place)
                self.asked.append((row.contestant.model.name, prompt))
                try:
                    text = self.say(row, prompt)
                except LabError as error:
                    yield RowFailed(row=row, place=place, error=error)
                    break
                turn = Turn(prompt=prompt, response=text, response_token_ids=(1, 2, 3))
                turns = (*turns, turn)
                last = place == len(prompts) - 1
                yield RowAnswered(row=row, place=place, response=response(row, text), turn=turn, last=last)

    def pause(self) -> None:
        self.paused = True

    def resume(self) -> None:
        self.paused = False

    def stop(self) -> None:
        self.stopped.set()

    def set_threads(self, threads: int) -> None:
        self.threads.append(threads)


def performance(store: Store, plan: RunPlan, a: Puppet, b: Puppet, **how: Any) -> Performance:
    lanes = [Lane(sides=frozenset({Side.A}), engine=a), Lane(sides=frozenset({Side.B}), engine=b)]
    return Performance(store, plan, lanes, **{"in_turn": True, "threads": 2, **how})
