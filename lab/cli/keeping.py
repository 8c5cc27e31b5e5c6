"""Keeps in the history what a run of the command does. Trouble with that is one line of warning, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from lab.cli.history_file import warn
from lab.cli.output import console
from lab.errors import LabError
from lab.generation.collector import Collector
from lab.generation.protocol import Chunk, Event, Loaded
from lab.records import Contestant, Origin, Side

if TYPE_CHECKING:
    from lab.storage import Store
    from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where a comparison is in the history."""

    id: str
    short_id: str
    """So much of the id that it is no other's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """What is written before the first word of an answer."""

    id: str
    session_id: str
    new_session: bool
    parent_id: str | None
    origin: Origin
    prompt: str
    contestants: Mapping[Side, Contestant]
    answer_ids: Mapping[Side, str]


class Keeping:
    """Keeps one run: a session, and in it one comparison after the other.

    Everything is written in the background; ``end`` waits for the disk. After the first trouble nothing more is kept.

    Args:
        path: The history's file; None keeps nothing.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._store: Store | None = None
        self._latest: _Place | None = None
        self._answering: dict[Side, str] = {}
        self._engines: dict[Side, str] = {}
        self._writes: list[Future[Any]] = []

    def begin(
        self, prompt: str, contestants: Mapping[Side, Contestant], *, goes_on: bool = False, again: bool = False
    ) -> None:
        """Keep that a prompt was sent.

        The history is opened here at the earliest, when the workers are on their way already: loading a model takes
        longer, so nobody waits for it.

        Args:
            prompt: As it was typed.
            contestants: Who answers.
            goes_on: It goes on from the prompt before.
            again: It is the prompt before once more.
        """
        store = self._open()
        if store is None:
            return
        from lab.storage import new_id

        before = self._latest
        parent_id = None
        if before is not None and again:
            parent_id = before.parent_id
        elif before is not None and goes_on:
            parent_id = before.id
        self._answering = {side: new_id() for side in contestants}
        self._latest = _Place(
            id=new_id(),
            session_id=before.session_id if before else new_id(),
            new_session=before is None,
            parent_id=parent_id,
            origin=Origin.REGENERATE if before is not None and again else Origin.PROMPT,
            prompt=prompt,
            contestants=dict(contestants),
            answer_ids=dict(self._answering),
        )
        self._writes = [store.write(_begin, self._latest)]

    def take(self, side: Side, event: Event, collector: Collector) -> None:
        """Keep what an event brings, after the collector has taken it."""
        if isinstance(event, Loaded):
            self._engines[side] = event.engine
        if self._store is None or side not in self._answering:
            return
        if isinstance(event, Chunk):
            self._store.append(self._answering[side], event.text)
        if collector.done:
            from lab.storage import answers

            error, response = collector.error, collector.response()
            problem = error.message if error else "" if response else "It was stopped before it began."
            self._writes.append(
                self._store.write(
                    answers.finish,
                    self._answering.pop(side),
                    response,
                    problem=problem,
                    engine=self._engines.get(side, ""),
                )
            )

    def end(self) -> Kept | None:
        """Wait until the comparison is on the disk.

        Returns:
            Where it is; None if it is not kept.
        """
        if self._store is None or self._latest is None:
            return None
        from lab.storage import comparisons

        try:
            for write in self._writes:
                write.result()
            short_id = self._store.read(comparisons.short_id, self._latest.id).result()
        except LabError as error:
            self._give_up(error)
            return None
        return Kept(id=self._latest.id, short_id=short_id)

    def begin_new_session(self) -> None:
        """Let the next prompt begin a conversation of its own."""
        self._latest = None

    def close(self) -> None:
        """Write what is left; an answer that still streams is marked as cut off."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _open(self) -> Store | None:
        if self._store is None and self._path is not None:
            from lab.storage import Store

            try:
                self._store = Store(self._path)
            except LabError as error:
                self._give_up(error)
                return None
            if not (self._store.writable and self._store.lasting):
                self._give_up(self._store.notices[0])
            else:
                for notice in self._store.notices:
                    warn(notice)
        return self._store

    def _give_up(self, error: LabError) -> None:
        self._path = None
        warn(error, before="This is not kept.")
        self.close()


def say_kept(kept: Kept | None) -> None:
    """Say in a terminal how to find a comparison again and how to vote on it."""
    if kept is not None and console.is_terminal:
        name = kept.short_id
        line = f"Kept as {name}. Vote: counterpoint vote {name} a|b|tie|both_bad"
        console.print(Text(line, style="dim"), soft_wrap=True)


def _begin(work: Work, place: _Place) -> None:
    from lab.storage import answers, comparisons, sessions

    if place.new_session:
        sessions.create(work, session_id=place.session_id)
    for side, answer_id in place.answer_ids.items():
        answers.begin(work, place.contestants[side], answer_id=answer_id)
    comparisons.add(
        work,
        place.session_id,
        place.prompt,
        a=place.answer_ids.get(Side.A),
        b=place.answer_ids.get(Side.B),
        parent_id=place.parent_id,
        origin=place.origin,
        comparison_id=place.id,
    )
