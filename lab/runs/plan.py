"""What a run asks: every item, as often as it is sampled, of each side. All of it follows from what is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from lab.errors import LabError
from lab.generation.sampler_ranges import MAX_SEED
from lab.language import tr
from lab.records import Contestant, Framing, InRun, KeptRun, RunSettings, RunState, Side
from lab.stamps import new_id
from lab.storage import codec
from lab.storage.runs import sha256_of
from lab.suites.suite import Item, Suite


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """One item, asked of one side once: a prompt and those that follow it."""

    number: int
    """From 0, in the order of the plan."""
    item: Item
    sample: int
    """From 0."""
    side: Side
    contestant: Contestant
    """With the seed of this row, and with the item's own system prompt."""

    @property
    def prompts(self) -> tuple[str, ...]:
        """All that is asked, one after the other; each has an answer."""
        return (self.item.prompt, *self.item.turns)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """A run and the suite that it asks."""

    run: KeptRun
    suite: Suite

    @classmethod
    def of(cls, run: KeptRun) -> RunPlan:
        """Read the suite out of a run.

        Raises:
            LabError: It was kept by another version of the program, which knew other checks.
        """
        try:
            suite = msgspec.json.decode(run.suite, type=Suite)
        except msgspec.MsgspecError as error:
            raise LabError(
                tr("The suite of the run “{title}” can't be read: {why}.", title=run.suite_title, why=error),
                tr("It was written by another version of Counterpoint. Its answers can be read all the same."),
            ) from error
        return cls(run=run, suite=suite)

    @property
    def answers_of_a_side(self) -> int:
        """How many answers each side is to give."""
        return sum(1 + len(item.turns) for item in self.suite.items) * self.run.samples

    def rows(self) -> Iterator[PlannedRow]:
        """All rows, item by item, so that what belongs together is there early; samples of an item stand together."""
        number = 0
        for item in self.suite.items:
            for sample in range(self.run.samples):
                for side in Side:
                    yield PlannedRow(
                        number=number, item=item, sample=sample, side=side, contestant=self._player(item, sample, side)
                    )
                    number += 1

    def place(self, row: PlannedRow) -> InRun:
        """Where the comparisons of a row stand."""
        return InRun(run_id=self.run.id, suite_id=self.run.suite_id, item_id=row.item.id, sample=row.sample)

    def comparison_id(self, row: PlannedRow, place: int) -> str:
        """The id of the comparison for a row's prompt: made from where it stands, so no prompt can be kept twice."""
        return _id_of(self.run.id, row.item.id, row.sample, place)

    def answer_id(self, row: PlannedRow, place: int) -> str:
        """The id of a row's answer to one of its prompts."""
        return _id_of(self.run.id, row.item.id, row.sample, place, row.side)

    def _player(self, item: Item, sample: int, side: Side) -> Contestant:
        contestant = self.run.a if side is Side.A else self.run.b
        # What comes before a raw prompt would be a part of the text that is to be continued.
        if item.system_prompt and contestant.framing is not Framing.RAW:
            contestant = replace(contestant, system_prompt=item.system_prompt)
        return codec.with_seed(contestant, seed_of(self.run.settings.seed, item.id, sample, side))


def new_run(suite: Suite, a: Contestant, b: Contestant, *, samples: int, settings: RunSettings) -> KeptRun:
    """A run that has not begun; see ``storage.runs.create``.

    Args:
        suite: What is asked; a copy of it is kept with the run.
        a: Plays side A. Its seed is of no account.
        b: Plays side B.
        samples: How often each prompt is asked.
        settings: All the rest.
    """
    whole = msgspec.json.encode(suite).decode()
    return KeptRun(
        id=new_id(),
        session_id=new_id(),
        suite_id=suite.id,
        suite_title=suite.title,
        suite=whole,
        suite_sha256=sha256_of(whole),
        a=codec.with_seed(a, 0),
        b=codec.with_seed(b, 0),
        samples=samples,
        settings=settings,
        state=RunState.STOPPED,
        created_utc="",
        updated_utc="",
    )


def seed_of(base: int, item_id: str, sample: int, side: Side) -> int:
    """The seed of a row. The same item, sample and side have the same one in every run with that base seed."""
    return int.from_bytes(_hash(base, item_id, sample, side)[:8]) % MAX_SEED


def _id_of(*parts: object) -> str:
    return _hash(*parts).hex()[:32]


def _hash(*parts: object) -> bytes:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).digest()
